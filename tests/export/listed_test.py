"""Which of many words a text may hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.listed import Listed
from sayso.export.redactor import Redactor
from sayso.outgoing import Redaction

ODD = st.text("aAbBıİßſéE\u0301\u0308oöÖ هادي’'ʼ-.4_\u200b\u00ad\n", min_size=1, max_size=6)
MANY = [f"{a}{b}{c}or Tam{c}{b}{a}" for a in "BDGK" for b in "aeiouy" for c in "lmnrstvz"]


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        (["Hadi", "Tamrin"], "It was Hadi.", [0]),
        (["Hadi Tamrin"], "ha\u00addi\n tam\u200brin", [0]),
        (["Hadi"], "Alhadi", []),
        (["هادي"], "قال وهادي", [0]),
        (["Zoë"], "zoe\u0308", [0]),
        (["O’Hara"], "OʼHara", [0]),
        (["4"], "nothing", [0]),
    ],
)
def test_words_are_candidates_where_their_letters_stand(words: list[str], text: str, expected: list[int]) -> None:
    assert expected == Listed(words).candidates(text)


def test_of_a_long_list_only_those_in_the_text_are_looked_at() -> None:
    text = f"{MANY[7]}, and\n{MANY[190].upper()}; {MANY[70].split()[0]} was alone, {MANY[80]}a too long."
    assert [7, 80, 190] == Listed(MANY).candidates(text)


@given(st.lists(ODD.filter(str.strip), min_size=1, max_size=4), st.lists(ODD).map("".join), st.booleans())
def test_whatever_stands_in_a_text_is_a_candidate(words: list[str], text: str, described: bool) -> None:
    listed = tuple(Redaction("source" if described else "name", one, "[x]", "") for one in words)
    text += words[0] + text
    alone = [Redactor((one,)) for one in listed]
    standing = [number for number, one in enumerate(alone) if one._pattern(0, hides=True).search(text)]
    assert set(standing) <= set(Listed(words).candidates(text))
