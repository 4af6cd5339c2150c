"""Rows of the page “Knowledge”: stores, files, what a search found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.viewmodels.sentences import said
from app.viewmodels.thread_rows import when_words
from app.viewmodels.words import mark, number_words, t
from app.workbench.knowledge_entities import Hit, KnowledgeStore, StoreFile

UNNAMED = mark("Unnamed store")
RowState = Literal["waiting", "uploading", "in_progress", "completed", "failed", "cancelled"]

STATE_WORDS: dict[str, str] = {
    "waiting": mark("Waiting"),
    "uploading": mark("Uploading"),
    "in_progress": mark("Being read"),
    "completed": mark("Ready"),
    "failed": mark("Failed"),
    "cancelled": mark("Cancelled"),
}
_STAGES = {
    "waiting": mark("Waiting"),
    "queued": mark("Waiting"),
    "reading": mark("Being read"),
    "chunking": mark("Being cut"),
    "embedding": mark("Being indexed"),
    "indexing": mark("Being indexed"),
}


@dataclass(frozen=True)
class StoreRow:
    """One line of the list of stores."""

    id: str
    name: str
    files: int
    summary: str
    busy: bool = False
    failed: bool = False
    expired: bool = False
    unnamed: bool = False

    @property
    def text(self) -> str:
        """The line as a screen reader reads it."""
        return f"{self.name}, {self.summary}"


@dataclass(frozen=True)
class FileRow:
    """One line of a store's files: a file of the store, or an upload on its way (``upload`` is true)."""

    key: str
    name: str
    state: RowState
    progress: float | None = None
    stage: str = ""
    size: int | None = None
    chunks: int | None = None
    reason: str = ""
    when: str = ""
    attributes: int = 0
    upload: bool = False

    @property
    def busy(self) -> bool:
        """Whether it is on its way."""
        return self.state in {"waiting", "uploading", "in_progress"}

    @property
    def state_words(self) -> str:
        """The state in a word or two, with how far it is."""
        words = t(STATE_WORDS[self.state])
        if self.state == "in_progress":
            words = t(_STAGES[self.stage]) if self.stage in _STAGES else words
        if self.progress is not None and self.busy and 0 < self.progress < 1:
            words = f"{words} {round(self.progress * 100)} %"
        return words

    @property
    def details(self) -> str:
        """Size, chunks, time; the reason of a failure instead."""
        if self.state == "failed" and self.reason:
            return said(self.reason)
        parts = [size_words(self.size), chunk_words(self.chunks), self.when]
        if self.attributes:
            parts.append(
                t("1 attribute") if self.attributes == 1 else t("{0} attributes").format(self.attributes)
            )
        return " · ".join(part for part in parts if part)

    @property
    def text(self) -> str:
        """The line as a screen reader reads it."""
        return ", ".join(part for part in (self.name, self.state_words, self.details) if part)

    @property
    def tip(self) -> str:
        """The line's tooltip: what the width may have cut."""
        return "\n".join(part for part in (self.name, self.state_words, self.details) if part)


@dataclass(frozen=True)
class HitRow:
    """One line of a search's results: a hit, or a dropped candidate with the reason."""

    key: str
    hit: Hit

    @property
    def dropped(self) -> bool:
        """Whether it is not among the results."""
        return bool(self.hit.dropped)

    @property
    def parts(self) -> str:
        """What the score is made of, and where it stands."""
        hit = self.hit
        found = [
            f"{word} {number_words(value, 2)}"
            for word, value in (
                (t("words"), hit.keyword),
                (t("meaning"), hit.vector),
                (t("reranker"), hit.reranked),
            )
            if value is not None
        ]
        if hit.chunk is not None:
            found.append(t("chunk {0}").format(hit.chunk + 1))
        if hit.place:
            found.append(said(hit.place))
        return " · ".join(found)

    @property
    def excerpt(self) -> str:
        """The beginning of the passage in one line."""
        return " ".join(self.hit.text[:600].split())

    @property
    def text(self) -> str:
        """The line as a screen reader reads it."""
        number = f"{self.hit.rank}. " if not self.dropped else ""
        why = t(", dropped: {0}").format(said(self.hit.dropped or "")) if self.dropped else ""
        return t("{0}{1}, score {2:.2f}, {3}{4}: {5}").format(
            number, self.hit.filename, self.hit.score, self.parts, why, self.excerpt
        )


def store_row(store: KnowledgeStore) -> StoreRow:
    """Make the list's row of a store."""
    counts = store.counts
    name = " ".join(store.name.split())
    expired = store.status == "expired"
    words = [file_words(counts.total)]
    if expired:
        words.append(t("expired"))
    elif counts.in_progress:
        words.append(t("{0:,} being read").format(counts.in_progress))
    if counts.failed:
        words.append(t("{0:,} failed").format(counts.failed))
    if not counts.in_progress and not counts.failed and store.usage_bytes:
        words.append(size_words(store.usage_bytes))
    return StoreRow(
        store.id,
        name or t(UNNAMED),
        counts.total,
        " · ".join(words),
        busy=bool(counts.in_progress),
        failed=bool(counts.failed),
        expired=expired,
        unnamed=not name,
    )


def file_row(file: StoreFile) -> FileRow:
    """Make the row of a store's file."""
    return FileRow(
        file.id,
        " ".join(file.filename.split()) or file.id,
        file.state,
        progress=file.progress if file.state == "in_progress" else None,
        stage=file.stage,
        size=file.size,
        chunks=file.chunks if file.state == "completed" else None,
        reason=file.reason,
        when=when_words(file.created_at),
        attributes=len(file.attributes),
    )


def size_words(size: int | None) -> str:
    """Write bytes as people read them: ``12 KB``, ``3.4 MB``; empty if unknown."""
    if size is None:
        return ""
    if size < 1000:
        return t("{0} bytes").format(size) if size != 1 else t("1 byte")
    value = float(size)
    for unit in ("KB", "MB", "GB", "TB"):
        value /= 1000
        if value < 999.5 or unit == "TB":
            return f"{number_words(value, 0 if value >= 10 else 1)} {unit}"
    return ""


def chunk_words(chunks: int | None) -> str:
    """“12 chunks”; empty if unknown."""
    if chunks is None:
        return ""
    return t("1 chunk") if chunks == 1 else t("{0:,} chunks").format(chunks)


def file_words(files: int) -> str:
    """“12 files”."""
    return t("1 file") if files == 1 else t("{0:,} files").format(files) if files else t("No files")
