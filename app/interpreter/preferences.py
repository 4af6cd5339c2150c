"""What a person has chosen for the code interpreter, kept as JSON in the settings folder. Tokens never."""

from __future__ import annotations

import dataclasses
import json
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.core.settings import write_json
from app.interpreter.backends import RemoteServer, Settings
from app.interpreter.model import MIB, Limits

log = logging.getLogger(__name__)

BACKENDS = ("auto", "native", "wasi", "remote", "off")
REMOTE_ENTRY = "interpreter-jupyter"
"""The keyring entry of the remote server's token, unless another one is named."""
BOUNDS = {
    "cell_seconds": (1, 3600),
    "memory_mb": (256, 65_536),
    "folder_mb": (16, 102_400),
    "idle_minutes": (1, 24 * 60),
}
"""The least and the most that can be chosen."""


@dataclass(frozen=True)
class Preferences:
    """The choice.

    ``backend`` is one of :data:`BACKENDS`. A cell may take ``cell_seconds``, a session use ``memory_mb`` and put
    ``folder_mb`` into ``/mnt/data``; it ends after ``idle_minutes`` without use. ``remote_url`` is a Jupyter server's
    base URL, ``remote_kernel`` the kernel to start there (empty: its default), ``remote_entry`` the keyring entry of its
    token (empty: it needs none).
    """

    backend: str = "auto"
    cell_seconds: int = 60
    memory_mb: int = 2048
    folder_mb: int = 768
    idle_minutes: int = 30
    remote_url: str = ""
    remote_kernel: str = ""
    remote_entry: str = REMOTE_ENTRY

    def settings(self, token: str = "") -> Settings:
        """The same as sessions are kept by; ``token`` is the remote server's."""
        limits = dataclasses.replace(
            Limits(),
            cell_seconds=float(self.cell_seconds),
            memory_bytes=self.memory_mb * MIB,
            address_space=max(Limits().address_space, 4 * self.memory_mb * MIB),
            folder_bytes=self.folder_mb * MIB,
            file_bytes=min(Limits().file_bytes, self.folder_mb * MIB),
        )
        remote = RemoteServer(self.remote_url, token, self.remote_kernel or None) if self.remote_url else None
        return Settings(
            backend=self.backend, limits=limits, idle_seconds=self.idle_minutes * 60.0, remote=remote
        )


def load(path: Path) -> Preferences:
    """Read the choice; a missing file, and whatever of it cannot be used, gives the defaults."""
    try:
        data = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Preferences()
    except (OSError, ValueError) as error:
        log.warning("the interpreter's settings cannot be read, defaults are used: %s", error)
        return Preferences()
    return Preferences(**_usable(data)) if isinstance(data, dict) else Preferences()


def _usable(data: dict[str, Any]) -> dict[str, Any]:
    usable: dict[str, Any] = {}
    for field in dataclasses.fields(Preferences):
        value = data.get(field.name)
        if field.name in BOUNDS:
            least, most = BOUNDS[field.name]
            if isinstance(value, int) and not isinstance(value, bool):
                usable[field.name] = max(least, min(value, most))
        elif isinstance(value, str) and (field.name != "backend" or value in BACKENDS):
            usable[field.name] = value
    return usable


def save(path: Path, preferences: Preferences) -> None:
    """Write the choice, whole or not at all.

    Raises:
        OSError: it cannot be written.
    """
    write_json(path, dataclasses.asdict(preferences))


def changed_at(path: Path) -> int:
    """When the file was changed last (nanoseconds); 0 without one. Another program may have written it."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
