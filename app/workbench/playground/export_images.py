"""Images of a comparison that is written as one file: fetched within bounds, carried as data URIs."""

from __future__ import annotations

import base64
import html
from collections.abc import Awaitable, Callable, Iterable, Mapping

from app.core.errors import AppError

MOST_BYTES = 4_000_000
"""An image larger than this is left out of a page."""
MOST_TOGETHER = 24_000_000
"""So many bytes of images a page carries at most, counted before they become text."""
_KINDS = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF87a", "gif"), (b"GIF89a", "gif"))

Images = Mapping[str, bytes | str]
"""By file id: the image, or why it is left out, in words."""


async def fetch_images(
    file_ids: Iterable[str],
    content: Callable[[str], Awaitable[bytes]],
    *,
    most: int = MOST_BYTES,
    together: int = MOST_TOGETHER,
) -> dict[str, bytes | str]:
    """Fetch the images of a page, as far as they are small enough and can be shown."""
    found: dict[str, bytes | str] = {}
    room = together
    for file_id in dict.fromkeys(file_ids):
        if room <= 0:
            found[file_id] = "the page has no room for more images"
            continue
        try:
            data = await content(file_id)
        except AppError as error:
            found[file_id] = error.message
            continue
        if kind_of(data) is None:
            found[file_id] = "this is no PNG, JPEG, GIF or WebP image"
        elif len(data) > most:
            found[file_id] = f"{len(data) / 1e6:.1f} MB are too large for the page"
        elif len(data) > room:
            found[file_id] = "the page has no room for more images"
        else:
            found[file_id] = data
            room -= len(data)
    return found


def kind_of(data: bytes) -> str | None:
    """The part after ``image/`` of an image's type; None for what a page does not carry."""
    for beginning, kind in _KINDS:
        if data.startswith(beginning):
            return kind
    return "webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else None


def image_html(file_id: str, images: Images) -> str:
    """An image in a page, or a line that says why it is not there."""
    data = images.get(file_id, "it was not fetched")
    name = html.escape(file_id)
    if isinstance(data, str):
        return f'<p class="muted">Image {name} is left out: {html.escape(data)}</p>'
    encoded = base64.b64encode(data).decode("ascii")
    return f'<img alt="Image {name}" src="data:image/{kind_of(data)};base64,{encoded}">'
