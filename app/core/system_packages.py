"""What the program needs of a Linux system, from the one list ``packaging/system-packages.txt``.

Standard library only: the set-up script reads the list before anything is installed.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from app.core.paths import resource

_SYSTEM_PROGRAMS = "/usr/local/sbin:/usr/sbin:/sbin:/usr/bin:/bin"


@dataclass(frozen=True)
class Requirement:
    """A package and what tells that it is there: a library's or a program's name, or a program's whole path.

    ``model`` is needed by local models, ``window`` on any screen, ``display`` to draw on an X server, ``tests`` by the
    tests.
    """

    package: str
    provides: str
    section: str

    def present(self) -> bool:
        """Whether the library can be loaded, or the program is found."""
        if ".so" not in self.provides:
            path = os.pathsep.join(filter(None, (os.environ.get("PATH"), _SYSTEM_PROGRAMS)))
            return shutil.which(self.provides, path=path) is not None
        if (Path(getattr(sys, "_MEIPASS", "/nowhere")) / self.provides).is_file():
            return True  # the frozen program brings it
        try:
            ctypes.CDLL(self.provides)
        except OSError:
            return False
        return True


def list_file() -> Path:
    """The list: among the resources of an installed or frozen program, in ``packaging`` of a checkout."""
    packed = resource("system-packages.txt")
    return packed if packed.is_file() else resource().parent / "packaging" / "system-packages.txt"


def parse(text: str) -> list[Requirement]:
    """Read the list's text: ``[section]`` lines, ``package provides`` lines, ``#`` comments.

    Raises:
        ValueError: a line is none of these.
    """
    found: list[Requirement] = []
    section = ""
    for line in text.splitlines():
        words = line.split("#", 1)[0].split()
        if len(words) == 1 and words[0].startswith("[") and words[0].endswith("]"):
            section = words[0][1:-1]
        elif len(words) == 2 and section:
            found.append(Requirement(words[0], words[1], section))
        elif words:
            raise ValueError(f"not understood: {line!r}")
    return found


def missing(sections: Iterable[str]) -> list[Requirement]:
    """What of these sections (see :class:`Requirement`) this system lacks; always nothing outside Linux, where the packages bring everything."""
    if sys.platform != "linux":
        return []
    wanted = set(sections)
    return [
        requirement
        for requirement in parse(list_file().read_text("utf-8"))
        if requirement.section in wanted and not requirement.present()
    ]


def has_apt() -> bool:
    """Whether this is a Debian or Ubuntu, where :func:`install_command` works as it is."""
    return shutil.which("apt-get", path=_SYSTEM_PROGRAMS) is not None


def is_root() -> bool:
    """Whether packages can be installed without ``sudo``."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def install_command(requirements: Iterable[Requirement]) -> str:
    """The one command that a person types on Debian or Ubuntu."""
    sudo = "" if is_root() else "sudo "
    return f"{sudo}apt-get install " + " ".join(dict.fromkeys(item.package for item in requirements))


def advice(requirements: Iterable[Requirement]) -> str:
    """What to do about missing ``requirements``, in a paragraph: the command, or the names where there is no apt."""
    listed = list(requirements)
    if has_apt():
        return f"Type this once, then start it again:\n\n    {install_command(listed)}"
    names = ", ".join(item.provides for item in listed)
    return f"Install these with your system's package manager, then start it again: {names}"
