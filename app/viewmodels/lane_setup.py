"""Lanes as they are written down and made again."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

from app.core.entities import ModelRef
from app.viewmodels.lane import AnyLane, Target
from app.workbench.clients import ClientSource
from app.workbench.playground.ad_hoc import AdHocAssistants
from app.workbench.playground.assistants_lane import AssistantRef, AssistantsLane
from app.workbench.playground.chat_lane import ChatLane
from app.workbench.playground.lane import LaneSettings
from app.workbench.playground.responses_lane import ResponsesLane
from app.workbench.tools.answering import FunctionHandlers
from app.workbench.tools.lane_tools import LaneTools
from app.workbench.tools.specs import LANES

Json = dict[str, Any]


def make_lane(
    lane_id: str,
    setup: Json,
    *,
    clients: ClientSource,
    ad_hoc: AdHocAssistants,
    default: ModelRef,
    handlers: FunctionHandlers | None = None,
) -> AnyLane:
    """Make a lane as it was written down; ``default`` is asked where it names no model that it can ask."""
    lane = _make_lane(lane_id, setup, clients=clients, ad_hoc=ad_hoc, default=default)
    give_tools(lane, handlers, clients)
    return lane


def give_tools(
    lane: AnyLane,
    handlers: FunctionHandlers | None,
    clients: ClientSource,
    *,
    owner: Callable[[], str] | None = None,
) -> None:
    """Let a lane answer calls: those of an assistant by its own handlers, all others by those of the lanes."""
    if handlers is None:
        return

    def whose() -> str:
        chosen = lane.chosen if isinstance(lane, AssistantsLane) else None
        return chosen.id if isinstance(chosen, AssistantRef) else LANES

    lane.toolbox = LaneTools(handlers, clients, owner=owner or whose)


def _make_lane(
    lane_id: str, setup: Json, *, clients: ClientSource, ad_hoc: AdHocAssistants, default: ModelRef
) -> AnyLane:
    target = read_target(setup.get("target")) or default
    settings = read_settings(setup.get("settings"))
    if setup.get("api") == "assistants":
        return AssistantsLane(lane_id, target, clients=clients, ad_hoc=ad_hoc, settings=settings)
    model = target if isinstance(target, ModelRef) else default
    kind = ResponsesLane if setup.get("api") == "responses" else ChatLane
    return kind(lane_id, model, clients=clients, settings=settings)


def read_target(data: Any) -> Target | None:
    """Whom a lane asked, None if that was not written down."""
    if not isinstance(data, dict):
        return None
    if isinstance(data.get("assistant"), str):
        return AssistantRef(data["assistant"], str(data.get("name", "")), str(data.get("model", "")))
    if isinstance(data.get("connection"), str) and isinstance(data.get("model"), str):
        return ModelRef(data["connection"], data["model"])
    return None


def read_settings(data: Any) -> LaneSettings:
    """A lane's parameters; what this program does not know is left out."""
    if not isinstance(data, dict):
        return LaneSettings()
    known = {f.name for f in dataclasses.fields(LaneSettings)}
    return LaneSettings(**{name: value for name, value in data.items() if name in known})
