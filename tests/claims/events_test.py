"""Triggers to events: who, to whom, where, when, and in which claim."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st
from tests.marked import Part, marked, paragraph

from sayso.claims.events import Account, Grounds, find
from sayso.records import (
    Block,
    Claim,
    Entity,
    Event,
    Link,
    Mention,
    MentionType,
    Notice,
    Place,
    Tags,
    Text,
    Time,
    Trigger,
)
from sayso.spans import Span, cut

ROLES = ("actor", "recipient", "at", "when")
TYPES: dict[str, MentionType] = {"person": "person", "group": "armed_group"}


def _account(
    line: str, *, edtf: str = "2024-05-03", linked: bool = True, sort: str = "ASSAULT"
) -> tuple[Account, Text]:
    """The account of a marked line.

    `trigger` parts with the `actor`, `recipient`, `at` and `when` of the same number; `time`, `place`, `person` and
    `group` parts stand for what was found before; `content` belongs to the claim of its number, `cue` to all.
    """
    text, parts = marked(line)
    tags = Tags(
        mentions=tuple(Mention(f"m{n}", one.span, TYPES[one.name], f"e{n}") for n, one in _numbered(parts, *TYPES)),
        triggers=tuple(_trigger(one, parts if linked else [], sort) for one in parts if one.name == "trigger"),
    )
    times = tuple(Time(f"t{n}", one.span, edtf) for n, one in _numbered(parts, "time"))
    places = tuple(Place(f"p{n}", one.span, "gazetteer", radius_m=n * 1000) for n, one in _numbered(parts, "place"))
    cue = next((one.span for one in parts if one.name == "cue"), None)
    claims = [Claim(f"c{n}", (one.span,), (Link(None, "unnamed", cue=cue),)) for n, one in _numbered(parts, "content")]
    return find(text, tags, claims, Grounds(times, places)), text


def _numbered(parts: list[Part], *names: str) -> Iterator[tuple[int, Part]]:
    return enumerate((part for part in parts if part.name in names), 1)


def _trigger(one: Part, parts: list[Part], sort: str) -> Trigger:
    linked: dict[str, Span] = {part.name: part.span for part in parts if set(part.numbers) & set(one.numbers)}
    actor, recipient, place, time = (linked.get(role) for role in ROLES)
    return Trigger(one.span, sort, actor=actor, recipient=recipient, place=place, time=time)


def _event(line: str, *, linked: bool = True, sort: str = "ASSAULT") -> Event:
    return _account(line, linked=linked, sort=sort)[0].events[0]


def test_an_event_takes_the_mentions_its_trigger_is_linked_to() -> None:
    event = _event("[actor|The [group|Dawn Front]] [trigger|shelled] [recipient|[person|Omar Sabri]].")
    assert (("m1",), ("m2",)) == (event.actors, event.recipients)


def test_a_title_before_a_name_is_no_mention_of_its_own() -> None:
    assert ("m1",) == _event("[actor|Brigadier [person|Omar Sabri]] [trigger|fired].").actors


def test_people_nobody_mentioned_become_a_mention() -> None:
    account, _ = _account("[actor|Gunmen of the [group|Dawn Front]] [trigger|stormed] a post.")
    added = [(mention.id, mention.span.text, mention.type) for mention in account.mentions[1:]]
    assert [("m2", "Gunmen of the Dawn Front", "person"), ("m3", "a post", "facility")] == added
    assert (("m2",), ("m3",)) == (account.events[0].actors, account.events[0].recipients)


def test_one_who_is_named_elsewhere_is_the_same_entity() -> None:
    account, _ = _account("The [group|Dawn Front] came. [actor|Dawn Front] [trigger|fired].")
    assert ["e1", "e1"] == [mention.entity for mention in account.mentions]


def test_an_entity_knows_the_mentions_added_for_it() -> None:
    body = "The Dawn Front came. Dawn Front fired."
    tags = Tags(
        (Mention("m1", cut(body, 4, 14), "armed_group", "e1"),),
        (Entity("e1", "Dawn Front", "armed_group", ("m1",)),),
        triggers=(Trigger(cut(body, 32, 37), "ASSAULT", actor=cut(body, 21, 31)),),
    )
    assert [("m1", "m2")] == [entity.mentions for entity in find(paragraph(body), tags, (), Grounds()).entities]


def test_the_finest_place_in_the_linked_words_is_the_place() -> None:
    assert "p1" == _event("They [trigger|fired] [at|near [place|Sirte] in [place|Libya]].").place


def test_linked_words_that_name_no_place_are_an_unresolved_one() -> None:
    account, _ = _account("They [trigger|fired] in [at|the school yard].")
    assert [("p1", "the school yard", "unresolved")] == [
        (place.id, place.span.text, place.basis) for place in account.places
    ]
    assert "p1" == account.events[0].place


def test_the_same_linked_words_are_one_unresolved_place() -> None:
    account, _ = _account("They [trigger:1|fired] and [trigger:2|looted] in [at:12|the school yard].")
    assert ["p1", "p1"] == [event.place for event in account.events]


def test_without_a_link_the_place_is_the_one_in_the_same_clause() -> None:
    line = "Raiders [trigger|stormed] a post near [place|Sirte], and a market opened in [place|Benghazi]."
    assert "p1" == _event(line, linked=False).place


def test_of_places_within_each_other_the_last_is_meant() -> None:
    line = "Raiders [trigger|stormed] a post in [place|Yemen]'s southern province of [place|Shabwa] on Monday."
    assert "p2" == _event(line, linked=False).place


def test_a_place_that_opens_the_sentence_counts() -> None:
    assert "p1" == _event("In [place|Sirte], raiders [trigger|stormed] a post.", linked=False).place


def test_a_name_that_nothing_is_said_to_be_at_is_no_place_of_an_event() -> None:
    assert None is _event("[place|Tripoli] [trigger|condemned] it.", linked=False, sort="REJECT").place


def test_the_speaker_s_place_and_time_are_not_the_event_s() -> None:
    line = "He [cue|told] them in [place|Tripoli] on [time|Friday] that [content|raiders [trigger|stormed] a post]."
    event = _event(line, linked=False)
    assert (None, None) == (event.place, event.time)


def test_a_time_in_the_claim_is_the_event_s() -> None:
    line = "He [cue|said] on [time|Friday] that [content|raiders [trigger|stormed] a post on [time|Monday]]."
    assert "t2" == _event(line, linked=False).time


def test_a_linked_time_wins_over_a_nearer_one() -> None:
    line = "On [when|[time|Monday]] they [trigger|stormed] a post; on [time|Friday] they left."
    assert "t1" == _event(line).time


def test_an_act_told_again_was_when_it_was_told_first() -> None:
    account, _ = _account(
        "They [trigger|stormed] a post on [time|Monday]. Their [trigger|attack] was brief.", linked=False
    )
    assert ["t1", "t1"] == [event.time for event in account.events]


def test_a_dateline_is_no_place_of_an_event() -> None:
    text, parts = marked("[dateline|In [place|TRIPOLI] —] gunmen [trigger|fired].")
    spans = {part.name: part.span for part in parts}
    rest = cut(text.body, spans["dateline"].end + 1, len(text.body))
    text = Text(text.body, (Block(spans["dateline"], "dateline"), Block(rest, "paragraph")), language="en")
    account = find(
        text,
        Tags(triggers=(Trigger(spans["trigger"], "ASSAULT"),)),
        (),
        Grounds((), (Place("p1", spans["place"], "gazetteer"),)),
    )
    assert None is account.events[0].place


def test_a_claim_names_the_events_in_its_content() -> None:
    account, _ = _account("He [trigger|accused] them and said [content|gunmen [trigger|fired]]. Troops [trigger|came].")
    assert [("v2",)] == [claim.events for claim in account.claims]


def test_a_claim_names_the_event_that_its_words_point_back_to() -> None:
    account, _ = _account("They [trigger|stormed] a post. He said [content|the [trigger|attack] was brief].")
    assert [("v1",)] == [claim.events for claim in account.claims]
    assert ["v1"] == [event.id for event in account.events]


def test_who_is_counted_beside_words_that_point_back_belongs_to_the_event_meant() -> None:
    line = (
        "They [trigger|stormed] a post.\nThey [trigger|burned] a mill.\nThe [trigger|storming], he said, killed nine."
    )
    account, _ = _account(line)
    assert [[9], []] == [[toll.low for toll in event.tolls] for event in account.events]


def test_what_a_correction_takes_back_is_negative() -> None:
    text, parts = marked("We said [covers|gunmen [trigger|fired]].")
    spans = {part.name: part.span for part in parts}
    notice = Notice("correction", cut(text.body, 0, 7), covers=spans["covers"])
    text = Text(text.body, text.blocks, language="en", notices=(notice,))
    account = find(text, Tags(triggers=(Trigger(spans["trigger"], "ASSAULT"),)), (), Grounds())
    assert ["negative"] == [event.polarity for event in account.events]


def test_tolls_come_with_their_event() -> None:
    [toll] = _event("A rocket [trigger|hit] the mill and killed at least two bakers.").tolls
    assert ("killed", 2, None) == (toll.slot, toll.low, toll.high)


def test_those_counted_without_a_trigger_get_an_event_in_a_short_note() -> None:
    account = find(paragraph("Nine people died."), Tags(), (), Grounds())
    assert [("died", 9)] == [(event.trigger.text, toll.low) for event in account.events for toll in event.tolls]


def test_a_text_without_triggers_has_no_events() -> None:
    assert Account((), (), (), (), ()) == find(paragraph("Nine people slept."), Tags(), (), Grounds())


@given(st.lists(st.integers(0, 30), min_size=2, max_size=6, unique=True))
def test_events_are_numbered_in_the_order_of_the_text(places: list[int]) -> None:
    body = "raid," * 31
    triggers = tuple(Trigger(cut(body, 5 * at, 5 * at + 4), "ASSAULT") for at in places)
    account = find(paragraph(body), Tags(triggers=triggers), (), Grounds())
    assert sorted(5 * at for at in places) == [event.trigger.start for event in account.events]
    assert [f"v{number}" for number in range(1, len(places) + 1)] == [event.id for event in account.events]
