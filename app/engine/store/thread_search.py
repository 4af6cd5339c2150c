"""Searching threads: every word of every message, titles, tags.

SQLite searches an FTS5 index, from the newest message backwards, so that the first page of a common word costs as little
as that of a rare one. Other databases look through the messages themselves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, String, cast, column, func, select, table, text
from sqlalchemy.ext.asyncio import AsyncSession

from app.engine.store.tables import Message, Thread

TITLE, TAGS = "title", "tags"
"""Metadata keys: a thread's title, and its tags with commas between them."""
BATCH = 5000
MOST_LOOKED_AT = 50_000
"""Matching messages that are looked at, newest first, to find the threads of a page."""
MOST_TITLES = 200
_WORD = re.compile(r'"([^"]+)"|(\S+)')
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Scripts that put no spaces between words, so that an index of words does not find what is in the middle."""
_TEXTS = table("message_texts", column("seq"), column("text", String))


_INDEXED = text(
    "SELECT f.rowid, m.thread_id, t.deleted_at IS NULL FROM message_search AS f "
    "CROSS JOIN messages AS m ON m.seq = f.rowid CROSS JOIN threads AS t ON t.id = m.thread_id "
    "WHERE message_search MATCH :match AND f.rowid < :before ORDER BY f.rowid DESC LIMIT :count"
)
"""Walks the index backwards and looks each message up (CROSS JOIN keeps this order)."""


@dataclass
class Found:
    """A thread that was found. ``seqs`` are its matching messages as far as they were looked at, newest first."""

    thread_id: str
    seqs: list[int] = field(default_factory=list)


def words_of(query: str) -> list[str]:
    """The words and “quoted phrases” of a query; what holds no letter or digit finds nothing and is left out."""
    found = [phrase or word for phrase, word in _WORD.findall(query)]
    return [word for word in found if any(c.isalnum() for c in word)]


def match_expression(query: str) -> str:
    """The query in FTS5's language: all words, the last also as the beginning of a longer one; phrases as they are."""
    given = [(phrase, word) for phrase, word in _WORD.findall(query) if any(map(str.isalnum, phrase or word))]
    quoted = ['"' + (phrase or word).replace('"', '""') + '"' for phrase, word in given]
    if given and not given[-1][0]:
        quoted[-1] += "*"
    return " ".join(quoted)


def has_tag(tag: str) -> ColumnElement[bool]:
    """Whether a thread carries a tag."""
    tags = "," + func.coalesce(Thread.metadata_[TAGS].as_string(), "") + ","
    return tags.contains(f",{tag},", autoescape=True)


async def search(
    session: AsyncSession, query: str, *, tag: str, after: str | None, limit: int
) -> list[Found]:
    """Threads that hold all words of ``query`` in one message or in their title; the newest match first.

    Gives up to ``limit + 1`` threads behind the one called ``after``: one more than wanted tells that there are more.
    """
    words = words_of(query)
    if not words:
        return []
    found = {thread_id: Found(thread_id) for thread_id in await _titled(session, words, tag)}
    wanted = limit + 1
    tagged = await _tagged(session, tag) if tag else None
    before = 2**62
    looked_at = 0
    while looked_at < MOST_LOOKED_AT:
        rows = await _matching(session, query, words, before)
        for seq, thread_id, there in rows:
            if there and (tagged is None or thread_id in tagged):
                found.setdefault(thread_id, Found(thread_id)).seqs.append(seq)
        looked_at += len(rows)
        if len(rows) < BATCH or _behind(found, after) >= wanted:
            break
        before = rows[-1][0]
    names = list(found)
    start = names.index(after) + 1 if after in found else 0
    return [found[name] for name in names[start : start + wanted]]


def _behind(found: dict[str, Found], after: str | None) -> int:
    return len(found) - (list(found).index(after) + 1 if after in found else 0)


async def _tagged(session: AsyncSession, tag: str) -> set[str]:
    return set(await session.scalars(select(Thread.id).where(Thread.deleted_at.is_(None), has_tag(tag))))


async def _matching(
    session: AsyncSession, query: str, words: list[str], before: int
) -> list[tuple[int, str, bool]]:
    """Matching messages from the newest one before ``before`` on: their place, their thread, whether that is not deleted."""
    sqlite = (await session.connection()).dialect.name == "sqlite"
    if sqlite and not _UNSPACED.search(query):
        values = {"match": match_expression(query), "before": before, "count": BATCH}
        rows = await session.execute(_INDEXED, values)
    else:
        content: Any = _TEXTS.c.text if sqlite else cast(Message.content, String)
        looking = select(Message.seq, Message.thread_id, Thread.deleted_at.is_(None)).join(
            Thread, Thread.id == Message.thread_id
        )
        if sqlite:
            looking = looking.join(_TEXTS, _TEXTS.c.seq == Message.seq)
        looking = looking.where(
            Message.status != "in_progress",
            Message.seq < before,
            *(content.icontains(word, autoescape=True) for word in words),
        )
        rows = await session.execute(looking.order_by(Message.seq.desc()).limit(BATCH))
    return [(seq, thread_id, bool(there)) for seq, thread_id, there in rows]


async def _titled(session: AsyncSession, words: list[str], tag: str) -> list[str]:
    """Threads whose title holds all words, those with the newest activity first."""
    title = Thread.metadata_[TITLE].as_string()
    conditions = [Thread.deleted_at.is_(None), *(title.icontains(word, autoescape=True) for word in words)]
    if tag:
        conditions.append(has_tag(tag))
    query = select(Thread.id).where(*conditions)
    return list(
        await session.scalars(query.order_by(Thread.updated_at.desc(), Thread.seq.desc()).limit(MOST_TITLES))
    )


async def snippets(session: AsyncSession, query: str, seqs: list[int]) -> dict[int, dict[str, Any]]:
    """The place of each message that matches: ``message_id``, ``text`` and the ``marks`` in it (start, end)."""
    ids = {
        seq: (identifier, content)
        for seq, identifier, content in await session.execute(
            select(Message.seq, Message.id, Message.content).where(Message.seq.in_(seqs))
        )
    }
    words = words_of(query)
    found: dict[int, dict[str, Any]] = {}
    for seq, (identifier, content) in ids.items():
        parts = [part["text"]["value"] for part in content if part.get("type") == "text"]
        shown, marks = snippet("\n".join(parts), words)
        found[seq] = {"message_id": identifier, "text": shown, "marks": marks}
    return found


def snippet(whole: str, words: list[str]) -> tuple[str, list[list[int]]]:
    """The words around the first place that matches, in one line, and where in it the matches lie (start, end)."""
    pattern = re.compile("|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)), re.IGNORECASE)
    first = pattern.search(whole)
    at = first.start() if first is not None else 0
    start = max(0, at - 60)
    piece = whole[start : at + 140]
    if start:
        piece = piece[piece.find(" ") + 1 :] if " " in piece[:30] else piece
    line = " ".join(piece.split())
    shown = f"{'…' if start else ''}{line}{'…' if at + 140 < len(whole) else ''}"
    return shown, [[found.start(), found.end()] for found in pattern.finditer(shown)]


async def all_tags(session: AsyncSession) -> dict[str, int]:
    """The tags of all threads and how many threads carry each."""
    tags = Thread.metadata_[TAGS].as_string()
    counted: dict[str, int] = {}
    for value in await session.scalars(select(tags).where(Thread.deleted_at.is_(None), tags.is_not(None))):
        for tag in str(value).split(","):
            if tag.strip():
                counted[tag.strip()] = counted.get(tag.strip(), 0) + 1
    return dict(sorted(counted.items()))
