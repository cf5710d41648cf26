"""Pieces that the encoder broke off go on to where the phrase ends."""

from __future__ import annotations

import pytest

from sayso.read.decode import Found
from sayso.read.mending import mended


def _spans(body: str, *words: str) -> list[Found]:
    return [Found("content", "span", at := body.index(one), at + len(one), number) for number, one in enumerate(words)]


def _mended(body: str, *words: str) -> list[tuple[int, str]]:
    """How many pieces each mended span was made of, and its words."""
    return [(len(pieces), body[one.start : one.end]) for pieces, one in mended(body, _spans(body, *words))]


def test_two_pieces_of_one_phrase_are_put_together() -> None:
    body = "They closed the road between Marib and Harib until dawn, sources say."
    assert [(2, "They closed the road between Marib and Harib until dawn")] == _mended(
        body, "They closed the road between Marib and", "until dawn"
    )


def test_a_piece_that_nothing_follows_goes_on_to_the_next_mark() -> None:
    body = "Reportedly a commander in the group, known as Abu Yasar, fled."
    assert [(1, "a commander in the group")] == _mended(body, "a commander in the")


def test_a_piece_of_another_sentence_is_not_taken_in() -> None:
    body = "He shut his school for a year. Nobody came."
    assert [(1, "his school for a year")] == _mended(body, "his school for a", "Nobody came")


@pytest.mark.parametrize("whole", ["The windows came in", "the man he spoke to", "nobody was hurt"])
def test_what_ends_where_the_clause_ends_stands(whole: str) -> None:
    assert [] == _mended(f"She says {whole}, and left.", whole)
