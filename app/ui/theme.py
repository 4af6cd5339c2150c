"""How the program looks: design tokens, fonts, icons, and the one style sheet that is made of them.

::

    theme = install("system")          # once, before the first window
    theme.set_mode("dark")             # at run time: everything follows
    set_icon(button, "send")           # an icon in the theme's colour, which follows it too

A 4-px grid, four text sizes (12, 13, 15, 20 px at the usual system font size), radius 8, one accent, neutral greys. Text has
a contrast of at least 4.5:1 on every surface that it stands on. Follows the system's light or dark scheme and font size.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget

from app.core.paths import resource
from app.ui.style_sheet import style_sheet

Mode = Literal["system", "light", "dark"]
TextSize = Literal["small", "body", "large", "title"]

TEXT_PX: dict[str, int] = {"small": 12, "body": 13, "large": 15, "title": 20}
USUAL_POINTS = {"darwin": (13.0, 13.0), "win32": (9.0, 9.0)}
"""System font sizes (points) that count as the usual one: a person who chose another gets ours scaled alike."""
USUAL_POINTS_ELSEWHERE = (9.0, 11.0)


@dataclass(frozen=True)
class Tokens:
    """The colours of one scheme, as ``#rrggbb``.

    ``window`` is behind everything, ``surface`` under contents, ``raised`` popups, ``sunken`` code and quiet areas.
    """

    dark: bool
    window: str
    surface: str
    raised: str
    sunken: str
    hover: str
    pressed: str
    border: str
    border_strong: str
    text: str
    text_muted: str
    text_faint: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent_text: str
    accent_soft: str
    selection: str
    success: str
    success_soft: str
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str
    danger_fill: str
    danger_hover: str


LIGHT = Tokens(
    dark=False,
    window="#f5f6f8",
    surface="#ffffff",
    raised="#ffffff",
    sunken="#f2f3f6",
    hover="#eceef2",
    pressed="#e2e5eb",
    border="#e2e5ea",
    border_strong="#c7ccd5",
    text="#1a1d23",
    text_muted="#555c69",
    text_faint="#626a78",
    accent="#3d5af1",
    accent_hover="#2f4bdb",
    accent_pressed="#263fbe",
    on_accent="#ffffff",
    accent_text="#2f4bdb",
    accent_soft="#e9edff",
    selection="#cdd6ff",
    success="#16703c",
    success_soft="#e4f4ea",
    warning="#855400",
    warning_soft="#fdf1d8",
    danger="#b92525",
    danger_soft="#fdeaea",
    danger_fill="#c93030",
    danger_hover="#ad2424",
)

DARK = Tokens(
    dark=True,
    window="#15171b",
    surface="#1b1e23",
    raised="#24282f",
    sunken="#15171b",
    hover="#262a31",
    pressed="#2f343d",
    border="#2c3138",
    border_strong="#454c57",
    text="#e8eaee",
    text_muted="#a9b0bc",
    text_faint="#949ca9",
    accent="#435ff0",
    accent_hover="#4a66f5",
    accent_pressed="#3d57de",
    on_accent="#ffffff",
    accent_text="#9db0ff",
    accent_soft="#262e52",
    selection="#36427d",
    success="#5fca8c",
    success_soft="#17301f",
    warning="#e5b455",
    warning_soft="#352a12",
    danger="#ff8a8a",
    danger_soft="#3d1d1f",
    danger_fill="#c23a3a",
    danger_hover="#cb4040",
)

ICON, ICON_TONE, ICON_SIZE = "themeIcon", "themeIconTone", "themeIconSize"
"""Dynamic properties of widgets whose icon follows the theme."""

TEXT_GAP = 4
"""Pixels between an icon and the word beside it, in addition to the style's own."""

Tone = Literal["text", "muted", "faint", "accent", "on_accent", "success", "warning", "danger"]
_TONES: dict[str, str] = {
    "text": "text",
    "muted": "text_muted",
    "faint": "text_faint",
    "accent": "accent_text",
    "on_accent": "on_accent",
    "success": "success",
    "warning": "warning",
    "danger": "danger",
}


