"""A promise of tool calling is tried once before it is relied on."""

from __future__ import annotations

import asyncio
import dataclasses
from pathlib import Path

import pytest

from app.engine.models import calls
from app.engine.models.failures import UpstreamFailed
from app.engine.models.requests import ModelRequest, TextPiece, ToolCallPiece
from tests.engine.runs.in_process import bench
from tests.engine.runs.support import WEATHER, sent
from tests.support.scripted_upstream import Error, Reply, ScriptedUpstream, Text, ToolCalls

ASK = ModelRequest(messages=[{"role": "user", "content": "Weather in Rome?"}], tools=[WEATHER])


@pytest.mark.parametrize(
    ("answer", "mode"),
    [
        (ToolCalls([("get_weather", '{"city": "Paris"}')]), "native"),
        (ToolCalls([("get_weather", '{"city')]), "prompted"),
        (ToolCalls([("other", "{}")]), "prompted"),
        (Text('```json\n{"name": "get_weather", "arguments": {"city": "Paris"}}\n```'), "prompted"),
    ],
)
def test_the_probe_decides_once(tmp_path: Path, answer: Reply, mode: str) -> None:
    async def drive() -> None:
        with ScriptedUpstream() as upstream:
            async with bench(tmp_path / "data", upstream=upstream.base_url) as made:
                route = await made.models.resolve("scripted-1")
                route.abilities = dataclasses.replace(route.abilities, probe=True)
                prompted = Text('{"tool": "get_weather", "arguments": {"city": "Rome"}}')
                native = ToolCalls([("get_weather", '{"city": "Rome"}')])
                upstream.reply(answer, native if mode == "native" else prompted)
                pieces = [piece async for piece in calls.stream(route, ASK)]
                assert next(p.name for p in pieces if isinstance(p, ToolCallPiece)) == "get_weather"
                probe, asked = sent(upstream)
                assert probe["max_tokens"] == 96
                assert ("tools" in asked) == (mode == "native")
                assert (route.abilities.tools, route.abilities.probe) == (mode, False)
                again = await made.models.resolve("scripted-1")
                assert again.abilities.tools == mode

    asyncio.run(drive())


def test_a_probe_that_cannot_be_asked_decides_nothing(tmp_path: Path) -> None:
    async def drive() -> None:
        with ScriptedUpstream() as upstream:
            async with bench(tmp_path / "data", upstream=upstream.base_url) as made:
                route = await made.models.resolve("scripted-1")
                route.abilities = dataclasses.replace(route.abilities, probe=True)
                upstream.reply(Error(401, "no"))
                with pytest.raises(UpstreamFailed):
                    _ = [piece async for piece in calls.stream(route, ASK)]
                assert route.abilities.probe
                # Without tools nothing needs to be tried.
                plain = ModelRequest(messages=ASK.messages)
                assert [
                    p
                    for p in [piece async for piece in calls.stream(route, plain)]
                    if isinstance(p, TextPiece)
                ]
                assert len(sent(upstream)) == 2

    asyncio.run(drive())
