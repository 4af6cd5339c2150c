"""A model call that failed: in words for a run's ``last_error``, and in OpenAI's shape for the relay.

The words come from :mod:`app.connections.failures`, the same that a person reads when testing a connection.
"""

from __future__ import annotations

import json
import re
from typing import Any

from app.connections import failures as words
from app.core.errors import (
    AppError,
    AuthenticationFailed,
    ConnectionFailed,
    InvalidInput,
    ModelUnavailable,
    NotFound,
    RateLimited,
    ServiceUnavailable,
)
from app.engine.errors import ApiError

_RETRIED_STATUSES = frozenset({408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529})
_CONTEXT = re.compile(
    r"context[_ ](length|window|size)|maximum context|too many tokens|exceeds? the (available|maximum)",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"(?:maximum context length is|context size \(|context (?:length|window|size)(?: of| is|:)?|n_ctx[\"']?\s*[:=])\s*\(?(\d{3,9})",
    re.IGNORECASE,
)
_NO_TOOLS = re.compile(
    r"(does not|doesn't|do not|not) support (the use of )?(tool|function)|tool[s_ a-z]* (is|are) not supported"
    r"|tools? param requires|requires --jinja|enable-auto-tool-choice",
    re.IGNORECASE,
)
_NO_IMAGES = re.compile(
    r"(image|vision|multimodal)[^.]{0,60}not (supported|support|allowed)|not support[^.]{0,40}(image|vision|multimodal)"
    r"|image input|image_url",
    re.IGNORECASE,
)


class UpstreamFailed(AppError):
    """A model call failed.

    Attributes:
        code: ``last_error.code`` for it: server_error, rate_limit_exceeded or invalid_prompt.
        status: the service's HTTP status, None when there was no answer.
        retryable: whether the same request may succeed later.
        retry_after: seconds that the service asks to wait, if it does.
        body: the service's own error body, if it was JSON.
        started: whether a part of the answer had arrived.
    """

    def __init__(
        self,
        error: AppError,
        *,
        code: str = "server_error",
        status: int | None = None,
        retryable: bool = False,
        body: dict[str, Any] | None = None,
        said: str = "",
    ) -> None:
        super().__init__(error.message, advice=error.advice, details=error.details)
        self.code = code
        self.status = status
        self.retryable = retryable
        self.retry_after = error.retry_after if isinstance(error, RateLimited) else None
        self.body = body
        self.said = said
        self.cause = error
        self.started = False

    @property
    def is_rejection(self) -> bool:
        """Whether the service refused the request for what is in it (so that another request may pass)."""
        return self.status in {400, 404, 413, 415, 422, 500, 501}

    @property
    def is_context_overflow(self) -> bool:
        """Whether the messages are longer than the model can read."""
        return self.is_rejection and bool(_CONTEXT.search(f"{self._body_code} {self.said}"))

    @property
    def context_limit(self) -> int | None:
        """The model's context length in tokens, if the error tells it."""
        error = (self.body or {}).get("error")
        told = error.get("n_ctx") if isinstance(error, dict) else None
        if isinstance(told, int) and told > 0:
            return told
        found = _LIMIT.search(self.said)
        return int(found[1]) if found else None

    @property
    def says_no_tools(self) -> bool:
        """Whether the model or server has no tool calling."""
        return self.is_rejection and bool(_NO_TOOLS.search(self.said))

    @property
    def says_no_images(self) -> bool:
        """Whether the model cannot see images."""
        return self.is_rejection and bool(_NO_IMAGES.search(self.said))

    @property
    def parameter(self) -> str:
        """The request's parameter that the service does not know or allow; empty if it is not about one."""
        if self.status not in {400, 422}:
            return ""
        error = (self.body or {}).get("error")
        param = error.get("param") if isinstance(error, dict) else None
        if isinstance(param, str) and param:
            return param.split(".")[0].split("[")[0]
        found = re.search(
            r"(?:unsupported|unknown|unrecognized|unexpected|extra|invalid|not permitted)[^'\"`]{0,60}['\"`](\w+)['\"`]",
            self.said,
            re.IGNORECASE,
        )
        return found[1] if found else ""

    @property
    def _body_code(self) -> str:
        error = (self.body or {}).get("error")
        if not isinstance(error, dict):
            return ""
        return f"{error.get('code') or ''} {error.get('type') or ''}"

    def api_error(self) -> ApiError:
        """The same for the relay's caller, in OpenAI's shape: the service's own words where it had some."""
        error = (self.body or {}).get("error")
        if self.status is not None and isinstance(error, dict):
            message, kind = error.get("message"), error.get("type")
            param, code = error.get("param"), error.get("code")
            return ApiError(
                str(message or self.message),
                status=self.status if self.status >= 400 else 502,
                type=str(kind or "invalid_request_error"),
                param=param if isinstance(param, str) else None,
                code=str(code) if code is not None else None,
                headers=self._retry_headers(),
            )
        status = self.status if self.status is not None and self.status >= 400 else self._status()
        kind = "invalid_request_error" if status < 500 else "server_error"
        return ApiError(str(self), status=status, type=kind, code=self._code(), headers=self._retry_headers())

    def _status(self) -> int:
        if isinstance(self.cause, InvalidInput):
            return 400
        if isinstance(self.cause, ModelUnavailable):
            return 503
        return 504 if "stopped answering" in self.message else 502

    def _code(self) -> str | None:
        if self.code == "rate_limit_exceeded":
            return "rate_limit_exceeded"
        if isinstance(self.cause, AuthenticationFailed):
            return "invalid_api_key"
        return "model_not_found" if isinstance(self.cause, NotFound) else None

    def _retry_headers(self) -> dict[str, str]:
        return {} if self.retry_after is None else {"retry-after": f"{self.retry_after:g}"}

    def last_error(self) -> dict[str, str]:
        """As the API shows it on runs and steps."""
        return {"code": self.code, "message": str(self)}


