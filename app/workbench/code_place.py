"""Where the code interpreter runs: chosen here, kept by the engine; a remote server's token is in the keyring."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from app.connections.secrets import Key, KeyStore, Place, clean_key
from app.core.entities import Json
from app.workbench.api import EngineAccess, get, in_words, post

ENTRY = "interpreter-jupyter"
"""Name of the remote server's token in the keyring, as the engine looks for it."""

BACKENDS = ("auto", "native", "wasi", "remote", "off")


class SecretTeller(EngineAccess, Protocol):
    """The engine's supervisor, which hands on keys that are known for this session only."""

    def secret(self, entry: str, key: Key | None) -> None:
        """Tell the engine a key, or that it is gone (None)."""


@dataclass(frozen=True)
class CodePlace:
    """Where code runs. ``state`` is ready, preparing or off; ``reason`` and ``advice`` say why it is off, ``remarks`` what is
    to be known of the place."""

    backend: str = "auto"
    remote_url: str = ""
    remote_kernel: str = ""
    has_token: bool = False
    state: str = ""
    title: str = ""
    reason: str = ""
    advice: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class TestLine:
    """One thing that the self-test tried."""

    name: str
    ok: bool
    detail: str = ""
    advice: str = ""


class CodePlaces:
    """The engine's routes for the interpreter's settings. All methods raise ``AppError``."""

    def __init__(self, engine: SecretTeller, keys: KeyStore) -> None:
        self._engine = engine
        self._keys = keys

    async def read(self) -> CodePlace:
        """What is chosen now, and whether it works."""
        client = await self._engine.ready_client()
        async with in_words():
            settings = await get(client, "/interpreter/settings")
            state = await get(client, "/interpreter")
        return _place(settings, state)

    async def choose(
        self, backend: str, *, remote_url: str = "", kernel: str = "", token: str | None = None
    ) -> Place | None:
        """Choose where code runs; sessions under way end. Says where a token went (None when none was given).

        Args:
            backend: one of :data:`BACKENDS`.
            remote_url: base address of a Jupyter server, for ``remote``.
            kernel: name of its kernel, empty for its own choice.
            token: None leaves the kept one, empty forgets it.
        """
        place: Place | None = None
        if token:
            key = clean_key(token)
            place = await self._keys.set(ENTRY, key)
            self._engine.secret(ENTRY, key if not place.durable else None)
        elif token == "":
            await self._keys.delete(ENTRY)
            self._engine.secret(ENTRY, None)
        body: Json = {"backend": backend}
        if backend == "remote" or remote_url:
            body["remote"] = {"url": remote_url, "kernel": kernel or None, "keyring_entry": ENTRY}
        client = await self._engine.ready_client()
        async with in_words():
            await post(client, "/interpreter/settings", body)
        return place

    async def test(self, tell: Callable[[TestLine], None]) -> bool:
        """Try whether code runs, and cannot do what it must not; ``tell`` gets each line. True when all is well."""
        client = await self._engine.ready_client()
        async with in_words():
            answer = await post(client.with_options(timeout=180.0), "/interpreter/self_test")
        for line in answer.get("lines") or ():
            tell(
                TestLine(
                    str(line.get("name") or ""),
                    bool(line.get("ok")),
                    str(line.get("detail") or ""),
                    str(line.get("advice") or ""),
                )
            )
        return bool(answer.get("ok"))


def _place(settings: Json, state: Json) -> CodePlace:
    remote = settings.get("remote") or {}
    return CodePlace(
        backend=str(settings.get("backend") or "auto"),
        remote_url=str(remote.get("url") or ""),
        remote_kernel=str(remote.get("kernel") or ""),
        has_token=bool(remote.get("has_token")),
        state=str(state.get("state") or ""),
        title=str(state.get("title") or ""),
        reason=str(state.get("reason") or ""),
        advice=str(state.get("advice") or ""),
        remarks=tuple(str(remark) for remark in state.get("remarks") or ()),
    )
