"""Building an answer format: the fields that every answer has to have."""

from __future__ import annotations

import json

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.core.entities import Json
from app.ui.assistants.builder import Builder
from app.ui.assistants.trial_panel import TrialPanel
from app.ui.widgets.buttons import Button
from app.ui.widgets.form_field import FormField
from app.ui.words import t
from app.viewmodels.assistant_form import AssistantForm, schema_problem
from app.viewmodels.schema_trial import AnswerTrial
from app.viewmodels.task_scope import TaskScope
from app.workbench import schema_rules
from app.workbench.clients import ClientSource
from app.workbench.schema_edit import EMPTY


class AnswerBuilder(Builder):
    """Edits the schema in an :class:`AssistantForm`.

    Signals:
        edited: the form's fields that are different.
    """

    edited = Signal(object)

    def __init__(self, clients: ClientSource, tasks: TaskScope, parent: QWidget | None = None) -> None:
        super().__init__("answer_builder", t("Answer format"), t("The answer's schema"), parent)
        self._form = AssistantForm()
        self.name = QLineEdit()
        self.name.setObjectName("answer_name")
        self.name.textEdited.connect(lambda text: self._tell(schema_name=text))
        self.name_field = FormField(
            self.name, t("Name"), "name", help_text=t("What an answer is, in a word: invoice.")
        )
        self.form_column.addWidget(self.name_field)
        self.fields_title.setText(t("What an answer consists of"))
        self.trial = TrialPanel("answer_trial", clients, tasks, self._trial)
        self.body.addWidget(self.trial)
        self.body.addStretch(1)
        done = Button("answer_done", t("Done"), kind="primary")
        done.clicked.connect(self.closed)
        self.foot.addStretch(1)
        self.add_to_foot(done)

    def begin_with(self, form: AssistantForm) -> None:
        """Show an assistant's answer format."""
        self.trial.reset(next(iter(form.sample_prompts), ""))
        self.show_form(form)
        self.name.setFocus()

    def show_form(self, form: AssistantForm) -> None:
        """Show what the form holds, without telling anyone."""
        self._form = form
        if self.name.text() != form.schema_name:
            self.name.setText(form.schema_name)
        self.json.set_text(form.schema)
        self._show(form)

    def _show(self, form: AssistantForm) -> None:
        value, problem = schema_rules.parse(form.schema) if form.schema.strip() else (None, "")
        self.name_field.set_error(schema_rules.name_problem(form.schema_name))
        self._show_schema(
            value,
            strict=form.schema_strict,
            problem=schema_problem(form.schema_name, form.schema) if form.schema.strip() else "",
            readable=not problem,
        )

    def _tell(self, **fields: object) -> None:
        import dataclasses

        self._form = dataclasses.replace(self._form, **fields)  # type: ignore[arg-type]
        self._show(self._form)
        self.edited.emit({"answer_format": "json_schema", **fields})

    def _schema_edited(self, schema: Json) -> None:
        full = schema if schema.get("type") else {**EMPTY, **schema}
        text = json.dumps(full, ensure_ascii=False, indent=2)
        self.json.set_text(text)
        self._tell(schema=text)

    def _json_typed(self, text: str) -> None:
        value, _ = schema_rules.parse(text)
        wrapper = value.get("json_schema", value) if isinstance(value, dict) else None
        if (
            isinstance(wrapper, dict)
            and isinstance(wrapper.get("schema"), dict)
            and "properties" not in wrapper
        ):
            name = str(wrapper.get("name") or self._form.schema_name)  # pasted with its wrapping
            schema = json.dumps(wrapper["schema"], ensure_ascii=False, indent=2)
            self.json.set_text(schema)
            self.name.setText(name)
            self._tell(schema=schema, schema_name=name, schema_strict=bool(wrapper.get("strict")))
        else:
            self._tell(schema=text)

    def _strict_clicked(self, strict: bool) -> None:
        self._tell(schema_strict=strict)

    def _mend(self) -> None:
        value, _ = schema_rules.parse(self._form.schema)
        if isinstance(value, dict):
            self._schema_edited(schema_rules.made_strict(value))

    def _trial(self) -> AnswerTrial | None:
        form = self._form
        if schema_problem(form.schema_name, form.schema):
            return None
        wanted = {**form.schema_rest, "name": form.schema_name, "schema": json.loads(form.schema)}
        if form.schema_strict:
            wanted["strict"] = True
        response_format: Json = {"type": "json_schema", "json_schema": wanted}
        return AnswerTrial(form.model, response_format, form.instructions)
