"""Versions of assistants in the journal's file."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from app.workbench.journal import Journal
from app.workbench.version_diff import Piece, differences, summary, text_pieces
from app.workbench.versions import CHANGED_ELSEWHERE, FIRST_SEEN, STAMP, Versions, versioned

Scenario = Callable[[Versions], Awaitable[None]]


@pytest.fixture(params=["journal", "memory"])
def run(request: Any, tmp_path: Path) -> Callable[[Scenario], None]:
    def run(scenario: Scenario) -> None:
        journal = Journal(tmp_path / "journal.db") if request.param == "journal" else None
        versions = Versions(journal)
        try:
            asyncio.run(scenario(versions))  # type: ignore[arg-type]
        finally:
            versions.close()
            if journal is not None:
                journal.close()

    return run


def assistant(**fields: Any) -> dict[str, Any]:
    return {"id": "asst_1", "object": "assistant", "created_at": 1_700_000_000, "model": "m", **fields}


def test_each_save_makes_one_version_and_nothing_makes_none(run: Any) -> None:
    async def scenario(versions: Versions) -> None:
        first = await versions.record(assistant(name="A"), note="Made")
        assert (first.number, first.note) == (1, "Made")
        assert (await versions.record(assistant(name="A"))).number == 1
        assert (await versions.record(assistant(name="B"), before=assistant(name="A"))).number == 2
        assert [v.number for v in await versions.list("asst_1")] == [2, 1]
        assert (await versions.get("asst_1", 1)).fields["name"] == "A"
        assert await versions.get("asst_1", 9) is None
        assert await versions.list("asst_2") == ()

    run(scenario)


def test_what_was_there_before_and_what_others_changed_are_versions_too(run: Any) -> None:
    async def scenario(versions: Versions) -> None:
        await versions.record(assistant(name="B"), before=assistant(name="A"))
        found = await versions.list("asst_1")
        assert [(v.number, v.fields["name"], v.note) for v in found] == [(2, "B", ""), (1, "A", FIRST_SEEN)]
        assert found[1].created == 1_700_000_000
        await versions.record(assistant(name="D"), before=assistant(name="C"))
        found = await versions.list("asst_1")
        assert [(v.fields["name"], v.note) for v in found[:2]] == [("D", ""), ("C", CHANGED_ELSEWHERE)]

    run(scenario)


def test_a_run_tells_its_version_by_stamp_by_note_or_by_time(run: Any) -> None:
    async def scenario(versions: Versions) -> None:
        assert await versions.run_fields("asst_1") == {}
        made = await versions.record(assistant(name="A"))
        assert await versions.run_fields("asst_1") == {"metadata": {STAMP: "1"}}
        await versions.set_extras("asst_1", {"last_messages": 6})
        assert (await versions.run_fields("asst_1"))["truncation_strategy"] == {
            "type": "last_messages",
            "last_messages": 6,
        }
        of = versions.version_of_run
        assert await of({"id": "run_1", "assistant_id": "asst_1", "metadata": {STAMP: "7"}}) == 7
        assert await of({"id": "run_1", "assistant_id": "asst_1", "created_at": made.created + 5}) == 1
        assert await of({"id": "run_1", "assistant_id": "asst_1", "created_at": made.created - 5}) is None
        assert await of({"id": "run_1", "assistant_id": "asst_9", "created_at": made.created + 5}) is None
        await versions.note_run("run_1", "asst_1", 4)
        assert await of({"id": "run_1", "assistant_id": "asst_1", "metadata": {STAMP: "x"}}) == 4

    run(scenario)


def test_versions_survive_the_window(tmp_path: Path) -> None:
    async def save() -> None:
        journal = Journal(tmp_path / "journal.db")
        await Versions(journal).record(assistant(name="Ä", instructions="x" * 200_000))
        journal.close()

    async def read() -> None:
        journal = Journal(tmp_path / "journal.db")
        versions = Versions(journal)
        assert (await versions.list("asst_1"))[0].fields["name"] == "Ä"
        assert await versions.newest_number("asst_1") == 1
        journal.close()

    asyncio.run(save())
    asyncio.run(read())


def test_equal_assistants_are_equal_versions_however_the_engine_writes_nothing() -> None:
    one = versioned(
        assistant(tools=None, metadata=None, tool_resources={"code_interpreter": {"file_ids": []}})
    )
    assert one == versioned(assistant(tools=[], metadata={}, tool_resources=None, response_format="auto"))


def test_differences_are_told_field_by_field_and_word_by_word() -> None:
    tool = {"type": "function", "function": {"name": "f", "parameters": {"type": "object"}}}
    old = versioned(assistant(name="A", instructions="Be kind and brief.", temperature=0.3))
    new = versioned(assistant(name="A", instructions="Be kind and very long.", temperature=0.7, tools=[tool]))
    found = {change.words: change.pieces for change in differences(old, new)}
    assert list(found) == ["Instructions", "Creativity", "Function f"]
    assert found["Instructions"] == (
        Piece("same", "Be kind and "),
        Piece("removed", "brief"),
        Piece("added", "very long"),
        Piece("same", "."),
    )
    assert found["Creativity"] == (Piece("removed", "0.3"), Piece("added", "0.7"))
    assert summary(old, new) == "Instructions, Creativity, Function f"
    assert summary(old, old) == "Nothing changed"
    assert summary(None, new) == "First version"


def test_long_texts_are_compared_in_time() -> None:
    old = "\n".join(f"line {n} of many words" for n in range(8_000))
    new = old.replace("line 4000 ", "line four thousand ")
    pieces = text_pieces(old, new)
    assert "".join(p.text for p in pieces if p.change != "added") == old
    assert "".join(p.text for p in pieces if p.change != "removed") == new
