"""Packages for people, made from the frozen program: .deb and AppImage here on Linux, setup and .dmg on their systems.

::

    python packaging/installers.py [deb] [appimage] [setup] [dmg]

takes ``dist/assistant-workbench`` (``python3 packaging/run.py build``) and writes into ``dist``. Without a name it makes
what this system can make. An AppImage needs ``mksquashfs`` and the AppImage project's type-2 runtime for this machine, a
file of about a megabyte, whose path is given in ``APPIMAGE_RUNTIME``::

    APPIMAGE_RUNTIME=~/Downloads/runtime-x86_64 python3 packaging/run.py package appimage

``linux/appimage-runtime.sha256`` has the sums of the published release that the workflow takes. A runtime built from its
source does as well; that it is another one is said.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
import runpy
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "packaging"
NAME = "assistant-workbench"
DEB_MACHINES = {"x86_64": "amd64", "aarch64": "arm64"}
DEB_DEPENDS = "libc6 (>= 2.28), libgl1, libegl1"
DEB_RECOMMENDS = "gnome-keyring | kwalletmanager | keepassxc"
RUNTIME_SUMS = HERE / "linux" / "appimage-runtime.sha256"
ELF_MACHINES = {"x86_64": 62, "aarch64": 183}
"""What an executable's header says of the machine that it is for."""


class NotPossible(Exception):
    """This package cannot be made here; the words say why and what to do."""


def version() -> str:
    """The program's version, as ``app/__init__.py`` has it."""
    found = re.search(r'__version__ = "([^"]+)"', (ROOT / "app" / "__init__.py").read_text("utf-8"))
    if found is None:
        raise NotPossible("app/__init__.py names no version.")
    return found[1]


def frozen(dist: Path) -> Path:
    """The frozen program's folder.

    Raises:
        NotPossible: it was not built.
    """
    folder = dist / NAME
    if not (folder / NAME).is_file():
        raise NotPossible(f"{folder} is not there: run “python3 packaging/run.py build” first.")
    return folder


def tree(program: Path, root: Path) -> None:
    """Lay the program out under ``root`` as a Linux system has it: /opt, a command, menu entry, icons, file type."""
    opt = root / "opt" / NAME
    opt.parent.mkdir(parents=True)
    shutil.copytree(program, opt, symlinks=True, copy_function=_link_or_copy)
    command = root / "usr" / "bin" / NAME
    command.parent.mkdir(parents=True)
    command.symlink_to(f"../../opt/{NAME}/{NAME}")
    _place(HERE / "linux" / f"{NAME}.desktop", root / "usr/share/applications" / f"{NAME}.desktop")
    _place(HERE / "linux" / f"{NAME}.xml", root / "usr/share/mime/packages" / f"{NAME}.xml")
    _place(HERE / "linux" / "copyright", root / "usr/share/doc" / NAME / "copyright")
    icons = root / "usr/share/icons/hicolor"
    with tempfile.TemporaryDirectory() as drawn:
        make = runpy.run_path(str(HERE / "icons.py"))
        make["make"](Path(drawn))
        for size in make["SIZES"]:
            if size <= 512:
                _place(Path(drawn) / f"{size}.png", icons / f"{size}x{size}" / "apps" / f"{NAME}.png")
    _place(ROOT / "resources/icons/app.svg", icons / "scalable" / "apps" / f"{NAME}.svg")


