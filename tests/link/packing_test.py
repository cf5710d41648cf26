from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.link.tellings import MARIB, killed, statement, telling

from sayso.link.filing import account, weigh
from sayso.link.packing import packed, unpacked
from sayso.link.pairing import compare
from sayso.link.telling import Name, Telling

DEPOT = "A drone struck a fuel depot near the refinery and killed three guards"
COUNTS = frozenset({killed(3), killed(2, None)})
FULL = telling("a", DEPOT, named="Saleh Qaid", counts=COUNTS, doers=frozenset({Name("brgd", "Brigade")}))
BARE = telling("b", "", days=(), dated=False, spots=(), placed=False, published=None, types=frozenset(), affirms=False)


def bare(one: Telling) -> Telling:
    return replace(one, report="", id="", statements=())


def test_a_telling_survives_its_document() -> None:
    for one in (FULL, BARE):
        assert bare(one) == unpacked(packed(one))


@given(st.text(), st.integers(1, 3_000_000), st.booleans())
def test_any_words_survive(words: str, published: int, affirms: bool) -> None:
    one = telling("a", words, published=published, affirms=affirms, types=frozenset({words}))
    assert bare(one) == unpacked(packed(one))


def test_copies_have_one_account_however_their_names_are_spelt() -> None:
    said = (statement("z.c1", DEPOT),)
    copy = replace(FULL, report="z", id="z:v9", doers=frozenset({Name("brgd", "brigade")}), statements=said)
    assert account(FULL) == account(copy)


def test_what_is_compared_makes_another_account() -> None:
    others = [replace(FULL, days=()), replace(FULL, spots=(MARIB, MARIB)), replace(FULL, denial=True)]
    assert 4 == len({account(one).id for one in (FULL, *others)})


def test_documents_are_weighed_as_their_tellings_are() -> None:
    other = telling("b", "Three guards died when a drone hit the fuel depot", counts=frozenset({killed(3)}))
    assert (
        round(compare(FULL, other).weight, 6)
        == weigh(packed(FULL), packed(other))
        == weigh(packed(other), packed(FULL))
    )
