"""Assistants, threads and the choice of models, over the real engine."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from app.connections.client import make_engine_client
from app.connections.profile import Profile
from app.connections.registry import Connections
from app.connections.secrets import Key, KeyStore
from app.core.entities import BUILT_IN_MODEL, ENGINE, ModelRef
from app.core.errors import AppError, InvalidInput, NotFound
from app.core.run_events import ObjectCreated
from app.workbench.api import gather_pages
from app.workbench.assistants import Assistants
from app.workbench.playground.assistants_lane import AssistantsLane
from app.workbench.playground.model_choice import ModelChoices
from app.workbench.threads import Threads, title_from
from tests.connections.test_secrets import MemoryKeyring
from tests.support.scripted_upstream import ScriptedUpstream
from tests.workbench.lanes import FixedClients, gather, of


class Access:
    """The session's engine, as the services reach it."""

    def __init__(self, engine: Any) -> None:
        self._client = make_engine_client(engine.base_url, Key(engine.token))

    async def ready_client(self, timeout: float = 60) -> Any:
        return self._client

    async def close(self) -> None:
        await self._client.close()


@pytest.fixture
def run(engine: Any) -> Callable[[Callable[[Access], Awaitable[None]]], None]:
    def run(scenario: Callable[[Access], Awaitable[None]]) -> None:
        async def main() -> None:
            access = Access(engine)
            try:
                await scenario(access)
            finally:
                await access.close()

        asyncio.run(main())

    return run


def test_an_assistant_is_made_found_changed_deleted_and_brought_back(run: Any) -> None:
    async def scenario(access: Access) -> None:
        assistants = Assistants(access)
        made = await assistants.create(
            {
                "model": "scripted-1",
                "name": "Übersetzer",
                "instructions": "Translate into Low German.",
                "temperature": 0.5,
            }
        )
        assert (made.name, made.model, made.temperature) == ("Übersetzer", "scripted-1", 0.5)
        assert made.raw["object"] == "assistant"
        assert await assistants.get(made.id) == made
        for search in ("", "übersetzer", "LOW german", "scripted-1 low"):
            assert made.id in [a.id for a in await assistants.list(search)]
        assert await assistants.list("low german xyz") == ()
        changed = await assistants.update(made.id, {"name": "Dolmetscher"})
        assert (changed.name, changed.instructions) == ("Dolmetscher", made.instructions)
        await assistants.delete(made.id)
        assert made.id not in [a.id for a in await assistants.list()]
        for call in (
            assistants.get(made.id),
            assistants.update(made.id, {"name": "x"}),
            assistants.delete(made.id),
        ):
            with pytest.raises(NotFound):
                await call
        back = await assistants.restore(made.id)
        assert (back.id, back.name) == (made.id, "Dolmetscher")
        with pytest.raises(AppError):
            await assistants.restore("asst_unknown")

    run(scenario)


def test_a_field_that_cannot_be_used_is_named(run: Any) -> None:
    async def scenario(access: Access) -> None:
        assistants = Assistants(access)
        for wrong, field in (
            ({"model": "m", "name": "x" * 300}, "name"),
            ({"model": "m", "temperature": 3}, "temperature"),
        ):
            with pytest.raises(InvalidInput) as refused:
                await assistants.create(wrong)
            assert refused.value.field == field
            assert refused.value.message

    run(scenario)


def test_all_pages_are_listed_and_what_the_playground_made_is_left_out(
    run: Any, upstream: ScriptedUpstream, engine: Any
) -> None:
    async def scenario(access: Access) -> None:
        assistants = Assistants(access)
        names = [f"paged {number}" for number in range(120)]
        for name in names:
            await assistants.create({"model": "scripted-1", "name": name})
        found = [a.name for a in await assistants.list("paged")]
        assert found == names[::-1]
        assert len(await assistants.list(most=7)) == 7
        clients = FixedClients({ENGINE: (engine.base_url, engine.token)})
        await gather(AssistantsLane("l", ModelRef(ENGINE, "scripted-1"), clients=clients).send("Hi"))
        await clients.close()
        assert [a for a in await assistants.list() if a.is_ad_hoc] == []
        assert [a for a in await assistants.list(ad_hoc=True) if a.is_ad_hoc]

    run(scenario)


