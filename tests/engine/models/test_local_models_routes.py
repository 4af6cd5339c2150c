"""The engine's routes for models of this computer: what is there, downloads, loading, files of one's own."""

from __future__ import annotations

import http.server
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import openai
import pytest

from app.inference.catalogue import catalogue
from app.inference.local_models import builtin_file
from tests.inference.gguf_maker import make
from tests.support.engine_process import EngineProcess

BUILTIN = catalogue().builtin
TOUCHED = "lfm2.5-1.2b-instruct"


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """An engine of our own, whose way to the network ends at a proxy that refuses everything."""

    class Refusing(http.server.BaseHTTPRequestHandler):
        def do_CONNECT(self) -> None:
            self.send_error(403)

        do_GET = do_CONNECT  # noqa: N815

        def log_message(self, *_: Any) -> None:
            pass

    proxy = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Refusing)
    threading.Thread(target=proxy.serve_forever, daemon=True, kwargs={"poll_interval": 0.01}).start()
    address = f"http://127.0.0.1:{proxy.server_port}"
    folder = tmp_path_factory.mktemp("local") / "data"
    environment = {"HTTPS_PROXY": address, "HTTP_PROXY": address, "https_proxy": address}
    with EngineProcess(folder, environment=environment) as process:
        yield process
    proxy.shutdown()
    proxy.server_close()


@pytest.fixture
def local(engine: Any) -> Iterator[Any]:
    with engine.client() as client:
        yield Local(client, engine.data_dir)


class Local:
    """The routes, as the window calls them."""

    def __init__(self, client: Any, data_dir: Path) -> None:
        self._client = client
        self.folder = data_dir / "models"

    def page(self) -> dict[str, Any]:
        return self._client.get("/local_models", cast_to=object)

    def get(self, model_id: str) -> dict[str, Any]:
        return next(item for item in self.page()["data"] if item["id"] == model_id)

    def post(self, path: str, /, **body: Any) -> dict[str, Any]:
        return self._client.post(f"/local_models{path}", body=body, cast_to=object)

    def delete(self, model_id: str) -> dict[str, Any]:
        return self._client.delete(f"/local_models/{quote(model_id)}", cast_to=object)

    def wait(self, model_id: str, state: str) -> dict[str, Any]:
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            item = self.get(model_id)
            if item["download"] and item["download"]["state"] == state:
                return item
            time.sleep(0.05)
        raise AssertionError(self.get(model_id))


def test_the_catalogue_is_listed_with_room_and_abilities(local: Local) -> None:
    page = local.page()
    ids = [item["id"] for item in page["data"]]
    assert ids == list(catalogue().models)
    assert page["free_disk"] > 0
    assert 0 < page["free_memory"] <= page["total_memory"]
    assert page["threads"] >= 1
    starter = local.get(BUILTIN.id)
    assert (starter["kind"], starter["installed"], starter["removable"]) == ("builtin", True, False)
    best = local.get(catalogue().recommended.id)
    assert (best["installed"], best["recommended"], best["tools"]) == (False, True, "prompted")
    assert best["sources"][-1] == "package index"
    assert best["remark"]
    assert best["licence"] == "Apache-2.0"


def test_a_model_is_loaded_with_its_memory_and_given_back(local: Local) -> None:
    loaded = local.post(f"/{BUILTIN.id}/load")
    assert loaded["state"] == "ready"
    assert loaded["memory_used"] > 50_000_000
    assert loaded["served_context"] > 1000
    given_back = local.post(f"/{BUILTIN.id}/unload")
    assert given_back["state"] == "stopped"
    assert given_back["memory_used"] is None


def test_a_file_of_ones_own_is_offered_and_taken_back(local: Local, tmp_path: Path) -> None:
    file = tmp_path / "my own ☃.gguf"
    source = builtin_file(local.folder)
    assert source is not None
    shutil.copy(source, file)
    added = local.post("", path=str(file))
    assert (added["kind"], added["path"], added["removable"]) == ("added", str(file), True)
    assert local.delete(added["id"])["deleted"]
    assert file.exists()
    assert added["id"] not in [item["id"] for item in local.page()["data"]]


@pytest.mark.parametrize("content", [b"", b"<html>", make()[:40]])
def test_what_is_no_model_is_refused_in_words(local: Local, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "no model.gguf"
    file.write_bytes(content)
    with pytest.raises(openai.BadRequestError) as refused:
        local.post("", path=str(file))
    assert refused.value.code == "local_model_unavailable"
    assert "no model.gguf" in str(refused.value)


def test_a_download_that_fails_says_why_and_can_be_begun_again(local: Local) -> None:
    assert local.post(f"/{TOUCHED}/download")["download"]["state"] == "downloading"
    failed = local.wait(TOUCHED, "failed")
    assert not failed["installed"]
    assert "could not be downloaded" in failed["download"]["message"]
    assert failed["download"]["advice"]
    assert local.post(f"/{TOUCHED}/download")["download"]["state"] == "downloading"
    assert local.post(f"/{TOUCHED}/cancel")["download"]["state"] in {"cancelled", "failed"}


def test_what_a_stopped_download_left_is_told_and_deleted(local: Local) -> None:
    model = catalogue().models["qwen3.5-4b"]
    local.folder.mkdir(parents=True, exist_ok=True)
    part = local.folder / f"{model.file}.part"
    part.write_bytes(b"x" * 1234)
    assert local.get(model.id)["unfinished"] == 1234
    assert local.delete(model.id)["deleted"]
    assert not part.exists()
    assert local.get(model.id)["unfinished"] == 0


def test_a_downloaded_file_is_deleted_and_the_starter_is_not(local: Local) -> None:
    model = catalogue().models["qwen3.5-2b"]
    local.folder.mkdir(parents=True, exist_ok=True)
    file = local.folder / model.file
    file.write_bytes(make())
    assert local.get(model.id)["kind"] == "downloaded"
    local.delete(model.id)
    assert not file.exists()
    with pytest.raises(openai.BadRequestError, match="comes with the program"):
        local.delete(BUILTIN.id)
    assert local.get(BUILTIN.id)["installed"]


def test_unknown_models_are_404(local: Local) -> None:
    for path in ("/nothing/download", "/nothing/cancel", "/nothing/unload"):
        with pytest.raises(openai.NotFoundError):
            local.post(path)
    with pytest.raises(openai.BadRequestError, match="no local model"):
        local.post("/nothing/load")
