"""The host's side of a worker process: one cell at a time, and nothing that comes back is believed.

Frames are capped, pictures checked by content, results are plain values of known types, and a worker that does not
answer, floods or breaks the protocol is ended. What differs between kinds of workers is in :class:`Control`.
"""

from __future__ import annotations

import codecs
import contextlib
import json
import logging
import re
import struct
import threading
import time
from collections.abc import Sequence
from typing import Any, Protocol

from app.interpreter.model import Answer, Limits, OnImage, OnOutput, SessionLost, Stream
from app.interpreter.pictures import checked_png
from app.interpreter.pipes import FRAMES, Pipes

log = logging.getLogger(__name__)

TICK = 0.04
_JSON_LIMIT = 2 * 1024 * 1024
_TEXT_LIMIT = 256 * 1024
_RESULT_LIMIT = 110_000
_HEADER = 5
_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]{0,200}(?:\x07|\x1b\\)?|[@-Z\\-_])")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


class Control(Protocol):
    """What a kind of worker process can be told and asked."""

    def interrupt(self) -> None:
        """Ask the running cell to stop."""

    def freeze(self) -> None:
        """Stop everything that runs in it, threads that a cell left behind included, until :meth:`thaw`."""

    def thaw(self) -> None:
        """Let it run again."""

    def kill(self) -> None:
        """End it and everything it started, and wait for that."""

    def excess(self) -> str | None:
        """Say in words which limit is broken now, or None."""

    def last_words(self) -> str:
        """Why it ended, as far as that can be told."""


def clean(text: str) -> str:
    """Take what could steer a terminal or break a database out of a text that a cell printed."""
    return _CONTROLS.sub("\ufffd", _ESCAPES.sub("", text))


class _Logs:
    """Collects what a cell prints, in order, up to a limit, and passes it on live."""

    def __init__(self, limit: int, on_output: OnOutput | None) -> None:
        self._limit = limit
        self._on_output = on_output
        self._pieces: list[str] = []
        self._size = 0
        self.dropped = 0
        self._pending: tuple[Stream, str] | None = None
        self._decoders = {
            name: codecs.getincrementaldecoder("utf-8")("replace") for name in ("stdout", "stderr")
        }

    def add(self, stream: Stream, content: bytes) -> None:
        room = self._limit - self._size
        if room <= 0:
            self.dropped += len(content)
            return
        self.dropped += max(0, len(content) - room)
        self._size += min(len(content), room)
        text = clean(self._decoders[stream].decode(content[:room]))
        if text:
            self._pieces.append(text)
            if self._on_output is not None:
                if self._pending and self._pending[0] == stream:
                    self._pending = (stream, self._pending[1] + text)
                else:
                    self.flush()
                    self._pending = (stream, text)

    def flush(self) -> None:
        """Pass on what came together."""
        pending, self._pending = self._pending, None
        if pending is not None and self._on_output is not None:
            self._on_output(*pending)

    def text(self) -> str:
        for decoder in self._decoders.values():
            self._pieces.append(clean(decoder.decode(b"", final=True)))
        text = "".join(self._pieces)
        if self.dropped:
            text += f"\n[… {self.dropped:,} bytes left out …]"
        return text


