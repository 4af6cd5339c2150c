"""The AppImage: what it holds, and the file itself where the runtime is given.

``APPIMAGE_RUNTIME`` names the AppImage project's type-2 runtime (``packaging/installers.py``); with it the file is made as
people get it, mounted where this computer can, unpacked, and started in the bare Debian of ``ASSISTANT_WORKBENCH_BARE``.
"""

from __future__ import annotations

import configparser
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

import app
from tests.packaging.support import BARE, ROOT, in_bare_debian, packaging_module

VERSION = f"assistant-workbench {app.__version__}\n"
RUNTIME = os.environ.get("APPIMAGE_RUNTIME", "")
FUSE = Path("/dev/fuse").exists() and os.access("/dev/fuse", os.R_OK | os.W_OK)

pytestmark = [
    pytest.mark.packaging,
    pytest.mark.builtin_model,
    pytest.mark.timeout(600),
    pytest.mark.skipif(sys.platform != "linux", reason="AppImages are for Linux alone"),
]
needs_runtime = pytest.mark.skipif(not RUNTIME, reason="APPIMAGE_RUNTIME names no runtime")


def _said(command: list[str], environment: dict[str, str], **more: Any) -> str:
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=300, check=False, **more
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _holds_everything(root: Path) -> None:
    """Menu entry, icon and file type are where desktops look for them."""
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(root / "assistant-workbench.desktop", "utf-8")
    desktop = entry["Desktop Entry"]
    kind = "application/vnd.assistant-workbench.assistant+zip"
    assert desktop["MimeType"] == f"{kind};"
    with Image.open(root / f"{desktop['Icon']}.png") as icon:
        assert icon.size == (256, 256)
    assert (root / ".DirIcon").resolve() == (root / "assistant-workbench.png").resolve()
    assert os.access(root / "AppRun", os.X_OK)
    share = root / "usr/share"
    assert (share / "applications/assistant-workbench.desktop").is_file()
    assert kind in (share / "mime/packages/assistant-workbench.xml").read_text("utf-8")
    assert (share / "icons/hicolor/scalable/apps/assistant-workbench.svg").is_file()
    assert len(list((share / "icons/hicolor").glob("*/apps/assistant-workbench.png"))) >= 9


