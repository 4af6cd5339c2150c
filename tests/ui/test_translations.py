"""German and Spanish: every word of the window has a translation with the same placeholders, and the pages hold them."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QAbstractButton, QComboBox, QPushButton

from app.ui import words
from app.ui.page import PAGES
from app.ui.widgets.picker import Picker
from tests.support.qt_loop import settle, until
from tests.ui.test_window import opened

ROOT = Path(__file__).parents[2]
LANGUAGES = ("de", "es")


def _recipe() -> Any:
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _fields(text: str) -> list[str]:
    """The placeholders; a date's may be written in a language's own order."""
    if "{{" in text:
        return sorted(part for part in text.split() if "{{" in part and "}}" in part)
    found = [(name, spec) for _, name, spec, _ in Formatter().parse(text) if name is not None]
    return sorted(f"{name}:{'date' if '%Y' in (spec or '') else spec}" for name, spec in found)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, qapp: QCoreApplication) -> Iterator[str]:
    """The program in one of its languages, and in English again."""
    assert words.install(qapp, request.param) == request.param
    yield request.param
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    assert words.install(qapp, "en") == "en"
    assert words.t("Save") == "Save"


def test_every_word_is_translated_with_its_placeholders() -> None:
    recipe = _recipe()
    assert recipe.missing() == [], "python packaging/translations.py takes new words up"
    assert len(recipe.literals()) > 900
    for code in LANGUAGES:
        for text, translated in recipe.read(code).items():
            assert _fields(text.partition(recipe.SEPARATOR)[0]) == _fields(translated), (code, text)
            assert text[:1].isspace() == translated[:1].isspace(), (code, text)
            assert text.endswith((" ", "\n")) == translated.endswith((" ", "\n")), (code, text)


def test_the_compiled_files_hold_what_the_translators_wrote(language: str) -> None:
    recipe = _recipe()
    for text, translated in recipe.read(language).items():
        assert words.t(*text.split(recipe.SEPARATOR)) == translated


def test_the_language_is_the_chosen_one_or_the_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_WORKBENCH_LANGUAGE", "es_MX")
    assert words.language_of("system") == "es"
    assert words.language_of("de") == "de"
    monkeypatch.setenv("ASSISTANT_WORKBENCH_LANGUAGE", "fr_FR")
    assert words.language_of("system") == "en"
    assert words.language_of("tlh") == "en"


async def test_the_window_holds_the_words_of_each_language(
    language: str, engine: Any, tmp_path: Path, artefacts: Path
) -> None:
    async with opened(engine, tmp_path) as window:
        window.resize(1280, 800)
        for entry in PAGES:
            window.show_page(entry.name)
            await until(lambda: not window.busy)
            await settle()
            page = window.page(entry.name)
            assert page.accessibleName() == words.t(entry.title)
            rail = window.findChild(QAbstractButton, f"nav_{entry.name}")
            assert rail is not None
            assert rail.fontMetrics().horizontalAdvance(rail.text()) <= rail.width() - 4, rail.text()
            for button in page.findChildren(QPushButton):
                if button.isVisible() and button.text() and not isinstance(button, Picker):
                    needed = button.fontMetrics().horizontalAdvance(button.text())
                    assert button.width() >= needed, (entry.name, button.objectName(), button.text())
            assert page.minimumSizeHint().width() <= page.width(), entry.name
            assert window.width() == 1280
            assert window.height() == 800
            window.grab().save(str(artefacts / f"{entry.name}_{language}.png"))


async def test_another_language_is_chosen_and_holds_from_the_next_start(engine: Any, tmp_path: Path) -> None:
    async with opened(engine, tmp_path) as window:
        window.show_page("settings")
        page = window.page("settings")
        box = page.findChild(QComboBox, "settings_language")
        assert box is not None
        assert [box.itemText(row) for row in range(1, box.count())] == ["English", "Deutsch", "Español"]
        hint = page.findChild(object, "settings_language_hint")
        assert hint.isHidden()
        box.setCurrentIndex(box.findData("de"))
        box.activated.emit(box.currentIndex())
        assert window.services.settings.settings.language == "de"
        assert not hint.isHidden()
        asked: list[bool] = []
        window.services.settings.restart_requested.connect(lambda: asked.append(True))
        hint.first.click()
        assert asked == [True]
        box.setCurrentIndex(box.findData("en"))
        box.activated.emit(box.currentIndex())
        assert hint.isHidden()
