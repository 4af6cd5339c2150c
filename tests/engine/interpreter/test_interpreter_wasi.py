"""The floor that every system has, WebAssembly, in the engine. The first test of a computer compiles it, which takes a minute."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.engine.interpreter.support import (
    TOOL,
    ask,
    calls_of,
    code,
    get,
    interpreter_assistant,
    logs_of,
    newest,
    post,
)
from tests.engine.runs.support import wait_for
from tests.support.engine_process import EngineProcess
from tests.support.scripted_upstream import ScriptedUpstream, Text
from tests.support.wasi_cache import choose_cache

pytestmark = pytest.mark.timeout(420)


def test_the_floor_of_every_system(tmp_path: Path, upstream: ScriptedUpstream) -> None:
    choose_cache()
    with EngineProcess(tmp_path / "data", upstream=upstream.base_url) as engine, engine.client() as client:
        post(client, "/interpreter/settings", {"backend": "wasi"})
        state = wait_for(
            lambda: get(client, "/interpreter"), lambda s: s["state"] != "preparing", timeout=300
        )
        assert (state["state"], state["backend"]) == ("ready", "wasi")
        assert "32 bits" in state["remarks"][0]
        assert "dtype=np.int64" in state["definition"]["description"]
        made = client.files.create(file=("größe.csv", b"a\n1\n41\n"), purpose="assistants")
        thread_id = client.beta.threads.create().id
        upstream.reply(
            code(
                "import pandas as pd\nimport matplotlib.pyplot as plt\nx = int(pd.read_csv('/mnt/data/größe.csv').a.sum())\n"
                "print('before')\nplt.figure(figsize=(2, 1)); plt.plot([1, 2]); plt.show()\n"
                "open('/mnt/data/out.txt', 'w').write('w')\nx"
            ),
            code("x + 1"),
            Text("[out](sandbox:/mnt/data/out.txt)"),
        )
        run = ask(
            client,
            interpreter_assistant(client),
            thread_id,
            attachments=[{"file_id": made.id, "tools": [TOOL]}],
        )
        assert (run.status, run.last_error) == ("completed", None)
        first, second = calls_of(client, run)
        assert [output.type for output in first.outputs] == ["logs", "image", "logs"]
        assert (logs_of(first), logs_of(second)) == ("before\n42\n", "43\n")
        message = newest(client, thread_id)
        [link] = message.content[1].text.annotations
        assert client.files.content(link.file_path.file_id).read() == b"w"
