from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.store.terms import MOST_TERMS, Term, loosened, terms
from sayso.store.words import shadow


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Bridge closed", (Term(("bridge",), "start"), Term(("closed",), "start"))),
        ('"fuel depot" fire', (Term(("fuel", "depot"), "whole"), Term(("fire",), "start"))),
        ("al-Raqqa", (Term(("al", "raqqa"), "start"),)),
        ("الجسر", (Term(("الجسر",), "part"),)),
        ("גשר", (Term(("גשר",), "part"),)),
        ("من", (Term(("من",), "start"),)),
        ("мост", (Term(("мост",), "start"),)),
        ('"unclosed word', (Term(("unclosed", "word"), "whole"),)),
        (' ?! "" ', ()),
        ("one one", (Term(("one",), "start"),)),
    ],
)
def test_what_is_typed_becomes_terms(typed: str, expected: tuple[Term, ...]) -> None:
    assert expected == terms(typed)


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        (Term(("dep",), "start"), "the depot", True),
        (Term(("epo",), "start"), "the depot", False),
        (Term(("dep",), "whole"), "the depot", False),
        (Term(("al", "raq"), "start"), "Al-Raqqa", True),
        (Term(("fuel", "depot"), "whole"), "fuel\n— depot", True),
        (Term(("الجسر",), "part"), "والجسر", True),
    ],
)
def test_a_term_matches_by_beginning_as_it_is_or_by_part(term: Term, text: str, found: bool) -> None:
    assert found == bool(term.pattern.search(shadow(text)))


def test_where_nothing_begins_so_words_are_looked_through() -> None:
    assert (Term(("epo",), "part"), Term(("of",), "start")) == loosened(terms("epo of"))
    assert (Term(("fuel", "depot"), "whole"),) == loosened(terms('"fuel depot"'))


@given(st.text(max_size=200))
def test_a_query_holds_no_sign_that_full_text_search_would_read(typed: str) -> None:
    found = terms(typed)
    assert len(found) <= MOST_TERMS
    assert all('"' not in word and word for term in found for word in term.words)
