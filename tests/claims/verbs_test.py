"""Forms of verbs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.verbs import forms, known, lemma


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("seize", {"seize": "base", "seizes": "s", "seizing": "ing", "seized": "past"}),
        ("deny", {"deny": "base", "denies": "s", "denying": "ing", "denied": "past"}),
        ("clash", {"clash": "base", "clashes": "s", "clashing": "ing", "clashed": "past"}),
        ("expel", {"expel": "base", "expels": "s", "expelling": "ing", "expelled": "past"}),
        ("flee", {"flee": "base", "flees": "s", "fleeing": "ing", "fled": "past"}),
        ("take", {"take": "base", "takes": "s", "taking": "ing", "took": "past", "taken": "participle"}),
    ],
)
def test_a_verb_has_its_forms(verb: str, expected: dict[str, str]) -> None:
    assert expected == forms(verb)


def test_a_form_that_never_changes_counts_as_past() -> None:
    assert "past" == forms("cut")["cut"]


@given(st.from_regex(r"[a-z]{3,9}", fullmatch=True))
def test_every_verb_is_a_form_of_its_own(verb: str) -> None:
    assert verb in forms(verb)


def test_a_form_may_be_of_two_kinds() -> None:
    assert frozenset({"past"}) == known()["raided"]
    assert {"base"} <= known()["raid"]


def test_a_form_leads_back_to_its_verb() -> None:
    assert ("launch", "bargemen") == (lemma("launched"), lemma("bargemen"))
