"""Tables of the engine's database.

Rows are listed by ``seq`` (grows with every insert), because ``created_at`` has whole seconds and would tie. Times are
Unix seconds, as the API gives them. JSON columns hold what the API holds, in the API's own shape.

SQLite today; nothing here keeps PostgreSQL from following.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, Integer, String, Text, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

ACTIVE_RUN_STATUSES = ("queued", "in_progress", "requires_action", "cancelling")
TERMINAL_RUN_STATUSES = ("completed", "incomplete", "failed", "cancelled", "expired")

_Seq = BigInteger().with_variant(Integer, "sqlite")
Json = dict[str, Any]


class Base(DeclarativeBase):
    """All tables; JSON columns for dicts and lists."""

    type_annotation_map = {  # noqa: RUF012
        dict[str, Any]: JSON(none_as_null=True),
        list[Any]: JSON(none_as_null=True),
        Any: JSON(none_as_null=True),
        int: BigInteger(),  # times outlive 2038
    }


class Listed:
    """What every listed object has: its place in lists, its id, its birth, its metadata."""

    seq: Mapped[int] = mapped_column(_Seq, primary_key=True, autoincrement=True)
    id: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[int]


class Assistant(Listed, Base):
    """A stored configuration: model, instructions, tools. ``deleted_at`` keeps it in the bin for a while."""

    __tablename__ = "assistants"
    name: Mapped[str | None] = mapped_column(String(256))
    description: Mapped[str | None] = mapped_column(String(512))
    model: Mapped[str]
    instructions: Mapped[str | None] = mapped_column(Text)
    tools: Mapped[list[Any]]
    tool_resources: Mapped[Json | None]
    metadata_: Mapped[Json] = mapped_column("metadata")
    temperature: Mapped[float | None]
    top_p: Mapped[float | None]
    response_format: Mapped[Any | None]
    reasoning_effort: Mapped[str | None]
    deleted_at: Mapped[int | None]
    __table_args__ = (Index("ix_assistants_live", "deleted_at", "seq"), {"sqlite_autoincrement": True})


class Thread(Listed, Base):
    """A conversation. ``updated_at`` is the time of the last message or run; ``deleted_at`` keeps it in the bin."""

    __tablename__ = "threads"
    tool_resources: Mapped[Json | None]
    metadata_: Mapped[Json] = mapped_column("metadata")
    updated_at: Mapped[int]
    deleted_at: Mapped[int | None]
    __table_args__ = (
        Index("ix_threads_live", "deleted_at", "seq"),
        Index("ix_threads_updated", "deleted_at", "updated_at", "seq"),
        # Few threads have files of their own: deleting a file looks at those alone.
        Index(
            "ix_threads_resources",
            "seq",
            sqlite_where=text("tool_resources IS NOT NULL"),
            postgresql_where=text("tool_resources IS NOT NULL"),
        ),
        {"sqlite_autoincrement": True},
    )


class Message(Listed, Base):
    """A message of a thread; ``content`` and ``attachments`` in the API's response shape."""

    __tablename__ = "messages"
    thread_id: Mapped[str] = mapped_column(ForeignKey("threads.id", ondelete="CASCADE"))
    role: Mapped[str] = mapped_column(String(16))
    status: Mapped[str] = mapped_column(String(16))
    content: Mapped[list[Any]]
    attachments: Mapped[list[Any]]
    assistant_id: Mapped[str | None] = mapped_column(String(64))
    run_id: Mapped[str | None] = mapped_column(String(64))
    completed_at: Mapped[int | None]
    incomplete_at: Mapped[int | None]
    incomplete_details: Mapped[Json | None]
    metadata_: Mapped[Json] = mapped_column("metadata")
    __table_args__ = (
        Index("ix_messages_thread", "thread_id", "seq"),
        Index("ix_messages_run", "run_id", "seq"),
        Index("ix_messages_thread_run", "thread_id", "run_id", "seq"),
        {"sqlite_autoincrement": True},
    )


