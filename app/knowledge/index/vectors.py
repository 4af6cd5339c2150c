"""Windows' vectors in memory, compared with a query: all of them exactly, or in large stores first by a short form.

The short form is a projection onto the directions in which the store's own vectors differ most (their principal
components): a quarter of the numbers, which rank nearly alike. What it ranks high is then compared exactly, so that
scores are exact everywhere and only the choice of candidates is an estimate. Two hundred thousand windows of 384 numbers
take 230 MB so and 10 to 15 ms a query.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Floats = np.ndarray[Any, np.dtype[np.float32]]
    Integers = np.ndarray[Any, np.dtype[np.int64]]
    Mask = np.ndarray[Any, np.dtype[np.bool_]]

EXACT_NUMBERS = 15_000_000
"""Stores of so many numbers (40,000 windows of 384) are compared exactly as a whole: that takes some 6 ms."""

SHORT = 96
_SAMPLE = 20_000
_GROWTH = 1.5
_BLOCK = 16_384


class WindowVectors:
    """Rows of vectors of one length. Not thread-safe."""

    def __init__(self, dimension: int, *, exact_numbers: int = EXACT_NUMBERS) -> None:
        import numpy as np

        self.dimension = dimension
        self._exact_rows = max(1, exact_numbers // max(1, dimension))
        self._rows: Any = np.zeros((0, dimension), dtype=np.float32)
        self._used = 0
        self._basis: Floats | None = None
        self._basis_rows = 0
        self._short: Any = None

    def __len__(self) -> int:
        return self._used

    @property
    def nbytes(self) -> int:
        """Memory taken."""
        return int(self._rows.nbytes + (0 if self._short is None else self._short.nbytes))

    @property
    def is_exact(self) -> bool:
        """Whether :meth:`estimates` are exact."""
        return self._basis is None

    def append(self, vectors: Floats) -> None:
        """Put rows at the end."""
        needed = self._used + len(vectors)
        self._rows = _grown(self._rows, self._used, needed)
        self._rows[self._used : needed] = vectors
        if self._short is not None and self._basis is not None:
            self._short = _grown(self._short, self._used, needed)
            self._short[self._used : needed] = vectors @ self._basis
        self._used = needed

    def keep(self, mask: Mask) -> None:
        """Leave only some rows; they move together."""
        self._rows = self._rows[: self._used][mask]
        if self._short is not None:
            self._short = self._short[: self._used][mask]
        self._used = len(self._rows)

    def settle(self) -> None:
        """After changes: make the short forms, if there are so many rows; anew when they have doubled."""
        import numpy as np

        if self._used <= self._exact_rows:
            if self._basis is not None:
                self._basis, self._short = None, None
                self._rows = self._rows.astype(np.float32)
            return
        if self._basis is not None and self._used < 2 * self._basis_rows:
            return
        step = max(1, self._used // _SAMPLE)
        sample = self._rows[: self._used : step].astype(np.float32)
        _, directions = np.linalg.eigh(sample.T @ sample)
        self._basis = np.ascontiguousarray(directions[:, -min(SHORT, self.dimension) :], dtype=np.float32)
        self._basis_rows = self._used
        self._short = np.empty((self._used, self._basis.shape[1]), dtype=np.float32)
        for at in range(0, self._used, _BLOCK):
            rows = self._rows[at : min(at + _BLOCK, self._used)]
            self._short[at : at + len(rows)] = rows.astype(np.float32) @ self._basis
        if self._rows.dtype != np.float16:
            self._rows = self._rows[: self._used].astype(np.float16)

    def estimates(self, vector: Floats) -> Floats:
        """How near each row is to a vector of length 1, exactly or nearly."""
        if self._basis is None or self._short is None:
            found: Floats = self._rows[: self._used] @ vector
            return found
        short: Floats = self._short[: self._used] @ (vector @ self._basis)
        return short

    def exact(self, rows: Integers, vector: Floats) -> Floats:
        """How near some rows are, exactly."""
        import numpy as np

        found: Floats = self._rows[rows].astype(np.float32) @ vector
        return found


def _grown(rows: Any, used: int, needed: int) -> Any:
    import numpy as np

    if needed <= len(rows):
        return rows
    grown = np.zeros((max(needed, int(len(rows) * _GROWTH)), rows.shape[1]), dtype=rows.dtype)
    grown[:used] = rows[:used]
    return grown
