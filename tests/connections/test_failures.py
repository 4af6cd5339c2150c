"""Every way in which a service can fail, over real HTTP: which error it becomes, what it says, and that no key is in it."""

from __future__ import annotations

import asyncio
import datetime as dt
import email.utils
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.connections.client import make_client
from app.connections.failures import (
    describe_seconds,
    is_out_of_credit,
    parse_retry_after,
    retry_after,
    scrub,
    translate,
)
from app.connections.profile import Profile
from app.connections.secrets import Key
from app.core.errors import (
    AppError,
    AuthenticationFailed,
    Cancelled,
    ConnectionFailed,
    InvalidInput,
    NotFound,
    RateLimited,
    ServiceUnavailable,
)
from tests.support.scripted_upstream import Drop, Error, Hang, Raw, Reply, ScriptedUpstream, Text

KEY = "sk-marked-77aa88bb99cc"


def ask(
    base_url: str, *, model: str = "scripted-1", key: str = KEY, seconds: float = 0.4, **profile: Any
) -> tuple[str, AppError | None, BaseException | None]:
    """Stream one answer: its text, the translated failure, and the SDK's."""

    async def main() -> tuple[str, AppError | None, BaseException | None]:
        text = ""
        client = make_client(
            Profile("acme", "Acme", base_url, **profile), Key(key) if key else None, read_seconds=seconds
        )
        try:
            stream = await client.chat.completions.create(
                model=model, messages=[{"role": "user", "content": "Hi"}], stream=True
            )
            async for chunk in stream:
                text += (chunk.choices[0].delta.content or "") if chunk.choices else ""
        except Exception as error:
            return text, translate(error, service="Acme", model=model), error
        finally:
            await client.close()
        return text, None, None

    return asyncio.run(main())


CASES: list[tuple[str, Reply, type[AppError], str, str]] = [
    ("401", Error(401, f"Incorrect API key provided: {KEY}"), AuthenticationFailed, "refuses the key", "Connections"),
    ("403", Error(403, "Country not supported"), AuthenticationFailed, "Country not supported", "permission"),
    ("429", Error(429, "Slow down", headers={"retry-after": "2"}), RateLimited, "Slow down", "Wait 2 seconds"),
    ("429 silent", Error(429), RateLimited, "too many requests", "Wait a little"),
    ("quota", Error(429, "You exceeded your current quota", code="insufficient_quota"), RateLimited, "no credit", "billing"),
    ("404 model", Error(404, "The model `x` does not exist", code="model_not_found"), NotFound, "no model “scripted-1”", "another"),
    ("404 plain model", Error(404, 'model "scripted-1" not found, try pulling it first'), NotFound, "no model", "another"),
    ("404 html", Error(404, body=b"<html>nothing here</html>"), ConnectionFailed, "web page", "/v1"),
    ("404 empty", Error(404, body=b""), ConnectionFailed, "does not know the address", "/v1"),
    ("404 thing", Error(404, "No such file object: file-x"), NotFound, "No such file", "deleted"),
    ("405", Error(405, "Method Not Allowed"), ConnectionFailed, "does not know the address", "/v1"),
    ("400", Error(400, "temperature must be at most 2"), InvalidInput, "temperature must be at most 2", ""),
    ("422", Error(422, "bad body"), InvalidInput, "bad body", ""),
    ("413", Error(413, "too large"), InvalidInput, "too large", "less text"),
    ("context", Error(400, "This model's maximum context length is 4096 tokens", code="context_length_exceeded"), InvalidInput, "longer than the model can read", "longer context"),
    ("context by words", Error(400, "the request exceeds the available context size"), InvalidInput, "longer than the model can read", "Send less"),
    ("500", Error(500, "oops"), ServiceUnavailable, "problem of its own (500): oops", "try again"),
    ("503 html", Error(503, body=b"<html>Bad gateway</html>"), ServiceUnavailable, "problem of its own (503)", "try again"),
    ("529", Error(529, "Overloaded"), ServiceUnavailable, "Overloaded", "try again"),
    ("301", Error(301, headers={"location": "https://new.example/v1/chat/completions"}), ConnectionFailed, "another address", "https://new.example/v1"),
    ("drop", Drop(), ServiceUnavailable, "broke off", "Try again"),
    ("hang", Hang(), ServiceUnavailable, "stopped answering", "more time"),
    ("bad utf-8", Raw(b"data: \xff\xfe\n\n", "text/event-stream"), ServiceUnavailable, "not the API's format", "OpenAI-compatible"),
    ("error event", Raw(b'data: {"error": {"message": "boom", "type": "server_error"}}\n\n', "text/event-stream"), ServiceUnavailable, "boom", "Try again"),
    ("rate event", Raw(b'data: {"error": {"message": "slow", "code": "rate_limit_exceeded"}}\n\n', "text/event-stream"), RateLimited, "slow", "Wait"),
]  # fmt: skip


