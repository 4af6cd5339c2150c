"""Sessions on a remote Jupyter Server or Gateway, over its standard REST and WebSocket interface.

For people who need more than one computer gives. Said clearly wherever it is chosen: a thread's files leave this
computer, and how well code is kept apart is that server's business, not ours.

The server's file interface is not used, so that gateways without one work too: files go both ways through the kernel.
``/mnt/data`` is a folder of the session's own on the server; the path is put into the code and taken out of what is
printed.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import json
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from app.core.errors import AppError, NotFound
from app.interpreter import folder as folders
from app.interpreter.backends import RemoteServer
from app.interpreter.model import DATA, MIB, Answer, Limits, OnImage, OnOutput, SessionLost
from app.interpreter.pictures import checked_png
from app.interpreter.remote_kernel import Kernel, client_of, parent_of, request
from app.interpreter.selftest import Line
from app.interpreter.worker_session import clean

_PIECE = 2 * MIB
_RESULT_LIMIT = 100_000

_HELPERS = """
def _workbench():
    import base64, json, os, tempfile
    root = tempfile.mkdtemp(prefix="workbench-")
    os.chdir(root)
    class Helper:
        @staticmethod
        def root():
            return root
        @staticmethod
        def put(name, text, first):
            path = os.path.join(root, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb" if first else "ab") as file:
                file.write(base64.b64decode(text))
        @staticmethod
        def remove(name):
            try:
                os.remove(os.path.join(root, name))
            except OSError:
                pass
        @staticmethod
        def get(name, start, size):
            with open(os.path.join(root, name), "rb") as file:
                file.seek(start)
                return base64.b64encode(file.read(size)).decode()
        @staticmethod
        def listing():
            found = []
            for folder, folders, files in os.walk(root):
                for name in files:
                    path = os.path.join(folder, name)
                    if os.path.isfile(path) and not os.path.islink(path) and len(found) < 10000:
                        status = os.stat(path)
                        relative = os.path.relpath(path, root).replace(os.sep, "/")
                        found.append([relative, status.st_size, status.st_mtime_ns])
            return json.dumps(found)
        @staticmethod
        def clear():
            import shutil
            os.chdir(tempfile.gettempdir())
            shutil.rmtree(root, ignore_errors=True)
    return Helper
_workbench = _workbench()
"""


class RemoteBackend:
    """Starts a kernel for each session on the server."""

    name = "remote"
    remarks = (
        "The files of a conversation leave this computer.",
        "How well code is kept apart is that server's own business.",
    )

    def __init__(self, server: RemoteServer) -> None:
        self._server = server
        self.title = f"Jupyter server {urlsplit(server.url).hostname or server.url}"

    def check(self) -> str | None:
        """Whether the server answers and takes the token; isolation is its own business."""
        try:
            with client_of(self._server) as client:
                request(client, "GET", "api/kernelspecs")
        except AppError as error:
            return str(error)
        return None

    def describe(self) -> str:
        """What a model must know."""
        return "Python on a remote Jupyter server. What can be imported, and whether there is internet, is that server's."

    def open(self, folder: Path, limits: Limits) -> RemoteSession:
        """Start a kernel and bring ``folder``'s files there."""
        return RemoteSession(self._server, folder, limits)

    def self_test(self) -> Iterator[Line]:
        """Try the connection, a kernel, a cell and a file."""
        import tempfile

        reason = self.check()
        yield Line("It answers and takes the token", reason is None, reason or "")
        if reason is not None:
            return
        with tempfile.TemporaryDirectory() as place:
            try:
                session = self.open(Path(place), Limits(cell_seconds=30))
            except AppError as error:
                yield Line("A kernel starts", ok=False, detail=str(error))
                return
            try:
                answer = session.run(
                    "open('/mnt/data/probe.txt', 'w').write('kept')\n6 * 7", threading.Event()
                )
            finally:
                session.close()
            yield Line("A kernel starts", ok=True)
            yield Line(
                "A cell runs", answer.result == "42", answer.logs[-300:] if answer.result != "42" else ""
            )
            probe = Path(place, "probe.txt")
            yield Line("Files in /mnt/data arrive", probe.is_file() and probe.read_text() == "kept")
            yield Line(
                "Keeping code apart is that server's own business",
                ok=True,
                detail="it cannot be tested from here",
            )


class RemoteSession:
    """One kernel on the server, and the session's files on both sides."""

    def __init__(self, server: RemoteServer, folder: Path, limits: Limits) -> None:
        self.folder = folder
        self.limits = limits
        self._lock = threading.Lock()
        self._local: dict[str, tuple[int, int, int]] = {}
        self._remote: dict[str, tuple[int, int]] = {}
        self.kernel = Kernel(server)
        try:
            self.kernel.silent(_HELPERS)
            self.root = str(self.kernel.value("_workbench.root()"))
        except SessionLost:
            self.close()
            raise

    @property
    def alive(self) -> bool:
        """Whether the kernel can still run cells."""
        return self.kernel.alive

    def preload(self, modules: Sequence[str]) -> None:
        """Import modules ahead."""
        with self._lock, contextlib.suppress(SessionLost):
            for module in modules:
                self.kernel.silent(
                    f"try:\n    import {module} as _workbench_module\nexcept Exception:\n    pass"
                )

    def run(
        self,
        code: str,
        cancel: threading.Event,
        on_output: OnOutput | None = None,
        on_image: OnImage | None = None,
    ) -> Answer:
        """Bring changed files there, run the cell, bring new and changed files back."""
        with self._lock:
            if not self.kernel.alive:
                return Answer(status="killed", note="The session has ended.", exit_code=1)
            cell = _RemoteCell(self, cancel, on_output, on_image)
            try:
                self._push()
                answer = cell.run(code.replace(DATA, self.root))
                if self.kernel.alive:
                    answer.note = " ".join(filter(None, (answer.note, self._pull())))
            except SessionLost as error:
                self.kernel.close()
                return Answer(
                    status="killed",
                    logs=cell.text(),
                    images=cell.images,
                    note=f"The session was ended: {error.message}",
                    exit_code=137,
                )
            return answer

    def _push(self) -> None:
        """Bring files there that are new or changed here."""
        here = {
            name: entry
            for name, entry in folders.scan(self.folder, self.limits.folder_files)
            if entry.kind == "file"
        }
        for name in self._local.keys() - here.keys():
            self.kernel.silent(f"_workbench.remove({name!r})")
            self._remote.pop(name, None)
        for name, entry in here.items():
            if self._local.get(name) == entry.mark:
                continue
            try:
                file, _size = folders.open_file(self.folder, name)
            except NotFound:
                continue
            with file:
                first = True
                while (piece := file.read(_PIECE)) or first:
                    text = base64.b64encode(piece).decode()
                    self.kernel.silent(f"_workbench.put({name!r}, {text!r}, {first})")
                    first = False
        self._local = {name: entry.mark for name, entry in here.items()}
        self._remote = self._listing()

    def _listing(self) -> dict[str, tuple[int, int]]:
        found: dict[str, tuple[int, int]] = {}
        try:
            listed = json.loads(str(self.kernel.value("_workbench.listing()")))
            for name, size, changed in listed:
                if isinstance(name, str) and isinstance(size, int) and isinstance(changed, int):
                    found[name] = (size, changed)
        except (ValueError, TypeError, RecursionError):
            raise SessionLost("The kernel's list of files was not understood.") from None
        return found

    def _pull(self) -> str:
        """Bring files here that are new or changed there; gives a note about what was left there."""
        there = self._listing()
        left = taken = total = 0
        for name, (size, changed) in there.items():
            if self._remote.get(name) == (size, changed):
                continue
            usable = folders.deliverable_name(name) and "/../" not in f"/{name}/" and not name.startswith("/")
            if not usable or size > self.limits.file_bytes or taken >= self.limits.delivered_files:
                left += 1
                continue
            total += size
            if total > self.limits.folder_bytes:
                left += 1
                continue
            taken += 1
            self._fetch(name, size)
        for name in self._remote.keys() - there.keys():
            folders.remove_file(self.folder, name)
        self._remote = there
        self._local = {
            name: entry.mark
            for name, entry in folders.scan(self.folder, self.limits.folder_files)
            if entry.kind == "file"
        }
        return (
            f"{left} new files stay on the server: too many, too large, or with unusable names."
            if left
            else ""
        )

    def _fetch(self, name: str, size: int) -> None:
        with folders.replace_file(self.folder, name) as file:
            start = 0
            while start < size:
                text = self.kernel.value(f"_workbench.get({name!r}, {start}, {min(_PIECE, size - start)})")
                try:
                    piece = base64.b64decode(str(text), validate=True)
                except (binascii.Error, ValueError):
                    raise SessionLost("The kernel's file was not understood.") from None
                if not piece or len(piece) > _PIECE:
                    break
                file.write(piece)
                start += len(piece)

    def close(self) -> None:
        """End the kernel and the connection."""
        self.kernel.close()


class _RemoteCell:
    """One cell on a remote kernel."""

    def __init__(
        self,
        session: RemoteSession,
        cancel: threading.Event,
        on_output: OnOutput | None,
        on_image: OnImage | None,
    ) -> None:
        self._session = session
        self._on_image = on_image
        self._cancel = cancel
        self._on_output = on_output
        self._limits = session.limits
        self._pieces: list[str] = []
        self._size = 0
        self._received = 0
        self._left_out = 0
        self.images: list[bytes] = []
        self._answer = Answer(images=self.images)
        self._stopping: tuple[str, float] | None = None

    def text(self) -> str:
        """What was printed so far."""
        text = "".join(self._pieces)
        return text + f"\n[… {self._left_out:,} characters left out …]" if self._left_out else text

    def run(self, code: str) -> Answer:
        """Run it and wait for its end."""
        deadline = time.monotonic() + self._limits.cell_seconds
        number = self._session.kernel.execute(code)
        idle = replied = False
        while not (idle and replied):
            message = self._session.kernel.receive(0.1)
            if message is not None and message["content"].get("execution_state") in {"restarting", "dead"}:
                raise SessionLost("The kernel's process ended.")
            if message is not None and parent_of(message) == number:
                kind, content = message.get("msg_type"), message["content"]
                if kind == "status" and content.get("execution_state") == "idle":
                    idle = True
                elif kind == "execute_reply":
                    replied = True
                    if content.get("status") != "ok":
                        self._answer.status = "error"
                        self._answer.exit_code = 1
                else:
                    self._take(str(kind), content)
            self._look_after(deadline)
        if self._stopping is not None and self._answer.status == "error":
            why = self._stopping[0]
            self._answer.status = "cancelled" if why == "cancelled" else "timeout"
            self._answer.exit_code = 130 if why == "cancelled" else 124
            self._answer.note = (
                "The cell was cancelled."
                if why == "cancelled"
                else f"The cell was stopped after {self._limits.cell_seconds:g} s; variables are kept."
            )
        self._answer.logs = self.text()
        return self._answer

    def _look_after(self, deadline: float) -> None:
        now = time.monotonic()
        if self._received > self._limits.flood_bytes:
            raise SessionLost("It sent more output than can be taken.")
        if self._stopping is None:
            if self._cancel.is_set() or now > deadline:
                self._stopping = (
                    "cancelled" if self._cancel.is_set() else "timeout",
                    now + self._limits.grace_seconds + 3,
                )
                self._session.kernel.interrupt()
        elif now > self._stopping[1]:
            raise SessionLost("It did not stop when asked to.")

    def _take(self, kind: str, content: dict[str, Any]) -> None:
        if kind == "stream":
            self._print(
                "stderr" if content.get("name") == "stderr" else "stdout", str(content.get("text", ""))
            )
        elif kind == "error":
            lines = content.get("traceback")
            self._print("stderr", "\n".join(map(str, lines)) + "\n" if isinstance(lines, list) else "")
        elif kind in {"execute_result", "display_data"}:
            data = content.get("data")
            if not isinstance(data, dict):
                return
            if "image/png" in data:
                self._show(str(data["image/png"]))
            elif "text/plain" in data:
                text = self._named(clean(str(data["text/plain"])))[:_RESULT_LIMIT]
                if kind == "execute_result":
                    self._answer.result = text
                    if self._on_output is not None:
                        self._on_output("result", text)
                else:
                    self._print("stdout", text + "\n")

    def _show(self, text: str) -> None:
        self._received += len(text)
        try:
            picture = checked_png(base64.b64decode(text), self._limits.image_bytes)
        except (binascii.Error, ValueError):
            picture = None
        if picture is not None and len(self.images) < self._limits.images:
            self.images.append(picture)
            if self._on_image is not None:
                self._on_image(picture)

    def _print(self, stream: str, text: str) -> None:
        self._received += len(text)
        text = self._named(clean(text))
        room = self._limits.log_bytes - self._size
        self._left_out += max(0, len(text) - room)
        text = text[: max(0, room)]
        if text:
            self._size += len(text)
            self._pieces.append(text)
            if self._on_output is not None:
                self._on_output("stderr" if stream == "stderr" else "stdout", text)

    def _named(self, text: str) -> str:
        return text.replace(self._session.root, DATA) if self._session.root else text
