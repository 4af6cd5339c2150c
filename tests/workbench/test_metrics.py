from __future__ import annotations

import pytest

from app.core.run_events import (
    CodeInput,
    Finished,
    Notice,
    RunEvent,
    Sent,
    StepStarted,
    TextDelta,
    ToolCallDelta,
    Usage,
)
from app.workbench.playground.metrics import Metrics, MetricsCollector, measure


def sent(at: float, messages: int = 1, tokens: int | None = 5, held: int = 0) -> Sent:
    return Sent(
        lane="l", at=at, endpoint="e", request={}, messages=messages, tokens=tokens, already_held=held
    )


def usage(at: float, prompt: int, completion: int) -> Usage:
    return Usage(
        lane="l", at=at, prompt_tokens=prompt, completion_tokens=completion, total_tokens=prompt + completion
    )


def test_an_answer() -> None:
    events: list[RunEvent] = [
        sent(10.0, messages=7, tokens=1204),
        TextDelta(lane="l", at=10.5, text="Hello"),
        TextDelta(lane="l", at=11.5, text=" there"),
        TextDelta(lane="l", at=12.5, text="."),
        usage(12.6, 1300, 40),
        Finished(lane="l", at=12.7, status="completed"),
    ]
    figures = measure(events)
    assert figures.first_token == pytest.approx(0.5)
    assert figures.total == pytest.approx(2.7)
    assert figures.tokens_per_second == pytest.approx(20)
    assert (figures.prompt_tokens, figures.completion_tokens) == (1300, 40)
    assert figures.characters == 12
    assert figures.status == "completed"
    assert figures.sent_words == "sent: 7 messages, 1,204 tokens"
    assert figures.held_words == ""
    assert figures.as_json()["total"] == 2.7
    # The same figures on the way, event by event.
    collector = MetricsCollector()
    for count, event in enumerate(events, 1):
        collector.take(event)
        assert collector.metrics == measure(events[:count])


def test_nothing_yet() -> None:
    assert measure([]) == Metrics()
    assert measure([]).sent_words == ""
    only = measure([sent(1.0)])
    assert (only.first_token, only.total, only.status) == (None, 0.0, "")


def test_a_thread_that_held_messages_and_several_requests() -> None:
    figures = measure(
        [
            sent(1.0, 0, None),
            sent(1.1, 1, 9, held=6),
            sent(1.2, 0, None),
            TextDelta(lane="l", at=2.0, text="x"),
        ]
    )
    assert (figures.requests, figures.sent_messages, figures.sent_tokens) == (3, 1, 9)
    assert figures.sent_words == "sent: 1 message, 9 tokens"
    assert figures.held_words == "the thread already held 6 messages"
    assert figures.first_token == pytest.approx(1.0)
    assert measure([sent(1.0, held=1)]).held_words == "the thread already held 1 message"


def test_waiting_for_a_rate_limit_is_not_the_models_slowness() -> None:
    figures = measure(
        [
            sent(0.0),
            Notice(lane="l", at=0.2, text="wait", retry_after=5.0),
            Notice(lane="l", at=5.3, text="loading"),
            TextDelta(lane="l", at=5.7, text="x"),
            Notice(lane="l", at=6.0, text="wait", retry_after=1.0),
            Finished(lane="l", at=7.0, status="completed"),
        ]
    )
    assert figures.first_token == pytest.approx(0.5)
    assert figures.waited == pytest.approx(6.0)
    assert figures.retries == 2
    assert figures.total == pytest.approx(7.0)


def test_an_answer_in_one_piece_still_has_a_speed() -> None:
    figures = measure([sent(0.0), TextDelta(lane="l", at=2.0, text="all"), usage(2.0, 1, 10)])
    assert figures.tokens_per_second == pytest.approx(5)
    assert measure([sent(0.0), usage(1.0, 3, 0)]).tokens_per_second is None


def test_tools_count_as_first_piece_and_as_steps_and_usage_adds_up() -> None:
    figures = measure(
        [
            sent(0.0),
            StepStarted(lane="l", at=0.3, step_id="a", kind="function"),
            ToolCallDelta(lane="l", at=0.4, step_id="a", call_id="c", name="f", arguments="{}"),
            usage(0.5, 10, 2),
            StepStarted(lane="l", at=0.6, step_id="b", kind="code_interpreter"),
            CodeInput(lane="l", at=0.7, step_id="b", call_id="d", code="1"),
            usage(0.8, 20, 3),
            StepStarted(lane="l", at=0.9, step_id="b", kind="code_interpreter"),
        ]
    )
    assert figures.first_token == pytest.approx(0.4)
    assert figures.steps == 2
    assert (figures.prompt_tokens, figures.completion_tokens) == (30, 5)
