"""Counting tokens as OpenAI's models do, offline and without ever failing.

The two vocabularies in ``resources/tokenizers`` (their NOTICE says where they come from) are exact for OpenAI's
models and a good estimate for any other. tiktoken would fetch them from the network: here its own definitions
(pattern, special tokens) are called with a loader that reads our files instead.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import logging
import re
import threading
import types
from typing import TYPE_CHECKING, Literal

from app.core.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    import tiktoken

log = logging.getLogger(__name__)

EncodingName = Literal["o200k_base", "cl100k_base"]

# The vocabularies' published sha256: a damaged file is noticed, not counted with.
_SHA256: dict[EncodingName, str] = {
    "o200k_base": "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d",
    "cl100k_base": "223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7",
}
_OLD_MODELS = re.compile(r"gpt-4(?![o.\w])|gpt-3\.5|gpt-35|text-embedding-|text-davinci|davinci|babbage")

# The pattern's white-space rule backtracks once a character and overflows its stack on very long runs.
_SPACES = re.compile(r"\s{64}\s*")
_LONGEST_SPACES = 4096
_SURROGATE = re.compile("[\ud800-\udfff]")
_BYTES_PER_TOKEN = 4

_lock = threading.Lock()
_encodings: dict[EncodingName, tiktoken.Encoding | None] = {}
_lengths: dict[EncodingName, np.ndarray[tuple[int], np.dtype[np.int64]]] = {}


def count(text: str, model: str = "") -> int:
    """Number of tokens of ``text`` for ``model`` (an OpenAI name, with or without a connection's prefix; any other counts as a new one).

    Text that looks like a special token (``<|endoftext|>``) is counted as the ordinary text it is. Lone surrogates
    count as U+FFFD. Exact but for runs of more than 4,096 white-space characters, where it may be off by one each
    4,096. Takes about 0.1 s a megabyte of prose and under a second for any megabyte; safe from any thread.
    Never raises: without a usable vocabulary, it is estimated from the length.
    """
    if not text:
        return 0
    encoding = _encoding(encoding_name(model))
    if _SURROGATE.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if encoding is None:
        return _estimate(text)
    try:
        return sum(len(encoding.encode_ordinary(piece)) for piece in _pieces(text))
    except BaseException as error:
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise  # an interrupt is no failure of the tokenizer
        log.warning("a text of %d characters could not be tokenized, its count is an estimate", len(text))
        return _estimate(text)


def starts(text: str, name: EncodingName = "cl100k_base") -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Where in ``text`` (in characters, rising) each of its tokens begins; a token that begins inside a character counts from that character's end.

    Lone surrogates must have been replaced. Without a usable vocabulary, a token is taken to be four bytes.
    About 8 million characters a second; one token's start takes 8 bytes.
    """
    import numpy as np

    data = text.encode("utf-8")
    lengths = _token_lengths(name, text)
    if lengths is None:
        begins = np.arange(0, len(data), _BYTES_PER_TOKEN, dtype=np.int64)
    else:
        begins = np.zeros(len(lengths), dtype=np.int64)
        np.cumsum(lengths[:-1], out=begins[1:])
    if len(data) == len(text):
        return begins
    first_bytes = (np.frombuffer(data, dtype=np.uint8) & 0xC0) != 0x80
    characters_before = np.zeros(len(data) + 1, dtype=np.int64)
    np.cumsum(first_bytes, out=characters_before[1:])
    return characters_before[begins]


def encoding_name(model: str) -> EncodingName:
    """Name the vocabulary of a model: ``cl100k_base`` for GPT-4, GPT-3.5 and the embedding models, else ``o200k_base``."""
    bare = model.rsplit("/", 1)[-1].lower().removeprefix("ft:")
    return "cl100k_base" if _OLD_MODELS.match(bare) else "o200k_base"


def _token_lengths(name: EncodingName, text: str) -> np.ndarray[tuple[int], np.dtype[np.int64]] | None:
    """Bytes of each token of ``text``."""
    import numpy as np

    encoding = _encoding(name)
    if encoding is None or not text:
        return np.zeros(0, dtype=np.int64) if not text else None
    if name not in _lengths:
        table = np.zeros(encoding.n_vocab, dtype=np.int64)
        for value in encoding.token_byte_values():
            table[encoding.encode_single_token(value)] = len(value)
        _lengths[name] = table
    try:
        parts = [_lengths[name][encoding.encode_ordinary(piece)] for piece in _pieces(text) if piece]
    except BaseException as error:
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        log.warning("a text of %d characters could not be tokenized, its tokens are estimates", len(text))
        return None
    return np.concatenate(parts)


def _estimate(text: str) -> int:
    return -(-len(text.encode("utf-8", "replace")) // _BYTES_PER_TOKEN)


def _pieces(text: str) -> Iterator[str]:
    """Cut ``text`` inside overlong white space only; all other text stays in one piece, so its count is exact."""
    start = 0
    for run in _SPACES.finditer(text):
        while run.end() - max(run.start(), start) > _LONGEST_SPACES:
            end = max(run.start(), start) + _LONGEST_SPACES
            yield text[start:end]
            start = end
    yield text[start:]


def _encoding(name: EncodingName) -> tiktoken.Encoding | None:
    if name not in _encodings:
        with _lock:
            if name not in _encodings:
                _encodings[name] = _load(name)
    return _encodings[name]


def _load(name: EncodingName) -> tiktoken.Encoding | None:
    try:
        import tiktoken
        from tiktoken_ext import openai_public

        ranks = _read_ranks(name)
        definition = getattr(openai_public, name)
        offline = types.FunctionType(
            definition.__code__, {**vars(openai_public), "load_tiktoken_bpe": lambda *_, **__: ranks}
        )
        return tiktoken.Encoding(**offline())
    except Exception as error:  # noqa: BLE001 - a count is never worth a failure
        log.warning("the vocabulary %s cannot be used, token counts are estimates: %s", name, error)
        return None


def _read_ranks(name: EncodingName) -> dict[bytes, int]:
    data = gzip.decompress(resource("tokenizers", f"{name}.tiktoken.gz").read_bytes())
    if hashlib.sha256(data).hexdigest() != _SHA256[name]:
        raise ValueError("the file is damaged")
    ranks: dict[bytes, int] = {}
    for line in data.splitlines():
        token, rank = line.split()
        ranks[base64.b64decode(token)] = int(rank)
    return ranks
