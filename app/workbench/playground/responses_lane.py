"""The Responses lane: the service keeps what was said, and each request names the answer that it goes on from.

It is asked through the engine, which passes the request on where the model's service has the Responses API and makes it
over Chat Completions where not; so this lane works with every model.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from typing import Any, ClassVar

from app.connections.failures import translate
from app.core.code_arguments import code_so_far
from app.core.entities import ENGINE, Json, ModelRef
from app.core.errors import InvalidInput, NotFound, ServiceUnavailable
from app.core.run_events import (
    CodeInput,
    FunctionCall,
    NeedsToolOutput,
    ObjectCreated,
    StepFinished,
    StepKind,
    StepStarted,
    TextDelta,
    ToolCallDelta,
    ToolOutput,
    Usage,
)
from app.workbench.api import plain
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

ENDPOINT = "POST /v1/responses"
MOST_TOOL_ROUNDS = 25
ITEMS_AT_ONCE = 20


@dataclass
class _Exchange:
    """One prompt with its answer: what was asked, what was said, and the response that a next request goes on from."""

    content: str | list[Json]
    prompt: str
    answer: str = ""
    partial: bool = True
    response: str = ""


@dataclass
class _Reading:
    """What one response has given so far."""

    response: Json = field(default_factory=dict)
    text: str = ""
    calls: dict[str, Json] = field(default_factory=dict)
    over: bool = False


class ResponsesLane(BaseLane):
    """A conversation over ``POST /v1/responses``, streamed.

    Args:
        lane_id: names the lane in every event.
        model: the model and the connection that has it; may be replaced between answers, the conversation stays.
        clients: how services are reached.
        settings: parameters; ``keep_in_conversation`` keeps the exchange in a conversation object instead of a chain.
        tools: function tools to offer, in Chat Completions' shape.
        tool_handler: answers function calls; None stops at each.
    """

    api: ClassVar[Api] = "responses"

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
        self._said: list[_Exchange] = []
        self._conversation = ""
        self._open: tuple[str, list[Json]] | None = None  # response and calls that wait for outputs
        self._resend = False  # the service does not have what was said: the next request carries all of it

    @property
    def target(self) -> str:
        """The model's name."""
        return self.model.model

    @property
    def history(self) -> tuple[HistoryMessage, ...]:
        """Prompts and answers; tool calls and their outputs are left out."""
        found: list[HistoryMessage] = []
        for exchange in self._said:
            found.append(HistoryMessage("user", exchange.prompt))
            if exchange.answer:
                found.append(HistoryMessage("assistant", exchange.answer, exchange.partial))
        return tuple(found)

    def load_history(self, messages: tuple[HistoryMessage, ...]) -> None:
        """Begin with a conversation that was kept elsewhere; the next request carries it whole."""
        self._said = []
        for message in messages:
            if message.role == "user":
                self._said.append(_Exchange(message.text, message.text))
            elif self._said:
                self._said[-1].answer, self._said[-1].partial = message.text, message.partial
        self._conversation = ""
        self._resend = bool(self._said)

    @property
    def _model(self) -> ModelRef:
        return self.model if self.model.connection == ENGINE else ModelRef(ENGINE, self.model.wire_name)

    # -- answering -----------------------------------------------------------------------------------------------

    async def _answer(self, prompt: str, attachments: tuple[Attachment, ...]) -> None:
        self._open = None
        await self._apply_rewind()
        said = ""
        if self.toolbox is not None:
            inline, said = await self.toolbox.take_files(attachments, self.settings)
            attachments = tuple(inline)
        self._said.append(_Exchange(_content(prompt + said, attachments), prompt))
        await self._ask()

    async def _answer_again(self) -> None:
        if not self._said:
            raise InvalidInput("There is no prompt to answer again.")
        self._open = None
        last = self._said[-1]
        if self._conversation:
            self._conversation, self._resend = "", True
        self._said[-1] = _Exchange(last.content, last.prompt)
        await self._ask()

    async def _go_on(self, outputs: dict[str, str]) -> None:
        if self._open is None:
            raise InvalidInput("Nothing waits for outputs.")
        response, calls = self._open
        outputs = self._with_prepared(outputs)
        missing = [call["call_id"] for call in calls if call["call_id"] not in outputs]
        if missing:
            raise InvalidInput("Every call needs its output.", details=", ".join(missing))
        self._open = None
        await self._rounds(self._outputs(calls, outputs), response)

    async def _forget(self) -> None:
        self._said.clear()
        self._conversation, self._open, self._resend = "", None, False
        if self.toolbox is not None:
            await self.toolbox.forget()

    async def _rewind(self, prompts: int) -> None:
        del self._said[prompts:]
        if self._conversation:
            self._conversation, self._resend = "", bool(self._said)

    async def _ask(self) -> None:
        said, now = self._said[:-1], self._said[-1]
        if not self.settings.keep_in_conversation:
            self._conversation = ""
        previous = next((e.response for e in reversed(said) if e.response), "")
        # A service that lost (or never had) the answer before gets the whole conversation once more.
        whole = self._resend or bool(said and not previous and not self._conversation)
        items = _items(said) if whole else []
        if self.settings.keep_in_conversation and not self._conversation:
            await self._begin_conversation(items or _items(said))
            items, whole = [], False
        try:
            await self._rounds([*items, _user(now)], "" if whole else previous)
        except NotFound as error:
            if "response" not in error.details.lower() and "conversation" not in error.details.lower():
                raise
            self._notice("The service does not have the earlier answers any more; they are sent again.")
            self._conversation = ""
            await self._rounds([*_items(said), _user(now)], "")
        self._resend = False

    async def _begin_conversation(self, items: list[Json]) -> None:
        client = await self._clients.client(ENGINE)
        body: Json = {"items": items[:ITEMS_AT_ONCE]} if items else {}
        await self._sent("POST /v1/conversations", body, messages=0)
        try:
            made = plain(await client.conversations.create(**body))
            self._conversation = str(made["id"])
            for start in range(ITEMS_AT_ONCE, len(items), ITEMS_AT_ONCE):
                piece: Any = items[start : start + ITEMS_AT_ONCE]
                await client.conversations.items.create(self._conversation, items=piece)
        except Exception as error:  # noqa: BLE001 - translated, all of it
            raise translate(error, service="The engine", model=self._model.model) from None
        self._emit(ObjectCreated(lane=self.id, kind="conversation", id=self._conversation, raw=made))

    async def _rounds(self, items: list[Json], previous: str) -> None:
        """Request, answer its function calls, request again, until there is an answer."""
        for _ in range(MOST_TOOL_ROUNDS):
            reading = await self._one_response(items, previous)
            calls = list(reading.calls.values())
            if not calls or reading.response.get("status") != "completed":
                if self.toolbox is not None and not calls:
                    await self.toolbox.cite(self, reading.text, self._emit)
                self._finish_response(reading)
                return
            previous = str(reading.response.get("id") or "")
            needed = tuple(
                FunctionCall(call_id=c["call_id"], name=c["name"], arguments=c["arguments"]) for c in calls
            )
            self._emit(NeedsToolOutput(lane=self.id, calls=needed))
            outputs = await self._tool_outputs(needed)
            if outputs is None:
                self._open = (previous, calls)
                self._finish("requires_action", raw=reading.response)
                return
            items = self._outputs(calls, dict(outputs))
        raise ServiceUnavailable(
            f"The model called functions {MOST_TOOL_ROUNDS} times in a row without an answer.",
            advice="Check what the functions give back, or ask more simply.",
        )

    async def _one_response(self, items: list[Json], previous: str) -> _Reading:
        client = await self._clients.client(ENGINE)
        if self.toolbox is not None:
            await self.toolbox.prepare(self.settings, self._notice)
        request = self._request(items, previous)
        texts = [_text_of(item) for item in items]
        held = 0 if not (previous or self._conversation) else max(0, 2 * (len(self._said) - 1))
        await self._sent(ENDPOINT, request, messages=len(items), texts=texts, held=held)

        async def create() -> Any:
            return await client.responses.create(**request)

        stream = await with_retries(
            create, service=self._service(), model=self._model.model, notice=self._notice
        )
        reading = _Reading()
        try:
            async for event in stream:
                self._take(plain(event), reading)
        except Exception as error:  # noqa: BLE001 - translated, all of it
            raise translate(error, service=self._service(), model=self._model.model) from None
        finally:
            await stream.close()
            self._keep(reading)
        if not reading.over:
            raise ServiceUnavailable(
                f"{self._service()} ended the answer without saying that it was complete.",
                advice="What had arrived is kept. Try again." if reading.text else "Try again.",
            )
        return reading

    def _keep(self, reading: _Reading) -> None:
        """Whatever ended the stream, what had come belongs to the conversation."""
        now = self._said[-1]
        now.answer += reading.text
        complete = reading.response.get("status") in {"completed", "incomplete"}
        now.partial = reading.response.get("status") != "completed"
        if complete and not self.settings.keep_in_conversation:
            now.response = str(reading.response.get("id") or "")
        if not complete:
            now.response = ""
            self._conversation, self._resend = "", True

    def _request(self, items: list[Json], previous: str) -> Json:
        settings = self.settings
        simple = len(items) == 1 and items[0].get("role") == "user" and isinstance(items[0]["content"], str)
        request: Json = {
            "model": self._model.model,
            "input": items[0]["content"] if simple else items,
            "stream": True,
        }
        if self._conversation:
            request["conversation"] = self._conversation
        elif previous:
            request["previous_response_id"] = previous
        more = self.toolbox.prompt if self.toolbox is not None else ""
        instructions = "\n\n".join(part for part in (self.instructions, more) if part.strip())
        given: Json = {
            "instructions": instructions if instructions.strip() else None,
            "temperature": settings.temperature,
            "top_p": settings.top_p,
            "max_output_tokens": settings.max_tokens,
        }
        request.update({name: value for name, value in given.items() if value is not None})
        tools = [*self.tools, *(self.toolbox.definitions if self.toolbox is not None else ())]
        if tools:
            request["tools"] = [
                {"type": "function", "strict": False, **tool["function"]} if "function" in tool else tool
                for tool in tools
            ]
        return request

    # -- what comes ----------------------------------------------------------------------------------------------

    def _take(self, event: Json, reading: _Reading) -> None:
        kind = str(event.get("type") or "")
        match kind:
            case "response.created":
                reading.response = event.get("response") or {}
                made = str(reading.response.get("id") or "")
                self._emit(ObjectCreated(lane=self.id, kind="response", id=made, raw=event))
            case "response.output_text.delta" | "response.refusal.delta":
                text = str(event.get("delta") or "")
                reading.text += text
                self._emit(
                    TextDelta(lane=self.id, text=text, message_id=str(event.get("item_id") or ""), raw=event)
                )
            case "response.output_item.added":
                self._begin_item(event.get("item") or {}, reading, event)
            case "response.function_call_arguments.delta":
                self._take_arguments(event, reading)
            case "response.output_item.done":
                self._end_item(event.get("item") or {}, reading)
            case "response.completed" | "response.incomplete" | "response.failed" | "response.cancelled":
                reading.response = event.get("response") or {}
                reading.over = True
                self._tell_usage(reading.response)
            case "error":
                raise ServiceUnavailable(
                    str(event.get("message") or "The service broke the answer off."),
                    advice="Try again.",
                    details=str(event.get("code") or ""),
                )
            case _:
                pass

    def _begin_item(self, item: Json, reading: _Reading, raw: Json) -> None:
        if item.get("type") != "function_call":
            return
        call = {
            "call_id": str(item.get("call_id") or item.get("id") or ""),
            "name": str(item.get("name") or ""),
            "arguments": "",
        }
        reading.calls[str(item.get("id") or call["call_id"])] = call
        step = call["call_id"]
        kind = self._kind(call["name"])
        name = call["name"] if kind == "function" else ""
        self._emit(StepStarted(lane=self.id, step_id=step, kind=kind, name=name, raw=raw))
        if item.get("arguments"):
            self._add_arguments(call, str(item["arguments"]), raw)

    def _take_arguments(self, event: Json, reading: _Reading) -> None:
        call = reading.calls.get(str(event.get("item_id") or ""))
        if call is not None:
            self._add_arguments(call, str(event.get("delta") or ""), event)

    def _add_arguments(self, call: Json, piece: str, raw: Json) -> None:
        before = call["arguments"]
        first = not before
        call["arguments"] += piece
        if self._kind(call["name"]) == "code_interpreter":
            code = code_so_far(call["arguments"])[len(code_so_far(before)) :]
            if code:
                step = call["call_id"]
                self._emit(CodeInput(lane=self.id, step_id=step, call_id=step, code=code, raw=raw))
            return
        self._emit(
            ToolCallDelta(
                lane=self.id,
                step_id=call["call_id"],
                call_id=call["call_id"],
                name=call["name"] if first and self._kind(call["name"]) == "function" else "",
                arguments=piece,
                raw=raw,
            )
        )

    def _kind(self, name: str) -> StepKind:
        return self.toolbox.kind_of(name) if self.toolbox is not None else "function"

    def _end_item(self, item: Json, reading: _Reading) -> None:
        if item.get("type") != "function_call":
            return
        call = reading.calls.get(str(item.get("id") or item.get("call_id") or ""))
        if call is not None:
            whole = str(item.get("arguments") or "")
            if whole and not call["arguments"]:
                self._add_arguments(call, whole, item)
            call["arguments"] = whole or call["arguments"]

    def _tell_usage(self, response: Json) -> None:
        usage = response.get("usage")
        if isinstance(usage, dict):
            asked, written = int(usage.get("input_tokens") or 0), int(usage.get("output_tokens") or 0)
            self._emit(
                Usage(
                    lane=self.id,
                    prompt_tokens=asked,
                    completion_tokens=written,
                    total_tokens=int(usage.get("total_tokens") or asked + written),
                    raw=response,
                )
            )

    def _finish_response(self, reading: _Reading) -> None:
        response = reading.response
        status = response.get("status")
        if status == "completed":
            self._finish("completed", raw=response)
        elif status == "cancelled":
            self._finish("cancelled", raw=response)
        elif status == "incomplete":
            reason = str((response.get("incomplete_details") or {}).get("reason") or "")
            said = {
                "max_output_tokens": "The answer was cut at its token limit.",
                "content_filter": "The service's content filter cut the answer off.",
            }.get(reason, "The answer was cut off.")
            advice = "" if reason == "content_filter" else "Allow more tokens, or ask for less."
            self._finish("incomplete", InvalidInput(said, advice=advice, details=reason), raw=response)
        else:
            error = response.get("error") or {}
            raise ServiceUnavailable(
                str(error.get("message") or "The service could not answer."),
                advice="Try again.",
                details=str(error.get("code") or ""),
            )

    def _outputs(self, calls: list[Json], outputs: dict[str, str]) -> list[Json]:
        """The outputs as input items, told as events."""
        items: list[Json] = []
        for call in calls:
            call_id, output = call["call_id"], outputs.get(call["call_id"], "")
            items.append({"type": "function_call_output", "call_id": call_id, "output": output})
            if self.toolbox is not None and call_id in self.toolbox.told:
                continue
            self._emit(ToolOutput(lane=self.id, step_id=call_id, call_id=call_id, output=output))
            function = {"name": call["name"], "arguments": call["arguments"], "output": output}
            details = {
                "id": call_id,
                "type": "tool_calls",
                "status": "completed",
                "step_details": {
                    "type": "tool_calls",
                    "tool_calls": [{"id": call_id, "type": "function", "function": function}],
                },
            }
            self._emit(StepFinished(lane=self.id, step_id=call_id, status="completed", details=details))
        return items


