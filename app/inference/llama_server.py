"""The model server: llama.cpp's own HTTP server in a process of its own, one for each loaded model.

Configuration (first line on stdin)::

    {"model_file": path, "key": str, "threads": int|null, "context": int|null, "parallel": 2, "model_id": str|null,
     "weak": bool|absent}

``context`` is in tokens, shared by the ``parallel`` conversations; null or 0 takes what the model was trained for.
``weak`` models get a limit of 1,024 tokens where a request names none, and are kept from repeating themselves.
``threads`` null leaves one physical core free. Events: ``loading``, then ``ready`` with ``port`` and ``props``, or
``failed`` with ``message`` and ``details``. End of stdin ends the process at once, in the middle of an answer too.
"""

from __future__ import annotations

import json
import os
import sys
import urllib.request
from pathlib import Path
from typing import Any, Protocol, cast

from app.core import system_packages
from app.core.child_side import ParentChannel

_CACHE_MIB = 512
_WEAK_TOKENS = 1024
_PROPS_SECONDS = 10.0
_KEPT_PROPS = ("total_slots", "chat_template_caps", "modalities", "model_ftype", "bos_token", "eos_token")


class _Server(Protocol):
    listening_address: str


def run_child() -> int:
    """Serve one model until the parent closes stdin; does not return while it serves."""
    channel = ParentChannel()
    config = channel.config()
    channel.emit("loading")
    try:
        with _EndWhileLoading():
            server = _load(config)
    except ImportError as error:
        lacking = system_packages.missing(["model"])
        channel.emit(
            "failed",
            message="Local models cannot run here: a library could not be loaded.",
            advice=system_packages.advice(lacking) if lacking else "Connect a service instead.",
            details=str(error),
        )
        return 1
    except Exception as error:  # noqa: BLE001 - whatever it is, the parent is told
        sys.stderr.write(f"{error}\n")
        sys.stderr.flush()
        channel.emit("failed", message="The model could not be loaded.")  # stderr has the details
        return 1
    watch = channel.on_end(_end)
    try:
        port = int(server.listening_address.rsplit(":", 1)[1])
        channel.emit("ready", port=port, props=_props(port, str(config["key"])))
    except Exception as error:  # noqa: BLE001
        channel.emit("failed", message="The model's server does not answer.", details=str(error))
        _end(1)
    watch.join()
    return 0


def _end(code: int = 0) -> None:
    """End without clean-up: the server's destructor waits for open streams, in vain."""
    os._exit(code)


def default_threads() -> int:
    """Physical cores that this process may use, less one for the window; at least one."""
    import psutil

    usable = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    physical = psutil.cpu_count(logical=False) or usable
    return max(1, min(physical, usable) - 1)


def _load(config: dict[str, Any]) -> _Server:
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = str(config["model_file"])
    params.model_alias = {str(config.get("model_id") or Path(config["model_file"]).stem)}
    params.hostnames = ["127.0.0.1"]
    params.port = 0  # the system chooses a free one: nobody can take it in between
    params.api_keys = [str(config["key"])]
    params.ui = False
    params.ui_mcp_proxy = False
    params.endpoint_slots = True  # tells whether the model is at work
    params.cors_origins = ""  # no web page has business here
    params.offline = True
    params.cache_ram_mib = _CACHE_MIB
    params.n_parallel = int(config.get("parallel") or 2)
    params.kv_unified = True
    params.n_ctx = int(config.get("context") or 0)
    threads = int(config.get("threads") or default_threads())
    params.cpuparams.n_threads = threads
    params.cpuparams_batch.n_threads = threads
    if config.get("weak"):
        # The smallest models fall into saying the same for ever. Requests that name their own limits have their way.
        params.n_predict = _WEAK_TOKENS
        params.sampling.dry_multiplier = 0.8
        params.sampling.dry_allowed_length = 8
    return cast("_Server", xllamacpp.Server(params))


def _props(port: int, key: str) -> dict[str, Any]:
    """What the server says of the loaded model: context, conversations at once, whether its template takes tools."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/props", headers={"Authorization": f"Bearer {key}"}
    )
    with opener.open(request, timeout=_PROPS_SECONDS) as answer:
        props = json.load(answer)
    found = {name: props[name] for name in _KEPT_PROPS if name in props}
    return {**found, "n_ctx": int(props["default_generation_settings"]["n_ctx"])}


class _EndWhileLoading:
    """Ends the process when the parent goes away while the model is loading.

    Loading holds the interpreter lock, so no thread of ours can watch stdin. Where the system can, it is asked to
    send a signal, whose default action is the end, once the parent's side closes. Elsewhere the parent's
    ``terminate`` does it, or the end of loading.
    """

    def __enter__(self) -> None:
        if sys.platform == "linux":
            import fcntl
            import select

            fcntl.fcntl(0, fcntl.F_SETOWN, os.getpid())
            self._flags = fcntl.fcntl(0, fcntl.F_GETFL)
            fcntl.fcntl(0, fcntl.F_SETFL, self._flags | os.O_ASYNC)
            already = select.poll()
            already.register(0, select.POLLHUP)
            if already.poll(0):
                _end()

    def __exit__(self, *_: object) -> None:
        if sys.platform == "linux":
            import fcntl

            fcntl.fcntl(0, fcntl.F_SETFL, self._flags)
