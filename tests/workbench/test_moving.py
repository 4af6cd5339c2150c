"""Whole assistants in and out of the real engine: knowledge with its labels and pieces, files, functions, answers to them."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from typing import Any

import pytest

from app.core.errors import InvalidInput, NotFound
from app.workbench.portability import bundle
from app.workbench.portability.handlers import PortableHandlers
from app.workbench.portability.moving import Mover
from app.workbench.portability.package import Package, PackedFile, PackedStore
from app.workbench.tools.handler_store import HandlerStore
from app.workbench.tools.specs import HandlerSpec
from app.workbench.versions import Versions
from tests.workbench.test_services import Access

CHUNKING = {"type": "static", "static": {"max_chunk_size_tokens": 200, "chunk_overlap_tokens": 20}}


def whole(folder: Path) -> Package:
    guide, notes, table = folder / "guide", folder / "notes", folder / "table"
    guide.write_text("# Guide\n\nPress the red button twice.\n")
    notes.write_text("Größe zählt.\n", "utf-8")
    table.write_bytes(b"a,b\n1,2\n")
    return Package(
        assistant={
            "name": "Everything",
            "model": "scripted-1",
            "instructions": "Use all of it.",
            "temperature": 0.2,
            "tools": [
                {"type": "file_search", "file_search": {"max_num_results": 3}},
                {"type": "code_interpreter"},
                {
                    "type": "function",
                    "function": {"name": "ring", "strict": False, "parameters": {"type": "object"}},
                },
            ],
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "a", "schema": {"type": "object"}},
            },
            "metadata": {"team": "blue"},
        },
        stores=(
            PackedStore(
                {"name": "Docs", "metadata": {"k": "v"}},
                (
                    PackedFile(
                        "guide.md", guide, attributes={"year": 2025.0, "ok": True}, chunking_strategy=CHUNKING
                    ),
                    PackedFile("nötes.txt", notes),
                ),
            ),
        ),
        code_files=(PackedFile("table.csv", table),),
        extras={"sample_prompts": ["Hi"], "last_messages": 4},
        handlers={
            "ring": HandlerSpec(
                "http", url="https://x.example/{{n}}", headers=(("X", "{{secret:k}}"),)
            ).to_json()
        },
    )


def contents(package: Package) -> dict[str, Any]:
    return {
        "assistant": package.assistant,
        "stores": [
            (
                {name: store.fields.get(name) for name in ("name", "metadata")},
                [(f.filename, f.path.read_bytes(), f.attributes) for f in store.files],
            )
            for store in package.stores
        ],
        "chunking": [f.chunking_strategy for store in package.stores for f in store.files][:1],
        "code_files": [(f.filename, f.path.read_bytes()) for f in package.code_files],
        "extras": package.extras,
        "handlers": {name: HandlerSpec.from_json(data) for name, data in package.handlers.items()},
    }


def test_an_assistant_with_everything_comes_back_as_it_was(engine: Any, client: Any, tmp_path: Path) -> None:
    async def scenario() -> None:
        access = Access(engine)
        versions = Versions(None)
        mover = Mover(access, versions, PortableHandlers(HandlerStore(None)))
        package = whole(tmp_path)
        told: list[str] = []
        made = await mover.install(package, note="Test", progress=lambda _d, _t, words: told.append(words))
        assert told == ["table.csv", "guide.md", "nötes.txt", ""]
        assert [v.note for v in await versions.list(made.id)] == ["Test"]
        target = tmp_path / "all.assistant"
        async with mover.exported(made.id) as exported:
            for name in ("name", "model", "instructions", "temperature", "metadata"):
                assert exported.assistant[name] == package.assistant[name]
            assert [tool["type"] for tool in exported.assistant["tools"]] == [
                "file_search",
                "code_interpreter",
                "function",
            ]
            assert exported.assistant["tools"][2] == package.assistant["tools"][2]
            found = contents(exported)  # the engine fills in what was left to it
            assert {**found, "assistant": None} == {**contents(package), "assistant": None}
            bundle.write(exported, target)
        read = bundle.read(target)
        again = await mover.install(read.package)
        read.close()
        async with mover.exported(again.id) as twice:
            assert contents(twice) == found
        first = made.raw["tool_resources"]
        second = again.raw["tool_resources"]
        assert first["file_search"]["vector_store_ids"] != second["file_search"]["vector_store_ids"]
        store_id = second["file_search"]["vector_store_ids"][0]
        end = time.monotonic() + 60
        while client.vector_stores.retrieve(store_id).file_counts.completed < 2:
            assert time.monotonic() < end
            await asyncio.sleep(0.2)
        versions.close()
        await access.close()

    asyncio.run(scenario())


def test_what_cannot_be_made_leaves_nothing_behind(engine: Any, client: Any, tmp_path: Path) -> None:
    async def scenario() -> None:
        access = Access(engine)
        versions = Versions(None)
        mover = Mover(access, versions)
        package = whole(tmp_path)
        files, stores = len(client.files.list().data), len(client.vector_stores.list().data)
        bad = Package({**package.assistant, "temperature": 9}, package.stores, package.code_files)
        with pytest.raises(InvalidInput):
            await mover.install(bad)
        assert len(client.files.list().data) == files
        assert len(client.vector_stores.list().data) == stores
        versions.close()
        await access.close()

    asyncio.run(scenario())


def test_a_file_that_is_gone_is_told_when_exporting(engine: Any, tmp_path: Path) -> None:
    async def scenario() -> None:
        access = Access(engine)
        versions = Versions(None)
        mover = Mover(access, versions)
        with pytest.raises(NotFound):
            async with mover.exported("asst_nothing"):
                pass
        versions.close()
        await access.close()

    asyncio.run(scenario())


def test_keys_never_leave_with_a_bundle() -> None:
    async def scenario() -> None:
        store = HandlerStore(None)
        spec = HandlerSpec(
            "http",
            url="https://x.example",
            headers=(
                ("Authorization", "Bearer sk-real"),
                ("X-Api-Key", "real"),
                ("Accept", "a"),
                ("Token", "{{secret:t}}"),
            ),
        )
        await store.put("asst_1", "f", spec)
        found = await PortableHandlers(store).export("asst_1")
        assert found["f"]["headers"] == [
            ["Authorization", "Bearer {{secret:Authorization}}"],
            ["X-Api-Key", "{{secret:X-Api-Key}}"],
            ["Accept", "a"],
            ["Token", "{{secret:t}}"],
        ]
        assert "real" not in str(found)

    asyncio.run(scenario())
