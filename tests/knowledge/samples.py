"""Documents of every type, made anew for each test run, and files that nobody should trust."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from pathlib import Path

PARAGRAPH = (
    "The lighthouse at Cape Verlan was built in 1874 by the engineer Maria Osterhagen. "
    "Its lamp burns colza oil and is seen for nineteen nautical miles. "
)


LONG = "".join(
    f"Entry {n} of the log tells of ship {n * 7919 % 10007} and its cargo of goods.\n" for n in range(4000)
)


def pdf(
    path: Path, pages: list[str], *, headings: list[str] | None = None, password: str | None = None
) -> Path:
    from fpdf import FPDF

    document = FPDF()
    document.set_font("Helvetica", size=11)
    if password is not None:
        document.set_encryption(owner_password="owner", user_password=password)
    for number, text in enumerate(pages):
        document.add_page()
        if headings:
            document.start_section(headings[number])
            document.multi_cell(0, 6, headings[number], new_x="LMARGIN", new_y="NEXT")
        document.multi_cell(0, 6, text)
    document.output(str(path))
    return path


def scanned_pdf(path: Path) -> Path:
    from fpdf import FPDF
    from PIL import Image

    document = FPDF()
    document.add_page()
    document.image(Image.new("RGB", (200, 200), "grey"), x=10, y=10, w=100)
    document.output(str(path))
    return path


def docx(path: Path) -> Path:
    import docx as python_docx

    document = python_docx.Document()
    document.add_heading("Lights of the coast", 0)
    document.add_heading("Cape Verlan", 1)
    document.add_paragraph(PARAGRAPH)
    document.add_heading("Keepers", 2)
    document.add_paragraph("The keeper lives in the tower.", style="List Bullet")
    table = document.add_table(2, 2)
    for row, cells in zip(table.rows, [("Year", "Keeper"), ("1874", "Jon Alder")], strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_page_break()
    document.add_paragraph("A second page tells of fog signals.")
    document.sections[0].header.paragraphs[0].text = "Header of the report"
    document.sections[0].footer.paragraphs[0].text = "Footer of the report"
    document.save(str(path))
    return path


def pptx(path: Path) -> Path:
    import pptx as python_pptx

    deck = python_pptx.Presentation()
    for title, body in (
        ("Opening", "Welcome to the talk"),
        ("Tides", "High water at noon\nLow water at six"),
    ):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text = body
    slide.notes_slide.notes_text_frame.text = "Mention the moon."
    table = slide.shapes.add_table(2, 2, 0, 0, 3_000_000, 1_000_000).table
    table.cell(0, 0).text, table.cell(0, 1).text = "Port", "Range"
    table.cell(1, 0).text, table.cell(1, 1).text = "Brest", "7 m"
    deck.save(str(path))
    return path


def xlsx(path: Path) -> Path:
    import datetime as dt

    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Harbours"
    sheet.append(["Name", "Depth", "Opened", "Lit"])
    sheet.append(["Verlan", 7.5, dt.date(1874, 5, 1), True])
    sheet.append([])
    sheet.append(["Ostmark", 12.0, None, False])
    book.create_sheet("Empty")
    book.save(path)
    return path


def far_cell_xlsx(path: Path) -> Path:
    """A workbook whose only other cell is the very last one there is."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = "beginning"
    sheet.cell(1_048_576, 16_384).value = "end"
    book.save(path)
    return path


