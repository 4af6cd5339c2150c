"""The Test button: does a connection work, and which models does it offer?"""

from __future__ import annotations

import asyncio
import dataclasses
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.connections import sdk
from app.connections.addresses import lacks_v1, normalize_base_url, with_v1
from app.connections.catalog import of_listed, retirement
from app.connections.client import make_client
from app.connections.failures import is_html, scrub, translate
from app.connections.profile import Profile
from app.connections.secrets import Key
from app.core.errors import AppError, AuthenticationFailed, ConnectionFailed, NotFound

CHECK_SECONDS = 20.0
_NOT_REACHED = ("Nothing answers at", "The name ", "There is no way to")


@dataclass(frozen=True)
class CheckResult:
    """What a test found.

    ``message`` and ``advice`` are sentences for a person. ``models`` is what the service lists (``models_listed`` is
    false where it lists nothing and models must be typed), ``facts`` what it says of them
    (:mod:`app.connections.catalog`). ``suggested_base_url`` is an address that works, or probably
    does, when the given one does not; empty otherwise. ``key_refused`` points at the key's field.
    """

    ok: bool
    message: str
    advice: str = ""
    models: tuple[str, ...] = ()
    models_listed: bool = False
    suggested_base_url: str = ""
    key_refused: bool = False
    seconds: float = 0.0
    details: str = ""
    facts: dict[str, dict[str, Any]] = field(default_factory=dict)


async def check(profile: Profile, key: Key | None = None, *, timeout: float = CHECK_SECONDS) -> CheckResult:
    """Ask a service for its models, and where that is impossible a typed model for one word.

    Never raises for anything that a service or network can do; ends within about ``timeout`` seconds per attempt. When
    the address lacks ``/v1`` it is tried with it, and suggested if that works.
    """
    await sdk.loaded()  # its seconds are not the service's
    started = time.monotonic()
    try:
        profile = dataclasses.replace(profile, base_url=normalize_base_url(profile.base_url))
        result = await _attempt(profile, key, timeout)
        if (
            not result.ok
            and not result.key_refused
            and profile.kind != "azure"
            and lacks_v1(profile.base_url)
        ):
            better = dataclasses.replace(profile, base_url=with_v1(profile.base_url))
            second = await _attempt(better, key, timeout)
            if second.ok or second.key_refused:
                result = dataclasses.replace(
                    second if second.key_refused else result,
                    message=(
                        f"{profile.name} is there, but the address lacks “/v1”."
                        if second.ok
                        else f"The address lacks “/v1”; with it, {second.message[:1].lower()}{second.message[1:]}"
                        if not second.message.startswith(profile.name)
                        else f"The address lacks “/v1”; with it, {second.message}"
                    ),
                    advice=f"Use {better.base_url}{'' if second.ok else f' and {second.advice[:1].lower()}{second.advice[1:]}'}",
                    models=second.models,
                    models_listed=second.models_listed,
                    facts=second.facts,
                    suggested_base_url=better.base_url,
                )
    except AppError as error:
        result = CheckResult(False, error.message, error.advice, details=error.details)
    if not result.ok and profile.proxy and result.message.startswith(_NOT_REACHED):
        # Whatever could not be reached was the proxy: nothing else is called.
        result = dataclasses.replace(
            result,
            message=f"The proxy {profile.proxy} cannot be reached.",
            advice="Check the proxy's address, and whether it runs; or leave the field empty.",
        )
    return dataclasses.replace(result, seconds=time.monotonic() - started)