class WorkerSession:
    """One worker process; made with its pipes and control, then :meth:`wait_ready`."""

    def __init__(self, pipes: Pipes, control: Control, limits: Limits) -> None:
        self._pipes = pipes
        self._control = control
        self._limits = limits
        self._buffer = bytearray()
        self._number = 0
        self._busy = threading.Lock()
        self._closing = threading.Event()
        self._alive = True

    @property
    def alive(self) -> bool:
        """Whether it can still run cells."""
        return self._alive

    def resting(self) -> bool:
        """Whether nothing of it runs between cells; True where that cannot be asked."""
        frozen = getattr(self._control, "frozen", True)
        return bool(frozen)

    def start(
        self, config: dict[str, Any], timeout: float, stop: threading.Event | None = None
    ) -> dict[str, Any]:
        """Hand over the configuration and wait for ``ready``; gives what the worker says about itself.

        ``stop`` breaks it off: the program is closing.

        Raises:
            SessionLost: it did not become ready; the details hold what it wrote.
        """
        deadline = time.monotonic() + timeout
        plain = bytearray()
        problem = "It was not ready in time."
        try:
            self._send(config, deadline)
            while time.monotonic() < deadline:
                if stop is not None and stop.is_set():
                    problem = "The program is closing."
                    break
                for which, piece in self._pipes.receive(TICK):
                    if which == FRAMES:
                        self._buffer += piece
                    elif len(plain) < 16_384:
                        plain += piece
                for kind, content in self._frames():
                    if kind == b"r":
                        return _object(content)
                    if kind == b"f":
                        raise SessionLost(str(_object(content).get("message", "It refused to start."))[:500])
                if self._pipes.ended:
                    problem = "Its process ended at once."
                    break
        except _Broken:
            problem = "It does not speak as expected."
        except SessionLost:
            self._end()
            raise
        self._end()
        raise SessionLost(problem, details=clean(plain.decode(errors="replace")).strip()[-2000:])

    def run(
        self,
        code: str,
        cancel: threading.Event,
        on_output: OnOutput | None = None,
        on_image: OnImage | None = None,
    ) -> Answer:
        """Run one cell and wait for its end."""
        with self._busy:
            if not self._alive:
                return Answer(status="killed", note="The session has ended.", exit_code=1)
            if len(code.encode("utf-8", "replace")) > self._limits.code_bytes:
                return Answer(status="error", logs="", note="The code is too long.", exit_code=1)
            return _Cell(self, code, cancel, on_output, on_image).run()

    def preload(self, modules: Sequence[str]) -> None:
        """Import modules ahead; what goes wrong is left to the cell that imports them."""
        with self._busy:
            if not self._alive:
                return
            self._number += 1
            deadline = time.monotonic() + 60
            with contextlib.suppress(_Broken):
                self._send({"op": "preload", "id": self._number, "modules": list(modules)}, deadline)
                while time.monotonic() < deadline and not self._pipes.ended and not self._closing.is_set():
                    for which, piece in self._pipes.receive(TICK):
                        if which == FRAMES:
                            self._buffer += piece
                    if any(kind == b"d" for kind, _content in self._frames()):
                        self._control.freeze()
                        return
            self._end()

    def close(self) -> None:
        """End it at once; a cell that runs ends as killed."""
        self._closing.set()
        if self._alive:
            self._control.kill()
        if self._busy.acquire(timeout=5):
            try:
                self._end()
            finally:
                self._busy.release()

    def _end(self) -> None:
        if self._alive:
            self._alive = False
            self._control.kill()
            self._pipes.close()

    def _send(self, message: dict[str, Any], deadline: float) -> None:
        line = json.dumps(message).encode() + b"\n"
        sent = self._pipes.send(line, lambda: time.monotonic() < deadline and not self._closing.is_set())
        if not sent:
            raise _Broken

    def _frames(self) -> list[tuple[bytes, bytes]]:
        """Take whole frames out of the buffer; raises _Broken for one that is larger than its kind may be."""
        found: list[tuple[bytes, bytes]] = []
        buffer = self._buffer
        place = 0
        while len(buffer) - place >= _HEADER:
            kind = bytes(buffer[place : place + 1])
            (length,) = struct.unpack_from(">I", buffer, place + 1)
            cap = {b"p": self._limits.image_bytes, b"o": _TEXT_LIMIT, b"e": _TEXT_LIMIT}.get(
                kind, _JSON_LIMIT
            )
            if kind not in b"oepdrfv" or (length > cap and kind != b"p") or length > 4 * cap:
                raise _Broken
            if len(buffer) - place - _HEADER < length:
                break
            found.append((kind, bytes(buffer[place + _HEADER : place + _HEADER + length])))
            place += _HEADER + length
        del buffer[:place]
        return found


class _Broken(Exception):
    """The worker does not keep to the protocol, or takes no commands."""


def _object(content: bytes) -> dict[str, Any]:
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        raise _Broken from None
    if not isinstance(data, dict):
        raise _Broken
    return data


