"""One cell from code to outputs: what is printed is told as it comes, pictures and files become files of the API."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.engine.tools.code_interpreter import words
from app.engine.tools.code_interpreter.files import Given, SessionFiles
from app.interpreter.model import Limits, Output, Part, SessionLost

if TYPE_CHECKING:
    from app.interpreter.session import Session

Json = dict[str, Any]

_STATUS = {
    "ok": "completed",
    "error": "failed",
    "timeout": "timed_out",
    "cancelled": "cancelled",
    "limit": "lost",
    "killed": "lost",
}
_REASON_LENGTH = 300


@dataclass(frozen=True)
class Cell:
    """What came of one cell.

    Attributes:
        status: ``completed``, ``failed`` (an exception), ``timed_out``, ``cancelled`` or ``lost`` (the session ended).
        outputs: ``{"type": "logs", "logs"}`` and ``{"type": "image", "image": {"file_id"}}`` in the order they were made.
        files: new and changed files, as files of the API.
        duration: seconds.
        exit_reason: in one line, why it did not complete.
        note: what is to be known about the session: it started anew, something was left out.
    """

    status: str
    outputs: list[Json] = field(default_factory=list)
    files: list[Json] = field(default_factory=list)
    duration: float = 0.0
    exit_reason: str | None = None
    note: str | None = None

    @property
    def result_text(self) -> str:
        """What a model is told."""
        return words.result_text(self.outputs, self.files, status=self.status)

    def wire(self) -> Json:
        """As the interpreter's routes show it."""
        return {
            "object": "interpreter.cell",
            "status": self.status,
            "outputs": self.outputs,
            "files": self.files,
            "result_text": self.result_text,
            "duration": round(self.duration, 3),
            "exit_reason": self.exit_reason,
            "note": self.note,
        }


@dataclass(frozen=True)
class Watch:
    """Who is told while a cell runs; ``output`` numbers the cell's outputs from 0.

    ``logs(output, text)`` gets pieces of text, ``image(output, file_id)`` pictures, ``file(entry)`` what was written.
    """

    logs: Callable[[int, str], None] = lambda _output, _text: None
    image: Callable[[int, str], None] = lambda _output, _file_id: None
    file: Callable[[Json], None] = lambda _entry: None


class _Outputs:
    """The outputs so far, made of the parts as they come."""

    def __init__(self, files: SessionFiles, watch: Watch) -> None:
        self._files = files
        self._watch = watch
        self._pictures = 0
        self._texts: list[str] = []
        self.shown: list[Json] = []

    async def take(self, part: Part) -> None:
        if isinstance(part, str):
            if not self._texts:
                self.shown.append({"type": "logs", "logs": ""})
            self._texts.append(part)
            self._watch.logs(len(self.shown) - 1, part)
            return
        self.settle()
        self._pictures += 1
        file_id = await self._files.keep_image(part, self._pictures)
        self.shown.append({"type": "image", "image": {"file_id": file_id}})
        self._watch.image(len(self.shown) - 1, file_id)

    def settle(self) -> None:
        """Write the texts that came into their output."""
        if self._texts:
            self.shown[-1]["logs"] = "".join(self._texts)
            self._texts = []


async def run_cell(
    session: Session,
    files: SessionFiles,
    code: str,
    *,
    given: Sequence[Given],
    limits: Limits,
    watch: Watch,
    outputs: list[Json] | None = None,
) -> Cell:
    """Run ``code`` in ``session`` after ``given`` was put there.

    ``outputs`` is filled as they come; it is what is left when this is cancelled.

    Raises:
        InterpreterUnavailable: there is no backend.
        StorageFailed: what was made cannot be stored.
    """
    parts: asyncio.Queue[Part | None] = asyncio.Queue()
    made = _Outputs(files, watch)
    if outputs is not None:
        made.shown = outputs

    async def follow() -> None:
        while (part := await parts.get()) is not None:
            await made.take(part)

    following: asyncio.Task[None] | None = None
    try:
        notes = await files.give(session, given, limits)
        for note in notes:
            await made.take(f"[{note}]\n")
        following = asyncio.get_running_loop().create_task(follow())
        output = await session.run(code, on_part=parts.put_nowait)
        parts.put_nowait(None)
        await following
        made.settle()
        entries = await files.collect(session, output.files)
    except SessionLost as error:
        made.settle()
        reason = f"The Python session could not be started: {error}"
        await made.take(f"[{reason}]\n")
        made.settle()
        return Cell("lost", made.shown, exit_reason=reason)
    finally:
        if following is not None and not following.done():
            following.cancel()
        made.settle()
    for entry in entries:
        watch.file(entry)
    return Cell(
        _STATUS[output.status],
        made.shown,
        entries,
        output.duration,
        _reason(output),
        " ".join(filter(None, (*notes, output.note))) or None,
    )


def _reason(output: Output) -> str | None:
    if output.status == "ok":
        return None
    if output.status != "error" and output.note:
        return output.note
    lines = [line for line in output.logs.splitlines() if line.strip() and not line.startswith("[")]
    return lines[-1][:_REASON_LENGTH] if lines else "The code failed."
