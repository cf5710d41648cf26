"""Who is private: the sentences by which a report does, or does not, give somebody an office."""

from __future__ import annotations

import pytest
from tests.export.cases import Draft

from sayso.export.persons import persons

OFFICIALS = [
    "The governor of Marib, Salim Haddad, said so.",
    "Governor Salim Haddad said so.",
    "Salim Haddad, the governor of Marib, said so.",
    "Salim Haddad, a spokesman for the ministry, said so.",
    "“It was late,” said the union’s secretary, Salim Haddad.",
    "According to the union’s secretary, Salim Haddad, it was late.",
    "Brigadier Dr Salim Haddad said so.",
    "The brigade’s spokesman, Major Salim Haddad, said so.",
    "Salim Haddad (director of the port) said so.",
    "The vice-president, Salim Haddad, said so.",
]
PRIVATE = [
    "Salim Haddad said so.",
    "Salim Haddad, a baker, said so.",
    "The governor met Salim Haddad, a baker.",
    "Three died, including Salim Haddad, the governor said.",
    "After talks with the governor of Marib, Salim Haddad went home.",
    "Salim Haddad, whose brother is a minister, said so.",
    "Salim Haddad, neighbour of the governor, said so.",
    "Salim Haddad, according to the governor, left.",
    "The governor spoke. Salim Haddad said so.",
    "A cousin of the minister’s driver, Salim Haddad, said so.",
    "Salim Haddad, a teacher in Tabqa, said so.",
]


@pytest.mark.parametrize("body", OFFICIALS)
def test_an_office_in_one_phrase_with_the_name_makes_an_official(body: str) -> None:
    draft = Draft(body)
    draft.named("Salim Haddad")
    assert [False] == [one.private for one in persons(draft.cited().reading)]


@pytest.mark.parametrize("body", PRIVATE)
def test_whoever_has_no_office_in_the_phrase_is_private(body: str) -> None:
    draft = Draft(body)
    draft.named("Salim Haddad")
    assert [True] == [one.private for one in persons(draft.cited().reading)]


@pytest.mark.parametrize("words", ["Two drivers", "A nurse at the clinic in Tabqa", "he", "Traders"])
def test_who_is_described_and_not_named_has_no_name(words: str) -> None:
    draft = Draft(f"{words} spoke. The traders left, he said.")
    draft.named(words)
    assert () == persons(draft.cited().reading)


def test_the_name_alone_is_told_from_the_phrase_it_stands_in() -> None:
    draft = Draft("A tribal mediator, Hadi bin Tamrin, came; a teacher in Tabqa, Huda, left. Al-Tamrin slept.")
    draft.named("Hadi bin Tamrin", "A tribal mediator, Hadi bin Tamrin")
    draft.named("a teacher in Tabqa, Huda")
    found = persons(draft.cited().reading)
    assert [["Hadi bin Tamrin"] * 2, ["Huda"]] == [[span.text for span in one.called] for one in found]
    assert ["a teacher in Tabqa, Huda"] == [span.text for span in found[1].described]


def test_a_speaker_for_whom_no_entity_stands_is_a_person() -> None:
    draft = Draft("Huda Tamrin said it burned.")
    draft.claim("it burned", by="Huda Tamrin", kind="named_person")
    assert [True] == [one.private for one in persons(draft.cited().reading)]


def test_a_source_whom_nobody_names_is_no_person_with_a_name() -> None:
    draft = Draft("Observers said it burned.")
    entity = draft.named("Observers")
    draft.claim("it burned", by="Observers", kind="unnamed", entity=entity)
    assert () == persons(draft.cited().reading)