@pytest.fixture(scope="module")
def service() -> Iterator[ScriptedUpstream]:
    with ScriptedUpstream() as upstream:
        yield upstream


@pytest.mark.parametrize(
    ("reply", "kind", "says", "advises"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_each_failure_in_words(
    service: ScriptedUpstream, reply: Reply, kind: type[AppError], says: str, advises: str
) -> None:
    service.reply(reply)
    _, failure, _ = ask(service.base_url)
    assert type(failure) is kind
    assert says in failure.message
    assert failure.message.endswith(".")
    assert advises in failure.advice
    assert failure.details
    for part in (failure.message, failure.advice, failure.details):
        assert KEY not in part
        assert "Traceback" not in part


@pytest.mark.parametrize(
    ("reply", "kept"),
    [
        (Text("one two three", drop_after=2), "one two"),
        (Text("one two three", hang_after=1), "one"),
        (Text("one two three", malformed_after=2), "one two"),
    ],
    ids=["dropped", "hung", "malformed"],
)
def test_what_came_before_a_break_was_given(service: ScriptedUpstream, reply: Reply, kept: str) -> None:
    service.reply(reply)
    text, failure, _ = ask(service.base_url)
    assert text == kept
    assert type(failure) is ServiceUnavailable


def test_no_key_and_wrong_key_are_told_apart() -> None:
    with ScriptedUpstream(key="sk-right") as service:
        assert "none was sent" in str(ask(service.base_url, key="")[1])
        assert "refuses the key (401)" in str(ask(service.base_url, key="sk-wrong")[1])
        assert ask(service.base_url, key="sk-right")[1] is None


def test_a_base_url_without_v1_is_corrected(service: ScriptedUpstream) -> None:
    base = service.base_url.removesuffix("/v1")
    _, failure, _ = ask(base)
    assert type(failure) is ConnectionFailed
    assert failure.advice == f"The address probably lacks “/v1”: try {service.base_url}"


def test_nobody_there() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    _, failure, _ = ask(f"http://127.0.0.1:{port}/v1")
    assert type(failure) is ConnectionFailed
    assert "refused" in failure.message
    assert "127.0.0.1" in failure.message
    assert "Start the model server" in failure.advice


def test_a_name_that_does_not_exist(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    _, failure, _ = ask("https://no-such-host.invalid/v1")
    assert type(failure) is ConnectionFailed
    assert "“no-such-host.invalid” could not be found" in failure.message
    assert "online" in failure.advice


def test_a_server_that_cannot_be_called_in_time() -> None:
    """A full queue of connections: the system neither accepts nor refuses."""
    from openai import APITimeoutError

    error = APITimeoutError(request=_request())
    import httpx2

    error.__cause__ = httpx2.ConnectTimeout("")
    failure = translate(error, service="Acme")
    assert type(failure) is ServiceUnavailable
    assert "cannot be reached" in failure.message
    assert "firewall" in failure.advice


def _request() -> Any:
    import httpx2

    return httpx2.Request(
        "POST", "https://api.example.com/v1/chat/completions", headers={"Authorization": f"Bearer {KEY}"}
    )


# -- TLS -------------------------------------------------------------------------------------------------------------


@contextmanager
def tls_server(folder: Path, *names: str, expired: bool = False) -> Iterator[tuple[str, Path]]:
    """A server with a certificate of its own; gives its base URL and the certificate's file."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "test")])
    now = dt.datetime.now(dt.UTC)
    end = now - dt.timedelta(days=1) if expired else now + dt.timedelta(days=1)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=2))
        .not_valid_after(end)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(n) for n in names]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem, private = folder / "cert.pem", folder / "key.pem"
    pem.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem, private)
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            try:
                with context.wrap_socket(connection, server_side=True) as wrapped:
                    wrapped.recv(65536)
                    body = b'{"object": "list", "data": []}'
                    wrapped.sendall(
                        b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n"
                        b"content-length: %d\r\n\r\n%s" % (len(body), body)
                    )
            except OSError:
                connection.close()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"https://localhost:{listener.getsockname()[1]}/v1", pem
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(5)


@pytest.mark.parametrize(
    ("names", "expired", "own_file", "advice"),
    [
        (("localhost",), False, False, "certificate of your organisation"),
        (("elsewhere.example",), False, True, "belongs to another name"),
        (("localhost",), True, True, "out of date"),
    ],
)
def test_certificates_that_are_not_trusted(
    tmp_path: Path, names: tuple[str, ...], expired: bool, own_file: bool, advice: str
) -> None:
    with tls_server(tmp_path, *names, expired=expired) as (url, pem):
        _, failure, _ = ask(url, seconds=5, ca_file=str(pem) if own_file else "")
    assert type(failure) is ConnectionFailed
    assert "No safe connection" in failure.message
    assert advice in failure.advice


def test_a_certificate_file_of_ones_own_is_trusted(tmp_path: Path) -> None:
    async def main(url: str, pem: Path) -> list[Any]:
        client = make_client(Profile("a", "Acme", url, ca_file=str(pem)), Key(KEY))
        try:
            return [m async for m in client.models.list()]
        finally:
            await client.close()

    with tls_server(tmp_path, "localhost") as (url, pem):
        assert asyncio.run(main(url, pem)) == []


def test_https_to_a_server_that_speaks_http(service: ScriptedUpstream) -> None:
    _, failure, _ = ask(service.base_url.replace("http://", "https://"), seconds=5)
    assert type(failure) is ConnectionFailed
    assert "http://" in failure.advice


# -- small things ----------------------------------------------------------------------------------------------------


def test_retry_after_in_every_spelling(service: ScriptedUpstream) -> None:
    later = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=90)
    assert parse_retry_after({"retry-after": "2"}) == 2
    assert parse_retry_after({"retry-after": "0.5"}) == 0.5
    assert parse_retry_after({"retry-after-ms": "250", "retry-after": "9"}) == 0.25
    assert (
        80 < (parse_retry_after({"retry-after": email.utils.format_datetime(later, usegmt=True)}) or 0) <= 90
    )
    assert parse_retry_after({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}) == 0
    assert parse_retry_after({"retry-after": "-3"}) == 0
    for odd in (
        {},
        {"retry-after": ""},
        {"retry-after": "soon"},
        {"retry-after": "inf"},
        {"retry-after": "nan"},
    ):
        assert parse_retry_after(odd) is None
    service.reply(Error(429, "x", headers={"retry-after": "7"}))
    _, failure, error = ask(service.base_url)
    assert isinstance(failure, RateLimited)
    assert error is not None
    assert failure.retry_after == retry_after(error) == 7
    assert not is_out_of_credit(failure)


def test_translating_twice_changes_nothing() -> None:
    own = Cancelled("stopped")
    assert translate(own) is own
    wrapped = translate(RuntimeError("odd"), service="Acme")
    assert type(wrapped) is ConnectionFailed
    assert wrapped.details == "RuntimeError: odd"


def test_scrubbing() -> None:
    assert scrub(f"a {KEY} b", (KEY,)) == "a ••• b"
    assert "abcdefghijklmnop" not in scrub("key sk-proj-abcdefghijklmnop!")
    assert scrub("Authorization: Bearer something-odd") == "Authorization: Bearer •••"
    assert scrub("abc", ("a",)) == "abc"  # too short to be a key: hiding it would garble everything
    assert len(scrub("x" * 100_000)) < 5000


def test_waiting_times_in_words() -> None:
    assert [describe_seconds(s) for s in (0.2, 1, 1.2, 59, 89, 90, 3600)] == [
        "1 second", "1 second", "2 seconds", "59 seconds", "89 seconds", "2 minutes", "60 minutes",
    ]  # fmt: skip


def test_secrets_in_other_headers_are_hidden_too(service: ScriptedUpstream) -> None:
    profile = Profile("acme", "Acme", service.base_url, headers={"X-Gateway-Token": "gw-very-secret-1"})
    service.reply(Error(400, "you sent gw-very-secret-1"))

    async def main() -> AppError:
        client = make_client(replace(profile), Key(KEY))
        try:
            await client.chat.completions.create(model="scripted-1", messages=[])
        except Exception as error:
            return translate(error, service="Acme")
        finally:
            await client.close()
        raise AssertionError

    failure = asyncio.run(main())
    assert "gw-very-secret-1" not in f"{failure} {failure.details}"