class Run(Listed, Base):
    """One execution of an assistant on a thread.

    ``owner`` is the engine instance that executes it (see ``paths.engine_instances``): after a crash another instance
    fails the runs whose owner no longer lives. ``context`` tells which messages each model call saw and which were left
    out, with token counts. ``state`` is what the loop needs to go on after tool outputs.
    """

    __tablename__ = "runs"
    thread_id: Mapped[str] = mapped_column(ForeignKey("threads.id", ondelete="CASCADE"))
    assistant_id: Mapped[str] = mapped_column(String(64))
    status: Mapped[str] = mapped_column(String(16))
    model: Mapped[str]
    instructions: Mapped[str] = mapped_column(Text)
    tools: Mapped[list[Any]]
    tool_choice: Mapped[Any]
    parallel_tool_calls: Mapped[bool]
    response_format: Mapped[Any]
    temperature: Mapped[float | None]
    top_p: Mapped[float | None]
    reasoning_effort: Mapped[str | None]
    max_prompt_tokens: Mapped[int | None]
    max_completion_tokens: Mapped[int | None]
    truncation_strategy: Mapped[Json]
    required_action: Mapped[Json | None]
    last_error: Mapped[Json | None]
    incomplete_details: Mapped[Json | None]
    usage: Mapped[Json | None]
    metadata_: Mapped[Json] = mapped_column("metadata")
    expires_at: Mapped[int | None]
    started_at: Mapped[int | None]
    cancelled_at: Mapped[int | None]
    failed_at: Mapped[int | None]
    completed_at: Mapped[int | None]
    owner: Mapped[str | None] = mapped_column(String(64))
    context: Mapped[Json | None]
    state: Mapped[Json | None]
    __table_args__ = (
        Index("ix_runs_thread", "thread_id", "seq"),
        # The thread's lock: at most one run that is not over, whichever process made it.
        Index(
            "uq_runs_active",
            "thread_id",
            unique=True,
            sqlite_where=text("status IN ('queued','in_progress','requires_action','cancelling')"),
            postgresql_where=text("status IN ('queued','in_progress','requires_action','cancelling')"),
        ),
        Index(
            "ix_runs_unfinished",
            "status",
            sqlite_where=text("status IN ('queued','in_progress','requires_action','cancelling')"),
            postgresql_where=text("status IN ('queued','in_progress','requires_action','cancelling')"),
        ),
        {"sqlite_autoincrement": True},
    )


class RunStep(Listed, Base):
    """One step of a run: a message made, or tools called; ``step_details`` in the API's shape."""

    __tablename__ = "run_steps"
    run_id: Mapped[str] = mapped_column(ForeignKey("runs.id", ondelete="CASCADE"))
    thread_id: Mapped[str] = mapped_column(String(64))
    assistant_id: Mapped[str] = mapped_column(String(64))
    type: Mapped[str] = mapped_column(String(24))
    status: Mapped[str] = mapped_column(String(16))
    step_details: Mapped[Json]
    last_error: Mapped[Json | None]
    usage: Mapped[Json | None]
    metadata_: Mapped[Json] = mapped_column("metadata")
    expired_at: Mapped[int | None]
    cancelled_at: Mapped[int | None]
    failed_at: Mapped[int | None]
    completed_at: Mapped[int | None]
    __table_args__ = (Index("ix_run_steps_run", "run_id", "seq"), {"sqlite_autoincrement": True})


class File(Listed, Base):
    """A file's record; its content lies in ``paths.engine_files`` under the id."""

    __tablename__ = "files"
    filename: Mapped[str]
    bytes: Mapped[int]
    purpose: Mapped[str] = mapped_column(String(32))
    status: Mapped[str] = mapped_column(String(16))
    status_details: Mapped[str | None]
    expires_at: Mapped[int | None]
    sha256: Mapped[str] = mapped_column(String(64))
    __table_args__ = (Index("ix_files_purpose", "purpose", "seq"), {"sqlite_autoincrement": True})


class Upload(Listed, Base):
    """An upload in parts."""

    __tablename__ = "uploads"
    filename: Mapped[str]
    bytes: Mapped[int]
    mime_type: Mapped[str]
    purpose: Mapped[str] = mapped_column(String(32))
    status: Mapped[str] = mapped_column(String(16))
    expires_at: Mapped[int]
    file_expires_after: Mapped[int | None]
    file_id: Mapped[str | None] = mapped_column(String(64))
    __table_args__ = ({"sqlite_autoincrement": True},)


