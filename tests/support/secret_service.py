"""A real Secret Service: gnome-keyring on a D-Bus of its own, in a folder of its own, for as long as a block runs.

with SecretService(tmp_path) as service:
    subprocess.run([...], env=service.environment)
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

PASSWORD = "tests only"
_WAIT = """
import sys, time, secretstorage
for _ in range(200):
    bus = secretstorage.dbus_init()
    try:
        if secretstorage.check_service_availability(bus):
            sys.exit(0)
    finally:
        bus.close()
    time.sleep(0.05)
sys.exit(1)
"""
_LEFT_OUT = ("DBUS_", "XDG_", "GNOME_", "KDE_", "PYTHON_KEYRING", "DISPLAY", "WAYLAND")


def missing() -> str:
    """What this machine lacks for it, "" for nothing."""
    lacking = [name for name in ("dbus-daemon", "gnome-keyring-daemon") if shutil.which(name) is None]
    return f"{' and '.join(lacking)} not installed" if lacking else ""


def clean_environment(folder: Path) -> dict[str, str]:
    """The environment without any desktop in it: no D-Bus, no keyring, no display; homes under ``folder``."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(_LEFT_OUT)}
    for name in ("data", "config", "cache", "runtime"):
        (folder / name).mkdir(parents=True, exist_ok=True, mode=0o700)
    environment |= {
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "XDG_RUNTIME_DIR": str(folder / "runtime"),
        "PYTHONPATH": str(Path(__file__).parent.parent.parent),
    }
    return environment


class SecretService:
    """The service; ``environment`` is what its users need. ``locked`` starts it without unlocking the keyring."""

    def __init__(self, folder: Path, *, locked: bool = False) -> None:
        self.environment = clean_environment(folder)
        self._locked = locked
        self._processes: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> SecretService:
        bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--nosyslog", "--print-address=1"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=self.environment,
        )
        self._processes.append(bus)
        assert bus.stdout is not None
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
        try:
            self._start_keyring()
        except BaseException:
            self.__exit__()
            raise
        return self

    def _start_keyring(self) -> None:
        unlock = [] if self._locked else ["--unlock"]
        keyring = subprocess.Popen(
            ["gnome-keyring-daemon", "--foreground", "--components=secrets", *unlock],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=self.environment,
        )
        self._processes.append(keyring)
        assert keyring.stdin is not None
        if not self._locked:
            keyring.stdin.write(PASSWORD.encode())
        keyring.stdin.close()
        subprocess.run([sys.executable, "-c", _WAIT], env=self.environment, check=True, timeout=30)

    def __exit__(self, *_: object) -> None:
        for process in reversed(self._processes):
            process.terminate()
        for process in reversed(self._processes):
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    stream.close()
