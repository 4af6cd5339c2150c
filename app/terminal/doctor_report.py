"""The diagnostics file: what a report about a problem needs, without keys and without what people wrote.

Everything that could carry a key is left out or named by its kind; the whole text is then searched for every key that is
known here (keyring, session, environment, headers, addresses) and for everything of a key's shape, and both are blotted.
"""

from __future__ import annotations

import asyncio
import dataclasses
import getpass
import importlib.metadata
import json
import os
import platform
import re
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from app import __version__
from app.connections.failure_facts import is_secret_header, scrub
from app.connections.profile import Profile, load_profiles
from app.connections.secrets import ENVIRONMENT_PREFIX, KeyStore
from app.core import copies, log, settings
from app.core.errors import AppError, StorageFailed
from app.core.paths import Paths
from app.terminal.doctor_checks import Finding, sizes

LOG_BYTES = 100_000
"""How much of each log's end is taken."""
KEY_SECONDS = 5.0
_PIECE = 3000
_SHOWN_VARIABLES = re.compile(
    r"LANG|LC_ALL|TZ|DISPLAY|WAYLAND_DISPLAY|XDG_(SESSION_TYPE|CURRENT_DESKTOP|SESSION_DESKTOP)|DESKTOP_SESSION|"
    r"QT_\w+|GDK_BACKEND|PYTHON(UTF8|IOENCODING|DONTWRITEBYTECODE)|SNAP|FLATPAK_ID|APPIMAGE|VIRTUAL_ENV|"
    r"ASSISTANT_WORKBENCH_\w+"
)
_SECRET_VARIABLE = re.compile(r"key|token|secret|passw|credential|auth", re.IGNORECASE)


async def write(file: Path, paths: Paths, findings: list[Finding], *, keys: KeyStore | None = None) -> None:
    """Write the diagnostics file, readable by its owner only.

    Args:
        file: where; an existing file is replaced.
        paths: the installation that it is about.
        findings: what ``doctor`` found.
        keys: where keys are, so that they can be searched for; the system's keyring when not given.

    Raises:
        StorageFailed: it cannot be written.
    """
    profiles, profiles_error = _profiles(paths)
    secrets = await _known_secrets(profiles, keys or KeyStore())
    document = await asyncio.to_thread(_document, paths, findings, profiles, profiles_error)
    text = json.dumps(blot_all(document, secrets), ensure_ascii=False, indent=2)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink(missing_ok=True)
        with os.fdopen(
            os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8"
        ) as out:
            out.write(f"{text}\n")
    except OSError as error:
        raise StorageFailed(
            f"The diagnostics file {file} cannot be written.",
            advice="Choose another place.",
            details=str(error),
        ) from error


def blot_all(value: Any, secrets: Iterable[str]) -> Any:
    """Take every one of ``secrets``, whatever has a key's shape, and the home folder's name out of all texts in a JSON value."""
    known = sorted({secret for secret in secrets if len(secret) >= 4}, key=len, reverse=True)
    shapes = [shape for secret in known for shape in dict.fromkeys((secret, json.dumps(secret)[1:-1]))]
    home = str(Path.home())

    def text(content: str) -> str:
        for shape in shapes:
            content = content.replace(shape, "•••")
        pieces = (content[at : at + _PIECE] for at in range(0, len(content), _PIECE))
        content = "".join(log.blot(scrub(piece)) for piece in pieces)
        return content.replace(home, "~") if len(home) > 3 else content

    def walk(content: Any) -> Any:
        if isinstance(content, str):
            return text(content)
        if isinstance(content, list):
            return [walk(item) for item in content]
        if isinstance(content, dict):
            return {text(str(name)): walk(item) for name, item in content.items()}
        return content

    return walk(value)


def _profiles(paths: Paths) -> tuple[list[Profile], str]:
    try:
        return load_profiles(paths.profiles), ""
    except AppError as error:
        return [], error.message


async def _known_secrets(profiles: list[Profile], keys: KeyStore) -> set[str]:
    """Every key that this process can know, to be looked for in the text."""
    found = {value for name, value in os.environ.items() if _SECRET_VARIABLE.search(name) and len(value) >= 6}
    found |= {key.reveal() for key in keys.session_keys().values()}
    for profile in profiles:
        found |= {value for name, value in profile.headers.items() if value}
        for address in (profile.base_url, profile.proxy):
            found |= _in_address(address)
        if profile.keyring_entry:
            try:
                async with asyncio.timeout(KEY_SECONDS):
                    key = await keys.get(profile.keyring_entry)
            except (AppError, TimeoutError):  # it is in no file of ours in any case
                continue
            if key:
                found.add(key.reveal())
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        found |= _in_address(os.environ.get(name) or os.environ.get(name.lower()) or "")
    return found


