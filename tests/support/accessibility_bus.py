"""The program as a screen reader has it: a client of the accessibility bus (AT-SPI), outside the program's process.

Nothing here knows Qt or the program's code. Things are found by their role and name, as they are told to a person who
does not see them, and looked for anew each time: nothing that may change is kept.

    with Desktop(tmp_path) as desktop:
        window = desktop.start([sys.executable, "-m", "app"])
        window.find("push button", "Send").press()
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_method_call
from jeepney.bus_messages import MatchRule, message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.support.secret_service import clean_environment

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
ROOT = "/org/a11y/atspi/accessible/root"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_STATES = {
    1: "active", 4: "checked", 5: "collapsed", 7: "editable", 8: "enabled", 9: "expandable", 10: "expanded",
    11: "focusable", 12: "focused", 16: "modal", 17: "multi line", 22: "selectable", 23: "selected", 24: "sensitive",
    25: "showing", 30: "visible", 43: "read only",
}  # fmt: skip
KEYS = {
    "Return": 36,
    "Tab": 23,
    "Escape": 9,
    "Up": 111,
    "Down": 116,
    "Space": 65,
    "Control": 37,
    "Shift": 50,
    "F6": 72,
}
"""Codes of keys on an X server's usual keyboard."""
LABELLED_BY = 2
PATIENCE = 30.0
"""So many seconds is waited for what has to appear; a busy machine needs them."""


def missing() -> str:
    """What this machine lacks for it, "" for nothing."""
    lacking = [name for name in ("dbus-daemon", "Xvfb") if shutil.which(name) is None]
    if not Path(LAUNCHER).exists():
        lacking.append("at-spi2-core")
    return f"{', '.join(lacking)} not installed" if lacking else ""


class BusError(AssertionError):
    """The bus answered with an error, or something was not there."""


class Bus:
    """A connection to a D-Bus, with many questions at once where that is quicker."""

    def __init__(self, address: str) -> None:
        self._connection: DBusConnection = open_dbus_connection(address)
        self.signals: list[Message] = []

    def ask(self, *calls: Message) -> list[tuple[Any, ...] | BusError]:
        """Send all calls, then take all answers, in the order of the calls."""
        serials = []
        for call in calls:
            serial = next(self._connection.outgoing_serial)
            self._connection.send(call, serial=serial)
            serials.append(serial)
        answers: dict[int, tuple[Any, ...] | BusError] = {}
        end = time.monotonic() + PATIENCE
        while len(answers) < len(serials):
            try:
                answer = self._connection.receive(timeout=max(0.0, end - time.monotonic()))
            except TimeoutError:
                raise BusError("the program does not answer on the accessibility bus") from None
            header = answer.header
            if header.message_type == MessageType.signal:
                self.signals.append(answer)
                continue
            serial = header.fields.get(HeaderFields.reply_serial)
            if serial in serials:
                failed = header.message_type == MessageType.error
                answers[serial] = BusError(str(answer.body)) if failed else answer.body
        return [answers[serial] for serial in serials]

    def call(self, *arguments: Any) -> tuple[Any, ...]:
        """One call; raises what went wrong."""
        (answer,) = self.ask(new_method_call(*arguments))
        if isinstance(answer, BusError):
            raise answer
        return answer

    def listen(self, **rule: Any) -> None:
        """Keep signals of this kind in :attr:`signals` from now on."""
        self.ask(message_bus.AddMatch(MatchRule(type="signal", **rule)))

    def take_signals(self) -> list[Message]:
        """Signals that came since the last time."""
        with contextlib.suppress(TimeoutError):
            while True:
                message = self._connection.receive(timeout=0.01)
                if message.header.message_type == MessageType.signal:
                    self.signals.append(message)
        taken, self.signals = self.signals, []
        return taken

    def close(self) -> None:
        self._connection.close()


