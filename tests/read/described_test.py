"""People and bodies that are brought in by words alone."""

from __future__ import annotations

import pytest

from sayso.read.decode import Found
from sayso.read.described import described, is_person, kind_of_noun
from sayso.spans import Span, cut


def _phrase(body: str, words: str, kind: str = "person") -> Found:
    start = body.index(words)
    return Found("phrase", kind, start, start + len(words), start)


def _described(body: str, *phrases: str, known: tuple[str, ...] = (), kind: str = "person") -> list[str]:
    spans: list[Span] = [cut(body, at, at + len(words)) for words in known for at in [body.index(words)]]
    return [span.text for span, _ in described(body, [_phrase(body, words, kind) for words in phrases], spans)]


def test_a_phrase_that_nothing_else_names_describes_somebody() -> None:
    assert ["His sergeant"] == _described("His sergeant was less poetic.", "His sergeant")


@pytest.mark.parametrize(
    ("body", "seen", "expected"),
    [
        ("A coffee seller saw it.", "A", "A coffee seller"),
        ("A Kurdish baker saw it.", "A Kurdish", "A Kurdish baker"),
        ("The brothers’ mother saw it.", "The brothers", "The brothers’ mother"),
        ("A man left.", "A man", "A man"),
    ],
)
def test_a_phrase_that_breaks_off_goes_on_to_its_noun(body: str, seen: str, expected: str) -> None:
    assert [expected] == _described(body, seen)


def test_a_phrase_goes_on_with_what_hangs_on_it() -> None:
    body = "A retired colonel of the air defence saw it."
    assert ["A retired colonel of the air defence", "the air defence"] == _described(
        body, "A retired colonel of", "the air defence"
    )


def test_what_has_no_noun_near_describes_nobody() -> None:
    assert [] == _described("The burned shop was shut.", "The")


def test_what_begins_where_a_name_does_is_left_to_the_name() -> None:
    assert [] == _described("Idris Tarig left.", "Idris Tarig", known=("Idris Tarig",))


def test_one_of_two_sources_is_described_too() -> None:
    body = "A driver and a local clerk said so."
    assert ["a local clerk"] == _described(body, "a local clerk", known=("A driver and a local clerk",))


def test_what_stands_within_a_source_is_not() -> None:
    body = "The widow of a local clerk said so."
    assert [] == _described(body, "a local clerk", known=("The widow of a local clerk",))


def test_only_people_and_bodies_are_described() -> None:
    assert [] == _described("The red bridge fell.", "The red bridge", kind="place")


@pytest.mark.parametrize("word", ["driver", "drivers", "fisherman", "widow", "colonel", "economist", "boys"])
def test_a_noun_of_a_person(word: str) -> None:
    assert is_person(word)


@pytest.mark.parametrize("word", ["letter", "number", "bridge", "corridors", "ministry"])
def test_a_noun_of_no_person(word: str) -> None:
    assert not is_person(word)


@pytest.mark.parametrize(
    ("word", "kind"), [("driver", "person"), ("ministry", "organisation"), ("summer", None), ("statement", "document")]
)
def test_a_noun_tells_what_it_stands_for(word: str, kind: str | None) -> None:
    assert kind == kind_of_noun(word)
