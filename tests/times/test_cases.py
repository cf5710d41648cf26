from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from sayso.records import Block, Text
from sayso.spans import cut
from sayso.times import find

MARK = re.compile(r"\[([^|\]]+)\|([^|\]]+)(?:\|(\w+))?\]")


class Case(NamedTuple):
    body: str
    published: str | None
    times: list[tuple[str, str | None, str | None]]


def case(line: str, published: str | None) -> Case:
    times = [(quote, None if edtf == "-" else edtf, part or None) for quote, edtf, part in MARK.findall(line)]
    return Case(MARK.sub(r"\1", line), published, times)


def cases() -> list[Case]:
    found, published = [], None
    for line in Path(__file__).with_name("cases.txt").read_text("utf-8").splitlines():
        if line.startswith("@ "):
            published = None if line == "@ -" else line[2:]
        elif line and not line.startswith("#"):
            found.append(case(line, published))
    return found


def paragraph(body: str, published: str | None) -> Text:
    return Text(body, (Block(cut(body, 0, len(body)), "paragraph"),), published=published, language="en")


@pytest.mark.parametrize("wanted", cases(), ids=lambda wanted: wanted.body[:60])
def test_a_marked_sentence_gives_the_times_it_is_marked_with(wanted: Case) -> None:
    found = find(paragraph(wanted.body, wanted.published))
    assert wanted.times == [(time.span.text, time.edtf, time.part_of_day) for time in found]


def test_there_are_enough_cases_to_trust() -> None:
    assert len(cases()) > 200
