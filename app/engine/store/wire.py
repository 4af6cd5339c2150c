"""Rows as the API shows them: plain dicts, ready to be written as JSON.

Every key of the SDK's response model is there, and nulls only where the API's schema allows them, so that strict clients
(Python's ``_strict_response_validation``, Node's types) accept every answer. Columns hold the API's own shapes, so this
is copying, not translating: a page of 100 messages costs well under a millisecond.
"""

from __future__ import annotations

from typing import Any

from app.engine.store.tables import Assistant, File, Message, Run, RunStep, Thread, Upload, UploadPart

Wire = dict[str, Any]

CELL = "cell"
"""Under this name a call of the code interpreter keeps what the API has no place for: files, time, how it ended."""
SEARCH_CONTENT = "step_details.tool_calls[*].file_search.results[*].content"


def assistant(row: Assistant) -> Wire:
    """An assistant; sampling settings that were never given are shown with the API's defaults."""
    shown: Wire = {
        "id": row.id,
        "object": "assistant",
        "created_at": row.created_at,
        "name": row.name,
        "description": row.description,
        "model": row.model,
        "instructions": row.instructions,
        "tools": row.tools,
        "tool_resources": row.tool_resources or {},
        "metadata": row.metadata_,
        "temperature": 1.0 if row.temperature is None else row.temperature,
        "top_p": 1.0 if row.top_p is None else row.top_p,
        "response_format": "auto" if row.response_format is None else row.response_format,
    }
    if row.reasoning_effort is not None:
        shown["reasoning_effort"] = row.reasoning_effort
    return shown


def thread(row: Thread) -> Wire:
    """A thread."""
    return {
        "id": row.id,
        "object": "thread",
        "created_at": row.created_at,
        "tool_resources": row.tool_resources or {},
        "metadata": row.metadata_,
    }


def message(row: Message) -> Wire:
    """A message."""
    return {
        "id": row.id,
        "object": "thread.message",
        "created_at": row.created_at,
        "thread_id": row.thread_id,
        "status": row.status,
        "incomplete_details": row.incomplete_details,
        "completed_at": row.completed_at,
        "incomplete_at": row.incomplete_at,
        "role": row.role,
        "content": row.content,
        "assistant_id": row.assistant_id,
        "run_id": row.run_id,
        "attachments": row.attachments,
        "metadata": row.metadata_,
    }


def run(row: Run) -> Wire:
    """A run; ``instructions`` is never null and ``usage`` is null until the run is over."""
    return {
        "id": row.id,
        "object": "thread.run",
        "created_at": row.created_at,
        "thread_id": row.thread_id,
        "assistant_id": row.assistant_id,
        "status": row.status,
        "started_at": row.started_at,
        "expires_at": row.expires_at,
        "cancelled_at": row.cancelled_at,
        "failed_at": row.failed_at,
        "completed_at": row.completed_at,
        "required_action": row.required_action,
        "last_error": row.last_error,
        "model": row.model,
        "instructions": row.instructions or "",
        "tools": row.tools,
        "metadata": row.metadata_,
        "incomplete_details": row.incomplete_details,
        "usage": row.usage,
        "temperature": 1.0 if row.temperature is None else row.temperature,
        "top_p": 1.0 if row.top_p is None else row.top_p,
        "max_prompt_tokens": row.max_prompt_tokens,
        "max_completion_tokens": row.max_completion_tokens,
        "truncation_strategy": row.truncation_strategy or {"type": "auto", "last_messages": None},
        "tool_choice": "auto" if row.tool_choice is None else row.tool_choice,
        "parallel_tool_calls": row.parallel_tool_calls,
        "response_format": "auto" if row.response_format is None else row.response_format,
    }


def run_step(row: RunStep, *, search_content: bool = False) -> Wire:
    """A step of a run; the text that a file search found is shown only with ``search_content`` (``include[]``)."""
    return {
        "id": row.id,
        "object": "thread.run.step",
        "created_at": row.created_at,
        "run_id": row.run_id,
        "assistant_id": row.assistant_id,
        "thread_id": row.thread_id,
        "type": row.type,
        "status": row.status,
        "cancelled_at": row.cancelled_at,
        "completed_at": row.completed_at,
        "expired_at": row.expired_at,
        "failed_at": row.failed_at,
        "last_error": row.last_error,
        "step_details": without_cells(
            row.step_details if search_content else without_search_content(row.step_details)
        ),
        "usage": row.usage,
        "metadata": row.metadata_,
    }


def without_search_content(step_details: Wire) -> Wire:
    """The same details without the found texts of file searches."""
    calls = step_details.get("tool_calls")
    if not calls or not any(call.get("type") == "file_search" for call in calls):
        return step_details
    shown = []
    for call in calls:
        search = call.get("file_search")
        if call.get("type") == "file_search" and search and search.get("results"):
            results = [
                {name: value for name, value in result.items() if name != "content"}
                for result in search["results"]
            ]
            call = {**call, "file_search": {**search, "results": results}}  # noqa: PLW2901
        shown.append(call)
    return {**step_details, "tool_calls": shown}


def without_cells(step_details: Wire) -> Wire:
    """The same details without what the code interpreter keeps there for this engine's own routes (:data:`CELL`)."""
    calls = step_details.get("tool_calls") or ()
    if not any(CELL in (call.get("code_interpreter") or {}) for call in calls):
        return step_details
    shown = []
    for call in calls:
        own = call.get("code_interpreter") or {}
        if CELL in own:
            own = {name: value for name, value in own.items() if name != CELL}
            call = {**call, "code_interpreter": own}  # noqa: PLW2901
        shown.append(call)
    return {**step_details, "tool_calls": shown}


def file(row: File) -> Wire:
    """A file; the two optional fields are left out, not null, when there is nothing to tell."""
    shown: Wire = {
        "id": row.id,
        "object": "file",
        "bytes": row.bytes,
        "created_at": row.created_at,
        "filename": row.filename,
        "purpose": row.purpose,
        "status": row.status,
    }
    if row.expires_at is not None:
        shown["expires_at"] = row.expires_at
    if row.status_details is not None:
        shown["status_details"] = row.status_details
    return shown


def upload(row: Upload, file_row: File | None = None) -> Wire:
    """An upload in parts, with its file once it is completed."""
    return {
        "id": row.id,
        "object": "upload",
        "bytes": row.bytes,
        "created_at": row.created_at,
        "filename": row.filename,
        "purpose": row.purpose,
        "status": row.status,
        "expires_at": row.expires_at,
        "file": None if file_row is None else file(file_row),
    }


def upload_part(row: UploadPart) -> Wire:
    """One part of an upload."""
    return {
        "id": row.id,
        "object": "upload.part",
        "created_at": row.created_at,
        "upload_id": row.upload_id,
    }
