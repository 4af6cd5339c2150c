"""The code interpreter about itself: its state, its self-test, and what was chosen for it. Extensions of this engine."""

from __future__ import annotations

import dataclasses
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import parse_qs, urlsplit

from fastapi import APIRouter, Request
from fastapi.responses import Response
from pydantic import BaseModel

from app.core.errors import AppError, StorageFailed
from app.engine.api.http import (
    describe,
    event_stream,
    json_bytes,
    json_response,
    read_params,
    services_of,
)
from app.engine.api.shapes import Choice, Flag, Nullable, Record, Text, Whole
from app.engine.errors import ApiError, invalid_value
from app.engine.services import ServerEvent
from app.engine.tools.code_interpreter.service import InterpreterService
from app.interpreter.preferences import BACKENDS, BOUNDS, REMOTE_ENTRY, Preferences

if TYPE_CHECKING:
    from app.interpreter.selftest import Line

router = APIRouter(prefix="/v1/interpreter", tags=["Code interpreter"])

Json = dict[str, Any]
DONE = ServerEvent("done", b"[DONE]")

_NUMBERS = {name: Whole(least, most) for name, (least, most) in BOUNDS.items()}
_REMOTE = Record(
    {
        "url": Text(least=1, most=2000),
        "kernel": Nullable(Text(most=200)),
        # No other secret of this computer can be sent to an address by way of this route.
        "keyring_entry": Nullable(
            Text(most=100, pattern=r"interpreter-[A-Za-z0-9_-]+|env:JUPYTER_[A-Z0-9_]+")
        ),
    },
    frozenset({"url"}),
)
SETTINGS = Record({"backend": Choice(BACKENDS), **_NUMBERS, "remote": Nullable(_REMOTE)})
SELF_TEST = Record({"stream": Nullable(Flag())})


class InterpreterState(BaseModel):
    """Whether code can run here, and where."""

    object: Literal["interpreter"]
    state: Literal["ready", "preparing", "off"]
    backend: Literal["native", "wasi", "remote"] | None
    title: str | None
    reason: str | None
    advice: str | None
    remarks: list[str]
    libraries: list[str]
    definition: dict[str, Any]
    """The function to offer to a model in a conversation that is kept elsewhere."""
    prompt: str
    """What to add to that model's instructions."""


class SelfTestLine(BaseModel):
    """One thing that was tried."""

    name: str
    ok: bool
    detail: str
    advice: str


class SelfTest(BaseModel):
    """The whole test."""

    object: Literal["interpreter.self_test"]
    ok: bool
    lines: list[SelfTestLine]


class RemoteSettings(BaseModel):
    """A Jupyter server; its token is in the keyring and never shown."""

    url: str
    kernel: str | None
    keyring_entry: str | None
    has_token: bool


class InterpreterSettings(BaseModel):
    """What was chosen, and within which bounds it can be."""

    object: Literal["interpreter.settings"]
    backend: Literal["auto", "native", "wasi", "remote", "off"]
    cell_seconds: int
    memory_mb: int
    folder_mb: int
    idle_minutes: int
    remote: RemoteSettings | None
    bounds: dict[str, list[int]]


def service_of(request: Request) -> InterpreterService:
    """The engine's interpreter."""
    return services_of(request).interpreter


def unavailable(error: AppError) -> ApiError:
    """400 for an interpreter that is not there (an SDK would send a request that failed with 5xx again)."""
    if isinstance(error, StorageFailed):
        return ApiError(error.message, status=507, type="server_error", code="storage_failed")
    return ApiError(str(error), code="interpreter_unavailable")


def typed(event: str, data: Json) -> ServerEvent:
    """One event of a stream; its name is in the data too, because SDKs hand on nothing else."""
    return ServerEvent(event, json_bytes({"type": event, **data}))


@router.get("", **describe(answer=InterpreterState))
async def retrieve_interpreter(request: Request) -> Response:
    """Tell whether code can run and where, with the function that models are offered (an extension of this engine)."""
    return json_response(await service_of(request).state())


