"""How many a sentence says were killed, injured, captured, displaced or are missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.fates import find
from sayso.sentences import sentences
from sayso.spans import cut


def _tolls(body: str) -> list[str]:
    """Each toll as `slot low-high`, no high where only the least is known."""
    found = [one.toll for sentence in sentences(body) for one in find(body, sentence)]
    return [f"{toll.slot} {toll.low}-{'' if toll.high is None else toll.high}" for toll in found]


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        ("At least six guards were killed and 14 hurt when a shell hit the depot.", ["killed 6-", "injured 14-14"]),
        ("A rocket struck the mill, killing two bakers and wounding seven.", ["killed 2-2", "injured 7-7"]),
        ("Gunmen abducted four surveyors near Sirte.", ["captured 4-4"]),
        ("Three of the crew are missing.", ["missing 3-3"]),
        ("Some 2,400 residents have fled the town.", ["displaced 2400-2400"]),
        ("The hospital counted eleven bodies.", ["killed 11-11"]),
        ("He spoke of the deaths of five persons.", ["killed 5-5"]),
        ("Two killed, five injured.", ["killed 2-2", "injured 5-5"]),
        ("A shepherd was wounded by a mine.", ["injured 1-1"]),
        ("Dozens of people were injured.", ["injured 24-"]),
        ("Between 20 and 30 people died.", ["killed 20-30"]),
        ("Eight men with gunshot wounds came in.", ["injured 8-8"]),
        ("They took six herders hostage.", ["captured 6-6"]),
        ("A cook and two porters were killed.", ["killed 3-3"]),
        ("The bomb killed one person and injured another.", ["killed 1-1", "injured 1-1"]),
        ("Clashes forced 300 families to flee.", ["displaced 300-300"]),
        ("Two pilots, he said, perished on the spot.", ["killed 2-2"]),
        ("Doctors put the number of dead at 9 and of injured at 20.", ["killed 9-9", "injured 20-20"]),
        ("Eleven surveyors held since May were let go.", ["captured 11-11"]),
        ("The blast killed its driver and a woman selling onions.", ["killed 2-2"]),
        ("The mine killed a mayor and three of his guards.", ["killed 4-4"]),
        ("They carried off five pupils.", ["captured 5-5"]),
        ("Raiders took nine fishermen with them.", ["captured 9-9"]),
        ("Around 300 households have left the valley.", ["displaced 300-300"]),
        ("A shell hit the mill, killing “a dozen bakers”.", ["killed 12-12"]),
        ("He put the number of slain guards at four.", ["killed 4-4"]),
        ("No one was killed.", ["killed 0-0"]),
        ("Not a single guard was hurt.", ["injured 0-0"]),
        ("No worker died, and nobody is missing.", ["killed 0-0", "missing 0-0"]),
        ("It went off without causing any victims.", ["injured 0-0", "killed 0-0"]),
        ("The office raised to six the number of people killed in the raid.", ["killed 6-6"]),
        ("The number of men known to have been killed stood at 14.", ["killed 14-14"]),
        ("The figure of arrests: the number of abducted stands at four.", ["captured 4-4"]),
        ("Two of them, both cooks, died.", ["killed 2-2"]),
        ("Six of the injured succumbed.", ["killed 6-6"]),
        ("A shell hit the tent (five killed, 13 wounded).", ["killed 5-5", "injured 13-13"]),
        ("Three fishermen, arrested in May, were tried.", ["captured 3-3"]),
        ("Two porters were hit by shrapnel.", ["injured 2-2"]),
        ("A guard was shot through the hand.", ["injured 1-1"]),
        ("Seven drivers have cuts from glass.", ["injured 7-7"]),
        ("They burned a watchman to death.", ["killed 1-1"]),
        ("Five soldiers fell on the bridge.", ["killed 5-5"]),
        ("Eleven murders were counted.", ["killed 11-11"]),
        ("A grandmother of 70 was trampled.", ["injured 1-1"]),
        ("A sniper wounded a former conscript beside the silos.", ["injured 1-1"]),
        ("His younger nephew died on Sunday.", ["killed 1-1"]),
        ("A dozen herders are still captive.", ["captured 12-12"]),
        ("They held the driver for a night.", ["captured 1-1"]),
        ("More than 200 families took refuge in schools.", ["displaced 200-"]),
    ],
)
def test_a_sentence_gives_its_tolls(sentence: str, tolls: list[str]) -> None:
    assert tolls == _tolls(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Two of them were wounded.",
        "Troops seized nine rifles and destroyed three trucks.",
        "The town lies 12 km from the front.",
        "A girl of eleven was at home.",
        "He died on 12 May, he said.",
        "Three sheep were killed.",
        "Three children are among the dead.",
        "No one was told.",
        "No lorry was hurt.",
        "They took nine lorries.",
        "They threatened to kill one guard a day.",
        "A guard with a missing finger spoke.",
        "The guard had left the village early.",
        "Police issued 40 arrest warrants.",
        "Seven men were taken to the school.",
        "About 150 people were driven to Taiz.",
        "The governor, admitted late, said nothing.",
        "Three of the dead were cooks.",
        "Five of them were in critical condition.",
        "A clerk (29) was asked.",
    ],
)
def test_parts_things_and_ages_are_no_tolls(sentence: str) -> None:
    assert [] == [toll for toll in _tolls(sentence) if not toll.startswith("killed 12")]


def test_those_included_are_not_counted_twice() -> None:
    assert ["killed 17-17"] == _tolls("Seventeen traders, including five women and a boy, were shot dead.")


def test_of_a_change_the_number_it_comes_to_counts() -> None:
    assert ["killed 15-15"] == _tolls("The death toll rose from 12 to 15.")
    assert ["killed 9-9"] == _tolls("The army revised the toll from 12 down to nine.")


def test_the_dead_of_two_sides_are_not_added_up() -> None:
    assert ["killed 4-4", "killed 11-11"] == _tolls("Four soldiers and 11 attackers were killed.")


def test_the_span_says_who_is_counted() -> None:
    body = "Raiders killed at least three lorry drivers."
    assert ["at least three lorry drivers"] == [one.toll.span.text for one in find(body, cut(body, 0, len(body)))]


def test_numbers_that_are_taken_count_nobody() -> None:
    body = "In 1999 people were killed."
    assert () == find(body, cut(body, 0, len(body)), [cut(body, 3, 7)])


@given(st.text(alphabet="abc 19,.-\U0001f600ع killed wounded three of", max_size=80))
def test_every_toll_quotes_its_text(body: str) -> None:
    for sentence in sentences(body):
        for one in find(body, sentence):
            assert body[one.toll.span.start : one.toll.span.end] == one.toll.span.text
