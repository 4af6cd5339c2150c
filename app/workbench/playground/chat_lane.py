"""The Chat Completions lane: we keep the conversation and send all of it each time.

The window shows that difference to the Assistants lane: every :class:`Sent` event counts every message again.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from app.connections.failures import is_html, translate
from app.core.code_arguments import code_so_far
from app.core.entities import ModelRef
from app.core.errors import ConnectionFailed, InvalidInput, ServiceUnavailable
from app.core.run_events import (
    CodeInput,
    FunctionCall,
    NeedsToolOutput,
    StepFinished,
    StepKind,
    StepStarted,
    TextDelta,
    ToolCallDelta,
    ToolOutput,
    Usage,
)
from app.workbench.clients import ClientSource
from app.workbench.playground.lane import (
    Api,
    Attachment,
    BaseLane,
    HistoryMessage,
    LaneSettings,
    ToolHandler,
)
from app.workbench.playground.retries import with_retries

ENDPOINT = "POST /v1/chat/completions"
MOST_TOOL_ROUNDS = 25

Json = dict[str, Any]


@dataclass
class _Answer:
    """What one response has given so far."""

    text: str = ""
    calls: dict[int, Json] = field(default_factory=dict)
    finish_reason: str = ""
    message_id: str = ""
    thinking: bool = False

    @property
    def message(self) -> Json:
        """The answer as a message to be sent back with the next request."""
        message: Json = {"role": "assistant", "content": self.text or (None if self.calls else "")}
        if self.calls:
            message["tool_calls"] = [self.calls[index] for index in sorted(self.calls)]
        return message


class ChatLane(BaseLane):
    """A conversation over ``POST /v1/chat/completions``, streamed.

    Args:
        lane_id: names the lane in every event.
        model: the model and the connection that has it; may be replaced between answers, the conversation stays.
        clients: how services are reached.
        settings: parameters.
        tools: function tools to offer (the API's shape).
        tool_handler: answers function calls; None stops at each.
    """

    api: ClassVar[Api] = "chat"

    def __init__(
        self,
        lane_id: str,
        model: ModelRef,
        *,
        clients: ClientSource,
        settings: LaneSettings | None = None,
        tools: tuple[Json, ...] = (),
        tool_handler: ToolHandler | None = None,
        quiet_seconds: float | None = None,
    ) -> None:
        extra = {} if quiet_seconds is None else {"quiet_seconds": quiet_seconds}
        super().__init__(lane_id, clients=clients, settings=settings, tool_handler=tool_handler, **extra)
        self.model = model
        self.tools = tools
        self._messages: list[Json] = []
        self._partial: set[int] = set()  # places in _messages of answers that broke off
        self._last_prompt: Json | None = None
        self._answer_so_far = _Answer()
        self._without_usage = False

    @property
    def target(self) -> str:
        """The model's name."""
        return self.model.model

    @property
    def history(self) -> tuple[HistoryMessage, ...]:
        """Prompts and answers; tool calls and their outputs are left out."""
        return tuple(
            HistoryMessage(message["role"], _text_of(message), index in self._partial)
            for index, message in enumerate(self._messages)
            if message["role"] in {"user", "assistant"} and _text_of(message)
        )

    def load_history(self, messages: tuple[HistoryMessage, ...]) -> None:
        """Begin with a conversation that was kept elsewhere (a reopened comparison)."""
        self._messages = [{"role": message.role, "content": message.text} for message in messages]
        self._partial = {index for index, message in enumerate(messages) if message.partial}
        self._last_prompt = next((m for m in reversed(self._messages) if m["role"] == "user"), None)

    @property
    def _model(self) -> ModelRef:
        return self.model

    # -- answering -----------------------------------------------------------------------------------------------

    async def _answer(self, prompt: str, attachments: tuple[Attachment, ...]) -> None:
        await self._apply_rewind()
        self._drop_open_calls()
        if self.toolbox is not None:
            inline, said = await self.toolbox.take_files(attachments, self.settings)
            attachments, prompt = tuple(inline), prompt + said
        message: Json = {"role": "user", "content": _content(prompt, attachments)}
        await self._answer_to(message)

    async def _answer_again(self) -> None:
        prompt = self._last_prompt
        if prompt is None:
            raise InvalidInput("There is no prompt to answer again.")
        if prompt in self._messages:
            place = len(self._messages) - 1 - self._messages[::-1].index(prompt)
            del self._messages[place:]
            self._partial = {index for index in self._partial if index < place}
        await self._answer_to(prompt)

    async def _answer_to(self, message: Json) -> None:
        before = len(self._messages)
        self._last_prompt = message
        self._messages.append(message)
        try:
            await self._rounds()
        finally:
            if len(self._messages) == before + 1:  # nothing came: a retry or a new prompt stands in its place
                del self._messages[before:]

    async def _go_on(self, outputs: dict[str, str]) -> None:
        calls = self._open_calls()
        outputs = self._with_prepared(outputs)
        missing = [call["id"] for call in calls if call["id"] not in outputs]
        if not calls or missing:
            raise InvalidInput("Every call needs its output.", details=", ".join(missing))
        self._take_outputs(calls, outputs)
        await self._rounds()

    async def _forget(self) -> None:
        self._messages.clear()
        self._partial.clear()
        self._last_prompt = None
        if self.toolbox is not None:
            await self.toolbox.forget()

    async def _rewind(self, prompts: int) -> None:
        places = [index for index, message in enumerate(self._messages) if message["role"] == "user"]
        if prompts < len(places):
            del self._messages[places[prompts] :]
            self._partial = {index for index in self._partial if index < places[prompts]}

    async def _rounds(self) -> None:
        """Request, answer its function calls, request again, until there is an answer."""
        for _ in range(MOST_TOOL_ROUNDS):
            answer = await self._one_response()
            if not answer.calls:
                if self.toolbox is not None:
                    await self.toolbox.cite(self, answer.text, self._emit)
                self._finish_by_reason(answer)
                return
            calls = tuple(
                FunctionCall(
                    call_id=c["id"], name=c["function"]["name"], arguments=c["function"]["arguments"]
                )
                for c in answer.message["tool_calls"]
            )
            self._emit(NeedsToolOutput(lane=self.id, calls=calls))
            outputs = await self._tool_outputs(calls)
            if outputs is None:
                self._finish("requires_action")
                return
            self._take_outputs(answer.message["tool_calls"], outputs)
        raise ServiceUnavailable(
            f"The model called functions {MOST_TOOL_ROUNDS} times in a row without an answer.",
            advice="Check what the functions give back, or ask more simply.",
        )

    async def _one_response(self) -> _Answer:
        answer = self._answer_so_far = _Answer()
        try:
            await self._stream(answer)
        finally:
            # Whatever ended the stream, what had come is kept, shown and sent along next time.
            if answer.text or answer.calls:
                whole = bool(answer.finish_reason)
                if not whole:
                    answer.calls.clear()  # their arguments may be cut anywhere
                if answer.text or answer.calls:
                    self._messages.append(answer.message)
                    if not whole:
                        self._partial.add(len(self._messages) - 1)
        return answer

    async def _stream(self, answer: _Answer) -> None:
        client = await self._clients.client(self.model.connection)
        if self.toolbox is not None:
            await self.toolbox.prepare(self.settings, self._notice)
        request = self._request()
        texts = [_text_of(message) for message in request["messages"]]
        await self._sent(ENDPOINT, request, messages=len(texts), texts=texts)

        async def create() -> Any:
            return await client.chat.completions.create(**request)

        service = self._service()
        try:
            stream = await with_retries(create, service=service, model=self.model.model, notice=self._notice)
        except InvalidInput as error:
            if "stream_options" not in f"{error.message} {error.details}" or self._without_usage:
                raise
            self._without_usage = True  # an older server: it answers, but counts no tokens
            request = self._request()
            stream = await with_retries(create, service=service, model=self.model.model, notice=self._notice)
        try:
            if await self._is_no_stream(stream, answer):
                return
            async for chunk in stream:
                self._take_chunk(chunk.to_dict(mode="json"), answer)
        except Exception as error:  # noqa: BLE001 - translated, all of it
            raise translate(error, service=service, model=self.model.model) from None
        finally:
            await stream.close()
        if not answer.finish_reason:
            raise ServiceUnavailable(
                f"{service} ended the answer without saying that it was complete.",
                advice="What had arrived is kept. Try again." if answer.text else "Try again.",
            )

    def _request(self) -> Json:
        settings = self.settings
        messages: list[Json] = []
        more = self.toolbox.prompt if self.toolbox is not None else ""
        system = "\n\n".join(part for part in (self.instructions, more) if part.strip())
        if system:
            messages.append({"role": "system", "content": system})
        messages.extend(self._messages)
        request: Json = {"model": self.model.model, "messages": messages, "stream": True}
        if not self._without_usage:
            request["stream_options"] = {"include_usage": True}
        if settings.temperature is not None:
            request["temperature"] = settings.temperature
        if settings.top_p is not None:
            request["top_p"] = settings.top_p
        if settings.max_tokens is not None:
            newest = self._clients.is_openai(self.model.connection)
            request["max_completion_tokens" if newest else "max_tokens"] = settings.max_tokens
        tools = [*self.tools, *(self.toolbox.definitions if self.toolbox is not None else ())]
        if tools:
            request["tools"] = tools
        return request

    async def _is_no_stream(self, stream: Any, answer: _Answer) -> bool:
        """Take an answer that is no event stream: a whole completion from a server that cannot stream, or an error."""
        kind = stream.response.headers.get("content-type", "")
        if "json" not in kind and "html" not in kind:
            return False
        body = await stream.response.aread()
        text = body.decode("utf-8", "replace")
        if not is_html(text):
            data = json.loads(text)
            choices = data.get("choices") if isinstance(data, dict) else None
            if choices:
                message = choices[0].get("message") or {}
                self._take_chunk({**data, "choices": [{**choices[0], "delta": message}]}, answer)
                answer.finish_reason = answer.finish_reason or "stop"
                return True
        what = "a web page" if is_html(text) else "something else than an answer"
        raise ConnectionFailed(
            f"{self._service()} answers with {what}.",
            advice="Check the address in Connections; it usually ends in “/v1”.",
            details=text[:2000],
        )

    def _take_chunk(self, chunk: Json, answer: _Answer) -> None:
        answer.message_id = answer.message_id or str(chunk.get("id") or "")
        for choice in (chunk.get("choices") or [])[:1]:
            delta = choice.get("delta") or {}
            text = f"{delta.get('content') or ''}{delta.get('refusal') or ''}"
            if text:
                answer.text += text
                self._emit(TextDelta(lane=self.id, text=text, message_id=answer.message_id, raw=chunk))
            elif not answer.thinking and (delta.get("reasoning_content") or delta.get("reasoning")):
                answer.thinking = True
                self._notice("The model is thinking before it answers.")
            for position, call in enumerate(delta.get("tool_calls") or []):
                self._take_call(call, call.get("index", position), answer, chunk)
            answer.finish_reason = choice.get("finish_reason") or answer.finish_reason
        usage = chunk.get("usage")
        if isinstance(usage, dict):
            prompt, completion = (
                int(usage.get("prompt_tokens") or 0),
                int(usage.get("completion_tokens") or 0),
            )
            self._emit(
                Usage(
                    lane=self.id,
                    prompt_tokens=prompt,
                    completion_tokens=completion,
                    total_tokens=int(usage.get("total_tokens") or prompt + completion),
                    raw=chunk,
                )
            )

    def _take_call(self, piece: Json, index: int, answer: _Answer, chunk: Json) -> None:
        function = piece.get("function") or {}
        call = answer.calls.get(index)
        if call is None:
            call_id = piece.get("id") or f"call_{len(self._messages)}_{index}"
            call = {"id": call_id, "type": "function", "function": {"name": "", "arguments": ""}}
            answer.calls[index] = call
            kind = self._kind(function.get("name") or "")
            self._emit(
                StepStarted(
                    lane=self.id,
                    step_id=call_id,
                    kind=kind,
                    name=(function.get("name") or "") if kind == "function" else "",
                    raw=chunk,
                )
            )
        name, arguments = function.get("name") or "", function.get("arguments") or ""
        before = call["function"]["arguments"]
        call["function"]["name"] += name
        call["function"]["arguments"] += arguments
        if self._kind(call["function"]["name"]) == "code_interpreter":
            told = code_so_far(before)
            code = code_so_far(call["function"]["arguments"])[len(told) :]
            if code:
                self._emit(
                    CodeInput(lane=self.id, step_id=call["id"], call_id=call["id"], code=code, raw=chunk)
                )
            return
        self._emit(
            ToolCallDelta(
                lane=self.id,
                step_id=call["id"],
                call_id=call["id"],
                name=name if self._kind(call["function"]["name"]) == "function" else "",
                arguments=arguments,
                raw=chunk,
            )
        )

    def _kind(self, name: str) -> StepKind:
        return self.toolbox.kind_of(name) if self.toolbox is not None else "function"

    def _finish_by_reason(self, answer: _Answer) -> None:
        if answer.finish_reason == "length":
            self._finish(
                "incomplete",
                InvalidInput(
                    "The answer was cut at its token limit.", advice="Allow more tokens, or ask for less."
                ),
            )
        elif answer.finish_reason == "content_filter":
            self._finish("incomplete", InvalidInput("The service's content filter cut the answer off."))
        else:
            self._finish("completed")

    # -- function calls ------------------------------------------------------------------------------------------

    def _open_calls(self) -> list[Json]:
        """The calls that wait for their outputs."""
        last = self._messages[-1] if self._messages else {}
        return list(last.get("tool_calls") or []) if last.get("role") == "assistant" else []

    def _drop_open_calls(self) -> None:
        """A new prompt came instead of outputs: the services refuse calls without outputs, so say that there are none."""
        given = self._with_prepared({})
        self._take_outputs(self._open_calls(), given, default="The person gave no output for this call.")

    def _take_outputs(self, calls: list[Json], outputs: Mapping[str, str], default: str = "") -> None:
        for call in calls:
            output = outputs.get(call["id"], default)
            self._messages.append({"role": "tool", "tool_call_id": call["id"], "content": output})
            if self.toolbox is not None and call["id"] in self.toolbox.told:
                continue
            self._emit(ToolOutput(lane=self.id, step_id=call["id"], call_id=call["id"], output=output))
            self._emit(
                StepFinished(
                    lane=self.id,
                    step_id=call["id"],
                    status="completed",
                    details={
                        "id": call["id"],
                        "type": "tool_calls",
                        "status": "completed",
                        "step_details": {
                            "type": "tool_calls",
                            "tool_calls": [{**call, "function": {**call["function"], "output": output}}],
                        },
                    },
                )
            )


def _text_of(message: Json) -> str:
    content = message.get("content")
    if isinstance(content, list):
        return "\n\n".join(part["text"] for part in content if part.get("type") == "text")
    return content or ""


def _content(prompt: str, attachments: tuple[Attachment, ...]) -> str | list[Json]:
    if not attachments:
        return prompt
    parts: list[Json] = [{"type": "text", "text": prompt}]
    for attachment in attachments:
        if attachment.is_image:
            data = base64.b64encode(attachment.data).decode("ascii")
            parts.append(
                {"type": "image_url", "image_url": {"url": f"data:{attachment.media_type};base64,{data}"}}
            )
            continue
        text = attachment.as_text()
        if text is None:
            raise InvalidInput(
                f"“{attachment.name}” cannot be sent with a chat message: it is neither an image nor a plain text.",
                advice="The Assistants lane can take other files.",
                field="attachments",
            )
        parts.append({"type": "text", "text": f"File “{attachment.name}”:\n\n{text}"})
    return parts
