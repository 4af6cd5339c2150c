"""Identifiers as the Assistants API writes them."""

from __future__ import annotations

import secrets
import string

_ALPHABET = string.ascii_letters + string.digits
_LENGTH = 24
_BITS = 192  # far more than 62**24 has, so that every character is as likely as any other
_SEPARATORS = {"file": "-"}


def new_id(prefix: str) -> str:
    """Make a random id such as ``thread_…`` (24 characters after the prefix, about 143 bits); files use a hyphen."""
    number = secrets.randbits(_BITS)  # asked for once: the system's random numbers cost a call each
    characters = []
    for _ in range(_LENGTH):
        number, place = divmod(number, len(_ALPHABET))
        characters.append(_ALPHABET[place])
    return f"{prefix}{_SEPARATORS.get(prefix, '_')}{''.join(characters)}"