class UploadPart(Listed, Base):
    """One part of an upload; its content lies beside the files under the part's id."""

    __tablename__ = "upload_parts"
    upload_id: Mapped[str] = mapped_column(ForeignKey("uploads.id", ondelete="CASCADE"), index=True)
    bytes: Mapped[int]
    __table_args__ = ({"sqlite_autoincrement": True},)


class VectorStore(Listed, Base):
    """A vector store's record; its files, their states and what was read of them are the knowledge room's.

    ``expires_at`` is ``last_active_at`` and the policy's days, kept so that expired ones are found quickly.
    ``embedding_model`` is empty for the built-in one.
    """

    __tablename__ = "vector_stores"
    name: Mapped[str]
    description: Mapped[str | None]
    metadata_: Mapped[Json] = mapped_column("metadata")
    embedding_model: Mapped[str]
    expires_after_days: Mapped[int | None]
    last_active_at: Mapped[int]
    expires_at: Mapped[int | None]
    __table_args__ = (
        Index(
            "ix_vector_stores_expiry",
            "expires_at",
            sqlite_where=text("expires_at IS NOT NULL"),
            postgresql_where=text("expires_at IS NOT NULL"),
        ),
        {"sqlite_autoincrement": True},
    )


class FileBatch(Listed, Base):
    """Files that were put into a vector store by one request: ``file_id``, ``attributes``, ``max_tokens``, ``overlap`` each.

    The row is committed first; ``carried_out_at`` is null until the knowledge room has taken the files over.
    """

    __tablename__ = "file_batches"
    vector_store_id: Mapped[str] = mapped_column(ForeignKey("vector_stores.id", ondelete="CASCADE"))
    files: Mapped[list[Any]]
    carried_out_at: Mapped[int | None]
    cancelled_at: Mapped[int | None]
    __table_args__ = (
        Index("ix_file_batches_store", "vector_store_id", "seq"),
        Index(
            "ix_file_batches_waiting",
            "seq",
            sqlite_where=text("carried_out_at IS NULL"),
            postgresql_where=text("carried_out_at IS NULL"),
        ),
        {"sqlite_autoincrement": True},
    )


class RunSearch(Base):
    """One file search of a run with all its candidates, for those who want to know why an answer says what it says."""

    __tablename__ = "run_searches"
    seq: Mapped[int] = mapped_column(_Seq, primary_key=True, autoincrement=True)
    run_id: Mapped[str] = mapped_column(ForeignKey("runs.id", ondelete="CASCADE"))
    call_id: Mapped[str] = mapped_column(String(64))
    body: Mapped[Json]
    __table_args__ = (Index("ix_run_searches_run", "run_id", "seq"), {"sqlite_autoincrement": True})


class Tombstone(Base):
    """Where a deleted message or file stood in its list, so that paging goes on after it.

    Programs list and delete in one loop, and the next page's cursor is then the id of something that is gone.
    """

    __tablename__ = "tombstones"
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    parent: Mapped[str] = mapped_column(String(64))
    seq: Mapped[int]
    deleted_at: Mapped[int] = mapped_column(index=True)


class Conversation(Listed, Base):
    """A conversation of the Responses API, kept by the engine for services that keep none."""

    __tablename__ = "conversations"
    metadata_: Mapped[Json] = mapped_column("metadata")
    __table_args__ = ({"sqlite_autoincrement": True},)


class ConversationItem(Listed, Base):
    """An item of a conversation, in the API's shape."""

    __tablename__ = "conversation_items"
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    item: Mapped[Json]
    __table_args__ = (
        Index("ix_conversation_items", "conversation_id", "seq"),
        {"sqlite_autoincrement": True},
    )


class StoredResponse(Listed, Base):
    """A response kept by the engine, so that ``previous_response_id`` works over services that keep none."""

    __tablename__ = "responses"
    previous_id: Mapped[str | None] = mapped_column(String(64))
    conversation_id: Mapped[str | None] = mapped_column(String(64))
    input_items: Mapped[list[Any]]
    body: Mapped[Json]
    __table_args__ = ({"sqlite_autoincrement": True},)
