"""The transcript's documents and its virtual list, with real widgets."""

from __future__ import annotations

import gc
import itertools
import weakref
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QTextDocument
from PySide6.QtWidgets import QApplication, QWidget

from app.ui import theme
from app.ui.transcript.card import FOLDED_CHARACTERS, AnswerCard, PromptCard
from app.ui.transcript.document import MessageDocument
from app.ui.transcript.message_text import MessageText
from app.ui.transcript.stream_writer import StreamWriter
from app.ui.transcript.view import TranscriptView
from app.viewmodels.transcript import Asked, Transcript, item

PIECES = st.lists(
    st.sampled_from(
        ["text ", "\n", "\n\n", "# h\n", "- item\n", "1. one\n", "  - nested\n", "|a|b|\n", "|-|-|\n", "|1|2|\n",
         "```python\n", "```\n", "x = 1\n", "> quote\n", "**b**", "`c`", "---\n", "<b>", "[l](http://x.y)", "~~~\n", "😀"]
    ),
    max_size=30,
)  # fmt: skip
WIDGETS = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def written(text: str, size: int = 1_000_000) -> MessageDocument:
    document = MessageDocument()
    writer = StreamWriter(document)
    for start in range(0, len(text), size):
        writer.feed(text[start : start + size])
    writer.finish()
    return document


@given(PIECES, st.integers(1, 7))
@WIDGETS
def test_streaming_ends_in_the_same_document_as_writing_it_at_once(
    qapp: Any, parts: list[str], size: int
) -> None:
    text = "".join(parts)
    streamed, whole = written(text, size), written(text)
    assert streamed.toHtml() == whole.toHtml()
    assert streamed.codes == whole.codes


