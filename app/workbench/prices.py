"""What models cost: a list that comes with the program, with its source and date, and a person's own prices over it."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from app.connections.traffic import Tokens
from app.core.errors import InvalidInput, StorageFailed
from app.core.paths import resource
from app.core.settings import write_json

log = logging.getLogger(__name__)

MILLION = 1_000_000
_MOST = 1_000_000.0


@dataclass(frozen=True)
class Price:
    """US dollars for a million tokens; ``cached`` is for input that the service had already read (None: as input)."""

    input: float
    output: float
    cached: float | None = None

    def of(self, tokens: Tokens) -> float:
        """What so many tokens cost, in US dollars."""
        cached = min(tokens.cached, tokens.prompt)
        rate = self.input if self.cached is None else self.cached
        return (
            (tokens.prompt - cached) * self.input + cached * rate + tokens.completion * self.output
        ) / MILLION


class Prices:
    """The prices in force.

    Args:
        file: a person's own prices (JSON in the settings folder); it need not exist.

    A model's name takes the price of the longest listed name that it begins with, own prices first. Names of local
    models are in no list: they cost nothing, and nothing is counted for them.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        given = json.loads(resource("prices.json").read_text("utf-8"))
        self.source: str = given["source"]
        self.date: str = given["date"]
        self._listed = {name: _price(value) for name, value in given["models"].items()}
        self._own: dict[str, Price] = {}
        try:
            kept = json.loads(file.read_text("utf-8"))
            self._own = {str(name): _price(value) for name, value in kept["models"].items()}
        except FileNotFoundError:
            pass
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            log.warning("own prices cannot be read: %s", error)

    def all(self) -> dict[str, tuple[Price, bool]]:
        """Every price by name, in alphabetical order, with whether it is a person's own."""
        names = sorted({*self._listed, *self._own})
        return {name: (self._own.get(name) or self._listed[name], name in self._own) for name in names}

    def find(self, model: str) -> Price | None:
        """The price of a model, None where none is known. A connection's name before it (``acme/gpt-4o``) does not matter."""
        for name in dict.fromkeys((model, model.partition("/")[2], model.rpartition("/")[2])):
            for prices in (self._own, self._listed):
                fitting = [known for known in prices if name and _begins(name, known)]
                if fitting:
                    return prices[max(fitting, key=len)]
        return None

    def set(self, model: str, price: Price) -> None:
        """Keep a person's own price of a model.

        Raises:
            InvalidInput: the name is empty, or a price is no sensible number.
            StorageFailed: it cannot be written.
        """
        name = model.strip()
        if not name:
            raise InvalidInput("The price needs a model's name.", field="model")
        for value in (price.input, price.output, price.cached or 0.0):
            if not 0 <= value <= _MOST:
                raise InvalidInput("Prices are numbers from 0 on.", field="price")
        self._own[name] = price
        self._save()

    def reset(self, model: str) -> None:
        """Forget a person's own price: the list's holds again, if it has one.

        Raises:
            StorageFailed: it cannot be written.
        """
        if self._own.pop(model, None) is not None:
            self._save()

    def _save(self) -> None:
        data: dict[str, Any] = {"models": {name: asdict(price) for name, price in sorted(self._own.items())}}
        try:
            write_json(self._file, data)
        except OSError as error:
            raise StorageFailed(
                "The prices could not be saved.",
                advice="Check the settings folder's permissions and free space.",
                details=str(error),
            ) from error


def _price(value: Any) -> Price:
    cached = value.get("cached")
    return Price(float(value["input"]), float(value["output"]), None if cached is None else float(cached))


def _begins(name: str, known: str) -> bool:
    """Whether ``name`` is ``known`` or a dated or named variety of it: ``gpt-4o-2024-08-06``, not ``gpt-4omni``."""
    return name == known or (
        name.startswith(known) and not name[len(known)].isalnum() and name[len(known)] != "."
    )
