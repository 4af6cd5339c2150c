"""The page “Connections”: this computer, and every service that models come from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.core.entities import ENGINE
from app.ui.connections.engine_panel import EnginePanel
from app.ui.connections.service_form import WIDEST, ServiceForm
from app.ui.page import Page
from app.ui.theme import Tone
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.labels import ElidedLabel, Label, Line
from app.ui.widgets.list_pane import ListPane, RowText
from app.ui.words import t
from app.viewmodels.code_place import CodePlaceViewModel
from app.viewmodels.connection_editor import ConnectionRow
from app.viewmodels.connection_form import PRESETS
from app.viewmodels.connections import ConnectionsViewModel
from app.viewmodels.found_servers import FoundServersViewModel
from app.viewmodels.local_models import LocalModelsViewModel
from app.viewmodels.settings import because_words
from app.viewmodels.this_computer import ThisComputerViewModel
from app.workbench.code_place import CodePlaces
from app.workbench.drafts import Drafts
from app.workbench.local_models import LocalModels

if TYPE_CHECKING:
    from app.viewmodels.services import Services

LIST_WIDTH = 288
_TONES: dict[str, Tone] = {"ok": "success", "problem": "danger"}


class ConnectionsPage(Page):
    """List at the left; at the right this computer or a service's form."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._drafts = Drafts(services.paths.data / "drafts" / "connections")
        self.viewmodel = ConnectionsViewModel(services.connections, services.bus, self, drafts=self._drafts)
        self.computer = ThisComputerViewModel(services.engine, self)
        self.local = LocalModelsViewModel(
            LocalModels(services.engine),
            services.bus,
            self,
            let_go=self._let_go,
            background=services.background,
        )
        self.found = FoundServersViewModel(services.connections, services.bus, self)
        self.code = CodePlaceViewModel(CodePlaces(services.engine, services.keys), services.bus, self)
        self._make_list()
        self.engine_panel = EnginePanel(self.computer, self.local, self.found, self.code)
        self.form = ServiceForm(self.viewmodel)
        self.detail = QStackedWidget()
        self.detail.setObjectName("connection_detail")
        self.detail.addWidget(self.engine_panel)
        self._service = self._make_service()
        self.detail.addWidget(self._service)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setObjectName("connections_splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.pane)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([LIST_WIDTH, 900])
        self.pane.setMinimumWidth(200)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.splitter)
        model = self.viewmodel
        model.list_changed.connect(self._show_list)
        model.selected.connect(self._show_selected)
        model.refilled.connect(self._show_head)
        model.checked.connect(self._show_head)
        self.computer.changed.connect(self._computer_changed)
        self.local.changed.connect(self._tell_line)
        self.local.models_changed.connect(self._tell_models)
        self.found.added.connect(model.select)
        self.found.key_wanted.connect(self._begin_at)
        save = QShortcut(QKeySequence.StandardKey.Save, self)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(model.save)
        self._tell_line()
        self._show_list()
        self._show_selected()

    # -- building ------------------------------------------------------------------------------------------------

    def _make_list(self) -> None:
        empty = EmptyState("connections_empty", "plug", t("No connections"))
        model = self.viewmodel
        self.pane = ListPane("connections", t("Connections"), model.rows, _look, search="", empty=empty)
        self.new_button = IconButton("connections_new", "plus", t("Add a service (Ctrl+N)"))
        self.menu = QMenu(self)
        self.menu.setObjectName("connections_presets")
        for preset in PRESETS:
            action = self.menu.addAction(f"{t(preset.name)}…" if preset.id == "other" else preset.name)
            action.setObjectName(f"connections_add_{preset.id}")
            action.triggered.connect(lambda _checked=False, chosen=preset.id: self.add(chosen))
        self.new_button.clicked.connect(self._open_menu)
        self.pane.head.addWidget(self.new_button)
        self.pane.chosen.connect(self._chosen)
        self.pane.opened.connect(lambda _row: self.form.key.setFocus())
        self.pane.delete_requested.connect(lambda row: model.delete(row.key) if row is not None else None)
        self.add_button = Button("connections_add", t("Add a service"), icon="plus")
        self.add_button.clicked.connect(self._open_menu_at_foot)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.addWidget(self.add_button, 1)
        layout = self.pane.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addLayout(foot)

    def _make_service(self) -> QWidget:
        model = self.viewmodel
        self.title = ElidedLabel("", "title", name="connection_title")
        self.delete_button = IconButton("connection_delete", "trash-2", t("Delete this connection"))
        self.delete_button.clicked.connect(lambda _checked: model.delete())
        head = QHBoxLayout()
        head.setContentsMargins(24, 12, 16, 8)
        head.setSpacing(4)
        head.addWidget(self.title, 1)
        head.addWidget(self.delete_button)
        self.banner = Banner("connection_banner")
        banner = QHBoxLayout()
        banner.setContentsMargins(24, 0, 24, 8)
        self.banner.setMaximumWidth(WIDEST - 48)
        banner.addWidget(self.banner, 1)
        banner.addStretch(0)
        self.state = Label("", "small", name="connection_state")
        self.revert_button = Button("connection_revert", t("Revert"), kind="ghost")
        self.revert_button.clicked.connect(model.revert)
        self.save_button = Button(
            "connection_save", t("Save"), kind="primary", tip=t("Save and test (Ctrl+S)")
        )
        self.save_button.clicked.connect(model.save)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 8, 16, 8)
        foot.setSpacing(8)
        foot.addWidget(self.state, 1)
        foot.addWidget(self.revert_button)
        foot.addWidget(self.save_button)
        frame = QFrame()
        frame.setProperty("surface", "surface")
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(banner)
        column.addWidget(self.form, 1)
        column.addWidget(Line())
        column.addLayout(foot)
        return frame

    def _open_menu(self) -> None:
        self.menu.popup(self.new_button.mapToGlobal(self.new_button.rect().bottomLeft()))

    def _open_menu_at_foot(self) -> None:
        corner = self.add_button.mapToGlobal(self.add_button.rect().topLeft())
        corner.setY(corner.y() - self.menu.sizeHint().height() - 4)
        self.menu.popup(corner)

    # -- page ----------------------------------------------------------------------------------------------------

    def activated(self) -> None:
        """Look what other windows did, and what there is on this computer."""
        self.viewmodel.activate()
        self.local.refresh()
        self.code.refresh()
        self.found.look()

    def _let_go(self, path: str) -> bool:
        """Offer the file that the engine was started with no more; false for any other file."""
        if not path or self.services.engine.model_file != path:
            return False
        self.services.settings.update(model_file="")
        self.services.engine.use_model_file(None)
        return True

    def _begin_at(self, name: str, url: str) -> None:
        self.viewmodel.new("other", name=name, base_url=url)
        self.form.key.setFocus()

    def _computer_changed(self) -> None:
        self._tell_line()
        if self.isVisible() and self.computer.status.state == "ready":
            self.local.refresh()
            self.code.refresh()

    def _tell_line(self) -> None:
        here = len(self.local.here)
        counted = t("Engine and built-in model")
        if self.local.loaded:
            counted = t("1 model") if here == 1 else t("{0} models").format(here)
        self.viewmodel.set_engine_detail(self.computer.problem or counted)

    def _tell_models(self) -> None:
        self.viewmodel.tasks.start("models", self.services.models.load(), failed=lambda _error: None)

    def add(self, preset_id: str) -> None:
        """Begin a service from a preset, with the cursor where typing begins."""
        self.viewmodel.new(preset_id)
        editor = self.viewmodel.editor
        if editor is not None and editor.preset.needs_key and editor.form.base_url:
            self.form.key.setFocus()
        elif editor is not None and editor.form.name:
            self.form.fields["base_url"].control.setFocus()
        else:
            self.form.fields["name"].control.setFocus()

    def start_new(self) -> None:
        """Offer the kinds of services."""
        self._open_menu()

    def focus_search(self) -> None:
        """The list is short: it takes the focus itself."""
        self.pane.view.setFocus()

    def receive(self, wish: Any) -> None:
        """Select a connection by its id, begin one from a preset (``new:<preset>``), or show what was ``found``."""
        if isinstance(wish, str):
            if wish.startswith("new:"):
                self.add(wish.removeprefix("new:"))
            elif wish in {"found", "models", "code"}:
                self.viewmodel.select(ENGINE)
                self.engine_panel.show_part(wish)
            else:
                self.viewmodel.select(wish)

    @property
    def busy(self) -> bool:
        """Whether a service is being asked or saved, or this computer is being looked at."""
        return any(one.tasks.busy for one in (self.viewmodel, self.local, self.found, self.code))

    async def closing(self) -> None:
        """Delete the keys of deleted connections, end listening."""
        self.computer.close()
        await self.local.close()
        await self.found.close()
        await self.code.close()
        await self.viewmodel.close()
        self._drafts.close()

    def event(self, event: QEvent) -> bool:
        """The window comes to the front: look what other windows did."""
        if event.type() == QEvent.Type.WindowActivate and self.isVisible():
            self.viewmodel.activate()
        return super().event(event)

    # -- showing -------------------------------------------------------------------------------------------------

    def _chosen(self, row: object) -> None:
        if isinstance(row, ConnectionRow):
            self.viewmodel.select(row.key)

    def _show_list(self) -> None:
        self.pane.show_rows()
        self.pane.select(self.viewmodel.rows.position(self.viewmodel.selected_key))

    def _show_selected(self) -> None:
        is_engine = self.viewmodel.selected_key == ENGINE
        self.detail.setCurrentWidget(self.engine_panel if is_engine else self._service)
        self.pane.select(self.viewmodel.rows.position(self.viewmodel.selected_key))
        self._show_head()

    def _show_head(self) -> None:
        model = self.viewmodel
        editor = model.editor
        if editor is None:
            return
        name = " ".join(editor.form.name.split())
        self.title.setText(name or (t("New service") if editor.is_new else t(editor.preset.name)))
        self.save_button.setEnabled(model.can_save)
        self.save_button.setText(t("Saving…") if editor.saving else t("Save"))
        self.revert_button.setText(t("Discard") if editor.is_new else t("Revert"))
        self.revert_button.setEnabled((editor.is_new or editor.changed) and not editor.saving)
        self.delete_button.setVisible(not editor.is_new)
        if editor.saving:
            words = t("Saving…")
        elif editor.is_new:
            words = t("Not saved yet.")
        elif editor.changed:
            words = t("Unsaved changes.")
        else:
            words = t("Saved.")
        self.state.setText(words)
        if editor.gone:
            self.banner.show_message(t("This connection was deleted in another window."), kind="warning")
        elif model.session_only and (editor.key or editor.has_kept_key):
            because = because_words(model.place) if model.place is not None else ""
            self.banner.show_message(
                t("The key is kept for this session only{0}.").format(because),
                t("It is forgotten when the program ends, and never written to a file."),
                kind="warning",
            )
        else:
            self.banner.hide()


def _look(row: ConnectionRow) -> RowText:
    icon = "monitor" if row.key == ENGINE else "plug"
    return RowText(
        row.name, row.detail, icon=icon, tone=_TONES.get(row.level, "muted"), faint=row.level == "new"
    )
