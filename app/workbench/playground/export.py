"""A whole comparison as one file: HTML that needs nothing else, Markdown, or JSON. What was answered is escaped in all."""

from __future__ import annotations

import html
import json
import re
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from app.core.run_events import (
    Citation,
    CodeImage,
    CodeInput,
    CodeLogs,
    Notice,
    StepStarted,
    ToolCallDelta,
    ToolOutput,
)
from app.workbench.playground.comparison import Turn
from app.workbench.playground.export_images import Images, image_html

Json = dict[str, Any]
_FENCE = re.compile(r"^(`{3,}|~{3,})[^\n]*\n(.*?)(?:^\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)


@dataclass
class ToolUse:
    """One tool call: its input (arguments or code) and what came of it; ``images`` are ids of files."""

    name: str
    given: str = ""
    output: str = ""
    images: list[str] = field(default_factory=list)


@dataclass
class Answer:
    """What one lane answered to one prompt."""

    lane: str
    text: str
    status: str
    error: str = ""
    started: float = 0.0
    figures: Json = field(default_factory=dict)
    sent: str = ""
    tools: list[ToolUse] = field(default_factory=list)
    citations: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    images: list[str] = field(default_factory=list)


@dataclass
class Round:
    """One prompt and its answers, one a lane."""

    prompt: str
    answers: list[Answer] = field(default_factory=list)


@dataclass
class LaneInfo:
    """A lane: its API, whom it asks, its parameters that are not left to the service."""

    id: str
    api: str
    target: str
    parameters: Json = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The lane for people."""
        return f"{self.api} · {self.target}"


@dataclass
class Document:
    """A comparison, ready to be written. ``made`` in Unix seconds."""

    title: str
    lanes: list[LaneInfo]
    rounds: list[Round]
    made: float = field(default_factory=time.time)

    @property
    def images(self) -> list[str]:
        """Ids of all its images, in their order."""
        answers = [answer for one in self.rounds for answer in one.answers]
        return [i for a in answers for i in (*(i for use in a.tools for i in use.images), *a.images)]


def document(lanes: Sequence[LaneInfo], turns: dict[str, list[list[Turn]]]) -> Document:
    """Gather what the lanes show: prompts that several lanes were asked at the same place stand together."""
    rounds: list[Round] = []
    for number in range(max((len(found) for found in turns.values()), default=0)):
        here: dict[str, Round] = {}
        for lane in lanes:
            asked = turns.get(lane.id) or []
            if number < len(asked):
                prompt = asked[number][0].prompt
                here.setdefault(prompt, Round(prompt)).answers.append(_answer(lane.id, asked[number]))
        rounds.extend(here.values())
    title = " ".join(rounds[0].prompt.split())[:80] if rounds else "Comparison"
    return Document(title, list(lanes), rounds)


def _answer(lane: str, turns: list[Turn]) -> Answer:
    """One prompt's answer; the turns after the first went on with outputs that a person typed."""
    last = turns[-1]
    finished = last.finished
    answer = Answer(
        lane,
        "\n\n".join(turn.text for turn in turns if turn.text),
        finished.status if finished is not None else "in_progress",
        " ".join(p for p in (finished.error, finished.advice) if p) if finished is not None else "",
        turns[0].started,
        last.metrics.as_json(),
        " · ".join(p for p in (last.metrics.sent_words, last.metrics.held_words) if p),
    )
    tools: dict[str, ToolUse] = {}
    for event in (event for turn in turns for event in turn.events):
        match event:
            case StepStarted() if event.kind != "message":
                tools.setdefault(event.step_id, ToolUse(event.name or event.kind))
            case ToolCallDelta():
                use = _use(tools, event.step_id, event.call_id, event.name or "function")
                use.name = event.name or use.name
                use.given += event.arguments
            case CodeInput():
                _use(tools, event.step_id, event.call_id, "code_interpreter").given += event.code
            case CodeLogs():
                _use(tools, event.step_id, event.call_id, "code_interpreter").output += event.logs
            case CodeImage() if event.step_id or event.call_id:
                _use(tools, event.step_id, event.call_id, "code_interpreter").images.append(event.file_id)
            case CodeImage():
                answer.images.append(event.file_id)
            case ToolOutput():
                _use(tools, event.step_id, event.call_id, "tool").output += event.output
            case Citation():
                answer.citations.append(event.quote or event.file_id)
            case Notice():
                answer.notices.append(event.text)
            case _:
                pass
    answer.tools = list(tools.values())
    return answer


def _use(tools: dict[str, ToolUse], step: str, call: str, name: str) -> ToolUse:
    key = call if call in tools else step if step in tools else call or step
    return tools.setdefault(key, ToolUse(name))


# -- JSON and Markdown -------------------------------------------------------------------------------------------


def to_json(doc: Document) -> str:
    """All of it as indented JSON."""
    return json.dumps({"format": "assistant-workbench-comparison", "version": 1, **asdict(doc)}, indent=2)


def to_markdown(doc: Document) -> str:
    """To be read; answers stay as they were written, indented as quotes."""
    names = {lane.id: lane.name for lane in doc.lanes}
    parts = [f"# {_line(doc.title)}", _when(doc.made), "## Lanes"]
    parts += [
        f"- **{_line(lane.name)}**"
        + "".join(f"; {key}: {_line(str(v))}" for key, v in lane.parameters.items())
        for lane in doc.lanes
    ]
    for number, one in enumerate(doc.rounds, 1):
        parts += [f"## Prompt {number}", _quoted(one.prompt)]
        for answer in one.answers:
            parts += [
                f"### {_line(names[answer.lane])}",
                _quoted(answer.text) if answer.text else "*(nothing)*",
            ]
            parts += [
                f"- Tool `{use.name}`: {_fenced(use.given)} → {_fenced(use.output)}{_named(use.images)}"
                for use in answer.tools
            ]
            if answer.images:
                parts.append(f"- {_named(answer.images).lstrip(', ')}")
            figures = _figures(answer)
            parts.append(f"*{' · '.join(p for p in (figures, answer.sent) if p)}*" if figures else "")
            if answer.error:
                parts.append(f"**{answer.status}**: {_line(answer.error)}")
    return "\n\n".join(part for part in parts if part) + "\n"


def _line(text: str) -> str:
    return " ".join(text.split())


def _named(images: Sequence[str]) -> str:
    return "".join(f", image {_fenced(image)}" for image in images)


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines()) or ">"