def deb(dist: Path) -> Path:
    """Make the Debian package.

    Raises:
        NotPossible: there is no frozen program, or no ``dpkg-deb``.
    """
    program = frozen(dist)
    if shutil.which("dpkg-deb") is None:
        raise NotPossible("A .deb needs dpkg-deb (Debian, Ubuntu).")
    machine = DEB_MACHINES.get(platform.machine(), platform.machine())
    target = dist / f"{NAME}_{version()}_{machine}.deb"
    with tempfile.TemporaryDirectory(dir=dist) as folder:
        root = Path(folder) / "root"
        root.mkdir(mode=0o755)
        tree(program, root)
        control = root / "DEBIAN"
        control.mkdir(mode=0o755)
        size = sum(file.lstat().st_size for file in root.rglob("*") if file.is_file()) // 1024
        (control / "control").write_text(
            f"Package: {NAME}\nVersion: {version()}\nArchitecture: {machine}\nSection: devel\nPriority: optional\n"
            f"Installed-Size: {size}\nDepends: {DEB_DEPENDS}\nRecommends: {DEB_RECOMMENDS}\n"
            "Maintainer: Assistant Workbench <maintainers@assistant-workbench.invalid>\n"
            "Description: build, test and compare AI assistants\n"
            " A desktop program in which people build, test and compare AI assistants, over\n"
            " the Assistants API, Chat Completions and Responses, with its own engine and a\n"
            " small model inside, and over services that speak OpenAI's API.\n",
            encoding="utf-8",
        )
        _place(HERE / "linux" / "postrm", control / "postrm", executable=True)
        pressed = os.environ.get("DEB_COMPRESSION", "zstd")
        command = ["dpkg-deb", "--root-owner-group", f"-Z{pressed}", "--build", str(root), str(target)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return target


def appimage(dist: Path) -> Path:
    """Make the AppImage: the runtime's bytes, then a squashfs of the program's tree.

    Raises:
        NotPossible: there is no frozen program, no ``mksquashfs``, or no runtime for this machine.
    """
    program = frozen(dist)
    runtime = appimage_runtime()
    if shutil.which("mksquashfs") is None:
        raise NotPossible("An AppImage needs mksquashfs (the package squashfs-tools).")
    target = dist / f"{NAME}-{version()}-{platform.machine()}.AppImage"
    with tempfile.TemporaryDirectory(dir=dist) as folder:
        root = appdir(program, Path(folder) / "AppDir")
        squashed = Path(folder) / "squashed"
        command = [
            "mksquashfs",
            str(root),
            str(squashed),
            "-root-owned",
            "-noappend",
            "-comp",
            "zstd",
            "-quiet",
        ]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        with target.open("wb") as out:
            for part in (runtime, squashed):
                with part.open("rb") as content:
                    shutil.copyfileobj(content, out)
    target.chmod(0o755)
    return target


def appimage_runtime() -> Path:
    """The runtime's file that ``APPIMAGE_RUNTIME`` names.

    Raises:
        NotPossible: none is named, or it is no type-2 runtime for this machine.
    """
    given = os.environ.get("APPIMAGE_RUNTIME", "")
    runtime = Path(given).expanduser()
    if not given or not runtime.is_file():
        raise NotPossible(
            "An AppImage needs the AppImage project's type-2 runtime for this machine: set APPIMAGE_RUNTIME to its file."
        )
    content = runtime.read_bytes()
    if content[:4] != b"\x7fELF" or content[8:11] != b"AI\x02":
        raise NotPossible(f"{runtime} is no type-2 runtime: the mark AI 2 is not at its ninth byte.")
    machine = int.from_bytes(content[18:20], "little")
    if machine != ELF_MACHINES.get(platform.machine(), machine):
        raise NotPossible(f"{runtime} is for another machine than this one ({platform.machine()}).")
    if hashlib.sha256(content).hexdigest() not in RUNTIME_SUMS.read_text("ascii"):
        print(f"{runtime} is not the published runtime that {RUNTIME_SUMS.name} names.", file=sys.stderr)
    return runtime


def appdir(program: Path, root: Path) -> Path:
    """Lay out what an AppImage holds: the tree with ``AppRun``, menu entry and icon at its top."""
    root.mkdir(parents=True)
    tree(program, root)
    _place(HERE / "linux" / "AppRun", root / "AppRun", executable=True)
    _place(HERE / "linux" / f"{NAME}.desktop", root / f"{NAME}.desktop")
    _place(root / "usr/share/icons/hicolor/256x256/apps" / f"{NAME}.png", root / f"{NAME}.png")
    (root / ".DirIcon").symlink_to(f"{NAME}.png")
    return root


def setup(dist: Path) -> Path:
    """Make the Windows installer with Inno Setup.

    Raises:
        NotPossible: Inno Setup is not installed.
    """
    compiler = shutil.which("iscc") or shutil.which("ISCC.exe")
    if compiler is None:
        raise NotPossible("The Windows installer needs Inno Setup 6 (iscc).")
    runpy.run_path(str(HERE / "icons.py"))["make"](ROOT / "build" / "icons")
    signing = ["/DSign"] if os.environ.get("SIGN_WINDOWS") else []
    command = [compiler, f"/DVersion={version()}", *signing, str(HERE / "windows" / "installer.iss")]
    subprocess.run(command, check=True)
    return dist / f"{NAME}-{version()}-setup.exe"


def dmg(dist: Path) -> Path:
    """Make the disk image for macOS.

    Raises:
        NotPossible: this is no macOS.
    """
    if platform.system() != "Darwin":
        raise NotPossible("A .dmg can be made on macOS alone.")
    script = [str(HERE / "macos" / "make_dmg.sh"), version()]
    subprocess.run(script, check=True)
    return dist / f"{NAME}-{version()}-{platform.machine()}.dmg"


MAKERS: dict[str, Callable[[Path], Path]] = {"deb": deb, "appimage": appimage, "setup": setup, "dmg": dmg}
USUAL = {"linux": ("deb", "appimage"), "win32": ("setup",), "darwin": ("dmg",)}


def main(arguments: list[str], dist: Path = ROOT / "dist") -> int:
    """Make the named packages; the exit code is 1 when one could not be made."""
    wanted = arguments or list(USUAL.get(sys.platform, ()))
    unknown = [name for name in wanted if name not in MAKERS]
    if unknown:
        print(f"Not known: {', '.join(unknown)}. There are: {', '.join(MAKERS)}.", file=sys.stderr)
        return 2
    failed = False
    for name in wanted:
        try:
            made = MAKERS[name](dist)
        except NotPossible as reason:
            failed = True
            print(f"{name}: {reason}", file=sys.stderr)
        else:
            begins = f", begins in {_start(made):.2f} s" if name == "appimage" else ""
            print(f"{name}: {made} ({made.stat().st_size / 1e6:.0f} MB{begins})")
    return int(failed)


def _start(program: Path) -> float:
    """Seconds until a program has said its version, the better of two times; an AppImage is mounted, or unpacked."""
    times = []
    mounted = os.access("/dev/fuse", os.R_OK | os.W_OK) and os.geteuid() != 0
    environment = os.environ if mounted else {**os.environ, "APPIMAGE_EXTRACT_AND_RUN": "1"}
    for _ in range(2):
        begun = time.monotonic()
        subprocess.run([str(program), "--version"], env=environment, check=True, stdout=subprocess.DEVNULL)
        times.append(time.monotonic() - begun)
    return min(times)


def _place(source: Path, target: Path, *, executable: bool = False) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    target.chmod(0o755 if executable else 0o644)


def _link_or_copy(source: str, target: str) -> str:
    """Hundreds of megabytes that are only packed: a second name is enough, where the disk allows it."""
    try:
        if stat.S_IMODE(Path(source).stat().st_mode) & 0o444 == 0o444:
            os.link(source, target)
            return target
    except OSError:
        pass
    return str(shutil.copy2(source, target))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
