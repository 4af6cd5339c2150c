from __future__ import annotations

import asyncio
import datetime as dt
import http.server
import json
import socket
import threading
from typing import Any

import pytest

from app.connections import catalog
from app.connections.check import CheckResult, check
from app.connections.profile import Profile
from app.connections.secrets import Key
from tests.support.scripted_upstream import Error, Raw, ScriptedUpstream


def run(base_url: str, key: str = "", *, timeout: float = 5, **profile: Any) -> CheckResult:
    profile = {"id": "acme", "name": "Acme", "base_url": base_url} | profile
    return asyncio.run(check(Profile(**profile), Key(key) if key else None, timeout=timeout))


def test_a_service_that_works_is_told_with_its_models() -> None:
    with ScriptedUpstream(models=("b", "a"), key="sk-1") as service:
        result = run(service.base_url, "sk-1")
    assert result.ok
    assert result.message == "Acme works: 2 models found."
    assert result.models == ("b", "a")
    assert result.models_listed
    assert 0 < result.seconds < 5


def test_a_wrong_and_a_missing_key_point_at_the_key() -> None:
    with ScriptedUpstream(key="sk-1") as service:
        for key, words in (("sk-2", "refuses the key"), ("", "asks for a key")):
            result = run(service.base_url, key)
            assert not result.ok
            assert result.key_refused
            assert words in result.message
            assert result.suggested_base_url == ""
            assert "sk-2" not in f"{result}"


@pytest.mark.parametrize("path", ["", "/", "/v1/chat/completions", "/models"])
def test_addresses_are_mended_or_the_right_one_is_suggested(path: str) -> None:
    with ScriptedUpstream() as service:
        root = service.base_url.removesuffix("/v1")
        result = run(f"{root}{path}")
    if path.startswith("/v1"):
        assert result.ok
    else:
        assert not result.ok
        assert result.message == "Acme is there, but the address lacks “/v1”."
        assert result.suggested_base_url == service.base_url
        assert service.base_url in result.advice
        assert result.models == ("scripted-1",)


def test_without_v1_and_with_a_wrong_key_both_are_said() -> None:
    with ScriptedUpstream(key="sk-1") as service:
        root = service.base_url.removesuffix("/v1")
        service.key = "sk-1"
        result = run(root, "sk-2")
    # The wrong address is refused before its path is looked at: the key is what to mend first.
    assert result.key_refused
    assert "refuses the key" in result.message


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (Raw(b"<!doctype html><title>Hello</title>", "text/html"), "a web page"),
        (Raw(b'{"status": "ok"}'), "something else than a list of models"),
        (Raw(b'{"object": "list", "data": [{"name": "x"}]}'), "something else than a list of models"),
        (Raw(b"{}"), "something else than a list of models"),
        (Raw(b"[1]"), "something else than a list of models"),
        (Raw(b"null"), "something else than a list of models"),
        (Raw(b"not json"), "Acme"),
        (Error(500, "oops"), "problem of its own"),
        (Error(429, "slow"), "too many requests"),
    ],
)
def test_an_answer_that_is_no_list_of_models(reply: Raw | Error, words: str) -> None:
    with ScriptedUpstream() as service:
        service.models_reply = reply
        result = run(service.base_url)
    assert not result.ok
    assert words in result.message
    assert result.advice


def test_nobody_there_and_a_server_that_hangs() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        refused = run(f"http://127.0.0.1:{taken.getsockname()[1]}")
    assert not refused.ok
    assert "refused" in refused.message
    assert refused.suggested_base_url == ""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        hung = run(f"http://127.0.0.1:{silent.getsockname()[1]}/v1", timeout=0.3)
    assert not hung.ok
    assert "did not answer within" in hung.message or "stopped answering" in hung.message
    assert hung.seconds < 5


def test_addresses_and_settings_that_cannot_be_used_are_answers_not_exceptions() -> None:
    for wrong in ("", "ftp://x", "https://user:pw@host/v1"):
        result = run(wrong)
        assert not result.ok
        assert result.advice
    assert not run("https://api.example.com/v1", ca_file="/no/such.pem").ok


def test_a_service_without_models_says_what_to_do() -> None:
    with ScriptedUpstream(models=()) as service:
        result = run(service.base_url)
    assert result.ok
    assert result.models_listed
    assert "no models" in result.message
    assert "download" in result.advice


def test_a_service_that_lists_nothing_is_asked_for_one_word_with_the_typed_model() -> None:
    with ScriptedUpstream() as service:
        service.models_reply = Error(404, "not here")
        result = run(service.base_url, models=("scripted-1", "other"))
        assert result.ok
        assert "“scripted-1” answers" in result.message
        assert result.models == ("scripted-1", "other")
        assert not result.models_listed
        assert service.chats[0].body["max_completion_tokens"] <= 16
        assert not run(service.base_url).ok
        assert not run(service.base_url, models=("unknown",)).ok


