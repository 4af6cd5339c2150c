"""The sheets of the page Assistants: each made when it is first wanted, shown in the form's place, left by Back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from app.ui.assistants.answer_builder import AnswerBuilder
from app.ui.assistants.form import AssistantFormView, model_choices
from app.ui.assistants.function_builder import FunctionBuilder
from app.ui.assistants.gallery import Gallery
from app.ui.assistants.openapi_sheet import OpenApiSheet
from app.ui.assistants.sheet import Sheet
from app.ui.assistants.versions_sheet import VersionsSheet
from app.viewmodels import assistant_tools
from app.viewmodels.assistant_abilities import too_small
from app.viewmodels.assistant_transfer import AssistantTransfer
from app.viewmodels.assistant_versions import AssistantVersions
from app.viewmodels.assistants import AssistantsViewModel
from app.viewmodels.openapi_import import OpenApiImport
from app.workbench.openapi import Operation
from app.workbench.schema_edit import EMPTY
from app.workbench.versions import EXTRAS, Version

if TYPE_CHECKING:
    from app.viewmodels.services import Services

_S = TypeVar("_S", bound=Sheet)


class Sheets(QObject):
    """Opens sheets and carries what comes of them into the form.

    Signals:
        opened: a sheet is shown.
        left: the form is shown again.
        blank_requested: an empty assistant is wanted.
        file_requested: an assistant is to be opened from a file.
    """

    opened = Signal()
    left = Signal()
    blank_requested = Signal()
    file_requested = Signal()

    def __init__(
        self,
        services: Services,
        viewmodel: AssistantsViewModel,
        transfer: AssistantTransfer,
        form: AssistantFormView,
        stack: QStackedWidget,
    ) -> None:
        super().__init__(stack)
        self._services, self._viewmodel, self._transfer = services, viewmodel, transfer
        self._form, self._stack = form, stack
        self._made: dict[type[Sheet], Sheet] = {}
        self._function: int | None = None
        self.versions = AssistantVersions(viewmodel.versions, viewmodel.tasks, self._form_now, self)
        self.importing = OpenApiImport(viewmodel.tasks, self)
        form.function_requested.connect(self.open_function)
        form.functions_import_requested.connect(self.open_openapi)
        form.answer_requested.connect(self.open_answer)
        viewmodel.selected.connect(self.leave)
        viewmodel.refilled.connect(self._refilled)
        viewmodel.models_changed.connect(self._models_changed)
        viewmodel.stored.connect(self._stored)

    @property
    def current(self) -> Sheet | None:
        """The sheet that is shown."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Sheet) else None

    def leave(self) -> None:
        """Go back to the form."""
        if self.current is not None:
            if isinstance(self.current, FunctionBuilder):
                self.builder.finish()
            self._function = None
            self.left.emit()
            self._form.fill()

    async def close(self) -> None:
        """End what the sheets have under way."""
        if FunctionBuilder in self._made:
            await self.builder.close_tasks()

    def _show(self, sheet: Sheet) -> None:
        self._stack.setCurrentWidget(sheet)
        self.opened.emit()
        sheet.begin()

    def _add(self, sheet: _S) -> _S:
        self._made[type(sheet)] = sheet
        self._stack.addWidget(sheet)
        sheet.closed.connect(self.leave)
        return sheet

    # -- new -----------------------------------------------------------------------------------------------------

    @property
    def gallery(self) -> Gallery:
        """Templates."""
        made = self._made.get(Gallery)
        if isinstance(made, Gallery):
            return made
        sheet = self._add(Gallery())
        sheet.blank_requested.connect(self.blank_requested)
        sheet.file_requested.connect(self.file_requested)
        sheet.template_requested.connect(self._transfer.use_template)
        return sheet

    def open_gallery(self) -> None:
        """Choose a template."""
        choices, default = self._viewmodel.choices, self._viewmodel.default_model
        names = [default, *(choice.ref.wire_name for choice in choices)]
        capable = next((name for name in names if not too_small(name)), default)
        self.gallery.begin_with(model_choices(choices), default, capable)
        self._show(self.gallery)

    def _models_changed(self) -> None:
        if Gallery in self._made:
            self.gallery.set_models(model_choices(self._viewmodel.choices))

    # -- functions -----------------------------------------------------------------------------------------------

    @property
    def builder(self) -> FunctionBuilder:
        """The function builder."""
        made = self._made.get(FunctionBuilder)
        if isinstance(made, FunctionBuilder):
            return made
        sheet = self._add(FunctionBuilder(self._services, self._viewmodel.tasks))
        sheet.edited.connect(self._function_edited)
        return sheet

    def open_function(self, position: int) -> None:
        """Build the function at ``position``, or a new one for -1."""
        editor = self._viewmodel.editor
        if editor is None:
            return
        tools = editor.form.tools
        if position < 0:
            tool = assistant_tools.new_function(tools)
            tools = assistant_tools.with_function(tools, None, tool)
            position = len(assistant_tools.functions(tools)) - 1
            self._viewmodel.edit(tools=tools)
        names = assistant_tools.names(tools)
        self._function = position
        self.builder.begin_with(
            assistant_tools.functions(tools)[position],
            others=(*names[:position], *names[position + 1 :]),
            owner=editor.key,
            model=editor.form.model,
            instructions=editor.form.instructions,
        )
        self._show(self.builder)
        self.builder.name.setFocus()

    def _function_edited(self, tool: dict[str, object]) -> None:
        editor = self._viewmodel.editor
        if editor is not None and self._function is not None:
            self._viewmodel.edit(tools=assistant_tools.with_function(editor.form.tools, self._function, tool))

    # -- answer format -------------------------------------------------------------------------------------------

    @property
    def answer(self) -> AnswerBuilder:
        """The answer-format builder."""
        made = self._made.get(AnswerBuilder)
        if isinstance(made, AnswerBuilder):
            return made
        sheet = self._add(AnswerBuilder(self._services.clients, self._viewmodel.tasks))
        sheet.edited.connect(lambda fields: self._viewmodel.edit(**fields))
        return sheet

    def open_answer(self) -> None:
        """Build the answer format."""
        if self._viewmodel.editor is not None:
            self.answer.begin_with(self._viewmodel.editor.form)
            self._show(self.answer)
            self.answer.name.setFocus()

    # -- OpenAPI -------------------------------------------------------------------------------------------------

    @property
    def openapi(self) -> OpenApiSheet:
        """The import of an OpenAPI document."""
        made = self._made.get(OpenApiSheet)
        if isinstance(made, OpenApiSheet):
            return made
        sheet = self._add(OpenApiSheet(self.importing))
        sheet.taken.connect(self._take_operations)
        return sheet

    def open_openapi(self) -> None:
        """Take functions from an OpenAPI document."""
        self.importing.reset()
        self._show(self.openapi)

    def _take_operations(self, operations: Sequence[Operation]) -> None:
        editor = self._viewmodel.editor
        if editor is None:
            return
        tools = editor.form.tools
        handlers: dict[str, object] = {}
        for operation in operations:
            fresh = assistant_tools.new_function(tools, operation.name)
            name = fresh["function"]["name"]
            function = {"parameters": EMPTY, **operation.function, "name": name}
            tools = assistant_tools.with_function(tools, None, {"type": "function", "function": function})
            handlers[name] = operation.handler
        self._viewmodel.edit(tools=tools)
        if self._transfer.mover.handlers is not None and handlers:
            self._viewmodel.tasks.start("", self._transfer.mover.handlers.put(editor.key, handlers))
        self.leave()

    # -- versions ------------------------------------------------------------------------------------------------

    @property
    def timeline(self) -> VersionsSheet:
        """The versions."""
        made = self._made.get(VersionsSheet)
        if isinstance(made, VersionsSheet):
            return made
        sheet = self._add(VersionsSheet(self.versions))
        sheet.restore_requested.connect(self._restore)
        return sheet

    def open_versions(self) -> None:
        """Look at the versions of the selected assistant."""
        editor = self._viewmodel.editor
        if editor is not None and not editor.is_new:
            self.versions.load(editor.key)
            self._show(self.timeline)

    def _restore(self, version: Version) -> None:
        self._viewmodel.restore_version(version)

    def _stored(self, key: str) -> None:
        editor = self._viewmodel.editor
        if self.current is self._made.get(VersionsSheet) and editor is not None and editor.key == key:
            self.versions.selected = None
            self.versions.load(key)

    def _form_now(self) -> dict[str, object]:
        editor = self._viewmodel.editor
        if editor is None:
            return {}
        if editor.problems:
            return {**(editor.base or {}), EXTRAS: editor.form.extras()}
        return editor.form.as_api()

    def _refilled(self) -> None:
        """The form's contents changed from outside: a builder shows what is there now."""
        editor = self._viewmodel.editor
        current = self.current
        if editor is None or current is None:
            return
        functions = assistant_tools.functions(editor.form.tools)
        if isinstance(current, FunctionBuilder):
            if self._function is not None and self._function < len(functions):
                current.show_tool(functions[self._function])
                current.set_owner(editor.key)
            else:
                self.leave()
        elif isinstance(current, AnswerBuilder):
            current.show_form(editor.form)
