"""Local models over the real built-in one: found, loaded once, kept alive, ended in time."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import psutil
import pytest

from app.core.errors import ModelUnavailable
from app.inference import local_models, supervisor
from app.inference.catalogue import catalogue
from app.inference.local_models import LocalModels, builtin_file

from .gguf_maker import make

if TYPE_CHECKING:
    import openai

T = TypeVar("T")
States = list[tuple[str, str, str]]
BUILTIN = "smollm2-135m-instruct"


def with_models(
    folder: Path, work: Callable[[LocalModels, States], Awaitable[T]], *, model_file: Path | None = None
) -> T:
    """Run ``work`` over local models and its list of states; always closed in the end, within 3 s."""

    async def run() -> T:
        models = LocalModels(folder, model_file=model_file)
        states: States = []
        models.on_state(lambda *state: states.append(state))
        try:
            return await work(models, states)
        finally:
            before = time.monotonic()
            await models.close()
            assert time.monotonic() - before < 3

    return asyncio.run(run())


async def chat(
    endpoint: supervisor.Endpoint, prompt: str, **options: Any
) -> openai.types.chat.ChatCompletion:
    import openai

    async with openai.AsyncOpenAI(base_url=endpoint.base_url, api_key=endpoint.key, max_retries=0) as client:
        return await client.chat.completions.create(
            model=endpoint.model_id, messages=[{"role": "user", "content": prompt}], temperature=0, **options
        )


def child_of(models: LocalModels, model_id: str = BUILTIN) -> psutil.Process:
    child = models._servers[model_id]._child
    assert child is not None
    return psutil.Process(child.pid)


@pytest.fixture
def no_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """As after ``pip install .``: the starter model's package is not there."""
    monkeypatch.setattr(local_models, "_BUILTIN_PACKAGE", "no_such_package_here")


@pytest.mark.builtin_model
def test_the_built_in_model_answers_two_chats_at_once(tmp_path: Path) -> None:
    import openai

    async def work(models: LocalModels, states: States) -> None:
        (model,) = models.list()
        assert (model.id, model.kind, model.state) == (BUILTIN, "builtin", "stopped")
        assert (model.context, model.size, model.tools) == (8192, 98362432, "none")
        assert "connect a stronger one" in model.remark
        endpoints = await asyncio.gather(*(models.acquire(BUILTIN) for _ in range(5)))
        assert all(endpoint is endpoints[0] for endpoint in endpoints)
        assert [state for _, state, _ in states] == ["starting", "loading", "ready"]
        endpoint = endpoints[0]
        assert endpoint.base_url.startswith("http://127.0.0.1:")
        assert endpoint.key not in repr(endpoint)
        assert endpoint.props["n_ctx"] == 8192
        first, second = await asyncio.gather(
            chat(endpoint, "What is the capital of France?", max_tokens=30),
            chat(endpoint, "Say hello.", max_tokens=30),
        )
        assert first.choices[0].message.content
        assert second.choices[0].message.content
        assert first.choices[0].message.content != second.choices[0].message.content
        assert second.model == BUILTIN
        (model,) = models.list()
        assert model.state == "ready"
        assert model.props["total_slots"] == 2
        with pytest.raises(openai.AuthenticationError):
            await chat(supervisor.Endpoint(endpoint.base_url, "wrong", BUILTIN), "Hi", max_tokens=1)

    with_models(tmp_path / "never made", work)
    assert not (tmp_path / "never made").exists()


@pytest.mark.builtin_model
def test_a_killed_server_comes_back(tmp_path: Path) -> None:
    async def work(models: LocalModels, states: States) -> None:
        first = await models.acquire(BUILTIN)
        states.clear()
        os.kill(child_of(models).pid, signal.SIGTERM)
        async with asyncio.timeout(20):
            while not states or states[-1][1] != "ready":
                await asyncio.sleep(0.02)
        assert "ended unexpectedly" in states[0][2]
        second = await models.acquire(BUILTIN)
        assert second.key != first.key
        assert (await chat(second, "Hi", max_tokens=3)).choices

    with_models(tmp_path, work)


@pytest.mark.builtin_model
def test_a_server_that_keeps_dying_is_left_alone_until_used_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervisor, "PAUSES", (0.0, 0.05))

    async def work(models: LocalModels, states: States) -> None:
        for _ in range(2):
            await models.acquire(BUILTIN)
            child_of(models).terminate()
            await asyncio.sleep(0.2)
        assert states[-1][1:] == (
            "failed",
            "The model's server keeps ending; it is tried again at the next use.",
        )
        assert models.list()[0].state == "failed"
        await models.acquire(BUILTIN)
        assert models.list()[0].state == "ready"

    with_models(tmp_path, work)


