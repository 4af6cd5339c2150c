"""Files of every type become text with places; files that nobody should trust end in a reason, in words."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.knowledge.documents import Document, Unreadable, Writer
from app.knowledge.read import read
from tests.knowledge import samples


def place_of(document: Document, needle: str) -> tuple[int | None, int | None, str | None]:
    offset = document.text.index(needle)
    place = document.places([offset])[0]
    return place.page, place.line, None if place.heading is None else document.headings[place.heading]


def refused(path: Path, filename: str) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read(path, filename)
    return caught.value


def test_pdf_has_pages_and_its_bookmarks_as_headings(tmp_path: Path) -> None:
    path = samples.pdf(tmp_path / "a", ["First page. " * 20, "Fog signals."], headings=["One", "Two"])
    document = read(path, "anything.txt")
    assert document.kind == "pdf"
    assert place_of(document, "First page") == (1, None, "One")
    assert place_of(document, "Fog signals") == (2, None, "Two")
    assert "\r" not in document.text


def test_docx_gives_paragraphs_tables_notes_headings_and_pages(tmp_path: Path) -> None:
    document = read(samples.docx(tmp_path / "a"), "report.docx")
    assert document.kind == "docx"
    assert place_of(document, "Maria Osterhagen") == (1, None, "Lights of the coast › Cape Verlan")
    assert place_of(document, "The keeper lives")[2] == "Lights of the coast › Cape Verlan › Keepers"
    assert "Year\tKeeper\n1874\tJon Alder" in document.text
    assert place_of(document, "A second page")[0] == 2
    assert document.text.count("Header of the report") == 1
    assert "Footer of the report" in document.text


def test_docx_shows_what_a_reader_sees_and_not_what_was_deleted(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>kept</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t xml:space='preserve'> added</w:t></w:r></w:ins>"
        "<w:r><w:instrText>HYPERLINK</w:instrText></w:r><w:r><w:tab/><w:t>after</w:t></w:r></w:p>"
        "<w:p><w:r><mc:AlternateContent xmlns:mc='mc'><mc:Choice><w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p>"
        "</w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>boxed</w:t></w:r></w:p></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    document = read(samples.package(tmp_path / "a", {"word/document.xml": samples.word_xml(body)}), "a.docx")
    assert document.text.split() == ["kept", "added", "after", "boxed"]


def test_pptx_gives_slides_tables_and_notes(tmp_path: Path) -> None:
    document = read(samples.quiet_pptx(tmp_path / "a"), "talk.pptx")
    assert document.kind == "pptx"
    assert place_of(document, "Welcome") == (1, None, "Opening")
    assert place_of(document, "High water at noon") == (2, None, "Tides")
    assert "Port\tRange\nBrest\t7 m" in document.text
    assert place_of(document, "Mention the moon")[0] == 2


def test_xlsx_gives_rows_with_their_numbers_and_sheets(tmp_path: Path) -> None:
    document = read(samples.xlsx(tmp_path / "a"), "table.xlsx")
    assert document.kind == "xlsx"
    assert "Verlan\t7.5\t1874-05-01\tTRUE" in document.text
    assert place_of(document, "Verlan") == (None, 2, "Harbours")
    assert place_of(document, "Ostmark\t12\t\tFALSE") == (None, 4, "Harbours")


def test_old_word_documents_are_put_together_from_their_pieces(tmp_path: Path) -> None:
    document = read(samples.doc(tmp_path / "a"), "old.doc")
    assert document.kind == "doc"
    assert document.text == "Old words: café 7\nНовый кусок"


def test_html_gives_what_is_seen(tmp_path: Path) -> None:
    page = (
        "<!doctype html><html><head><title>Harbour guide</title><style>p{}</style></head><body><h1>Depths</h1>"
        "<p>Seven <b>metres</b>,\n at&nbsp;low &amp; high water.<br>Mind the sill.</p><script>alert(1)</script>"
        "<div hidden>secret</div><table><tr><th>Port</th><td>Brest</td></tr></table><h2>Lights</h2><pre>a\n  b</pre></body>"
    )
    path = tmp_path / "a"
    path.write_text(page, encoding="utf-8")
    document = read(path, "no-name-at-all")
    assert document.kind == "html"
    assert "Seven metres, at\xa0low & high water.\nMind the sill." in document.text
    assert "Port\tBrest" in document.text
    assert "a\n  b" in document.text
    assert place_of(document, "a\n  b")[2] == "Depths › Lights"
    assert not {"alert(1)", "secret", "p{}"} & set(document.text.split())


def test_markdown_stays_word_for_word_and_knows_headings_and_lines(tmp_path: Path) -> None:
    text = "Intro\n=====\n\nhello\n\n```sh\n# no heading\n```\n\n## Part two ##\r\nworld\n\n- item\n---\n"
    path = tmp_path / "a"
    path.write_bytes(text.encode())
    document = read(path, "notes.md")
    assert document.text == text
    assert place_of(document, "hello") == (None, 4, "Intro")
    assert place_of(document, "# no heading") == (None, 7, "Intro")
    assert place_of(document, "world") == (None, 11, "Intro › Part two")
    assert document.headings == ("Intro", "Intro › Part two")


@pytest.mark.parametrize("name", ["a.txt", "a.py", "a.csv", "a.json", "a.tex", "a.unknown", "Makefile"])
def test_text_of_any_name_stays_word_for_word(tmp_path: Path, name: str) -> None:
    text = 'line one\r\n{"key": "värde"}\n\n\tx = 1  \nlast'
    path = tmp_path / "content"
    path.write_bytes(text.encode())
    document = read(path, name)
    assert document.text == text
    assert place_of(document, "last") == (None, 5, None)


BAD = [
    ("empty", lambda p: p.write_bytes(b""), "a.txt", "invalid_file", "empty"),
    ("blank", lambda p: p.write_bytes(b" \n\t \n"), "a.txt", "invalid_file", "no text"),
    ("truncated docx", lambda p: p.write_bytes(samples.docx(p).read_bytes()[:3000]), "a.docx", "invalid_file", "damaged"),
    ("truncated pdf", lambda p: p.write_bytes(b"%PDF-1.7\n1 0 obj\n<<"), "a.pdf", "invalid_file", "damaged"),
    ("locked pdf", lambda p: samples.pdf(p, ["secret"], password="open"), "a.pdf", "invalid_file", "password"),
    ("scan", samples.scanned_pdf, "a.pdf", "unsupported_file", "text layer"),
    ("locked office", lambda p: samples.compound_file(p, {"EncryptedPackage": b"x"}), "a.docx", "invalid_file", "password"),
    ("locked doc", lambda p: samples.doc(p, encrypted=True), "a.doc", "invalid_file", "password"),
    ("old excel", lambda p: samples.compound_file(p, {"Workbook": b"x"}), "a.xls", "unsupported_file", "XLSX"),
    ("old slides", lambda p: samples.compound_file(p, {"PowerPoint Document": b"x"}), "a.ppt", "unsupported_file", "PPTX"),
    ("broken container", lambda p: p.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 4000), "a.doc", "invalid_file", "damaged"),
    ("bomb", samples.bomb_docx, "a.docx", "invalid_file", "512 MB"),
    ("packed too well", lambda p: samples.bomb_docx(p, 40 * 1024 * 1024), "a.docx", "invalid_file", "times its size"),
    ("many parts", samples.many_parts_docx, "a.docx", "invalid_file", "parts"),
    ("lying directory", samples.lying_docx, "a.docx", "invalid_file", "damaged"),
    ("billion laughs", samples.laughing_docx, "a.docx", "invalid_file", "entities"),
    ("no document part", lambda p: samples.package(p, {"word/other.xml": b"<a/>"}), "a.docx", "invalid_file", "missing"),
    ("broken xml", lambda p: samples.package(p, {"word/document.xml": b"<w:document"}), "a.docx", "invalid_file", "broken"),
    ("picture", lambda p: p.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100)), "a.txt", "unsupported_file", "PNG"),
    ("gzip", lambda p: p.write_bytes(b"\x1f\x8b\x08" + bytes(100)), "a.txt", "unsupported_file", "archive"),
    ("zip", lambda p: __import__("zipfile").ZipFile(p, "w").close(), "a.zip", "unsupported_file", "ZIP"),
    ("random", lambda p: p.write_bytes(bytes((i * 7919 >> 3) % 256 for i in range(5000))), "a.txt", "unsupported_file", "nor text"),
    ("rich text", lambda p: p.write_bytes(rb"{\rtf1 hello}"), "a.rtf", "unsupported_file", "RTF"),
    ("text named pdf", lambda p: p.write_text("just a note"), "report.pdf", "invalid_file", "named “.pdf”"),
    ("web page named docx", lambda p: p.write_text("<html>not found</html>"), "report.docx", "invalid_file", "holds no Word"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("make", "name", "code", "words"), [case[1:] for case in BAD], ids=[case[0] for case in BAD]
)
def test_files_that_cannot_be_used_say_why(tmp_path: Path, make, name: str, code: str, words: str) -> None:
    path = tmp_path / "content"
    make(path)
    error = refused(path, name)
    assert error.code == code
    assert words in error.message


def test_a_missing_file_is_a_reason_too(tmp_path: Path) -> None:
    assert refused(tmp_path / "gone", "a.txt").code == "invalid_file"


def test_an_owner_password_alone_locks_nothing(tmp_path: Path) -> None:
    path = samples.pdf(tmp_path / "a", ["public words"], password="")
    assert "public words" in read(path, "a.pdf").text


def test_a_cell_at_the_sheets_end_ends_soon(tmp_path: Path) -> None:
    document = read(samples.far_cell_xlsx(tmp_path / "a"), "a.xlsx")
    assert "beginning" in document.text
    assert any("empty" in note for note in document.notes)


def test_a_pdf_with_some_pages_without_text_says_so(tmp_path: Path) -> None:
    document = read(samples.pdf(tmp_path / "a", ["words", ""]), "a.pdf")
    assert document.notes == ("1 of 2 pages have no text.",)


def test_deep_html_ends(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("<html><body>" + "<div>" * 10_000 + "deep" + "</div>" * 10_000, encoding="utf-8")
    assert "deep" in read(path, "a.html").text


def test_places_count_lines_within_blocks_only() -> None:
    writer = Writer("text")
    writer.add("a\nb", line=1)
    writer.add("c", line=10)
    document = writer.finish()
    assert document.text == "a\nb\nc\n"
    assert [place.line for place in document.places([0, 2, 4])] == [1, 2, 10]


def test_reading_loads_no_library_that_it_does_not_need(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("plain")
    code = (
        "import sys; from pathlib import Path; from app.knowledge.read import read; read(Path(sys.argv[1]), 'a.txt'); "
        "print([m for m in ('lxml', 'pypdfium2', 'openpyxl', 'selectolax', 'numpy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
