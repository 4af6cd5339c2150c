"""The form of one assistant: every field says what it does, with the API's word beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.ui.assistants.answer_format import AnswerFormat
from app.ui.assistants.knowledge_field import KnowledgeField
from app.ui.assistants.prompts_editor import PromptsEditor
from app.ui.assistants.tools_section import ToolsField
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.form_field import FormField, Section
from app.ui.widgets.growing_edit import GrowingEdit
from app.ui.widgets.labels import ElidedLabel, Label
from app.ui.widgets.message_bar import copy_text
from app.ui.widgets.number_slider import NumberSlider
from app.ui.widgets.pairs_editor import PairsEditor
from app.ui.widgets.picker import Choice, Picker
from app.ui.words import t
from app.viewmodels import assistant_tools
from app.viewmodels.assistant_abilities import tools_remark, withheld
from app.viewmodels.assistant_files import CodeFiles
from app.viewmodels.assistant_form import EFFORTS, MAX_INSTRUCTIONS, MAX_METADATA, AssistantForm
from app.viewmodels.assistants import AssistantsViewModel
from app.viewmodels.message_bus import Action
from app.workbench.playground.model_choice import ModelChoice
from app.workbench.versions import EXTRAS

if TYPE_CHECKING:
    from app.viewmodels.services import Services

WIDEST = 760
BESIDE = 520
_ADVANCED = {"metadata", EXTRAS}


class AssistantFormView(QScrollArea):
    """Shows and edits the view-model's selected assistant.

    Signals:
        function_requested: a person wants to build a function: its place, -1 for a new one.
        functions_import_requested: functions are wanted from an OpenAPI document.
        answer_requested: a person wants to build the answer format in a form.
    """

    function_requested = Signal(int)
    functions_import_requested = Signal()
    answer_requested = Signal()

    def __init__(
        self,
        viewmodel: AssistantsViewModel,
        services: Services,
        files: CodeFiles,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._files = services, files
        self.setObjectName("assistant_form")
        self.setAccessibleName(t("Assistant"))
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
        for section in (
            self._basics(),
            self._instructions(),
            self._model(),
            self._tools(),
            self._knowledge(),
            self._answer(),
            self._advanced(),
        ):
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
        self.name.setPlaceholderText(t("What you call it, for example “Tutor”"))
        self.name.textEdited.connect(lambda text: edit(name=text))
        self.description = QLineEdit()
        self.description.setObjectName("assistant_description")
        self.description.setPlaceholderText(t("What it is for, in a sentence"))
        self.description.textEdited.connect(lambda text: edit(description=text))
        self.instructions = GrowingEdit("assistant_instructions", least=10, most=28)
        self.instructions.setPlaceholderText(
            t(
                "For example: You are a patient maths tutor. Explain step by step, and end with a question that checks "
                "whether it was understood."
            )
        )
        self.instructions.edited.connect(lambda text: edit(instructions=text))
        self.counts = Label("", "small", name="assistant_instructions_count")
        self.model = Picker("assistant_model", t("Model"), free=True)
        self.model.picked.connect(lambda value: edit(model=value))
        self.temperature = NumberSlider("assistant_temperature", 0.0, 2.0, 1.0)
        self.temperature.changed.connect(lambda value: edit(temperature=value))
        self.top_p = NumberSlider("assistant_top_p", 0.0, 1.0, 1.0)
        self.top_p.changed.connect(lambda value: edit(top_p=value))
        self.effort = QComboBox()
        self.effort.setObjectName("assistant_reasoning_effort")
        self.effort.addItem(t("As the model likes"), "")
        for effort in EFFORTS:
            self.effort.addItem(effort.capitalize() if effort != "xhigh" else t("Extra high"), effort)
        self.effort.activated.connect(lambda _i: edit(reasoning_effort=self.effort.currentData()))
        self.tools = ToolsField(self._files)
        self.tools.edited.connect(lambda tools: edit(tools=tools))
        self.tools.edited.connect(lambda _tools: self._fill_tools())
        self.tools.removed.connect(self._function_removed)
        self.tools.function_requested.connect(self.function_requested)
        self.tools.import_requested.connect(self.functions_import_requested)
        self.knowledge = KnowledgeField(self._services, self._viewmodel.tasks)
        self.knowledge.edited.connect(self._knowledge_chosen)
        self.answer_format = AnswerFormat()
        self.answer_format.edited.connect(lambda fields: edit(**fields))
        self.answer_format.build_requested.connect(self.answer_requested)
        self.last_messages = QLineEdit()
        self.last_messages.setObjectName("assistant_last_messages")
        self.last_messages.setPlaceholderText(t("All that fit into the model"))
        self.last_messages.setMaximumWidth(240)
        self.last_messages.textEdited.connect(self._last_messages_typed)
        self.prompts = PromptsEditor("assistant_prompts")
        self.prompts.changed.connect(lambda prompts: edit(sample_prompts=prompts))
        self.metadata = PairsEditor("assistant_metadata", t("Label"), most=MAX_METADATA)
        self.metadata.changed.connect(lambda pairs: edit(metadata=pairs))
        self.fields: dict[str, FormField] = {}

    def _field(
        self, key: str, control: QWidget, label: str, help_text: str = "", trailing: QWidget | None = None
    ) -> FormField:
        term = "" if key == label.lower() else key
        self.fields[key] = FormField(control, label, term, help_text=help_text, trailing=trailing)
        return self.fields[key]

    def _basics(self) -> Section:
        section = Section("assistant_basics", t("Basics"))
        section.add(self._field("name", self.name, t("Name")))
        section.add(
            self._field(
                "description",
                self.description,
                t("Description"),
                t("For you and others who pick it; models do not see it."),
            )
        )
        return section

    def _instructions(self) -> Section:
        section = Section("assistant_instructions_section", t("Instructions"))
        section.add(
            self._field(
                "instructions",
                self.instructions,
                t("What it is told before every conversation"),
                t("Who it is, how it answers, what it never does."),
                trailing=self.counts,
            )
        )
        return section

    def _model(self) -> Section:
        section = Section("assistant_model_section", t("Model"))
        section.add(self._field("model", self.model, t("Which model answers")))
        sliders = self._sliders = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        sliders.setSpacing(24)
        sliders.addWidget(
            self._field(
                "temperature",
                self.temperature,
                t("Creativity"),
                t("Low: steady and factual. High: varied and surprising."),
            ),
            1,
        )
        sliders.addWidget(
            self._field(
                "top_p",
                self.top_p,
                t("Word choice"),
                t("Below 1, unlikely words are left out. Change this or creativity, not both."),
            ),
            1,
        )
        for key in ("temperature", "top_p"):
            sliders.setAlignment(self.fields[key], Qt.AlignmentFlag.AlignTop)
        section.content.addLayout(sliders)
        section.add(
            self._field(
                "reasoning_effort",
                self.effort,
                t("Thinking"),
                t("How long it thinks before it answers. More takes longer and costs more."),
            )
        )
        self.withheld = Label("", "small", name="assistant_withheld", wrap=True)
        section.add(self.withheld)
        return section

    def _tools(self) -> Section:
        section = Section("assistant_tools_section", t("Tools"))
        section.add(self._field("tools", self.tools, t("What it can use")))
        self.tools_note = Label("", "warning", name="assistant_tools_note", wrap=True)
        section.add(self.tools_note)
        return section

    def _knowledge(self) -> Section:
        section = Section("assistant_knowledge_section", t("Knowledge"))
        field = FormField(
            self.knowledge,
            t("Collection of documents"),
            "vector_store_ids",
            help_text=t("What it searches in. Collections are made and filled on the page Knowledge."),
        )
        self.fields["tool_resources"] = field
        section.add(field)
        return section

    def _answer(self) -> Section:
        section = Section("assistant_answer_section", t("Answer format"))
        section.add(self._field("response_format", self.answer_format, t("How answers have to look")))
        return section

    def _advanced(self) -> Section:
        self.advanced = Section("assistant_advanced", t("Advanced"), foldable=True, open_=False)
        field = FormField(
            self.last_messages,
            t("Only the last messages"),
            "truncation_strategy",
            help_text=t(
                "How many messages of a long conversation the model is shown. Kept by this program, not by the API."
            ),
        )
        self.fields[EXTRAS] = field
        self.advanced.add(field)
        self.advanced.add(
            FormField(
                self.prompts, t("Sample prompts"), help_text=t("Offered in “Try it”; kept by this program.")
            )
        )
        self.advanced.add(
            self._field(
                "metadata",
                self.metadata,
                t("Labels"),
                t("Names and values of your own, for programs and for finding it again."),
            )
        )
        self.identity = ElidedLabel("", "small", name="assistant_identity")
        self.copy_id = IconButton("assistant_copy_id", "copy", t("Copy the assistant's id"))
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
            self.knowledge.refresh()
            self.knowledge.set_owner(editor.form.name)

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
        self.effort.setCurrentIndex(max(0, self.effort.findData(form.reasoning_effort)))
        self.answer_format.fill(form)
        self._files.show(editor.key if editor is not None else "", form.code_files)
        self._fill_tools()
        self.knowledge.set_value(form.stores)
        self.metadata.set_pairs(form.metadata)
        last = "" if form.last_messages is None else str(form.last_messages)
        if self.last_messages.text() != last:
            self.last_messages.setText(last)
        self.prompts.set_prompts(form.sample_prompts)
        base = (editor.base if editor is not None else None) or {}
        self._identity_row.setVisible(bool(base))
        if base:
            made = datetime.fromtimestamp(base.get("created_at") or 0).astimezone()
            self.identity.setText(t("{0} · made {1:%Y-%m-%d %H:%M}").format(base["id"], made))
        self._show_counts()
        self.show_problems()

    def _fill_tools(self) -> None:
        editor = self._viewmodel.editor
        form = editor.form if editor is not None else AssistantForm()
        self.tools.fill(form.tools, len(form.code_files))

    def _function_removed(self, name: str, before: assistant_tools.Tools) -> None:
        editor = self._viewmodel.editor
        key = editor.key if editor is not None else ""

        def undo() -> None:
            if self._viewmodel.editor is not None and self._viewmodel.editor.key == key:
                self._viewmodel.edit(tools=before)
                self._fill_tools()

        self._services.bus.show_info(
            t("The function “{0}” was removed.").format(name),
            actions=[Action(t("Undo"), undo)],
            key="function-removed",
        )

    def _knowledge_chosen(self, ids: object) -> None:
        """A collection is of use only when it is searched in: the tool is switched on with it."""
        editor = self._viewmodel.editor
        stores = tuple(ids) if isinstance(ids, tuple) else ()
        if editor is None:
            return
        tools = editor.form.tools
        if stores and not editor.form.stores:
            tools = assistant_tools.switched(tools, "file_search", True)
        self._viewmodel.edit(stores=stores, tools=tools)
        self._fill_tools()

    def _last_messages_typed(self, text: str) -> None:
        text = text.strip()
        number = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
        self._viewmodel.edit(last_messages=number if number is not None or not text else 0)

    def _show_abilities(self, form: AssistantForm) -> None:
        """Offer only what the model takes."""
        hidden = withheld(form.model, self._viewmodel.choice(form.model))
        for key in ("temperature", "top_p", "reasoning_effort"):
            value = getattr(form, key)
            keep = key not in hidden or (key == "reasoning_effort" and bool(value))
            self.fields[key].setVisible(keep)
        words = [text for key, text in hidden.items() if key != "reasoning_effort"]
        self.withheld.setText(t("Creativity and word choice: ") + words[0] if words else "")
        self.withheld.setVisible(bool(words))
        remark = tools_remark(form.model) if form.tools else ""
        self.tools_note.setText(remark)
        self.tools_note.setVisible(bool(remark))

    def show_problems(self) -> None:
        """Show at each field why it cannot be saved."""
        editor = self._viewmodel.editor
        if editor is None:
            return
        found = editor.problems
        for key, field in self.fields.items():
            field.set_error(found.get(key, ""))
        self._show_abilities(editor.form)
        choice = self._viewmodel.choice(editor.form.model)
        if choice is not None:
            self.fields["model"].set_help(choice.note)
        elif editor.form.model and self._viewmodel.choices:
            self.fields["model"].set_help(
                t("Not offered at the moment: its connection may be gone or not tested yet.")
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
        words = [] if tokens is None else [t("{0:,} tokens").format(tokens) if tokens != 1 else t("1 token")]
        if length > MAX_INSTRUCTIONS * 0.8:
            words.append(t("{0:,} of {1:,} characters").format(length, MAX_INSTRUCTIONS))
        self.counts.setText(" · ".join(words))

    def _show_models(self) -> None:
        self.model.set_choices(model_choices(self._viewmodel.choices))
        self.show_problems()

    def _copy_id(self) -> None:
        editor = self._viewmodel.editor
        if editor is not None:
            copy_text(editor.key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sliders stand below each other where there is no room beside."""
        super().resizeEvent(event)
        narrow = self.viewport().width() < BESIDE
        self._sliders.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )

    def changeEvent(self, event: QEvent) -> None:
        """Sizes follow the theme's text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.instructions.updateGeometry()


def model_choices(choices: Sequence[ModelChoice]) -> list[Choice]:
    """Models for a :class:`Picker`, by the name that the engine knows them by."""
    return [Choice(c.ref.wire_name, c.label, c.group, c.note) for c in choices]
