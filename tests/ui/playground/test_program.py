"""The main job in the real window over the real engine: one prompt, both APIs, side by side; and everything around it."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListView

from app.core.run_events import Sent
from tests.support.program import started
from tests.support.qt_loop import settle, until
from tests.support.scripted_upstream import Error, ScriptedUpstream, Text

ANSWER = "# Blue\n\nAir scatters **blue** light.\n\n```python\nprint('blue')\n```\n"
LONG = " ".join(f"word{number}" for number in range(400))


async def test_a_prompt_is_answered_in_both_lanes_with_steps_and_figures(
    tmp_path: Path, upstream: ScriptedUpstream, artefacts: Path
) -> None:
    upstream.default = Text(ANSWER, delay=0.01)
    async with started(tmp_path / "data", service=upstream.base_url) as hands:
        assert hands.find("lane_1_empty").isVisible()
        assert not hands.find("composer_send").isEnabled()
        await hands.ask("Why is the sky blue?")
        assert hands.answers(0) == [ANSWER]
        assert hands.answers(1) == [ANSWER]
        for lane in hands.playground.lanes:
            assert lane.metrics.status == "completed"
            assert lane.metrics.first_token is not None
            assert [figure.value for figure in lane.figures if figure.name == "tokens_in"] == ["11"]
        assert hands.text("lane_1_sent") == "Sent: 1 message, 6 tokens"
        steps = hands.find("lane_2_steps_steps_list", QListView)
        await until(lambda: steps.model().rowCount() == 1)
        assert "Answer written" in str(steps.model().index(0, 0).data())
        assert '"thread.run.step"' in hands.text("lane_2_steps_steps_json_text")

        await hands.ask("And at night?")
        assert hands.text("lane_1_sent").startswith("Sent: 3 messages,")
        assert hands.text("lane_2_sent").endswith("the thread already held 2 messages")
        assert [len(request.body["messages"]) for request in upstream.chats] == [1, 1, 3, 3]
        picture = hands.picture(artefacts / "playground.png")
        assert picture.width() >= 1280
        colours = {picture.pixelColor(x, y).rgb() for x in range(0, 1280, 7) for y in range(0, 800, 7)}
        assert len(colours) > 20
        assert hands.nameless() == []


async def test_the_window_closes_while_both_lanes_stream_and_takes_its_children_along(
    tmp_path: Path, upstream: ScriptedUpstream
) -> None:
    upstream.default = Text(LONG, delay=0.05)
    async with started(tmp_path / "data", service=upstream.base_url) as hands:
        await hands.ask("Go on for ever", wait=False)
        await until(lambda: all(hands.answers(lane) and hands.answers(lane)[0] for lane in (0, 1)))
        children = hands.children()
        assert children
        began = time.monotonic()
        hands.window.close()
        await until(lambda: not hands.window.isVisible(), timeout=2)
        await until(lambda: not any(child.is_running() for child in children), timeout=5)
        assert time.monotonic() - began < 3 * _slowness()


async def test_what_was_said_and_typed_is_there_again_after_the_window_was_closed(
    tmp_path: Path, upstream: ScriptedUpstream
) -> None:
    upstream.default = Text("First answer.")
    async with started(tmp_path / "data", service=upstream.base_url) as hands:
        await hands.ask("One")
        hands.type("composer_text", "half a thou")
    async with started(tmp_path / "data", service=upstream.base_url) as hands:
        assert hands.text("composer_text") == "half a thou"
        assert hands.answers(0) == hands.answers(1) == ["First answer."]
        assert hands.messages == []
        upstream.default = Text("Second answer.")
        await hands.ask("Two")
        assert hands.answers(0) == hands.answers(1) == ["First answer.", "Second answer."]
        chat, run = (request.body["messages"] for request in upstream.chats[-2:])
        expected = ["One", "First answer.", "Two"]
        assert [m["content"] for m in chat] == [m["content"] for m in run] == expected
        hands.click("playground_new")
        await until(lambda: hands.playground.is_empty)
    async with started(tmp_path / "data", service=upstream.base_url) as hands:
        assert hands.playground.is_empty
        assert hands.text("composer_text") == ""


async def test_failures_are_said_in_words_and_retry_answers_in_place(
    tmp_path: Path, upstream: ScriptedUpstream
) -> None:
    async with started(tmp_path / "data", service=upstream.base_url) as hands:
        upstream.default = Error(401, "Incorrect API key provided: sk-abcdefghijklmnopqrstuvwxyz0123456789")
        await hands.ask("Hello?")
        for lane in (0, 1):
            (error,) = hands.items(lane, "error")
            assert "key" in error.text
            assert error.hint
            assert "sk-abcdefghijklmnopqrstuvwxyz0123456789" not in error.text + error.hint + error.details
            assert not hands.items(lane, "assistant")
        upstream.default = Text("Here I am.")
        hands.click("lane_1_retry")
        await hands.idle()
        hands.click("lane_2_retry")
        await hands.idle()
        for lane in (0, 1):
            assert hands.answers(lane) == ["Here I am."]
            assert not hands.items(lane, "error")
            assert [item.text for item in hands.items(lane, "user")] == ["Hello?"]

        upstream.default = Text(LONG, drop_after=20)
        await hands.ask("Break off")
        for lane in (0, 1):
            assert hands.answers(lane)[-1].startswith("word0 word1")
            assert hands.items(lane, "assistant")[-1].state == "Broke off"
            assert hands.items(lane, "error")[-1].retry


async def test_a_rate_limit_is_waited_for_and_counted_down(
    tmp_path: Path, upstream: ScriptedUpstream
) -> None:
    async with started(tmp_path / "data", service=upstream.base_url) as hands:
        limited = Error(429, "slow down", type="requests", headers={"retry-after": "2"})
        upstream.default = lambda _request: limited if waiting else Text("Thank you for waiting.")
        waiting = True
        await hands.ask("Quickly!", wait=False)
        await until(lambda: hands.items(0, "notice") and hands.items(1, "notice"), what="both lanes wait")
        assert hands.items(0, "notice")[0].until > time.monotonic() - 2
        waiting = False
        await hands.idle()
        assert hands.answers(0) == hands.answers(1) == ["Thank you for waiting."]
        assert not hands.items(0, "notice")


async def test_esc_stops_all_lanes_and_one_button_stops_one(
    tmp_path: Path, upstream: ScriptedUpstream
) -> None:
    upstream.default = Text(LONG, delay=0.03)
    async with started(tmp_path / "data", service=upstream.base_url) as hands:
        await hands.ask("Talk", wait=False)
        await until(lambda: all(len(hands.answers(lane)[0]) > 20 for lane in (0, 1)))
        hands.click("lane_1_stop")
        await until(lambda: not hands.playground.lanes[0].busy)
        assert hands.playground.lanes[1].busy
        assert hands.items(0, "assistant")[0].state == "Stopped"
        hands.window.activateWindow()  # keys go to the window in front; under a bare X server none is by itself
        hands.find("composer_text").setFocus()
        await until(lambda: QApplication.focusWidget() is hands.find("composer_text"))
        hands.key(Qt.Key.Key_Escape)
        await hands.idle()
        assert hands.items(1, "assistant")[0].state == "Stopped"
        assert len(hands.answers(1)[0]) > 20
        upstream.default = Text("Fine.")
        await hands.ask("And now?")
        assert hands.answers(0)[-1] == hands.answers(1)[-1] == "Fine."


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
async def test_a_killed_engine_comes_back_and_nothing_received_is_lost(
    tmp_path: Path, upstream: ScriptedUpstream
) -> None:
    upstream.default = Text(LONG, delay=0.05)
    async with started(tmp_path / "data", service=upstream.base_url) as hands:
        await hands.ask("Survive", wait=False)
        await until(lambda: len((hands.answers(1) or [""])[0]) > 30)
        before = hands.answers(1)[0]
        engine = hands.services.engine.pid
        assert engine is not None
        os.kill(engine, signal.SIGKILL)
        await until(lambda: hands.services.engine.status.state == "restarting")
        assert hands.find("status_engine").text.startswith("Engine restarting")  # type: ignore[attr-defined]
        upstream.default = Text("Back.")
        hands.playground.stop("lane-1")
        await hands.idle(90)
        assert hands.answers(1)[0].startswith(before)
        assert hands.items(1, "error")
        await hands.services.engine.wait_ready()
        assert hands.services.engine.pid != engine
        await hands.ask("Still there?")
        assert hands.answers(1)[-1] == "Back."


async def test_anything_can_be_typed(tmp_path: Path, upstream: ScriptedUpstream) -> None:
    upstream.default = Text("ok")
    odd = "\u202eabc\u0000 \ud83d\ude00 <script>alert(1)</script> 日本語 \u0627\u0644 e\u0301"
    async with started(tmp_path / "data", service=upstream.base_url) as hands:
        hands.page.composer.set_text(odd)
        hands.playground.set_draft(odd)
        hands.click("composer_send")
        await hands.idle()
        assert hands.answers(0) == ["ok"]
        assert hands.items(0, "user")[0].text == odd
        big = "megabyte " * 120_000
        began = time.monotonic()
        hands.page.composer.edit.insertPlainText(big)
        await settle()
        hands.click("composer_send")
        await hands.idle()
        assert time.monotonic() - began < 20 * _slowness()
        assert hands.answers(0)[-1] == hands.answers(1)[-1] == "ok"
        sent = [e for e in hands.playground.lanes[0].turn.events if isinstance(e, Sent)]  # type: ignore[union-attr]
        assert sent[0].messages == 3
        assert upstream.chats[-1].body["messages"][-1]["content"] == big
        for blank in ("", " \n\t "):
            hands.page.composer.set_text(blank)
            hands.playground.set_draft(blank)
            assert not hands.find("composer_send").isEnabled()
            assert hands.text("composer_hint")
            hands.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, at="composer_text")
        await settle()
        assert not hands.playground.answering


async def test_the_program_writes_its_own_screenshot_and_ends(
    tmp_path: Path, upstream: ScriptedUpstream
) -> None:
    from app.bootstrap import Program
    from app.core.paths import resolve
    from app.main import WindowOptions

    file = tmp_path / "window.png"
    options = WindowOptions(data_dir=str(tmp_path / "data"), screenshot=str(file), theme="dark")
    program = Program(options, resolve(tmp_path / "data").create())
    assert await asyncio.wait_for(program.run(), 60) == 0
    assert file.stat().st_size > 10_000


def _slowness() -> float:
    """How much slower than idle this machine is now: limits in seconds are meant for an idle one."""
    load = os.getloadavg()[0] / (os.cpu_count() or 1) if hasattr(os, "getloadavg") else 1.0
    return max(1.0, load)