@router.post("/self_test", **describe(body=SELF_TEST, answer=SelfTest, stream=True))
async def test_interpreter(request: Request) -> Response:
    """Try what code must not be able to do, line by line (an extension of this engine)."""
    params = await read_params(request, SELF_TEST)
    service = service_of(request)
    if params.get("stream"):
        return event_stream(_test_events(service))
    return json_response(_test_object([line async for line in service.self_test()]))


async def _test_events(service: InterpreterService) -> AsyncIterator[ServerEvent]:
    lines: list[Line] = []
    async for line in service.self_test():
        lines.append(line)
        yield typed("interpreter.self_test.line", _line(line))
    yield typed("interpreter.self_test.done", _test_object(lines))
    yield DONE


def _test_object(lines: list[Line]) -> Json:
    return {
        "object": "interpreter.self_test",
        "ok": bool(lines) and lines[-1].ok,
        "lines": [_line(line) for line in lines],
    }


def _line(line: Line) -> Json:
    return {"name": line.text, "ok": line.ok, "detail": line.detail, "advice": line.advice}


@router.get("/settings", **describe(answer=InterpreterSettings))
async def retrieve_interpreter_settings(request: Request) -> Response:
    """Tell what was chosen for the interpreter (an extension of this engine)."""
    return await _settings(service_of(request))


@router.post("/settings", **describe(body=SETTINGS, answer=InterpreterSettings))
async def modify_interpreter_settings(request: Request) -> Response:
    """Choose where code runs and what it may use; what is left out stays, sessions end (an extension of this engine).

    A remote server's token is kept in the keyring under ``keyring_entry``; it never comes here.
    """
    params = await read_params(request, SETTINGS)
    service = service_of(request)
    chosen = service.preferences
    changes: Json = {name: int(params[name]) for name in BOUNDS if name in params}
    if "backend" in params:
        changes["backend"] = params["backend"]
    if "remote" in params:
        changes.update(_remote(params["remote"]))
    wanted = dataclasses.replace(chosen, **changes)
    if wanted.backend == "remote" and not wanted.remote_url:
        raise ApiError(
            "Missing required parameter: 'remote.url'.", param="remote.url", code="missing_required_parameter"
        )
    try:
        await service.choose(wanted)
    except OSError as error:
        raise StorageFailed("The interpreter's settings cannot be written.", details=str(error)) from error
    return await _settings(service)


def _remote(given: Json | None) -> Json:
    if given is None:
        return {"remote_url": "", "remote_kernel": "", "remote_entry": Preferences().remote_entry}
    url = given["url"].strip().rstrip("/")
    try:
        parts = urlsplit(url)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise invalid_value(
            "Invalid 'remote.url': expected an address like http://127.0.0.1:8888.", "remote.url"
        )
    if parts.username or parts.password or "token" in parse_qs(parts.query):
        raise invalid_value(
            "Invalid 'remote.url': the token belongs into the keyring, not into the address.", "remote.url"
        )
    if parts.query or parts.fragment:
        raise invalid_value(
            "Invalid 'remote.url': expected the server's base address, without what follows a question mark.",
            "remote.url",
        )
    entry = given.get("keyring_entry", REMOTE_ENTRY)
    return {"remote_url": url, "remote_kernel": given.get("kernel") or "", "remote_entry": entry or ""}


async def _settings(service: InterpreterService) -> Response:
    chosen = service.preferences
    remote: Json | None = None
    if chosen.remote_url:
        remote = {
            "url": chosen.remote_url,
            "kernel": chosen.remote_kernel or None,
            "keyring_entry": chosen.remote_entry or None,
            "has_token": await service.has_token(),
        }
    return json_response(
        {
            "object": "interpreter.settings",
            "backend": chosen.backend,
            **{name: getattr(chosen, name) for name in BOUNDS},
            "remote": remote,
            "bounds": {name: list(bounds) for name, bounds in BOUNDS.items()},
        }
    )
