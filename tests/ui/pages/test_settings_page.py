"""The page Settings: every change holds at once and after a restart."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PySide6.QtGui import QDesktopServices, QGuiApplication

from app.ui.settings.page import SettingsPage
from tests.support.qt_loop import until
from tests.support.window import Hands, SharedEngine, make_services


async def test_look_places_keys_and_licences(
    engine: Any, tmp_path: Path, keyring: Any, monkeypatch: Any
) -> None:
    services = make_services(SharedEngine(engine), tmp_path, keyring=keyring)
    hands = Hands(SettingsPage(services))
    try:
        await until(lambda: services.settings.place is not None and services.settings.parts)
        assert hands.find("settings_theme_system").isChecked()
        hands.click("settings_theme_dark")
        hands.find("settings_font_scale").setCurrentIndex(5)
        hands.find("settings_font_scale").activated.emit(5)
        kept = json.loads((tmp_path / "config" / "settings.json").read_text())
        assert (kept["theme"], kept["font_scale"]) == ("dark", 1.5)
        services.settings.update(theme="light")
        assert hands.find("settings_theme_light").isChecked()
        assert hands.text("settings_data_folder_path") == str(tmp_path)
        asked: list[str] = []
        monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not asked.append(url.toLocalFile()))
        hands.click("settings_data_folder_open")
        assert asked == [str(tmp_path)]
        monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
        hands.click("settings_data_folder_open")
        assert hands.messages == ["This system has no program that shows folders."]
        assert hands.text("settings_keyring_text") == "Keys are kept in the test keyring."
        hands.click("settings_version_copy")
        assert "Python" in QGuiApplication.clipboard().text()
        hands.click("settings_parts_fold")
        assert any(part.name == "openai" and part.licence == "Apache-2.0" for part in services.settings.parts)
        assert hands.nameless() == []
    finally:
        await hands.close()
        await services.settings.close()
        await services.connections.close()
