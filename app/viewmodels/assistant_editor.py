"""The assistant in the form: what is saved, what is typed, and how both meet what another window saved."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from app.viewmodels.assistant_form import (
    FIELD_WORDS,
    FIELDS,
    AssistantForm,
    changes,
    differing,
    problems,
)
from app.viewmodels.words import t

Json = dict[str, Any]


@dataclass
class Editor:
    """The selected assistant.

    Attributes:
        key: its id, or a made-up key while it was never saved.
        base: what the engine had when it was loaded, None for a new one.
        form: what stands in the form.
        start: what a new one began with.
        clash: fields that were changed here and, differently, in another window; ``theirs`` is the other's state.
        gone: it was deleted in another window.
        refused: fields that the engine refused, with its reason.
        tokens: length of the instructions, None while it is not counted.
        note: where the next version comes from.
    """

    key: str
    base: Json | None
    form: AssistantForm
    start: AssistantForm = field(default_factory=AssistantForm)
    clash: frozenset[str] = frozenset()
    theirs: Json | None = None
    gone: bool = False
    refused: dict[str, str] = field(default_factory=dict)
    tokens: int | None = None
    note: str = ""

    @property
    def is_new(self) -> bool:
        """Whether it was never saved."""
        return self.base is None

    @property
    def base_form(self) -> AssistantForm:
        """The form as it was loaded."""
        return AssistantForm.from_api(self.base) if self.base is not None else self.start

    @property
    def changed(self) -> set[str]:
        """The fields that differ from what is saved."""
        return differing(self.base_form, self.form)

    @property
    def problems(self) -> dict[str, str]:
        """What keeps it from being saved, field by field."""
        return {**self.refused, **problems(self.form)}

    @property
    def can_save(self) -> bool:
        """Whether a save would do something and nothing stands against it."""
        blocked = self.gone or self.clash or problems(self.form)
        return not blocked and (self.is_new or bool(self.changed))

    @property
    def changed_fields(self) -> Json:
        """The API's fields that a save has to send."""
        return self.form.api_fields() if self.base is None else changes(self.base_form, self.form)

    @property
    def conflict_words(self) -> str:
        """The fields that both changed, in words; empty without a conflict."""
        return ", ".join(t(FIELD_WORDS[name]) for name in FIELDS if name in self.clash)

    def type(self, form: AssistantForm) -> None:
        """Take what was typed; the engine's reasons against fields that changed are void."""
        for name in differing(self.form, form):
            self.refused.pop(name, None)
        self.form = form

    def revert(self) -> None:
        """Go back to what is saved."""
        if self.theirs is not None:
            self.base = self.theirs
        self.form = self.base_form
        self.clash, self.theirs, self.refused = frozenset(), None, {}

    def meet(self, now: Json) -> bool:
        """Bring the form together with what the engine has now; true if the form's contents changed.

        Fields that only the other side changed are taken over, those that only we changed stay; fields that both
        changed differently are a conflict, which a person decides (:meth:`resolve`).
        """
        if self.base is None or now == self.base:
            return False
        base, theirs = self.base_form, AssistantForm.from_api(now)
        changed_there = differing(base, theirs)
        changed_here = differing(base, self.form)
        clash = changed_there & changed_here & differing(theirs, self.form)
        if clash:
            self.clash, self.theirs = frozenset(clash), now
            return False
        self.form = self.form.take_from(theirs, changed_there - changed_here)
        self.base, self.clash, self.theirs = now, frozenset(), None
        return bool(changed_there - changed_here)

    def resolve(self, *, keep_mine: bool) -> None:
        """Decide a conflict: for the fields that both changed, keep what stands here or take what was saved elsewhere."""
        if self.theirs is None:
            return
        theirs = AssistantForm.from_api(self.theirs)
        changed_there = differing(self.base_form, theirs)
        changed_here = differing(self.base_form, self.form)
        only_there = changed_there - changed_here
        self.form = self.form.take_from(theirs, only_there if keep_mine else only_there | self.clash)
        self.base, self.clash, self.theirs = self.theirs, frozenset(), None

    def take_stored(self, sent: AssistantForm, stored: Json) -> None:
        """Take over what the engine stored; what was typed while it was saved stays typed."""
        typed_meanwhile = differing(sent, self.form)
        typed = self.form
        self.key, self.base, self.refused = str(stored["id"]), stored, {}
        self.form = self.base_form.take_from(typed, typed_meanwhile)
