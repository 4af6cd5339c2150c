"""Builds the window's program, wires it, and ends it in order. The only module that sees everything.

Start: the engine's process is sent off, the window comes on screen, then the slow libraries are loaded in threads.
End, whoever wishes it (a person, a signal, the screenshot): pages and their tasks → SDK clients → engine → journal → exit,
with all children gone within three seconds.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.core import copies
from app.core.errors import AppError
from app.core.log import LogFiles
from app.core.paths import Paths, resolve

if TYPE_CHECKING:
    from app.main import WindowOptions
    from app.ui.main_window import MainWindow
    from app.viewmodels.message_bus import MessageBus
    from app.viewmodels.services import Services
    from app.workbench.activity import Activity
    from app.workbench.journal import Journal

log = logging.getLogger(__name__)

CLOSING_SECONDS = 1.2
"""How long pages may take to keep what is typed and to end their tasks."""
STEPS_TO_SPAWN = 5
SETTLE_SECONDS = 0.4
"""Nothing is on its way for so long: then the screenshot is taken."""
SCREENSHOT_SECONDS = 180.0
RESTART = -64
"""The code with which a program ends that is to start again; never the process's own exit code."""


def run_window(options: WindowOptions) -> int:
    """Open the window and run until it is closed; the exit code is 0, or 1 when it could not be built."""
    paths = resolve(options.data_dir)
    files = LogFiles(paths.logs)
    try:
        code = _run(options, paths)
        if code == RESTART:
            _start_again(options)
            return 0
        return code
    except Exception:
        log.exception("the program could not go on")
        print("The program could not go on; its log is in", paths.logs, file=sys.stderr)  # noqa: T201
        return 1
    finally:
        files.close()


def _run(options: WindowOptions, paths: Paths) -> int:
    from app.ui.application import make_application

    application = make_application()
    from app.viewmodels import event_loop

    return event_loop.run(_program(options, paths), application)


def _start_again(options: WindowOptions) -> None:
    """Start the program anew, as it was started, but for what was asked of it once (prompts, a picture)."""
    import os
    import subprocess

    from app.core.paths import own_command, own_environment

    named = (
        ("--data-dir", options.data_dir),
        ("--model-file", options.model_file),
        ("--theme", options.theme),
    )
    arguments = [part for name, value in named if value for part in (name, value)]
    environment = dict(os.environ)
    if "PYTHONPATH" in own_environment():
        environment["PYTHONPATH"] = own_environment()["PYTHONPATH"]
    apart: dict[str, Any] = {"start_new_session": True} if os.name == "posix" else {}
    subprocess.Popen(
        own_command(*arguments), env=environment, stdin=subprocess.DEVNULL, close_fds=True, **apart
    )


async def _program(options: WindowOptions, paths: Paths) -> int:
    return await Program(options, paths).run()


