"""All connections of a person: kept in a file without keys, with the keys in the keyring, the same in every window."""

from __future__ import annotations

import asyncio
import dataclasses
import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from app.connections import check as checking
from app.connections import sdk
from app.connections.addresses import normalize_base_url
from app.connections.client import make_client
from app.connections.failure_facts import is_secret_header
from app.connections.profile import Profile, load_profiles, save_profiles, slug
from app.connections.secrets import ENVIRONMENT_PREFIX, Key, KeyStore, Place, clean_key
from app.core.errors import (
    AppError,
    AuthenticationFailed,
    InvalidInput,
    KeyringUnavailable,
    NotFound,
    StorageFailed,
)

if TYPE_CHECKING:
    from openai import AsyncOpenAI

log = logging.getLogger(__name__)

RESERVED = frozenset({"engine", "local", "builtin"})
"""Ids that no connection gets: they name the program's own engine."""

LOCK_SECONDS = 10.0

Observer = Callable[[], None]
_ProfileList = list[Profile]
_T = TypeVar("_T")


class Connections:
    """The list of connections.

    Changes are written at once, under a lock between processes, on top of what another window may have written
    meanwhile. Observers are called after every change, whoever made it: own ones at once, those of other windows when
    :meth:`refresh` (or :meth:`watch`) sees them.

    Args:
        path: the file of profiles (``Paths.profiles``).
        keys: where keys are.
    """

    def __init__(self, path: Path, keys: KeyStore) -> None:
        self._path = path
        self._keys = keys
        self._observers: list[Observer] = []
        self._clients: dict[str, tuple[Profile, Key | None, AsyncOpenAI]] = {}
        self._temporary: dict[str, Profile] = {}
        self._deleted: dict[str, tuple[Profile, Key | None]] = {}
        self._profiles: _ProfileList = load_profiles(path)
        self._seen = self._signature()

    # -- reading -------------------------------------------------------------------------------------------------

    @property
    def keys(self) -> KeyStore:
        """Where the keys of these connections are."""
        return self._keys

    def list(self) -> tuple[Profile, ...]:
        """All connections in the order in which they were made, temporary ones last."""
        return (*self._profiles, *self._temporary.values())

    def get(self, profile_id: str) -> Profile:
        """One connection.

        Raises:
            NotFound: there is none of that id (any more).
        """
        for profile in self.list():
            if profile.id == profile_id:
                return profile
        raise NotFound(
            "This connection does not exist any more.", advice="Choose another one.", details=profile_id
        )

    def observe(self, observer: Observer) -> Callable[[], None]:
        """Call ``observer()`` after every change; the returned function ends that."""
        self._observers.append(observer)

        def stop() -> None:
            if observer in self._observers:
                self._observers.remove(observer)

        return stop

    # -- changing ------------------------------------------------------------------------------------------------

    async def add(self, draft: Profile, key: str = "") -> tuple[Profile, Place | None]:
        """Add a connection; its ``id`` is made from its name unless it has a free one already. Says where the key went (None when there is none).

        Raises:
            InvalidInput: name, address or key cannot be used; ``field`` says which.
            StorageFailed: the file cannot be written.
        """
        profile = _checked(draft)

        def put(profiles: _ProfileList) -> Profile:
            taken = {p.id for p in profiles} | RESERVED | set(self._temporary)
            kept_id = profile.id if profile.id and profile.id not in taken else slug(profile.name, taken)
            added = dataclasses.replace(profile, id=kept_id)
            if key and not added.keyring_entry.startswith(ENVIRONMENT_PREFIX):
                added = dataclasses.replace(added, keyring_entry=added.id)
            profiles.append(added)
            return added

        if key:
            clean_key(key)
        added = self._change(put)
        place = await self._keep_key(added, key)
        self._announce()
        return added, place

    async def update(self, profile: Profile, key: str | None = None) -> tuple[Profile, Place | None]:
        """Replace the connection of the same id. ``key`` None leaves its key, "" forgets it, a text replaces it.

        Raises:
            InvalidInput: name, address or key cannot be used; ``field`` says which.
            NotFound: another window has deleted it.
            StorageFailed: the file cannot be written.
        """
        new = _checked(profile)
        if key:
            clean_key(key)
        old_entry = self.get(profile.id).keyring_entry
        if key is not None and not new.keyring_entry.startswith(ENVIRONMENT_PREFIX):
            new = dataclasses.replace(new, keyring_entry=new.id if key else "")

        def put(profiles: _ProfileList) -> Profile:
            for index, other in enumerate(profiles):
                if other.id == new.id:
                    profiles[index] = new
                    return new
            raise NotFound("This connection was deleted in another window.", details=new.id)

        if profile.id in self._temporary:
            self._temporary[profile.id] = new
        else:
            self._change(put)
        place = await self._keep_key(new, key or "")
        if old_entry and not new.keyring_entry and not old_entry.startswith(ENVIRONMENT_PREFIX):
            await self._forget_key(old_entry)
        await self._drop_client(new.id)
        self._announce()
        return new, place

    async def delete(self, profile_id: str, *, keep_key: bool = False) -> Profile:
        """Delete a connection and its key; :meth:`restore` undoes it while this window lives.

        With ``keep_key`` the key stays where it is until :meth:`forget_key`, so that Undo needs no keyring.

        Raises:
            NotFound: there is none of that id.
            StorageFailed: the file cannot be written.
        """
        gone = self.get(profile_id)
        own_key = bool(gone.keyring_entry) and not gone.keyring_entry.startswith(ENVIRONMENT_PREFIX)
        key: Key | None = None
        if own_key and not keep_key:
            try:
                key = await self._keys.get(gone.keyring_entry)
            except KeyringUnavailable as error:
                log.warning("the key of a deleted connection cannot be kept for Undo: %s", error.message)
        if self._temporary.pop(profile_id, None) is None:

            def take(profiles: _ProfileList) -> None:
                profiles[:] = [p for p in profiles if p.id != profile_id]

            self._change(take)
        if own_key and not keep_key:
            await self._forget_key(gone.keyring_entry)
        await self._drop_client(profile_id)
        self._deleted[profile_id] = gone, key
        self._announce()
        return gone

    async def restore(self, profile_id: str) -> Profile:
        """Undo a :meth:`delete` of this window, with the id and the key that it had.

        Raises:
            NotFound: this window has not deleted it.
            StorageFailed: the file cannot be written.
        """
        if profile_id not in self._deleted:
            raise NotFound("This connection cannot be brought back.", details=profile_id)
        gone, key = self._deleted[profile_id]
        restored, _ = await self.add(gone, key.reveal() if key else "")
        del self._deleted[profile_id]
        return restored

    async def forget_key(self, profile_id: str) -> None:
        """Let go of a deleted connection and its key for good, unless another connection uses the key."""
        if profile_id not in self._deleted:
            return
        gone, _key = self._deleted.pop(profile_id)
        entry = gone.keyring_entry
        in_use = {profile.keyring_entry for profile in self.list()}
        if entry and entry not in in_use and not entry.startswith(ENVIRONMENT_PREFIX):
            await self._forget_key(entry)

    def add_temporary(self, draft: Profile, key: Key | None = None) -> Profile:
        """Add a connection for this session only: neither it nor its key is written anywhere (command line).

        Raises:
            InvalidInput: its address cannot be used.
        """
        profile = _checked(draft, kept=False)
        taken = {p.id for p in self.list()} | RESERVED
        profile = dataclasses.replace(profile, id=slug(profile.name, taken))
        if key:
            profile = dataclasses.replace(profile, keyring_entry=f"session:{profile.id}")
            self._keys.remember(profile.keyring_entry, key)
        self._temporary[profile.id] = profile
        self._announce()
        return profile

    @property
    def temporary(self) -> tuple[Profile, ...]:
        """Connections of this session only."""
        return tuple(self._temporary.values())

    # -- using ---------------------------------------------------------------------------------------------------

    async def check(self, profile: Profile, key: str | None = None) -> checking.CheckResult:
        """Test a connection, saved or not: ``key`` None takes the kept one. Saved ones get the found models stored."""
        try:
            used = (await self.key_of(profile)) if key is None else (clean_key(key) if key else None)
            result = await checking.check(profile, used)
        except AppError as error:
            return checking.CheckResult(False, error.message, error.advice, details=error.details)
        if result.ok and result.models_listed and key is None:
            self._store_models(profile, result)
        return result

    async def key_of(self, profile: Profile) -> Key | None:
        """The key of a connection, None when it needs none.

        Raises:
            AuthenticationFailed: it needs one, and none is known (now).
            KeyringUnavailable: the keyring is locked or failed.
        """
        if not profile.keyring_entry:
            return None
        key = await self._keys.get(profile.keyring_entry)
        if key is None:
            variable = profile.keyring_entry.removeprefix(ENVIRONMENT_PREFIX)
            if variable != profile.keyring_entry:
                raise AuthenticationFailed(
                    f"The environment variable {variable}, which holds the key of {profile.name}, is not set.",
                    advice="Set it and start the program again, or enter the key in Connections.",
                )
            raise AuthenticationFailed(
                f"The key of {profile.name} is not known any more.",
                advice="Enter it again in Connections.",
                details=f"Keys are kept in: {self._keys.place()}",
            )
        return key

    async def client(self, profile_id: str) -> AsyncOpenAI:
        """The SDK's client for a connection, shared by all who ask; closed by :meth:`close`. It never retries.

        Raises:
            NotFound: the connection is gone.
            AuthenticationFailed: its key is not known.
            KeyringUnavailable: the keyring is locked or failed.
            InvalidInput: its settings cannot be used.
        """
        await sdk.loaded()
        profile = self.get(profile_id)
        key = await self.key_of(profile)
        known = self._clients.get(profile_id)
        if known is not None and known[0] == profile and known[1] == key:
            return known[2]
        await self._drop_client(profile_id)
        client = make_client(profile, key)
        self._clients[profile_id] = (profile, key, client)
        return client

    # -- other windows -------------------------------------------------------------------------------------------

    def refresh(self) -> bool:
        """Take over what another window has written, if anything; true when something changed."""
        if self._signature() == self._seen:
            return False
        before = self._profiles
        self._seen = self._signature()
        self._profiles = load_profiles(self._path)
        if self._profiles == before:
            return False
        self._announce()
        return True

    async def watch(self, interval: float = 1.0) -> None:
        """Call :meth:`refresh` every ``interval`` seconds until cancelled."""
        while True:
            await asyncio.sleep(interval)
            try:
                self.refresh()
            except AppError as error:
                log.warning("connections were changed outside and cannot be read: %s", error.message)

    async def close(self) -> None:
        """Close every client."""
        for profile_id in tuple(self._clients):
            await self._drop_client(profile_id)

    # -- inside --------------------------------------------------------------------------------------------------

    def _change(self, change: Callable[[_ProfileList], _T]) -> _T:
        """Apply a change to what the file holds now, not to what this window last saw of it."""
        import filelock

        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with filelock.FileLock(f"{self._path}.lock", timeout=LOCK_SECONDS, mode=0o600):
                profiles = load_profiles(self._path)
                result = change(profiles)
                save_profiles(self._path, profiles)
                self._seen = self._signature()
        except filelock.Timeout:
            raise StorageFailed(
                "Another window is writing the connections and does not finish.",
                advice="Close it and try again.",
            ) from None
        except OSError as error:
            raise StorageFailed(
                "The connections cannot be saved.",
                advice="Check the settings folder's permissions and free space.",
                details=str(error),
            ) from error
        self._profiles = profiles
        return result

    def _store_models(self, profile: Profile, result: checking.CheckResult) -> None:
        saved = next((p for p in self.list() if p.id == profile.id), None)
        if saved is None:
            return
        facts = _joined(saved.facts if saved.base_url == profile.base_url else {}, result)
        if (saved.models, saved.facts) == (result.models, facts):
            return

        def told(one: Profile) -> Profile:
            return dataclasses.replace(one, models=result.models, facts=facts)

        if saved.id in self._temporary:
            self._temporary[saved.id] = told(saved)
        else:

            def put(profiles: _ProfileList) -> None:
                profiles[:] = [told(p) if p.id == saved.id else p for p in profiles]

            self._change(put)
        self._announce()

    async def _keep_key(self, profile: Profile, key: str) -> Place | None:
        if not key or profile.keyring_entry.startswith(ENVIRONMENT_PREFIX):
            return None
        return await self._keys.set(profile.keyring_entry, key)

    async def _forget_key(self, entry: str) -> None:
        try:
            await self._keys.delete(entry)
        except KeyringUnavailable as error:
            log.warning("a key could not be deleted from the keyring: %s", error.message)

    async def _drop_client(self, profile_id: str) -> None:
        known = self._clients.pop(profile_id, None)
        if known is not None:
            await known[2].close()

    def _announce(self) -> None:
        for observer in tuple(self._observers):
            try:
                observer()
            except Exception:
                log.exception("an observer of the connections failed")

    def _signature(self) -> tuple[int, int, int] | None:
        try:
            status = self._path.stat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size, status.st_ino


