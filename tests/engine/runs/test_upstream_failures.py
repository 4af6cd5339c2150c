"""What goes wrong at a service becomes words on the run; what is worth another try gets one."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.connections.profile import Profile, save_profiles
from app.core.paths import resolve
from tests.engine.runs.support import new_thread, sent, wait_status
from tests.support.engine_process import EngineProcess, without_proxies
from tests.support.scripted_upstream import Drop, Error, Hang, Raw, ScriptedUpstream, Text

PAGE = b"<!doctype html><html><head><title>Welcome</title></head><body>Hello</body></html>"


def run_once(client: Any, model: str = "scripted-1") -> Any:
    assistant = client.beta.assistants.create(model=model)
    return client.beta.threads.runs.create_and_poll(thread_id=new_thread(client), assistant_id=assistant.id)


@pytest.mark.parametrize(
    ("reply", "code", "words"),
    [
        (Error(401, "Incorrect API key provided.", code="invalid_api_key"), "server_error", ["key"]),
        (Error(403, "Not in your country"), "server_error", ["does not allow"]),
        (
            Error(404, "The model `x` does not exist", code="model_not_found"),
            "server_error",
            ["no model", "scripted-1"],
        ),
        (Error(400, "Unsupported: frobnicate"), "server_error", ["frobnicate"]),
        (
            Error(429, "You exceeded your current quota", code="insufficient_quota"),
            "rate_limit_exceeded",
            ["no credit", "billing"],
        ),
        (
            Error(400, "This model's maximum context length is 100 tokens.", code="context_length_exceeded"),
            "invalid_prompt",
            ["longer than the model can read"],
        ),
        (Raw(PAGE, content_type="text/html"), "server_error", ["web page", "/v1"]),
        (Error(404, body=PAGE), "server_error", ["web page"]),
        (Raw(b'{"answer": 42}'), "server_error", ["not the API's format"]),
        (Raw(b"what?", content_type="text/plain"), "server_error", ["not the API's format"]),
        (Text("one two three", malformed_after=1), "server_error", ["not the API's format"]),
        (Text("one two three", drop_after=1), "server_error", ["broke"]),
        (
            Raw(
                b'data: {"error": {"message": "overloaded", "code": "server_error"}}\n\n',
                content_type="text/event-stream",
            ),
            "server_error",
            ["overloaded"],
        ),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, list | str) else "",
)
def test_last_error_says_what_happened(
    client: Any, upstream: ScriptedUpstream, reply: Any, code: str, words: list[str]
) -> None:
    upstream.default = reply
    run = run_once(client)
    assert run.status == "failed"
    assert run.failed_at is not None
    assert run.last_error.code == code
    for word in words:
        assert word in run.last_error.message
    assert "Traceback" not in run.last_error.message


@pytest.mark.parametrize(
    "reply",
    [
        Error(429, "slow down", headers={"retry-after": "0.2"}),
        Error(500),
        Error(503, body=PAGE),
        Error(529, "overloaded"),
        Drop(),
    ],
)
def test_what_may_pass_is_tried_again(
    client: Any, upstream: ScriptedUpstream, engine: Any, reply: Any
) -> None:
    upstream.reply(reply, reply, Text("There you are"))
    run = run_once(client)
    assert run.status == "completed"
    assert len(upstream.chats) == 3
    with engine.http() as http:
        notes = http.get(f"/v1/threads/{run.thread_id}/runs/{run.id}/context").json()["notes"]
    assert any("Trying again" in note for note in notes)


def test_the_asked_pause_is_kept(client: Any, upstream: ScriptedUpstream) -> None:
    upstream.reply(Error(429, headers={"retry-after": "1.5"}), Text("now"))
    assert run_once(client).status == "completed"
    first, second = upstream.chats
    assert second.at - first.at >= 1.4


def test_a_pause_longer_than_a_minute_is_not_waited_for(client: Any, upstream: ScriptedUpstream) -> None:
    upstream.default = Error(429, "come back tomorrow", headers={"retry-after": "3600"})
    begun = time.monotonic()
    run = run_once(client)
    assert time.monotonic() - begun < 5
    assert run.last_error.code == "rate_limit_exceeded"
    assert "60 minutes" in run.last_error.message
    assert len(upstream.chats) == 1


def test_it_gives_up_after_some_tries(client: Any, upstream: ScriptedUpstream) -> None:
    upstream.default = Error(500, "broken")
    run = run_once(client)
    assert run.status == "failed"
    assert run.last_error.code == "server_error"
    assert len(upstream.chats) == 4


def test_an_answer_that_has_begun_is_not_tried_again(client: Any, upstream: ScriptedUpstream) -> None:
    upstream.reply(Text("one two three", drop_after=2), Text("never asked"))
    run = run_once(client)
    assert run.status == "failed"
    assert len(upstream.chats) == 1
    message = client.beta.threads.messages.list(run.thread_id).data[0]
    assert (message.status, message.incomplete_details.reason) == ("incomplete", "run_failed")
    assert message.content[0].text.value == "one two"


@pytest.mark.parametrize(
    ("refusal", "field"),
    [
        ("Unsupported parameter: 'temperature' is not supported with this model.", "temperature"),
        ("Unrecognized request argument supplied: 'stream_options'", "stream_options"),
        (
            "Unsupported parameter: 'max_tokens' is not supported. Use 'max_completion_tokens' instead.",
            "max_tokens",
        ),
    ],
)
def test_a_field_that_a_service_does_not_take_is_left_out(
    client: Any, upstream: ScriptedUpstream, refusal: str, field: str
) -> None:
    model = f"scripted-{field}"
    upstream.models.append(model)

    def answer(request: Any) -> Any:
        return Error(400, refusal) if field in request.body else Text("fine")

    upstream.default = answer
    assistant = client.beta.assistants.create(model=model, temperature=0.5)
    for _ in range(2):
        run = client.beta.threads.runs.create_and_poll(
            thread_id=new_thread(client), assistant_id=assistant.id, max_completion_tokens=300
        )
        assert run.status == "completed"
    assert len(upstream.chats) == 3  # known from the second run on
    if field == "max_tokens":
        assert sent(upstream)[-1]["max_completion_tokens"] == 300


def test_the_key_is_never_repeated(tmp_path: Path) -> None:
    without_proxies()
    secret = "sk-very-secret-0123456789abcdef"
    with ScriptedUpstream() as upstream:
        upstream.default = Error(401, f"Incorrect API key provided: {secret}.", code="invalid_api_key")
        with EngineProcess(tmp_path / "data", upstream=upstream.base_url, upstream_key=secret) as engine:
            with engine.client() as client:
                run = run_once(client)
            assert upstream.chats[0].headers["authorization"] == f"Bearer {secret}"
            assert run.status == "failed"
            assert secret not in run.last_error.message
            assert secret not in engine.log
    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert secret.encode() not in path.read_bytes()


@pytest.fixture(scope="module")
def connected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A client of an engine with connections to services that behave badly."""
    without_proxies()
    folder = tmp_path_factory.mktemp("connected") / "data"
    with (
        ScriptedUpstream(models=["one", "shared"]) as good,
        ScriptedUpstream(models=["two", "shared"], key="right") as keyed,
    ):
        save_profiles(
            resolve(folder).create().profiles,
            [
                Profile(
                    id="good", name="Good", base_url=good.base_url, models=("one", "shared"), timeout=1.0
                ),
                Profile(
                    id="keyed",
                    name="Keyed",
                    base_url=keyed.base_url,
                    models=("two", "shared"),
                    keyring_entry="keyed",
                ),
                Profile(id="gone", name="Gone", base_url="http://127.0.0.1:9/v1", models=("three",)),
                Profile(id="bare", name="Bare", base_url=good.base_url.removesuffix("/v1"), models=("four",)),
            ],
        )
        with EngineProcess(folder, secrets={"keyed": "right"}) as engine, engine.client() as client:
            yield client, engine, good, keyed


