"""What a click on a citation does: it opens the passage in its document, or saves a file that code made."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app.core.errors import StorageFailed
from app.ui.knowledge.passage_panel import PassagePanel
from app.ui.transcript.citations import cited_of
from app.ui.transcript.view import TranscriptView
from app.ui.words import t
from app.viewmodels.citation_names import CitationNames
from app.viewmodels.knowledge_document import DocumentViewModel
from app.viewmodels.message_bus import Action
from app.viewmodels.task_scope import TaskScope
from app.viewmodels.transcript import Item
from app.workbench.knowledge_entities import Candidate, Citation

if TYPE_CHECKING:
    from app.viewmodels.services import Services


class CitationOpener(QObject):
    """Follows the citations in a page's transcripts.

    Args:
        services: what the program can do.
        host: the page, over which passages are shown.
    """

    def __init__(self, services: Services, host: QWidget) -> None:
        super().__init__(host)
        self._services = services
        self._host = host
        self.tasks = TaskScope(self, services.bus)
        self._names = CitationNames(services.knowledge, services.bus, self)
        self._document: DocumentViewModel | None = None
        self._panel: PassagePanel | None = None

    def watch(self, view: TranscriptView) -> None:
        """Follow the citations in this view; it keeps its transcript."""
        view.link_requested.connect(self._follow)
        self._names.watch(view.transcript)

    @property
    def panel(self) -> PassagePanel:
        """The sheet that shows passages; made when it is first wanted."""
        if self._panel is None:
            services = self._services
            self._document = DocumentViewModel(services.knowledge, services.bus, self)
            self._panel = PassagePanel(self._document, self._host)
        return self._panel

    def _follow(self, address: str, item: object) -> None:
        if not isinstance(item, Item):
            return
        cited = cited_of(address, item.citations)
        if cited is None:
            self._services.bus.show_warning(
                t("This link leads to no file."),
                advice=t("The answer names a file that was not handed over."),
                key="citation",
            )
        elif cited.is_path:
            self.save_made(cited)
        else:
            self.open_citation(cited)

    def open_citation(self, citation: Citation) -> None:
        """Show the passage that a citation means."""
        panel = self.panel
        panel.open_panel()
        panel.viewmodel.open_citation(citation)

    def open_candidate(self, candidate: Candidate) -> None:
        """Show a passage that a run's search looked at."""
        self.open_citation(
            Citation(
                "",
                candidate.file_id,
                filename=candidate.filename,
                quote=candidate.text,
                page=candidate.page,
                doc_start=candidate.start,
                doc_end=candidate.end,
                doc_focus=candidate.focus,
                store_id=candidate.store_id,
            )
        )

    # -- made files ----------------------------------------------------------------------------------------------

    def save_made(self, citation: Citation) -> None:
        """Ask where to save a file that code made."""
        dialog = QFileDialog(self._host, t("Save the file"))
        dialog.setObjectName("citation_save_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(citation.filename or citation.file_id)
        dialog.fileSelected.connect(lambda path: self.save_to(citation, Path(path)))
        dialog.open()

    def save_to(self, citation: Citation, path: Path) -> None:
        """Save a file that code made."""
        self.tasks.start(f"save {path}", self._save(citation, path))

    async def _save(self, citation: Citation, path: Path) -> None:
        data = await self._services.knowledge.content(citation.file_id)
        try:
            await asyncio.to_thread(path.write_bytes, data)
        except OSError as error:
            raise StorageFailed(
                t("“{0}” cannot be written there.").format(path.name),
                advice=t("Choose another place."),
                details=str(error),
            ) from None
        address = QUrl.fromLocalFile(str(path))
        self._services.bus.show_success(
            t("“{0}” was saved.").format(path.name),
            actions=[Action(t("Open"), lambda: QDesktopServices.openUrl(address))],
        )

    async def close(self) -> None:
        """End; before the window's services stop."""
        await self._names.close()
        await self.tasks.close()
        if self._document is not None:
            await self._document.close()
