"""Citations of an answer that is being written: what the events tell of them, with what file searches found before."""

from __future__ import annotations

from typing import Any

from app.core import run_events as ev
from app.workbench.citations import claim_before, numbers_in, path_name
from app.workbench.knowledge_entities import Citation

Json = dict[str, Any]


class TurnCitations:
    """Collects what leads from citations to passages: the thread, the run, results of file searches.

    Args:
        results: what was found before in the same conversation (a later answer may cite it); added to.
    """

    def __init__(self, results: list[Json]) -> None:
        self._thread = self._run = ""
        self._results = results

    def note(self, event: ev.RunEvent) -> None:
        """Take an event that may help."""
        if isinstance(event, ev.ObjectCreated):
            if event.kind == "thread":
                self._thread = event.id
            elif event.kind == "run":
                self._run = event.id
        elif isinstance(event, ev.StepFinished):
            details: Json = event.details.get("step_details") or {}
            self._thread = str(event.details.get("thread_id") or self._thread)
            self._run = str(event.details.get("run_id") or self._run)
            for call in details.get("tool_calls") or ():
                found = (call.get("file_search") or {}).get("results") if isinstance(call, dict) else None
                self._results += [result for result in found or () if isinstance(result, dict)]

    def citation(self, event: ev.Citation, text: str) -> Citation | None:
        """What a citation event means; None if it leads to no file."""
        if not event.file_id:
            return None
        is_path = event.marker.startswith("sandbox:")
        result = {} if is_path else self._result(event)
        name = str(result.get("filename") or result.get("file_name") or "")
        return Citation(
            event.marker,
            event.file_id,
            filename=name or (path_name(event.marker) if is_path else ""),
            quote=event.quote or _text_of(result),
            page=_whole(result.get("page")),
            doc_start=_whole(result.get("start")),
            doc_end=_whole(result.get("end")),
            store_id=str(result.get("vector_store_id") or ""),
            thread_id=self._thread,
            run_id=self._run,
            is_path=is_path,
            start=event.start,
            end=event.end,
            claim=claim_before(text, event.start) if 0 < event.start <= len(text) else "",
        )

    def _result(self, event: ev.Citation) -> Json:
        """The result that a marker names, or the first one of its file."""
        numbers = numbers_in(event.marker)
        of_file = [
            (int(result.get("number") or index), result)
            for index, result in enumerate(self._results, 1)
            if result.get("file_id") == event.file_id
        ]
        of_file.reverse()  # the newest counts
        named = next((result for number, result in of_file if number in numbers), None)
        return named or (of_file[0][1] if of_file else {})


def _text_of(result: Json) -> str:
    content = result.get("content")
    if isinstance(content, list):
        return "\n".join(str(part.get("text") or "") for part in content if isinstance(part, dict))
    return str(result.get("text") or "")


def _whole(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
