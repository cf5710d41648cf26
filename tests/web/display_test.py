from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from sayso.web.display import date, language, shown, shown_plain
from sayso.web.messages import load

MESSAGES = load()
CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def test_markup_is_escaped() -> None:
    assert "&lt;script&gt;1&lt;/script&gt; &amp; &#34;x&#34;" == shown('<script>1</script> & "x"')


def test_an_override_is_named_and_kept_where_it_cannot_reorder() -> None:
    expected = 'a<span class="control" data-name="RLO"><span hidden>\u202e</span></span>b'

    assert expected == shown("a\u202eb")


def test_a_character_that_html_cannot_hold_is_named_only() -> None:
    assert '<span class="control" data-name="U+0000"><span hidden></span></span>' == shown("\x00")
    assert '<span class="control" data-name="U+D800"><span hidden></span></span>' == shown("\ud800")


def test_the_marks_that_right_to_left_text_needs_are_left_alone() -> None:
    assert "\u200fعرب\u200e" == shown("\u200fعرب\u200e")


def test_in_attributes_controls_become_names() -> None:
    assert "a[RLO]b[U+0000]" == shown_plain("a\u202eb\x00")


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1))
def test_what_is_shown_reads_back_as_the_same_text(text: str) -> None:
    assert text == html.fromstring(f"<pre>.{shown(text)}</pre>").text_content()[1:]


@given(st.text())
def test_no_control_is_left_outside_a_hidden_span(text: str) -> None:
    outside = re.sub("<span hidden>.</span>", "", shown(text))

    assert [] == CONTROLS.findall(outside)
    shown(text).encode("utf-8")


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-01-16", "16 January 2024"),
        ("2024-01", "January 2024"),
        ("2024", "2024"),
        ("2024-01-16~", "about 16 January 2024"),
        ("2024-01?", "January 2024 (unsure)"),
        ("2024%", "about 2024 (unsure)"),
        ("2024-01-14/2024-01-16", "14 January 2024 to 16 January 2024"),
        ("2024-01-14/..", "2024-01-14/.."),
        ("2024-13", "2024-13"),
        ("202X", "202X"),
        ("<b>", "<b>"),
    ],
)
def test_a_date_is_said_in_words_or_left_as_it_is(edtf: str, words: str) -> None:
    assert words == date(edtf, MESSAGES)


def test_a_language_without_a_name_keeps_its_code() -> None:
    assert ["Arabic", "xx"] == [language(code, MESSAGES) for code in ("ar", "xx")]
