"""A session's files, handled as what they are: the work of untrusted code.

Names are made harmless on the way in. On the way out nothing is followed or trusted: only plain files with one name are
taken, each folder on the way is opened without following links, and sizes and counts are bounded.
"""

# ruff: noqa: PTH101, PTH104, PTH118
# (descriptors and dir_fd, which pathlib does not know)
from __future__ import annotations

import contextlib
import itertools
import os
import re
import secrets
import stat
import sys
import unicodedata
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from app.core.errors import InvalidInput, NotFound
from app.interpreter.model import MIB, Limits

_HAS_DIR_FD = os.open in os.supports_dir_fd and sys.platform != "win32"
_DEPTH = 12
_DEEPEST = 64
"""Folders within folders that a session may make: enough for any archive, and so many can be held open to be counted."""
_MOST_NAMES = 100_000  # of one folder that are counted: far beyond any limit
_NAME_BYTES = 200
_WINDOWS_DEVICES = re.compile(r"(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$")
_SPARSE_FROM = 16 * 1024 * 1024


@dataclass(frozen=True)
class Entry:
    """One thing in a folder: ``kind`` is ``file``, ``folder`` or ``other``; ``stored`` is what it takes on disk."""

    kind: str
    size: int
    stored: int
    links: int
    mark: tuple[int, int, int]
    """Changes whenever the file does: inode, time of the last change of content, size."""


@dataclass(frozen=True)
class FileInfo:
    """A file for a person or an API: its name below ``/mnt/data``, size in bytes, time of change (Unix seconds)."""

    name: str
    size: int
    modified: float


