"""What the engine costs: the Assistants API through it against the same service directly, as ratios in one run.

    python -m tests.benchmarks.engine_overhead [--streams 1000] [--json FILE] [--builtin]

Figures of one machine at one moment mean little alone; the ratios do. With ``--builtin`` the built-in model answers
instead of the scripted service (its server is then asked directly, too).
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import statistics
import tempfile
import time
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import psutil

from tests.support.engine_process import EngineProcess, without_proxies
from tests.support.scripted_upstream import ScriptedUpstream, Text

HI = [{"role": "user", "content": "Hi"}]
PIECES = 3000


async def direct(client: Any, model: str, **options: Any) -> tuple[float, float, int]:
    """First token, all, pieces: one chat completion straight from the service."""
    begun = time.perf_counter()
    first, pieces = 0.0, 0
    async for chunk in await client.chat.completions.create(model=model, messages=HI, stream=True, **options):
        if chunk.choices and chunk.choices[0].delta.content:
            first = first or time.perf_counter() - begun
            pieces += 1
    return first, time.perf_counter() - begun, pieces


async def through(client: Any, assistant_id: str, **options: Any) -> tuple[float, float, int]:
    """The same as a run; the thread is there already, as in a conversation."""
    thread = await client.beta.threads.create(messages=HI)
    begun = time.perf_counter()
    first, characters = 0.0, 0
    stream = await client.beta.threads.runs.create(
        thread.id, assistant_id=assistant_id, stream=True, **options
    )
    async with stream:
        async for event in stream:
            if event.event == "thread.message.delta":
                first = first or time.perf_counter() - begun
                characters += len(event.data.delta.content[0].text.value)
    return first, time.perf_counter() - begun, characters


def median(values: Sequence[float]) -> float:
    return statistics.median(values)


async def latency(
    service: Any, engine: Any, model: str, assistant_id: str, rounds: int, **options: Any
) -> dict[str, float]:
    """Time to the first token, taken in turns."""
    straight, by_run, by_chat = [], [], []
    for number in range(rounds + 3):
        one = (await direct(service, model, **options))[0]
        two = (await through(engine, assistant_id))[0]
        three = (await direct(engine, model, **options))[0]
        if number >= 3:  # the first ones warm up
            straight.append(one)
            by_run.append(two)
            by_chat.append(three)
    return {
        "first_token_direct_ms": median(straight) * 1000,
        "first_token_run_ms": median(by_run) * 1000,
        "first_token_relay_ms": median(by_chat) * 1000,
        "first_token_added_by_run_ms": (median(by_run) - median(straight)) * 1000,
        "first_token_run_ratio": median(by_run) / median(straight),
        "first_token_relay_ratio": median(by_chat) / median(straight),
    }


async def throughput(
    service: Any, engine: Any, upstream: ScriptedUpstream, assistant_id: str
) -> dict[str, float]:
    """Pieces a second of one long answer that comes as fast as it can."""
    upstream.default = Text("", pieces=["word "] * PIECES)
    rates: dict[str, list[float]] = {"direct": [], "run": [], "relay": []}
    for _ in range(3):
        _, seconds, pieces = await direct(service, "scripted-1")
        rates["direct"].append(pieces / seconds)
        _, seconds, characters = await through(engine, assistant_id)
        rates["run"].append(characters / 5 / seconds)
        _, seconds, pieces = await direct(engine, "scripted-1")
        rates["relay"].append(pieces / seconds)
    return {
        **{f"pieces_per_second_{name}": median(found) for name, found in rates.items()},
        "pieces_run_ratio": median(rates["run"]) / median(rates["direct"]),
        "pieces_relay_ratio": median(rates["relay"]) / median(rates["direct"]),
    }


async def runs_per_second(
    engine: Any, upstream: ScriptedUpstream, assistant_id: str, pid: int
) -> dict[str, float]:
    """Whole runs, 50 at a time, with an instant service; and the engine's own share of the work."""
    upstream.default = Text("Yes.")
    process = psutil.Process(pid)
    gate = asyncio.Semaphore(50)

    async def one() -> None:
        async with gate:
            await through(engine, assistant_id)

    await asyncio.gather(*(one() for _ in range(50)))
    before, begun, number = process.cpu_times(), time.perf_counter(), 300
    await asyncio.gather(*(one() for _ in range(number)))
    seconds, after = time.perf_counter() - begun, process.cpu_times()
    cpu = (after.user + after.system) - (before.user + before.system)
    return {"runs_per_second": number / seconds, "engine_cpu_ms_per_run": cpu / number * 1000}


