"""What of the playground outlives the window: lanes, what was said, what was typed, and the files beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.core.run_events import Finished
from app.viewmodels.composer import ComposerViewModel
from app.viewmodels.lane import LaneViewModel
from app.workbench.journal import Journal
from app.workbench.journal_records import StoredComparison
from app.workbench.playground.attachments import keep_files, kept_files
from app.workbench.playground.comparison import Turn
from app.workbench.playground.lane import Attachment

Json = dict[str, Any]
INTERRUPTED = "The program ended before this answer did."


@dataclass
class Kept:
    """What the journal adds to the lanes' own setups.

    ``replaced`` are turns that a retry or an edited prompt stands in place of; ``files`` names of attached files by turn.
    """

    replaced: list[str] = field(default_factory=list)
    files: dict[str, list[str]] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)
    per_lane: bool = False

    @staticmethod
    def read(setup: Json) -> Kept:
        """Read it from a stored setup."""
        files = setup.get("files")
        values = setup.get("values")
        return Kept(
            [str(turn) for turn in setup.get("replaced") or ()],
            {str(k): [str(n) for n in v] for k, v in files.items()} if isinstance(files, dict) else {},
            {str(k): str(v) for k, v in values.items()} if isinstance(values, dict) else {},
            bool(setup.get("per_lane")),
        )

    def as_setup(self, lanes: Sequence[LaneViewModel]) -> Json:
        """Everything that is to be found again, for the journal."""
        return {
            "lanes": [lane.to_setup() for lane in lanes],
            "replaced": self.replaced,
            "files": self.files,
            "values": self.values,
            "per_lane": self.per_lane,
        }


async def last_session(
    journal: Journal,
) -> tuple[StoredComparison | None, Json, Mapping[str, tuple[Attachment, ...]]]:
    """What the last window had on screen, else the last comparison's setup alone; and the files beside its drafts."""
    found = await journal.unfinished()
    for older in found[:-1]:
        journal.close_comparison(older.id)
    if found:
        return found[-1], found[-1].setup, await kept_files(journal, found[-1].id)
    recent = await journal.recent(1)
    return None, recent[0].setup if recent else {}, {}


def keep_composer(journal: Journal, comparison: str, composer: ComposerViewModel, *, files: bool) -> None:
    """Keep what is typed; ``files`` says whether those beside it are others than were kept."""
    journal.save_draft(comparison, composer.text, lane=composer.key)
    if files:
        keep_files(journal, comparison, composer.key, composer.files)


def forget_composer(journal: Journal, comparison: str, key: str) -> None:
    """What was typed was moved on; keep nothing of it here."""
    journal.save_draft(comparison, "", lane=key)
    keep_files(journal, comparison, key, ())


def show_turns(
    stored: StoredComparison, lanes: Sequence[LaneViewModel], kept: Kept, known: list[Turn]
) -> None:
    """Put stored turns into the lanes that they were asked in, and into ``known``."""
    turns: dict[str, list[tuple[Turn, bool]]] = {lane.id: [] for lane in lanes}
    for old in stored.turns:
        turn = Turn(id=old.id, lane=old.lane, prompt=old.prompt, started=old.started)
        for event in old.events:
            turn.take(event)
        if old.interrupted:
            # The clock of a run that is gone: the last that was seen of it is its end.
            last = max((event.at for event in old.events), default=0.0)
            turn.take(Finished(lane=old.lane, status="incomplete", error=INTERRUPTED, at=last))
        known.append(turn)
        shown = turns.get(old.lane)
        if shown is not None and old.id not in kept.replaced:
            before = shown[-1][0] if shown else None
            shown.append((turn, not goes_on(before, turn)))
    for lane in lanes:
        if turns[lane.id]:
            lane.restore(turns[lane.id], kept.files)


def goes_on(before: Turn | None, turn: Turn) -> bool:
    """Whether a turn went on with the outputs of functions that the one before it waited for."""
    waited = (
        before is not None and before.finished is not None and before.finished.status == "requires_action"
    )
    return waited and before is not None and before.prompt == turn.prompt


def exchanges(turns: Sequence[Turn]) -> list[list[Turn]]:
    """A lane's turns by prompt: each begins with the one that sent it, those after it went on with outputs."""
    found: list[list[Turn]] = []
    before: Turn | None = None
    for turn in turns:
        if found and goes_on(before, turn):
            found[-1].append(turn)
        else:
            found.append([turn])
        before = turn
    return found
