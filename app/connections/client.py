"""SDK clients, made from a profile and a key.

Only what a profile says goes out: the SDK's own environment variables (organisation, project, custom headers, another
base URL, an admin key) are kept from reaching a service they were not meant for.
"""

from __future__ import annotations

import logging
import os
import ssl
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from app.connections.addresses import is_loopback, normalize_base_url
from app.connections.profile import Profile
from app.connections.secrets import Key
from app.connections.traffic import client_class
from app.core.entities import ENGINE
from app.core.errors import InvalidInput

if TYPE_CHECKING:
    import httpx2
    from openai import AsyncOpenAI

log = logging.getLogger(__name__)

CONNECT_SECONDS = 10.0
MAX_CONNECTIONS = 200
ENGINE_READ_SECONDS = 3600.0
"""The engine may wait long for a model to load or a tool to end; its own time limits are the ones that count."""

DEFAULT_AZURE_VERSION = "2024-10-21"


def make_client(
    profile: Profile,
    key: Key | None = None,
    *,
    max_retries: int = 0,
    read_seconds: float | None = None,
    max_connections: int = MAX_CONNECTIONS,
) -> AsyncOpenAI:
    """Make the SDK's client for a service. Close it with ``await client.close()``.

    Args:
        profile: where the service is. A proxy or certificate file named in it is used, else the system's.
        key: its key; None sends none.
        max_retries: retries by the SDK, which shows none of them; 0 where a caller retries and shows it.
        read_seconds: how long to wait for the next bytes, if not ``profile.timeout``.
        max_connections: how many requests may be under way at once; the rest wait their turn.

    Raises:
        InvalidInput: the address, a header, the proxy or the certificate file cannot be used.
    """
    import openai

    _let_assistants_calls_be()
    base_url = normalize_base_url(profile.base_url)
    headers = _checked_headers(profile.headers)
    http = _http_client(
        base_url,
        service=profile.id,
        proxy=profile.proxy,
        ca_file=profile.ca_file,
        read_seconds=read_seconds or profile.timeout,
        max_connections=max_connections,
        send_key=bool(key) or any(name.lower() == "authorization" for name in headers),
    )
    value = key.reveal() if key else ""
    client: AsyncOpenAI
    if profile.kind == "azure" and _is_azure_v1(profile, base_url):
        client = openai.AsyncOpenAI(
            base_url=f"{_azure_endpoint(base_url)}/openai/v1/",
            api_key=value or "none",
            http_client=http,
            max_retries=max_retries,
            default_headers=headers,
            default_query={"api-version": profile.api_version} if profile.api_version == "preview" else None,
        )
    elif profile.kind == "azure":
        client = openai.AsyncAzureOpenAI(
            azure_endpoint=_azure_endpoint(base_url),
            api_version=profile.api_version or DEFAULT_AZURE_VERSION,
            api_key=value or "none",
            http_client=http,
            max_retries=max_retries,
            default_headers=headers,
        )
    else:
        client = openai.AsyncOpenAI(
            base_url=base_url,
            api_key=value or "none",
            http_client=http,
            max_retries=max_retries,
            default_headers=headers,
        )
    _only(client, headers, organization=profile.organization, project=profile.project)
    return client


def make_engine_client(base_url: str, token: Key) -> AsyncOpenAI:
    """Make the SDK's client for our own engine on loopback: never through a proxy, no retries of its own."""
    import openai

    _let_assistants_calls_be()
    http = _http_client(base_url, service=ENGINE, read_seconds=ENGINE_READ_SECONDS)
    client = openai.AsyncOpenAI(
        base_url=base_url, api_key=token.reveal(), http_client=http, max_retries=0, default_headers={}
    )
    _only(client, {}, organization="", project="")
    return client


def _let_assistants_calls_be() -> None:
    """The SDK marks every call of its Assistants surface as deprecated, on purpose; exactly those warnings are unwanted."""
    for message in ("The Assistants API is deprecated in favor of the Responses API", "deprecated$"):
        warnings.filterwarnings("ignore", message=message, category=DeprecationWarning)


