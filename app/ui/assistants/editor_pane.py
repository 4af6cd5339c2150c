"""The form with its head (name, what can be done) and its foot (state, Save)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.accessibility import make_checkable
from app.ui.assistants.form import WIDEST, AssistantFormView
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.labels import ElidedLabel, Label, Line
from app.ui.words import t
from app.viewmodels.assistant_list import UNNAMED
from app.viewmodels.assistants import AssistantsViewModel


class EditorPane(QFrame):
    """Shows the selected assistant.

    Signals:
        trial_toggled: “Try it” is to be shown or hidden.
        versions_requested: the versions are wanted.
        export_requested: the assistant is to be written into a file.
    """

    trial_toggled = Signal(bool)
    versions_requested = Signal()
    export_requested = Signal()

    def __init__(
        self, viewmodel: AssistantsViewModel, form: AssistantFormView, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "surface")
        self._viewmodel = model = viewmodel
        self.title = ElidedLabel("", "title", name="assistant_title")
        self.try_button = Button(
            "assistant_try", t("Try it"), icon="play", tip=t("Ask it something, beside the form")
        )
        make_checkable(self.try_button)
        self.try_button.clicked.connect(self.trial_toggled)
        self.versions_button = IconButton("assistant_versions", "history", t("Versions of this assistant"))
        self.versions_button.clicked.connect(self.versions_requested)
        self.export_button = IconButton(
            "assistant_export", "download", t("Export it with everything that belongs to it")
        )
        self.export_button.clicked.connect(self.export_requested)
        self.duplicate_button = IconButton("assistant_duplicate", "copy-plus", t("Duplicate this assistant"))
        self.duplicate_button.clicked.connect(model.duplicate)
        self.delete_button = IconButton("assistant_delete", "trash-2", t("Delete this assistant"))
        self.delete_button.clicked.connect(lambda _checked: model.delete())
        head = QHBoxLayout()
        head.setContentsMargins(24, 12, 16, 8)
        head.setSpacing(4)
        head.addWidget(self.title, 1)
        head.addWidget(self.try_button)
        head.addWidget(self.versions_button)
        head.addWidget(self.export_button)
        head.addWidget(self.duplicate_button)
        head.addWidget(self.delete_button)
        self.banner = Banner("assistant_banner")
        banner = QHBoxLayout()
        banner.setContentsMargins(24, 0, 24, 8)
        self.banner.setMaximumWidth(WIDEST - 48)
        banner.addWidget(self.banner, 1)
        banner.addStretch(0)
        self.state = Label("", "small", name="assistant_state")
        self.show_problem = Button(
            "assistant_show_problem", t("Show"), kind="link", accessible=t("Show what needs attention")
        )
        self.show_problem.clicked.connect(form.show_first_problem)
        self.revert_button = Button("assistant_revert", t("Revert"), kind="ghost")
        self.revert_button.clicked.connect(model.revert)
        self.save_button = Button("assistant_save", t("Save"), kind="primary", tip=t("Save (Ctrl+S)"))
        self.save_button.clicked.connect(lambda _checked: model.save())
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 8, 16, 8)
        foot.setSpacing(8)
        foot.addWidget(self.state)
        foot.addWidget(self.show_problem)
        foot.addStretch(1)
        foot.addWidget(self.revert_button)
        foot.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(banner)
        column.addWidget(form, 1)
        column.addWidget(Line())
        column.addLayout(foot)
        viewmodel.refilled.connect(self.show_head)
        viewmodel.checked.connect(self.show_head)

    def show_head(self) -> None:
        """Show name, state and what can be done now."""
        model = self._viewmodel
        editor = model.editor
        if editor is None:
            return
        self.title.setText(editor.form.name or t(UNNAMED))
        changed = editor.is_new or bool(editor.changed)
        self.save_button.setEnabled(model.can_save)
        self.save_button.setText(t("Saving…") if model.saving else t("Save"))
        self.revert_button.setText(t("Discard") if editor.is_new else t("Revert"))
        self.revert_button.setEnabled(changed and not model.saving)
        self.versions_button.setEnabled(not editor.is_new)
        self.export_button.setEnabled(not editor.is_new and not editor.gone)
        self.duplicate_button.setEnabled(not editor.problems and not editor.gone)
        self.delete_button.setEnabled(not editor.gone)
        self.state.setText(self._state_words())
        self.state.set_role("error" if editor.problems else "small")
        self.show_problem.setVisible(bool(editor.problems))
        self._show_banner()

    def _state_words(self) -> str:
        model = self._viewmodel
        editor = model.editor
        if editor is None:
            return ""
        if model.saving:
            return t("Saving…")
        number = len(editor.problems)
        if number:
            return (
                t("One field needs attention.")
                if number == 1
                else t("{0} fields need attention.").format(number)
            )
        if editor.is_new:
            return t("Not saved yet. What you type is kept as a draft.")
        return t("Unsaved changes, kept as a draft.") if editor.changed else t("All changes are saved.")

    def _show_banner(self) -> None:
        model = self._viewmodel
        editor = model.editor
        if editor is not None and editor.gone:
            self.banner.show_message(
                t("This assistant was deleted in another window."),
                t("Bring it back to go on, or close it."),
                first=(t("Bring it back"), model.bring_back_deleted),
                second=(t("Close it"), model.let_go),
            )
        elif editor is not None and editor.clash:
            self.banner.show_message(
                t("Changed in another window, too: {0}.").format(editor.conflict_words),
                t("Nothing is lost yet. Decide which one to go on with."),
                first=(t("Keep mine"), lambda: model.resolve(keep_mine=True)),
                second=(t("Take theirs"), lambda: model.resolve(keep_mine=False)),
            )
        else:
            self.banner.hide()
