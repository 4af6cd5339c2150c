"""Tools in the playground: real engine, real sandbox, real widgets; only the model is played."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from app.core.entities import ENGINE, ModelRef
from app.ui import theme
from app.ui.transcript.code_card import CodeCard
from app.ui.transcript.made_files import ImageViewer, Picture
from app.workbench.playground.lane import LaneSettings
from app.workbench.tools.specs import LANES, HandlerSpec
from tests.support.memory_keyring import MemoryKeyring
from tests.support.qt_loop import until
from tests.support.scripted_upstream import ScriptedUpstream, Text, ToolCalls
from tests.support.window import Hands, SharedEngine, make_services

MODEL = ModelRef(ENGINE, "scripted-1")
DRAW = """import numpy as np
import matplotlib.pyplot as plt

x = np.linspace(0, 6, 100)
print("drawing", len(x), "points")
plt.plot(x, np.sin(x))
plt.title("Sine")
plt.show()
open("/mnt/data/points.csv", "w").write("x,y")
print("done")
"""


def code(text: str) -> ToolCalls:
    return ToolCalls([("code_interpreter", json.dumps({"code": text}))])


class Lane:
    """The playground with one Chat lane."""

    def __init__(self, engine: Any, folder: Path) -> None:
        from app.ui.playground.page import PlaygroundPage

        self.engine = SharedEngine(engine)
        self.services = make_services(self.engine, folder, keyring=MemoryKeyring())
        self.page = PlaygroundPage(self.services)
        self.hands = Hands(self.page)

    async def __aenter__(self) -> Lane:
        await until(lambda: self.page.viewmodel.ready)
        model = self.page.viewmodel
        model.remove_lane("lane-2")
        model.choose("lane-1", MODEL)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.hands.close()
        assert self.services.handlers is not None
        await self.services.handlers.servers.close()
        await self.services.settings.close()
        await self.services.connections.close()
        await self.engine.close()

    def use(self, **values: Any) -> None:
        self.page.viewmodel.set_settings("lane-1", LaneSettings(**values))

    async def send(self, prompt: str) -> None:
        self.page.viewmodel.send_when_ready(prompt)
        await until(lambda: self.page.viewmodel.answering)
        await until(lambda: not self.page.viewmodel.answering, timeout=60)

    @property
    def cards(self) -> list[CodeCard]:
        return [card for card in self.page.findChildren(CodeCard, "code_card") if card.isVisible()]

    def picture(self, name: str) -> None:
        folder = os.environ.get("ARTEFACTS_DIR")
        if folder:
            self.hands.window.grab().save(f"{folder}/{name}.png")
            theme.install("dark")
            self.hands.window.resize(1024, 700)
            self.hands.window.grab().save(f"{folder}/{name}_dark.png")
            theme.install("light")
            self.hands.window.resize(1280, 800)


async def test_a_cell_shows_code_output_image_files_and_how_it_ended(
    engine: Any, upstream: ScriptedUpstream, tmp_path: Path
) -> None:
    async with Lane(engine, tmp_path) as lane:
        lane.use(code_interpreter=True)
        upstream.reply(code(DRAW), Text("The curve is above: [points](sandbox:/mnt/data/points.csv)."))
        await lane.send("Draw a sine")
        (card,) = lane.cards
        assert card.code.toPlainText() == DRAW
        logs = card.findChild(QPlainTextEdit, "code_logs_0")
        assert logs is not None
        assert logs.toPlainText() == "drawing 100 points"
        (image,) = card.findChildren(Picture)
        await until(lambda: image.shown)
        assert image.pixmap().width() > 100
        assert "Done ·" in card.accessibleName()
        assert lane.hands.find("code_files_0_open").isVisible()
        lane.picture("code_card")

        QTest.keyClick(image, Qt.Key.Key_Return)
        viewer = lane.hands.find("image_viewer", ImageViewer)
        assert viewer.size() == lane.hands.window.size()
        lane.picture("image_viewer")
        QTest.keyClick(viewer, Qt.Key.Key_Escape)
        assert not viewer.isVisible()
        assert not lane.hands.nameless()

        saved = tmp_path / "kept.csv"
        lane.page.made_files.save(card.item.files[0], str(saved))  # type: ignore[union-attr]
        await until(saved.exists)
        assert saved.read_text() == "x,y"


async def test_stop_on_the_card_ends_the_cell(
    engine: Any, upstream: ScriptedUpstream, tmp_path: Path
) -> None:
    async with Lane(engine, tmp_path) as lane:
        lane.use(code_interpreter=True)
        upstream.reply(code("import time\nprint('on', flush=True)\ntime.sleep(99)"))
        lane.page.viewmodel.send_when_ready("Wait")
        await until(lambda: bool(lane.cards) and bool(lane.cards[0].item.outputs), timeout=30)  # type: ignore[union-attr]
        lane.hands.click("code_stop")
        await until(lambda: not lane.page.viewmodel.answering, timeout=15)
        assert lane.cards[0].accessibleName().startswith("Code interpreter, Stopped")


async def test_the_session_is_looked_into_and_a_cell_run_by_hand(
    engine: Any, upstream: ScriptedUpstream, tmp_path: Path
) -> None:
    from app.ui.inspector.session_panel import SessionPanel

    async with Lane(engine, tmp_path) as lane:
        lane.use(code_interpreter=True)
        upstream.reply(code("answer = 41\nopen('/mnt/data/a.txt', 'w').write('x')"), Text("Done"))
        await lane.send("Remember")
        toolbox = lane.page.viewmodel.lanes[0].lane.toolbox
        assert toolbox is not None
        panel = SessionPanel(lane.services)
        panel.resize(340, 720)
        panel.show()
        panel.show_session(toolbox.session_key)
        await until(lambda: panel.viewmodel.session.state == "idle")
        assert [one.name for one in panel.viewmodel.session.files] == ["a.txt"]
        assert panel.place.text()
        panel.code.setPlainText("answer + 1")
        QTest.keyClick(panel.code, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        await until(
            lambda: panel.viewmodel.cell is not None and panel.viewmodel.cell.state == "Done", timeout=20
        )
        assert panel.viewmodel.cell is not None
        assert panel.viewmodel.cell.outputs[0][1].strip() == "42"
        if os.environ.get("ARTEFACTS_DIR"):
            panel.grab().save(f"{os.environ['ARTEFACTS_DIR']}/session_panel.png")
        QTest.mouseClick(panel.reset, Qt.MouseButton.LeftButton)
        await until(lambda: not panel.viewmodel.tasks.running("act"))
        panel.code.setPlainText("answer")
        QTest.mouseClick(panel.run, Qt.MouseButton.LeftButton)
        await until(
            lambda: panel.viewmodel.cell is not None and panel.viewmodel.cell.state == "Failed", timeout=20
        )
        assert "NameError" in panel.viewmodel.cell.outputs[0][1]
        QTest.mouseClick(panel.test, Qt.MouseButton.LeftButton)
        await until(lambda: bool(panel.viewmodel.verdict), timeout=60)
        assert panel.viewmodel.lines
        assert panel.viewmodel.verdict == "Everything is held."
        await panel.closing()
        panel.close()
        panel.deleteLater()


async def test_a_call_without_a_handler_asks_and_goes_on(
    engine: Any, upstream: ScriptedUpstream, tmp_path: Path
) -> None:
    async with Lane(engine, tmp_path) as lane:
        lane.use(functions=({"name": "weather", "parameters": {"type": "object", "properties": {}}},))
        upstream.reply(ToolCalls([("weather", '{"city": "Bonn"}')]), Text("It is 18 degrees."))
        await lane.send("Weather?")
        lane.picture("question")
        lane.hands.type("question_output_0", "18")
        lane.hands.click("question_continue")
        await until(lambda: lane.page.viewmodel.answering)
        await until(lambda: not lane.page.viewmodel.answering)
        assert lane.page.viewmodel.lanes[0].transcript.items[-1].text == "It is 18 degrees."


async def test_tools_are_switched_on_in_the_lanes_parameters(
    engine: Any, client: Any, upstream: ScriptedUpstream, tmp_path: Path
) -> None:
    store = client.vector_stores.create(name="Handbook")
    async with Lane(engine, tmp_path) as lane:
        view = lane.page.lane_views[0]
        view.open_parameters()
        box = view.popup.tools
        assert box is not None
        await until(lambda: box.store.findData(store.id) >= 0)
        box.findChild(QCheckBox, "lane_1_tools_code").click()  # type: ignore[union-attr]
        combo = box.findChild(QComboBox, "lane_1_tools_store")
        assert combo is not None
        combo.setCurrentIndex(combo.findData(store.id))
        settings = lane.page.viewmodel.lanes[0].settings
        assert settings.code_interpreter
        assert settings.file_search
        assert settings.vector_store_ids == (store.id,)
        if os.environ.get("ARTEFACTS_DIR"):
            view.popup.grab().save(f"{os.environ['ARTEFACTS_DIR']}/lane_settings.png")
        view.popup.hide()
        dialog = box.open_functions()
        dialog.add.click()
        dialog.name_edit.selectAll()
        QTest.keyClicks(dialog.name_edit, "weather")
        form = dialog.handler
        form.kind.setCurrentIndex(form.kind.findData("canned"))
        QTest.keyClicks(form.text, "18 degrees")
        handlers = lane.services.handlers
        assert handlers is not None
        await until(lambda: not form.viewmodel._timer.isActive() and not form.viewmodel.tasks.busy)
        assert await handlers.store.find(LANES, "weather") == HandlerSpec("canned", text="18 degrees")
        form.arguments.setPlainText("{}")
        QTest.mouseClick(form.try_button, Qt.MouseButton.LeftButton)
        await until(lambda: form.viewmodel.result == "18 degrees")
        if os.environ.get("ARTEFACTS_DIR"):
            dialog.grab().save(f"{os.environ['ARTEFACTS_DIR']}/functions_dialog.png")
        assert [one["name"] for one in lane.page.viewmodel.lanes[0].settings.functions] == ["weather"]
        nameless = [
            widget.metaObject().className()
            for widget in dialog.findChildren(QWidget)
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
            and widget.isVisibleTo(dialog)
            and not widget.objectName()
        ]
        assert not nameless
        dialog.accept()
        upstream.reply(ToolCalls([("weather", "{}")]), Text("Warm."))
        await lane.send("Weather?")
        shown = [item for item in lane.page.viewmodel.lanes[0].transcript.items if item.kind == "tool"]
        assert shown[0].text == "18 degrees"
        lane.picture("function_card")


async def test_the_form_holds_a_request_and_a_secret_that_stays_in_the_keyring(
    engine: Any, tmp_path: Path
) -> None:
    from app.ui.tools.handler_form import HandlerForm

    async with Lane(engine, tmp_path) as lane:
        form = HandlerForm(lane.services)
        form.resize(460, 760)
        form.show()
        form.set_function("asst_1", {"name": "weather", "parameters": {"type": "object"}})
        form.kind.setCurrentIndex(form.kind.findData("http"))
        assert form.problem.text() == "There is no address yet."
        assert not form.try_button.isEnabled()
        QTest.keyClicks(form.url, "http://127.0.0.1:1/{{city}}")
        form.headers.set_pairs((("Authorization", "Bearer {{secret:token}}"),))
        form.viewmodel.edit(headers=form.headers.pairs)
        secret = form.findChild(QLineEdit, "handler_secret_token")
        assert secret is not None
        assert secret.echoMode() == QLineEdit.EchoMode.Password
        secret.setText("s3cr3t-value-0815")
        QTest.keyClick(secret, Qt.Key.Key_Return)
        await until(lambda: form.viewmodel.known_secrets.get("token"))
        form.arguments.setPlainText('{"city": "Bonn"}')
        if os.environ.get("ARTEFACTS_DIR"):
            form.grab().save(f"{os.environ['ARTEFACTS_DIR']}/form_http.png")
        QTest.mouseClick(form.try_button, Qt.MouseButton.LeftButton)
        await until(lambda: form.viewmodel.trouble)
        assert "cannot be reached" in form.trouble.text()
        await until(lambda: not form.viewmodel._timer.isActive() and not form.viewmodel.tasks.busy)
        handlers = lane.services.handlers
        assert handlers is not None
        spec = await handlers.store.find("asst_1", "weather")
        assert spec is not None
        assert spec.headers == (("Authorization", "Bearer {{secret:token}}"),)
        assert "s3cr3t" not in json.dumps(spec.to_json())
        form.viewmodel.rename({"name": "forecast"})
        await form.close_tasks()
        assert await handlers.store.find("asst_1", "forecast") == spec
        assert await handlers.store.find("asst_1", "weather") is None
        form.close()
        form.deleteLater()


async def test_a_tool_server_is_written_down_and_a_person_allows_its_tool(
    engine: Any, upstream: ScriptedUpstream, tmp_path: Path
) -> None:
    from app.ui.tools.handler_form import HandlerForm
    from app.viewmodels.tool_approvals import approvals

    script = tmp_path / "server.py"
    script.write_text(
        "from mcp.server.fastmcp import FastMCP\nserver = FastMCP('t')\n"
        "@server.tool()\ndef shout(text: str) -> str:\n    return text.upper()\nserver.run('stdio')\n"
    )
    async with Lane(engine, tmp_path / "data") as lane:
        handlers = lane.services.handlers
        assert handlers is not None
        handlers.approve = approvals(lane.services.bus)
        form = HandlerForm(lane.services)
        form.resize(460, 760)
        form.show()
        form.set_function(LANES, {"name": "shout", "parameters": {"type": "object"}})
        form.kind.setCurrentIndex(form.kind.findData("mcp"))
        server = form.server
        server.new.click()
        server.name.setText("Loud")
        server.command.setText(f"{sys.executable} -W ignore {script}")
        server.findChild(QPushButton, "server_save").click()  # type: ignore[union-attr]
        await until(lambda: form.viewmodel.tools, timeout=30)
        assert [tool.name for tool in form.viewmodel.tools] == ["shout"]
        if os.environ.get("ARTEFACTS_DIR"):
            form.grab().save(f"{os.environ['ARTEFACTS_DIR']}/form_mcp.png")
        await until(lambda: not form.viewmodel._timer.isActive() and not form.viewmodel.tasks.busy)
        lane.use(functions=({"name": "shout", "parameters": {"type": "object"}},))
        upstream.reply(ToolCalls([("shout", '{"text": "hello"}')]), Text("Loud."))
        lane.page.viewmodel.send_when_ready("Shout")
        await until(lambda: any("wants to use “shout” of “Loud”" in text for text in lane.hands.messages))
        lane.picture("approval")
        bar = next(bar for bar in lane.hands.bars.bars if "wants to use" in bar.note.text)
        button = bar.findChild(QAbstractButton, "message_action_1")
        assert button is not None
        assert button.text() == "Always allow"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        await until(lambda: not lane.page.viewmodel.answering, timeout=30)
        shown = [item for item in lane.page.viewmodel.lanes[0].transcript.items if item.kind == "tool"]
        assert shown[0].text == "HELLO"
        (kept,) = await handlers.store.servers()
        assert kept.approvals == {"shout": "always"}
        await form.close_tasks()
        form.close()
        form.deleteLater()
