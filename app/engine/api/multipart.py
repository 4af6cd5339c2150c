"""Uploads: a multipart body read as it comes, its file straight to the disk."""

from __future__ import annotations

import asyncio
import re
from contextlib import ExitStack
from dataclasses import dataclass, field
from types import TracebackType

from fastapi import Request
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from app.engine.api.http import too_large
from app.engine.api.shapes import missing
from app.engine.errors import ApiError
from app.engine.store.files import FileContents, Incoming

FIELD_BYTES = 64 * 1024
HEADER_BYTES = 16 * 1024
FIELDS = 64
_YIELD_BYTES = 4 * 1024 * 1024
_ESCAPED = re.compile(r"%(22|0[AaDd])")


@dataclass
class Form:
    """What was sent: text fields by name, and the file. A context manager: the file is dropped unless it was kept."""

    fields: dict[str, str]
    file: Incoming
    filename: str

    stack: ExitStack = field(default_factory=ExitStack, repr=False)

    def __enter__(self) -> Form:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stack.__exit__(kind, error, trace)


@dataclass
class _Part:
    name: str = ""
    filename: str | None = None
    value: bytearray = field(default_factory=bytearray)


class _Reader:
    """Takes the parser's events; the part named ``wanted`` goes to the disk."""

    def __init__(self, contents: FileContents, stack: ExitStack, wanted: str, limit: int) -> None:
        self._contents = contents
        self._stack = stack
        self._wanted = wanted
        self._limit = limit
        self._headers: dict[str, str] = {}
        self._name = bytearray()
        self._value = bytearray()
        self._header_bytes = 0
        self._part = _Part()
        self._target: Incoming | None = None
        self.fields: dict[str, str] = {}
        self.incoming: Incoming | None = None
        self.filename = ""
        self.ended = False

    def on_part_begin(self) -> None:
        self._headers, self._part, self._header_bytes = {}, _Part(), 0
        if len(self.fields) >= FIELDS:
            raise ApiError(f"The form has more than {FIELDS} fields.", code="invalid_form")

    def _header(self, target: bytearray, data: bytes) -> None:
        self._header_bytes += len(data)
        if self._header_bytes > HEADER_BYTES:
            raise ApiError("The form has a part with too long headers.", code="invalid_form")
        target += data

    def on_header_field(self, data: bytes, start: int, end: int) -> None:
        self._header(self._name, data[start:end])

    def on_header_value(self, data: bytes, start: int, end: int) -> None:
        self._header(self._value, data[start:end])

    def on_header_end(self) -> None:
        self._headers[self._name.decode("latin-1").lower()] = self._value.decode("latin-1")
        self._name.clear()
        self._value.clear()

    def on_headers_finished(self) -> None:
        _, options = parse_options_header(self._headers.get("content-disposition"))
        name = options.get(b"name", b"").decode(errors="replace")
        given = options.get(b"filename")
        self._part = _Part(name, None if given is None else given.decode(errors="replace"))
        self._target = None
        if name == self._wanted and self._part.filename is not None:
            if self.incoming is not None:
                raise ApiError(
                    f"Invalid '{name}': only one file can be sent.", param=name, code="invalid_value"
                )
            self.filename = _base_name(self._part.filename)
            self.incoming = self._target = self._stack.enter_context(self._contents.receive())

    def on_part_data(self, data: bytes, start: int, end: int) -> None:
        if self._target is not None:
            if self._target.size + end - start > self._limit:
                raise too_large(self._limit)
            self._target.write(data[start:end])
            return
        if len(self._part.value) + end - start > FIELD_BYTES:
            name = self._part.name[:80]
            raise ApiError(
                f"Invalid '{name}': the field is longer than {FIELD_BYTES} bytes.",
                param=name,
                code="invalid_value",
            )
        self._part.value += data[start:end]

    def on_part_end(self) -> None:
        if self._target is None:
            if self._part.name == self._wanted:
                raise ApiError(
                    f"Invalid type for '{self._wanted}': expected a file, but got a string instead.",
                    param=self._wanted,
                    code="invalid_type",
                )
            self.fields[self._part.name] = self._part.value.decode(errors="replace")
        self._target = None

    def on_end(self) -> None:
        self.ended = True


async def read_form(
    request: Request, contents: FileContents, *, file_field: str, limit: int, known: frozenset[str]
) -> Form:
    """Read a form with one file of at most ``limit`` bytes and text fields of the names in ``known``.

    Raises:
        ApiError: 400 when the body is no such form, 413 when the file is too long.
    """
    media_type, options = parse_options_header(request.headers.get("content-type"))
    boundary = options.get(b"boundary")
    if media_type != b"multipart/form-data" or not boundary:
        raise ApiError(
            "Invalid Content-Type header. Expected 'multipart/form-data' with a boundary.",
            code="unsupported_content_type",
        )
    with ExitStack() as stack:
        reader = _Reader(contents, stack, file_field, limit)
        events = {name: getattr(reader, name) for name in dir(reader) if name.startswith("on_")}
        try:
            parser = MultipartParser(boundary, events)  # type: ignore[arg-type]
            written = 0
            async for chunk in request.stream():
                parser.write(chunk)
                written += len(chunk)
                if written > _YIELD_BYTES:
                    written = 0
                    await asyncio.sleep(0)
            parser.finalize()
        except FormParserError as error:
            raise ApiError(f"The form could not be read: {error}.", code="invalid_form") from None
        except ApiError:
            raise
        if not reader.ended:
            raise ApiError("The form ends before its last boundary.", code="invalid_form")
        for name in reader.fields:
            if name not in known:
                raise ApiError(
                    f"Unknown parameter: '{name[:100]}'.", param=name[:100], code="unknown_parameter"
                )
        if reader.incoming is None:
            raise missing(file_field)
        return Form(reader.fields, reader.incoming, reader.filename, stack.pop_all())


def _base_name(given: str) -> str:
    """The last part of a path, as clients of any system write it; quotes and line ends come escaped."""
    name = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), given)
    return re.split(r"[/\\]", name)[-1].replace("\0", "")[:1024] or "upload"
