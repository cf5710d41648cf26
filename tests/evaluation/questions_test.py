from __future__ import annotations

import pytest

pytest.importorskip("evaluation.questions", reason="the evaluation does not stand beside these tests")

from evaluation.questions import Answers, Marks, Pair, matched

from sayso.link.telling import Ref

SAYS, SAYS_MORE, OTHER = Ref("a", "c1"), Ref("a", "c2"), Ref("a", "c3")
DENIES, ELSEWHERE = Ref("b", "c1"), Ref("d", "c1")
SOURCES = {
    SAYS: ("a", "the mayor"), SAYS_MORE: ("a", "the mayor"), OTHER: ("a", "a nurse"), DENIES: ("b", "the army"),
    ELSEWHERE: ("d", "the mayor"),
}  # fmt: skip


def pair(one: Ref, other: Ref) -> Pair:
    return frozenset((one, other))


MARKED = Marks(frozenset({pair(SAYS, DENIES)}), {pair(SAYS, DENIES): "happened"}, sources=SOURCES)


def counted(found: dict[Pair, str], marks: Marks = MARKED) -> Answers:
    answers = Answers()
    answers.count(found, marks)
    return answers


def test_the_marked_pair_itself_is_right() -> None:
    assert Answers(right=1, found=1, met=1, marked=1) == counted({pair(SAYS, DENIES): "happened"})


def test_another_claim_of_the_same_source_in_the_same_report_will_do() -> None:
    assert Answers(right=1, found=1, met=1, marked=1) == counted({pair(SAYS_MORE, DENIES): "happened"})


@pytest.mark.parametrize("wrong", [OTHER, ELSEWHERE])
def test_another_source_or_another_report_will_not(wrong: Ref) -> None:
    assert Answers(right=0, found=1, met=0, marked=1) == counted({pair(wrong, DENIES): "happened"})


def test_another_question_will_not() -> None:
    assert Answers(right=0, found=1, met=0, marked=1) == counted({pair(SAYS_MORE, DENIES): "killed"})


def test_a_marked_pair_is_met_once() -> None:
    found = {pair(SAYS, DENIES): "happened", pair(SAYS_MORE, DENIES): "happened"}
    assert Answers(right=1, found=2, met=1, marked=1) == counted(found)


def test_what_is_marked_otherwise_as_contrary_is_no_error_and_meets_nothing() -> None:
    marks = Marks(MARKED.pairs, MARKED.slots, frozenset({pair(OTHER, DENIES)}), SOURCES)
    assert Answers(right=1, found=1, met=0, marked=1) == counted({pair(OTHER, DENIES): "happened"}, marks)


def test_as_many_pairs_as_possible_are_given_away() -> None:
    more = Ref("b", "c2")
    sources = SOURCES | {more: ("b", "the army")}
    wanted = {pair(SAYS, DENIES), pair(SAYS_MORE, more)}
    found = {pair(SAYS, more): "happened", pair(SAYS_MORE, DENIES): "happened"}
    assert wanted == set(matched(found, wanted, Marks(frozenset(wanted), sources=sources)).values())


def test_figures_are_shares_of_the_found_and_of_the_marked() -> None:
    assert "P 0.500  R 0.250  F1 0.333  (1 of 4 met)" == str(Answers(right=1, found=2, met=1, marked=4))
