"""What a file is, by its first bytes; its name only breaks ties and points out mistakes."""

from __future__ import annotations

import zipfile
from enum import Enum
from pathlib import Path

from app.knowledge.documents import invalid, unsupported
from app.knowledge.read.archives import check_archive

FILE_LIMIT = 512 * 1024 * 1024


class Kind(Enum):
    """The kinds that are read, each its own way; HTML, Markdown, code and tables in text are told apart later."""

    PDF = "pdf"
    DOCX = "docx"
    PPTX = "pptx"
    XLSX = "xlsx"
    DOC = "doc"
    TEXT = "text"


_HEAD = 8192
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BINARY_NAMES = {".pdf": "PDF", ".docx": "Word", ".pptx": "PowerPoint", ".xlsx": "Excel", ".doc": "Word"}
_MAIN_PARTS = {
    "wordprocessingml": Kind.DOCX,
    "ms-word": Kind.DOCX,
    "presentationml": Kind.PPTX,
    "ms-powerpoint": Kind.PPTX,
    "spreadsheetml": Kind.XLSX,
    "ms-excel": Kind.XLSX,
}
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"BM", ""),  # too short to be sure: decided by the text test
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\x1f\x8b", "a compressed archive (gzip)"),
    (b"BZh", "a compressed archive (bzip2)"),
    (b"\xfd7zXZ\x00", "a compressed archive (xz)"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed archive (7z)"),
    (b"Rar!\x1a\x07", "a compressed archive (rar)"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound or video file"),
    (b"fLaC", "a sound file"),
    (b"\x00asm", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"PAR1", "a Parquet table"),
)


def recognize(path: Path, filename: str) -> Kind:
    """Tell a file's kind.

    Raises:
        Unreadable: empty, too large, damaged, locked with a password, or of a kind that cannot be read.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise invalid(f"The file cannot be opened: {error.strerror or error}.") from error
    if size == 0:
        raise invalid("The file is empty.")
    if size > FILE_LIMIT:
        raise invalid(f"The file is larger than {FILE_LIMIT // 1024 // 1024} MB.")
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _office_kind(path)
    if head.startswith(_OLE):
        return _old_office_kind(path)
    _refuse_known_binaries(head)
    extension = Path(filename).suffix.lower()
    if extension in _BINARY_NAMES and head.strip(b"\x00 \t\r\n"):
        raise invalid(
            f"The file is named “{extension}” but holds no {_BINARY_NAMES[extension]} document: "
            "it is damaged, or something else was saved under this name."
        )
    return Kind.TEXT


def _refuse_known_binaries(head: bytes) -> None:
    for magic, name in _MAGIC:
        if name and head.startswith(magic):
            raise unsupported(f"This is {name}; only documents with text can be searched.")
    if head.startswith(b"RIFF") and head[8:12] in {b"WEBP", b"WAVE", b"AVI "}:
        raise unsupported("This is a picture, sound or video file; only documents with text can be searched.")
    if head[4:8] == b"ftyp":
        raise unsupported("This is a video, sound or picture file; only documents with text can be searched.")
    if head.startswith(b"{\\rtf"):
        raise unsupported("Rich Text (RTF) cannot be read; save the document as DOCX or PDF.")


def _office_kind(path: Path) -> Kind:
    with check_archive(path) as archive:
        names = set(archive.namelist())
        if "[Content_Types].xml" not in names:
            if "mimetype" in names:
                kind = archive.read("mimetype")[:100]
                if b"opendocument" in kind:
                    raise unsupported(
                        "OpenDocument files cannot be read; save it as DOCX, PPTX, XLSX or PDF."
                    )
                if b"epub" in kind:
                    raise unsupported("EPUB books cannot be read; convert it to PDF or text.")
            raise unsupported("This is a ZIP archive; unpack it and add the documents in it.")
        try:
            types = archive.read("[Content_Types].xml").decode("utf-8", "replace")
        except (zipfile.BadZipFile, OSError, EOFError, ValueError) as error:
            raise invalid("The file is damaged: a part of it cannot be unpacked.") from error
    for mark, kind_found in _MAIN_PARTS.items():
        if mark in types and any(name.startswith(_FOLDERS[kind_found]) for name in names):
            return kind_found
    raise unsupported("This office document is neither Word, PowerPoint nor Excel.")


_FOLDERS = {Kind.DOCX: "word/", Kind.PPTX: "ppt/", Kind.XLSX: "xl/"}


def _old_office_kind(path: Path) -> Kind:
    from app.knowledge.read.ole import CompoundFile

    with path.open("rb") as file:
        streams = CompoundFile(file).names
    if "EncryptedPackage" in streams:
        raise invalid("The document needs a password; save it without one.")
    if "WordDocument" in streams:
        return Kind.DOC
    if "Workbook" in streams or "Book" in streams:
        raise unsupported("Excel files of the old format (.xls) cannot be read; save it as XLSX.")
    if "PowerPoint Document" in streams:
        raise unsupported("PowerPoint files of the old format (.ppt) cannot be read; save it as PPTX.")
    raise unsupported("Files of this kind cannot be read.")
