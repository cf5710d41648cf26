from __future__ import annotations

from dataclasses import replace

from tests.link.tellings import ATBARA, MARIB, SHABWA, Draft, killed

from sayso.link.tell import tell
from sayso.link.telling import PARTIES, Telling, kinds
from sayso.records import ClaimKind, Link, Mention

BODY = (
    "Gunmen killed three guards at a depot in Marib on Tuesday.\n"
    "The Harib Guards deny it. They had been blamed by the governor.\n"
    "Police arrested a driver on Wednesday.\n"
    "In Ataq a mine wounded a boy on Monday.\n"
    "The mine lay on the road."
)


def drafted() -> Draft:
    draft = Draft(BODY)
    tuesday, wednesday = draft.time("on Tuesday", "2031-04-08"), draft.time("on Wednesday", "2031-04-09")
    monday = draft.time("on Monday", "2031-04-07")
    marib, ataq = draft.place("Marib", MARIB), draft.place("Ataq", SHABWA)
    draft.event("killed", by="Gunmen", killed=(3, "three guards"), time=tuesday, place=marib)
    draft.event("arrested", "COERCE", time=wednesday)
    draft.event("wounded", time=monday, place=ataq)
    draft.event("deny", "REJECT")
    draft.claim("Gunmen killed three guards at a depot in Marib on Tuesday")
    draft.claim("They had been blamed by the governor")
    draft.claim("Police arrested a driver on Wednesday")
    draft.claim("In Ataq a mine wounded a boy on Monday")
    return draft


def told() -> tuple[Telling, ...]:
    return tell("a", drafted().reading())


def claims(telling: Telling) -> list[str]:
    return [one.ref.claim for one in telling.statements]


def test_two_days_and_two_places_are_two_occurrences() -> None:
    assert [["2031-04-08"], ["2031-04-07"]] == [[one.words for one in telling.days] for telling in told()]


def test_an_arrest_that_follows_is_no_occurrence_of_its_own() -> None:
    assert ["c1", "c2", "c3"] == claims(told()[0])


def test_a_claim_speaks_of_the_event_it_holds() -> None:
    assert ["c4"] == claims(told()[1])


def test_an_act_of_speech_is_no_occurrence() -> None:
    assert frozenset({"ASSAULT"}) == frozenset(kind for telling in told() for kind in telling.types)


def test_a_statement_holds_the_toll_of_its_own_words() -> None:
    lead, *others = told()[0].statements
    assert (killed(3),) == lead.counts
    assert [()] == list({one.counts for one in others})


def test_only_the_claim_with_time_place_or_toll_tells_it() -> None:
    assert [True, False, False] == [one.main for one in told()[0].statements]


def test_who_acts_in_the_attack_did_it() -> None:
    assert kinds("fighters") == told()[0].statements[0].blamed & PARTIES


def test_a_weapon_did_nothing() -> None:
    draft = Draft("A guided bomb hit a mill in Marib, killing two.")
    draft.event("hit", place=draft.place("Marib", MARIB), killed=(2, "two"), by="guided bomb")
    draft.claim("A guided bomb hit a mill in Marib, killing two")
    draft.mentions[0] = replace(draft.mentions[0], type="weapon")
    assert not tell("r", draft.reading())[0].statements[0].blamed


def garrison(kind: ClaimKind) -> Telling:
    draft = Draft("No shot was fired on Monday, the garrison said.")
    draft.time("on Monday", "2031-04-07")
    draft.event("fired", polarity="negative")
    draft.claim("No shot was fired on Monday", kind=kind, polarity="negative")
    (telling,) = tell("b", draft.reading())
    return telling


def test_a_report_without_a_dated_event_is_placed_by_the_days_it_names() -> None:
    telling = garrison("report")
    assert (["2031-04-07"], False, False) == ([one.words for one in telling.days], telling.dated, telling.affirms)


def test_a_report_that_denies_early_on_is_dated_by_the_day_it_denies() -> None:
    telling = garrison("denial")
    assert (["2031-04-07"], True, False) == ([one.words for one in telling.days], telling.dated, telling.affirms)


def test_what_a_report_touches_on_is_no_occurrence_unless_it_is_neither_then_nor_there() -> None:
    draft = drafted()
    draft.body += "\nA dog was shot in Ataq."
    draft.event("shot", place="p1")
    assert ["v0", "v2"] == [telling.id.partition(":")[2] for telling in tell("a", draft.reading())]


