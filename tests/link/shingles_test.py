from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from tests.link.told import WIRE

from sayso.link.shingles import containment, marked_words, resemblance, shingles, told, words
from sayso.records import Block, Text
from sayso.spans import cut

WORDS = ["ferry", "market", "river", "wall", "pens", "scales", "queue"]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


def test_house_style_changes_no_word() -> None:
    assert words("“Al-Hasakah”, he said") == words("Al Ḥasakah – He said.")


def test_capitals_are_marked_and_nothing_else_is_kept_of_the_style() -> None:
    assert " ^the ^post of ^wau said so " == marked_words("“The Post” of Wáu said: so!")


def test_a_reprint_with_cuts_is_contained_in_the_story_though_it_resembles_it_less() -> None:
    whole, cut_down = shingles(WIRE), shingles(WIRE[: len(WIRE) // 3])
    assert containment(whole, cut_down) > 0.9
    assert resemblance(whole, cut_down) < 0.5


def test_a_text_too_short_for_a_run_is_one_run() -> None:
    assert 1 == len(shingles("Seven dead"))


def test_a_text_without_words_has_nothing_in_common_with_any() -> None:
    assert (0.0, 0.0) == (resemblance(shingles("…"), shingles("")), containment(shingles("…"), shingles(WIRE)))


def test_only_paragraphs_are_told() -> None:
    body = "Market hit\nSeven died.\nSubscribe!"
    blocks = (
        Block(cut(body, 0, 10), "title"),
        Block(cut(body, 11, 22), "paragraph"),
        Block(cut(body, 23, 33), "furniture"),
    )
    assert "Seven died." == told(Text(body, blocks))


@given(TEXTS, TEXTS)
def test_both_measures_are_shares_and_do_not_depend_on_the_order(one: str, other: str) -> None:
    a, b = shingles(one), shingles(other)
    assert 0 <= resemblance(a, b) == resemblance(b, a) <= containment(a, b) == containment(b, a) <= 1


@given(st.text())
def test_no_word_keeps_a_point_or_an_accent(text: str) -> None:
    assert not any(unicodedata.combining(letter) for word in words(text) for letter in word)
    assert words(text) == words(unicodedata.normalize("NFD", text))
