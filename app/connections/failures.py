"""What went wrong with a service, in words, with what to do about it.

:func:`translate` takes anything that the SDK or its HTTP library raises and gives an error of the program's own tree.
Keys never get into it: whatever the request carried in its headers is taken out of every text, even where a service
repeats it.
"""

from __future__ import annotations

import re
import socket
import ssl
from typing import Any

from app.connections.addresses import is_loopback, lacks_v1, with_v1
from app.connections.failure_facts import (
    body_of,
    chain,
    describe_seconds,
    explain,
    host_of,
    is_html,
    is_json_error,
    message_of,
    parse_retry_after,
    plain_url,
    retry_after,
    scrub,
    secrets_of,
)
from app.core.errors import (
    AppError,
    AuthenticationFailed,
    BudgetReached,
    ConnectionFailed,
    InvalidInput,
    NotFound,
    RateLimited,
    ServiceUnavailable,
)

OWN_ENGINE = "The engine"
"""Our own engine's name in sentences; nobody can mend its address."""

__all__ = [
    "describe_seconds",
    "is_broken_off",
    "is_html",
    "is_out_of_credit",
    "parse_retry_after",
    "retry_after",
    "scrub",
    "translate",
]


def translate(error: BaseException, *, service: str = "The service", model: str = "") -> AppError:
    """Turn any failure of a request into an :class:`AppError`.

    Args:
        error: what was raised; an ``AppError`` comes back as it is.
        service: the connection's name, to begin sentences with.
        model: the model that was asked for, to be named when it does not exist.
    """
    if isinstance(error, AppError):
        return error
    for cause in chain(error):
        if isinstance(cause, BudgetReached):  # our own client refused the request before it left
            return cause
    import httpx2
    import openai

    hide = secrets_of(error)
    if isinstance(error, openai.APIStatusError):
        return _of_status(error, service, model, hide)
    if isinstance(error, openai.APITimeoutError | httpx2.TimeoutException):
        return _of_timeout(error, service, hide)
    if isinstance(error, openai.APIConnectionError | httpx2.RequestError | ssl.SSLError | OSError):
        return _of_connection(error, service, hide)
    if isinstance(
        error, openai.APIResponseValidationError | ValueError | TypeError | AttributeError | LookupError
    ):
        # A body or event that is no JSON (json.JSONDecodeError), no UTF-8, or has another shape than the API's: the SDK
        # does not look at it closely and stumbles later.
        return ServiceUnavailable(
            f"{service} sent something that is not the API's format, so the answer broke off.",
            advice="Check that the address leads to an OpenAI-compatible service; if it does, try again.",
            details=scrub(f"{type(error).__name__}: {error}", hide),
        )
    if isinstance(error, openai.APIError):  # an error event inside a stream
        return _of_stream_error(error, service, hide)
    return ConnectionFailed(
        f"The request to {_lower(service)} failed.",
        advice="The details say more.",
        details=scrub(f"{type(error).__name__}: {error}", hide),
    )


# -- by kind ---------------------------------------------------------------------------------------------------------


