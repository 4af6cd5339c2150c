"""What goes on in the background stands in the status line on every page, with Cancel: downloads, uploads, reading."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QProgressBar, QWidget

from app.inference.catalogue import catalogue
from app.ui.main_window import MainWindow
from app.ui.page import PAGES
from app.viewmodels.background import BackgroundWork, Work
from app.workbench.knowledge_entities import Chunking
from tests.support.engine_process import EngineProcess
from tests.support.memory_keyring import MemoryKeyring
from tests.support.qt_loop import until
from tests.support.window import SharedEngine, make_services


@asynccontextmanager
async def opened(engine: Any, folder: Path) -> AsyncIterator[MainWindow]:
    shared = SharedEngine(engine)
    services = make_services(shared, folder, keyring=MemoryKeyring())
    window = MainWindow(services)
    window.show_page("playground")
    window.show()
    try:
        yield window
    finally:
        await window.close_pages()
        await services.settings.close()
        await services.connections.close()
        await shared.close()
        window.hide()
        window.deleteLater()


def part(window: MainWindow, name: str) -> Any:
    found = window.findChild(QWidget, f"status_background{name}")
    assert found is not None
    return found


def press_cancel(window: MainWindow) -> None:
    button = part(window, "_cancel")
    assert isinstance(button, QAbstractButton)
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def cut_off(tmp_path: Path) -> Iterator[Any]:
    """An engine whose way to the network ends at a proxy that never answers: a download goes on and on."""
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        address = f"http://127.0.0.1:{proxy.getsockname()[1]}"
        environment = dict.fromkeys(("HTTPS_PROXY", "HTTP_PROXY", "https_proxy", "http_proxy"), address)
        with EngineProcess(tmp_path / "engine", environment=environment) as engine:
            yield engine


@pytest.mark.timeout(90)
async def test_a_download_is_seen_and_cancelled_on_every_page(cut_off: Any, tmp_path: Path) -> None:
    best = catalogue().recommended
    async with opened(cut_off, tmp_path / "window") as window:
        assert not part(window, "").isVisible()
        window.show_page("connections")
        local = window.page("connections").local  # type: ignore[attr-defined]
        await until(lambda: local.loaded)
        button = window.findChild(QAbstractButton, f"local_model_download_{best.id}")
        assert button is not None
        button.click()
        await until(lambda: part(window, "").isVisible())
        for entry in PAGES:
            window.show_page(entry.name)
            assert part(window, "").isVisible()
            assert part(window, "_words").text().startswith(f"Downloading {best.name}: ")
            assert isinstance(part(window, "_bar"), QProgressBar)
        assert part(window, "_cancel").accessibleName().startswith("Cancel: Downloading")
        press_cancel(window)
        await until(lambda: not part(window, "").isVisible())
        with cut_off.client() as client:
            listed = client.get("/local_models", cast_to=object)["data"]
        state = next(model["download"] for model in listed if model["id"] == best.id)
        assert state["state"] == "cancelled"


@pytest.mark.timeout(90)
async def test_files_are_sent_and_read_in_sight_of_every_page(
    engine: Any, client: Any, tmp_path: Path
) -> None:
    words = "The harbour master keeps the key of the crane in the blue box. " * 4000
    files = []
    for number in range(4):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"File {number}. {words}", "utf-8")
        files.append(path)
    store = client.vector_stores.create(name="Harbour")
    seen: list[str] = []
    async with opened(engine, tmp_path / "window") as window:
        window.show_page("knowledge")
        page: Any = window.page("knowledge")
        background = window.services.background
        background.changed.connect(lambda: seen.append(background.words))
        page.viewmodel.uploads.add_paths(store.id, files, Chunking.from_kept(""))
        window.show_page("threads")
        await until(lambda: any(word.startswith("Uploading") for word in seen))
        await until(lambda: any("Reading files of “Harbour”" in word for word in seen), timeout=30)
        assert part(window, "").isVisible() == bool(background.works)
        if background.works:
            press_cancel(window)
        await until(lambda: not background.works, timeout=30)
        assert not part(window, "").isVisible()
    counts = client.vector_stores.retrieve(store.id).file_counts
    assert counts.in_progress == 0
    assert counts.total == 4
    assert counts.failed == 0


def test_the_oldest_work_is_told_and_cancelled_first(qapp: Any) -> None:
    cancelled: list[str] = []
    work = BackgroundWork()
    told: list[str] = []
    work.changed.connect(lambda: told.append(work.words))
    work.show(Work("a", "First", None, lambda: cancelled.append("a")))
    work.show(Work("b", "Second", 0.5, lambda: cancelled.append("b")))
    work.show(Work("a", "First, half", 0.5, lambda: cancelled.append("a")))
    assert told == ["First", "1 of 2: First", "1 of 2: First, half"]
    work.cancel()
    work.end("a")
    work.cancel()
    work.end("b")
    work.end("b")
    work.cancel()
    assert cancelled == ["a", "b"]
    assert told[-2:] == ["Second", ""]
