"""Bundle files: read and written without loss, and refused in words when something is wrong with them."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from app.core.errors import InvalidInput, StorageFailed
from app.workbench.portability import bundle
from app.workbench.portability.package import Package, PackedFile, PackedStore
from app.workbench.templates import template, templates


def package(folder: Path) -> Package:
    one, two = folder / "one", folder / "two"
    one.write_bytes(bytes(range(256)) * 50)
    two.write_text("Größe\n", "utf-8")
    chunking = {"type": "static", "static": {"max_chunk_size_tokens": 200, "chunk_overlap_tokens": 20}}
    return Package(
        assistant={
            "name": "Ünïcode 🦉",
            "model": "gpt-x",
            "instructions": "a\nb",
            "temperature": 0.1,
            "tools": [{"type": "function", "function": {"name": "f", "parameters": {"type": "object"}}}],
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "a", "schema": {"x-own": [1, None]}},
            },
            "metadata": {"k": "v"},
        },
        stores=(
            PackedStore(
                {"name": "Docs", "metadata": {"a": "b"}},
                (
                    PackedFile(
                        "../evil/näme.pdf",
                        one,
                        attributes={"year": 2025, "ok": True},
                        chunking_strategy=chunking,
                    ),
                    PackedFile("two.md", two),
                ),
            ),
        ),
        code_files=(PackedFile("data.csv", one, "user_data"),),
        extras={"sample_prompts": ["Hi"], "last_messages": 4},
        handlers={"f": {"kind": "canned", "output": "{}"}},
    )


def described(given: Package) -> dict[str, Any]:
    def file(found: PackedFile) -> Any:
        return (
            found.filename,
            found.path.read_bytes(),
            found.purpose,
            found.attributes,
            found.chunking_strategy,
        )

    return {
        "assistant": given.assistant,
        "stores": [(store.fields, [file(found) for found in store.files]) for store in given.stores],
        "code_files": [file(found) for found in given.code_files],
        "extras": given.extras,
        "handlers": dict(given.handlers),
    }


def written(folder: Path) -> Path:
    target = folder / "x.assistant"
    bundle.write(package(folder), target)
    return target


def test_nothing_is_lost_on_the_way(tmp_path: Path) -> None:
    target = written(tmp_path)
    contents = bundle.read(target)
    assert described(contents.package) == described(package(tmp_path))
    assert contents.remarks == ()
    unpacked = Path(contents.folder.name)
    assert all(found.path.parent == unpacked for found in contents.package.files)
    contents.close()
    assert not unpacked.exists()
    assert [p.name for p in tmp_path.iterdir() if "part" in p.name] == []
    with zipfile.ZipFile(target) as archive:
        assert sum(name.startswith("files/") for name in archive.namelist()) == 2  # equal files once


@pytest.mark.parametrize("found", templates(), ids=lambda t: t.id)
def test_every_template_is_complete_and_can_be_carried(found: Any, tmp_path: Path) -> None:
    assert found.name
    assert found.summary
    assert found.remark
    assert found.sample_prompts
    assert all(path.is_file() for path in found.files)
    assert set(found.handlers) <= {
        t["function"]["name"] for t in found.assistant.get("tools", ()) if t["type"] == "function"
    }
    made = found.package("some-model")
    bundle.write(made, tmp_path / "t.assistant")
    contents = bundle.read(tmp_path / "t.assistant")
    assert described(contents.package) == described(made)
    contents.close()


def test_there_are_enough_templates_of_every_kind() -> None:
    assert len(templates()) >= 8
    needs = {need for found in templates() for need in found.needs}
    assert needs == {"file_search", "code_interpreter", "functions", "json_schema"}
    assert template("data-analyst").code_files
    with pytest.raises(KeyError):
        template("nothing")


# -- what is wrong ---------------------------------------------------------------------------------------------------


def rebuilt(source: Path, target: Path, **changes: bytes | None) -> Path:
    """Copy a bundle with entries changed (None: left out), the manifest not."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = changes.get(name, old.read(name))
            if data is not None:
                new.writestr(name, data)
        for name, data in changes.items():
            if name not in old.namelist() and data is not None:
                new.writestr(name, data)
    return target


def refused(path: Path) -> InvalidInput:
    with pytest.raises(InvalidInput) as caught:
        bundle.read(path)
    assert caught.value.message.startswith(path.name)
    assert caught.value.advice
    return caught.value


def test_foreign_files_are_told_apart(tmp_path: Path) -> None:
    text = tmp_path / "a.assistant"
    text.write_text("hello")
    assert "is no assistant file" in refused(text).message
    other = tmp_path / "b.assistant"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    assert "is no assistant file" in refused(other).message
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("manifest.json", '{"format": "other"}')
    assert "is no assistant file" in refused(other).message
    with pytest.raises(InvalidInput, match="There is no file"):
        bundle.read(tmp_path / "none.assistant")


