from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.link.told import BATCH, MAYOR, WIRE, told

from sayso.link.footing import Footing
from sayso.link.kinship import Tie, tie
from sayso.link.origins import CROWD, keys, origins


def groups(*footings: Footing) -> list[tuple[str, ...]]:
    return sorted(tuple(sorted(one.reports)) for one in origins(footings))


def test_a_reprint_and_a_round_up_go_back_to_what_they_pass_on() -> None:
    assert [("digest", "herders"), ("rabak",), ("reprint", "wire")] == groups(*BATCH)


def test_each_origin_says_why_in_sentences() -> None:
    for origin in origins(BATCH):
        assert origin.because
        assert all(sentence.endswith(".") for sentence in origin.because)


def test_a_report_that_stands_alone_says_whom_it_heard() -> None:
    alone = next(one for one in origins(BATCH) if one.reports == ("rabak",))
    assert (
        "Gezira Mail (2024-05-15) quotes Salma Tayeb; no other report of this was found to go back to it."
        == (alone.because[0])
    )


@given(st.permutations(BATCH))
def test_the_order_in_which_reports_come_does_not_matter(shuffled: list[Footing]) -> None:
    assert origins(BATCH) == origins(shuffled)


def test_a_report_that_comes_twice_changes_nothing() -> None:
    assert origins(BATCH) == origins((*BATCH, *BATCH))


def test_a_report_that_only_recalls_the_matter_is_no_origin() -> None:
    recalled = told("recall", "Gulf Weekly", text="The market was hit last week.", own=1, published="2024-05-20")
    assert any("recall" in group and len(group) > 1 for group in groups(*BATCH, recalled))


def copies(count: int) -> list[Footing]:
    return [told(f"copy{at:03}", f"Paper {at}", MAYOR, text=f"{WIRE} {at}") for at in range(count)]


def test_copies_of_one_story_are_one_origin_however_many() -> None:
    (found,) = origins(copies(200))
    assert 200 == len(found.reports)
    assert "of the 200 reports are copies of another, nearly word for word." in found.because[0]


def test_a_crowd_is_compared_with_its_oldest_reports_only(monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = []

    def counted(one: Footing, other: Footing) -> Tie:
        pairs.append((one.report, other.report))
        return tie(one, other)

    monkeypatch.setattr("sayso.link.origins.tie", counted)
    crowd = [told(f"r{at:03}", f"Gazette{at}", MAYOR, text=f"{at} {at + 1} {at * 7} story {at}") for at in range(120)]
    (found,) = origins(crowd)
    assert found.because[-1].endswith("more pairs of reports are tied likewise, less closely.")
    assert len(pairs) <= 120 * CROWD


def test_many_reports_are_grouped_by_their_keys_as_few_are(monkeypatch: pytest.MonkeyPatch) -> None:
    few = origins(BATCH)
    monkeypatch.setattr("sayso.link.origins.FEW", 1)
    assert few == origins(BATCH)


def test_a_report_shares_a_key_with_what_it_hangs_on() -> None:
    wire, reprint, herders, rabak, digest = map(keys, BATCH)
    assert wire & reprint
    assert herders & digest
    assert not rabak & herders
