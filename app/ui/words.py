"""The words of the window in the language that a person reads; see :mod:`app.viewmodels.words`."""

from app.viewmodels.words import CONTEXT, LANGUAGES, inner, install, language_of, mark, spoken, t

__all__ = ["CONTEXT", "LANGUAGES", "inner", "install", "language_of", "mark", "spoken", "t"]
