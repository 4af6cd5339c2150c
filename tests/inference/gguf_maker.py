"""Small GGUF files for tests: whole ones, and whatever is wrong with them is done by the tests."""

from __future__ import annotations

import struct
from typing import Any


def _string(text: str) -> bytes:
    data = text.encode()
    return struct.pack("<Q", len(data)) + data


def _value(value: Any) -> bytes:
    if isinstance(value, bool):
        return struct.pack("<I?", 7, value)
    if isinstance(value, int):
        return struct.pack("<II", 4, value)
    if isinstance(value, float):
        return struct.pack("<If", 6, value)
    if isinstance(value, str):
        return struct.pack("<I", 8) + _string(value)
    if isinstance(value, list) and value and isinstance(value[0], str):
        return struct.pack("<IIQ", 9, 8, len(value)) + b"".join(_string(item) for item in value)
    if isinstance(value, list):
        return struct.pack("<IIQ", 9, 4, len(value)) + struct.pack(f"<{len(value)}I", *value)
    raise TypeError(value)


def make(metadata: dict[str, Any] | None = None, *, values: int = 64, version: int = 3) -> bytes:
    """A GGUF with ``metadata`` (a small llama by default) and one tensor of ``values`` 32-bit floats."""
    entries = {
        "general.architecture": "llama",
        "general.name": "Tiny",
        "llama.block_count": 2,
        "llama.context_length": 4096,
        "llama.embedding_length": 64,
        "llama.attention.head_count": 4,
        "llama.attention.head_count_kv": 2,
        "tokenizer.ggml.tokens": [f"token{n}" for n in range(5000)],
        **(metadata or {}),
    }
    head = b"GGUF" + struct.pack("<IQQ", version, 1, len(entries))
    for key, value in entries.items():
        head += _string(key) + _value(value)
    head += _string("weights") + struct.pack("<IQIQ", 1, values, 0, 0)
    return head + b"\0" * (-len(head) % 32) + b"\1" * (values * 4)
