"""One kernel on a Jupyter Server or Gateway: started over REST, spoken to over one WebSocket.

Source: the documentation of Jupyter's messaging protocol (5.3) and of Jupyter Server's REST interface.
"""

from __future__ import annotations

import contextlib
import json
import time
import uuid
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit, urlunsplit

from app.interpreter.backends import RemoteServer
from app.interpreter.model import MIB, SessionLost

if TYPE_CHECKING:
    import httpx2
    from websockets.sync.client import ClientConnection

_TIMEOUT = 30.0
_START_SECONDS = 60.0


def client_of(server: RemoteServer) -> httpx2.Client:
    """Make an HTTP client for the server; the token stands in a header, never in an address.

    Raises:
        SessionLost: the address is no web address.
    """
    import httpx2

    parts = urlsplit(server.url)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise SessionLost("The address of the Jupyter server must begin with http:// or https://.")
    headers = {"Authorization": f"token {server.token}"} if server.token else {}
    return httpx2.Client(
        base_url=server.url.rstrip("/") + "/", headers=headers, timeout=_TIMEOUT, follow_redirects=False
    )


def request(client: httpx2.Client, method: str, path: str, body: object = None) -> Any:
    """Ask the server and give its JSON answer (None if it is empty).

    Raises:
        SessionLost: it cannot be reached, refuses the token, or answers something else.
    """
    import httpx2

    try:
        response = (
            client.request(method, path, json=body) if body is not None else client.request(method, path)
        )
    except httpx2.HTTPError as error:
        raise SessionLost("The Jupyter server cannot be reached.", details=type(error).__name__) from error
    if response.status_code in {401, 403} or response.is_redirect:
        raise SessionLost("The Jupyter server refuses the token.")
    if response.status_code >= 400:
        raise SessionLost(f"The Jupyter server answers {response.status_code}.", details=response.text[:300])
    if not response.content:
        return None
    try:
        return response.json()
    except ValueError:
        raise SessionLost("This address does not answer like a Jupyter server.") from None


