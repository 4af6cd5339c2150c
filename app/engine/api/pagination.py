"""Lists: ``limit``, ``order``, ``after``, ``before`` in, a page with ``first_id``, ``last_id``, ``has_more`` out.

Rows are listed by ``seq``, which grows with every insert, so that a page costs the same wherever it lies. A cursor is the
id of an object; it goes on working after that object is deleted (programs list and delete in one loop).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import Request
from sqlalchemy import ColumnElement, Tuple, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from app.engine.api import shapes
from app.engine.api.http import query_parameter
from app.engine.errors import invalid_value, wrong_prefix
from app.engine.store.tables import Tombstone

DEFAULT_LIMIT = 20
MAX_LIMIT = 100


@dataclass(frozen=True)
class Page:
    """What a client asked for. ``after`` and ``before`` are ids."""

    limit: int = DEFAULT_LIMIT
    descending: bool = True
    after: str | None = None
    before: str | None = None


def page_of(
    request: Request,
    prefix: str,
    *,
    default: int = DEFAULT_LIMIT,
    most: int = MAX_LIMIT,
    before: bool = True,
) -> Page:
    """Read a page from the query; empty values count as not given.

    Raises:
        ApiError: 400 for a limit out of range, an unknown order, or the id of another kind of object.
    """
    query = request.query_params
    limit = default
    if text := query.get("limit"):
        limit = shapes.Whole(1, most).check(number(text), "limit")
    order = query.get("order") or "desc"
    if order not in {"asc", "desc"}:
        raise shapes.unsupported(order, ("asc", "desc"), "order")
    cursors: dict[str, str | None] = {"after": None, "before": None}
    for name in ("after", "before") if before else ("after",):
        value = query.get(name)
        if value:
            if not value.startswith(prefix):
                raise wrong_prefix(value, prefix, name)
            cursors[name] = value
    return Page(limit, order == "desc", cursors["after"], cursors["before"])


def number(text: str) -> Any:
    """A query's text as an integer, or as it is (the shape then says what is wrong)."""
    return int(text) if re.fullmatch(r"-?[0-9]{1,30}", text) else text


def page_parameters(*, default: int = DEFAULT_LIMIT, most: int = MAX_LIMIT, before: bool = True) -> list[Any]:
    """The query parameters of a list, for the OpenAPI document."""
    parameters = [
        query_parameter("limit", shapes.Whole(1, most), "How many objects a page has at most.", default),
        query_parameter("order", shapes.Choice(("asc", "desc")), "Order by time of creation.", "desc"),
        query_parameter("after", shapes.Text(), "Id of the object after which the page begins."),
    ]
    if before:
        parameters.append(
            query_parameter("before", shapes.Text(), "Id of the object before which the page ends.")
        )
    return parameters


async def read_page(
    session: AsyncSession,
    table: Any,
    page: Page,
    *conditions: ColumnElement[bool],
    show: Callable[[Any], dict[str, Any]],
    kind: str,
    parent: str = "",
    within: ColumnElement[bool] | None = None,
    order_by: InstrumentedAttribute[Any] | None = None,
) -> dict[str, Any]:
    """Read one page of ``table`` under ``conditions`` and show its rows.

    ``within`` tells whether a cursor's row belongs to this list at all (its thread, say); filters do not matter for it.
    ``parent`` is the id under which deleted rows of this list left their tombstones. ``order_by`` is a column that goes
    before ``seq`` in the order.

    With ``after`` (or without a cursor) the page holds the first ``limit`` objects behind it, with ``before`` alone the
    last ``limit`` objects ahead of it; both are in the asked order. ``has_more`` tells of more on that side.
    """
    keys: list[InstrumentedAttribute[Any]] = [table.seq] if order_by is None else [order_by, table.seq]
    key = tuple_(*keys)
    bounds: list[ColumnElement[bool]] = []
    for name, cursor, behind in (("after", page.after, True), ("before", page.before, False)):
        if cursor is None:
            continue
        place = await _place(session, table, keys, cursor, within=within, parent=parent)
        if place is None:
            raise invalid_value(f"Invalid '{name}': no {kind} with id '{cursor}' is in this list.", name)
        bounds.append(key < place if behind == page.descending else key > place)
    backwards = page.before is not None and page.after is None
    falling = page.descending != backwards
    query = (
        select(table)
        .where(*conditions, *bounds)
        .order_by(*(column.desc() if falling else column.asc() for column in keys))
        .limit(page.limit + 1)
    )
    rows = list((await session.scalars(query)).all())
    has_more = len(rows) > page.limit
    rows = rows[: page.limit]
    if backwards:
        rows.reverse()
    return list_body([show(row) for row in rows], has_more=has_more)


async def _place(
    session: AsyncSession,
    table: Any,
    keys: Sequence[InstrumentedAttribute[Any]],
    cursor: str,
    *,
    within: ColumnElement[bool] | None,
    parent: str,
) -> Tuple | None:
    query = select(*keys).where(table.id == cursor)
    if within is not None:
        query = query.where(within)
    place = (await session.execute(query)).first()
    if place is None and len(keys) == 1:
        place = (
            await session.execute(
                select(Tombstone.seq).where(Tombstone.id == cursor, Tombstone.parent == parent)
            )
        ).first()
    return None if place is None else tuple_(*place)


def list_body(data: Sequence[dict[str, Any]], *, has_more: bool) -> dict[str, Any]:
    """The body of a list."""
    return {
        "object": "list",
        "data": data,
        "first_id": data[0]["id"] if data else None,
        "last_id": data[-1]["id"] if data else None,
        "has_more": has_more,
    }


def include_of(request: Request, values: Sequence[str]) -> set[str]:
    """The values of ``include[]`` (or ``include``).

    Raises:
        ApiError: 400 for a value that cannot be included.
    """
    asked = [*request.query_params.getlist("include[]"), *request.query_params.getlist("include")]
    for index, value in enumerate(asked):
        if value not in values:
            raise shapes.unsupported(value, values, f"include[{index}]")
    return set(asked)
