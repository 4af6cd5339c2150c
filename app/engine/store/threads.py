"""Threads and their messages: making them, finding them, and what a new message changes on its thread.

These work inside a session that the caller commits, so that a thread with its messages, or a run with its additional
messages, comes to be whole or not at all. Parameters are validated bodies in the API's own shape.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.ids import new_id
from app.engine.errors import ApiError, invalid_value, messages_locked, no_such_file, not_found
from app.engine.store.tables import ACTIVE_RUN_STATUSES, File, Message, Run, Thread
from app.engine.store.vector_stores import (
    THREAD_STORE_DAYS,
    attach_to_thread,
    batch_file,
    check_overlap,
    live_store,
    new_batch,
    new_store,
)

MESSAGE_CHARACTERS = 256_000
THREAD_FILES = 20
PREVIEW_CHARACTERS = 200
IMAGE_URL_SCHEMES = ("http://", "https://", "data:image/")


def now() -> int:
    """Unix time in whole seconds."""
    return int(time.time())


async def live_thread(session: AsyncSession, thread_id: str) -> Thread:
    """The thread, unless it is deleted.

    Raises:
        ApiError: 404.
    """
    row = await session.scalar(select(Thread).where(Thread.id == thread_id, Thread.deleted_at.is_(None)))
    if row is None:
        raise not_found("thread", thread_id)
    return row


async def first_texts(session: AsyncSession, thread_ids: Sequence[str]) -> dict[str, str]:
    """The beginning of each thread's first message (its first text part, at most 200 characters), where there is one."""
    firsts = (
        select(func.min(Message.seq)).where(Message.thread_id.in_(thread_ids)).group_by(Message.thread_id)
    )
    rows = await session.execute(select(Message.thread_id, Message.content).where(Message.seq.in_(firsts)))
    found: dict[str, str] = {}
    for thread_id, content in rows:
        texts = (part["text"]["value"] for part in content if part.get("type") == "text")
        found[thread_id] = next(texts, "")[:PREVIEW_CHARACTERS]
    return found


async def active_run(session: AsyncSession, thread_id: str) -> str | None:
    """Id of the run that holds the thread's lock, if any."""
    found: str | None = await session.scalar(
        select(Run.id).where(Run.thread_id == thread_id, Run.status.in_(ACTIVE_RUN_STATUSES))
    )
    return found


async def insert_thread(session: AsyncSession, params: Mapping[str, Any], *, path: str = "") -> Thread:
    """Make a thread with its ``messages``, ``metadata`` and ``tool_resources``.

    ``path`` is where ``params`` lies in the request (``thread.``), for error messages.

    Raises:
        ApiError: a named file does not exist, or a limit is exceeded.
    """
    moment = now()
    resources = await checked_resources(
        session, params.get("tool_resources"), f"{path}tool_resources", store_days=THREAD_STORE_DAYS
    )
    row = Thread(
        id=new_id("thread"),
        created_at=moment,
        updated_at=moment,
        tool_resources=resources,
        metadata_=params.get("metadata") or {},
        deleted_at=None,
    )
    session.add(row)
    await session.flush()
    await insert_messages(session, row, params.get("messages") or (), path=f"{path}messages")
    return row


async def add_message(session: AsyncSession, thread_id: str, params: Mapping[str, Any]) -> Message:
    """Add one message by a client, unless a run works on the thread.

    Raises:
        ApiError: 404 for the thread, 400 while a run is active, or what :func:`insert_messages` refuses.
    """
    thread = await live_thread(session, thread_id)
    run_id = await active_run(session, thread_id)
    if run_id is not None:
        raise messages_locked(thread_id, run_id)
    return (await insert_messages(session, thread, [params], path=""))[0]


