"""Ids in a request's path."""

from __future__ import annotations

from app.engine.errors import wrong_prefix


def check_id(identifier: str, prefix: str, param: str) -> None:
    """Refuse the id of another kind of object.

    Raises:
        ApiError: 400 naming ``param``.
    """
    if not identifier.startswith(prefix):
        raise wrong_prefix(identifier, prefix, param)
