"""The real engine in its own process, for tests: started as the window starts it, driven over HTTP.

with EngineProcess(folder, upstream=upstream.base_url) as engine:
    client = engine.client()
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import subprocess
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from openai import AsyncOpenAI, OpenAI

from app.core.paths import own_command, own_environment


class EngineFailed(Exception):
    """The engine did not start; ``event`` is what it said, if anything."""

    def __init__(self, event: dict[str, Any] | None, log: str) -> None:
        super().__init__(f"{event}\n{log}")
        self.event = event or {}
        self.log = log


class EngineProcess:
    """One engine process on ``data_dir``; further configuration as the child protocol has it."""

    def __init__(
        self, data_dir: Path, *, environment: Mapping[str, str] | None = None, **config: Any
    ) -> None:
        self.data_dir = data_dir
        self.token = config.pop("token", None) or f"test-{secrets.token_hex(8)}"
        self.config = {
            "token": self.token,
            "data_dir": str(data_dir),
            "secrets": {},
            "parent": "test",
            **config,
        }
        self.environment = {
            **own_environment(),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
            **(environment or {}),
        }
        self.events: list[dict[str, Any]] = []
        self.ready: dict[str, Any] = {}
        self._process: subprocess.Popen[bytes] | None = None
        self._log_path = data_dir.parent / f"{data_dir.name}-{secrets.token_hex(4)}.log"

    # -- life ----------------------------------------------------------------------------------------------------

    def start(self, timeout: float = 60.0) -> EngineProcess:
        with self._log_path.open("wb") as log:
            self._process = subprocess.Popen(
                own_command("engine"),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                env=dict(self.environment),
            )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self.send(self.config)
        first = threading.Event()

        def read(stdout: Any) -> None:
            for line in stdout:
                self.events.append(json.loads(line))
                if self.events[-1]["event"] in {"ready", "failed"}:
                    first.set()
            first.set()
            stdout.close()

        self._reader = threading.Thread(target=read, args=(self._process.stdout,), daemon=True)
        self._reader.start()
        assert first.wait(timeout), f"not ready after {timeout} s\n{self.log}"
        said = [e for e in self.events if e["event"] in {"ready", "failed"}]
        if not said or said[0]["event"] != "ready":
            self._process.stdin.close()
            self._process.wait(10)
            raise EngineFailed(said[0] if said else None, self.log)
        self.ready = said[0]
        return self

    def send(self, message: Mapping[str, Any]) -> None:
        self.write(json.dumps(dict(message)).encode() + b"\n")

    def write(self, data: bytes) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.write(data)
        self._process.stdin.flush()

    def wait(self, timeout: float) -> int:
        assert self._process is not None
        return self._process.wait(timeout)

    def stop(self, timeout: float = 5.0) -> float:
        """End it as its parent does (stdin closed); returns the seconds it took."""
        assert self._process is not None
        assert self._process.stdin is not None
        begun = time.monotonic()
        with contextlib.suppress(OSError):
            self._process.stdin.close()
        try:
            self._process.wait(timeout)
        except subprocess.TimeoutExpired:
            self.kill()
            raise
        self._reader.join(2)
        return time.monotonic() - begun

    def kill(self) -> None:
        """As a crash: SIGKILL, nothing is closed."""
        assert self._process is not None
        self._process.kill()
        self._process.wait(10)
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):
            self._process.stdin.close()
        self._reader.join(2)

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    @property
    def returncode(self) -> int | None:
        assert self._process is not None
        return self._process.returncode

    @property
    def log(self) -> str:
        return self._log_path.read_text(errors="replace")

    def __enter__(self) -> EngineProcess:
        return self if self.running else self.start()

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            self.stop()

    # -- driving it ----------------------------------------------------------------------------------------------

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.ready['port']}"

    @property
    def base_url(self) -> str:
        return f"{self.origin}/v1"

    def client(self, **options: Any) -> OpenAI:
        """A synchronous SDK client that refuses answers of a wrong shape."""
        options = {"_strict_response_validation": True, "max_retries": 0, "timeout": 30.0, **options}
        return OpenAI(base_url=self.base_url, api_key=self.token, **options)

    def async_client(self, **options: Any) -> AsyncOpenAI:
        """An asynchronous one; make it inside the loop that uses it."""
        options = {"_strict_response_validation": True, "max_retries": 0, "timeout": 30.0, **options}
        return AsyncOpenAI(base_url=self.base_url, api_key=self.token, **options)

    def http(self, **options: Any) -> Any:
        """A plain HTTP client with the token, for what no SDK would send."""
        import httpx2

        headers = {"authorization": f"Bearer {self.token}", **options.pop("headers", {})}
        return httpx2.Client(base_url=self.origin, headers=headers, timeout=30.0, **options)


def without_proxies() -> None:
    """Loopback is never asked through a proxy, whatever the machine is set to."""
    for name in ("NO_PROXY", "no_proxy"):
        os.environ[name] = "127.0.0.1,localhost,::1"
