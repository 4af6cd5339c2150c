"""The page “Assistants”: select, type, save, delete and bring back, with drafts that nothing loses."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import secrets
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.core import tokens
from app.core.entities import BUILT_IN_MODEL
from app.core.errors import AppError, InvalidInput, NotFound
from app.viewmodels.assistant_editor import Editor
from app.viewmodels.assistant_form import FIELDS, AssistantForm
from app.viewmodels.assistant_keeping import AssistantKeeping
from app.viewmodels.assistant_list import NEW, UNNAMED, AssistantList
from app.viewmodels.message_bus import Action, MessageBus
from app.viewmodels.task_scope import TaskScope
from app.viewmodels.words import t
from app.workbench.assistants import Assistants
from app.workbench.drafts import Drafts
from app.workbench.playground.model_choice import ModelChoice, ModelChoices
from app.workbench.versions import Version, Versions

Json = dict[str, Any]
DRAFT_MS = 300
TOKENS_MS = 200


class AssistantsViewModel(QObject):
    """State of the page; every change that a person types goes through :meth:`edit`.

    Signals:
        selected: another assistant is in the form (or none): fill the form anew.
        refilled: the same assistant's contents changed from outside: fill the form anew.
        checked: problems, unsaved fields, conflict or the saving state are different.
        tokens_counted: the instructions' length in tokens is known.
        models_changed: other models can be chosen.
        try_requested: a person wants to try the assistant of this id in the playground.
        stored: an assistant was saved: its id.
    """

    selected = Signal()
    refilled = Signal()
    checked = Signal()
    tokens_counted = Signal(int)
    models_changed = Signal()
    try_requested = Signal(str)
    stored = Signal(str)

    def __init__(
        self,
        assistants: Assistants,
        drafts: Drafts,
        bus: MessageBus,
        models: ModelChoices | None = None,
        parent: QObject | None = None,
        *,
        versions: Versions | None = None,
    ) -> None:
        super().__init__(parent)
        self._models = models
        self.versions = versions or Versions(None)
        self.choices: tuple[ModelChoice, ...] = models.known() if models is not None else ()
        self._assistants = assistants
        self.keeping = AssistantKeeping(assistants, self.versions)
        self._drafts = drafts
        self._bus = bus
        self.tasks = TaskScope(self, bus)
        self.editor: Editor | None = None
        self.saving = False
        self._wanted = ""
        self.list = AssistantList(drafts, lambda: self.editor, self)
        self._draft_timer = _single_shot(self, DRAFT_MS, self._keep_draft)
        self._tokens_timer = _single_shot(self, TOKENS_MS, self._count_tokens)

    # -- list and selection --------------------------------------------------------------------------------------

    def activate(self) -> None:
        """The page is shown, or the window came to the front: look what is there now."""
        self.tasks.start("list", self._refresh())
        if self._models is not None:
            self.tasks.start("models", self._load_models(self._models))

    async def _load_models(self, models: ModelChoices) -> None:
        found = models.known()
        with contextlib.suppress(AppError):  # the list says that the engine cannot be reached
            found = await models.load()
        if found != self.choices:
            self.choices = found
            self.models_changed.emit()

    @property
    def default_model(self) -> str:
        """What a new assistant begins with."""
        return self._models.default().wire_name if self._models is not None else BUILT_IN_MODEL

    def choice(self, wire_name: str) -> ModelChoice | None:
        """What is known about a model by the name that the engine knows it by."""
        return next((choice for choice in self.choices if choice.ref.wire_name == wire_name), None)

    async def _refresh(self) -> None:
        self.list.show_loading()
        try:
            found = await self.keeping.all()
        except AppError as error:
            if self.list.loaded:
                self._bus.show_error(error, key="assistants-list")
            else:
                self.list.show_error(error)
            return
        self._bus.close_key("assistants-list")
        self.list.take(found)
        await self._look_at_selected()
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self.select(wanted)

    def open(self, key: str) -> None:
        """Select an assistant that may not be in the list yet."""
        self._wanted = key
        self.activate()

    def select(self, key: str | None) -> None:
        """Put an assistant (or a draft of a new one) into the form; None empties it."""
        if (self.editor.key if self.editor is not None else None) == key:
            return
        left = self.editor
        self._keep_draft()
        if key is None:
            self.editor = None
        else:
            kept = self._drafts.load(key)
            item = self.list.objects.get(key)
            if kept is not None:
                self.editor = Editor(key, kept.get("base"), AssistantForm.from_draft(kept["form"]))
                if item is not None:
                    self.editor.meet(item)
            elif item is not None:
                self.editor = Editor(key, item, AssistantForm.from_api(item))
            else:
                return
        if left is not None and left.is_new:
            self.list.show()
        self.selected.emit()
        self._after_edit(count=True)

    def new(self, form: AssistantForm | None = None) -> None:
        """Begin a new assistant; it is a draft until it is saved."""
        self._keep_draft()
        start = AssistantForm(model=self.default_model)
        self.editor = Editor(f"{NEW}{secrets.token_hex(6)}", None, form or start, start)
        self.list.set_search("")
        self._keep_draft()
        self.selected.emit()
        self._after_edit(count=True)

    def _deselect(self) -> None:
        self._draft_timer.stop()
        self.editor = None
        self.selected.emit()
        self.checked.emit()

    # -- typing --------------------------------------------------------------------------------------------------

    def edit(self, **fields: Any) -> None:
        """Take what was typed; it is checked at once and kept as a draft within a third of a second."""
        editor = self.editor
        if editor is None:
            return
        clean = {name: _clean(value) for name, value in fields.items()}
        form = dataclasses.replace(editor.form, **clean)
        if form == editor.form:
            return
        editor.type(form)
        if not self._draft_timer.isActive():
            self._draft_timer.start()
        self._after_edit(count="instructions" in fields or "model" in fields)

    def _after_edit(self, *, count: bool = False) -> None:
        if self.editor is not None:
            self.list.show_row(self.editor.key)
            if count:
                self._tokens_timer.start()
        self.checked.emit()

    def _keep_draft(self) -> None:
        self._draft_timer.stop()
        editor = self.editor
        if editor is None:
            return
        if editor.changed:
            self._drafts.keep(editor.key, {"base": editor.base, "form": editor.form.to_draft()})
        else:
            self._drafts.discard(editor.key)

    def flush(self) -> None:
        """Write the draft to disk now: the page is left, or the program ends."""
        self._keep_draft()
        self._drafts.flush()

    def _count_tokens(self) -> None:
        if self.editor is not None:
            self.tasks.start("tokens", self._count(self.editor))

    async def _count(self, editor: Editor) -> None:
        number = await asyncio.to_thread(tokens.count, editor.form.instructions, editor.form.model)
        editor.tokens = number
        if editor is self.editor:
            self.tokens_counted.emit(number)

    def revert(self) -> None:
        """Go back to what is saved (a new one is thrown away); can be undone."""
        editor = self.editor
        if editor is None:
            return
        if editor.is_new:
            self._drop_new(editor)
            return
        before = editor.form
        editor.revert()
        self._drafts.discard(editor.key)
        self.refilled.emit()
        self._after_edit(count=True)
        self._bus.show_info(
            "Your changes were taken back.",
            actions=[Action(t("Undo"), lambda: self._bring_back(editor.key, before))],
            key="assistant-reverted",
        )

    def _bring_back(self, key: str, form: AssistantForm) -> None:
        self.select(key)
        if self.editor is not None and self.editor.key == key:
            self.editor.type(form)
            self._keep_draft()
            self.refilled.emit()
            self._after_edit(count=True)

    # -- saving --------------------------------------------------------------------------------------------------

    @property
    def can_save(self) -> bool:
        """Whether Save would do something and nothing stands against it."""
        return self.editor is not None and not self.saving and self.editor.can_save

    def save(self, *, then_try: bool = False) -> None:
        """Save the form through the engine; ``then_try`` opens it in the playground afterwards."""
        if self.can_save and self.editor is not None:
            self._keep_draft()
            self.tasks.start("save", self._save(self.editor, then_try))

    def try_it(self) -> None:
        """Open the assistant in the playground, saved first if it has unsaved changes."""
        editor = self.editor
        if editor is None:
            return
        if editor.is_new or editor.changed:
            self.save(then_try=True)
        else:
            self.try_requested.emit(editor.key)

    async def _save(self, editor: Editor, then_try: bool) -> None:
        self.saving = True
        self.checked.emit()
        try:
            now: Json | None = None
            if not editor.is_new:
                now = await self.keeping.load(editor.key)
                changed = editor.meet(now)
                if changed and editor is self.editor:
                    self.refilled.emit()
                if editor.clash:
                    return
            sent = editor.form
            stored = await self.keeping.store(editor, now)
        except InvalidInput as error:
            self._refuse(editor, error)
            return
        except NotFound:
            editor.gone = True
            return
        finally:
            self.saving = False
            self.checked.emit()
        old_key = editor.key
        editor.take_stored(sent, stored)
        self._drafts.discard(old_key)
        self.list.add(stored)
        if editor is self.editor:
            self._keep_draft()
            self.refilled.emit()
            self._after_edit()
        self.stored.emit(editor.key)
        if then_try:
            self.try_requested.emit(editor.key)

    def restore_version(self, version: Version) -> None:
        """Put a version's fields into the form and save them as a new version; can be undone."""
        editor = self.editor
        if editor is None or editor.key != version.assistant or self.saving:
            return
        before = editor.form
        editor.type(AssistantForm.from_api(version.fields))
        editor.note = t("Restored from version {0}").format(version.number)
        self.refilled.emit()
        self._after_edit(count=True)
        if not editor.changed:
            self._bus.show_info(f"Version {version.number} is what is there already.")
            return
        self.save()

        def undo() -> None:
            self.select(version.assistant)
            if self.editor is not None and self.editor.key == version.assistant:
                self.editor.type(before)
                self.refilled.emit()
                self._after_edit(count=True)
                self.save()

        self._bus.show_info(
            f"Version {version.number} was restored as a new version.",
            actions=[Action(t("Undo"), undo)],
            key="version-restored",
        )

    def take_in(self, raw: Json) -> None:
        """Show and select an assistant that was made elsewhere in the program."""
        self.list.add(raw)
        self.select(str(raw["id"]))

    def _refuse(self, editor: Editor, error: InvalidInput) -> None:
        """Show at its field what the engine refuses; what concerns no field of the form goes to the bus."""
        name = (error.field or "").split(".")[0].split("[")[0]
        if name not in FIELDS:
            raise error
        editor.refused[name] = error.message

    # -- other windows -------------------------------------------------------------------------------------------

    async def _look_at_selected(self) -> None:
        """Compare the form with what the engine has now."""
        editor = self.editor
        if editor is None or editor.is_new or self.saving:
            return
        now = self.list.objects.get(editor.key)
        editor.gone = now is None
        if now is not None and editor.meet(now) and editor is self.editor:
            self.refilled.emit()
        self._after_edit()

    def resolve(self, *, keep_mine: bool) -> None:
        """Decide a conflict: for the fields that both changed, keep what stands here or take what was saved elsewhere."""
        editor = self.editor
        if editor is not None and editor.clash:
            editor.resolve(keep_mine=keep_mine)
            self._keep_draft()
            self.refilled.emit()
            self._after_edit(count=True)

    def bring_back_deleted(self) -> None:
        """Take the selected assistant, deleted elsewhere, out of the bin; changes in the form stay."""
        if self.editor is not None and self.editor.gone:
            self.tasks.start("restore", self._restore(self.editor.key))

    def let_go(self) -> None:
        """Close the form of an assistant that was deleted elsewhere, with its draft."""
        editor = self.editor
        if editor is not None and editor.gone:
            self._drafts.discard(editor.key)
            self.list.objects.pop(editor.key, None)
            self._deselect()
            self.list.show()

    # -- deleting, duplicating -----------------------------------------------------------------------------------

    def delete(self, key: str | None = None) -> None:
        """Delete an assistant (the selected one) and offer Undo; a new one is only forgotten, also with Undo."""
        key = key or (self.editor.key if self.editor else None)
        if key is None:
            return
        if not key.startswith(NEW):
            self.tasks.start(f"delete {key}", self._delete(key))
        elif self.editor is not None and self.editor.key == key:
            self._drop_new(self.editor)
        else:
            kept = self._drafts.load(key) or {}
            self._drop_new(Editor(key, None, AssistantForm.from_draft(kept.get("form", {}))))

    def _drop_new(self, editor: Editor) -> None:
        next_key = self.list.neighbour(editor.key)
        if self.editor is not None and self.editor.key == editor.key:
            self._deselect()
        self._drafts.discard(editor.key)
        self.list.show()
        if self.editor is None and next_key is not None:
            self.select(next_key)
        if editor.changed:
            self._bus.show_info(
                f"“{_short(editor.form.name) or t(UNNAMED)}” was thrown away; it was never saved.",
                actions=[Action(t("Undo"), lambda: self.new(editor.form))],
            )

    async def _delete(self, key: str) -> None:
        if self.editor is not None and self.editor.key == key:
            self._keep_draft()
        name, kept, next_key = self.list.row(key).name, self._drafts.load(key), self.list.neighbour(key)
        with contextlib.suppress(NotFound):
            await self._assistants.delete(key)
        self._drafts.discard(key)
        self.list.objects.pop(key, None)
        was_selected = self.editor is not None and self.editor.key == key
        if was_selected:
            self._deselect()
        self.list.show()
        if was_selected and next_key is not None:
            self.select(next_key)

        def undo() -> None:
            if kept is not None:
                self._drafts.keep(key, kept)
            self.tasks.start(f"restore {key}", self._restore(key))

        self._bus.show_info(f"“{_short(name)}” was deleted.", actions=[Action(t("Undo"), undo)])

    async def _restore(self, key: str) -> None:
        self.list.add(await self.keeping.restore(key))
        await self._refresh()
        self.select(key)

    def duplicate(self) -> None:
        """Make a copy of the selected assistant as it stands in the form, with all that the form does not show."""
        if self.editor is not None and not self.editor.problems:
            self.tasks.start("duplicate", self._duplicate(self.editor))

    async def _duplicate(self, editor: Editor) -> None:
        self.take_in(await self.keeping.copy(editor.key, editor.form))

    async def close(self) -> None:
        """Keep what is typed and end; before the window's services stop."""
        self.flush()
        self._tokens_timer.stop()
        await self.tasks.close()
        self._drafts.close()


def _single_shot(owner: QObject, milliseconds: int, action: Callable[[], None]) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(action)
    return timer


def _clean(value: Any) -> Any:
    """Replace lone surrogates, which a paste can bring and no JSON carries."""
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, tuple):
        return tuple(_clean(item) for item in value)
    return value


def _short(name: str, limit: int = 48) -> str:
    return name if len(name) <= limit else f"{name[: limit - 1]}…"