class Theme(QObject):
    """The look of the running program.

    Signals:
        changed: colours or sizes are different; who paints by hand repaints.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._mode: Mode = "system"
        self._font_scale = 1.0
        self._system_scale = _system_scale(app.font())
        self._tokens = LIGHT
        self.sans, self.mono = _load_fonts(app.font())
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)

    @property
    def tokens(self) -> Tokens:
        """The colours in use."""
        return self._tokens

    @property
    def mode(self) -> Mode:
        """What was chosen."""
        return self._mode

    @property
    def dark(self) -> bool:
        """Whether the dark colours are in use."""
        return self._tokens.dark

    @property
    def font_scale(self) -> float:
        """What a person chose as the text's size, 1 is the usual one."""
        return self._font_scale

    @property
    def scale(self) -> float:
        """Text's size in relation to the usual one: the system's choice times the program's own setting."""
        return self._system_scale * self._font_scale

    def px(self, size: TextSize | int) -> int:
        """A text size in pixels, scaled."""
        return round((TEXT_PX[size] if isinstance(size, str) else size) * self.scale)

    def font(self, size: TextSize = "body", *, strong: bool = False, mono: bool = False) -> QFont:
        """A font of the type scale."""
        font = QFont(self.mono if mono else self.sans)
        font.setPixelSize(self.px(size))
        if strong:
            font.setWeight(QFont.Weight.DemiBold)
        if mono:
            font.setFixedPitch(True)
            font.setStyleHint(QFont.StyleHint.Monospace)
        return font

    def color(self, token: str) -> QColor:
        """A token as a colour."""
        return QColor(getattr(self._tokens, token))

    def set_mode(self, mode: Mode) -> None:
        """Use light, dark, or what the system has."""
        self._mode = mode
        self.apply()

    def set_look(self, mode: Mode, font_scale: float) -> None:
        """Set both at once; all text larger or smaller by 0.8 to 2."""
        self._mode = mode
        self._font_scale = min(2.0, max(0.8, font_scale))
        self.apply()

    def apply(self) -> None:
        """Give the whole program its palette, font, style sheet and icons."""
        self._tokens = DARK if self._wants_dark() else LIGHT
        hints = QGuiApplication.styleHints()
        scheme = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(self._mode)
        hints.blockSignals(True)
        if scheme is None:
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(scheme)
        hints.blockSignals(False)
        self._app.setFont(self.font())
        self._app.setPalette(_palette(self._tokens))
        self._app.setStyleSheet(style_sheet(self._tokens, self.sans, self.mono, self.px))
        for widget in QApplication.allWidgets():
            name = widget.property(ICON)
            if name:
                _put_icon(
                    widget,
                    str(name),
                    str(widget.property(ICON_TONE) or "text"),
                    int(widget.property(ICON_SIZE) or 16),
                )
        self.changed.emit()

    def _wants_dark(self) -> bool:
        if self._mode != "system":
            return self._mode == "dark"
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def _system_changed(self) -> None:
        if self._mode == "system" and self._wants_dark() != self._tokens.dark:
            self.apply()


_theme: Theme | None = None


def mode_of(word: str) -> Mode:
    """A setting's or option's word as a mode; what is none follows the system."""
    return "light" if word == "light" else "dark" if word == "dark" else "system"


def install(mode: Mode = "system", font_scale: float = 1.0) -> Theme:
    """Give the application its look; once for each QApplication."""
    global _theme  # noqa: PLW0603 - as there is one QApplication, there is one look
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    _theme = Theme(app)
    _theme._mode, _theme._font_scale = mode, min(2.0, max(0.8, font_scale))
    _theme.apply()
    return _theme


def theme() -> Theme:
    """The look of the running program."""
    if _theme is None:
        raise RuntimeError("the theme is not installed yet")
    return _theme


def icon(name: str, tone: Tone | str = "text", size: int = 16, *, gap: int = 0) -> QIcon:
    """An icon of ``resources/icons`` in a tone of the theme; it does not follow a change (see :func:`set_icon`)."""
    tokens = theme().tokens
    color = getattr(tokens, _TONES[tone])
    ratio = max(1.0, _theme._app.devicePixelRatio()) if _theme is not None else 1.0
    found = QIcon()
    for scale in sorted({1.0, 2.0, ratio}):
        found.addPixmap(_pixmap(name, color, size, scale, gap), QIcon.Mode.Normal)
        found.addPixmap(_pixmap(name, tokens.text_faint, size, scale, gap), QIcon.Mode.Disabled)
    return found


