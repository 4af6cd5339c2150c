"""What is said beside a model before it is chosen: that it ends, and how it calls tools."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.connections.profile import Profile, save_profiles
from app.connections.registry import Connections
from app.connections.secrets import KeyStore
from app.core.entities import ENGINE
from app.workbench import model_facts
from app.workbench.playground.model_choice import ModelChoices
from tests.support.memory_keyring import MemoryKeyring

FACTS = {
    "old": {"shutdown_date": "2001-02-03"},
    "bare": {"tools": "prompted"},
    "full": {"tools": "native", "context": 8192},
}


@pytest.fixture
def connections(tmp_path: Path) -> Connections:
    path = tmp_path / "connections.json"
    profile = Profile("acme", "Acme", "http://127.0.0.1:9/v1", models=tuple(FACTS), facts=FACTS)
    save_profiles(path, [profile])
    return Connections(path, KeyStore(backend=MemoryKeyring()))


def test_models_are_offered_with_what_a_person_should_know(connections: Connections) -> None:
    engine: Any = None  # nothing of it is asked for
    choices = ModelChoices(engine, connections)
    choices._local = ("qwen2.5-coder-1.5b-instruct", "my-own")
    notes = {choice.ref.wire_name: choice.note for choice in choices.known()}
    assert notes["acme/old"] == "Was switched off on 3 February 2001."
    assert notes["acme/bare"] == "Tools by prompt: it has no tool calling of its own."
    assert notes["acme/full"] == ""
    assert notes["qwen2.5-coder-1.5b-instruct"].startswith("Tools by prompt")
    assert notes["my-own"] == ""
    assert {choice.ref.connection for choice in choices.known()} == {ENGINE, "acme"}


def test_abilities_by_the_name_on_the_wire(connections: Connections, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_facts, "_profiles", tuple)
    assert model_facts.abilities("acme/full") is None
    model_facts.use_connections(connections.list)
    full = model_facts.abilities("acme/full")
    assert full is not None
    assert (full.tools, full.context) == ("native", 8192)
    bare = model_facts.abilities("bare")
    assert bare is not None
    assert bare.tools == "prompted"
    assert model_facts.retirement("acme/old") == "was switched off on 3 February 2001"
    assert model_facts.abilities("nobody-knows") is None
    local = model_facts.abilities("smollm2-135m-instruct")
    assert local is not None
    assert local.tools == "none"
