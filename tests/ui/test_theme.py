"""The look: contrast, icons, switching while the program runs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication, QLabel

from app.core.paths import resource
from app.ui import theme
from app.ui.page import PAGES
from app.ui.theme import DARK, LIGHT, Tokens
from app.ui.transcript import highlight
from app.ui.widgets.buttons import Button, IconButton

ROOT = Path(__file__).parents[2]
SURFACES = ("window", "surface", "raised", "sunken")
TEXTS = ("text", "text_muted", "text_faint", "accent_text", "success", "warning", "danger")


def luminance(color: str) -> float:
    parts = [c / 255 for c in QColor(color).getRgb()[:3]]  # type: ignore[index]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_text_has_enough_contrast_wherever_it_stands(tokens: Tokens) -> None:
    pairs = [(text, surface) for text in TEXTS for surface in SURFACES]
    pairs += [("on_accent", "accent"), ("on_accent", "accent_hover"), ("on_accent", "accent_pressed")]
    pairs += [("on_accent", "danger_fill"), ("on_accent", "danger_hover")]
    pairs += [(text, "accent_soft") for text in ("text", "text_muted", "accent_text")]
    pairs += [(text, "hover") for text in ("text", "text_muted")]
    pairs += [("text", "selection"), ("text", "pressed")]
    pairs += [(kind, f"{kind}_soft") for kind in ("success", "warning", "danger")]
    pairs += [("text", f"{kind}_soft") for kind in ("success", "warning", "danger")]
    weak = {
        f"{text} on {surface}": round(found, 2)
        for text, surface in pairs
        if (found := contrast(getattr(tokens, text), getattr(tokens, surface))) < 4.5
    }
    assert weak == {}
    colours = highlight.DARK if tokens.dark else highlight.LIGHT
    assert {n: c for n, c in vars(colours).items() if contrast(c, tokens.sunken) < 4.5} == {}
    # What is no text but must be seen: outlines of fields, the focus.
    for outline in ("accent", "text_faint"):
        assert contrast(getattr(tokens, outline), tokens.surface) >= 3


def test_every_icon_that_the_code_names_is_there() -> None:
    names: set[str] = set()
    for file in (ROOT / "app" / "ui").rglob("*.py"):
        source = file.read_text("utf-8")
        for pattern in (
            r'icon="([a-z0-9-]+)"',
            r'(?<!\.)set_icon\([^,()]+, "([a-z0-9-]+)"',
            r'icon\("([a-z0-9-]+)"',
        ):
            names |= set(re.findall(pattern, source))
        names |= {entry.icon for entry in PAGES}
    assert len(names) > 10
    missing = [name for name in names if not resource("icons", f"{name}.svg").is_file()]
    assert missing == []
    assert "ISC" in resource("icons", "LICENSE").read_text("utf-8")


def test_the_look_changes_at_run_time_with_icons_and_sizes(qapp: Any) -> None:
    label = QLabel()
    theme.set_icon(label, "send")
    button = IconButton("x", "copy", "Copy")
    before = (label.pixmap().toImage(), button.icon().pixmap(16).toImage())
    look = theme.theme()
    changes: list[bool] = []
    look.changed.connect(lambda: changes.append(look.dark))
    look.set_mode("dark")
    assert changes == [True]
    assert look.tokens is DARK
    assert QApplication.palette().window().color().name() == DARK.surface
    assert (label.pixmap().toImage(), button.icon().pixmap(16).toImage()) != before
    body = look.px("body")
    look.set_look("dark", 1.5)
    assert look.px("body") == round(body * 1.5)
    assert QApplication.font().pixelSize() == look.px("body")
    look.set_look("light", 1.0)
    assert look.px("body") == body
    assert (label.pixmap().toImage(), button.icon().pixmap(16).toImage()) == before


def test_the_systems_larger_font_makes_ours_larger(qapp: Any) -> None:
    usual = QFont("Any")
    usual.setPointSizeF(9)
    assert theme._system_scale(usual) == 1
    usual.setPointSizeF(22)
    assert theme._system_scale(usual) > 1.4


def test_clicking_a_button_leaves_the_focus_where_one_types(qapp: Any) -> None:
    from PySide6.QtCore import Qt

    assert Button("b", "Go").focusPolicy() == Qt.FocusPolicy.TabFocus
