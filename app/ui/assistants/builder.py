"""Common ground of the function builder and the answer-format builder: form and JSON side by side, kept in step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.core.entities import Json
from app.ui.assistants.json_edit import JsonEdit
from app.ui.assistants.schema_form import SchemaForm
from app.ui.assistants.sheet import Sheet
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Label
from app.ui.words import said, t
from app.viewmodels.assistant_tools import strict_remarks
from app.workbench import schema_edit

NARROW = 760
"""A narrower sheet shows the JSON below the form."""


class Builder(Sheet):
    """A form at the left, the same thing as JSON at the right.

    Sub-classes fill :attr:`form_column` above the rows, and answer :meth:`_json_typed` and :meth:`_schema_edited`.

    Args:
        name: object names begin with it: ``<name>_json``, ``<name>_fields_…``, ``<name>_strict``, ``<name>_mend``.
        title: the sheet's heading.
        json_words: what the JSON is, for people.
    """

    def __init__(self, name: str, title: str, json_words: str, parent: QWidget | None = None) -> None:
        super().__init__(name, title, parent=parent)
        self.fields = SchemaForm(f"{name}_fields")
        self.fields.edited.connect(self._schema_edited)
        self.json = JsonEdit(f"{name}_json", json_words)
        self.json.edited.connect(self._json_typed)
        self.problem = Label("", "error", name=f"{name}_problem", wrap=True, selectable=True)
        self.strict = QCheckBox(t("Follow it exactly"))
        self.strict.setObjectName(f"{name}_strict")
        self.strict.clicked.connect(self._strict_clicked)
        self.remarks = Label("", "warning", name=f"{name}_remarks", wrap=True, selectable=True)
        self.mend = Button(f"{name}_mend", t("Make it fit"), kind="link")
        self.mend.setToolTip(
            t("Rule out other fields and require all; what was optional may be null instead")
        )
        self.mend.clicked.connect(lambda _checked: self._mend())
        self.form_column = QVBoxLayout()
        self.form_column.setSpacing(12)
        strict = QHBoxLayout()
        strict.setSpacing(8)
        strict.addWidget(self.strict)
        strict.addWidget(Label("strict", "term"))
        strict.addStretch(1)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(12)
        left.addLayout(self.form_column)
        left.addLayout(strict)
        left.addWidget(self.remarks)
        left.addWidget(self.mend, 0, Qt.AlignmentFlag.AlignLeft)
        self.fields_title = Label(t("Fields"), "strong")
        left.addWidget(self.fields_title)
        left.addWidget(self.fields, 1)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(Label(json_words, "strong"))
        head.addWidget(Label(t("JSON Schema"), "term"))
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self.json, 1)
        column.addWidget(self.problem)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(24)
        self._sides.addWidget(self._left, 1)
        self._sides.addWidget(right, 1)
        self.body.addLayout(self._sides)

    # -- for the builders ----------------------------------------------------------------------------------------

    def _schema_edited(self, schema: Json) -> None:
        raise NotImplementedError

    def _json_typed(self, text: str) -> None:
        raise NotImplementedError

    def _strict_clicked(self, strict: bool) -> None:
        raise NotImplementedError

    def _mend(self) -> None:
        raise NotImplementedError

    def _show_schema(self, schema: object, *, strict: bool, problem: str, readable: bool) -> None:
        """Show the rows of a schema, what is wrong, and what keeps services from following it exactly."""
        if not readable:
            self.fields.say(t("The JSON at the right is not complete yet; here stands what it was before."))
        elif isinstance(schema, dict) and schema_edit.can_be_shown(schema):
            self.fields.show_schema(schema)
        elif schema is None:
            self.fields.show_schema({})
        else:
            self.fields.show_json_alone(
                t("This schema is no group of fields: it is written in the JSON alone.")
            )
        self._left.setEnabled(readable)
        self.fields.add.setEnabled(readable and (schema is None or schema_edit.can_be_shown(schema)))
        self.strict.setChecked(strict)
        remarks = strict_remarks(schema) if strict else ()
        self.remarks.setText(
            "\n".join(map(said, remarks[:4]))
            + (t("\n… and {0} more.").format(len(remarks) - 4) if len(remarks) > 4 else "")
        )
        self.remarks.setVisible(bool(remarks))
        self.mend.setVisible(bool(remarks))
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Form and JSON stand below each other where there is no room beside."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        self._sides.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
