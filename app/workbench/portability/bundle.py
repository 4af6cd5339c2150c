"""The bundle file (``….assistant``): a package in one ZIP file that can be read again without loss.

::

    manifest.json     {"format": "assistant-workbench.assistant", "version": 1, "program": …, "created": …,
                       "entries": {path: {"bytes": …, "sha256": …}}}
    assistant.json    the assistant's fields, functions and answer format among them
    workbench.json    {"extras": {…}, "handlers": {…}}: sample prompts …, what answers the functions (never a secret)
    knowledge.json    [{"fields": {…}, "files": [{"entry", "filename", "attributes", "chunking_strategy"}]}]
    code_files.json   [{"entry", "filename"}]
    files/0001 …      the files' own bytes; their names stand in the lists, so that no name leads anywhere

What a stranger sends is read with care: nothing is unpacked by a name that stands in it, sizes are counted while they are
read, every entry has to match its checksum, and what is wrong is told in words.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
import stat
import tempfile
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from app import __version__
from app.core.entities import Json
from app.core.errors import InvalidInput, StorageFailed
from app.workbench.portability.package import FIELDS, Package, PackedFile, PackedStore

SUFFIX = ".assistant"
FORMAT = "assistant-workbench.assistant"
VERSION = 1
MOST_BYTES = 8 * 1024**3
MOST_FILE_BYTES = 512 * 1024**2
MOST_JSON_BYTES = 64 * 1024**2
MOST_ENTRIES = 10_050
SPARE_BYTES = 64 * 1024**2
_BLOCK = 1024 * 1024
_LISTS = ("assistant.json", "workbench.json", "knowledge.json", "code_files.json")


@dataclass(frozen=True)
class Contents:
    """A bundle that was read. ``folder`` holds its files until :meth:`close`; ``remarks`` is what a person should know."""

    package: Package
    folder: tempfile.TemporaryDirectory[str]
    remarks: tuple[str, ...] = ()

    def close(self) -> None:
        """Delete the unpacked files."""
        self.folder.cleanup()


# -- writing -------------------------------------------------------------------------------------------------------


def write(package: Package, target: Path) -> None:
    """Write a package into ``target``, whole or not at all.

    Raises:
        StorageFailed: it cannot be written, or one of its files cannot be read.
    """
    part = target.with_name(f".{target.name}.part")
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            _fill(archive, package)
        part.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise StorageFailed(
            f"The file {target.name} cannot be written.",
            advice="Check the folder's permissions and the free space.",
            details=str(error),
        ) from error


def _fill(archive: zipfile.ZipFile, package: Package) -> None:
    entries: dict[str, Json] = {}
    written: dict[Path, str] = {}

    def add_file(file: PackedFile) -> str:
        if file.path not in written:
            entry = f"files/{len(written) + 1:04d}"
            written[file.path] = entry
            entries[entry] = _copy_in(archive, file.path, entry)
        return written[file.path]

    def add_json(entry: str, value: Any) -> None:
        data = json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "replace")
        archive.writestr(entry, data)
        entries[entry] = {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}

    knowledge = [
        {
            "fields": store.fields,
            "files": [
                {
                    "entry": add_file(file),
                    "filename": file.filename,
                    "purpose": file.purpose,
                    "attributes": file.attributes,
                    "chunking_strategy": file.chunking_strategy,
                }
                for file in store.files
            ],
        }
        for store in package.stores
    ]
    code_files = [
        {"entry": add_file(file), "filename": file.filename, "purpose": file.purpose}
        for file in package.code_files
    ]
    add_json("assistant.json", package.assistant)
    add_json("workbench.json", {"extras": package.extras, "handlers": dict(package.handlers)})
    add_json("knowledge.json", knowledge)
    add_json("code_files.json", code_files)
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "program": __version__,
        "created": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "name": package.assistant.get("name") or "",
        "entries": entries,
    }
    archive.writestr(
        "manifest.json", json.dumps(manifest, ensure_ascii=False, indent=2).encode("utf-8", "replace")
    )


def _copy_in(archive: zipfile.ZipFile, path: Path, entry: str) -> Json:
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as source, archive.open(entry, "w", force_zip64=True) as target:
        while block := source.read(_BLOCK):
            digest.update(block)
            size += len(block)
            target.write(block)
    return {"bytes": size, "sha256": digest.hexdigest()}


# -- reading -------------------------------------------------------------------------------------------------------


def read(path: Path) -> Contents:
    """Read a bundle; its files are unpacked beside, under names of our own.

    Raises:
        InvalidInput: it is no bundle, damaged, too large, unsafe, or of a newer program; the message says which.
        StorageFailed: it cannot be opened, or there is no room to unpack it.
    """
    folder = tempfile.TemporaryDirectory(prefix="assistant-", ignore_cleanup_errors=True)
    try:
        with _opened(path) as archive:
            manifest = _manifest(archive, path)
            return _contents(archive, manifest, path, folder)
    except BaseException:
        folder.cleanup()
        raise


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        if not path.is_file():
            raise InvalidInput(f"There is no file {path.name}.", details=str(path))
        with zipfile.ZipFile(path) as archive:
            yield archive
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        EOFError,
        NotImplementedError,
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
    ) as error:
        if isinstance(error, zipfile.BadZipFile) and not _begins_as_zip(path):
            raise _foreign(path, str(error)) from None
        raise _damaged(path, str(error)) from None
    except RuntimeError as error:  # asks for a password
        raise InvalidInput(
            f"{path.name} is locked with a password.",
            advice="Ask for one without; assistant files never have one.",
            details=str(error),
        ) from None
    except OSError as error:
        raise StorageFailed(
            f"The file {path.name} cannot be read.", advice="Check its permissions.", details=str(error)
        ) from error
    except Exception as error:
        if type(error).__module__ in {"zlib", "lzma"}:
            raise _damaged(path, str(error)) from None
        raise


def _manifest(archive: zipfile.ZipFile, path: Path) -> Json:
    infos = archive.infolist()
    _check_entries(infos, path)
    if "manifest.json" not in archive.namelist():
        raise _foreign(path, "no manifest.json in it")
    manifest = _json(archive, "manifest.json", path)
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise _foreign(path, "its manifest.json is of another program")
    version = manifest.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise _damaged(path, "the manifest has no version")
    if version > VERSION:
        raise InvalidInput(
            f"{path.name} was made by a newer version of this program.",
            advice="Update the program, then open it again.",
            details=f"format version {version}, this program reads up to {VERSION}",
        )
    entries = manifest.get("entries")
    if not isinstance(entries, dict) or any(name not in entries for name in _LISTS):
        raise _damaged(path, "the manifest does not list what belongs to it")
    known = {info.filename for info in infos}
    missing = [name for name in entries if name not in known]
    if missing:
        raise _damaged(path, f"{missing[0][:80]} is missing")
    return manifest


def _check_entries(infos: list[zipfile.ZipInfo], path: Path) -> None:
    """Refuse what no bundle of ours can hold, before anything is read."""
    if len(infos) > MOST_ENTRIES:
        raise _too_large(path, f"it holds {len(infos):,} files; at most {MOST_ENTRIES:,} are taken")
    seen: set[str] = set()
    total = 0
    for info in infos:
        name = info.filename
        parts = PurePosixPath(name).parts
        if (
            name.startswith(("/", "\\"))
            or "\\" in name
            or ".." in parts
            or ":" in name
            or "\0" in name
            or stat.S_ISLNK(info.external_attr >> 16)
        ):
            raise InvalidInput(
                f"{path.name} is not safe to open: a file in it would be put outside of its folder.",
                advice="Nothing was unpacked. Do not use this file.",
                details=repr(name[:200]),
            )
        if name in seen:
            raise _damaged(path, f"{name[:80]} is in it twice")
        seen.add(name)
        total += info.file_size
        if info.file_size > MOST_FILE_BYTES:
            raise _too_large(path, f"one file in it has {info.file_size:,} bytes; at most 512 MB are taken")
    if total > MOST_BYTES:
        raise _too_large(path, f"unpacked it has {total:,} bytes; at most 8 GB are taken")


def _contents(
    archive: zipfile.ZipFile, manifest: Json, path: Path, folder: tempfile.TemporaryDirectory[str]
) -> Contents:
    entries: dict[str, Json] = manifest["entries"]
    lists = {name: _json(archive, name, path, entries[name]) for name in _LISTS}
    assistant, workbench = lists["assistant.json"], lists["workbench.json"]
    knowledge, code_files = lists["knowledge.json"], lists["code_files.json"]
    if not (isinstance(assistant, dict) and isinstance(workbench, dict)):
        raise _damaged(path, "assistant.json or workbench.json is no object")
    if not (isinstance(knowledge, list) and isinstance(code_files, list)):
        raise _damaged(path, "knowledge.json or code_files.json is no list")
    if not isinstance(assistant.get("model"), str):
        raise _damaged(path, "the assistant has no model")
    needed = sum(int(entry.get("bytes") or 0) for entry in entries.values() if isinstance(entry, dict))
    if shutil.disk_usage(folder.name).free < needed + SPARE_BYTES:
        raise StorageFailed(
            f"There is no room to unpack {path.name}: it needs {needed / 1e6:,.0f} MB.",
            advice="Make room on the disk and open it again.",
        )
    unpacked: dict[str, Path] = {}

    def packed(item: Any) -> PackedFile:
        entry = item.get("entry") if isinstance(item, dict) else None
        if not isinstance(entry, str) or not isinstance(item.get("filename"), str) or entry not in entries:
            raise _damaged(path, "a file is listed that is not in it")
        if entry not in unpacked:
            target = Path(folder.name) / f"{len(unpacked) + 1:05d}"
            _unpack(archive, entry, entries[entry], target, path)
            unpacked[entry] = target
        return PackedFile(
            filename=item["filename"],
            path=unpacked[entry],
            purpose=str(item.get("purpose") or "assistants"),
            attributes=item.get("attributes"),
            chunking_strategy=item.get("chunking_strategy"),
        )

    stores = []
    for store in knowledge:
        if not isinstance(store, dict) or not isinstance(store.get("files"), list):
            raise _damaged(path, "knowledge.json is not as it should be")
        files = tuple(packed(item) for item in store["files"])
        stores.append(PackedStore(dict(store.get("fields") or {}), files))
    unknown = sorted(name for name in assistant if name not in FIELDS)
    remarks = (
        (f"Left out, because this version does not know it: {', '.join(unknown)[:200]}.",) if unknown else ()
    )
    package = Package(
        assistant={name: assistant[name] for name in FIELDS if name in assistant},
        stores=tuple(stores),
        code_files=tuple(packed(item) for item in code_files),
        extras=dict(workbench.get("extras") or {}),
        handlers=dict(workbench.get("handlers") or {}),
    )
    return Contents(package, folder, remarks)


def _json(archive: zipfile.ZipFile, name: str, path: Path, expected: Any = None) -> Any:
    digest, data = hashlib.sha256(), bytearray()
    with archive.open(name) as source:
        while block := source.read(_BLOCK):
            digest.update(block)
            data += block
            if len(data) > MOST_JSON_BYTES:
                raise _too_large(path, f"{name} in it has more than 64 MB")
    if isinstance(expected, dict) and expected.get("sha256") != digest.hexdigest():
        raise _damaged(path, f"{name} was changed after it was written")
    try:
        return json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise _damaged(path, f"{name}: {error}"[:200]) from None


def _unpack(archive: zipfile.ZipFile, entry: str, expected: Any, target: Path, path: Path) -> None:
    digest, size = hashlib.sha256(), 0
    with archive.open(entry) as source, target.open("wb") as written:
        while block := source.read(_BLOCK):
            size += len(block)
            if size > MOST_FILE_BYTES:
                raise _too_large(path, "one file in it has more than 512 MB")
            digest.update(block)
            written.write(block)
    if not isinstance(expected, dict) or expected.get("sha256") != digest.hexdigest():
        raise _damaged(path, f"{entry} was changed after it was written")


def _begins_as_zip(path: Path) -> bool:
    try:
        with path.open("rb") as opened:
            return opened.read(4) == b"PK\x03\x04"
    except OSError:
        return False


def _foreign(path: Path, details: str) -> InvalidInput:
    return InvalidInput(
        f"{path.name} is no assistant file.",
        advice=f"Assistant files are made by Export in this program and end in {SUFFIX}.",
        details=details,
    )


def _damaged(path: Path, details: str) -> InvalidInput:
    return InvalidInput(
        f"{path.name} is damaged and was not opened.",
        advice="It may not have been copied or downloaded completely. Get it again.",
        details=details,
    )


def _too_large(path: Path, details: str) -> InvalidInput:
    return InvalidInput(
        f"{path.name} is too large to be an assistant file: {details}.",
        advice="Nothing was unpacked.",
        details=details,
    )
