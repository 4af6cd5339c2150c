"""Fixtures that several rooms share: the real engine in its own process, and the scripted service behind it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.scripted_upstream import ScriptedUpstream

if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

os.environ["ASSISTANT_WORKBENCH_LANGUAGE"] = "en"  # whatever this system's language is


@pytest.fixture(scope="session")
def _shared_upstream() -> Iterator[ScriptedUpstream]:
    with ScriptedUpstream() as upstream:
        yield upstream


@pytest.fixture
def upstream(_shared_upstream: ScriptedUpstream) -> ScriptedUpstream:
    """The scripted service behind the session's engine, as new for each test; its model is ``scripted-1``."""
    _shared_upstream.reset()
    return _shared_upstream


@pytest.fixture(scope="session")
def engine(tmp_path_factory: pytest.TempPathFactory, _shared_upstream: ScriptedUpstream) -> Iterator[Any]:
    """One real engine for the whole session, with the scripted service as its upstream."""
    from tests.support.engine_process import EngineProcess, without_proxies

    without_proxies()
    folder = tmp_path_factory.mktemp("engine") / "data"
    with EngineProcess(folder, upstream=_shared_upstream.base_url) as process:
        yield process


@pytest.fixture(scope="session")
def client(engine: Any) -> Iterator[Any]:
    """A strict synchronous SDK client of the session's engine."""
    with engine.client() as client:
        yield client


@pytest.fixture
def assistant(client: Any) -> Any:
    """An assistant on the scripted model."""
    return client.beta.assistants.create(model="scripted-1", name="Test", instructions="Be brief.")
