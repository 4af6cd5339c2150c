"""Figures of the knowledge room: ``python -m tests.benchmarks.knowledge [--sizes 1000,10000,100000] [--cranfield FOLDER]``.

- ingest: text files through the whole pipeline with the real model (chunks/s, windows/s, MB/s);
- search: latency of whole searches (query embedded, filtered, fused, texts fetched) in stores of so many chunks whose
  vectors are random, memory of the process and size of the database;
- quality: nDCG@10 of words, vectors and their mixture on a collection in Cranfield's format, if a folder with
  ``cran.all.1400``, ``cran.qry`` and ``cranqrel`` is given (none is carried with the program).
"""

from __future__ import annotations

import argparse
import asyncio
import json
import math
import os
import random
import re
import statistics
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import psutil

from app.knowledge.chunks import Chunking
from app.knowledge.documents import Block, Document
from app.knowledge.embedding.builtin import BuiltinEmbedder
from app.knowledge.embedding.windows import WindowRule
from app.knowledge.prepared import cut
from app.knowledge.service import KnowledgeService, Weights

Figures = dict[str, Any]


def words(count: int = 30_000) -> list[str]:
    """A vocabulary of made-up words whose frequencies will follow Zipf's law, as those of languages do."""
    chance = random.Random(1)
    syllables = [
        "ba",
        "con",
        "der",
        "el",
        "fi",
        "gra",
        "ho",
        "in",
        "ka",
        "lum",
        "mor",
        "ne",
        "or",
        "pra",
        "ti",
        "ver",
    ]
    return [
        "".join(chance.choice(syllables) for _ in range(chance.randint(1, 4))) + str(n % 7 or "")
        for n in range(count)
    ]


def texts(seed: int, length: int, vocabulary: list[str]) -> str:
    """A text of so many words."""
    import numpy as np

    ranks = np.random.default_rng(seed).zipf(1.15, size=length) % len(vocabulary)
    return " ".join(
        vocabulary[rank] + (".\n" if n % 15 == 14 else "") for n, rank in enumerate(ranks.tolist())
    )


async def ingest(folder: Path) -> Figures:
    """Take in about 300 kB of text in six files."""
    vocabulary = words()
    service = await KnowledgeService.open(folder / "ingest")
    await service.create_store("vs")
    size = 0
    began, cpu = time.perf_counter(), time.process_time()
    for number in range(6):
        path = folder / f"{number}.txt"
        path.write_text(texts(number, 6000, vocabulary), encoding="utf-8")
        size += path.stat().st_size
        await service.add_file("vs", str(number), path, path.name)
    files = [await service.wait("vs", str(number)) for number in range(6)]
    seconds, cpu = time.perf_counter() - began, time.process_time() - cpu
    assert all(file.state == "completed" for file in files)
    chunks = sum(file.chunks for file in files)
    await service.close()
    return {
        "MB": round(size / 1e6, 2),
        "chunks": chunks,
        "seconds": round(seconds, 1),
        "cpu_seconds": round(cpu, 1),
        "chunks_per_second": round(chunks / seconds, 1),
        "MB_per_second": round(size / 1e6 / seconds, 3),
    }


def fill(service: KnowledgeService, size: int, vocabulary: list[str]) -> float:
    """Put ``size`` chunks with random vectors into the store ``vs``; returns the index's chunks per CPU second."""
    import numpy as np

    catalog, index = service._catalog, service._index
    store = catalog.store("vs").key
    random_vectors = np.random.default_rng(5)
    cpu, done, number = 0.0, 0, 0
    while done < size:
        number += 1
        document = Document(texts(number, 40_000, vocabulary), "text", (Block(0, None, 1, None),))
        content = cut(document, Chunking(), WindowRule(200, 254))
        rows = random_vectors.standard_normal((len(content.windows), 384), dtype=np.float32)
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        file = catalog.add_file(
            "vs",
            str(number),
            path="-",
            filename="-",
            chunking=Chunking(),
            attributes={"n": number % 100},
            owner="-",
        )
        before = time.process_time()
        used = index.upsert(store, file.key, content, rows)
        cpu += time.process_time() - before
        catalog.complete(
            file.key,
            kind="text",
            notes=(),
            characters=len(content.text),
            chunks=len(content.chunks),
            usage_bytes=used,
        )
        done += len(content.chunks)
    return done / cpu