def _fenced(text: str) -> str:
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    mark = "`" * max(1, longest + 1)
    return f"{mark} {_line(text)} {mark}" if text else "–"


def _figures(answer: Answer) -> str:
    figures, parts = answer.figures, []
    if figures.get("first_token") is not None:
        parts.append(f"first word {figures['first_token']:.2f} s")
    if figures.get("total") is not None:
        parts.append(f"total {figures['total']:.2f} s")
    if figures.get("prompt_tokens") is not None:
        parts.append(f"{figures['prompt_tokens']:,} tokens in, {figures.get('completion_tokens') or 0:,} out")
    if figures.get("tokens_per_second"):
        parts.append(f"{figures['tokens_per_second']:.1f} tokens/s")
    return " · ".join(parts)


def _when(seconds: float) -> str:
    return time.strftime("%Y-%m-%d %H:%M", time.localtime(seconds))


# -- HTML --------------------------------------------------------------------------------------------------------

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_STYLE = """
:root{color-scheme:light dark;--bg:#fff;--soft:#f4f5f7;--line:#dfe2e7;--text:#1c2128;--muted:#5b6370;--bad:#b42318}
@media(prefers-color-scheme:dark){:root{--bg:#16191e;--soft:#20242b;--line:#353b45;--text:#e8eaee;--muted:#a2a9b5;--bad:#ff8a80}}
body{margin:0 auto;max-width:1400px;padding:24px;background:var(--bg);color:var(--text);font:15px/1.5 system-ui,sans-serif}
h1{font-size:22px}h2{font-size:16px;margin:32px 0 8px}h3{font-size:14px;margin:0 0 8px}
.muted,figcaption{color:var(--muted);font-size:12px}.prompt{background:var(--soft);border-radius:8px;padding:12px;
white-space:pre-wrap;overflow-wrap:anywhere}.lanes{display:grid;gap:16px;grid-template-columns:repeat(auto-fit,minmax(280px,1fr))}
article{border:1px solid var(--line);border-radius:8px;padding:12px;min-width:0}.text{white-space:pre-wrap;overflow-wrap:anywhere}
pre{background:var(--soft);border-radius:6px;padding:10px;overflow:auto;white-space:pre-wrap;overflow-wrap:anywhere;
font:13px/1.45 ui-monospace,monospace}.bad{color:var(--bad)}summary{cursor:pointer;color:var(--muted)}
img{display:block;max-width:100%;height:auto;margin:8px 0}
table{border-collapse:collapse}td,th{border:1px solid var(--line);padding:4px 8px;text-align:left;vertical-align:top}
"""


