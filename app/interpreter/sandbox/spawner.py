"""Starts processes that must end when ours does.

The kernel ties "end with your parent" to the thread that started the child, so all such children are started by one
thread that lives as long as the program.
"""

from __future__ import annotations

import queue
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import Future

_lock = threading.Lock()
_jobs: (
    queue.SimpleQueue[tuple[list[str], dict[str, str], tuple[int, ...], Future[subprocess.Popen[bytes]]]]
    | None
)
_jobs = None


def spawn(
    command: Sequence[str], environment: Mapping[str, str], pass_fds: Sequence[int] = ()
) -> subprocess.Popen[bytes]:
    """Start ``command`` in a process group of its own with pipes for its three standard streams.

    Raises:
        OSError: it cannot be started.
    """
    global _jobs  # noqa: PLW0603 - one thread for the whole process is the point
    with _lock:
        if _jobs is None:
            _jobs = queue.SimpleQueue()
            threading.Thread(target=_serve, args=(_jobs,), name="spawner", daemon=True).start()
    future: Future[subprocess.Popen[bytes]] = Future()
    _jobs.put((list(command), dict(environment), tuple(pass_fds), future))
    return future.result()


def _serve(
    jobs: queue.SimpleQueue[
        tuple[list[str], dict[str, str], tuple[int, ...], Future[subprocess.Popen[bytes]]]
    ],
) -> None:
    while True:
        command, environment, pass_fds, future = jobs.get()
        try:
            process = subprocess.Popen(
                command,
                env=environment,
                cwd=None if sys.platform == "win32" else "/",
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                bufsize=0,
                pass_fds=pass_fds,
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except BaseException as error:  # noqa: BLE001 - whoever asked gets it
            future.set_exception(error)
        else:
            future.set_result(process)
