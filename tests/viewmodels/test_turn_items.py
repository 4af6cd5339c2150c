"""What happens in a lane, as items of its transcript."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core import run_events as ev
from app.viewmodels.transcript import Item, Transcript
from app.viewmodels.turn_items import WAITING, TurnItems

LANE: dict[str, Any] = {"lane": "lane-1"}


def sent() -> ev.Sent:
    return ev.Sent(**LANE, endpoint="POST /v1/chat/completions", request={}, messages=1)


def text(words: str, message: str = "m1") -> ev.TextDelta:
    return ev.TextDelta(**LANE, text=words, message_id=message)


def shown(events: list[ev.RunEvent], prompt: str | None = "Hello?") -> list[Item]:
    transcript = Transcript()
    items = TurnItems(transcript, "t1", "the model", prompt)
    for event in events:
        items.take(event)
    items.flush()
    return list(transcript.items)


def test_an_answer_grows_under_its_prompt(qapp: Any) -> None:
    prompt, answer = shown([sent(), text("Hi"), text(" there")])
    assert (prompt.kind, prompt.text) == ("user", "Hello?")
    assert (answer.kind, answer.title, answer.text, answer.state) == (
        "assistant",
        "the model",
        "Hi there",
        "Writing",
    )
    assert answer.streaming
    done = shown([sent(), text("Hi"), ev.Finished(**LANE, status="completed")])[-1]
    assert (done.streaming, done.state) == (False, "")


def test_while_nothing_has_come_it_says_what_is_waited_for(qapp: Any) -> None:
    assert shown([sent()])[-1].hint == WAITING
    loading = ev.Notice(**LANE, text="The model is being loaded.")
    assert shown([sent(), loading])[-1].hint == "The model is being loaded."
    limit = ev.Notice(**LANE, text="Limited; trying again in 7 seconds.", retry_after=7.0)
    _, notice, answer = shown([sent(), limit])
    assert (notice.kind, notice.text) == ("notice", limit.text)
    assert notice.until == pytest.approx(limit.at + 7)
    assert answer.kind == "assistant"
    assert [i.kind for i in shown([sent(), limit, text("Hi")])] == ["user", "assistant"]


def test_a_notice_in_the_middle_of_an_answer_stands_below_it(qapp: Any) -> None:
    broke = ev.Notice(**LANE, text="The connection broke off; the answer is being looked up.")
    assert [i.kind for i in shown([sent(), text("Half"), broke])] == ["user", "assistant", "notice"]
    items = shown([sent(), text("Half"), broke, text(" and half"), ev.Finished(**LANE, status="completed")])
    assert [(i.kind, i.text) for i in items] == [("user", "Hello?"), ("assistant", "Half and half")]


def test_tools_stand_between_the_texts_before_and_after_them(qapp: Any) -> None:
    items = shown(
        [
            sent(),
            text("Let me look.", "m1"),
            ev.StepStarted(**LANE, step_id="s1", kind="function", name="weather"),
            ev.ToolCallDelta(**LANE, step_id="s1", call_id="c1", name="weather", arguments='{"city":'),
            ev.ToolCallDelta(**LANE, step_id="s1", call_id="c1", name="weather", arguments='"Rome"}'),
            ev.ToolOutput(**LANE, step_id="s1", call_id="c1", output="21"),
            ev.StepFinished(**LANE, step_id="s1", status="completed"),
            text("It is 21.", "m2"),
            ev.Finished(**LANE, status="completed"),
        ]
    )
    assert [i.kind for i in items] == ["user", "assistant", "tool", "assistant"]
    tool = items[2]
    assert (tool.title, tool.details, tool.text, tool.state) == ("weather", '{"city":"Rome"}', "21", "Done")
    assert [i.text for i in items if i.kind == "assistant"] == ["Let me look.", "It is 21."]
    assert not any(i.streaming for i in items)


def test_code_and_searches_are_tools_too(qapp: Any) -> None:
    results = [{"file_name": "a.txt", "score": 0.9}]
    call = {"id": "c2", "type": "file_search", "file_search": {"results": results}}
    items = shown(
        [
            sent(),
            ev.StepStarted(**LANE, step_id="s1", kind="code_interpreter"),
            ev.CodeInput(**LANE, step_id="s1", call_id="c1", code="print(1)"),
            ev.CodeLogs(**LANE, step_id="s1", call_id="c1", logs="1\n"),
            ev.StepFinished(**LANE, step_id="s1", status="completed"),
            ev.StepStarted(**LANE, step_id="s2", kind="file_search"),
            ev.StepFinished(
                **LANE, step_id="s2", status="completed", details={"step_details": {"tool_calls": [call]}}
            ),
            text("Done."),
            ev.Finished(**LANE, status="completed"),
        ]
    )
    code, search = (i for i in items if i.kind in {"code", "tool"})
    assert (code.kind, code.outputs) == ("code", (("logs", "1\n"),))
    assert (code.language, code.details, code.text, code.state) == ("python", "print(1)", "1\n", "Done")
    assert "a.txt" in search.text


@pytest.mark.parametrize(
    ("status", "state"), [("cancelled", "Stopped"), ("incomplete", "Cut short"), ("failed", "Broke off")]
)
def test_what_had_come_stays_however_it_ended(qapp: Any, status: Any, state: str) -> None:
    items = shown([sent(), text("Half"), ev.Finished(**LANE, status=status, error="Why.", advice="Do.")])
    assert (items[1].text, items[1].state, items[1].streaming) == ("Half", state, False)
    assert items[2].kind == ("error" if status == "failed" else "notice")
    assert "Why." in items[2].text


def test_a_failure_before_the_first_word_stands_alone(qapp: Any) -> None:
    end = ev.Finished(**LANE, status="failed", error="No key.", advice="Enter it.", details="401")
    _prompt, error = shown([sent(), end])
    assert (error.kind, error.text, error.hint, error.details, error.retry) == (
        "error",
        "No key.",
        "Enter it.",
        "401",
        True,
    )


def test_calls_that_nobody_answers_become_a_question(qapp: Any) -> None:
    call = ev.FunctionCall(call_id="c1", name="weather", arguments="{}")
    items = shown(
        [
            sent(),
            ev.ToolCallDelta(**LANE, step_id="s1", call_id="c1", name="weather", arguments="{}"),
            ev.NeedsToolOutput(**LANE, calls=(call,)),
            ev.Finished(**LANE, status="requires_action"),
        ]
    )
    assert [i.kind for i in items] == ["user", "tool", "question"]
    assert items[1].state == "Waits for you"
    assert items[2].asked[0].name == "weather"


def test_an_empty_answer_is_said(qapp: Any) -> None:
    items = shown([sent(), ev.Finished(**LANE, status="completed")])
    assert items[-1].text == "The model gave an empty answer."


STEPS = st.lists(
    st.one_of(
        st.builds(text, st.text(max_size=8), st.sampled_from(["m1", "m2", ""])),
        st.builds(lambda r: ev.Notice(**LANE, text="n", retry_after=r), st.none() | st.floats(0, 9)),
        st.builds(
            lambda s, k: ev.StepStarted(**LANE, step_id=s, kind=k),
            st.sampled_from("ab"),
            st.sampled_from(["message", "function", "code_interpreter", "other"]),
        ),
        st.builds(
            lambda s, c: ev.ToolCallDelta(**LANE, step_id=s, call_id=c, name="f", arguments="{"),
            st.sampled_from("ab"),
            st.sampled_from("xyz"),
        ),
        st.builds(
            lambda s, c: ev.ToolOutput(**LANE, step_id=s, call_id=c, output="o"),
            st.sampled_from("ab"),
            st.sampled_from("xyz"),
        ),
        st.builds(lambda s: ev.StepFinished(**LANE, step_id=s, status="completed"), st.sampled_from("ab")),
    ),
    max_size=25,
)


@given(
    STEPS, st.sampled_from(["completed", "failed", "cancelled", "incomplete", "expired", "requires_action"])
)
def test_no_order_of_events_loses_a_word_or_leaves_something_running(
    qapp: Any, events: list[ev.RunEvent], status: Any
) -> None:
    items = shown([sent(), *events, ev.Finished(**LANE, status=status)])
    said = "".join(i.text for i in items if i.kind == "assistant")
    assert said == "".join(e.text for e in events if isinstance(e, ev.TextDelta))
    assert not any(i.streaming or i.level == "busy" for i in items)
    assert len({i.key for i in items}) == len(items)
