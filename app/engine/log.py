"""The engine's log on stderr: lines for people as a child process, one JSON object a line when it runs alone.

No record holds a key, a token or a body: what requests carry is never logged, only method, path, status and time.
"""

from __future__ import annotations

import json
import logging
import time
from typing import Any, TextIO

_FIELDS = ("request_id", "method", "path", "status", "milliseconds", "run", "model")


class JsonLines(logging.Formatter):
    """One JSON object a record: time (UTC), level, logger, message, and a request's fields."""

    def format(self, record: logging.LogRecord) -> str:
        """Write one line."""
        entry: dict[str, Any] = {
            "time": time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
            + f".{int(record.msecs):03d}Z",
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        entry |= {name: getattr(record, name) for name in _FIELDS if hasattr(record, name)}
        if record.exc_info:
            entry["exception"] = self.formatException(record.exc_info)
        return json.dumps(entry, ensure_ascii=False)


def configure(stream: TextIO, *, structured: bool, level: str = "info") -> None:
    """Send the program's log to ``stream``; other libraries only from warnings on."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        JsonLines() if structured else logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
    )
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.getLogger("app").setLevel(level.upper())
    if not structured:
        logging.getLogger("app.engine.access").setLevel(logging.WARNING)
