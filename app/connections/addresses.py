"""Base URLs as people type them, made into what the SDK needs."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit, urlunsplit

from app.core.errors import InvalidInput

_ENDPOINTS = re.compile(
    r"/(chat/completions|completions|responses|embeddings|models|assistants|threads(/runs)?|files|vector_stores)/*$"
)


def normalize_base_url(text: str) -> str:
    """Make a base URL: add the scheme (http for this computer and private networks, https else), drop an endpoint's path.

    Raises:
        InvalidInput: it is no address, or holds a password or a query (field ``base_url``).
    """
    value = text.strip().strip("\"'<>").strip()
    if not value:
        raise _invalid("No address was given.")
    if re.search(r"[\s\x00-\x1f\x7f]", value):
        raise _invalid("The address contains a space or a line break.")
    if "://" not in value:
        host = urlsplit(f"//{value}").hostname if _parses(f"//{value}") else ""
        value = f"{'http' if is_near(host or '') else 'https'}://{value}"
    if not _parses(value):
        raise _invalid("This is not an address.")
    parts = urlsplit(value)
    if parts.scheme.lower() not in {"http", "https"}:
        raise _invalid(f"Addresses start with http:// or https://, not {parts.scheme}://.")
    if not parts.hostname:
        raise _invalid("The address names no server.")
    if parts.username or parts.password:
        raise InvalidInput(
            "The address holds a user name or password, which would be saved in a file.",
            field="base_url",
            advice="Take it out and put the key into the key field.",
        )
    if parts.query or parts.fragment:
        raise _invalid("The address must end before “?” and “#”.")
    path = _ENDPOINTS.sub("", parts.path.rstrip("/"))
    return urlunsplit((parts.scheme.lower(), parts.netloc, path.rstrip("/"), "", ""))


def is_loopback(host: str) -> bool:
    """Whether a host name or address is this computer itself."""
    name = host.strip("[]").lower().rstrip(".")
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(name.partition("%")[0]).is_loopback
    except ValueError:
        return False


def is_near(host: str) -> bool:
    """Whether a host is this computer or on a private network, where services seldom speak https."""
    if is_loopback(host):
        return True
    name = host.strip("[]").lower().rstrip(".")
    try:
        address = ipaddress.ip_address(name.partition("%")[0])
    except ValueError:
        return "." not in name or name.endswith((".local", ".lan", ".internal", ".home.arpa"))
    return address.is_private or address.is_link_local or address.is_unspecified


def with_v1(base_url: str) -> str:
    """The same address with ``/v1`` at its end."""
    return f"{base_url.rstrip('/')}/v1"


def lacks_v1(base_url: str) -> bool:
    """Whether no part of the path is an API version such as ``v1`` or ``v1beta``."""
    return not any(re.fullmatch(r"v\d+\w*", part) for part in urlsplit(base_url).path.split("/"))


def _parses(value: str) -> bool:
    try:
        parts = urlsplit(value)
        return bool(parts.netloc) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False


def _invalid(message: str) -> InvalidInput:
    return InvalidInput(message, field="base_url", advice="It looks like https://api.example.com/v1.")
