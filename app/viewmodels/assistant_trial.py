"""“Try it” beside the form: one Assistants lane on what stands in the form, saved or not.

What is not saved is tried through a copy that lists leave out; it is brought up to date with every prompt and deleted when
the program ends. What is saved is tried itself, so that its runs tell their version.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.core.entities import MARK, MARK_DRAFT, Json
from app.core.errors import AppError, InvalidInput, NotFound
from app.core.run_events import RunEvent
from app.viewmodels.assistant_editor import Editor
from app.viewmodels.assistant_list import UNNAMED
from app.viewmodels.frame_clock import FrameClock
from app.viewmodels.lane import LaneViewModel
from app.viewmodels.lane_setup import give_tools
from app.viewmodels.message_bus import MessageBus
from app.viewmodels.task_scope import TaskScope
from app.viewmodels.words import t
from app.workbench.assistants import Assistants
from app.workbench.clients import ClientSource
from app.workbench.playground.ad_hoc import AdHocAssistants
from app.workbench.playground.assistants_lane import AssistantRef, AssistantsLane
from app.workbench.playground.comparison import Comparison, Turn
from app.workbench.tools.answering import FunctionHandlers

LANE = "assistant-trial"


class AssistantTrial(QObject):
    """State of the panel.

    Args:
        assistants: where the copy is kept.
        clients: how the engine is reached.
        ad_hoc: shared by all lanes of the program.
        clock: flushes what has come.
        bus: for failures.
        editor: gives the assistant in the form.
        handlers: what answers its functions; without it each call waits for a person.

    Signals:
        changed: whether it is answering, whom it asks, what can be sent.
    """

    changed = Signal()

    def __init__(
        self,
        assistants: Assistants,
        *,
        clients: ClientSource,
        ad_hoc: AdHocAssistants,
        clock: FrameClock,
        bus: MessageBus,
        editor: Callable[[], Editor | None],
        handlers: FunctionHandlers | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._assistants, self._editor = assistants, editor
        self._copy = ""
        self._shown = ""
        self.draft = ""
        self.tasks = TaskScope(self, bus)
        self._lane = AssistantsLane(LANE, AssistantRef("", t(UNNAMED)), clients=clients, ad_hoc=ad_hoc)
        give_tools(self._lane, handlers, clients, owner=self._owner)
        self.lane = LaneViewModel(self._lane, clock, self)
        self.lane.changed.connect(self.changed)
        self._comparison = Comparison([self._lane])
        self._comparison.observe(self._heard)

    @property
    def problem(self) -> str:
        """What keeps it from being tried; empty if nothing does."""
        editor = self._editor()
        if editor is None:
            return t("Choose an assistant first.")
        if editor.gone:
            return t("This assistant was deleted.")
        if editor.problems:
            return t("First mend what is marked in the form.")
        return ""

    @property
    def can_send(self) -> bool:
        """Whether the draft can be sent now."""
        return bool(self.draft.strip()) and not self.lane.busy and not self.problem

    @property
    def examples(self) -> tuple[str, ...]:
        """Prompts to begin with."""
        editor = self._editor()
        return editor.form.sample_prompts if editor is not None else ()

    def set_draft(self, text: str) -> None:
        """The composer's text is this now."""
        if text != self.draft:
            self.draft = text
            self.changed.emit()

    def follow(self) -> None:
        """The form shows an assistant: another one begins a new conversation."""
        editor = self._editor()
        key = editor.key if editor is not None else ""
        if key != self._shown:
            self._shown = key
            if self.lane.transcript.items or self.lane.busy:
                self.new_conversation()
        self.changed.emit()

    def saved(self, key: str) -> None:
        """The assistant in the form was saved under this id: the conversation goes on."""
        editor = self._editor()
        if editor is not None and editor.key == key:
            self._shown = key

    def send(self) -> None:
        """Send the draft."""
        if self.can_send:
            prompt, self.draft = self.draft, ""
            self._start(prompt)

    def retry(self) -> None:
        """Have the last prompt answered again, by what stands in the form now."""
        if not self.lane.busy and not self.problem and self._comparison.turns:
            self._name_lane()
            serial = self.lane.begin(prompt=None, again=True)
            self.tasks.start("trial", self._run(lambda: self._comparison.retry(LANE), serial))

    def submit(self, outputs: dict[str, str]) -> None:
        """Give the outputs of the functions that it waits for."""
        if not self.lane.busy:
            serial = self.lane.begin(prompt=None)
            self.tasks.start("trial", self._submit(outputs, serial))

    def stop(self) -> None:
        """Stop the answer."""
        if self.lane.busy:
            self.lane.stopping = True
            self.lane.changed.emit()
            self.tasks.start("stop", self._comparison.stop(LANE))

    def new_conversation(self) -> None:
        """Begin anew."""
        self.tasks.start("reset", self._reset())

    async def _reset(self) -> None:
        await self._comparison.reset()
        self.lane.end()
        self.lane.forget()
        self.changed.emit()

    def _owner(self) -> str:
        """Whose handlers answer: those of the assistant in the form, for its copy, too."""
        editor = self._editor()
        return editor.key if editor is not None else ""

    def _name_lane(self) -> None:
        """The answer is shown under the name that stands in the form."""
        editor = self._editor()
        if editor is not None:
            form = editor.form
            self._lane.chosen = AssistantRef(editor.key, form.name or t(UNNAMED), form.model)

    def _start(self, prompt: str) -> None:
        self._name_lane()
        serial = self.lane.begin(prompt=prompt)
        self.tasks.start("trial", self._run(lambda: self._comparison.send(prompt), serial))

    async def _run(self, work: Callable[[], object], serial: int) -> None:
        try:
            self._lane.chosen = await self._target()
            await work()  # type: ignore[misc]
        except AppError:
            self.lane.end(serial)
            if not self.lane.turn:  # nothing was sent: the prompt is not lost
                last = next((i for i in reversed(self.lane.transcript.items) if i.kind == "user"), None)
                if last is not None and not self.draft:
                    self.draft = last.text
                    self.lane.transcript.remove(last)
            self.changed.emit()
            raise
        finally:
            self.lane.end(serial)

    async def _submit(self, outputs: dict[str, str], serial: int) -> None:
        try:
            await self._comparison.submit(LANE, outputs)
        finally:
            self.lane.end(serial)

    async def _target(self) -> AssistantRef:
        """Whom to ask: the assistant itself when nothing is unsaved, else a copy of what stands in the form."""
        editor = self._editor()
        if editor is None or editor.problems:
            raise InvalidInput(self.problem or "Choose an assistant first.")
        form = editor.form
        name = form.name or t(UNNAMED)
        if not editor.is_new and not editor.changed:
            return AssistantRef(editor.key, name, form.model)
        fields: Json = {**form.api_fields(), "tool_resources": form.resources()}
        fields["metadata"] = {MARK: MARK_DRAFT}
        if self._copy:
            with contextlib.suppress(NotFound):
                await self._assistants.update(self._copy, fields)
                return AssistantRef(self._copy, name, form.model)
        given = {name: value for name, value in form.api_fields().items() if value is not None}
        made = await self._assistants.create({**given, "metadata": fields["metadata"]})
        self._copy = made.id
        return AssistantRef(made.id, name, form.model)

    def _heard(self, turn: Turn, event: RunEvent) -> None:
        self.lane.take(turn, event)

    async def close(self) -> None:
        """End, and delete the copy."""
        await self.tasks.close()
        if self._copy:
            with contextlib.suppress(AppError):
                await self._assistants.delete(self._copy)
