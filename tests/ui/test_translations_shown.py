"""German and Spanish over the real pages: what stands there in English as well is a hole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import keyring.core
import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from app.ui import words
from app.ui.page import PAGES
from tests.support.program import started
from tests.support.qt_loop import settle, until
from tests.support.scripted_upstream import Error, ScriptedUpstream, Text, ToolCalls
from tests.support.shown_texts import texts, walk, windows
from tests.ui.test_window import press

DIALOGS = ("shortcuts", "commands", "guides", "which_api")
SAME = re.compile(
    r"Assistant Workbench.*|Chat Completions|Playground \(Ctrl\+\d\)|Threads \(Ctrl\+\d\)|Español|[a-z]+(_[a-z]+)+|\w+-[\w.-]+"
    r"|(SmolLM2|Qwen|LFM|gpt-oss|Gemma|Llama|Phi|PySide6|BSD-|LGPL|MIT License|Apache-).*|.*\bscripted-1|vs_\w+"
    r"|(Handbook helper|Handbuchhilfe|Ayudante del manual)\b.*|assistant-workbench .*|(Ctrl|Alt|Shift|Tab)[+,].*"
    r"|Name \(name\)|(Assistants|Responses): Zzz",
    re.DOTALL,
)
"""Names of products, models, licences and the API's terms, keys, commands; and what the walk made itself."""

_english: dict[str, str] = {}  # seen once for all languages


@pytest.fixture(params=("de", "es"))
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def speak(qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Lets the program start in a language, without a keyring; English again at the end."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    monkeypatch.setattr(
        keyring.core, "_keyring_backend", None
    )  # chosen anew; the earlier choice is back afterwards

    def change(code: str) -> None:
        for translator in qapp.findChildren(QTranslator):
            qapp.removeTranslator(translator)
            translator.deleteLater()
        monkeypatch.setenv("ASSISTANT_WORKBENCH_LANGUAGE", code)

    yield change
    change("en")
    words.install(qapp, "en")


async def seen(folder: Path, upstream: ScriptedUpstream) -> dict[str, str]:
    """All texts of all pages, of what their buttons open, and of the dialogs; with answers, failures, calls and files."""
    found: dict[str, str] = {}
    upstream.default = Text("Zzz.")
    async with started(folder, service=upstream.base_url) as hands:
        window = hands.window
        window.resize(1280, 800)
        await hands.ask("Zzz?")
        await hands.services.assistants.create({"name": "Zzz", "model": "scripted-1"})
        upstream.reply(Error(401, "zzz"), Error(401, "zzz"))
        await hands.ask("Zzz")
        upstream.default = ToolCalls([("zzz", "{}")])
        await hands.ask("Zzz!")
        upstream.default = Text("Zzz.")
        store = await hands.services.knowledge.create("Zzz")
        for name, content in (("zzz.png", b"\x89PNG\r\n\x1a\n zzz"), ("zzz.md", b"# Zzz\n\nZzz zzz zzz.\n")):
            (folder / name).write_bytes(content)
        for entry in PAGES:
            window.show_page(entry.name)
            await until(lambda: not window.busy)
            await settle()
            if entry.name == "knowledge":
                page = window.page("knowledge")
                page.viewmodel.open(store.id)
                await until(lambda p=page: p.viewmodel.files.store is not None)
                page.viewmodel.files.add_paths([folder / "zzz.png", folder / "zzz.md"])
                rows = page.viewmodel.files.rows
                await until(
                    lambda r=rows: sorted(f.state for f in r.rows) == ["completed", "failed"], timeout=60
                )
            for text, place in (await walk(window, lambda e=entry: window.show_page(e.name))).items():
                found.setdefault(text, f"{entry.name}: {place}")
            await until(lambda: not window.busy, timeout=30)
        for name in DIALOGS:
            press(window, name)
            await settle()
            for shown in windows():
                for text, place in texts(shown).items():
                    found.setdefault(text, f"{name}: {place}")
                if shown is not window:
                    shown.close()
            await settle()
    return found


async def test_nothing_but_names_is_the_same_in_both_languages(
    tmp_path: Path, upstream: ScriptedUpstream, language: str, speak: Any
) -> None:
    if not _english:
        speak("en")
        _english.update(await seen(tmp_path / "en", upstream))
    speak(language)
    other = await seen(tmp_path / language, upstream)
    holes = {
        text: f"{place}; {other[text]}"
        for text, place in _english.items()
        if text in other and len(re.findall(r"[A-Za-z]{2,}", text)) >= 2 and not SAME.fullmatch(text)
    }
    assert len(_english) > 700
    assert holes == {}