@given(st.text(max_size=300))
@WIDGETS
def test_any_text_can_be_written(qapp: Any, text: str) -> None:
    assert written(text, 5).size().height() >= 0


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src='file:///etc/passwd'>",
        "![x](file:///etc/passwd) ![y](http://example.invalid/y.png)",
        "[click](javascript:alert(1)) [file](file:///etc/passwd)",
        "<a href='javascript:x'>x</a><style>*{color:red}</style>",
        "<table background='http://example.invalid/z.png'><tr><td>x</td></tr></table>",
        "&lt;b&gt; &#60;script&#62;",
    ],
)
def test_html_is_shown_and_never_obeyed(qapp: Any, hostile: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def load(_self: Any, _kind: int, name: QUrl) -> bytes:
        asked.append(name.toString())
        return b""

    monkeypatch.setattr(MessageDocument, "loadResource", load)
    document = written(hostile)
    view = MessageText("text")
    view.show_message(document, 300)
    view.resize(300, 200)
    view.grab()
    assert asked == []
    links = {fragment for fragment in _links(document) if not fragment.startswith("copy:")}
    assert all(link.startswith(("http://", "https://", "mailto:")) for link in links)
    for mark in ("<script>", "<img", "<style>", "<table"):
        assert (mark in hostile) == (mark in document.toPlainText()) or mark not in hostile


def test_a_document_never_loads_anything(qapp: Any) -> None:
    kind = QTextDocument.ResourceType.ImageResource.value
    assert written("x").loadResource(kind, QUrl("file:///etc/passwd")) == b""
    assert MessageText("t").loadResource(kind, QUrl("http://example.invalid/a.png")) == b""


def test_code_is_copied_by_its_link_and_only_web_links_are_opened(
    qapp: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    view = MessageText("text")
    view.show_message(written("```\none\n```\n\n```python\ntwo = 2\n```"), 300)
    view.anchorClicked.emit(QUrl("copy:1"))
    assert QGuiApplication.clipboard().text() == "two = 2"
    view.anchorClicked.emit(QUrl("copy:9"))
    view.anchorClicked.emit(QUrl("file:///etc/passwd"))
    view.anchorClicked.emit(QUrl("https://example.org/"))
    assert opened == ["https://example.org/"]


def test_an_open_fence_grows_and_is_not_coloured_before_it_closes(qapp: Any) -> None:
    document = MessageDocument()
    writer = StreamWriter(document)
    writer.feed("```python\nimport os")
    assert "import os" in document.toPlainText()
    assert "Copy" not in document.toPlainText()
    for line in range(50):
        writer.feed(f"\nx{line} = {line}")
    assert document.codes[0].count("\n") == 50
    assert not any(block.layout().formats() for block in _blocks(document))
    writer.feed("\n```\n")
    assert "Copy" in document.toPlainText()
    assert any(block.layout().formats() for block in _blocks(document))


# -- the list ----------------------------------------------------------------------------------------------------


@pytest.fixture
def view(qapp: Any) -> Iterator[TranscriptView]:
    window = QWidget()
    window.resize(500, 600)
    made = TranscriptView("transcript", window)
    made.resize(500, 600)
    window.show()
    yield made
    window.close()
    window.deleteLater()


def fill(view: TranscriptView, count: int) -> Transcript:
    transcript = Transcript()
    transcript.set_items(
        item(str(n), "user" if n % 2 == 0 else "assistant", f"Message {n}. " * (1 + n % 30), title="m")
        for n in range(count)
    )
    view.set_transcript(transcript)
    QApplication.processEvents()
    return transcript


def test_thousands_of_messages_are_a_handful_of_cards(view: TranscriptView) -> None:
    transcript = fill(view, 5000)
    bar = view.verticalScrollBar()
    assert view.following
    assert bar.value() == bar.maximum()
    assert view.card(transcript.items[-1]) is not None
    assert view.card(transcript.items[0]) is None
    for share in (0.0, 0.5, 0.1, 0.9, 1.0):
        bar.setValue(round(bar.maximum() * share))
        QApplication.processEvents()
    bar.setValue(0)
    QApplication.processEvents()
    first = view.card(transcript.items[0])
    assert isinstance(first, PromptCard)
    assert first.text.toPlainText().startswith("Message 0.")
    assert view.card_count < 60


def test_every_card_stands_below_the_one_before_it_without_overlap(view: TranscriptView) -> None:
    transcript = fill(view, 300)
    bar = view.verticalScrollBar()
    for value in range(0, bar.maximum(), 731):
        bar.setValue(value)
        QApplication.processEvents()
        cards = [card for i in transcript.items if (card := view.card(i)) is not None and card.isVisible()]
        assert cards
        for upper, lower in itertools.pairwise(cards):
            assert lower.y() - (upper.y() + upper.height()) == 16


def test_the_end_is_followed_only_by_who_stands_there(view: TranscriptView) -> None:
    transcript = fill(view, 40)
    growing = item("g", "assistant", "begin", title="m", streaming=True)
    transcript.add(growing)
    bar = view.verticalScrollBar()
    for _ in range(30):
        growing.append(" more words come in here")
        transcript.touch(growing)
        assert bar.value() == bar.maximum()
    bar.setValue(bar.maximum() - 300)
    assert not view.following
    top = {i.key: view.card(i).y() for i in transcript.items if view.card(i)}  # type: ignore[union-attr]
    for _ in range(30):
        growing.append(" more words come in here")
        transcript.touch(growing)
    after = {i.key: view.card(i).y() for i in transcript.items if view.card(i)}  # type: ignore[union-attr]
    assert all(after[key] == y for key, y in top.items() if key in after and key != "g")
    view.scroll_to_end()
    assert view.following
    assert bar.value() == bar.maximum()


def test_older_messages_come_in_above_without_moving_what_is_read(view: TranscriptView) -> None:
    transcript = fill(view, 30)
    bar = view.verticalScrollBar()
    bar.setValue(200)
    QApplication.processEvents()
    read = next(i for i in transcript.items if view.card(i) and view.card(i).y() >= 0)  # type: ignore[union-attr]
    before = view.card(read).y()  # type: ignore[union-attr]
    older = [item(f"o{n}", "assistant", f"Older {n} " * 40, title="m") for n in range(50)]
    transcript.insert(0, older)
    QApplication.processEvents()
    assert view.card(read).y() == before  # type: ignore[union-attr]


def test_another_width_keeps_the_place(view: TranscriptView) -> None:
    transcript = fill(view, 200)
    wanted = transcript.items[77]
    view.scroll_to(wanted)
    QApplication.processEvents()
    assert 0 <= view.card(wanted).y() < 300  # type: ignore[union-attr]
    view.resize(320, 600)
    QApplication.processEvents()
    assert view.card(wanted) is not None
    assert -50 <= view.card(wanted).y() < 350  # type: ignore[union-attr]


def test_items_go_and_their_cards_too(view: TranscriptView) -> None:
    transcript = fill(view, 10)
    last = transcript.items[-1]
    transcript.cut(6)
    QApplication.processEvents()
    assert view.card(last) is None
    assert view.card(transcript.items[-1]) is not None
    transcript.clear()
    QApplication.processEvents()
    assert view.verticalScrollBar().maximum() == 0
    transcript.add(item("n", "assistant", "again", title="m"))
    card = view.card(transcript.items[0])
    assert isinstance(card, AnswerCard)
    assert card.text.toPlainText() == "again"


def test_answers_that_are_gone_leave_no_document_behind(view: TranscriptView) -> None:
    transcript, seen = fill(view, 0), []
    for conversation in range(6):
        for number in range(4):
            transcript.add(item(f"{conversation}-{number}", "assistant", "An answer.\n" * 20, title="m"))
            QApplication.processEvents()
        seen += [weakref.ref(rendered.document) for rendered in view._rendered.values()]
        transcript.clear()
        QApplication.processEvents()
    gc.collect()
    assert len(seen) == 24
    assert sum(document() is not None for document in seen) <= view.card_count


def test_a_very_long_answer_is_written_bit_by_bit_and_the_window_goes_on(view: TranscriptView) -> None:
    transcript = fill(view, 0)
    long = item("long", "assistant", "".join(f"Paragraph {n} of it.\n\n" for n in range(2000)), title="m")
    transcript.add(long)
    assert view._rendered[long].unfinished
    assert "Paragraph 1999" not in view._rendered[long].document.toPlainText()
    for _ in range(5000):
        QApplication.processEvents()
        if not view._rendered[long].unfinished:
            break
    shown = view._rendered[long].document.toPlainText()
    assert shown.count("Paragraph") == 2000
    assert "Paragraph 1999" in shown
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()
    card = view.card(long)
    assert card is not None
    assert card.height() > view._rendered[long].document.size().height()


def test_code_of_very_many_lines_is_cut_but_copied_whole(qapp: Any) -> None:
    code = "".join(f"line {n}\n" for n in range(5000))
    for size in (1_000_000, 997):
        document = written(f"```text\n{code}```\n", size)
        assert "line 999" in document.toPlainText()
        assert "line 1001\n" not in document.toPlainText()
        assert "4,000 more lines" in document.toPlainText()
        assert document.codes == [code.rstrip("\n")]


def test_a_pasted_megabyte_is_folded_until_it_is_asked_for(view: TranscriptView) -> None:
    transcript = Transcript()
    transcript.add(item("p", "user", "long " * 200_000))
    view.set_transcript(transcript)
    QApplication.processEvents()
    card = view.card(transcript.items[0])
    assert isinstance(card, PromptCard)
    assert card.text.document().characterCount() <= FOLDED_CHARACTERS + 10


def test_every_kind_of_card_is_shown_and_answers(view: TranscriptView) -> None:
    answered: list[dict[str, str]] = []
    retried: list[None] = []
    view.answered.connect(answered.append)
    view.retry_requested.connect(lambda: retried.append(None))
    transcript = Transcript()
    question = item("q", "question", asked=(Asked("c1", "weather", '{"city": "Rome"}'),))
    error = item("e", "error", "It failed.", hint="Do this.", details="trace", retry=True)
    tool = item("t", "tool", "21", title="weather", details="{}", state="Done", level="ok")
    transcript.set_items([tool, item("n", "notice", "Wait."), error, question])
    view.set_transcript(transcript)
    QApplication.processEvents()
    card = view.card(question)
    assert card is not None
    card.findChild(QWidget, "question_output_0").setPlainText("21")  # type: ignore[union-attr]
    card.findChild(QWidget, "question_continue").click()  # type: ignore[union-attr]
    assert answered == [{"c1": "21"}]
    card = view.card(error)
    assert card is not None
    card.findChild(QWidget, "error_copy_details").click()  # type: ignore[union-attr]
    assert QGuiApplication.clipboard().text() == "It failed.\nDo this.\ntrace"
    card.findChild(QWidget, "error_retry").click()  # type: ignore[union-attr]
    assert retried == [None]
    card = view.card(tool)
    assert card is not None
    before = card.height()
    card.findChild(QWidget, "tool_toggle").click()  # type: ignore[union-attr]
    QApplication.processEvents()
    assert card.height() > before
    assert "21" in card.findChild(QWidget, "tool_output_text").toPlainText()  # type: ignore[union-attr]


def test_the_theme_changes_what_is_shown(view: TranscriptView) -> None:
    transcript = fill(view, 4)
    theme.theme().set_mode("dark")
    QApplication.processEvents()
    card = view.card(transcript.items[-1])
    assert isinstance(card, AnswerCard)
    assert card.text.toPlainText().startswith("Message 3.")
    theme.theme().set_mode("light")


def _links(document: QTextDocument) -> Iterator[str]:
    for block in _blocks(document):
        fragments = block.begin()
        while not fragments.atEnd():
            href = fragments.fragment().charFormat().anchorHref()
            if href:
                yield href
            fragments += 1


def _blocks(document: QTextDocument) -> Iterator[Any]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()
