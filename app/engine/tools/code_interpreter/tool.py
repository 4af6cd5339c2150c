"""The tool ``code_interpreter`` of runs."""

from __future__ import annotations

import json
import logging
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import AppError
from app.engine.models.tool_calling import PromptedForm
from app.engine.runs.tools import ServerCall, ServerToolResult
from app.engine.store import wire
from app.engine.store.session import Store
from app.engine.store.tables import Assistant, Run, Thread
from app.engine.tools.code_interpreter import links, words
from app.engine.tools.code_interpreter.arguments import code_of, code_so_far
from app.engine.tools.code_interpreter.cells import Cell, Watch
from app.engine.tools.code_interpreter.files import Given
from app.engine.tools.code_interpreter.service import InterpreterService
from app.interpreter import folder as folders

Json = dict[str, Any]

log = logging.getLogger(__name__)

_NO_CODE = (
    "No code was found in the arguments. Call the tool with JSON like "
    '{"code": "print(1 + 1)"}, with line breaks and quotes inside the string escaped.'
)
_REMEMBERED_RUNS = 500
_BEGINNING = 160
_TEXT_SUFFIXES = {".csv", ".tsv", ".txt", ".json", ".jsonl", ".md"}
_ORIGINS = {"thread": "from the user", "assistant": "of the assistant"}


@dataclass
class _Known:
    """What is known of a run's files before its first model call."""

    lines: list[str] = field(default_factory=list)
    beginnings: dict[str, str] = field(default_factory=dict)