async def insert_messages(
    session: AsyncSession, thread: Thread, messages: Iterable[Mapping[str, Any]], *, path: str
) -> list[Message]:
    """Append messages to a thread whose lock the caller has looked at; their attachments join the thread's resources.

    ``path`` is where the array lies in the request (``additional_messages``), empty for a single message.

    Raises:
        ApiError: a named file does not exist, or a limit is exceeded.
    """
    rows = []
    moment = now()
    for index, params in enumerate(messages):
        here = f"{path}[{index}]." if path else ""
        attachments = _attachments(params.get("attachments"), here)
        content = response_content(params["content"], f"{here}content")
        await _check_files(session, content, attachments, here)
        rows.append(
            Message(
                id=new_id("msg"),
                created_at=moment,
                thread_id=thread.id,
                role=params["role"],
                status="completed",
                content=content,
                attachments=attachments,
                assistant_id=None,
                run_id=None,
                completed_at=moment,
                incomplete_at=None,
                incomplete_details=None,
                metadata_=params.get("metadata") or {},
            )
        )
        _attach(thread, attachments, f"{here}attachments")
        searched = attached_for(attachments, "file_search")
        if searched:
            await attach_to_thread(session, thread, [batch_file(name) for name in searched], moment)
    if rows:
        thread.updated_at = moment
        session.add_all(rows)
        await session.flush()
    return rows


def _attachments(given: Iterable[Mapping[str, Any]] | None, here: str) -> list[dict[str, Any]]:
    shown = []
    for index, attachment in enumerate(given or ()):
        if "file_id" not in attachment:
            path = f"{here}attachments[{index}].file_id"
            raise ApiError(
                f"Missing required parameter: '{path}'.", param=path, code="missing_required_parameter"
            )
        shown.append({"file_id": attachment["file_id"], "tools": list(attachment.get("tools") or ())})
    return shown


def response_content(content: str | Sequence[Mapping[str, Any]], path: str) -> list[dict[str, Any]]:
    """A message's content as the API shows it: always an array, its texts with annotations.

    Raises:
        ApiError: it is empty, too long, or an image's address is none.
    """
    if isinstance(content, str):
        content = [{"type": "text", "text": content}]
    shown: list[dict[str, Any]] = []
    characters = 0
    for index, part in enumerate(content):
        kind = part["type"]
        if kind == "text":
            characters += len(part["text"])
            shown.append({"type": "text", "text": {"value": part["text"], "annotations": []}})
        elif kind == "image_file":
            image = part["image_file"]
            shown.append(
                {
                    "type": "image_file",
                    "image_file": {"file_id": image["file_id"], "detail": image.get("detail", "auto")},
                }
            )
        else:
            image = part["image_url"]
            if not image["url"].lower().startswith(IMAGE_URL_SCHEMES):
                raise invalid_value(
                    "Invalid image URL: expected an address that begins with 'http://', 'https://' or 'data:image/'.",
                    f"{path}[{index}].image_url.url",
                )
            shown.append(
                {
                    "type": "image_url",
                    "image_url": {"url": image["url"], "detail": image.get("detail", "auto")},
                }
            )
    if characters > MESSAGE_CHARACTERS:
        raise ApiError(
            f"Invalid '{path}': string too long. Expected a string with maximum length {MESSAGE_CHARACTERS}, "
            f"but got a string with length {characters} instead.",
            param=path,
            code="string_above_max_length",
        )
    if not characters and all(part["type"] == "text" for part in shown):
        raise ApiError("Message content must be non-empty.", param=path, code="invalid_value")
    return shown


async def _check_files(
    session: AsyncSession, content: list[dict[str, Any]], attachments: list[dict[str, Any]], here: str
) -> None:
    named = [
        (part["image_file"]["file_id"], f"{here}content[{index}].image_file.file_id")
        for index, part in enumerate(content)
        if part["type"] == "image_file"
    ]
    named += [
        (attachment["file_id"], f"{here}attachments[{index}].file_id")
        for index, attachment in enumerate(attachments)
    ]
    await check_files_exist(session, named)


