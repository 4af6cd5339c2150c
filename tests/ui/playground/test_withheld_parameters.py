"""Parameters that a lane's model does not take are not offered, and why is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from app.connections.profile import Profile
from app.ui.playground.lane_settings import LaneSettingsPopup
from app.viewmodels.assistant_abilities import withheld
from app.workbench import model_facts


def test_a_model_that_decides_its_creativity_itself_is_not_asked_for_it(
    qapp: Any, monkeypatch: Any, tmp_path: Path
) -> None:
    service = Profile("openai", "OpenAI", "https://api.example.com/v1", "openai", models=("o3", "gpt-4o"))
    monkeypatch.setattr(model_facts, "_profiles", lambda: (service,))
    popup = LaneSettingsPopup("lane_settings", "chat")
    popup.withhold(withheld("openai/o3", None))
    assert not popup.temperature.isVisibleTo(popup)
    assert not popup.top_p.isVisibleTo(popup)
    assert popup._withheld.text() == "Not offered: o3 decides this itself."
    popup.withhold(withheld("openai/gpt-4o", None))
    assert popup.temperature.isVisibleTo(popup)
    assert not popup._withheld.isVisibleTo(popup)
    popup.deleteLater()
