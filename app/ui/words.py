"""The words of the window in the language that a person reads; see :mod:`app.viewmodels.words`."""

from app.viewmodels.sentences import said
from app.viewmodels.words import (
    CONTEXT,
    LANGUAGES,
    counted,
    date_words,
    inner,
    install,
    language_of,
    locale,
    localized,
    mark,
    number_words,
    spoken,
    t,
)

__all__ = [
    "CONTEXT", "LANGUAGES", "counted", "date_words", "inner", "install", "language_of", "locale", "localized", "mark", "number_words", "said",
    "spoken", "t",
]  # fmt: skip
