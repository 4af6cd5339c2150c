"""One file over HTTP into one file on disk, resumed where it stopped."""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from app.core.errors import ConnectionFailed

if TYPE_CHECKING:
    import httpx2

CONNECT_SECONDS = 15.0
READ_SECONDS = 60.0
TRIES = 4  # in a row without a byte of progress
PAUSE = 0.5  # seconds before the second try, doubled for each further one
_LONGEST_PAUSE = 30.0
_BLOCK = 1 << 20
_CONTENT_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+|\*)|bytes \*/(\d+)")

Arrived = Callable[[int, int | None], None]


class _Again(Exception):
    """This try failed in a way that another one may not; ``pause`` in seconds, if the server asked for one."""

    def __init__(self, reason: str, pause: float | None = None) -> None:
        super().__init__(reason)
        self.pause = pause


async def fetch(url: str, part: Path, *, size: int | None, resume: bool, arrived: Arrived) -> None:
    """Load ``url`` into ``part``, behind what ``part`` already holds if ``resume``.

    Args:
        url: followed through redirections; proxies of the environment are used.
        part: the file to fill; kept when this fails or is cancelled.
        size: of the whole file in bytes, where it is known.
        resume: whether an earlier call's bytes may be trusted (there is a sum to check them by in the end). Tries of
            one call always resume.
        arrived: called with the bytes that are there and, if known, the whole size.

    Raises:
        ConnectionFailed: the server cannot be reached, refuses, or keeps breaking off.
        OSError: ``part`` cannot be written.
    """
    import httpx2

    if not resume:
        part.unlink(missing_ok=True)
    try:
        client = httpx2.AsyncClient(
            follow_redirects=True,
            timeout=httpx2.Timeout(READ_SECONDS, connect=CONNECT_SECONDS),
            headers={"Accept-Encoding": "identity"},
        )
    except (OSError, ValueError, ImportError) as error:  # a proxy or certificate file of the environment
        raise ConnectionFailed("The network settings cannot be used.", details=str(error)) from error
    async with client:
        failures = 0
        while True:
            before = _length(part)
            try:
                await _try(client, url, part, size, arrived)
            except (_Again, httpx2.TransportError, httpx2.StreamError) as error:
                failures = 1 if _length(part) > before else failures + 1
                reason = str(error) or type(error).__name__
                if failures >= TRIES or isinstance(error, httpx2.UnsupportedProtocol):
                    raise ConnectionFailed("It could not be reached.", details=reason) from error
                pause = PAUSE * 2 ** (failures - 1)
                if isinstance(error, _Again) and error.pause is not None:
                    pause = error.pause
                await asyncio.sleep(min(pause, _LONGEST_PAUSE))
            except httpx2.HTTPError as error:
                raise ConnectionFailed("It could not be reached.", details=str(error)) from error
            except httpx2.InvalidURL as error:
                raise ConnectionFailed("Its address cannot be used.", details=str(error)) from error
            else:
                return


async def _try(client: httpx2.AsyncClient, url: str, part: Path, size: int | None, arrived: Arrived) -> None:
    start = _length(part)
    if size is not None and start > size:
        part.unlink()
        start = 0
    if size is not None and start == size:
        return
    headers = {"Range": f"bytes={start}-"} if start else {}
    async with client.stream("GET", url, headers=headers) as answer:
        told = _CONTENT_RANGE.match(answer.headers.get("content-range", ""))
        if answer.status_code == 416 and start:
            if told and told[3] == str(start):
                return  # it was whole already
            part.unlink()
            raise _Again("the server has another file than before", 0.0)
        if answer.status_code == 429 or answer.status_code >= 500:
            raise _Again(f"the server answers {answer.status_code}", _retry_after(answer))
        if answer.status_code not in {200, 206}:
            raise ConnectionFailed(_refusal(answer.status_code), details=f"HTTP {answer.status_code}")
        if answer.status_code == 206 and (told is None or told[1] != str(start)):
            raise _Again("the server sent another part than the one asked for", 0.0)
        if answer.status_code == 200:
            start = 0
        total = size
        length = answer.headers.get("content-length", "")
        if length.isdigit():
            total = start + int(length)
        with part.open("r+b" if start else "wb") as file:
            file.seek(start)
            await _pour(answer, file, start, total, arrived)
        if total is not None and _length(part) < total:
            raise _Again("the server broke off")


async def _pour(
    answer: httpx2.Response, file: BinaryIO, start: int, total: int | None, arrived: Arrived
) -> None:
    waiting = bytearray()
    done = start
    arrived(done, total)
    try:
        async for piece in answer.aiter_bytes():
            waiting += piece
            if len(waiting) >= _BLOCK:
                block, waiting = waiting, bytearray()
                await asyncio.to_thread(file.write, block)
                done += len(block)
                arrived(done, total)
    finally:
        file.write(waiting)  # also when it is cancelled: nothing that arrived is lost
        file.flush()
    arrived(done + len(waiting), total)


def _length(part: Path) -> int:
    with contextlib.suppress(FileNotFoundError):
        return part.stat().st_size
    return 0


def _retry_after(answer: httpx2.Response) -> float | None:
    value = answer.headers.get("retry-after", "")
    return float(value) if value.isdigit() else None


def _refusal(status: int) -> str:
    if status in {401, 403}:
        return "It refuses to give the file."
    if status in {404, 410}:
        return "It does not have the file any more."
    return "It gave an answer that is not understood."
