"""The program as somebody has it who does not see it: its own process on a screen of its own, driven over the accessibility bus alone.

Text that Qt takes over the bus is written over the bus; where a person would press keys, the bus's own keyboard does.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.connections.profile import Profile, save_profiles
from app.core.paths import resolve
from tests.support import accessibility_bus
from tests.support.accessibility_bus import Desktop, Thing, until
from tests.support.scripted_upstream import Recorded, ScriptedUpstream, Text, ToolCalls

pytestmark = [
    pytest.mark.timeout(180),
    pytest.mark.skipif(
        bool(accessibility_bus.missing()), reason=accessibility_bus.missing() or "nothing is missing"
    ),
]

PROMPT = "What may a night in a hotel cost?"
PASSAGE = "A night in a hotel may cost 140 euros."
RULES = f"# Travel\n\n{PASSAGE} Trains are booked in second class.\n"
NEW_RULE = "Never write more than two sentences."


def model(request: Recorded) -> Text | ToolCalls:
    """Searches if it can, then cites what it found."""
    if any(message["role"] == "tool" for message in request.body["messages"]):
        return Text("A night may cost 140 euros 【1†rules.md】.")
    if request.body.get("tools"):
        return ToolCalls([("file_search", '{"queries": ["price of a hotel night"]}')])
    return Text("The file says: 140 euros.")


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    with Desktop(tmp_path) as desktop:
        yield desktop


@pytest.fixture
def program(desktop: Desktop, tmp_path: Path, upstream: ScriptedUpstream) -> Thing:
    """The program with one connection, its welcome put away."""
    upstream.default = model
    paths = resolve(tmp_path / "data").create()
    save_profiles(paths.profiles, [Profile("acme", "Acme", upstream.base_url, models=("scripted-1",))])
    program = desktop.start([sys.executable, "-m", "app", "--data-dir", str(tmp_path / "data")])
    program.find("push button", lambda name: name.startswith("Close the welcome")).press()
    return program


def go(program: Thing, page: str) -> Thing:
    """Choose a page in the rail; gives the page when it is shown."""
    rail = program.find("page tab list", "Pages")
    rail.find("page tab", page).press()
    shown = program.find("filler", page)
    assert [tab.name for tab in rail.all("page tab") if "selected" in tab.states] == [page]
    return shown


def test_the_main_job_is_done_over_the_accessibility_bus(
    desktop: Desktop, program: Thing, tmp_path: Path
) -> None:
    # An assistant from a template, on a model that is chosen from the list.
    assistants = go(program, "Assistants")
    assistants.find("push button", "New assistant (Ctrl+N)").press()
    template = assistants.find("radio button", "Handbook helper")
    template.press()
    until(lambda: "checked" in template.now().states, lambda: "the template is not chosen")
    assistants.find("push button", lambda name: name.startswith("Model:")).press()
    program.find("list", "Model").choose("scripted-1")
    desktop.key("Return")
    until(lambda: not program.all("list", "Model"), lambda: "the list of models stays open")
    assert assistants.find("push button", lambda name: name.startswith("Model:")).name == "Model: scripted-1"
    assistants.find("push button", "Use this").press()
    assistants.find("list", "Assistants").find("list item", "Handbook helper, acme/scripted-1")
    assistants.find("label", "All changes are saved.")

    # Beside a plain model, with a file.
    assistants.find("push button", "Open it in the playground, beside a plain model").press()
    playground = program.find("filler", "Playground")
    (tmp_path / "rules.md").write_text(RULES, encoding="utf-8")
    playground.find("push button", lambda name: name.startswith("Attach files")).press()
    dialog = program.find("dialog", lambda name: name.startswith("Attach files"))
    dialog.find("text", "File name:").write(str(tmp_path / "rules.md"))
    dialog.find("push button", "Open").press()
    playground.find("push button", "Take rules.md off")

    # One prompt, two answers.
    desktop.activate(playground.find("label", "Playground"))
    prompt = playground.find("text", "Prompt")
    prompt.focus()
    desktop.type(PROMPT)
    until(lambda: prompt.text == PROMPT, lambda: prompt.text)
    desktop.key("Return", "Control")
    cited = "A night may cost 140 euros"
    for lane, who, words in (
        ("Assistants: Handbook helper", "Handbook helper", cited),
        ("Chat Completions: scripted-1", "scripted-1", "The file says: 140 euros."),
    ):
        conversation = playground.find("panel", lane).find("filler", "Conversation")
        asked = conversation.find("panel", "Prompt")
        assert asked.find("label", "Prompt").text == PROMPT
        assert asked.find("label", "Attached: rules.md")
        answer = conversation.find("panel", f"Answer of {who}").find("label", f"Answer of {who}")
        until(lambda a=answer, w=words: a.text.startswith(w), lambda a=answer: a.text)
    said: list[str] = []
    until(lambda: said.extend(desktop.announcements) or len(said) >= 2, lambda: f"announced: {said}")
    assert sorted(text[:30] for text in said) == [
        "Answer of Handbook helper: A n",
        "Answer of scripted-1: The file",
    ]

    # The citation leads to its passage, which is marked.
    answer = playground.find("panel", "Answer of Handbook helper")
    assert answer.find("link", "Citation 1").actions == ["Press"]
    answer.find("link", "Citation 1").press()
    passage = playground.find("panel", "Cited passage")
    assert passage.find("label", "rules.md")
    text = passage.find("text", "Text of the document")
    until(lambda: PASSAGE in text.text, lambda: text.text)
    place = text.text.index(PASSAGE)
    until(lambda: text.description == PASSAGE, lambda: f"marked: {text.description}")
    assert text.value_of("Text", "CaretOffset") == place
    passage.find("push button", lambda name: name.startswith("Close the document")).press()

    # The run's steps, with what went in and came out.
    inspector = playground.find("panel", "Run steps")
    steps = inspector.find("list", "Steps")
    until(lambda: len(steps.children()) == 2, lambda: f"{steps.children()}")
    assert [step.name.split(",")[:2] for step in steps.children()] == [
        ["Files searched", " Done"],
        ["Answer written", " Done"],
    ]
    steps.choose(lambda name: name.startswith("Answer written"))
    details = inspector.find("text", lambda name: name.startswith("Answer written"))
    assert '"thread.run.step"' in details.text
    steps.choose(lambda name: name.startswith("Files searched"))
    assert "file_search" in inspector.find("text", lambda name: name.startswith("Files searched")).text

    # A second version of the assistant, and what it changes.
    assistants = go(program, "Assistants")
    assistants.find("list", "Assistants").choose(lambda name: name.startswith("Handbook helper"))
    field = assistants.find("text", lambda name: name.endswith("(instructions)"))
    field.write(f"{NEW_RULE} {field.text}")
    assistants.find("label", "Unsaved changes, kept as a draft.")
    assistants.find("push button", "Save").press()
    assistants.find("label", "All changes are saved.")
    assistants.find("push button", "Versions of this assistant").press()
    versions = assistants.find("list", "Versions, newest first")
    until(lambda: len(versions.children()) == 2, lambda: f"{versions.children()}")
    newest, first = (row.name for row in versions.children())
    assert newest.startswith("Version 2,")
    assert newest.endswith(": Instructions")
    assert first.startswith("Version 1,")
    assert "Handbook helper" in first
    versions.choose(lambda name: name.startswith("Version 2"))
    assistants.find("label", "From version 1 to version 2")
    differences = assistants.find("text", "Differences")
    assert differences.text.startswith(f"Instructions\n{NEW_RULE} You answer questions")
    assert _background(differences, differences.text.index(NEW_RULE) + 2)
    assert not _background(differences, differences.text.index("You answer") + 20)
    assert "Traceback" not in desktop.log


def _background(text: Thing, offset: int) -> str:
    colour = text.attributes_at(offset).get("bg-color", "")
    return "" if colour in {"rgb(255,255,255)", "rgb(0,0,0)"} else colour


def test_everything_that_can_be_operated_says_what_it_is(desktop: Desktop, program: Thing) -> None:
    found: list[str] = []

    def look(where: str, thing: Thing) -> None:
        found.extend(f"{where}: {problem}" for problem in problems(thing))

    playground = go(program, "Playground")
    look("Playground", program)
    playground.all("push button", "Parameters")[0].press()
    look("Parameters", program.find("panel", "Parameters of this lane"))
    desktop.key("Escape")
    until(lambda: not program.all("panel", "Parameters of this lane"), lambda: "Parameters stay open")
    playground.find("push button", "Setups").press()
    look("Setups", program.find("panel", "Setups"))
    desktop.key("Escape")
    until(lambda: not program.all("panel", "Setups"), lambda: "Setups stay open")
    assistants = go(program, "Assistants")
    assistants.find("push button", "New assistant (Ctrl+N)").press()
    assistants.find("radio button", "Handbook helper").press()
    look("Templates", assistants)
    assistants.find("push button", "Use this").press()
    assistants.find("label", "All changes are saved.")
    assistants.find("push button", "Open Advanced").press()
    look("Assistant", assistants)
    for button, sheet in (
        ("Add function", "New function"),
        ("From an OpenAPI document", "Functions from an OpenAPI document"),
    ):
        assistants.find("push button", button).press()
        look(sheet, assistants.find("push button", "Back (Esc)").parent())
        assistants.find("push button", "Back (Esc)").press()
    for page in ("Threads", "Knowledge", "Activity", "Connections", "Settings"):
        look(page, go(program, page))
    assert not found, "\n".join(found)
    assert "Traceback" not in desktop.log


OPERATED = {
    "push button", "check box", "radio button", "toggle button", "combo box", "text", "spin box", "slider", "link",
    "list", "list item", "tree", "table", "page tab", "menu item", "entry", "password text",
}  # fmt: skip


def problems(place: Thing) -> list[str]:
    """What a person who does not see it would stumble over."""
    found: list[str] = []
    level = [place]
    while level:
        below: list[Thing] = []
        for parent in level:
            children = [child for child in parent.children() if "visible" in child.states]
            below += [child for child in children if child.role not in {"list", "tree", "table"}]
            operated = [c for c in children if c.role in OPERATED or "focusable" in c.states]
            found += [f"{child} in {parent} has no name" for child in operated if not child.name.strip()]
            found += [
                f"{child} in {parent} does not say what is chosen"
                for child in operated
                if child.role == "combo box" and not child.labels and not child.description
            ]
            told = [(child.role, child.name) for child in operated]
            found += [
                f"{role} “{name}” twice in {parent}"
                for role, name in set(told)
                if told.count((role, name)) > 1
            ]
        level = below
    return found
