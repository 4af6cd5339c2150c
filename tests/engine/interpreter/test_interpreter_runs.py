"""Code that models write in runs: state, output, plots, files both ways, links, errors; in a real sandbox."""

from __future__ import annotations

import io
import json
from typing import Any

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
    told,
)
from tests.support.scripted_upstream import ScriptedUpstream, Text, ToolCalls

pytestmark = pytest.mark.timeout(120)

PLOT = "import matplotlib.pyplot as plt\nplt.figure(figsize=(2, 1)); plt.plot([1, 3, 2]); plt.show()"


@pytest.fixture
def coder(client: Any) -> Any:
    return interpreter_assistant(client, instructions="Calculate.")


@pytest.fixture
def thread_id(client: Any) -> str:
    found: str = client.beta.threads.create().id
    return found


def test_a_cell_its_step_and_what_the_model_reads(
    client: Any, coder: Any, thread_id: str, upstream: ScriptedUpstream
) -> None:
    upstream.reply(code("x = 6\nprint('so')\nx * 7"), Text("It is 42."))
    run = ask(client, coder, thread_id)
    assert (run.status, run.last_error) == ("completed", None)
    [call] = calls_of(client, run)
    assert call.input == "x = 6\nprint('so')\nx * 7"
    assert [(o.type, o.logs) for o in call.outputs] == [("logs", "so\n42\n")]
    assert set(call.model_dump()) == {"input", "outputs"}
    assert told(upstream) == ["so\n42"]
    asked = upstream.chats[-2].body
    assert asked["messages"][0]["content"].startswith("Calculate.\n\nYou can run Python")
    [function] = [tool["function"] for tool in asked["tools"]]
    assert (function["name"], list(function["parameters"]["properties"])) == ("code_interpreter", ["code"])
    assert newest(client, thread_id).content[0].text.value == "It is 42."
    [cell] = get(client, f"/threads/{thread_id}/runs/{run.id}/cells")["data"]
    assert (cell["status"], cell["files"], cell["exit_reason"]) == ("completed", [], None)
    assert 0 < cell["duration"] < 30


def test_variables_live_on_between_calls_and_runs(
    client: Any, coder: Any, thread_id: str, upstream: ScriptedUpstream
) -> None:
    upstream.reply(code("import numpy as np\nx = np.arange(5)"), code("int(x.sum())"), Text("10"))
    run = ask(client, coder, thread_id)
    assert [logs_of(call) for call in calls_of(client, run)] == ["", "10\n"]
    assert told(upstream)[0].startswith("[The code ran and printed nothing.")
    upstream.reply(code("print(x.tolist())", "x.max()"), Text("ok"))
    run = ask(client, coder, thread_id)
    assert [logs_of(call) for call in calls_of(client, run)] == ["[0, 1, 2, 3, 4]\n", "np.int64(4)\n"]
    # The next run is told of earlier calls with what they gave.
    history = upstream.chats[-1].body["messages"]
    assert [m["content"] for m in history if m["role"] == "tool"][1] == "10"
    earlier = next(m for m in history if m.get("tool_calls"))["tool_calls"][0]["function"]["arguments"]
    assert json.loads(earlier)["code"].startswith("import numpy")


def test_two_threads_do_not_see_each_other(client: Any, coder: Any, upstream: ScriptedUpstream) -> None:
    one, other = (client.beta.threads.create().id for _ in range(2))
    upstream.reply(code("secret = 'a'\nopen('/mnt/data/mine.txt', 'w').write(secret)"), Text("ok"))
    ask(client, coder, one)
    upstream.reply(code("import os\nprint(os.listdir('/mnt/data'), 'secret' in globals())"), Text("ok"))
    assert logs_of(calls_of(client, ask(client, coder, other))[0]) == "[] False\n"


