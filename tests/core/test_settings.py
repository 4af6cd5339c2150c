"""Settings survive crashes, damage and other versions of the program."""

from __future__ import annotations

import dataclasses
import json
import stat
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.core import settings
from app.core.settings import Settings


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "settings.json"
    chosen = Settings(theme="dark", font_scale=1.25, model_file="ü/ß.gguf")
    settings.save(file, chosen)
    assert settings.load(file) == chosen
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [p.name for p in file.parent.iterdir()] == ["settings.json"]


def test_a_missing_file_gives_the_defaults(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "none.json") == Settings()


def test_fields_of_a_newer_program_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"theme": "light", "hologram": {"depth": 3}}))
    loaded = settings.load(file)
    assert loaded.theme == "light"
    settings.save(file, dataclasses.replace(loaded, theme="dark"))
    assert settings.load(file).extra == {"hologram": {"depth": 3}}


def test_a_wrong_value_falls_back_to_its_default_and_leaves_the_rest(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"theme": "purple", "font_scale": "big", "last_page": "threads"}))
    loaded = settings.load(file)
    assert (loaded.theme, loaded.font_scale, loaded.last_page) == ("system", 1.0, "threads")


@given(st.binary(max_size=60))
def test_any_bytes_in_the_file_are_survived(tmp_path_factory, content: bytes) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path_factory.mktemp("s") / "settings.json"
    file.write_bytes(content)
    loaded = settings.load(file)
    assert isinstance(loaded, Settings)


def test_a_damaged_file_is_set_aside_not_lost(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text("{half")
    assert settings.load(file) == Settings()
    assert (tmp_path / "settings.damaged").read_text() == "{half"
