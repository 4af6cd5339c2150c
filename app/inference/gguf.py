"""Reading what a GGUF model file says of itself, and whether it is whole.

The layout is the GGUF specification's, versions 2 and 3: magic, counts, key-value metadata, tensor descriptions,
padding, tensor data. Only the head of the file is read, never the weights.
"""

from __future__ import annotations

import mmap
import re
import struct
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.core.errors import ModelUnavailable

WEAK_FILE_BYTES = 350_000_000
"""A model whose file is smaller than this does not choose tools sensibly (measured: 135 M parameters never)."""

_MAGIC = b"GGUF"
_VERSIONS = {2, 3}
_STRING, _ARRAY = 8, 9
_SCALARS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
_KEPT_ARRAY = 4096  # longer arrays (vocabularies) are skipped
_PART = re.compile(r"(?P<stem>.+)-(?P<number>\d{5})-of-(?P<total>\d{5})$")

# Architectures that cannot chat: what to call them instead.
_NO_CHAT = {
    "clip": "the picture part of another model",
    "bert": "a model for embeddings",
    "nomic-bert": "a model for embeddings",
    "nomic-bert-moe": "a model for embeddings",
    "jina-bert-v2": "a model for embeddings",
    "jina-bert-v3": "a model for embeddings",
    "modern-bert": "a model for embeddings",
    "gemma-embedding": "a model for embeddings",
    "t5encoder": "a model for embeddings",
    "wavtokenizer-dec": "a part of a speech model",
}

# Bytes of one block and values in one block, by ggml type.
_BLOCKS = {
    0: (4, 1),
    1: (2, 1),
    2: (18, 32),
    3: (20, 32),
    6: (22, 32),
    7: (24, 32),
    8: (34, 32),
    9: (36, 32),
    10: (84, 256),
    11: (110, 256),
    12: (144, 256),
    13: (176, 256),
    14: (210, 256),
    15: (292, 256),
    16: (66, 256),
    17: (74, 256),
    18: (98, 256),
    19: (50, 256),
    20: (18, 32),
    21: (110, 256),
    22: (82, 256),
    23: (136, 256),
    24: (1, 1),
    25: (2, 1),
    26: (4, 1),
    27: (8, 1),
    28: (8, 1),
    29: (56, 256),
    30: (2, 1),
    34: (54, 256),
    35: (66, 256),
    39: (17, 32),
}


class _Cut(Exception):
    """The file ends before its own description does."""


@dataclass(frozen=True)
class ModelFacts:
    """What a model file says of itself; sizes in bytes, ``context`` in tokens as trained (0: not said).

    ``cache_per_token`` is the memory that each token of context takes (two bytes a value).
    """

    name: str
    architecture: str
    size: int
    context: int
    cache_per_token: int
    licence: str = ""
    metadata: dict[str, Any] = field(default_factory=dict, repr=False)

    @property
    def cannot_chat(self) -> str:
        """Why this file is no chat model, empty if nothing speaks against it."""
        return _NO_CHAT.get(self.architecture, "")


def parts(path: Path) -> list[Path]:
    """All files of a model that is split as ``name-00001-of-00003.gguf``; the path itself otherwise."""
    match = _PART.match(path.stem)
    if match is None:
        return [path]
    total = int(match["total"])
    return [path.with_name(f"{match['stem']}-{n:05}-of-{total:05}{path.suffix}") for n in range(1, total + 1)]


def stem(path: Path) -> str:
    """The model's name by its file: without the ending, and without the part's number of a split model."""
    match = _PART.match(path.stem)
    return match["stem"] if match else path.stem


def read(path: Path, *, whole: bool = False) -> ModelFacts:
    """Read a file's description; ``whole`` also checks that every tensor of every part lies within its file.

    Without ``whole`` it stops at the vocabulary (a millisecond); with it, 0.1 to 0.5 s.

    Raises:
        ModelUnavailable: the file is missing, unreadable, no GGUF, damaged or cut off; the sentence says which.
    """
    files = parts(path)
    facts: ModelFacts | None = None
    for file in files:
        found = _read_one(file, whole=whole)
        if facts is None:
            facts = found
    assert facts is not None
    if len(files) == 1:
        return facts
    return ModelFacts(
        facts.name,
        facts.architecture,
        sum(file.stat().st_size for file in files),
        facts.context,
        facts.cache_per_token,
        facts.licence,
        facts.metadata,
    )


