"""What the engine and its local models are doing, and how those who want to know are told."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from app.core.errors import AppError

log = logging.getLogger(__name__)

EngineState = Literal["stopped", "starting", "ready", "restarting", "failed"]
ModelState = Literal["stopped", "starting", "loading", "ready", "failed"]


@dataclass(frozen=True)
class EngineStatus:
    """What the engine is doing, with a sentence for a person. ``attempt`` counts new starts in a row."""

    state: EngineState
    message: str = ""
    advice: str = ""
    details: str = ""
    attempt: int = 0
    instance: str = ""
    port: int = 0


@dataclass(frozen=True)
class LocalModelStatus:
    """What the built-in (or another local) model is doing, as the engine reports it."""

    state: ModelState
    model: str
    message: str = ""


def observe(observers: list[Any], observer: Any) -> Callable[[], None]:
    """Add an observer; the returned function takes it away again."""
    observers.append(observer)

    def stop() -> None:
        if observer in observers:
            observers.remove(observer)

    return stop


def tell(observers: Sequence[Callable[[Any], None]], news: Any) -> None:
    """Tell all observers; one that fails disturbs no other."""
    for observer in list(observers):
        try:
            observer(news)
        except Exception:
            log.exception("an observer of the engine failed")


def is_final(error: AppError) -> bool:
    """Whether trying again is useless: it said itself why it cannot start, with what to do."""
    return bool(error.advice)


def exit_words(code: int) -> str:
    """A process's exit code for people."""
    if code < 0:
        return f"signal {-code}"
    if sys.platform == "win32" and code > 255:
        return f"code 0x{code & 0xFFFFFFFF:08x}"
    return f"exit code {code}"
