"""The section “Copies of your data” of the page “Settings”: the way back after an update, and how long comparisons are kept."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button
from app.ui.widgets.form_field import FormField, Section
from app.ui.widgets.labels import Label
from app.ui.words import t
from app.viewmodels.copies import RETENTION, CopiesViewModel, CopyRow
from app.viewmodels.settings import SettingsViewModel

SHOWN = 6


class CopiesSection(Section):
    """Lists the copies, makes one, brings one back after asking once.

    Args:
        viewmodel: the copies.
        settings: where the choice of how long to keep comparisons is.
    """

    def __init__(
        self, viewmodel: CopiesViewModel, settings: SettingsViewModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            "settings_copies",
            t("Copies of your data"),
            t(
                "Before an update changes how data is kept, a copy is made. You can go back to it; what is there then is "
                "copied first, so that nothing is lost."
            ),
            parent=parent,
        )
        self._viewmodel = viewmodel
        self._settings = settings
        self._all = False
        make = Button("settings_copies_make", t("Make a copy now"), icon="archive")
        make.clicked.connect(lambda _checked: viewmodel.make())
        row = QHBoxLayout()
        row.addWidget(make)
        row.addStretch(1)
        self.content.addLayout(row)
        self.question = Banner("settings_copies_question")
        self.content.addWidget(self.question)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.content.addLayout(self._list)
        self.keep = QComboBox()
        self.keep.setObjectName("settings_journal_days")
        for days, words in RETENTION:
            self.keep.addItem(t(words), days)
        self.keep.activated.connect(lambda _index: settings.update(journal_days=int(self.keep.currentData())))
        self.add(
            FormField(
                self.keep,
                t("Keep closed comparisons"),
                help_text=t(
                    "Older ones are removed from this computer when the program starts. Threads stay."
                ),
            )
        )
        viewmodel.changed.connect(self._show)
        settings.changed.connect(lambda _settings: self._show_choice())
        self._show()
        self._show_choice()

    def _show_choice(self) -> None:
        index = self.keep.findData(self._settings.settings.journal_days)
        self.keep.setCurrentIndex(max(0, index))

    def _show(self) -> None:
        while self._list.count():
            item = self._list.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        rows = self._viewmodel.rows
        for number, row in enumerate(rows if self._all else rows[:SHOWN]):
            self._list.addWidget(self._row(number, row))
        if len(rows) > SHOWN and not self._all:
            more = Button("settings_copies_more", t("Show all {0}").format(len(rows)), kind="link")
            more.clicked.connect(self._show_all)
            self._list.addWidget(more)
        if not rows and self._viewmodel.loaded:
            self._list.addWidget(Label(t("There are no copies yet."), "muted", name="settings_copies_none"))

    def _show_all(self) -> None:
        self._all = True
        self._show()

    def _row(self, number: int, row: CopyRow) -> QFrame:
        frame = QFrame()
        frame.setObjectName(f"settings_copy_{number}")
        frame.setProperty("surface", "sunken")
        frame.setAccessibleName(f"{row.title}, {row.words}")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(row.title, "strong", name=f"settings_copy_{number}_title"))
        words.addWidget(Label(row.words, "small", name=f"settings_copy_{number}_words", wrap=True))
        back = Button(
            f"settings_copy_{number}_back",
            t("Bring back"),
            tip="" if row.usable else t("This copy belongs to a newer version of the program."),
            accessible=t("Bring back: {0}").format(f"{row.title}, {row.words}"),
        )
        back.setEnabled(row.usable)
        back.clicked.connect(lambda _checked: self._ask(row))
        line = QHBoxLayout(frame)
        line.setContentsMargins(12, 8, 12, 8)
        line.setSpacing(12)
        line.addLayout(words, 1)
        line.addWidget(back)
        return frame

    def _ask(self, row: CopyRow) -> None:
        self.question.show_message(
            t("The program ends and starts again with this copy: {0}").format(row.title),
            t("{0}. What is there now is copied first.").format(row.words),
            first=(t("Restart with the copy"), lambda: self._viewmodel.bring_back(row.copy)),
            second=(t("Cancel"), self.question.hide),
        )
        self.question.first.setFocus()
