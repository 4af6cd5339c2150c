"""The form of a connection: what is typed (never the key), the presets it starts from, and what keeps it from being saved."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

from app.connections.addresses import normalize_base_url
from app.connections.profile import Profile, ServiceKind
from app.core.errors import InvalidInput
from app.viewmodels.words import mark, t

MAX_NAME = 80


@dataclass(frozen=True)
class Preset:
    """A kind of service to start from. ``hint`` says where its key comes from, or that it needs none."""

    id: str
    name: str
    kind: ServiceKind
    base_url: str
    needs_key: bool
    hint: str
    address_hint: str = "https://api.example.com/v1"


PRESETS = (
    Preset(
        "openai",
        "OpenAI",
        "openai",
        "https://api.openai.com/v1",
        needs_key=True,
        hint=mark("Keys are made at platform.openai.com, under “API keys”."),
    ),
    Preset(
        "azure",
        "Azure OpenAI",
        "azure",
        "",
        needs_key=True,
        hint=mark("The key is in the Azure portal, under “Keys and Endpoint” of your resource."),
        address_hint="https://my-resource.openai.azure.com",
    ),
    Preset(
        "ollama",
        "Ollama",
        "compatible",
        "http://127.0.0.1:11434/v1",
        needs_key=False,
        hint=mark("Ollama on this computer needs no key."),
    ),
    Preset(
        "lmstudio",
        "LM Studio",
        "compatible",
        "http://127.0.0.1:1234/v1",
        needs_key=False,
        hint=mark("LM Studio's server on this computer needs no key."),
    ),
    Preset(
        "other",
        mark("Other service"),
        "compatible",
        "",
        needs_key=False,
        hint=mark("Leave it empty if the service needs none."),
    ),
)


def preset(preset_id: str) -> Preset:
    """Find a preset by its id; an unknown one is “other”."""
    return next((p for p in PRESETS if p.id == preset_id), PRESETS[-1])


@dataclass(frozen=True)
class ConnectionForm:
    """What stands in the form, as it was typed. ``models`` are names for services that list none."""

    name: str = ""
    base_url: str = ""
    kind: ServiceKind = "compatible"
    organization: str = ""
    project: str = ""
    api_version: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    proxy: str = ""
    ca_file: str = ""
    timeout: float = 600.0
    models: tuple[str, ...] = ()
    environment_entry: str = ""

    @classmethod
    def from_profile(cls, profile: Profile) -> ConnectionForm:
        """Fill the form from a connection."""
        return cls(
            name=profile.name,
            base_url=profile.base_url,
            kind=profile.kind,
            organization=profile.organization,
            project=profile.project,
            api_version=profile.api_version,
            headers=tuple(profile.headers.items()),
            proxy=profile.proxy,
            ca_file=profile.ca_file,
            timeout=profile.timeout,
            models=profile.models,
            environment_entry=profile.keyring_entry if profile.keyring_entry.startswith("env:") else "",
        )

    @classmethod
    def from_preset(cls, chosen: Preset) -> ConnectionForm:
        """Fill the form from a preset; a service of one's own has no name yet."""
        name = "" if chosen.id == "other" else chosen.name
        return cls(name=name, base_url=chosen.base_url, kind=chosen.kind)

    def to_profile(self, base: Profile | None) -> Profile:
        """Make the profile to save or test, on top of what is saved; call it only when :func:`problems` finds none."""
        entry = base.keyring_entry if base is not None else ""
        if self.environment_entry:
            entry = self.environment_entry
        elif entry.startswith("env:"):
            entry = ""
        start = base or Profile(id="", name=self.name, base_url=self.base_url)
        return dataclasses.replace(
            start,
            name=self.name,
            base_url=self.base_url,
            kind=self.kind,
            organization=self.organization.strip(),
            project=self.project.strip(),
            api_version=self.api_version.strip(),
            headers={name.strip(): value.strip() for name, value in self.headers},
            proxy=self.proxy.strip(),
            ca_file=self.ca_file.strip(),
            timeout=self.timeout,
            models=self.models,
            keyring_entry=entry,
        )


def form_from(data: Any) -> ConnectionForm | None:
    """A form that was kept as JSON; None for anything else."""
    if not isinstance(data, dict):
        return None
    names = {item.name for item in dataclasses.fields(ConnectionForm)}
    known = {name: value for name, value in data.items() if name in names}
    try:
        known["headers"] = tuple((str(name), str(value)) for name, value in known.get("headers", ()))
        known["models"] = tuple(str(name) for name in known.get("models", ()))
        known["timeout"] = float(known.get("timeout", 600.0))
    except (TypeError, ValueError):
        return None
    if known.get("kind") not in {"openai", "azure", "compatible"}:
        return None
    texts = names - {"headers", "models", "timeout"}
    return ConnectionForm(**{**known, **{name: str(known.get(name, "")) for name in texts}})


def problems(form: ConnectionForm) -> dict[str, str]:
    """Say what keeps the form from being saved: field → sentence."""
    found: dict[str, str] = {}
    name = " ".join(form.name.split())
    if not name:
        found["name"] = t("Give it a name.")
    elif len(name) > MAX_NAME:
        found["name"] = t("At most {0} characters.").format(MAX_NAME)
    if not form.base_url.strip():
        found["base_url"] = t("Enter the service's address.")
    else:
        try:
            normalize_base_url(form.base_url)
        except InvalidInput as error:
            found["base_url"] = str(error)
    names = [header.strip().lower() for header, _value in form.headers]
    if any(not header for header in names):
        found["headers"] = t("Every header needs a name.")
    elif len(set(names)) != len(names):
        found["headers"] = t("A header is there twice.")
    if not 1 <= form.timeout <= 86_400:
        found["timeout"] = t("Between 1 second and a day.")
    return found
