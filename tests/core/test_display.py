"""What is said where no window can be opened."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app import main as program
from app.core import display, system_packages

linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux can lack a display or its libraries")


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "ASSISTANT_WORKBENCH_COMMAND"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


@linux
def test_without_a_display_the_terminal_command_is_shown(bare, capsys) -> None:
    assert program.main([]) == 0
    shown = capsys.readouterr().out
    assert "no display" in shown
    assert 'compare "' in shown
    assert "serve" in shown


@linux
def test_a_display_that_does_not_answer_is_named(bare, capsys) -> None:
    bare.setenv("DISPLAY", ":4242")
    bare.setattr(system_packages, "missing", lambda sections: [])
    assert program.main([]) == 0
    assert ":4242 does not answer" in capsys.readouterr().out


@linux
def test_missing_libraries_give_the_one_command(bare, capsys, tmp_path: Path) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text(
        "[window]\nlibnone7 libnone.so.7\nlibc6 libc.so.6\n[display]\nlibother1 libother.so.1\n"
    )
    bare.setattr(system_packages, "list_file", lambda: listed)
    bare.setattr(system_packages, "has_apt", lambda: True)
    bare.setattr(system_packages, "is_root", lambda: False)
    bare.setenv("DISPLAY", ":0")
    assert program.main([]) == 1
    assert "sudo apt-get install libnone7 libother1\n" in capsys.readouterr().err
    bare.setenv("QT_QPA_PLATFORM", "offscreen")
    obstacle = display.obstacle()
    assert obstacle is not None
    assert "libother1" not in obstacle.text


def test_the_list_is_understood_and_complete() -> None:
    requirements = system_packages.parse(system_packages.list_file().read_text("utf-8"))
    assert {item.section for item in requirements} == {"model", "window", "display", "tests"}
    names = [item.package for item in requirements]
    assert len(names) == len(set(names))
    assert {"libegl1", "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libgomp1", "xvfb"} <= set(names)
    with pytest.raises(ValueError, match="not understood"):
        system_packages.parse("[window]\nthree words here\n")


@linux
def test_programs_and_libraries_are_looked_for() -> None:
    assert system_packages.Requirement("libc6", "libc.so.6", "window").present()
    assert not system_packages.Requirement("libnone", "libnone.so.1", "window").present()
    assert system_packages.Requirement("sh", "sh", "tests").present()
    assert not system_packages.Requirement("none", "no-such-program", "tests").present()
    assert system_packages.Requirement("sh", "/bin/sh", "tests").present()
    assert not system_packages.Requirement("none", "/bin/no-such-program", "tests").present()
