"""Citations of answers: what the API's annotations say, which number each gets, and what sentence rests on it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.core.entities import Json, Message
from app.core.sentences import SENTENCE_END, sentences
from app.workbench.knowledge_entities import Citation

PART_GAP = 2
"""Characters between two text parts of a message, as :class:`Message` joins them."""

_LENTICULAR = re.compile(r"【([^【】\n]{1,300})】")
_WORD = re.compile(r"\w+")
_MANY_MARKERS = 2000


def from_annotation(
    annotation: Mapping[str, Any], *, text: str = "", shift: int = 0, thread_id: str = "", run_id: str = ""
) -> Citation | None:
    """Make a citation of an annotation of the API; None for one that leads to no file.

    The name in a marker is what a model wrote, which may be wrong: it is not taken for the file's name.

    Args:
        annotation: ``file_citation`` or ``file_path``, in the API's shape.
        text: the message's whole text, to find the sentence that rests on it.
        shift: where the annotation's part begins in ``text``.
        thread_id: the thread that the message is in.
        run_id: the run that wrote it.
    """
    kind = str(annotation.get("type") or "")
    target = annotation.get(kind) or annotation.get("file_citation") or annotation.get("file_path") or {}
    file_id = str(target.get("file_id") or annotation.get("file_id") or "")
    if not file_id:
        return None
    marker = str(annotation.get("text") or "")
    start, end = annotation.get("start_index"), annotation.get("end_index")
    known = isinstance(start, int) and isinstance(end, int)
    is_path = kind == "file_path" or "file_path" in annotation or marker.startswith("sandbox:")
    name = str(target.get("filename") or annotation.get("filename") or "")
    return Citation(
        marker,
        file_id,
        filename=name or (path_name(marker) if is_path else ""),
        quote=str(target.get("quote") or ""),
        thread_id=thread_id,
        run_id=run_id,
        is_path=is_path,
        start=start + shift if known and isinstance(start, int) else -1,
        end=end + shift if known and isinstance(end, int) else -1,
        claim=claim_before(text, start + shift) if text and known and isinstance(start, int) else "",
    )


def of_message(message: Message) -> tuple[Citation, ...]:
    """The citations of a stored message, in the order of its text."""
    found: list[Citation] = []
    shift = 0
    for part in message.raw.get("content") or []:
        if not isinstance(part, dict) or part.get("type") != "text":
            continue
        text: Json = part.get("text") or {}
        for annotation in text.get("annotations") or ():
            made = from_annotation(
                annotation,
                text=message.text,
                shift=shift,
                thread_id=message.thread_id,
                run_id=message.run_id,
            )
            if made is not None:
                found.append(made)
        shift += len(text.get("value") or "") + PART_GAP
    return tuple(found)


@dataclass(frozen=True)
class Place:
    """Where a citation's marker really stands in a text, and its number: the same file has the same. 0 for made files."""

    index: int
    start: int
    end: int
    number: int


def placed(text: str, citations: Sequence[Citation]) -> list[Place]:
    """The places of the citations in the order of the text, numbered from 1; those whose marker is not there are left out.

    A marker that is not where the annotation says (services count characters in different ways) is looked for.
    """
    spans: list[tuple[int, int, int]] = []
    behind: dict[str, int] = {}
    for index, citation in enumerate(citations):
        start, end, marker = citation.start, citation.end, citation.marker
        if not (0 <= start < end <= len(text) and (not marker or text[start:end] == marker)):
            start = text.find(marker, behind.get(marker, 0)) if marker else -1
            if start < 0 and marker:
                start = text.find(marker)
            if start < 0:
                continue
            end = start + len(marker)
        behind[marker] = end
        spans.append((start, end, index))
    spans.sort()
    numbers: dict[str, int] = {}
    found = []
    for start, end, index in spans:
        cited = citations[index]
        number = 0 if cited.is_path else numbers.setdefault(cited.file_id, len(numbers) + 1)
        found.append(Place(index, start, end, number))
    return found


def live_markers(text: str) -> list[tuple[int, int, str]]:
    """Markers 【…†…】 in a text that is still being written: begin, end, and what tells equal sources from others."""
    found = []
    for match in _LENTICULAR.finditer(text):
        inside = match[1]
        number, dagger, name = inside.partition("†")
        if dagger:
            generic = name.strip().lower() in {"", "source"}
            found.append((match.start(), match.end(), number.strip() if generic else name.strip()))
        if len(found) >= _MANY_MARKERS:
            break
    return found


def numbers_in(marker: str) -> list[int]:
    """The numbers of results that a marker names: 【2†a.pdf】 and [2] name 2, [1, 3] names 1 and 3, 【4:0†source】 names 1."""
    inside = marker.strip("【】[]()").partition("†")[0]
    pair = re.match(r"\s*\^?\d+:(\d+)", inside)
    if pair:
        return [int(pair[1]) + 1]
    return [int(digits) for digits in re.findall(r"\d{1,4}", inside)] if len(inside) < 60 else []


def name_in(marker: str) -> str:
    """The file's name in a marker, "" if it has none."""
    name = marker.strip("【】[]()").partition("†")[2].strip()
    return "" if name.lower() == "source" else name


def path_name(marker: str) -> str:
    """The name of a made file in ``sandbox:/mnt/data/x.csv``."""
    return marker.rpartition("/")[2] or marker


def claim_before(text: str, end: int) -> str:
    """The sentence that ends (or goes on) at a place, without markers: what a citation there is to prove."""
    before = _LENTICULAR.sub("", text[max(0, end - 1500) : end]).rstrip(" \t\n.!?,;:")
    parts = [part for part in SENTENCE_END.split(before) if part.strip()]
    return parts[-1].strip() if parts else ""


def best_sentence(passage: str, claim: str) -> tuple[int, int] | None:
    """Where in a passage the sentence stands that shares most with a claim; None if no two words are shared."""
    wanted = {word for word in _words(claim) if len(word) > 2}
    if not wanted:
        return None
    best, most = None, 1.0
    for start, end in sentences(passage):
        words = {word for word in _words(passage[start:end]) if len(word) > 2}
        shared = len(wanted & words)
        score = shared + shared / (len(words) + 4) if words else 0.0
        if shared >= 2 and score > most:
            best, most = (start, end), score
    return best


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
