"""The program's exceptions, one tree.

::

    AppError                    something to tell a person, in words, with what to do
    ├── InvalidInput            what was typed or sent cannot be used
    ├── NotFound                the named thing does not exist (any more)
    ├── ConnectionFailed        a service could not be reached, or its answer not understood
    │   ├── AuthenticationFailed    the key is missing or wrong
    │   ├── RateLimited             too many requests; ``retry_after`` says how long to wait
    │   └── ServiceUnavailable      5xx, hung or broken off
    ├── EngineUnavailable       our own engine is not running (yet)
    ├── KeyringUnavailable      the OS keyring cannot be used
    ├── ModelUnavailable        a local model cannot be started
    ├── BudgetReached           this month's budget is used up; the request did not leave
    ├── StorageFailed           a file or database cannot be read or written
    └── Cancelled               a person stopped it
"""

from __future__ import annotations


class AppError(Exception):
    """An error for a person: ``message`` says what happened, ``advice`` what to do, ``details`` the technical rest.

    None of the three ever holds a key.
    """

    def __init__(self, message: str, *, advice: str = "", details: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice
        self.details = details

    def __str__(self) -> str:
        """Give message and advice in one paragraph."""
        return f"{self.message} {self.advice}".strip()


class InvalidInput(AppError):
    """What was typed or sent cannot be used; ``field`` names the form's field, if one is to blame."""

    def __init__(
        self, message: str, *, field: str | None = None, advice: str = "", details: str = ""
    ) -> None:
        super().__init__(message, advice=advice, details=details)
        self.field = field


class NotFound(AppError):
    """The named thing does not exist, or no longer."""


class ConnectionFailed(AppError):
    """A service could not be reached, or its answer was not understood."""


class AuthenticationFailed(ConnectionFailed):
    """The service refuses the key (401 or 403), or no key is known."""


class RateLimited(ConnectionFailed):
    """The service asks to wait (429); ``retry_after`` in seconds, if it said."""

    def __init__(
        self, message: str, *, retry_after: float | None = None, advice: str = "", details: str = ""
    ) -> None:
        super().__init__(message, advice=advice, details=details)
        self.retry_after = retry_after


class ServiceUnavailable(ConnectionFailed):
    """The service answers 5xx, hangs, or broke off in the middle of an answer."""


class EngineUnavailable(AppError):
    """The engine is not running, or not yet."""


class KeyringUnavailable(AppError):
    """The OS keyring cannot be used; keys are kept for this session only."""


class ModelUnavailable(AppError):
    """A local model's file is missing or broken, or its server does not start."""


class BudgetReached(AppError):
    """This month's budget is used up: the request did not leave."""


class StorageFailed(AppError):
    """A file or database cannot be read or written, or belongs to a newer program."""


class Cancelled(AppError):
    """A person stopped it."""