def to_html(doc: Document, images: Images | None = None) -> str:
    """One page that needs nothing else: no script, nothing fetched, everything that was said escaped.

    ``images`` are the images by file id, or why they are left out (see :func:`export_images.fetch_images`).
    """
    images = images or {}
    names = {lane.id: lane.name for lane in doc.lanes}
    out = [
        "<!doctype html>",
        '<html lang="en"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{_text(doc.title)}</title><style>{_STYLE}</style></head><body>",
        f'<h1>{_text(doc.title)}</h1><p class="muted">{_text(_when(doc.made))} · Assistant Workbench</p>',
        "<table><tr><th>Lane</th><th>Parameters</th></tr>",
    ]
    for lane in doc.lanes:
        given = "<br>".join(f"{_text(key)}: {_text(str(value))}" for key, value in lane.parameters.items())
        out.append(f"<tr><td>{_text(lane.name)}</td><td>{given or 'as the service has them'}</td></tr>")
    out.append("</table>")
    for number, one in enumerate(doc.rounds, 1):
        out.append(f'<h2>Prompt {number}</h2><div class="prompt">{_text(one.prompt)}</div><p></p>')
        out.append('<div class="lanes">')
        out += [_article(answer, names[answer.lane], images) for answer in one.answers]
        out.append("</div>")
    out.append("</body></html>")
    return "\n".join(out)


def _article(answer: Answer, name: str, images: Images) -> str:
    parts = [f"<article><h3>{_text(name)}</h3>", _body(answer.text)]
    parts += [
        f"<details><summary>Tool: {_text(use.name)}</summary><pre>{_text(use.given)}</pre>"
        f"<pre>{_text(use.output)}</pre></details>"
        + "".join(image_html(image, images) for image in use.images)
        for use in answer.tools
    ]
    parts += [image_html(image, images) for image in answer.images]
    if answer.citations:
        parts.append(f'<p class="muted">Sources: {_text(", ".join(answer.citations))}</p>')
    if answer.error:
        parts.append(f'<p class="bad">{_text(answer.status)}: {_text(answer.error)}</p>')
    figures = " · ".join(part for part in (_figures(answer), answer.sent) if part)
    parts.append(f'<p class="muted">{_text(figures)}</p></article>')
    return "".join(parts)


def _body(text: str) -> str:
    """An answer: code blocks as such, everything else as it was written."""
    parts, end = [], 0
    for block in _FENCE.finditer(text):
        parts.append(_prose(text[end : block.start()]))
        parts.append(f"<pre>{_text(block.group(2))}</pre>")
        end = block.end()
    parts.append(_prose(text[end:]))
    return "".join(parts) or '<p class="muted">(nothing)</p>'


def _prose(text: str) -> str:
    return f'<div class="text">{_text(text.strip())}</div>' if text.strip() else ""


def _text(text: str) -> str:
    readable = "".join(c if c in "\n\t" or ord(c) >= 32 else "\ufffd" for c in text)
    return html.escape(readable.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
