"""Models of this computer as rows: what can be done with each, and how a download is told."""

from __future__ import annotations

from typing import Any

import pytest

from app.viewmodels.local_models import LocalModelsViewModel, ModelRow, _row
from app.workbench.local_models import Download, LocalModel, Shelf

GB = 1_000_000_000


def row(shelf: Shelf | None = None, **facts: Any) -> ModelRow:
    given = {"id": "m", "name": "Model", "bytes": 2 * GB, "memory": 3 * GB, **facts}
    return _row(LocalModel(**given), shelf or Shelf(free_memory=8 * GB, total_memory=16 * GB))


@pytest.mark.parametrize(
    ("facts", "actions", "state"),
    [
        ({}, ("download",), ""),
        ({"unfinished": 5}, ("resume", "discard"), "Begun"),
        ({"download": Download("downloading")}, ("cancel",), "Downloading"),
        ({"download": Download("checking")}, ("cancel",), "Checking"),
        ({"download": Download("failed", message="No.")}, ("download",), "Not downloaded"),
        ({"installed": True, "kind": "builtin"}, ("load",), "Ready to load"),
        (
            {"installed": True, "kind": "downloaded", "removable": True},
            ("load", "delete"),
            "Ready to load",
        ),
        (
            {"installed": True, "kind": "added", "removable": True, "state": "failed"},
            ("load", "forget"),
            "Does not start",
        ),
        (
            {"installed": True, "removable": True, "state": "ready", "memory_used": 2 * GB},
            ("unload", "delete"),
            "Loaded · 2.0 GB of memory",
        ),
        ({"installed": True, "state": "loading"}, (), "Loading"),
    ],
)
def test_what_can_be_done_follows_from_the_state(facts: Any, actions: tuple[str, ...], state: str) -> None:
    shown = row(**facts)
    assert (shown.actions, shown.state) == (actions, state)


def test_a_download_is_told_with_speed_time_and_source() -> None:
    going = Download("downloading", done=GB // 2, total=2 * GB, speed=10e6, source="files.example.org")
    shown = row(download=going)
    assert shown.progress == pytest.approx(0.25)
    assert shown.progress_words == (
        "500 MB of 2.0 GB · 10 MB a second · 2 minutes left · from files.example.org"
    )
    assert row(download=Download("downloading", done=0)).progress == -1.0
    assert row(download=Download("checking")).progress_words == "Checking that it is the published file…"
    assert row(unfinished=600_000_000).download_words == "Go on (600 MB are here)"


def test_too_little_memory_is_said_before_anything_is_fetched() -> None:
    assert "this computer has 2.0 GB" in row(Shelf(free_memory=GB, total_memory=2 * GB)).facts
    assert "1.0 GB are free now" in row(Shelf(free_memory=GB, total_memory=16 * GB)).facts
    assert "needs about 3.0 GB of memory ·" in row(tools="native").facts


def test_why_a_download_failed_stands_in_its_row() -> None:
    shown = row(download=Download("failed", message="It broke off.", advice="Try again.", details="a: b"))
    assert (shown.message, shown.details) == ("It broke off. Try again.", "a: b")
    assert "It broke off." in shown.text


async def test_the_recommended_model_comes_first_and_a_deletion_can_be_undone(heard: Any) -> None:
    deleted: list[str] = []

    class Models:
        async def delete(self, model_id: str) -> None:
            deleted.append(model_id)

    view = LocalModelsViewModel(Models(), heard.bus)  # type: ignore[arg-type] - nothing else is asked of it
    view.shelf = Shelf(
        (
            LocalModel("a", "A"),
            LocalModel("b", "B", recommended=True),
            LocalModel("c", "C", installed=True, kind="downloaded", removable=True, bytes=GB),
        )
    )
    assert [one.id for one in view.to_get] == ["b", "a"]
    view.act("delete", "c")
    assert [one.id for one in view.here] == []
    assert "c" in [one.id for one in view.to_get]
    view.undo_delete("c")
    assert [one.id for one in view.here] == ["c"]
    view.act("delete", "c")
    await view.close()  # the time for Undo was not over
    assert deleted == []
