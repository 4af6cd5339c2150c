"""Citations of answers that are being written: events become places that lead to passages."""

from __future__ import annotations

from typing import Any

from app.core import run_events as ev
from app.viewmodels.transcript import Transcript
from app.viewmodels.turn_items import TurnItems


def searched(*results: dict[str, Any]) -> ev.StepFinished:
    call = {"id": "call", "type": "file_search", "file_search": {"results": list(results)}}
    return ev.StepFinished(
        lane="l", step_id="s", status="completed", details={"step_details": {"tool_calls": [call]}}
    )


def cited(marker: str, text: str, file_id: str = "file-a") -> ev.Citation:
    at = text.index(marker)
    return ev.Citation(lane="l", marker=marker, start=at, end=at + len(marker), file_id=file_id)


RESULT = {
    "number": 2,
    "file_id": "file-a",
    "filename": "lights.md",
    "text": "The lamp burns oil.",
    "start": 40,
    "end": 59,
    "page": 3,
    "vector_store_id": "vs_1",
}


def play(transcript: Transcript, key: str, *events: ev.RunEvent) -> TurnItems:
    items = TurnItems(transcript, key, "Model", "Question")
    for event in events:
        items.take(event)
    items.flush()
    return items


def test_a_citation_leads_to_the_result_that_its_marker_names(qapp: Any) -> None:
    transcript = Transcript()
    text = "The lamp burns oil 【2†x】."
    first = {**RESULT, "number": 1, "start": 0, "end": 9, "text": "something else"}
    play(
        transcript,
        "t1",
        searched(first, RESULT),
        ev.TextDelta(lane="l", text=text),
        cited("【2†x】", text),
        ev.Finished(lane="l", status="completed"),
    )
    (citation,) = transcript.items[-1].citations
    assert (citation.filename, citation.doc_start, citation.doc_end) == ("lights.md", 40, 59)
    assert (citation.store_id, citation.page, citation.quote) == ("vs_1", 3, "The lamp burns oil.")
    assert citation.claim == "The lamp burns oil"


def test_a_later_answer_may_cite_what_was_found_before(qapp: Any) -> None:
    transcript = Transcript()
    play(transcript, "t1", searched(RESULT), ev.Finished(lane="l", status="completed"))
    text = "As I said [2]."
    play(transcript, "t2", ev.TextDelta(lane="l", text=text), cited("[2]", text))
    assert transcript.items[-1].citations[0].filename == "lights.md"
    transcript.clear()
    play(transcript, "t3", ev.TextDelta(lane="l", text=text), cited("[2]", text))
    assert transcript.items[-1].citations[0].filename == "", "a new conversation knows nothing of it"


def test_runs_and_made_files(qapp: Any) -> None:
    transcript = Transcript()
    text = "See sandbox:/mnt/data/t.csv and [1]."
    play(
        transcript,
        "t1",
        ev.ObjectCreated(lane="l", kind="thread", id="thread_1"),
        ev.ObjectCreated(lane="l", kind="run", id="run_1"),
        ev.TextDelta(lane="l", text=text),
        cited("sandbox:/mnt/data/t.csv", text, "file-made"),
        cited("[1]", text),
        ev.Citation(lane="l", marker="[9]", start=0, end=3, file_id=""),
    )
    made, plain = transcript.items[-1].citations
    assert made.is_path
    assert made.filename == "t.csv"
    assert (plain.thread_id, plain.run_id, plain.is_path) == ("thread_1", "run_1", False)
