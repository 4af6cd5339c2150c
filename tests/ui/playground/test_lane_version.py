"""A lane's head names the version of its assistant: of the answer that it shows, else of the next one."""

from __future__ import annotations

from pathlib import Path

from app.workbench.playground.assistants_lane import AssistantRef
from tests.support.program import started
from tests.support.qt_loop import until
from tests.support.scripted_upstream import ScriptedUpstream, Text


async def test_the_version_of_the_answer_stands_beside_the_assistants_name(
    tmp_path: Path, upstream: ScriptedUpstream
) -> None:
    upstream.default = Text("Fine.")
    async with started(tmp_path, service=upstream.base_url) as hands:
        services, badge = hands.services, hands.find("lane_2_version")
        assert services.versions is not None
        made = await services.assistants.create({"name": "Helper", "model": "acme/scripted-1"})
        await services.versions.record(made.raw)
        assert badge.isHidden(), "a model has no versions"
        hands.playground.choose("lane-2", AssistantRef(made.id, "Helper", "acme/scripted-1"))
        await until(lambda: hands.text("lane_2_version") == "v1")
        assert "next prompt" in badge.toolTip()
        await until(lambda: len({view.stack.y() for view in hands.page.lane_views}) == 1)
        assert hands.page.lane_views[0].second_line.isVisible(), "heads end at one height"
        await hands.ask("Hello?")
        assert badge.isVisible()
        assert badge.toolTip() == "The answer is of version 1 of this assistant."
        changed = await services.assistants.update(made.id, {"instructions": "Be brief."})
        await services.versions.record(changed.raw)
        hands.window.show_page("threads")
        hands.window.show_page("playground")
        await until(lambda: "Version 2 was saved since" in badge.toolTip())
        assert hands.text("lane_2_version") == "v1", "that version wrote the answer which is shown"
        await hands.ask("And now?")
        await until(lambda: hands.text("lane_2_version") == "v2")
        hands.playground.new_conversation()
        await until(lambda: "Version 2 of this assistant answers" in badge.toolTip())
    async with started(tmp_path, service="") as hands:
        await until(lambda: hands.text("lane_2_version") == "v2")