class Program:
    """The running window.

    Args:
        options: the command line.
        paths: where things are kept.
    """

    def __init__(self, options: WindowOptions, paths: Paths) -> None:
        self._options = options
        self._paths = paths
        self._end = asyncio.Event()
        self._code = 0
        self.services: Services | None = None
        self.window: MainWindow | None = None

    def end(self, code: int = 0) -> None:
        """Begin the end; safe to call twice."""
        self._code = self._code or code
        self._end.set()

    async def run(self) -> int:
        """Show the window, run until the end is wished, and end everything."""
        from PySide6.QtCore import QCoreApplication

        from app.connections import sdk
        from app.ui import theme, words
        from app.ui.main_window import MainWindow
        from app.ui.opened_files import Application

        restored = self._bring_back()
        self.services = services = build_services(self._options, self._paths)
        services.bus.hold()  # until there is a window to draw it
        restored(services.bus)
        services.settings.restart_requested.connect(lambda: self.end(RESTART))
        services.engine.start()
        for _ in range(
            STEPS_TO_SPAWN
        ):  # its process starts on another core while the window is built on this one
            await asyncio.sleep(0)
        chosen = services.settings.settings
        if (application := QCoreApplication.instance()) is not None:
            words.install(application, chosen.language)
        theme.install(theme.mode_of(self._options.theme or chosen.theme), chosen.font_scale)
        self.window = window = MainWindow(services)
        services.bus.release()
        window.close_requested.connect(self.end)
        if self._options.screenshot:
            window.resize(1280, 800)
        window.show_page(self._options.page or ("playground" if self._options.prompt else chosen.last_page))
        window.show()
        if self._options.bundle:
            self._take_in(self._options.bundle)
        if isinstance(application, Application):
            application.open_files_with(self._take_in)
        with self._signals():
            tasks = [asyncio.ensure_future(services.connections.watch())]
            if services.activity is not None:
                tasks.append(asyncio.ensure_future(_load_activity(services.activity)))
            if services.journal is not None and chosen.journal_days:
                tasks.append(asyncio.ensure_future(_clear_journal(services.journal, chosen.journal_days)))
            if self._options.screenshot or self._options.prompt:
                tasks.append(asyncio.ensure_future(self._play()))
            sdk.begin_loading()
            warm_up = threading.Thread(target=_warm_up, name="warm-up", daemon=True)
            warm_up.start()
            await self._end.wait()
            if isinstance(application, Application):
                application.open_files_with(None)
            window.hide()
            await self._close(services, window, tasks)
        return self._code

    def _take_in(self, bundle: str) -> None:
        """Make an assistant of a file that was named on the command line, or opened by the system since."""
        assert self.window is not None
        self.window.show_page("assistants")
        self.window.page("assistants").receive({"import_bundle": str(Path(bundle).absolute())})
        if self.window.isMinimized():
            self.window.showNormal()
        self.window.raise_()
        self.window.activateWindow()

    def _bring_back(self) -> Callable[[MessageBus], object]:
        """Bring back the copy that was chosen before the program ended; gives what there is to say about it."""
        try:
            copy = copies.fulfil_wish(self._paths)
        except AppError as error:
            failure = error
            return lambda bus: bus.show_error(failure)
        if copy is None:
            return lambda _bus: None
        when = copy.made.astimezone().strftime("%d %B %Y, %H:%M")
        return lambda bus: bus.show_success(
            f"{copy.title}: the copy of {when} is back. What was there before is in the list of copies."
        )

    async def _close(
        self, services: Services, window: MainWindow, tasks: Sequence[asyncio.Future[None]]
    ) -> None:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        closing = asyncio.ensure_future(window.close_pages())
        _, late = await asyncio.wait({closing}, timeout=CLOSING_SECONDS)
        if late:
            log.warning("a page did not close in time")
            closing.cancel()
            await asyncio.wait(late)
        elif closing.exception() is not None:
            log.error("a page did not close properly", exc_info=closing.exception())
        for name, step in (
            ("settings", services.settings.close()),
            ("tool servers", _end_servers(services)),
            ("connections", services.connections.close()),
            ("engine", services.engine.stop()),
        ):
            try:
                await step
            except Exception:
                log.exception("%s did not close properly", name)
        if services.activity is not None:
            services.activity.close()
        if services.journal is not None:
            await asyncio.to_thread(services.journal.close)
        window.deleteLater()

    async def _play(self) -> None:
        """What the command line asks for: send a prompt, take a picture."""
        assert self.window is not None
        assert self.services is not None
        try:
            for prompt in self._options.prompt:
                page = self.window.page("playground")
                page.receive({"prompt": prompt})
                while page.busy:  # noqa: ASYNC110 - a page tells no event for it
                    await asyncio.sleep(0.1)
            if not self._options.screenshot:
                return
            async with asyncio.timeout(SCREENSHOT_SECONDS):
                with contextlib.suppress(AppError):  # that it does not start is to be seen, too
                    await self.services.engine.wait_ready()
                quiet = 0.0
                while quiet < SETTLE_SECONDS:
                    await asyncio.sleep(0.1)
                    quiet = 0.0 if self.window.busy else quiet + 0.1
            picture = self.window.grab()
            if not picture.save(self._options.screenshot):
                raise OSError(f"{self._options.screenshot} cannot be written")
        except Exception as error:
            log.exception("no screenshot was taken")
            print(f"No screenshot was taken: {error}", file=sys.stderr)  # noqa: T201
            self.end(1)
        else:
            if self._options.screenshot:
                self.end()

    @contextlib.contextmanager
    def _signals(self) -> Iterator[None]:
        """End properly on Ctrl+C and on the system's wish."""
        from PySide6.QtCore import QSocketNotifier

        if threading.current_thread() is not threading.main_thread():
            yield
            return
        reading, writing = socket.socketpair()
        for end in (reading, writing):
            end.setblocking(False)
        notifier = QSocketNotifier(reading.fileno(), QSocketNotifier.Type.Read)

        def woken() -> None:
            with contextlib.suppress(OSError):
                reading.recv(64)

        notifier.activated.connect(woken)
        before_fd = signal.set_wakeup_fd(writing.fileno(), warn_on_full_buffer=False)
        kinds = [signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]
        before = {kind: signal.signal(kind, lambda _number, _frame: self.end()) for kind in kinds}
        try:
            yield
        finally:
            for kind, handler in before.items():
                signal.signal(kind, handler)
            signal.set_wakeup_fd(before_fd)
            notifier.setEnabled(False)
            reading.close()
            writing.close()


