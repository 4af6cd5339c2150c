"""Model servers on this computer: found by knocking at the ports that they use, on loopback alone.

Whatever listens at a known port is asked, without any key, what only a model server answers; who it is follows from its
own answers, never from the port alone. Nothing leaves this computer: other addresses are refused, proxies are not used and
redirections not followed. All ports are asked at once, and the whole takes at most half a second.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.connections.addresses import is_loopback
from app.connections.catalog import of_listed
from app.core.errors import InvalidInput

if TYPE_CHECKING:
    import httpx2

SECONDS = 0.45
"""How long everything may take; a server that is slower is found the next time."""

HOST = "127.0.0.1"
_CONNECT_SECONDS = 0.25
_MOST_ASKED = 12  # models that Ollama is asked about
_LONGEST_BODY = 4_000_000

Json = dict[str, Any]


@dataclass(frozen=True)
class FoundServer:
    """A model server on this computer.

    ``kind`` is what it is (``ollama``, ``lmstudio``, ``llamacpp``, ``vllm``, ``jan``, ``localai``, or ``compatible`` for
    one that does not say), ``models`` what it lists, ``facts`` what it says of them. ``needs_key`` when it answers only
    those who have one.
    """

    kind: str
    name: str
    base_url: str
    models: tuple[str, ...] = ()
    needs_key: bool = False
    facts: dict[str, Json] = field(default_factory=dict)


NAMES: Mapping[str, str] = {
    "ollama": "Ollama",
    "lmstudio": "LM Studio",
    "llamacpp": "llama.cpp",
    "vllm": "vLLM",
    "jan": "Jan",
    "localai": "LocalAI",
    "compatible": "Model server",
}
PORTS: Mapping[int, str] = {
    11434: "ollama",
    1234: "lmstudio",
    8080: "llamacpp",  # LocalAI uses it, too
    8000: "vllm",
    1337: "jan",
}
"""Where to knock, and who is likely to answer there."""


async def discover(
    ports: Mapping[int, str] = PORTS, *, host: str = HOST, seconds: float = SECONDS
) -> tuple[FoundServer, ...]:
    """Find the model servers that run on this computer now, in the order of ``ports``.

    Args:
        ports: where to knock, with the kind that counts where a server does not say what it is.
        host: an address of this computer itself.
        seconds: after which what has not answered counts as not there.

    Raises:
        InvalidInput: ``host`` is another computer.
    """
    if not is_loopback(host):
        raise InvalidInput("Servers are looked for on this computer alone.", field="host")
    await asyncio.to_thread(importlib.import_module, "httpx2")  # its loading is not the servers' time
    tasks = [asyncio.ensure_future(_look(host, port, kind, seconds)) for port, kind in ports.items()]
    try:
        await asyncio.wait(tasks, timeout=seconds)
        found = [
            task.result() for task in tasks if task.done() and not task.cancelled() and not task.exception()
        ]
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return tuple(server for server in found if server is not None)


async def _look(host: str, port: int, expected: str, seconds: float) -> FoundServer | None:
    if not await _listens(host, port):
        return None
    import httpx2

    root = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    async with httpx2.AsyncClient(
        base_url=root, trust_env=False, follow_redirects=False, timeout=seconds, verify=_no_tls()
    ) as client:
        answers = dict(
            zip(
                _QUESTIONS,
                await asyncio.gather(*(_get(client, path) for path in _QUESTIONS)),
                strict=True,
            )
        )
        kind = next((kind for kind, is_it in _SIGNATURES if is_it(answers)), "")
        status, listed = answers["/v1/models"]
        entries = _entries(listed)
        if not kind:
            if status == 401 or (status == 403 and expected == "jan"):
                kind = expected if expected in {"jan", "lmstudio"} else "compatible"
                return FoundServer(kind, NAMES[kind], f"{root}/v1", needs_key=True)
            if entries is None:
                return None  # something else listens there
            kind = expected if expected == "jan" else "compatible"
        if kind == "lmstudio":
            entries = _entries(answers["/api/v0/models"][1]) or entries
        facts = {entry["id"]: of_listed(entry) for entry in entries or ()}
        if kind == "llamacpp":
            _take_props(answers["/props"][1], facts)
        elif kind == "ollama":
            await _ask_ollama(client, facts)
    # LM Studio and routers list embedding models, too; they cannot chat.
    names = [e["id"] for e in entries or () if e.get("type") not in {"embeddings", "embedding"}]
    return FoundServer(
        kind,
        NAMES[kind],
        f"{root}/v1",
        tuple(dict.fromkeys(names)),
        status == 401,
        {name: known for name, known in facts.items() if known and name in names},
    )


def _no_tls() -> Any:
    """Nothing is encrypted on the way to this computer: spend no time on certificates."""
    import ssl

    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


async def _listens(host: str, port: int) -> bool:
    try:
        async with asyncio.timeout(_CONNECT_SECONDS):
            _, writer = await asyncio.open_connection(host, port)
    except OSError:  # refused, or TimeoutError
        return False
    writer.close()
    with contextlib.suppress(OSError):
        await writer.wait_closed()
    return True


async def _get(client: httpx2.AsyncClient, path: str) -> tuple[int, Any]:
    """Status and JSON of an answer; (0, None) when there is none, None for a body that is no JSON."""
    import httpx2

    try:
        async with client.stream("GET", path) as answer:
            body = b""
            async for piece in answer.aiter_bytes():
                body += piece
                if len(body) > _LONGEST_BODY:
                    return answer.status_code, None
            try:
                return answer.status_code, json.loads(body)
            except ValueError:
                return answer.status_code, body.decode("utf-8", "replace").strip()[:200]
    except (httpx2.HTTPError, httpx2.StreamError):
        return 0, None


async def _ask_ollama(client: httpx2.AsyncClient, facts: dict[str, Json]) -> None:
    """Ollama tells a model's abilities one by one; what does not come in time stays unknown."""
    import httpx2

    async def ask(name: str) -> None:
        try:
            answer = await client.post("/api/show", json={"model": name}, timeout=0.15)
            told = answer.json()
        except (httpx2.HTTPError, ValueError):
            return
        if not isinstance(told, dict):
            return
        facts[name].update(of_listed({"capabilities": told.get("capabilities")}))
        info = told.get("model_info")
        for key, value in info.items() if isinstance(info, dict) else ():
            if str(key).endswith(".context_length") and isinstance(value, int):
                facts[name]["context"] = value

    await asyncio.gather(*(ask(name) for name in list(facts)[:_MOST_ASKED]))


