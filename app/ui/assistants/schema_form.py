"""The fields of a JSON Schema as rows: name, kind, required, description, choices, with objects and lists inside."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.core.entities import Json
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.labels import Label
from app.ui.words import mark, t
from app.workbench import schema_edit as edit
from app.workbench.schema_edit import KINDS, FieldRow, Kind, Path

KIND_WORDS: dict[Kind, str] = {
    "string": mark("Text"),
    "number": mark("Number"),
    "integer": mark("Whole number"),
    "boolean": mark("Yes or no"),
    "object": mark("Group of fields"),
    "array": mark("List"),
    "other": mark("As in the JSON"),
}
INDENT = 20
MOST_ROWS = 300


class SchemaForm(QWidget):
    """Edits a schema's fields. What it does not know stays as it is.

    Args:
        name: object names begin with it: ``<name>_0_name``, ``<name>_0_kind`` …, ``<name>_add``.

    Signals:
        edited: the schema is this now.
    """

    edited = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._name = name
        self._schema: Json = {}
        self._shape: list[object] = []
        self.rows: list[_Row] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self.nothing = Label(t("No fields yet."), "small", name=f"{name}_nothing")
        self.add = Button(f"{name}_add", t("Add field"), kind="link", icon="plus")
        self.add.clicked.connect(lambda _checked: self._add(()))
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(self.nothing)
        outer.addLayout(self._column)
        outer.addLayout(foot)
        outer.addStretch(1)

    def show_schema(self, schema: Json) -> None:
        """Show a schema without telling anyone; fields that one types in keep their cursor."""
        self._schema = schema
        found = edit.rows(schema)
        self.nothing.setVisible(not found)
        self.nothing.setText(t("No fields yet."))
        if len(found) > MOST_ROWS:
            self.nothing.setText(
                t("{0:,} fields: the first {1} are here, the JSON shows all.").format(len(found), MOST_ROWS)
            )
            self.nothing.show()
            found = found[:MOST_ROWS]
        shape: list[object] = [
            (len(r.path), r.path[-1] == edit.ITEM, r.kind, r.choices is None) for r in found
        ]
        if shape == self._shape:
            for widget, row in zip(self.rows, found, strict=True):
                widget.fill(row)
            return
        self._shape = shape
        for widget in self.rows:
            widget.hide()
            self._column.removeWidget(widget)
            widget.deleteLater()
        self.rows = [_Row(f"{self._name}_{number}", row, self) for number, row in enumerate(found)]
        for widget in self.rows:
            self._column.addWidget(widget)

    # -- what the rows do ----------------------------------------------------------------------------------------

    def change(self, work: Callable[[Json], Json]) -> None:
        """Change the schema and tell it."""
        new = work(self._schema)
        if new != self._schema or list(edit.rows(new)) != list(edit.rows(self._schema)):
            self.show_schema(new)
            self.edited.emit(new)

    def _add(self, path: Path) -> None:
        new, added = edit.add(self._schema, path)
        self.show_schema(new)
        self.edited.emit(new)
        for widget in self.rows:
            if widget.row.path == added:
                widget.name.setFocus()
                widget.name.selectAll()

    def add_inside(self, path: Path) -> None:
        """Add a field to the group at ``path``."""
        self._add(path)

    def say(self, text: str) -> None:
        """Put a sentence above the rows, until a schema is shown again."""
        self.nothing.setText(text)
        self.nothing.show()

    def show_json_alone(self, text: str) -> None:
        """The JSON cannot be shown as rows: say why."""
        self._shape = []
        for widget in self.rows:
            widget.hide()
            self._column.removeWidget(widget)
            widget.deleteLater()
        self.rows = []
        self.nothing.setText(text)
        self.nothing.show()


class _Row(QWidget):
    """One field."""

    def __init__(self, name: str, row: FieldRow, form: SchemaForm) -> None:
        super().__init__()
        self.row = row
        self._form = form
        self.name = QLineEdit()
        self.name.setObjectName(f"{name}_name")
        self.name.setPlaceholderText(t("Name"))
        self.name.setMinimumWidth(80)
        self.name.editingFinished.connect(self._rename)
        self.kind = QComboBox()
        self.kind.setObjectName(f"{name}_kind")
        self.kind.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind.setMinimumContentsLength(6)
        self.kind.setMaximumWidth(136)
        for kind in KINDS:
            self.kind.addItem(t(KIND_WORDS[kind]), kind)
        if row.kind == "other":
            self.kind.addItem(t(KIND_WORDS["other"]), "other")
        self.kind.activated.connect(lambda _i: self._change(edit.set_kind, self.kind.currentData()))
        self.required = QCheckBox(t("Required"))
        self.required.setObjectName(f"{name}_required")
        self.required.clicked.connect(lambda on: self._change(edit.set_required, on))
        self.up = IconButton(f"{name}_up", "arrow-up", t("Move this field up"))
        self.up.clicked.connect(lambda: self._change(edit.move, -1))
        self.remove = IconButton(f"{name}_remove", "x", t("Remove this field"))
        self.remove.clicked.connect(lambda: self._form.change(lambda s: edit.remove(s, self.row.path)))
        self.description = QLineEdit()
        self.description.setObjectName(f"{name}_description")
        self.description.setPlaceholderText(t("What it is, for the model"))
        self.description.textEdited.connect(lambda text: self._change(edit.set_description, text))
        self.limit = Button(f"{name}_limit", t("Choices…"), kind="link")
        self.limit.setToolTip(t("Allow only values of a list (enum)"))
        self.limit.clicked.connect(self._toggle_choices)
        self.choices = QLineEdit()
        self.choices.setObjectName(f"{name}_choices")
        self.choices.setAccessibleName(t("Choices (enum), separated by commas"))
        self.choices.setPlaceholderText(t("Choices, separated by commas"))
        self.choices.textEdited.connect(self._choices_typed)
        self.inside = Button(f"{name}_add_inside", t("Add field inside"), kind="link", icon="plus")
        self.inside.clicked.connect(lambda _checked: self._form.add_inside(self.row.path))
        self.more = Label("", "small", name=f"{name}_more", wrap=True)
        item = row.is_item
        upper = QHBoxLayout()
        upper.setSpacing(6)
        if item:
            upper.addWidget(Label(t("Each of them is a"), "muted"), 0)
            upper.addWidget(self.kind)
            upper.addStretch(1)
        else:
            upper.addWidget(self.name, 3)
            upper.addWidget(self.kind, 2)
            upper.addWidget(self.required)
            upper.addWidget(self.up)
            upper.addWidget(self.remove)
        lower = QHBoxLayout()
        lower.setSpacing(6)
        lower.addWidget(self.description, 1)
        if row.kind in {"string", "number", "integer"}:
            lower.addWidget(self.limit)
        column = QVBoxLayout(self)
        column.setContentsMargins(INDENT * row.depth, 0, 0, 4)
        column.setSpacing(4)
        column.addLayout(upper)
        column.addLayout(lower)
        if row.choices is not None:
            column.addWidget(self.choices)
        if row.kind == "object":
            column.addWidget(self.inside)
        column.addWidget(self.more)
        self.fill(row)

    def fill(self, row: FieldRow) -> None:
        """Show a field of the same shape."""
        self.row = row
        what = "each" if row.is_item else row.name
        for control, words in (
            (self.name, t("Name of the field {0}").format(what)),
            (self.kind, t("Kind of {0} (type)").format(what)),
            (self.required, t("{0} is required").format(what)),
            (self.description, t("What {0} is (description)").format(what)),
            (self.limit, t("Choices of {0} (enum)").format(what)),
            (self.inside, t("Add a field inside {0}").format(what)),
        ):
            control.setAccessibleName(words)
        self.up.set_words(t("Move {0} up").format(what))
        self.remove.set_words(t("Remove {0}").format(what))
        for field, text in ((self.name, row.name), (self.description, row.description)):
            if field.text() != text:
                field.setText(text)
                field.setCursorPosition(0)
        self.kind.setCurrentIndex(max(0, self.kind.findData(row.kind)))
        self.required.setChecked(row.required)
        self.limit.setText(t("Choices…") if row.choices is None else t("Any value"))
        if row.choices is not None and split(self.choices.text()) != row.choices:
            self.choices.setText(", ".join(row.choices))
        kept = [word for word in row.more if word != "title"]
        parts = [t("May be empty (null).")] if row.nullable else []
        if kept:
            parts.append(t("The JSON says more: {0}.").format(", ".join(kept)))
        self.more.setText(" ".join(parts))
        self.more.setVisible(bool(parts))

    def _rename(self) -> None:
        wanted = self.name.text().strip()
        if wanted == self.row.name:
            return
        path = self.row.path
        self._form.change(lambda schema: edit.rename(schema, path, wanted))
        if self.row.path == path and self.row.name != wanted:  # taken already, or empty
            self.name.setText(self.row.name)

    def _toggle_choices(self) -> None:
        choices = () if self.row.choices is None else None
        path = self.row.path
        self._form.change(lambda schema: edit.set_choices(schema, path, choices))
        for widget in self._form.rows:
            if widget.row.path == path and choices is not None:
                widget.choices.setFocus()

    def _choices_typed(self, text: str) -> None:
        self._change(edit.set_choices, split(text))

    def _change(self, work: Callable[..., Json], value: object) -> None:
        path = self.row.path
        self._form.change(lambda schema: work(schema, path, value))


def split(text: str) -> tuple[str, ...]:
    """Read choices as they are typed: separated by commas, spaces around them do not count."""
    return tuple(part for part in (piece.strip() for piece in text.split(",")) if part)