def test_a_telling_knows_every_day_and_place_that_its_report_names() -> None:
    lead = told()[0]
    assert {"2031-04-07", "2031-04-08", "2031-04-09"} == {one.words for one in lead.mentioned}
    assert {"Marib", "Ataq"} == {one.name for one in lead.around}


def test_help_sent_after_a_deed_is_no_occurrence() -> None:
    draft = Draft("A flood cut Atbara off on Tuesday. A mine killed two there. Doctors sent blood.")
    tuesday, atbara = draft.time("on Tuesday", "2031-04-08"), draft.place("Atbara", ATBARA)
    draft.event("killed", killed=(2, "two"), time=tuesday, place=atbara)
    draft.event("sent", "AID")
    assert [frozenset({"ASSAULT"})] == [telling.types for telling in tell("c", draft.reading())]


def test_troops_that_move_from_place_to_place_are_one_occurrence() -> None:
    draft = Draft("Lorries were seen leaving Marib.\nTroops are heading for Atbara.")
    draft.event("leaving", "MOBILIZE", place=draft.place("Marib", MARIB))
    draft.event("heading", "MOBILIZE", place=draft.place("Atbara", ATBARA))
    draft.claim("Lorries were seen leaving Marib")
    draft.claim("Troops are heading for Atbara")
    assert [2] == [len(one.statements) for one in tell("r", draft.reading())]


def test_what_happened_long_ago_does_not_draw_in_the_report() -> None:
    draft = Draft("A drone hit Marib on Tuesday.\nFire gutted the mill in Marib in 2024.\nNobody slept.")
    tuesday, year, marib = (
        draft.time("on Tuesday", "2031-04-08"),
        draft.time("in 2024", "2024"),
        draft.place("Marib", MARIB),
    )
    draft.event("hit", time=tuesday, place=marib)
    draft.event("gutted", time=year, place=marib)
    draft.claim("A drone hit Marib on Tuesday")
    draft.claim("Nobody slept")
    assert ["c1", "c2"] == claims(tell("d", draft.reading())[0])


def blamed(charge: str) -> set[str]:
    draft = Draft(f"Omda Jibril accused the Harib Guards of {charge}.")
    draft.mentions.append(Mention("m9", draft.span("the Harib Guards"), "armed_group"))
    draft.event("accused", "ACCUSE", recipients=("m9",))
    link = Link(draft.span("Omda Jibril"), "named_person", cue=draft.span("accused"))
    draft.claim(f"of {charge}", chain=(link,))
    (telling,) = tell("f", draft.reading())
    return {str(one) for one in telling.statements[0].blamed}


def test_who_is_accused_of_the_deed_did_it_and_who_is_accused_of_something_else_did_not() -> None:
    assert all("the Harib Guards" in blamed(f"{deed} two herders") for deed in ("shooting", "having killed"))
    assert set() == blamed("hiding its dead") == blamed("having been slow to come")


def by_words(cue: str, content: str, kind: ClaimKind, *, done_by: str = "") -> set[str]:
    draft = Draft(f"The Harib Front {cue} {content} in Marib.")
    draft.mentions.append(Mention("m9", draft.span("The Harib Front"), "armed_group"))
    if done_by:
        draft.event("burned", place=draft.place("Marib", MARIB), by=done_by)
    link = Link(draft.span("The Harib Front"), "organisation", cue=draft.span(cue))
    draft.claim(content, kind=kind, chain=(link,))
    (telling,) = tell("g", draft.reading())
    return {str(one) for one in telling.statements[0].blamed}


def test_those_who_are_blamed_by_what_they_are_called_did_it() -> None:
    assert {"fighters"} == by_words("blamed", "masked gunmen", "assessment")
    assert set() == by_words("described", "masked gunmen", "assessment")


def test_we_who_say_that_we_did_it_are_those_who_speak() -> None:
    assert {"The Harib Front"} == by_words("wrote:", "we burned it", "responsibility", done_by="we")


def test_an_occurrence_that_no_claim_speaks_of_is_left_out_where_others_have_claims() -> None:
    draft = drafted()
    draft.body += "\nA dog was shot in Ataq in 2027."
    draft.event("shot", place="p1", time=draft.time("in 2027", "2027"))
    assert all(telling.statements for telling in tell("a", draft.reading()))
    draft.claims.clear()
    assert tell("a", draft.reading())


def test_a_reading_without_events_or_claims_tells_of_nothing() -> None:
    assert () == tell("e", Draft("Weather.").reading())


def test_telling_twice_tells_the_same() -> None:
    assert told() == told()
