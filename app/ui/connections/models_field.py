"""The models of a service: found by the test, or typed where the service lists none."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.labels import Label
from app.ui.words import t
from app.viewmodels.connections import ConnectionsViewModel
from app.viewmodels.rows import RowsModel

MOST_LINES = 8


class ModelsField(QWidget):
    """Lists what a service offers; Refresh asks again, a name can be added by hand."""

    def __init__(self, viewmodel: ConnectionsViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("connection_models")
        self._viewmodel = viewmodel
        self.title = Label(t("Models"), "strong")
        self.hint = Label("", "small", name="connection_models_hint", wrap=True)
        self.refresh = IconButton(
            "connection_models_refresh", "refresh-cw", t("Ask the service for its models again")
        )
        self.refresh.clicked.connect(viewmodel.test)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.title)
        head.addWidget(Label(t("offered in the playground and for assistants"), "term"))
        head.addStretch(1)
        head.addWidget(self.refresh)
        self.rows: RowsModel[str] = RowsModel(self._words, str, self)
        self.list = QListView()
        self.list.setObjectName("connection_models_list")
        self.list.setAccessibleName(t("Models of this service"))
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setModel(self.rows)
        self.name = QLineEdit()
        self.name.setObjectName("connection_model_name")
        self.name.setAccessibleName(t("Name of a model to add"))
        self.name.setPlaceholderText(t("Name of a model, if the list lacks it"))
        self.add = Button("connection_model_add", t("Add"))
        self.add.clicked.connect(self._add)
        self.name.returnPressed.connect(self._add)
        self.name.textChanged.connect(lambda text: self.add.setEnabled(bool(text.strip())))
        self.add.setEnabled(False)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.name, 1)
        foot.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.hint)
        column.addWidget(self.list)
        column.addLayout(foot)

    def show_models(self) -> None:
        """Show what the service in the form offers."""
        editor = self._viewmodel.editor
        if editor is None:
            return
        models = editor.form.models
        self.rows.set_rows(models)
        number = len(models)
        self.title.setText(
            t("Models")
            if not number
            else t("{0:,} model").format(number)
            if number == 1
            else t("{0:,} models").format(number)
        )
        words = ""
        if not models:
            words = (
                t("Azure does not list your deployments: add their names.")
                if editor.form.kind == "azure"
                else t("None known yet. Test the connection to find them.")
            )
        self.hint.setText(words)
        self.hint.setVisible(bool(words))
        self.list.setVisible(bool(models))
        height = self.list.sizeHintForRow(0) if models else 0
        self.list.setFixedHeight(height * min(number, MOST_LINES) + 4)
        self.refresh.setEnabled(not editor.testing and not editor.problems)

    def _words(self, name: str) -> str:
        """A model with what its service says of it."""
        about = self._viewmodel.about_model(name)
        return f"{name}   {about}" if about else name

    def _add(self) -> None:
        editor = self._viewmodel.editor
        name = self.name.text().strip()
        if editor is not None and name:
            self.name.clear()
            if name not in editor.form.models:
                self._viewmodel.edit(models=(*editor.form.models, name))
                self.show_models()