def _user(exchange: _Exchange) -> Json:
    return {"role": "user", "content": exchange.content}


def _items(said: list[_Exchange]) -> list[Json]:
    items: list[Json] = []
    for exchange in said:
        items.append(_user(exchange))
        if exchange.answer:
            items.append({"role": "assistant", "content": exchange.answer})
    return items


def _text_of(item: Json) -> str:
    content = item.get("content", item.get("output"))
    if isinstance(content, list):
        return "\n\n".join(str(part.get("text") or "") for part in content)
    return str(content or "")


def _content(prompt: str, attachments: tuple[Attachment, ...]) -> str | list[Json]:
    if not attachments:
        return prompt
    parts: list[Json] = [{"type": "input_text", "text": prompt}]
    for attachment in attachments:
        if attachment.is_image:
            data = base64.b64encode(attachment.data).decode("ascii")
            url = f"data:{attachment.media_type};base64,{data}"
            parts.append({"type": "input_image", "image_url": url, "detail": "auto"})
            continue
        text = attachment.as_text()
        if text is None:
            raise InvalidInput(
                f"“{attachment.name}” cannot be sent in this lane: it is neither an image nor a plain text.",
                advice="The Assistants lane can take other files.",
                field="attachments",
            )
        parts.append({"type": "input_text", "text": f"File “{attachment.name}”:\n\n{text}"})
    return parts
