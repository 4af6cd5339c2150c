from __future__ import annotations

import pytest

from app.connections.addresses import is_loopback, is_near, lacks_v1, normalize_base_url, with_v1
from app.core.errors import InvalidInput


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("https://api.example.com/v1", "https://api.example.com/v1"),
        (" https://api.example.com/v1/ \n", "https://api.example.com/v1"),
        ("api.example.com/v1", "https://api.example.com/v1"),
        ("localhost:11434/v1", "http://localhost:11434/v1"),
        ("127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("192.168.1.20:1234/v1", "http://192.168.1.20:1234/v1"),
        ("[::1]:8080/v1", "http://[::1]:8080/v1"),
        ("nas.local:8000", "http://nas.local:8000"),
        ("box:8000", "http://box:8000"),
        ("HTTPS://Api.Example.com/v1", "https://Api.Example.com/v1"),
        ("https://api.example.com/v1/chat/completions", "https://api.example.com/v1"),
        ("https://api.example.com/v1/models/", "https://api.example.com/v1"),
        ("https://api.example.com/v1/responses", "https://api.example.com/v1"),
        ("https://api.example.com/threads/runs", "https://api.example.com"),
        ("<https://api.example.com/v1>", "https://api.example.com/v1"),
        ("https://müller.example/v1", "https://müller.example/v1"),
        ("https://gateway.example/openai/v1beta", "https://gateway.example/openai/v1beta"),
    ],
)
def test_what_people_type_becomes_a_base_url(typed: str, meant: str) -> None:
    assert normalize_base_url(typed) == meant
    assert normalize_base_url(meant) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "ftp://example.com",
        "file:///etc/passwd",
        "https://",
        "https:///v1",
        "https://example.com:99999",
        "https://example.com:port",
        "https://exa mple.com",
        "https://example.com\n/v1\n/x y",
        "https://user:secret-word@example.com/v1",
        "https://example.com/v1?key=secret-word",
        "https://example.com/v1#x",
        "http://[::1",
    ],
)
def test_what_is_no_address_is_refused_with_the_field(typed: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        normalize_base_url(typed)
    assert refused.value.field == "base_url"
    assert refused.value.advice
    assert "secret-word" not in str(refused.value)


def test_near_and_far() -> None:
    for host in ("localhost", "LOCALHOST", "a.localhost", "127.0.0.1", "127.9.9.9", "::1", "[::1]"):
        assert is_loopback(host)
        assert is_near(host)
    for host in ("10.0.0.1", "192.168.0.9", "fe80::1%eth0", "nas.lan", "server"):
        assert not is_loopback(host)
        assert is_near(host)
    for host in ("example.com", "8.8.8.8", "2001:4860:4860::8888", "notlocalhost.com"):
        assert not is_near(host)


def test_v1() -> None:
    assert lacks_v1("https://api.example.com")
    assert lacks_v1("https://api.example.com/openai")
    assert not lacks_v1("https://api.example.com/v1")
    assert not lacks_v1("https://api.example.com/v1beta/openai")
    assert with_v1("https://api.example.com/") == "https://api.example.com/v1"
