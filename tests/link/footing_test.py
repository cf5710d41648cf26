from __future__ import annotations

from dataclasses import replace

from tests.link.told import HERDER, MAYOR, NURSE, told, via
from tests.marked import paragraph

from sayso.link.footing import Voice, footing, names_of
from sayso.records import Claim, Entity, Event, Link, Notice, Reading, Toll
from sayso.spans import Span, cut

BODY = (
    "Seven people died, the mayor of Kosti, Idris Haroun, told Radio Tana. He denied that it was a shell. "
    "The pens burned. Twelve were hurt, a nurse said. Republished from Halcyon."
)


def span(words: str) -> Span:
    return cut(BODY, BODY.index(words), BODY.index(words) + len(words))


def reading() -> Reading:
    mayor = Link(span("the mayor of Kosti, Idris Haroun"), "named_person", "e1", span("told"))
    claims = (
        Claim("c1", (span("Seven people died"),), (mayor, Link(span("Radio Tana"), "outlet"))),
        Claim("c2", (span("it was a shell"),), (Link(span("He"), "named_person", "e1"),), kind="denial"),
        Claim("c3", (span("The pens burned"),)),
        Claim("c4", (span("Twelve were hurt"),), (Link(span("a nurse"), "unnamed"),)),
    )
    died = Event("v1", span("died"), "ASSAULT", tolls=(Toll("killed", 7, 7, span("Seven")),))
    hurt = Event("v2", span("hurt"), "ASSAULT", tolls=(Toll("injured", 12, 12, span("Twelve")),))
    names = (Entity("e1", "Idris Haroun", "person", ()), Entity("e2", "Radio Tana", "organisation", ()))
    text = paragraph(BODY, "Lowland Post")
    notice = Notice("syndication", span("Republished from Halcyon."), "Halcyon")
    text = replace(text, published="2024-05-13", notices=(notice,))
    return Reading("", "test", text, entities=names, claims=claims, events=(died, hurt))


def test_a_voice_bears_all_it_is_called_and_what_it_affirms_and_who_passes_it_on() -> None:
    mayor = footing("r1", reading()).voices[0]
    assert ("Idris Haroun", "the mayor of Kosti, Idris Haroun") == mayor.labels
    assert (("Radio Tana",), 2, 1) == (mayor.via, mayor.claims, mayor.affirms)


def test_a_report_credits_who_passes_claims_on_and_whom_a_notice_names() -> None:
    assert ("Radio Tana", "Halcyon") == footing("r1", reading()).credits


def test_a_report_never_credits_its_own_outlet() -> None:
    text = replace(reading().text, outlet="Radio Tana")
    found = footing("r1", replace(reading(), text=text))
    assert (("Halcyon",), ()) == (found.credits, found.speaks_of)


def test_a_document_is_known_by_what_tells_it_from_others() -> None:
    known = [Voice((label,), "document").known for label in ("the garrison's night log", "the message", "a letter")]
    assert [True, False, False] == known


def test_only_the_claims_of_the_matter_are_weighed_and_all_voices_are_known() -> None:
    found = footing("r1", reading(), {"c3", "c4"})
    assert (1, 2, frozenset({("injured", 12, 12)})) == (found.own, found.size, found.figures)
    assert (["a nurse"], 2) == ([voice.name for voice in found.voices], len(found.heard))


def test_a_source_is_placed_by_where_it_belongs_and_not_by_what_it_does() -> None:
    placed = ["a nurse at the dispensary", "residents of Kosti", "a Kosti trader"]
    vague = ["a security source", "a nurse who spoke in the evening", "the man in uniform", "a letter"]
    known = [Voice((label,), "document" if "letter" in label else "unnamed").known for label in placed + vague]
    assert [True] * 3 + [False] * 4 == known


def test_an_outlet_and_hearsay_are_nobodys_voice() -> None:
    radio = Voice(("Radio Tana",), "outlet")
    assert not radio.same(radio)


def test_ground_is_what_a_report_heard_itself_or_tells_at_length() -> None:
    passed_on = told("r1", "", via(MAYOR, "Radio Tana"), Voice(("a source",), "unnamed"))
    assert [0, 3, 0, 3] == [
        one.ground for one in (passed_on, told("r2", "", MAYOR), told("r3", own=2), told("r4", own=3))
    ]


def test_a_fresh_voice_affirms_and_is_neither_heard_by_the_other_nor_the_other() -> None:
    denier = Voice(("the garrison of Kosti",), "organisation", affirms=0)
    issuer = Voice(("the Kosti Relief Room",), "organisation")
    other = told("r2", "Kosti Relief Room", NURSE)
    assert (HERDER,) == told("r1", "", HERDER, NURSE, denier, issuer).fresh(other)


def test_who_tells_it_in_the_own_voice_may_name_its_sources_beside_it() -> None:
    assert (MAYOR,) == told("r1", own=4, heard=(MAYOR,)).told_by()
    assert () == told("r2", own=1, heard=(MAYOR,)).told_by()


def test_what_other_outlets_and_unnamed_papers_say_is_passed_on_and_a_paper_with_a_name_is_heard() -> None:
    letter, order = Voice(("a letter",), "document", claims=2), Voice(("the garrison's written order",), "document")
    assert 5 == told("r1", "", via(MAYOR, "Radio Tana"), letter, order, HERDER).passed_on


def test_the_names_of_voices_stand_in_a_sentence_each_once() -> None:
    voices = [Voice((name,), "organisation") for name in ("The Guard", "the Guard", "a nurse", "Musa", "Salma")]
    assert "the Guard, a nurse and Musa" == names_of(voices)


def test_an_outlet_did_not_hear_itself_under_its_short_name_either() -> None:
    watch = Voice(("Field Watch",), "organisation")
    assert (HERDER,) == told("r1", "Delta Field Watch", watch, HERDER).told_by()
    assert (watch, HERDER) == told("r2", "Meridian", watch, HERDER).told_by()


def test_reports_are_looked_at_by_day_and_those_without_one_last() -> None:
    three = [told("r1", published=""), told("r2", published="2024-05-14"), told("r3")]
    assert ["r3", "r2", "r1"] == [one.report for one in sorted(three, key=lambda one: one.order)]


def test_a_firm_voice_is_somebody_in_particular_who_affirms_and_was_heard_directly() -> None:
    army, brigade = (Voice((label,), "organisation") for label in ("the army", "the 3rd Brigade of Kosti"))
    denier = Voice(("Ahmed Sabil",), "named_person", affirms=0)
    voices = (army, brigade, HERDER, via(HERDER, "Radio Tana"), denier)
    assert [False, True, True, False, False] == [voice.firm for voice in voices]
