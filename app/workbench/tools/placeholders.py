"""``{{name}}`` in a handler's templates: arguments of the call, and secrets that stay out of everything that is kept."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote, urlsplit

from app.connections.secrets import KeyStore
from app.core.errors import InvalidInput

_PLACE = re.compile(r"\{\{\s*(secret:)?([\w.-]{1,100})\s*\}\}")
ALL = "arguments"
"""``{{arguments}}`` stands for all arguments as JSON."""
HIDDEN = "•••"


def secret_entry(name: str) -> str:
    """The keyring's entry of a handler's secret."""
    return f"function-secret.{name}"


def secret_names(texts: Iterable[str]) -> tuple[str, ...]:
    """The secrets that templates name, each once."""
    found = (m[2] for text in texts for m in _PLACE.finditer(text) if m[1])
    return tuple(dict.fromkeys(found))


def url_problem(template: str) -> str:
    """Why a URL template cannot be used, in words; "" if it can."""
    if not template.strip():
        return "There is no address yet."
    try:
        parts = urlsplit(template.strip())
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "This is no address."
    if parts.scheme not in {"http", "https"} or not host:
        return "The address begins with http:// or https:// and the host's name."
    if "{{" in parts.netloc or "{{" in parts.scheme:
        return "Arguments may stand in the path and the query only: the model must not choose the host."
    if parts.username or parts.password:
        return "A password does not belong into the address: use a header with {{secret:NAME}}."
    if any(m[1] for m in _PLACE.finditer(template)):
        return "Secrets go into headers: addresses are written into logs on the way."
    return ""


def as_text(value: Any) -> str:
    """An argument as text: strings as they are, everything else as JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def fill_url(template: str, arguments: Mapping[str, Any]) -> str:
    """The URL with arguments percent-encoded, so that they cannot leave their place.

    A query parameter that is nothing but an argument which was not given is left out.
    """
    path, mark, query = template.strip().partition("?")
    if mark:
        pairs = [pair for pair in query.split("&") if not _is_left_out(pair, arguments)]
        query = f"?{'&'.join(pairs)}" if pairs else ""
    return _fill(path + query, arguments, lambda value: quote(as_text(value), safe=""))


def fill_text(template: str, arguments: Mapping[str, Any]) -> str:
    """A text with arguments in it."""
    return _fill(template, arguments, as_text)


def fill_json(template: str, arguments: Mapping[str, Any]) -> str:
    """A JSON body: a placeholder within quotes becomes part of the string, one that stands alone a JSON value."""
    pieces: list[str] = []
    last = 0
    for match in _PLACE.finditer(template):
        pieces.append(template[last : match.start()])
        value = _value(match, arguments)
        inside = _in_string("".join(pieces))
        pieces.append(json.dumps(as_text(value))[1:-1] if inside else json.dumps(value, ensure_ascii=False))
        last = match.end()
    pieces.append(template[last:])
    return "".join(pieces)


class Secrets:
    """Fills secrets into templates and takes them out of whatever comes back."""

    def __init__(self, keys: KeyStore) -> None:
        self._keys = keys
        self._used: set[str] = set()

    async def fill(self, template: str, arguments: Mapping[str, Any] | None = None) -> str:
        """The template with its secrets (and arguments).

        Raises:
            InvalidInput: a secret is not known.
            KeyringUnavailable: the keyring is locked.
        """
        values: dict[str, str] = {}
        for name in secret_names([template]):
            key = await self._keys.get(secret_entry(name))
            if key is None:
                raise InvalidInput(
                    f"The secret “{name}” is not known on this computer.",
                    advice="Type it into the function's form, under “Secrets”.",
                )
            values[name] = key.reveal()
            self._used.add(values[name])
        given = arguments or {}

        def put(match: re.Match[str]) -> str:
            return values[match[2]] if match[1] else as_text(_value(match, given))

        return _PLACE.sub(put, template)

    def hide(self, text: str) -> str:
        """The text without the secrets that were used."""
        for value in sorted(self._used, key=len, reverse=True):
            text = text.replace(value, HIDDEN)
            encoded = quote(value, safe="")
            if encoded != value:
                text = text.replace(encoded, HIDDEN)
        return text


def _is_left_out(pair: str, arguments: Mapping[str, Any]) -> bool:
    match = _PLACE.fullmatch(pair.partition("=")[2].strip())
    return match is not None and not match[1] and match[2] != ALL and _value(match, arguments) in ("", None)


def _fill(template: str, arguments: Mapping[str, Any], write: Any) -> str:
    return _PLACE.sub(lambda match: write(_value(match, arguments)), template)


def _value(match: re.Match[str], arguments: Mapping[str, Any]) -> Any:
    name = match[2]
    if match[1]:
        raise InvalidInput(f"The secret “{name}” may stand in headers only.")
    if name in arguments:
        return arguments[name]
    if name == ALL:
        return dict(arguments)
    value: Any = arguments
    for part in name.split("."):
        if not isinstance(value, Mapping) or part not in value:
            return ""
        value = value[part]
    return value


def _in_string(before: str) -> bool:
    inside = escaped = False
    for letter in before:
        if escaped:
            escaped = False
        elif letter == "\\":
            escaped = True
        elif letter == '"':
            inside = not inside
    return inside
