"""Connections that were typed and not saved: kept over the end of the program, without anything that is a key."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from app.connections.failure_facts import is_secret_header
from app.connections.profile import Profile
from app.viewmodels.connection_editor import ServiceEditor
from app.viewmodels.connection_form import ConnectionForm, form_from, preset
from app.workbench.drafts import Drafts

NEW = "new-"
"""What the ids of connections begin with that were never saved."""


class ConnectionDrafts:
    """Turns editors into drafts and back; does nothing where no drafts are kept."""

    def __init__(self, drafts: Drafts | None) -> None:
        self._drafts = drafts

    def take(self, profiles: Sequence[Profile]) -> dict[str, ServiceEditor]:
        """The editors as they were when the program ended, by id; typed keys are not there, they are never written."""
        found: dict[str, ServiceEditor] = {}
        for key, content in self._drafts.all().items() if self._drafts is not None else ():
            base = next((one for one in profiles if one.id == key), None)
            form = form_from(content.get("form"))
            if form is None or (base is None and not key.startswith(NEW)):
                self.forget(key)
                continue
            chosen = preset(str(content.get("preset") or "other"))
            start = (
                ConnectionForm.from_profile(base) if base is not None else ConnectionForm.from_preset(chosen)
            )
            editor = ServiceEditor(key, base, form, chosen, start)
            if editor.changed:
                found[key] = editor
            else:
                self.forget(key)
        return found

    def keep(self, editor: ServiceEditor) -> None:
        """Keep what is typed in a form; what looks like a key has to be typed again."""
        if self._drafts is None:
            return
        if not editor.changed:
            self.forget(editor.id)
            return
        form = dataclasses.asdict(editor.form)
        form["headers"] = [
            [name, "" if is_secret_header(name) else value] for name, value in editor.form.headers
        ]
        for name in ("proxy", "base_url"):
            if "@" in form[name]:
                form[name] = ""
        self._drafts.keep(editor.id, {"preset": editor.preset.id, "form": form})

    def forget(self, key: str) -> None:
        """There is nothing to keep any more."""
        if self._drafts is not None:
            self._drafts.discard(key)