class Kernel:
    """A running kernel and the connection to it. ``alive`` is False once either has ended."""

    def __init__(self, server: RemoteServer) -> None:
        self.alive = False
        self._kernel = ""
        self._stack = contextlib.ExitStack()
        self._client = client_of(server)
        self._socket: ClientConnection | None = None
        try:
            body = {"name": server.kernel} if server.kernel else {}
            answer = request(self._client, "POST", "api/kernels", body)
            self._kernel = quote(str(answer["id"]), safe="")
            self._socket = self._connect(server)
            self.alive = True
            self._wait_until_ready()
        except (KeyError, TypeError, SessionLost) as error:
            self.close()
            if isinstance(error, SessionLost):
                raise
            raise SessionLost("The Jupyter server's answer was not understood.") from error

    def _connect(self, server: RemoteServer) -> ClientConnection:
        from websockets.exceptions import WebSocketException
        from websockets.sync.client import connect

        parts = urlsplit(server.url.rstrip("/"))
        scheme = "wss" if parts.scheme == "https" else "ws"
        path = f"{parts.path}/api/kernels/{self._kernel}/channels"
        url = urlunsplit((scheme, parts.netloc, path, f"session_id={uuid.uuid4().hex}", ""))
        headers = {"Authorization": f"token {server.token}"} if server.token else {}
        try:
            return self._stack.enter_context(
                connect(
                    url, additional_headers=headers, max_size=64 * MIB, open_timeout=_TIMEOUT, close_timeout=2
                )
            )
        except (OSError, WebSocketException, TimeoutError) as error:
            raise SessionLost(
                "The kernel's channel cannot be opened.", details=type(error).__name__
            ) from error

    def _send(self, kind: str, content: dict[str, Any], channel: str = "shell") -> str:
        from websockets.exceptions import WebSocketException

        number = uuid.uuid4().hex
        header = {
            "msg_id": number,
            "msg_type": kind,
            "session": "workbench",
            "username": "",
            "version": "5.3",
        }
        message = {
            "header": header,
            "parent_header": {},
            "metadata": {},
            "content": content,
            "channel": channel,
            "buffers": [],
        }
        assert self._socket is not None
        try:
            self._socket.send(json.dumps(message))
        except (OSError, WebSocketException) as error:
            self.alive = False
            raise SessionLost("The connection to the kernel broke off.") from error
        return number

    def receive(self, timeout: float) -> dict[str, Any] | None:
        """The next message, or None when none came in time.

        Raises:
            SessionLost: the connection broke off.
        """
        from websockets.exceptions import WebSocketException

        assert self._socket is not None
        try:
            text = self._socket.recv(timeout=timeout)
        except TimeoutError:
            return None
        except (OSError, WebSocketException) as error:
            self.alive = False
            raise SessionLost("The connection to the kernel broke off.") from error
        try:
            message = json.loads(text)
        except (ValueError, RecursionError):
            return None
        return message if isinstance(message, dict) and isinstance(message.get("content"), dict) else None

    def _wait_until_ready(self) -> None:
        end = time.monotonic() + _START_SECONDS
        while time.monotonic() < end:
            number = self._send("kernel_info_request", {})
            until = min(end, time.monotonic() + 3)
            while time.monotonic() < until:
                message = self.receive(0.2)
                if (
                    message is not None
                    and parent_of(message) == number
                    and message.get("msg_type") == "kernel_info_reply"
                ):
                    return
        raise SessionLost("The kernel was not ready in time.")

    def execute(self, code: str, expressions: dict[str, str] | None = None) -> str:
        """Ask for code to be run (silently with ``expressions``) and give the request's number."""
        return self._send(
            "execute_request",
            {
                "code": code,
                "silent": expressions is not None,
                "store_history": expressions is None,
                "user_expressions": expressions or {},
                "allow_stdin": False,
                "stop_on_error": True,
            },
        )

    def silent(self, code: str, expressions: dict[str, str] | None = None) -> dict[str, Any]:
        """Run code of ours, which shows nothing, and give the reply."""
        number = self.execute(code, expressions if expressions is not None else {})
        end = time.monotonic() + _TIMEOUT
        while time.monotonic() < end:
            message = self.receive(0.2)
            if (
                message is not None
                and parent_of(message) == number
                and message.get("msg_type") == "execute_reply"
            ):
                content: dict[str, Any] = message["content"]
                if content.get("status") != "ok":
                    raise SessionLost("The kernel refuses the program's own code.")
                return content
        raise SessionLost("The kernel does not answer.")

    def value(self, expression: str) -> Any:
        """Give the value of a Python expression that is a plain literal."""
        import ast

        reply = self.silent("", {"value": expression})
        try:
            return ast.literal_eval(str(reply["user_expressions"]["value"]["data"]["text/plain"]))
        except (KeyError, TypeError, ValueError, SyntaxError, RecursionError):
            raise SessionLost("The kernel's answer was not understood.") from None

    def interrupt(self) -> None:
        """Ask the kernel to stop the cell."""
        with contextlib.suppress(SessionLost):
            request(self._client, "POST", f"api/kernels/{self._kernel}/interrupt", {})

    def close(self) -> None:
        """End the kernel and the connection."""
        self.alive = False
        if self._kernel:
            kernel, self._kernel = self._kernel, ""
            with contextlib.suppress(SessionLost, RuntimeError):
                request(self._client, "DELETE", f"api/kernels/{kernel}")
        with contextlib.suppress(Exception):
            self._stack.close()
        self._client.close()


def parent_of(message: dict[str, Any]) -> str:
    """The number of the request that a message answers."""
    parent = message.get("parent_header")
    return str(parent.get("msg_id", "")) if isinstance(parent, dict) else ""