def test_its_folder_holds_everything_and_starts(
    folder: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    """By its AppRun, as the runtime starts it."""
    root = packaging_module("installers").appdir(folder, tmp_path / "AppDir")
    _holds_everything(root)
    assert _said([str(root / "AppRun"), "--version"], environment) == VERSION
    helped = _said([str(root / "AppRun"), "--help"], {**environment, "APPIMAGE": "/somewhere/Work.AppImage"})
    assert "/somewhere/Work.AppImage" in helped


def test_where_it_is_mounted_for_root_it_is_unpacked_instead(
    folder: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    """Code runs as another user then, who could read nothing of the mount."""
    root = packaging_module("installers").appdir(folder, tmp_path / "AppDir")
    image = tmp_path / "image"
    image.write_text('#!/bin/sh\necho "asked: $*"\n')
    image.chmod(0o755)
    mounted = {**environment, "APPDIR": "/tmp/.mount_assist1", "APPIMAGE": str(image)}
    said = _said([str(root / "AppRun"), "--version"], mounted)
    assert said == ("asked: --appimage-extract-and-run --version\n" if os.geteuid() == 0 else VERSION)
    unpacked = {**mounted, "APPDIR": "/tmp/appimage_extracted_1"}
    assert _said([str(root / "AppRun"), "--version"], unpacked) == VERSION


def test_what_is_no_runtime_is_refused_in_words(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installers = packaging_module("installers")
    (tmp_path / "assistant-workbench").symlink_to(folder)
    monkeypatch.delenv("APPIMAGE_RUNTIME", raising=False)
    with pytest.raises(installers.NotPossible, match="set APPIMAGE_RUNTIME to its file"):
        installers.appimage(tmp_path)
    file = tmp_path / "runtime"
    monkeypatch.setenv("APPIMAGE_RUNTIME", str(file))
    header = bytearray(Path(sys.executable).resolve().read_bytes()[:64])
    for content, said in (
        (b"", "no type-2 runtime"),
        (b"<html>Not Found</html>", "no type-2 runtime"),
        (bytes(header), "no type-2 runtime"),
        (bytes(header[:8]) + b"AI\x02" + bytes(header[11:18]) + b"\x08\0" + bytes(44), "another machine"),
    ):
        file.write_bytes(content)
        with pytest.raises(installers.NotPossible, match=said):
            installers.appimage(tmp_path)
    assert not list(tmp_path.glob("*.AppImage"))


@pytest.fixture(scope="module")
def image(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The AppImage, made as people get it."""
    dist = tmp_path_factory.mktemp("dist ü")
    (dist / "assistant-workbench").symlink_to(folder)
    done = subprocess.run(
        [sys.executable, "-c", _MAKE, str(ROOT / "packaging"), str(dist)],
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    print(done.stdout)
    assert "MB, begins in" in done.stdout
    (made,) = dist.glob("*.AppImage")
    return Path(made)


_MAKE = (
    "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[1]); import installers; "
    "sys.exit(installers.main(['appimage'], Path(sys.argv[2])))"
)


@needs_runtime
def test_the_file_is_one_executable_that_finds_everything_in_itself(
    image: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    """Unpacked, its doctor finds engine, model and interpreter; its parts lie where desktops look for them."""
    assert image.read_bytes()[8:11] == b"AI\x02"
    assert image.stat().st_size < 400e6
    _said([str(image), "--appimage-extract"], environment, cwd=tmp_path, stdin=subprocess.DEVNULL)
    _holds_everything(tmp_path / "squashfs-root")
    shutil.rmtree(tmp_path / "squashfs-root")
    begun = time.monotonic()
    assert _said([str(image), "--appimage-extract-and-run", "--version"], environment) == VERSION
    print(f"{image.stat().st_size / 1e6:.0f} MB, unpacks and starts in {time.monotonic() - begun:.2f} s")
    environment["APPIMAGE_EXTRACT_AND_RUN"] = "1"
    _sound(_said([str(image), "doctor", "--json", "--data-dir", str(tmp_path / "d")], environment))


@needs_runtime
@pytest.mark.skipif(not FUSE, reason="/dev/fuse cannot be used here")
def test_the_file_mounts_itself_and_starts(image: Path, environment: dict[str, str], tmp_path: Path) -> None:
    mounted = subprocess.Popen(
        [str(image), "--appimage-mount"], env=environment, stdout=subprocess.PIPE, text=True
    )
    try:
        assert mounted.stdout is not None
        place = ""
        while not place.startswith("/"):  # what there is to say of the system's helper comes first
            place = mounted.stdout.readline().strip()
        _holds_everything(Path(place))
        begun = time.monotonic()
        program = Path(place) / "opt/assistant-workbench/assistant-workbench"
        assert _said([str(program), "--version"], environment) == VERSION
        print(f"mounted, it starts in {time.monotonic() - begun:.2f} s")
    finally:
        mounted.terminate()
        mounted.communicate(timeout=10)
    assert _said([str(image), "--version"], environment) == VERSION
    _sound(_said([str(image), "doctor", "--json", "--data-dir", str(tmp_path / "d")], environment))


@needs_runtime
@pytest.mark.skipif(not BARE, reason="ASSISTANT_WORKBENCH_BARE names no bare Debian tree")
def test_the_file_does_the_main_job_in_a_bare_debian(image: Path, display: str, tmp_path: Path) -> None:
    """With nothing but libGL and libEGL beside it, and no FUSE either."""
    command = f"/mnt/program/{image.name} --appimage-extract-and-run"
    _sound(in_bare_debian(f"{command} doctor --json --data-dir /tmp/doctor", image.parent, tmp_path, display))
    asked = "--data-dir /tmp/data --prompt 'Hi!' --screenshot /tmp/out/bare.png"
    in_bare_debian(f"{command} {asked}", image.parent, tmp_path, display)
    assert (tmp_path / "bare.png").stat().st_size > 20_000
    shots = ROOT / "artefacts"
    shots.mkdir(exist_ok=True)
    shutil.copy(tmp_path / "bare.png", shots / "appimage-window.png")


def _sound(printed: str) -> None:
    """The doctor found everything that the program brings."""
    document = json.loads(printed)
    assert document["ok"]
    found = {finding["name"]: finding for finding in document["findings"]}
    for name in ("Versions", "Qt libraries", "Model libraries", "Ports", "Engine", "Built-in model"):
        assert found[name]["verdict"] == "ok", found[name]
    interpreter = [one for one in document["findings"] if one["name"] == "Code interpreter"]
    assert [line for line in interpreter if line["verdict"] != "ok"] == []
