"""Keys: in the operating system's keyring, or in this session's memory, and nowhere else.

Rules that hold everywhere in the program:

- A key is never written to a file, a log, a database, an export, an argument list or a child's environment.
- Where there is no keyring (or it refuses), a key is kept in memory until the program ends, and that is said.
  There is no plain-text fallback, and a keyring that is none (plain-text files, the null keyring) counts as none.
- Calls to a keyring may wait without limit for a person to unlock it. They run in daemon threads and are given up after
  a time, so that neither the window nor the program's exit ever hangs on one.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import contextlib
import hmac
import logging
import os
import re
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

from app.connections import keyring_backend
from app.core.errors import AppError, InvalidInput, KeyringUnavailable

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

log = logging.getLogger(__name__)

SERVICE = "assistant-workbench"
"""Service name of every entry in the keyring; the user name is the profile's ``keyring_entry``."""

ENVIRONMENT_PREFIX = "env:"
"""An entry ``env:NAME`` is read from the environment variable ``NAME`` and cannot be written."""

CALL_SECONDS = 60.0
"""How long one keyring call may take; long enough to type a keyring's password into its prompt."""


class Key:
    """A secret text that does not show itself: only :meth:`reveal` gives the value.

    ``repr``, ``str``, ``format`` and logging show dots; it cannot be pickled, copied into JSON or written by accident.
    """

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """Give the value; for the request's header and the keyring only."""
        return self._value

    def __repr__(self) -> str:
        return "Key(•••)"

    def __str__(self) -> str:
        return "•••"

    def __format__(self, _spec: str) -> str:
        return "•••"

    def __bool__(self) -> bool:
        return bool(self._value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Key) and hmac.compare_digest(self._value.encode(), other._value.encode())

    def __hash__(self) -> int:
        return hash(("Key", self._value))

    def __reduce__(self) -> NoReturn:
        raise TypeError("a key is never stored")


@dataclass(frozen=True)
class Place:
    """Where a key is kept. ``durable`` is false for the session's memory; ``reason`` says why, in words."""

    name: str
    durable: bool
    reason: str = ""


def clean_key(text: str) -> Key:
    """Make a key of what a person typed or pasted: surrounding white space goes, quotes around the whole go.

    Raises:
        InvalidInput: it is empty, or holds characters that no HTTP header can carry (field ``key``).
    """
    value = text.strip().strip("\"'").strip()
    value = re.sub(r"^bearer(\s+|$)", "", value, flags=re.IGNORECASE)
    if not value:
        raise InvalidInput("No key was given.", field="key", advice="Paste the key of the service.")
    if not value.isascii() or not value.isprintable() or re.search(r"\s", value):
        raise InvalidInput(
            "This does not look like a key: it contains spaces, line breaks or characters that keys never have.",
            field="key",
            advice="Copy it again from the service's page.",
        )
    return Key(value)


