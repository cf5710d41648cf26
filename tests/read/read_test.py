"""Who says what in one paragraph, on sentences marked by hand."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.marked import Part, lines, marked

from sayso.read.rules import read
from sayso.records import Attribution
from sayso.spans import Span

Found = tuple[str, str, tuple[str, ...], tuple[str, ...]]


def _place(span: Span | None) -> str:
    return "-" if span is None else f"{span.start} {span.text}"


def _wanted(parts: Iterable[Part]) -> list[Found]:
    numbers = sorted({number for part in parts if part.name != "own" for number in part.numbers})
    return [
        (
            next((_place(part.span) for part in parts if part.name == "source" and number in part.numbers), "-"),
            next((_place(part.span) for part in parts if part.name == "cue" and number in part.numbers), "-"),
            tuple(_place(part.span) for part in parts if part.name == "content" and number in part.numbers),
            tuple(_place(part.span) for part in parts if part.name == "relay" and number in part.numbers),
        )
        for number in numbers
    ]


def _found(attribution: Attribution) -> Found:
    content = tuple(_place(span) for span in attribution.content)
    relays = tuple(_place(label) for label, _ in attribution.relays)
    return _place(attribution.source), _place(attribution.cue), content, relays


@pytest.mark.parametrize("line", lines(Path(__file__).with_name("cases.txt")))
def test_a_sentence_gives_its_attributions_and_its_own_statements(line: str) -> None:
    text, parts = marked(line)
    tags = read(text)
    assert _wanted(parts) == [_found(attribution) for attribution in tags.attributions]
    assert [_place(part.span) for part in parts if part.name == "own"] == [_place(span) for span in tags.own]
