from __future__ import annotations

import pytest

pytest.importorskip("training", reason="the training does not stand beside these tests")

from training.example import Class, Example, Link, Span
from training.figures import agreement, entities, matched, pearson, score

from sayso.read.decode import Found, Linked, Read

CONTENT, SOURCE = Found("content", "span", 0, 8, 0), Found("source", "span", 10, 19, 3)
MARKED = Example(
    "Two died, the mayor said.",
    (Span("content", 0, 8), Span("source", 10, 19)),
    (Link("source", 0, 10),),
    (Class("kind", 0, "denial"),),
    frozenset({"content", "source"}),
)


def test_what_is_read_as_marked_scores_one() -> None:
    read = Read((CONTENT, SOURCE), (Linked("source", CONTENT, SOURCE),), ((CONTENT, {"kind": "denial"} | OTHERS),))
    figures = score([(MARKED, read)]).figures()
    wanted = ("content", "exact content", "source", "link source", "class kind")
    assert [1.0] * 5 == [figures[name] for name in wanted]


OTHERS = {"polarity": "positive", "certainty": "certain"}


def test_a_span_that_overlaps_by_half_is_found_but_not_exact() -> None:
    figures = score([(MARKED, Read((Found("content", "span", 4, 8, 1),)))]).figures()
    assert (1.0, 0.0, 0.0) == (figures["content"], figures["exact content"], figures["source"])


def test_a_link_to_another_place_and_a_link_to_none_count_against_it() -> None:
    wrong = Read((CONTENT,), (Linked("source", CONTENT, CONTENT),))
    none = Read((CONTENT,), (Linked("source", CONTENT, None),))
    tallies = [score([(MARKED, read)]).tallies["link source"] for read in (wrong, none)]
    assert [(1, 1, 0), (1, 0, 0)] == [(one.marked, one.found, one.both) for one in tallies]


def test_a_layer_that_is_not_covered_has_no_figure() -> None:
    assert "cue" not in score([(MARKED, Read())]).figures()


def test_spans_pair_one_to_one_the_best_first() -> None:
    assert [(1, 0)] == matched([(0, 6), (0, 10)], [(0, 10)])


def test_entities_need_the_right_type_under_its_common_name() -> None:
    example = Example("Nadra fell", (Span("phrase", 0, 5, ("place",)),))
    read = Read((Found("phrase", "facility", 0, 5, 0),))
    assert 1.0 == entities([(example, read)], "phrase", lambda kind: "place" if kind == "facility" else kind)
    assert 0.0 == entities([(example, read)], "phrase", str)


def test_correlation_is_that_of_a_line() -> None:
    assert 1.0 == round(pearson([1, 2, 3], [5, 7, 9]), 6)
    assert [0.0, 0.0] == [pearson([1, 1], [1, 2]), pearson([1], [1])]


def test_agreement_is_the_share_of_spans_that_both_have() -> None:
    assert 0.5 == agreement([(Read((CONTENT, SOURCE)), Read((CONTENT,)))])
    assert 0.0 == agreement([(Read(), Read())])