def test_output_and_plots_in_the_order_in_which_they_were_made(
    client: Any, coder: Any, thread_id: str, upstream: ScriptedUpstream
) -> None:
    upstream.reply(
        code(f"print('first')\n{PLOT}\nprint('second')\n{PLOT.replace('2, 1', '4, 1')}\n'end'"),
        Text("Two plots."),
    )
    run = ask(client, coder, thread_id)
    [call] = calls_of(client, run)
    assert [output.type for output in call.outputs] == ["logs", "image", "logs", "image", "logs"]
    assert [o.logs for o in call.outputs if o.type == "logs"] == ["first\n", "second\n", "'end'\n"]
    images = [o.image.file_id for o in call.outputs if o.type == "image"]
    assert told(upstream) == [
        "first\n[Picture 1 is shown to the user.]\nsecond\n[Picture 2 is shown to the user.]\n'end'"
    ]
    message = newest(client, thread_id)
    assert [part.type for part in message.content] == ["image_file", "image_file", "text"]
    assert [part.image_file.file_id for part in message.content[:2]] == images
    widths = []
    for file_id in images:
        record = client.files.retrieve(file_id)
        assert (record.purpose, record.filename[-4:]) == ("assistants_output", ".png")
        content = client.files.content(file_id).read()
        assert content.startswith(b"\x89PNG")
        widths.append(int.from_bytes(content[16:20], "big"))
    assert widths[0] < widths[1]


def test_a_plot_that_nobody_shows_is_shown_after_the_result(
    client: Any, coder: Any, thread_id: str, upstream: ScriptedUpstream
) -> None:
    upstream.reply(code("import matplotlib.pyplot as plt\nplt.plot([1, 2]);\n'drawn'"), Text("ok"))
    [call] = calls_of(client, ask(client, coder, thread_id))
    assert [output.type for output in call.outputs] == ["logs", "image"]


def test_files_in_and_out(client: Any, coder: Any, upstream: ScriptedUpstream) -> None:
    table = client.files.create(
        file=("Umsätze 数据.csv", b"region,amount\nN,2\nS,40\n"), purpose="assistants"
    )
    thread_id = client.beta.threads.create().id
    attachments = [{"file_id": table.id, "tools": [TOOL]}]
    upstream.reply(
        code(
            "import pandas as pd\nd = pd.read_csv('/mnt/data/Umsätze 数据.csv')\n"
            "d[d.amount > 9].to_excel('/mnt/data/große Umsätze.xlsx')\n"
            "import os; os.makedirs('/mnt/data/out', exist_ok=True)\n"
            "open('/mnt/data/out/notes.txt', 'w').write('ü')\nprint(d.amount.sum())"
        ),
        Text("Hier 🎉: [Tabelle](sandbox:/mnt/data/große Umsätze.xlsx), sandbox:/mnt/data/out/notes.txt."),
    )
    run = ask(client, coder, thread_id, attachments=attachments)
    [call] = calls_of(client, run)
    assert [(o.type, o.logs) for o in call.outputs] == [("logs", "42\n")]
    system = upstream.chats[-1].body["messages"][0]["content"]
    assert "- Umsätze 数据.csv (from the user, 23 bytes)" in system
    assert "[Written: /mnt/data/große Umsätze.xlsx, /mnt/data/out/notes.txt." in told(upstream)[0]
    text = newest(client, thread_id).content[0].text
    table_link, notes_link = text.annotations
    assert table_link.type == "file_path"
    assert table_link.text == "sandbox:/mnt/data/große Umsätze.xlsx"
    for link in text.annotations:
        assert text.value[link.start_index : link.end_index] == link.text
    assert client.files.content(table_link.file_path.file_id).read().startswith(b"PK")
    assert client.files.content(notes_link.file_path.file_id).read().decode() == "ü"
    record = client.files.retrieve(table_link.file_path.file_id)
    assert (record.filename, record.purpose) == ("große Umsätze.xlsx", "assistants_output")
    [cell] = get(client, f"/threads/{thread_id}/runs/{run.id}/cells")["data"]
    assert [item["path"] for item in cell["files"]] == [
        "/mnt/data/große Umsätze.xlsx",
        "/mnt/data/out/notes.txt",
    ]
    assert cell["files"][0]["file_id"] == table_link.file_path.file_id
    tools = [{"type": "code_interpreter"}]
    attached = [one.model_dump() for one in newest(client, thread_id).attachments]
    made = [table_link.file_path.file_id, notes_link.file_path.file_id]
    assert sorted(one["file_id"] for one in attached) == sorted(made)
    assert [one["tools"] for one in attached] == [tools, tools]


