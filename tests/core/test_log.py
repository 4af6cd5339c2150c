"""The window's log files: what went wrong is in them, keys are not."""

from __future__ import annotations

import logging
import sys
import threading
from pathlib import Path

import pytest

from app.core.log import LogFiles, blot


@pytest.mark.parametrize(
    "secret",
    [
        "sk-proj-abcdefghijklmnop",
        "Bearer abcdefghijkl",
        "api_key=abcdefgh",
        'api-key: "abcdefgh"',
        "token='abcdefgh'",
        "Authorization: abcdefgh",
        "password=hunter2000",
    ],
)
def test_what_looks_like_a_key_is_blotted_out(secret: str) -> None:
    shown = blot(f"before {secret} after")
    assert "abcdefgh" not in shown
    assert "hunter2000" not in shown
    assert shown.startswith("before ")
    assert shown.endswith("after")


def test_ordinary_words_stay() -> None:
    words = "the engine did not start (1): exit code 1; 12 tokens, task-list, disk-space"
    assert blot(words) == words


def test_errors_of_any_kind_reach_the_file_without_keys(tmp_path: Path) -> None:
    hooks = (sys.excepthook, threading.excepthook)
    files = LogFiles(tmp_path / "logs")
    try:
        logging.getLogger("app.test").info("started")
        logging.getLogger("other.library").info("not wanted")
        try:
            raise ValueError("refused sk-abcdefghijklmnop")
        except ValueError:
            logging.getLogger("app.test").exception("failed")
        sys.excepthook(RuntimeError, RuntimeError("at the top"), None)
        thread = threading.Thread(target=lambda: 1 / 0)
        thread.start()
        thread.join()
    finally:
        files.close()
    text = (tmp_path / "logs" / "window.log").read_text("utf-8")
    for wanted in ("started", "ValueError: refused •••", "at the top", "ZeroDivisionError"):
        assert wanted in text
    assert "not wanted" not in text
    assert "abcdefghijklmnop" not in text
    assert (tmp_path / "logs" / "crash.log").exists()
    assert (sys.excepthook, threading.excepthook) == hooks


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file")
    files = LogFiles(tmp_path / "logs")
    logging.getLogger("app.test").info("still here")
    files.close()
