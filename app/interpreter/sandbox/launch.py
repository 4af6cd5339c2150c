"""Where we are root: make what a session needs reachable for an unprivileged user, become that user, go on as bwrap.

Limits on processes do not bind root, not even inside a user namespace, so a sandbox is never started as root. But an
unprivileged user may not reach our own folders (``/root``, a private data folder). So this process takes a mount
namespace of its own, binds exactly the needed files and folders below a fresh, empty place in it, gives all rights up
and executes the rest of its command with those places put in.

Runs as a program of its own, standard library only: ``launch.py JSON`` with ``{"uid", "sources", "command"}`` and perhaps
``"libraries"``, where the command's own libraries lie; ``@N`` stands for the N-th source.
"""

from __future__ import annotations

import ctypes
import json
import os
import stat
import sys

_CLONE_NEWNS = 0x00020000
_MS_NOSUID, _MS_NODEV, _MS_BIND, _MS_REC, _MS_PRIVATE = 0x2, 0x4, 0x1000, 0x4000, 0x40000
_PR_SET_KEEPCAPS = 8
_PLACES = ("/mnt", "/media", "/srv", "/opt")


def main(argument: str) -> int:
    """Do it; only returns when something failed, with the reason on stderr."""
    plan = json.loads(argument)
    sources: list[str] = plan["sources"]
    try:
        reachable = _stage(sources)
        _become(int(plan["uid"]))
    except OSError as error:
        os.write(2, f"{error.strerror}: {error.filename or 'user namespace or rights'}\n".encode())
        return 1
    if "libraries" in plan:
        os.environ["LD_LIBRARY_PATH"] = _filled(plan["libraries"], reachable)
    command = [_filled(word, reachable) for word in plan["command"]]
    try:
        os.execv(command[0], command)  # noqa: S606 - no shell is wanted
    except OSError as error:
        os.write(2, f"{error.strerror}: {command[0]}\n".encode())
    return 1


def _filled(word: str, reachable: list[str]) -> str:
    if not word.startswith("@"):
        return word
    number, slash, rest = word[1:].partition("/")
    return reachable[int(number)] + slash + rest


def _stage(sources: list[str]) -> list[str]:
    """Bind each source below an empty place; where mounting is not allowed, the sources stay as they are."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(_CLONE_NEWNS) != 0:
        return sources

    def mount(source: str, target: str, kind: bytes | None, flags: int, data: bytes | None = None) -> None:
        if libc.mount(source.encode(), target.encode(), kind, ctypes.c_ulong(flags), data) != 0:
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), target)

    mount("none", "/", None, _MS_REC | _MS_PRIVATE)
    handles = [
        os.open(source, os.O_PATH | os.O_CLOEXEC) for source in sources
    ]  # before anything lies over them
    place = next((place for place in _PLACES if os.path.isdir(place)), None)  # noqa: PTH112 - no imports that cost time
    if place is None:
        raise OSError(2, "No place to mount below", "/mnt")
    mount("tmpfs", place, b"tmpfs", _MS_NOSUID | _MS_NODEV, b"mode=755,size=1m")
    staged = []
    for number, handle in enumerate(handles):
        target = f"{place}/{number}"
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            os.mkdir(target, 0o755)  # noqa: PTH102
        else:
            os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644))
        mount(f"/proc/self/fd/{handle}", target, None, _MS_BIND)
        os.close(handle)
        staged.append(target)
    return staged


def _become(uid: int) -> None:
    """Give root up for good: groups, ids, and a mark that this is the first to go when memory runs out."""
    try:
        descriptor = os.open("/proc/self/oom_score_adj", os.O_WRONLY)
        os.write(descriptor, b"1000")
        os.close(descriptor)
    except OSError:
        pass  # only a preference
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)
    if os.geteuid() != uid or os.getuid() != uid or os.getegid() != uid:
        raise OSError(1, "Rights were not given up", "setresuid")
    try:
        os.setuid(0)
    except OSError:
        return
    raise OSError(1, "Rights can be taken back", "setuid")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
