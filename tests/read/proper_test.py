"""Where a name begins and ends."""

from __future__ import annotations

import pytest

from sayso.read.proper import introduced, is_proper, is_title, of_body, of_person, tidy
from sayso.spans import cut


@pytest.mark.parametrize(("words", "expected"), [("the River Guard", True), ("a boy", False), ("The boy", False)])
def test_a_name_has_a_capital(words: str, expected: bool) -> None:
    assert expected is is_proper(words)


@pytest.mark.parametrize("words", ["Sheikh", "Sen.", "the Deputy Minister", "Public Affairs Officer", "Mr."])
def test_a_title_is_no_name(words: str) -> None:
    assert is_title(words)


@pytest.mark.parametrize("words", ["Idris Tarig", "Sheikh Idris", "River Guard", "Tarig"])
def test_a_name_is_no_title(words: str) -> None:
    assert not is_title(words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("“Idris Tarig,", "Idris Tarig"),
        ("Idris Tarig of", "Idris Tarig"),
        ("Idris Tarig’s", "Idris Tarig"),
        ("the", None),
    ],
)
def test_marks_and_stray_words_are_no_part_of_a_mention(words: str, expected: str | None) -> None:
    span = tidy(words, 0, len(words))
    assert expected == (span.text if span else None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Sen. Idris Tarig", "Idris Tarig"),
        ("Vice Mayor Idris Tarig", "Idris Tarig"),
        ("his brother Idris", "Idris"),
        ("Idris Tarig left", "Idris Tarig"),
        ("the boy", "the boy"),
    ],
)
def test_a_title_is_no_part_of_a_persons_name(words: str, expected: str) -> None:
    assert expected == of_person(words, cut(words, 0, len(words))).text


def test_what_describes_a_body_is_no_part_of_its_name() -> None:
    words = "the banned River Guard"
    assert "River Guard" == of_body(words, cut(words, 0, len(words))).text


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The economist Idris Tarig", "Idris Tarig"),
        ("retired schoolmaster Idris Tarig", "Idris Tarig"),
        ("an officer of the River Guard", "an officer of the River Guard"),
        ("a nurse", "a nurse"),
    ],
)
def test_a_name_may_end_a_description(words: str, expected: str) -> None:
    assert expected == introduced(words)
