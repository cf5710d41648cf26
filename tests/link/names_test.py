from __future__ import annotations

import pytest

from sayso.link import names
from sayso.link.telling import kinds


@pytest.mark.parametrize(("one", "other"), [("Hasakah", "Hassakeh"), ("Qasim", "Kassem"), ("Müller", "Muller")])
def test_spellings_of_a_name_have_one_key(one: str, other: str) -> None:
    assert names.key(one) == names.key(other)


def test_a_short_name_is_compared_letter_by_letter() -> None:
    assert names.key("Omar") != names.key("Amir")


def test_particles_and_common_words_are_no_part_of_a_name() -> None:
    assert names.parts("Salih bin Harib") == names.parts("the Salih al-Harib")


def test_a_name_is_shown_as_written() -> None:
    assert ["al-Harib"] == [str(name) for name in names.parts("al-Harib")]


def test_values_stand_in_a_sentence_each_once() -> None:
    assert "3, the Harib Guards" == names.listed([*names.parts("the Harib Guards"), 3, 3])


def test_who_has_no_name_is_told_by_other_words() -> None:
    assert kinds("masked", "gunmen") != names.described("masked gunmen")
    assert names.described("masked gunmen") == names.described("Masked gunmen".lower())
