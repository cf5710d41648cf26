from __future__ import annotations

import pytest
from tests.link.told import BATCH, HERDER, LINES, WIRE, told, via

from sayso.link.footing import Footing, Voice
from sayso.link.independence import established, independent

PORTER = Voice(("Musa Adam",), "named_person", claims=4, affirms=4)
LETTER = Voice(("a letter",), "document", claims=4, affirms=4)


def test_an_unnamed_source_alone_is_left_to_stand_but_shows_no_independence() -> None:
    source = told("source", "Gulf Weekly", Voice(("a security source",), "unnamed", claims=5, affirms=5), text=LINES[2])
    assert not independent([BATCH[0]], [source]).established


def test_two_reports_with_named_sources_and_words_of_their_own_are_independent() -> None:
    verdict = independent([BATCH[0]], [BATCH[3]])
    assert "independent" == str(verdict)
    assert "Gezira Mail (2024-05-15) heard Salma Tayeb, the other side did not." in verdict.because


@pytest.mark.parametrize(
    "other",
    [
        told("r2", "Lowland Post", via(HERDER, "Radio Tana"), text=LINES[0], credits=("Radio Tana",)),
        told("r2", "Lowland Post", HERDER, text=f"{LINES[0]} Halcyon had seven dead."),
        told("r2", "Lowland Post", Voice(("the mayor's office in Kosti",), "organisation"), text=LINES[0]),
        told("r2", "Lowland Post", HERDER, text="Two mortar rounds fell on the cattle market"),
        told("r2", "Lowland Post", HERDER, via(PORTER, "Radio Tana"), text=LINES[0]),
        told("r2", "Lowland Post", HERDER, LETTER, text=LINES[0]),
    ],
    ids=[
        "told through an outlet",
        "names the other outlet",
        "may be the same body",
        "no words of its own",
        "passes on more of an outlet than it heard",
        "passes on more of a letter than it heard",
    ],
)
def test_independence_is_not_established_without_evidence(other: Footing) -> None:
    verdict = independent([BATCH[0]], [other])
    assert "independence not established" == str(verdict)
    assert verdict.because


def test_origins_are_independent_only_if_no_report_of_one_hangs_on_the_other() -> None:
    assert not independent([BATCH[2], BATCH[3]], [BATCH[4], BATCH[0]]).established


def test_a_crowd_of_copies_is_as_independent_as_the_story_it_copies() -> None:
    crowd = [told(f"copy{at:03}", f"Paper {at}", *BATCH[0].voices, text=f"{WIRE} {at}") for at in range(300)]
    assert independent(crowd, [BATCH[3]]).established


def test_two_that_quote_one_paper_have_it_in_common_whatever_else_they_heard() -> None:
    paper = Voice(("the garrison's written order to Kosti",), "document")
    one = told("r1", "Halcyon", *BATCH[0].voices, paper, text=WIRE)
    other = told("r2", "Lowland Post", HERDER, paper, text=LINES[0])
    assert ("Both go back to the garrison's written order to Kosti.",) == independent([one], [other]).because


def test_those_that_are_independent_of_each_other_are_counted_and_an_unnamed_source_is_not() -> None:
    unnamed = told(
        "source", "Gulf Weekly", Voice(("a security source",), "unnamed", claims=5, affirms=5), text=LINES[2]
    )
    assert (1, 2) == established([[unnamed], [BATCH[0]], [BATCH[3]]])


def test_where_nothing_is_shown_one_origin_stands() -> None:
    assert ((0,), (0,), ()) == (established([[BATCH[0]], [BATCH[1]]]), established([[BATCH[0]]]), established([]))
