"""The parts that words play, and noun phrases."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.clauses import parts, phrases, span


def _parts(line: str) -> str:
    return "".join(word.part for word in parts(line, 0, len(line)))


def _phrases(line: str) -> list[str]:
    words = parts(line, 0, len(line))
    return [span(line, words, one.first, one.last).text for one in phrases(words)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The army attacked the post.", "DNVDN;"),
        ("The attacked post burned.", "DNNV;"),
        ("Masked men seized fuel.", "NNVN;"),
        ("He was shelling the post.", "OBVDN;"),
        ("The shelling of the post went on.", "DNPDNVP;"),
        ("He said that the mayor fled.", "OVSDNV;"),
        ("The man that fled said that.", "DNRVVS;"),
        ("That man fled.", "DNV;"),
        ("It vowed to leave.", "OVXV;"),
        ("It went to Sefa.", "OVPN;"),
        ("The army attacks the post.", "DNVDN;"),
        ("Attacks on the post ended.", "NPDNV;"),
        ("They attack Sefa.", "OVN;"),
        ("It came last week.", "OVTT;"),
        ("He came in May.", "OVPT;"),
        ("They may leave.", "OXV;"),
        ("It has fallen, but was seized.", "OXV,CBV;"),
        ("They will embargo the port.", "OXVDN;"),
        ("Up to 40 men ran around a house.", "DDNVPDN;"),
        ("The mayor's house was hit at 9.40 a.m. today", "DNGNBVPTA"),
    ],
)
def test_a_word_plays_the_part_that_its_neighbours_leave_it(line: str, expected: str) -> None:
    assert expected == _parts(line)


def test_short_asides_in_brackets_are_left_out() -> None:
    assert "DNV;" == _parts("The union (RTU) left.")


def test_a_name_of_the_hours_stays_a_name() -> None:
    assert ["the Dawn Front"] == _phrases("Men of the Dawn Front left at dawn.")[1:]


def test_a_phrase_ends_where_the_next_begins() -> None:
    assert ["He", "the mayor's wife", "a letter"] == _phrases("He gave the mayor's wife a letter.")


def test_a_phrase_knows_its_preposition() -> None:
    words = parts("Men of the front left.", 0, 22)
    assert [-1, 1] == [one.governor for one in phrases(words)]


@given(st.text(alphabet="aThe seized by ’s was to, .\U0001f600ع(1", max_size=60))
def test_phrases_quote_their_text_and_do_not_overlap(body: str) -> None:
    words = parts(body, 0, len(body))
    found = list(phrases(words))
    assert all(one.last <= other.first for one, other in pairwise(found))
    for one in found:
        quoted = span(body, words, one.first, one.last)
        assert quoted.text == body[quoted.start : quoted.end]
