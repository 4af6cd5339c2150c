"""Full-text search over messages (SQLite's FTS5; other databases search without an index)."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"

_TEXT = (
    "(SELECT group_concat(json_extract(part.value, '$.text.value'), char(10)) FROM json_each({row}.content) AS part "
    "WHERE json_extract(part.value, '$.type') = 'text')"
)
_ADD = "INSERT INTO message_search (rowid, text) VALUES (new.seq, " + _TEXT.format(row="new") + ")"
_TAKE = (
    "INSERT INTO message_search (message_search, rowid, text) VALUES ('delete', old.seq, "
    + _TEXT.format(row="old")
    + ")"
)


def upgrade() -> None:
    """Create the index over the messages' texts, fill it, and keep it up by triggers; messages being written are left out."""
    if op.get_bind().dialect.name != "sqlite":
        return
    op.execute(
        "CREATE VIEW message_texts AS SELECT seq, " + _TEXT.format(row="messages") + " AS text FROM messages"
    )
    op.execute(
        "CREATE VIRTUAL TABLE message_search USING fts5(text, content='message_texts', content_rowid='seq', "
        "tokenize='unicode61 remove_diacritics 2')"
    )
    op.execute(
        "INSERT INTO message_search (rowid, text) SELECT t.seq, t.text FROM message_texts AS t "
        "JOIN messages AS m ON m.seq = t.seq WHERE m.status <> 'in_progress'"
    )
    op.execute(
        "CREATE TRIGGER message_search_added AFTER INSERT ON messages WHEN new.status <> 'in_progress' "
        f"BEGIN {_ADD}; END"
    )
    op.execute(
        "CREATE TRIGGER message_search_deleted AFTER DELETE ON messages WHEN old.status <> 'in_progress' "
        f"BEGIN {_TAKE}; END"
    )
    op.execute(
        "CREATE TRIGGER message_search_left AFTER UPDATE OF content, status ON messages "
        f"WHEN old.status <> 'in_progress' BEGIN {_TAKE}; END"
    )
    op.execute(
        "CREATE TRIGGER message_search_changed AFTER UPDATE OF content, status ON messages "
        f"WHEN new.status <> 'in_progress' BEGIN {_ADD}; END"
    )