def _of_status(error: Any, service: str, model: str, hide: tuple[str, ...]) -> AppError:
    status = int(error.status_code)
    url = str(error.request.url)
    said = scrub(message_of(error), hide)
    code = str(error.code or "")
    kind = str(getattr(error, "type", "") or "")
    body = error.body if isinstance(error.body, str) else ""
    details = scrub(
        "\n".join(
            part
            for part in (
                f"{error.request.method} {plain_url(url)}",
                f"HTTP {status}{f', {code}' if code else ''}{f', {kind}' if kind else ''}",
                f"Request id: {error.request_id}" if error.request_id else "",
                body_of(error),
            )
            if part
        ),
        hide,
    )
    if status == 401:
        no_key = "authorization" not in error.request.headers and "api-key" not in error.request.headers
        return AuthenticationFailed(
            f"{service} asks for a key, and none was sent."
            if no_key
            else f"{service} refuses the key (401).",
            advice="Enter its key in Connections."
            if no_key
            else "Check the key in Connections: it may be mistyped, revoked, or of another service.",
            details=details,
        )
    if status == 403:
        return AuthenticationFailed(
            f"{service} knows the key but does not allow this (403){_quoted(said)}.",
            advice="The key may lack a permission, or the service may not be offered in your region or network.",
            details=details,
        )
    if status == 429:
        return _of_rate_limit(error, service, said, code or kind, details)
    if status in {404, 405}:
        return _of_not_found(error, service, model=model, said=said, code=code, details=details)
    if is_html(body) and status < 500:
        return ConnectionFailed(
            f"{service} answers with a web page instead of data ({status}).",
            advice=_address_advice(url),
            details=details,
        )
    if status >= 500 or status == 408:
        return ServiceUnavailable(
            f"{service} has a problem of its own ({status}){_quoted(said)}.",
            advice="Wait a moment and try again.",
            details=details,
        )
    if 300 <= status < 400:
        there = error.response.headers.get("location", "")
        return ConnectionFailed(
            f"{service} sends requests on to another address.",
            advice=f"Enter that address in Connections: {plain_url(there)}"
            if there
            else "Check the address in Connections.",
            details=details,
        )
    if status == 413:
        return InvalidInput(
            f"The request is too large for {_lower(service)} (413).",
            advice="Send less text or fewer files.",
            details=details,
        )
    if code == "context_length_exceeded" or re.search(
        r"context (length|window|size)|maximum context|too many tokens", said, re.IGNORECASE
    ):
        return InvalidInput(
            f"The conversation is longer than the model can read{_quoted(said)}.",
            advice="Send less text, start a new conversation, or choose a model with a longer context.",
            details=details,
        )
    return InvalidInput(
        f"{service} does not accept the request ({status}){_quoted(said)}.",
        field=error.param if isinstance(error.param, str) else None,
        advice="Change that and send again." if said else "The details show its answer.",
        details=details,
    )


def _of_not_found(error: Any, service: str, *, model: str, said: str, code: str, details: str) -> AppError:
    url = str(error.request.url)
    body = body_of(error)
    if code == "model_not_found" or (model and is_json_error(error) and "model" in said.lower()):
        named = f"“{model}”" if model else "that was asked for"
        return NotFound(
            f"{service} has no model {named}.",
            advice="Choose another model, or test the connection again to refresh its list.",
            details=details,
        )
    about_address = (
        code == "unknown_url" or error.status_code == 405 or not is_json_error(error) or is_html(body)
    )
    if about_address or re.search(
        r"(unknown|invalid|no such|unexpected) (request )?(url|route|path|endpoint)|^not found\.?$",
        said,
        re.IGNORECASE,
    ):
        if service == OWN_ENGINE:
            return ConnectionFailed(
                f"The engine does not know this request ({error.status_code}).",
                advice="It may be of another version: close all windows of the program and start it again.",
                details=details,
            )
        page = "answers with a web page instead of data" if is_html(body) else "does not know the address"
        return ConnectionFailed(
            f"{service} {page} ({error.status_code}).", advice=_address_advice(url), details=details
        )
    return NotFound(
        f"{service} cannot find it{_quoted(said)}.", advice="It may have been deleted.", details=details
    )


def _of_rate_limit(error: Any, service: str, said: str, code: str, details: str) -> AppError:
    seconds = retry_after(error)
    if code == "insufficient_quota" or re.search(r"quota|billing|credit|balance", said, re.IGNORECASE):
        return RateLimited(
            f"The account at {_lower(service)} has no credit left (429){_quoted(said)}.",
            retry_after=None,
            advice="Check plan and billing at the service; waiting will not help.",
            details=details,
        )
    wait = f"Wait {describe_seconds(seconds)} and try again." if seconds else "Wait a little and try again."
    return RateLimited(
        f"{service} gets too many requests or tokens at once (429){_quoted(said)}.",
        retry_after=seconds,
        advice=wait,
        details=details,
    )


def is_out_of_credit(error: AppError) -> bool:
    """Whether a 429 says that the account is empty, so that trying again is useless."""
    return isinstance(error, RateLimited) and "no credit" in error.message


def is_broken_off(error: AppError) -> bool:
    """Whether the connection ended without an answer, so that nobody knows whether the request was carried out."""
    return isinstance(error, ServiceUnavailable) and error.message.startswith("The connection to ")


def _of_timeout(error: BaseException, service: str, hide: tuple[str, ...]) -> AppError:
    connecting = any(
        "Connect" in type(cause).__name__ or "Pool" in type(cause).__name__ for cause in chain(error)
    )
    details = scrub(explain(error), hide)
    if connecting:
        return ServiceUnavailable(
            f"{service} cannot be reached: it does not answer to being called.",
            advice="Check the address and port, the network, and whether a firewall or VPN is in between.",
            details=details,
        )
    return ServiceUnavailable(
        f"{service} accepted the request but stopped answering.",
        advice="It may be overloaded or loading a model. Try again, or allow more time in the connection's settings.",
        details=details,
    )


