"""matplotlib's backend in a session: ``plt.show()`` sends the open figures at once, in order.

Chosen by the environment (``MPLBACKEND``); matplotlib imports it by name and reads ``FigureCanvas``, ``FigureManager``
and ``show``.
"""

from __future__ import annotations

import sys

from matplotlib.backends.backend_agg import FigureCanvasAgg as FigureCanvas

from . import cells

__all__ = ["FigureCanvas", "show"]


def show(*_arguments: object, **_options: object) -> None:
    """Send every open figure to the host and close it."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is not None:
        cells.show_figures(pyplot, cells.listener)
