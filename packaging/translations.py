"""Makes ``resources/translations/{de,es}.ts`` from the program's source, and the ``.qm`` files that Qt reads from them.

    python packaging/translations.py            take new literals up, drop those that are gone, and compile
    python packaging/translations.py --check    say what is missing or out of date, and change nothing

The literals are those in calls of ``t()`` and ``mark()`` (``app/ui/words.py``). The ``.qm`` files are kept beside
the ``.ts`` files, so that a checkout, the wheel and the frozen program have them without a further step.
"""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de", "es")
CONTEXT = "Words"
SEPARATOR = "\x04"  # between a text and its meaning
SOURCES = ("app/ui", "app/viewmodels")
TABLES = {
    "app/workbench/which_api.py": "QUESTIONS"
}  # sentences of rooms that know no Qt; the window shows them with t()


def literals(root: Path = ROOT) -> list[str]:
    """All literals that are shown, in the order of the alphabet; a meaning follows after ``SEPARATOR``."""
    found: set[str] = set()
    for folder in SOURCES:
        for path in (root / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if (
                    isinstance(node, ast.Call)
                    and isinstance(node.func, ast.Name)
                    and node.func.id in {"t", "mark"}
                ):
                    given = [one.value for one in node.args if isinstance(one, ast.Constant)]
                    if given and len(given) == len(node.args):
                        found.add(SEPARATOR.join(map(str, given)))
    for name, table in TABLES.items():
        for node in ast.parse((root / name).read_text("utf-8")).body:
            if (
                isinstance(node, ast.AnnAssign)
                and isinstance(node.target, ast.Name)
                and node.target.id == table
            ):
                found |= {
                    one.value
                    for one in ast.walk(node)
                    if isinstance(one, ast.Constant) and isinstance(one.value, str) and " " in one.value
                }
    return sorted(found, key=lambda text: (text.casefold(), text))


def read(language: str, folder: Path = FOLDER) -> dict[str, str]:
    """The translations of a language's ``.ts`` file by their English text; unfinished ones are empty."""
    path = folder / f"{language}.ts"
    if not path.exists():
        return {}
    messages = ET.parse(path).getroot().iter("message")
    return {
        SEPARATOR.join(
            filter(None, (found.findtext("source", ""), found.findtext("comment")))
        ): found.findtext("translation", "")
        for found in messages
    }


def write(language: str, known: dict[str, str], wanted: list[str], folder: Path = FOLDER) -> None:
    """Write a language's ``.ts`` file with ``wanted`` texts."""
    top = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(top, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for text in wanted:
        message = ET.SubElement(context, "message")
        source, _, meaning = text.partition(SEPARATOR)
        ET.SubElement(message, "source").text = source
        if meaning:
            ET.SubElement(message, "comment").text = meaning
        translation = ET.SubElement(message, "translation")
        if known.get(text):
            translation.text = known[text]
        else:
            translation.set("type", "unfinished")
    ET.indent(top)
    body = ET.tostring(top, encoding="unicode")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{language}.ts").write_text(
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', "utf-8", newline="\n"
    )


def compile_all(folder: Path = FOLDER) -> None:
    """Make the ``.qm`` files."""
    tool = shutil.which("pyside6-lrelease", path=str(Path(sys.executable).parent)) or shutil.which(
        "pyside6-lrelease"
    )
    if tool is None:
        raise SystemExit("pyside6-lrelease is not installed: pip install PySide6-Essentials")
    for language in LANGUAGES:
        source, made = folder / f"{language}.ts", folder / f"{language}.qm"
        subprocess.run([tool, "-silent", str(source), "-qm", str(made)], check=True)


def missing() -> list[str]:
    """What a language lacks or has too much, in words."""
    wanted = literals()
    said = []
    for language in LANGUAGES:
        known = read(language)
        said += [f"{language}: not translated: {text!r}" for text in wanted if not known.get(text)]
        said += [
            f"{language}: not in the program any more: {text!r}" for text in known if text not in set(wanted)
        ]
    return said


def main() -> int:
    """Run; 1 when something is missing."""
    if "--check" not in sys.argv[1:]:
        wanted = literals()
        for language in LANGUAGES:
            write(language, read(language), wanted)
        compile_all()
    said = missing()
    print("\n".join(said))
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())
