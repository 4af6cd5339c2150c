"""What one model call reads: instructions, the thread's window, this run's rounds; and the record of it.

``truncation_strategy`` auto drops whole messages from the middle until the rest fits the model's context length and the
run's remaining ``max_prompt_tokens``; last_messages keeps the newest n. A message and the tool calls that led to it stay
together, and so do the calls and outputs of each round of this run.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.engine.runs.history import LISTED_IDS, History, Unit, count, count_message

Json = dict[str, Any]

DEFAULT_CONTEXT = 128_000
"""Tokens that are sent at most to a model whose context length nobody knows."""

REPLY_PRIMING = 3
FIRST_MESSAGE_SHARE = 4  # the first message is kept if it takes at most this part of the room
ESTIMATE_MARGIN = 0.95  # other models count tokens differently than we do


class PromptTooLong(Exception):
    """Not even the newest message fits into what is left of ``max_prompt_tokens``."""


@dataclass(frozen=True)
class Window:
    """The messages of one model call, and the record of how they were chosen."""

    messages: list[Json]
    tokens: int
    record: Json


@dataclass(frozen=True)
class Limits:
    """How many tokens a prompt may have.

    Attributes:
        context: the model's context length, None if not known.
        reserve: tokens that are kept free for the answer.
        budget: what is left of the run's ``max_prompt_tokens``, None without one.
        shrink: factor by which the window is made smaller, after the service found it too long.
        last_messages: how many messages of the thread are kept at most, None for all.
    """

    context: int | None = None
    reserve: int = 0
    budget: int | None = None
    shrink: float = 1.0
    last_messages: int | None = None

    def prompt(self) -> int:
        """Tokens that the prompt may have by the model."""
        context = self.context or DEFAULT_CONTEXT
        room = max(context - self.reserve, context // 2)
        return int(room * ESTIMATE_MARGIN * self.shrink)


async def build(
    history: History,
    *,
    model: str,
    instructions: str,
    tools: Sequence[Json],
    rounds: Sequence[Sequence[Json]],
    limits: Limits,
) -> Window:
    """Choose what the model reads.

    Args:
        history: the thread.
        model: the model's name, to count tokens for.
        instructions: the system message; empty for none.
        tools: function definitions that are sent along.
        rounds: this run's own calls and outputs, oldest first.
        limits: how much fits.

    Raises:
        PromptTooLong: the run's prompt budget does not hold the least that makes sense.
    """
    system = [{"role": "system", "content": instructions}] if instructions else []
    instruction_tokens = sum([await count_message(message, model) for message in system])
    tool_tokens = await count(json.dumps(list(tools), ensure_ascii=False), model) if tools else 0
    own = [Unit(None, tuple(r), 0, sum([await count_message(m, model) for m in r])) for r in rounds]
    fixed = instruction_tokens + tool_tokens + REPLY_PRIMING
    limit = limits.prompt()
    if limits.budget is not None:
        limit = min(limit, limits.budget)
    room = limit - fixed

    wanted = limits.last_messages
    if not history.units and not history.complete:
        await history.read_more(min(wanted, 200) if wanted else 200)
    newest = history.units[0].total if history.units else 0
    must = newest + (own[-1].total if own else 0)
    if limits.budget is not None and fixed + must > limits.budget:
        raise PromptTooLong
    kept_own, used = _newest_that_fit(own, room - newest)
    room_left = room - used
    kept = await _window(history, room_left, wanted)
    head: Unit | None = None
    left_out: list[str] = []
    left_out_count = 0
    whole = history.complete and len(kept) == len(history.units)
    if not whole:
        spare = room_left - sum(unit.total for unit in kept)
        if wanted is None:
            head = await history.first()
        if head is not None and head.total > spare:
            kept, head = _make_room_for(head, kept, room_left)
        oldest_kept = history.seq_of(len(kept) - 1) if kept else 0
        after = await history.first_seq() if head is not None else 0
        left_out, left_out_count = await history.between(after, oldest_kept)
        if head is not None and kept and head.message_id == kept[-1].message_id:
            head = None
    chosen = [*([head] if head else []), *reversed(kept)]
    messages = [*system, *flattened([*chosen, *kept_own])]
    counted = {
        "instructions": instruction_tokens,
        "tools": tool_tokens,
        "messages": sum(unit.tokens for unit in chosen),
        "tool_outputs": sum(unit.tool_tokens for unit in [*chosen, *kept_own]),
    }
    total = sum(counted.values()) + REPLY_PRIMING
    record = {
        "model": model,
        "truncation": "last_messages" if wanted else "auto",
        "context_length": limits.context,
        "prompt_limit": limit,
        "messages_seen": [unit.message_id for unit in chosen][-LISTED_IDS:],
        "messages_seen_count": len(chosen),
        "messages_left_out": left_out,
        "messages_left_out_count": left_out_count,
        "rounds_left_out": len(own) - len(kept_own),
        "tokens": {**counted, "total": total},
    }
    return Window(messages, total, record)


def _newest_that_fit(units: list[Unit], room: int) -> tuple[list[Unit], int]:
    """The newest units that fit, oldest first; the newest of all is kept in any case."""
    kept: list[Unit] = []
    used = 0
    for unit in reversed(units):
        if kept and used + unit.total > room:
            break
        kept.append(unit)
        used += unit.total
    kept.reverse()
    return kept, used


async def _window(history: History, room: int, wanted: int | None) -> list[Unit]:
    """The newest messages that fit, newest first; the newest of all is kept in any case."""
    kept: list[Unit] = []
    used = 0
    index = 0
    while wanted is None or len(kept) < wanted:
        if index == len(history.units):
            if history.complete:
                break
            await history.read_more()
            continue
        unit = history.units[index]
        if kept and used + unit.total > room:
            break
        kept.append(unit)
        used += unit.total
        index += 1
    return kept


def _make_room_for(head: Unit, kept: list[Unit], room: int) -> tuple[list[Unit], Unit | None]:
    """Give up old messages for the first one, if it is short; else the first one is given up."""
    if head.total > max(0, room) // FIRST_MESSAGE_SHARE:
        return kept, None
    kept = list(kept)
    while len(kept) > 1 and sum(unit.total for unit in kept) + head.total > room:
        kept.pop()
    if sum(unit.total for unit in kept) + head.total > room:
        return kept, None
    return kept, head


def flattened(units: Sequence[Unit]) -> list[Json]:
    """The units' messages; a text and the calls of the same answer are one message, as the model had written them."""
    result: list[Json] = []
    before: str | None = None
    for unit in units:
        first, *rest = unit.messages or ({},)
        if unit.joins is not None and unit.joins == before and result and result[-1]["role"] == "assistant":
            result[-1] = {**result[-1], "tool_calls": first["tool_calls"]}
        elif first:
            result.append(first)
        result += rest
        before = unit.message_id
    return result
