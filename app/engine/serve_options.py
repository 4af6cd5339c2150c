"""What ``assistant-workbench serve`` can be told; light, so that ``--help`` answers at once."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.core.errors import InvalidInput

DEFAULT_PORT = 8765
RUN_EXPIRY_SECONDS = 600
"""Life of a run, as the hosted API had it."""

UPSTREAM_KEYRING_ENTRY = "upstream"
LOOPBACK_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})
TOKEN_VARIABLE = "ASSISTANT_WORKBENCH_ENGINE_TOKEN"  # noqa: S105 - a name, not a token
MIN_TOKEN = 16

EPILOG = """\
examples:
  assistant-workbench serve
      the engine on this computer, with a new token that is printed once
  assistant-workbench serve --upstream https://service.example/v1 --upstream-key-env SERVICE_KEY
      every model name that no connection claims goes to that service
  assistant-workbench serve --host 0.0.0.0 --allow-remote
      for other computers too; the token comes from the environment variable ASSISTANT_WORKBENCH_ENGINE_TOKEN

Point an OpenAI SDK at it: base_url="http://127.0.0.1:8765/v1", api_key=<the token>.
/health tells that it lives, /docs describes every route. Logs go to standard error, one JSON object a line.
"""


@dataclass(frozen=True)
class ServeOptions:
    """How to run the engine alone. ``run_expiry`` in seconds; ``upstream_key_env`` names an environment variable."""

    host: str = "127.0.0.1"
    port: int = DEFAULT_PORT
    data_dir: str | None = None
    token: str | None = field(default=None, repr=False)
    upstream: str | None = None
    upstream_key_env: str | None = None
    run_expiry: int = RUN_EXPIRY_SECONDS
    model_file: str | None = None
    allow_remote: bool = False
    log_level: str = "info"
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ, repr=False)

    def check(self) -> None:
        """Refuse what would be unsafe or cannot work.

        Raises:
            InvalidInput: in words for the terminal.
        """
        if self.host not in LOOPBACK_HOSTS and not self.allow_remote:
            raise InvalidInput(
                f"--host {self.host} would open the engine to other computers.",
                field="host",
                advice="If that is wanted, add --allow-remote and give a token of your own.",
            )
        if self.allow_remote and not self.token:
            raise InvalidInput(
                "--allow-remote needs a token of your own.",
                field="token",
                advice=f"Give it with --token, or in the environment variable {TOKEN_VARIABLE}.",
            )
        if self.token is not None and (
            not self.token.isascii() or not self.token.isprintable() or " " in self.token or not self.token
        ):
            raise InvalidInput(
                "The token cannot be used: it has to be printable ASCII without spaces.", field="token"
            )
        if self.allow_remote and len(self.token or "") < MIN_TOKEN:
            raise InvalidInput(
                f"The token is too short for other computers: at least {MIN_TOKEN} characters.", field="token"
            )
        if not 0 <= self.port <= 65535:
            raise InvalidInput(
                f"There is no port {self.port}.", field="port", advice="Ports go from 0 to 65535."
            )
        if self.run_expiry < 1:
            raise InvalidInput("--run-expiry has to be at least one second.", field="run_expiry")
        if self.upstream is not None and not self.upstream.startswith(("http://", "https://")):
            raise InvalidInput(
                f"--upstream {self.upstream} is no base URL.",
                field="upstream",
                advice="It begins with http:// or https:// and usually ends with /v1.",
            )
        if self.upstream_key_env is not None:
            if self.upstream is None:
                raise InvalidInput("--upstream-key-env needs --upstream.", field="upstream_key_env")
            if not self.environment.get(self.upstream_key_env):
                raise InvalidInput(
                    f"The environment variable {self.upstream_key_env} is not set or empty.",
                    field="upstream_key_env",
                )

    def upstream_key(self) -> str | None:
        """The upstream's key: from the named environment variable, else from the keyring, else none."""
        if self.upstream is None:
            return None
        if self.upstream_key_env is not None:
            return self.environment.get(self.upstream_key_env)
        return None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Give ``parser`` everything that ``serve`` understands."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = (
        "Run the engine alone: the OpenAI Assistants API over any model, for other programs and teams."
    )
    parser.epilog = EPILOG
    add = parser.add_argument
    add("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1, this computer alone)")
    add("--port", type=int, default=DEFAULT_PORT, help=f"port, 0 for any free one (default: {DEFAULT_PORT})")
    add(
        "--data-dir",
        metavar="FOLDER",
        help="where assistants, threads and files are kept (default: the user's data folder)",
    )
    add(
        "--token",
        help="what clients give as API key (default: a new one, printed once). Other users of this computer can see "
        f"arguments: the environment variable {TOKEN_VARIABLE} is safer",
    )
    add(
        "--upstream",
        metavar="URL",
        help="OpenAI-compatible service for every model name that no connection claims",
    )
    add(
        "--upstream-key-env",
        metavar="NAME",
        help="environment variable that holds the service's key (default: the system's keyring, entry "
        f"'{UPSTREAM_KEYRING_ENTRY}' of 'assistant-workbench')",
    )
    add(
        "--run-expiry",
        type=int,
        default=RUN_EXPIRY_SECONDS,
        metavar="SECONDS",
        help=f"life of a run (default: {RUN_EXPIRY_SECONDS})",
    )
    add("--model-file", metavar="FILE", help="a local model (GGUF) to offer besides the built-in one")
    add(
        "--allow-remote",
        action="store_true",
        help="allow listening beyond this computer; needs a token of your own",
    )
    add("--log-level", choices=("debug", "info", "warning", "error"), default="info", help="(default: info)")


def from_arguments(
    arguments: argparse.Namespace, environment: Mapping[str, str] | None = None
) -> ServeOptions:
    """Options from what a parser with :func:`add_arguments` understood."""
    environment = os.environ if environment is None else environment
    return ServeOptions(
        host=arguments.host,
        port=arguments.port,
        data_dir=arguments.data_dir,
        token=arguments.token or environment.get(TOKEN_VARIABLE) or None,
        upstream=arguments.upstream,
        upstream_key_env=arguments.upstream_key_env,
        run_expiry=arguments.run_expiry,
        model_file=arguments.model_file,
        allow_remote=arguments.allow_remote,
        log_level=arguments.log_level,
        environment=environment,
    )


def parse(argv: Sequence[str]) -> ServeOptions:
    """Parse the arguments after ``serve``."""
    parser = argparse.ArgumentParser(prog="assistant-workbench serve")
    add_arguments(parser)
    return from_arguments(parser.parse_args(argv))
