"""Which keyring the operating system offers, and whether it is one that may be trusted with a key.

``keyring`` picks a back end by itself; it may pick one that writes plain text, forgets everything, or chains several.
Here only the systems' own keyrings are taken, or one that a person chose by name and that is not known to be unsafe.
"""

from __future__ import annotations

import contextlib
import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SYSTEM_KEYRINGS = {
    "keyring.backends.SecretService": "the system keyring (Secret Service)",
    "keyring.backends.libsecret": "the system keyring (Secret Service)",
    "keyring.backends.kwallet": "KDE Wallet",
    "keyring.backends.macOS": "macOS Keychain",
    "keyring.backends.Windows": "Windows Credential Locker",
}
_SECRET_SERVICES = {  # by the name of the process that answers on D-Bus
    "gnome-keyring-d": "GNOME Keyring",
    "gnome-keyring-daemon": "GNOME Keyring",
    "ksecretd": "KDE Wallet",
    "kwalletd5": "KDE Wallet",
    "kwalletd6": "KDE Wallet",
    "keepassxc": "KeePassXC",
    "oo7-daemon": "oo7 keyring",
    "pass-secret-ser": "pass",
}
_NO_KEYRINGS = ("keyring.backends.fail", "keyring.backends.null")
_UNSAFE = ("keyrings.alt",)


@dataclass(frozen=True)
class Found:
    """The keyring to use with its name for people, or None with the reason why there is none."""

    backend: KeyringBackend | None
    name: str
    reason: str = ""


def find() -> Found:
    """Look for a keyring. May take a while (D-Bus); asks a person nothing."""
    try:
        import keyring
        from keyring.backends.chainer import ChainerBackend
    except ImportError as error:
        return Found(None, "", f"the keyring library is missing: {error}")
    try:
        chosen = keyring.get_keyring()
    except Exception as error:  # noqa: BLE001 - a wrong name in PYTHON_KEYRING_BACKEND raises anything
        return Found(None, "", f"the keyring set up for Python cannot be loaded: {error}")
    candidates: list[Any] = list(chosen.backends) if isinstance(chosen, ChainerBackend) else [chosen]
    refused = ""
    for backend in candidates:
        reason = why_not(backend)
        if not reason:
            return Found(backend, name_of(backend))
        refused = refused or reason
    return Found(None, "", refused or "no keyring found")


def why_not(backend: KeyringBackend) -> str:
    """Why a back end may not keep keys; empty when it may."""
    modules = [cls.__module__ for cls in type(backend).__mro__]
    if modules[0].startswith(_NO_KEYRINGS):
        return "no keyring found"
    if any(module.startswith(_UNSAFE) for module in modules) or "plaintext" in type(backend).__name__.lower():
        return f"no keyring found: {type(backend).__module__} would keep keys in files"
    if _is_system(backend) or _chosen_by_name():
        return ""
    return f"no keyring found: {type(backend).__module__} is not one of the system's keyrings"


def name_of(backend: KeyringBackend) -> str:
    """The keyring's name as people know it."""
    module = type(backend).__module__
    for prefix, name in _SYSTEM_KEYRINGS.items():
        if module.startswith(prefix):
            if "Secret Service" in name:
                return _secret_service_name() or name
            return name
    return str(getattr(backend, "name", module))


def _is_system(backend: KeyringBackend) -> bool:
    return type(backend).__module__.startswith(tuple(_SYSTEM_KEYRINGS))


def _chosen_by_name() -> bool:
    """Whether a person named a back end for Python's keyring (variable or ``keyringrc.cfg``)."""
    if os.environ.get("PYTHON_KEYRING_BACKEND"):
        return True
    from keyring.util import platform_

    with contextlib.suppress(OSError):
        return "default-keyring" in (platform_.config_root() / "keyringrc.cfg").read_text("utf-8", "replace")
    return False


def _secret_service_name() -> str:
    """Ask D-Bus whose process owns ``org.freedesktop.secrets``; empty when that cannot be told."""
    if sys.platform != "linux":
        return ""
    try:
        import psutil
        from jeepney import DBusAddress, new_method_call
        from jeepney.io.blocking import open_dbus_connection

        bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        with contextlib.closing(open_dbus_connection(bus="SESSION")) as connection:
            request = new_method_call(bus, "GetConnectionUnixProcessID", "s", ("org.freedesktop.secrets",))
            reply = connection.send_and_get_reply(request, timeout=2)
            process = psutil.Process(int(reply.body[0])).name()
    except Exception:  # noqa: BLE001 - only a nicer name depends on it
        return ""
    return _SECRET_SERVICES.get(process, "")
