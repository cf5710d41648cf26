"""Who acts and who is acted on, by the order of words."""

from __future__ import annotations

import pytest
from tests.marked import marked

from sayso.claims.named import Named
from sayso.claims.parties import cast
from sayso.records import Trigger
from sayso.sentences import sentences
from sayso.spans import Span


def _cast(body: str, trigger: Trigger, sentence: Span, named: Named = Named()) -> Trigger:  # noqa: B008
    [found] = cast(body, [trigger], sentence, named)
    return found


@pytest.mark.parametrize(
    "line",
    [
        "[actor|Masked men] [trigger|stormed] [recipient|the customs post] at dawn.",
        "[actor|Riders of the Dawn Front] [trigger|attacked] [recipient|a convoy].",
        "[actor|Pakistan], a key ally in the war, has [trigger|urged] [recipient|its neighbours] to wait.",
        "[actor|Elders] who had carried the dead to the gate [trigger|attacked] [recipient|the mayor].",
        "[actor|The mission] said that it had sent a patrol, and [trigger|called on] [recipient|all sides] to wait.",
        "[actor|The men] who came at dawn and [trigger|shelled] [recipient|the mill] left.",
        "The committee blamed [actor|riders] [trigger|firing] at [recipient|buses].",
        "[actor|Norway] said it would not [trigger|meet] [recipient|the envoy].",
        "[actor|The front] launched a [trigger|raid] on [recipient|a village].",
        "[recipient|The village] suffered a [trigger|raid] by [actor|the front].",
        "The [actor|Malian] [trigger|raids] on [recipient|the camp] went on.",
        "[actor|Chad and Niger] [trigger|asked] for a truce from [recipient|the front].",
        "[actor|Thousands of workers] [trigger|marched] against [recipient|the premier].",
        "[actor|The bishop] [trigger|praised] [recipient|Mali]'s efforts.",
        "[actor|Police] in Sefa [trigger|took] weapons from [recipient|the Dawn Front].",
        "[actor|The union] threatened to [trigger|boycott] [recipient|the ministry].",
        "The council urged [actor|the rebels] to [trigger|free] [recipient|the pilot].",
        "[recipient|The shops] burned by riders were [trigger|looted].",
        "On Monday [actor|the army] [trigger|shelled] [recipient|two villages].",
        "[recipient|A ferry] was [trigger|seized] by [actor|masked men].",
        "[recipient|Two drivers] were later [trigger|freed].",
        "[actor|The army]'s [trigger|raid] on [recipient|a mill].",
        "He said that [actor|they] [trigger|fired] on [recipient|a bus].",
        "[actor|The council] has [trigger|asked] for water from [recipient|Chad].",
        "[actor|The union] [trigger|demanded] on Friday that [recipient|the army] should leave.",
    ],
)
def test_word_order_tells_who_acts_on_whom(line: str) -> None:
    text, parts = marked(line)
    wanted = {part.name: part.span.text for part in parts}
    [sentence] = sentences(text.body)
    found = _cast(text.body, Trigger(next(one.span for one in parts if one.name == "trigger"), "REQUEST"), sentence)
    given_ = {"actor": found.actor, "recipient": found.recipient, "trigger": found.span}
    assert wanted == {name: span.text for name, span in given_.items() if span}


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("ASSAULT", "[actor|Riders] [trigger|hurled] grenades at [recipient|a bakery]."),
        ("ASSAULT", "Stones were [trigger|thrown] at [recipient|the patrols]."),
        ("ASSAULT", "[recipient|Three traders], [trigger|wounded] in May, went home."),
        ("ASSAULT", "[recipient|Nine houses] [trigger|burned] down."),
        ("ASSAULT", "[actor|Drones] killed [recipient|two guards] in a [trigger|raid]."),
        ("ASSAULT", "The [trigger|raid] killed [recipient|two guards]."),
        ("ASSAULT", "[trigger|Clashes] between [actor|herders] and [recipient|farmers] went on."),
        ("ASSAULT", "[actor|Men] carrying rifles [trigger|shelled] [recipient|the mill]."),
        ("COERCE", "[actor|Police] took [trigger|weapons] from nobody."),
        ("COERCE", "[actor|Police] [trigger|seized] rifles from [recipient|the Dawn Front]."),
        ("COERCE", "[actor|The army] [trigger|imposed] a curfew in [recipient|Sefa]."),
        ("COERCE", "[actor|The army] [trigger|closed] [recipient|several mines]."),
        ("THREATEN", "[actor|The front] [trigger|threatened] to shell [recipient|the mayor]."),
        ("THREATEN", "[actor|It] [trigger|threatened] to strike unless [recipient|the council] paid."),
        ("REJECT", "[actor|The league] [trigger|rejected] [recipient|Chad]'s plan."),
        ("REJECT", "A plea by [recipient|Chad] was [trigger|rejected] by [actor|the league]."),
        ("REQUEST", "[actor|The council] said that [recipient|the army] [trigger|must leave] Sefa."),
        ("ACCUSE", "[actor|The union] [trigger|complained] to the judge about [recipient|the police]."),
        ("CONSULT", "[actor|The envoy] [trigger|discussed] the truce with [recipient|the elders]."),
        ("MOBILIZE", "[actor|Chad] [trigger|strengthened] its forces."),
        ("PROTEST", "[actor|Miners] staged a [trigger|strike] against [recipient|the ministry]."),
        ("SANCTION", "[actor|Norway] [trigger|recalled] its envoy from [recipient|Chad]."),
        ("RETREAT", "The [trigger|withdrawal] of [actor|Malian troops] went on."),
        ("ASSAULT", "[actor|Drones] [trigger|hit] [recipient|positions in Chad] on Friday."),
        ("ASSAULT", "[recipient|The convoy] [trigger|came under fire] on Sept. 12."),
        ("ASSAULT", "[recipient|Ali Sidou], 44, a herder, was [trigger|shot]."),
        ("ASSAULT", "Police investigate the recent [trigger|targeting] of [recipient|a judge] by [actor|riders]."),
        ("ASSAULT", "The mayor attributed the [trigger|raid] to [actor|the Dawn Front]."),
        ("ASSAULT", "[trigger|Raids] blamed on [actor|the Dawn Front] went on."),
        ("ASSAULT", "[recipient|The convoy] [trigger|came under fire] from [actor|riders]."),
        ("ASSAULT", "He left when [actor|a landmine] [trigger|exploded] under it."),
        ("ACCUSE", "The chairman, [actor|Ali Sidou], [trigger|accuses] [recipient|the army]."),
        ("ACCUSE", "[actor|She] [trigger|alleged] that [recipient|the police] watched."),
        ("REJECT", "Her rival, [actor|Sen. Ann Ode], [trigger|objected] that it was late."),
        ("COERCE", "The skipper recalled [actor|two ships] [trigger|circling] [recipient|the rafts]."),
        ("ASSAULT", "[recipient|The driver] [trigger|died] on the spot."),
        ("ACCUSE", "[actor|A committee] will [trigger|look into] the fire, according to the ministry of the coast."),
        ("SANCTION", "[actor|Norway] [trigger|cut] aid to [recipient|Chad]."),
    ],
)
def test_what_an_event_is_tells_whom_it_concerns(kind: str, line: str) -> None:
    text, parts = marked(line)
    wanted = {part.name: part.span.text for part in parts}
    [sentence] = sentences(text.body)
    found = _cast(text.body, Trigger(next(one.span for one in parts if one.name == "trigger"), kind), sentence)
    given_ = {"actor": found.actor, "recipient": found.recipient, "trigger": found.span}
    assert wanted == {name: span.text for name, span in given_.items() if span}


