"""The tools of a lane whose service runs none itself: the window's own tool loop.

One for each lane. Code runs in a session of the engine's interpreter, searches go through the engine's stores, functions
through their handlers. Whatever fails becomes words for the model and the person; nothing here ends an answer.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from app.connections.failures import translate
from app.core import run_events as ev
from app.core.code_arguments import code_of
from app.core.entities import ENGINE, Json
from app.core.errors import AppError
from app.core.ids import new_id
from app.workbench.api import get, in_words, plain, post
from app.workbench.clients import ClientSource
from app.workbench.tools.answering import FunctionHandlers
from app.workbench.tools.interpreter import About, Cell, run_cell, told_to_model
from app.workbench.tools.specs import LANES, read_arguments

if TYPE_CHECKING:
    from app.workbench.playground.lane import Attachment, BaseLane, LaneSettings

CODE, SEARCH = "code_interpreter", "file_search"
MOST_RESULTS_KEPT = 200
INLINE_CHARACTERS = 8_000
SESSION = "interpreter_session"
"""The kind of object that a lane's session is told as, so that a reopened lane finds it again."""

Emit = Callable[[ev.RunEvent], None]
log = logging.getLogger(__name__)


class LaneTools:
    """Tools of one lane.

    Args:
        handlers: what answers functions.
        clients: how the engine is reached.
        owner: whose handlers are used; gives an assistant's id, or :data:`LANES`.
    """

    def __init__(
        self,
        handlers: FunctionHandlers,
        clients: ClientSource,
        *,
        owner: Callable[[], str] = lambda: LANES,
    ) -> None:
        self.session_key = new_id("lane")
        self.owner = owner
        self.told: set[str] = set()
        """Calls whose output was told as events already."""
        self._handlers = handlers
        self._clients = clients
        self._offered: dict[str, Json] = {}
        self._prompts: list[str] = []
        self._results: list[Json] = []
        self._cited = False
        self._file_ids: list[str] = []
        self._session_told = False

    # -- what is offered -----------------------------------------------------------------------------------------

    async def prepare(self, settings: LaneSettings, tell: Callable[[str], None]) -> None:
        """Find out what can be offered now: what is on and there."""
        offered: dict[str, Json] = {}
        self._prompts = []
        if settings.code_interpreter:
            await self._offer(offered, CODE, "/interpreter", tell)
        if settings.file_search and settings.vector_store_ids:
            await self._offer(offered, SEARCH, "/file_search", tell)
        for function in settings.functions:
            name = str(function.get("name") or "")
            if name and name not in offered:
                offered[name] = function
        self._offered = offered

    async def _offer(
        self, offered: dict[str, Json], name: str, path: str, tell: Callable[[str], None]
    ) -> None:
        words = "The code interpreter" if name == CODE else "File search"
        try:
            async with in_words():
                data = await get(await self._clients.client(ENGINE), path)
        except AppError as error:
            tell(f"{words} cannot be used now: {error.message}")
            return
        if name == CODE:
            about = About.read(data)
            if about.state == "off":
                tell(f"{words} is off: {about.reason} {about.advice}".strip())
                return
        if isinstance(data.get("definition"), dict):
            offered[name] = data["definition"]
            self._prompts.append(str(data.get("prompt") or ""))

    @property
    def definitions(self) -> list[Json]:
        """The tools for a Chat Completions request."""
        return [{"type": "function", "function": function} for function in self._offered.values()]

    @property
    def prompt(self) -> str:
        """What is added to the instructions."""
        return "\n\n".join(part for part in self._prompts if part)

    def kind_of(self, name: str) -> ev.StepKind:
        """What kind of step a call of ``name`` is."""
        if name in self._offered:
            if name == CODE:
                return "code_interpreter"
            if name == SEARCH:
                return "file_search"
        return "function"

    # -- files of prompts ----------------------------------------------------------------------------------------

    async def take_files(
        self, attachments: Sequence[Attachment], settings: LaneSettings
    ) -> tuple[list[Attachment], str]:
        """Put files into the session when code can run; gives what is still to be sent inline, and words about the rest.

        Raises:
            AppError: they cannot be uploaded.
        """
        if not settings.code_interpreter:
            return list(attachments), ""
        inline: list[Attachment] = []
        names: list[str] = []
        for attachment in attachments:
            if attachment.is_image:
                inline.append(attachment)
            else:
                text = attachment.as_text()
                if text is not None and len(text) <= INLINE_CHARACTERS:
                    inline.append(attachment)
            async with in_words():
                client = await self._clients.client(ENGINE)
                stored = plain(
                    await client.files.create(
                        file=(attachment.name, attachment.data, attachment.media_type), purpose="assistants"
                    )
                )
            self._file_ids.append(str(stored["id"]))
            names.append(f"/mnt/data/{attachment.name}")
        return inline, f"\n\n[Files for the code interpreter: {', '.join(names)}]" if names else ""

    # -- answering -----------------------------------------------------------------------------------------------

    async def answer(
        self, lane: BaseLane, calls: Sequence[ev.FunctionCall], emit: Emit, *, by_server: bool = False
    ) -> Mapping[str, str]:
        """Outputs of all calls that need no person, by call id."""
        outputs: dict[str, str] = {}
        functions: list[ev.FunctionCall] = []
        for call in calls:
            kind = "function" if by_server else self.kind_of(call.name)
            if kind == "code_interpreter":
                outputs[call.call_id] = await self._run_code(lane, call, emit)
            elif kind == "file_search":
                outputs[call.call_id] = await self._search(lane, call, emit)
            elif by_server or call.name in self._offered:
                functions.append(call)
            else:
                outputs[call.call_id] = self._unknown(lane, call, emit)

        async def one(call: ev.FunctionCall) -> None:
            def tell(words: str) -> None:
                emit(ev.Notice(lane=lane.id, text=words))

            found = await self._handlers.answer(self.owner(), call, tell)
            if found is None:
                return
            outputs[call.call_id] = found.output
            if found.trouble:
                tell(found.trouble)
            if not by_server:
                self._tell_output(lane, call, found.output, emit, failed=bool(found.details))

        results = await asyncio.gather(*(one(call) for call in functions), return_exceptions=True)
        for result in results:
            if isinstance(result, BaseException):
                raise result
        return outputs

    def _unknown(self, lane: BaseLane, call: ev.FunctionCall, emit: Emit) -> str:
        names = ", ".join(self._offered) or "none"
        emit(
            ev.Notice(
                lane=lane.id, text=f"The model called “{call.name}”, which there is not; it was told so."
            )
        )
        output = f"Error: there is no tool “{call.name}”. Tools: {names}."
        self._tell_output(lane, call, output, emit, failed=True)
        return output

    def _tell_output(
        self, lane: BaseLane, call: ev.FunctionCall, output: str, emit: Emit, *, failed: bool = False
    ) -> None:
        self.told.add(call.call_id)
        emit(ev.ToolOutput(lane=lane.id, step_id=call.call_id, call_id=call.call_id, output=output))
        function = {"name": call.name, "arguments": call.arguments, "output": output}
        shown = {"id": call.call_id, "type": "function", "function": function}
        emit(self._step(lane, call, shown, "failed" if failed else "completed"))

    @staticmethod
    def _step(lane: BaseLane, call: ev.FunctionCall, shown: Json, status: str) -> ev.StepFinished:
        details: Json = {
            "id": call.call_id,
            "type": "tool_calls",
            "status": status,
            "step_details": {"type": "tool_calls", "tool_calls": [shown]},
        }
        return ev.StepFinished(lane=lane.id, step_id=call.call_id, status=status, details=details)

    # -- the code interpreter ------------------------------------------------------------------------------------

    async def _run_code(self, lane: BaseLane, call: ev.FunctionCall, emit: Emit) -> str:
        self.told.add(call.call_id)
        place: Json = {"lane": lane.id, "step_id": call.call_id, "call_id": call.call_id}
        code = code_of(call.arguments)
        if code is None:
            emit(ev.CodeFinished(**place, status="failed", seconds=0.0, exit_reason="There was no code."))
            emit(self._step(lane, call, {"id": call.call_id, "type": CODE}, "failed"))
            return 'Error: the arguments hold no code. Call it with {"code": "…"}.'
        if not self._session_told:
            self._session_told = True
            emit(ev.ObjectCreated(lane=lane.id, kind=SESSION, id=self.session_key))

        def watch(kind: str, data: Json) -> None:
            if kind == "logs":
                emit(ev.CodeLogs(**place, logs=str(data.get("logs") or ""), raw=data))
            elif kind == "image":
                emit(ev.CodeImage(**place, file_id=str(data.get("file_id") or ""), raw=data))

        loop = asyncio.get_running_loop()
        began = loop.time()
        try:
            client = await self._clients.client(ENGINE)
            cell = await run_cell(client, self.session_key, code, file_ids=tuple(self._file_ids), watch=watch)
        except asyncio.CancelledError:
            emit(
                ev.CodeFinished(
                    **place, status="cancelled", seconds=loop.time() - began, exit_reason="It was stopped."
                )
            )
            raise
        except Exception as error:  # noqa: BLE001 - translated, all of it
            failure = error if isinstance(error, AppError) else translate(error, service="The interpreter")
            cell = Cell("lost", duration=loop.time() - began, exit_reason=failure.message)
            emit(ev.Notice(lane=lane.id, text=f"The code did not run to its end: {failure.message}"))
            said = f"Error: {failure.message} Variables may be gone; files under /mnt/data are kept."
        else:
            said = told_to_model(cell, self._context(lane))
        files = tuple(
            {"file_id": one.file_id, "name": one.name, "path": one.path, "bytes": one.bytes}
            for one in cell.files
        )
        emit(
            ev.CodeFinished(
                **place,
                status=cell.status,
                seconds=cell.duration,
                exit_reason=cell.exit_reason,
                note=cell.note,
                files=files,
            )
        )
        shown = {"id": call.call_id, "type": CODE, CODE: {"input": code, "outputs": list(cell.outputs)}}
        status = {"completed": "completed", "cancelled": "cancelled"}.get(cell.status, "failed")
        emit(self._step(lane, call, shown, status))
        return said

    # -- file search ---------------------------------------------------------------------------------------------

    async def _search(self, lane: BaseLane, call: ev.FunctionCall, emit: Emit) -> str:
        try:
            queries = _queries(call.arguments)
            async with in_words(service="File search"):
                found = await post(
                    await self._clients.client(ENGINE),
                    "/file_search",
                    {
                        "vector_store_ids": list(lane.settings.vector_store_ids),
                        "queries": queries,
                        "first": len(self._results) + 1,
                        **self._room(lane),
                    },
                )
        except AppError as error:
            emit(ev.Notice(lane=lane.id, text=f"The files were not searched: {error.message}"))
            output = f"Error: {error.message}"
            self._tell_output(lane, call, output, emit, failed=True)
            return output
        results = [one for one in found.get("results") or () if isinstance(one, dict)]
        self._results += results
        del self._results[:-MOST_RESULTS_KEPT]
        self._cited = False
        self.told.add(call.call_id)
        shown = {"id": call.call_id, "type": SEARCH, SEARCH: {"queries": queries, "results": results}}
        emit(self._step(lane, call, shown, "completed"))
        return str(found.get("output") or "Nothing was found.")

    @staticmethod
    def _context(lane: BaseLane) -> int | None:
        """How many tokens a model of this computer can read; None for services."""
        from app.workbench import model_facts

        model = getattr(lane, "model", None)
        if model is None or model.connection != ENGINE:
            return None
        known = model_facts.facts(model.model)
        return known.context if known and known.context else None

    def _room(self, lane: BaseLane) -> Json:
        """How much of the results a model of this computer can read; services read as much as the API gives."""
        context = self._context(lane)
        return {"max_tokens": max(300, int(context * 0.4))} if context else {}

    async def cite(self, lane: BaseLane, text: str, emit: Emit) -> None:
        """Tell the places of a finished answer that lead to files."""
        if text and "sandbox:/mnt/data/" in text:
            await self._cite_paths(lane, text, emit)
        if not text or not self._results:
            return
        try:
            async with in_words():
                found = await post(
                    await self._clients.client(ENGINE),
                    "/file_search/annotate",
                    {"text": text, "results": self._results},
                )
        except AppError as error:
            log.warning("citations were not found: %s", error.message)
            return
        for annotation in found.get("annotations") or ():
            target = annotation.get("file_citation") or {}
            emit(
                ev.Citation(
                    lane=lane.id,
                    marker=str(annotation.get("text") or ""),
                    start=int(annotation.get("start_index") or 0),
                    end=int(annotation.get("end_index") or 0),
                    file_id=str(target.get("file_id") or ""),
                    quote=str(target.get("quote") or ""),
                    raw=annotation,
                )
            )

    async def _cite_paths(self, lane: BaseLane, text: str, emit: Emit) -> None:
        import re

        try:
            async with in_words():
                client = await self._clients.client(ENGINE)
                session = await get(client, f"/interpreter/sessions/{self.session_key}")
        except AppError as error:
            log.warning("the session's files are not known: %s", error.message)
            return
        files = {
            str(one.get("path")): str(one.get("file_id") or "")
            for one in session.get("files") or ()
            if isinstance(one, dict)
        }
        for match in re.finditer(r"sandbox:(/mnt/data/[^\s)\]\"'<>]+)", text):
            path = match[1].rstrip(".,;:!?")
            if files.get(path):
                start = match.start()
                end = start + len("sandbox:") + len(path)
                emit(
                    ev.Citation(
                        lane=lane.id, marker=text[start:end], start=start, end=end, file_id=files[path]
                    )
                )

    # -- beginning anew ------------------------------------------------------------------------------------------

    async def forget(self) -> None:
        """A new conversation has a new session; the old one is thrown away, files and all."""
        old, used = self.session_key, self._session_told
        self.session_key, self._session_told = new_id("lane"), False
        self._results.clear()
        self._file_ids.clear()
        self.told.clear()
        if used:
            try:
                async with in_words(), asyncio.timeout(5):
                    client = await self._clients.client(ENGINE)
                    await client.delete(f"/interpreter/sessions/{old}", cast_to=object)
            except (AppError, TimeoutError) as error:
                log.info("an old session is swept later: %s", type(error).__name__)

    def reopen(self, session_key: str) -> None:
        """Go on in the session that the conversation had before the program was closed."""
        self.session_key, self._session_told = session_key, True


def _queries(arguments: str) -> list[str]:
    given: Any = read_arguments(arguments)
    queries = given.get("queries") or given.get("query") or given.get("q")
    if isinstance(queries, str):
        queries = [queries]
    found = [str(one).strip() for one in queries or () if str(one).strip()]
    if not found:
        raise AppError('The call has no queries. Call it with {"queries": ["…"]}.')
    return [one[:2000] for one in found[:5]]


def arguments_of(function: Json) -> str:
    """Example arguments for a function's “Try it”, after its schema."""
    from app.workbench.tools.examples import example

    return json.dumps(example(function.get("parameters") or {}), ensure_ascii=False, indent=2)
