"""The page “Connections”: services with their keys and models, and this computer's own engine.

A typed key lives in this view-model until it is saved or the form is left; it is in no signal, row, draft or message.
"""

from __future__ import annotations

import dataclasses
import secrets as random_source
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.connections import catalog
from app.connections.check import CheckResult
from app.connections.profile import Profile
from app.connections.registry import Connections
from app.connections.secrets import Key, Place, environment_keys
from app.core.entities import ENGINE
from app.core.errors import AppError, InvalidInput, NotFound
from app.viewmodels.connection_drafts import NEW, ConnectionDrafts
from app.viewmodels.connection_editor import ConnectionRow, ServiceEditor
from app.viewmodels.connection_form import ConnectionForm, Preset, preset
from app.viewmodels.message_bus import Action, MessageBus
from app.viewmodels.rows import RowsModel
from app.viewmodels.sentences import said
from app.viewmodels.settings import place_words
from app.viewmodels.task_scope import TaskScope
from app.viewmodels.words import t
from app.workbench.drafts import Drafts

UNDO_SECONDS = 12.0
"""How long Undo is offered after a deletion; the key is deleted a little later."""
_GRACE_SECONDS = 3.0


class ConnectionsViewModel(QObject):
    """State of the page.

    Signals:
        list_changed: the list is different.
        selected: something else is in the form (a service, this computer, or nothing).
        refilled: the same service's contents changed: fill the form anew.
        checked: problems, test result, key's place, or what goes on is different.
        models_changed: a service offers other models now: lanes look again.
    """

    list_changed = Signal()
    selected = Signal()
    refilled = Signal()
    checked = Signal()
    models_changed = Signal()

    def __init__(
        self,
        connections: Connections,
        bus: MessageBus,
        parent: QObject | None = None,
        *,
        drafts: Drafts | None = None,
    ) -> None:
        super().__init__(parent)
        self._drafts = ConnectionDrafts(drafts)
        self._connections = connections
        self._bus = bus
        self.tasks = TaskScope(self, bus)
        self.rows: RowsModel[ConnectionRow] = RowsModel(lambda r: r.text, lambda r: r.key, self)
        self.selected_key = ENGINE
        self.editor: ServiceEditor | None = None
        self.engine_detail = t("Engine and built-in model")
        self.place: Place | None = None
        self._results: dict[str, CheckResult] = {}
        self._unsaved: dict[str, ServiceEditor] = {}
        self._to_forget: dict[str, QTimer] = {}
        self._stop_observing = connections.observe(self._take_changes)
        self._unsaved.update(self._drafts.take(connections.list()))
        self._show()

    # -- list and selection --------------------------------------------------------------------------------------

    def activate(self) -> None:
        """The page is shown, or the window came to the front: look what is there now."""
        try:
            self._connections.refresh()
        except AppError as error:
            self._bus.show_error(error, key="connections")
        self.tasks.start("place", self._find_place())

    async def _find_place(self) -> None:
        self.place = await self._connections.keys.find_place()
        self.checked.emit()

    def set_engine_detail(self, words: str) -> None:
        """Say in the list what this computer's engine is doing."""
        if words != self.engine_detail:
            self.engine_detail = words
            self._show()

    def _take_changes(self) -> None:
        """Connections are different, through us or another window."""
        editor = self.editor
        if editor is not None and editor.base is not None and not editor.saving:
            now = next((p for p in self._connections.list() if p.id == editor.id), None)
            editor.gone = now is None
            if now is not None and now != editor.base:
                untouched = not editor.changed
                listed = ConnectionForm.from_profile(now)
                editor.base = now
                editor.form = listed if untouched else dataclasses.replace(editor.form, models=listed.models)
                self.refilled.emit()
            self.checked.emit()
        self._show()
        self.models_changed.emit()

    def _show(self) -> None:
        rows = [ConnectionRow(ENGINE, t("This computer"), self.engine_detail, "engine")]
        rows += [self._row(profile) for profile in self._connections.list()]
        editors = {**self._unsaved, **({self.editor.id: self.editor} if self.editor is not None else {})}
        rows += [
            ConnectionRow(e.id, " ".join(e.form.name.split()) or t(e.preset.name), t("Not saved yet"), "new")
            for e in editors.values()
            if e.is_new
        ]
        self.rows.set_rows(rows)
        self.list_changed.emit()

    def _row(self, profile: Profile) -> ConnectionRow:
        result = self._results.get(profile.id)
        if result is not None and not result.ok:
            return ConnectionRow(profile.id, profile.name, said(result.message), "problem")
        number = len(profile.models)
        if number:
            words = t("1 model") if number == 1 else t("{0} models").format(number)
            return ConnectionRow(profile.id, profile.name, words, "ok")
        return ConnectionRow(
            profile.id, profile.name, t("No models yet") if result else t("Not tested yet"), "unknown"
        )

    def select(self, key: str) -> None:
        """Show this computer (:data:`ENGINE`), a service, or a new one that is not saved yet."""
        if key == self.selected_key and (self.editor is not None or key == ENGINE):
            return
        self._put_aside()
        self.selected_key = key
        if key == ENGINE:
            self.editor = None
        elif key in self._unsaved:
            self.editor = self._unsaved.pop(key)
        else:
            try:
                profile = self._connections.get(key)
            except NotFound:
                return
            form = ConnectionForm.from_profile(profile)
            chosen = next((p for p in _PRESET_ORDER if _fits(p, profile)), preset("other"))
            self.editor = ServiceEditor(
                key, profile, form, chosen, form, result=self._results.get(profile.id)
            )
        self._show()
        self.selected.emit()
        self.checked.emit()

    def new(self, preset_id: str = "other", **fields: Any) -> None:
        """Begin a new service from a preset; ``fields`` are filled in already."""
        self._put_aside()
        chosen = preset(preset_id)
        start = ConnectionForm.from_preset(chosen)
        form = dataclasses.replace(start, **fields)
        self.editor = ServiceEditor(f"{NEW}{random_source.token_hex(4)}", None, form, chosen, start)
        self.selected_key = self.editor.id
        self._show()
        self.selected.emit()
        self.checked.emit()

    def _put_aside(self) -> None:
        """Keep what is typed while something else is looked at."""
        editor = self.editor
        if editor is not None and editor.changed and not editor.gone:
            self._unsaved[editor.id] = editor
        self.editor = None

    def about_model(self, name: str) -> str:
        """What is known of a model of the service in the form: that it ends, and what it can; empty if nothing is."""
        editor = self.editor
        if editor is None:
            return ""
        profile = editor.profile
        if editor.result is not None and editor.result.facts:
            profile = dataclasses.replace(profile, facts=editor.result.facts)
        known = catalog.of_connection(profile, name)
        ending = catalog.retirement(known.shutdown_date)
        return " · ".join(part for part in (ending, known.words) if part)

    # -- typing --------------------------------------------------------------------------------------------------

    def edit(self, **fields: Any) -> None:
        """Take what was typed into the form (not the key: :meth:`set_key`)."""
        editor = self.editor
        if editor is None:
            return
        form = dataclasses.replace(editor.form, **fields)
        if form == editor.form:
            return
        editor.form = form
        for name in fields:
            editor.refused.pop(name, None)
        if set(fields) - {"name", "models"}:
            editor.result = None
        if "name" in fields and editor.is_new:
            self._show()
        self._drafts.keep(editor)
        self.checked.emit()

    def set_key(self, text: str) -> None:
        """Take what was typed into the key's field."""
        editor = self.editor
        if editor is not None and text != editor.key.reveal():
            editor.key = Key(text)
            editor.forget_key = False
            editor.refused.pop("key", None)
            editor.result = None
            if text and editor.form.environment_entry:
                editor.form = dataclasses.replace(editor.form, environment_entry="")
            self.checked.emit()

    def forget_kept_key(self) -> None:
        """Let go of the kept key with the next save."""
        if self.editor is not None and self.editor.has_kept_key:
            self.editor.forget_key = True
            self.editor.result = None
            self.checked.emit()

    @property
    def environment_entries(self) -> list[str]:
        """Keys in the environment that could be used instead of a typed one (``env:NAME``)."""
        return environment_keys()

    @property
    def key_words(self) -> str:
        """Where the key of the service in the form is, or will be kept."""
        editor = self.editor
        if editor is None:
            return ""
        if editor.form.environment_entry:
            return t("The key is read from the environment variable {0}.").format(
                editor.form.environment_entry.removeprefix("env:")
            )
        if editor.key:
            if self.place is not None and self.place.durable:
                return t("It will be kept in {0}.").format(said(self.place.name))
            return t("It is kept for this session only.")
        if editor.forget_key:
            return t("The kept key is deleted when you save.")
        if editor.has_kept_key:
            if self.place is not None and self.place.durable:
                return t("A key is kept in {0}; it is never shown. Type another to replace it.").format(
                    said(self.place.name)
                )
            return t("A key is known for this session; it is never shown. Type another to replace it.")
        return (
            f"{t(editor.preset.hint)} {place_words(self.place)}"
            if self.place is not None
            else t(editor.preset.hint)
        )

    @property
    def session_only(self) -> bool:
        """Whether keys cannot be kept beyond this session."""
        return self.place is not None and not self.place.durable

    # -- testing, saving -----------------------------------------------------------------------------------------

    def test(self) -> None:
        """Ask the service whether it works, as it stands in the form."""
        editor = self.editor
        if editor is not None and not editor.problems:
            self.tasks.start(f"test {editor.id}", self._test(editor))

    def apply_fix(self) -> None:
        """Take the address that the test suggests, and test again; a saved service is saved with it."""
        editor = self.editor
        if editor is None or editor.result is None or not editor.result.suggested_base_url:
            return
        self.edit(base_url=editor.result.suggested_base_url)
        self.refilled.emit()
        if editor.is_new:
            self.test()
        else:
            self.save()

    async def _test(self, editor: ServiceEditor) -> None:
        editor.testing = True
        self.checked.emit()
        try:
            saved_as_typed = editor.base is not None and not editor.changed
            result = await self._connections.check(
                editor.profile, None if saved_as_typed else editor.key_argument
            )
        finally:
            editor.testing = False
            self.checked.emit()
        self._take_result(editor, result)

    def _take_result(self, editor: ServiceEditor, result: CheckResult) -> None:
        editor.result = result
        if result.ok and result.models_listed and result.models != editor.form.models:
            editor.form = dataclasses.replace(editor.form, models=result.models)
            if editor is self.editor:
                self.refilled.emit()
        if editor.base is not None:
            self._results[editor.id] = result
        self._show()
        self.checked.emit()

    @property
    def can_save(self) -> bool:
        """Whether Save would do something and nothing stands against it."""
        editor = self.editor
        return (
            editor is not None
            and not editor.saving
            and not editor.gone
            and not editor.problems
            and (editor.is_new or editor.changed)
        )

    def save(self) -> None:
        """Save the service and its key, then test it, so that its models are offered."""
        if self.can_save and self.editor is not None:
            self.tasks.start(f"save {self.editor.id}", self._save(self.editor))

    async def _save(self, editor: ServiceEditor) -> None:
        editor.saving = True
        self.checked.emit()
        try:
            profile = editor.profile
            if editor.result is not None and editor.result.ok and editor.result.facts:
                profile = dataclasses.replace(profile, facts=editor.result.facts)
            if editor.base is None:
                saved, place = await self._connections.add(profile, editor.key.reveal())
            else:
                key = editor.key.reveal() if editor.key else "" if editor.forget_key else None
                saved, place = await self._connections.update(profile, key)
        except InvalidInput as error:
            if error.field is None:
                raise
            editor.refused[error.field] = str(error)
            return
        except NotFound:
            editor.gone = True
            return
        finally:
            editor.saving = False
            self.checked.emit()
        if place is not None:
            self.place = place
        old = editor.id
        editor.id, editor.base = saved.id, saved
        editor.form = editor.start = ConnectionForm.from_profile(saved)
        editor.key, editor.forget_key, editor.refused = Key(""), False, {}
        self._unsaved.pop(old, None)
        self._drafts.forget(old)
        if editor is self.editor:
            self.selected_key = saved.id
            self.refilled.emit()
        self._show()
        self.checked.emit()
        if editor.result is None or not editor.result.ok:
            await self._test(editor)
        else:
            self._results[saved.id] = editor.result

    def revert(self) -> None:
        """Go back to what is saved; a new service is dropped."""
        editor = self.editor
        if editor is None:
            return
        if editor.is_new:
            self._drop(editor.id)
            return
        assert editor.base is not None
        self._drafts.forget(editor.id)
        editor.form = ConnectionForm.from_profile(editor.base)
        editor.key, editor.forget_key, editor.refused = Key(""), False, {}
        editor.result = self._results.get(editor.id)
        self.refilled.emit()
        self.checked.emit()

    def _drop(self, key: str) -> None:
        self._unsaved.pop(key, None)
        self._drafts.forget(key)
        if self.editor is not None and self.editor.id == key:
            self.editor = None
            self.selected_key = ENGINE
            self.selected.emit()
            self.checked.emit()
        self._show()

    # -- deleting ------------------------------------------------------------------------------------------------

    def delete(self, key: str | None = None) -> None:
        """Delete a service (the selected one) and offer Undo; its key goes when the time for Undo is over."""
        key = key or (self.editor.id if self.editor else None)
        if key is None or key == ENGINE:
            return
        if key.startswith(NEW):
            self._drop(key)
        else:
            self.tasks.start(f"delete {key}", self._delete(key))

    async def _delete(self, key: str) -> None:
        try:
            gone = await self._connections.delete(key, keep_key=True)
        except NotFound:
            self._drop(key)
            return
        self._results.pop(key, None)
        self._drop(key)
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(int((UNDO_SECONDS + _GRACE_SECONDS) * 1000))
        timer.timeout.connect(lambda: self.tasks.start(f"forget {key}", self._forget(key)))
        self._to_forget[key] = timer
        timer.start()
        name = gone.name if len(gone.name) <= 48 else f"{gone.name[:47]}…"
        self._bus.show_info(
            f"“{name}” was deleted.",
            actions=[Action(t("Undo"), lambda: self.undo_delete(key))],
            seconds=UNDO_SECONDS,
        )

    def undo_delete(self, key: str) -> None:
        """Put a deleted service back, with its key."""
        self._stop_forgetting(key)
        self.tasks.start(f"restore {key}", self._restore(key))

    async def _restore(self, key: str) -> None:
        restored = await self._connections.restore(key)
        self.select(restored.id)

    async def _forget(self, key: str) -> None:
        self._stop_forgetting(key)
        await self._connections.forget_key(key)

    def _stop_forgetting(self, key: str) -> None:
        timer = self._to_forget.pop(key, None)
        if timer is not None:
            timer.stop()
            timer.deleteLater()

    async def close(self) -> None:
        """End, and delete the keys whose time for Undo had not passed; before the window's services stop."""
        self._stop_observing()
        for key in tuple(self._to_forget):
            await self._forget(key)
        await self.tasks.close()


_PRESET_ORDER = tuple(preset(name) for name in ("openai", "azure", "ollama", "lmstudio"))


def _fits(chosen: Preset, profile: Profile) -> bool:
    return profile.kind == "azure" if chosen.kind == "azure" else profile.base_url == chosen.base_url