class KeyStore:
    """Reads, keeps and deletes keys by the name of their entry.

    One for each process. The window's writes; the engine's only reads, and is handed session keys over its stdin
    (:meth:`remember`).

    Args:
        backend: a keyring to use instead of the system's (tests); chosen on first use when not given.
        timeout: seconds that one keyring call may take.
        session: keys known for this session only, by entry.
    """

    def __init__(
        self,
        *,
        backend: KeyringBackend | None = None,
        timeout: float = CALL_SECONDS,
        session: Mapping[str, str] | None = None,
    ) -> None:
        self._backend = backend
        self._timeout = timeout
        self._session: dict[str, Key] = {
            entry: Key(value) for entry, value in (session or {}).items() if value
        }
        self._place: Place | None = Place(keyring_backend.name_of(backend), durable=True) if backend else None
        self._pending: dict[tuple[str, str], concurrent.futures.Future[Any]] = {}
        self._guard = threading.Lock()

    # -- what callers use ----------------------------------------------------------------------------------------

    async def get(self, entry: str) -> Key | None:
        """Find a key; None when none is known under ``entry`` (or no keyring is there to know it).

        Raises:
            KeyringUnavailable: there is a keyring, but it is locked, was not unlocked in time, or failed.
        """
        if not entry:
            return None
        if entry.startswith(ENVIRONMENT_PREFIX):
            value = os.environ.get(entry.removeprefix(ENVIRONMENT_PREFIX), "").strip()
            return Key(value) if value else self._session.get(entry)
        if entry in self._session:
            return self._session[entry]
        if not (await self.find_place()).durable:
            return None
        value = await self._call("get", entry, lambda backend: backend.get_password(SERVICE, entry))
        return Key(value) if value else None

    async def set(self, entry: str, key: Key | str) -> Place:
        """Keep a key and say where it is now: in the keyring, or (``durable`` false) for this session only.

        A keyring is believed only after it has given the key back.

        Raises:
            InvalidInput: the key is unusable, or ``entry`` is an environment variable.
        """
        cleaned = clean_key(key.reveal() if isinstance(key, Key) else key)
        _refuse_environment(entry)
        place = await self.find_place()
        if not place.durable:
            self._session[entry] = cleaned
            return place

        def write(backend: KeyringBackend) -> bool:
            backend.set_password(SERVICE, entry, cleaned.reveal())
            return backend.get_password(SERVICE, entry) == cleaned.reveal()

        try:
            kept = await self._call("set", entry, write)
            reason = "" if kept else f"{place.name} did not keep the key."
        except KeyringUnavailable as error:
            reason = error.message
        if reason:
            self._session[entry] = cleaned
            return Place(_session_name(reason), durable=False, reason=reason)
        self._session.pop(entry, None)
        return place

    async def delete(self, entry: str) -> None:
        """Forget a key everywhere; nothing happens when there is none.

        Raises:
            InvalidInput: ``entry`` is an environment variable.
            KeyringUnavailable: the keyring refuses; the key may still be in it.
        """
        if not entry:
            return
        _refuse_environment(entry)
        self._session.pop(entry, None)
        if not (await self.find_place()).durable:
            return

        def remove(backend: KeyringBackend) -> None:
            from keyring.errors import PasswordDeleteError

            with contextlib.suppress(PasswordDeleteError):  # there was none
                backend.delete_password(SERVICE, entry)

        await self._call("delete", entry, remove)

    async def find_place(self) -> Place:
        """Find out where keys will be kept; never makes the keyring ask a person for anything."""
        if self._place is None:
            try:
                found = await self._run("find", "", keyring_backend.find)
            except (AppError, OSError, RuntimeError) as error:
                found = keyring_backend.Found(None, "", str(error))
            self._backend = found.backend
            if found.backend is None:
                log.info("no keyring: %s", found.reason)
                self._place = Place(_session_name(found.reason), durable=False, reason=found.reason)
            else:
                self._place = Place(found.name, durable=True)
        return self._place

    def place(self) -> str:
        """Say where keys are kept, as far as is known by now, for people: “GNOME Keyring”, “this session only (…)”."""
        return self._place.name if self._place else "not looked for yet"

    def remember(self, entry: str, key: Key | str | None) -> None:
        """Keep a key for this session only, or forget it (None); the keyring is not touched."""
        if key:
            self._session[entry] = key if isinstance(key, Key) else Key(key)
        else:
            self._session.pop(entry, None)

    def session_keys(self) -> dict[str, Key]:
        """Keys that are in memory only, by entry; for handing them to the engine over its stdin."""
        return dict(self._session)

    # -- keyring calls -------------------------------------------------------------------------------------------

    async def _call(self, operation: str, entry: str, action: Callable[[KeyringBackend], Any]) -> Any:
        from keyring import errors

        backend = self._backend
        assert backend is not None
        name = self.place()
        try:
            return await self._run(operation, entry, lambda: action(backend))
        except TimeoutError:
            raise KeyringUnavailable(
                f"{name} did not answer within {self._timeout:.0f} seconds.",
                advice="Unlock it (it may show a prompt behind other windows) and try again.",
            ) from None
        except errors.KeyringLocked:
            raise KeyringUnavailable(f"{name} is locked.", advice="Unlock it and try again.") from None
        except errors.NoKeyringError:
            raise KeyringUnavailable("No keyring was found.") from None
        except (errors.KeyringError, OSError, RuntimeError, ValueError) as error:
            raise KeyringUnavailable(
                f"{name} cannot be used: {_reason(error)}.", details=type(error).__name__
            ) from None
        except Exception as error:  # noqa: BLE001 - back ends raise whatever their system's library raises
            raise KeyringUnavailable(
                f"{name} cannot be used: {_reason(error)}.", details=type(error).__name__
            ) from None

    async def _run(self, operation: str, entry: str, action: Callable[[], Any]) -> Any:
        """Run ``action`` in a daemon thread; a reading call that still waits for its prompt is joined, not repeated."""
        with self._guard:
            future = self._pending.get((operation, entry)) if operation in {"get", "find"} else None
            if future is None or future.done():
                future = concurrent.futures.Future()
                future.set_running_or_notify_cancel()
                self._pending[operation, entry] = future
                threading.Thread(
                    target=self._work,
                    args=(future, (operation, entry), action),
                    name=f"keyring-{operation}",
                    daemon=True,
                ).start()
        async with asyncio.timeout(self._timeout):
            return await asyncio.shield(asyncio.wrap_future(future))

    def _work(
        self, future: concurrent.futures.Future[Any], name: tuple[str, str], action: Callable[[], Any]
    ) -> None:
        try:
            result = action()
        except BaseException as error:  # noqa: BLE001 - whatever it is belongs to the waiting caller
            future.set_exception(error)
        else:
            future.set_result(result)
        finally:
            with self._guard:
                if self._pending.get(name) is future:
                    del self._pending[name]


def environment_keys(names: tuple[str, ...] = ("OPENAI_API_KEY", "AZURE_OPENAI_API_KEY")) -> list[str]:
    """Entries (``env:NAME``) of well-known variables that are set now, to be offered when a connection is made."""
    return [f"{ENVIRONMENT_PREFIX}{name}" for name in names if os.environ.get(name, "").strip()]


def _refuse_environment(entry: str) -> None:
    if entry.startswith(ENVIRONMENT_PREFIX):
        raise InvalidInput(
            f"The key in the environment variable {entry.removeprefix(ENVIRONMENT_PREFIX)} can only be read here.",
            field="key",
            advice="Change it where the variable is set, or let this program keep a key of its own.",
        )


def _session_name(reason: str) -> str:
    reason = reason.rstrip(". ")
    return f"this session only ({reason})" if reason else "this session only"


def _reason(error: BaseException) -> str:
    """The first line of an error, short; back ends never put the secret in it, but be sure of no long dumps."""
    text = str(error).strip().splitlines()
    return (text[0] if text else type(error).__name__)[:160].rstrip(".")
