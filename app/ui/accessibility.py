"""What assistive technology is told where Qt's own account of a widget is not enough.

Qt describes its widgets by itself. Mended here: a checkable button does, when a screen reader operates it, what a click
does (Qt only turns its mark, and nobody hears of it); the rail reads as a list of tabs; an answer's links are things of
their own that can be listed and followed.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
    QAccessibleObject,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAccessibleWidget,
    QApplication,
    QRadioButton,
    QWidget,
)

READ_AS = "readAs"
"""Property of a checkable button that is not to be read as a check box: ``tab`` or ``choice`` (one of several)."""
_ROLES = {"tab": QAccessible.Role.PageTab, "choice": QAccessible.Role.RadioButton}
_BUTTONS = frozenset({"QToolButton", "QPushButton", "QCheckBox", "QRadioButton"})
_PASSING = frozenset({Qt.WindowType.Popup, Qt.WindowType.Desktop, Qt.WindowType.ToolTip})
_TOLD_BY_OWNER = frozenset({"QMenu", "QComboBoxPrivateContainer"})
MOST_ANNOUNCED = 600
"""So many characters of an answer are read out by themselves; the rest is in the transcript."""


def install() -> None:
    """Have Qt ask here first. Costs nothing while no assistive technology runs."""
    QAccessible.installFactory(_make)


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say something that happened without the focus moving there."""
    words = " ".join(text.split())
    if words and QAccessible.isActive():
        shown = words if len(words) <= MOST_ANNOUNCED else f"{words[:MOST_ANNOUNCED]}…"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, shown))


class Link(QAbstractButton):
    """A link in a widget's text as a thing of its own: not seen and not clicked, but read, listed and followed.

    It is made only while assistive technology runs; others have the text itself.

    Args:
        parent: the widget with the text.
        words: what it is called.
    """

    def __init__(self, parent: QWidget, words: str) -> None:
        super().__init__(parent)
        self.setObjectName("text_link")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint nothing: the text has its own link."""


def follow_selection(view: QAbstractItemView) -> None:
    """Make a row that a screen reader selects the current one, as a click does; after the view has its model."""

    def follow() -> None:
        chosen = view.selectionModel().selectedIndexes()
        if len(chosen) == 1 and chosen[0] != view.currentIndex():
            view.setCurrentIndex(chosen[0])

    def selected() -> None:
        if QAccessible.isActive():
            QTimer.singleShot(0, view, follow)  # Qt itself selects a row before it makes it the current one

    view.selectionModel().selectionChanged.connect(selected)


def make_checkable(button: QAbstractButton, read_as: str = "") -> None:
    """Make a button checkable, and read as such even if a screen reader was told of it already.

    Args:
        button: it must not have been shown yet.
        read_as: see :data:`READ_AS`.
    """
    button.setCheckable(True)
    if read_as:
        button.setProperty(READ_AS, read_as)
    if QAccessible.isActive():
        QAccessible.deleteAccessibleInterface(
            QAccessible.uniqueId(QAccessible.queryAccessibleInterface(button))
        )


class ToggleInterface(QAccessibleWidget):
    """A checkable button. Operating it is a click.

    The button is asked for anew each time: while a button is being made, Qt already tells of it, but Python's own object
    of it is not there yet, and one that stands in for it must not be kept.
    """

    def _button(self) -> QAbstractButton:
        button = self.widget()
        assert isinstance(button, QAbstractButton)
        return button

    def _kind(self) -> str:
        button = self._button()
        return "choice" if isinstance(button, QRadioButton) else str(button.property(READ_AS) or "")

    def role(self) -> QAccessible.Role:
        """A check box, if nothing else is said."""
        return _ROLES.get(self._kind(), QAccessible.Role.CheckBox)

    def text(self, kind: QAccessible.Text) -> str:
        """Its name is its word where it was given none."""
        told = super().text(kind)
        if kind == QAccessible.Text.Name and not told:
            return self._button().text().replace("&&", "\0").replace("&", "").replace("\0", "&")
        return told

    def state(self) -> QAccessible.State:
        """Whether it is checked; a tab is selected instead."""
        state, button = super().state(), self._button()
        on = button.isChecked()
        if self._kind() == "tab":
            state.selectable, state.selected = True, on
        else:
            state.checkable, state.checked = True, on
        state.pressed = button.isDown()
        return state

    def actionNames(self) -> list[str]:
        """What can be done with it."""
        if not self._button().isEnabled():
            return []
        return [self.pressAction() if self._kind() == "tab" else self.toggleAction(), self.setFocusAction()]

    def doAction(self, action_name: str) -> None:
        """Click it."""
        button = self._button()
        if action_name == self.setFocusAction():
            button.setFocus()
        elif button.isEnabled():
            button.click()


class LinkInterface(QAccessibleWidget):
    """A :class:`Link`."""

    def state(self) -> QAccessible.State:
        """A link."""
        state = super().state()
        state.linked = True
        return state

    def actionNames(self) -> list[str]:
        """It can be followed."""
        return [self.pressAction()]

    def doAction(self, _action_name: str) -> None:
        """Follow it."""
        link = self.widget()
        if isinstance(link, QAbstractButton):
            link.click()


class ApplicationInterface(QAccessibleObject):
    """The program with all its windows, those that pop up, too: Qt leaves these out, and nobody could look into them."""

    def role(self) -> QAccessible.Role:
        """The root."""
        return QAccessible.Role.Application

    def text(self, kind: QAccessible.Text) -> str:
        """The program's name."""
        return QApplication.applicationDisplayName() if kind == QAccessible.Text.Name else ""

    def state(self) -> QAccessible.State:
        """Active or not."""
        state = QAccessible.State()
        state.active = QApplication.activeWindow() is not None
        return state

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """None: it is the root."""
        return None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """What has the keyboard's focus."""
        focused = QApplication.focusWidget()
        return QAccessible.queryAccessibleInterface(focused) if focused is not None else None

    def childCount(self) -> int:
        """How many windows there are."""
        return len(_windows())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """A window."""
        windows = _windows()
        return QAccessible.queryAccessibleInterface(windows[index]) if 0 <= index < len(windows) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The place of a window."""
        found = child.object()
        return next((place for place, window in enumerate(_windows()) if window is found), -1)


def _windows() -> list[QWidget]:
    """All windows; of those that pop up the ones that are open and are not told of by their owner (menus, lists of choices)."""
    return [
        window
        for window in QApplication.topLevelWidgets()
        if window.windowType() not in _PASSING
        or (
            window.windowType() == Qt.WindowType.Popup
            and window.isVisible()
            and window.metaObject().className() not in _TOLD_BY_OWNER
        )
    ]


def _make(class_name: str, thing: QObject) -> QAccessibleInterface | None:
    """Qt asks for each class of an object, the nearest first; None leaves the answer to Qt."""
    if class_name in _BUTTONS:
        if isinstance(thing, QAbstractButton) and thing.isCheckable():
            return ToggleInterface(thing, QAccessible.Role.CheckBox)
        return None
    if class_name == "QApplication":
        return ApplicationInterface(thing)
    if class_name == "NavigationRail" and isinstance(thing, QWidget):
        return QAccessibleWidget(thing, QAccessible.Role.PageTabList)
    if class_name == "Link" and isinstance(thing, QAbstractButton):
        return LinkInterface(thing, QAccessible.Role.Link)
    return None
