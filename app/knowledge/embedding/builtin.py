"""The embedding model that comes with the program: all-MiniLM-L6-v2 with int8 weights, on the CPU.

English, 384 numbers, at most 254 tokens of text at once. ``packaging/embedding_model.py`` tells how it is made. One
text at a time goes through the graph: its activations are quantized as they come, so a text's vector must not depend
on its neighbours, and on a CPU batches are no faster.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filelock import FileLock

from app.core.paths import resource
from app.knowledge.embedding.embedder import EmbeddingFailed
from app.knowledge.embedding.windows import WindowRule

if TYPE_CHECKING:
    import onnxruntime
    import tokenizers

    from app.knowledge.embedding.embedder import Vectors

log = logging.getLogger(__name__)

WINDOW_TOKENS = 200
TOKEN_LIMIT = 254
_CHECKOUT = Path(__file__).resolve().parents[3]
_PAUSE = 0.25  # the longest that background work waits for a search, in seconds


def find_model() -> Path:
    """The folder with the model: among the program's resources; in a checkout made there, once, in seconds.

    Raises:
        EmbeddingFailed: this installation has none.
    """
    installed = resource("embedding")
    if (installed / "about.json").is_file():
        return installed
    script = _CHECKOUT / "packaging" / "embedding_model.py"
    if getattr(sys, "frozen", False) or not script.is_file():
        raise EmbeddingFailed(
            "The embedding model is missing from this installation.", advice="Install the program again."
        )
    folder = _CHECKOUT / ".cache" / "resources" / "embedding"
    folder.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(folder.with_suffix(".lock")):
        recipe = hashlib.sha256(script.read_bytes()).hexdigest()
        try:
            made = json.loads((folder / "about.json").read_text(encoding="utf-8")).get("recipe") == recipe
        except (OSError, ValueError):
            made = False
        if not made:
            log.info("making the embedding model from its published weights")
            done = subprocess.run(
                [sys.executable, str(script), str(folder)], capture_output=True, text=True, check=False
            )
            if done.returncode:
                raise EmbeddingFailed(
                    "The embedding model could not be made.",
                    advice="Set the checkout up again.",
                    details=done.stderr[-2000:],
                )
    return folder


class BuiltinEmbedder:
    """The built-in model; loaded at first use (0.1 s, about 60 MB), safe from any thread.

    ``threads`` workers embed in the background; an urgent text has a thread of its own, and background work waits
    while it runs, so that a search is quick while files are taken in.
    """

    def __init__(self, folder: Path | None = None, threads: int | None = None) -> None:
        self._folder = folder
        self._session: onnxruntime.InferenceSession | None = None
        self._tokenizer: tokenizers.Tokenizer | None = None
        self._lock = threading.Lock()
        self._calm = threading.Event()
        self._calm.set()
        self._urgent_count = 0
        workers = threads or max(1, min(4, (os.cpu_count() or 2)))
        self._background = ThreadPoolExecutor(workers, thread_name_prefix="embedding")
        self._urgent = ThreadPoolExecutor(1, thread_name_prefix="embedding-urgent")
        self._about: dict[str, Any] | None = None

    @property
    def id(self) -> str:
        """Name and version of the model."""
        return str(self._description()["id"])

    @property
    def dimension(self) -> int:
        """Length of its vectors."""
        return int(self._description()["dimension"])

    @property
    def rule(self) -> WindowRule:
        """Windows of about 200 of its own tokens."""
        self._description()
        return WindowRule(WINDOW_TOKENS, TOKEN_LIMIT, str(self._model_folder() / "tokenizer.json"))

    async def embed(self, texts: Sequence[str], *, urgent: bool = False) -> Vectors:
        """Vectors of some texts, one row each.

        Raises:
            EmbeddingFailed: the model's files are missing or damaged.
        """
        import numpy as np

        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        loop = asyncio.get_running_loop()
        if urgent:
            self._hurry(1)
            try:
                rows = [await loop.run_in_executor(self._urgent, self.embed_one, text) for text in texts]
            finally:
                self._hurry(-1)
        else:
            futures = [loop.run_in_executor(self._background, self._embed_calmly, text) for text in texts]
            try:
                rows = list(await asyncio.gather(*futures))
            except BaseException:
                for future in futures:
                    future.cancel()
                raise
        return np.stack(rows)

    def embed_one(self, text: str) -> Vectors:
        """The vector of one text, of which the model sees the first 254 tokens. Blocks for 2 to 40 ms.

        Raises:
            EmbeddingFailed: the model's files are missing or damaged.
        """
        import numpy as np

        session, tokenizer = self._loaded()
        ids = np.array([tokenizer.encode(text).ids], dtype=np.int64)
        row: Vectors = session.run(None, {"ids": ids})[0][0]
        return row

    async def close(self) -> None:
        """Drop what is queued and free the model."""
        self._calm.set()
        self._background.shutdown(wait=False, cancel_futures=True)
        self._urgent.shutdown(wait=False, cancel_futures=True)
        await asyncio.to_thread(self._background.shutdown, wait=True)
        self._session = self._tokenizer = None

    def _embed_calmly(self, text: str) -> Vectors:
        self._calm.wait(_PAUSE)
        return self.embed_one(text)

    def _hurry(self, change: int) -> None:
        with self._lock:
            self._urgent_count += change
            if self._urgent_count:
                self._calm.clear()
            else:
                self._calm.set()

    def _model_folder(self) -> Path:
        if self._folder is None:
            self._folder = find_model()
        return self._folder

    def _description(self) -> dict[str, Any]:
        if self._about is None:
            try:
                self._about = dict(
                    json.loads((self._model_folder() / "about.json").read_text(encoding="utf-8"))
                )
            except (OSError, ValueError) as error:
                raise EmbeddingFailed(
                    "The embedding model is damaged.", advice="Install the program again."
                ) from error
        return self._about

    def _loaded(self) -> tuple[onnxruntime.InferenceSession, tokenizers.Tokenizer]:
        if self._session is None or self._tokenizer is None:
            with self._lock:
                if self._session is None or self._tokenizer is None:
                    self._tokenizer, self._session = self._load()
        return self._session, self._tokenizer

    def _load(self) -> tuple[tokenizers.Tokenizer, onnxruntime.InferenceSession]:
        import onnxruntime
        from tokenizers import Tokenizer

        folder = self._model_folder()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf-8"))
            # From bytes: a path with letters outside the system's code page is no obstacle.
            session = onnxruntime.InferenceSession(
                (folder / "model.onnx").read_bytes(), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:
            raise EmbeddingFailed(
                "The embedding model cannot be loaded.",
                advice="Install the program again.",
                details=str(error),
            ) from error
        tokenizer.no_padding()
        tokenizer.enable_truncation(TOKEN_LIMIT + 2)
        return tokenizer, session
