"""The whole program: both APIs answer out of the same store, and their citations open the same passage."""

from __future__ import annotations

import asyncio
import dataclasses
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QTabBar

from app.workbench.knowledge_upload import Source
from app.workbench.playground.assistants_lane import AssistantRef
from tests.support.program import started
from tests.support.qt_loop import until
from tests.support.scripted_upstream import Hang, Recorded, ScriptedUpstream, Text, ToolCalls

RULES = "# Travel\n\nA night in a hotel may cost 140 euros. Trains are booked in second class.\n"


async def filled_store(hands: Any) -> str:
    knowledge = hands.services.knowledge
    store = await knowledge.create("Rules")
    await knowledge.upload(store.id, Source("rules.md", data=RULES.encode()))
    for _ in range(400):
        if (await knowledge.store(store.id)).counts.completed:
            return str(store.id)
        await asyncio.sleep(0.05)
    raise AssertionError("the file was not read in")


def shown(view: Any) -> str:
    card = next(card for item, card in view.transcript._cards.items() if item.kind == "assistant")
    return " ".join(card.text.document().toPlainText().split())


async def test_citations_of_both_lanes_open_the_passage(tmp_path: Path, upstream: ScriptedUpstream) -> None:
    def model(request: Recorded) -> Text | ToolCalls:
        """Searches first, then answers; whichever lane asks first."""
        if any(message["role"] == "tool" for message in request.body["messages"]):
            return Text("A night may cost 140 euros 【1†rules.md】.")
        return ToolCalls([("file_search", '{"queries": ["price of a hotel night"]}')])

    upstream.default = model
    async with started(tmp_path / "data", service=upstream.base_url) as hands:
        store = await filled_store(hands)
        client = await hands.services.engine.ready_client()
        assistant = await client.beta.assistants.create(
            model="acme/scripted-1",
            name="Clerk",
            tools=[{"type": "file_search"}],
            tool_resources={"file_search": {"vector_store_ids": [store]}},
        )
        chat, assistants = hands.playground.lanes
        hands.playground.set_settings(
            chat.id, dataclasses.replace(chat.settings, file_search=True, vector_store_ids=(store,))
        )
        hands.playground.choose(assistants.id, AssistantRef(assistant.id, "Clerk", "acme/scripted-1"))
        await hands.ask("What may a hotel cost?")
        for lane, view in zip((chat, assistants), hands.page.lane_views, strict=True):
            items = lane.transcript.items
            answers = [i for i in items if i.kind == "assistant" and not i.empty]
            assert answers, [(i.kind, i.state, i.text, i.hint) for i in items]
            item = answers[0]
            await until(lambda i=item: i.citations and i.citations[0].filename == "rules.md")
            await until(lambda v=view: "Sources 1 rules.md" in shown(v))
            assert shown(view).startswith("A night may cost 140 euros 1 .")
            view.transcript.link_requested.emit("cite:0", item)
            viewer = hands.page.citations.panel.viewer
            await until(lambda w=viewer: w.isVisible() and w.text.marked_text)
            assert viewer.text.focused_text == "A night in a hotel may cost 140 euros."
            assert viewer.viewmodel.note == ""
            hands.page.citations.panel.close_panel()
        tabs = hands.page.steps.panels.tabs
        assert isinstance(tabs, QTabBar)
        place = next(i for i in range(tabs.count()) if tabs.tabText(i) == "Sources")
        hands.page.steps.show()
        for index in (0, 1):
            hands.page.steps.lane.setCurrentIndex(index)
            tabs.setCurrentIndex(place)
            view = hands.page.steps.panels.stack.currentWidget()
            await until(lambda v=view: v.viewmodel.state == "ready")
            fates = [(row.title, row.fate) for row in view.viewmodel.rows.rows]
            assert fates == [("price of a hotel night", None), ("rules.md", "cited")]


async def test_sources_are_shown_while_the_answer_is_still_awaited(
    tmp_path: Path, upstream: ScriptedUpstream
) -> None:
    def model(request: Recorded) -> Hang | ToolCalls:
        """Searches, and then thinks for ever."""
        if any(message["role"] == "tool" for message in request.body["messages"]):
            return Hang()
        return ToolCalls([("file_search", '{"queries": ["price of a hotel night"]}')])

    upstream.default = model
    async with started(tmp_path / "data", service=upstream.base_url) as hands:
        store = await filled_store(hands)
        client = await hands.services.engine.ready_client()
        assistant = await client.beta.assistants.create(
            model="acme/scripted-1",
            tools=[{"type": "file_search"}],
            tool_resources={"file_search": {"vector_store_ids": [store]}},
        )
        chat, assistants = hands.playground.lanes
        hands.playground.set_settings(
            chat.id, dataclasses.replace(chat.settings, file_search=True, vector_store_ids=(store,))
        )
        hands.playground.choose(assistants.id, AssistantRef(assistant.id, "Clerk", "acme/scripted-1"))
        hands.page.steps.show()
        tabs = hands.page.steps.panels.tabs
        tabs.setCurrentIndex(next(i for i in range(tabs.count()) if tabs.tabText(i) == "Sources"))
        await hands.ask("What may a hotel cost?", wait=False)
        for index, lane in ((1, assistants), (0, chat)):
            hands.page.steps.lane.setCurrentIndex(index)
            view = hands.page.steps.panels.stack.currentWidget()
            await until(lambda v=view: v.viewmodel.state == "ready")
            assert lane.busy
            fates = [(row.title, row.fate) for row in view.viewmodel.rows.rows]
            assert fates == [("price of a hotel night", None), ("rules.md", "unused")]