def test_a_country_is_concerned_by_what_is_done_in_it_and_a_town_is_not() -> None:
    text, parts = marked(
        "[actor|Pakistan] [trigger|refused] to send guards to the mill in [recipient|Chad] near [site|Sefa]."
    )
    places = {part.name: part.span for part in parts}
    named = Named((places["recipient"],), (places["site"],))
    found = _cast(text.body, Trigger(places["trigger"], "REJECT"), sentences(text.body)[0], named)
    assert places["recipient"] == found.recipient


@pytest.mark.parametrize(
    ("before", "pronoun", "expected"),
    [
        ("Ali Sidou left Sefa.", "He", "Ali Sidou"),
        ("The mayor, Ali Sidou, left.", "He", "Ali Sidou"),
        ("The Dawn Front left.", "He", "He"),
        ("A herder left.", "She", "She"),
        ("Ali Sidou left Sefa.", "They", "They"),
    ],
)
def test_he_and_she_stand_for_the_one_named_as_the_subject_before(before: str, pronoun: str, expected: str) -> None:
    text, parts = marked(f"{before} {pronoun} [trigger|praised] the judges.")
    first, second = sentences(text.body)
    [found] = cast(text.body, [Trigger(parts[0].span, "SUPPORT")], second, before=first)
    assert expected == (found.actor and found.actor.text)


def test_who_is_known_to_act_stays_where_word_order_tells_nobody() -> None:
    text, parts = marked("[actor|The army] was near; [trigger|raided] again.")
    known, trigger = (part.span for part in parts)
    assert known == _cast(text.body, Trigger(trigger, "ASSAULT", actor=known), sentences(text.body)[0]).actor


def test_who_is_known_to_act_gives_way_to_the_subject() -> None:
    text, parts = marked("[actor|The army] said rebels [trigger|fired].")
    known, trigger = (part.span for part in parts)
    told = _cast(text.body, Trigger(trigger, "ASSAULT", actor=known), sentences(text.body)[0]).actor
    assert "rebels" == (told and told.text)


def test_a_subject_behind_a_conjunction_is_not_looked_for() -> None:
    text, parts = marked("The army left when [trigger|shelling] began.")
    assert None is _cast(text.body, Trigger(parts[0].span, "ASSAULT"), sentences(text.body)[0]).actor
