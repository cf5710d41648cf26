"""Mentions for those who act."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from sayso.claims.cast import Cast
from sayso.records import Mention
from sayso.spans import Span, cut

BODY = "Chad and Niger asked Ali Sidou of Sefa, a herder; up to 40 Norse riders left."


def _span(words: str) -> Span:
    return cut(BODY, BODY.index(words), BODY.index(words) + len(words))


def _named(words: str, mentioned: Sequence[str]) -> list[str]:
    cast = Cast(BODY, [Mention(f"m{number}", _span(one), "person", "e1") for number, one in enumerate(mentioned, 1)])
    ids = cast.ids(_span(words))
    return [mention.span.text for mention in cast.mentions if mention.id in ids]


@pytest.mark.parametrize(
    ("words", "mentioned", "expected"),
    [
        ("Chad and Niger", ["Chad", "Niger"], ["Chad", "Niger"]),
        ("Chad and Niger", ["Chad"], ["Chad and Niger"]),
        ("Ali Sidou of Sefa", ["Ali Sidou"], ["Ali Sidou"]),
        ("Ali Sidou of Sefa", ["Sefa"], ["Ali Sidou of Sefa"]),
        ("up to 40 Norse riders", ["up to 40 Norse"], ["up to 40 Norse riders"]),
        ("up to 40 Norse riders", ["Norse riders"], ["Norse riders"]),
    ],
)
def test_a_party_is_the_mention_that_reaches_the_end_of_its_noun(
    words: str, mentioned: Sequence[str], expected: Sequence[str]
) -> None:
    assert expected == _named(words, mentioned)


def test_a_time_is_nobody() -> None:
    cast = Cast(BODY, [Mention("m1", _span("up to 40 Norse riders"), "time")])
    assert () == cast.ids(_span("up to 40 Norse riders"))


def test_nobody_is_no_mention() -> None:
    assert () == Cast(BODY, ()).ids(None)
