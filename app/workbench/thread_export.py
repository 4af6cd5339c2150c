"""A thread as a file: Markdown to be read, JSON with everything that the API tells."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from typing import Any

from app.core.entities import Message, Run, Thread
from app.workbench.threads import tags_of

Json = dict[str, Any]


def to_markdown(thread: Thread, messages: Sequence[Message]) -> str:
    """Title, tags, and every message under who wrote it; a line that looks like a heading is no heading of ours."""
    parts = [f"# {' '.join(thread.title.split()) or 'Thread'}"]
    about = [f"`{thread.id}`", _when(thread.created_at), *(f"#{tag}" for tag in tags_of(thread))]
    parts.append(" · ".join(part for part in about if part))
    for message in messages:
        who = "You" if message.role == "user" else "Assistant"
        parts.append(f"**{who}** · {_when(message.created_at)}")
        parts.append(message.text or "*(no text)*")
        parts += [f"*Image: {image}*" for image in message.images if not image.startswith("data:")]
        files = [str(one.get("file_id")) for one in message.raw.get("attachments") or []]
        if files:
            parts.append(f"*Attached: {', '.join(files)}*")
        parts.append("---")
    return "\n\n".join(parts[:-1] if messages else parts) + "\n"


def to_json(thread: Thread, messages: Sequence[Message], runs: Sequence[Run]) -> str:
    """Everything, as the API has it."""
    whole: Json = {
        "format": "assistant-workbench-thread",
        "version": 1,
        "thread": thread.raw,
        "messages": [message.raw for message in messages],
        "runs": [run.raw for run in runs],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _when(seconds: int) -> str:
    return time.strftime("%Y-%m-%d %H:%M", time.localtime(seconds)) if seconds else ""
