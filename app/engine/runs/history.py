"""A thread's messages as a model reads them: read from the newest backwards, tool calls beside the message they led to."""

from __future__ import annotations

import asyncio
import base64
import logging
import mimetypes
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core import tokens
from app.core.errors import AppError
from app.engine.runs.tools import ServerTools, output_limit, shortened
from app.engine.store.files import FileContents
from app.engine.store.session import Store
from app.engine.store.tables import File, Message, Run, RunStep

Json = dict[str, Any]
log = logging.getLogger(__name__)

PAGE = 200
LISTED_IDS = 1000
MESSAGE_TOKENS = 4
IMAGE_TOKENS = {"low": 85, "auto": 765, "high": 1105}
_LONG = 20_000  # characters; longer texts are counted in a thread
_SIGNATURES = (
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"RIFF", "image/webp"),
)


class CannotSee(Exception):
    """The newest question holds an image, and the model sees none."""


@dataclass(frozen=True)
class Unit:
    """What is kept or left out together: one message with the tool calls before it, or one round of this run.

    ``tokens`` are those of texts, ``tool_tokens`` those of calls and outputs. ``joins`` is the id of the message that
    the model wrote in the same answer as the unit's first calls.
    """

    message_id: str | None
    messages: tuple[Json, ...]
    tokens: int
    tool_tokens: int = 0
    joins: str | None = None

    @property
    def total(self) -> int:
        """All tokens of the unit."""
        return self.tokens + self.tool_tokens


async def count(text: str, model: str) -> int:
    """Tokens of a text; long ones are counted beside the event loop."""
    if len(text) > _LONG:
        return await asyncio.to_thread(tokens.count, text, model)
    return tokens.count(text, model)


async def count_message(message: Json, model: str) -> int:
    """Tokens of one chat message with what surrounds it; images are estimated."""
    total = MESSAGE_TOKENS
    content = message.get("content")
    if isinstance(content, str):
        total += await count(content, model)
    elif isinstance(content, list):
        for part in content:
            if part["type"] == "text":
                total += await count(part["text"], model)
            elif part["type"] == "image_url":
                total += IMAGE_TOKENS.get(part["image_url"].get("detail", "auto"), IMAGE_TOKENS["auto"])
    for call in message.get("tool_calls") or ():
        function = call["function"]
        total += MESSAGE_TOKENS + await count(f"{function['name']}{function['arguments']}", model)
    return total


