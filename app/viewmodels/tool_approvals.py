"""Asks a person whether a tool server's tool may be called, in a bar that stays until it is answered."""

from __future__ import annotations

import asyncio
import itertools

from app.viewmodels.message_bus import Action, MessageBus
from app.viewmodels.words import t
from app.workbench.tools.handlers.mcp import Approve, Decision, Wish

MOST_SHOWN = 300
_numbers = itertools.count(1)


def approvals(bus: MessageBus) -> Approve:
    """Give what asks on this bus; a bar that is closed without an answer, or a lane that is stopped, means no."""

    async def ask(wish: Wish) -> Decision:
        answer: asyncio.Future[Decision] = asyncio.get_running_loop().create_future()

        def decide(decision: Decision) -> None:
            if not answer.done():
                answer.set_result(decision)

        shown = wish.arguments if len(wish.arguments) <= MOST_SHOWN else f"{wish.arguments[:MOST_SHOWN]}…"
        key = f"approval {next(_numbers)}"
        bus.show_warning(
            f"The model wants to use “{wish.tool}” of “{wish.server}”.",
            advice=t("With {0}").format(shown),
            actions=[
                Action(t("Allow once"), lambda: decide("once"), lambda: decide("no")),
                Action(t("Always allow"), lambda: decide("always")),
                Action(t("Not now"), lambda: decide("no")),
                Action(t("Never allow"), lambda: decide("never")),
            ],
            key=key,
        )
        try:
            return await answer
        finally:
            bus.close_key(key)

    return ask
