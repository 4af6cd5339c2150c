"""The tools of a lane: code interpreter, file search in a store, functions."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.core.errors import AppError
from app.ui.tools.handler_form import HandlerForm
from app.ui.widgets.buttons import Button
from app.ui.widgets.form_field import FormField
from app.ui.widgets.labels import Label
from app.ui.words import said, t
from app.viewmodels.task_scope import TaskScope
from app.workbench import schema_rules
from app.workbench.playground.lane import LaneSettings
from app.workbench.tools.specs import LANES

if TYPE_CHECKING:
    from app.viewmodels.services import Services

Json = dict[str, Any]
NEW = {"name": "new_function", "description": "", "parameters": {"type": "object", "properties": {}}}


class LaneToolsBox(QWidget):
    """Switches for a lane's tools.

    Args:
        services: what the program can do.
        name: object names begin with it.
        host: the window's part that dialogs belong to.

    Signals:
        changed: a person switched something; carries the changed fields of :class:`LaneSettings` as a dict.
    """

    changed = Signal(object)

    def __init__(self, services: Services, name: str, host: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._services, self._name, self._host = services, name, host
        self._settings = LaneSettings()
        self._filling = False
        self._dialog: FunctionsDialog | None = None
        self.tasks = TaskScope(self, services.bus)
        self.code = QCheckBox(t("Run Python code"))
        self.code.setObjectName(f"{name}_code")
        self.code.setToolTip(t("code_interpreter: in a sandbox on this computer"))
        self.code.toggled.connect(lambda on: self._tell(code_interpreter=on))
        self.search = QCheckBox(t("Search files in"))
        self.search.setObjectName(f"{name}_search")
        self.search.setToolTip("file_search")
        self.search.toggled.connect(self._switch_search)
        self.store = QComboBox()
        self.store.setObjectName(f"{name}_store")
        self.store.setAccessibleName(t("Store to search"))
        self.store.setAccessibleDescription(self.store.accessibleName())
        self.store.currentIndexChanged.connect(self._choose_store)
        self.functions = Button(f"{name}_functions", t("Functions…"), icon="square-function")
        self.functions.clicked.connect(self.open_functions)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.search)
        row.addWidget(self.store, 1)
        last = QHBoxLayout()
        last.addWidget(self.functions)
        last.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(t("Tools"), "strong", name=f"{name}_title"))
        column.addWidget(self.code)
        column.addLayout(row)
        column.addLayout(last)

    def show_settings(self, settings: LaneSettings) -> None:
        """Show these without telling anyone."""
        self._settings = settings
        self._filling = True
        self.code.setChecked(settings.code_interpreter)
        self.search.setChecked(settings.file_search)
        self._show_store()
        self._filling = False
        count = len(settings.functions)
        self.functions.setText(t("Functions ({0})…").format(count) if count else t("Functions…"))

    def refresh(self) -> None:
        """Look what stores there are now."""
        self.tasks.start("stores", self._load(), failed=self._failed)

    async def _load(self) -> None:
        stores = await self._services.knowledge.stores()
        self._filling = True
        self.store.clear()
        self.store.addItem(t("Choose a store…") if stores else t("No stores yet: make one in Knowledge"), "")
        for one in stores:
            self.store.addItem(one.name or one.id, one.id)
        self._show_store()
        self._filling = False

    def _failed(self, error: AppError) -> None:
        self.store.setItemText(0, said(error.message))

    def _show_store(self) -> None:
        wanted = next(iter(self._settings.vector_store_ids), "")
        place = self.store.findData(wanted)
        if place < 0 and wanted:
            self.store.addItem(wanted, wanted)
            place = self.store.count() - 1
        self.store.setCurrentIndex(max(0, place))

    def _switch_search(self, on: bool) -> None:
        if on and not self._settings.vector_store_ids and self.store.count() > 1:
            self.store.setCurrentIndex(1)
        self._tell(file_search=on)

    def _choose_store(self) -> None:
        if not self._filling:
            chosen = self.store.currentData()
            self._tell(vector_store_ids=(chosen,) if chosen else (), file_search=bool(chosen))

    def _tell(self, **values: Any) -> None:
        if not self._filling:
            self.changed.emit(values)

    def open_functions(self) -> FunctionsDialog:
        """Open the functions of this lane."""
        if self._dialog is None:
            self._dialog = FunctionsDialog(
                self._services, f"{self._name}_functions_dialog", self._host.window()
            )
            self._dialog.changed.connect(lambda functions: self.changed.emit({"functions": functions}))
        self._dialog.show_functions(self._settings.functions)
        self._dialog.open()
        return self._dialog


class FunctionsDialog(QDialog):
    """Functions of a lane, each with its schema and what answers it.

    Signals:
        changed: the functions are these now (a tuple).
    """

    changed = Signal(object)

    def __init__(self, services: Services, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(t("Functions"))
        self.setAccessibleName(t("Functions of this lane"))
        self.resize(760, 620)
        self._functions: list[Json] = []
        self._filling = False
        self.list = QListWidget()
        self.list.setObjectName(f"{name}_list")
        self.list.setAccessibleName(t("Functions"))
        self.list.setMaximumWidth(200)
        self.list.currentRowChanged.connect(self._show)
        self.add = Button(f"{name}_add", t("Add"), kind="ghost", icon="plus")
        self.add.clicked.connect(self._add)
        self.remove = Button(f"{name}_remove", t("Remove"), kind="ghost", icon="trash-2")
        self.remove.clicked.connect(self._remove)
        self.name_edit = QLineEdit()
        self.name_edit.setObjectName(f"{name}_name")
        self.name_edit.textEdited.connect(self._edited)
        self.description = QLineEdit()
        self.description.setObjectName(f"{name}_description")
        self.description.textEdited.connect(self._edited)
        self.parameters = QPlainTextEdit()
        self.parameters.setObjectName(f"{name}_parameters")
        self.parameters.setProperty("kind", "code")
        self.parameters.setTabChangesFocus(True)
        self.parameters.setFixedHeight(140)
        self.parameters.textChanged.connect(self._edited)
        self.name_field = FormField(self.name_edit, t("Name"), "name")
        self.parameters_field = FormField(self.parameters, t("Parameters"), t("JSON Schema"))
        self.handler = HandlerForm(services)
        inner = QWidget()
        form = QVBoxLayout(inner)
        form.setContentsMargins(0, 0, 12, 0)
        form.setSpacing(12)
        form.addWidget(self.name_field)
        form.addWidget(FormField(self.description, t("What it is for"), "description"))
        form.addWidget(self.parameters_field)
        form.addWidget(Label(t("When it is called"), "heading", name=f"{name}_called"))
        form.addWidget(self.handler)
        form.addStretch(1)
        self.form = QScrollArea()
        self.form.setObjectName(f"{name}_form")
        self.form.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.form.setWidgetResizable(True)
        self.form.setFrameShape(QScrollArea.Shape.NoFrame)
        self.form.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form.setWidget(inner)
        close = Button(f"{name}_close", t("Done"), kind="primary")
        close.clicked.connect(self.accept)
        side = QVBoxLayout()
        side.addWidget(self.list, 1)
        side.addWidget(self.add)
        side.addWidget(self.remove)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(side)
        row.addWidget(self.form, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addLayout(row, 1)
        column.addLayout(foot)

    def show_functions(self, functions: tuple[Json, ...]) -> None:
        """Show these."""
        self._functions = [dict(function) for function in functions]
        self._list(0)

    def _list(self, chosen: int) -> None:
        self._filling = True
        self.list.clear()
        self.list.addItems([str(one.get("name") or "") for one in self._functions])
        self._filling = False
        self.list.setCurrentRow(min(chosen, len(self._functions) - 1))
        self._show(self.list.currentRow())

    def _show(self, row: int) -> None:
        if self._filling:
            return
        there = 0 <= row < len(self._functions)
        self.form.setVisible(there)
        self.remove.setEnabled(there)
        if not there:
            return
        function = self._functions[row]
        self._filling = True
        self.name_edit.setText(str(function.get("name") or ""))
        self.description.setText(str(function.get("description") or ""))
        self.parameters.setPlainText(
            json.dumps(function.get("parameters") or {}, ensure_ascii=False, indent=2)
        )
        self._filling = False
        self.name_field.set_error("")
        self.parameters_field.set_error("")
        self.handler.set_function(LANES, function)

    def _edited(self) -> None:
        row = self.list.currentRow()
        if self._filling or not 0 <= row < len(self._functions):
            return
        name = self.name_edit.text().strip()
        others = [one.get("name") for number, one in enumerate(self._functions) if number != row]
        wrong = schema_rules.name_problem(name) or (t("There is one of this name.") if name in others else "")
        self.name_field.set_error(wrong)
        schema, fault = schema_rules.parse(self.parameters.toPlainText())
        if not fault and not isinstance(schema, dict):
            fault = t("A JSON object is wanted.")
        self.parameters_field.set_error(fault)
        if wrong or fault:
            return
        made = {**self._functions[row], "name": name, "parameters": schema}
        made["description"] = self.description.text().strip()
        self._functions[row] = made
        item = self.list.item(row)
        if item is not None:
            item.setText(name)
        self.handler.rename(made)
        self.changed.emit(tuple(self._functions))

    def _add(self) -> None:
        names = {str(one.get("name")) for one in self._functions}
        name, number = NEW["name"], 2
        while name in names:
            name, number = f"{NEW['name']}_{number}", number + 1
        self._functions.append({**NEW, "name": name})
        self._list(len(self._functions) - 1)
        self.changed.emit(tuple(self._functions))
        self.name_edit.setFocus()
        self.name_edit.selectAll()

    def _remove(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._functions):
            del self._functions[row]
            self._list(max(0, row - 1))
            self.changed.emit(tuple(self._functions))
