"""A store's settings: name, how files are cut, the embedding model, when it expires; for a new one and for one there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.form_field import FormField
from app.ui.widgets.labels import Label
from app.ui.widgets.message_bar import copy_text
from app.ui.widgets.picker import Choice, Picker
from app.ui.words import mark, t
from app.workbench.knowledge_entities import (
    FEWEST_TOKENS,
    MOST_TOKENS,
    Chunking,
    EmbeddingModel,
    KnowledgeStore,
)

MOST_NAME = 256
USUAL_DAYS = 30
MOST_DAYS = 365
BUILT_IN = mark("Built-in, on this computer")


@dataclass(frozen=True)
class StoreSettings:
    """What is typed."""

    name: str
    chunking: Chunking
    embedding_model: str = ""
    expires_days: int | None = None


class StoreForm(QWidget):
    """The fields of a store.

    Args:
        name: object names begin with it.
        new: whether the embedding model can be chosen.

    Signals:
        edited: a person changed something.
    """

    edited = Signal()

    def __init__(self, name: str, *, new: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._new = new
        self._loading = False
        self.name = QLineEdit()
        self.name.setObjectName(f"{name}_name")
        self.name.setMaxLength(MOST_NAME)
        self.name.setPlaceholderText(t("Handbook"))
        self.name.textChanged.connect(self._tell)
        self.auto = QRadioButton(t("Automatic: 800 tokens, 400 shared with the neighbour"))
        self.auto.setObjectName(f"{name}_chunking_auto")
        self.own = QRadioButton(t("Sizes of your own"))
        self.own.setObjectName(f"{name}_chunking_own")
        kinds = QButtonGroup(self)
        for button in (self.auto, self.own):
            kinds.addButton(button)
        self.auto.setChecked(True)
        self.own.toggled.connect(self._tell)
        self.tokens = self._number(f"{name}_tokens", FEWEST_TOKENS, MOST_TOKENS, 800, t("Tokens in a chunk"))
        self.overlap = self._number(
            f"{name}_overlap", 0, MOST_TOKENS // 2, 400, t("Tokens shared with the neighbour")
        )
        sizes = QHBoxLayout()
        sizes.setContentsMargins(26, 0, 0, 0)
        sizes.setSpacing(8)
        for spin, words in ((self.tokens, t("tokens in a chunk,")), (self.overlap, t("shared"))):
            sizes.addWidget(spin)
            sizes.addWidget(Label(words, "muted"))
        sizes.addStretch(1)
        cutting = QWidget()
        cutting.setObjectName(f"{name}_chunking")
        inner = QVBoxLayout(cutting)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        inner.addWidget(self.auto)
        inner.addWidget(self.own)
        inner.addLayout(sizes)
        self.chunking_field = FormField(
            cutting,
            t("How files are cut"),
            "chunking_strategy",
            help_text="" if new else t("For files that are added from now on."),
        )
        self.model = Picker(
            f"{name}_embedding", t("Embedding model"), nothing=t("Only the built-in model is here.")
        )
        self.model.picked.connect(self._pick)
        self.model_name = Label("", name=f"{name}_embedding_name", wrap=True, selectable=True)
        model_field = FormField(
            self.model if new else self.model_name,
            t("Embedding model"),
            "embedding_model",
            help_text=t(
                "It turns texts into numbers that are compared by meaning. A store keeps its model for ever."
            ),
        )
        self.expires = QRadioButton(t("After so many days without use"))
        self.expires.setObjectName(f"{name}_expires")
        self.never = QRadioButton(t("Never"))
        self.never.setObjectName(f"{name}_never")
        ends = QButtonGroup(self)
        for button in (self.never, self.expires):
            ends.addButton(button)
        self.never.setChecked(True)
        self.expires.toggled.connect(self._tell)
        self.days = self._number(f"{name}_days", 1, MOST_DAYS, USUAL_DAYS, t("Days without use"))
        ending = QWidget()
        ending.setObjectName(f"{name}_expiry")
        lines = QVBoxLayout(ending)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        lines.addWidget(self.never)
        after = QHBoxLayout()
        after.setSpacing(8)
        after.addWidget(self.expires)
        after.addWidget(self.days)
        after.addStretch(1)
        lines.addLayout(after)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        self.name_field = FormField(self.name, t("Name"), "name")
        column.addWidget(self.name_field)
        column.addWidget(self.chunking_field)
        column.addWidget(model_field)
        column.addWidget(FormField(ending, t("When it is emptied"), "expires_after"))
        self._enable()

    def _number(self, name: str, low: int, high: int, value: int, words: str) -> QSpinBox:
        spin = QSpinBox()
        spin.setObjectName(name)
        spin.setAccessibleName(words)
        spin.setRange(low, high)
        spin.setValue(value)
        spin.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        spin.setMinimumWidth(92)
        spin.lineEdit().setTextMargins(6, 0, 0, 0)  # the style sheet's padding does not reach it
        spin.valueChanged.connect(self._tell)
        return spin

    # -- for the owner -------------------------------------------------------------------------------------------

    def show_models(self, models: Sequence[EmbeddingModel]) -> None:
        """Offer these embedding models; the first is the usual one."""
        self._models = {model.id: model for model in models}
        self.model.set_choices([Choice(model.id, model.name, note=model.note) for model in models])
        self.model.setEnabled(bool(models))
        if not models:
            self.model.setText(t(BUILT_IN))
        elif not self.model.value:
            self.model.set_value(models[0].id)

    def show_store(self, store: KnowledgeStore, model_name: str = "") -> None:
        """Show a store's settings."""
        self._loading = True
        if self.name.text() != store.name:
            self.name.setText(store.name)
            self.name.setCursorPosition(0)
        chunking = store.chunking
        (self.auto if chunking.auto else self.own).setChecked(True)
        self.tokens.setValue(chunking.tokens)
        self.overlap.setValue(chunking.overlap)
        (self.never if store.expires_days is None else self.expires).setChecked(True)
        if store.expires_days is not None:
            self.days.setValue(store.expires_days)
        self.model_name.setText(model_name or store.embedding_model or t(BUILT_IN))
        self._loading = False
        self._enable()

    @property
    def settings(self) -> StoreSettings:
        """What is typed."""
        return StoreSettings(
            self.name.text().strip(),
            Chunking(self.auto.isChecked(), self.tokens.value(), self.overlap.value())
            if self.own.isChecked()
            else Chunking(),
            self.model.value,
            self.days.value() if self.expires.isChecked() else None,
        )

    @property
    def problem(self) -> str:
        """Why it would be refused, "" if it would not."""
        return self.settings.chunking.problem

    def _pick(self, value: str) -> None:
        self.model.set_value(value)
        self._tell()

    def _enable(self) -> None:
        for spin in (self.tokens, self.overlap):
            spin.setEnabled(self.own.isChecked())
        self.days.setEnabled(self.expires.isChecked())
        self.chunking_field.set_error(self.problem)

    def _tell(self, *_: object) -> None:
        self._enable()
        if not self._loading:
            self.edited.emit()


