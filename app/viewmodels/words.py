"""The program's words in the language that a person reads: English in the source, others from Qt's translation files.

Only literals are looked up, where they are written; what a person or a model wrote never is.
"""

from __future__ import annotations

import datetime as dt
import functools
import os
from string import Formatter

from PySide6.QtCore import QCoreApplication, QDateTime, QLibraryInfo, QLocale, QTranslator

from app.core.paths import resource

CONTEXT = "Words"
LANGUAGES = {"en": "English", "de": "Deutsch", "es": "Español"}
"""The languages that the program speaks, by their codes, each in its own name."""
_spoken: dict[str, str] = {}


def t(text: str, meaning: str = "") -> str:
    """``text`` in the program's language; ``{0}`` and the like are left for ``format``.

    ``meaning`` tells two uses of one English word apart.
    """
    translated = QCoreApplication.translate(CONTEXT, text, meaning)
    return translated if spoken() == "en" else _Phrase(translated)


class _Phrase(str):
    """A translated text whose ``format`` writes numbers as the language does: 1.234,5."""

    __slots__ = ()

    def format(self, *given: object, **named: object) -> str:
        return _FORMATTER.vformat(self, given, named)


class _Formatter(Formatter):
    def format_field(self, value: object, spec: str) -> str:
        written = str(super().format_field(value, spec))
        if not isinstance(value, int | float) or not any(sign in spec for sign in ",.%"):
            return written
        local = locale()
        signs = {",": local.groupSeparator(), ".": local.decimalPoint(), "%": "\u00a0%"}
        return "".join(signs.get(sign, sign) for sign in written)


_FORMATTER = _Formatter()


def counted(one: str, many: str, count: int) -> str:
    """The first of two translated phrases for one thing, else the second with the number in it."""
    return one if count == 1 else many.format(count)


def mark(text: str) -> str:
    """``text`` as it is: a literal of a table that is made before the language is known; :func:`t` shows it."""
    return text


def spoken() -> str:
    """The code of the language that the window was made in."""
    return _spoken.get("code", "en")


def localized(form: str) -> str:
    """A form for numbers, such as ``{:,.2f}``, whose ``format`` writes them as the language does."""
    return form if spoken() == "en" else _Phrase(form)


def locale() -> QLocale:
    """How numbers and dates are written: as the system does in its own language, else as the language usually does."""
    return _locale(spoken())


@functools.cache
def _locale(code: str) -> QLocale:
    system = QLocale.system()
    if code != "en" and system.name().startswith(f"{code}_"):
        return system
    return QLocale("en_GB" if code == "en" else code)


def number_words(value: float, decimals: int = 0) -> str:
    """A number as the language writes it: 1,234.5 in English, 1.234,5 in German."""
    return locale().toString(float(value), "f", decimals)


def date_words(at: dt.datetime | float, form: str) -> str:
    """A time (local, or seconds since 1970) in a form of Qt's, such as ``t("d MMM yyyy, HH:mm")``."""
    seconds = at if isinstance(at, int | float) else at.timestamp()
    return locale().toString(QDateTime.fromMSecsSinceEpoch(int(seconds * 1000)), form)


def inner(word: str) -> str:
    """A heading's word as it stands within a sentence: German keeps its capitals."""
    return word if spoken() == "de" else word.lower()


def language_of(chosen: str) -> str:
    """The language's code for a setting: what was chosen, or for ``system`` the system's, if the program speaks it.

    The variable ``ASSISTANT_WORKBENCH_LANGUAGE`` stands in for the system's.
    """
    if chosen in LANGUAGES:
        return chosen
    wished = os.environ.get("ASSISTANT_WORKBENCH_LANGUAGE") or next(
        iter(QLocale.system().uiLanguages()), "en"
    )
    system = wished.replace("_", "-").partition("-")[0].lower()
    return system if system in LANGUAGES else "en"


def install(application: QCoreApplication, chosen: str) -> str:
    """Let the program speak the language of a setting from now on; what is shown already stays. Gives its code."""
    code = language_of(chosen)
    _spoken["code"] = code
    if code == "en":
        return code
    own, qt = QTranslator(application), QTranslator(application)
    if qt.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(qt)
    if own.load(str(resource("translations", f"{code}.qm"))):
        application.installTranslator(own)
    return code
