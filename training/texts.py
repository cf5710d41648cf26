"""Examples with their pieces, read as whole texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.read.decode import Outputs, Read, read
from sayso.read.inputs import Tokens, Window, sentences, shapes, windows

from .example import Example

Run = Callable[[Sequence[tuple[list[int], list[int]]]], list[Outputs]]


@dataclass(frozen=True, slots=True)
class Text:
    """An example and its pieces."""

    example: Example
    tokens: Tokens


def readings(given: Sequence[Text], run: Run) -> list[tuple[Example, Read]]:
    """Read whole texts. `run` takes ids and shapes of windows, without end pieces, and gives the outputs of each."""
    found = []
    for text in given:
        shaped = shapes(text.tokens)
        parts = windows(sentences(text.tokens), len(text.tokens.ids))
        outputs = run([_window(text.tokens, shaped, part) for part in parts])
        read_all = (read(output, text.tokens, part) for output, part in zip(outputs, parts, strict=True))
        found.append((text.example, sum(read_all, Read())))
    return found


def _window(tokens: Tokens, shaped: list[int], part: Window) -> tuple[list[int], list[int]]:
    return list(tokens.ids[part.start : part.end]), shaped[part.start : part.end]