class StoreSettingsView(QWidget):
    """The settings of the chosen store, with Save.

    Signals:
        saved: a person pressed Save; carries the :class:`StoreSettings`.
    """

    saved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("store_settings")
        self._store: KnowledgeStore | None = None
        self.form = StoreForm("store", new=False)
        self.form.edited.connect(self._enable)
        self.save = Button("store_save", t("Save"), kind="primary")
        self.save.clicked.connect(lambda: self.saved.emit(self.form.settings))
        self.discard = Button("store_discard", t("Discard"), kind="ghost")
        self.discard.clicked.connect(self._discard)
        self.id = Label("", "mono", name="store_id", selectable=True)
        copy = IconButton("store_copy_id", "copy", t("Copy the store's id"))
        copy.clicked.connect(lambda: copy_text(self.id.text()))
        facts = QHBoxLayout()
        facts.setSpacing(4)
        facts.addWidget(Label(t("Id"), "term"))
        facts.addWidget(self.id)
        facts.addWidget(copy)
        facts.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.save)
        buttons.addWidget(self.discard)
        buttons.addStretch(1)
        inner = QWidget()
        inner.setMaximumWidth(600)
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(20)
        column.addWidget(self.form)
        column.addLayout(buttons)
        column.addLayout(facts)
        column.addStretch(1)
        area = QScrollArea()
        area.setObjectName("store_settings_area")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def show_store(self, store: KnowledgeStore | None, models: Sequence[EmbeddingModel]) -> None:
        """Show a store; what is typed for the same store and not saved yet stays."""
        if store is None:
            self._store = None
            return
        typed = self._store is not None and self._store.id == store.id and self.changed
        self._store = store
        self.id.setText(store.id)
        if not typed:
            name = next((m.name for m in models if m.id == store.embedding_model), "")
            self.form.show_store(store, name)
        self._enable()

    @property
    def changed(self) -> bool:
        """Whether something is typed that is not saved."""
        store, typed = self._store, self.form.settings
        return store is not None and (typed.name, typed.chunking.kept, typed.expires_days) != (
            store.name.strip(),
            store.chunking.kept,
            store.expires_days,
        )

    def _discard(self) -> None:
        if self._store is not None:
            self.form.show_store(self._store, self.form.model_name.text())
            self._enable()

    def _enable(self) -> None:
        self.save.setEnabled(self.changed and not self.form.problem)
        self.discard.setVisible(self.changed)


class NewStoreDialog(QDialog):
    """Asks for a new store's settings; opened with ``open()``.

    Signals:
        chosen: Create was pressed; carries the :class:`StoreSettings`.
    """

    chosen = Signal(object)

    def __init__(self, models: Sequence[EmbeddingModel], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("new_store_dialog")
        self.setWindowTitle(t("New store"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(Label(t("New store"), "title", name="new_store_title"))
        column.addWidget(
            Label(
                t("A store holds files that assistants search before they answer."),
                "muted",
                name="new_store_help",
                wrap=True,
            )
        )
        self.form = StoreForm("new_store", new=True)
        self.form.show_models(models)
        self.form.edited.connect(self._enable)
        column.addWidget(self.form)
        self.create_button = Button("new_store_create", t("Create"), kind="primary")
        self.create_button.setDefault(True)
        self.create_button.clicked.connect(self._create)
        cancel = Button("new_store_cancel", t("Cancel"))
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.create_button)
        column.addLayout(foot)
        self.setMinimumWidth(520)
        self._enable()
        self.form.name.setFocus()

    def _enable(self) -> None:
        self.create_button.setEnabled(bool(self.form.settings.name) and not self.form.problem)

    def _create(self) -> None:
        self.chosen.emit(self.form.settings)
        self.accept()
