"""What a pronoun can stand for."""

from __future__ import annotations

import pytest
from tests.found import found

from sayso.read.coreference import named
from sayso.read.pronouns import fits, gender_of, genders
from sayso.records import MentionType


@pytest.mark.parametrize(
    ("pronoun", "words", "kind"),
    [
        ("he", "Idris Tarig", "person"),
        ("she", "A nurse at the clinic", None),
        ("they", "two residents", None),
        ("they", "the River Guard", "armed_group"),
        ("it", "the ministry", "organisation"),
        ("they", "Idris Tarig and Nahla Osman", "person"),
        ("he", "him", None),
        ("they", "two residents", "person"),
    ],
)
def test_a_pronoun_fits(pronoun: str, words: str, kind: MentionType | None) -> None:
    assert fits(pronoun, words, kind)


@pytest.mark.parametrize(
    ("pronoun", "words", "kind"),
    [
        ("he", "community leaders", None),
        ("he", "Marib", "place"),
        ("she", "the River Guard", "armed_group"),
        ("it", "Idris Tarig", "person"),
        ("it", "two residents", None),
        ("they", "Idris Tarig", "person"),
        ("he", "she", None),
        ("they", "he", None),
    ],
)
def test_a_pronoun_does_not_fit(pronoun: str, words: str, kind: MentionType | None) -> None:
    assert not fits(pronoun, words, kind)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[person|Nahla Osman] left her house.", ["she"]),
        ("[person|Idris Tarig] left. He slept.", []),
        ("[person|Idris Tarig] said he slept.", ["he"]),
        ("Mrs [person|Osman] left.", ["she"]),
        ("[person|Nahla Osman] met [person|Idris Tarig] and his son.", ["he"]),
        ("[person|Nahla Osman] left.\nHis house burned.", []),
    ],
)
def test_gender_is_what_the_report_shows(line: str, expected: list[str]) -> None:
    text, read = found(line)
    names = named(text.body, read.spans, [(0, len(text.body))])
    assert expected == list(genders(text.body, names.mentions).values())


@pytest.mark.parametrize(
    ("words", "expected"), [("his mother", "she"), ("the old fisherman of Marib", "he"), ("a nurse", None)]
)
def test_a_noun_may_show_the_gender(words: str, expected: str | None) -> None:
    assert expected == gender_of(words)
