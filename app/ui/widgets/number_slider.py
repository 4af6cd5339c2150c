"""A number that may also be left to the service: slider, field, and the way back to “default”."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QSlider, QWidget

from app.ui.widgets.buttons import IconButton
from app.ui.words import t

_STEPS = 100


class NumberSlider(QWidget):
    """A number from ``low`` to ``high``, or None for the service's own default.

    Args:
        name: object names begin with it: ``<name>_slider``, ``<name>_value``, ``<name>_default``.
        low: smallest value.
        high: largest value.
        usual: where the slider stands while nothing is set.

    Signals:
        changed: a person set another value (a float), or the default (None).
    """

    changed = Signal(object)

    def __init__(
        self, name: str, low: float, high: float, usual: float, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("invalid", "false")
        self._low, self._high, self._usual = low, high, usual
        self._value: float | None = None
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName(f"{name}_slider")
        self.slider.setRange(round(low * _STEPS), round(high * _STEPS))
        self.slider.setPageStep(10)
        self.slider.setSingleStep(5)
        self.spin = QDoubleSpinBox()
        self.spin.setObjectName(f"{name}_value")
        self.spin.setDecimals(2)
        self.spin.setSingleStep(0.05)
        self.spin.setRange(low - 0.05, high)
        self.spin.setSpecialValueText(t("Default"))
        self.spin.setMinimumWidth(92)
        self.spin.setKeyboardTracking(False)
        self.spin.lineEdit().setTextMargins(6, 0, 0, 0)  # the style sheet's padding does not reach it
        self.reset = IconButton(f"{name}_default", "rotate-ccw", t("Leave it to the model's default"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.slider, 1)
        row.addWidget(self.spin)
        row.addWidget(self.reset)
        for wheeled in (self.slider, self.spin):
            wheeled.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # scrolling a form changes no number
        self.slider.valueChanged.connect(lambda value: self._set(value / _STEPS))
        self.spin.valueChanged.connect(lambda value: self._set(None if value < low else round(value, 4)))
        self.reset.clicked.connect(lambda: self._set(None))
        self.set_value(None)

    @property
    def value(self) -> float | None:
        """What is set; None for the default."""
        return self._value

    def set_value(self, value: float | None) -> None:
        """Show a value without telling anyone."""
        self._value = value
        shown = self._usual if value is None else value
        for control, number in ((self.slider, round(shown * _STEPS)), (self.spin, shown)):
            control.blockSignals(True)
            control.setValue(number)  # type: ignore[arg-type]
            control.blockSignals(False)
        if value is None:
            self.spin.blockSignals(True)
            self.spin.setValue(self.spin.minimum())
            self.spin.blockSignals(False)
        self.reset.setEnabled(value is not None)

    def setAccessibleName(self, name: str) -> None:
        """Name the parts, too: they are what is reached by Tab."""
        super().setAccessibleName(name)
        self.slider.setAccessibleName(name)
        self.spin.setAccessibleName(t("{0}, value").format(name))
        self.reset.setAccessibleName(f"{name}: {self.reset.toolTip()}")

    def _set(self, value: float | None) -> None:
        if value != self._value:
            self.set_value(value)
            self.changed.emit(value)
