"""Excel workbooks (.xlsx): every sheet's rows, cells between tabs, values as they were last computed."""

from __future__ import annotations

import datetime as dt
import warnings
import zipfile
from pathlib import Path
from typing import Any

from app.knowledge.documents import Document, Writer, invalid
from app.knowledge.read.archives import check_archive
from app.knowledge.read.ooxml import Package

COLUMN_LIMIT = 512
CELL_LIMIT = 5_000_000
# A single cell at the sheet's end makes a million empty rows: after so many in a row nothing more is expected.
_EMPTY_ROWS = 20_000


def read_xlsx(path: Path) -> Document:
    """Read a workbook; a sheet's name is the heading, a row's number its line.

    Raises:
        Unreadable: it is damaged.
    """
    with Package(path) as package:
        for name in package.names("xl/"):
            if name.endswith(".xml"):
                package.stream(name).close()
    check_archive(path).close()
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with path.open("rb") as file:
                return _workbook(
                    openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
                )
    except (
        InvalidFileException,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        TypeError,
        SyntaxError,
        OSError,
        AttributeError,
    ) as error:
        raise invalid("The workbook is damaged and cannot be read.") from error


def _workbook(workbook: Any) -> Document:
    writer = Writer("xlsx")
    left = CELL_LIMIT
    for sheet in workbook.worksheets:
        writer.heading(1, sheet.title)
        named = empty = 0
        sheet.reset_dimensions()
        for number, row in enumerate(sheet.iter_rows(max_col=COLUMN_LIMIT + 1, values_only=True), start=1):
            last = len(row)
            while last and row[last - 1] is None:
                last -= 1
            if not last:
                empty += 1
                if empty > _EMPTY_ROWS:
                    writer.note(f"Rows of “{sheet.title}” after {_EMPTY_ROWS:,} empty ones were left out.")
                    break
                continue
            empty = 0
            if last > COLUMN_LIMIT:
                writer.note(f"Columns of “{sheet.title}” after the {COLUMN_LIMIT}th were left out.")
                last = COLUMN_LIMIT
            left -= last
            if left < 0:
                raise invalid(f"The workbook has more than {CELL_LIMIT:,} cells.")
            if not named:
                writer.add(sheet.title)
                named = 1
            writer.add("\t".join(_cell(value) for value in row[:last]), line=number)
    workbook.close()
    return writer.finish()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ", "seconds")
    return " ".join(str(value).split())