class History:
    """Units of one thread, newest first, as far as they are asked for. Messages of ``run`` itself are not among them.

    Args:
        store: the engine's database.
        files: contents of image files.
        tools: server tools, which know how to retell their past calls.
        run: the run that reads.
        model: the model's name, to count tokens for.
        vision: whether the model sees images; None when that is not known (they are sent then).
        context: how many tokens the model can read, if that is known.
    """

    def __init__(
        self,
        store: Store,
        files: FileContents,
        tools: ServerTools,
        run: Run,
        *,
        model: str,
        vision: bool | None,
        context: int | None = None,
    ) -> None:
        self._store = store
        self._files = files
        self._tools = tools
        self._run = run
        self._model = model
        self._vision = vision
        self._output_limit = output_limit(context)
        self._units: list[Unit] = []
        self._seqs: list[int] = []
        self._oldest: int | None = None
        self._answered = False
        self.complete = False
        self.notes: list[str] = []

    @property
    def units(self) -> list[Unit]:
        """What is read so far, newest first."""
        return self._units

    def seq_of(self, index: int) -> int:
        """Place in the thread of the message of unit ``index``."""
        return self._seqs[index]

    async def read_more(self, limit: int = PAGE) -> None:
        """Read up to ``limit`` older messages; ``complete`` is true when there are no more."""
        mine = (
            Message.thread_id == self._run.thread_id,
            (Message.run_id.is_(None)) | (Message.run_id != self._run.id),
        )
        query = select(Message).where(*mine).order_by(Message.seq.desc()).limit(limit)
        if self._oldest is not None:
            query = query.where(Message.seq < self._oldest)

        async def work(session: AsyncSession) -> tuple[list[Message], list[RunStep]]:
            rows = list(await session.scalars(query))
            run_ids = {row.run_id for row in rows if row.run_id}
            if not run_ids:
                return rows, []
            steps = await session.scalars(
                select(RunStep).where(RunStep.run_id.in_(run_ids)).order_by(RunStep.seq)
            )
            return rows, list(steps)

        rows, steps = await self._store.look(work)
        self.complete = len(rows) < limit
        if rows:
            self._oldest = rows[-1].seq
        before = _calls_before(steps)
        for row in rows:
            calls, joins = before.get(row.id, ([], None))
            self._units.append(await self._unit(row, calls, joins))
            self._seqs.append(row.seq)

    async def first(self) -> Unit | None:
        """The thread's first message, wherever reading stands."""
        async with self._store.read() as session:
            row = await session.scalar(
                select(Message).where(Message.thread_id == self._run.thread_id).order_by(Message.seq).limit(1)
            )
        return None if row is None else await self._unit(row, [], None)

    async def between(self, after: int, before: int) -> tuple[list[str], int]:
        """Ids (at most 1,000) and number of the messages whose places are between two others."""
        inside = (Message.thread_id == self._run.thread_id, Message.seq > after, Message.seq < before)
        async with self._store.read() as session:
            ids = list(
                await session.scalars(
                    select(Message.id).where(*inside).order_by(Message.seq.desc()).limit(LISTED_IDS)
                )
            )
            number = len(ids)
            if number == LISTED_IDS:
                number = int(await session.scalar(select(func.count()).where(*inside)) or 0)
        ids.reverse()
        return ids, number

    async def first_seq(self) -> int:
        """Place of the thread's first message."""
        async with self._store.read() as session:
            return int(
                await session.scalar(
                    select(func.min(Message.seq)).where(Message.thread_id == self._run.thread_id)
                )
                or 0
            )

    async def _unit(self, row: Message, steps: list[RunStep], joins: str | None) -> Unit:
        before: list[Json] = []
        for step in steps:
            before += self._tool_messages(step)
        tool_tokens = sum([await count_message(message, self._model) for message in before])
        shown = await self._chat_message(row)
        if row.role == "assistant":
            self._answered = True
        if shown is None:
            return Unit(row.id, tuple(before), 0, tool_tokens, joins)
        return Unit(row.id, (*before, shown), await count_message(shown, self._model), tool_tokens, joins)

    def _tool_messages(self, step: RunStep) -> list[Json]:
        calls: list[Json] = []
        outputs: list[Json] = []
        for call in step.step_details.get("tool_calls") or ():
            kind = call["type"]
            if kind == "function":
                function = call["function"]
                if function.get("output") is None:
                    continue
                name, arguments, output = function["name"], function["arguments"], function["output"]
            else:
                tool = self._tools.get(kind)
                told = tool.history(call.get(kind) or {}) if tool is not None else None
                if told is None:
                    continue
                name, (arguments, output) = kind, told
            calls.append(
                {"id": call["id"], "type": "function", "function": {"name": name, "arguments": arguments}}
            )
            outputs.append(
                {"role": "tool", "tool_call_id": call["id"], "content": shortened(output, self._output_limit)}
            )
        return [{"role": "assistant", "content": None, "tool_calls": calls}, *outputs] if calls else []

    async def _chat_message(self, row: Message) -> Json | None:
        if row.role == "assistant":
            text = "\n".join(_plain_parts(row.content))
            return {"role": "assistant", "content": text} if text else None
        parts: list[Json] = []
        for part in row.content:
            if part["type"] == "text":
                if part["text"]["value"]:
                    parts.append({"type": "text", "text": part["text"]["value"]})
            elif part["type"] in {"image_url", "image_file"}:
                parts.append(await self._image(part))
        if all(part["type"] == "text" for part in parts):
            return {"role": "user", "content": "\n".join(part["text"] for part in parts)}
        return {"role": "user", "content": parts}

    async def _image(self, part: Json) -> Json:
        if self._vision is False:
            if not self._answered:
                raise CannotSee
            self._note("Images of earlier messages were left out: the model sees none.")
            return {"type": "text", "text": "[an image, which you cannot see]"}
        if part["type"] == "image_url":
            image = part["image_url"]
            return {
                "type": "image_url",
                "image_url": {"url": image["url"], "detail": image.get("detail") or "auto"},
            }
        image = part["image_file"]
        address = await self._data_url(image["file_id"])
        if address is None:
            self._note(f"The image {image['file_id']} is gone and was left out.")
            return {"type": "text", "text": "[an image that was deleted]"}
        return {"type": "image_url", "image_url": {"url": address, "detail": image.get("detail") or "auto"}}

    async def _data_url(self, file_id: str) -> str | None:
        async with self._store.read() as session:
            filename = await session.scalar(select(File.filename).where(File.id == file_id))
        if filename is None:
            return None
        try:
            content = await self._files.read(file_id)
        except AppError as error:
            log.warning("%s", error)
            return None
        kind = next((name for start, name in _SIGNATURES if content.startswith(start)), None)
        kind = kind or mimetypes.guess_type(filename)[0] or "image/png"
        encoded = await asyncio.to_thread(base64.b64encode, content)
        return f"data:{kind};base64,{encoded.decode()}"

    def _note(self, text: str) -> None:
        if text not in self.notes:
            self.notes.append(text)


def _calls_before(steps: Iterable[RunStep]) -> dict[str, tuple[list[RunStep], str | None]]:
    """Tool steps by the message that they led to, with the message right before the first of them in its run."""
    found: dict[str, tuple[list[RunStep], str | None]] = {}
    waiting: defaultdict[str, list[RunStep]] = defaultdict(list)
    last: dict[str, str] = {}
    for step in steps:
        if step.type == "tool_calls":
            waiting[step.run_id].append(step)
        else:
            message_id = step.step_details["message_creation"]["message_id"]
            calls = waiting.pop(step.run_id, [])
            found[message_id] = (calls, last.get(step.run_id) if calls else None)
            last[step.run_id] = message_id
    return found


def _plain_parts(content: Iterable[Json]) -> list[str]:
    texts = []
    for part in content:
        if part["type"] == "text":
            texts.append(part["text"]["value"])
        elif part["type"] == "refusal":
            texts.append(part["refusal"])
        elif part["type"] == "image_file":
            texts.append(f"[image {part['image_file']['file_id']}]")
    return [text for text in texts if text]
