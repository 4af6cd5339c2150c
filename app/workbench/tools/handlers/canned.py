"""Calls that always get the same answer, with their own arguments in it."""

from __future__ import annotations

from app.workbench.tools.placeholders import fill_text
from app.workbench.tools.specs import Call, HandlerSpec


class CannedHandler:
    """Gives the text that was typed."""

    async def answer(self, spec: HandlerSpec, call: Call) -> str:
        """See :class:`Handler`."""
        return fill_text(spec.text, call.arguments)
