"""A session of the code interpreter, as a person looks into it: state, files, a cell by hand, the self-test."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.entities import Json
from app.core.errors import AppError
from app.viewmodels.message_bus import MessageBus
from app.viewmodels.task_scope import TaskScope
from app.viewmodels.transcript import Item
from app.viewmodels.words import mark, t
from app.workbench.api import EngineAccess
from app.workbench.tools.interpreter import About, Interpreter, Session, TestLine

POLL_MS = 2000
STATES = {
    "none": mark("Not begun yet"),
    "starting": mark("Starting"),
    "idle": mark("Ready"),
    "running": mark("Running"),
    "ended": mark("Ended; files are kept"),
}


class SessionViewModel(QObject):
    """State of the panel.

    Signals:
        changed: the session, its place, or the test's lines are different.
        cell_changed: the cell that was run by hand has more output.
    """

    changed = Signal()
    cell_changed = Signal()

    def __init__(self, engine: EngineAccess, bus: MessageBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._interpreter = Interpreter(engine)
        self.tasks = TaskScope(self, bus)
        self.key = ""
        self.about = About()
        self.session = Session("")
        self.error = ""
        self.cell: Item | None = None
        self.running = self.testing = False
        self.lines: list[TestLine] = []
        self.verdict = ""
        self._number = 0
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self.refresh)

    @property
    def state_words(self) -> str:
        """How the session stands."""
        return t(STATES.get(self.session.state, self.session.state)) if self.key else t("No conversation yet")

    def show(self, key: str) -> None:
        """Show another session."""
        if key != self.key:
            self.key, self.session, self.cell, self.error = key, Session(key), None, ""
            self.cell_changed.emit()
        self.refresh()

    def watch(self, on: bool) -> None:
        """Look again and again while the panel is in sight."""
        if on:
            self._poll.start()
        else:
            self._poll.stop()

    def refresh(self) -> None:
        """Look how it stands."""
        if not self.tasks.running("look"):
            self.tasks.start("look", self._look(), failed=self._failed)

    async def _look(self) -> None:
        key = self.key
        self.about = await self._interpreter.about()
        if key:
            found = await self._interpreter.session(key)
            if key == self.key:
                self.session, self.error = found, ""
        self.changed.emit()

    def _failed(self, error: AppError) -> None:
        self.error = f"{error.message} {error.advice}".strip()
        self.changed.emit()

    def run(self, code: str) -> None:
        """Run a cell in the session."""
        if self.running or not code.strip() or not self.key:
            return
        self._number += 1
        self.running = True
        self.tasks.start("run", self._run(code), failed=self._failed)
        self.changed.emit()

    async def _run(self, code: str) -> None:
        import time

        cell = self.cell = Item(
            f"cell-{self._number}",
            "code",
            title=t("By hand"),
            language="python",
            state=t("Running"),
            level="busy",
        )
        cell.began = time.monotonic()
        self.cell_changed.emit()

        def watch(kind: str, data: Json) -> None:
            if kind == "logs":
                logs = str(data.get("logs") or "")
                if cell.outputs and cell.outputs[-1][0] == "logs":
                    cell.outputs = (*cell.outputs[:-1], ("logs", cell.outputs[-1][1] + logs))
                else:
                    cell.outputs = (*cell.outputs, ("logs", logs))
            elif kind == "image":
                cell.outputs = (*cell.outputs, ("image", str(data.get("file_id") or "")))
            self.cell_changed.emit()

        ended, level = t("Stopped"), "warning"
        try:
            done = await self._interpreter.run(self.key, code, watch)
            cell.files, cell.seconds = done.files, done.duration
            cell.hint = " ".join(part for part in (done.exit_reason, done.note) if part)
            ended, level = (t("Done"), "ok") if done.status == "completed" else (t("Failed"), "danger")
            if done.status == "cancelled":
                ended, level = t("Stopped"), "warning"
        except AppError as error:
            ended, level, cell.hint = t("Lost"), "danger", f"{error.message} {error.advice}".strip()
        finally:
            self.running = False
            cell.state = ended
            cell.level = "ok" if level == "ok" else "danger" if level == "danger" else "warning"
            self.cell_changed.emit()
            self.changed.emit()
        self.refresh()

    def stop(self) -> None:
        """End the session with what runs in it."""
        self._act("stop")

    def reset(self) -> None:
        """Forget the variables."""
        self._act("reset")

    def _act(self, what: str) -> None:
        if self.key:
            self.tasks.cancel("run")
            self.tasks.start("act", self._do(what), failed=self._failed)

    async def _do(self, what: str) -> None:
        act = self._interpreter.stop if what == "stop" else self._interpreter.reset
        self.session = await act(self.key)
        self.changed.emit()

    def test(self) -> None:
        """Try what code must not be able to do."""
        self.lines, self.verdict, self.testing = [], "", True
        self.tasks.start("test", self._test())
        self.changed.emit()

    async def _test(self) -> None:
        def tell(line: TestLine) -> None:
            self.lines.append(line)
            self.changed.emit()

        try:
            good = await self._interpreter.self_test(tell)
            self.verdict = t("Everything is held.") if good else t("Something is not as it must be.")
        except AppError as error:
            self.verdict = f"{error.message} {error.advice}".strip()
        finally:
            self.testing = False
            self.changed.emit()