async def open_stream(port: int, token: str, thread_id: str, assistant_id: str) -> asyncio.StreamWriter:
    """A stream that is opened and read no further than its first delta."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=4096)
    body = json.dumps({"assistant_id": assistant_id, "stream": True}).encode()
    writer.write(
        f"POST /v1/threads/{thread_id}/runs HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer {token}\r\n"
        f"content-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n".encode()
        + body
    )
    seen = b""
    while b"thread.message.delta" not in seen:
        chunk = await asyncio.wait_for(reader.read(2048), 120)
        assert chunk, seen
        seen = seen[-100:] + chunk
    return writer


async def memory(
    engine: EngineProcess, client: Any, upstream: ScriptedUpstream, assistant_id: str, number: int
) -> dict[str, float]:
    """Memory of the engine with many open streams whose readers have stopped reading."""
    process = psutil.Process(engine.pid)
    upstream.default = Text("", pieces=["x" * 100] * 200, hang_after=200)  # 20 KB, then silence
    threads = [(await client.beta.threads.create(messages=HI)).id for _ in range(number)]
    before = process.memory_info().rss
    writers = []
    for start in range(0, number, 100):
        writers += await asyncio.gather(
            *(
                open_stream(engine.ready["port"], engine.token, thread_id, assistant_id)
                for thread_id in threads[start : start + 100]
            )
        )
    await asyncio.sleep(2)
    after = process.memory_info().rss
    for writer in writers:
        writer.close()
    return {
        "streams": number,
        "memory_before_mb": before / 1e6,
        "memory_with_streams_mb": after / 1e6,
        "memory_per_stream_kb": (after - before) / number / 1000,
    }


async def measure(arguments: argparse.Namespace) -> dict[str, float]:
    from openai import AsyncOpenAI

    found: dict[str, float] = {}
    with (
        tempfile.TemporaryDirectory() as folder,
        ScriptedUpstream() as upstream,
        EngineProcess(Path(folder) / "data", upstream=upstream.base_url) as engine,
    ):
        service = AsyncOpenAI(base_url=upstream.base_url, api_key="none", max_retries=0)
        async with (
            service,
            engine.async_client(timeout=120.0, _strict_response_validation=False) as client,
        ):
            if arguments.builtin:
                return await builtin(engine, client)
            assistant = await client.beta.assistants.create(model="scripted-1")
            upstream.default = Text("Yes.")
            found |= await latency(service, client, "scripted-1", assistant.id, 40)
            found |= await throughput(service, client, upstream, assistant.id)
            found |= await runs_per_second(client, upstream, assistant.id, engine.pid)
            found |= await memory(engine, client, upstream, assistant.id, arguments.streams)
    return found


async def builtin(engine: EngineProcess, client: Any) -> dict[str, float]:
    """The built-in model: its own server directly, and through the engine."""
    from openai import AsyncOpenAI

    from app.core.paths import resolve
    from app.inference.local_models import LocalModels

    model = "smollm2-135m-instruct"
    assistant = await client.beta.assistants.create(model=model, temperature=0)
    await direct(client, model, max_tokens=4)  # loads it
    local = LocalModels(resolve(engine.data_dir).models)
    try:
        endpoint = await local.acquire(model)
        async with AsyncOpenAI(base_url=endpoint.base_url, api_key=endpoint.key, max_retries=0) as service:
            rates: dict[str, list[float]] = {"direct": [], "relay": []}
            for _ in range(3):
                for name, one in (("direct", service), ("relay", client)):
                    first, seconds, pieces = await direct(one, model, max_tokens=64, temperature=0)
                    rates[name].append((pieces - 1) / (seconds - first))
            times = await latency(service, client, model, assistant.id, 3, max_tokens=8, temperature=0)
    finally:
        await local.close()
    return {
        **times,
        "tokens_per_second_direct": median(rates["direct"]),
        "tokens_per_second_relay": median(rates["relay"]),
        "tokens_relay_ratio": median(rates["relay"]) / median(rates["direct"]),
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--streams", type=int, default=1000)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--builtin", action="store_true")
    arguments = parser.parse_args()
    warnings.simplefilter("ignore", DeprecationWarning)
    without_proxies()
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 65536), hard))
    found = asyncio.run(measure(arguments))
    for name, value in found.items():
        print(f"{name:32} {value:12.3f}")
    if arguments.json:
        arguments.json.write_text(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