def test_azure_says_that_deployments_are_typed() -> None:
    with ScriptedUpstream(prefix="/openai", key="azure-key") as service:
        root = service.base_url.removesuffix("/openai")
        result = run(root, "azure-key", kind="azure")
        assert result.ok
        assert "deployments" in result.advice
        assert result.models == ()
        assert run(root, "azure-key", kind="azure", models=("gpt",)).models == ("gpt",)
        assert run(root, "wrong-key", kind="azure").key_refused


class Proxy:
    """A proxy that answers every request with one status, or closes the connection."""

    def __init__(self, status: int) -> None:
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if not status:
                    self.close_connection = True
                    return
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            do_CONNECT = do_GET  # noqa: N815

            def log_message(self, *_: Any) -> None:
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(
            target=self._server.serve_forever, daemon=True, kwargs={"poll_interval": 0.01}
        ).start()

    def __enter__(self) -> str:
        return self.url

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.mark.parametrize("status", [407, 403, 502])
def test_a_proxy_that_refuses_is_named(status: int) -> None:
    with Proxy(status) as proxy:
        result = run("https://api.example.com/v1", proxy=proxy)
    assert not result.ok
    assert "proxy" in result.message.lower()
    assert "proxy" in result.advice.lower()


def test_a_proxy_that_is_not_there_is_named() -> None:
    result = run("https://api.example.com/v1", proxy="http://127.0.0.1:9")
    assert not result.ok
    assert "proxy" in f"{result.message} {result.advice}".lower()


def test_a_name_that_leads_nowhere() -> None:
    result = run("https://no-such-host.invalid/v1")
    assert not result.ok
    assert "no-such-host.invalid" in result.message
    assert "could not be found" in result.message


@pytest.mark.parametrize(
    ("status", "code", "words"),
    [
        (403, "region", "does not allow this (403)"),
        (429, "insufficient_quota", "no credit left"),
        (503, None, "problem of its own"),
    ],
)
def test_refusals_in_words(status: int, code: str | None, words: str) -> None:
    with ScriptedUpstream() as service:
        service.models_reply = Error(status, "You exceeded it.", code=code)
        result = run(service.base_url, "sk-1")
    assert not result.ok
    assert words in result.message
    assert result.advice


def test_what_a_service_says_of_its_models_is_taken_and_retiring_ones_are_named() -> None:
    listed = {
        "object": "list",
        "data": [
            {"id": "old", "object": "model", "shutdown_date": "2031-05-04"},
            {"id": "seer", "max_model_len": 8192, "capabilities": ["vision", "tools"]},
            {
                "id": "routed",
                "supported_parameters": ["temperature"],
                "architecture": {"input_modalities": ["text"]},
            },
            {"id": "plain", "shutdown_date": None},
        ],
    }
    with ScriptedUpstream() as service:
        service.models_reply = Raw(json.dumps(listed).encode())
        result = run(service.base_url)
    assert result.ok
    assert result.advice == "“old” retires on 4 May 2031."
    assert result.facts["old"] == {"shutdown_date": "2031-05-04"}
    assert result.facts["seer"] == {"context": 8192, "tools": "native", "vision": True}
    profile = Profile("acme", "Acme", "http://127.0.0.1:9/v1", models=result.models, facts=result.facts)
    routed = catalog.by_wire_name("acme/routed", [profile])
    assert routed is not None
    assert (routed.tools, routed.vision, routed.refused) == (
        "prompted",
        False,
        frozenset({"top_p", "reasoning_effort"}),
    )
    assert "plain" not in result.facts


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("", ""),
        ("soon", ""),
        ("2026-01-31", "was switched off on 31 January 2026"),
        ("2030-12-01", "retires on 1 December 2030"),
    ],
)
def test_the_end_of_a_model_in_words(date: str, words: str) -> None:
    assert catalog.retirement(date, dt.date(2026, 6, 1)) == words


@pytest.mark.parametrize("value", [1924992000, "2031-01-01", "2031-01-01T00:00:00Z"])
def test_dates_in_every_spelling(value: Any) -> None:
    assert catalog.of_listed({"id": "m", "shutdown_date": value}) == {"shutdown_date": "2031-01-01"}


def test_azure_s_newer_endpoint_and_a_deployment_that_is_not_there() -> None:
    with ScriptedUpstream(prefix="/openai/v1", key="azure-key", models=("my-gpt",)) as service:
        root = service.base_url.removesuffix("/openai/v1")
        for base, version in ((root, "v1"), (service.base_url, "")):
            good = run(base, "azure-key", kind="azure", models=("my-gpt",), api_version=version)
            assert good.ok, good
            assert "“my-gpt” answers" in good.message
        service.reply(Error(404, "The deployment does not exist.", code="DeploymentNotFound"))
        gone = run(root, "azure-key", kind="azure", models=("gone",), api_version="v1")
    assert not gone.ok
    assert "the deployment “gone” does not answer" in gone.message