def _of_connection(error: BaseException, service: str, hide: tuple[str, ...]) -> AppError:
    details = scrub(explain(error), hide)
    causes = chain(error)
    texts = " ".join(f"{type(cause).__name__} {cause}" for cause in causes)
    host = host_of(error)
    where = f" “{host}”" if host else ""
    for cause in causes:
        if isinstance(cause, ssl.SSLError):
            return _of_tls(cause, service, details)
        if isinstance(cause, socket.gaierror) or "Name or service not known" in str(cause):
            break
    if any(isinstance(c, socket.gaierror) for c in causes) or re.search(
        r"getaddrinfo|name resolution|Name or service not known|nodename nor servname|No address associated",
        texts,
    ):
        return ConnectionFailed(
            f"The name{where} could not be found.",
            advice="Check the address for typing errors and that this computer is online.",
            details=details,
        )
    if "Proxy" in texts:
        return ConnectionFailed(
            "The proxy refuses or cannot be reached.", advice="Check the proxy's address.", details=details
        )
    if any(isinstance(c, ConnectionRefusedError) for c in causes) or re.search(
        r"refused|All connection attempts failed", texts, re.IGNORECASE
    ):
        near = is_loopback(host)
        return ConnectionFailed(
            f"Nothing answers at{where or ' this address'}: the connection was refused.",
            advice="Start the model server, and check the port." if near else "Check the address and port.",
            details=details,
        )
    if re.search(r"unreachable|No route to host", texts, re.IGNORECASE):
        return ConnectionFailed(
            f"There is no way to{where or ' the service'}: the network is unreachable.",
            advice="Check that this computer is online.",
            details=details,
        )
    if re.search(r"UnsupportedProtocol|LocalProtocolError|InvalidURL|Illegal header", texts):
        return InvalidInput(
            "The request could not be made from the connection's settings.",
            advice="Check address, key and headers.",
            details=details,
        )
    return ServiceUnavailable(
        f"The connection to {_lower(service)} broke off.",
        advice="Try again. What had arrived is kept.",
        details=details,
    )


def _of_tls(cause: ssl.SSLError, service: str, details: str) -> AppError:
    text = str(cause)
    if re.search(r"WRONG_VERSION_NUMBER|UNKNOWN_PROTOCOL|RECORD_LAYER|PACKET_LENGTH", text):
        advice = "The server does not speak https here; try the address with http://."
    elif "expired" in text:
        advice = "The server's certificate, or this computer's clock, is out of date."
    elif re.search(r"[Hh]ostname mismatch|IP address mismatch|not valid for", text):
        advice = "The certificate belongs to another name; check the address."
    else:
        advice = "If the service uses a certificate of your organisation, name its file (PEM) in the connection's settings."
    return ConnectionFailed(
        f"No safe connection to {_lower(service)} could be made.", advice=advice, details=details
    )


def _of_stream_error(error: Any, service: str, hide: tuple[str, ...]) -> AppError:
    said = scrub(str(error.message), hide)
    code = str(error.code or error.type or "")
    details = scrub(body_of(error) or said, hide)
    if "rate_limit" in code:
        return RateLimited(
            f"{service} gets too many requests{_quoted(said)}.",
            advice="Wait a little and try again.",
            details=details,
        )
    if "quota" in code:
        return RateLimited(
            f"The account at {_lower(service)} has no credit left{_quoted(said)}.",
            advice="Check plan and billing at the service; waiting will not help.",
            details=details,
        )
    return ServiceUnavailable(
        f"{service} broke the answer off{_quoted(said)}.", advice="Try again.", details=details
    )


# -- small things ----------------------------------------------------------------------------------------------------


def _address_advice(url: str) -> str:
    base = re.sub(
        r"/(chat/completions|models|responses|assistants.*|threads.*|files.*|vector_stores.*)$",
        "",
        plain_url(url),
    )
    if lacks_v1(base):
        return f"The address probably lacks “/v1”: try {with_v1(base)}"
    return "Check the address in Connections; it usually ends in “/v1”."


def _quoted(said: str) -> str:
    return f": {said.rstrip('.')}" if said else ""


def _lower(service: str) -> str:
    return f"{service[0].lower()}{service[1:]}" if service.startswith("The ") else service
