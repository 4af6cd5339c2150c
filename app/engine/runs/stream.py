"""What a run announces, for any number of readers.

One log for each run, from its start (or its continuation after tool outputs) to ``done``. Readers have a place in it and
nothing else, so a slow reader costs no memory: deltas that it has not read yet are merged when it comes for them. The
log itself is bounded by the run's own text. A run never waits for its readers and does not end with them.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any, Protocol

from app.engine.services import ServerEvent

Json = dict[str, Any]

DONE = ServerEvent("done", b"[DONE]")


def to_bytes(value: Any) -> bytes:
    """JSON as it is sent. Half characters, which a model may have produced, are sent as escapes instead of failing."""
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":")).encode()


class Delta(Protocol):
    """How pieces of text become the data of one event."""

    event: str

    def data(self, text: str, *, first: bool) -> Json:
        """The event's data for ``text``; ``first`` for the first event of this delta's kind and place."""


class _Entry:
    """One event (and as readers get it who asked for more), or a row of deltas that may be merged."""

    __slots__ = ("delta", "event", "full", "pieces")

    def __init__(
        self, event: ServerEvent | None, delta: Delta | None = None, full: ServerEvent | None = None
    ) -> None:
        self.event = event
        self.full = full or event
        self.delta = delta
        self.pieces: list[str] = []


class RunChannel:
    """The announcements of one run."""

    def __init__(self) -> None:
        self._entries: list[_Entry] = []
        self._waiting: list[asyncio.Future[None]] = []
        self._closed = False

    @property
    def closed(self) -> bool:
        """Whether ``done`` was announced."""
        return self._closed

    def publish(self, event: str, data: Any, *, full: Any = None) -> None:
        """Announce something that is committed; ``full`` is what readers get instead who want the texts that were found."""
        if not self._closed:
            more = None if full is None or full == data else ServerEvent(event, to_bytes(full))
            self._entries.append(_Entry(ServerEvent(event, to_bytes(data)), full=more))
            self._wake()

    def publish_delta(self, delta: Delta, text: str) -> None:
        """Announce a piece of text; ``delta`` is the same object for all pieces that belong together."""
        if self._closed:
            return
        last = self._entries[-1] if self._entries else None
        if last is None or last.delta is not delta:
            last = _Entry(None, delta)
            self._entries.append(last)
        last.pieces.append(text)
        self._wake()

    def close(self) -> None:
        """Announce ``done``; nothing follows."""
        if not self._closed:
            self._entries.append(_Entry(DONE))
            self._closed = True
            self._wake()

    def _wake(self) -> None:
        waiting, self._waiting = self._waiting, []
        for future in waiting:
            if not future.done():
                future.set_result(None)

    async def read(self, *, full: bool = False) -> AsyncIterator[ServerEvent]:
        """All announcements from the first to ``done``; ``full`` with the texts that file searches found."""
        place, piece = 0, 0
        opened: set[int] = set()
        while True:
            while place < len(self._entries):
                entry = self._entries[place]
                if entry.event is not None and entry.full is not None:
                    place += 1
                    yield entry.full if full else entry.event
                    if entry.event is DONE:
                        return
                    continue
                delta = entry.delta
                assert delta is not None
                if piece < len(entry.pieces):
                    text = "".join(entry.pieces[piece:])
                    piece = len(entry.pieces)
                    first = id(delta) not in opened
                    opened.add(id(delta))
                    yield ServerEvent(delta.event, to_bytes(delta.data(text, first=first)))
                elif place + 1 < len(self._entries):
                    place, piece = place + 1, 0
                else:
                    break
            future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiting.append(future)
            try:
                await future
            finally:
                if future in self._waiting:
                    self._waiting.remove(future)


# -- deltas ----------------------------------------------------------------------------------------------------------


class MessageTextDelta:
    """Pieces of a message's text part."""

    event = "thread.message.delta"

    def __init__(self, message_id: str, index: int) -> None:
        self._id = message_id
        self._index = index

    def data(self, text: str, *, first: bool) -> Json:
        """Annotations are named once, as an empty list, so that readers can append to it."""
        inner: Json = {"value": text, "annotations": []} if first else {"value": text}
        return message_delta(self._id, {"index": self._index, "type": "text", "text": inner})


