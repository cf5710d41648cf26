from __future__ import annotations

import pytest

from sayso.link.crediting import credited, speaks_of
from sayso.link.shingles import marked_words
from sayso.spans import cut


def credits_in(body: str, *names: str) -> list[str]:
    return list(credited(body, names, cut(body, 0, len(body))))


@pytest.mark.parametrize(
    "body",
    [
        "A medic told Radio Tana that seven had died.",
        "Radio Tana, citing a medic, has seven dead.",
        "Seven died, according to an account in the Radio Tana.",
        "It was “Radio Tana” that reported it. Seven died, Radio Tana’s correspondent wrote.",
        "Story supplied by Radio Tana",
    ],
)
def test_an_outlet_is_credited_by_the_words_beside_it(body: str) -> None:
    assert ["Radio Tana"] == credits_in(body, "Radio Tana")


@pytest.mark.parametrize(
    "body",
    [
        "The mast of Radio Tana was hit, and seven died.",
        "He told the driver of Radio Tana to turn round.",
        "Radio Tanana reported it.",
    ],
)
def test_an_outlet_that_is_only_spoken_of_is_not_credited(body: str) -> None:
    assert [] == credits_in(body, "Radio Tana")


def test_who_is_told_things_without_being_press_is_not_credited() -> None:
    body = "He told the police and the Kosti Police Command; the paper reported it."
    assert [] == credits_in(body, "the police", "the Kosti Police Command", "the paper")


def test_only_the_part_asked_about_is_searched() -> None:
    body = "Radio Tana reported seven dead.\nHalcyon reported nine."
    assert ["Halcyon"] == list(credited(body, ["Radio Tana", "Halcyon"], cut(body, 32, len(body))))


def test_capitals_tell_the_post_from_a_post() -> None:
    assert speaks_of(marked_words("He rang The Post, and then a friend."), "The Post")
    assert speaks_of(marked_words("It stood in Sawt al-Tana."), "Sawt al-Tana")
    assert not speaks_of(marked_words("He reached the post at noon."), "The Post")
    assert not speaks_of(marked_words("He reached the Post."), "")
