"""Calls that a person answers: the lane stops and shows a form."""

from __future__ import annotations

from app.workbench.tools.specs import Call, HandlerSpec, NeedsPerson


class ManualHandler:
    """Leaves every call to a person."""

    async def answer(self, spec: HandlerSpec, call: Call) -> str:  # noqa: ARG002
        """See :class:`Handler`."""
        raise NeedsPerson(call.name)