def test_a_changed_file_is_a_new_file_and_links_go_to_the_newest(
    client: Any, coder: Any, thread_id: str, upstream: ScriptedUpstream
) -> None:
    upstream.reply(
        code("open('/mnt/data/a.txt', 'w').write('1')"),
        code("open('/mnt/data/a.txt', 'w').write('22')"),
        code("print(open('/mnt/data/a.txt').read())"),
        Text(
            "sandbox:/mnt/data/a.txt and again ([a](sandbox:/mnt/data/a.txt)) but not sandbox:/mnt/data/a.txt.gz"
        ),
    )
    run = ask(client, coder, thread_id)
    cells = get(client, f"/threads/{thread_id}/runs/{run.id}/cells")["data"]
    assert [len(cell["files"]) for cell in cells] == [1, 1, 0]
    newest_id = cells[1]["files"][0]["file_id"]
    text = newest(client, thread_id).content[0].text
    assert [a.file_path.file_id for a in text.annotations] == [newest_id, newest_id]
    assert [(a.start_index, a.end_index) for a in text.annotations] == [(0, 23), (39, 62)]
    assert client.files.content(newest_id).read() == b"22"


def test_names_that_are_traps_or_twice_there(client: Any, upstream: ScriptedUpstream) -> None:
    def upload(name: str, content: bytes) -> str:
        made: str = client.files.create(file=(name, content), purpose="assistants").id
        return made

    assistants_own = upload("data.csv", b"of the assistant")
    assistant = interpreter_assistant(
        client, tool_resources={"code_interpreter": {"file_ids": [assistants_own]}}
    )
    ids = [upload("../../x", b"trap"), upload("data.csv", b"first"), upload("DATA.csv", b"second")]
    thread_id = client.beta.threads.create(tool_resources={"code_interpreter": {"file_ids": ids}}).id
    upstream.reply(code("import os\nfor n in sorted(os.listdir('.')): print(n, open(n).read())"), Text("ok"))
    [call] = calls_of(client, ask(client, assistant, thread_id))
    assert logs_of(call).splitlines() == [
        "DATA-2.csv second",
        "data-3.csv of the assistant",
        "data.csv first",
        "x trap",
    ]
    system = upstream.chats[-1].body["messages"][0]["content"]
    assert "- data.csv (from the user, 5 bytes)" in system
    assert "- data-3.csv (of the assistant, called “data.csv”, 16 bytes)" in system
    # A link to an uploaded file goes to that file.
    upstream.reply(Text("See sandbox:/mnt/data/data-3.csv"))
    ask(client, assistant, thread_id)
    [link] = newest(client, thread_id).content[0].text.annotations
    assert link.file_path.file_id == assistants_own


def test_a_failing_cell_is_told_and_tried_again(
    client: Any, coder: Any, thread_id: str, upstream: ScriptedUpstream
) -> None:
    upstream.reply(code("1 / 0"), code("print(1 / 1)"), Text("1.0"))
    run = ask(client, coder, thread_id)
    assert run.status == "completed"
    failed, worked = calls_of(client, run)
    assert logs_of(failed).endswith("ZeroDivisionError: division by zero\n")
    assert logs_of(worked) == "1.0\n"
    assert "[The code failed. Correct it and run it again.]" in told(upstream)[0]
    cells = get(client, f"/threads/{thread_id}/runs/{run.id}/cells")["data"]
    assert (cells[0]["status"], cells[0]["exit_reason"]) == ("failed", "ZeroDivisionError: division by zero")


def test_a_crash_is_said_to_the_model_and_the_session_starts_anew(
    client: Any, coder: Any, thread_id: str, upstream: ScriptedUpstream
) -> None:
    upstream.reply(
        code("x = 1\nopen('kept.txt', 'w').write('still')"),
        code("import os\nprint('bye', flush=True)\nos._exit(3)"),
        code("print(open('kept.txt').read(), 'x' in globals())"),
        Text("ok"),
    )
    run = ask(client, coder, thread_id)
    assert run.status == "completed"
    _first, crashed, after = (logs_of(call) for call in calls_of(client, run))
    assert crashed.startswith("bye\n[The session was ended: its process ended itself with exit code 3.")
    assert after.startswith("[The Python session started anew (its process ended itself with exit code 3)")
    assert after.endswith("still False\n")
    cells = get(client, f"/threads/{thread_id}/runs/{run.id}/cells")["data"]
    assert [cell["status"] for cell in cells] == ["completed", "lost", "completed"]
    assert "started anew" in told(upstream)[2]


