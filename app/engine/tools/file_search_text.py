"""File search in words: how it is described to models, what they read of the results, and how much of them fits."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.engine.models.tool_calling import PromptedForm

if TYPE_CHECKING:
    from app.knowledge.service import Hit

Json = dict[str, Any]

NAME = "file_search"
TOKEN_BUDGET = 16_000
"""Tokens of results that a model is given at most, as the API documents."""

DEFAULT_RESULTS = 20
FEW_RESULTS = 5
MOST_QUERIES = 5
CONTEXT_SHARE = 0.4
"""The part of a model's context that results may take."""

_LEAST_BUDGET = 200
_LEAST_EXCERPT = 60
_AMPLE = 8_000  # with less room than this, several short passages tell more than one long one
_SHARES = 4
_WEAK = 0.4
_HEADER_TOKENS = 25
_CHARACTERS_PER_TOKEN = 3.5

_MARKER = re.compile(r"【(\d+)†([^】]*)】")

DEFINITION: Json = {
    "name": NAME,
    "description": (
        "Searches the files that the user has provided and returns the passages that fit best, numbered. Use it "
        "whenever the answer may stand in the files, before you say that you do not know."
    ),
    "parameters": {
        "type": "object",
        "properties": {
            "queries": {
                "type": "array",
                "items": {"type": "string"},
                "minItems": 1,
                "maxItems": MOST_QUERIES,
                "description": (
                    "What to look for: one to five short queries with the words that the passage itself would use."
                ),
            }
        },
        "required": ["queries"],
        "additionalProperties": False,
    },
}
PROMPT = (
    "The user has provided files; the tool file_search finds passages in them. Each passage begins with a marker such as "
    "【1†report.pdf】. When you use a passage, copy its marker to the end of the sentence that rests on it, exactly as it "
    "stands. Never invent markers. If the files do not hold the answer, say so."
)


def retold(results: str, question: str) -> str:
    """Results as a model that is prompted for calls reads them: small models copy plain numbers more surely than marks."""
    plain = _MARKER.sub(r"[\1] \2", results)
    return (
        f"{plain}\n\nQuestion: {question}\nAnswer in one or two sentences of your own with the help of these passages, "
        "and put the number of the passage that you used, such as [1], at the end of the sentence."
    )


FORM = PromptedForm(
    "finds passages in the user's files",
    {
        "type": "object",
        "properties": {"query": {"type": "string", "description": "what to look for in the files"}},
        "required": ["query"],
    },
    (
        ("What does the manual say about cleaning the filter?", {"query": "cleaning the filter"}),
        ("According to the contract, when does the rent rise?", {"query": "rent increase date"}),
    ),
    result=(
        "【1†manual.txt】 (section “Care”)\nRinse the filter under cold water once a month. Never use soap.",
        "The manual says to rinse the filter under cold water once a month, without soap [1].",
    ),
    retold=retold,
)


@dataclass(frozen=True)
class Given:
    """A result that the model is given: its number, and the part of its text (character span of the file's text)."""

    number: int
    hit: Hit
    start: int
    end: int

    @property
    def text(self) -> str:
        """What the model reads of it, word for word from the file."""
        return self.hit.text[self.start - self.hit.start : self.end - self.hit.start]

    @property
    def marker(self) -> str:
        """What the model is to write when it uses the result."""
        return marker(self.number, self.hit.filename)


def marker(number: int, filename: str) -> str:
    """The citation marker of a result."""
    return f"【{number}†{filename}】"


def queries_in(arguments: str) -> list[str]:
    """The queries in a call's arguments, however the model wrote them; empty when there are none."""
    try:
        value = json.loads(arguments)
    except ValueError:
        value = arguments
    if isinstance(value, Mapping):
        found = [value[name] for name in ("queries", "query", "q", "search", "text") if value.get(name)]
        value = found[0] if found else [item for item in value.values() if isinstance(item, str)]
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list):
        return []
    texts = [str(item).strip() for item in value if isinstance(item, str | int | float)]
    return list(dict.fromkeys(text for text in texts if text))[:MOST_QUERIES]


