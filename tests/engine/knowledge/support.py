"""What the tests of vector stores share."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

MANUAL = (
    "# Pumps\n\nThe pump P-7 runs at 40 bar. Change its oil every 500 hours.\n\n"
    "# Fans\n\nThe fan F-2 is quiet. Grease its bearings once a year.\n"
)
CONTENT = "step_details.tool_calls[*].file_search.results[*].content"


def bag_of_words(texts: Sequence[str], dimension: int = 32) -> list[list[float]]:
    """Vectors of which words a text has: near for texts that share words, the same on every machine."""
    rows = []
    for text in texts:
        row = [0.0] * dimension
        for word in text.lower().split():
            row[int.from_bytes(hashlib.sha256(word.encode()).digest()[:4], "big") % dimension] += 1
        row[0] += 1e-3
        rows.append(row)
    return rows


def store_of(client: Any, files: Mapping[str, str | bytes], **options: Any) -> Any:
    """A vector store of some files, read in; and the files' ids by name."""
    store = client.vector_stores.create(**options)
    ids = {}
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        ids[name] = client.files.create(file=(name, data), purpose="assistants").id
    if ids:
        client.vector_stores.file_batches.create_and_poll(store.id, file_ids=list(ids.values()))
    return client.vector_stores.retrieve(store.id), ids


def post(client: Any, path: str, body: Any = None) -> Any:
    """An extension's answer."""
    return client.post(path, body=body or {}, cast_to=object)


def get(client: Any, path: str) -> Any:
    """An extension's answer."""
    return client.get(path, cast_to=object)
