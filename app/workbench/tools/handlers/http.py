"""Calls that become an HTTP request."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from app.connections.secrets import KeyStore
from app.core.errors import AppError, ConnectionFailed, InvalidInput
from app.workbench.tools.placeholders import Secrets, fill_json, fill_text, fill_url, url_problem
from app.workbench.tools.specs import METHODS, Call, HandlerSpec

if TYPE_CHECKING:
    import httpx2

MOST_BYTES = 5_000_000
MOST_REDIRECTS = 5
_SECRET_HEADERS = frozenset({"authorization", "cookie", "proxy-authorization"})


class HttpHandler:
    """Makes the request that a spec describes and gives the answer's body.

    Args:
        keys: where secrets are kept.
    """

    def __init__(self, keys: KeyStore) -> None:
        self._keys = keys

    async def answer(self, spec: HandlerSpec, call: Call) -> str:
        """See :class:`Handler`."""
        import httpx2

        wrong = url_problem(spec.url)
        if wrong:
            raise InvalidInput(wrong, advice="Mend the address in the function's form.")
        secrets = Secrets(self._keys)
        url = fill_url(spec.url, call.arguments)
        method = spec.method if spec.method in METHODS else "GET"
        headers: dict[str, str] = {}
        private: set[str] = set(_SECRET_HEADERS)
        for name, template in spec.headers:
            if not name.strip():
                continue
            value = await secrets.fill(template, call.arguments)
            if any(letter in value + name for letter in "\r\n\0"):
                raise InvalidInput(f"The header “{name}” has a line break in it.")
            if "{{secret:" in template.replace(" ", ""):
                private.add(name.strip().lower())
            headers[name.strip()] = value
        body = self._body(spec, call, headers) if method not in {"GET", "DELETE"} or spec.body else None
        try:
            async with httpx2.AsyncClient(
                timeout=spec.timeout, follow_redirects=False, trust_env=True
            ) as client:
                text = await self._ask(
                    client, method, url, headers=headers, body=body, spec=spec, private=private
                )
        except AppError as error:
            raise type(error)(
                secrets.hide(error.message),
                advice=secrets.hide(error.advice),
                details=secrets.hide(error.details),
            ) from None
        except (httpx2.HTTPError, httpx2.InvalidURL, OSError, UnicodeError, ValueError) as error:
            slow = isinstance(error, httpx2.TimeoutException)
            host = urlsplit(url).netloc
            said = (
                f"{host} did not answer within {spec.timeout:g} seconds."
                if slow
                else f"{host} cannot be reached."
            )
            raise ConnectionFailed(said, details=secrets.hide(f"{type(error).__name__}: {error}")) from None
        return secrets.hide(text)

    @staticmethod
    def _body(spec: HandlerSpec, call: Call, headers: dict[str, str]) -> bytes:
        kind = next((value for name, value in headers.items() if name.lower() == "content-type"), "")
        if not spec.body.strip():
            if not kind:
                headers["Content-Type"] = "application/json"
            return json.dumps(call.arguments, ensure_ascii=False).encode()
        looks_json = "json" in kind.lower() or (not kind and spec.body.lstrip()[:1] in {"{", "["})
        if looks_json and not kind:
            headers["Content-Type"] = "application/json"
        fill = fill_json if looks_json else fill_text
        return fill(spec.body, call.arguments).encode()

    async def _ask(
        self,
        client: httpx2.AsyncClient,
        method: str,
        url: str,
        *,
        headers: dict[str, str],
        body: bytes | None,
        spec: HandlerSpec,
        private: set[str],
    ) -> str:
        first = _origin(url)
        for _ in range(MOST_REDIRECTS + 1):
            async with client.stream(method, url, headers=headers, content=body) as response:
                target = response.headers.get("location", "")
                if response.status_code in {301, 302, 303, 307, 308} and target:
                    following = urljoin(url, target)
                    self._check_redirect(following, first, spec)
                    if _origin(following) != first:
                        headers = {n: v for n, v in headers.items() if n.lower() not in private}
                    if response.status_code == 303 or (
                        response.status_code in {301, 302} and method == "POST"
                    ):
                        method, body = "GET", None
                    url = following
                    continue
                return await _read(response, spec)
        raise ConnectionFailed(f"{urlsplit(url).netloc} redirects in circles.")

    @staticmethod
    def _check_redirect(target: str, first: tuple[str, str, int | None], spec: HandlerSpec) -> None:
        there = _origin(target)
        if spec.redirects == "all" and there[0] in {"http", "https"}:
            return
        if spec.redirects == "same_host" and there == first:
            return
        raise ConnectionFailed(
            f"The service redirects to {urlsplit(target).netloc or target[:80]}, which is not followed.",
            advice="Put the new address into the function's form, or allow redirects there.",
        )


def _origin(url: str) -> tuple[str, str, int | None]:
    parts = urlsplit(url)
    return parts.scheme, (parts.hostname or "").lower(), parts.port


async def _read(response: httpx2.Response, spec: HandlerSpec) -> str:
    pieces: list[bytes] = []
    size, cap, cut = 0, min(MOST_BYTES, 4 * spec.most_characters + 4096), False
    async for piece in response.aiter_bytes():
        pieces.append(piece[: cap - size])
        size += len(piece)
        if size > cap:
            cut = True
            break
    raw = b"".join(pieces)
    if b"\0" in raw[:8000]:
        kind = response.headers.get("content-type", "unknown")
        raise InvalidInput(f"The service answered with data that is no text ({kind}, {size:,} bytes).")
    try:
        text = raw.decode(response.encoding or "utf-8", "replace")
    except LookupError:
        text = raw.decode("utf-8", "replace")
    if cut:
        text += " " * max(0, spec.most_characters + 1 - len(text))  # it is cut below, and that is said
    if response.status_code >= 400:
        raise ConnectionFailed(
            f"The service answered {response.status_code} {response.reason_phrase}.".replace(" .", "."),
            details=text[:2000].rstrip(),
        )
    return text or f"(empty answer, status {response.status_code})"
