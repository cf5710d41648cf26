from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sayso.store.words import in_text, name_key, places, shadow

# Letters with marks on them, ligatures, emoji with joiners, and scripts from both directions, beside all the rest.
TRICKY = st.sampled_from(
    ["e\u0301", "ﬁ", "ﷺ", "👩‍🚒", "🇾🇪", "ـ", "آ", "بِ", "شَّ", "שׁ", "ß", "İ", "ς", "한", "က်", "\u200f", "٣", "\r\n"]
)
TEXTS = st.lists(TRICKY | st.characters(exclude_categories=["Cs"]), max_size=40).map("".join)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("الجِسْرُ", "الجسر"),
        ("أحمد آل إبراهيم", "احمد ال ابراهيم"),
        ("مدرسة", "مدرسه"),
        ("علی کریم", "علي كريم"),
        ("مصطفى", "مصطفي"),
        ("جـــســر", "جسر"),
        ("می\u200cرود", "میرود"),
        ("٢٠٢٥", "2025"),
        ("שָׁלוֹם", "שלום"),
        ("Café ﬁre", "CAFE\u0301 fire"),
        ("Łódź, Ærø", "lodz, aero"),
        ("ёлка", "елка"),
        ("Straße", "STRASSE"),
        ("ΛΟΓΟΣ", "λόγος"),
    ],
)
def test_what_people_write_one_for_the_other_has_one_shadow(one: str, other: str) -> None:
    assert shadow(one) == shadow(other)


@pytest.mark.parametrize(("one", "other"), [("قلب", "كلب"), ("حرب", "هرب"), ("bat", "pat"), ("עם", "אם")])
def test_what_means_something_else_has_another_shadow(one: str, other: str) -> None:
    assert shadow(one) != shadow(other)


@given(TEXTS)
def test_how_a_text_is_composed_changes_nothing_in_its_shadow(text: str) -> None:
    assert shadow(unicodedata.normalize("NFC", text)) == shadow(unicodedata.normalize("NFD", text))


@given(TEXTS, TEXTS)
def test_a_shadow_is_made_letter_by_letter(one: str, other: str) -> None:
    assert shadow(one) + shadow(other) == shadow(one + other)


@given(TEXTS)
def test_every_letter_of_a_shadow_has_its_place_in_the_text(text: str) -> None:
    folded, where = places(text)
    assert (shadow(text), len(folded)) == (folded, len(where))
    assert sorted(where) == where
    assert all(letter in shadow(text[at]) for letter, at in zip(folded, where, strict=True))


@given(TEXTS, st.data())
@example("الجِسْر", None)
def test_a_range_of_the_shadow_comes_from_a_range_of_the_text_with_the_marks_on_it(
    text: str, data: st.DataObject | None
) -> None:
    folded, where = places(text)
    if not folded:
        return
    start = data.draw(st.integers(0, len(folded) - 1)) if data else 2
    end = data.draw(st.integers(start + 1, len(folded))) if data else 5
    first, last = in_text(text, where, start, end)
    assert 0 <= first < last <= len(text)
    assert folded[start:end] in shadow(text[first:last])
    assert last == len(text) or shadow(text[last])


def test_a_name_is_looked_up_without_its_article_and_accents() -> None:
    assert "hospital of medecin" == name_key("The Hospital of Médecin")
