"""A file's text with its chunks: which one is looked at, and the passage that someone was sent to."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Signal

from app.core.errors import AppError
from app.viewmodels.message_bus import MessageBus
from app.viewmodels.task_scope import TaskScope
from app.viewmodels.words import t
from app.workbench.citations import best_sentence
from app.workbench.knowledge import Knowledge
from app.workbench.knowledge_entities import Citation, Document, DocumentChunk

State = Literal["none", "loading", "ready", "empty", "error"]


class DocumentViewModel(QObject):
    """The document that is open. ``passage`` is the place that someone was sent to, ``focus`` the sentence in it that counts.

    Signals:
        changed: another document, or it is being read, or that failed.
        moved: another chunk or passage is looked at.
    """

    changed = Signal()
    moved = Signal()

    def __init__(self, knowledge: Knowledge, bus: MessageBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._knowledge = knowledge
        self.tasks = TaskScope(self, bus)
        self.state: State = "none"
        self.error: AppError | None = None
        self.document: Document | None = None
        self.filename = ""
        self.current = -1
        self.passage: tuple[int, int] | None = None
        self.focus: tuple[int, int] | None = None
        self.note = ""
        self._wanted: Citation | None = None

    # -- opening -------------------------------------------------------------------------------------------------

    def open(
        self,
        store_id: str,
        file_id: str,
        filename: str = "",
        *,
        start: int | None = None,
        end: int | None = None,
        quote: str = "",
        focus: tuple[int, int] | None = None,
    ) -> None:
        """Open a file of a store, at a passage if one is named by its place or its words, and there at its ``focus``."""
        self._begin(
            Citation(
                "",
                file_id,
                filename=filename,
                quote=quote,
                doc_start=start,
                doc_end=end,
                store_id=store_id,
                doc_focus=focus,
            )
        )

    def open_citation(self, citation: Citation) -> None:
        """Open what a citation means; its store and place are found out first."""
        self._begin(citation)

    def again(self) -> None:
        """Try again what failed."""
        if self._wanted is not None:
            self._begin(self._wanted, fresh=True)

    def _begin(self, citation: Citation, *, fresh: bool = False) -> None:
        self._wanted = citation
        known = self.document
        if (
            not fresh
            and known is not None
            and self.state == "ready"
            and (citation.store_id, citation.file_id) == (known.store_id, known.file_id)
        ):
            self._go(citation)
            return
        self.state, self.error, self.document = "loading", None, None
        self.filename = citation.filename
        self.current, self.passage, self.focus, self.note = -1, None, None, ""
        self.changed.emit()
        self.tasks.start("document", self._load(citation), failed=self._failed)

    async def _load(self, citation: Citation) -> None:
        if not citation.store_id or (citation.doc_start is None and citation.run_id):
            citation = await self._knowledge.locate(citation)
        document = await self._knowledge.document(citation.store_id, citation.file_id)
        self.document = document
        self.filename = document.filename
        self.state = "ready" if document.text else "empty"
        self.changed.emit()
        if document.text:
            self._go(citation)

    def _failed(self, error: AppError) -> None:
        self.state, self.error = "error", error
        self.changed.emit()

    def _go(self, citation: Citation) -> None:
        """Look at the passage, or at the first chunk."""
        document = self.document
        assert document is not None
        self.note = ""
        place = self._place(document, citation)
        self.passage, self.focus = place, None
        if place is not None:
            self.current = self._chunk_of(*place)
            sentence = best_sentence(document.text[slice(*place)], citation.claim) if citation.claim else None
            if sentence is not None:
                self.focus = (place[0] + sentence[0], place[0] + sentence[1])
            elif citation.doc_focus is not None:
                start, end = max(place[0], citation.doc_focus[0]), min(place[1], citation.doc_focus[1])
                self.focus = (start, end) if start < end else None
        else:
            self.current = 0 if document.chunks else -1
            if citation.marker or citation.quote:
                self.note = t("The exact passage is not known; this is the file that was cited.")
        self.moved.emit()

    @staticmethod
    def _place(document: Document, citation: Citation) -> tuple[int, int] | None:
        start, end = citation.doc_start, citation.doc_end
        length = len(document.text)
        if start is not None and end is not None and 0 <= start < end <= length:
            quote = citation.quote.strip()
            if not quote or quote[:80] in document.text[start:end] or document.text[start:end] in quote:
                return start, end
        if citation.quote:
            return document.find(citation.quote)
        if start is not None and end is not None and 0 <= start < end <= length:
            return start, end
        if citation.page is not None:
            page = next((p for p in document.pages if p.number == citation.page), None)
            return (page.start, page.end) if page is not None else None
        return None

    def _chunk_of(self, start: int, end: int) -> int:
        """The chunk that shares most with a passage; of equal ones the one that begins nearest before it."""
        document = self.document
        assert document is not None
        best, most = -1, 0
        for position, chunk in enumerate(document.chunks):
            shared = min(end, chunk.end) - max(start, chunk.start)
            if shared > most:
                best, most = position, shared
        return best

    # -- moving --------------------------------------------------------------------------------------------------

    @property
    def chunk(self) -> DocumentChunk | None:
        """The chunk that is looked at."""
        chunks = self.document.chunks if self.document is not None else ()
        return chunks[self.current] if 0 <= self.current < len(chunks) else None

    @property
    def count(self) -> int:
        """How many chunks there are."""
        return len(self.document.chunks) if self.document is not None else 0

    def select(self, position: int) -> None:
        """Look at another chunk."""
        if 0 <= position < self.count and (position != self.current or self.passage is not None):
            self.current = position
            self.passage, self.focus, self.note = None, None, ""
            self.moved.emit()

    def step(self, by: int) -> None:
        """Look at the next chunk (1) or the one before (-1)."""
        self.select(max(0, min(self.count - 1, self.current + by)))

    def select_at(self, position: int) -> None:
        """Look at the chunk at a place of the text; at the same place again the next one that shares it."""
        document = self.document
        if document is None:
            return
        there = [i for i, chunk in enumerate(document.chunks) if chunk.start <= position < chunk.end]
        if there:
            later = [i for i in there if i > self.current] if self.current in there else there
            self.select((later or there)[0])

    def close_document(self) -> None:
        """Show nothing."""
        self.tasks.cancel("document")
        self._wanted = None
        if self.state != "none":
            self.state, self.document, self.error = "none", None, None
            self.filename, self.note = "", ""
            self.current, self.passage, self.focus = -1, None, None
            self.changed.emit()

    async def close(self) -> None:
        """End."""
        await self.tasks.close()