def explain(error: BaseException, *, service: str, model: str) -> UpstreamFailed:
    """Turn whatever a model call raised into :class:`UpstreamFailed`.

    Args:
        error: what was raised.
        service: how people know the service.
        model: the model's name at the service.
    """
    if isinstance(error, UpstreamFailed):
        return error
    if isinstance(error, ApiError):
        return UpstreamFailed(
            NotFound(error.message) if error.status == 404 else AppError(error.message),
            status=error.status,
            body=error.body,
        )
    import openai

    known = words.translate(error, service=service, model=model)
    status = int(error.status_code) if isinstance(error, openai.APIStatusError) else None
    body = _body_of(error)
    said = _said(body, known)
    return UpstreamFailed(
        known,
        code=_code_of(known, status, body, said),
        status=status,
        retryable=_may_succeed_later(known, status),
        body=body,
        said=said,
    )


def from_stream_error(payload: Any, *, service: str) -> UpstreamFailed:
    """An error that a service sent inside its stream (``{"error": …}``, or the Responses API's ``error`` event)."""
    error = payload.get("error", payload) if isinstance(payload, dict) else payload
    if not isinstance(error, dict):
        error = {"message": str(error)}
    message = words.scrub(" ".join(str(error.get("message") or "no reason given").split()))[:300]
    code = str(error.get("code") or error.get("type") or "")
    cause: AppError
    if "rate_limit" in code or "quota" in code or error.get("code") == 429:
        cause = RateLimited(
            f"{service} gets too many requests: {message.rstrip('.')}.", advice="Wait a little and try again."
        )
    elif _CONTEXT.search(f"{code} {message}"):
        cause = InvalidInput(
            f"The conversation is longer than the model can read: {message.rstrip('.')}.",
            advice="Send less text, start a new conversation, or choose a model with a longer context.",
        )
    else:
        cause = ServiceUnavailable(
            f"{service} broke the answer off: {message.rstrip('.')}.", advice="Try again."
        )
    wire = {
        "message": message,
        "type": str(error.get("type") or "server_error"),
        "param": None,
        "code": error.get("code"),
    }
    return UpstreamFailed(
        cause,
        code=_code_of(cause, None, None, message),
        status=400 if isinstance(cause, InvalidInput) else None,
        retryable=not isinstance(cause, InvalidInput),
        body={"error": wire},
        said=message,
    )


def _code_of(error: AppError, status: int | None, body: dict[str, Any] | None, said: str) -> str:
    if isinstance(error, RateLimited):
        return "rate_limit_exceeded"
    inner = (body or {}).get("error")
    code = str(inner.get("code") or "") if isinstance(inner, dict) else ""
    about_the_prompt = code in {
        "context_length_exceeded",
        "content_filter",
        "invalid_prompt",
        "invalid_image_url",
    }
    if status in {400, 413, 422} and (about_the_prompt or _CONTEXT.search(said) or _NO_IMAGES.search(said)):
        return "invalid_prompt"
    if status is None and isinstance(error, InvalidInput) and _CONTEXT.search(said):
        return "invalid_prompt"
    return "server_error"


def _may_succeed_later(known: AppError, status: int | None) -> bool:
    if status is not None:
        return status in _RETRIED_STATUSES and not words.is_out_of_credit(known)
    if isinstance(known, InvalidInput | AuthenticationFailed | NotFound):
        return False
    if isinstance(known, ServiceUnavailable | ModelUnavailable):
        return "stopped answering" not in known.message
    # Refused, reset or unreachable: a server that restarts is back in a moment. A wrong name or certificate stays wrong.
    return isinstance(known, ConnectionFailed) and "refused" in known.message


def _body_of(error: BaseException) -> dict[str, Any] | None:
    """The service's error body as ``{"error": {…}}``; the SDK hands out only its inside."""
    body = getattr(error, "body", None)
    if isinstance(body, str):
        try:
            body = json.loads(body)
        except ValueError:
            return None
    if isinstance(body, list) and body and isinstance(body[0], dict):
        body = body[0].get("error", body[0])
    if not isinstance(body, dict):
        return None
    inner = body.get("error", body)
    if isinstance(inner, str):
        inner = {"message": inner}
    if not isinstance(inner, dict):
        return None
    if "message" not in inner and isinstance(inner.get("detail"), str):
        inner = {**inner, "message": inner["detail"]}
    return {"error": inner}


def _said(body: dict[str, Any] | None, known: AppError) -> str:
    inner = (body or {}).get("error")
    message = inner.get("message") if isinstance(inner, dict) else None
    return message if isinstance(message, str) and message else known.message
