"""Stored conversations show what live ones show: code with its output, images and files, calls, pictures of messages."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from app.ui.transcript.code_card import CodeCard
from app.ui.transcript.made_files import ImageViewer, Picture
from tests.support.qt_loop import until
from tests.support.scripted_upstream import Error, ScriptedUpstream, Text, ToolCalls
from tests.support.window import Hands
from tests.ui.pages.test_threads_page import _clean, make, opened  # noqa: F401 - a fixture, too

CODE = """import matplotlib.pyplot as plt
plt.figure(figsize=(2, 1)); plt.plot([1, 3, 2]); plt.show()
open('/mnt/data/points.csv', 'w').write('x,y')
print('done')
"""


def picture_file(client: Any) -> str:
    from PySide6.QtCore import QBuffer, QByteArray
    from PySide6.QtGui import QColor, QImage

    image = QImage(120, 80, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    content = io.BytesIO(bytes(data.data()))
    return str(client.files.create(file=("teal.png", content), purpose="vision").id)


def kinds(hands: Hands) -> list[str]:
    return [item.kind for item in hands.page.transcript.transcript.items]


async def test_code_of_a_stored_run_stands_between_its_messages(
    engine: Any, client: Any, tmp_path: Path, keyring: Any, upstream: ScriptedUpstream
) -> None:
    coder = client.beta.assistants.create(model="scripted-1", tools=[{"type": "code_interpreter"}])
    upstream.reply(
        ToolCalls([("code_interpreter", json.dumps({"code": CODE}))]),
        Text("Drawn: [points](sandbox:/mnt/data/points.csv)."),
    )
    thread = make(client, "Draw")
    run = client.beta.threads.runs.create_and_poll(thread_id=thread, assistant_id=coder.id)
    assert run.status == "completed"
    async with opened(engine, tmp_path, keyring) as hands:
        await until(lambda: kinds(hands) == ["user", "code", "assistant"])
        view = hands.page.transcript
        item = view.transcript.items[1]
        assert (item.state, item.details) == ("Done", CODE)
        assert item.seconds > 0
        assert [kind for kind, _ in item.outputs].count("image") == 1
        await until(lambda: view.card(item) is not None)
        card = view.card(item)
        assert isinstance(card, CodeCard)
        assert card.code.toPlainText() == CODE
        assert "Done" in card.accessibleName()
        (image,) = card.findChildren(Picture)
        await until(lambda: image.shown)
        hands.find("code_files_0_open")
        saved = tmp_path / "kept.csv"
        hands.page.made_files.save(item.files[0], str(saved))
        await until(saved.exists)
        assert saved.read_text() == "x,y"
        hands.page.viewmodel.activate()
        await until(lambda: not hands.page.viewmodel.tasks.busy)
        assert kinds(hands) == ["user", "code", "assistant"]
        assert not hands.nameless()


async def test_pictures_of_messages_are_shown_enlarged_and_saved(
    engine: Any, client: Any, tmp_path: Path, keyring: Any
) -> None:
    picture = picture_file(client)
    content = [
        {"type": "text", "text": "What is this?"},
        {"type": "image_file", "image_file": {"file_id": picture}},
    ]
    client.beta.threads.create(messages=[{"role": "user", "content": content}])
    async with opened(engine, tmp_path, keyring) as hands:
        await until(lambda: kinds(hands) == ["user", "code"])
        view = hands.page.transcript
        await until(lambda: view.card(view.transcript.items[1]) is not None)
        assert picture not in view.transcript.items[0].text
        (image,) = view.card(view.transcript.items[1]).findChildren(Picture)
        await until(lambda: image.shown)
        assert image.pixmap().width() == 120
        QTest.mouseClick(image, Qt.MouseButton.LeftButton)
        viewer = hands.find("image_viewer", ImageViewer)
        hands.click("image_viewer_save")
        (dialog,) = hands.window.findChildren(QFileDialog)
        target = tmp_path / "teal.png"
        dialog.fileSelected.emit(str(target))
        dialog.close()
        await until(target.exists)
        assert target.read_bytes().startswith(b"\x89PNG")
        QTest.keyClick(viewer, Qt.Key.Key_Escape)


async def test_calls_of_functions_are_shown_and_many_messages_do_not_wait_for_them(
    engine: Any, client: Any, tmp_path: Path, keyring: Any, upstream: ScriptedUpstream
) -> None:
    tool = {"type": "function", "function": {"name": "weather", "parameters": {"type": "object"}}}
    assistant = client.beta.assistants.create(model="scripted-1", tools=[tool])
    thread = make(client, "Weather?")
    upstream.reply(ToolCalls([("weather", '{"place": "Rome"}')]))
    run = client.beta.threads.runs.create_and_poll(thread_id=thread, assistant_id=assistant.id)
    async with opened(engine, tmp_path, keyring) as hands:
        await until(lambda: kinds(hands) == ["user", "tool"])
        item = hands.page.transcript.transcript.items[1]
        assert (item.title, item.details, item.state) == (
            "weather",
            '{"place": "Rome"}',
            "Waits for its output",
        )
        upstream.reply(Text("Sunny."))
        call = run.required_action.submit_tool_outputs.tool_calls[0].id
        client.beta.threads.runs.submit_tool_outputs_and_poll(
            run_id=run.id, thread_id=thread, tool_outputs=[{"tool_call_id": call, "output": "sun"}]
        )
        hands.page.viewmodel.activate()
        await until(lambda: kinds(hands) == ["user", "tool", "assistant"])
        await until(lambda: item.state == "Done")
        assert item.text == "sun"
        for number in range(150):
            client.beta.threads.messages.create(thread, role="user", content=f"more {number}")
        hands.page.viewmodel.open(None)
        hands.page.viewmodel.open(thread)
        await until(lambda: len(kinds(hands)) == 40)
        while hands.page.viewmodel.older_available:
            hands.page.viewmodel.load_older()
            await until(lambda: not hands.page.viewmodel.tasks.running("older"))
        await until(lambda: kinds(hands)[:4] == ["user", "tool", "assistant", "user"])
        assert len(kinds(hands)) == 153


async def test_a_stored_run_that_failed_says_why_between_the_messages(
    engine: Any, client: Any, tmp_path: Path, keyring: Any, upstream: ScriptedUpstream
) -> None:
    made = client.beta.assistants.create(model="scripted-1")
    thread = make(client, "First")
    upstream.reply(Error(400, "This model has no more room."))
    run = client.beta.threads.runs.create_and_poll(thread_id=thread, assistant_id=made.id)
    assert run.status == "failed"
    async with opened(engine, tmp_path, keyring) as hands:
        await until(lambda: kinds(hands) == ["user", "error"])
        (failure,) = [item for item in hands.page.transcript.transcript.items if item.kind == "error"]
        assert "no more room" in failure.text
        assert not failure.retry
