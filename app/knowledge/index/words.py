"""Words as the keyword index sees them: what is indexed beside the text itself, and what a query looks for."""

from __future__ import annotations

import re
import sqlite3
import threading
from collections import OrderedDict

# Scripts written without spaces: indexed as pairs of characters, so that any word in them is found.
_UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
_UNSPACED_RUN = re.compile(f"[{_UNSPACED}]+")
_HUMPS = re.compile(r"\b[A-Za-z]*(?:[a-z][A-Z]|[A-Z]{2}[a-z])[A-Za-z]*\b")
_HUMP_EDGE = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_WORD = re.compile(r"[^\W_]+")
TERM_LIMIT = 40
_KNOWN_STEMS = 5_000

_STOP_WORDS = frozenset(
    """a about after all also am an and any are as at be been before being both but by can could did do does doing down
    during each few for from further had has have having he her here hers him his how i if in into is it its itself
    just me more most my no nor not of off on once only or other our out over own please s same shall she should so
    some such t tell than that the their them then there these they this those through to too under until up upon us
    very was we were what when where which while who whom why will with would you your""".split()  # noqa: SIM905 - reads better than a list of strings
)


def searchable(text: str) -> str:
    """``text`` as it goes into the keyword index: unspaced scripts in pairs, ``camelCase`` names with their parts."""
    if not text.isascii():
        text = _UNSPACED_RUN.sub(lambda run: f" {' '.join(_pairs(run.group()))} ", text)
    return _HUMPS.sub(lambda name: f"{name.group()} {' '.join(_HUMP_EDGE.split(name.group()))}", text)


def query_terms(query: str) -> list[str]:
    """The words to look for, without those that stand everywhere (unless there are no others); at most 40, each once."""
    words = list(dict.fromkeys(word.lower() for word in _WORD.findall(searchable(query))))
    telling = [word for word in words if word not in _STOP_WORDS]
    return (telling or words)[:TERM_LIMIT]


def _pairs(run: str) -> list[str]:
    return [run] if len(run) == 1 else [run[index : index + 2] for index in range(len(run) - 1)]


def single_unspaced(term: str) -> bool:
    """Whether a term is one character of an unspaced script, which is found as the beginning of pairs."""
    return len(term) == 1 and _UNSPACED_RUN.fullmatch(term) is not None


class Stems:
    """A word as FTS5 keeps it, by asking FTS5's own tokenizer; safe from any thread."""

    def __init__(self, tokenizer: str) -> None:
        self._lock = threading.Lock()
        self._known: OrderedDict[str, tuple[str, ...]] = OrderedDict()
        self._database = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._database.execute(
            f"CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='{tokenizer}')"
        )
        self._database.execute("CREATE VIRTUAL TABLE terms USING fts5vocab(words, 'row')")

    def of(self, word: str) -> tuple[str, ...]:
        """The terms that a word becomes: nearly always one."""
        with self._lock:
            found = self._known.pop(word, None)
            if found is None:
                self._database.execute("INSERT INTO words(rowid, text) VALUES (1, ?)", (word,))
                found = tuple(row[0] for row in self._database.execute("SELECT term FROM terms"))
                self._database.execute("INSERT INTO words(words) VALUES ('delete-all')")
            self._known[word] = found
            if len(self._known) > _KNOWN_STEMS:
                self._known.popitem(last=False)
            return found

    def close(self) -> None:
        """Close the table in memory."""
        with self._lock:
            self._database.close()
