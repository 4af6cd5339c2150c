"""Choosing a tool server and its tool, and writing a server down."""

from __future__ import annotations

import dataclasses
import shlex

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.widgets.buttons import Button
from app.ui.widgets.form_field import FormField
from app.ui.widgets.labels import Label
from app.ui.widgets.pairs_editor import PairsEditor
from app.ui.words import mark, t
from app.viewmodels.handler_form import HandlerFormViewModel
from app.workbench.tools.specs import Approval, ToolServer

APPROVALS = (("ask", mark("Ask each time")), ("always", mark("Always")), ("never", mark("Never")))


class ServerForm(QWidget):
    """Part of the handler's form."""

    def __init__(self, model: HandlerFormViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("server_form")
        self._model = model
        self._filling = False
        self._editing: ToolServer | None = None
        self.choice = _combo("server_choice")
        self.choice.currentIndexChanged.connect(self._choose)
        self.new = Button("server_new", t("New server"), kind="ghost", icon="plus")
        self.new.clicked.connect(lambda: self._edit(ToolServer("", "")))
        self.change = Button("server_edit", t("Edit"), kind="ghost", icon="pencil")
        self.change.clicked.connect(lambda: self._edit(model.server))
        self.remove = Button("server_remove", t("Remove"), kind="ghost", icon="trash-2")
        self.remove.clicked.connect(lambda: model.remove_server(model.spec.server))
        buttons = QHBoxLayout()
        for button in (self.new, self.change, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(FormField(self.choice, t("Tool server"), t("MCP server")))
        column.addLayout(buttons)
        column.addWidget(self._make_editor())
        self.problem = Label("", "error", name="server_problem", wrap=True, selectable=True)
        column.addWidget(self.problem)
        self.tool = _combo("server_tool")
        self.tool.setEditable(True)
        self.tool.currentTextChanged.connect(self._choose_tool)
        self.tool_field = FormField(
            self.tool, t("Tool"), help_text=t("Empty: the tool with the function's own name.")
        )
        column.addWidget(self.tool_field)
        self.approval = _combo("server_approval")
        for value, words in APPROVALS:
            self.approval.addItem(t(words), value)
        self.approval.currentIndexChanged.connect(self._approve)
        self.approval_field = FormField(self.approval, t("May the model call it?"), "approval")
        column.addWidget(self.approval_field)

    def _make_editor(self) -> QWidget:
        self.editor = QWidget()
        self.editor.hide()
        column = QVBoxLayout(self.editor)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.name = QLineEdit()
        self.name.setObjectName("server_name")
        self.transport = _combo("server_transport")
        self.transport.addItem(t("A program on this computer"), "stdio")
        self.transport.addItem(t("An address"), "http")
        self.transport.currentIndexChanged.connect(self._show_editor)
        self.command = QLineEdit()
        self.command.setObjectName("server_command")
        self.command.setPlaceholderText(t("uvx mcp-server-time"))
        self.url = QLineEdit()
        self.url.setObjectName("server_url")
        self.url.setPlaceholderText("http://127.0.0.1:8000/mcp")
        self.pairs = PairsEditor("server_pair", t("Setting"))
        self.command_field = FormField(
            self.command,
            t("Command"),
            "stdio",
            help_text=t("It runs with your rights: use servers that you trust."),
        )
        self.url_field = FormField(self.url, t("Address"), t("streamable HTTP"))
        self.pairs_field = FormField(
            self.pairs, t("Environment or headers"), help_text=t("{{secret:NAME}} comes from the keyring.")
        )
        save = Button("server_save", t("Keep this server"), kind="primary")
        save.clicked.connect(self._save)
        cancel = Button("server_cancel", t("Cancel"), kind="ghost")
        cancel.clicked.connect(self.editor.hide)
        row = QHBoxLayout()
        row.addWidget(save)
        row.addWidget(cancel)
        row.addStretch(1)
        for field in (
            FormField(self.name, t("Name")),
            FormField(self.transport, t("Where it is"), "transport"),
            self.command_field,
            self.url_field,
            self.pairs_field,
        ):
            column.addWidget(field)
        column.addLayout(row)
        return self.editor

    def show_state(self) -> None:
        """Show what the view-model has."""
        model = self._model
        self._filling = True
        wanted = [("", t("Choose a server…")), *((one.id, one.name) for one in model.servers)]
        there = [(self.choice.itemData(i), self.choice.itemText(i)) for i in range(self.choice.count())]
        if there != wanted:
            self.choice.clear()
            for value, words in wanted:
                self.choice.addItem(words, value)
        self.choice.setCurrentIndex(max(0, self.choice.findData(model.spec.server)))
        names = [tool.name for tool in model.tools]
        if [self.tool.itemText(i) for i in range(self.tool.count())] != names:
            self.tool.clear()
            self.tool.addItems(names)
        if self.tool.currentText() != model.spec.tool:
            self.tool.setCurrentText(model.spec.tool)
        server = model.server
        name = model.spec.tool or model.name
        approval = server.approvals.get(name, "ask") if server is not None else "ask"
        self.approval.setCurrentIndex(self.approval.findData(approval))
        self._filling = False
        for part in (self.tool_field, self.approval_field, self.change, self.remove):
            part.setVisible(server is not None)
        self.problem.setText(model.server_problem)
        self.problem.setVisible(bool(model.server_problem))

    def _choose(self) -> None:
        if not self._filling:
            self._model.edit(server=self.choice.currentData() or "", tool="")

    def _choose_tool(self, text: str) -> None:
        if not self._filling:
            self._model.edit(tool=text.strip())

    def _approve(self) -> None:
        server = self._model.server
        if self._filling or server is None:
            return
        value: Approval = self.approval.currentData()
        name = self._model.spec.tool or self._model.name
        self._model.put_server(dataclasses.replace(server, approvals={**server.approvals, name: value}))

    def _edit(self, server: ToolServer | None) -> None:
        if server is None:
            return
        self._editing = server
        self.name.setText(server.name)
        self.transport.setCurrentIndex(self.transport.findData(server.transport))
        self.command.setText(shlex.join((server.command, *server.arguments)) if server.command else "")
        self.url.setText(server.url)
        self.pairs.set_pairs(server.headers if server.transport == "http" else server.environment)
        self._show_editor()
        self.editor.show()
        self.name.setFocus()

    def _show_editor(self) -> None:
        remote = self.transport.currentData() == "http"
        self.url_field.setVisible(remote)
        self.command_field.setVisible(not remote)

    def _save(self) -> None:
        server = self._editing
        if server is None:
            return
        remote = self.transport.currentData() == "http"
        try:
            parts = shlex.split(self.command.text())
        except ValueError:
            self.command_field.set_error(t("A quotation mark is missing."))
            return
        if remote and not self.url.text().strip().startswith(("http://", "https://")):
            self.url_field.set_error(t("An address begins with http:// or https://."))
            return
        if not remote and not parts:
            self.command_field.set_error(t("Type the command that starts the server."))
            return
        self.command_field.set_error("")
        self.url_field.set_error("")
        pairs = tuple((key, value) for key, value in self.pairs.pairs if key.strip())
        name = self.name.text().strip() or (self.url.text().strip() if remote else parts[0])
        self._model.put_server(
            dataclasses.replace(
                server,
                name=name,
                transport="http" if remote else "stdio",
                command="" if remote else parts[0],
                arguments=() if remote else tuple(parts[1:]),
                url=self.url.text().strip() if remote else "",
                headers=pairs if remote else (),
                environment=() if remote else pairs,
            )
        )
        self.editor.hide()


def _combo(name: str) -> QComboBox:
    made = QComboBox()
    made.setObjectName(name)
    return made
