"""The one style sheet of the window, built from tokens on a grid of 8 pixels."""

from __future__ import annotations

from string import Template

from ui.tokens import Tokens

FIELD_HEIGHT = 34
ROW_HEIGHT = 32

_SHEET = Template("""
QWidget { color: $text; }
QMainWindow, #page, #shell { background: $ground; }
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 4px 8px; }

QLabel[role="title"] { font-size: 20px; font-weight: 600; }
QLabel[role="section"] { font-size: 16px; font-weight: 600; }
QLabel[role="label"] { font-size: 13px; color: $quiet; }
QLabel[role="caption"], QLabel[role="shortcut"] { font-size: 12px; color: $quiet; }
QLabel[role="error"] { font-size: 12px; color: $bad; }
QLabel[role="doubt"] { font-size: 12px; color: $warn; }
QLabel[role="mark"] { font-size: 12px; color: $accent; }
QLabel[role="quiet"] { color: $quiet; }
QLabel[role="strong"] { font-weight: 600; }

QLineEdit, QComboBox, QPlainTextEdit, QSpinBox {
  background: $surface; border: 1px solid $line_strong; border-radius: 4px;
  padding: 0 9px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QComboBox, QSpinBox { min-height: 32px; max-height: 32px; }
QPlainTextEdit { padding: 4px 5px; }
QLineEdit:hover, QComboBox:hover, QPlainTextEdit:hover { border-color: $quiet; }
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QSpinBox:focus {
  border: 2px solid $accent; padding: 0 8px; }
QPlainTextEdit:focus { padding: 3px 4px; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled, QLineEdit:read-only {
  background: $ground; color: $quiet; border-color: $line; }
[filled="true"] { background: $accent_pale; }
[wrong="true"] { border-color: $bad; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
  background: $raised; border: 1px solid $line; outline: none; padding: 4px;
  selection-background-color: $accent_pale; selection-color: $text; }

QPushButton {
  background: $surface; border: 1px solid $line_strong; border-radius: 4px;
  min-height: 32px; padding: 0 15px; }
QPushButton:hover { background: $ground; border-color: $quiet; }
QPushButton:pressed { background: $accent_pale; }
QPushButton:focus { border: 2px solid $accent; padding: 0 14px; }
QPushButton:disabled { color: $quiet; border-color: $line; background: $ground; }
QPushButton[look="primary"] {
  background: $accent; color: $on_accent; border: 2px solid $accent; font-weight: 600;
  min-height: 30px; padding: 0 14px; }
QPushButton[look="primary"]:hover, QPushButton[look="primary"]:pressed {
  background: $accent_hover; border-color: $accent_hover; }
QPushButton[look="primary"]:focus { border: 2px solid $text; }
QPushButton[look="primary"]:disabled { background: $line; border-color: $line; color: $quiet; }
QPushButton[look="primary"] QLabel { color: $on_accent; font-weight: 600; }
QPushButton[look="primary"] QLabel[role="shortcut"] { font-weight: 400; }
QPushButton QLabel:disabled, QPushButton[look="primary"] QLabel:disabled,
QPushButton[look="primary"] QLabel[role="shortcut"]:disabled { color: $quiet; }
QPushButton[look="quiet"], QToolButton {
  background: transparent; border: 2px solid transparent; border-radius: 4px; padding: 0 8px;
  min-height: 30px; }
QToolButton { padding: 2px 4px; min-height: 0; }
QPushButton[look="quiet"]:hover, QToolButton:hover { background: $accent_pale; }
QPushButton[look="quiet"]:focus, QToolButton:focus { border: 2px solid $accent; }
QPushButton[look="link"] {
  background: transparent; border: 2px solid transparent; padding: 0 6px; color: $accent;
  font-weight: 600; min-height: 24px; }
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="link"]:focus { border: 2px solid $accent; border-radius: 4px; }
QPushButton[look="link"] QLabel { color: $accent; font-weight: 600; }
QPushButton[look="link"] QLabel[role="shortcut"] { font-weight: 400; }

QCheckBox, QRadioButton { spacing: 8px; min-height: 24px; border: 2px solid transparent;
  border-radius: 4px; padding: 0 4px; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $accent; }

#card { background: $surface; border: 1px solid $line; border-radius: 6px; }
#cardNumber { background: $accent_pale; color: $accent; border-radius: 10px;
  font-size: 12px; font-weight: 600; }
#popup { background: $raised; border: 1px solid $line_strong; border-radius: 6px; }
#popup QListView { background: transparent; border: none; outline: none; }

QTableView, QListView, QTreeView {
  background: $surface; border: 1px solid $line; border-radius: 6px; gridline-color: $line;
  outline: none; selection-background-color: $accent_pale; selection-color: $text; }
QTableView:focus, QListView:focus, QTreeView:focus { border: 2px solid $accent; }
QTableView::item { padding: 0 8px; border-bottom: 1px solid $line; }
QTableView::item:selected, QListView::item:selected { background: $accent_pale; color: $text; }
QListView::item { min-height: 32px; padding: 0 8px; border-radius: 4px; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section {
  background: $surface; color: $quiet; border: none; border-bottom: 1px solid $line_strong;
  padding: 0 8px; height: 32px; font-size: 12px; font-weight: 600; }
QTableCornerButton::section { background: $surface; border: none; }

#rail { background: $surface; border-right: 1px solid $line; }
#header { background: $surface; border-bottom: 1px solid $line; }
#railButton { border: none; border-radius: 4px; background: transparent; text-align: left; }
#footer { background: $surface; border-top: 1px solid $line; }
#overlay { background: $ground; }

QProgressBar { background: $line; border: none; border-radius: 3px; max-height: 6px;
  min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $line_strong; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: transparent; border: none; width: 0; height: 0; }
QMenu { background: $raised; border: 1px solid $line; border-radius: 6px; padding: 4px; }
QMenu::item { padding: 7px 24px 7px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accent_pale; color: $text; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QTabBar::tab { background: transparent; border: none; border-bottom: 2px solid transparent;
  padding: 6px 12px; color: $quiet; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { color: $accent; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QSplitter::handle { background: transparent; }
""")


def stylesheet(shown: Tokens) -> str:
    """Return the style sheet in the colours of `shown`."""
    names = Tokens.__dataclass_fields__
    return _SHEET.substitute({name: getattr(shown, name) for name in names})
