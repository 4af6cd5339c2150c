"""A message's rich text: a document that loads nothing, and how blocks of Markdown are written into it.

Code stands in a table of its own, its paragraphs marked by :data:`CODE`, so that the view can paint a rounded box behind it; the words
“Copy” in its head are a link ``copy:N`` to the N-th piece of code.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import (
    QColor,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLayout,
    QTextLength,
    QTextOption,
    QTextTable,
    QTextTableFormat,
)

from app.ui.theme import TEXT_PX, Theme, theme
from app.ui.transcript import highlight, markdown_html
from app.ui.transcript.blocks import Block
from app.ui.transcript.citations import LiveNumbers
from app.ui.words import t

CODE = int(QTextFormat.Property.UserProperty) + 1
COPY = "copy:"
LINE_HEIGHT = 140
_PROPORTIONAL = int(QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
CODE_LINE_HEIGHT = 125
CODE_PAD = 10
MOST_CODE_LINES = 1000
"""More of one piece of code is not laid out, which would take seconds; its Copy takes all."""
QUOTE_INDENT = 16
_RULE = QTextFormat.Property.BlockTrailingHorizontalRulerWidth
_MARK = "\u200b"


class MessageDocument(QTextDocument):
    """A document in the theme's fonts and colours. Images and other resources are never loaded, wherever they are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.codes: list[str] = []
        self.live_numbers = LiveNumbers()
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)
        self.setIndentWidth(24)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setDefaultTextOption(option)
        self.dress()

    def dress(self) -> None:
        """Take the theme's fonts and colours; what is written already keeps its old ones."""
        look = theme()
        self.setDefaultFont(look.font("body"))
        self.setDefaultStyleSheet(_style(look))

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        """Give nothing: a message must not read files or call servers."""
        return b""


@dataclass(frozen=True)
class Piece:
    """A block and, if it is text, what is inserted for it."""

    block: Block
    html: str = ""

    @property
    def has_table(self) -> bool:
        """Whether writing it makes a table (code stands in one, too)."""
        return self.block.kind == "code" or "<table" in self.html


def prepare(block: Block, numbers: LiveNumbers | None = None) -> Piece:
    """Find what is to be written for a block; ``numbers`` are given to markers of citations in it."""
    if block.kind == "code":
        return Piece(block)
    text = numbers.tokens(block.text) if numbers is not None else block.text
    return html_piece(block, _our_headings(markdown_html.to_html(text)))


def html_piece(block: Block, source: str) -> Piece:
    """Rich text that is made already, to be written for a block."""
    return Piece(block, f"<p>{_MARK}</p>{source}")


