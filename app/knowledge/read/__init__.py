"""Reading files of every supported type, by content and not by name.

``read.read(path, filename)`` gives a :class:`~app.knowledge.documents.Document` or says why not. It trusts nothing in
the file, yet some libraries can be made to hang, to swallow memory or to crash: so the program calls it through
``read.pool``, in processes with limits that can be killed.
"""

from __future__ import annotations

from pathlib import Path

from app.knowledge.documents import Document, invalid
from app.knowledge.read.kinds import Kind, recognize

TEXT_LIMIT = 40_000_000


def read(path: Path, filename: str) -> Document:
    """Read one file; ``filename`` is the name a person gave it (``path`` may have any name).

    Raises:
        Unreadable: with the reason in words.
    """
    kind = recognize(path, filename)
    document = _reader(kind, path, filename)
    if not document.text.strip():
        raise invalid("The file contains no text.")
    return document


def _reader(kind: Kind, path: Path, filename: str) -> Document:
    # Each reader's library is loaded only when a file needs it.
    match kind:
        case Kind.PDF:
            from app.knowledge.read.pdf import read_pdf

            return read_pdf(path)
        case Kind.DOCX:
            from app.knowledge.read.word import read_docx

            return read_docx(path)
        case Kind.PPTX:
            from app.knowledge.read.slides import read_pptx

            return read_pptx(path)
        case Kind.XLSX:
            from app.knowledge.read.sheets import read_xlsx

            return read_xlsx(path)
        case Kind.DOC:
            from app.knowledge.read.old_word import read_doc

            return read_doc(path)
        case Kind.TEXT:
            from app.knowledge.read.plain import read_text

            return read_text(path, filename)
