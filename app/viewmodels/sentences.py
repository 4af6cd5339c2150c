"""What the rooms below the window and the engine say, in the language of the person who reads.

Errors, advice, notes and reasons are made in English where they arise, and are kept, logged, exported and sent over the
API so: a log or a bug report reads the same everywhere, and rooms without a window know of no language. The window
translates them where it draws them, with :func:`said`. The sentences with their fields are listed in
``resources/translations/sentences.txt``, which ``packaging/translations.py`` makes from the source; their translations are
in the context ``Sentences`` of Qt's translation files.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict

from PySide6.QtCore import QCoreApplication, QDate

from app.core.paths import resource
from app.viewmodels.words import locale, spoken

CONTEXT = "Sentences"
LONGEST = 2_000
"""Characters of the longest text that is looked up; what is longer is data."""
_FIELD = re.compile(r"\{(\d+)\}")
_DATE = re.compile(
    r"(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December) (\d{4})"
)
_MONTHS = _DATE.pattern.split("(")[2].rstrip(") ").split("|")
_QUOTES = {"de": "„{}“", "es": "«{}»"}
_END = re.compile(r"(?<=[.!?…:]) ")


def said(text: str) -> str:
    """``text`` of the rooms below in the window's language; what is not known, is in it already, or is data, stays.

    Several sentences in one text are translated one by one.
    """
    if spoken() == "en" or not text or len(text) > LONGEST:
        return text
    return _said(text, spoken())


@functools.lru_cache(maxsize=2_000)
def _said(text: str, _language: str) -> str:
    if (whole := _whole(text)) is not None:
        return whole
    if "\n" in text:
        return "\n".join(said(line) for line in text.split("\n"))
    for end in reversed(list(_END.finditer(text))):
        if (first := _whole(text[: end.start()])) is not None:
            return f"{first} {said(text[end.end() :])}"
    first_end = _END.search(text)
    if first_end is None:
        return text
    return f"{text[: first_end.start()]} {said(text[first_end.end() :])}"


def _whole(text: str) -> str | None:
    """The translation of a text that is one known sentence, else None."""
    if (translated := QCoreApplication.translate(CONTEXT, text)) != text:
        return translated
    if found := _DATE.fullmatch(text):
        day = QDate(int(found[3]), _MONTHS.index(found[2]) + 1, int(found[1]))
        return str(locale().toString(day, locale().FormatType.LongFormat).partition(", ")[2])
    exact, patterns = _patterns()
    if text in exact:
        return text
    words = set(re.findall(r"[A-Za-z]+", text))
    for needed, pattern, template in patterns:
        if needed <= words and (match := pattern.fullmatch(text)):
            translated = QCoreApplication.translate(CONTEXT, template)
            fields = [_field(template, each, match) for each in range(len(match.groups()))]
            if (
                match[1].startswith("The ")
                and template.startswith("{0}")
                and not translated.startswith("{0}")
            ):
                fields[0] = (
                    f"{fields[0][:1].lower()}{fields[0][1:]}"  # not at the sentence's beginning any more
                )
            return _FIELD.sub(lambda field: fields[int(field[1])], translated)  # noqa: B023 - used at once
    return None


def _field(template: str, number: int, match: re.Match[str]) -> str:
    """What stands in a field: data as it is when it is quoted, else it may be a sentence itself."""
    value = match[number + 1]
    if f"“{{{number}}}”" in template or f"“{{{number}}}…”" in template:
        return value
    lead = ": " if value.startswith(": ") else " " if value.startswith(" ") else ""
    rest = value[len(lead) :]
    if found := re.fullmatch(r"“([^”]*)”", rest):
        return f"{lead}{_QUOTES.get(spoken(), '“{}”').format(found[1])}"
    if re.fullmatch(r"\d+\.\d+", rest):
        return f"{lead}{rest.replace('.', locale().decimalPoint())}"
    return f"{lead}{_said(rest, spoken()) if rest else ''}"


@functools.cache
def _patterns() -> tuple[frozenset[str], tuple[tuple[frozenset[str], re.Pattern[str], str], ...]]:
    """The sentences without fields; and those with fields, with the words that they cannot lack, the longest first."""
    plain: set[str] = set()
    found: dict[int, list[tuple[frozenset[str], re.Pattern[str], str]]] = defaultdict(list)
    for template in resource("translations", "sentences.txt").read_text("utf-8").splitlines():
        parts = _FIELD.split(template)
        if len(parts) == 1:
            plain.add(template)
            continue
        literal = parts[::2]
        made = re.compile("(.*?)".join(re.escape(part) for part in literal), re.DOTALL)
        whole = "\0".join(literal)
        needed = frozenset(re.findall(r"(?<= )[A-Za-z]+(?= )", f" {whole} "))
        found[sum(map(len, literal))].append((needed, made, template))
    ordered = tuple(each for size in sorted(found, reverse=True) for each in found[size])
    return frozenset(plain), ordered
