"""Puts a cell's output together in the order in which it comes: what is printed, the result, pictures, our own notes."""

from __future__ import annotations

from collections.abc import Sequence

from app.interpreter.model import Answer, OnOutput, OnPart, Part, Stream


class Parts:
    """Collects the output of one cell and passes it on live.

    Args:
        on_output: gets what is printed.
        on_part: gets everything: texts and pictures.
    """

    def __init__(self, on_output: OnOutput | None, on_part: OnPart | None) -> None:
        self._on_output = on_output
        self._on_part = on_part
        self._found: list[list[str] | bytes] = []
        self._printed: list[str] = []
        self._pictures = 0
        self._result_told = False
        self._at_line_start = True

    def text(self, text: str) -> None:
        """Add a text of ours."""
        if not text:
            return
        last = self._found[-1] if self._found else None
        if isinstance(last, list):
            last.append(text)
        else:
            self._found.append([text])
        self._at_line_start = text.endswith("\n")
        if self._on_part is not None:
            self._on_part(text)

    def line(self, text: str) -> None:
        """Add a text of ours on lines of its own."""
        self.text(("" if self._at_line_start else "\n") + text + "\n")

    def output(self, stream: Stream, text: str) -> None:
        """Take what a backend tells live: something printed, or the result."""
        if stream == "result":
            self._result_told = True
            self.line(text)
            return
        self._printed.append(text)
        self.text(text)
        if self._on_output is not None:
            self._on_output(stream, text)

    def image(self, png: bytes) -> None:
        """Take a picture."""
        self._pictures += 1
        self._found.append(png)
        if self._on_part is not None:
            self._on_part(png)

    def complete(self, answer: Answer) -> None:
        """Add what the backend's answer has more than it told live."""
        printed = "".join(self._printed)
        if answer.logs.startswith(printed):
            self.text(answer.logs[len(printed) :])
        for png in answer.images[self._pictures :]:
            self.image(png)
        if answer.result is not None and not self._result_told:
            self.line(answer.result)

    def joined(self) -> Sequence[Part]:
        """Everything so far; neighbouring texts are one."""
        return tuple("".join(part) if isinstance(part, list) else part for part in self._found)
