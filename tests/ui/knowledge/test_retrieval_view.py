"""The inspector's view of retrieval, over the real engine: query, candidates, given, cited, left out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core import run_events as ev
from app.ui.inspector.retrieval_view import RetrievalView
from app.ui.knowledge.citation_opener import CitationOpener
from app.viewmodels.retrieval import searches_in
from tests.support.qt_loop import settle, until
from tests.support.scripted_upstream import Text, ToolCalls
from tests.support.window import SharedEngine, make_services


async def test_a_run_tells_what_was_found_given_and_cited(
    engine: Any, client: Any, upstream: Any, tmp_path: Path, keyring: Any
) -> None:
    store = client.vector_stores.create(name="Rules")
    for name, text in (
        ("hotel.md", "A night in a hotel may cost 140 euros."),
        ("train.md", "Trains: second class."),
    ):
        (tmp_path / name).write_text(text, "utf-8")
        client.vector_stores.files.upload_and_poll(vector_store_id=store.id, file=tmp_path / name)
    assistant = client.beta.assistants.create(
        model="scripted-1",
        tools=[{"type": "file_search"}],
        tool_resources={"file_search": {"vector_store_ids": [store.id]}},
    )
    upstream.reply(
        ToolCalls([("file_search", '{"queries": ["cost of a hotel night"]}')]),
        Text("At most 140 euros 【1†hotel.md】."),
    )
    thread = client.beta.threads.create(messages=[{"role": "user", "content": "What may a hotel cost?"}])
    run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
    shared = SharedEngine(engine)
    services = make_services(shared, tmp_path / "data", keyring=keyring)
    host = QWidget()
    host.resize(900, 600)
    opener = CitationOpener(services, host)
    host.citations = opener  # type: ignore[attr-defined]
    view = RetrievalView(services, host)
    QVBoxLayout(host).addWidget(view)
    host.show()
    try:
        view.show_run("", "")
        assert view.state.isVisible()
        view.show_run(thread.id, run.id)
        await until(lambda: view.viewmodel.state == "ready")
        rows = view.viewmodel.rows.rows
        assert rows[0].title == "cost of a hotel night"
        fates = {row.title: row.fate for row in rows[1:]}
        assert fates["hotel.md"] == "cited"
        assert fates.get("train.md") in {"unused", "dropped", None}
        assert view.summary.text().endswith("1 cited")
        place = next(i for i, row in enumerate(rows) if row.title == "hotel.md")
        rect = view.list.visualRect(view.viewmodel.rows.index(place))
        QTest.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
        viewer = opener.panel.viewer
        await until(lambda: viewer.isVisible() and viewer.text.marked_text)
        assert "140 euros" in viewer.text.marked_text
        view.show_run(thread.id, "run_doesnotexist")
        await until(lambda: view.viewmodel.state == "error")
        assert view.state.button.isVisible()
    finally:
        await view.closing()
        await opener.close()
        host.close()
        host.deleteLater()
        await settle(0.01)
        await services.settings.close()
        await services.connections.close()
        await shared.close()


def test_searches_of_the_programs_own_tool_loop() -> None:
    results = [
        {
            "number": 1,
            "file_id": "file-a",
            "filename": "a.md",
            "score": 0.9,
            "text": "one",
            "start": 0,
            "end": 3,
        },
        {
            "number": 2,
            "file_id": "file-a",
            "filename": "a.md",
            "score": 0.4,
            "text": "two",
            "start": 9,
            "end": 12,
        },
    ]
    call = {"id": "c1", "type": "file_search", "file_search": {"queries": ["x", "y"], "results": results}}
    events = [
        ev.StepFinished(
            lane="l", step_id="s", status="completed", details={"step_details": {"tool_calls": [call]}}
        ),
        ev.Citation(lane="l", marker="【2†a.md】", start=0, end=8, file_id="file-a"),
    ]
    (search,) = searches_in(events)
    assert search.query == "x; y"
    assert [(c.text, c.cited, c.start) for c in search.candidates] == [("one", False, 0), ("two", True, 9)]
