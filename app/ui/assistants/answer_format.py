"""The answer's format: anything, plain text, a JSON object, or JSON that follows a schema."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.widgets.buttons import Button
from app.ui.widgets.growing_edit import GrowingEdit
from app.ui.widgets.labels import Label
from app.ui.words import mark, t
from app.viewmodels.assistant_form import AssistantForm

_FORMATS = (
    ("auto", mark("Anything (the model decides)")),
    ("text", mark("Text")),
    ("json_object", mark("A JSON object")),
    ("json_schema", mark("JSON that follows a schema")),
)
EXAMPLE = """{
  "type": "object",
  "properties": {
    "title": {"type": "string"},
    "score": {"type": "number"}
  },
  "required": ["title", "score"],
  "additionalProperties": false
}"""


class AnswerFormat(QWidget):
    """Edits the part of :class:`AssistantForm` that says how answers look.

    Signals:
        edited: a person changed something; carries the form's fields that are different.
        build_requested: a person wants to build the schema in a form.
    """

    edited = Signal(object)
    build_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("assistant_response_format")
        self.kind = QComboBox()
        self.kind.setObjectName("assistant_answer_format")
        self.kind.setAccessibleName(t("Answer format (response_format)"))
        self.kind.setAccessibleDescription(self.kind.accessibleName())
        for value, words in _FORMATS:
            self.kind.addItem(t(words), value)
        self.schema_name = QLineEdit()
        self.schema_name.setObjectName("assistant_schema_name")
        self.schema_name.setAccessibleName(t("Name of the schema"))
        self.schema_name.setPlaceholderText(t("Name of the schema"))
        self.strict = QCheckBox(t("Follow it exactly"))
        self.strict.setObjectName("assistant_schema_strict")
        self.schema = GrowingEdit("assistant_schema", least=6, most=16, code=True)
        self.schema.setAccessibleName(t("JSON Schema of the answer"))
        self.schema.setPlaceholderText(EXAMPLE)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.schema_name, 1)
        top.addWidget(self.strict)
        top.addWidget(Label("strict", "term"))
        self._details = QWidget()
        details = QVBoxLayout(self._details)
        details.setContentsMargins(0, 0, 0, 0)
        details.setSpacing(8)
        details.addLayout(top)
        details.addWidget(self.schema)
        self.build = Button(
            "assistant_schema_build", t("Build it in a form, and try it"), kind="link", icon="square-pen"
        )
        self.build.clicked.connect(lambda _checked: self.build_requested.emit())
        details.addWidget(self.build, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.kind)
        column.addWidget(self._details)
        self.kind.activated.connect(lambda _index: self._kind_chosen())
        self.schema_name.textEdited.connect(lambda text: self._tell(schema_name=text))
        self.schema.edited.connect(lambda text: self._tell(schema=text))
        self.strict.clicked.connect(lambda checked: self._tell(schema_strict=checked))
        self._details.hide()

    def fill(self, form: AssistantForm) -> None:
        """Show the form's values."""
        self.kind.setCurrentIndex(max(0, self.kind.findData(form.answer_format)))
        if self.schema_name.text() != form.schema_name:
            self.schema_name.setText(form.schema_name)
        self.strict.setChecked(form.schema_strict)
        self.schema.set_text(form.schema)
        self._details.setVisible(form.answer_format == "json_schema")

    def _kind_chosen(self) -> None:
        kind = self.kind.currentData()
        self._details.setVisible(kind == "json_schema")
        self._tell(answer_format=kind)

    def _tell(self, **fields: Any) -> None:
        self.edited.emit(fields)
