"""What a model file says of itself, and every way in which a file can be broken."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.errors import ModelUnavailable
from app.inference import gguf
from app.inference.catalogue import catalogue
from app.inference.local_models import builtin_file

from .gguf_maker import make


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "modèle 模型.gguf"
    path.write_bytes(make())
    return path


@pytest.mark.parametrize("whole", [True, False])
def test_a_whole_file_is_described(model: Path, whole: bool) -> None:
    facts = gguf.read(model, whole=whole)
    assert (facts.name, facts.architecture, facts.context) == ("Tiny", "llama", 4096)
    assert facts.size == model.stat().st_size
    assert facts.cache_per_token == 2 * 2 * (16 + 16) * 2  # layers, shared heads, key and value, two bytes
    assert not facts.cannot_chat


def test_the_built_in_model_is_the_published_one(tmp_path: Path) -> None:
    path = builtin_file(tmp_path)
    assert path is not None
    assert path.stat().st_size == catalogue().builtin.bytes
    facts = gguf.read(path, whole=True)
    assert (facts.architecture, facts.context, facts.cache_per_token) == ("llama", 8192, 23040)


def test_heads_that_differ_from_layer_to_layer_are_summed(tmp_path: Path) -> None:
    path = tmp_path / "m.gguf"
    path.write_bytes(make({"llama.attention.head_count_kv": [2, 0], "llama.attention.head_count": [4, 4]}))
    assert gguf.read(path).cache_per_token == 2 * (16 + 16) * 2


@pytest.mark.parametrize("architecture", ["clip", "bert", "nomic-bert"])
def test_files_that_cannot_chat_are_known(tmp_path: Path, architecture: str) -> None:
    path = tmp_path / "m.gguf"
    path.write_bytes(make({"general.architecture": architecture}))
    assert gguf.read(path).cannot_chat


def test_a_cut_file_is_noticed_wherever_it_is_cut(model: Path) -> None:
    content = model.read_bytes()
    for size in [4, 5, 23, 24, 60, 500, 20_000, len(content) - 260, len(content) - 256, len(content) - 1]:
        model.write_bytes(content[:size])
        with pytest.raises(ModelUnavailable, match=r"“modèle 模型.gguf” is cut off\. .*download it again"):
            gguf.read(model, whole=True)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"GGU", "is not a GGUF model file"),
        (b"PK\x03\x04" + b"x" * 100, "is not a GGUF model file"),
        (b"<!DOCTYPE html>", "is not a GGUF model file"),
        (make(version=1), "is damaged"),
        (make(version=99), "is damaged"),
        (make({"general.alignment": "x"}), "is damaged"),
    ],
)
def test_a_broken_file_gets_its_sentence(model: Path, content: bytes, sentence: str) -> None:
    model.write_bytes(content)
    with pytest.raises(ModelUnavailable, match=sentence):
        gguf.read(model, whole=True)


def test_missing_files_and_folders_get_their_sentences(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="does not exist"):
        gguf.read(tmp_path / "none.gguf")
    with pytest.raises(ModelUnavailable, match="is a folder"):
        gguf.read(tmp_path)


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything; Windows has other rights"
)
def test_an_unreadable_file_gets_its_sentence_unless_root_reads_it(model: Path) -> None:
    model.chmod(0)
    with pytest.raises(ModelUnavailable, match="may not be read"):
        gguf.read(model)


def test_all_parts_of_a_split_model_are_wanted(tmp_path: Path) -> None:
    first, second = (tmp_path / f"big-{n:05}-of-00002.gguf" for n in (1, 2))
    first.write_bytes(make())
    with pytest.raises(ModelUnavailable, match=r"big-00002-of-00002\.gguf” does not exist"):
        gguf.read(first)
    second.write_bytes(make())
    assert gguf.read(first).size == first.stat().st_size * 2
    assert gguf.stem(first) == "big"


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_damage_gives_a_sentence_or_a_description(tmp_path: Path, data: st.DataObject) -> None:
    content = bytearray(make({"tokenizer.ggml.tokens": ["a", "b"]}))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(4, min(len(content) - 1, 600)))
        content[at] = data.draw(st.sampled_from([0, 1, 8, 9, 127, 255]))
    path = tmp_path / "m.gguf"
    path.write_bytes(content)
    try:
        facts = gguf.read(path, whole=True)
    except ModelUnavailable as error:
        assert error.message  # noqa: PT017
    else:
        assert facts.cache_per_token >= 0
