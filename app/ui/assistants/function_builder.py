"""Building one function: what it is called, what it is given, what happens when it is called."""

from __future__ import annotations

import importlib
import logging
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.core.entities import Json
from app.ui.assistants.builder import Builder
from app.ui.assistants.trial_panel import TrialPanel
from app.ui.widgets.buttons import Button
from app.ui.widgets.form_field import FormField, Section, note
from app.ui.widgets.growing_edit import GrowingEdit
from app.ui.words import t
from app.viewmodels import assistant_tools
from app.viewmodels.schema_trial import FunctionTrial
from app.viewmodels.task_scope import TaskScope
from app.workbench import schema_rules
from app.workbench.schema_edit import EMPTY
from app.workbench.tools.handler_store import HandlerStore

if TYPE_CHECKING:
    from app.viewmodels.services import Services

log = logging.getLogger(__name__)
NAMING_MS = 400
"""A name that is typed is looked up when no more comes for so long."""


class FunctionBuilder(Builder):
    """Edits one function of an assistant's tools.

    Signals:
        edited: the tool is this now (the API's object; with ``text`` while its JSON is not complete).
        handler_changed: what happens when it is called was changed.
    """

    edited = Signal(object)
    handler_changed = Signal()

    def __init__(self, services: Services, tasks: TaskScope, parent: QWidget | None = None) -> None:
        super().__init__("function_builder", t("Function"), t("The function"), parent)
        self._services, self._tasks = services, tasks
        self._handled: tuple[str, str] | None = None
        self._naming = QTimer(self)
        self._naming.setSingleShot(True)
        self._naming.setInterval(NAMING_MS)
        self._naming.timeout.connect(self._show_handler)
        self._tool: Json = {"type": "function", "function": {"name": ""}}
        self._others: tuple[str, ...] = ()
        self._owner, self._model, self._instructions = "", "", ""
        self.name = QLineEdit()
        self.name.setObjectName("function_name")
        self.name.setPlaceholderText("look_up_order")
        self.name.textEdited.connect(lambda text: self._set("name", text))
        self.description = GrowingEdit("function_description", least=2, most=8)
        self.description.setPlaceholderText(t("Find an order by its number: state, date, amount."))
        self.description.edited.connect(lambda text: self._set("description", text))
        self.name_field = FormField(
            self.name, t("Name"), "name", help_text=t("The model calls it by this name.")
        )
        self.form_column.addWidget(self.name_field)
        self.form_column.addWidget(
            FormField(
                self.description,
                t("What it does"),
                "description",
                help_text=t("The model decides by this when to call it."),
            )
        )
        self.fields_title.setText(t("What it is given"))
        self.called = Section("function_called", t("When it is called"))
        self.body.addWidget(self.called)
        self.handler: Any = None
        self._make_handler()
        self.trial = TrialPanel("function_trial", services.clients, tasks, self._trial)
        self.body.addWidget(self.trial)
        self.body.addStretch(1)
        done = Button("function_done", t("Done"), kind="primary")
        done.clicked.connect(self.closed)
        self.foot.addStretch(1)
        self.add_to_foot(done)

    def begin_with(
        self,
        tool: Json,
        *,
        others: tuple[str, ...],
        owner: str,
        model: str,
        instructions: str,
    ) -> None:
        """Show a function.

        Args:
            tool: the API's object.
            others: names of the assistant's other functions.
            owner: the assistant's id (or the draft's key), by which its handlers are kept.
            model: whom “Try it” asks, by its name for the engine.
            instructions: the assistant's own.
        """
        self._owner, self._model, self._instructions = owner, model, instructions
        self._others = others
        self._naming.stop()
        self._handled = None
        name = str((tool.get("function") or {}).get("name") or "")
        self.trial.reset()
        self.show_tool(tool)
        self._show_handler()
        self.name.setFocus()
        if name.startswith("new_function"):
            self.name.selectAll()

    def set_owner(self, owner: str) -> None:
        """The assistant has another id now: it was saved for the first time, with its handlers."""
        if owner != self._owner:
            self._owner, self._handled = owner, None
            self._show_handler()

    @property
    def tool(self) -> Json:
        """What stands here."""
        return self._tool

    def show_tool(self, tool: Json) -> None:
        """Show a function as it is now, without telling anyone."""
        self._tool = tool
        function = tool.get("function") or {}
        readable = assistant_tools.TEXT not in tool
        name = str(function.get("name") or "")
        if self.name.text() != name:
            self.name.setText(name)
        self.description.set_text(str(function.get("description") or ""))
        self.json.set_text(assistant_tools.function_text(tool))
        problem = assistant_tools.function_problem(tool, self._others)
        own = schema_rules.name_problem(name) or (
            t("Another function is called “{0}”, too.").format(name) if name in self._others else ""
        )
        self.name_field.set_error(own if readable else "")
        self._show_schema(
            function.get("parameters"),
            strict=bool(function.get("strict")),
            problem=problem,
            readable=readable,
        )
        self.title.setText(name or t("Function"))

    # -- changes -------------------------------------------------------------------------------------------------

    def _take(self, tool: Json) -> None:
        self.show_tool(tool)
        self.edited.emit(tool)
        self._naming.start()

    def _name_now(self) -> str:
        return str((self._tool.get("function") or {}).get("name") or "")

    def _set(self, name: str, value: Any) -> None:
        self._take({"type": "function", "function": {**(self._tool.get("function") or {}), name: value}})

    def _schema_edited(self, schema: Json) -> None:
        self._set("parameters", schema if schema.get("type") else {**EMPTY, **schema})

    def _json_typed(self, text: str) -> None:
        tool = self._tool = assistant_tools.from_text(self._tool, text)
        function = tool.get("function") or {}
        readable = assistant_tools.TEXT not in tool
        if readable and schema_rules.parse(text)[0] != function:  # pasted with its wrapping
            self.json.set_text(assistant_tools.function_text(tool))
        if readable:
            self.name.setText(str(function.get("name") or ""))
            self.description.set_text(str(function.get("description") or ""))
            self.title.setText(self._name_now() or t("Function"))
        problem = assistant_tools.function_problem(tool, self._others)
        self._show_schema(
            function.get("parameters"),
            strict=bool(function.get("strict")),
            problem=problem,
            readable=readable,
        )
        self.edited.emit(tool)
        self._naming.start()

    def _strict_clicked(self, strict: bool) -> None:
        self._set("strict", strict)

    def _mend(self) -> None:
        parameters = (self._tool.get("function") or {}).get("parameters")
        if isinstance(parameters, dict):
            self._set("parameters", schema_rules.made_strict(parameters))

    # -- trying and calling --------------------------------------------------------------------------------------

    def _trial(self) -> FunctionTrial | None:
        if assistant_tools.function_problem(self._tool, self._others):
            return None
        return FunctionTrial(self._model, self._tool["function"], self._instructions)

    def _make_handler(self) -> None:
        """What happens when it is called is a form of its own; without it the lane asks a person."""
        try:
            made = importlib.import_module("app.ui.tools.handler_form").HandlerForm(self._services, self)
        except (ImportError, AttributeError):
            self.called.add(
                note(t("A call stops in the lane and asks you for the output."), name="function_called_note")
            )
            return
        self.handler = made
        made.changed.connect(self.handler_changed)
        self.called.add(made)

    def _show_handler(self) -> None:
        """The form of the handler follows the function; after another name, what answered the old one answers it, too."""
        name = self._name_now()
        function = self._tool.get("function") or {}
        if self.handler is None or not name or assistant_tools.TEXT in self._tool:
            return
        old, self._handled = self._handled, (self._owner, name)
        handlers = self._services.handlers
        if handlers is not None and old is not None and old[0] == self._owner and old[1] != name:
            self._tasks.start("rename handler", self._rename(handlers.store, old[1], name))
        else:
            self.handler.set_function(self._owner, function)

    async def _rename(self, store: HandlerStore, old: str, new: str) -> None:
        spec = await store.find(self._owner, old)
        if spec is not None and old not in self._others and await store.find(self._owner, new) is None:
            await store.put(self._owner, new, spec)
            await store.remove(self._owner, old)
        if self.handler is not None and self._name_now() == new:
            self.handler.set_function(self._owner, self._tool.get("function") or {})

    def finish(self) -> None:
        """It is left: what was typed last counts."""
        if self._naming.isActive():
            self._naming.stop()
            self._show_handler()

    async def close_tasks(self) -> None:
        """End what the handler's form has under way; before the window's services stop."""
        self._naming.stop()
        if self.handler is not None and hasattr(self.handler, "close_tasks"):
            await self.handler.close_tasks()
