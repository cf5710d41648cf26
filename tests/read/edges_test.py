from __future__ import annotations

import pytest

from sayso.read.edges import end_of, undetermined


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
