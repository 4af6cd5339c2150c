"""The process that reads files: what is in them may hang it, crash it or fill its memory, and nothing else.

It follows :mod:`app.core.child_process`. A command ``{"op": "prepare", "id", "path", "filename", "chunking", "rule",
"result"}`` ends in ``{"event": "prepared", "id"}`` with the result in that file, ``{"event": "refused", "id", "code",
"message"}`` for a file that cannot be used, or ``{"event": "broke", "id", "message"}`` for a fault of ours.
"""

from __future__ import annotations

import json
import os
import queue
import sys
import threading
from pathlib import Path
from typing import Any

from app.knowledge.chunks import Chunking
from app.knowledge.documents import Unreadable
from app.knowledge.embedding.windows import WindowRule

MEMORY_LIMIT = 3 * 1024**3
_FILE_LIMIT = 2 * 1024**3


def run_child() -> int:
    """Read files until stdin ends; returns the exit code."""
    commands: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
    _limit_self()
    json.loads(sys.stdin.readline() or "{}")
    threading.Thread(target=_listen, args=(commands,), daemon=True).start()
    _say({"event": "ready"})
    while True:
        _say(_answer(commands.get()))


def _listen(commands: queue.SimpleQueue[dict[str, Any]]) -> None:
    for line in sys.stdin:
        commands.put(json.loads(line))
    os._exit(0)  # the parent is gone: whatever is being read has nobody to read it for


def _answer(command: dict[str, Any]) -> dict[str, Any]:
    from app.knowledge.prepared import prepare

    number = command["id"]
    try:
        prepared = prepare(
            Path(command["path"]),
            command["filename"],
            Chunking(**command["chunking"]),
            WindowRule(**command["rule"]),
        )
        prepared.save(Path(command["result"]))
    except Unreadable as error:
        return {"event": "refused", "id": number, "code": error.code, "message": error.message}
    except (MemoryError, RecursionError) as error:
        reason = (
            "needs more memory than is allowed" if isinstance(error, MemoryError) else "is nested too deeply"
        )
        return {"event": "refused", "id": number, "code": "invalid_file", "message": f"The file {reason}."}
    except Exception as error:  # noqa: BLE001 - readers' libraries raise anything for broken files
        return {"event": "broke", "id": number, "message": f"{type(error).__name__}: {error}"[:2000]}
    return {"event": "prepared", "id": number}


def _say(event: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(event) + "\n")
    sys.stdout.flush()


def _limit_self() -> None:
    """Less room and less right of way; on systems without these limits the parent's watch has to do."""
    if sys.platform == "win32":
        import psutil

        psutil.Process().nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
        return
    import resource

    os.nice(5)
    for limit, value in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, _FILE_LIMIT),
        (resource.RLIMIT_AS, MEMORY_LIMIT),
    ):
        try:
            _, hard = resource.getrlimit(limit)
            resource.setrlimit(limit, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))
        except (OSError, ValueError):
            continue


if __name__ == "__main__":
    sys.exit(run_child())
