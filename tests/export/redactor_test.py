"""Words taken out of texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.redactor import Redactor
from sayso.outgoing import Redaction, Withheld


def redactor(*words: str, kind: Withheld = "name") -> Redactor:
    return Redactor(tuple(Redaction(kind, one, "[x]", "") for one in words))


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("Hadi Tamrin", "hadi  tamrin’s door", "[x]’s door"),
        ("Hadi", "Hadi’s, HADI, hadi, Hadiya", "[x]’s, [x], hadi, Hadiya"),
        ("Al-Tamrin", "Al‑Tamrin and al-Tamrin", "[x] and al-Tamrin"),
        ("Zoë", "Zoe\u0308 left, Zoë too", "[x] left, [x] too"),
        ("هادي", "قال هادي", "قال [x]"),
        ("O’Hara", "O'Hara", "[x]"),
        ("C. Dor", "C. Dor.", "[x]."),
    ],
)
def test_words_are_found_however_they_are_written(words: str, text: str, expected: str) -> None:
    assert expected == redactor(words).text(text)


def test_of_words_within_words_the_longer_go() -> None:
    assert "a [x] ran" == redactor("Hadi", "Hadi Tamrin, a baker", "Tamrin").text("a Hadi Tamrin, a baker ran")


def test_words_that_overlap_go_together() -> None:
    assert "[x]" == redactor("Tell Anab", "Anab Hill").text("Tell Anab Hill")


def test_a_piece_of_a_text_loses_what_is_cut_off_at_its_edge() -> None:
    body = "It was Hadi Tamrin, a baker."
    whole = redactor("Hadi Tamrin, a baker")
    assert "[x]." == whole.piece(body[12:], 12, whole.cuts(body))


def test_without_a_list_nothing_changes() -> None:
    assert "Hadi" == Redactor(()).text("Hadi")


def test_a_description_is_found_in_any_case() -> None:
    assert "[x] said" == redactor("nurse at the clinic", kind="source").text("Nurse at the Clinic said")


@given(st.lists(st.text(min_size=1).filter(str.strip), min_size=1, max_size=4), st.text())
def test_nothing_is_left_to_take_out(words: list[str], text: str) -> None:
    taken = redactor(*words)
    once = taken.text(text)
    assert not [cut for cut in taken.cuts(once) if "[x]" not in once[max(0, cut.start - 3) : cut.end + 3]]


def test_an_address_is_known_as_a_whole() -> None:
    taken = Redactor((Redaction("address", "https://a.example/hadi", "https://a.example/", ""),))
    assert ["https://a.example/", "https://a.example/x", None] == [
        taken.address(url) for url in ("https://a.example/hadi", "https://a.example/x", None)
    ]