async def search(folder: Path, size: int) -> Figures:
    """Latency of 100 different searches in a store of ``size`` chunks, a tenth of them filtered to 1 % of the files."""
    vocabulary = words()
    service = await KnowledgeService.open(folder / str(size))
    store = await service.create_store("vs")
    per_second = await asyncio.to_thread(fill, service, size, vocabulary)
    began = time.perf_counter()
    await service.search(["vs"], "warm up", k=10)
    first = time.perf_counter() - began
    began = time.perf_counter()
    await service.warm(["vs"])
    warming = time.perf_counter() - began
    chance = random.Random(9)
    plain, filtered = [], []
    for number in range(110):
        query = " ".join(
            chance.choice(vocabulary[: 10 ** chance.randint(2, 4)]) for _ in range(chance.randint(2, 12))
        )
        condition = {"type": "eq", "key": "n", "value": number % 100} if number % 10 == 9 else None
        began = time.perf_counter()
        await service.search(["vs"], query, k=10, filter=condition)
        (filtered if condition else plain).append(1000 * (time.perf_counter() - began))
    figures = {
        "chunks": service._index.count(store.key),
        "index_chunks_per_cpu_second": round(per_second),
        "first_search_ms": round(1000 * first),
        "warming_s": round(warming, 1),
        "median_ms": round(statistics.median(plain), 1),
        "p95_ms": round(sorted(plain)[int(0.95 * len(plain))], 1),
        "filtered_median_ms": round(statistics.median(filtered), 1),
        "memory_MB": round(psutil.Process(os.getpid()).memory_info().rss / 1e6),
        "disk_MB": round((folder / str(size) / "knowledge.db").stat().st_size / 1e6),
    }
    await service.close()
    return figures


def cranfield(source: Path) -> tuple[dict[str, str], list[str], dict[int, dict[str, int]]]:
    """Documents, queries and judgements (1 for everything judged relevant)."""
    documents = {}
    for record in (source / "cran.all.1400").read_text(encoding="latin-1").split(".I ")[1:]:
        parts = re.search(r"\.T\n(.*?)\.A\n.*?\.W\n(.*)", record, re.DOTALL)
        if parts and parts.group(2).strip():
            title, text = (" ".join(part.split()) for part in parts.groups())
            documents[record.split("\n", 1)[0].strip()] = f"{title}\n\n{text}"
    queries = [
        " ".join(record.split(".W\n", 1)[1].split())
        for record in (source / "cran.qry").read_text(encoding="latin-1").split(".I ")[1:]
    ]
    judged: dict[int, dict[str, int]] = defaultdict(dict)
    for line in (source / "cranqrel").read_text().splitlines():
        query, document, grade = line.split()
        if int(grade) > 0:
            judged[int(query) - 1][document] = 1
    return documents, queries, judged


async def quality(folder: Path, source: Path) -> Figures:
    """nDCG@10 of words, vectors and their mixture."""
    documents, queries, judged = cranfield(source)
    model = BuiltinEmbedder()
    service = await KnowledgeService.open(folder / "quality", builtin=model, at_once=4)
    await service.create_store("vs")
    for name, text in documents.items():
        path = folder / f"cran{name}.txt"
        path.write_text(text, encoding="utf-8")
        await service.add_file("vs", name, path, path.name)
    for name in documents:
        await service.wait("vs", name)
    figures: Figures = {}
    for label, weights in (("words", Weights(0, 1)), ("vectors", Weights(1, 0)), ("mixture", Weights())):
        gains = []
        for number, query in enumerate(queries):
            found = (await service.search(["vs"], query, k=10, weights=weights)).hits
            gain = sum(
                judged[number].get(hit.file_id, 0) / math.log2(rank + 2) for rank, hit in enumerate(found)
            )
            best = sum(1 / math.log2(rank + 2) for rank in range(min(10, len(judged[number]))))
            gains.append(gain / best if best else 0.0)
        figures[label] = round(sum(gains) / len(gains), 4)
    await service.close()
    await model.close()
    return figures


def main() -> int:
    """Measure and print one JSON object a line."""
    parser = argparse.ArgumentParser(description="Figures of the knowledge room.")
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--cranfield", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(json.dumps({"ingest": asyncio.run(ingest(folder))}), flush=True)
        for size in (int(part) for part in options.sizes.split(",") if part):
            print(json.dumps({"search": asyncio.run(search(folder, size))}), flush=True)
        if options.cranfield:
            print(json.dumps({"quality": asyncio.run(quality(folder, options.cranfield))}), flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
