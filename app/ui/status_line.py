"""The slim line at the window's foot: engine, model, and where one is."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.ui.widgets.labels import ElidedLabel
from app.ui.widgets.status_pill import StatusPill
from app.ui.words import t
from app.viewmodels.status import StatusViewModel


class StatusLine(QFrame):
    """Shows a :class:`StatusViewModel`."""

    def __init__(self, status: StatusViewModel, parent: QWidget | None = None) -> None:
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
        status.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        for pill, shown in ((self.engine, self._status.engine), (self.model, self._status.model)):
            pill.set_state(shown.words, shown.level, tip=shown.sentence)
