"""PySide6 6.12.0 drops a reference of None with every call that returns nothing, and ends Python 3.11 after some thousands."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on: nothing to count"
)
def test_void_calls_keep_the_references_of_none_before_python_3_12() -> None:
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("name")
    assert sys.getrefcount(None) > before - 500


def test_the_pin_holds_while_python_3_11_is_supported() -> None:
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    assert 'requires-python = ">=3.11' in project
    assert '"PySide6-Essentials>=6.11.3,<6.12"' in project
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert re.findall(r"(?m)^(?:pyside6-essentials|shiboken6)==([\d.]+)", lock) == ["6.11.3", "6.11.3"]
