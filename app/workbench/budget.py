"""A monthly budget in US dollars: warns at 80 %, and refuses what would cost more when it is used up."""

from __future__ import annotations

import json
import logging
import math
from dataclasses import dataclass
from pathlib import Path

from app.core.errors import InvalidInput, StorageFailed
from app.core.settings import write_json

log = logging.getLogger(__name__)

WARN_AT = 0.8
MOST = 1_000_000.0


@dataclass(frozen=True)
class BudgetState:
    """How much of the month's budget is used; ``limit`` None is no budget. In US dollars."""

    limit: float | None
    spent: float

    @property
    def share(self) -> float:
        """Used part of the budget, 0 without one; may be over 1."""
        if self.limit is None:
            return 0.0
        return self.spent / self.limit if self.limit > 0 else math.inf

    @property
    def is_near(self) -> bool:
        """Whether it is time to warn."""
        return self.limit is not None and self.share >= WARN_AT

    @property
    def is_reached(self) -> bool:
        """Whether nothing that costs may leave any more."""
        return self.limit is not None and self.spent >= self.limit

    @property
    def raised(self) -> float:
        """What one press raises the budget to: half as much again, and enough for what is spent."""
        limit = self.limit or 0.0
        step = max(limit * 1.5, self.spent * 1.25, limit + 1.0)
        return float(math.ceil(step))


class Budget:
    """The limit, kept in a file of the settings folder.

    Args:
        file: JSON; it need not exist.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self.limit: float | None = None
        try:
            value = json.loads(file.read_text("utf-8"))["monthly"]
            self.limit = None if value is None else min(MOST, max(0.0, float(value)))
        except FileNotFoundError:
            pass
        except (OSError, ValueError, KeyError, TypeError) as error:
            log.warning("the budget cannot be read: %s", error)

    def set(self, limit: float | None) -> None:
        """Set the limit for each month, None for none.

        Raises:
            InvalidInput: it is no sensible amount.
            StorageFailed: it cannot be written; the limit holds until the program ends.
        """
        if limit is not None and not 0 <= limit <= MOST:
            raise InvalidInput("A budget is an amount in dollars from 0 on.", field="budget")
        self.limit = limit
        try:
            write_json(self._file, {"monthly": limit})
        except OSError as error:
            raise StorageFailed(
                "The budget could not be saved. It holds until the program ends.",
                advice="Check the settings folder's permissions and free space.",
                details=str(error),
            ) from error