def _joined(before: dict[str, dict[str, Any]], result: checking.CheckResult) -> dict[str, dict[str, Any]]:
    """What a service says now, on top of what was found out otherwise; a date of an end counts only while it is told."""
    found = {}
    for model in result.models:
        old = {name: value for name, value in before.get(model, {}).items() if name != "shutdown_date"}
        if known := {**old, **result.facts.get(model, {})}:
            found[model] = known
    return found


def _checked(profile: Profile, *, kept: bool = True) -> Profile:
    name = " ".join(profile.name.split())
    if not name:
        raise InvalidInput("The connection needs a name.", field="name")
    if len(name) > 80:
        raise InvalidInput("The name is too long.", field="name", advice="Use at most 80 characters.")
    secret = [header for header, value in profile.headers.items() if value and is_secret_header(header)]
    if kept and secret:
        raise InvalidInput(
            f"The header “{secret[0]}” looks like a key, and headers are saved in a file.",
            field="headers",
            advice="Put the key into the key field.",
        )
    if kept and "@" in profile.proxy:
        raise InvalidInput(
            "The proxy's address holds a password, which would be saved in a file.",
            field="proxy",
            advice="Leave the field empty and set the environment variable HTTPS_PROXY.",
        )
    return dataclasses.replace(profile, name=name, base_url=normalize_base_url(profile.base_url))
