"""New: templates as cards at the left, what the chosen one is at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.accessibility import make_checkable
from app.ui.assistants.sheet import Sheet
from app.ui.theme import set_icon, set_property
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import ElidedLabel, Label
from app.ui.widgets.picker import Choice, Picker
from app.ui.words import inner, mark, spoken, t
from app.workbench.templates import Template, templates

CARD = 208
PREVIEW = 300
_NEEDS = {
    "file_search": mark("Searches in documents"),
    "code_interpreter": mark("Writes and runs Python"),
    "functions": mark("Calls functions"),
    "json_schema": mark("Answers in a fixed form"),
}


class Card(QToolButton):
    """A template to choose; Enter or a double click takes it at once.

    Signals:
        taken: a person wants it at once.
    """

    taken = Signal()

    def __init__(self, name: str, title: str, summary: str, icon: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("kind", "card")
        make_checkable(self, "choice")
        self.setAccessibleName(title)
        self.setAccessibleDescription(summary)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(96)
        mark = QLabel()
        set_icon(mark, icon, "accent", 20)
        words = Label(summary, "small", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(mark)
        head.addWidget(ElidedLabel(title, "strong"), 1)
        column.addLayout(head)
        column.addWidget(words, 1)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column = column

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As high as its words at this width."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Its letters have their size now."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        height = max(96, self._column.totalHeightForWidth(self.width()) + 4)
        if self.minimumHeight() != height:
            self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        """As wide as there is room for."""
        return QSize(160, max(96, self.minimumHeight()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes it."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()
            self.click()
            self.taken.emit()
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _event: object) -> None:
        """A double click takes it."""
        self.taken.emit()


class Gallery(Sheet):
    """Choosing a template, or none.

    Signals:
        blank_requested: an empty assistant is wanted.
        template_requested: this template is wanted, and the model for it.
        file_requested: an assistant is to be opened from a file.
    """

    blank_requested = Signal()
    template_requested = Signal(object, str)
    file_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("template_gallery", t("New assistant"), scrolls=False, parent=parent)
        open_file = Button("template_open_file", t("Open a file…"), kind="ghost", icon="folder-open",
                           tip=t("Open an assistant that somebody exported (.assistant)"))  # fmt: skip
        open_file.clicked.connect(lambda _checked: self.file_requested.emit())
        self.head.addWidget(open_file)
        self.blank = Card(
            "template_blank", t("Empty"), t("Begin with nothing, and fill in the form yourself."), "plus"
        )
        self.cards: dict[str, Card] = {}
        for found in templates(spoken()):
            self.cards[found.id] = Card(
                f"template_{found.id.replace('-', '_')}", found.name, found.summary, found.icon
            )
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(4, 4, 12, 4)
        inside.addLayout(self._grid)
        inside.addStretch(1)
        self.cards_area = QScrollArea()
        self.cards_area.setObjectName("template_cards")
        self.cards_area.setAccessibleName(t("Templates"))
        self.cards_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cards_area.setWidgetResizable(True)
        self.cards_area.setFrameShape(QFrame.Shape.NoFrame)
        self.cards_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.cards_area.setWidget(holder)
        self.preview = QFrame()
        self.preview.setProperty("surface", "sunken")
        self.preview.setObjectName("template_preview")
        self.preview.setFixedWidth(PREVIEW)
        self._make_preview()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.cards_area, 1)
        row.addWidget(self.preview)
        self.body.setContentsMargins(20, 4, 24, 16)
        self.body.addLayout(row, 1)
        self.chosen: Template | None = None
        self.blank.clicked.connect(lambda _checked: self._choose(None))
        self.blank.taken.connect(self.blank_requested)
        for key, card in self.cards.items():
            card.clicked.connect(lambda _checked, key=key: self._choose(key))
            card.taken.connect(self._take)
        self._proposed: tuple[str, str] | None = None
        self._columns = 0
        self._arrange(2)
        self._choose(None)

    def _make_preview(self) -> None:
        self.name = Label("", "heading", name="template_name", wrap=True)
        self.about = Label("", name="template_about", wrap=True)
        self.shows = Label("", "small", name="template_shows", wrap=True)
        self.files = Label("", "small", name="template_files", wrap=True)
        self.prompts = Label("", "muted", name="template_prompts", wrap=True)
        self.remark = Label("", "warning", name="template_remark", wrap=True)
        self.model = Picker("template_model", t("Model"), free=True)
        self.model.setAccessibleName(t("Model of the new assistant"))
        self.model.picked.connect(lambda _value: self._keep_model())
        self.use = Button("template_use", t("Use this"), kind="primary")
        self.use.clicked.connect(lambda _checked: self._take())
        inside = QWidget()
        words = QVBoxLayout(inside)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(8)
        for widget in (self.name, self.about, self.shows, self.files, self.remark, self.prompts):
            words.addWidget(widget)
        words.addStretch(1)
        area = QScrollArea()
        area.setObjectName("template_preview_area")
        area.setAccessibleName(t("About this template"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        column = QVBoxLayout(self.preview)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(area, 1)
        self.model_label = Label(t("Model"), "small")
        column.addWidget(self.model_label)
        column.addWidget(self.model)
        column.addWidget(self.use)

    def begin_with(self, choices: list[Choice], model: str, capable: str) -> None:
        """Begin anew, with these models to choose from.

        Args:
            choices: the models.
            model: what is proposed.
            capable: what is proposed for templates that need more of a model than words.
        """
        self.set_models(choices)
        self._proposed = (model, capable)
        self.model.set_value(model)
        self._choose(None)

    def _keep_model(self) -> None:
        """A person chose the model: it stays, whatever the template."""
        self._proposed = None

    def set_models(self, choices: list[Choice]) -> None:
        """Offer these models."""
        self.model.set_choices(choices)

    def begin(self) -> None:
        """Begin at the first card."""
        self.blank.setFocus()

    def _choose(self, key: str | None) -> None:
        self.blank.setChecked(key is None)
        for name, card in self.cards.items():
            card.setChecked(name == key)
            set_property(card, "chosen", name == key)
        set_property(self.blank, "chosen", key is None)
        found = self.chosen = next((each for each in templates(spoken()) if each.id == key), None)
        if self._proposed is not None:
            self.model.set_value(self._proposed[bool(found and found.needs)])
        self.name.setText(found.name if found else t("Empty assistant"))
        self.about.setText(
            found.summary
            if found
            else t("A form to fill in. What you type is kept as a draft until you save it.")
        )
        shows = [t(_NEEDS[need]) for need in found.needs if need in _NEEDS] if found else []
        self.shows.setText("\n".join(f"• {words}" for words in found.shows) if found else "")
        self.shows.setVisible(bool(found))
        parts = [", ".join(path.name for path in found.files)] if found and found.files else []
        needs = t("Needs: {0}.").format(inner(", ".join(shows))) if shows else ""
        self.files.setText(
            "\n".join([needs, *(t("Sample files: {0}").format(words) for words in parts)]).strip()
        )
        self.files.setVisible(bool(self.files.text()))
        self.remark.setText(found.remark if found else "")
        self.remark.setVisible(bool(found and found.remark))
        prompts = [f"“{' '.join(text.split())[:120]}”" for text in found.sample_prompts] if found else []
        self.prompts.setText(t("Try: ") + "\n".join(prompts) if prompts else "")
        self.prompts.setVisible(bool(prompts))
        for widget in (self.model, self.model_label):
            widget.setVisible(found is not None)

    def _take(self) -> None:
        if self.chosen is None:
            self.blank_requested.emit()
        else:
            self.template_requested.emit(self.chosen, self.model.value)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, card in enumerate((self.blank, *self.cards.values())):
            self._grid.removeWidget(card)
            place = (number // columns, number % columns)
            self._grid.addWidget(card, *place, Qt.AlignmentFlag.AlignTop)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many cards side by side as there is room for."""
        super().resizeEvent(event)
        room = self.width() - PREVIEW - 70
        self._arrange(max(1, min(3, room // CARD)))
