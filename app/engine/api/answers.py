"""Answers that the SDK has no model of its own for; the rest are the SDK's response models."""

from __future__ import annotations

from typing import Generic, Literal, TypeVar

from openai.types import Model
from pydantic import BaseModel

Item = TypeVar("Item")


class ListOf(BaseModel, Generic[Item]):
    """One page of a list."""

    object: Literal["list"]
    data: list[Item]
    first_id: str | None
    last_id: str | None
    has_more: bool


class ModelList(BaseModel):
    """Every model that can be named; this list has no pages."""

    object: Literal["list"]
    data: list[Model]


class ErrorBody(BaseModel):
    """What went wrong."""

    message: str
    type: str
    param: str | None
    code: str | None


class ErrorAnswer(BaseModel):
    """Every error of the engine has this shape."""

    error: ErrorBody


class Health(BaseModel):
    """The engine lives."""

    status: Literal["ok"]
    version: str
