"""Token counts: OpenAI's published ones, offline, for any text."""

from __future__ import annotations

import hashlib
import socket
import threading
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core import paths, tokens


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("token counting touched the network")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.mark.parametrize(
    ("text", "model", "ids"),
    [  # ids as OpenAI publishes them
        ("tiktoken is great!", "gpt-4", [83, 1609, 5963, 374, 2294, 0]),
        ("hello world", "gpt-4", [15339, 1917]),
        ("hello world", "gpt-4o", [24912, 2375]),
    ],
)
def test_the_vocabularies_give_the_published_ids(text: str, model: str, ids: list[int]) -> None:
    encoding = tokens._encoding(tokens.encoding_name(model))
    assert encoding is not None
    assert encoding.encode(text) == ids
    assert tokens.count(text, model) == len(ids)


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [("antidisestablishmentarianism", 6, 6), ("2 + 2 = 4", 7, 7), ("お誕生日おめでとう", 9, 8), ("", 0, 0)],
)
def test_counts_follow_the_model(text: str, old: int, new: int) -> None:
    assert tokens.count(text, "gpt-4") == old
    assert tokens.count(text, "gpt-4o") == new
    assert tokens.count(text) == new


@pytest.mark.parametrize(
    ("model", "name"),
    [
        ("", "o200k_base"),
        ("gpt-4", "cl100k_base"),
        ("gpt-4-turbo-2024-04-09", "cl100k_base"),
        ("gpt-3.5-turbo", "cl100k_base"),
        ("gpt-35-turbo-16k", "cl100k_base"),
        ("ft:gpt-3.5-turbo-0125:org::id", "cl100k_base"),
        ("text-embedding-3-small", "cl100k_base"),
        ("my-service/gpt-4", "cl100k_base"),
        ("gpt-4o-mini", "o200k_base"),
        ("gpt-4.1-nano", "o200k_base"),
        ("ft:gpt-4o-2024-08-06:org::id", "o200k_base"),
        ("ft:gpt-4.1:org::id", "o200k_base"),
        ("openrouter/openai/gpt-5", "o200k_base"),
        ("o3", "o200k_base"),
        ("smollm2-135m-instruct", "o200k_base"),
    ],
)
def test_the_model_chooses_the_vocabulary(model: str, name: str) -> None:
    assert tokens.encoding_name(model) == name


def test_special_tokens_in_text_are_ordinary_text() -> None:
    assert tokens.count("<|endoftext|>", "gpt-4") == 7
    assert tokens.count("<|endoftext|>") > 1
    assert tokens.count("<|im_start|>system<|im_end|>") > 2


def test_lone_surrogates_are_counted() -> None:
    assert tokens.count("a\ud800b") == tokens.count("a\ufffdb")
    assert tokens.count("\udfff" * 1000) > 0


@settings(max_examples=200, deadline=None)
@given(
    st.text(st.characters(codec=None, exclude_categories=()), max_size=300), st.sampled_from(["", "gpt-4"])
)
def test_any_text_has_a_count(text: str, model: str) -> None:
    encoding = tokens._encoding(tokens.encoding_name(model))
    assert encoding is not None
    assert tokens.count(text, model) == len(encoding.encode(text, disallowed_special=()))


MEGABYTE = 1_000_000


@pytest.mark.parametrize("model", ["", "gpt-4"])
@pytest.mark.parametrize(
    "text",
    [
        "a" * MEGABYTE,
        " " * MEGABYTE,
        " " * MEGABYTE + "x",
        "\t" * MEGABYTE,
        "\u00a0" * (MEGABYTE // 2),
        "\n" * MEGABYTE,
        (" " * 4000 + "x") * 250,
        "!" * MEGABYTE,
        "\ud800" * (MEGABYTE // 3),
    ],
    ids=["a", "spaces", "spaces and x", "tabs", "hard spaces", "newlines", "gaps", "marks", "surrogates"],
)
def test_a_megabyte_of_one_character_takes_under_a_second_of_cpu(
    text: str, model: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    tokens.count("warm", model)
    before = time.thread_time()
    assert tokens.count(text, model) > 0
    assert time.thread_time() - before < 1.0
    assert not caplog.records, "it was estimated"
    assert capfd.readouterr().err == ""


def test_long_white_space_is_off_by_a_few_at_most() -> None:
    exact = tokens.count("x" + " " * 4096 + "y", "gpt-4")
    assert tokens.count("x" + " " * 4097 * 4 + "y", "gpt-4") <= 4 * exact + 4


def test_threads_share_one_load(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "_encodings", {})
    loads: list[str] = []
    load = tokens._load

    def counting(name: tokens.EncodingName) -> object:
        loads.append(name)
        return load(name)

    monkeypatch.setattr(tokens, "_load", counting)
    threads = [threading.Thread(target=tokens.count, args=("hello",)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert loads == ["o200k_base"]


@pytest.mark.parametrize("content", [None, b"", b"not gzip", b"\x1f\x8b\x08\x00broken"])
def test_without_a_usable_vocabulary_counts_are_estimates(
    content: bytes | None, tmp_path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(tokens, "_encodings", {})
    monkeypatch.setattr(tokens, "resource", lambda *parts: tmp_path.joinpath(parts[-1]))
    if content is not None:
        (tmp_path / "o200k_base.tiktoken.gz").write_bytes(content)
    assert tokens.count("12345678\ud800") == 3
    assert "estimates" in caplog.text


def test_the_notice_states_the_files_sums() -> None:
    folder = paths.resource("tokenizers")
    notice = (folder / "NOTICE").read_text("utf-8")
    files = sorted(folder.glob("*.gz"))
    assert len(files) == 2
    for file in files:
        assert hashlib.sha256(file.read_bytes()).hexdigest() in notice
