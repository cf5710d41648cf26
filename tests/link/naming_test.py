from __future__ import annotations

import pytest

from sayso.link.naming import office, same_office, same_outlet, same_person, skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [("Halcyon", "Halcyon News Agency"), ("the Lowland Post", "Lowland Post"), ("HNA", "Halcyon News Agency")],
)
def test_an_outlet_is_known_by_part_of_its_name(one: str, other: str) -> None:
    assert same_outlet(one, other)
    assert same_outlet(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Meridian", "Klintsy Meridian"), ("Radio Tana", "Radio Gondar"), ("", "Lowland Post"), ("A", "Ab")],
)
def test_two_outlets_are_not_one_for_a_word_they_share(one: str, other: str) -> None:
    assert not same_outlet(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dr Idris Hamid Nawd", "Idris Hamed Nawad"),
        ("Haroun", "Idris Haroun"),
        ("Evaristo Paz Ledesma", "Evaristo Paz"),
        ("the mayor of Kosti, Idris Haroun, who was there", "Idris Haroun"),
        ("Ma Rosa Ka", "Rosa Ka"),
    ],
)
def test_a_person_is_known_across_scripts_titles_and_second_surnames(one: str, other: str) -> None:
    assert same_person(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("Idris Haroun", "Salma Haroun"), ("Idris Haroun", "Idris Sabil"), ("", "Ka")]
)
def test_two_people_are_not_one_for_a_name_they_share(one: str, other: str) -> None:
    assert not same_person(one, other)


def test_an_office_is_known_without_its_town() -> None:
    assert same_office("Cairo's military spokesman", "The Military Spokesman")
    assert same_office("the state prosecutor's office", "the prosecutors")


@pytest.mark.parametrize(
    ("one", "other"),
    [("the prosecutor's girl", "the prosecutor"), ("a field source", "a security source"), ("the harbour police", "")],
)
def test_two_offices_are_not_one_for_a_word_they_share(one: str, other: str) -> None:
    assert not same_office(one, other)


def test_a_source_of_whom_nothing_is_told_is_described_by_that_alone() -> None:
    assert frozenset({"source"}) == office("the source")


def test_a_skeleton_keeps_what_transliterations_agree_on() -> None:
    assert skeleton("Hassakeh") == skeleton("Hasaka")