async def _attempt(profile: Profile, key: Key | None, timeout: float) -> CheckResult:
    try:
        listed = await listed_models(profile, key, timeout=timeout)
    except AuthenticationFailed as error:
        return CheckResult(False, error.message, error.advice, key_refused=True, details=error.details)
    except (ConnectionFailed, NotFound) as error:
        if profile.models and error.details.startswith("GET ") and await _answers(profile, key, timeout):
            return CheckResult(
                True,
                f"{profile.name} works. It lists no models; “{profile.models[0]}” answers.",
                models=profile.models,
            )
        return CheckResult(False, error.message, error.advice, details=error.details)
    except AppError as error:
        return CheckResult(False, error.message, error.advice, details=error.details)
    models = tuple(listed)
    if profile.kind == "azure":
        if profile.models:
            try:
                await _ask(profile, key, timeout)
            except AppError as error:
                return CheckResult(
                    False,
                    f"{profile.name} knows the key, but the deployment “{profile.models[0]}” does not answer: "
                    f"{error.message}",
                    error.advice,
                    profile.models,
                    details=error.details,
                )
        return CheckResult(
            True,
            f"{profile.name} works."
            if not profile.models
            else f"{profile.name} works: the deployment “{profile.models[0]}” answers.",
            advice=""
            if profile.models
            else "Azure does not list deployments: type the names of yours as models.",
            models=profile.models,
        )
    if not models:
        return CheckResult(
            True,
            f"{profile.name} answers, but has no models (yet).",
            advice="Load or download one there, then test again; or type a model's name.",
            models_listed=True,
        )
    number = "one model" if len(models) == 1 else f"{len(models)} models"
    facts = {name: known for name, known in listed.items() if known}
    retiring = [name for name in models if facts.get(name, {}).get("shutdown_date")]
    advice = ""
    if retiring:
        first = f"“{retiring[0]}” {retirement(facts[retiring[0]]['shutdown_date'])}"
        rest = len(retiring) - 1
        advice = f"{first}{f', and {rest} more are retired or will be' if rest else ''}."
    return CheckResult(
        True, f"{profile.name} works: {number} found.", advice, models, models_listed=True, facts=facts
    )


async def list_models(
    profile: Profile, key: Key | None = None, *, timeout: float = CHECK_SECONDS
) -> tuple[str, ...]:
    """The model names that a service lists, in its order; failures as :func:`listed_models`."""
    return tuple(await listed_models(profile, key, timeout=timeout))


async def listed_models(
    profile: Profile, key: Key | None = None, *, timeout: float = CHECK_SECONDS
) -> Mapping[str, dict[str, Any]]:
    """The models that a service lists, in its order, each with what it says of it.

    Raises:
        AppError: it could not be reached, refused, or answered with something else than a list of models.
    """
    await sdk.loaded()
    client = make_client(profile, key, read_seconds=timeout)
    try:
        async with asyncio.timeout(timeout):
            raw = await client.models.with_raw_response.list()
            text = raw.text
    except TimeoutError:
        raise ConnectionFailed(
            f"{profile.name} did not answer within {timeout:.0f} seconds.",
            advice="Check the address and port, and whether the server is busy loading a model.",
        ) from None
    except Exception as error:  # noqa: BLE001 - translated, all of it
        raise translate(error, service=profile.name) from None
    finally:
        await client.close()
    entries = _entries(text)
    if entries is None:
        url = f"{profile.base_url.rstrip('/')}/models"
        what = "a web page" if is_html(text) else "something else than a list of models"
        raise ConnectionFailed(
            f"{profile.name} answers with {what}.",
            advice="Check the address; it usually ends in “/v1”.",
            details=scrub(f"GET {url}\n{text}", (key.reveal(),) if key else ()),
        )
    found: dict[str, dict[str, Any]] = {}
    for entry in entries:
        found.setdefault(entry["id"], of_listed(entry))
    return found


def _entries(text: str) -> list[dict[str, Any]] | None:
    """The entries of a list of models; None for anything else. A bare list is taken too, as some servers answer."""
    try:
        data = json.loads(text)
    except ValueError:
        return None
    data = data.get("data") if isinstance(data, dict) else data
    if not isinstance(data, list):
        return None
    entries = [item for item in data if isinstance(item, dict) and isinstance(item.get("id"), str)]
    return entries if len(entries) == len(data) else None


async def _answers(profile: Profile, key: Key | None, timeout: float) -> bool:
    """Whether the first typed model answers one word; the reason is left out, the first failure is the one that is told."""
    try:
        await _ask(profile, key, timeout)
    except AppError:
        return False
    return True


async def _ask(profile: Profile, key: Key | None, timeout: float) -> None:
    """Ask the first typed model for one word.

    Raises:
        AppError: it does not answer.
    """
    await sdk.loaded()
    client = make_client(profile, key, read_seconds=timeout)
    try:
        async with asyncio.timeout(timeout):
            answer = await client.chat.completions.create(
                model=profile.models[0],
                messages=[{"role": "user", "content": "Hi"}],
                max_completion_tokens=16,
            )
    except TimeoutError:
        raise ConnectionFailed(
            f"{profile.name} did not answer within {timeout:.0f} seconds.",
            advice="Check whether the server is busy loading a model.",
        ) from None
    except Exception as error:  # noqa: BLE001 - translated, all of it
        raise translate(error, service=profile.name, model=profile.models[0]) from None
    finally:
        await client.close()
    if not getattr(answer, "choices", None):
        raise ConnectionFailed(f"{profile.name} answers with something else than the API's format.")