def test_damaged_files_are_refused(tmp_path: Path) -> None:
    source = written(tmp_path)
    whole = source.read_bytes()
    cut = tmp_path / "cut.assistant"
    for size in (len(whole) // 2, len(whole) - 10):
        cut.write_bytes(whole[:size])
        assert "damaged" in refused(cut).message
    for name in ("assistant.json", "files/0001", "knowledge.json"):
        changed = rebuilt(source, tmp_path / "changed.assistant", **{name: b'{"model": "x"}'})
        assert "damaged" in refused(changed).message
        missing = rebuilt(source, tmp_path / "missing.assistant", **{name: None})
        assert "damaged" in refused(missing).message
    for at in range(60, len(whole) - 60, max(1, len(whole) // 40)):
        cut.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        try:
            bundle.read(cut).close()
        except (InvalidInput, StorageFailed):
            continue  # in words; a flipped bit in what nobody reads may also be harmless


def manifest_of(path: Path, **changes: Any) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return json.dumps({**json.loads(archive.read("manifest.json")), **changes}).encode()


def test_a_newer_program_is_named_as_the_reason(tmp_path: Path) -> None:
    source = written(tmp_path)
    newer = rebuilt(source, tmp_path / "n.assistant", **{"manifest.json": manifest_of(source, version=2)})
    assert "newer version of this program" in refused(newer).message
    for wrong in ("1", 0, None, True):
        odd = rebuilt(
            source, tmp_path / "o.assistant", **{"manifest.json": manifest_of(source, version=wrong)}
        )
        assert "damaged" in refused(odd).message


@pytest.mark.parametrize("name", ["../outside", "/etc/x", "a/../../b", "C:/x", "..\\x"])
def test_names_that_lead_outside_are_refused_before_anything_is_unpacked(name: str, tmp_path: Path) -> None:
    source = written(tmp_path)
    bad = rebuilt(source, tmp_path / "bad.assistant", **{name: b"x"})
    assert "not safe to open" in refused(bad).message
    assert not (tmp_path.parent / "outside").exists()


def test_links_are_refused(tmp_path: Path) -> None:
    source = written(tmp_path)
    with zipfile.ZipFile(source, "a") as archive:
        link = zipfile.ZipInfo("files/link")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert "not safe to open" in refused(source).message


def test_huge_ones_are_refused_by_their_word_and_by_what_they_are(tmp_path: Path, monkeypatch: Any) -> None:
    source = written(tmp_path)
    monkeypatch.setattr(bundle, "MOST_BYTES", 1000)
    assert "too large" in refused(source).message
    monkeypatch.setattr(bundle, "MOST_BYTES", 10**9)
    monkeypatch.setattr(bundle, "MOST_FILE_BYTES", 1000)
    assert "too large" in refused(source).message
    monkeypatch.setattr(bundle, "MOST_FILE_BYTES", 10**9)
    monkeypatch.setattr(bundle, "MOST_ENTRIES", 3)
    assert "too large" in refused(source).message


def test_lists_that_name_what_is_not_there_are_refused(tmp_path: Path) -> None:
    source = written(tmp_path)
    for name, value in (
        ("code_files.json", [{"entry": "files/9999", "filename": "x"}]),
        ("code_files.json", ["x"]),
        ("knowledge.json", {"a": 1}),
        ("knowledge.json", [{"files": 3}]),
        ("assistant.json", []),
        ("assistant.json", {"name": "no model"}),
        ("workbench.json", {"extras": [1, 2, 3]}),
    ):
        data = json.dumps(value).encode()
        with zipfile.ZipFile(source) as archive:
            entries = json.loads(archive.read("manifest.json"))["entries"]
        entries[name] = {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        manifest = manifest_of(source, entries=entries)
        bad = rebuilt(source, tmp_path / "bad.assistant", **{name: data, "manifest.json": manifest})
        assert "damaged" in refused(bad).message, (name, value)


def test_fields_of_a_later_program_are_left_out_with_a_remark(tmp_path: Path) -> None:
    made = package(tmp_path)
    bundle.write(Package({**made.assistant, "verbosity": "low"}), tmp_path / "later.assistant")
    contents = bundle.read(tmp_path / "later.assistant")
    assert "verbosity" not in contents.package.assistant
    assert "verbosity" in contents.remarks[0]
    contents.close()


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageFailed, match="cannot be written"):
        bundle.write(package(tmp_path), tmp_path / "no folder" / "x.assistant")