def write_piece(cursor: QTextCursor, piece: Piece, document: MessageDocument) -> None:
    """Write a block at the end of the document; the cursor stands at the new end afterwards."""
    block = piece.block
    _begin_paragraph(cursor)
    if block.kind == "code":
        number = len(document.codes)
        document.codes.append(block.text)
        write_code(cursor, block, number)
        return
    start = cursor.position()
    cursor.insertHtml(piece.html)
    # What is inserted into a paragraph loses its first block's format; the mark's paragraph takes that loss and goes.
    cursor.setPosition(start)
    in_table = cursor.block().next().isValid() and _table_at(cursor.block().next()) is not None
    cursor.setPosition(start + (len(_MARK) if in_table else len(_MARK) + 1), QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    _end_paragraph(cursor)


def _begin_paragraph(cursor: QTextCursor) -> None:
    """Stand in an empty paragraph without any format: the one behind a table, or a new one."""
    block = cursor.block()
    if block.length() > 1 or block.blockFormat().hasProperty(_RULE):
        cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        return
    if block.blockFormat() != QTextBlockFormat():
        cursor.setBlockFormat(QTextBlockFormat())
    if block.charFormat() != QTextCharFormat():
        cursor.setBlockCharFormat(QTextCharFormat())
    cursor.setCharFormat(QTextCharFormat())


def _end_paragraph(cursor: QTextCursor) -> None:
    """Behind a table Qt keeps an empty paragraph: make it as good as invisible until something is written there."""
    if cursor.block().length() == 1 and not cursor.block().blockFormat().hasProperty(_RULE):
        thin = QTextBlockFormat()
        thin.setLineHeight(1, int(QTextBlockFormat.LineHeightTypes.FixedHeight.value))
        cursor.setBlockFormat(thin)


def _table_at(block: QTextBlock) -> QTextTable | None:
    return QTextCursor(block).currentTable()


def _our_headings(source: str) -> str:
    """Qt sizes its headings by its own steps, whatever the style says: write them as paragraphs of the type scale."""
    for level, size, above, below in (
        ("1", "title", 12, 8),
        ("2", "large", 12, 6),
        ("3", "body", 8, 4),
        ("4", "body", 8, 4),
    ):
        style = (
            f"font-size: {theme().px(TEXT_PX[size])}px; font-weight: 600; margin: {above}px 0 {below}px 0;"
        )
        source = source.replace(f"<h{level}>", f'<p style="{style}">').replace(f"</h{level}>", "</p>")
    return (
        source.replace("<h5>", "<p><b>")
        .replace("</h5>", "</b></p>")
        .replace("<h6>", "<p><b>")
        .replace("</h6>", "</b></p>")
    )


def write_code(cursor: QTextCursor, block: Block, number: int) -> QTextTable:
    """Write a piece of code with its head; the cursor stands behind it afterwards. Gives the table."""
    look = theme()
    style = QTextTableFormat()
    style.setBorder(0)
    style.setCellPadding(0)
    style.setCellSpacing(0)
    style.setLeftMargin(0)
    style.setTopMargin(4)
    style.setBottomMargin(8)
    style.setPadding(CODE_PAD)
    style.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    style.setColumnWidthConstraints(
        [
            QTextLength(QTextLength.Type.PercentageLength, 60),
            QTextLength(QTextLength.Type.PercentageLength, 40),
        ]
    )
    table = cursor.insertTable(2, 2, style)
    table.mergeCells(1, 0, 1, 2)
    small = QTextCharFormat()
    small.setFont(look.font("small"))
    small.setForeground(look.color("text_faint"))
    head = table.cellAt(0, 0).firstCursorPosition()
    head.setBlockFormat(_code_head())
    head.insertText(block.language or "code", small)
    right = _code_head()
    right.setAlignment(_right())
    copy = table.cellAt(0, 1).firstCursorPosition()
    copy.setBlockFormat(right)
    if block.closed:
        link = QTextCharFormat(small)
        link.setAnchor(True)
        link.setAnchorHref(f"{COPY}{number}")
        link.setForeground(look.color("accent_text"))
        copy.insertText(t("Copy"), link)
    body = table.cellAt(1, 0).firstCursorPosition()
    body.setBlockFormat(_code_paragraph())
    lines = block.text.split("\n")
    body.insertText("\n".join(lines[:MOST_CODE_LINES]), code_format())
    if block.closed and len(lines) > MOST_CODE_LINES:
        rest = t("… {0:,} more lines; Copy takes all.").format(len(lines) - MOST_CODE_LINES)
        body.insertText(f"\n{rest}", small)
    elif block.closed:
        colour_code(table, block)
    cursor.setPosition(table.lastPosition() + 1)
    _end_paragraph(cursor)
    return table


def colour_code(table: QTextTable, block: Block) -> None:
    """Colour code without changing the document: as formats of the lines' layouts, which costs no new layout of it all."""
    look = theme()
    runs = highlight.colour_runs(block.text, block.language, highlight.DARK if look.dark else highlight.LIGHT)
    formats: dict[str, QTextCharFormat] = {}
    line = table.cellAt(1, 0).firstCursorPosition().block()
    for found in runs:
        if not line.isValid():
            break
        ranges = []
        for start, length, colour in found:
            if colour not in formats:
                formats[colour] = QTextCharFormat()
                formats[colour].setForeground(QColor(colour))
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = start, length, formats[colour]
            ranges.append(part)
        line.layout().setFormats(ranges)
        line = line.next()


def code_format() -> QTextCharFormat:
    """How uncoloured code is written."""
    made = QTextCharFormat()
    made.setFont(theme().font("small", mono=True))
    made.setForeground(theme().color("text"))
    return made


def _paragraph(above: int = 0, below: int = 8) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setTopMargin(above)
    made.setBottomMargin(below)
    made.setLineHeight(LINE_HEIGHT, _PROPORTIONAL)
    return made


def _code_head() -> QTextBlockFormat:
    made = _paragraph(above=0, below=4)
    made.setProperty(CODE, True)
    return made


def _code_paragraph() -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setProperty(CODE, True)
    made.setLineHeight(CODE_LINE_HEIGHT, _PROPORTIONAL)
    return made


def _right() -> Any:
    from PySide6.QtCore import Qt

    return Qt.AlignmentFlag.AlignRight


def _style(look: Theme) -> str:
    colors = look.tokens
    body = f"line-height: {LINE_HEIGHT}%;"
    return f"""
    p {{ margin: 0 0 8px 0; {body} }}
    ul, ol {{ margin: 0 0 8px 0; }}
    li {{ margin: 0 0 4px 0; {body} }}
    b, strong {{ font-weight: 600; }}
    a {{ color: {colors.accent_text}; text-decoration: underline; }}
    code {{ font-family: '{look.mono}'; font-size: {look.px("small")}px; background-color: {colors.sunken}; color: {colors.text}; }}
    .cite {{ font-size: {look.px(11)}px; font-weight: 600; color: {colors.accent_text}; background-color: {colors.accent_soft};
      text-decoration: none; }}
    blockquote {{ color: {colors.text_muted}; margin: 0 0 8px {QUOTE_INDENT}px; }}
    table {{ border: 1px solid {colors.border_strong}; border-collapse: collapse; margin: 4px 0 12px 0; }}
    td {{ border: 1px solid {colors.border_strong}; }}
    th {{ border: 1px solid {colors.border_strong}; background-color: {colors.sunken}; font-weight: 600; }}
    """
