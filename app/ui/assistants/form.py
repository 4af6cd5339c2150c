"""The form of one assistant: every field says what it does, with the API's word beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.ui.assistants.answer_format import AnswerFormat
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.form_field import FormField, Section, note
from app.ui.widgets.growing_edit import GrowingEdit
from app.ui.widgets.labels import ElidedLabel, Label
from app.ui.widgets.message_bar import copy_text
from app.ui.widgets.number_slider import NumberSlider
from app.ui.widgets.pairs_editor import PairsEditor
from app.ui.widgets.picker import Choice, Picker
from app.viewmodels.assistant_form import MAX_INSTRUCTIONS, MAX_METADATA, AssistantForm
from app.viewmodels.assistants import AssistantsViewModel
from app.workbench.playground.model_choice import ModelChoice

WIDEST = 760
_ADVANCED = {"response_format", "metadata"}


class AssistantFormView(QScrollArea):
    """Shows and edits the view-model's selected assistant."""

    def __init__(self, viewmodel: AssistantsViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("assistant_form")
        self.setAccessibleName("Assistant")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._viewmodel = viewmodel
        self._filling = False
        self._make_fields()
        body = QWidget()
        body.setMaximumWidth(WIDEST)
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 16, 24, 32)
        column.setSpacing(20)
        for section in (self._basics(), self._instructions(), self._model(), self._advanced()):
            column.addWidget(section)
        column.addStretch(1)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(body, 1)
        row.addStretch(0)
        self.setWidget(holder)
        viewmodel.selected.connect(self._another)
        viewmodel.refilled.connect(self.fill)
        viewmodel.checked.connect(self.show_problems)
        viewmodel.tokens_counted.connect(self._show_counts)
        viewmodel.models_changed.connect(self._show_models)
        self._show_models()

    # -- fields --------------------------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        edit = self._viewmodel.edit
        self.name = QLineEdit()
        self.name.setObjectName("assistant_name")
        self.name.setPlaceholderText("What you call it, for example “Tutor”")
        self.name.textEdited.connect(lambda text: edit(name=text))
        self.description = QLineEdit()
        self.description.setObjectName("assistant_description")
        self.description.setPlaceholderText("What it is for, in a sentence")
        self.description.textEdited.connect(lambda text: edit(description=text))
        self.instructions = GrowingEdit("assistant_instructions", least=10, most=28)
        self.instructions.setPlaceholderText(
            "For example: You are a patient maths tutor. Explain step by step, and end with a question that checks "
            "whether it was understood."
        )
        self.instructions.edited.connect(lambda text: edit(instructions=text))
        self.counts = Label("", "small", name="assistant_instructions_count")
        self.model = Picker("assistant_model", "Model", free=True)
        self.model.picked.connect(lambda value: edit(model=value))
        self.temperature = NumberSlider("assistant_temperature", 0.0, 2.0, 1.0)
        self.temperature.changed.connect(lambda value: edit(temperature=value))
        self.top_p = NumberSlider("assistant_top_p", 0.0, 1.0, 1.0)
        self.top_p.changed.connect(lambda value: edit(top_p=value))
        self.answer_format = AnswerFormat()
        self.answer_format.edited.connect(lambda fields: edit(**fields))
        self.metadata = PairsEditor("assistant_metadata", "Label", most=MAX_METADATA)
        self.metadata.changed.connect(lambda pairs: edit(metadata=pairs))
        self.fields: dict[str, FormField] = {}

    def _field(
        self, key: str, control: QWidget, label: str, help_text: str = "", trailing: QWidget | None = None
    ) -> FormField:
        term = "" if key == label.lower() else key
        self.fields[key] = FormField(control, label, term, help_text=help_text, trailing=trailing)
        return self.fields[key]

    def _basics(self) -> Section:
        section = Section("assistant_basics", "Basics")
        section.add(self._field("name", self.name, "Name"))
        section.add(
            self._field(
                "description",
                self.description,
                "Description",
                "For you and others who pick it; models do not see it.",
            )
        )
        return section

    def _instructions(self) -> Section:
        section = Section("assistant_instructions_section", "Instructions")
        section.add(
            self._field(
                "instructions",
                self.instructions,
                "What it is told before every conversation",
                "Who it is, how it answers, what it never does.",
                trailing=self.counts,
            )
        )
        return section

    def _model(self) -> Section:
        section = Section("assistant_model_section", "Model")
        section.add(self._field("model", self.model, "Which model answers"))
        sliders = QHBoxLayout()
        sliders.setSpacing(24)
        sliders.addWidget(
            self._field(
                "temperature",
                self.temperature,
                "Creativity",
                "Low: steady and factual. High: varied and surprising.",
            ),
            1,
        )
        sliders.addWidget(
            self._field(
                "top_p",
                self.top_p,
                "Word choice",
                "Below 1, unlikely words are left out. Change this or creativity, not both.",
            ),
            1,
        )
        for key in ("temperature", "top_p"):
            sliders.setAlignment(self.fields[key], Qt.AlignmentFlag.AlignTop)
        section.content.addLayout(sliders)
        return section

    def _advanced(self) -> Section:
        self.advanced = Section("assistant_advanced", "Advanced", foldable=True, open_=False)
        self.advanced.add(
            self._field("response_format", self.answer_format, "Answer format", "How answers have to look.")
        )
        self.advanced.add(
            self._field(
                "metadata",
                self.metadata,
                "Labels",
                "Names and values of your own, for programs and for finding it again.",
            )
        )
        self.kept = note(
            "This assistant also has tools or files. They are kept as they are when you save.",
            name="assistant_kept_note",
        )
        self.advanced.add(self.kept)
        self.identity = ElidedLabel("", "small", name="assistant_identity")
        self.copy_id = IconButton("assistant_copy_id", "copy", "Copy the assistant's id")
        self.copy_id.clicked.connect(self._copy_id)
        self._identity_row = QWidget()
        row = QHBoxLayout(self._identity_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.identity, 1)
        row.addWidget(self.copy_id)
        self.advanced.add(self._identity_row)
        return self.advanced

    # -- showing -------------------------------------------------------------------------------------------------

    def _another(self) -> None:
        self.fill()
        self.verticalScrollBar().setValue(0)
        editor = self._viewmodel.editor
        if editor is not None:
            self.advanced.set_open(bool(_ADVANCED & editor.problems.keys()))

    def fill(self) -> None:
        """Show what the view-model holds; cursors stay where the text is the same."""
        editor = self._viewmodel.editor
        form = editor.form if editor is not None else AssistantForm()
        for field, text in ((self.name, form.name), (self.description, form.description)):
            if field.text() != text:
                field.setText(text)
                field.setCursorPosition(0)
        self.instructions.set_text(form.instructions)
        self.model.set_value(form.model)
        self.temperature.set_value(form.temperature)
        self.top_p.set_value(form.top_p)
        self.answer_format.fill(form)
        self.metadata.set_pairs(form.metadata)
        base = (editor.base if editor is not None else None) or {}
        self.kept.setVisible(bool(base.get("tools") or base.get("tool_resources")))
        self._identity_row.setVisible(bool(base))
        if base:
            made = datetime.fromtimestamp(base.get("created_at") or 0).astimezone()
            self.identity.setText(f"{base['id']} · made {made:%Y-%m-%d %H:%M}")
        self._show_counts()
        self.show_problems()

    def show_problems(self) -> None:
        """Show at each field why it cannot be saved."""
        editor = self._viewmodel.editor
        if editor is None:
            return
        found = editor.problems
        for key, field in self.fields.items():
            field.set_error(found.get(key, ""))
        choice = self._viewmodel.choice(editor.form.model)
        if choice is not None:
            self.fields["model"].set_help(choice.note)
        elif editor.form.model and self._viewmodel.choices:
            self.fields["model"].set_help(
                "Not offered at the moment: its connection may be gone or not tested yet."
            )
        else:
            self.fields["model"].set_help("")
        self._show_counts()

    def show_first_problem(self) -> None:
        """Bring the first field that needs attention into view, with the cursor in it."""
        editor = self._viewmodel.editor
        for key, field in self.fields.items():
            if editor is not None and key in editor.problems:
                if key in _ADVANCED:
                    self.advanced.set_open(True)
                QTimer.singleShot(0, self, lambda shown=field: self.ensureWidgetVisible(shown, 0, 40))
                field.control.setFocus()
                return

    def _show_counts(self) -> None:
        editor = self._viewmodel.editor
        if editor is None:
            return
        length = len(editor.form.instructions)
        tokens = editor.tokens
        words = [] if tokens is None else [f"{tokens:,} tokens" if tokens != 1 else "1 token"]
        if length > MAX_INSTRUCTIONS * 0.8:
            words.append(f"{length:,} of {MAX_INSTRUCTIONS:,} characters")
        self.counts.setText(" · ".join(words))

    def _show_models(self) -> None:
        self.model.set_choices(model_choices(self._viewmodel.choices))
        self.show_problems()

    def _copy_id(self) -> None:
        editor = self._viewmodel.editor
        if editor is not None:
            copy_text(editor.key)

    def changeEvent(self, event: QEvent) -> None:
        """Sizes follow the theme's text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.instructions.updateGeometry()


def model_choices(choices: Sequence[ModelChoice]) -> list[Choice]:
    """Models for a :class:`Picker`, by the name that the engine knows them by."""
    return [Choice(c.ref.wire_name, c.label, c.group, c.note) for c in choices]
