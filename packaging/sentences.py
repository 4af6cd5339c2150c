"""Finds the English sentences that the rooms below the window say: errors, advice, notes, states, reasons.

Those rooms know no Qt and no language: what they say is kept, logged, exported and sent over the API in English. The
window translates it where it is drawn (``app/viewmodels/sentences.py``). Here the sentences are found in the source: every
literal that reads like a sentence; an f-string's fields become ``{0}``, ``{1}`` and so on.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

ROOMS = (
    "app/bootstrap.py", "app/connections", "app/core", "app/inference", "app/interpreter", "app/knowledge",
    "app/viewmodels", "app/workbench", "app/engine/models/failures.py", "app/engine/runs", "app/engine/tools",
    "app/engine/knowledge", "app/engine/store",
)  # fmt: skip

LEFT_OUT = re.compile(
    r"app/(workbench/(playground/export|portability/code_export|thread_export|which_api)"
    r"|interpreter/(command|session\.py|worker|sandbox/(launch|wasi_child))"
    r"|core/(display|system_packages|log|child_side)|connections/(traffic|discovery)"
    r"|knowledge/(index|listing|filters|chunks)"
    r"|engine/(store/(threads|migrations/versions)|runs/(response_format|outputs)"
    r"|tools/(code_interpreter/(words|tool)|file_search_text)))"
)
"""Exports, the terminal's words, what models are told, and what programs are answered: these stay English."""

WITH_PARTS = re.compile(
    r"app/(connections/(catalog|check|failure_facts|keyring_backend|secrets)|core/copies|inference/(gguf|http_file)"
    r"|engine/tools/(file_search|code_interpreter/files)|interpreter/(backends|folder|remote|selftest|thread_session)"
    r"|interpreter/sandbox/(linux|wasi|watch)|knowledge/read/(child|kinds)"
    r"|workbench/(knowledge_entities|openapi|version_diff|versions|playground/(chat_lane|metrics|retries)))\.py"
)
"""Files whose parts of sentences (reasons, states, names of things) are shown, too."""

ALSO = (
    "{0} kB", "{0} MB", "{0} GB", "This computer", "{0} (built in)", "Built-in (this computer, English)", "{0} second", "{0} seconds", "{0} minutes", "{0} models", "{0} tokens", "The engine", "the engine", "The service",
    "the service", "The interpreter", "the interpreter", "name", "schema's name", "Use {0}",
    "The address probably lacks “/v1”: try {0}", "“{0}” retires on {1}.", "“{0}” was switched off on {1}.",
    "“{0}” retires on {1}, and {2} more are retired or will be.",
    "“{0}” was switched off on {1}, and {2} more are retired or will be.", "it is no JSON", "signal {0}", "exit code {0}",
    "It did not fit into what the model can read.", "a program", "a database", "WebAssembly", "Name", "Description",
    "Instructions", "Model", "Creativity", "Thinking", "Tools", "Labels", "Automatic", "page {0}", "line {0}",
    "It is far weaker than the best result, and the model can read little.",
)  # fmt: skip
"""Parts of sentences that are too short to be told from other words, but are shown."""

SILENT_CALLS = frozenset(
    {"t", "mark", "debug", "info", "warning", "exception", "compile", "execute", "getLogger"}
)
NOT_SHOWN = re.compile(
    r"Error:|Invalid '|Missing required|INSERT|DELETE|SELECT|UPDATE|import |\{0\} AND |Python (\{0\} with|3\.15|on a)"
    r"|Bearer |Basic |This answer cannot be used|no such table|not looked for yet|Made by the playground|(GNOME|oo7) Keyring|oo7 |KDE Wallet"
    r"|macOS Keychain|Windows Credential|PowerPoint Document|Secret Service|probe "
)
"""What programs read, and names that are the same in every language."""
WORD = re.compile(r"[A-Za-z’'-]{2,}")
FIELD = re.compile(r"\{\d+\}")


def sentences(root: Path) -> list[str]:
    """The sentences, in the order of the alphabet."""
    found: set[str] = set()
    for room in ROOMS:
        path = root / room
        for file in [path] if path.is_file() else sorted(path.rglob("*.py")):
            name = file.relative_to(root).as_posix()
            if not LEFT_OUT.match(name):
                parts = WITH_PARTS.match(name) is not None
                tree = ast.parse(file.read_text("utf-8"))
                found |= {text for text in _texts(tree) if _is_shown(text, parts=parts)}
    models = json.loads((root / "resources" / "models" / "catalogue.json").read_text("utf-8"))
    told = [model["remark"] for model in models["models"] if model.get("remark")]
    remarks = {f"{remark[:1].upper()}{remark[1:]}." for remark in told}  # as the window writes them
    return sorted({*found, *remarks, *ALSO}, key=lambda text: (text.casefold(), text))


def _texts(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return  # a docstring
    if isinstance(node, ast.Call):
        called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if called in SILENT_CALLS:
            return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        fields = [part for part in node.values if isinstance(part, ast.FormattedValue)]
        yield "".join(
            str(part.value) if isinstance(part, ast.Constant) else f"{{{fields.index(part)}}}"
            for part in node.values
            if isinstance(part, ast.Constant | ast.FormattedValue)
        )
        for field in fields:
            yield from _texts(field.value)
    else:
        for child in ast.iter_child_nodes(node):
            yield from _texts(child)


def _is_shown(text: str, *, parts: bool) -> bool:
    if NOT_SHOWN.match(text) or any(sign in text for sign in ("\n", "<", "\\", "\x04")):
        return False
    words = len(WORD.findall(FIELD.sub("", text)))
    if re.match(r"[A-Z“{0-9]", text):
        if words >= 2 and re.search(r"[.!?…][”)]?$", text):
            return " " in text
        if words >= 3 and re.search(r"[.!?…][”)]? ?\{\d+\}$|: ?(\{\d+\})?$|[a-z]\{\d+\}$", text):
            return True
    between = re.search(r"[a-zA-Z0-9}] [a-zA-Z{“(]", text)
    return parts and words >= 2 and between is not None and not re.search(r"[=_|%@]|\{\{|numpy pandas", text)
