"""``compare``: one prompt to several lanes, in a terminal, in a pipe, or as one JSON document."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TextIO

from app import __version__
from app.connections.check import list_models
from app.connections.profile import Profile
from app.connections.registry import Connections
from app.connections.secrets import Key, KeyStore, clean_key
from app.core.entities import ModelRef
from app.core.errors import AppError, EngineUnavailable, InvalidInput
from app.core.paths import resolve
from app.core.run_events import Notice, ObjectCreated, StepFinished
from app.terminal.columns import fits, harmless, table
from app.terminal.views import ColumnsView, NoView, PlainView, View, figures
from app.workbench.clients import Clients
from app.workbench.engine_process import EngineProcess
from app.workbench.journal_records import encode
from app.workbench.playground.ad_hoc import AdHocAssistants
from app.workbench.playground.assistants_lane import AssistantRef, AssistantsLane
from app.workbench.playground.chat_lane import ChatLane
from app.workbench.playground.comparison import Comparison, Turn
from app.workbench.playground.lane import Api, BaseLane, LaneSettings
from app.workbench.playground.model_choice import ModelChoices
from app.workbench.playground.responses_lane import ResponsesLane

DONE, FAILED, INTERRUPTED = 0, 1, 130
APIS: tuple[Api, ...] = ("chat", "assistants", "responses")
USUAL: tuple[Api, ...] = ("chat", "assistants")
"""The lanes where none are named."""


@dataclass(frozen=True)
class LaneWish:
    """What was written after ``--lane``; ``model`` "" means the default."""

    api: Api
    model: str = ""

    def __str__(self) -> str:
        return f"{self.api}:{self.model}" if self.model else self.api


@dataclass(frozen=True)
class CompareOptions:
    """What ``compare`` was told; see its help. ``seconds`` is the time limit for the whole."""

    prompt: str
    lanes: tuple[LaneWish, ...] = ()
    base_url: str = ""
    key_env: str = ""
    data_dir: str | None = None
    model_file: str | None = None
    seconds: float = 600.0
    settings: LaneSettings = field(default_factory=LaneSettings)
    as_json: bool = False
    with_events: bool = False


def parse_lane(text: str) -> LaneWish:
    """Read ``chat:MODEL``, ``assistants:MODEL`` or ``responses:MODEL``; without a model it is the default one.

    Raises:
        ValueError: another API.
    """
    api, _, model = text.partition(":")
    known: dict[str, Api] = {name: name for name in APIS}
    if api.strip().lower() not in known:
        raise ValueError(f"“{text}” is no lane: write chat:MODEL, assistants:MODEL or responses:MODEL")
    return LaneWish(known[api.strip().lower()], model.strip())


def run(options: CompareOptions, *, out: TextIO | None = None, err: TextIO | None = None) -> int:
    """Run the comparison and return the exit code: 0 when every lane answered, 1 when one failed, 130 on Ctrl+C."""
    command = _Command(options, out or sys.stdout, err or sys.stderr)
    try:
        return asyncio.run(command.run())
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # “| head”: the reader has seen enough
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


class _Command:
    """One run of the command."""

    def __init__(self, options: CompareOptions, out: TextIO, err: TextIO) -> None:
        self._options = options
        self._out = out
        self._err = err
        self._live = not options.as_json and _is_terminal(out)
        paths = resolve(options.data_dir)
        self._keys = KeyStore()
        self._connections = Connections(paths.profiles, self._keys)
        self._engine = EngineProcess(
            keys=self._keys,
            connections=self._connections,
            data_dir=options.data_dir,
            model_file=options.model_file,
            parent="compare",
            hide_variables=[options.key_env] if options.key_env else [],
        )
        self._labels: dict[str, str] = {}
        self._comparison: Comparison | None = None
        self._interrupted = False
        self._too_late = False

    async def run(self) -> int:
        try:
            return await self._run()
        except AppError as error:
            self._tell_failure(error)
            return FAILED
        except asyncio.CancelledError:
            return INTERRUPTED
        finally:
            await self._close()

    async def _run(self) -> int:
        lanes = await self._make_lanes()
        self._comparison = Comparison(lanes)
        show = self._view(lanes)
        stop = self._comparison.observe(show.take)
        try:
            async with asyncio.TaskGroup() as group:
                drawing = group.create_task(show.draw())
                try:
                    await self._send()
                finally:
                    drawing.cancel()
        finally:
            stop()
            show.close()
        return self._report()

    def _view(self, lanes: list[BaseLane]) -> View:
        if self._options.as_json:
            return NoView()
        if self._live and fits(_width(), len(lanes)):
            return ColumnsView(self._out, lanes)
        return PlainView(self._out, self._err, lanes)

    async def _send(self) -> None:
        """Send to all lanes; Ctrl+C and the time limit stop them, and what had come is shown."""
        assert self._comparison is not None
        sending = asyncio.ensure_future(self._comparison.send(self._options.prompt))
        try:
            await asyncio.wait({sending}, timeout=self._options.seconds)
            self._too_late = not sending.done()
        except asyncio.CancelledError:
            self._interrupted = True
            task = asyncio.current_task()
            if task is not None:
                task.uncancel()
        if not sending.done():
            await self._comparison.stop()
        await sending

    # -- lanes ---------------------------------------------------------------------------------------------------

    async def _make_lanes(self) -> list[BaseLane]:
        options = self._options
        key = self._key_from_environment()
        service = await self._service(key) if options.base_url else None
        wishes = options.lanes or tuple(LaneWish(api) for api in USUAL)
        if service is not None and any(not wish.model for wish in wishes):
            first = await self._first_model(service)  # asked before the engine is started: it may be in vain
            wishes = tuple(wish if wish.model else LaneWish(wish.api, first) for wish in wishes)
        clients = Clients(self._engine, self._connections)
        choices = ModelChoices(self._engine, self._connections)
        chats_elsewhere = service is not None and all(
            wish.api == "chat" and not self._names_connection(wish.model) for wish in wishes
        )
        if not chats_elsewhere:
            await self._start_engine(choices)
        ad_hoc = AdHocAssistants()
        lanes: list[BaseLane] = []
        for number, wish in enumerate(wishes):
            lane_id = f"lane-{number + 1}"
            target = await self._target(wish, service, choices)
            if isinstance(target, AssistantRef) or wish.api == "assistants":
                lane: BaseLane = AssistantsLane(
                    lane_id, target, clients=clients, ad_hoc=ad_hoc, settings=options.settings
                )
            elif wish.api == "responses":
                lane = ResponsesLane(lane_id, target, clients=clients, settings=options.settings)
            else:
                lane = ChatLane(lane_id, target, clients=clients, settings=options.settings)
            self._labels[lane_id] = f"{wish.api}:{lane.target}"
            lanes.append(lane)
        return lanes

    def _key_from_environment(self) -> Key | None:
        name = self._options.key_env
        if not name:
            return None
        value = os.environ.get(name, "")
        if not value.strip():
            raise InvalidInput(
                f"The environment variable {name} is not set.",
                advice="Set it to the key, or leave out --key-env.",
            )
        return clean_key(value)

    async def _service(self, key: Key | None) -> Profile:
        """The service of ``--base-url`` as a connection of this session, with the key of a saved one at that address."""
        profile = self._connections.add_temporary(Profile("", "The service", self._options.base_url), key)
        if key is None:
            same = [
                p for p in self._connections.list() if p.base_url == profile.base_url and p.id != profile.id
            ]
            if same:
                known = await self._connections.key_of(same[0])
                await self._connections.delete(profile.id)
                profile = self._connections.add_temporary(profile, known)
                key = known
        self._engine.use_upstream(
            profile.base_url, key
        )  # stored assistants name their models without a connection
        return profile

    def _names_connection(self, model: str) -> bool:
        prefix, slash, _ = model.partition("/")
        return bool(slash) and any(profile.id == prefix for profile in self._connections.list())

    async def _start_engine(self, choices: ModelChoices) -> None:
        if self._live:
            self._say("Starting the engine …\r", end="")
        self._engine.start()
        await choices.load()
        if self._live:
            self._say("\x1b[K", end="")

    async def _target(
        self, wish: LaneWish, service: Profile | None, choices: ModelChoices
    ) -> ModelRef | AssistantRef:
        if wish.api == "assistants" and wish.model.startswith("asst_"):
            client = await self._engine.ready_client()
            from app.workbench.api import in_words

            async with in_words():
                found = await client.beta.assistants.retrieve(wish.model)
            return AssistantRef(found.id, found.name or found.id, found.model)
        if service is not None and not self._names_connection(wish.model):
            return ModelRef(service.id, wish.model)
        return choices.find(wish.model) if wish.model else choices.default()

    async def _first_model(self, service: Profile) -> str:
        if not service.models:
            key = await self._connections.key_of(service)
            found = await list_models(service, key, timeout=min(30.0, self._options.seconds))
            if not found:
                raise InvalidInput(
                    "The service lists no models.",
                    advice="Name one with --lane chat:MODEL --lane assistants:MODEL.",
                )
            return found[0]
        return service.models[0]

    # -- telling -------------------------------------------------------------------------------------------------

    def _say(self, text: str, end: str = "\n") -> None:
        self._out.write(text + end)
        self._out.flush()

    def _complain(self, text: str) -> None:
        self._err.write(f"{text}\n")
        self._err.flush()

    def _report(self) -> int:
        assert self._comparison is not None
        turns = list(self._comparison.turns)
        if self._options.as_json:
            self._say(json.dumps(self._document(turns), ensure_ascii=False, indent=2))
        else:
            self._say("")
            for line in table(
                figures([turn.metrics for turn in turns]), [self._labels[t.lane] for t in turns], _width()
            ):
                self._say(line)
        failures = [turn for turn in turns if not _answered(turn)]
        for turn in failures:
            self._complain(harmless(f"{self._labels[turn.lane]}: {self._failure(turn)}"))
        if self._interrupted:
            return INTERRUPTED
        return FAILED if failures else DONE

    def _failure(self, turn: Turn) -> str:
        end = turn.finished
        if end is None or (end.status == "cancelled" and not end.error):
            return (
                f"not finished after {self._options.seconds:g} seconds; --timeout allows more."
                if self._too_late
                else "stopped."
            )
        if end.status == "requires_action":
            return "the model calls a function; answer it in the window."
        return f"{end.error} {end.advice}".strip() or f"the answer is {end.status}."

    def _document(self, turns: Sequence[Turn]) -> dict[str, Any]:
        return {
            "program": "assistant-workbench",
            "version": __version__,
            "ok": all(_answered(turn) for turn in turns),
            "prompt": self._options.prompt,
            "lanes": [self._lane_document(turn) for turn in turns],
        }

    def _lane_document(self, turn: Turn) -> dict[str, Any]:
        end = turn.finished
        made = {event.kind: event.id for event in turn.events if isinstance(event, ObjectCreated)}
        lane = self._comparison.lane(turn.lane) if self._comparison else None
        document: dict[str, Any] = {
            "lane": self._labels[turn.lane],
            "api": lane.api if lane else "",
            "model": lane.target if lane else "",
            "status": end.status if end else "cancelled",
            "text": turn.text,
            "error": None
            if _answered(turn)
            else {
                "message": (end.error if end else "") or self._failure(turn),
                "advice": end.advice if end else "",
                "details": end.details if end else "",
            },
            "metrics": turn.metrics.as_json(),
            "steps": [event.details for event in turn.events if isinstance(event, StepFinished)],
            "notices": [event.text for event in turn.events if isinstance(event, Notice)],
            **{f"{kind}_id": thing for kind, thing in made.items()},
        }
        if self._options.with_events:
            began = turn.events[0].at if turn.events else 0.0
            document["events"] = [
                {
                    "event": type(event).__name__,
                    "seconds": round(event.at - began, 4),
                    **json.loads(encode(event)),
                }
                for event in turn.events
            ]
        return document

    def _tell_failure(self, error: AppError) -> None:
        if self._options.as_json:
            told = {"message": error.message, "advice": error.advice, "details": error.details}
            document = {
                "program": "assistant-workbench",
                "version": __version__,
                "ok": False,
                "prompt": self._options.prompt,
                "error": told,
                "lanes": [],
            }
            self._say(json.dumps(document, ensure_ascii=False, indent=2))
        elif self._live:
            self._say("\r\x1b[K", end="")
        self._complain(harmless(f"assistant-workbench compare: {error}"))
        if isinstance(error, EngineUnavailable) and error.details:
            self._complain(harmless("\n".join(f"  {line}" for line in error.details.splitlines()[-5:])))

    async def _close(self) -> None:
        if self._comparison is not None:
            await self._comparison.stop()
        await self._connections.close()
        await self._engine.stop()


def _answered(turn: Turn) -> bool:
    """Whether there is an answer: also one that reached a token limit, which its status tells."""
    end = turn.finished
    return end is not None and (end.status == "completed" or (end.status == "incomplete" and bool(turn.text)))


def _is_terminal(stream: TextIO) -> bool:
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def _width() -> int:
    return shutil.get_terminal_size((100, 24)).columns
