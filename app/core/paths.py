"""Where the program keeps things, and where its own resources lie."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

APP_NAME = "assistant-workbench"
DATA_DIR_VARIABLE = "ASSISTANT_WORKBENCH_DATA_DIR"
COMMAND_VARIABLE = "ASSISTANT_WORKBENCH_COMMAND"


@dataclass(frozen=True)
class Paths:
    """Every folder of one installation.

    The window, ``serve`` and ``compare`` share them; two programs may use one set at once.
    """

    data: Path
    config: Path
    cache: Path
    logs: Path

    @property
    def engine_database(self) -> Path:
        """The engine's SQLite file: assistants, threads, messages, runs, files' records."""
        return self.data / "engine.db"

    @property
    def engine_files(self) -> Path:
        """Contents of uploaded and produced files, one file an id."""
        return self.data / "files"

    @property
    def engine_knowledge(self) -> Path:
        """What was read of the files in vector stores: one SQLite file, and what belongs to reading."""
        return self.data / "knowledge"

    @property
    def engine_instances(self) -> Path:
        """One lock file for each running engine, so that a crashed engine's runs can be told from a living one's."""
        return self.data / "instances"

    @property
    def journal_database(self) -> Path:
        """The window's own SQLite file: lanes, comparisons, activity."""
        return self.data / "workbench.db"

    @property
    def models(self) -> Path:
        """Downloaded model files (GGUF)."""
        return self.data / "models"

    @property
    def profiles(self) -> Path:
        """Connections, without keys (JSON)."""
        return self.config / "connections.json"

    @property
    def settings(self) -> Path:
        """Settings of the window (JSON)."""
        return self.config / "settings.json"

    @property
    def interpreter_settings(self) -> Path:
        """What was chosen for the code interpreter (JSON), without tokens."""
        return self.config / "interpreter.json"

    def create(self) -> Paths:
        """Create the folders (private to the user) and return self."""
        for folder in (self.data, self.config, self.cache, self.logs):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return self


def resolve(data_dir: str | os.PathLike[str] | None = None) -> Paths:
    """Find the folders: ``data_dir`` or the environment's ``ASSISTANT_WORKBENCH_DATA_DIR`` holds everything, else the system's usual places."""
    chosen = data_dir or os.environ.get(DATA_DIR_VARIABLE)
    if chosen:
        root = Path(chosen).expanduser().absolute()
        return Paths(data=root, config=root / "config", cache=root / "cache", logs=root / "logs")
    from platformdirs import PlatformDirs

    dirs = PlatformDirs(APP_NAME, appauthor=False)
    return Paths(dirs.user_data_path, dirs.user_config_path, dirs.user_cache_path, dirs.user_log_path)


def resource(*parts: str) -> Path:
    """Path of a file under ``resources/``: in a checkout, in an installed wheel, and in the frozen program."""
    if getattr(sys, "frozen", False):
        root = Path(getattr(sys, "_MEIPASS", Path(sys.executable).parent)) / "resources"
    else:
        package = Path(__file__).resolve().parent.parent
        installed = package / "_resources"
        root = installed if installed.is_dir() else package.parent / "resources"
    return root.joinpath(*parts)


def own_command(*arguments: str) -> list[str]:
    """The command that starts this same program again with other arguments (frozen or not)."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    return [sys.executable, "-P", "-m", "app", *arguments]  # -P: not some other "app" in the current folder


def shown_command() -> str:
    """How the program was started, as a person would type it again: for help texts and advice."""
    started_by = os.environ.get(COMMAND_VARIABLE)
    if started_by:
        return started_by
    if getattr(sys, "frozen", False):
        return Path(sys.executable).stem
    if Path(sys.argv[0]).name in {"__main__.py", "-m"}:
        return f"{Path(sys.executable).stem} -m app"
    return APP_NAME


def own_environment() -> dict[str, str]:
    """Environment for :func:`own_command`: ours, without secrets, and with ``app`` importable from any folder."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.upper().endswith(("_API_KEY", "_TOKEN", "_SECRET", "_PASSWORD"))
    }
    if not getattr(sys, "frozen", False):
        root = str(Path(__file__).resolve().parent.parent.parent)
        existing = environment.get("PYTHONPATH")
        environment["PYTHONPATH"] = f"{root}{os.pathsep}{existing}" if existing else root
    return environment
