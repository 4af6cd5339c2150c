"""That something goes on: a thin bar with words, and a Cancel where it can be cancelled."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Label
from app.ui.words import t


class Busy(QWidget):
    """A thin progress bar, indeterminate until a fraction is known, with words above it.

    Signals:
        cancel_requested: Cancel was pressed.
    """

    cancel_requested = Signal()

    def __init__(
        self, name: str, text: str = "", *, cancel: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.label = Label(text, "muted", name=f"{name}_text", wrap=True)
        self.bar = QProgressBar()
        self.bar.setObjectName(f"{name}_bar")
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self._cancel = Button(f"{name}_cancel", t("Cancel"), kind="ghost")
        if not cancel:
            self._cancel.hide()
        self._cancel.clicked.connect(self.cancel_requested)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(self.label)
        column.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(column, 1)
        row.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Say what goes on."""
        self.label.setText(text)
        self.label.setVisible(bool(text))
        self.setAccessibleName(text)
        self.bar.setAccessibleName(text or t("Working"))

    def set_fraction(self, fraction: float | None) -> None:
        """Show how far it is (0 to 1), None when that is not known."""
        if fraction is None:
            self.bar.setRange(0, 0)
        else:
            self.bar.setRange(0, 1000)
            self.bar.setValue(round(min(1.0, max(0.0, fraction)) * 1000))
