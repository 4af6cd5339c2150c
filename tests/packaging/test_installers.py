"""What the packages for three systems are made of: icons, menu entry, file type, scripts, the workflow."""

from __future__ import annotations

import configparser
import plistlib
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml
from PIL import Image

import app
from app.main import BUNDLE_SUFFIX
from tests.packaging.support import ROOT, packaging_module

PACKAGING = ROOT / "packaging"


def test_icons_are_drawn_in_every_size(tmp_path: Path) -> None:
    icons = packaging_module("icons")
    icons.make(tmp_path)
    for size in icons.SIZES:
        with Image.open(tmp_path / f"{size}.png") as picture:
            assert picture.size == (size, size)
            assert picture.getpixel((0, 0))[3] == 0  # type: ignore[index]
            assert picture.getpixel((size // 2, size // 8))[:3] == (61, 90, 241)  # type: ignore[index]
    with Image.open(tmp_path / "assistant-workbench.ico") as windows:
        assert {(16, 16), (32, 32), (48, 48), (256, 256)} <= windows.info["sizes"]
    with Image.open(tmp_path / "assistant-workbench.icns") as macos:
        assert (512, 512, 2) in macos.info["sizes"]
    with pytest.raises(ValueError, match="no picture"):
        icons.make(tmp_path, tmp_path / "nothing.svg")


def test_the_menu_entry_opens_assistants_files() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(PACKAGING / "linux" / "assistant-workbench.desktop", "utf-8")
    desktop = entry["Desktop Entry"]
    assert desktop["Exec"] == "assistant-workbench %f"
    tree = ET.parse(PACKAGING / "linux" / "assistant-workbench.xml")
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    kind = tree.find("m:mime-type", space)
    assert kind is not None
    assert desktop["MimeType"] == f"{kind.get('type')};"
    glob = kind.find("m:glob", space)
    assert glob is not None
    assert glob.get("pattern") == f"*{BUNDLE_SUFFIX}"
    if shutil.which("desktop-file-validate"):
        subprocess.run(
            ["desktop-file-validate", PACKAGING / "linux" / "assistant-workbench.desktop"], check=True
        )


def test_scripts_are_sound_shell() -> None:
    for script in ("linux/AppRun", "linux/postrm", "macos/make_dmg.sh", "macos/uninstall.command"):
        subprocess.run(["bash", "-n", str(PACKAGING / script)], check=True)
        assert (PACKAGING / script).stat().st_mode & 0o111, script


def test_windows_and_macos_ask_before_they_touch_data_and_can_sign() -> None:
    setup = (PACKAGING / "windows" / "installer.iss").read_text("utf-8")
    assert "MB_DEFBUTTON2" in setup
    assert re.search(r"if UninstallSilent then\s+Exit", setup)
    assert setup.index("UninstallSilent") < setup.index("DelTree")
    assert "SignTool=" in setup
    assert f"Software\\Classes\\{BUNDLE_SUFFIX}" in setup
    assert "codesign" in (PACKAGING / "macos" / "make_dmg.sh").read_text("utf-8")
    plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())


def test_the_macos_uninstaller_keeps_data_unless_it_is_told(tmp_path: Path) -> None:
    data = tmp_path / "Library" / "Application Support" / "assistant-workbench"
    for answer, kept in (("no\n", True), ("", True), ("yes\n", False)):
        data.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(
            ["bash", str(PACKAGING / "macos" / "uninstall.command")],
            env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
            input=answer,
            capture_output=True,
            text=True,
            check=True,
        )
        assert data.exists() is kept
        assert ("They were kept." in done.stdout) is kept


def test_packages_that_cannot_be_made_here_say_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    installers = packaging_module("installers")
    assert installers.version() == app.__version__
    assert installers.main(["deb", "appimage"], tmp_path) == 1
    assert "run.py build" in capsys.readouterr().err
    assert installers.main(["rpm"], tmp_path) == 2
    assert "There are: deb, appimage, setup, dmg" in capsys.readouterr().err


def test_the_workflow_builds_and_tries_all_three_systems() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/build.yml").read_text("utf-8"))
    package = workflow["jobs"]["package"]
    systems = [row["os"] for row in package["strategy"]["matrix"]["include"]]
    assert {name.partition("-")[0] for name in systems} == {"ubuntu", "windows", "macos"}
    runs = "\n".join(step.get("run", "") for step in package["steps"])
    for word in ("run.py build", "doctor", "--screenshot", "run.py package", "--version"):
        assert word in runs
    assert any("bash .ci/run" in step.get("run", "") for step in workflow["jobs"]["checks"]["steps"])