async def check_files_exist(session: AsyncSession, named: Sequence[tuple[str, str]]) -> None:
    """Check that files exist and have not expired; ``named`` holds (id, path in the request).

    Raises:
        ApiError: 404 naming the first that is missing.
    """
    if not named:
        return
    found = set(
        await session.scalars(
            select(File.id).where(
                File.id.in_({identifier for identifier, _ in named}),
                (File.expires_at.is_(None)) | (File.expires_at > now()),
            )
        )
    )
    for identifier, path in named:
        if identifier not in found:
            raise no_such_file(identifier, param=path)


def attached_for(attachments: Sequence[Mapping[str, Any]], tool: str) -> list[str]:
    """Ids of the attached files that a tool is to use, each once."""
    wanted = (item["file_id"] for item in attachments if any(t["type"] == tool for t in item["tools"]))
    return list(dict.fromkeys(wanted))


def _attach(thread: Thread, attachments: Sequence[Mapping[str, Any]], path: str) -> None:
    """Add attached files to the thread's resources (a new dict each time: JSON columns do not see inner changes)."""
    resources = thread.tool_resources or {}
    file_ids = list((resources.get("code_interpreter") or {}).get("file_ids") or ())
    before = len(file_ids)
    file_ids += [name for name in attached_for(attachments, "code_interpreter") if name not in file_ids]
    if len(file_ids) == before:
        return
    if len(file_ids) > THREAD_FILES:
        raise ApiError(
            f"Invalid '{path}': array too long. A thread can have at most {THREAD_FILES} files for the code "
            f"interpreter, but would have {len(file_ids)}.",
            param=path,
            code="array_above_max_length",
        )
    thread.tool_resources = {**resources, "code_interpreter": {"file_ids": file_ids}}


async def checked_resources(
    session: AsyncSession,
    given: Mapping[str, Any] | None,
    path: str,
    *,
    store_days: int | None = None,
) -> dict[str, Any] | None:
    """``tool_resources`` of an assistant or a thread, after looking that everything named exists.

    Vector stores that are to be made on the fly are made; they live for ``store_days`` after they were last used (None:
    until they are deleted).

    Raises:
        ApiError: 404 for a missing file or vector store, 400 for more than one vector store.
    """
    if not given:
        return None
    resources: dict[str, Any] = {}
    if (interpreter := given.get("code_interpreter")) is not None:
        file_ids = list(dict.fromkeys(interpreter.get("file_ids") or ()))
        await check_files_exist(
            session,
            [(name, f"{path}.code_interpreter.file_ids[{index}]") for index, name in enumerate(file_ids)],
        )
        resources["code_interpreter"] = {"file_ids": file_ids}
    if (search := given.get("file_search")) is not None:
        store_ids = list(search.get("vector_store_ids") or ())
        new = list(search.get("vector_stores") or ())
        if len(store_ids) + len(new) > 1:
            raise ApiError(
                f"Invalid '{path}.file_search': only one vector store can be attached, but got {len(store_ids)} in "
                f"'vector_store_ids' and {len(new)} in 'vector_stores'.",
                param=f"{path}.file_search.vector_stores",
                code="array_above_max_length",
            )
        for index, store in enumerate(store_ids):
            await live_store(session, store, param=f"{path}.file_search.vector_store_ids[{index}]")
        for index, params in enumerate(new):
            where = f"{path}.file_search.vector_stores[{index}]"
            store_ids.append(await _helper_store(session, params, where, store_days))
        resources["file_search"] = {"vector_store_ids": store_ids}
    return resources or None


async def _helper_store(session: AsyncSession, params: Mapping[str, Any], path: str, days: int | None) -> str:
    """Make a store with its files, as the helper ``vector_stores`` asks for."""
    strategy = params.get("chunking_strategy")
    check_overlap(strategy, f"{path}.chunking_strategy")
    file_ids = list(dict.fromkeys(params.get("file_ids") or ()))
    await check_files_exist(session, [(name, f"{path}.file_ids[{i}]") for i, name in enumerate(file_ids)])
    moment = now()
    row = new_store(session, moment, metadata=params.get("metadata"), expires_after_days=days)
    await session.flush()
    new_batch(session, row.id, [batch_file(name, chunking_strategy=strategy) for name in file_ids], moment)
    return row.id