class Thing:
    """One accessible object, by its place on the bus; what it is like is asked anew at each look.

    ``role``, ``name`` and ``states`` are what they were when it was found.
    """

    def __init__(
        self,
        bus: Bus,
        owner: str,
        path: str,
        role: str = "",
        name: str = "",
        states: frozenset[str] = frozenset(),
    ) -> None:
        self._bus, self._owner, self.path = bus, owner, path
        self.role, self.name, self.states = role, name, states

    def __repr__(self) -> str:
        return f"<{self.role} “{self.name}”>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Thing) and (other._owner, other.path) == (self._owner, self.path)

    def __hash__(self) -> int:
        return hash((self._owner, self.path))

    # -- the wire ------------------------------------------------------------------------------------------------

    def _message(
        self, interface: str, method: str, signature: str | None = None, body: tuple[Any, ...] = ()
    ) -> Message:
        address = DBusAddress(self.path, self._owner, f"org.a11y.atspi.{interface}")
        return new_method_call(address, method, signature, body)

    def _get(self, interface: str, name: str) -> Message:
        address = DBusAddress(self.path, self._owner, _PROPERTIES)
        return new_method_call(address, "Get", "ss", (f"org.a11y.atspi.{interface}", name))

    def _ask(self, message: Message) -> Any:
        (answer,) = self._bus.ask(message)
        if isinstance(answer, BusError):
            raise BusError(f"{self}: {answer}")
        return answer[0] if len(answer) == 1 else answer

    def call(self, interface: str, method: str, signature: str | None = None, *body: Any) -> Any:
        """Call a method of one of its interfaces, such as ``call("Action", "DoAction", "i", 0)``."""
        return self._ask(self._message(interface, method, signature, body))

    def value_of(self, interface: str, name: str) -> Any:
        """A property of one of its interfaces."""
        return self._ask(self._get(interface, name))[1]

    # -- the tree ------------------------------------------------------------------------------------------------

    def children(self) -> list[Thing]:
        """Its children, looked at."""
        return _looked_at([Thing(self._bus, *place) for place in self.call("Accessible", "GetChildren")])

    def everything(self, *, hidden: bool = False) -> Iterator[Thing]:
        """All that is in it, level by level; what is not visible is left out with all that is in it."""
        level = [self]
        while level:
            answers = self._bus.ask(*(thing._message("Accessible", "GetChildren") for thing in level))
            found: list[Thing] = []
            for answer in answers:
                if not isinstance(answer, BusError):  # it went away meanwhile
                    found += [Thing(self._bus, *place) for place in answer[0]]
            level = [thing for thing in _looked_at(found) if hidden or "visible" in thing.states]
            yield from level

    def parent(self) -> Thing:
        """What it is in."""
        owner, path = self.value_of("Accessible", "Parent")
        (thing,) = _looked_at([Thing(self._bus, owner, path)])
        return thing

    def all(self, role: str = "", name: str | Callable[[str], bool] = "") -> list[Thing]:
        """Everything visible in it of this role and name (a name, or what a name has to be like)."""
        return [thing for thing in self.everything() if _fits(thing, role, name)]

    def find(self, role: str, name: str | Callable[[str], bool] = "", *, timeout: float = PATIENCE) -> Thing:
        """The first thing of this role and name, waited for."""

        def look() -> Thing | None:
            return next((thing for thing in self.everything() if _fits(thing, role, name)), None)

        return until(look, lambda: f"no {role} “{name}”; there are:\n{self.outline(role)}", timeout=timeout)

    def outline(self, role: str = "") -> str:
        """What is there, a line each."""
        return "\n".join(sorted({repr(thing) for thing in self.everything() if role in {"", thing.role}}))

    # -- what it is like now -------------------------------------------------------------------------------------

    def now(self) -> Thing:
        """The same thing, looked at again."""
        (thing,) = _looked_at([Thing(self._bus, self._owner, self.path)])
        return thing

    @property
    def text(self) -> str:
        """The whole text in it."""
        return str(self.call("Text", "GetText", "ii", 0, -1))

    @property
    def description(self) -> str:
        return str(self.value_of("Accessible", "Description"))

    @property
    def interfaces(self) -> set[str]:
        """Names of its interfaces, such as ``Action``."""
        return {name.rpartition(".")[2] for name in self.call("Accessible", "GetInterfaces")}

    @property
    def labels(self) -> list[str]:
        """Names of what labels it: a box of choices is called by its value, its label says what is chosen."""
        relations = self.call("Accessible", "GetRelationSet")
        places = [place for kind, places in relations if kind == LABELLED_BY for place in places]
        return [thing.name for thing in _looked_at([Thing(self._bus, *place) for place in places])]

    def attributes_at(self, offset: int) -> dict[str, str]:
        """How the text looks at a place: colours, weight …"""
        found, _start, _end = self.call("Text", "GetAttributes", "i", offset)
        return dict(found)

    # -- what a person does --------------------------------------------------------------------------------------

    @property
    def actions(self) -> list[str]:
        """What can be done with it, in the system's words: press, toggle, show menu …"""
        return [str(action[0]) for action in self.call("Action", "GetActions")]

    def press(self) -> None:
        """Do what it is for; only what is enabled can be pressed."""
        until(lambda: "enabled" in self.now().states, lambda: f"{self} stays disabled")
        assert self.call("Action", "DoAction", "i", 0), f"{self} does nothing"

    def focus(self) -> None:
        """Put the keyboard's focus here."""
        until(lambda: self.now().states & {"enabled"}, lambda: f"{self} stays disabled")
        self.call("Component", "GrabFocus")
        until(lambda: "focused" in self.now().states, lambda: f"{self} takes no focus")

    def write(self, text: str) -> None:
        """Put this text in the place of what is in the field."""
        until(lambda: "enabled" in self.now().states, lambda: f"{self} stays disabled")
        assert self.call("EditableText", "SetTextContents", "s", text), f"{self} takes no text"

    def choose(self, name: str | Callable[[str], bool]) -> Thing:
        """Select the child of this name in a list."""
        found: Thing = until(
            lambda: next((child for child in self.children() if _fits(child, "", name)), None),
            lambda: f"no “{name}” in {[child.name for child in self.children()]}",
        )
        position = self.children().index(found)
        self.call("Selection", "SelectChild", "i", position)
        return found


