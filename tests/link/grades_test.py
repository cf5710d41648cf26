from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sayso.errors import BadValue, Unconfirmed
from sayso.link import grades
from sayso.rulings import Attested, Grade

attested = some.builds(
    Attested, origins=some.integers(0, 5), independent=some.integers(0, 5), against=some.integers(0, 5),
    withdrawn=some.booleans(),
).filter(lambda one: one.independent <= one.origins)  # fmt: skip


def test_a_source_is_graded_by_a_letter_in_the_words_of_the_scale() -> None:
    grade = grades.reliability("b")
    assert ('admiralty-scale:source-reliability="b"', "B", "Usually reliable") == (
        grade.tag,
        grade.value,
        grade.meaning,
    )


def test_a_claim_is_graded_by_a_number_in_the_words_of_the_scale() -> None:
    grade = grades.credibility("2")
    assert ('admiralty-scale:information-credibility="2"', "2", "Probably true") == (
        grade.tag, grade.value, grade.meaning,
    )  # fmt: skip


@pytest.mark.parametrize("letter", ["G", "", "1", "AB", "a b"])
def test_a_letter_outside_the_scale_is_refused(letter: str) -> None:
    with pytest.raises(BadValue, match="is no grade of source reliability") as caught:
        grades.reliability(letter)
    assert "Give one of A to F." == caught.value.cure


@pytest.mark.parametrize("number", ["0", "7", "A", "", "1.5"])
def test_a_number_outside_the_scale_is_refused(number: str) -> None:
    with pytest.raises(BadValue, match="is no grade of information credibility") as caught:
        grades.credibility(number)
    assert "Give one of 1 to 6." == caught.value.cure


@pytest.mark.parametrize("value", [*"ABCDEF", *"123456"])
def test_a_tag_means_the_grade_it_was_made_from(value: str) -> None:
    grade = grades.reliability(value) if value.isalpha() else grades.credibility(value)
    assert grade == grades.tagged(grade.tag)


@pytest.mark.parametrize("tag", ["", "b", 'tlp:source-reliability="b"', 'admiralty-scale:source-reliability="g"'])
def test_a_tag_of_another_scale_is_refused(tag: str) -> None:
    with pytest.raises(BadValue):
        grades.tagged(tag)


def test_a_grade_holds_no_number_to_multiply_with() -> None:
    assert {"str"} == {str(field.type) for field in fields(Grade)}


@given(attested, some.sampled_from("123456"))
def test_a_person_may_give_any_grade_but_1_below_two_independent_origins(given: Attested, number: str) -> None:
    if number == "1" and given.independent < 2:
        with pytest.raises(Unconfirmed):
            grades.confirmed(number, given)
    else:
        assert number == grades.confirmed(number, given).value


@pytest.mark.parametrize(
    ("given", "why"),
    [(Attested(1, 1), "no second origin affirms it"), (Attested(3, 1), "no two of them are shown to be independent")],
)
def test_a_refused_1_says_what_is_lacking(given: Attested, why: str) -> None:
    with pytest.raises(Unconfirmed, match=why):
        grades.confirmed("1", given)


@pytest.mark.parametrize(
    ("number", "given"),
    [
        ("1", Attested(2, 2)), ("2", Attested(3, 3, 1)), ("3", Attested(2, 1)), ("4", Attested(1, 1, 1)),
        ("4", Attested(3, 1, 1)), ("4", Attested(2, 2, 2)), ("5", Attested(1, 1, 2)),
        ("5", Attested(4, 4, withdrawn=True)), ("5", Attested(0, 0, 1)),
        ("6", Attested(1, 1)), ("6", Attested(0, 0)),
    ],
)  # fmt: skip
def test_what_is_proposed_follows_from_what_is_attested(number: str, given: Attested) -> None:
    assert number == grades.propose(given).grade.value


@given(attested)
def test_whatever_is_proposed_may_be_confirmed(given: Attested) -> None:
    proposal = grades.propose(given)
    assert proposal.grade == grades.confirmed(proposal.grade.value, given)
    assert all(sentence.endswith(".") and not sentence[0].islower() for sentence in proposal.because)


@given(attested.filter(lambda one: one.origins > 0 and not one.withdrawn))
def test_a_voice_against_never_makes_a_claim_more_credible(given: Attested) -> None:
    further = Attested(given.origins, given.independent, given.against + 1)
    better, worse = (grades.propose(one).grade.value for one in (given, further))
    assert better <= worse or better == "6"  # 6 says that nothing is known, which is not the worst
