"""“When it is called”: what answers a function, with “Try it”."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.ui.tools.server_form import ServerForm
from app.ui.widgets.buttons import Button
from app.ui.widgets.code_edit import CodeEdit
from app.ui.widgets.form_field import FormField
from app.ui.widgets.growing_edit import GrowingEdit
from app.ui.widgets.json_view import JsonView
from app.ui.widgets.labels import Label
from app.ui.widgets.pairs_editor import PairsEditor
from app.ui.words import mark, t
from app.viewmodels.handler_form import HandlerFormViewModel
from app.workbench.tools.answering import FunctionHandlers
from app.workbench.tools.handler_store import HandlerStore
from app.workbench.tools.mcp_servers import McpServers
from app.workbench.tools.specs import METHODS, MOST_CHARACTERS, MOST_SECONDS

if TYPE_CHECKING:
    from app.viewmodels.services import Services

KINDS = (
    ("manual", mark("I type the answer"), mark("The lane stops and shows a form each time.")),
    ("canned", mark("Always the same answer"), mark("{{name}} stands for an argument.")),
    ("http", mark("Ask a web service"), mark("An HTTP request; {{name}} stands for an argument.")),
    ("python", mark("Run Python code"), mark("In the sandbox: no network, no files of this computer.")),
    ("mcp", mark("A tool server's tool"), mark("Model Context Protocol (MCP).")),
)
REDIRECTS = (
    ("same_host", mark("On the same host only")),
    ("none", mark("Never")),
    ("all", mark("Anywhere (secrets stay with the first host)")),
)
_BODY_METHODS = frozenset({"POST", "PUT", "PATCH", "DELETE"})


class HandlerForm(QWidget):
    """Edits the handler of one function; every change is kept by itself.

    Args:
        services: what the program can do.

    Signals:
        changed: the handler was changed and kept.
    """

    changed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("handler_form")
        self.setAccessibleName(t("When it is called"))
        handlers = services.handlers or FunctionHandlers(
            HandlerStore(services.journal, services.keys),
            services.clients,
            services.keys,
            McpServers(services.keys),
        )
        self.viewmodel = model = HandlerFormViewModel(handlers, services.bus, self)
        self._filling = False
        self.kind = QComboBox()
        self.kind.setObjectName("handler_kind")
        for value, words, tip in KINDS:
            self.kind.addItem(t(words), value)
            self.kind.setItemData(self.kind.count() - 1, t(tip), 3)
        self.kind.currentIndexChanged.connect(lambda: self._edit(kind=self.kind.currentData()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.kind_field = FormField(self.kind, t("Who answers"), "handler")
        column.addWidget(self.kind_field)
        self.text = GrowingEdit("handler_text", least=2, most=8)
        self.text.setPlaceholderText('{"temperature": 18, "city": "{{city}}"}')
        self.text.edited.connect(lambda text: self._edit(text=text))
        self.text_field = FormField(self.text, t("Answer"), "output")
        column.addWidget(self.text_field)
        self.http = self._make_http()
        column.addWidget(self.http)
        self.code = CodeEdit("handler_code", t("Python code"))
        self.code.setPlaceholderText("def run(arguments):\n    return arguments['a'] + arguments['b']")
        self.code.setMinimumHeight(120)
        self.code.edited.connect(lambda text: self._edit(code=text))
        self.code_field = FormField(
            self.code,
            t("Code"),
            "run(arguments)",
            help_text=t("Define run(arguments), or set result. What it gives is sent to the model as JSON."),
        )
        column.addWidget(self.code_field)
        self.server = ServerForm(model)
        column.addWidget(self.server)
        self.secrets = QWidget()
        self._secret_rows = QVBoxLayout(self.secrets)
        self._secret_rows.setContentsMargins(0, 0, 0, 0)
        self._secrets_shown: tuple[tuple[str, bool], ...] = ()
        column.addWidget(self.secrets)
        column.addWidget(self._make_limits())
        self.problem = Label("", "error", name="handler_problem", wrap=True)
        column.addWidget(self.problem)
        column.addWidget(self._make_trial())
        column.addStretch(1)
        model.changed.connect(self._show)
        model.kept.connect(self.changed)
        self._show()

    def set_function(self, owner: str, function: dict[str, Any]) -> None:
        """Show the handler of a function; ``owner`` is an assistant's id, or :data:`LANES`."""
        before = self.viewmodel.name
        self.viewmodel.set_function(owner, function)
        if self.viewmodel.name != before or not self.arguments.toPlainText().strip():
            self.arguments.set_text(self.viewmodel.example)

    def rename(self, function: dict[str, Any]) -> None:
        """The function that is shown has another name now; what answers it stays."""
        self.viewmodel.rename(function)

    async def close_tasks(self) -> None:
        """Keep what was changed; awaited when its page ends."""
        await self.viewmodel.close()

    # -- parts ---------------------------------------------------------------------------------------------------

    def _make_http(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.method = QComboBox()
        self.method.setObjectName("handler_method")
        self.method.setAccessibleName(t("Method"))
        self.method.addItems(METHODS)
        self.method.currentTextChanged.connect(lambda text: self._edit(method=text))
        self.url = QLineEdit()
        self.url.setObjectName("handler_url")
        self.url.setPlaceholderText("https://api.example.com/weather?city={{city}}")
        self.url.textEdited.connect(lambda text: self._edit(url=text))
        both = QWidget()
        both.setObjectName("handler_address")
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.method)
        row.addWidget(self.url, 1)
        self.url.setAccessibleName(t("Address (URL)"))
        column.addWidget(FormField(both, t("Address"), "URL"))
        self.headers = PairsEditor("handler_header", t("Header"), value_words=t("Value"))
        self.headers.changed.connect(lambda pairs: self._edit(headers=tuple(pairs)))
        column.addWidget(
            FormField(
                self.headers,
                t("Headers"),
                help_text=t(
                    "{{secret:NAME}} is filled in from the keyring and never kept or shown to the model."
                ),
            )
        )
        self.body = GrowingEdit("handler_body", least=2, most=8)
        self.body.setPlaceholderText('{"city": {{city}}}')
        self.body.edited.connect(lambda text: self._edit(body=text))
        self.body_field = FormField(
            self.body, t("Body"), help_text=t("Empty: the arguments as JSON. {{name}} alone is a JSON value.")
        )
        column.addWidget(self.body_field)
        self.redirects = QComboBox()
        self.redirects.setObjectName("handler_redirects")
        for value, words in REDIRECTS:
            self.redirects.addItem(t(words), value)
        self.redirects.currentIndexChanged.connect(lambda: self._edit(redirects=self.redirects.currentData()))
        column.addWidget(FormField(self.redirects, t("Follow redirects")))
        return box

    def _make_limits(self) -> QWidget:
        self.limits = QWidget()
        row = QHBoxLayout(self.limits)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.timeout = QDoubleSpinBox()
        self.timeout.setObjectName("handler_timeout")
        self.timeout.setRange(1, MOST_SECONDS)
        self.timeout.setDecimals(0)
        self.timeout.setSuffix(" s")
        self.timeout.valueChanged.connect(lambda value: self._edit(timeout=float(value)))
        self.most_characters = QSpinBox()
        self.most_characters.setObjectName("handler_most_characters")
        self.most_characters.setRange(100, MOST_CHARACTERS)
        self.most_characters.setSingleStep(1000)
        self.most_characters.setSuffix(" characters")
        self.most_characters.valueChanged.connect(lambda value: self._edit(most_characters=int(value)))
        row.addWidget(FormField(self.timeout, t("Give up after"), "timeout"), 1)
        row.addWidget(FormField(self.most_characters, t("Longest result")), 1)
        return self.limits

    def _make_trial(self) -> QWidget:
        self.trial = QWidget()
        column = QVBoxLayout(self.trial)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.arguments = GrowingEdit("handler_arguments", least=2, most=8)
        column.addWidget(FormField(self.arguments, t("Try it with"), "arguments"))
        self.try_button = Button("handler_try", t("Try it"), icon="play")
        self.try_button.clicked.connect(self._try)
        row = QHBoxLayout()
        row.addWidget(self.try_button)
        row.addStretch(1)
        column.addLayout(row)
        self.trouble = Label("", "error", name="handler_trouble", wrap=True, selectable=True)
        column.addWidget(self.trouble)
        self.result = JsonView("handler_result", t("What the model reads"))
        self.result.text.setFixedHeight(120)
        column.addWidget(self.result)
        return self.trial

    # -- showing -------------------------------------------------------------------------------------------------

    def _edit(self, **values: Any) -> None:
        if not self._filling:
            self.viewmodel.edit(**values)

    def _try(self) -> None:
        if self.viewmodel.trying:
            self.viewmodel.stop_trying()
        else:
            self.viewmodel.try_it(self.arguments.toPlainText())

    def _show(self) -> None:
        model, spec = self.viewmodel, self.viewmodel.spec
        self._filling = True
        self.kind.setCurrentIndex(self.kind.findData(spec.kind))
        self.kind_field.set_help(next(t(tip) for value, _, tip in KINDS if value == spec.kind))
        self.text.set_text(spec.text)
        self.method.setCurrentText(spec.method)
        if self.url.text() != spec.url:
            self.url.setText(spec.url)
        if tuple(self.headers.pairs) != spec.headers:
            self.headers.set_pairs(spec.headers)
        self.body.set_text(spec.body)
        self.redirects.setCurrentIndex(self.redirects.findData(spec.redirects))
        self.code.set_text(spec.code)
        self.timeout.setValue(spec.timeout)
        self.most_characters.setValue(spec.most_characters)
        self._filling = False
        self.text_field.setVisible(spec.kind == "canned")
        self.http.setVisible(spec.kind == "http")
        self.body_field.setVisible(spec.method in _BODY_METHODS)
        self.code_field.setVisible(spec.kind == "python")
        self.server.setVisible(spec.kind == "mcp")
        self.server.show_state()
        self.limits.setVisible(spec.kind in {"http", "python", "mcp"})
        self.trial.setVisible(spec.kind != "manual")
        self._show_secrets()
        self.problem.setText(model.problem)
        self.problem.setVisible(bool(model.problem))
        self.try_button.setEnabled(not model.problem)
        self.try_button.setText(t("Stop") if model.trying else t("Try it"))
        self.trouble.setText(model.trouble)
        self.trouble.setVisible(bool(model.trouble))
        self.result.setVisible(bool(model.result))
        if model.result:
            self.result.set_value(model.result)

    def _show_secrets(self) -> None:
        shown = tuple(
            (name, self.viewmodel.known_secrets.get(name, False)) for name in self.viewmodel.secrets
        )
        self.secrets.setVisible(bool(shown))
        if shown == self._secrets_shown:
            return
        self._secrets_shown = shown
        while (item := self._secret_rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for name, known in shown:
            edit = QLineEdit()
            edit.setObjectName(f"handler_secret_{name}")
            edit.setEchoMode(QLineEdit.EchoMode.Password)
            edit.setPlaceholderText(
                t("Kept; type to replace it") if known else t("Not known yet: paste it here")
            )
            edit.editingFinished.connect(lambda e=edit, n=name: self._take_secret(n, e))
            place = self.viewmodel.keys.place()
            where = "" if place == "not looked for yet" else t("Kept in: {0}.").format(place)
            self._secret_rows.addWidget(FormField(edit, t("Secret {0}").format(name), help_text=where))

    def _take_secret(self, name: str, edit: QLineEdit) -> None:
        value = edit.text()
        if value.strip():
            edit.clear()
            self.viewmodel.set_secret(name, value)
