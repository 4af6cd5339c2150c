"""Several lanes in the real window over the real engine: files, variables, editing, setups, comparing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QTextBrowser

from app.core.run_events import Sent
from app.workbench.playground.attachments import MOST_FILES
from app.workbench.playground.votes import NONE, TIE, Vote, score, wilson
from app.workbench.playground.word_diff import compare
from tests.support.program import MODEL, started
from tests.support.qt_loop import settle, until
from tests.support.scripted_upstream import ScriptedUpstream, Text


def users(hands: Any, lane: int) -> list[str]:
    return [item.text for item in hands.items(lane, "user")]


async def test_three_apis_with_files_and_variables(tmp_path: Path, upstream: ScriptedUpstream) -> None:
    upstream.default = Text("Fine.")
    (tmp_path / "notes.txt").write_text("remember the milk", encoding="utf-8")
    async with started(tmp_path / "data", service=upstream.base_url) as hands:
        hands.playground.add_lane("responses")
        hands.playground.choose("lane-3", MODEL)
        hands.type("composer_text", "Tell {{who}} about {{topic}}")
        await until(lambda: hands.find("composer_variable_2").isVisible())
        hands.type("composer_variable_1", "Ann")
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(tmp_path / "notes.txt"))])
        hands.page.composer.edit.insertFromMimeData(data)
        image = QImage(8, 8, QImage.Format.Format_RGB32)
        image.fill(QColor("red"))
        pasted = QMimeData()
        pasted.setImageData(image)
        hands.page.composer.edit.insertFromMimeData(pasted)
        await until(lambda: len(hands.playground.composer.files) == 2)
        hands.click("composer_send")
        await hands.idle()
        for lane in range(3):
            assert hands.answers(lane) == ["Fine."], lane
            assert users(hands, lane) == ["Tell Ann about {{topic}}"]
            assert hands.items(lane, "user")[0].hint.count("pasted-1.png") == 1
        for request in upstream.chats:
            assert "image_url" in json.dumps(request.body)
        assert sum("remember the milk" in json.dumps(request.body) for request in upstream.chats) >= 2
        assert hands.playground.composer.files == ()
        assert hands.nameless() == []
        assert hands.find("composer_text").toPlainText() == ""  # type: ignore[attr-defined]


async def test_one_picture_too_many_is_said_in_words(tmp_path: Path, upstream: ScriptedUpstream) -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    pasted = QMimeData()
    pasted.setImageData(image)
    async with started(tmp_path / "data", service=upstream.base_url) as hands:
        for _ in range(MOST_FILES + 1):
            hands.page.composer.edit.insertFromMimeData(pasted)
        assert len(hands.playground.composer.files) == MOST_FILES
        assert hands.messages == [f"A prompt takes at most {MOST_FILES} files."]


async def test_each_lane_has_its_own_prompt_and_everything_is_back_after_a_restart(
    tmp_path: Path, upstream: ScriptedUpstream
) -> None:
    upstream.default = Text("Yes.")
    async with started(tmp_path / "data", service=upstream.base_url) as hands:
        hands.click("playground_per_lane")
        assert not hands.find("composer").isVisible()
        hands.type("lane_1_composer_text", "Only you")
        hands.click("lane_1_composer_send")
        await hands.idle()
        assert (hands.answers(0), hands.answers(1)) == (["Yes."], [])
        hands.type("lane_2_composer_text", "half {{a}} thought")
        hands.type("lane_2_composer_variable_1", "of")
        from app.workbench.playground.lane import Attachment

        hands.playground.composer_of("lane-2").add(Attachment("a.txt", "text/plain", b"abc"))
        hands.click("lane_1_duplicate")
        await until(lambda: len(hands.playground.lanes) == 3)
    async with started(tmp_path / "data", service=upstream.base_url) as hands:
        assert [lane.id for lane in hands.playground.lanes] == ["lane-1", "lane-3", "lane-2"]
        assert hands.text("lane_2_composer_text") == "half {{a}} thought"
        assert hands.text("lane_2_composer_variable_1") == "of"
        assert [file.data for file in hands.playground.composer_of("lane-2").files] == [b"abc"]
        assert hands.answers(0) == ["Yes."]
        hands.click("lane_2_composer_send")
        await hands.idle()
        assert users(hands, 2) == ["half of thought"]


async def test_a_prompt_is_edited_and_asked_again_and_stays_so(
    tmp_path: Path, upstream: ScriptedUpstream
) -> None:
    upstream.default = Text("Old.")
    async with started(tmp_path / "data", service=upstream.base_url) as hands:
        hands.playground.add_lane("responses")
        hands.playground.choose("lane-3", MODEL)
        await hands.ask("One")
        await hands.ask("Two")
        upstream.default = Text("New.")
        hands.type("composer_text", "typed meanwhile")
        for number in (1, 2, 3):
            view = hands.page.lane_views[number - 1]
            view.edit_requested.emit(hands.items(number - 1, "user")[0])
            hands.type(f"lane_{number}_composer_text", "One, better", replace=True)
            hands.click(f"lane_{number}_composer_send")
            await hands.idle()
            assert users(hands, number - 1) == ["One, better"]
            assert hands.answers(number - 1) == ["New."]
            assert [m["content"] for m in upstream.chats[-1].body["messages"]] == ["One, better"]
        assert hands.text("composer_text") == "typed meanwhile"
        hands.click("lane_1_edit")
        hands.click("lane_1_composer_cancel")
        assert not hands.find("lane_1_composer").isVisible()
    async with started(tmp_path / "data", service=upstream.base_url) as hands:
        for lane in range(3):
            assert users(hands, lane) == ["One, better"]
        await hands.ask("Three")
        for request in upstream.chats[-3:]:
            assert [m["content"] for m in request.body["messages"]] == ["One, better", "New.", "Three"]


async def test_setups_are_kept_opened_copied_and_deleted_with_undo(
    tmp_path: Path, upstream: ScriptedUpstream
) -> None:
    async with started(tmp_path / "data", service=upstream.base_url) as hands:
        hands.playground.add_lane("responses")
        hands.type("composer_text", "Prompt of {{x}}")
        hands.click("playground_setups")
        popup = hands.page._setups_popup
        assert popup is not None
        hands.type("setups_name", "Mine")
        hands.click("setups_save")
        await until(lambda: [s.name for s in popup.viewmodel.rows.rows] == ["Mine"])
        setup = popup.viewmodel.rows.rows[0]
        popup.viewmodel.duplicate(setup)
        await until(lambda: {s.name for s in popup.viewmodel.rows.rows} == {"Mine", "Mine (copy)"})
        popup.viewmodel.delete(setup)
        await until(lambda: [s.name for s in popup.viewmodel.rows.rows] == ["Mine (copy)"])
        popup.hide()
        hands.undo()
        await until(lambda: len(popup.viewmodel.rows.rows) == 2)
        hands.playground.remove_lane("lane-3")
        hands.type("composer_text", "something else", replace=True)
        popup.viewmodel.open(setup)
        await until(lambda: len(hands.playground.lanes) == 3)
        assert hands.text("composer_text") == "Prompt of {{x}}"
        hands.undo()
        await until(lambda: len(hands.playground.lanes) == 2)
        assert hands.text("composer_text") == "something else"
        upstream.default = Text("Said before.")
        await hands.ask("A question")
        popup.viewmodel.open(setup)
        await until(lambda: hands.playground.is_empty)
        hands.undo()
        await until(lambda: [hands.answers(lane) for lane in (0, 1)] == [["Said before."]] * 2)
        await hands.ask("And on")
        assert [m["content"] for m in upstream.chats[-1].body["messages"]][:2] == [
            "A question",
            "Said before.",
        ]


async def test_a_stored_thread_goes_on_in_the_playground(tmp_path: Path, upstream: ScriptedUpstream) -> None:
    upstream.default = Text("On and on.")
    async with started(tmp_path / "data", service=upstream.base_url) as hands:
        client = await hands.services.engine.ready_client()
        kept = [{"role": "user", "content": "Begun"}, {"role": "assistant", "content": "elsewhere"}]
        thread = await client.beta.threads.create(messages=kept)
        hands.page.receive({"thread_id": thread.id})
        await until(lambda: hands.answers(1) == ["elsewhere"])
        await hands.ask("Go on")
        assert hands.answers(1) == ["elsewhere", "On and on."]
        assert len((await client.beta.threads.messages.list(thread.id)).data) == 4


async def test_differences_blind_votes_and_the_file(tmp_path: Path, upstream: ScriptedUpstream) -> None:
    evil = "Same start <script>alert(1)</script> {}."
    async with started(tmp_path / "data", service=upstream.base_url) as hands:
        comparing = hands.page.comparing.viewmodel
        comparing.set_blind(True)
        upstream.reply(Text(evil.format("left")), Text(evil.format("right")))
        await hands.ask("Compare")
        await until(lambda: comparing.state == "voting")
        assert {view.badge.text() for view in hands.page.lane_views} == {"Left", "Right"}
        assert not any(view.picker.isVisible() for view in hands.page.lane_views)
        titles = {i.title for lane in (0, 1) for i in hands.items(lane, "assistant")}
        assert titles == {"Left", "Right"}
        hands.click("vote_1")
        await until(lambda: comparing.state == "told" and len(comparing.scores) == 2)
        assert comparing.scores[0].wins == 1
        assert all(view.picker.isVisible() for view in hands.page.lane_views)
        assert {i.title for lane in (0, 1) for i in hands.items(lane, "assistant")} == {"scripted-1"}
        comparing.set_blind(False)

        hands.page.comparing.open_differences()
        await until(lambda: hands.window.findChild(QTextBrowser, "diff_left_text") is not None)
        left = hands.window.findChild(QTextBrowser, "diff_left_text")
        await until(lambda: "Same start" in left.toPlainText())
        assert "1 place differs" in hands.text("diff_summary")
        left.window().close()

        for kind in ("html", "md", "json"):
            comparing.write(str(tmp_path / f"out.{kind}"), kind)
            await until(lambda: not comparing.tasks.busy)
        page = (tmp_path / "out.html").read_text(encoding="utf-8")
        assert "<script" not in page.lower()
        assert "&lt;script&gt;" in page
        assert "http" not in page.replace("http-equiv", "")
        data = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
        assert len(data["rounds"][0]["answers"]) == 2
        await settle()


async def test_the_inspector_shows_an_earlier_answer_its_context_and_its_code(
    tmp_path: Path, upstream: ScriptedUpstream
) -> None:
    upstream.default = Text("Fine.")
    async with started(tmp_path / "data", service=upstream.base_url) as hands:
        await hands.ask("One")
        await hands.ask("Two")
        lane = hands.playground.lanes[1]
        panels = hands.page.steps.panels
        words = [panels.tabs.tabText(i) for i in range(panels.tabs.count())]
        panels.tabs.setCurrentIndex(words.index("Context"))
        await until(lambda: panels.context.summary.text().startswith("3 messages seen, nothing cut"))
        hands.page.lane_views[1].inspect_requested.emit(hands.items(1, "assistant")[0])
        await until(lambda: panels.context.summary.text().startswith("1 message seen"))
        panels.tabs.setCurrentIndex(words.index("Code"))
        await until(lambda: "client.beta.threads.runs.create(" in panels.code.text.toPlainText())
        sent = [e for e in lane.inspected_turn.events if isinstance(e, Sent)]  # type: ignore[union-attr]
        assert panels.code.request.count() == len(sent)
        requests = lane.steps.requests.rows
        assert requests[-1].response is not None
        assert requests[-1].response["status"] == "completed"
        hands.page.steps.choose(hands.playground.lanes[0])
        panels.tabs.setCurrentIndex(words.index("Context"))
        await until(lambda: "about" in panels.context.summary.text())
        assert hands.nameless() == []


def test_words_that_differ() -> None:
    found = compare("The quick brown fox.", "The slow brown dog fox!")
    assert "".join(piece.text for piece in found.left) == "The quick brown fox."
    assert "".join(piece.text for piece in found.right) == "The slow brown dog fox!"
    assert [piece.text for piece in found.left if piece.kind != "same"] == ["quick", "."]
    assert compare("", "").similarity == 1.0
    assert compare("same", "same").differences == 0
    long = "\n".join(f"line {n} of a long answer" for n in range(3000))
    other = long.replace("line 1500 of", "line 1500 from")
    assert compare(long, other).differences == 1


def test_scores_and_their_intervals() -> None:
    assert wilson(0, 0) == (0.0, 1.0)
    low, high = wilson(8, 10)
    assert (round(low, 4), round(high, 4)) == (0.4902, 0.9433)
    votes = [Vote(("a", "b"), "a")] * 3 + [
        Vote(("a", "b"), TIE),
        Vote(("b", "a"), NONE),
        Vote(("a", "a"), "a"),
    ]
    first, second = score(votes)
    assert (first.name, first.wins, first.losses, first.ties, first.bad) == ("a", 3, 0, 1, 1)
    assert first.share == 3.5 / 4
    assert (second.wins, second.losses) == (0, 3)
