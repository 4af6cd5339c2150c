"""Where a model name leads: a local model, a connection's service, or the engine's ``--upstream``.

Made once for each engine process::

    models = ModelRouter(paths=paths, options=options, on_model_state=announce)
    ...
    await models.close()
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.connections.profile import Profile, load_profiles
from app.core.errors import AppError
from app.core.paths import Paths
from app.engine.errors import ApiError
from app.engine.models.abilities import Abilities, Learned, of_catalogue, of_props, of_service_model
from app.engine.models.failures import UpstreamFailed
from app.engine.models.route import IDLE_SECONDS, LOCAL_IDLE_SECONDS, Route
from app.engine.serve_options import UPSTREAM_KEYRING_ENTRY
from app.engine.services import EngineOptions
from app.inference import gguf

if TYPE_CHECKING:
    from openai import AsyncOpenAI

    from app.connections.secrets import Key, KeyStore
    from app.inference.local_models import LocalModels

log = logging.getLogger(__name__)

MAX_CONNECTIONS = 4000
"""Streams to one service at once; each run needs one, and none should wait for another."""

KEY_SECONDS = 20.0
"""How long a key that was read is used before the keyring is asked again (a change here tells itself at once)."""

LOCAL_LIST_SECONDS = 2.0
UPSTREAM_LIST_SECONDS = 30.0
UPSTREAM_LIST_TIMEOUT = 4.0

_UPSTREAM = "upstream"


def model_not_found(name: str, hint: str = "") -> ApiError:
    """404 for a model name that leads nowhere."""
    shown = name if len(name) <= 120 else f"{name[:120]}…"
    return ApiError(
        f"The model '{shown}' does not exist or you do not have access to it.{f' {hint}' if hint else ''}",
        status=404,
        param="model",
        code="model_not_found",
    )


class ModelRouter:
    """Lists and resolves model names.

    Args:
        paths: the installation's folders (connections, model files, cache).
        options: upstream, model file and session keys.
        on_model_state: called as ``on_model_state(state, model_id, message)`` when a local model's state changes.
    """

    def __init__(
        self,
        *,
        paths: Paths,
        options: EngineOptions,
        on_model_state: Callable[[str, str, str], None] | None = None,
    ) -> None:
        self._paths = paths
        self._options = options
        self._on_model_state = on_model_state
        self._learned = Learned(paths.cache / "model-abilities.json")
        self._profiles: tuple[Profile, ...] = ()
        self._profiles_seen: tuple[int, int] | None = None
        self._key_store: KeyStore | None = None
        self._keys: dict[str, tuple[float, Key | None]] = {}
        self._local_ids: tuple[float, frozenset[str]] | None = None
        self._clients: dict[str, tuple[tuple[Profile, Key | None], AsyncOpenAI]] = {}
        self._retired: list[AsyncOpenAI] = []
        self._local: LocalModels | None = None
        self._upstream_models: tuple[float, list[str]] | None = None
        self._started = int(time.time())

    @property
    def local(self) -> LocalModels:
        """The models on this computer."""
        if self._local is None:
            from app.inference.local_models import LocalModels

            self._local = LocalModels(self._paths.models, model_file=self._options.model_file)
            announce = self._on_model_state
            if announce is not None:
                self._local.on_state(lambda model, state, message: announce(state, model, message))
        return self._local

    # -- listing -------------------------------------------------------------------------------------------------

    async def list_models(self) -> Sequence[Mapping[str, Any]]:
        """Every model that can be named, as ``{"id", "object": "model", "created", "owned_by"}``.

        Local models, those that the connections listed, and those of the upstream (none while it does not answer).
        """
        shown: dict[str, Mapping[str, Any]] = {}

        def add(name: str, created: int, owner: str) -> None:
            shown.setdefault(name, {"id": name, "object": "model", "created": created, "owned_by": owner})

        for model in await asyncio.to_thread(self.local.list):
            add(model.id, _changed(model.path, self._started), "local")
        profiles_changed = _changed(self._paths.profiles, self._started)
        for profile in self._known_profiles():
            for name in profile.models:
                add(f"{profile.id}/{name}", profiles_changed, profile.name or profile.id)
        for name in await self._list_upstream():
            add(name, self._started, _UPSTREAM)
        return list(shown.values())

    async def _list_upstream(self) -> list[str]:
        profile = self._upstream_profile()
        if profile is None:
            return []
        if (
            self._upstream_models is not None
            and time.monotonic() - self._upstream_models[0] < UPSTREAM_LIST_SECONDS
        ):
            return self._upstream_models[1]
        names: list[str] = []
        try:
            client = await self._client(profile)
            page = await client.with_options(timeout=UPSTREAM_LIST_TIMEOUT).models.list()
            names = [model.id for model in page.data if isinstance(model.id, str)]
        except Exception as error:  # noqa: BLE001 - a service that lists nothing can still answer
            log.info("the upstream's models cannot be listed: %s", type(error).__name__)
        self._upstream_models = (time.monotonic(), names)
        return names

    # -- resolving -----------------------------------------------------------------------------------------------

    async def resolve(self, name: str) -> Route:
        """Find the way to a model; a local model's server is started and waited for.

        Raises:
            ApiError: 404 ``model_not_found``.
            UpstreamFailed: the connection cannot be used (key, settings), or the local model does not start.
        """
        if await self._is_local(name):
            return await self._local_route(name)
        profiles = self._known_profiles()
        prefix, slash, rest = name.partition("/")
        if slash and rest:
            for profile in profiles:
                if profile.id == prefix:
                    return await self._service_route(name, rest, profile)
        owners = [profile for profile in profiles if name in profile.models]
        if len(owners) == 1:
            return await self._service_route(name, name, owners[0])
        upstream = self._upstream_profile()
        if upstream is not None and name:
            return await self._service_route(name, name, upstream)
        if owners:
            choices = ", ".join(f"'{profile.id}/{name}'" for profile in owners)
            raise model_not_found(name, f"Several connections have it; name one of {choices}.")
        raise model_not_found(name)

    async def _is_local(self, name: str) -> bool:
        now = time.monotonic()
        if self._local_ids is None or now - self._local_ids[0] > LOCAL_LIST_SECONDS:
            found = await asyncio.to_thread(self.local.list)
            self._local_ids = (now, frozenset({self.local.builtin_id, *(model.id for model in found)}))
        return name in self._local_ids[1]

    async def _local_route(self, name: str) -> Route:
        try:
            endpoint = await self.local.acquire(name)
        except AppError as error:
            raise UpstreamFailed(error) from error
        profile = Profile(id=f"local:{name}", name=f"The local model “{name}”", base_url=endpoint.base_url)
        from app.connections.secrets import Key

        client = self._client_for(profile, Key(endpoint.key) if endpoint.key else None)
        model = self.local.get(name)
        key = f"local/{name}/{model.size if model else 0}"
        abilities = Abilities(tools="prompted").updated(of_props(endpoint.props))
        listed = of_catalogue(model.path.name) if model else {}
        if listed:
            # The catalogue was filled by trying: no probe is needed where it speaks.
            abilities = abilities.updated({**listed, "probe": False})
        elif model is not None and model.size < gguf.WEAK_FILE_BYTES:
            abilities = abilities.updated({"weak": True})
        learned = self._learned.of(key)
        if "tools" in learned:
            abilities = abilities.updated({"probe": False})
        return Route(
            name=name,
            model=endpoint.model_id,
            service=profile.name,
            client=client,
            kind="local",
            abilities=abilities.updated(learned),
            idle=LOCAL_IDLE_SECONDS,
            learned=self._learned,
            key=key,
            reopen=lambda: self._local_route(name),
        )

    async def _service_route(self, name: str, model: str, profile: Profile) -> Route:
        client = await self._client(profile)
        key = f"{profile.id}@{profile.base_url}/{model}"
        abilities = Abilities(
            tools="native",
            max_tokens="max_tokens" if profile.kind == "compatible" else "max_completion_tokens",
        )
        listed = of_service_model(model)
        if profile.kind == "compatible":
            # Other services offer models of these names over Chat Completions, whatever OpenAI itself does.
            listed = {fact: value for fact, value in listed.items() if fact not in {"api", "refused"}}
        abilities = abilities.updated(listed)
        told = profile.facts.get(model)
        if told:
            abilities = abilities.updated(told)
        if profile.api == "responses":
            abilities = abilities.updated({"api": "responses"})
        return Route(
            name=name,
            model=model,
            service=_shown_name(profile),
            client=client,
            kind=profile.kind,
            abilities=abilities.updated(self._learned.of(key)),
            idle=min(profile.timeout, IDLE_SECONDS),
            learned=self._learned,
            key=key,
        )

    # -- connections ---------------------------------------------------------------------------------------------

    def profiles_changed(self) -> None:
        """Forget what was read of the connections and keys; the next use reads them again."""
        self._profiles_seen = None
        self._local_ids = None
        self._keys.clear()
        self._upstream_models = None

    def _known_profiles(self) -> tuple[Profile, ...]:
        """The connections, read again whenever their file changed (another window may have written it)."""
        try:
            status = self._paths.profiles.stat()
            seen = (status.st_mtime_ns, status.st_size)
        except OSError:
            seen = (0, 0)
        if seen != self._profiles_seen:
            try:
                self._profiles = tuple(load_profiles(self._paths.profiles))
            except AppError as error:
                log.warning("%s", error)
            self._profiles_seen = seen
        return (*self._options.profiles, *self._profiles)

    def _upstream_profile(self) -> Profile | None:
        address = self._options.upstream
        if not address:
            return None
        official = "api.openai.com" in address
        return Profile(
            id="",
            name="The upstream service",
            base_url=address,
            kind="openai" if official else "compatible",
            keyring_entry=UPSTREAM_KEYRING_ENTRY,
        )

    async def _client(self, profile: Profile) -> AsyncOpenAI:
        return self._client_for(profile, await self._key(profile))

    def _client_for(self, profile: Profile, key: Key | None) -> AsyncOpenAI:
        """One client for each connection; a new one when its settings or key changed.

        Raises:
            UpstreamFailed: the settings cannot be used.
        """
        from app.connections.client import make_client

        wanted = (profile, key)
        known = self._clients.get(profile.id)
        if known is not None:
            if known[0] == wanted:
                return known[1]
            self._retired.append(known[1])  # runs may still stream over it
        try:
            client = make_client(profile, key, max_connections=MAX_CONNECTIONS)
        except AppError as error:
            raise UpstreamFailed(error) from error
        self._clients[profile.id] = (wanted, client)
        return client

    async def secret(self, entry: str) -> str:
        """What is kept under a keyring entry, this session's keys first; empty when there is nothing.

        Raises:
            KeyringUnavailable: there is a keyring, but it cannot be read.
        """
        from app.connections.secrets import KeyStore

        if session_key := self._options.secrets.get(entry):
            return session_key
        if self._key_store is None:
            self._key_store = KeyStore()
        key = await self._key_store.get(entry)
        return key.reveal() if key is not None else ""

    async def _key(self, profile: Profile) -> Key | None:
        from app.connections.secrets import Key, KeyStore

        if not profile.id and self._options.upstream_key:
            return Key(self._options.upstream_key)
        entry = profile.keyring_entry
        if not entry:
            return None
        if session_key := self._options.secrets.get(entry):
            return Key(session_key)
        known = self._keys.get(entry)
        if known is not None and time.monotonic() - known[0] < KEY_SECONDS:
            return known[1]
        if self._key_store is None:
            self._key_store = KeyStore()
        try:
            key = await self._key_store.get(entry)
            self._keys[entry] = (time.monotonic(), key)
            return key
        except AppError as error:
            if not profile.id:  # an upstream may well need no key
                log.info("the upstream's key cannot be read: %s", error.message)
                return None
            raise UpstreamFailed(error) from error

    async def close(self) -> None:
        """Close clients and local models."""
        clients = [*self._retired, *(client for _, client in self._clients.values())]
        self._clients.clear()
        self._retired.clear()
        closing = [client.close() for client in clients]
        if self._local is not None:
            closing.append(self._local.close())
        for result in await asyncio.gather(*closing, return_exceptions=True):
            if isinstance(result, Exception):
                log.warning("a client did not close: %s", result)


def _shown_name(profile: Profile) -> str:
    return profile.name if not profile.id else f"“{profile.name or profile.id}”"


def _changed(path: Path, otherwise: int) -> int:
    try:
        return int(path.stat().st_mtime)
    except OSError:
        return otherwise
