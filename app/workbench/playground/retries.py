"""Trying again after a service asked to wait: its time is kept, and the waiting is shown."""

from __future__ import annotations

import asyncio
import random
import re
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from app.connections.failures import describe_seconds, is_out_of_credit, retry_after, translate
from app.core.errors import RateLimited

ATTEMPTS = 5
LONGEST_WAIT = 120.0
"""Seconds; who asks to wait longer is not waited for but quoted."""
FIRST_WAIT = 1.0

_T = TypeVar("_T")


async def with_retries(
    request: Callable[[], Awaitable[_T]],
    *,
    service: str,
    model: str,
    notice: Callable[[str, float | None], None],
) -> _T:
    """Make a request, and again after a 429 (or a 503 that says when to come back), at most five times in all.

    Args:
        request: makes it anew each time.
        service: the service's name, to begin a sentence with.
        model: the model that is asked for.
        notice: shown before each wait, with its seconds.

    Raises:
        AppError: it failed otherwise, the account is empty, or the wait would be too long.
    """
    for attempt in range(1, ATTEMPTS + 1):
        try:
            return await request()
        except Exception as error:  # noqa: BLE001 - translated, all of it
            failure = translate(error, service=service, model=model)
            wait = _wait(error, failure, attempt)
            if wait is None or attempt == ATTEMPTS:
                raise failure from None
            what = "is limiting requests" if isinstance(failure, RateLimited) else "is overloaded"
            notice(
                f"{service} {what}; trying again in {describe_seconds(wait)} (attempt {attempt + 1} of {ATTEMPTS}).",
                wait,
            )
        await asyncio.sleep(wait)
    raise AssertionError("not reached")


def _wait(error: Exception, failure: Any, attempt: int) -> float | None:
    asked = retry_after(error)
    status = getattr(error, "status_code", None)
    if isinstance(failure, RateLimited):
        if is_out_of_credit(failure):
            return None
    elif status not in {503, 529} or asked is None:
        return None
    if asked is None:
        return FIRST_WAIT * 2.0 ** (attempt - 1) * (1 + random.random() / 4)  # noqa: S311 - spreading load, no secret
    return asked if asked <= LONGEST_WAIT else None


def asked_wait(error: RateLimited) -> float | None:
    """The waiting time that a rate limit names, as a number or in its sentence (“try again in 2s”), in seconds."""
    if error.retry_after is not None:
        return error.retry_after
    found = re.search(
        r"(?:try|trying) again in (\d+(?:\.\d+)?) ?(ms|milliseconds?|s|sec\w*|m|min\w*)\b",
        error.message,
        re.IGNORECASE,
    )
    found = found or re.search(
        r"wait (\d+(?:\.\d+)?) ?(ms|milliseconds?|s|sec\w*|m|min\w*)\b", error.message, re.IGNORECASE
    )
    if found is None:
        return None
    unit = found.group(2).lower()
    return float(found.group(1)) * (
        0.001 if unit.startswith(("ms", "milli")) else 60 if unit.startswith("m") else 1
    )
