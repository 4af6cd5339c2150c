"""A state of what is shown, in place: what is the matter, and one or two ways on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.theme import Tone, set_icon, set_property
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Label
from app.ui.words import said

BannerKind = Literal["info", "success", "warning", "danger"]
_LOOKS: dict[BannerKind, tuple[str, Tone, str]] = {
    "info": ("info", "accent", "accent"),
    "success": ("circle-check", "success", "success"),
    "warning": ("triangle-alert", "warning", "warning"),
    "danger": ("circle-alert", "danger", "danger"),
}


class Banner(QFrame):
    """Hidden until :meth:`show_message`; its buttons are ``<name>_first`` and ``<name>_second``."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._mark = QLabel()
        self.text = Label("", "strong", name=f"{name}_text", wrap=True, selectable=True)
        self.advice = Label("", name=f"{name}_advice", wrap=True, selectable=True)
        self.first = Button(f"{name}_first", "")
        self.second = Button(f"{name}_second", "")
        self._runs: list[Callable[[], object]] = []
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self.text)
        column.addWidget(self.advice)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addLayout(column, 1)
        row.addWidget(self.first)
        row.addWidget(self.second)
        self.first.clicked.connect(lambda: self._run(0))
        self.second.clicked.connect(lambda: self._run(1))
        self.hide()

    def show_message(
        self,
        text: str,
        advice: str = "",
        *,
        kind: BannerKind = "warning",
        first: tuple[str, Callable[[], object]] | None = None,
        second: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """Say what is the matter; ``first`` and ``second`` are buttons: their word and what they do."""
        text, advice = said(text), said(advice)
        icon, tone, surface = _LOOKS[kind]
        set_icon(self._mark, icon, tone)
        set_property(self, "surface", surface)
        self.text.setText(text)
        self.text.set_role("strong" if advice else "body")
        self.advice.setText(advice)
        self.advice.setVisible(bool(advice))
        self.setAccessibleName(f"{text} {advice}".strip())
        buttons = [button for button in (first, second) if button is not None]
        self._runs = [run for _word, run in buttons]
        for number, button in enumerate((self.first, self.second)):
            word = buttons[number][0] if number < len(buttons) else ""
            button.setText(word)
            button.setAccessibleName(word)
            button.setVisible(bool(word))
        self.show()

    def _run(self, number: int) -> None:
        if number < len(self._runs):
            self._runs[number]()
