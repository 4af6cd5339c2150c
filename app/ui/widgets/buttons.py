"""Buttons: one primary on a page at most, plain ones beside it, ghosts in bars, icons where space is short."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from app.ui.accessibility import make_checkable
from app.ui.theme import ICON, ICON_SIZE, Tone, set_icon, set_property

ButtonKind = Literal["primary", "plain", "ghost", "danger", "danger_fill", "link"]
_ICON_TONES: dict[str, Tone] = {
    "primary": "on_accent",
    "danger": "danger",
    "danger_fill": "on_accent",
    "link": "accent",
}


class Button(QPushButton):
    """A button with a word, and an icon if wanted.

    It is reached by Tab but takes no focus from where one types when it is clicked.

    Args:
        name: the stable object name.
        text: its word.
        kind: how much it stands out.
        icon: name of an icon of the set.
        tip: tooltip; also the accessible description.
        accessible: accessible name, where the word alone is not enough.
    """

    def __init__(
        self,
        name: str,
        text: str,
        *,
        kind: ButtonKind = "plain",
        icon: str = "",
        tip: str = "",
        accessible: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self.setProperty("kind", kind)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        self.setAccessibleName(accessible or text)
        if tip:
            self.setToolTip(tip)
            self.setAccessibleDescription(tip)
        if icon:
            set_icon(self, icon, _ICON_TONES.get(kind, "text"))

    def set_kind(self, kind: ButtonKind) -> None:
        """Change how much it stands out."""
        set_property(self, "kind", kind)
        name = self.property(ICON)
        if name:
            set_icon(self, str(name), _ICON_TONES.get(kind, "text"))


class IconButton(QToolButton):
    """A button with an icon alone; its accessible name and tooltip say what it does."""

    def __init__(
        self,
        name: str,
        icon: str,
        tip: str,
        *,
        tone: Tone = "muted",
        checkable: bool = False,
        size: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("kind", "icon")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if checkable:
            make_checkable(self)
        self.set_words(tip)
        set_icon(self, icon, tone, size)

    def set_words(self, tip: str) -> None:
        """Change what it says that it does."""
        self.setToolTip(tip)
        self.setAccessibleName(tip)

    def set_icon(self, icon: str, tone: Tone = "muted") -> None:
        """Change its icon."""
        set_icon(self, icon, tone, int(self.property(ICON_SIZE) or 16))
