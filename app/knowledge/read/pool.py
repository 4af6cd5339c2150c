"""Reading files in processes of their own, watched: who takes too long or too much memory is killed."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
from dataclasses import asdict
from pathlib import Path

import psutil

from app.core.child_process import ChildFailed, ChildProcess, Event
from app.core.paths import own_command, own_environment
from app.knowledge.chunks import Chunking
from app.knowledge.documents import Unreadable, invalid
from app.knowledge.embedding.windows import WindowRule
from app.knowledge.prepared import Prepared

log = logging.getLogger(__name__)

CPU_SECONDS = 120.0
WALL_SECONDS = 900.0
MEMORY_BYTES = 2 * 1024**3
_WATCH_SECONDS = 0.25
_IDLE_SECONDS = 60.0
_RECYCLE_AFTER = 200
_RECYCLE_BYTES = 600 * 1024**2


class ReadingFailed(Exception):
    """The reading process failed through no fault of the file; ``str()`` says how."""


class _Reader:
    """One child process and the answer it is working on."""

    def __init__(self) -> None:
        self.child: ChildProcess | None = None
        self.answer: asyncio.Future[Event] | None = None
        self.done = 0

    async def start(self) -> None:
        self.child = await ChildProcess.start(
            own_command("document-reader"), {}, environment=own_environment(), on_event=self._take
        )

    def _take(self, event: Event) -> None:
        if self.answer is not None and not self.answer.done():
            self.answer.set_result(event)

    async def stop(self) -> None:
        child, self.child = self.child, None
        if child is not None:
            await child.stop(grace=0)


class ReaderPool:
    """Up to ``size`` reading processes, started when needed and ended when idle for a minute.

    ``spool`` is a folder for results on their way; it is emptied of them.
    """

    def __init__(
        self,
        spool: Path,
        size: int = 2,
        *,
        cpu_seconds: float = CPU_SECONDS,
        wall_seconds: float = WALL_SECONDS,
        memory_bytes: int = MEMORY_BYTES,
    ) -> None:
        self._spool = spool
        self._slots = asyncio.Semaphore(size)
        self._idle: list[_Reader] = []
        self._timer: asyncio.TimerHandle | None = None
        self._ending: set[asyncio.Future[None]] = set()
        self._cpu_seconds = cpu_seconds
        self._wall_seconds = wall_seconds
        self._memory_bytes = memory_bytes
        self._closed = False

    async def prepare(self, path: Path, filename: str, chunking: Chunking, rule: WindowRule) -> Prepared:
        """Read and cut a file; cancelling kills the process that does it.

        Raises:
            Unreadable: the file cannot be used, with the reason in words.
            ReadingFailed: the process failed through no fault of the file.
        """
        async with self._slots:
            reader = self._idle.pop() if self._idle else _Reader()
            self._spool.mkdir(parents=True, exist_ok=True)
            result = self._spool / f"{secrets.token_hex(8)}.npz"
            try:
                if reader.child is None or reader.child.returncode is not None:
                    await reader.start()
                event = await self._ask(reader, _command(path, filename, chunking, rule, result))
                prepared = None
                if event["event"] == "prepared":
                    prepared = await asyncio.to_thread(Prepared.load, result)
            except ChildFailed as error:
                await reader.stop()
                raise ReadingFailed(f"{error.message} {error.details[-300:]}".strip()) from error
            except BaseException:
                await asyncio.shield(reader.stop())
                raise
            finally:
                with contextlib.suppress(OSError):
                    result.unlink(missing_ok=True)
            await self._give_back(reader)
            if prepared is not None:
                return prepared
            if event["event"] == "refused":
                raise Unreadable(event["code"], event["message"])
            log.warning("a file of %d bytes could not be read: %s", _size(path), event.get("message"))
            raise invalid("The file is damaged or holds something that cannot be read.")

    async def close(self) -> None:
        """End all processes."""
        self._closed = True
        if self._timer is not None:
            self._timer.cancel()
        idle, self._idle = self._idle, []
        await asyncio.gather(*(reader.stop() for reader in idle), *self._ending)

    async def _ask(self, reader: _Reader, command: Event) -> Event:
        child = reader.child
        assert child is not None
        loop = asyncio.get_running_loop()
        reader.answer = loop.create_future()
        reader.done += 1
        process = psutil.Process(child.pid)
        cpu_before = _cpu(process)
        deadline = loop.time() + self._wall_seconds
        child.send({**command, "id": reader.done})
        while True:
            await asyncio.wait([reader.answer], timeout=_WATCH_SECONDS)
            if reader.answer.done():
                return reader.answer.result()
            if child.returncode is not None:
                await reader.stop()
                raise invalid("The file makes the reader crash: it is damaged.")
            if _memory(process) > self._memory_bytes:
                await reader.stop()
                raise invalid("Reading the file needs more memory than is allowed.")
            if _cpu(process) - cpu_before > self._cpu_seconds or loop.time() > deadline:
                await reader.stop()
                raise invalid(f"Reading the file took longer than {self._cpu_seconds:.0f} seconds.")

    async def _give_back(self, reader: _Reader) -> None:
        child = reader.child
        if child is None or self._closed or reader.done >= _RECYCLE_AFTER:
            await reader.stop()
            return
        with contextlib.suppress(psutil.Error):
            if psutil.Process(child.pid).memory_info().rss > _RECYCLE_BYTES:
                await reader.stop()
                return
        self._idle.append(reader)
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(_IDLE_SECONDS, self._end_idle)

    def _end_idle(self) -> None:
        idle, self._idle = self._idle, []
        for reader in idle:
            ending = asyncio.ensure_future(reader.stop())
            self._ending.add(ending)
            ending.add_done_callback(self._ending.discard)


def _command(path: Path, filename: str, chunking: Chunking, rule: WindowRule, result: Path) -> Event:
    return {
        "op": "prepare",
        "path": str(path),
        "filename": filename,
        "chunking": asdict(chunking),
        "rule": rule.to_dict(),
        "result": str(result),
    }


def _cpu(process: psutil.Process) -> float:
    try:
        times = process.cpu_times()
    except psutil.Error:
        return 0.0
    return float(times.user + times.system)


def _memory(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
