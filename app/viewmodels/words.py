"""The program's words in the language that a person reads: English in the source, others from Qt's translation files.

Only literals are looked up, where they are written; what a person or a model wrote never is.
"""

from __future__ import annotations

import os

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.core.paths import resource

CONTEXT = "Words"
LANGUAGES = {"en": "English", "de": "Deutsch", "es": "Español"}
"""The languages that the program speaks, by their codes, each in its own name."""
_spoken: dict[str, str] = {}


def t(text: str, meaning: str = "") -> str:
    """``text`` in the program's language; ``{0}`` and the like are left for ``format``.

    ``meaning`` tells two uses of one English word apart.
    """
    return QCoreApplication.translate(CONTEXT, text, meaning)


def mark(text: str) -> str:
    """``text`` as it is: a literal of a table that is made before the language is known; :func:`t` shows it."""
    return text


def spoken() -> str:
    """The code of the language that the window was made in."""
    return _spoken.get("code", "en")


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
