"""An engine from its start to its end: as the window's child process, or alone (``serve``).

This module is light: configuration and arguments are looked at before anything heavy is imported.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import importlib
import json
import os
import secrets
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

from app.connections.profile import profile_from
from app.core import paths as app_paths
from app.core.errors import AppError, InvalidInput
from app.engine.data import prepare
from app.engine.log import configure as configure_log
from app.engine.serve_options import RUN_EXPIRY_SECONDS, ServeOptions

LOOPBACK = "127.0.0.1"


def _import_engine() -> None:
    """Import the engine with the garbage collector at rest: it would look through every new module again and again."""
    gc.disable()
    try:
        importlib.import_module("app.engine.running")
    finally:
        gc.freeze()
        gc.enable()


# -- the window's child ----------------------------------------------------------------------------------------------


def run_child() -> int:
    """Run as a child process: configuration and commands on stdin, events on stdout, the end of stdin is the end.

    See :mod:`app.core.child_process` for the protocol.
    """
    configure_log(sys.stderr, structured=False)
    events = _claim_stdout()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the whole group; the parent decides
    lines = _stdin_lines()
    try:
        config = json.loads(next(lines))
        assert isinstance(config, dict)
        assert config.get("token")
        prepare(app_paths.resolve(config.get("data_dir")))
        _import_engine()
        return asyncio.run(_child(config, lines, events))
    except StopIteration:
        return 0
    except AppError as error:
        events(
            {"event": "failed", "message": error.message, "advice": error.advice, "details": error.details}
        )
        return 1
    except (ValueError, AssertionError):
        events({"event": "failed", "message": "The engine got no configuration it understands."})
        return 2


async def _child(
    config: dict[str, Any], lines: Iterator[bytes], events: Callable[[dict[str, Any]], None]
) -> int:
    from app.engine.running import Engine
    from app.engine.services import EngineOptions

    loop = asyncio.get_running_loop()
    model_file = config.get("model_file")
    options = EngineOptions(
        run_expiry=int(config.get("run_expiry") or RUN_EXPIRY_SECONDS),
        upstream=config.get("upstream"),
        upstream_key=config.get("upstream_key"),
        model_file=Path(model_file) if model_file else None,
        secrets=dict(config.get("secrets") or {}),
        profiles=tuple(profile_from(item) for item in config.get("profiles") or ()),
    )
    listener = _listen(LOOPBACK, int(config.get("port") or 0))
    engine = await Engine.open(
        app_paths.resolve(config.get("data_dir")),
        options,
        token=str(config["token"]),
        on_model_state=lambda state, model, message: events(
            {"event": "model", "state": state, "model": model, "message": message}
        ),
    )
    services = engine.services

    def command(message: dict[str, Any]) -> None:
        match message.get("op"):
            case "secret":
                if message.get("value") is None:
                    options.secrets.pop(str(message.get("entry")), None)
                else:
                    options.secrets[str(message.get("entry"))] = str(message["value"])
                services.models.profiles_changed()
                services.interpreter.secret_changed(str(message.get("entry")))
            case "profiles_changed":
                services.models.profiles_changed()
            case "shutdown":
                engine.end()

    def listen() -> None:
        with contextlib.suppress(RuntimeError):  # the loop is closed: we are ending anyway
            for line in lines:
                with contextlib.suppress(ValueError):
                    message = json.loads(line)
                    if isinstance(message, dict):
                        loop.call_soon_threadsafe(command, message)
            loop.call_soon_threadsafe(engine.end)

    threading.Thread(target=listen, name="stdin", daemon=True).start()
    ready = {
        "event": "ready",
        "port": listener.getsockname()[1],
        "instance": services.instance,
        "version": services.version,
    }
    await engine.serve(listener, lambda: events(ready))
    return 0


def _stdin_lines() -> Iterator[bytes]:
    """Lines of stdin, read below Python's buffers: a thread that waits in them would block the interpreter's end."""
    rest = b""
    while chunk := os.read(0, 65536):
        *lines, rest = (rest + chunk).split(b"\n")
        yield from lines
    if rest:
        yield rest


def _claim_stdout() -> Callable[[dict[str, Any]], None]:
    """Keep stdout for events alone: whatever else is printed goes to stderr."""
    descriptor = os.dup(1)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    lock = threading.Lock()

    def send(event: dict[str, Any]) -> None:
        data = json.dumps(event).encode() + b"\n"
        with lock, contextlib.suppress(OSError):
            while data:
                data = data[os.write(descriptor, data) :]

    return send


# -- alone -----------------------------------------------------------------------------------------------------------


def serve(options: ServeOptions) -> int:
    """Run the engine alone until it is interrupted; returns the exit code.

    Prints the address, and the token if it was made here; logs go to stderr as JSON lines.
    """
    configure_log(sys.stderr, structured=True, level=options.log_level)
    try:
        options.check()
        prepare(app_paths.resolve(options.data_dir))
        listener = _listen(options.host, options.port)
        _import_engine()
        return asyncio.run(_serve(options, listener))
    except AppError as error:
        print(f"assistant-workbench serve: {error}", file=sys.stderr)  # noqa: T201
        if error.details:
            print(error.details, file=sys.stderr)  # noqa: T201
        return 1


async def _serve(options: ServeOptions, listener: socket.socket) -> int:
    from app.engine.running import Engine
    from app.engine.services import EngineOptions

    token = options.token or secrets.token_urlsafe(24)
    engine = await Engine.open(
        app_paths.resolve(options.data_dir),
        EngineOptions(
            run_expiry=options.run_expiry,
            upstream=options.upstream,
            upstream_key=options.upstream_key(),
            model_file=Path(options.model_file) if options.model_file else None,
        ),
        token=token,
        allow_remote=options.allow_remote,
    )
    loop = asyncio.get_running_loop()

    def interrupted(_number: int, _frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(engine.end)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, interrupted)

    def announce() -> None:
        host, port = listener.getsockname()[:2]
        shown = f"[{host}]" if ":" in host else host
        print(f"Engine listening on http://{shown}:{port}/v1", flush=True)  # noqa: T201
        if not options.token:
            print(f"Token: {token}", flush=True)  # noqa: T201

    await engine.serve(listener, announce)
    return 0


def _listen(host: str, port: int) -> socket.socket:
    """A listening socket.

    It names TCP as its protocol: only then does asyncio switch Nagle's algorithm off for accepted connections, which
    would cost 40 ms for each small answer.
    """
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        try:
            if sys.platform == "win32":
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
            else:
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
            listener.listen(2048)
        except BaseException:
            listener.close()
            raise
        return listener
    except OSError as error:
        raise InvalidInput(
            f"The engine cannot listen on {host} port {port}.",
            advice="Another program may use this port: choose another one with --port, or 0 for any free one.",
            details=str(error),
        ) from error
