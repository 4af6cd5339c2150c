"""The list of assistants: what the engine has, what is only a draft, and what the search leaves of both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QObject, Signal

from app.core.errors import AppError
from app.viewmodels.assistant_editor import Editor
from app.viewmodels.assistant_form import AssistantForm
from app.viewmodels.rows import RowsModel
from app.viewmodels.words import mark, t
from app.workbench.drafts import Drafts

Json = dict[str, Any]
ListState = Literal["loading", "ready", "empty", "error"]
NEW = "new-"
"""Beginning of the made-up key of an assistant that was never saved."""
UNNAMED = mark("Unnamed assistant")


@dataclass(frozen=True)
class AssistantRow:
    """One line of the list. ``draft`` marks changes that are not saved yet."""

    key: str
    name: str
    model: str = ""
    description: str = ""
    draft: bool = False

    @property
    def is_new(self) -> bool:
        """Whether it was never saved."""
        return self.key.startswith(NEW)

    @property
    def text(self) -> str:
        """The line as a screen reader reads it."""
        state = t(", not saved yet") if self.is_new else t(", has unsaved changes") if self.draft else ""
        return f"{self.name}{f', {self.model}' if self.model else ''}{state}"

    @property
    def tip(self) -> str:
        """The line's tooltip: what the width may have cut."""
        return "\n".join(part for part in (self.name, self.description, self.model) if part)


class AssistantList(QObject):
    """Rows of the page's list.

    Args:
        drafts: drafts by key; those of new assistants are rows of their own.
        editor: gives the assistant in the form, whose row shows what is typed.

    Signals:
        changed: state, rows or search are different.
    """

    changed = Signal()

    def __init__(
        self, drafts: Drafts, editor: Callable[[], Editor | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self._editor = editor
        self.rows: RowsModel[AssistantRow] = RowsModel(
            lambda r: r.text, lambda r: r.key, self, tip=lambda r: r.tip
        )
        self.state: ListState = "loading"
        self.error: AppError | None = None
        self.search = ""
        self.objects: dict[str, Json] = {}
        self.loaded = False

    def show_loading(self) -> None:
        """The list is being fetched; what was shown before stays."""
        if not self.loaded:
            self.state = "loading"
            self.changed.emit()

    def show_error(self, error: AppError) -> None:
        """The list could not be fetched."""
        self.error = error
        self.state = "error"
        self.changed.emit()

    def take(self, objects: dict[str, Json]) -> None:
        """Take the engine's assistants, by id, newest first."""
        self.error = None
        self.loaded = True
        self.objects = objects
        self.show()

    def add(self, stored: Json) -> None:
        """Take in one assistant: at its place, or as the newest."""
        key = str(stored["id"])
        if key in self.objects:
            self.objects[key] = stored
        else:
            self.objects = {key: stored, **self.objects}
        self.show()

    def set_search(self, text: str) -> None:
        """Show only what contains ``text`` in name, description, model, instructions or id."""
        self.search = text
        self.show()

    def show(self) -> None:
        """Make the rows anew."""
        kept = self._drafts.all()
        editor = self._editor()
        new = [key for key in reversed(kept) if key.startswith(NEW)]
        if editor is not None and editor.is_new and editor.key not in kept:
            new.insert(0, editor.key)
        rows = [self.row(key) for key in (*new, *self.objects)]
        words = self.search.casefold().split()
        if words:
            rows = [row for row in rows if all(word in self._searched(row) for word in words)]
        self.rows.set_rows(rows)
        self.state = "ready" if rows or words else "empty"
        if self.error is not None:
            self.state = "error"
        elif not self.loaded and not rows:
            self.state = "loading"
        self.changed.emit()

    def show_row(self, key: str) -> None:
        """Bring one row up to date."""
        position = self.rows.position(key)
        if position >= 0:
            self.rows.replace(position, self.row(key))

    def row(self, key: str) -> AssistantRow:
        """Make the row of one assistant, as it stands in the form or its draft."""
        item = self.objects.get(key)
        editor = self._editor()
        kept = self._drafts.load(key)
        if editor is not None and editor.key == key:
            form, draft = editor.form, bool(editor.changed)
        elif kept is not None:
            form, draft = AssistantForm.from_draft(kept["form"]), True
        else:
            form, draft = AssistantForm.from_api(item or {}), False
        name = " ".join(form.name.split()) or t(UNNAMED)
        return AssistantRow(key, name, form.model, " ".join(form.description.split()), draft or item is None)

    def neighbour(self, key: str) -> str | None:
        """The row to select when this one goes."""
        position = self.rows.position(key)
        rows = self.rows.rows
        if position < 0 or len(rows) < 2:
            return None
        return rows[position + 1 if position + 1 < len(rows) else position - 1].key

    def _searched(self, row: AssistantRow) -> str:
        instructions = (self.objects.get(row.key) or {}).get("instructions") or ""
        return f"{row.name}\n{row.description}\n{row.model}\n{row.key}\n{instructions}".casefold()
