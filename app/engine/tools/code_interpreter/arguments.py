"""The code in what a model wrote as the call's arguments; the window reads it in the same way."""

from app.core.code_arguments import code_of, code_so_far

__all__ = ["code_of", "code_so_far"]
