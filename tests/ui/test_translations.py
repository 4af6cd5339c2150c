"""German and Spanish: every word of the window has a translation with the same placeholders, and the pages hold them."""

from __future__ import annotations

import datetime as dt
import importlib.util
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QAbstractButton, QComboBox, QPushButton

from app.core.paths import resource
from app.ui import words
from app.ui.page import PAGES
from app.ui.welcome.guides_dialog import GUIDES
from app.ui.widgets.picker import Picker
from app.viewmodels.sentences import said
from app.workbench.templates import templates
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
    assert len(recipe.sentences(ROOT)) > 700
    for code in LANGUAGES:
        for text, translated in recipe.read(code, name=recipe.SENTENCES).items():
            assert set(_fields(translated)) <= set(_fields(text)), (code, text)
            assert text.endswith(".") == translated.endswith("."), (code, text)
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


@pytest.mark.parametrize(
    ("english", "german", "spanish"),
    [
        (
            "The engine cannot be reached: it does not answer to being called. Check the address and port.",
            "Die Engine ist nicht zu erreichen: Auf Anrufe kommt keine Antwort. Prüfen Sie Adresse und Port.",
            "No se puede contactar con el motor: no responde a las llamadas. Compruebe la dirección y el puerto.",
        ),
        (
            "The name “api.example.com” could not be found.",
            "Der Name „api.example.com“ wurde nicht gefunden.",
            "No se encontró el nombre «api.example.com».",
        ),
        (
            "Here gets too many requests or tokens at once (429): Slow down.",
            "Here bekommt zu viele Anfragen oder Token auf einmal (429): Slow down.",
            "Here recibe demasiadas peticiones o tokens a la vez (429): Slow down.",
        ),
        (
            "“gpt-4” retires on 5 March 2027.",
            "„gpt-4“ wird am 5. März 2027 abgeschaltet.",
            "«gpt-4» se retira el 5 de marzo de 2027.",
        ),
        (
            "Wait 20 seconds and try again.",
            "Warten Sie 20 Sekunden, und versuchen Sie es noch einmal.",
            "Espere 20 segundos e inténtelo de nuevo.",
        ),
        ("A file called “The engine is ready.” was dropped here.",) * 3,
        ("Nothing that the program says.",) * 3,
    ],
)
def test_what_the_rooms_below_say_is_shown_in_the_language(
    language: str, english: str, german: str, spanish: str
) -> None:
    shown = said(english)
    assert shown == {"de": german, "es": spanish}[language]
    assert said(shown) == shown


def test_a_language_has_its_own_numbers_and_dates(language: str) -> None:
    assert words.t("{0:,} tokens").format(1234567).startswith("1.234.567 ")
    assert words.number_words(2.5, 1) == "2,5"
    when = words.date_words(dt.datetime(2026, 3, 5, 14, 7).astimezone(), words.t("d MMMM yyyy, HH:mm"))
    assert when == {"de": "5. März 2026, 14:07", "es": "5 marzo 2026, 14:07"}[language]
    assert words.locale().decimalPoint() == ","


def test_templates_and_guides_speak_the_language(language: str) -> None:
    english, own = templates("en"), templates(language)
    assert [each.id for each in own] == [each.id for each in english]
    for one, other in zip(english, own, strict=True):
        assert one.name != other.name
        assert one.summary != other.summary
        assert one.assistant["instructions"] != other.assistant["instructions"]
        assert one.assistant.get("tools") == other.assistant.get("tools"), "what it can do is the same"
        assert len(one.sample_prompts) == len(other.sample_prompts)
        assert len(one.shows) == len(other.shows)
        assert all(file.is_file() for file in other.files)
    for name, _title in GUIDES:
        assert resource("help", language, f"{name}.md").is_file()


def test_letters_behind_alt_are_used_once(language: str, qapp: QCoreApplication) -> None:
    for text, translated in _recipe().read(language).items():
        assert text.replace("&&", "").count("&") == translated.replace("&&", "").count("&"), text
    menus = [words.t(menu) for menu in ("&Program", "&Go", "&View", "&Help")]
    letters = [menu[menu.index("&") + 1].upper() for menu in menus]
    assert len(set(letters)) == len(menus), menus


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
