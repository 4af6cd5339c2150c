"""“Code interpreter”: where code runs, a Jupyter server's address and token, and the self-test."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.connections.model_card import PILLS
from app.ui.widgets.busy import Busy
from app.ui.widgets.buttons import Button
from app.ui.widgets.form_field import FormField, Section
from app.ui.widgets.labels import Label
from app.ui.widgets.picker import Choice, Picker
from app.ui.widgets.status_pill import StatusPill
from app.ui.words import said, t
from app.viewmodels.code_place import CHOICES, CodePlaceViewModel
from app.viewmodels.settings import because_words


class CodePanel(Section):
    """Shows a :class:`CodePlaceViewModel`."""

    def __init__(self, viewmodel: CodePlaceViewModel, parent: QWidget | None = None) -> None:
        super().__init__(
            "code_place",
            t("Code interpreter"),
            t(
                "Where the code runs that assistants write. It sees the files of its conversation and nothing else."
            ),
            parent=parent,
        )
        self._viewmodel = viewmodel
        self.pill = StatusPill("code_place_state")
        self.head.addWidget(self.pill)
        self.picker = Picker("code_place_choice", t("Place"))
        self.picker.set_choices([Choice(value, t(label), note=t(note)) for value, label, note in CHOICES])
        self.picker.picked.connect(viewmodel.choose)
        self.add(FormField(self.picker, t("Where code runs")))
        self.url = _line("code_place_url", "http://127.0.0.1:8888")
        self.url.textEdited.connect(lambda text: viewmodel.edit(url=text))
        self.kernel = _line("code_place_kernel", "python3")
        self.kernel.textEdited.connect(lambda text: viewmodel.edit(kernel=text))
        self.token = _line("code_place_token", t("Paste the token"))
        self.token.setEchoMode(QLineEdit.EchoMode.Password)
        self.token.textEdited.connect(lambda text: viewmodel.edit(token=text))
        self.forget = Button("code_place_token_forget", t("Remove token"), kind="ghost")
        self.forget.clicked.connect(viewmodel.forget_token)
        token_row = QWidget()
        token_row.setObjectName("code_place_token_row")
        line = QHBoxLayout(token_row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.token, 1)
        line.addWidget(self.forget)
        token_row.setFocusProxy(self.token)
        self.remote = QWidget()
        self.remote.setObjectName("code_place_remote")
        fields = QVBoxLayout(self.remote)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(16)
        fields.addWidget(
            FormField(
                self.url,
                t("Address of the Jupyter server"),
                t("base URL"),
                help_text=t(
                    "Code that models write runs there with that server's rights: use one that is meant for it."
                ),
            )
        )
        self.token_field = FormField(token_row, t("Token"))
        self.token.setAccessibleName(t("Token of the Jupyter server"))
        fields.addWidget(self.token_field)
        fields.addWidget(
            FormField(self.kernel, "Kernel", "kernel", help_text=t("Empty for the server's own choice."))
        )
        self.add(self.remote)
        self.words = Label("", "muted", name="code_place_words", wrap=True, selectable=True)
        self.add(self.words)
        self.save = Button("code_place_save", t("Use this server"), kind="primary")
        self.save.clicked.connect(viewmodel.save)
        self.test = Button(
            "code_place_test",
            t("Test"),
            icon="plug-zap",
            tip=t("Run code there, and try what it must not be able to do"),
        )
        self.test.clicked.connect(viewmodel.test)
        self.busy = Busy("code_place_busy", "")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.save)
        row.addWidget(self.test)
        row.addWidget(self.busy, 1)
        row.addStretch(0)
        self.content.addLayout(row)
        self.lines = Label("", "small", name="code_place_lines", wrap=True, selectable=True)
        self.add(self.lines)
        viewmodel.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        model = self._viewmodel
        words, level = model.state_words
        self.pill.set_state(words, PILLS.get(level, "neutral"))
        self.pill.setVisible(bool(words))
        self.picker.setEnabled(model.loaded and not model.saving)
        self.picker.set_value(model.backend)
        is_remote = model.backend == "remote"
        self.remote.setVisible(is_remote)
        self.save.setVisible(is_remote)
        self.save.setEnabled(model.can_save)
        for edit, text in ((self.url, model.url), (self.kernel, model.kernel)):
            if edit.text() != text:
                edit.setText(text)
        self._show_token()
        saved = model.saved
        if model.problem:
            self.words.setText(said(model.problem))
        elif model.unsaved:
            self.words.setText(t("Not saved yet."))
        else:
            parts = [saved.title, saved.reason, saved.advice, *saved.remarks]
            self.words.setText(" ".join(_sentence(said(part)) for part in parts if part))
        self.words.setVisible(bool(self.words.text()))
        self.test.setEnabled(
            model.loaded and not model.testing and not model.unsaved and saved.backend != "off"
        )
        self.busy.setVisible(model.testing or model.saving)
        self.busy.set_text(t("Trying…") if model.testing else t("Saving…") if model.saving else "")
        self.lines.setText(
            "\n".join(
                f"{'✓' if line.ok else '✗'} {said(line.name)}{f': {said(line.detail)}' if line.detail else ''}"
                f"{f' {said(line.advice)}' if line.advice and not line.ok else ''}"
                for line in model.lines
            )
        )
        self.lines.setVisible(bool(model.lines))

    def _show_token(self) -> None:
        model = self._viewmodel
        kept = model.saved.has_token
        if not model.unsaved and self.token.text():
            self.token.clear()
        self.token.setPlaceholderText(
            t("•••••••• (kept)") if kept else t("Paste the token, if the server wants one")
        )
        self.forget.setVisible(kept)
        place = model.place
        if place is not None and not place.durable:
            self.token_field.set_help(t("Kept for this session only{0}.").format(because_words(place)))
        elif place is not None:
            self.token_field.set_help(t("Kept in {0}.").format(place.name))
        else:
            self.token_field.set_help(t("Kept in this system's keyring, never in a file."))


def _line(name: str, placeholder: str) -> QLineEdit:
    edit = QLineEdit()
    edit.setObjectName(name)
    edit.setPlaceholderText(placeholder)
    return edit


def _sentence(text: str) -> str:
    return text if text.rstrip().endswith((".", "!", "?")) else f"{text.rstrip()}."