@pytest.mark.builtin_model
def test_a_cancelled_caller_does_not_stop_the_start_for_others(tmp_path: Path) -> None:
    async def work(models: LocalModels, states: States) -> None:
        one = asyncio.ensure_future(models.acquire(BUILTIN))
        other = asyncio.ensure_future(models.acquire(BUILTIN))
        await asyncio.sleep(0.05)
        one.cancel()
        endpoint = await other
        assert one.cancelled()
        assert (await chat(endpoint, "Hi", max_tokens=2)).choices
        assert [state for _, state, _ in states].count("starting") == 1

    with_models(tmp_path, work)


@pytest.mark.builtin_model
@pytest.mark.parametrize("pause", [0.0, 0.02, 0.2, 0.4])
def test_closing_during_a_start_leaves_no_process(tmp_path: Path, pause: float) -> None:
    mine = psutil.Process()
    before = set(mine.children())  # other tests' engines may live on

    async def work(models: LocalModels, states: States) -> asyncio.Task[supervisor.Endpoint]:
        waiting = asyncio.ensure_future(models.acquire(BUILTIN))
        await asyncio.sleep(pause)
        return waiting

    waiting = with_models(tmp_path, work)
    assert waiting.done()
    assert waiting.cancelled() or waiting.exception() is not None or waiting.result()
    left = set(mine.children()) - before
    assert [child for child in left if child.status() != psutil.STATUS_ZOMBIE] == []


@pytest.mark.builtin_model
def test_a_stopped_model_can_be_used_again(tmp_path: Path) -> None:
    async def work(models: LocalModels, states: States) -> None:
        await models.acquire(BUILTIN)
        process = child_of(models)
        await models.stop(BUILTIN)
        await models.stop("unknown")
        assert not process.is_running()
        assert states[-1][1] == "stopped"
        await asyncio.sleep(0.1)
        assert states[-1][1] == "stopped", "it was taken for a crash"
        await models.acquire(BUILTIN)

    with_models(tmp_path, work)


@pytest.mark.builtin_model
def test_a_named_file_with_a_difficult_path_is_served(tmp_path: Path) -> None:
    source = builtin_file(tmp_path)
    assert source is not None
    file = tmp_path / "mit Leerzeichen und 模型 ☃" / "Mein Modell v1.gguf"
    file.parent.mkdir()
    os.link(source, file) if source.stat().st_dev == file.parent.stat().st_dev else shutil.copy(source, file)

    async def work(models: LocalModels, states: States) -> None:
        assert [model.id for model in models.list()] == [BUILTIN, "Mein Modell v1"]
        endpoint = await models.acquire("Mein Modell v1")
        assert (await chat(endpoint, "Hi", max_tokens=2)).model == "Mein Modell v1"
        assert models.list()[0].state == "stopped"

    with_models(tmp_path / "models", work, model_file=file)


@pytest.mark.builtin_model
def test_a_resting_model_makes_room_for_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = builtin_file(tmp_path)
    assert source is not None
    other = tmp_path / "other.gguf"
    shutil.copy(source, other)

    async def work(models: LocalModels, states: States) -> None:
        await models.acquire(BUILTIN)
        process = child_of(models)
        monkeypatch.setattr(supervisor, "_available", lambda: 5e8 if not process.is_running() else 2e8)
        await models.acquire("other")
        assert (BUILTIN, "stopped", "Unloaded to make room for another model.") in states
        assert not process.is_running()

    with_models(tmp_path, work, model_file=other)


def test_too_little_memory_is_said_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "_available", lambda: 1.2e8)

    async def work(models: LocalModels, states: States) -> None:
        with pytest.raises(
            ModelUnavailable, match=r"needs about 0\.3 GB, 0\.1 GB are free\. Close other programs"
        ):
            await models.acquire(BUILTIN)
        assert states[-1][1] == "failed"
        assert "too little free memory" in models.list()[0].message

    with_models(tmp_path, work)


