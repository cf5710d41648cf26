from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.places.scan import runs


def found(body: str) -> list[str]:
    return [body[run[0].start : run[-1].end] for run in runs(body, 0, len(body))]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("shells fell on Deir ez-Zor again", ["Deir ez-Zor"]),
        ("in al-Bukamal and Port-au-Prince", ["al-Bukamal", "Port-au-Prince"]),
        ("from St. Nicolas to U.S. bases", ["St. Nicolas", "U.S."]),
        ("in Rio de Janeiro, Santos", ["Rio de Janeiro", "Santos"]),
        ("Da'el lies north", ["Da'el"]),
        ("a team in An Nahud and As Salif", ["An Nahud", "As Salif"]),
        ("Sudan’s north and Mali's south", ["Sudan", "Mali"]),
        ("the Democratic Republic of the Congo said", ["Democratic Republic of the Congo"]),
        ("Bosnia and Herzegovina voted", ["Bosnia and Herzegovina"]),
        ("the People's Republic of China said", ["People's Republic of China"]),
    ],
)
def test_a_name_is_found_whole(body: str, names: list[str]) -> None:
    assert names == found(body)


@pytest.mark.parametrize("body", ["In Idlib", "On Tuesday Idlib", "President Idlib", "The Idlib"])
def test_function_words_days_and_titles_are_no_part_of_a_name(body: str) -> None:
    assert ["Idlib"] == found(body)


def test_an_acronym_that_spells_a_function_word_is_kept() -> None:
    assert ["WHO"] == found("told by the WHO that")


def test_the_end_of_a_sentence_parts_names() -> None:
    assert ["Buffalo", "Maya Harden"] == found("from Buffalo. Maya Harden died")


@given(st.text(st.sampled_from("aB. -’'éÉاд\n0,"), max_size=40))
def test_every_word_is_quoted_from_the_text(body: str) -> None:
    for run in runs(body, 0, len(body)):
        assert [body[word.start : word.end] for word in run] == [word.text for word in run]
