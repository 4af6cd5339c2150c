"""The built-in sample assistants on the recommended model, through the real program's parts; opt-in: 1.1 GB, minutes.

Engine process, sandbox, stores, handlers and lanes are the program's own. Only the weather service is played, by a small
server on loopback with answers of the shape that the real one gives.
"""

from __future__ import annotations

import asyncio
import csv
import dataclasses
import json
import os
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from app.connections.registry import Connections
from app.connections.secrets import KeyStore
from app.core.paths import resolve
from app.core.run_events import Citation, CodeImage, CodeInput, CodeLogs, FunctionCall, RunEvent, ToolOutput
from app.workbench import templates
from app.workbench.clients import Clients
from app.workbench.engine_process import EngineProcess
from app.workbench.journal import Journal
from app.workbench.playground.assistants_lane import AssistantRef, AssistantsLane
from app.workbench.portability.handlers import PortableHandlers
from app.workbench.portability.moving import Mover
from app.workbench.tools.answering import FunctionHandlers
from app.workbench.tools.handler_store import HandlerStore
from app.workbench.tools.lane_tools import LaneTools
from app.workbench.tools.mcp_servers import McpServers
from app.workbench.versions import Versions
from tests.workbench.lanes import end, gather, of, text

MODEL = os.environ.get("WORKBENCH_TEST_MODEL", "")
LISBON = {"latitude": 38.7167, "longitude": -9.1333}

pytestmark = [
    pytest.mark.timeout(1800),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.skipif(not MODEL, reason="opt-in: WORKBENCH_TEST_MODEL names the recommended model's file"),
]


class Weather(ThreadingHTTPServer):
    """Answers for places and forecasts; keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, str]]] = []
        super().__init__(("127.0.0.1", 0), _Answers)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        assert isinstance(self.server, Weather)
        self.server.asked.append((parts.path, query))
        if parts.path == "/v1/search":
            place = {"id": 2267057, "name": query["name"], **LISBON, "country": "Portugal", "elevation": 45.0}
            found: dict[str, Any] = {"results": [place], "generationtime_ms": 0.5}
        else:
            found = {
                **{name: float(query[name]) for name in LISBON},
                "timezone": "Europe/Lisbon",
                "current_units": {"temperature_2m": "°C", "wind_speed_10m": "km/h"},
                "current": {
                    "time": "2026-03-02T12:00",
                    "temperature_2m": 17.4,
                    "wind_speed_10m": 23.1,
                    "weather_code": 2,
                },
                "daily": {
                    "time": ["2026-03-02", "2026-03-03", "2026-03-04"],
                    "temperature_2m_max": [18.2, 19.0, 16.1],
                    "temperature_2m_min": [11.0, 12.3, 10.8],
                    "precipitation_sum": [0.0, 0.0, 6.4],
                },
            }
        body = json.dumps(found).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def weather() -> Iterator[Weather]:
    with Weather() as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


class Workbench:
    """What the window has for assistants, without the window."""

    def __init__(self, folder: Path) -> None:
        keys = KeyStore(session={})
        self.journal = Journal(resolve(folder).create().journal_database)
        connections = Connections(folder / "connections.json", keys)
        self.engine = EngineProcess(
            keys=keys, connections=connections, data_dir=str(folder), model_file=MODEL
        )
        self.clients = Clients(self.engine, connections)
        self.servers = McpServers(keys)
        store = HandlerStore(self.journal, keys)
        self.handlers = FunctionHandlers(store, self.clients, keys, self.servers)
        self.mover = Mover(self.engine, Versions(self.journal), PortableHandlers(store))

    async def lane(self, template: templates.Template) -> AssistantsLane:
        """The template's assistant in a lane; its files are taken in."""
        client = await self.engine.ready_client()
        stem = Path(MODEL).stem.lower()
        offered = (await client.models.list()).data
        model = next(one.id for one in offered if one.id.lower() in stem or stem in one.id.lower())
        made = await self.mover.install(template.package(model))
        for key in (made.raw.get("tool_resources") or {}).get("file_search", {}).get("vector_store_ids", ()):
            async with asyncio.timeout(120):
                while (await client.vector_stores.retrieve(key)).file_counts.in_progress:
                    await asyncio.sleep(0.1)
        lane = AssistantsLane("lane-1", AssistantRef(made.id, made.name, model), clients=self.clients)
        lane.toolbox = LaneTools(self.handlers, self.clients, owner=lambda: made.id)
        return lane