def pixmap(name: str, tone: Tone | str = "text", size: int = 16) -> QPixmap:
    """The same as a pixmap for labels, at the screen's resolution."""
    ratio = max(1.0, _theme._app.devicePixelRatio()) if _theme is not None else 1.0
    return _pixmap(name, getattr(theme().tokens, _TONES[tone]), size, ratio)


def set_icon(widget: QWidget, name: str, tone: Tone | str = "text", size: int = 16) -> None:
    """Give a button or a label an icon that follows the theme."""
    widget.setProperty(ICON, name)
    widget.setProperty(ICON_TONE, tone)
    widget.setProperty(ICON_SIZE, size)
    if _theme is not None:
        _put_icon(widget, name, tone, size)


def restyle(widget: QWidget) -> None:
    """Have the style sheet looked at again, after a dynamic property that it asks for has changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a dynamic property that the style sheet asks for, and show it."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        restyle(widget)


def _put_icon(widget: QWidget, name: str, tone: str, size: int) -> None:
    if isinstance(widget, QAbstractButton):
        gap = TEXT_GAP if isinstance(widget, QPushButton) and widget.text() else 0
        widget.setIcon(icon(name, tone, size, gap=gap) if name else QIcon())
        widget.setIconSize(QSize(size + gap, size))
    elif isinstance(widget, QLabel):
        widget.setPixmap(pixmap(name, tone, size))


@lru_cache(maxsize=512)
def _source(name: str) -> bytes:
    return resource("icons", f"{name}.svg").read_bytes()


@lru_cache(maxsize=1024)
def _pixmap(name: str, color: str, size: int, ratio: float, gap: int = 0) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    svg = (
        _source(name)
        .replace(b"currentColor", color.encode())
        .replace(b'stroke-width="2"', b'stroke-width="1.75"')
    )
    made = QPixmap(round((size + gap) * ratio), round(size * ratio))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def _palette(tokens: Tokens) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for target, color in (
        (role.Window, tokens.surface),
        (role.WindowText, tokens.text),
        (role.Base, tokens.surface),
        (role.AlternateBase, tokens.sunken),
        (role.Text, tokens.text),
        (role.Button, tokens.surface),
        (role.ButtonText, tokens.text),
        (role.BrightText, tokens.danger),
        (role.ToolTipBase, tokens.raised),
        (role.ToolTipText, tokens.text),
        (role.PlaceholderText, tokens.text_faint),
        (role.Highlight, tokens.selection),
        (role.HighlightedText, tokens.text),
        (role.Link, tokens.accent_text),
        (role.LinkVisited, tokens.accent_text),
        (role.Accent, tokens.accent),
        (role.Light, tokens.raised),
        (role.Midlight, tokens.hover),
        (role.Mid, tokens.border),
        (role.Dark, tokens.border_strong),
        (role.Shadow, tokens.border_strong),
    ):
        palette.setColor(target, QColor(color))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(tokens.text_faint))
    return palette


def _system_scale(font: QFont) -> float:
    points = font.pointSizeF()
    if points <= 0:
        return 1.0
    low, high = USUAL_POINTS.get(sys.platform, USUAL_POINTS_ELSEWHERE)
    if points < low:
        return max(0.85, points / low)
    return min(2.0, points / high) if points > high else 1.0


def _load_fonts(system: QFont) -> tuple[str, str]:
    """Families for text and for code: the system's own on macOS and Windows, elsewhere those that come with us."""
    for file in ("JetBrainsMono-Regular.ttf", "JetBrainsMono-Bold.ttf"):
        QFontDatabase.addApplicationFont(str(resource("fonts", file)))
    mono = "JetBrains Mono"
    if sys.platform in {"darwin", "win32"}:
        return system.family(), mono
    for file in ("Inter-Regular.ttf", "Inter-SemiBold.ttf", "Inter-Italic.ttf"):
        QFontDatabase.addApplicationFont(str(resource("fonts", file)))
    return "Inter", mono
