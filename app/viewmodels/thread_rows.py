"""Rows of the page “Threads”: threads, runs, and stored messages as a transcript's items."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.core.entities import Message, Thread
from app.viewmodels.step_rows import STATUS_WORDS
from app.viewmodels.transcript import Item, item
from app.viewmodels.words import date_words, mark, t
from app.workbench.branching import BRANCH_OF
from app.workbench.citations import of_message
from app.workbench.threads import tags_of

UNTITLED = mark("Empty thread")
BEFORE_MATCH = 16
"""Characters before a match that a list shows of it."""
_INCOMPLETE = {
    "content_filter": mark("Stopped by the service's filter"),
    "max_tokens": mark("Cut short at the token limit"),
    "run_cancelled": mark("Stopped"),
    "run_expired": mark("Timed out"),
    "run_failed": mark("Failed"),
}


@dataclass(frozen=True)
class ThreadRow:
    """One line of the list. ``when`` is the time of the newest activity in words of today."""

    id: str
    title: str
    when: str
    untitled: bool = False
    tags: tuple[str, ...] = ()
    found: str = ""
    depth: int = 0
    deleted: bool = False

    @property
    def second(self) -> str:
        """The second line: where it was found, or its tags."""
        return self.found or " ".join(f"#{tag}" for tag in self.tags) or self.when

    @property
    def text(self) -> str:
        """The line as a screen reader reads it."""
        branch = t("branch") if self.depth else ""
        tags = ", ".join(self.tags)
        return ", ".join(part for part in (self.title, branch, self.when, tags, self.found) if part)


@dataclass(frozen=True)
class RunRow:
    """One run of the open thread."""

    id: str
    number: int
    status: str
    when: str
    model: str
    version: int | None = None

    @property
    def text(self) -> str:
        """The run in one line; ``version`` is that of the assistant that made it."""
        version = t(" · version {0}").format(self.version) if self.version is not None else ""
        return t("Run {0} · {1} · {2} · {3}{4}").format(
            self.number, t(STATUS_WORDS.get(self.status, self.status)), self.when, self.model, version
        )


def when_words(seconds: int, now: float | None = None) -> str:
    """Write a time as people say it: ``14:05`` today, ``Yesterday``, a date before; empty for 0."""
    if seconds <= 0:
        return ""
    try:
        moment = datetime.fromtimestamp(seconds).astimezone()
    except (OSError, OverflowError, ValueError):
        return ""
    today = datetime.fromtimestamp(time.time() if now is None else now).astimezone().date()
    days = (today - moment.date()).days
    if days == 0:
        return moment.strftime("%H:%M")
    if days == 1:
        return t("Yesterday")
    return (
        date_words(moment, t("d MMM")) if moment.year == today.year else date_words(moment, t("yyyy-MM-dd"))
    )


def transcript_item(message: Message) -> Item:
    """Make a transcript's item of a stored message."""
    links = [f"*Image: {image}*" for image in message.images if image.startswith(("http:", "https:"))]
    text = "\n\n".join([part for part in (message.text, *links) if part])
    state, level = "", ""
    if message.status == "incomplete":
        state, level = t(_INCOMPLETE.get(message.incomplete_reason, "Cut short")), "warning"
    elif message.status == "in_progress":
        state, level = t("Being written"), "busy"
    elif not text and not message.images:
        state = t("No text")
    return item(
        message.id,
        message.role,
        text,
        title=t("You") if message.role == "user" else t("Assistant"),
        state=state,
        level=level,
        when=float(message.created_at),
        key_of_object=message.id,
        citations=of_message(message),
    )


def thread_row(thread: Thread, depth: int = 0) -> ThreadRow:
    """Make the list's row of a thread."""
    title = " ".join(thread.title.split())
    snippets = thread.raw.get("snippets") or []
    deleted = int(thread.raw.get("deleted_at") or 0)
    return ThreadRow(
        thread.id,
        title or t(UNTITLED),
        t("Deleted {0}").format(when_words(deleted))
        if deleted
        else when_words(thread.updated_at or thread.created_at),
        untitled=not title,
        tags=tags_of(thread),
        found=_place(snippets[0]) if snippets else "",
        depth=depth,
        deleted=bool(deleted),
    )


def _place(snippet: dict[str, Any]) -> str:
    """Where something was found, in a line that is short enough for a list to show the match."""
    text = str(snippet.get("text") or "")
    marks = snippet.get("marks") or []
    start = int(marks[0][0]) if marks else 0
    if start <= BEFORE_MATCH:
        return text
    cut = text.find(" ", start - BEFORE_MATCH, start)
    return f"…{text[cut + 1 if cut >= 0 else start :]}"


def in_tree(threads: Iterable[Thread], *, tree: bool = True) -> list[ThreadRow]:
    """The list's rows: branches stand below the thread that they were made of, as far as that is in the list."""
    listed = list(threads)
    known = {thread.id for thread in listed}
    below: dict[str, list[Thread]] = {}
    tops: list[Thread] = []
    for thread in listed:
        parent = thread.metadata.get(BRANCH_OF, "")
        if tree and parent in known and parent != thread.id:
            below.setdefault(parent, []).append(thread)
        else:
            tops.append(thread)
    rows: list[ThreadRow] = []
    seen: set[str] = set()
    # Whoever edits metadata by hand may write a circle: what is reached from no top stands at the end.
    waiting = [(thread, 0) for thread in reversed([*tops, *(t for b in below.values() for t in b)])]
    while waiting:
        thread, depth = waiting.pop()
        if thread.id not in seen:
            seen.add(thread.id)
            rows.append(thread_row(thread, depth))
            waiting.extend((branch, depth + 1) for branch in reversed(below.get(thread.id, ())))
    return rows