def test_arguments_that_are_no_code_are_refused_to_the_model(
    client: Any, coder: Any, thread_id: str, upstream: ScriptedUpstream
) -> None:
    upstream.reply(ToolCalls([("code_interpreter", '{"code": "print(1')]), Text("Sorry."))
    run = ask(client, coder, thread_id)
    assert run.status == "completed"
    assert told(upstream)[0].startswith("No code was found in the arguments.")
    [call] = calls_of(client, run)
    assert call.input == "print(1"


def test_beside_functions_and_forced(client: Any, thread_id: str, upstream: ScriptedUpstream) -> None:
    weather = {"type": "function", "function": {"name": "get_weather", "parameters": {"type": "object"}}}
    assistant = client.beta.assistants.create(model="scripted-1", tools=[TOOL, weather])
    upstream.reply(
        ToolCalls(
            [("code_interpreter", '{"code": "2 + 2"}'), ("get_weather", "{}")], ids=["call_a", "call_b"]
        ),
        Text("4 and rain."),
    )
    client.beta.threads.messages.create(thread_id, role="user", content="Both")
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant.id, tool_choice={"type": "code_interpreter"}
    )
    assert run.status == "requires_action"
    assert upstream.chats[0].body["tool_choice"]["function"]["name"] == "code_interpreter"
    run = client.beta.threads.runs.submit_tool_outputs_and_poll(
        run_id=run.id, thread_id=thread_id, tool_outputs=[{"tool_call_id": "call_b", "output": "rain"}]
    )
    assert run.status == "completed"
    assert told(upstream) == ["4", "rain"]


def test_a_deleted_file_is_gone_for_links(
    client: Any, coder: Any, thread_id: str, upstream: ScriptedUpstream
) -> None:
    upstream.reply(code("open('gone.txt', 'w').write('x')"), Text("ok"))
    run = ask(client, coder, thread_id)
    [cell] = get(client, f"/threads/{thread_id}/runs/{run.id}/cells")["data"]
    client.files.delete(cell["files"][0]["file_id"])
    upstream.reply(Text("sandbox:/mnt/data/gone.txt"))
    ask(client, coder, thread_id)
    assert newest(client, thread_id).content[0].text.annotations == []


def test_a_file_uploaded_from_memory_is_given_once(
    client: Any, coder: Any, upstream: ScriptedUpstream
) -> None:
    made = client.files.create(file=("n.txt", io.BytesIO(b"old")), purpose="assistants")
    thread_id = client.beta.threads.create(
        messages=[{"role": "user", "content": "x", "attachments": [{"file_id": made.id, "tools": [TOOL]}]}]
    ).id
    upstream.reply(
        code("open('n.txt', 'w').write('changed')"), code("print(open('n.txt').read())"), Text("ok")
    )
    run = client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id=coder.id)
    assert logs_of(calls_of(client, run)[1]) == "changed\n"
    assert client.files.content(made.id).read() == b"old"


def test_a_link_to_a_file_that_was_too_much_to_hand_over(
    client: Any, coder: Any, thread_id: str, upstream: ScriptedUpstream
) -> None:
    upstream.reply(
        code("for n in range(70): open(f'{n:02}.txt', 'w').write(str(n))"),
        Text("sandbox:/mnt/data/69.txt and sandbox:/mnt/data/00.txt"),
    )
    run = ask(client, coder, thread_id)
    [cell] = get(client, f"/threads/{thread_id}/runs/{run.id}/cells")["data"]
    assert len(cell["files"]) == 64
    assert "6 more new files stay in /mnt/data" in cell["note"]
    links = newest(client, thread_id).content[0].text.annotations
    assert [client.files.content(link.file_path.file_id).read() for link in links] == [b"69", b"0"]
