from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.link import words


def test_words_are_given_back_as_they_are_written() -> None:
    assert ("herders", "shot") == words.written(frozenset({"herder", "shot"}), "Herders were shot")


@pytest.mark.parametrize("word", ["fire", "fires", "fired", "firing"])
def test_forms_of_a_word_have_one_stem(word: str) -> None:
    assert words.stem("fire") == words.stem(word)


def test_words_that_every_sentence_has_carry_no_meaning() -> None:
    assert frozenset() == words.stems("It was said that they were on Monday")


def test_different_words_for_one_act_are_one_concept() -> None:
    assert "kill" in words.concepts(words.stems("four perished"), "acts")
    assert "kill" in words.concepts(words.stems("four bodies"), "acts")


def test_a_table_not_asked_for_is_not_looked_into() -> None:
    assert frozenset() == words.concepts(words.stems("a quadcopter"), "things")


def test_a_sign_is_found_by_whole_words() -> None:
    assert words.listed("nothing", "It never happened, he said.")
    assert not words.listed("whole", "The company manyfold")


@given(st.text())
def test_stems_of_any_text_are_stems_of_its_words(text: str) -> None:
    assert words.stems(text) <= {words.stem(word) for word in words.words(text)}
