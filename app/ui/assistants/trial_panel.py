"""“Try it” of the builders: a prompt, one answer of the model, and whether it follows the schema."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.errors import AppError
from app.ui.widgets.busy import Busy
from app.ui.widgets.buttons import Button
from app.ui.widgets.form_field import FormField, Section
from app.ui.widgets.growing_edit import GrowingEdit
from app.ui.widgets.json_view import JsonView
from app.ui.widgets.labels import Label
from app.ui.words import t
from app.viewmodels.schema_trial import Trial, TrialResult
from app.viewmodels.task_scope import TaskScope
from app.workbench.clients import ClientSource


class TrialPanel(Section):
    """Asks the model once with the draft.

    Args:
        name: object names begin with it: ``<name>_prompt``, ``<name>_run``, ``<name>_verdict``, ``<name>_result``.
        clients: how the model is reached.
        tasks: the page's tasks.
        make: makes what is tried of what stands in the builder now; None while it cannot be tried.
    """

    def __init__(
        self,
        name: str,
        clients: ClientSource,
        tasks: TaskScope,
        make: Callable[[], Trial | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            name,
            t("Try it"),
            t("The model is asked once with what stands here; nothing is saved."),
            parent=parent,
        )
        self._name, self._clients, self._tasks, self._make = name, clients, tasks, make
        self.prompt = GrowingEdit(f"{name}_prompt", least=2, most=8)
        self.run = Button(f"{name}_run", t("Try it"), icon="play")
        self.run.clicked.connect(lambda _checked: self.start())
        self.busy = Busy(f"{name}_busy", t("The model is thinking…"))
        self.busy.hide()
        self.verdict = Label("", "strong", name=f"{name}_verdict", wrap=True, selectable=True)
        self.problems = Label("", "error", name=f"{name}_problems", wrap=True, selectable=True)
        self.result = JsonView(f"{name}_result", t("What the model gave"))
        self.result.setMinimumHeight(140)
        self.add(
            FormField(self.prompt, t("What you ask"), help_text=t("As somebody would ask this assistant."))
        )
        row = QHBoxLayout()
        row.addWidget(self.run)
        row.addWidget(self.busy)
        row.addStretch(1)
        self.content.addLayout(row)
        for widget in (self.verdict, self.problems, self.result):
            self.add(widget)
        self.reset()

    def reset(self, prompt: str = "") -> None:
        """Forget the last answer; begin with this prompt."""
        self._tasks.cancel(self._name)
        self.prompt.set_text(prompt)
        self._show_busy(False)
        for widget in (self.verdict, self.problems, self.result):
            widget.hide()

    def start(self) -> None:
        """Ask."""
        trial, prompt = self._make(), self.prompt.toPlainText().strip()
        if trial is None or not prompt:
            words = (
                t("Type what you would ask.") if trial is not None else t("First mend what is marked above.")
            )
            self._show(TrialResult("", good=False, verdict=words))
            return
        self._show_busy(True)
        for widget in (self.verdict, self.problems, self.result):
            widget.hide()
        self._tasks.start(self._name, self._ask(trial, prompt), failed=self._failed)

    async def _ask(self, trial: Trial, prompt: str) -> None:
        self._show(await trial.ask(self._clients, prompt))

    def _failed(self, error: AppError) -> None:
        problems = tuple(text for text in (error.advice,) if text)
        self._show(TrialResult("", good=False, verdict=error.message, problems=problems))

    def _show(self, result: TrialResult) -> None:
        self._show_busy(False)
        self.verdict.setText(result.verdict)
        self.verdict.set_role("success" if result.good else "error")
        self.verdict.show()
        self.problems.setText("\n".join(result.problems))
        self.problems.setVisible(bool(result.problems))
        self.result.set_value(result.text)
        self.result.setVisible(bool(result.text))

    def _show_busy(self, busy: bool) -> None:
        self.run.setEnabled(not busy)
        self.busy.setVisible(busy)