@asynccontextmanager
async def workbench(folder: Path) -> AsyncIterator[Workbench]:
    made = Workbench(folder)
    made.engine.start()
    try:
        yield made
    finally:
        await made.servers.close()
        await made.engine.stop()
        await asyncio.to_thread(made.journal.close)


def asked(folder: Path, template: templates.Template, prompt: str) -> list[RunEvent]:
    """Ask the template's assistant, and print what came of it."""

    async def work() -> list[RunEvent]:
        async with workbench(folder) as here:
            lane = await here.lane(template)
            begun = time.monotonic()
            events = await gather(lane.send(prompt))
            print(f"\n{template.name}: {prompt}\n  {end(events).status} in {time.monotonic() - begun:.0f} s")
            for call in of(FunctionCall, events):
                print(f"  {call.name} {call.arguments}")
            for output in of(ToolOutput, events):
                print(f"  gave {output.output[:300]!r}")
            for code in of(CodeInput, events):
                print(f"  code {code.code!r}")
            for logs in of(CodeLogs, events):
                print(f"  printed {logs.logs!r}")
            print(
                f"  {text(events)!r}, {len(of(CodeImage, events))} pictures, {len(of(Citation, events))} citations"
            )
            return events

    return asyncio.run(work())


def test_opt_in_the_weather_reporter_asks_two_services_over_http(tmp_path: Path, weather: Weather) -> None:
    """Two functions that build on each other, answered by HTTP requests."""
    sample = templates.template("weather")
    handlers = {
        name: {**handler, "url": weather.address + handler["url"][handler["url"].index("/v1/") :]}
        for name, handler in sample.handlers.items()
    }
    events = asked(tmp_path, dataclasses.replace(sample, handlers=handlers), sample.sample_prompts[0])
    assert end(events).status == "completed"
    places = [query["name"] for path, query in weather.asked if path == "/v1/search"]
    forecasts = [query for path, query in weather.asked if path == "/v1/forecast"]
    assert "Lisbon" in places
    assert [(float(q["latitude"]), float(q["longitude"])) for q in forecasts][-1] == tuple(LISBON.values())
    assert "17" in text(events)
    assert "Lisbon" in text(events)


def test_opt_in_the_data_analyst_sums_a_table_and_draws_it(tmp_path: Path) -> None:
    """The sum is the table's own, and a chart is shown."""
    sample = templates.template("data-analyst")
    with sample.code_files[0].open(encoding="utf-8") as file:
        total = sum(float(row["revenue"]) for row in csv.DictReader(file))
    prompt = "What is the total revenue in sales_2025.csv? Draw the revenue by month as a chart."
    events = asked(tmp_path, sample, prompt)
    assert end(events).status == "completed"
    assert of(CodeImage, events)
    printed = "".join(logs.logs for logs in of(CodeLogs, events)).replace(",", "")
    said = text(events).replace(",", "")
    assert f"{total:.0f}"[:-1] in printed or f"{total:.2f}" in printed
    assert f"{int(total)}" in said or f"{total:.0f}" in said
    assert "prices.csv" not in said + printed


def test_opt_in_the_handbook_helper_answers_with_citations(tmp_path: Path) -> None:
    """The answer is the handbook's, and names the place."""
    sample = templates.template("handbook")
    events = asked(tmp_path, sample, sample.sample_prompts[0])
    assert end(events).status == "completed"
    assert "28" in text(events)
    cited = of(Citation, events)
    assert cited
    assert all(citation.file_id for citation in cited)
