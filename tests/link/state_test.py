from __future__ import annotations

from dataclasses import replace

import pytest
from tests.link.tellings import statement, telling

from sayso.link.names import described
from sayso.link.state import rivals, standing
from sayso.link.telling import NOBODY, PARTIES, Names, Telling, kinds

TEXT = "Herders were shot at the well"


def told(report: str, blames: str = "") -> Telling:
    lead = statement(f"{report}.c1", TEXT, main=True, blames=blames)
    return replace(telling(report, TEXT), statements=(lead,))


def denied(report: str) -> Telling:
    denial = statement(f"{report}.c1", "any shot was fired", by="The garrison", kind="denial", polarity="negative")
    return replace(telling(report, TEXT), statements=(denial,), affirms=False, denial=True)


def test_one_origin_alone_is_single() -> None:
    result = standing([told("a"), told("b")], [["a", "b"]])
    assert result.state == "single-origin"
    assert result.because == ("One origin affirms that it happened: a, b.",)


def test_an_origin_that_only_mentions_it_is_not_said_to_affirm_it() -> None:
    aside = replace(telling("a", TEXT), statements=(statement("a.c1", "a similar raid", kind="forecast"),))
    assert ("One origin mentions it: a.",) == standing([aside], [["a"]]).because


def test_two_origins_corroborate() -> None:
    assert standing([told("a"), told("b")], [["a"], ["b"]]).state == "corroborated"


def test_a_later_report_of_an_origin_may_quote_the_other_side() -> None:
    first, later, other = told("c", "the Harib Guards"), told("a", "the Sarwah Column"), told("b", "the Sarwah Column")
    later = replace(later, published=(first.published or 0) + 1)
    assert standing([first, later, other], [["a", "c"], ["b"]]).state == "disputed"


def test_two_origins_that_name_different_perpetrators_dispute() -> None:
    result = standing([told("a", "the Harib Guards"), told("b", "the Sarwah Column")], [["a"], ["b"]])
    assert result.state == "disputed"
    assert result.because[1] == "a says that it was the Harib Guards, b that it was the Sarwah Column."


def test_rival_names_within_one_origin_dispute_nothing() -> None:
    both = [told("a", "the Harib Guards"), told("b", "the Sarwah Column")]
    assert standing(both, [["a", "b"]]).state == "single-origin"


def test_one_origin_and_a_denial_of_the_whole_is_denied() -> None:
    result = standing([told("a"), denied("b")], [["a"], ["b"]])
    assert result.state == "denied"
    assert "It is denied as a whole in b." in result.because


def test_a_denial_does_not_undo_corroboration() -> None:
    assert standing([told("a"), told("b"), denied("c")], [["a"], ["b"], ["c"]]).state == "corroborated"


def test_origins_of_other_incidents_are_left_out() -> None:
    assert standing([told("a")], [["a"], ["x", "y"]]).state == "single-origin"


def test_what_nobody_affirms_says_so() -> None:
    assert standing([denied("b")], [["b"]]).because[0] == "No origin affirms that it happened."


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("the Harib Guards", "the Sarwah Column", True),
        ("the Harib Guards", "guards from Harib", False),
        ("fighters", "the Sarwah Column", False),
        ("fighters", "soldiers", True),
        ("soldiers", "soldiers", False),
    ],
)
def test_perpetrators_exclude_each_other_or_not(one: str, other: str, expected: bool) -> None:
    assert expected == rivals(_kind(one) or described(one), _kind(other) or described(other))


def _kind(words: str) -> Names:
    return kinds(words) & PARTIES


def test_where_nobody_is_named_nothing_is_excluded() -> None:
    assert not rivals(NOBODY, described("the Sarwah Column"))
