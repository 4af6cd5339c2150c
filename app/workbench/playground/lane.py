"""A lane: one conversation with one model over one API, told in the vocabulary of :mod:`app.core.run_events`.

::

    async for event in lane.send("Why is the sky blue?"):
        …                                   # the last event is always Finished; nothing is raised for a failure

What lanes promise:

- Every failure ends as ``Finished(status="failed", error, advice, details)``; what had arrived before stays.
- :meth:`Lane.cancel` ends an answer as ``Finished(status="cancelled")`` within about two seconds, on the server too.
- A lane that failed, was cancelled, or lost its engine can be sent to again at once.
"""

from __future__ import annotations

import abc
import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Protocol

from app.connections.failures import translate
from app.core import tokens
from app.core.entities import ModelRef
from app.core.errors import AppError, InvalidInput
from app.core.run_events import (
    Finished,
    FinishStatus,
    FunctionCall,
    NeedsToolOutput,
    Notice,
    RunEvent,
    Sent,
)
from app.workbench.clients import ClientSource
from app.workbench.playground.variables import fill

if TYPE_CHECKING:
    from app.workbench.tools.lane_tools import LaneTools

log = logging.getLogger(__name__)

Api = Literal["chat", "assistants", "responses"]

QUIET_SECONDS = 15.0
"""A service that says nothing for so long is mentioned in a notice; then after twice as long, and so on."""
CANCEL_SECONDS = 2.0


@dataclass(frozen=True)
class LaneSettings:
    """Parameters of a lane; None leaves a parameter to the service. ``instructions`` is the system prompt.

    ``keep_in_conversation`` has the Responses API keep what is said in a conversation, instead of a chain of responses.
    ``code_interpreter``, ``file_search`` (in ``vector_store_ids``) and ``functions`` (``name``, ``description``,
    ``parameters``) are the tools that are on.
    """

    instructions: str = ""
    temperature: float | None = None
    top_p: float | None = None
    max_tokens: int | None = None
    keep_in_conversation: bool = False
    code_interpreter: bool = False
    file_search: bool = False
    vector_store_ids: tuple[str, ...] = ()
    functions: tuple[dict[str, Any], ...] = ()

    def __post_init__(self) -> None:
        """Lists, as JSON has them, become tuples."""
        for name in ("vector_store_ids", "functions"):
            object.__setattr__(self, name, tuple(getattr(self, name) or ()))

    @property
    def has_tools(self) -> bool:
        """Whether any tool is on."""
        return bool(self.code_interpreter or self.functions or (self.file_search and self.vector_store_ids))


TEXT_ATTACHMENT_CHARACTERS = 1_000_000
"""Longer text files are not put into a prompt."""


@dataclass(frozen=True)
class Attachment:
    """A file or image to go with a prompt."""

    name: str
    media_type: str
    data: bytes

    @property
    def is_image(self) -> bool:
        """Whether it is shown to the model as an image."""
        return self.media_type in {"image/png", "image/jpeg", "image/gif", "image/webp"}

    def as_text(self) -> str | None:
        """Its text, None where it is no plain text or too long to be part of a prompt."""
        try:
            text = self.data.decode("utf-8")
        except UnicodeDecodeError:
            return None
        return None if "\0" in text or len(text) > TEXT_ATTACHMENT_CHARACTERS else text


@dataclass(frozen=True)
class HistoryMessage:
    """One message of a lane's conversation; ``partial`` when its answer broke off or was stopped."""

    role: Literal["user", "assistant"]
    text: str
    partial: bool = False


ToolHandler = Callable[[tuple[FunctionCall, ...]], Awaitable[Mapping[str, str] | None]]
"""Gives the outputs of function calls by call id, or None when a person must type them."""


class Lane(Protocol):
    """What the comparison and the window need of a lane."""

    id: str
    api: ClassVar[Api]

    @property
    def busy(self) -> bool:
        """Whether an answer is under way."""

    @property
    def target(self) -> str:
        """The model or assistant, for people."""

    @property
    def history(self) -> tuple[HistoryMessage, ...]:
        """The conversation so far."""

    def send(self, prompt: str, attachments: Sequence[Attachment] = ()) -> AsyncIterator[RunEvent]:
        """Send a prompt and give what happens, up to and with ``Finished``.

        Raises:
            InvalidInput: the prompt is empty, or an answer is still under way.
        """

    def retry(self) -> AsyncIterator[RunEvent]:
        """Have the last prompt answered again, in place of its last answer."""

    def submit(self, outputs: Mapping[str, str]) -> AsyncIterator[RunEvent]:
        """Go on after ``Finished(status="requires_action")`` with the outputs of all calls, by call id."""

    async def cancel(self) -> None:
        """Stop the answer that is under way, if any, and wait until it has stopped."""

    async def reset(self) -> None:
        """Stop, and begin a new conversation."""