class _Cell:
    """One cell on its way: its deadline, what was received, how it ends."""

    def __init__(
        self,
        session: WorkerSession,
        code: str,
        cancel: threading.Event,
        on_output: OnOutput | None,
        on_image: OnImage | None,
    ) -> None:
        self._session = session
        self._on_output = on_output
        self._on_image = on_image
        self._told_result = False
        self._code = code
        self._cancel = cancel
        limits = session._limits
        self._limits = limits
        self._logs = _Logs(limits.log_bytes + 128 * 1024, on_output)
        self._answer = Answer()
        self._received = 0
        self._pictures_left_out = 0
        self._stopping: tuple[str, float] | None = None
        self._done: dict[str, Any] | None = None

    def run(self) -> Answer:
        session = self._session
        session._number += 1
        session._control.thaw()
        self._deadline = time.monotonic() + self._limits.cell_seconds
        try:
            session._send({"op": "run", "id": session._number, "code": self._code}, self._deadline)
            while self._done is None and self._go_on():
                self._take(session._pipes.receive(TICK))
            if self._done is not None:
                while pieces := session._pipes.receive(0):
                    self._take(pieces)
                session._control.freeze()
        except _Broken:
            self._end("limit", "it does not keep to the protocol between a session and its host")
        return self._result()

    def _go_on(self) -> bool:
        """Look after time, limits and wishes; False when the session had to be ended."""
        session, now = self._session, time.monotonic()
        if session._closing.is_set():
            self._end("killed", "it was stopped by hand")
            return False
        if session._pipes.ended and self._stopping is not None:
            self._end(self._stopping[0], self._why())
            return False
        if session._pipes.ended:
            words = session._control.last_words()
            self._end("killed", words or "its process ended")
            return False
        broken = session._control.excess()
        if broken is None and self._received > self._limits.flood_bytes:
            broken = "it sent more output than can be taken"
        if broken is not None:
            self._end("limit", broken)
            return False
        if self._stopping is None:
            if self._cancel.is_set():
                self._stop("cancelled", now)
            elif now > self._deadline:
                self._stop("timeout", now)
        elif now > self._stopping[1]:
            self._end(self._stopping[0], f"{self._why()} and did not stop when asked to")
            return False
        return True

    def _why(self) -> str:
        if self._stopping is not None and self._stopping[0] == "cancelled":
            return "it was cancelled"
        return f"it took longer than {self._limits.cell_seconds:g} s"

    def _stop(self, why: str, now: float) -> None:
        self._stopping = (why, now + self._limits.grace_seconds)
        self._session._control.interrupt()

    def _take(self, pieces: Sequence[tuple[int, bytes]]) -> None:
        for which, piece in pieces:
            self._received += len(piece)
            if which != FRAMES:
                self._logs.add("stdout", piece)
                continue
            self._session._buffer += piece
            for kind, content in self._session._frames():
                self._frame(kind, content)
        self._logs.flush()

    def _frame(self, kind: bytes, content: bytes) -> None:
        if kind == b"o":
            self._logs.add("stdout", content)
        elif kind == b"e":
            self._logs.add("stderr", content)
        elif kind == b"p":
            picture = checked_png(content, self._limits.image_bytes)
            if picture is None or len(self._answer.images) >= self._limits.images:
                self._pictures_left_out += 1
            else:
                self._answer.images.append(picture)
                if self._on_image is not None:
                    self._logs.flush()
                    self._on_image(picture)
        elif kind == b"v" and not self._told_result and self._on_output is not None:
            self._told_result = True
            self._logs.flush()
            self._on_output("result", clean(content.decode("utf-8", "replace")[:_RESULT_LIMIT]))
        elif kind == b"d" and self._done is None:
            data = _object(content)
            if data.get("id") == self._session._number:
                self._done = data

    def _end(self, status: str, why: str) -> None:
        """End the session; the cell's answer says why."""
        self._session._closing.set()
        with contextlib.suppress(_Broken):
            self._take(self._session._pipes.receive(0))
        self._session._end()
        self._answer.status = status  # type: ignore[assignment]
        self._answer.exit_code = {"timeout": 124, "limit": 125, "cancelled": 130}.get(status, 137)
        self._answer.note = f"The session was ended: {why}."
        self._done = None

    def _result(self) -> Answer:
        answer, done = self._answer, self._done
        notes = [answer.note] if answer.note else []
        if done is not None:
            result = done.get("result")
            if isinstance(result, str):
                answer.result = clean(result[:_RESULT_LIMIT])
            failed = done.get("status") != "ok"
            leaves = done.get("exit")
            answer.exit_code = (
                leaves & 0xFF if isinstance(leaves, int) and not isinstance(leaves, bool) else int(failed)
            )
            answer.status = "error" if failed else "ok"
            if self._stopping is not None:
                answer.status = self._stopping[0]  # type: ignore[assignment]
                answer.exit_code = 130 if answer.status == "cancelled" else 124
                seconds = f"{self._limits.cell_seconds:g}"
                notes.append(
                    "The cell was cancelled."
                    if answer.status == "cancelled"
                    else f"The cell was stopped after {seconds} s; variables are kept."
                )
        if self._pictures_left_out:
            notes.append(
                f"{self._pictures_left_out} pictures were left out: a cell shows at most {self._limits.images}, of at most "
                f"{self._limits.image_bytes // 2**20} MB each."
            )
        answer.logs = self._logs.text()
        answer.note = " ".join(notes)
        return answer