def budget(context: int | None, max_prompt_tokens: int | None = None) -> int:
    """Tokens of results for a model with a context of so many tokens (None: not known) in a run with a limit of its own."""
    room = TOKEN_BUDGET
    if context is not None:
        room = min(room, int(context * CONTEXT_SHARE))
    if max_prompt_tokens is not None:
        room = min(room, max_prompt_tokens // 2)
    return max(_LEAST_BUDGET, room)


def default_results(tokens: int) -> int:
    """How many results are looked for when nobody says how many: 20, for models that can read little 5."""
    return DEFAULT_RESULTS if tokens >= _AMPLE else FEW_RESULTS


def fit(
    hits: Sequence[Hit], tokens: int, numbers: Mapping[int, int]
) -> tuple[list[Given], list[tuple[Hit, str]]]:
    """What of the results fits into so many tokens, best first, and those that do not, each with the reason.

    ``numbers`` gives each result (by its index) its number. Where room is scarce, a result is cut to the part around its
    best passage, and what is far weaker than the best is left out: it would mislead a small model.
    """
    most = tokens if tokens >= _AMPLE else max(_LEAST_EXCERPT, tokens // _SHARES)
    given: list[Given] = []
    left_out: list[tuple[Hit, str]] = []
    left = tokens
    for index, hit in enumerate(hits):
        room = min(most, left - _HEADER_TOKENS)
        if room < _LEAST_EXCERPT:
            left_out.append((hit, "It did not fit into what the model can read."))
            continue
        if tokens < _AMPLE and hit.score < _WEAK * hits[0].score:
            left_out.append((hit, "It is far weaker than the best result, and the model can read little."))
            continue
        if hit.tokens <= room:
            start, end, cost = hit.start, hit.end, hit.tokens
        else:
            start, end = _excerpt(hit, int(room * _CHARACTERS_PER_TOKEN))
            cost = min(room, round((end - start) / _CHARACTERS_PER_TOKEN))
        left -= cost + _HEADER_TOKENS
        given.append(Given(numbers[index], hit, start, end))
    return given, left_out


def _excerpt(hit: Hit, length: int) -> tuple[int, int]:
    """A span of the file's text inside the result, around its best passage, that begins and ends between words."""
    middle = hit.start + (hit.end - hit.start) // 2
    if hit.passage is not None:
        middle = (hit.passage.start + hit.passage.end) // 2
    start = max(hit.start, min(middle - length // 2, hit.end - length))
    end = min(hit.end, start + length)
    text = hit.text
    if start > hit.start:
        space = text.find(" ", start - hit.start, start - hit.start + 40)
        start = hit.start + space + 1 if space >= 0 else start
    if end < hit.end:
        space = text.rfind(" ", end - hit.start - 40, end - hit.start)
        end = hit.start + space if space > start - hit.start else end
    return start, end


def output(given: Sequence[Given], *, in_progress: int = 0, notes: Sequence[str] = ()) -> str:
    """What the model reads."""
    parts = []
    if given:
        parts.append(
            "Passages from the files, best first. Cite with the marker in front of the passage that you use."
        )
    else:
        parts.append("No passage in the files matches. Say so, or search with other words.")
    parts += [f"{item.marker}{_where(item.hit)}\n{item.text.strip()}" for item in given]
    if in_progress:
        parts.append(
            f"({in_progress} file{'s are' if in_progress > 1 else ' is'} still being read in and could not be searched.)"
        )
    parts += [f"({note})" for note in notes]
    return "\n\n".join(parts)


def _where(hit: Hit) -> str:
    spot = hit.spot
    places = [f"page {spot.page}"] if spot.page is not None else []
    if spot.heading:
        places.append(f"section “{spot.heading}”")
    return f" ({', '.join(places)})" if places else ""


def ahead(question: str, results: str) -> list[Json]:
    """The same for a model that calls no tools: as a turn of the conversation before its answer.

    Small models copy plain numbers more surely than unusual characters.
    """
    return [
        {"role": "assistant", "content": "I will look into the files."},
        {"role": "user", "content": retold(results, question)},
    ]
