"""Files that a person asks for are whole or as they were."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest

from app.core.errors import StorageFailed
from app.core.export_file import write_export


def write(file: Path, text: str) -> None:
    asyncio.run(write_export(file, lambda: text))


def test_a_file_is_written_and_replaced_with_nothing_left_beside_it(tmp_path: Path) -> None:
    file = tmp_path / ("é" * 80 + ".html")
    write(file, "first 🎉")
    write(file, "second")
    assert file.read_text("utf-8") == "second"
    assert [one.name for one in tmp_path.iterdir()] == [file.name]


def test_half_a_surrogate_pair_does_not_break_it(tmp_path: Path) -> None:
    write(tmp_path / "a.md", "half \ud83d pair")
    assert (tmp_path / "a.md").read_text("utf-8") == "half ? pair"


def test_what_fails_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "kept.md"
    file.write_text("old", "utf-8")

    def broken() -> str:
        raise OSError(28, "No space left on device")

    with pytest.raises(StorageFailed) as failed:
        asyncio.run(write_export(file, broken))
    assert "kept.md" in failed.value.message
    assert file.read_text("utf-8") == "old"
    with pytest.raises(StorageFailed):
        write(tmp_path / "no such folder" / "a.md", "text")
    with pytest.raises(StorageFailed):
        write(tmp_path, "text")
    assert [one.name for one in tmp_path.iterdir()] == ["kept.md"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_links_and_rights_stay(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old", "utf-8")
    (tmp_path / "real.md").chmod(0o640)
    (tmp_path / "link.md").symlink_to("real.md")
    write(tmp_path / "link.md", "new")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text("utf-8") == "new"
    assert (tmp_path / "real.md").stat().st_mode & 0o777 == 0o640