class Desktop:
    """A screen, a session bus and the accessibility bus of their own; programs that are started in it end with it."""

    def __init__(self, folder: Path, *, size: str = "1280x800") -> None:
        self.environment = clean_environment(folder)
        self.environment.pop("QT_QPA_PLATFORM", None)  # a real screen is wanted, also by tests that have none
        self._folder = folder
        self._size = size
        self._processes: list[subprocess.Popen[bytes]] = []
        self._session: Bus | None = None
        self.bus: Bus | None = None

    def __enter__(self) -> Desktop:
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def _start(self) -> None:
        reading, writing = os.pipe()
        screen = ["-screen", "0", f"{self._size}x24", "-nolisten", "tcp"]
        self._run(["Xvfb", "-displayfd", str(writing), *screen], pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading) as answer:
            self.environment["DISPLAY"] = f":{answer.readline().strip()}"
        bus = self._run(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--nosyslog", "--print-address=1"],
            stdout=subprocess.PIPE,
        )
        assert bus.stdout is not None
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
        self._session = Bus(self.environment["DBUS_SESSION_BUS_ADDRESS"])
        launcher = DBusAddress("/org/a11y/bus", "org.a11y.Bus", _PROPERTIES)
        for wish in ("IsEnabled", "ScreenReaderEnabled"):  # as a screen reader does when it starts
            self._session.call(launcher, "Set", "ssv", ("org.a11y.Status", wish, ("b", True)))
        address = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        (found,) = self._session.call(address, "GetAddress")
        self.bus = Bus(found)
        registry = DBusAddress(
            "/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "org.a11y.atspi.Registry"
        )
        self.bus.call(registry, "RegisterEvent", "s", ("object:announcement",))
        self.bus.listen(interface="org.a11y.atspi.Event.Object", member="Announcement")

    def _run(self, command: Sequence[str], **options: Any) -> subprocess.Popen[bytes]:
        options.setdefault("stdout", subprocess.DEVNULL)
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL, env=self.environment, **options)
        self._processes.append(process)
        return process

    def start(self, command: Sequence[str], environment: Mapping[str, str] | None = None) -> Thing:
        """Start a program, and give it when its window is there; what it logs goes to ``program.log`` in the folder."""
        with (self._folder / "program.log").open("wb") as log:
            self.program = subprocess.Popen(
                command, env={**self.environment, **(environment or {})}, stdout=log, stderr=log
            )
        self._processes.append(self.program)
        found: Thing = until(self._with_window, lambda: f"no window: {self.log[-2000:]}")
        return found

    @property
    def log(self) -> str:
        """What the program has logged."""
        return (self._folder / "program.log").read_text()

    def _with_window(self) -> Thing | None:
        assert self.bus is not None
        programs = Thing(self.bus, "org.a11y.atspi.Registry", ROOT).children()
        return next((p for p in programs if any("visible" in w.states for w in p.children())), None)

    @property
    def announcements(self) -> list[str]:
        """What was announced since the last look."""
        assert self.bus is not None
        signals = self.bus.take_signals()
        return [
            str(s.body[3][1]) for s in signals if s.header.fields.get(HeaderFields.member) == "Announcement"
        ]

    def type(self, text: str) -> None:
        """Have the system type a text where the focus is, as a screen reader's owner does."""
        self._device("GenerateKeyboardEvent", "isu", 0, text, 4)

    def key(self, name: str, *held: str) -> None:
        """Have the system press a key (see :data:`KEYS`), with others held down."""
        for each in held:
            self._device("GenerateKeyboardEvent", "isu", KEYS[each], "", 0)
        self._device("GenerateKeyboardEvent", "isu", KEYS[name], "", 2)
        for each in reversed(held):
            self._device("GenerateKeyboardEvent", "isu", KEYS[each], "", 1)

    def activate(self, thing: Thing) -> None:
        """Click something that does nothing: nobody gives a window the keyboard where there is no window manager."""
        left, top, width, height = thing.call("Component", "GetExtents", "u", 0)
        self._device("GenerateMouseEvent", "iis", left + width // 2, top + height // 2, "b1c")

    def _device(self, method: str, signature: str, *body: Any) -> None:
        assert self.bus is not None
        path, owner = "/org/a11y/atspi/registry/deviceeventcontroller", "org.a11y.atspi.Registry"
        self.bus.call(
            DBusAddress(path, owner, "org.a11y.atspi.DeviceEventController"), method, signature, body
        )

    def __exit__(self, *_: object) -> None:
        for bus in (self.bus, self._session):
            if bus is not None:
                bus.close()
        for process in reversed(self._processes):
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            if process.stdout is not None:
                process.stdout.close()


def until(look: Callable[[], Any], what: Callable[[], str], *, timeout: float = PATIENCE) -> Any:
    """Wait until ``look()`` gives something, and give that; ``what()`` says what was not to be seen."""
    end = time.monotonic() + timeout
    while True:
        try:
            found = look()
        except BusError:  # what was looked at has just gone
            if time.monotonic() > end:
                raise
            found = None
        if found:
            return found
        assert time.monotonic() < end, what()
        time.sleep(0.05)


def _fits(thing: Thing, role: str, name: str | Callable[[str], bool]) -> bool:
    if role not in {"", thing.role}:
        return False
    return name(thing.name) if callable(name) else name in {"", thing.name}


def _looked_at(things: Sequence[Thing]) -> list[Thing]:
    """Ask roles, names and states of many things at once."""
    if not things:
        return []
    calls = []
    for thing in things:
        calls += [
            thing._message("Accessible", "GetRoleName"),
            thing._get("Accessible", "Name"),
            thing._message("Accessible", "GetState"),
        ]
    answers = things[0]._bus.ask(*calls)
    found = []
    for position, thing in enumerate(things):
        role, name, states = answers[3 * position : 3 * position + 3]
        if isinstance(role, BusError) or isinstance(name, BusError) or isinstance(states, BusError):
            continue
        bits = states[0][0] | states[0][1] << 32
        thing.role, thing.name = role[0], name[0][1]
        thing.states = frozenset(word for bit, word in _STATES.items() if bits >> bit & 1)
        found.append(thing)
    return found