@pytest.mark.parametrize(
    ("free", "file", "expected"),
    [
        (20e9, (1e8, 8192, 23040), (8192, True)),
        (20e9, (1.1e9, 32768, 28672), (32768, True)),
        (20e9, (5e9, 262144, 147456), (4096, True)),  # a gigabyte of cache at most
        (2.4e9, (1.1e9, 32768, 28672), (4096, True)),
        (1.5e9, (1.1e9, 32768, 28672), (2048, True)),
        (1.0e9, (1.1e9, 32768, 28672), (2048, False)),
        (20e9, (1e8, 512, 23040), (512, True)),
        (20e9, (1e8, 0, 0), (4096, True)),
    ],
)
def test_the_context_fits_the_memory(free, file, expected, monkeypatch) -> None:
    size, trained, a_token = file
    monkeypatch.setattr(supervisor, "_available", lambda: free)

    async def no_room(_: object) -> bool:
        return False

    server = supervisor.ModelServer("m", Path("m.gguf"), lambda *_: None, no_room)
    plan = server._plan(supervisor.gguf.ModelFacts("m", "llama", int(size), trained, a_token))
    assert (plan.context, plan.enough) == expected


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "does not exist"),
        (b"<html>not found</html>", "is not a GGUF model file"),
        (make()[:-10], r"is cut off\. .*download it again"),
        (make({"general.architecture": "bert"}), "it cannot chat"),
        (make({"general.architecture": "invented"}), "of a kind that this version of the program cannot run"),
        (make({"llama.block_count": 900}), "could not be loaded"),
    ],
    ids=["missing", "web page", "cut", "embeddings", "unknown kind", "inconsistent"],
)
def test_a_bad_file_named_at_the_start_is_explained_when_used(
    tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    file = tmp_path / "bad one.gguf"
    if content is not None:
        file.write_bytes(content)

    async def work(models: LocalModels, states: States) -> None:
        assert "bad one" in [model.id for model in models.list()]
        for _ in range(2):
            with pytest.raises(ModelUnavailable, match=sentence):
                await models.acquire("bad one")
        assert states[-1][1] == "failed"

    with_models(tmp_path / "models", work, model_file=file)


def test_files_are_added_and_remembered(tmp_path: Path) -> None:
    folder, file = tmp_path / "models", tmp_path / "Ein Modell.gguf"
    file.write_bytes(make())

    async def add(models: LocalModels, states: States) -> None:
        model = models.add_file(file)
        assert (model.id, model.kind, model.context, model.name) == ("Ein Modell", "added", 4096, "Tiny")
        assert models.add_file(str(file)) == model
        for bad, sentence in ((tmp_path / "none.gguf", "does not exist"), (tmp_path, "is a folder")):
            with pytest.raises(ModelUnavailable, match=sentence):
                models.add_file(bad)

    async def look(models: LocalModels, states: States) -> list[str]:
        return [model.id for model in models.list()]

    async def remove(models: LocalModels, states: States) -> None:
        models.remove_file("Ein Modell")
        models.remove_file("unknown")
        models.remove_file(BUILTIN)

    with_models(folder, add)
    assert with_models(folder, look) == [BUILTIN, "Ein Modell"]
    file.rename(tmp_path / "away")
    assert with_models(folder, look) == [BUILTIN]
    (tmp_path / "away").rename(file)
    with_models(folder, remove)
    assert with_models(folder, look) == [BUILTIN]
    assert file.exists()


def test_a_damaged_list_of_files_costs_only_itself(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async def look(models: LocalModels, states: States) -> int:
        return len(models.list())

    for damage in ("", "[]", '{"files": 3}', "nul\0l"):
        (tmp_path / "added.json").write_text(damage)
        assert with_models(tmp_path, look) == 1
    assert "cannot be read" in caplog.text


def test_downloaded_files_are_found_and_named_apart(tmp_path: Path, no_package: None) -> None:
    (tmp_path / "b.gguf").write_bytes(make())
    (tmp_path / "vision.gguf").write_bytes(make({"general.architecture": "clip"}))
    (tmp_path / "half.gguf.part").write_bytes(make())
    (tmp_path / "broken.gguf").write_bytes(b"x")
    for n in (1, 2):
        (tmp_path / f"split-{n:05}-of-00002.gguf").write_bytes(make())
    (tmp_path / catalogue().recommended.file).write_bytes(make())
    other = tmp_path / "elsewhere" / "b.gguf"
    other.parent.mkdir()
    other.write_bytes(make())

    async def look(models: LocalModels, states: States) -> None:
        found = {model.id: model for model in models.list()}
        assert set(found) == {"b", "b-2", "split", catalogue().recommended.id}
        assert found["b"].path == other
        assert found[catalogue().recommended.id].tools == "prompted"
        with pytest.raises(
            ModelUnavailable, match=r"SmolLM2 135M Instruct is not on this computer\. .*98 MB"
        ):
            await models.acquire(BUILTIN)
        with pytest.raises(ModelUnavailable, match="no local model “nothing”"):
            await models.acquire("nothing")

    with_models(tmp_path, look, model_file=other)


def test_after_closing_nothing_starts(tmp_path: Path) -> None:
    async def work(models: LocalModels, states: States) -> None:
        await models.close()
        with pytest.raises(ModelUnavailable, match="is closing"):
            await models.acquire(BUILTIN)

    with_models(tmp_path, work)


def test_a_listener_that_fails_hurts_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "_available", lambda: 0.0)

    async def work(models: LocalModels, states: States) -> None:
        def broken(*_: object) -> None:
            raise RuntimeError("broken listener")

        forget = models.on_state(broken)
        with pytest.raises(ModelUnavailable, match="too little"):
            await models.acquire(BUILTIN)
        forget()
        forget()
        assert states[-1][1] == "failed"

    with_models(tmp_path, work)
