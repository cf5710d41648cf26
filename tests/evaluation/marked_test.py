"""The reading that a reader without fault would give."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("evaluation.score", reason="the evaluation does not stand beside these tests")

from corpus.tools.gold import report
from evaluation.marked import reading
from tests.corpus.marked import TEXT, marks, put

from sayso.records import Reading


def read(folder: Path) -> Reading:
    outlet = {"report": marks()["report"] | {"outlet": "Lokoja Lamp"}}
    return reading(report(put(folder, "x01", gold=marks(**outlet))))


def test_every_mark_stands_where_the_text_has_it(tmp_path: Path) -> None:
    found = read(tmp_path)
    spans = [*(one.span for one in found.mentions), *(piece for claim in found.claims for piece in claim.content)]
    assert all(TEXT[span.start : span.end] == span.text for span in spans)


def test_a_pronoun_stands_for_the_entity_that_the_marks_give_it(tmp_path: Path) -> None:
    found = read(tmp_path)
    names = {one.id: one.name for one in found.entities}
    assert ["a clerk", "a clerk"] == [names[claim.chain[0].entity or ""] for claim in found.claims]


def test_the_title_is_no_paragraph_and_the_outlet_is_known(tmp_path: Path) -> None:
    text = read(tmp_path).text
    assert ("Lokoja Lamp", "title", "paragraph") == (text.outlet, text.blocks[0].role, text.blocks[1].role)


def test_an_event_is_tied_to_its_place_and_time(tmp_path: Path) -> None:
    found = read(tmp_path)
    assert [("ASSAULT", "p1", "t1")] == [(one.type, one.place, one.time) for one in found.events]
