"""Identifiers as the Assistants API writes them."""

from __future__ import annotations

import secrets
import string

_ALPHABET = string.ascii_letters + string.digits
_SEPARATORS = {"file": "-"}


def new_id(prefix: str) -> str:
    """Make a random id such as ``thread_…`` (24 characters after the prefix, about 143 bits); files use a hyphen."""
    separator = _SEPARATORS.get(prefix, "_")
    return f"{prefix}{separator}{''.join(secrets.choice(_ALPHABET) for _ in range(24))}"
