"""The program's one style sheet, made of the theme's tokens.

Widgets ask for their look by dynamic properties: ``kind`` of buttons, ``role`` of labels, ``surface`` of frames. Sizes in
pixels are device-independent; text sizes are scaled by the theme.
"""

from __future__ import annotations

from collections.abc import Callable
from string import Template
from typing import TYPE_CHECKING

from app.core.paths import resource

if TYPE_CHECKING:
    from app.ui.theme import Tokens

RADIUS = 8
CONTROL_RADIUS = 6
CONTROL_HEIGHT = 32


def style_sheet(tokens: Tokens, sans: str, mono: str, px: Callable[[int], int]) -> str:
    """Write the style sheet for these colours, families and sizes."""
    images = resource("icons", "controls").as_posix()
    values = {name: str(value) for name, value in vars(tokens).items()}
    return Template(_SHEET).substitute(
        values,
        sans=sans,
        mono=mono,
        images=images,
        small=px(12),
        body=px(13),
        large=px(15),
        title=px(20),
        radius=RADIUS,
        cradius=CONTROL_RADIUS,
        control=max(px(CONTROL_HEIGHT) - 10, 20),
        rail=px(96),
    )


_SHEET = """
* { outline: none; }
QWidget { color: $text; selection-background-color: $selection; selection-color: $text; }
QMainWindow, QDialog { background: $window; }
QToolTip { background: $raised; color: $text; border: 1px solid $border_strong; border-radius: 4px; padding: 4px 8px;
  font-size: ${small}px; }

/* Words */
QLabel { background: transparent; border: none; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[role="heading"] { font-size: ${large}px; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="muted"] { color: $text_muted; }
QLabel[role="small"] { color: $text_muted; font-size: ${small}px; }
QLabel[role="term"] { color: $text_faint; font-size: ${small}px; }
QLabel[role="error"] { color: $danger; font-size: ${small}px; }
QLabel[role="warning"] { color: $warning; font-size: ${small}px; }
QLabel[role="success"] { color: $success; font-size: ${small}px; }
QLabel[role="mono"] { font-family: "$mono"; font-size: ${small}px; }
QLabel[role="badge"] { color: $text_muted; background: $sunken; border: 1px solid $border; border-radius: 4px;
  padding: 1px 6px; font-size: ${small}px; }
QLabel[role="badge_accent"] { color: $accent_text; background: $accent_soft; border: 1px solid $accent_soft;
  border-radius: 4px; padding: 1px 6px; font-size: ${small}px; }

/* Areas */
QFrame[surface="window"], QWidget[surface="window"] { background: $window; border: none; }
QFrame[surface="surface"], QWidget[surface="surface"] { background: $surface; border: none; }
QFrame[surface="sunken"] { background: $sunken; border: none; border-radius: ${radius}px; }
QFrame[surface="card"] { background: $surface; border: 1px solid $border; border-radius: ${radius}px; }
QFrame[surface="raised"] { background: $raised; border: 1px solid $border_strong; border-radius: ${radius}px; }
QFrame[surface="line"] { background: $border; border: none; }
QFrame[surface="accent"] { background: $accent_soft; border: none; border-radius: ${radius}px; }
QFrame[surface="danger"] { background: $danger_soft; border: none; border-radius: ${radius}px; }
QFrame[surface="warning"] { background: $warning_soft; border: none; border-radius: ${radius}px; }
QFrame[surface="success"] { background: $success_soft; border: none; border-radius: ${radius}px; }
QScrollArea, QStackedWidget, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QSplitter::handle { background: $border; }
QSplitter::handle:hover, QSplitter::handle:pressed { background: $accent; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }

/* Buttons */
QPushButton, QToolButton { border-radius: ${cradius}px; border: 1px solid $border_strong; background: $surface;
  color: $text; padding: 4px 12px; min-height: ${control}px; font-size: ${body}px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed, QPushButton:checked { background: $pressed; }
QPushButton:disabled, QToolButton:disabled { color: $text_faint; background: $sunken; border-color: $border; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 3px 11px; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:pressed { background: $accent_pressed; border-color: $accent_pressed; }
QPushButton[kind="primary"]:disabled { background: $pressed; color: $text_faint; border-color: $pressed; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; padding: 3px 11px; }
QPushButton[kind="danger"] { color: $danger; }
QPushButton[kind="danger"]:hover { background: $danger_soft; border-color: $danger; }
QPushButton[kind="danger_fill"] { background: $danger_fill; color: #ffffff; border-color: $danger_fill; font-weight: 600; }
QPushButton[kind="danger_fill"]:hover { background: $danger_hover; }
QPushButton[kind="ghost"], QToolButton[kind="ghost"] { background: transparent; border-color: transparent; }
QPushButton[kind="ghost"]:hover, QToolButton[kind="ghost"]:hover { background: $hover; }
QPushButton[kind="ghost"]:pressed, QToolButton[kind="ghost"]:pressed { background: $pressed; }
QPushButton[kind="ghost"]:checked, QToolButton[kind="ghost"]:checked { background: $accent_soft; color: $accent_text; }
QPushButton[kind="ghost"]:focus, QToolButton[kind="ghost"]:focus { border: 2px solid $accent; }
QPushButton[kind="ghost"]:disabled, QToolButton[kind="ghost"]:disabled { background: transparent; border-color: transparent; }
QPushButton[kind="link"] { background: transparent; border-color: transparent; color: $accent_text; padding: 2px 4px;
  text-align: left; min-height: 0; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 2px solid $accent; padding: 1px 3px; }
QToolButton[kind="icon"] { background: transparent; border-color: transparent; padding: 0; min-height: 26px;
  max-height: 26px; min-width: 26px; max-width: 26px; }
QToolButton[kind="icon"]:hover { background: $hover; }
QToolButton[kind="icon"]:pressed { background: $pressed; }
QToolButton[kind="icon"]:checked { background: $accent_soft; }
QToolButton[kind="icon"]:disabled { background: transparent; border-color: transparent; }
QToolButton[kind="icon"]:focus { border: 2px solid $accent; padding: 0; min-height: 24px; max-height: 24px;
  min-width: 24px; max-width: 24px; }
QToolButton[kind="floating"] { background: $raised; border: 1px solid $border_strong; border-radius: 16px; padding: 0;
  min-height: 30px; max-height: 30px; min-width: 30px; max-width: 30px; }
QToolButton[kind="floating"]:hover { background: $hover; }
QLineEdit QToolButton { background: transparent; border: none; padding: 0; min-height: 0; }
QSpinBox QLineEdit, QDoubleSpinBox QLineEdit, QComboBox QLineEdit { background: transparent; border: none; padding: 0 8px;
  min-height: 0; }
QToolButton::menu-indicator { image: none; width: 0; }

QPushButton[kind="chip"] { background: transparent; border: 1px solid $border; border-radius: 13px; color: $text_muted;
  padding: 2px 12px; min-height: 20px; font-size: ${small}px; }
QPushButton[kind="chip"]:hover { background: $hover; color: $text; border-color: $border_strong; }
QPushButton[kind="chip"]:focus { border: 2px solid $accent; padding: 1px 11px; }
QToolButton[kind="card"] { background: $surface; border: 1px solid $border; border-radius: ${radius}px; padding: 0;
  text-align: left; }
QToolButton[kind="card"]:hover { background: $hover; border-color: $border_strong; }
QToolButton[kind="card"]:checked { background: $accent_soft; border-color: $accent; }
QToolButton[kind="card"]:focus { border: 2px solid $accent; padding: 0; }
QFrame[box="composer"] { background: $surface; border: 1px solid $border_strong; border-radius: 12px; }
QFrame[box="composer"][focused="true"] { border: 2px solid $accent; margin: 0; }

/* Fields */
QLineEdit, QPlainTextEdit[kind="field"], QTextEdit[kind="field"], QComboBox, QSpinBox, QDoubleSpinBox {
  background: $surface; border: 1px solid $border_strong; border-radius: ${cradius}px; padding: 4px 8px;
  font-size: ${body}px; }
QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox { min-height: ${control}px; }
QLineEdit:hover, QComboBox:hover, QPlainTextEdit[kind="field"]:hover, QSpinBox:hover, QDoubleSpinBox:hover {
  border-color: $text_faint; }
QLineEdit:focus, QPlainTextEdit[kind="field"]:focus, QTextEdit[kind="field"]:focus, QComboBox:focus, QSpinBox:focus,
QDoubleSpinBox:focus { border: 2px solid $accent; padding: 3px 7px; }
QSpinBox, QDoubleSpinBox { padding: 4px 0; }
QSpinBox:focus, QDoubleSpinBox:focus { padding: 3px 0; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QComboBox[invalid="true"], QSpinBox[invalid="true"],
QDoubleSpinBox[invalid="true"], QPushButton[invalid="true"], QWidget[invalid="true"] > QDoubleSpinBox { border-color: $danger; }
QLineEdit:disabled, QPlainTextEdit[kind="field"]:disabled, QComboBox:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled {
  background: $sunken; color: $text_faint; border-color: $border; }
QLineEdit:read-only { background: $sunken; }
QPlainTextEdit[kind="code"], QTextEdit[kind="code"], QTextBrowser[kind="code"] { background: $sunken; border: 1px solid $border;
  border-radius: ${radius}px; font-family: "$mono"; font-size: ${small}px; padding: 4px; }
QPlainTextEdit[kind="code"]:focus, QTextBrowser[kind="code"]:focus { border: 2px solid $accent; padding: 3px; }
QPlainTextEdit[kind="bare"], QTextEdit[kind="bare"], QTextBrowser[kind="bare"] { background: transparent; border: none; padding: 0; }
QAbstractSpinBox QLineEdit { border: none; padding: 0; min-height: 0; background: transparent; }
QPlainTextEdit[mono="true"] { font-family: "$mono"; font-size: ${small}px; }
QComboBox { padding-right: 28px; combobox-popup: 0; }
QComboBox:focus { padding-right: 27px; }
QComboBox::drop-down { border: none; width: 28px; subcontrol-origin: border; subcontrol-position: center right; }
QComboBox::down-arrow { image: url("$images/chevron-down.svg"); width: 16px; height: 16px; }
QComboBox[kind="ghost"] { background: transparent; border-color: transparent; font-weight: 600; }
QComboBox[kind="ghost"]:hover { background: $hover; border-color: transparent; }
QComboBox[kind="ghost"]:focus { border: 2px solid $accent; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $border_strong; border-radius: ${cradius}px; padding: 4px;
  outline: none; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 8px; border-radius: 4px; }
QComboBox QAbstractItemView::item:selected { background: $accent_soft; color: $text; }
QComboBox QAbstractItemView::item:disabled { color: $text_muted; }
QSpinBox::up-button, QDoubleSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::down-button { border: none; width: 20px;
  background: transparent; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url("$images/chevron-up.svg"); width: 12px; height: 12px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url("$images/chevron-down.svg"); width: 12px; height: 12px; }
QCheckBox, QRadioButton { spacing: 8px; background: transparent; border: 2px solid transparent; border-radius: 4px; padding: 2px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox::indicator, QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid $text_faint; background: $surface; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$images/check.svg"); }
QCheckBox::indicator:indeterminate { background: $accent; border-color: $accent; image: url("$images/minus.svg"); }
QRadioButton::indicator:checked { background: $accent; border-color: $accent; image: url("$images/dot.svg"); }
QListView::indicator { width: 16px; height: 16px; border: 1px solid $text_faint; border-radius: 4px; background: $surface; }
QListView::indicator:checked { background: $accent; border-color: $accent; image: url("$images/check.svg"); }
QListView::indicator:disabled { background: $sunken; border-color: $border; image: none; }
QCheckBox:disabled, QRadioButton:disabled { color: $text_faint; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $border_strong; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 16px; height: 16px; margin: -6px 0; border-radius: 8px; background: $surface;
  border: 2px solid $accent; }
QSlider::handle:horizontal:hover { background: $accent_soft; }
QSlider { min-height: 24px; border: 2px solid transparent; }
QSlider:focus { border: 2px solid $accent; border-radius: 4px; }

/* Lists, trees, tables */
QListView, QTreeView, QTableView { background: transparent; border: none; outline: none; }
QListView::item, QTreeView::item { border-radius: ${cradius}px; padding: 4px 8px; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected { background: $accent_soft; color: $text; }
QListView:focus, QTreeView:focus, QTableView:focus { border: none; }
QHeaderView::section { background: $surface; color: $text_muted; border: none; border-bottom: 1px solid $border;
  padding: 4px 8px; font-size: ${small}px; font-weight: 600; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $text_muted; border: none; border-bottom: 2px solid transparent;
  padding: 6px 2px; margin-right: 16px; font-size: ${body}px; }
QTabBar[kind="dense"]::tab { padding: 6px 1px; margin-right: 4px; font-size: ${small}px; }
QTabBar QToolButton { background: $surface; border: 1px solid $border; border-radius: 4px; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; font-weight: 600; }
QTabBar::tab:focus { background: $accent_soft; border-radius: 4px; }
QTabWidget::pane { border: none; border-top: 1px solid $border; }

/* Scroll bars: thin, without arrows */
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $border_strong; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px 3px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 3px 2px; }
QScrollBar::handle:hover { background: $text_faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }

/* Menus, progress */
QMenuBar { background: $window; color: $text_muted; padding: 0 4px; font-size: ${small}px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $hover; color: $text; }
QMenu { background: $raised; border: 1px solid $border_strong; border-radius: ${radius}px; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $text_faint; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QProgressBar { background: $pressed; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }

/* The frame */
#navigation_rail { background: $window; border: none; border-right: 1px solid $border; min-width: ${rail}px; max-width: ${rail}px; }
#navigation_rail QToolButton { background: transparent; border: 2px solid transparent; border-radius: ${radius}px; padding: 6px 0;
  color: $text_muted; font-size: ${small}px; min-height: 40px; }
#navigation_rail QToolButton:hover { background: $hover; color: $text; }
#navigation_rail QToolButton:checked { background: $accent_soft; color: $accent_text; }
#navigation_rail QToolButton:focus { border-color: $accent; padding: 6px 0; }
#status_line { background: $window; border: none; border-top: 1px solid $border; }
#status_line QLabel { color: $text_muted; font-size: ${small}px; }
"""
