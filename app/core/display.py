"""Whether a window can be opened here, found out before Qt is asked: Qt would end the program without a sentence."""

from __future__ import annotations

import ctypes
import os
import sys
from dataclasses import dataclass
from typing import Literal

from app.core import system_packages
from app.core.paths import shown_command


@dataclass(frozen=True)
class Obstacle:
    """Why no window can be opened, in words for a terminal."""

    kind: Literal["no display", "missing libraries"]
    text: str


def obstacle() -> Obstacle | None:
    """Find what keeps the window from opening: no (reachable) display or missing system libraries. None if nothing does.

    Only Linux needs the look. A platform chosen by ``QT_QPA_PLATFORM`` (such as ``offscreen``) needs no display.
    """
    if sys.platform != "linux":
        return None
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]
    wayland = bool(os.environ.get("WAYLAND_DISPLAY"))
    display = os.environ.get("DISPLAY", "")
    if platform not in {"", "xcb", "wayland"}:
        return _missing("window")
    if not display and not wayland:
        return Obstacle("no display", _without_display("There is no display here (DISPLAY is not set)."))
    if wayland and platform != "xcb":
        return _missing("window")
    lacking = _missing("window", "display")
    if lacking is None and not _x_server_answers():
        return Obstacle("no display", _without_display(f"The display {display} does not answer."))
    return lacking


def _missing(*sections: str) -> Obstacle | None:
    lacking = system_packages.missing(sections)
    if not lacking:
        return None
    names = ", ".join(item.provides for item in lacking)
    return Obstacle(
        "missing libraries",
        f"The window needs system libraries that are not installed: {names}.\n{system_packages.advice(lacking)}",
    )


def _without_display(reason: str) -> str:
    command = shown_command()
    return (
        f"{reason} The window cannot be opened, but the same comparison works in this terminal:\n\n"
        f'    {command} compare "Why is the sky blue?"\n\n'
        "It sends one prompt to Chat Completions and to the Assistants API and shows both answers side by side.\n"
        f"“{command} compare --help” lists its options, “{command} serve” starts the engine for other programs."
    )


def _x_server_answers() -> bool:
    """Connect as Qt will do (address, rights and all), and hang up."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # no opinion
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.POINTER(ctypes.c_int)]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    try:
        return int(xcb.xcb_connection_has_error(connection)) == 0
    finally:
        xcb.xcb_disconnect(connection)
