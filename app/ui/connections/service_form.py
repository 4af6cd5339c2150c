"""The form of one service: what is needed at the top, the test's answer, its models, and everything else under Advanced."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.ui.connections.models_field import ModelsField
from app.ui.widgets.banner import Banner
from app.ui.widgets.busy import Busy
from app.ui.widgets.buttons import Button
from app.ui.widgets.form_field import FormField, Section
from app.ui.widgets.message_bar import copy_text
from app.ui.widgets.pairs_editor import PairsEditor
from app.ui.words import t
from app.viewmodels.connection_form import ConnectionForm
from app.viewmodels.connections import ConnectionsViewModel

WIDEST = 760


class KeyField(QWidget):
    """Takes a key: dots only, never given back, never shown again. Its buttons forget it or take it from the environment."""

    def __init__(self, viewmodel: ConnectionsViewModel) -> None:
        super().__init__()
        self.setObjectName("connection_key_row")
        self._viewmodel = viewmodel
        self.edit = QLineEdit()
        self.edit.setObjectName("connection_key")
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhSensitiveData
        )
        self.edit.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self.edit.setAccessibleName(t("Key"))
        self.edit.textEdited.connect(viewmodel.set_key)
        self.forget = Button("connection_key_forget", t("Remove key"), kind="ghost")
        self.forget.clicked.connect(viewmodel.forget_kept_key)
        self.environment = Button("connection_key_environment", "", kind="ghost")
        self.environment.clicked.connect(self._use_environment)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.edit, 1)
        row.addWidget(self.environment)
        row.addWidget(self.forget)
        self.setFocusProxy(self.edit)

    def fill(self) -> None:
        """Show whether a key is there, never which."""
        editor = self._viewmodel.editor
        if editor is None:
            self.edit.clear()
            return
        if not editor.key and self.edit.text():
            self.edit.clear()
        entry = editor.form.environment_entry
        offered = self._viewmodel.environment_entries
        self.edit.setEnabled(not entry)
        if entry:
            self.edit.setPlaceholderText(t("Read from {0}").format(entry.removeprefix("env:")))
        elif editor.has_kept_key:
            self.edit.setPlaceholderText(t("•••••••• (kept)"))
        else:
            self.edit.setPlaceholderText(
                t("Paste the key") if editor.preset.needs_key else t("Only if the service needs one")
            )
        self.forget.setVisible(editor.has_kept_key and not editor.key)
        self.environment.setVisible(
            bool(entry) or (bool(offered) and not editor.key and not editor.has_kept_key)
        )
        self.environment.setText(
            t("Type a key instead")
            if entry
            else t("Use {0}").format(offered[0].removeprefix("env:"))
            if offered
            else ""
        )

    def _use_environment(self) -> None:
        editor = self._viewmodel.editor
        if editor is not None:
            offered = self._viewmodel.environment_entries
            entry = "" if editor.form.environment_entry else (offered[0] if offered else "")
            self._viewmodel.edit(environment_entry=entry)


class ServiceForm(QScrollArea):
    """Shows and edits the view-model's selected service."""

    def __init__(self, viewmodel: ConnectionsViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("connection_form")
        self.setAccessibleName(t("Connection"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._viewmodel = viewmodel
        self.fields: dict[str, FormField] = {}
        self._lines: dict[str, QLineEdit] = {}
        body = QWidget()
        body.setMaximumWidth(WIDEST)
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 8, 24, 24)
        column.setSpacing(16)
        column.addWidget(self._line("name", t("Name"), t("For example “OpenAI” or “Office server”")))
        column.addWidget(
            self._line("base_url", t("Address"), "https://api.example.com/v1", term=t("base URL"))
        )
        self.key = KeyField(viewmodel)
        self.fields["key"] = FormField(self.key, t("Key"), t("API key"))
        self.key.edit.setAccessibleName(t("Key (API key)"))
        column.addWidget(self.fields["key"])
        column.addWidget(self._test_row())
        self.models = ModelsField(viewmodel)
        column.addWidget(self.models)
        column.addWidget(self._advanced())
        column.addStretch(1)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(body, 1)
        row.addStretch(0)
        self.setWidget(holder)
        viewmodel.selected.connect(self._another)
        viewmodel.refilled.connect(self.fill)
        viewmodel.checked.connect(self.show_state)

    def _line(
        self, key: str, label: str, placeholder: str = "", *, term: str = "", help_text: str = ""
    ) -> FormField:
        edit = QLineEdit()
        edit.setObjectName(f"connection_{key}")
        edit.setPlaceholderText(placeholder)
        edit.textEdited.connect(lambda text: self._viewmodel.edit(**{key: text}))
        self._lines[key] = edit
        self.fields[key] = FormField(edit, label, term, help_text=help_text)
        return self.fields[key]

    def _test_row(self) -> QWidget:
        self.test = Button(
            "connection_test", t("Test"), icon="plug-zap", tip=t("Ask the service whether it works")
        )
        self.test.clicked.connect(self._viewmodel.test)
        self.busy = Busy("connection_testing", "")
        self.answer = Banner("connection_answer")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.test)
        row.addWidget(self.busy, 1)
        row.addStretch(0)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.answer)
        return box

    def _advanced(self) -> Section:
        self.advanced = Section("connection_advanced", t("Advanced"), foldable=True, open_=False)
        add = self.advanced.add
        add(
            self._line(
                "organization",
                t("Organisation"),
                "org-…",
                term="organization",
                help_text=t("Only for keys that belong to several."),
            )
        )
        add(self._line("project", t("Project"), "proj_…", term="project"))
        add(
            self._line(
                "api_version",
                t("API version"),
                "2024-10-21",
                term="api_version",
                help_text=t("“v1” for a resource's newer endpoint, which needs no dated version."),
            )
        )
        self.headers = PairsEditor("connection_headers", t("Header"))
        self.headers.changed.connect(lambda pairs: self._viewmodel.edit(headers=pairs))
        self.fields["headers"] = FormField(
            self.headers,
            t("More headers"),
            "headers",
            help_text=t("Sent with every request and kept in the settings file: put no key here."),
        )
        add(self.fields["headers"])
        self.timeout = QSpinBox()
        self.timeout.setObjectName("connection_timeout")
        self.timeout.setRange(1, 86_400)
        self.timeout.setSuffix(" s")
        self.timeout.lineEdit().setTextMargins(6, 0, 0, 0)
        self.timeout.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.timeout.valueChanged.connect(lambda value: self._viewmodel.edit(timeout=float(value)))
        self.fields["timeout"] = FormField(
            self.timeout,
            t("How long to wait for an answer"),
            "timeout",
            help_text=t("In seconds, for the next piece of it."),
        )
        add(self.fields["timeout"])
        add(self._line("proxy", t("Proxy"), "http://proxy.example.com:3128", term="proxy"))
        add(
            self._line(
                "ca_file",
                t("Own certificate authority"),
                t("Path of a PEM file"),
                term=t("CA file"),
                help_text=t("For services inside a company."),
            )
        )
        return self.advanced

    # -- showing -------------------------------------------------------------------------------------------------

    def _another(self) -> None:
        self.fill()
        self.verticalScrollBar().setValue(0)
        editor = self._viewmodel.editor
        if editor is not None:
            plain = ConnectionForm(
                editor.form.name, editor.form.base_url, editor.form.kind, models=editor.form.models,
                environment_entry=editor.form.environment_entry,
            )  # fmt: skip
            self.advanced.set_open(editor.form != plain)

    def fill(self) -> None:
        """Show what the view-model holds."""
        editor = self._viewmodel.editor
        if editor is None:
            self.key.fill()
            return
        form = editor.form
        for key, edit in self._lines.items():
            text = getattr(form, key)
            if edit.text() != text:
                edit.setText(text)
                edit.setCursorPosition(0)
        self._lines["base_url"].setPlaceholderText(editor.preset.address_hint)
        self.headers.set_pairs(form.headers)
        self.timeout.blockSignals(True)
        self.timeout.setValue(int(form.timeout))
        self.timeout.blockSignals(False)
        self.fields["api_version"].setVisible(form.kind == "azure")
        self.fields["organization"].setVisible(form.kind != "azure")
        self.fields["project"].setVisible(form.kind != "azure")
        self.show_state()

    def show_state(self) -> None:
        """Show problems, where the key is, and the test's answer."""
        editor = self._viewmodel.editor
        if editor is None:
            return
        found = editor.problems
        untouched = editor.is_new and not editor.changed
        for key, field in self.fields.items():
            field.set_error("" if untouched and key not in editor.refused else found.get(key, ""))
        refused = editor.result is not None and editor.result.key_refused
        self.fields["key"].set_help(self._viewmodel.key_words)
        self.fields["key"].set_error(found.get("key", "The service refuses this key." if refused else ""))
        self.key.fill()
        self.test.setEnabled(not editor.testing and not found)
        self.busy.setVisible(editor.testing)
        self.busy.set_text(t("Asking the service…") if editor.testing else "")
        self._show_answer()
        self.models.show_models()

    def _show_answer(self) -> None:
        editor = self._viewmodel.editor
        result = editor.result if editor is not None else None
        if editor is None or result is None or editor.testing:
            self.answer.hide()
            return
        fix = result.suggested_base_url
        buttons = []
        if fix:
            buttons.append((t("Use {0}").format(fix), self._viewmodel.apply_fix))
        elif result.details and not result.ok:
            details = "\n".join(part for part in (result.message, result.advice, result.details) if part)
            buttons.append((t("Copy details"), lambda: copy_text(details)))
        self.answer.show_message(
            result.message,
            result.advice,
            kind="success" if result.ok else "warning" if fix else "danger",
            first=buttons[0] if buttons else None,
            second=buttons[1] if len(buttons) > 1 else None,
        )
