"""Pages of the real window over the tests' engine: services as the program builds them, and hands to drive widgets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget

from app.connections.registry import Connections
from app.connections.secrets import KeyStore
from app.core.paths import resolve
from app.ui.page import Page
from app.ui.widgets.message_bar import MessageBars
from app.viewmodels.frame_clock import FrameClock
from app.viewmodels.message_bus import MessageBus
from app.viewmodels.services import Services
from app.viewmodels.settings import SettingsViewModel
from app.workbench.assistants import Assistants
from app.workbench.clients import Clients
from app.workbench.engine_process import EngineStatus
from app.workbench.knowledge import Knowledge
from app.workbench.playground.ad_hoc import AdHocAssistants
from app.workbench.playground.model_choice import ModelChoices
from app.workbench.threads import Threads
from app.workbench.tools.answering import FunctionHandlers
from app.workbench.tools.handler_store import HandlerStore
from app.workbench.tools.mcp_servers import McpServers
from tests.support.qt_loop import EngineClients, settle

W = TypeVar("W", bound=QWidget)


class SharedEngine(EngineClients):
    """The tests' engine, which many tests share, where the window has its supervisor: it is always ready."""

    status = EngineStatus("ready", "The engine is ready.")
    models: dict[str, Any] = {}  # noqa: RUF012 - nothing is ever put in
    model_file: str | None = None
    pid: int | None = None

    def client(self) -> Any:
        if self._client is None:
            self._client = self._engine.async_client()
        return self._client

    @staticmethod
    def on_state(_observer: Callable[..., object]) -> Callable[[], None]:
        return lambda: None

    on_model_state = on_state


def make_services(engine: Any, folder: Path, *, keyring: Any = None) -> Services:
    """Services over ``engine`` (the window's supervisor, or the shared engine) in a folder of their own."""
    paths = resolve(folder).create()
    bus = MessageBus()
    keys = KeyStore(backend=keyring)
    connections = Connections(paths.profiles, keys)
    clients = Clients(engine, connections)
    return Services(
        paths=paths,
        bus=bus,
        clock=FrameClock(),
        settings=SettingsViewModel(paths, bus, keys),
        keys=keys,
        connections=connections,
        engine=engine,
        clients=clients,
        models=ModelChoices(engine, connections),
        assistants=Assistants(engine),
        ad_hoc=AdHocAssistants(),
        threads=Threads(engine),
        knowledge=Knowledge(engine),
        handlers=FunctionHandlers(HandlerStore(None), clients, keys, McpServers(keys)),
    )


class Hands:
    """A page with its message bars on the screen, and what a person does with it."""

    def __init__(self, page: Page, size: tuple[int, int] = (1280, 800)) -> None:
        from PySide6.QtWidgets import QVBoxLayout

        self.page = page
        self.window = QWidget()
        self.window.setProperty("surface", "surface")
        self.bars = MessageBars(page.services.bus)
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bars)
        column.addWidget(page, 1)
        self.window.resize(*size)
        self.window.show()
        page.activated()

    def find(self, name: str, kind: type[W] = QWidget) -> W:  # type: ignore[assignment]
        """The one widget of this object name."""
        found = self.window.findChildren(kind, name)
        assert len(found) == 1, f"{len(found)} widgets are called {name}"
        return found[0]

    def click(self, name: str) -> None:
        """Press a button that a person could press."""
        button = self.find(name, QAbstractButton)
        assert button.isVisible(), f"{name} is not visible"
        assert button.isEnabled(), f"{name} is not enabled"
        QTest.mouseClick(
            button, Qt.MouseButton.LeftButton, pos=QPoint(button.width() // 2, button.height() // 2)
        )

    def type(self, name: str, text: str, *, replace: bool = False) -> None:
        """Type into a field."""
        field = self.find(name)
        assert isinstance(field, QLineEdit | QPlainTextEdit)
        field.setFocus()
        if replace:
            field.selectAll()
        if len(text) > 200 and isinstance(field, QLineEdit):
            field.insert(text[:-1])
            text = text[-1]
        elif len(text) > 200:
            field.insertPlainText(text[:-1])
            text = text[-1]
        QTest.keyClicks(field, text)

    def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, *, at: str = ""
    ) -> None:
        """Press a key where the focus is, or in the widget that is called ``at`` (popups have a focus of their own)."""
        target = self.find(at) if at else self.window.focusWidget()
        assert target is not None
        QTest.keyClick(target, key, modifier)

    def text(self, name: str) -> str:
        """The words of a label, button or field."""
        widget: Any = self.find(name)
        return str(widget.toPlainText() if isinstance(widget, QPlainTextEdit) else widget.text())

    @property
    def messages(self) -> list[str]:
        """What the message bars say."""
        return [bar.note.text for bar in self.bars.bars]

    def nameless(self) -> list[str]:
        """Controls that can be reached now but have no stable object name or no accessible name."""
        return [
            f"{type(widget).__name__} {widget.objectName()!r}"
            for widget in self.page.findChildren(QWidget)
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
            and widget.isVisibleTo(self.page)
            and not widget.objectName().startswith("qt_")
            and not (widget.objectName() and (widget.accessibleName() or _words(widget)))
        ]

    def undo(self) -> None:
        """Press Undo in the newest message bar."""
        button = self.bars.bars[-1].findChild(QAbstractButton, "message_action_0")
        assert button is not None
        assert button.text() == "Undo"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    async def close(self) -> None:
        """End the page as the program does."""
        await self.page.closing()
        self.window.close()
        self.window.deleteLater()
        await settle(0.01)  # deleted here and now, not by a collection in some thread


def _words(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return str(text()) if callable(text) else ""