def _in_address(address: str) -> set[str]:
    """Passwords and query values of an address."""
    try:
        parts = urlsplit(address if "://" in address else f"//{address}")
    except ValueError:
        return {address}
    values = {parts.password or "", unquote(parts.password or "")} | {
        value for _n, value in parse_qsl(parts.query)
    }
    return {value for value in values if value}


def _document(
    paths: Paths, findings: list[Finding], profiles: list[Profile], profiles_error: str
) -> dict[str, Any]:
    import psutil

    return {
        "program": "assistant-workbench",
        "version": __version__,
        "made": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "note": "Made by “doctor --report”. It holds no keys and none of your texts. Read it before you pass it on.",
        "system": {
            "platform": platform.platform(),
            "machine": platform.machine(),
            "python": platform.python_version(),
            "frozen": bool(getattr(sys, "frozen", False)),
            "processors": os.cpu_count(),
            "memory_bytes": psutil.virtual_memory().total,
            "memory_free_bytes": psutil.virtual_memory().available,
            "variables": {
                name: value
                for name, value in sorted(os.environ.items())
                if _SHOWN_VARIABLES.fullmatch(name) and not _SECRET_VARIABLE.search(name)
            },
        },
        "findings": [dataclasses.asdict(finding) for finding in findings],
        "libraries": _libraries(),
        "places": {name: str(getattr(paths, name)) for name in ("data", "config", "cache", "logs")},
        "data_bytes": {_kind(name): size for name, size in sizes(paths).items()},
        "databases": {kept.path.name: copies.version_of(kept.path) for kept in copies.databases(paths)},
        "copies": [
            {"name": copy.id, "bytes": copy.bytes, "why": copy.why_words} for copy in copies.copies(paths)
        ],
        "settings": _settings(paths),
        "connections": [_connection(profile) for profile in profiles],
        "connections_error": profiles_error,
        "logs": _logs(paths),
    }


def _kind(name: str) -> str:
    """Names of the program's own files are told; anything else in the folder is a person's."""
    return name if re.fullmatch(r"[a-z_.-]{1,30}", name) else "something else"


def _settings(paths: Paths) -> dict[str, Any]:
    if not paths.settings.is_file():
        return {}
    try:
        data = json.loads(paths.settings.read_text("utf-8"))
    except (OSError, ValueError) as error:
        return {"unreadable": type(error).__name__}
    known = {field.name for field in dataclasses.fields(settings.Settings)} - {
        "window_geometry",
        "window_state",
        "model_file",
        "extra",
    }
    return {name: value for name, value in data.items() if name in known} if isinstance(data, dict) else {}


def _connection(profile: Profile) -> dict[str, Any]:
    entry = profile.keyring_entry
    try:
        parts = urlsplit(profile.base_url)
        address = (
            f"{parts.scheme}://{parts.hostname or ''}{f':{parts.port}' if parts.port else ''}{parts.path}"
        )
    except ValueError:
        address = "not an address"
    return {
        "kind": profile.kind,
        "api": profile.api,
        "address": address,
        "key": "none"
        if not entry
        else "from an environment variable"
        if entry.startswith(ENVIRONMENT_PREFIX)
        else "kept",
        "headers": sorted(
            "(a key)" if is_secret_header(name) else name for name, value in profile.headers.items() if value
        ),
        "proxy": bool(profile.proxy),
        "own_certificates": bool(profile.ca_file),
        "organisation": bool(profile.organization),
        "project": bool(profile.project),
        "timeout": profile.timeout,
        "models": len(profile.models),
    }


def _libraries() -> dict[str, str]:
    found = {}
    for distribution in importlib.metadata.distributions():
        name = distribution.metadata["Name"]
        if name:
            found[str(name)] = distribution.version
    return dict(sorted(found.items(), key=lambda item: item[0].lower()))


def _logs(paths: Paths) -> dict[str, list[str]]:
    found = {}
    user = getpass.getuser() if hasattr(os, "getuid") or os.environ.get("USERNAME") else ""
    for file in sorted(paths.logs.glob("*.log*")):
        try:
            with file.open("rb") as content:
                content.seek(max(0, file.stat().st_size - LOG_BYTES))
                lines = content.read().decode("utf-8", "replace").splitlines()
        except OSError as error:
            lines = [f"(cannot be read: {error.strerror})"]
        if len(user) > 3:
            lines = [line.replace(user, "(user)") for line in lines]
        found[file.name] = lines
    return found
