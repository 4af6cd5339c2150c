"""Assistants as the page keeps them: the engine's objects together with what is kept beside them, and their versions."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from app.viewmodels.assistant_editor import Editor
from app.viewmodels.assistant_form import MAX_NAME, AssistantForm
from app.viewmodels.assistant_list import UNNAMED
from app.viewmodels.words import mark, t
from app.workbench.assistants import Assistants
from app.workbench.versions import EXTRAS, Versions

Json = dict[str, Any]
COPY = mark(" (copy)")


class AssistantKeeping:
    """Reads and writes assistants.

    Attributes:
        copy_handlers: gives one assistant's function handlers to another, by their ids; None while there are none.
    """

    def __init__(self, assistants: Assistants, versions: Versions) -> None:
        self._assistants = assistants
        self._versions = versions
        self.copy_handlers: Callable[[str, str], Awaitable[None]] | None = None

    async def all(self) -> dict[str, Json]:
        """All assistants by id, newest first."""
        found = await self._assistants.list()
        extras = await self._versions.all_extras()
        return {item.id: together(item.raw, extras.get(item.id)) for item in found}

    async def load(self, key: str) -> Json:
        """What the engine has now.

        Raises:
            NotFound: it was deleted.
        """
        return together((await self._assistants.get(key)).raw, await self._versions.extras(key))

    async def store(self, editor: Editor, now: Json | None) -> Json:
        """Send what changed to the engine, keep the rest beside it, and make a version of the result.

        Args:
            editor: what stands in the form.
            now: what the engine has, None for a new assistant.
        """
        fields = editor.changed_fields
        if now is None:
            raw = (await self._assistants.create(fields)).raw
        elif fields:
            raw = (await self._assistants.update(editor.key, fields)).raw
        else:
            raw = now
        extras = editor.form.extras()
        if now is None or EXTRAS in editor.changed:
            await self._versions.set_extras(str(raw["id"]), extras)
        if now is None and self.copy_handlers is not None:
            await self.copy_handlers(editor.key, str(raw["id"]))
        stored = together(raw, extras)
        await self._versions.record(stored, before=now, note=editor.note)
        editor.note = ""
        return stored

    async def copy(self, key: str, form: AssistantForm) -> Json:
        """Make a copy of an assistant as it stands in the form, with its function handlers."""
        name = form.name or t(UNNAMED)
        fields = {name: value for name, value in form.api_fields().items() if value is not None}
        fields["name"] = f"{name[: MAX_NAME - len(t(COPY))]}{t(COPY)}"
        raw = (await self._assistants.create(fields)).raw
        made = str(raw["id"])
        await self._versions.set_extras(made, form.extras())
        if self.copy_handlers is not None:
            await self.copy_handlers(key, made)
        stored = together(raw, form.extras())
        await self._versions.record(stored, note=t("Copied from “{0}”").format(name[:48]))
        return stored

    async def restore(self, key: str) -> Json:
        """Bring a deleted assistant back."""
        item = (await self._assistants.restore(key)).raw
        return together(item, await self._versions.extras(key))


def together(raw: Json, extras: Json | None) -> Json:
    """The engine's object with what is kept beside it."""
    return {
        **{name: value for name, value in raw.items() if name != EXTRAS},
        **({EXTRAS: extras} if extras else {}),
    }
