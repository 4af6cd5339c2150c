"""What code drew is there again after a restart, and in the page that a comparison is exported to."""

from __future__ import annotations

import asyncio
import base64
import json
import re
from pathlib import Path
from typing import Any

from app.core.errors import NotFound
from app.ui.transcript.code_card import CodeCard
from app.ui.transcript.made_files import Picture
from app.workbench.playground.export_images import fetch_images, image_html
from app.workbench.playground.lane import LaneSettings
from tests.support.program import started
from tests.support.qt_loop import until
from tests.support.scripted_upstream import ScriptedUpstream, Text, ToolCalls

CODE = """import matplotlib.pyplot as plt
plt.figure(figsize=(2, 1)); plt.plot([1, 3, 2]); plt.show()
open('/mnt/data/points.csv', 'w').write('x,y')
"""
PNG = b"\x89PNG\r\n\x1a\n"


def script(request: Any) -> Text | ToolCalls:
    """Code first, words once its output is there."""
    if any(message["role"] == "tool" for message in request.body["messages"]):
        return Text("Drawn.")
    return ToolCalls([("code_interpreter", json.dumps({"code": CODE}))])


async def shown(hands: Any, lane: int) -> Picture:
    """The picture in a lane's code card, once it is there."""
    view = hands.page.lane_views[lane].transcript
    (item,) = hands.items(lane, "code")
    await until(lambda: view.card(item) is not None)
    card = view.card(item)
    assert isinstance(card, CodeCard)
    (picture,) = card.findChildren(Picture)
    await until(lambda: picture.shown)
    assert card.code.toPlainText() == CODE
    assert item.state == "Done"
    assert item.seconds > 0
    assert [file.name for file in item.files] == ["points.csv"]
    return picture


async def test_drawings_are_back_after_a_restart_and_in_the_exported_page(
    tmp_path: Path, upstream: ScriptedUpstream
) -> None:
    upstream.default = script
    async with started(tmp_path / "data", service=upstream.base_url) as hands:
        for lane in hands.playground.lanes:
            hands.playground.set_settings(lane.id, LaneSettings(code_interpreter=True))
        await hands.ask("Draw")
        for number in (0, 1):
            await shown(hands, number)
        comparing = hands.page.comparing.viewmodel
        comparing.write(str(tmp_path / "out.html"), "html")
        await until(lambda: not comparing.tasks.busy)
        page = (tmp_path / "out.html").read_text(encoding="utf-8")
        images = re.findall(r'<img alt="Image [\w-]+" src="data:image/png;base64,([\w+/=]+)">', page)
        assert len(images) == 2
        assert all(base64.b64decode(image).startswith(PNG) for image in images)
        assert "img-src data:" in page
        assert "left out" not in page
    async with started(tmp_path / "data", service=upstream.base_url) as hands:
        for number in (0, 1):
            await shown(hands, number)
            assert hands.answers(number) == ["Drawn."]
        thread = hands.playground.lanes[1].thread_to_open
        hands.playground.continue_thread(thread)
        lane = hands.playground.lanes[1]
        await until(lambda: [item.kind for item in lane.transcript.items] == ["user", "code", "assistant"])
        await until(lambda: not hands.playground.tasks.busy)
        await shown(hands, 1)
        upstream.default = Text("Gone on.")
        hands.playground.remove_lane("lane-1")
        await hands.ask("Go on")
        assert hands.answers(0) == ["Drawn.", "Gone on."]
        hands.playground.retry("lane-2")
        await until(lambda: not hands.playground.busy)
        assert [item.kind for item in lane.transcript.items[:3]] == ["user", "code", "assistant"]
        assert hands.answers(0) == ["Drawn.", "Gone on."]


def test_images_that_are_too_large_or_none_are_left_out_and_that_is_said() -> None:
    async def content(file_id: str) -> bytes:
        if file_id == "gone":
            raise NotFound("It was <deleted>.")
        return {"text": b"<svg onload=x>", "large": PNG + bytes(100)}.get(file_id, PNG + bytes(20))

    asked = ["one", "text", "large", "gone", "two", "three", "one"]
    found = asyncio.run(fetch_images(asked, content, most=60, together=60))
    assert [name for name, data in found.items() if isinstance(data, bytes)] == ["one", "two"]
    assert image_html("one", found).startswith('<img alt="Image one" src="data:image/png;base64,')
    assert "too large for the page" in image_html("large", found)
    assert "no room for more images" in image_html("three", found)
    assert "no PNG" in image_html("text", found)
    assert "It was &lt;deleted&gt;." in image_html("gone", found)
    assert "not fetched" in image_html("never", found)
