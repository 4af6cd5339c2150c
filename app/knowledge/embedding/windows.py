"""How texts are cut so that an embedding model sees each part whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from app.core import tokens
from app.knowledge.chunks import Spans, WindowCutter, split_evenly


@dataclass(frozen=True, slots=True)
class WindowRule:
    """Windows of about ``size`` tokens and at most ``limit``.

    ``tokenizer`` is the model's own (a ``tokenizer.json``); without one, tokens of ``cl100k_base`` count.
    """

    size: int
    limit: int
    tokenizer: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """As JSON, for the process that reads files."""
        return asdict(self)

    def cutter(self) -> WindowCutter:
        """The function that cuts texts after this rule."""
        if self.tokenizer is None:
            return lambda texts: [
                split_evenly(text, tokens.starts(text), self.size, self.limit) for text in texts
            ]
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_str(Path(self.tokenizer).read_text(encoding="utf-8"))
        tokenizer.no_padding()
        tokenizer.no_truncation()

        def cut(texts: Sequence[str]) -> list[Spans]:
            encoded = tokenizer.encode_batch(list(texts), add_special_tokens=False)
            return [
                split_evenly(text, [begin for begin, _ in found.offsets], self.size, self.limit)
                for text, found in zip(texts, encoded, strict=True)
            ]

        return cut
