"""The built-in model gives the published model's likenesses; services' answers are checked."""

from __future__ import annotations

import asyncio
import hashlib
import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.core.errors import AuthenticationFailed, RateLimited, ServiceUnavailable
from app.knowledge.embedding import builtin
from app.knowledge.embedding.builtin import BuiltinEmbedder, find_model
from app.knowledge.embedding.embedder import EmbeddingFailed, ServiceEmbedder, embed_with_patience
from tests.knowledge.conftest import PlayedService

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "embedding_model.py"


def embed(embedder: Any, texts: list[str], **options: Any) -> Any:
    return asyncio.run(embedder.embed(texts, **options))


def test_likenesses_are_those_that_the_models_authors_publish(model: BuiltinEmbedder) -> None:
    rows = embed(
        model, ["The weather is lovely today.", "It's so sunny outside!", "He drove to the stadium."]
    )
    assert rows.shape == (3, 384)
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1, abs=1e-3)
    assert rows[0] @ rows[1] == pytest.approx(0.6660, abs=0.02)
    assert rows[0] @ rows[2] == pytest.approx(0.1046, abs=0.02)
    assert rows[1] @ rows[2] == pytest.approx(0.1411, abs=0.02)


def test_a_texts_vector_does_not_depend_on_its_neighbours(model: BuiltinEmbedder) -> None:
    texts = ["short", "a much longer text about ships " * 20, "", "日本語", "x" * 5000, "short"]
    together = embed(model, texts)
    alone = np.stack([embed(model, [text])[0] for text in texts])
    assert (together == alone).all()
    assert (embed(model, texts, urgent=True) == together).all()
    assert np.isfinite(together).all()
    assert embed(model, []).shape == (0, 384)


def test_a_search_does_not_wait_for_a_long_queue(model: BuiltinEmbedder) -> None:
    async def main() -> bool:
        background = asyncio.ensure_future(model.embed(["many words about the sea " * 40] * 60))
        await asyncio.sleep(0.05)
        await model.embed(["a question"], urgent=True)
        first = not background.done()
        await background
        return first

    assert asyncio.run(main())


def test_threads_share_the_model(model: BuiltinEmbedder) -> None:
    expected = model.embed_one("the same text")
    rows: list[Any] = []
    threads = [
        threading.Thread(target=lambda: rows.append(model.embed_one("the same text"))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(rows) == 8
    assert all((row == expected).all() for row in rows)


def test_the_model_is_made_the_same_every_time(tmp_path: Path) -> None:
    for name in ("one", "two"):
        subprocess.run([sys.executable, str(SCRIPT), str(tmp_path / name)], check=True, capture_output=True)
    one, two = ((tmp_path / name / "model.onnx").read_bytes() for name in ("one", "two"))
    assert hashlib.sha256(one).digest() == hashlib.sha256(two).digest()
    assert len(one) < 25_000_000
    about = json.loads((tmp_path / "one" / "about.json").read_text())
    assert about["sha256"] == hashlib.sha256((find_model() / "model.onnx").read_bytes()).hexdigest()
    assert (tmp_path / "one" / "LICENSE").read_text().strip().startswith("Apache License")
    assert "all-MiniLM-L6-v2" in (tmp_path / "one" / "NOTICE").read_text()


def test_an_installation_without_the_model_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(builtin, "resource", tmp_path.joinpath)
    monkeypatch.setattr(builtin, "_CHECKOUT", tmp_path)
    with pytest.raises(EmbeddingFailed, match="missing"):
        find_model()
    (tmp_path / "embedding").mkdir()
    (tmp_path / "embedding" / "about.json").write_text('{"id": "x", "dimension": 384}')
    (tmp_path / "embedding" / "model.onnx").write_bytes(b"no graph")
    (tmp_path / "embedding" / "tokenizer.json").write_text("{}")
    with pytest.raises(EmbeddingFailed, match="cannot be loaded"):
        BuiltinEmbedder().embed_one("text")


def test_services_are_asked_in_batches_and_their_vectors_brought_to_length_one(played: PlayedService) -> None:
    embedder = ServiceEmbedder("m", played, batch=2)
    rows = embed(embedder, ["a b", "c", "d e f", "g", "h"])
    assert rows.shape == (5, 64)
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1)
    assert embedder.dimension == 64


@pytest.mark.parametrize(
    "answer",
    [[[1.0, 2.0]], [[1.0], [1.0, 2.0]], [1.0, 2.0], [["a"], ["b"]], [[float("nan")], [1.0]], None, []],
)
def test_answers_that_are_no_vectors_are_errors(answer: Any) -> None:
    async def call(texts: list[str]) -> Any:
        return answer

    with pytest.raises(EmbeddingFailed):
        embed(ServiceEmbedder("m", call), ["one", "two"])


def test_a_service_that_is_away_for_a_moment_is_asked_again(played: PlayedService) -> None:
    played.failures = [ServiceUnavailable("away"), RateLimited("slow down", retry_after=0.01)]
    rows = asyncio.run(embed_with_patience(ServiceEmbedder("m", played), ["a"], delay=0.01))
    assert rows.shape == (1, 64)
    played.failures = [ServiceUnavailable("away")] * 3
    with pytest.raises(ServiceUnavailable):
        asyncio.run(embed_with_patience(ServiceEmbedder("m", played), ["a"], attempts=3, delay=0.01))
    played.failures = [AuthenticationFailed("no key"), AuthenticationFailed("no key")]
    with pytest.raises(AuthenticationFailed):
        asyncio.run(embed_with_patience(ServiceEmbedder("m", played), ["a"], delay=0.01))
    assert len(played.failures) == 1