def build_services(options: WindowOptions, paths: Paths) -> Services:
    """Build everything that pages use; nothing is started yet. Called in a running event loop."""
    from app.connections.registry import Connections
    from app.connections.secrets import KeyStore
    from app.connections.traffic import TRAFFIC
    from app.viewmodels.activity import tell_budget
    from app.viewmodels.frame_clock import FrameClock
    from app.viewmodels.message_bus import MessageBus
    from app.viewmodels.services import Services
    from app.viewmodels.settings import SettingsViewModel
    from app.viewmodels.tool_approvals import approvals
    from app.workbench import model_facts
    from app.workbench.activity import Activity
    from app.workbench.assistants import Assistants
    from app.workbench.clients import Clients
    from app.workbench.engine_process import EngineProcess
    from app.workbench.journal import Journal
    from app.workbench.knowledge import Knowledge
    from app.workbench.playground.ad_hoc import AdHocAssistants
    from app.workbench.playground.model_choice import ModelChoices
    from app.workbench.threads import Threads
    from app.workbench.tools.answering import FunctionHandlers
    from app.workbench.tools.handler_store import HandlerStore
    from app.workbench.tools.mcp_servers import McpServers
    from app.workbench.versions import Versions

    bus = MessageBus()
    loop = asyncio.get_running_loop()
    try:
        paths.create()
    except OSError as error:
        log.warning("the folders cannot be made: %s", error)
    keys = KeyStore()
    settings = SettingsViewModel(paths, bus, keys)
    try:
        connections = Connections(paths.profiles, keys)
    except AppError as error:
        # A damaged list is left as it is; without it the program still runs on this computer's own models.
        loop.call_soon(bus.show_error, error)
        connections = Connections(paths.config / "connections-unread.json", keys)
    model_facts.use_connections(connections.list)
    journal: Journal | None = None

    def tell_from_thread(failure: AppError) -> None:
        loop.call_soon_threadsafe(bus.show_error, failure)

    try:
        journal = Journal(
            paths.journal_database,
            on_error=tell_from_thread,
        )
    except AppError as error:
        loop.call_soon(bus.show_error, error)
    activity = Activity(TRAFFIC, journal, paths.config)
    activity.on_budget = tell_budget(activity, bus)
    engine = EngineProcess(
        keys=keys,
        connections=connections,
        data_dir=options.data_dir,
        model_file=options.model_file or settings.settings.model_file or None,
    )
    versions = Versions(journal)
    clients = Clients(engine, connections)
    handlers = FunctionHandlers(HandlerStore(journal, keys), clients, keys, McpServers(keys))
    handlers.approve = approvals(bus)
    return Services(
        paths=paths,
        bus=bus,
        clock=FrameClock(),
        settings=settings,
        keys=keys,
        connections=connections,
        engine=engine,
        clients=clients,
        models=ModelChoices(engine, connections),
        assistants=Assistants(engine),
        ad_hoc=AdHocAssistants(versions.run_fields),
        threads=Threads(engine),
        knowledge=Knowledge(engine),
        journal=journal,
        versions=versions,
        activity=activity,
        handlers=handlers,
    )


async def _end_servers(services: Services) -> None:
    if services.handlers is not None:
        await services.handlers.servers.close()


async def _load_activity(activity: Activity) -> None:
    try:
        await activity.load()
    except AppError as error:
        log.warning("what this month has cost is not known: %s", error.message)


async def _clear_journal(journal: Journal, days: int) -> None:
    try:
        await journal.clear_older(days)
    except AppError as error:
        log.warning("old comparisons were not removed: %s", error.message)


def _warm_up() -> None:
    """Load what the first answer is drawn with (0.3 s of CPU), beside the window."""
    try:
        from app.ui.transcript import highlight, markdown_html

        markdown_html.to_html("**ready**")
        highlight.warm_up()
    except Exception:
        log.exception("the warm-up failed; the first answer will be slower")