class MessageRefusalDelta:
    """Pieces of a message's refusal part."""

    event = "thread.message.delta"

    def __init__(self, message_id: str, index: int) -> None:
        self._id = message_id
        self._index = index

    def data(self, text: str, *, first: bool) -> Json:  # noqa: ARG002
        """The refusal's next piece."""
        return message_delta(self._id, {"index": self._index, "type": "refusal", "refusal": text})


class FunctionArgumentsDelta:
    """Pieces of a function call's arguments."""

    event = "thread.run.step.delta"

    def __init__(self, step_id: str, index: int) -> None:
        self._id = step_id
        self._index = index

    def data(self, text: str, *, first: bool) -> Json:  # noqa: ARG002
        """The arguments' next piece; id and name came with the call's opening."""
        return step_delta(
            self._id, {"index": self._index, "type": "function", "function": {"arguments": text}}
        )


class CodeInputDelta:
    """Pieces of the code that the interpreter is to run."""

    event = "thread.run.step.delta"

    def __init__(self, step_id: str, index: int) -> None:
        self._id = step_id
        self._index = index

    def data(self, text: str, *, first: bool) -> Json:  # noqa: ARG002
        """The code's next piece."""
        return step_delta(
            self._id, {"index": self._index, "type": "code_interpreter", "code_interpreter": {"input": text}}
        )


class CodeLogsDelta:
    """Pieces of what the code prints: one of the outputs of a call."""

    event = "thread.run.step.delta"

    def __init__(self, step_id: str, index: int, output: int) -> None:
        self._id = step_id
        self._index = index
        self._output = output

    def data(self, text: str, *, first: bool) -> Json:  # noqa: ARG002
        """The logs' next piece."""
        outputs = [{"index": self._output, "type": "logs", "logs": text}]
        return step_delta(
            self._id,
            {"index": self._index, "type": "code_interpreter", "code_interpreter": {"outputs": outputs}},
        )


def message_delta(message_id: str, part: Json) -> Json:
    """Data of a ``thread.message.delta`` with one part."""
    return {"id": message_id, "object": "thread.message.delta", "delta": {"content": [part]}}


def step_delta(step_id: str, call: Json) -> Json:
    """Data of a ``thread.run.step.delta`` with one call."""
    return {
        "id": step_id,
        "object": "thread.run.step.delta",
        "delta": {"step_details": {"type": "tool_calls", "tool_calls": [call]}},
    }


class Coalescer:
    """Gathers pieces of text and hands them on about every ``interval`` seconds, the first at once.

    ``order`` keeps pieces of different deltas in the order they came.
    """

    def __init__(self, channel: RunChannel, interval: float = 0.03) -> None:
        self._channel = channel
        self._interval = interval
        self._pending: list[tuple[Delta, list[str]]] = []
        self._timer: asyncio.TimerHandle | None = None
        self._last = float("-inf")

    def add(self, delta: Delta, text: str) -> None:
        """Take a piece; it is announced now, or together with others within the interval."""
        if self._pending and self._pending[-1][0] is delta:
            self._pending[-1][1].append(text)
        else:
            self._pending.append((delta, [text]))
        if self._timer is not None:
            return
        loop = asyncio.get_running_loop()
        wait = self._last + self._interval - loop.time()
        if wait <= 0:
            self.flush()
        else:
            self._timer = loop.call_later(wait, self.flush)

    def flush(self) -> None:
        """Announce what is gathered; called before anything else is announced."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._pending:
            pending, self._pending = self._pending, []
            for delta, pieces in pending:
                self._channel.publish_delta(delta, "".join(pieces))
            self._last = asyncio.get_running_loop().time()
