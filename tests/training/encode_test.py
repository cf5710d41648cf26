from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("training", reason="the training does not stand beside these tests")

from tests.pieces import pieces
from training.encode import permitted, rows
from training.example import Class, Example, Link, Span

from sayso.read.schema import CLASSES, RELATIONS, TAG_COLUMNS, tags

TEXT = "Two died, the mayor said."


def allowed(example: Example, layer: str) -> list[set[str]]:
    """The tags that each piece may have in one layer."""
    found = permitted(example, pieces(example.text))[:, TAG_COLUMNS[layer]]
    return [{name for name, right in zip(tags(layer), row, strict=True) if right} for row in found]


def test_a_marked_span_begins_and_goes_on() -> None:
    example = Example(TEXT, (Span("source", 10, 19),), covers=frozenset({"source"}))
    assert [{"O"}, {"O"}, {"O"}, {"B-span"}, {"I-span"}, {"O"}, {"O"}] == allowed(example, "source")


def test_a_span_without_a_type_may_be_anything_or_nothing() -> None:
    example = Example("It fell", (Span("cue", 0, 2, ()),), covers=frozenset({"cue"}))
    assert [set(tags("cue")), {"O"}] == allowed(example, "cue")


def test_a_layer_that_is_not_covered_may_be_anything() -> None:
    example = Example("It fell", (Span("cue", 0, 2),), covers=frozenset({"source"}))
    assert [set(tags("cue"))] * 2 == allowed(example, "cue")


def test_a_type_that_a_corpus_leaves_open_is_never_wrong_where_it_marks_nothing() -> None:
    example = Example("Rana fell", (Span("mention", 0, 4, ("person",)),), covers=frozenset({"mention.person"}))
    first, second = allowed(example, "mention")
    assert {"B-person"} == first
    assert {"O", "B-time", "I-time"} < second
    assert not second & {"B-person", "I-person"}


def test_one_of_several_types_will_do() -> None:
    example = Example("Nadra fell", (Span("mention", 0, 5, ("place", "facility")),), covers=frozenset({"mention"}))
    assert [{"B-place", "B-facility"}, {"O"}] == allowed(example, "mention")


def test_of_spans_that_overlap_the_longer_is_taught() -> None:
    marked = (Span("source", 14, 19), Span("source", 10, 19))
    assert {"I-span"} == allowed(Example(TEXT, marked, covers=frozenset({"source"})), "source")[4]


def test_a_row_counts_its_links_and_classes_from_the_end_piece() -> None:
    links = (Link("source", 0, 10), Link("cue", 0, None))
    example = Example(TEXT, (), links, (Class("polarity", 0, "negative"), Class("factuality", 4, -1.5)))
    (row,) = rows(example, pieces(TEXT))
    names = list(RELATIONS)
    assert ((names.index("source"), 1, 4), (names.index("cue"), 1, 0)) == row.links
    assert ((list(CLASSES).index("polarity"), 1, 1),) == row.classes
    assert ((2, -1.5),) == row.values
    assert {9} == {len(row.ids), len(row.shapes), len(row.allowed)}


def test_a_class_that_is_not_known_and_a_link_from_nowhere_teach_nothing() -> None:
    example = Example(TEXT, (), (Link("source", 1, 10),), (Class("voice", 0, "unspecified"),))
    (row,) = rows(example, pieces(TEXT))
    assert ((), ()) == (row.links, row.classes)


def test_a_link_out_of_a_window_teaches_nothing_and_a_span_that_is_cut_is_left_open() -> None:
    text = "One fell. " * 130
    whole = Example(text, (Span("own", 0, len(text) - 1),), (Link("source", 0, 1290),), covers=frozenset({"own"}))
    first, second = rows(whole, pieces(text))
    assert () == first.links
    assert np.all(first.allowed[:, TAG_COLUMNS["own"]]) and np.all(second.allowed[:, TAG_COLUMNS["own"]])