def package(path: Path, parts: dict[str, bytes]) -> Path:
    """An office package of given parts; the main part is a Word document's."""
    types = (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/></Types>'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types)
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def bomb_docx(path: Path, size: int = 600 * 1024 * 1024) -> Path:
    """A small file that promises ``size`` bytes of XML."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("[Content_Types].xml", "wordprocessingml")
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            block = b"<w:p/>" * 170_000
            for _ in range(size // len(block) + 1):
                part.write(block)
    return path


def many_parts_docx(path: Path, count: int = 10_001) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "wordprocessingml")
        for number in range(count):
            archive.writestr(f"word/{number}.xml", b"")
    return path


def lying_docx(path: Path) -> Path:
    """Its directory names a smaller size than the part has."""
    package(path, {"word/document.xml": b"<w:document/>" + b" " * 5_000_000})
    data = bytearray(path.read_bytes())
    at = data.rfind(b"word/document.xml")
    struct.pack_into("<I", data, at - 22, 100)
    path.write_bytes(data)
    return path


def laughing_docx(path: Path) -> Path:
    """Entities that would grow to a billion words."""
    entities = '<!ENTITY a "ha ha">' + "".join(
        f'<!ENTITY {chr(98 + level)} "{f"&{chr(97 + level)};" * 10}">' for level in range(9)
    )
    text = (
        f'<?xml version="1.0"?><!DOCTYPE d [{entities}]>'
        '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>'
    )
    return package(path, {"word/document.xml": text.encode()})


def word_xml(body: str) -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<?xml version="1.0"?><w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'.encode()


def compound_file(path: Path, streams: dict[str, bytes]) -> Path:
    """A container of the old office formats with some streams, each padded to the size that needs no small sectors."""
    sector = 512
    chains: list[tuple[str, int, int]] = []
    body = io.BytesIO()
    fat: list[int] = []
    for name, data in streams.items():
        padded = data.ljust(max(4096, -(-len(data) // sector) * sector), b"\0")
        count, first = len(padded) // sector, len(fat)
        fat += [*range(first + 1, first + count), 0xFFFFFFFE]
        body.write(padded)
        chains.append((name, first, len(padded)))
    directory = [_entry("Root Entry", 5, 0xFFFFFFFE, 0)]
    directory += [_entry(name, 2, first, size) for name, first, size in chains]
    while len(directory) % 4:
        directory.append(bytes(128))
    directory_start = len(fat)
    sectors = len(directory) * 128 // sector
    fat += [*range(directory_start + 1, directory_start + sectors), 0xFFFFFFFE]
    body.write(b"".join(directory))
    fat_start = len(fat)
    fat.append(0xFFFFFFFD)
    fat += [0xFFFFFFFF] * (128 - len(fat))
    assert len(fat) == 128
    body.write(struct.pack("<128I", *fat))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    header += bytes(6) + struct.pack(
        "<IIIIIIIIII", 0, 1, directory_start, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, fat_start
    )
    header = header.ljust(512, b"\xff")
    path.write_bytes(header + body.getvalue())
    return path


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    encoded = name.encode("utf-16-le") + b"\0\0"
    return (
        encoded.ljust(64, b"\0")
        + struct.pack("<HBB", len(encoded), kind, 1)
        + struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF)
        + bytes(36)
        + struct.pack("<IQ", start, size)[:12]
    )


def doc(path: Path, *, encrypted: bool = False) -> Path:
    """A Word 97 document of two pieces, one of single bytes and one of double bytes, with a field inside."""
    first, second = "Old words: caf\xe9 \x13 PAGE \x147\x15\r", "Новый кусок\r"
    stream = bytearray(2048)
    flags = 0x0200 | (0x0100 if encrypted else 0)
    struct.pack_into("<HH", stream, 0, 0xA5EC, 0xC1)
    struct.pack_into("<H", stream, 10, flags)
    one, two = first.encode("cp1252"), second.encode("utf-16-le")
    stream[1024 : 1024 + len(one)] = one
    stream[1536 : 1536 + len(two)] = two
    ends = struct.pack("<III", 0, len(first), len(first) + len(second))
    pieces = ends + struct.pack("<HIH", 0, 1024 * 2 | 0x40000000, 0) + struct.pack("<HIH", 0, 1536, 0)
    table = b"\x02" + struct.pack("<I", len(pieces)) + pieces
    struct.pack_into("<II", stream, 0x01A2, 0, len(table))
    return compound_file(path, {"WordDocument": bytes(stream), "1Table": table})


def quiet_pptx(path: Path) -> Path:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return pptx(path)
