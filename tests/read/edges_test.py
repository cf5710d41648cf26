from __future__ import annotations

import pytest

from sayso.read.edges import Stretches, end_of, undetermined, whole
from sayso.spans import Span


@pytest.mark.parametrize(
    ("kept", "given"),
    [
        ("the mayor", "the mayor"),
        ("the mayor", "the mayor of the"),
        ("two men", "two men who"),
        ("the port of Aden", "the port of Aden"),
        ("The", "The"),
    ],
)
def test_words_that_lead_on_are_not_kept(kept: str, given: str) -> None:
    assert kept == given[: end_of(given, 0, len(given))]


@pytest.mark.parametrize(("kept", "given"), [("mayor", "The mayor"), ("mayor", "their mayor"), ("Theresa", "Theresa")])
def test_an_article_is_taken_off(kept: str, given: str) -> None:
    assert kept == undetermined(given)


@pytest.mark.parametrize(
    ("expected", "part"), [("Marie-Ange", "Ange"), ("Marie-Ange", "Marie"), ("ange", "ange"), ("Dorcé", "Dorcé")]
)
def test_a_hyphened_name_is_taken_whole(expected: str, part: str) -> None:
    body = "The nurse Marie-Ange Dorcé saw an arch-ange there"
    at = body.rindex(part)
    start, end = whole(body, at, at + len(part))
    assert expected == body[start:end]


def test_stretches_know_what_lies_in_them() -> None:
    body = "x" * 60
    held = Stretches(Span(start, end, body[start:end]) for start, end in ((30, 40), (0, 20), (5, 8)))
    assert [True, True, False, False] == [held.cover(*place) for place in ((10, 20), (30, 31), (19, 21), (25, 26))]
    assert [True, True, False, False] == [held.touch(*place) for place in ((19, 25), (28, 31), (20, 30), (40, 50))]