class CodeInterpreter:
    """The tool; one for each engine. See :class:`app.engine.runs.tools.ServerTool` for what its methods are for."""

    name = words.NAME

    def __init__(self, service: InterpreterService, store: Store) -> None:
        self._service = service
        self._store = store
        self._known: OrderedDict[str, _Known] = OrderedDict()

    # -- what models are told ------------------------------------------------------------------------------------

    def definition(self, tool: Mapping[str, Any], run: Run) -> Json | None:  # noqa: ARG002
        """The function; None when a person has switched the interpreter off."""
        return None if self._service.switched_off else self._service.definition()

    def instructions(self, tool: Mapping[str, Any], run: Run) -> str:  # noqa: ARG002
        """How to use it, and the files that are there."""
        known = self._known.get(run.id)
        return words.instructions(known.lines if known is not None else ())

    def prompted(self, tool: Mapping[str, Any], run: Run) -> PromptedForm | None:  # noqa: ARG002
        """For models that are prompted: what to do first, the code in a second step."""
        known = self._known.get(run.id)
        return words.prompted(known.beginnings if known is not None else {})

    async def prepare(self, run: Run) -> None:
        """Look which files the run has, and let a session be warmed while the model thinks."""
        self._service.want(spare=True)
        given = await self._given(run)
        known = _Known()
        try:
            session = await self._service.session(run.thread_id)
            names = await self._service.files.names(session, given)
            made = await self._service.files.listing(session)
        except AppError:  # the first call will say it
            return
        for one in given:
            name = names[one.file_id]
            called = "" if folders.safe_name(one.filename) == name else f", called “{one.filename}”"
            known.lines.append(f"{name} ({_ORIGINS.get(one.origin, 'given')}{called}, {one.size} bytes)")
            known.beginnings[name] = await self._beginning(one)
        placed = set(names.values())
        for item in made:
            if item["name"] not in placed:
                known.lines.append(f"{item['name']} ({item['bytes']} bytes)")
                known.beginnings[item["name"]] = ""
        self._known[run.id] = known
        while len(self._known) > _REMEMBERED_RUNS:
            self._known.popitem(last=False)

    async def _beginning(self, one: Given) -> str:
        """The first line of a text file, for models that need to be told."""
        if PurePosixPath(one.filename.lower()).suffix not in _TEXT_SUFFIXES:
            return ""
        return await self._service.files.first_line(one.file_id, _BEGINNING)

    async def _given(self, run: Run) -> list[Given]:
        """The files of the thread, which take their names first, and those of the assistant."""

        async def look(session: AsyncSession) -> list[Any]:
            thread = await session.scalar(select(Thread.tool_resources).where(Thread.id == run.thread_id))
            assistant = await session.scalar(
                select(Assistant.tool_resources).where(Assistant.id == run.assistant_id)
            )
            return [("thread", thread), ("assistant", assistant)]

        wanted: dict[str, str] = {}
        for origin, resources in await self._store.look(look):
            for file_id in ((resources or {}).get("code_interpreter") or {}).get("file_ids") or ():
                wanted.setdefault(file_id, origin)
        return await self._service.files.find(wanted.items())

    # -- calls ---------------------------------------------------------------------------------------------------

    def opening(self, arguments: str) -> Json:
        """Input so far, no outputs yet."""
        return {"input": code_of(arguments) or code_so_far(arguments), "outputs": []}

    def input_text(self, arguments: str) -> str | None:
        """The code in incomplete arguments."""
        return code_so_far(arguments)

    async def run(self, call: ServerCall) -> ServerToolResult:
        """Run the code in the thread's session.

        Raises:
            AppError: there is no interpreter, or what was made cannot be stored.
        """
        code = code_of(call.arguments)
        if code is None:
            return self._refused(call)
        details = call.details
        details.update(input=code, outputs=[])
        cell = await self._service.run(
            call.run.thread_id,
            code,
            given=await self._given(call.run),
            watch=Watch(call.announce_logs, lambda output, file_id: self._show_image(call, output, file_id)),
            outputs=details["outputs"],
        )
        return self._result(code, cell)

    def _refused(self, call: ServerCall) -> ServerToolResult:
        call.announce_logs(0, _NO_CODE)
        outputs: list[Json] = [{"type": "logs", "logs": _NO_CODE}]
        return ServerToolResult({"input": code_so_far(call.arguments), "outputs": outputs}, _NO_CODE)

    def _show_image(self, call: ServerCall, output: int, file_id: str) -> None:
        call.announce({"outputs": [{"index": output, "type": "image", "image": {"file_id": file_id}}]})

    def _result(self, code: str, cell: Cell) -> ServerToolResult:
        extra = {
            "status": cell.status,
            "files": cell.files,
            "duration": round(cell.duration, 3),
            "exit_reason": cell.exit_reason,
            "note": cell.note,
        }
        images = [output["image"]["file_id"] for output in cell.outputs if output["type"] == "image"]
        return ServerToolResult(
            details={"input": code, "outputs": cell.outputs, wire.CELL: extra},
            output=cell.result_text,
            message_parts=[
                {"type": "image_file", "image_file": {"file_id": file_id, "detail": "auto"}}
                for file_id in images
            ],
            notes=[f"code_interpreter: {cell.note}"] if cell.note else [],
            files=[entry["file_id"] for entry in cell.files if entry.get("file_id")],
        )

    def history(self, details: Mapping[str, Any]) -> tuple[str, str] | None:
        """The code and what the model read of it."""
        if not details.get("input"):
            return None
        extra = details.get(wire.CELL) or {}
        output = words.result_text(
            details.get("outputs") or [], extra.get("files") or [], status=extra.get("status") or "completed"
        )
        return json.dumps({"code": details["input"]}, ensure_ascii=False), output

    async def annotate(self, run: Run, text: str) -> Sequence[Json]:
        """Links to files of the session."""
        if "sandbox:" not in text and "/mnt/data/" not in text:
            return []
        files = self._service.files
        try:
            session = await self._service.session(run.thread_id)
            found = links.file_paths(text, await files.linkable(session))
            if len(found) < text.count("sandbox:"):
                unkept = {name: name for name in await files.unkept(session)}
                meant = {link["file_path"]["file_id"] for link in links.file_paths(text, unkept)}
                if meant and await files.collect(session, sorted(meant)):
                    found = links.file_paths(text, await files.linkable(session))
        except AppError as error:
            log.warning("links to files could not be looked up: %s", error)
            return []
        return found
