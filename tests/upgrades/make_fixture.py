"""Makes a data folder with this very program, for the tests of the programs that come after it.

    python -m tests.upgrades.make_fixture

writes ``fixtures/engine-X-window-Y-knowledge-Z.zip``, named after its schema versions. It is run once for each new version
of a schema, before the next one is begun; a file that is there already is left alone.
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
import zipfile
from pathlib import Path

from app.connections.profile import Profile, save_profiles
from app.core import settings
from app.core.paths import Paths, resolve
from app.knowledge.service import KnowledgeService
from app.terminal.doctor_data import known_versions
from app.workbench.journal import Journal
from app.workbench.playground.comparison import Turn
from tests.support.engine_process import EngineProcess
from tests.support.scripted_upstream import ScriptedUpstream, Text

FOLDER = Path(__file__).parent / "fixtures"
LOG = "# Log\nThe keeper of the lamp was Jon Alder.\n"
TIDE = {"type": "function", "function": {"name": "tide", "parameters": {"type": "object", "properties": {}}}}


def name() -> str:
    """The file's name, after the newest versions that this program knows."""
    newest = {part: versions[-1].lstrip("v") for part, versions in known_versions().items()}
    return f"engine-{newest['engine']}-window-{newest['workbench']}-knowledge-{newest['knowledge']}.zip"


def fill_engine(folder: Path) -> dict[str, str]:
    """An assistant, a thread with a run, a file, and a deleted thread; returns their ids."""
    with (
        ScriptedUpstream() as upstream,
        EngineProcess(folder, upstream=upstream.base_url) as engine,
        engine.client() as client,
    ):
        upstream.default = Text("The keeper of the lamp was Jon Alder.")
        file = client.files.create(file=("log.md", LOG.encode()), purpose="assistants")
        assistant = client.beta.assistants.create(
            model="scripted-1",
            name="Lighthouse ü",
            instructions="Answer briefly.",
            metadata={"k": "v"},
            tools=[TIDE],  # type: ignore[list-item]
        )
        thread = client.beta.threads.create(metadata={"title": "Lamp"})
        client.beta.threads.messages.create(thread.id, role="user", content="Who kept the lamp?")
        run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
        deleted = client.beta.threads.create(messages=[{"role": "user", "content": "deleted"}])
        client.beta.threads.delete(deleted.id)
    return {
        "assistant": assistant.id,
        "thread": thread.id,
        "run": run.id,
        "file": file.id,
        "deleted": deleted.id,
    }


async def fill_window(paths: Paths) -> None:
    """A comparison with every kind of event (as the first folder has them) and a draft; settings, a connection."""
    with tempfile.TemporaryDirectory() as first:
        with zipfile.ZipFile(min(FOLDER.glob("*.zip"))) as archive:
            archive.extract("workbench.db", first)
        before = Journal(Path(first) / "workbench.db")
        stored = await before.load("comparison_1")
        await asyncio.to_thread(before.close)
    assert stored is not None
    (turn,) = stored.turns
    journal = Journal(paths.journal_database)
    journal.put_comparison("comparison_1", title=stored.title, setup=stored.setup)
    journal.begin_turn("comparison_1", Turn(turn.id, turn.lane, turn.prompt, turn.started))
    for event in turn.events:
        journal.add_event(turn.id, event)
    journal.save_draft("comparison_1", "half a prompt", lane="a")
    await journal.flush()
    await asyncio.to_thread(journal.close)
    settings.save(paths.settings, settings.Settings(theme="dark", last_page="threads"))
    save_profiles(paths.profiles, [Profile("acme", "Acme", "https://api.acme.example/v1", models=("a-1",))])


async def fill_knowledge(paths: Paths) -> None:
    """A store with a document."""
    service = await KnowledgeService.open(paths.engine_knowledge)
    try:
        with tempfile.TemporaryDirectory() as folder:
            document = Path(folder) / "log.md"
            document.write_text(LOG, "utf-8")
            await service.create_store("vs_old")
            await service.add_file("vs_old", "file-old", document, "log.md", attributes={"year": 1874})
            await service.wait("vs_old", "file-old", 60)
    finally:
        await service.close()


def main() -> int:
    """Write the file."""
    target = FOLDER / name()
    if target.exists():
        print(f"{target.name} is there already.")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        paths = resolve(folder).create()
        made = fill_engine(paths.data)
        asyncio.run(fill_window(paths))
        asyncio.run(fill_knowledge(paths))
        (paths.data / "made.json").write_text(json.dumps(made), "utf-8")
        kept = [paths.engine_database, paths.journal_database, paths.settings, paths.profiles]
        kept += [paths.data / "made.json", *(file for file in paths.engine_files.iterdir() if file.is_file())]
        kept.append(paths.engine_knowledge / "knowledge.db")
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in sorted(kept):
                archive.write(file, file.relative_to(paths.data).as_posix())
    print(f"{target.name} was made.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