class BaseLane(abc.ABC):
    """Common ground of the lanes: one answer at a time, run in a task of its own, always ended by ``Finished``.

    Args:
        lane_id: names the lane in every event.
        clients: how services are reached.
        settings: parameters; may be replaced between answers.
        tool_handler: answers function calls; None stops at each with ``requires_action``.
    """

    api: ClassVar[Api]

    def __init__(
        self,
        lane_id: str,
        *,
        clients: ClientSource,
        settings: LaneSettings | None = None,
        tool_handler: ToolHandler | None = None,
        quiet_seconds: float = QUIET_SECONDS,
    ) -> None:
        self.id = lane_id
        self.settings = settings or LaneSettings()
        self.tool_handler = tool_handler
        self.toolbox: LaneTools | None = None
        """Answers calls in place of ``tool_handler`` where it is given."""
        self.variables: dict[str, str] = {}
        self._prepared: dict[str, str] = {}
        self._rewind_to: int | None = None
        self._clients = clients
        self._quiet_seconds = quiet_seconds
        self._task: asyncio.Task[None] | None = None
        self._emit: Callable[[RunEvent], None] = lambda _event: None
        self._cancelling = False

    # -- for everyone --------------------------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether an answer is under way."""
        return self._task is not None

    @property
    @abc.abstractmethod
    def target(self) -> str:
        """The model or assistant, for people."""

    @property
    @abc.abstractmethod
    def history(self) -> tuple[HistoryMessage, ...]:
        """The conversation so far."""

    @property
    def instructions(self) -> str:
        """The system prompt with the values of its ``{{variables}}``."""
        return fill(self.settings.instructions, self.variables)

    def rewind(self, prompts: int) -> None:
        """Go back to after the first ``prompts`` prompts and their answers; done when the next prompt is sent."""
        self._require_idle()
        self._rewind_to = prompts

    def send(self, prompt: str, attachments: Sequence[Attachment] = ()) -> AsyncIterator[RunEvent]:
        """See :meth:`Lane.send`."""
        self._require_idle()
        text = clean_prompt(prompt)
        return self._events(lambda: self._answer(text, tuple(attachments)))

    def retry(self) -> AsyncIterator[RunEvent]:
        """See :meth:`Lane.retry`."""
        self._require_idle()
        return self._events(self._answer_again)

    def submit(self, outputs: Mapping[str, str]) -> AsyncIterator[RunEvent]:
        """See :meth:`Lane.submit`."""
        self._require_idle()
        return self._events(lambda: self._go_on(dict(outputs)))

    async def cancel(self) -> None:
        """See :meth:`Lane.cancel`."""
        task = self._task
        if task is None:
            return
        self._cancelling = True
        with contextlib.suppress(Exception):
            async with asyncio.timeout(CANCEL_SECONDS):
                if await self._cancel_remotely():
                    await asyncio.wait({task})  # its stream tells the end, with everything up to it
        if not task.done():
            task.cancel()
            await asyncio.wait({task})

    async def reset(self) -> None:
        """See :meth:`Lane.reset`."""
        self._rewind_to = None
        await self.cancel()
        await self._forget()

    # -- for the lanes -------------------------------------------------------------------------------------------

    @property
    @abc.abstractmethod
    def _model(self) -> ModelRef:
        """The model that is asked, for notices about its loading."""

    @abc.abstractmethod
    async def _answer(self, prompt: str, attachments: tuple[Attachment, ...]) -> None:
        """Send the prompt and emit what happens; ``Finished`` too, unless it raises."""

    @abc.abstractmethod
    async def _answer_again(self) -> None:
        """The same for the last prompt."""

    @abc.abstractmethod
    async def _go_on(self, outputs: dict[str, str]) -> None:
        """Go on with the outputs of the calls."""

    @abc.abstractmethod
    async def _forget(self) -> None:
        """Begin a new conversation."""

    @abc.abstractmethod
    async def _rewind(self, prompts: int) -> None:
        """Forget everything after the first ``prompts`` prompts and their answers."""

    async def _apply_rewind(self) -> None:
        """Go back as :meth:`rewind` asked, if it did; the first thing that an answer to a new prompt does."""
        prompts, self._rewind_to = self._rewind_to, None
        if prompts is not None:
            await self._rewind(prompts)

    async def _cancel_remotely(self) -> bool:
        """Tell the server to stop; true when the stream will tell the end by itself."""
        return False

    def _service(self) -> str:
        """The service's name for sentences, also when its connection was deleted meanwhile."""
        try:
            return self._clients.name(self._model.connection)
        except AppError:
            return "The service"

    def _notice(self, text: str, retry_after: float | None = None) -> None:
        self._emit(Notice(lane=self.id, text=text, retry_after=retry_after))

    def _finish(self, status: FinishStatus, error: AppError | None = None, *, raw: Any = None) -> None:
        self._emit(
            Finished(
                lane=self.id,
                status=status,
                error=error.message if error else "",
                advice=error.advice if error else "",
                details=error.details if error else "",
                raw=raw,
            )
        )

    async def _sent(
        self,
        endpoint: str,
        request: dict[str, Any],
        *,
        messages: int,
        texts: Sequence[str] = (),
        held: int = 0,
    ) -> None:
        """Tell that a request leaves now; its text is counted beforehand, beside the event loop."""
        total: int | None = None
        if messages:
            total = await asyncio.to_thread(lambda: sum(tokens.count(t, self._model.model) for t in texts))
        self._emit(
            Sent(
                lane=self.id,
                endpoint=endpoint,
                request=request,
                messages=messages,
                tokens=total,
                already_held=held,
            )
        )

    async def _tool_outputs(
        self, calls: tuple[FunctionCall, ...], *, by_server: bool = False
    ) -> dict[str, str] | None:
        """The outputs of all calls; None when a person must type some, which are told then.

        ``by_server``: the server runs the built-in tools and tells the outputs of functions itself.
        """
        found: Mapping[str, str] | None
        if self.toolbox is not None:
            found = await self.toolbox.answer(self, calls, self._emit, by_server=by_server)
        else:
            found = await self.tool_handler(calls) if self.tool_handler else None
        given = dict(found or {})
        missing = tuple(call for call in calls if call.call_id not in given)
        if not missing:
            return given
        self._prepared = given
        if given:
            self._emit(NeedsToolOutput(lane=self.id, calls=missing))
        return None

    def _with_prepared(self, outputs: Mapping[str, str]) -> dict[str, str]:
        """Typed outputs together with those that handlers gave before."""
        prepared, self._prepared = self._prepared, {}
        return {**prepared, **outputs}

    # -- machinery -----------------------------------------------------------------------------------------------

    def _require_idle(self) -> None:
        if self._task is not None:
            raise InvalidInput("This lane is still answering.", advice="Wait for it or stop it first.")

    async def _events(self, work: Callable[[], Coroutine[Any, Any, None]]) -> AsyncIterator[RunEvent]:
        queue: asyncio.Queue[RunEvent] = asyncio.Queue()
        heard = asyncio.Event()
        finished = False

        def emit(event: RunEvent) -> None:
            nonlocal finished
            if finished:
                return
            finished = isinstance(event, Finished)
            heard.set()
            queue.put_nowait(event)

        self._require_idle()
        self._emit = emit
        self._cancelling = False
        task = self._task = asyncio.ensure_future(self._run(work))
        # Stopped before it took its first step, it has told no end.
        task.add_done_callback(lambda _: emit(Finished(lane=self.id, status="cancelled")))
        watcher = asyncio.ensure_future(self._watch_silence(heard))
        try:
            stop_watching = self._clients.watch(self._model, self._notice)
        except AppError:
            stop_watching = _nothing
        try:
            while True:
                event = await queue.get()
                if isinstance(event, Finished):
                    await asyncio.wait({task})
                    self._task = None
                    yield event
                    return
                yield event
        finally:
            stop_watching()
            watcher.cancel()
            if not task.done():
                task.cancel()
                await asyncio.wait({task})
            self._task = None

    async def _run(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        try:
            await work()
        except asyncio.CancelledError:
            self._finish("cancelled")
        except AppError as error:
            self._finish("failed", error)
        except Exception as error:
            if not _comes_from_sdk(error):
                log.exception("a lane failed unexpectedly")
            self._finish("failed", translate(error, service=self._service(), model=self._model.model))
        finally:
            self._finish("incomplete")  # no effect after another Finished

    async def _watch_silence(self, heard: asyncio.Event) -> None:
        quiet, waited = self._quiet_seconds, 0.0
        while True:
            heard.clear()
            try:
                async with asyncio.timeout(quiet):
                    await heard.wait()
                quiet, waited = self._quiet_seconds, 0.0
            except TimeoutError:
                waited += quiet
                quiet *= 2
                self._notice(f"{self._service()} has said nothing for {waited:.0f} seconds; still waiting.")


def clean_prompt(prompt: str) -> str:
    """Make a prompt sendable: what is no Unicode text (half a surrogate pair) becomes U+FFFD.

    Raises:
        InvalidInput: there is nothing but white space in it.
    """
    if not prompt.strip():
        raise InvalidInput("There is nothing to send yet.", field="prompt", advice="Type a prompt first.")
    return prompt.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _comes_from_sdk(error: Exception) -> bool:
    import httpx2
    import openai

    return isinstance(error, openai.OpenAIError | httpx2.HTTPError | ValueError | OSError)


def _nothing() -> None:
    """There was nothing to watch."""
