"""Questions find their passages: on a small collection of our own, over the real model, beside each half alone.

No public test collection may be carried with the program; ``tests/benchmarks/knowledge.py`` measures any that lies on
the disk in Cranfield's format.
"""

from __future__ import annotations

import asyncio
import json
import math
import random
from pathlib import Path
from typing import Any

import pytest

from app.knowledge.embedding.builtin import BuiltinEmbedder
from app.knowledge.service import Chunking, KnowledgeService, Weights

COLLECTION = [
    (text, queries)
    for text, queries in json.loads((Path(__file__).parent / "collection.json").read_text(encoding="utf-8"))
]


def filler(seed: int, sentences: int) -> str:
    """Text about nothing, between the passages."""
    chance = random.Random(seed)
    things = [
        "report",
        "committee",
        "valley",
        "engine",
        "ledger",
        "garden",
        "signal",
        "border",
        "recipe",
        "archive",
    ]
    doing = ["was mentioned", "was discussed", "came up", "was set aside", "was noted", "remained open"]
    return " ".join(
        f"The {chance.choice(things)} of the {chance.choice(things)} {chance.choice(doing)} on page {chance.randrange(900)}."
        for _ in range(sentences)
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, model: BuiltinEmbedder) -> Path:
    """A store ``single`` with a file for each passage, and ``long`` with all of them in one file between other things."""
    root = tmp_path_factory.mktemp("quality")

    async def main() -> None:
        service = await KnowledgeService.open(root / "knowledge", builtin=model, at_once=4)
        for number, (text, _) in enumerate(COLLECTION):
            path = root / f"{number}.txt"
            path.write_text(text, encoding="utf-8")
            await service.create_store("single")
            await service.add_file("single", str(number), path, path.name)
        order = list(range(len(COLLECTION)))
        random.Random(3).shuffle(order)
        path = root / "long.txt"
        path.write_text(
            "\n\n".join(f"{filler(n, 12)}\n\n{COLLECTION[n][0]}" for n in order), encoding="utf-8"
        )
        for store, chunking in (("long", Chunking()), ("precise", Chunking(400, 200))):
            await service.create_store(store)
            await service.add_file(store, "all", path, path.name, chunking=chunking)
            assert (await service.wait(store, "all", 100)).state == "completed"
        for number in range(len(COLLECTION)):
            assert (await service.wait("single", str(number), 100)).state == "completed"
        await service.close()

    asyncio.run(main())
    return root


def run(folder: Path, model: BuiltinEmbedder, body: Any) -> Any:
    async def main() -> Any:
        service = await KnowledgeService.open(folder / "knowledge", builtin=model)
        try:
            return await body(service)
        finally:
            await service.close()

    return asyncio.run(main())


def test_the_mixture_finds_more_than_words_or_vectors_alone(folder: Path, model: BuiltinEmbedder) -> None:
    async def body(service: KnowledgeService) -> dict[str, float]:
        figures = {}
        for name, weights in (("mixture", None), ("words", Weights(0, 1)), ("vectors", Weights(1, 0))):
            gains = []
            for number, (_, queries) in enumerate(COLLECTION):
                for query in queries:
                    found = [
                        hit.file_id for hit in (await service.search(["single"], query, weights=weights)).hits
                    ]
                    gains.append(1 / math.log2(found.index(str(number)) + 2) if str(number) in found else 0.0)
            figures[name] = sum(gains) / len(gains)
        return figures

    figures = run(folder, model, body)
    print(figures)
    assert figures["mixture"] > 0.9
    assert figures["mixture"] > figures["words"] + 0.05
    assert figures["mixture"] >= figures["vectors"] - 0.01


@pytest.mark.parametrize(("store", "k"), [("long", 5), ("precise", 5)])
def test_exact_passages_are_inside_the_first_chunks(
    folder: Path, model: BuiltinEmbedder, store: str, k: int
) -> None:
    source = (folder / "long.txt").read_text(encoding="utf-8")

    async def body(service: KnowledgeService) -> float:
        inside = asked = 0
        for text, queries in COLLECTION:
            for query in queries:
                hits = (await service.search([store], query, k=k)).hits
                assert all(source[hit.start : hit.end] == hit.text for hit in hits)
                asked += 1
                inside += any(text in hit.text for hit in hits)
        return inside / asked

    recall = run(folder, model, body)
    print(store, recall)
    assert recall > 0.85