def _read_one(path: Path, *, whole: bool) -> ModelFacts:
    shown = f"“{path.name}”"
    try:
        if path.is_dir():
            raise ModelUnavailable(f"{shown} is a folder, not a model file.", advice="Choose a GGUF file.")
        size = path.stat().st_size
        if size == 0:
            raise ModelUnavailable(f"The model file {shown} is empty.", advice="Download it again.")
        with (
            path.open("rb") as file,
            mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content,
        ):
            if content[:4] != _MAGIC:
                raise ModelUnavailable(
                    f"{shown} is not a GGUF model file.",
                    advice="Choose a file whose name ends in .gguf; other formats must be converted first.",
                )
            return _describe(_Reader(content, size), path, whole=whole)
    except FileNotFoundError:
        raise ModelUnavailable(
            f"The model file {shown} does not exist.",
            advice="It may have been moved or deleted: choose it again.",
            details=str(path.parent),
        ) from None
    except PermissionError as error:
        raise ModelUnavailable(f"The model file {shown} may not be read.", details=str(error)) from error
    except _Cut:
        raise ModelUnavailable(
            f"The model file {shown} is cut off.",
            advice="Its download did not finish: download it again.",
            details=f"{path.stat().st_size} bytes",
        ) from None
    except (OSError, ValueError, TypeError, MemoryError, RecursionError, struct.error) as error:
        raise ModelUnavailable(
            f"The model file {shown} is damaged.", advice="Download it again.", details=str(error)
        ) from error


class _Reader:
    """A place in the file, moving on as values are read."""

    def __init__(self, content: mmap.mmap, size: int) -> None:
        self._content = content
        self._size = size
        self.at = 4

    def take(self, form: str) -> Any:
        end = self.at + struct.calcsize("<" + form)
        if end > self._size:
            raise _Cut
        (value,) = struct.unpack_from("<" + form, self._content, self.at)
        self.at = end
        return value

    def skip(self, count: int) -> None:
        self.at += count
        if self.at > self._size:
            raise _Cut

    def string(self) -> str:
        start = self.at + 8
        self.skip(8 + self.take_ahead())
        return self._content[start : self.at].decode("utf-8", "replace")

    def take_ahead(self) -> int:
        """The length that stands here, without moving."""
        if self.at + 8 > self._size:
            raise _Cut
        length: int = struct.unpack_from("<Q", self._content, self.at)[0]
        return length

    def value(self, kind: int) -> Any:
        if kind in _SCALARS:
            return self.take(_SCALARS[kind])
        if kind == _STRING:
            return self.string()
        if kind != _ARRAY:
            raise ValueError(f"unknown value type {kind}")
        item, count = self.take("I"), self.take("Q")
        if item in _SCALARS and count > _KEPT_ARRAY:
            self.skip(count * struct.calcsize("<" + _SCALARS[item]))
            return None
        if item == _STRING and count > _KEPT_ARRAY:
            for _ in range(count):
                self.skip(8 + self.take_ahead())
            return None
        return [self.value(item) for _ in range(count)]


def _describe(reader: _Reader, path: Path, *, whole: bool) -> ModelFacts:
    version = reader.take("I")
    if version not in _VERSIONS:
        raise ValueError(f"GGUF version {version}")
    tensors, keys = reader.take("Q"), reader.take("Q")
    metadata: dict[str, Any] = {}
    for _ in range(keys):
        key = reader.string()
        if not whole and key.startswith("tokenizer."):
            break
        metadata[key] = reader.value(reader.take("I"))
    size = path.stat().st_size
    if whole:
        _check_tensors(reader, tensors, int(metadata.get("general.alignment") or 32), size)
    architecture = str(metadata.get("general.architecture", ""))
    return ModelFacts(
        name=str(metadata.get("general.name") or stem(path)),
        architecture=architecture,
        size=size,
        context=_number(metadata.get(f"{architecture}.context_length")),
        cache_per_token=_cache_per_token(metadata, architecture),
        licence=str(metadata.get("general.license", "")),
        metadata=metadata,
    )


def _check_tensors(reader: _Reader, count: int, alignment: int, size: int) -> None:
    end = 0
    for _ in range(count):
        reader.string()
        values = 1
        for _ in range(reader.take("I")):
            values *= reader.take("Q")
        kind, offset = reader.take("I"), reader.take("Q")
        block_bytes, block_values = _BLOCKS.get(kind, (0, 1))  # of an unknown type, the start at least
        end = max(end, offset + -(-values // block_values) * block_bytes)
    start = -(-reader.at // alignment) * alignment
    if start + end > size:
        raise _Cut


def _number(value: Any) -> int:
    return value if isinstance(value, int) and value > 0 else 0


def _cache_per_token(metadata: dict[str, Any], architecture: str) -> int:
    layers = _number(metadata.get(f"{architecture}.block_count"))
    width = _number(metadata.get(f"{architecture}.embedding_length"))
    heads = metadata.get(f"{architecture}.attention.head_count")
    heads = max((_number(n) for n in heads), default=0) if isinstance(heads, list) else _number(heads)
    of_a_head = width // heads if heads else 0
    key = _number(metadata.get(f"{architecture}.attention.key_length")) or of_a_head
    value = _number(metadata.get(f"{architecture}.attention.value_length")) or of_a_head
    shared = metadata.get(f"{architecture}.attention.head_count_kv", heads)
    all_heads = sum(_number(n) for n in shared) if isinstance(shared, list) else layers * _number(shared)
    return all_heads * (key + value) * 2