def safe_name(name: str) -> str:
    """Make a name that an upload gets: its last part, without control characters, never empty, hidden or too long."""
    name = unicodedata.normalize("NFC", name.encode("utf-8", "replace").decode("utf-8", "replace"))
    name = name.replace("\\", "/").rsplit("/", 1)[-1]
    name = "".join(
        "_"
        if unicodedata.category(letter) in {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"} or letter in '<>:"|?*'
        else letter
        for letter in name
    ).strip(" .")
    if _WINDOWS_DEVICES.match(name):
        name = f"_{name}"
    stem, dot, suffix = name.rpartition(".")
    if not dot:
        stem, suffix = name, ""
    room = _NAME_BYTES - len(suffix.encode()) - 1
    if len(name.encode()) > _NAME_BYTES and room > 0:
        name = stem.encode()[:room].decode(errors="ignore") + (f".{suffix}" if suffix else "")
    elif len(name.encode()) > _NAME_BYTES:
        name = name.encode()[:_NAME_BYTES].decode(errors="ignore")
    return name or "file"


def deliverable_name(name: str) -> bool:
    """Whether a name that a session made can be handed on: whole text, nothing hidden, no control characters."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    parts = name.split("/")
    return all(
        part
        and not part.startswith(".")
        and part != "__pycache__"
        and "\\" not in part
        and not any(unicodedata.category(letter) in {"Cc", "Cs", "Cf"} for letter in part)
        for part in parts
    )


def scan(root: Path, limit: int = 1_000_000) -> Iterator[tuple[str, Entry]]:
    """Walk everything below ``root`` without following links; at most ``limit`` entries and twelve levels deep.

    A folder that lies deeper is given as ``other`` and not looked into: what is in it is not taken.
    """
    count = 0
    pending: list[tuple[str, int]] = [("", 0)]
    while pending:
        relative, depth = pending.pop()
        for name, status in _list(root, relative):
            count += 1
            if count > limit:
                return
            path = f"{relative}/{name}" if relative else name
            is_folder = stat.S_ISDIR(status.st_mode)
            if is_folder and depth < _DEPTH:
                pending.append((path, depth + 1))
            kind = (
                "file"
                if stat.S_ISREG(status.st_mode)
                else "folder"
                if is_folder and depth < _DEPTH
                else "other"
            )
            yield (
                path,
                Entry(
                    kind,
                    status.st_size,
                    _stored(status),
                    status.st_nlink,
                    (status.st_ino, status.st_mtime_ns, status.st_size),
                ),
            )


def _list(root: Path, relative: str) -> Iterator[tuple[str, os.stat_result]]:
    if not _HAS_DIR_FD:
        folder = root / relative if relative else root
        with contextlib.suppress(OSError), os.scandir(folder) as found:
            for item in found:
                with contextlib.suppress(OSError):
                    yield item.name, item.stat(follow_symlinks=False)
        return
    try:
        descriptor = _open_folder(root, relative.split("/") if relative else [])
    except OSError:
        return
    try:
        with os.scandir(descriptor) as found:
            for item in found:
                with contextlib.suppress(OSError):
                    yield item.name, item.stat(follow_symlinks=False)
    finally:
        os.close(descriptor)


def _open_folder(root: Path, parts: list[str]) -> int:
    descriptor = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    for part in parts:
        try:
            below = _open_below(descriptor, part)
        finally:
            os.close(descriptor)
        descriptor = below
    return descriptor


def _open_below(descriptor: int, name: str) -> int:
    flags = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
    try:
        return os.open(name, flags, dir_fd=descriptor)
    except PermissionError:  # a cell closed its own folder, perhaps to hide what is in it
        _make_accessible(name, descriptor)
        return os.open(name, flags, dir_fd=descriptor)


def _make_accessible(name: str, folder: int) -> None:
    handle = os.open(
        name, getattr(os, "O_PATH", 0) | os.O_NOFOLLOW | os.O_DIRECTORY | os.O_CLOEXEC, dir_fd=folder
    )
    try:
        os.chmod(f"/proc/self/fd/{handle}", 0o700)
    finally:
        os.close(handle)


def usage(root: Path, files_limit: int) -> tuple[int, int]:
    """Bytes on disk and number of entries below ``root``; counting stops above ``files_limit`` entries."""
    stored = count = 0
    for _name, entry in scan(root, files_limit + 1):
        stored += entry.stored
        count += 1
    return stored, count


def excess(root: Path, limits: Limits, unseen: int = 0) -> str | None:
    """Say in words what is too much of what lies under ``/mnt/data``, or None; ``unseen`` bytes are added.

    All levels count, also those from which nothing is taken.
    """
    stored, count = unseen, 0
    with contextlib.closing(_everything(root)) as found:
        for status, depth in found:
            stored += _stored(status)
            count += 1
            if count > limits.folder_files:
                return f"it put more than {limits.folder_files} files into /mnt/data"
            if depth > _DEEPEST:
                return f"it made folders more than {_DEEPEST} levels deep in /mnt/data"
    if stored > limits.folder_bytes:
        return f"it put more than {limits.folder_bytes // MIB} MB into /mnt/data"
    return None


def _stored(status: os.stat_result) -> int:
    blocks = getattr(status, "st_blocks", -1)
    return blocks * 512 if blocks >= 0 else status.st_size


def _everything(root: Path) -> Generator[tuple[os.stat_result, int], None, None]:
    """What is below ``root`` and how deep it lies (from 1), without names, which can be longer than memory is large."""
    if not _HAS_DIR_FD:
        pending = [(root, 1)]
        while pending:
            folder, depth = pending.pop()
            for name, status in _list(folder, ""):
                yield status, depth
                if stat.S_ISDIR(status.st_mode) and depth <= _DEEPEST:
                    pending.append((folder / name, depth + 1))
        return
    way: list[tuple[int, list[str]]] = []  # what is open on the way down, and what is left to look at there

    def enter(descriptor: int) -> None:
        try:
            with os.scandir(descriptor) as found:
                way.append((descriptor, [item.name for item in itertools.islice(found, _MOST_NAMES)]))
        except BaseException:
            os.close(descriptor)
            raise

    try:
        with contextlib.suppress(OSError):
            enter(_open_folder(root, []))
        while way:
            descriptor, left = way[-1]
            if not left:
                os.close(descriptor)
                way.pop()
                continue
            name = left.pop()
            with contextlib.suppress(OSError):
                status = os.stat(name, dir_fd=descriptor, follow_symlinks=False)
                yield status, len(way)
                if stat.S_ISDIR(status.st_mode) and len(way) <= _DEEPEST:
                    enter(_open_below(descriptor, name))
    finally:
        for descriptor, _left in way:
            os.close(descriptor)


def snapshot(root: Path, limit: int) -> dict[str, Entry]:
    """Everything below ``root``, to compare with later."""
    return dict(scan(root, limit))


def new_files(
    before: dict[str, Entry], after: dict[str, Entry], limits: Limits
) -> tuple[list[str], list[str]]:
    """Which files of ``after`` are new or changed and can be handed over, and notes about those that cannot."""
    taken: list[str] = []
    notes: list[str] = []
    total = left_out = unusable = 0
    for name, entry in sorted(after.items(), key=lambda item: (item[1].mark[1], item[0])):
        old = before.get(name)
        if entry.kind == "folder" or (old is not None and old.mark == entry.mark and old.kind == entry.kind):
            continue
        hidden = any(part.startswith(".") or part == "__pycache__" for part in name.split("/"))
        if hidden:
            continue
        sparse = entry.size >= _SPARSE_FROM and entry.stored < entry.size // 8
        if entry.kind != "file" or entry.links != 1 or sparse or not deliverable_name(name):
            unusable += 1
        elif len(taken) >= limits.delivered_files or total + entry.size > limits.folder_bytes:
            left_out += 1
        else:
            taken.append(name)
            total += entry.size
    if unusable:
        notes.append(
            f"{unusable} of the new entries in {_DATA} cannot be handed over: only plain files with one name, real content "
            "and a usable name can."
        )
    if left_out:
        notes.append(
            f"{left_out} more new files stay in {_DATA}: one cell hands over at most {limits.delivered_files}."
        )
    return taken, notes


_DATA = "/mnt/data"


def open_file(root: Path, name: str) -> tuple[BinaryIO, int]:
    """Open a file that a session made, to read it, and give its size in bytes; never follows a link.

    Raises:
        NotFound: there is no such plain file.
    """
    parts = [part for part in name.split("/") if part not in {"", "."}]
    if not parts or ".." in parts:
        raise NotFound(f"There is no file “{name}”.")
    try:
        if _HAS_DIR_FD:
            folder = _open_folder(root, parts[:-1])
            try:
                flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
                descriptor = os.open(parts[-1], flags, dir_fd=folder)
            finally:
                os.close(folder)
        else:
            path = root
            for part in parts:
                path = path / part
                if path.is_symlink():
                    raise NotFound(f"There is no file “{name}”.")
            descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        raise NotFound(f"There is no file “{name}”.") from error
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode) or status.st_nlink != 1:
        os.close(descriptor)
        raise NotFound(f"There is no file “{name}”.")
    return os.fdopen(descriptor, "rb"), status.st_size


def copy_limited(source: BinaryIO, target: BinaryIO, limit: int) -> int:
    """Copy at most ``limit`` bytes and say how many it were."""
    copied = 0
    while copied < limit and (piece := source.read(min(1024 * 1024, limit - copied))):
        target.write(piece)
        copied += len(piece)
    return copied


@contextlib.contextmanager
def replace_file(root: Path, name: str) -> Iterator[BinaryIO]:
    """Write the file ``name`` (which may lie in folders) below ``root``, whole or not at all.

    Only for folders that no untrusted process uses: the names may be untrusted, the folder's content is not.

    Raises:
        OSError: it cannot be written.
    """
    target = root.joinpath(*name.split("/"))
    if not target.resolve().is_relative_to(root.resolve()):
        raise OSError(f"{name} leads out of the folder")
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with temporary.open("xb") as file:
            yield file
        os.replace(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def place(root: Path, name: str, write: Callable[[BinaryIO], None], owner: int | None = None) -> str:
    """Put a file under ``root`` with a harmless name, replacing whatever has that name, and give the name.

    ``write`` fills the open file. ``owner`` is the user and group id that the file gets (where we are root).

    Raises:
        InvalidInput: a folder has that name.
    """
    name = safe_name(name)
    if not _HAS_DIR_FD:
        target = root / name
        if target.is_dir() and not target.is_symlink():
            raise InvalidInput(f"“{name}” is a folder in this session.")
        target.unlink(missing_ok=True)
        with target.open("xb") as file:
            write(file)
        return name
    folder = _open_folder(root, [])
    try:
        try:
            os.unlink(name, dir_fd=folder)
        except FileNotFoundError:
            pass
        except OSError as error:
            raise InvalidInput(f"“{name}” is a folder in this session.") from error
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
        descriptor = os.open(name, flags, 0o644, dir_fd=folder)
        with os.fdopen(descriptor, "wb") as file:
            if owner is not None:
                os.fchown(descriptor, owner, owner)
            write(file)
    finally:
        os.close(folder)
    return name


def give_away(root: Path, owner: int) -> None:
    """Make ``root`` and everything in it belong to a user and group, without following links; for root alone.

    What lies too deep, or has too long a name, was made by that user anyway.
    """
    os.lchown(root, owner, owner)
    for name, _entry in scan(root):
        with contextlib.suppress(OSError):
            os.lchown(os.path.join(root, name), owner, owner)


def top_level(root: Path) -> list[str]:
    """Names of everything that lies directly in ``root``."""
    with os.scandir(root) as found:
        return [item.name for item in found]


def remove_file(root: Path, name: str) -> None:
    """Remove one file below ``root``, if it is there; never follows a link."""
    parts = [part for part in name.split("/") if part not in {"", "."}]
    if parts and ".." not in parts:
        _remove(root, "/".join(parts))


def prune(root: Path, keep: dict[str, Entry], trash: Path) -> None:
    """Leave only what is in ``keep`` below ``root``; the rest is moved to ``trash``, which is quick, to be removed later.

    ``root`` becomes another folder of the same name: nobody may use it meanwhile. ``trash`` must not exist yet and lie on
    the same disk.
    """
    folders = {name for name, entry in keep.items() if entry.kind == "folder"}
    os.rename(root, trash)
    root.mkdir(mode=0o700)
    for name in sorted(folders, key=lambda item: item.count("/")):
        with contextlib.suppress(OSError):
            (root / name).mkdir(mode=0o700)
    for name in keep:
        if name not in folders:
            parts = name.split("/")
            with contextlib.suppress(OSError):
                source = _open_folder(trash, parts[:-1]) if _HAS_DIR_FD else None
                try:
                    if source is None:
                        os.rename(trash / name, root / name)
                    else:
                        os.rename(parts[-1], root / name, src_dir_fd=source)
                finally:
                    if source is not None:
                        os.close(source)


def remove_tree(root: Path) -> None:
    """Remove a session's folder, however deep it is and whatever was closed in it; nothing that cannot be removed raises."""
    with contextlib.suppress(OSError):
        if not _HAS_DIR_FD:
            _clear(root, None)
        else:
            descriptor = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
            try:
                _clear(root, descriptor)
            finally:
                os.close(descriptor)
        root.rmdir()


def _clear(root: Path, descriptor: int | None) -> None:
    """Remove everything in a folder: what lies in its folders' folders is moved up to it first, so no path gets long.

    ``descriptor`` is the folder, open, where the system knows such; nothing is found through names of untrusted folders.
    """

    def within(folder: Path, handle: int | None, name: str) -> tuple[str | Path, dict[str, int]]:
        return (folder / name, {}) if handle is None else (name, {"dir_fd": handle})

    progress = True
    while progress:
        progress = False
        for name, is_folder in _names(root if descriptor is None else descriptor):
            with contextlib.suppress(OSError):
                target, at = within(root, descriptor, name)
                if not is_folder:
                    os.unlink(target, **at)
                    progress = True
                    continue
                below = None if descriptor is None else _open_below(descriptor, name)
                try:
                    for inner, inner_is_folder in _names(root / name if below is None else below):
                        inner_target, inner_at = within(root / name, below, inner)
                        with contextlib.suppress(OSError):
                            if not inner_is_folder:
                                os.unlink(inner_target, **inner_at)
                            elif below is None or descriptor is None:
                                os.rename(inner_target, root / f".{secrets.token_hex(8)}")
                            else:
                                os.close(_open_below(below, inner))  # what is closed cannot be moved
                                new = f".{secrets.token_hex(8)}"
                                os.rename(inner, new, src_dir_fd=below, dst_dir_fd=descriptor)
                            progress = True
                finally:
                    if below is not None:
                        os.close(below)
                os.rmdir(target, **at)
                progress = True


def _names(folder: Path | int, most: int = 10_000) -> list[tuple[str, bool]]:
    """Some of the names in a folder, and whether each is a folder itself."""
    with os.scandir(folder) as found:
        return [(item.name, item.is_dir(follow_symlinks=False)) for item in itertools.islice(found, most)]


def _remove(root: Path, name: str) -> bool:
    parent, _slash, last = name.rpartition("/")
    try:
        if not _HAS_DIR_FD:
            path = root / name
            if path.is_dir() and not path.is_symlink():
                remove_tree(path)
            else:
                path.unlink()
            return True
        descriptor = _open_folder(root, parent.split("/") if parent else [])
        try:
            status = os.stat(last, dir_fd=descriptor, follow_symlinks=False)
            if stat.S_ISDIR(status.st_mode):
                below = _open_below(descriptor, last)
                try:
                    _clear(root / name, below)
                finally:
                    os.close(below)
                os.rmdir(last, dir_fd=descriptor)
            else:
                os.unlink(last, dir_fd=descriptor)
        finally:
            os.close(descriptor)
    except OSError:
        return False
    return True
