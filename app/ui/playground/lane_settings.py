"""A lane's parameters, in a popup below their button."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIntValidator
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.theme import theme
from app.ui.tools.lane_tools import LaneToolsBox
from app.ui.widgets.buttons import Button
from app.ui.widgets.form_field import FormField
from app.ui.widgets.growing_edit import GrowingEdit
from app.ui.widgets.labels import Label
from app.ui.widgets.number_slider import NumberSlider
from app.ui.widgets.popup import PopupFrame
from app.ui.words import t
from app.workbench.playground.lane import LaneSettings

WIDTH = 360
MOST_TOKENS = 10_000_000


class LaneSettingsPopup(PopupFrame):
    """Instructions, creativity, word choice, longest answer. Every change holds from the next prompt on.

    Args:
        name: object names begin with it.
        api: the lane's API.

    Signals:
        edited: the parameters are these now.
    """

    edited = Signal(object)

    def __init__(self, name: str, api: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("surface", "raised")
        self.setAccessibleName(t("Parameters of this lane"))
        self._settings = LaneSettings()
        self.tools: LaneToolsBox | None = None
        self.instructions = GrowingEdit(f"{name}_instructions", least=3, most=8)
        self.temperature = NumberSlider(f"{name}_temperature", 0, 2, 1)
        self.top_p = NumberSlider(f"{name}_top_p", 0, 1, 1)
        self.max_tokens = QLineEdit()
        self.max_tokens.setObjectName(f"{name}_max_tokens")
        self.max_tokens.setPlaceholderText(t("As long as the model wants"))
        self.max_tokens.setValidator(QIntValidator(1, MOST_TOKENS, self.max_tokens))
        chat, responses = api == "chat", api == "responses"
        self.instructions.setPlaceholderText(
            "You are a helpful assistant."
            if chat or responses
            else t("Empty: the assistant's own instructions")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(Label(t("Parameters"), "heading", name=f"{name}_title"))
        head.addStretch(1)
        self._reset = Button(f"{name}_reset", t("Reset"), kind="ghost")
        self._reset.clicked.connect(self._back_to_defaults)
        head.addWidget(self._reset)
        column.addLayout(head)
        column.addWidget(
            FormField(
                self.instructions,
                t("Instructions"),
                t("system message") if chat else "instructions",
                help_text=t("Sent before the conversation, every time.")
                if chat or responses
                else t("Used for this lane's runs in place of the assistant's own."),
            )
        )
        self._fields = {
            "temperature": FormField(self.temperature, t("Creativity"), "temperature"),
            "top_p": FormField(self.top_p, t("Word choice"), "top_p"),
        }
        for field in self._fields.values():
            column.addWidget(field)
        self._withheld = Label("", "small", name=f"{name}_withheld", wrap=True)
        self._withheld.hide()
        column.addWidget(self._withheld)
        column.addWidget(
            FormField(
                self.max_tokens,
                t("Longest answer"),
                "max_tokens" if chat else "max_output_tokens" if responses else "max_completion_tokens",
                help_text=t("In tokens; a token is about four letters."),
            )
        )
        self.keep = QCheckBox(t("Keep what is said in a conversation"))
        self.keep.setObjectName(f"{name}_conversation")
        self.keep.setToolTip(t("Otherwise each request names the answer before it (previous_response_id)"))
        self.keep.toggled.connect(lambda on: self._change(keep_in_conversation=on))
        column.addWidget(self.keep)
        self.keep.setVisible(responses)
        self.setFixedWidth(round(WIDTH * max(1.0, theme().scale)))
        self.instructions.edited.connect(lambda text: self._change(instructions=text))
        self.temperature.changed.connect(lambda value: self._change(temperature=value))
        self.top_p.changed.connect(lambda value: self._change(top_p=value))
        self.max_tokens.textEdited.connect(self._tokens_typed)

    def add_tools(self, box: LaneToolsBox) -> None:
        """Show the lane's tools, too."""
        self.tools = box
        layout = self.layout()
        if layout is not None:
            layout.addWidget(box)
        box.changed.connect(lambda values: self._change(**values))
        box.show_settings(self._settings)

    def withhold(self, reasons: Mapping[str, str]) -> None:
        """Do not offer the parameters that the lane's model does not take, by their names in the API; say why."""
        for name, field in self._fields.items():
            field.setVisible(name not in reasons)
        words = " ".join(dict.fromkeys(reasons[name] for name in self._fields if name in reasons))
        self._withheld.setText(words)
        self._withheld.setVisible(bool(words))

    @property
    def settings(self) -> LaneSettings:
        """The parameters as they stand."""
        return self._settings

    def show_settings(self, settings: LaneSettings) -> None:
        """Show these without telling anyone."""
        self._settings = settings
        self.instructions.set_text(settings.instructions)
        self.temperature.set_value(settings.temperature)
        self.top_p.set_value(settings.top_p)
        self.keep.blockSignals(True)
        self.keep.setChecked(settings.keep_in_conversation)
        self.keep.blockSignals(False)
        tokens = "" if settings.max_tokens is None else str(settings.max_tokens)
        if self.max_tokens.text() != tokens:
            self.max_tokens.setText(tokens)
        self._reset.setEnabled(settings != LaneSettings())
        if self.tools is not None:
            self.tools.show_settings(settings)

    def open_below(self, anchor: QWidget) -> None:
        """Open below a button, right edges aligned, within the screen."""
        if self.tools is not None:
            self.tools.refresh()
        self.adjustSize()
        corner = anchor.mapToGlobal(QPoint(anchor.width() - self.width(), anchor.height() + 4))
        screen = QGuiApplication.screenAt(corner) or QGuiApplication.primaryScreen()
        area = screen.availableGeometry()
        x = min(max(corner.x(), area.left()), area.right() - self.width())
        y = min(corner.y(), max(area.top(), area.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self.instructions.setFocus(Qt.FocusReason.PopupFocusReason)

    def _tokens_typed(self, text: str) -> None:
        value = int(text) if text.isdigit() else 0
        self._change(max_tokens=value if 0 < value <= MOST_TOKENS else None)

    def _change(self, **values: Any) -> None:
        self._settings = dataclasses.replace(self._settings, **values)
        if self.tools is not None:
            self.tools.show_settings(self._settings)
        self._reset.setEnabled(self._settings != LaneSettings())
        self.edited.emit(self._settings)

    def _back_to_defaults(self) -> None:
        self.show_settings(LaneSettings())
        self.edited.emit(self._settings)
