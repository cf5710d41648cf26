from __future__ import annotations

from dataclasses import replace

from tests.link.told import HERDER, MAYOR, NURSE, WIRE, told, via

from sayso.link.footing import Footing, Voice
from sayso.link.kinship import tie

FIRST = told("r1", "Halcyon", MAYOR, text=WIRE, figures=frozenset({("killed", 7, 7)}))
OWN = "Our correspondent counted nine graves beyond the brickworks and spoke with the herders who dug them by night."


def own(outlet: str = "Lowland Post", *voices: Voice, **more: object) -> Footing:
    """A report with words of its own."""
    return told("r2", outlet, *voices, text=OWN, **more)


def test_a_reprint_with_cuts_is_the_same_telling() -> None:
    found = tie(FIRST, told("r2", "Lowland Post", text=WIRE[: len(WIRE) // 2]))
    assert found.holds
    assert found.because[0].endswith("of the shorter text stands word for word in the longer one.")


def test_who_credits_an_outlet_and_has_no_source_of_its_own_hangs_on_it() -> None:
    found = tie(FIRST, own("Lowland Post", Voice(("Halcyon",), "outlet"), credits=("Halcyon News Agency",)))
    assert found.holds
    assert "Lowland Post (2024-05-13) credits Halcyon." in found.because


def test_two_reports_that_have_all_from_one_radio_are_one_telling() -> None:
    heard = told("r1", "Halcyon", via(NURSE, "Radio Tana"), credits=("Radio Tana",), text=WIRE)
    again = own("Lowland Post", via(Voice(("a medic",), "unnamed"), "Radio Tana"), credits=("Radio Tana",))
    assert tie(heard, again).holds
    assert "Both have it from Radio Tana." in tie(heard, again).because


def test_a_correction_by_the_same_outlet_with_the_same_source_is_no_second_telling() -> None:
    found = tie(FIRST, own("Halcyon", MAYOR))
    assert found.holds
    assert "Both are by Halcyon." in found.because


def test_one_source_quoted_by_two_is_one_telling() -> None:
    found = tie(FIRST, own("Lowland Post", MAYOR))
    assert found.holds
    assert "Both quote Idris Haroun." in found.because


def test_named_people_whom_the_other_did_not_hear_part_two_reports() -> None:
    found = tie(FIRST, own("Lowland Post", HERDER))
    assert not found.holds
    assert {True} == {"the other does not." in sentence for sentence in found.against[:1]}


def test_sources_of_its_own_outweigh_one_that_is_shared() -> None:
    shared = replace(MAYOR, claims=1, affirms=1)
    alike, parted = own("Lowland Post", MAYOR), own("Lowland Post", shared, HERDER)
    assert tie(FIRST, alike).points > tie(FIRST, parted).points


def test_the_same_count_binds_and_another_parts() -> None:
    same, other = (own("Lowland Post", HERDER, figures=frozenset({("killed", low, low)})) for low in (7, 11))
    assert "Both count 7 killed." in tie(FIRST, same).because
    assert any("11 killed" in sentence and "7 killed" in sentence for sentence in tie(FIRST, other).against)


def test_at_least_six_and_seven_are_no_difference() -> None:
    found = tie(FIRST, own("Lowland Post", HERDER, figures=frozenset({("killed", 6, None)})))
    assert not any("killed in the one" in sentence for sentence in found.against)


def test_a_tie_is_the_same_from_either_side() -> None:
    other = own("Lowland Post", MAYOR, HERDER, credits=("Halcyon",))
    assert tie(FIRST, other) == tie(other, FIRST)


def test_two_reports_of_which_nothing_is_known_are_not_tied() -> None:
    assert not tie(told("r1", own=5), told("r2", own=5)).holds
