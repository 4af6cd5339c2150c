"""What answers a function: the kind of handler and its particulars, as they are kept, and the one shape of all handlers."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Literal, Protocol

from app.core.errors import AppError, InvalidInput

Json = dict[str, Any]
Kind = Literal["manual", "canned", "http", "python", "mcp"]
Redirects = Literal["none", "same_host", "all"]
Approval = Literal["ask", "always", "never"]

KINDS: tuple[Kind, ...] = ("manual", "canned", "http", "python", "mcp")
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
MOST_SECONDS = 600.0
MOST_CHARACTERS = 400_000
LANES = "lanes"
"""The owner of functions that belong to no assistant: those of the playground's lanes."""


@dataclass(frozen=True)
class HandlerSpec:
    """How calls of one function are answered.

    Attributes:
        kind: ``manual`` asks a person, ``canned`` always gives ``text``, ``http`` makes a request, ``python`` runs a
            snippet in the sandbox, ``mcp`` calls a tool of a tool server.
        text: the canned answer; ``{{name}}`` stands for an argument.
        method: of the request.
        url: of the request, with ``{{name}}`` in its path or query.
        headers: names and values; ``{{secret:NAME}}`` stands for a secret of the keyring.
        body: of the request; empty sends the arguments as JSON where the method has a body.
        redirects: which redirects are followed.
        code: the snippet; it has ``arguments`` (a dict) and sets ``result``, or defines ``run(arguments)``.
        server: the tool server's id.
        tool: the server's tool; empty is the function's own name.
        timeout: seconds after which a call is given up.
        most_characters: a longer result is cut, and both the model and the person are told.
    """

    kind: Kind = "manual"
    text: str = ""
    method: str = "GET"
    url: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    body: str = ""
    redirects: Redirects = "same_host"
    code: str = ""
    server: str = ""
    tool: str = ""
    timeout: float = 30.0
    most_characters: int = 20_000

    def to_json(self) -> Json:
        """As it is kept."""
        return asdict(self)

    @staticmethod
    def from_json(data: Any) -> HandlerSpec:
        """As it was kept; what is unknown or of the wrong type is left out."""
        if not isinstance(data, dict) or data.get("kind") not in KINDS:
            return HandlerSpec()
        given: Json = {}
        for one in fields(HandlerSpec):
            value = data.get(one.name)
            default = one.default
            if one.name == "headers":
                if isinstance(value, list | tuple):
                    given["headers"] = tuple((str(p[0]), str(p[1])) for p in value if len(p) == 2)
            elif isinstance(value, int | float) and isinstance(default, int | float):
                given[one.name] = type(default)(value)
            elif isinstance(value, str) and isinstance(default, str):
                given[one.name] = value
        if given.get("redirects") not in {"none", "same_host", "all"}:
            given.pop("redirects", None)
        given["timeout"] = min(MOST_SECONDS, max(0.1, given.get("timeout", 30.0)))
        given["most_characters"] = min(MOST_CHARACTERS, max(100, given.get("most_characters", 20_000)))
        return HandlerSpec(**given)


@dataclass(frozen=True)
class ToolServer:
    """A tool server (Model Context Protocol), as it is kept.

    Attributes:
        transport: ``stdio`` starts ``command`` with ``arguments``; ``http`` talks to ``url``.
        headers: for ``http``; values may hold ``{{secret:NAME}}``.
        environment: for ``stdio``, beside a small standard set; values may hold ``{{secret:NAME}}``.
        approvals: what a person decided once and for all, by the tool's name.
    """

    id: str
    name: str
    transport: Literal["stdio", "http"] = "stdio"
    command: str = ""
    arguments: tuple[str, ...] = ()
    environment: tuple[tuple[str, str], ...] = ()
    url: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    approvals: Mapping[str, Approval] = field(default_factory=dict)

    def to_json(self) -> Json:
        """As it is kept."""
        return {**asdict(self), "approvals": dict(self.approvals)}

    @staticmethod
    def from_json(data: Any) -> ToolServer | None:
        """As it was kept, None for anything else."""
        if not isinstance(data, dict) or not isinstance(data.get("id"), str):
            return None
        approvals = data.get("approvals")
        return ToolServer(
            id=data["id"],
            name=str(data.get("name") or data["id"]),
            transport="http" if data.get("transport") == "http" else "stdio",
            command=str(data.get("command") or ""),
            arguments=tuple(str(one) for one in data.get("arguments") or ()),
            environment=tuple((str(p[0]), str(p[1])) for p in data.get("environment") or () if len(p) == 2),
            url=str(data.get("url") or ""),
            headers=tuple((str(p[0]), str(p[1])) for p in data.get("headers") or () if len(p) == 2),
            approvals={
                str(name): value
                for name, value in (approvals if isinstance(approvals, dict) else {}).items()
                if value in {"ask", "always", "never"}
            },
        )


@dataclass(frozen=True)
class Call:
    """One call to be answered."""

    name: str
    arguments: Json
    tell: Callable[[str], None] = lambda _words: None


class Handler(Protocol):
    """What every kind of handler is."""

    async def answer(self, spec: HandlerSpec, call: Call) -> str:
        """Give the function's output.

        Raises:
            AppError: it has none; the model and the person read the error's words.
        """


class NeedsPerson(AppError):
    """The call is a person's to answer."""

    def __init__(self, name: str) -> None:
        super().__init__(f"A person answers calls of “{name}”.")


def read_arguments(text: str) -> Json:
    """A call's arguments as models write them.

    Raises:
        InvalidInput: it is no JSON object.
    """
    if not text.strip():
        return {}
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        raise InvalidInput("The arguments are no valid JSON.", details=str(error)) from None
    if not isinstance(value, dict):
        raise InvalidInput("The arguments are no JSON object.")
    return value


def problem(spec: HandlerSpec) -> str:
    """Why a handler cannot work as it stands, in words; "" if nothing is missing."""
    if spec.kind == "http":
        from app.workbench.tools.placeholders import url_problem

        return url_problem(spec.url)
    if spec.kind == "python":
        try:
            compile(spec.code, "snippet", "exec")
        except (SyntaxError, ValueError, RecursionError) as error:
            line = getattr(error, "lineno", None)
            return f"Line {line}: {getattr(error, 'msg', error)}" if line else str(error)
        return "" if spec.code.strip() else "There is no code yet."
    if spec.kind == "mcp":
        return "" if spec.server else "Choose a tool server."
    return ""
