"""The Assistants lane: the server keeps the conversation, cuts the window and runs its own tools.

We add one message and start one run each time, and are asked only for the outputs of functions. A stream that breaks is
not the end of a run: it is looked up again (after a restart of the engine, too), and nothing that came before is lost.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from typing import Any, ClassVar

from app.connections.failures import translate
from app.core.entities import (
    ENGINE,
    MARK,
    MARK_PLAYGROUND,
    TITLE,
    Json,
    Message,
    ModelRef,
    message_from,
)
from app.core.errors import (
    AppError,
    AuthenticationFailed,
    ConnectionFailed,
    InvalidInput,
    NotFound,
    RateLimited,
    ServiceUnavailable,
)
from app.core.run_events import ObjectCreated, RunEvent
from app.workbench.api import get, plain
from app.workbench.branching import branch_at_prompt
from app.workbench.clients import ClientSource
from app.workbench.playground.ad_hoc import AdHocAssistants
from app.workbench.playground.lane import (
    Api,
    Attachment,
    BaseLane,
    HistoryMessage,
    LaneSettings,
    ToolHandler,
)
from app.workbench.playground.retries import asked_wait
from app.workbench.playground.run_outcome import outcome
from app.workbench.playground.run_stream import ENDED, RunReader
from app.workbench.playground.thread_calls import ThreadCalls
from app.workbench.threads import list_steps, title_from

SETTLE_SECONDS = 15.0
RECONNECT_SECONDS = 60.0
POLL_SECONDS = 0.3
NOTES_SECONDS = 0.5

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class AssistantRef:
    """A chosen assistant; ``model`` is only for notices about loading."""

    id: str
    name: str
    model: str = ""


class AssistantsLane(BaseLane):
    """A conversation over threads and runs, streamed.

    Args:
        lane_id: names the lane in every event.
        target: an assistant, or a plain model, which gets an ad-hoc assistant (made once, used by all lanes).
        clients: how services are reached.
        ad_hoc: shared by all lanes of the program.
        settings: parameters of each run, in place of the assistant's own.
        tool_handler: answers function calls; None stops at each.
    """

    api: ClassVar[Api] = "assistants"

    def __init__(
        self,
        lane_id: str,
        target: ModelRef | AssistantRef,
        *,
        clients: ClientSource,
        ad_hoc: AdHocAssistants | None = None,
        settings: LaneSettings | None = None,
        tool_handler: ToolHandler | None = None,
        quiet_seconds: float | None = None,
    ) -> None:
        extra = {} if quiet_seconds is None else {"quiet_seconds": quiet_seconds}
        super().__init__(lane_id, clients=clients, settings=settings, tool_handler=tool_handler, **extra)
        self.chosen = target
        self._ad_hoc = ad_hoc or AdHocAssistants()
        self._thread_id = ""
        self._held: int | None = 0
        self._history: list[HistoryMessage] = []
        self._stored: tuple[Message, ...] = ()
        self._calls = ThreadCalls(clients, self._notice, lambda: self._model.model)
        self._reader = RunReader(lane_id, self._tell)
        self._open_run = ""
        self._prompted = False

    @property
    def target(self) -> str:
        """The assistant's or model's name."""
        return self.chosen.name if isinstance(self.chosen, AssistantRef) else self.chosen.model

    @property
    def thread_id(self) -> str:
        """The thread that the conversation is in, "" before the first prompt."""
        return self._thread_id

    @property
    def history(self) -> tuple[HistoryMessage, ...]:
        """Prompts and answers of this thread, as this lane has seen them."""
        return tuple(self._history)

    @property
    def stored(self) -> tuple[Message, ...]:
        """The messages that the thread had when it was opened."""
        return self._stored

    async def open_thread(self, thread_id: str) -> None:
        """Go on with a stored thread.

        Raises:
            NotFound: it was deleted.
            EngineUnavailable: the engine does not come up.
        """
        self._require_idle()
        stored = [message_from(raw) for raw in await self._calls.messages(thread_id)]
        self._thread_id = thread_id
        self._held = len(stored)
        self._stored = tuple(stored)
        self._history = [HistoryMessage(m.role, m.text, partial=m.status == "incomplete") for m in stored]
        self._open_run = ""
        self._prompted = bool(stored)

    @property
    def _model(self) -> ModelRef:
        if isinstance(self.chosen, AssistantRef):
            return ModelRef(ENGINE, self.chosen.model)
        return self.chosen if self.chosen.connection == ENGINE else ModelRef(ENGINE, self.chosen.wire_name)

    # -- answering -----------------------------------------------------------------------------------------------

    async def _answer(self, prompt: str, attachments: tuple[Attachment, ...]) -> None:
        await self._clients.client(ENGINE)  # while the engine starts, no time of the answer is running
        await self._settle()
        await self._apply_rewind()
        await self._ensure_thread(prompt)
        if self._held is None:
            self._held = len(await self._calls.messages(self._thread_id))
        body = await self._calls.message_body(prompt, attachments)
        endpoint = f"POST /v1/threads/{self._thread_id}/messages"
        await self._sent(endpoint, body, messages=1, texts=[prompt], held=self._held)
        try:
            await self._calls.add_message(
                self._thread_id, body, held=self._held, seconds=60 + len(prompt) / 100_000
            )
        except NotFound as error:
            raise NotFound(
                "This conversation was deleted.",
                advice="Begin a new one in this lane.",
                details=error.details,
            ) from None
        self._held += 1
        self._prompted = True
        self._history.append(HistoryMessage("user", prompt))
        await self._run_to_end()

    async def _answer_again(self) -> None:
        if not self._thread_id or not self._prompted:
            raise InvalidInput("There is no prompt to answer again.")
        await self._settle()
        stored = await self._calls.messages(self._thread_id)
        while stored and stored[-1].get("role") == "assistant":  # the answer that is to be replaced
            await self._delete_message(str(stored.pop()["id"]))
        self._held = len(stored)
        while self._history and self._history[-1].role == "assistant":
            self._history.pop()
        await self._run_to_end()

    async def _delete_message(self, message_id: str) -> None:
        await self._calls.call(
            lambda client: client.beta.threads.messages.delete(message_id, thread_id=self._thread_id)
        )

    async def _go_on(self, outputs: dict[str, str]) -> None:
        if not self._open_run:
            raise InvalidInput("Nothing waits for outputs.")
        await self._follow(await self._submit_outputs(self._with_prepared(outputs)))

    async def _forget(self) -> None:
        if self._open_run:
            try:
                await self._settle()
            except AppError:  # the engine will expire it
                self._open_run = ""
        self._thread_id, self._held, self._prompted = "", 0, False
        self._history.clear()

    async def _rewind(self, prompts: int) -> None:
        """Go on in a branch of the thread: what was said in the old one stays there."""
        kept = [index for index, message in enumerate(self._history) if message.role == "user"]
        if prompts < len(kept):
            del self._history[kept[prompts] :]
        if not self._thread_id:
            return
        body = {"branch_of": self._thread_id, "prompts": prompts}
        await self._sent("POST /v1/threads", body, messages=0)
        thread, self._held = await self._calls.call(
            lambda client: branch_at_prompt(client, self._thread_id, prompts)
        )
        self._thread_id = str(thread["id"])
        self._emit(ObjectCreated(lane=self.id, kind="thread", id=self._thread_id, raw=thread))

    async def _run_to_end(self) -> None:
        self._reader = RunReader(self.id, self._tell)
        await self._follow(await self._start_run())

    async def _start_run(self) -> Any:
        for fresh in (False, True):
            assistant_id = await self._assistant(fresh=fresh)
            body: Json = {
                "assistant_id": assistant_id,
                "stream": True,
                **await self._stored_fields(assistant_id),
                **self._overrides(),
                **await self._tools(assistant_id),
            }
            await self._sent(f"POST /v1/threads/{self._thread_id}/runs", body, messages=0)
            try:
                return await self._create_run(body)
            except NotFound as error:
                if isinstance(self.chosen, AssistantRef):
                    if "assistant" in error.details.lower():
                        raise NotFound(
                            f"The assistant “{self.chosen.name}” was deleted.",
                            advice="Choose another one for this lane, or bring it back in Assistants.",
                            details=error.details,
                        ) from None
                    raise
                if fresh or "assistant" not in error.details.lower():
                    raise
        raise AssertionError("not reached")

    async def _create_run(self, body: Json) -> Any:
        thread_id = self._thread_id
        return await self._calls.call(
            lambda client: client.beta.threads.runs.create(thread_id=thread_id, **body)
        )

    async def _follow(self, stream: Any) -> None:
        """Read a run to its end, through tool outputs and broken streams."""
        reader = self._reader
        try:
            while True:
                await self._read(stream, reader)
                calls = reader.needed_calls() if reader.status == "requires_action" else ()
                if not calls:
                    break
                outputs = await self._tool_outputs(calls, by_server=True)
                if outputs is None:
                    self._finish("requires_action", raw=reader.run)
                    return
                stream = await self._submit_outputs(outputs)
        finally:
            self._keep_answer(reader)
        self._open_run = ""
        await self._tell_cells(reader)
        status, error = outcome(reader.run, has_text=any(reader.texts.values()))
        self._finish(status, error, raw=reader.run)

    async def _read(self, stream: Any, reader: RunReader) -> None:
        """Read a stream; when it breaks or ends too early, look the run up until it is over (or waits for outputs)."""
        trouble: AppError | None = None
        notes = asyncio.ensure_future(self._tell_notes(reader))
        try:
            async for event in stream:
                reader.take(event.event, plain(event.data) if event.data is not None else {})
                self._open_run = reader.run_id or self._open_run
                if reader.status in ENDED or reader.status == "requires_action":
                    break  # [DONE] follows, nothing else
        except AppError:
            raise
        except Exception as error:  # noqa: BLE001 - translated, all of it
            trouble = translate(error, service="The engine", model=self._model.model)
        finally:
            notes.cancel()
            await stream.close()
        if reader.status in ENDED or reader.status == "requires_action":
            return
        if not reader.run_id:
            raise trouble or ServiceUnavailable(
                "The engine ended the answer before it began.", advice="Try again."
            )
        self._notice("The connection to the engine broke off; the answer is being looked up.")
        await self._look_up(reader, trouble)

    async def _tell_notes(self, reader: RunReader) -> None:
        """While a run says nothing, tell what the engine notes about it: retries after rate limits, what was adapted."""
        told: set[str] = set()
        while True:
            await asyncio.sleep(NOTES_SECONDS)
            if any(reader.texts.values()):
                return
            if not reader.run_id:
                continue
            try:
                client = await self._clients.client(ENGINE)
                record = await get(client, f"/threads/{self._thread_id}/runs/{reader.run_id}/context")
            except Exception as error:  # noqa: BLE001 - notes are extra; the stream tells what matters
                log.debug("no notes of the run: %s", type(error).__name__)
                return
            for note in record.get("notes") or ():
                if isinstance(note, str) and note not in told:
                    told.add(note)
                    self._notice(note, asked_wait(RateLimited(note)))

    async def _tell_cells(self, reader: RunReader) -> None:
        """What the run's steps do not say of its code: files, time, how each cell ended."""
        if not reader.has_code:
            return
        try:
            path = f"/threads/{self._thread_id}/runs/{reader.run_id}/cells"
            found = await self._calls.call(lambda client: get(client, path))
        except AppError as error:
            log.info("nothing more is known of the run's code: %s", error.message)
            return
        for cell in found.get("data") or ():
            reader.take_cell(cell)

    async def _look_up(self, reader: RunReader, trouble: AppError | None) -> None:
        """Follow a run without its stream."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + RECONNECT_SECONDS
        while True:
            try:
                run = await self._stored_run(reader)
            except ConnectionFailed as error:
                if isinstance(error, AuthenticationFailed) or loop.time() > deadline:
                    raise trouble or error from None
                await asyncio.sleep(POLL_SECONDS)  # it is ending, or coming back
                continue
            reader.take_run(run)
            if reader.status in ENDED or reader.status == "requires_action":
                self._held = None  # counted again from the thread as it is now
                return
            deadline = loop.time() + RECONNECT_SECONDS
            await asyncio.sleep(POLL_SECONDS)

    async def _stored_run(self, reader: RunReader) -> Json:
        """The run as the engine has it now; its steps and messages are told as far as they are new."""
        thread_id, run_id = self._thread_id, reader.run_id
        run = plain(
            await self._calls.call(lambda c: c.beta.threads.runs.retrieve(run_id, thread_id=thread_id))
        )
        for step in await self._calls.call(lambda c: list_steps(c, thread_id, run_id)):
            reader.take_step(step)
        for message in await self._calls.messages(thread_id, run_id):
            reader.take_message(message)
        return run

    def _keep_answer(self, reader: RunReader) -> None:
        """What came belongs to the conversation, however it ended."""
        text = "\n\n".join(text for text in reader.texts.values() if text)
        partial = reader.status != "completed"
        if text:
            if self._history and self._history[-1].role == "assistant":  # the part before tool outputs
                self._history.pop()
            self._history.append(HistoryMessage("assistant", text, partial=partial))
        if partial or self._held is None:
            self._held = None
        else:
            self._held += reader.messages

    # -- stopping ------------------------------------------------------------------------------------------------

    async def _cancel_remotely(self) -> bool:
        run_id = self._open_run
        if not run_id:
            return False
        client = await self._clients.client(ENGINE)
        await client.beta.threads.runs.cancel(run_id, thread_id=self._thread_id)
        return True

    async def _settle(self) -> None:
        """Make sure that no run of ours still holds the thread (after a stop, a crash, or outputs never given)."""
        if not self._open_run or not self._thread_id:
            return
        run_id, thread_id = self._open_run, self._thread_id
        cancelled = False
        deadline = asyncio.get_running_loop().time() + SETTLE_SECONDS
        while True:
            try:
                run = plain(
                    await self._calls.call(
                        lambda client: client.beta.threads.runs.retrieve(run_id, thread_id=thread_id)
                    )
                )
            except NotFound:
                break
            if run.get("status") in ENDED:
                break
            if asyncio.get_running_loop().time() > deadline:
                raise ServiceUnavailable(
                    "The answer before this one does not stop.", advice="Try again in a moment."
                )
            if not cancelled and run.get("status") != "cancelling":
                cancelled = True
                try:
                    await self._calls.call(
                        lambda client: client.beta.threads.runs.cancel(run_id, thread_id=thread_id)
                    )
                except InvalidInput:  # it ended meanwhile
                    continue
            await asyncio.sleep(0.1)
        self._open_run = ""
        self._held = None

    # -- requests ------------------------------------------------------------------------------------------------

    async def _ensure_thread(self, prompt: str) -> None:
        if self._thread_id:
            return
        body: Json = {"metadata": {TITLE: title_from(prompt), MARK: MARK_PLAYGROUND}}
        await self._sent("POST /v1/threads", body, messages=0)
        thread = plain(await self._calls.call(lambda client: client.beta.threads.create(**body)))
        self._thread_id = str(thread["id"])
        self._held = 0
        self._emit(ObjectCreated(lane=self.id, kind="thread", id=self._thread_id, raw=thread))

    async def _assistant(self, *, fresh: bool) -> str:
        if isinstance(self.chosen, AssistantRef):
            return self.chosen.id
        name = self.chosen.wire_name
        if fresh:
            self._ad_hoc.forget(name)
        return await self._calls.call(lambda client: self._ad_hoc.find_or_make(client, name))

    async def _stored_fields(self, assistant_id: str) -> Json:
        """What a stored assistant's runs are begun with; a journal that cannot be read stands in no run's way."""
        if self._ad_hoc.run_fields is None or not isinstance(self.chosen, AssistantRef):
            return {}
        try:
            return await self._ad_hoc.run_fields(assistant_id)
        except AppError as error:
            log.warning("the version of an assistant is not known: %s", error.message)
            return {}

    async def _tools(self, assistant_id: str) -> Json:
        """The lane's tools beside the assistant's own, and the thread's store for the file search."""
        settings = self.settings
        if not settings.has_tools:
            return {}
        own: list[Json] = []
        if isinstance(self.chosen, AssistantRef):
            stored = plain(
                await self._calls.call(lambda client: client.beta.assistants.retrieve(assistant_id))
            )
            own = [tool for tool in stored.get("tools") or () if isinstance(tool, dict)]
        there = {str(tool.get("type")) for tool in own}
        names = {str((tool.get("function") or {}).get("name")) for tool in own}
        if settings.code_interpreter and "code_interpreter" not in there:
            own.append({"type": "code_interpreter"})
        if settings.file_search and settings.vector_store_ids:
            if "file_search" not in there:
                own.append({"type": "file_search"})
            stores = list(settings.vector_store_ids[:1])  # a thread has room for one
            resources: Json = {"file_search": {"vector_store_ids": stores}}
            thread_id = self._thread_id
            await self._calls.call(
                lambda client: client.beta.threads.update(thread_id, tool_resources=_any(resources))
            )
        own += [{"type": "function", "function": f} for f in settings.functions if f.get("name") not in names]
        return {"tools": own}

    def _overrides(self) -> Json:
        settings = self.settings
        given: Json = {
            "instructions": self.instructions if self.instructions.strip() else None,
            "temperature": settings.temperature,
            "top_p": settings.top_p,
            "max_completion_tokens": settings.max_tokens,
        }
        return {name: value for name, value in given.items() if value is not None}

    def _tell(self, event: RunEvent) -> None:
        self._emit(event)  # looked up each time: every answer has its own

    async def _submit_outputs(self, outputs: dict[str, str]) -> Any:
        given = [{"tool_call_id": call_id, "output": output} for call_id, output in outputs.items()]
        body: Json = {"tool_outputs": given, "stream": True}
        run_id, thread_id = self._open_run, self._thread_id
        await self._sent(f"POST /v1/threads/{thread_id}/runs/{run_id}/submit_tool_outputs", body, messages=0)
        stream = await self._calls.call(
            lambda client: client.beta.threads.runs.submit_tool_outputs(run_id, thread_id=thread_id, **body),
            repeatable=False,
        )
        self._reader.run = {**self._reader.run, "status": "queued", "required_action": None}
        return stream


def _any(value: Any) -> Any:
    return value