def _take_props(props: Any, facts: dict[str, Json]) -> None:
    """What llama.cpp says of the one model that it has loaded."""
    if not isinstance(props, dict):
        return
    told: Json = {"json_schema": True}
    caps = props.get("chat_template_caps")
    if isinstance(caps, dict) and "supports_tools" in caps:
        told["tools"] = "native" if caps["supports_tools"] else "prompted"
    settings = props.get("default_generation_settings")
    context = settings.get("n_ctx") if isinstance(settings, dict) else None
    if isinstance(context, int) and context > 0:
        told["context"] = context
    modalities = props.get("modalities")
    if isinstance(modalities, dict):
        told["vision"] = bool(modalities.get("vision"))
    for known in facts.values():
        known.update(told)


_Answers = Mapping[str, tuple[int, Any]]
_QUESTIONS = ("/v1/models", "/api/version", "/api/v0/models", "/props", "/version", "/readyz")


def _owned_by(answers: _Answers, owner: str) -> bool:
    entries = _entries(answers["/v1/models"][1])
    return bool(entries) and any(entry.get("owned_by") == owner for entry in entries or ())


def _is_ollama(answers: _Answers) -> bool:
    status, told = answers["/api/version"]
    return status == 200 and isinstance(told, dict) and "version" in told


def _is_lmstudio(answers: _Answers) -> bool:
    return answers["/api/v0/models"][0] == 200 and _entries(answers["/api/v0/models"][1]) is not None


def _is_llamacpp(answers: _Answers) -> bool:
    status, props = answers["/props"]
    return _owned_by(answers, "llamacpp") or (
        status == 200 and isinstance(props, dict) and "default_generation_settings" in props
    )


def _is_vllm(answers: _Answers) -> bool:
    return _owned_by(answers, "vllm")


def _is_localai(answers: _Answers) -> bool:
    status, told = answers["/readyz"]
    return (
        status == 200
        and (told in ("OK", "") or told is None)
        and _entries(answers["/v1/models"][1]) is not None
    )


_SIGNATURES: Sequence[tuple[str, Callable[[_Answers], bool]]] = (
    ("lmstudio", _is_lmstudio),
    ("llamacpp", _is_llamacpp),
    ("vllm", _is_vllm),
    ("ollama", _is_ollama),
    ("localai", _is_localai),
)


def _entries(data: Any) -> list[Json] | None:
    """The entries of a list of models; None for anything else."""
    data = data.get("data") if isinstance(data, dict) else data
    if not isinstance(data, list):
        return None
    entries = [item for item in data if isinstance(item, dict) and isinstance(item.get("id"), str)]
    return entries if len(entries) == len(data) else None
