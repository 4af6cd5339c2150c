"""Names of cited files that the API tells only by their ids: looked up once, shown where they were missing."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import QObject

from app.core.errors import AppError
from app.viewmodels.message_bus import MessageBus
from app.viewmodels.task_scope import TaskScope
from app.viewmodels.transcript import Item, Transcript
from app.workbench.knowledge import Knowledge


class CitationNames(QObject):
    """Watches transcripts and completes the citations in them."""

    def __init__(self, knowledge: Knowledge, bus: MessageBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._knowledge = knowledge
        self.tasks = TaskScope(self, bus)
        self._names: dict[str, str] = {}

    def watch(self, transcript: Transcript) -> None:
        """Complete the citations of this transcript from now on."""
        transcript.reset.connect(lambda: self._look(transcript, 0, len(transcript.items)))
        transcript.inserted.connect(lambda first, count: self._look(transcript, first, count))
        transcript.changed.connect(lambda position: self._look(transcript, position, 1))
        self._look(transcript, 0, len(transcript.items))

    def _look(self, transcript: Transcript, first: int, count: int) -> None:
        for item in transcript.items[first : first + count]:
            if item.citations and not item.streaming and any(not c.filename for c in item.citations):
                key = f"{id(transcript)} {item.key}"
                if not self.tasks.running(key):
                    self.tasks.start(key, self._complete(transcript, item), failed=lambda _error: None)

    async def _complete(self, transcript: Transcript, item: Item) -> None:
        for file_id in dict.fromkeys(c.file_id for c in item.citations if not c.filename):
            if file_id not in self._names:
                try:
                    self._names[file_id] = await self._knowledge.file_name(file_id)
                except AppError:  # the engine is away: the id stands there
                    self._names[file_id] = file_id
        item.citations = tuple(
            c if c.filename else dataclasses.replace(c, filename=self._names.get(c.file_id, c.file_id))
            for c in item.citations
        )
        transcript.touch(item)

    async def close(self) -> None:
        """End."""
        await self.tasks.close()
