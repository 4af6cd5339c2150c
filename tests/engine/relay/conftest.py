"""One engine with three services for all tests of the relay that need more than an upstream."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

from app.connections.profile import Profile, save_profiles
from app.core.paths import resolve
from tests.support.engine_process import EngineProcess, without_proxies
from tests.support.scripted_upstream import ScriptedUpstream


class Services(NamedTuple):
    """A client of the engine; a service with the Responses API (``thinker``), one whose model has no tools (``plain``),
    and the upstream (``scripted-1``).
    """

    client: Any
    thinking: ScriptedUpstream
    plain: ScriptedUpstream
    rest: ScriptedUpstream


@pytest.fixture(scope="session")
def _services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    without_proxies()
    folder = tmp_path_factory.mktemp("relay") / "data"
    with (
        ScriptedUpstream(models=["thinker"]) as thinking,
        ScriptedUpstream(models=["plain"]) as plain,
        ScriptedUpstream() as rest,
    ):
        paths = resolve(folder).create()
        save_profiles(
            paths.profiles,
            [
                Profile(id="t", name="T", base_url=thinking.base_url, api="responses", models=("thinker",)),
                Profile(id="p", name="P", base_url=plain.base_url, models=("plain",)),
            ],
        )
        facts = {"models": {f"p@{plain.base_url}/plain": {"tools": "prompted"}}}
        (paths.cache / "model-abilities.json").write_text(json.dumps(facts))
        with EngineProcess(folder, upstream=rest.base_url) as engine, engine.client() as client:
            yield Services(client, thinking, plain, rest)


@pytest.fixture
def services(_services: Services) -> Services:
    """The three services as new for each test."""
    for service in _services[1:]:
        service.reset()
    return _services
