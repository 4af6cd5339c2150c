"""Places in prompts that a person fills in: ``{{name}}``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_VARIABLE = re.compile(r"\{\{\s*([^\W\d][\w .-]{0,63}?)\s*\}\}")


def names_in(*texts: str) -> tuple[str, ...]:
    """The names of the places in some texts, each once, in the order in which they come."""
    return tuple(dict.fromkeys(found.group(1) for text in texts for found in _VARIABLE.finditer(text)))


def fill(text: str, values: Mapping[str, str]) -> str:
    """Put values in; a place whose value is missing or empty stays as it is written."""
    if "{{" not in text:
        return text
    return _VARIABLE.sub(lambda found: values.get(found.group(1)) or found.group(0), text)


def known(names: Iterable[str], values: Mapping[str, str]) -> dict[str, str]:
    """The values of these names, empty where there is none."""
    return {name: values.get(name, "") for name in names}
