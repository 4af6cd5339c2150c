"""Functions from an OpenAPI document: paste or open it, choose operations, take them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QWidget,
)

from app.ui.assistants.sheet import Sheet
from app.ui.widgets.buttons import Button
from app.ui.widgets.form_field import FormField
from app.ui.widgets.labels import Label
from app.ui.words import said, t
from app.viewmodels.openapi_import import OpenApiImport

NAME = int(Qt.ItemDataRole.UserRole)


class OpenApiSheet(Sheet):
    """Shows an :class:`OpenApiImport`.

    Signals:
        taken: the chosen operations are wanted as functions.
    """

    taken = Signal(object)

    def __init__(self, importing: OpenApiImport, parent: QWidget | None = None) -> None:
        super().__init__(
            "openapi_sheet", t("Functions from an OpenAPI document"), scrolls=False, parent=parent
        )
        self.setAcceptDrops(True)
        self._importing = importing
        self.open = Button("openapi_open", t("Open a file…"), icon="folder-open")
        self.open.clicked.connect(lambda _checked: self._choose_file())
        self.head.addWidget(self.open)
        self.text = QPlainTextEdit()
        self.text.setObjectName("openapi_text")
        self.text.setAccessibleName(t("OpenAPI document"))
        self.text.setProperty("kind", "code")
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(t("Paste the document here (JSON or YAML), drop its file, or open it."))
        self.text.textChanged.connect(self._typed)
        self.problem = Label("", "error", name="openapi_problem", wrap=True, selectable=True)
        self.about = Label("", "small", name="openapi_about", wrap=True)
        self.server = QLineEdit()
        self.server.setObjectName("openapi_server")
        self.server.setPlaceholderText("https://api.example.com/v1")
        self.server.editingFinished.connect(self._server_typed)
        self.server_field = FormField(self.server, t("Address of the service"), "servers")
        self.list = QListWidget()
        self.list.setObjectName("openapi_operations")
        self.list.setAccessibleName(t("Operations"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setWordWrap(True)
        self.list.itemChanged.connect(self._checked)
        self.all = Button("openapi_all", t("All"), kind="link")
        self.all.clicked.connect(lambda _checked: importing.choose_all(True))
        self.none = Button("openapi_none", t("None"), kind="link")
        self.none.clicked.connect(lambda _checked: importing.choose_all(False))
        row = QHBoxLayout()
        row.addWidget(self.about, 1)
        row.addWidget(self.all)
        row.addWidget(self.none)
        self.body.setSpacing(8)
        self.body.addWidget(self.text, 2)
        self.body.addWidget(self.problem)
        self.body.addWidget(self.server_field)
        self.body.addLayout(row)
        self.body.addWidget(self.list, 3)
        self.count = Label("", "small", name="openapi_count")
        self.take = Button("openapi_take", t("Add functions"), kind="primary")
        self.take.clicked.connect(lambda _checked: self.taken.emit(importing.operations))
        self.add_to_foot(self.count, 1)
        self.add_to_foot(self.take)
        self._quiet = False
        importing.changed.connect(self._show)
        self._show()

    def begin(self) -> None:
        """Begin with the document."""
        self.text.setFocus()

    def _typed(self) -> None:
        text = self.text.toPlainText()
        if not self._quiet and text.strip():
            self._importing.read_text(text)

    def _server_typed(self) -> None:
        document = self._importing.document
        text = self.server.text().strip()
        if document is not None and text != document.server:
            self._importing.set_server(text)

    def _checked(self, item: QListWidgetItem) -> None:
        self._importing.choose(str(item.data(NAME)), item.checkState() == Qt.CheckState.Checked)

    def _show(self) -> None:
        importing, document = self._importing, self._importing.document
        if importing.text != self.text.toPlainText() and not self.text.hasFocus():
            self._quiet = True
            self.text.setPlainText(importing.text[:500_000])
            self._quiet = False
        self.problem.setText(importing.problem)
        self.problem.setVisible(bool(importing.problem))
        has = document is not None
        for widget in (self.list, self.about, self.all, self.none, self.server_field):
            widget.setVisible(has)
        if document is not None:
            number = len(document.operations)
            about = t("{0} · OpenAPI {1} · {2} operations.").format(document.title, document.version, number)
            self.about.setText(" ".join((about, *map(said, document.remarks))))
            if not self.server.hasFocus():
                self.server.setText(document.server)
        self._show_operations()
        number = len(importing.operations)
        self.count.setText(
            t("Nothing is fetched: references to other documents are left out.") if not number else ""
        )
        self.take.setText(t("Add {0} functions").format(number) if number != 1 else t("Add one function"))
        self.take.setEnabled(number > 0)

    def _show_operations(self) -> None:
        document = self._importing.document
        operations = document.operations if document is not None else ()
        with QSignalBlocker(self.list):
            if [self.list.item(i).data(NAME) for i in range(self.list.count())] != [
                op.name for op in operations
            ]:
                self.list.clear()
                for op in operations:
                    item = QListWidgetItem()
                    item.setData(NAME, op.name)
                    self.list.addItem(item)
            for i, op in enumerate(operations):
                item = self.list.item(i)
                secrets = t(" · needs a key: {0}").format(", ".join(op.secrets)) if op.secrets else ""
                item.setText(f"{op.name}    {op.method} {op.path}\n{said(op.problem) or op.summary}{secrets}")
                item.setToolTip(said(op.problem) or op.summary)
                usable = not op.problem
                item.setFlags(
                    Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
                    if usable
                    else Qt.ItemFlag.NoItemFlags
                )
                item.setCheckState(
                    Qt.CheckState.Checked
                    if usable and op.name in self._importing.chosen
                    else Qt.CheckState.Unchecked
                )

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, t("OpenAPI document"))
        dialog.setObjectName("openapi_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([t("OpenAPI documents (*.json *.yaml *.yml)"), t("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self._importing.read_file(Path(name)))
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what is dropped."""
        found = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if found:
            self._importing.read_file(found[0])
        event.acceptProposedAction()
