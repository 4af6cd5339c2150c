"""A connection in the list, and the one in the form with its key that is not saved yet."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Literal

from app.connections.check import CheckResult
from app.connections.profile import Profile
from app.connections.secrets import Key
from app.viewmodels.connection_form import ConnectionForm, Preset, problems

Level = Literal["ok", "unknown", "problem", "new", "engine"]


@dataclass(frozen=True)
class ConnectionRow:
    """One line of the list. ``level`` colours its dot, ``detail`` says the same in words."""

    key: str
    name: str
    detail: str
    level: Level

    @property
    def text(self) -> str:
        """The line as a screen reader reads it."""
        return f"{self.name}, {self.detail}"


@dataclass
class ServiceEditor:
    """The service in the form. ``base`` is what is saved, ``key`` what was typed (empty: the kept key stays)."""

    id: str
    base: Profile | None
    form: ConnectionForm
    preset: Preset
    start: ConnectionForm
    key: Key = dataclasses.field(default_factory=lambda: Key(""))
    forget_key: bool = False
    result: CheckResult | None = None
    refused: dict[str, str] = dataclasses.field(default_factory=dict)
    testing: bool = False
    saving: bool = False
    gone: bool = False

    @property
    def is_new(self) -> bool:
        """Whether it was never saved."""
        return self.base is None

    @property
    def has_kept_key(self) -> bool:
        """Whether a key is kept for it (in the keyring or for this session)."""
        entry = self.base.keyring_entry if self.base is not None else ""
        return bool(entry) and not entry.startswith("env:") and not self.forget_key

    @property
    def changed(self) -> bool:
        """Whether something is not saved."""
        saved = ConnectionForm.from_profile(self.base) if self.base is not None else self.start
        return self.form != saved or bool(self.key) or self.forget_key

    @property
    def problems(self) -> dict[str, str]:
        """What keeps it from being saved, field by field."""
        return {**self.refused, **problems(self.form)}

    @property
    def profile(self) -> Profile:
        """The profile as it stands in the form."""
        return self.form.to_profile(self.base)

    @property
    def key_argument(self) -> str | None:
        """The key for a test or a save: a text, "" for none, None for the kept one."""
        if self.form.environment_entry:
            return None
        if self.key:
            return self.key.reveal()
        return None if self.has_kept_key else ""
