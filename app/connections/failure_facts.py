"""What a failed request tells: its message, its causes, how long to wait, and what must not be repeated of it."""

from __future__ import annotations

import email.utils
import json
import math
import re
import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

DETAIL_CHARACTERS = 4000
_SECRET_HEADER = re.compile(r"auth|key|token|secret|cookie", re.IGNORECASE)
_KEY_SHAPES = re.compile(r"\b(?:sk|pk|rk|gsk|xai|key)-[A-Za-z0-9_\-]{12,}|(?<=Bearer )[^\s\"',]+")
_HIDDEN = "•••"


def retry_after(error: BaseException) -> float | None:
    """How many seconds a service asks to wait (``retry-after-ms``, ``retry-after`` in seconds or as a date), if it does."""
    headers = getattr(getattr(error, "response", None), "headers", None)
    return parse_retry_after(headers) if headers is not None else None


def parse_retry_after(headers: Mapping[str, str]) -> float | None:
    """Read the waiting time from an answer's headers (RFC 9110, 10.2.3); never negative, None when it says nothing usable."""
    for name, unit in (("retry-after-ms", 1000.0), ("retry-after", 1.0)):
        try:
            seconds = float(headers.get(name, "")) / unit
        except ValueError:
            continue
        if math.isfinite(seconds):
            return max(0.0, seconds)
    try:
        date = email.utils.parsedate_to_datetime(headers.get("retry-after", ""))
    except (TypeError, ValueError):
        return None
    return max(0.0, date.timestamp() - time.time())


def is_html(text: str) -> bool:
    """Whether a body is a web page rather than an API's answer."""
    start = text.lstrip()[:300].lower()
    return start.startswith(("<!doctype html", "<html", "<head", "<body")) or "<html" in start


def scrub(text: str, secrets: tuple[str, ...] = ()) -> str:
    """Take keys out of a text: the given ones, and whatever has a key's shape; cut it to a readable length."""
    for secret in sorted(secrets, key=len, reverse=True):
        if len(secret) >= 4:
            text = text.replace(secret, _HIDDEN)
    text = _KEY_SHAPES.sub(_HIDDEN, text)
    return text if len(text) <= DETAIL_CHARACTERS else f"{text[:DETAIL_CHARACTERS]} …"


def describe_seconds(seconds: float) -> str:
    """A waiting time for people: “2 seconds”, “3 minutes”."""
    if seconds < 90:
        whole = max(1, math.ceil(seconds))
        return f"{whole} second{'s' if whole != 1 else ''}"
    minutes = math.ceil(seconds / 60)
    return f"{minutes} minutes"


def message_of(error: Any) -> str:
    """The service's own sentence, in one line, "" if it has none."""
    body = error.body
    if isinstance(body, dict):
        for name in ("message", "detail", "error"):
            value = body.get(name)
            if isinstance(value, str) and value.strip():
                return one_line(value)
    if isinstance(body, str) and body.strip() and not is_html(body):
        return one_line(body)
    return ""


def one_line(text: str) -> str:
    """A text as one line of at most 300 characters."""
    line = " ".join(text.split())
    return line if len(line) <= 300 else f"{line[:300]}…"


def is_json_error(error: Any) -> bool:
    """Whether the body is a JSON object, as the API's errors are."""
    return isinstance(error.body, dict) and bool(error.body)


def body_of(error: Any) -> str:
    """The body as text."""
    body = error.body
    if isinstance(body, str):
        return body
    try:
        return json.dumps(body, ensure_ascii=False) if body is not None else ""
    except (TypeError, ValueError):
        return ""


def plain_url(url: str) -> str:
    """A URL without its query."""
    return url.partition("?")[0]


def host_of(error: BaseException) -> str:
    """The host that was called, "" if that is not known."""
    for cause in chain(error):
        try:
            request = getattr(cause, "request", None)
        except RuntimeError:  # httpx errors without a request say so this way
            continue
        if request is not None:
            return urlsplit(str(request.url)).hostname or ""
    return ""


def explain(error: BaseException) -> str:
    """The error and all that led to it, a line each."""
    parts: list[str] = []
    for cause in chain(error):
        line = f"{type(cause).__name__}: {cause}".rstrip(": ")
        if line not in parts:
            parts.append(line)
    return "\n".join(parts)


def chain(error: BaseException) -> list[BaseException]:
    """The error and all that led to it, groups opened."""
    found: list[BaseException] = []
    todo: list[BaseException] = [error]
    while todo and len(found) < 30:
        current = todo.pop(0)
        if any(current is other for other in found):
            continue
        found.append(current)
        if isinstance(current, BaseExceptionGroup):
            todo.extend(current.exceptions)
        todo.extend(cause for cause in (current.__cause__, current.__context__) if cause is not None)
    return found


def secrets_of(error: BaseException) -> tuple[str, ...]:
    """The values that a failed request carried in its secret headers."""
    values: set[str] = set()
    for cause in chain(error):
        try:
            headers = getattr(getattr(cause, "request", None), "headers", None)
        except RuntimeError:
            continue
        for name, value in dict(headers or {}).items():
            if is_secret_header(name):
                values.update((value, value.removeprefix("Bearer ")))
    return tuple(values)


def is_secret_header(name: str) -> bool:
    """Whether a header of this name carries a key, as its name tells."""
    return bool(_SECRET_HEADER.search(name))
