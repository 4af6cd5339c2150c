"""Every request of the window is logged with tokens and cost, never with a key; the budget holds."""

from __future__ import annotations

import asyncio
import csv
import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.connections.client import make_client, make_engine_client
from app.connections.failures import translate
from app.connections.profile import Profile
from app.connections.secrets import Key
from app.connections.traffic import TRAFFIC, Exchange, Tokens, Traffic
from app.core.errors import BudgetReached, InvalidInput
from app.workbench import activity as activity_module
from app.workbench.activity import Activity, write_csv
from app.workbench.budget import BudgetState
from app.workbench.journal import Journal
from app.workbench.prices import Price, Prices
from tests.support.engine_process import EngineProcess
from tests.support.scripted_upstream import Error, ScriptedUpstream, Text

KEY = "a-key-without-any-usual-shape-4711"


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    journal = Journal(tmp_path / "workbench.db")
    yield journal
    journal.close()


@pytest.fixture
def activity(journal: Journal, tmp_path: Path) -> Iterator[Activity]:
    activity = Activity(TRAFFIC, journal, tmp_path)
    yield activity
    activity.close()
    assert TRAFFIC.observers == []
    assert TRAFFIC.guard is None


def exchange(**given: Any) -> Exchange:
    basic: dict[str, Any] = {
        "service": "acme",
        "at": time.time(),
        "method": "POST",
        "path": "/v1/chat/completions",
        "status": 200,
        "seconds": 1.0,
        "model": "gpt-4o",
    }
    return Exchange(**{**basic, **given})


async def ask(client: Any, *, stream: bool, model: str = "gpt-4o") -> None:
    answer = await client.chat.completions.create(
        model=model,
        messages=[{"role": "user", "content": f"Is {KEY} secret?"}],
        stream=stream,
        **({"stream_options": {"include_usage": True}} if stream else {}),
    )
    if stream:
        async for _ in answer:
            pass


def test_requests_are_logged_with_bodies_tokens_and_cost_and_without_keys(
    activity: Activity, tmp_path: Path
) -> None:
    async def main() -> None:
        with ScriptedUpstream(key=KEY, models=("gpt-4o",)) as service:
            client = make_client(Profile("acme", "Acme", service.base_url), Key(KEY))
            service.default = Text("Yes.", prompt_tokens=1_000_000, completion_tokens=100_000)
            for stream in (False, True):
                await ask(client, stream=stream)
            service.default = Error(500, f"it was {KEY}")
            with pytest.raises(Exception, match="500"):
                await ask(client, stream=True)
            await client.models.list()
            await client.close()
        gone = make_client(Profile("gone", "Gone", "http://127.0.0.1:9/v1"))
        with pytest.raises(Exception, match="Connection"):
            await gone.models.list()
        await gone.close()
        found = list(reversed(await activity.requests()))
        assert [(r.method, r.path, r.status, r.service) for r in found] == [
            ("POST", "/v1/chat/completions", 200, "acme"),
            ("POST", "/v1/chat/completions", 200, "acme"),
            ("POST", "/v1/chat/completions", 500, "acme"),
            ("GET", "/v1/models", 200, "acme"),
            ("GET", "/v1/models", None, "gone"),
        ]
        for request in found[:2]:
            assert (request.prompt, request.completion, request.cost) == (1_000_000, 100_000, 3.5)
            sent, answered = await activity.bodies(request.id)
            assert json.loads(sent)["messages"][0]["content"] == "Is ••• secret?"
            assert "Yes." in answered
        assert found[4].error == "ConnectError"
        assert len(await activity.requests(kind="failed")) == 2
        assert len(await activity.requests(kind="model")) == 3
        assert [r.path for r in await activity.requests(search="MODELS acme")] == ["/v1/models"]
        (usage,) = await activity.usage()
        assert (usage.requests, usage.tokens, usage.cost) == (2, 2_200_000, 7.0)
        assert activity.budget_state.spent == 7.0
        write_csv(tmp_path / "log.csv", found)
        rows = list(csv.DictReader((tmp_path / "log.csv").read_text("utf-8-sig").splitlines()))
        assert (len(rows), rows[0]["cost"], rows[4]["status"]) == (5, "3.5", "")

    asyncio.run(main())
    activity._journal.close()  # type: ignore[union-attr]
    for file in tmp_path.rglob("*"):
        if file.is_file():
            assert KEY.encode() not in file.read_bytes(), file


