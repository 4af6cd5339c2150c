"""Makes ``resources/translations/{de,es}.ts`` from the program's source, and the ``.qm`` files that Qt reads from them.

    python packaging/translations.py            take new literals up, drop those that are gone, and compile
    python packaging/translations.py --check    say what is missing or out of date, and change nothing

The literals are those in calls of ``t()`` and ``mark()`` (``app/viewmodels/words.py``), in the context ``Words``; and in
the context ``Sentences`` what the rooms below the window say in English (``sentences.py`` beside this file), which
the window shows with ``said()``. The ``.qm`` files are kept beside the ``.ts`` files, so that a checkout, the wheel and
the frozen program have them without a further step; ``glossary.md`` beside them says which term is which.
"""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

sys.path.insert(0, str(Path(__file__).parent))
from sentences import sentences

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de", "es")
CONTEXT = "Words"
SEPARATOR = "\x04"  # between a text and its meaning
SENTENCES = "Sentences"
LIST = "sentences.txt"  # the sentences one a line: the window compares what it is told with them
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


def read(language: str, folder: Path = FOLDER, name: str = CONTEXT) -> dict[str, str]:
    """The translations of a context of a language's ``.ts`` file by their English text; unfinished ones are empty."""
    path = folder / f"{language}.ts"
    if not path.exists():
        return {}
    messages = [
        message
        for context in ET.parse(path).getroot().iter("context")
        if context.findtext("name") == name
        for message in context.iter("message")
    ]
    return {
        SEPARATOR.join(
            filter(None, (found.findtext("source", ""), found.findtext("comment")))
        ): found.findtext("translation", "")
        for found in messages
    }


def write(
    language: str,
    known: dict[str, dict[str, str]],
    wanted: dict[str, list[str]],
    folder: Path = FOLDER,
) -> None:
    """Write a language's ``.ts`` file with ``wanted`` texts, both by context."""
    top = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    for name, texts in wanted.items():
        context = ET.SubElement(top, "context")
        ET.SubElement(context, "name").text = name
        for text in texts:
            message = ET.SubElement(context, "message")
            source, _, meaning = text.partition(SEPARATOR)
            ET.SubElement(message, "source").text = source
            if meaning:
                ET.SubElement(message, "comment").text = meaning
            translation = ET.SubElement(message, "translation")
            if known[name].get(text):
                translation.text = known[name][text]
            else:
                translation.set("type", "unfinished")
    ET.indent(top)
    body = ET.tostring(top, encoding="unicode")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{language}.ts").write_text(
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', "utf-8", newline="\n"
    )


def compile_all(folder: Path = FOLDER) -> None:
    """Make the ``.qm`` files, each in one step."""
    tool = shutil.which("pyside6-lrelease", path=str(Path(sys.executable).parent)) or shutil.which(
        "pyside6-lrelease"
    )
    if tool is None:
        raise SystemExit("pyside6-lrelease is not installed: pip install PySide6-Essentials")
    for language in LANGUAGES:
        source, fresh = folder / f"{language}.ts", folder / f"{language}.qm.new"
        subprocess.run([tool, "-silent", str(source), "-qm", str(fresh)], check=True)
        fresh.replace(folder / f"{language}.qm")  # a program that runs has the old one mapped into memory


def wanted() -> dict[str, list[str]]:
    """All texts that are translated, by context."""
    return {CONTEXT: literals(), SENTENCES: sentences(ROOT)}


def missing() -> list[str]:
    """What a language lacks or has too much, in words."""
    texts = wanted()
    said = []
    for language in LANGUAGES:
        for name, each in texts.items():
            known = read(language, name=name)
            said += [f"{language}: not translated: {text!r}" for text in each if not known.get(text)]
            said += [
                f"{language}: not in the program any more: {text!r}" for text in known.keys() - set(each)
            ]
    if (FOLDER / LIST).read_text("utf-8").splitlines() != texts[SENTENCES]:
        said.append(f"{LIST} is out of date")
    return said


def main() -> int:
    """Run; 1 when something is missing."""
    if "--check" not in sys.argv[1:]:
        texts = wanted()
        for language in LANGUAGES:
            write(language, {name: read(language, name=name) for name in texts}, texts)
        (FOLDER / LIST).write_text("".join(f"{text}\n" for text in texts[SENTENCES]), "utf-8", newline="\n")
        compile_all()
    said = missing()
    print("\n".join(said))
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())
