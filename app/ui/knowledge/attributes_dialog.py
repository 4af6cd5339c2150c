"""Attributes of files in a store: names with values, by which searches are filtered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import ElidedLabel, Label
from app.ui.widgets.pairs_editor import Pairs, PairsEditor
from app.ui.words import t
from app.viewmodels.knowledge_search import value_of
from app.workbench.knowledge_entities import MOST_ATTRIBUTES, Attribute, StoreFile

MOST_KEY, MOST_VALUE = 64, 512


class AttributesDialog(QDialog):
    """Edits the attributes of one file, or gives several files the same ones; opened with ``open()``.

    Signals:
        chosen: the new attributes, in place of all old ones.
    """

    chosen = Signal(object)

    def __init__(self, files: Sequence[StoreFile], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("attributes_dialog")
        self.setWindowTitle(t("Attributes"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Label(t("Attributes"), "title", name="attributes_title"))
        whose = files[0].filename if len(files) == 1 else t("{0:,} files").format(len(files))
        column.addWidget(ElidedLabel(whose, "muted", name="attributes_files"))
        words = t(
            "Searches can be narrowed by them: year is 2026, team is one of sales, support. Numbers and true or false are "
            "understood as such; put a value in quotation marks to keep it as text."
        )
        if len(files) > 1:
            words = t("These files get the same attributes, in place of their own. {0}").format(words)
        column.addWidget(Label(words, "small", name="attributes_help", wrap=True))
        self.pairs = PairsEditor("attributes", t("Attribute"), most=MOST_ATTRIBUTES)
        same = all(file.attributes == files[0].attributes for file in files)
        self.pairs.set_pairs(
            tuple((key, typed(value)) for key, value in files[0].attributes.items()) if same else ()
        )
        self.pairs.changed.connect(self._check)
        area = QScrollArea()
        area.setObjectName("attributes_area")
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner_column = QVBoxLayout(inner)
        inner_column.setContentsMargins(0, 0, 8, 0)
        inner_column.addWidget(self.pairs)
        inner_column.addStretch(1)
        area.setWidget(inner)
        area.setMinimumHeight(180)
        column.addWidget(area, 1)
        self.problem = Label("", "error", name="attributes_problem", wrap=True)
        column.addWidget(self.problem)
        self.save = Button("attributes_save", t("Save"), kind="primary")
        self.save.clicked.connect(self._save)
        cancel = Button("attributes_cancel", t("Cancel"))
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.save)
        column.addLayout(foot)
        self.resize(520, 420)
        self._check(self.pairs.pairs)

    def _check(self, pairs: object) -> None:
        assert isinstance(pairs, tuple)
        words = problem(pairs)
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.save.setEnabled(not words)

    def _save(self) -> None:
        self.chosen.emit(attributes_of(self.pairs.pairs))
        self.accept()


def typed(value: Attribute) -> str:
    """Write a value so that typing it gives the same value."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value if value_of(value) == value else f'"{value}"'
    return f"{value:g}" if float(f"{value:g}") == value else repr(value)


def attributes_of(pairs: Pairs) -> dict[str, Attribute]:
    """The attributes that are typed; lines without a name are left out."""
    return {key.strip(): value_of(value) for key, value in pairs if key.strip()}


def problem(pairs: Pairs) -> str:
    """Why they would be refused, "" if they would not."""
    names = [key.strip() for key, _value in pairs if key.strip()]
    if any(value.strip() and not key.strip() for key, value in pairs):
        return t("Every value needs a name.")
    if len(names) != len(set(names)):
        return t("A name stands there twice.")
    if any(len(name) > MOST_KEY for name in names):
        return t("A name has at most {0} characters.").format(MOST_KEY)
    if any(len(str(value_of(value))) > MOST_VALUE for _key, value in pairs):
        return t("A value has at most {0} characters.").format(MOST_VALUE)
    return ""
