"""What an assistant can use: file search, the code interpreter with its files, functions."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.core.entities import Json
from app.ui.assistants.code_files import CodeFilesField
from app.ui.theme import set_icon
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.labels import ElidedLabel, Label
from app.ui.words import t
from app.viewmodels import assistant_tools
from app.viewmodels.assistant_files import CodeFiles
from app.viewmodels.assistant_tools import Tools


class ToolsField(QWidget):
    """Switches and the list of functions.

    Signals:
        edited: the tools are these now.
        function_requested: a person wants to build a function: its place, -1 for a new one.
        import_requested: functions are wanted from an OpenAPI document.
        removed: a function was taken away: its name, and the tools as they were.
    """

    edited = Signal(object)
    function_requested = Signal(int)
    import_requested = Signal()
    removed = Signal(str, object)

    def __init__(self, files: CodeFiles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("assistant_tools")
        self._tools: Tools = ()
        self.search = _switch("assistant_file_search", t("Search in knowledge"), "file_search")
        self.search.clicked.connect(lambda on: self._switched("file_search", on))
        self.search_more = QWidget()
        self.results = _number(
            "assistant_search_results", t("Most pieces that a search gives (max_num_results)"), "20"
        )
        self.threshold = _number(
            "assistant_search_threshold", t("How well they have to fit, 0 to 1 (score_threshold)"), "0"
        )
        for field in (self.results, self.threshold):
            field.editingFinished.connect(self._search_edited)
        more = QHBoxLayout(self.search_more)
        more.setContentsMargins(26, 0, 0, 0)
        more.setSpacing(8)
        more.addWidget(Label(t("At most"), "small"))
        more.addWidget(self.results)
        more.addWidget(Label(t("pieces that fit at least"), "small"))
        more.addWidget(self.threshold)
        more.addStretch(1)
        self.code = _switch("assistant_code_interpreter", t("Write and run Python"), "code_interpreter")
        self.code.clicked.connect(lambda on: self._switched("code_interpreter", on))
        self.files = CodeFilesField(files)
        self._files_holder = QWidget()
        holder = QVBoxLayout(self._files_holder)
        holder.setContentsMargins(26, 0, 0, 0)
        holder.addWidget(self.files)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(
            _line(self.search, "file_search", t("Finds passages in its knowledge and cites them."))
        )
        column.addWidget(self.search_more)
        column.addLayout(
            _line(
                self.code, "code_interpreter", t("Calculates, reads tables, draws charts, in a safe place.")
            )
        )
        column.addWidget(self._files_holder)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(Label(t("Functions"), "strong"))
        head.addWidget(Label("function", "term"))
        head.addStretch(1)
        column.addSpacing(4)
        column.addLayout(head)
        column.addWidget(
            Label(
                t("What it can ask of other programs: look something up, send something."), "small", wrap=True
            )
        )
        self._rows: list[QWidget] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        column.addLayout(self._list)
        self.add = Button("assistant_function_add", t("Add function"), kind="link", icon="plus")
        self.add.clicked.connect(lambda _checked: self.function_requested.emit(-1))
        self.load = Button(
            "assistant_function_import", t("From an OpenAPI document"), kind="link", icon="download"
        )
        self.load.clicked.connect(lambda _checked: self.import_requested.emit())
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.add)
        foot.addWidget(self.load)
        foot.addStretch(1)
        column.addLayout(foot)

    def fill(self, tools: Tools, files: int) -> None:
        """Show the tools; ``files`` is how many files the code interpreter has."""
        changed = assistant_tools.functions(tools) != assistant_tools.functions(self._tools)
        self._tools = tools
        search, code = (
            assistant_tools.has(tools, "file_search"),
            assistant_tools.has(tools, "code_interpreter"),
        )
        self.search.setChecked(search)
        self.code.setChecked(code)
        self.search_more.setVisible(search)
        self._files_holder.setVisible(code or files > 0)
        settings = assistant_tools.search_settings(tools)
        for field, name in ((self.results, "max_num_results"), (self.threshold, "score_threshold")):
            value = settings.get(name)
            text = "" if value is None else f"{value:g}"
            if not field.hasFocus() and field.text() != text:
                field.setText(text)
        if changed or not self._rows:
            self._show_functions()

    def _show_functions(self) -> None:
        for row in self._rows:
            row.hide()
            self._list.removeWidget(row)
            row.deleteLater()
        functions = assistant_tools.functions(self._tools)
        names = assistant_tools.names(self._tools)
        self._rows = [self._row(number, tool, names[:number]) for number, tool in enumerate(functions)]
        for row in self._rows:
            self._list.addWidget(row)

    def _row(self, number: int, tool: Json, others: tuple[str, ...]) -> QWidget:
        function = tool.get("function") or {}
        name = str(function.get("name") or "unnamed")
        problem = assistant_tools.function_problem(tool, others)
        row = QWidget()
        mark = QLabel()
        set_icon(mark, "square-function" if not problem else "circle-alert", "danger" if problem else "muted")
        open_ = Button(
            f"assistant_function_{number}",
            name,
            kind="link",
            accessible=t("Change the function {0}").format(name),
        )
        open_.clicked.connect(lambda _checked: self.function_requested.emit(number))
        words = problem or str(function.get("description") or "")
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(mark)
        line.addWidget(open_)
        line.addWidget(ElidedLabel(words, "error" if problem else "small"), 1)
        up = IconButton(f"assistant_function_{number}_up", "arrow-up", t("Move {0} up").format(name))
        up.setEnabled(number > 0)
        up.clicked.connect(lambda: self._tell(assistant_tools.moved_function(self._tools, number, -1)))
        remove = IconButton(
            f"assistant_function_{number}_remove", "trash-2", t("Remove the function {0}").format(name)
        )
        remove.clicked.connect(lambda: self._remove(number, name))
        line.addWidget(up)
        line.addWidget(remove)
        return row

    def _remove(self, number: int, name: str) -> None:
        before = self._tools
        self._tell(assistant_tools.without_function(before, number))
        self.removed.emit(name, before)
        self.add.setFocus()

    def _switched(self, kind: assistant_tools.Hosted, on: bool) -> None:
        self._tell(assistant_tools.switched(self._tools, kind, on))

    def _search_edited(self) -> None:
        if not assistant_tools.has(self._tools, "file_search"):
            return
        results, threshold = _read(self.results), _read(self.threshold)
        self._tell(
            assistant_tools.with_search_settings(
                self._tools, results=None if results is None else int(results), threshold=threshold
            )
        )

    def _tell(self, tools: Tools) -> None:
        if tools != self._tools:
            self.edited.emit(tools)


def _switch(name: str, words: str, term: str) -> QCheckBox:
    box = QCheckBox(words)
    box.setObjectName(name)
    box.setAccessibleName(f"{words} ({term})")
    return box


def _number(name: str, words: str, usual: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setAccessibleName(words)
    field.setToolTip(words)
    field.setPlaceholderText(usual)
    field.setMaximumWidth(64)
    return field


def _line(box: QCheckBox, term: str, help_text: str) -> QVBoxLayout:
    upper = QHBoxLayout()
    upper.setSpacing(6)
    upper.addWidget(box)
    upper.addWidget(Label(term, "term"))
    upper.addStretch(1)
    words = Label(help_text, "small", wrap=True)
    words.setContentsMargins(26, 0, 0, 0)
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addLayout(upper)
    column.addWidget(words)
    return column


def _read(field: QLineEdit) -> float | None:
    try:
        return float(field.text().replace(",", "."))
    except ValueError:
        return None