def test_models_of_connections(connected: Any) -> None:
    client, _engine, _good, _keyed = connected
    listed = {model.id: model.owned_by for model in client.models.list().data}
    for name, owner in {
        "good/one": "Good",
        "good/shared": "Good",
        "keyed/two": "Keyed",
        "gone/three": "Gone",
    }.items():
        assert listed[name] == owner
    assert listed["smollm2-135m-instruct"] == "local"
    assert run_once(client, "good/one").status == "completed"
    assert run_once(client, "one").status == "completed"
    assert run_once(client, "keyed/two").status == "completed"
    assert run_once(client, "good/unlisted").last_error.message.startswith("“Good” has no model")


def test_names_that_lead_nowhere(connected: Any) -> None:
    client = connected[0]
    assert "does not exist" in run_once(client, "nothing").last_error.message
    ambiguous = run_once(client, "shared")
    assert ambiguous.status == "failed"
    assert "'good/shared', 'keyed/shared'" in ambiguous.last_error.message


def test_a_key_that_changes_counts_at_once(connected: Any) -> None:
    client, engine, _good, keyed = connected
    engine.send({"op": "secret", "entry": "keyed", "value": "wrong"})
    time.sleep(0.3)
    run = run_once(client, "keyed/two")
    assert "refuses the key" in run.last_error.message
    engine.send({"op": "secret", "entry": "keyed", "value": "right"})
    time.sleep(0.3)
    assert run_once(client, "keyed/two").status == "completed"
    assert keyed.chats[-1].headers["authorization"] == "Bearer right"


def test_a_service_that_is_not_there(connected: Any) -> None:
    run = run_once(connected[0], "gone/three")
    assert run.status == "failed"
    assert "refused" in run.last_error.message
    assert "Start the model server" in run.last_error.message


def test_an_address_without_v1(connected: Any) -> None:
    run = run_once(connected[0], "bare/four")
    assert "/v1" in run.last_error.message


@pytest.mark.parametrize("reply", [Hang(), Text("one two", hang_after=1)])
def test_a_service_that_hangs(connected: Any, reply: Any) -> None:
    client, _engine, good, _keyed = connected
    good.reply(reply)
    run = run_once(client, "good/one")
    assert run.status == "failed"
    assert "stopped answering" in run.last_error.message


def test_connections_that_change_are_read_again(connected: Any) -> None:
    client, engine, good, _keyed = connected
    paths = resolve(engine.data_dir)
    from app.connections.profile import load_profiles

    profiles = load_profiles(paths.profiles)
    save_profiles(
        paths.profiles, [*profiles, Profile(id="new", name="New", base_url=good.base_url, models=("one",))]
    )
    assert run_once(client, "new/one").status == "completed"
    save_profiles(paths.profiles, profiles)
    assert run_once(client, "new/one").status == "failed"


def test_the_waiting_run_is_in_progress(client: Any, upstream: ScriptedUpstream) -> None:
    upstream.reply(Error(429, headers={"retry-after": "1"}), Text("ok"))
    assistant = client.beta.assistants.create(model="scripted-1")
    run = client.beta.threads.runs.create(new_thread(client), assistant_id=assistant.id)
    seen = wait_status(client, run, "in_progress", "completed")
    assert seen.status == "in_progress"
    assert wait_status(client, run, "completed").last_error is None
