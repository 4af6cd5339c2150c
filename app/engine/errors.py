"""What the engine answers when it cannot do what was asked: OpenAI's error body, and nothing about the inside.

Texts and codes are those that the hosted Assistants API used, because programs match on them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class ApiError(Exception):
    """An answer with ``status`` and the body ``{"error": {"message", "type", "param", "code"}}``.

    ``param`` is the path of the parameter to blame (``messages[0].content``, ``metadata.k``), or None.
    """

    def __init__(
        self,
        message: str,
        *,
        status: int = 400,
        type: str = "invalid_request_error",  # noqa: A002 - the API's word
        param: str | None = None,
        code: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.status = status
        self.type = type
        self.param = param
        self.code = code
        self.headers = dict(headers or {})

    @property
    def body(self) -> dict[str, Any]:
        """The answer's body; all four keys are always there."""
        return {"error": {"message": self.message, "type": self.type, "param": self.param, "code": self.code}}


def not_found(kind: str, identifier: str, *, param: str | None = None) -> ApiError:
    """404 for an object that does not exist or is deleted; ``kind`` as people read it (``run step``)."""
    return ApiError(f"No {kind} found with id '{identifier}'.", status=404, param=param)


def no_such_file(identifier: str, *, param: str = "id") -> ApiError:
    """404 for a file; files had their own wording."""
    return ApiError(f"No such File object: {identifier}", status=404, param=param)


def invalid_value(message: str, param: str | None) -> ApiError:
    """400 for a value that has the right type but cannot be used."""
    return ApiError(message, param=param, code="invalid_value")


def wrong_prefix(identifier: str, prefix: str, param: str) -> ApiError:
    """400 for an id of another kind of object."""
    shown = identifier if len(identifier) <= 80 else f"{identifier[:80]}…"
    return invalid_value(f"Invalid '{param}': '{shown}'. Expected an ID that begins with '{prefix}'.", param)


def messages_locked(thread_id: str, run_id: str) -> ApiError:
    """400: no message is added while a run works on the thread (400 and not 409, which the SDKs would retry)."""
    return ApiError(f"Can't add messages to {thread_id} while a run {run_id} is active.")


def run_active(thread_id: str, run_id: str) -> ApiError:
    """400: one run at a time works on a thread."""
    return ApiError(f"Thread {thread_id} already has an active run {run_id}.")
