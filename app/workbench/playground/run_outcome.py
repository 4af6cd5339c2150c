"""How a run ended, in words."""

from __future__ import annotations

from app.core.entities import Json
from app.core.errors import AppError, InvalidInput, ModelUnavailable, RateLimited, ServiceUnavailable
from app.core.run_events import FinishStatus

_STATUSES: dict[str, FinishStatus] = {
    "completed": "completed",
    "failed": "failed",
    "incomplete": "incomplete",
    "expired": "expired",
    "cancelled": "cancelled",
}


def outcome(run: Json, *, has_text: bool) -> tuple[FinishStatus, AppError | None]:
    """The end of a run that is over: its status, and what to tell a person if it is not simply completed."""
    status = _STATUSES.get(str(run.get("status")), "incomplete")
    if status == "failed":
        last = run.get("last_error") or {}
        message = str(last.get("message") or "The run failed.").strip()
        code = str(last.get("code") or "")
        kind: type[AppError] = RateLimited if code == "rate_limit_exceeded" else ModelUnavailable
        again = "Send again to go on in the same conversation."
        if has_text:
            again = "What had arrived is kept; send again to go on in the same conversation."
        return status, kind(message, advice=again, details=code)
    if status == "incomplete":
        reason = str((run.get("incomplete_details") or {}).get("reason") or "")
        said = {
            "max_completion_tokens": "The answer reached its token limit.",
            "max_prompt_tokens": "The conversation reached its token limit.",
        }.get(reason, "The answer was cut off.")
        return status, InvalidInput(said, advice="Allow more tokens, or ask for less.", details=reason)
    if status == "expired":
        return status, ServiceUnavailable("The run took too long and expired.", advice="Send again.")
    return status, None