def test_a_run_on_the_engine_counts_once_with_its_assistant(activity: Activity, tmp_path: Path) -> None:
    with ScriptedUpstream(models=("gpt-4o",)) as upstream:
        upstream.default = Text("Hello.", prompt_tokens=100, completion_tokens=10)
        with EngineProcess(tmp_path / "data", upstream=upstream.base_url) as engine:

            async def main() -> None:
                client = make_engine_client(engine.base_url, Key(engine.token))
                assistant = await client.beta.assistants.create(model="gpt-4o")
                thread = await client.beta.threads.create(messages=[{"role": "user", "content": "Hi"}])
                async with client.beta.threads.runs.stream(
                    thread_id=thread.id, assistant_id=assistant.id
                ) as stream:
                    run = None
                    async for event in stream:
                        run = event.data if event.event == "thread.run.completed" else run
                assert run is not None
                for _ in range(3):
                    await client.beta.threads.runs.retrieve(run.id, thread_id=thread.id)
                await client.close()
                (usage,) = await activity.usage()
                assert (usage.assistant, usage.model, usage.requests) == (assistant.id, "gpt-4o", 1)
                assert (usage.prompt, usage.completion) == (100, 10)
                # The next run of this assistant is known to cost, though its request names no model.
                activity.set_budget(0.0)
                assert (
                    activity.refuses("engine", "/v1/threads/t/runs", {"assistant_id": assistant.id})
                    is not None
                )
                assert (
                    activity.refuses("engine", "/v1/threads/t/runs", {"assistant_id": "asst_local"}) is None
                )

            asyncio.run(main())


def test_the_budget_warns_refuses_in_words_and_goes_on_when_raised(activity: Activity) -> None:
    told: list[BudgetState] = []
    activity.on_budget = told.append
    activity.set_budget(10.0)

    async def main() -> None:
        with ScriptedUpstream(models=("gpt-4o",)) as service:
            service.default = Text("Yes.", prompt_tokens=3_000_000, completion_tokens=0)  # 7.50
            client = make_client(Profile("acme", "Acme", service.base_url))
            await ask(client, stream=False)
            assert told == []
            activity.take(exchange(tokens=Tokens(400_000, 0)))  # 1.00
            assert [round(state.share, 2) for state in told] == [0.85]
            await ask(client, stream=True)
            assert told[-1].is_reached
            before = len(service.requests)
            with pytest.raises(Exception) as refused:  # noqa: PT011 - the SDK's own, translated below
                await ask(client, stream=True)
            failure = translate(refused.value, service="Acme")
            assert isinstance(failure, BudgetReached)
            assert "$10.00 is used up" in failure.message
            assert len(service.requests) == before  # nothing left this computer
            await client.models.list()  # what costs nothing goes on
            activity.set_budget(told[-1].raised)
            await ask(client, stream=False)
            await client.close()

    asyncio.run(main())
    with pytest.raises(InvalidInput):
        activity.set_budget(-1)


def test_spending_of_this_month_is_known_after_a_restart(tmp_path: Path) -> None:
    def session(work: Callable[[Activity], None]) -> float:
        journal = Journal(tmp_path / "workbench.db")
        activity = Activity(Traffic(), journal, tmp_path)
        asyncio.run(activity.load())
        work(activity)
        activity.close()
        journal.close()
        return activity.budget_state.spent

    def spend(activity: Activity) -> None:
        activity.set_budget(5.0)
        activity.take(exchange(tokens=Tokens(1_000_000, 0)))
        activity.take(
            exchange(tokens=Tokens(1_000_000, 0), at=time.time() - 40 * 86400, model="unknown-model")
        )

    assert session(spend) == 2.5
    assert session(lambda activity: None) == 2.5
    again = Activity(Traffic(), None, tmp_path)
    assert again.budget.limit == 5.0
    again.close()


def test_the_log_is_bounded(journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(activity_module, "MOST_REQUESTS", 150)
    monkeypatch.setattr(activity_module, "MOST_BODIES", 50)
    activity = Activity(Traffic(), journal, tmp_path)
    for _ in range(300):
        activity.take(exchange(request="sent", response="answered", tokens=Tokens(1, 1)))

    async def main() -> None:
        found = await activity.requests(limit=10_000)
        assert len(found) == 150
        assert await activity.bodies(found[0].id) == ("sent", "answered")
        assert await activity.bodies(found[60].id) == ("", "")
        assert (await activity.usage())[0].requests == 300
        await activity.clear()
        assert await activity.requests() == []

    asyncio.run(main())
    activity.close()


def test_prices_are_found_by_the_longest_name_and_can_be_corrected(tmp_path: Path) -> None:
    prices = Prices(tmp_path / "prices.json")
    assert prices.date
    assert prices.source
    dated = prices.find("gpt-4o-mini-2024-07-18")
    assert dated is not None
    assert dated.input == 0.15
    assert prices.find("acme/gpt-4o") == prices.find("gpt-4o")
    assert prices.find("gpt-4omni") is None
    assert prices.find("smollm2-135m-instruct") is None
    assert Price(2.0, 8.0, 0.5).of(Tokens(1_000_000, 500_000, 400_000)) == pytest.approx(1.2 + 0.2 + 4.0)
    prices.set("gpt-4o", Price(1.0, 1.0))
    prices.set("my-own-model", Price(0.1, 0.2, 0.05))
    again = Prices(tmp_path / "prices.json")
    assert again.find("gpt-4o-2024-08-06") == Price(1.0, 1.0)
    assert again.all()["my-own-model"] == (Price(0.1, 0.2, 0.05), True)
    again.reset("gpt-4o")
    assert Prices(tmp_path / "prices.json").find("gpt-4o") == Price(2.5, 10.0, 1.25)
    with pytest.raises(InvalidInput):
        again.set("x", Price(-1.0, 0.0))
    (tmp_path / "prices.json").write_text("no json")
    assert Prices(tmp_path / "prices.json").find("my-own-model") is None
