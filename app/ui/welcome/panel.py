"""The welcome above the playground: three ways to begin. It stays out of the way of who begins at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.theme import set_icon
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.labels import Label
from app.ui.words import mark, t
from app.viewmodels.welcome import WelcomeViewModel

_WAYS = (
    (
        "offline",
        "sparkles",
        mark("Try it now, offline"),
        mark(
            "A sample assistant answers from a sample handbook, on the small model that came along. No key, no network."
        ),
        mark("Try it"),
    ),
    (
        "key",
        "key-round",
        mark("I have an API key"),
        mark("Connect OpenAI, Azure or any compatible service. The key goes to your system's keyring only."),
        mark("Connect"),
    ),
    (
        "server",
        "server",
        mark("I have a model server"),
        mark("Ollama, LM Studio, llama.cpp, vLLM and others: what runs on this computer is found by itself."),
        mark("Look for it"),
    ),
)


class WelcomePanel(QFrame):
    """Shown until a person dismisses it or has tried the sample; Help brings it back.

    Signals:
        open_requested: go on on a page: its name, and what to show there.
        guide_requested: show “Which API fits?”.
    """

    open_requested = Signal(str, object)
    guide_requested = Signal()

    def __init__(self, viewmodel: WelcomeViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome_panel")
        self.setAccessibleName(t("Welcome"))
        self.setProperty("surface", "sunken")
        self.viewmodel = viewmodel
        guide = Button("welcome_guide", t("Which API fits?"), kind="link")
        guide.clicked.connect(self.guide_requested)
        dismiss = IconButton("welcome_dismiss", "x", t("Close the welcome (Help brings it back)"))
        dismiss.clicked.connect(viewmodel.dismiss)
        head = QHBoxLayout()
        head.addWidget(Label(t("Welcome. How do you want to begin?"), "heading", name="welcome_title"))
        head.addStretch(1)
        head.addWidget(guide)
        head.addWidget(dismiss)
        ways = QHBoxLayout()
        ways.setSpacing(12)
        self.buttons: dict[str, Button] = {}
        for name, icon, title, words, action in _WAYS:
            ways.addWidget(self._way(name, icon, t(title), t(words), t(action)), 1)
        self.said = Label("", "small", name="welcome_said", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(ways)
        column.addWidget(self.said)
        viewmodel.changed.connect(self._show)
        viewmodel.sample_ready.connect(self._try_sample)
        self._show()

    def _way(self, name: str, icon: str, title: str, words: str, action: str) -> QWidget:
        card = QFrame()
        card.setProperty("surface", "card")
        picture = QLabel()
        set_icon(picture, icon, "accent", 20)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(picture)
        top.addWidget(Label(title, "strong"), 1)
        button = Button(
            f"welcome_{name}", action, kind="primary" if name == "offline" else "plain", accessible=title
        )
        button.clicked.connect(lambda: self._chosen(name))
        self.buttons[name] = button
        low = QHBoxLayout()
        low.addWidget(button)
        low.addStretch(1)
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(Label(words, "small", wrap=True))
        column.addStretch(1)
        column.addLayout(low)
        return card

    def _chosen(self, name: str) -> None:
        if name == "offline":
            self.viewmodel.make_sample()
        elif name == "key":
            self.open_requested.emit("connections", "new:openai")
        else:
            self.open_requested.emit("connections", "found")

    def _try_sample(self, assistant_id: str, prompt: str) -> None:
        self.open_requested.emit("playground", {"assistant_id": assistant_id, "prompt": prompt})

    def _show(self) -> None:
        working = self.viewmodel.working
        self.said.setText(self.viewmodel.said)
        self.said.setVisible(bool(self.viewmodel.said))
        for button in self.buttons.values():
            button.setEnabled(not working)
