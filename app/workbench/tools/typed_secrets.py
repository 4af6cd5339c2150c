"""Keys that somebody typed into a field that is kept in a file go into the keyring; the field keeps their name alone."""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections.abc import Sequence

from app.connections.secrets import KeyStore
from app.workbench.schema_rules import suggested_name
from app.workbench.tools.placeholders import secret_entry
from app.workbench.tools.specs import HandlerSpec, ToolServer

Pairs = tuple[tuple[str, str], ...]

_PLACE = "{{secret:"
_PRIVATE = re.compile(
    r"auth|credential|api[-_]?key|access[-_]?key|[-_]key$|^key$|token|secret|cookie|passw(or)?d|passphrase",
    re.IGNORECASE,
)
_LIKE_A_KEY = re.compile(r"\b(sk|pk|rk|ghp|gho|github_pat|glpat|hf|xox[abp]|AKIA)[-_]?[A-Za-z0-9_-]{12,}")
_SCHEMES = frozenset({"bearer", "basic", "token"})


def is_private(name: str, value: str) -> bool:
    """Whether a header or variable of this name and value is a key that was typed as it is."""
    if _PLACE in value.replace(" ", "") or not value.strip():
        return False
    return _PRIVATE.search(name) is not None or _LIKE_A_KEY.search(value) is not None


def named(field: str, value: str, secret: str = "") -> tuple[str, str]:
    """The field's template with a secret in the key's place, and the key; the scheme (“Bearer”) stays."""
    scheme, space, rest = value.strip().partition(" ")
    place = f"{_PLACE}{secret or suggested_name(field) or 'key'}}}}}"
    if space and rest.strip() and scheme.lower() in _SCHEMES:
        return f"{scheme} {place}", rest.strip()
    return place, value.strip()


async def spec_apart(owner: str, name: str, spec: HandlerSpec, keys: KeyStore) -> HandlerSpec:
    """A function's handler as it may be kept: keys in its headers are in the keyring."""
    headers = await _apart(f"{owner}/{name}", spec.headers, keys)
    return spec if headers == spec.headers else dataclasses.replace(spec, headers=headers)


async def server_apart(server: ToolServer, keys: KeyStore) -> ToolServer:
    """A tool server as it may be kept: keys in its headers and its environment are in the keyring."""
    headers = await _apart(server.id, server.headers, keys)
    environment = await _apart(server.id, server.environment, keys)
    return dataclasses.replace(server, headers=headers, environment=environment)


async def _apart(owner: str, pairs: Sequence[tuple[str, str]], keys: KeyStore) -> Pairs:
    """The same name each time for the same field, so that a key that is still being typed is kept once."""
    found: list[tuple[str, str]] = []
    for field, value in pairs:
        if is_private(field, value):
            whose = hashlib.sha256(f"{owner}/{field.lower()}".encode()).hexdigest()[:6]
            template, key = named(field, value, f"{suggested_name(field) or 'key'}_{whose}")
            secret = template.partition(_PLACE)[2].removesuffix("}}")
            await keys.set(secret_entry(secret), key)
            found.append((field, template))
        else:
            found.append((field, value))
    return tuple(found)