def _only(client: AsyncOpenAI, headers: dict[str, Any], *, organization: str, project: str) -> None:
    """Leave nothing in a client that the environment put there."""
    client.organization = organization or None
    client.project = project or None
    client.admin_api_key = None
    client._custom_headers = headers  # OPENAI_CUSTOM_HEADERS are meant for the SDK's default service alone


def _http_client(
    base_url: str,
    *,
    service: str = "",
    proxy: str = "",
    ca_file: str = "",
    read_seconds: float = 600.0,
    max_connections: int = MAX_CONNECTIONS,
    send_key: bool = True,
) -> httpx2.AsyncClient:
    import httpx2

    parts = urlsplit(base_url)
    loopback = is_loopback(parts.hostname or "")
    timeout = httpx2.Timeout(read_seconds, connect=CONNECT_SECONDS, pool=CONNECT_SECONDS)
    try:
        return client_class()(
            service,
            verify=_ssl_context(ca_file)
            if parts.scheme == "https" or ca_file
            else _default_context(loopback),
            proxy=proxy or None,
            trust_env=not loopback,
            timeout=timeout,
            limits=httpx2.Limits(
                max_connections=max_connections, max_keepalive_connections=max(20, max_connections // 80)
            ),
            # A redirect could lead a request with a key elsewhere or turn a POST into a GET; it is reported instead.
            follow_redirects=False,
            event_hooks={} if send_key else {"request": [_without_key]},
        )
    except (ImportError, ValueError, httpx2.InvalidURL) as error:
        raise InvalidInput(
            "The proxy cannot be used.",
            field="proxy",
            advice="Proxies look like http://proxy.example.com:3128; SOCKS is not supported.",
            details=str(error),
        ) from None


async def _without_key(request: httpx2.Request) -> None:
    """The SDK insists on a key; a service that has none gets none."""
    for name in ("authorization", "api-key"):
        if name in request.headers:
            del request.headers[name]


def _default_context(loopback: bool) -> ssl.SSLContext | bool:
    """For plain http: nothing is encrypted, so do not spend 50 ms on certificates on the way to this computer."""
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT) if loopback else _ssl_context("")


def _ssl_context(ca_file: str) -> ssl.SSLContext:
    """The system's certificates and the usual bundle, plus ``ca_file``; a stale ``SSL_CERT_FILE`` is passed over."""
    if ca_file:
        try:
            return ssl.create_default_context(cafile=str(Path(ca_file).expanduser()))
        except (OSError, ssl.SSLError) as error:
            raise InvalidInput(
                f"The certificate file {ca_file} cannot be used.",
                field="ca_file",
                advice="Name a readable PEM file.",
                details=str(error),
            ) from None
    for variable in ("SSL_CERT_FILE", "SSL_CERT_DIR"):
        named = os.environ.get(variable)
        if not named:
            continue
        try:
            if variable == "SSL_CERT_DIR":
                return ssl.create_default_context(capath=str(Path(named).resolve(strict=True)))
            return ssl.create_default_context(cafile=named)
        except (OSError, ssl.SSLError) as error:
            log.warning("%s is passed over, it cannot be used: %s", variable, error)
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _checked_headers(headers: dict[str, str]) -> dict[str, Any]:
    for name, value in headers.items():
        if not name.isascii() or not name.isprintable() or not name or set(name) & set(' :()<>@,;"/[]?={}\\'):
            raise InvalidInput(f"“{name}” is no name for a header.", field="headers")
        if not value.isascii() or not value.isprintable():
            raise InvalidInput(
                f"The value of the header “{name}” holds characters that headers cannot carry.",
                field="headers",
            )
    return dict(headers)


def _is_azure_v1(profile: Profile, base_url: str) -> bool:
    """Whether the resource's newer endpoint is meant, which speaks OpenAI's own paths and needs no version."""
    return profile.api_version in {"v1", "latest", "preview"} or (
        not profile.api_version and base_url.rstrip("/").endswith("/openai/v1")
    )


def _azure_endpoint(base_url: str) -> str:
    """The resource's address: what people paste may end in ``/openai`` or a deployment's path."""
    return base_url.partition("/openai")[0]
