"""The slim line at the window's foot: engine, model, and what goes on in the background, with Cancel."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import ElidedLabel
from app.ui.widgets.status_pill import StatusPill
from app.ui.words import t
from app.viewmodels.background import BackgroundWork
from app.viewmodels.status import StatusViewModel

BAR_WIDTH = 96


class BackgroundLine(QWidget):
    """Shows the oldest :class:`Work` of a :class:`BackgroundWork`: words, a thin bar, Cancel. Hidden while nothing goes on."""

    def __init__(self, background: BackgroundWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_background")
        self._background = background
        self.words = ElidedLabel(name="status_background_words")
        self.bar = QProgressBar()
        self.bar.setObjectName("status_background_bar")
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(BAR_WIDTH)
        self.cancel = Button(
            "status_background_cancel", t("Cancel"), kind="link", tip=t("Stop what goes on in the background")
        )
        self.cancel.clicked.connect(background.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.bar)
        row.addWidget(self.cancel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        background.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        words, works = self._background.words, self._background.works
        if words:
            self.words.setText(words)
            self.words.setToolTip("\n".join(work.words for work in works))
            self.setAccessibleName(words)
            self.bar.setAccessibleName(words)
            self.cancel.setAccessibleName(t("Cancel: {0}").format(words))
            fraction = works[0].fraction
            if fraction is None:
                self.bar.setRange(0, 0)
            else:
                self.bar.setRange(0, 1000)
                self.bar.setValue(round(min(1.0, max(0.0, fraction)) * 1000))
        self.setVisible(bool(words))


class StatusLine(QFrame):
    """Shows a :class:`StatusViewModel`, and what goes on in the background."""

    def __init__(
        self, status: StatusViewModel, background: BackgroundWork, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("status_line")
        self.setAccessibleName(t("Status"))
        self._status = status
        self.engine = StatusPill("status_engine")
        self.model = StatusPill("status_model")
        self.hint = ElidedLabel(name="status_hint")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 12, 2)
        row.setSpacing(16)
        row.addWidget(self.engine)
        row.addWidget(self.model)
        row.addWidget(self.hint, 1)
        self.background = BackgroundLine(background)
        row.addWidget(self.background, 2)
        status.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        for pill, shown in ((self.engine, self._status.engine), (self.model, self._status.model)):
            pill.set_state(shown.words, shown.level, tip=shown.sentence)