def test_threads_are_listed_by_their_last_activity_with_titles(
    run: Any, upstream: ScriptedUpstream, engine: Any
) -> None:
    async def scenario(access: Access) -> None:
        threads = Threads(access)
        client = await access.ready_client()
        untitled = await client.beta.threads.create(
            messages=[{"role": "user", "content": "  First\n\nwords "}]
        )
        empty = await client.beta.threads.create()
        clients = FixedClients({ENGINE: (engine.base_url, engine.token)})
        lane = AssistantsLane("l", ModelRef(ENGINE, "scripted-1"), clients=clients)
        events = await gather(lane.send("Why is the sky blue?"))
        run_id = of(ObjectCreated, events)[1].id
        page = await threads.list(limit=3)
        assert [t.id for t in page.threads] == [lane.thread_id, empty.id, untitled.id]
        assert [t.title for t in page.threads] == ["Why is the sky blue?", "", "First words"]
        first = await threads.list(limit=2)
        assert first.next_after == empty.id
        rest = await threads.list(limit=1, after=first.next_after)
        assert [t.id for t in rest.threads] == [untitled.id]

        transcript = await threads.transcript(lane.thread_id)
        assert [(m.role, m.text) for m in transcript] == [
            ("user", "Why is the sky blue?"),
            ("assistant", "Hello from the scripted model."),
        ]
        assert transcript[1].run_id == run_id
        assert transcript[1].raw["object"] == "thread.message"
        (only,) = await threads.runs(lane.thread_id)
        assert (only.id, only.status, only.completion_tokens) == (run_id, "completed", 5)
        assert (await threads.run(lane.thread_id, run_id)).model == "scripted-1"
        (step,) = await threads.steps(lane.thread_id, run_id)
        assert (step.kind, step.status) == ("message", "completed")
        assert (await threads.context(lane.thread_id, run_id))["model_calls"]

        renamed = await threads.rename(lane.thread_id, "  The sky ")
        assert renamed.title == "The sky"
        await threads.delete(lane.thread_id)
        for call in (
            threads.get(lane.thread_id),
            threads.transcript(lane.thread_id),
            threads.delete(lane.thread_id),
        ):
            with pytest.raises(NotFound):
                await call
        assert (await threads.restore(lane.thread_id)).title == "The sky"
        assert len(await threads.transcript(lane.thread_id)) == 2
        await clients.close()

    run(scenario)


def test_a_long_transcript_comes_whole(run: Any) -> None:
    async def scenario(access: Access) -> None:
        client = await access.ready_client()
        thread = await client.beta.threads.create()
        for number in range(130):
            await client.beta.threads.messages.create(thread.id, role="user", content=str(number))
        found = await Threads(access).transcript(thread.id)
        assert [m.text for m in found] == [str(number) for number in range(130)]

    run(scenario)


def test_titles() -> None:
    assert title_from("  a\n b ") == "a b"
    assert title_from("word " * 40) == ("word " * 16).strip() + "…"
    assert title_from("x" * 100) == "x" * 80 + "…"
    assert title_from("") == ""


def test_a_server_that_ignores_after_does_not_loop_for_ever() -> None:
    calls: list[str | None] = []

    async def fetch(after: str | None) -> tuple[list[dict[str, Any]], bool]:
        calls.append(after)
        return [{"id": "a"}, {"id": "b"}], True

    assert [item["id"] for item in asyncio.run(gather_pages(fetch, most=1000))] == ["a", "b"]
    assert calls == [None, "b"]


def test_the_choice_of_models(engine: Any, upstream: ScriptedUpstream, tmp_path: Path) -> None:
    async def main() -> None:
        access: Any = Access(engine)
        connections = Connections(tmp_path / "connections.json", KeyStore(backend=MemoryKeyring()))
        choices = ModelChoices(access, connections)
        assert choices.known() == ()
        assert choices.default() == ModelRef(ENGINE, BUILT_IN_MODEL)
        loaded = await choices.load()
        assert loaded[0].ref == ModelRef(ENGINE, BUILT_IN_MODEL)
        assert loaded[0].kind == "built-in"
        assert "Small" in loaded[0].note
        await connections.add(Profile("", "Acme", "https://a.example/v1", models=("m1", "both")))
        await connections.add(Profile("", "Other", "https://b.example/v1", models=("both",)))
        known = {choice.ref: choice for choice in choices.known()}
        assert known[ModelRef("acme", "m1")].group == "Acme"
        assert ModelRef("other", "both").wire_name == "other/both"
        assert choices.find(BUILT_IN_MODEL) == ModelRef(ENGINE, BUILT_IN_MODEL)
        assert choices.find("acme/m1") == ModelRef("acme", "m1")
        assert choices.find("acme/org/unlisted") == ModelRef("acme", "org/unlisted")
        assert choices.find("m1") == ModelRef("acme", "m1")
        assert choices.find("unknown") == ModelRef(ENGINE, "unknown")
        with pytest.raises(InvalidInput) as unclear:
            choices.find("both")
        assert "acme/both" in unclear.value.advice
        assert "other/both" in unclear.value.advice
        await access.close()

    asyncio.run(main())
