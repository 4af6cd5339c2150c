"""The window's log: a file of limited size in the logs folder, and a second one for hard crashes. Never a key in either."""

from __future__ import annotations

import faulthandler
import logging
import logging.handlers
import re
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import TextIO

MOST_BYTES = 1_000_000
KEPT_FILES = 3
_SECRETS = re.compile(
    r"(?i)(\bsk-[a-z0-9_-]{8,}|\bBearer\s+[^\s\"']{6,}|(?:api[-_]?key|token|password|secret|authorization)"
    r"[\"']?\s*[=:]\s*[\"']?(?!\s)[^\s\"',}]{4,})"
)

log = logging.getLogger(__name__)


class WithoutSecrets(logging.Formatter):
    """Writes one line a record, with anything that looks like a key blotted out, in tracebacks too."""

    def format(self, record: logging.LogRecord) -> str:
        """Format and blot."""
        return blot(super().format(record))


def blot(text: str) -> str:
    """Replace what looks like a key by dots."""
    return _SECRETS.sub("•••", text)


class LogFiles:
    """The open log files; :meth:`close` lets go of them.

    Args:
        folder: where they are (``Paths.logs``).
    """

    def __init__(self, folder: Path) -> None:
        self._root = logging.getLogger()
        self._before = (list(self._root.handlers), self._root.level, sys.excepthook, threading.excepthook)
        self._handler: logging.Handler | None = None
        self._crashes: TextIO | None = None
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._handler = logging.handlers.RotatingFileHandler(
                folder / "window.log",
                maxBytes=MOST_BYTES,
                backupCount=KEPT_FILES,
                encoding="utf-8",
                delay=True,
            )
            self._handler.setFormatter(WithoutSecrets("%(asctime)s %(levelname)s %(name)s: %(message)s"))
            self._root.addHandler(self._handler)
            self._crashes = (folder / "crash.log").open("a", encoding="utf-8")
            faulthandler.enable(self._crashes)
        except OSError as error:
            log.warning("no log is written: %s", error)
        self._root.setLevel(logging.WARNING)
        logging.getLogger("app").setLevel(logging.INFO)
        sys.excepthook = _log_exception
        threading.excepthook = _log_thread_exception

    def close(self) -> None:
        """Write what is left and close the files."""
        _, level, sys.excepthook, threading.excepthook = self._before
        self._root.setLevel(level)
        if self._handler is not None:
            self._root.removeHandler(self._handler)
            self._handler.close()
            self._handler = None
        if self._crashes is not None:
            faulthandler.disable()
            self._crashes.close()
            self._crashes = None


def _log_exception(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    log.critical("an exception reached the top", exc_info=(kind, error, trace))


def _log_thread_exception(arguments: threading.ExceptHookArgs) -> None:
    if arguments.exc_value is not None:
        log.critical("an exception ended a thread", exc_info=arguments.exc_value)
