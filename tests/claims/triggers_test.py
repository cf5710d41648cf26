"""Triggers that the list of verbs and nouns adds."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.marked import marked, paragraph

from sayso.claims import triggers
from sayso.claims.stage import Stage
from sayso.records import Furniture, Text, Trigger


def found(text: Text, known: Sequence[Trigger], hints: Sequence[Trigger] = ()) -> tuple[Trigger, ...]:
    return triggers.found(text, Stage(text, ()).sentences, known, hints)


def _types(line: str, known: str = "ASSAULT") -> list[str]:
    """The types found; parts marked `trigger` are known, of one type."""
    text, parts = marked(line)
    return [one.type for one in found(text, [Trigger(part.span, known) for part in parts])]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Gunmen ambushed a grain convoy.", "ASSAULT"),
        ("Police detained two men.", "COERCE"),
        ("The mayor blamed the smugglers.", "ACCUSE"),
        ("The union rejected the offer.", "REJECT"),
        ("The bishop called on both sides to wait.", "REQUEST"),
        ("The front threatened to close the port.", "THREATEN"),
        ("The two ministers signed a border agreement.", "AGREE"),
        ("The envoy held talks with the elders.", "CONSULT"),
        ("Norway sent food aid to the coast.", "AID"),
        ("The rebels freed a pilot.", "CONCEDE"),
        ("Troops withdrew from the ridge.", "RETREAT"),
        ("Students marched through Sefa.", "PROTEST"),
        ("The council imposed sanctions on the junta.", "SANCTION"),
        ("The army deployed two brigades.", "MOBILIZE"),
        ("The premier praised the judges.", "SUPPORT"),
        ("The two navies held joint drills.", "COOPERATE"),
    ],
)
def test_a_plain_verb_tells_its_type(line: str, kind: str) -> None:
    assert [kind] == _types(line)


@pytest.mark.parametrize(
    "line",
    [
        "He signed the guest book.",
        "They sent a letter.",
        "A strike of luck.",
        "“Never,” she shot back.",
        "She begged not to be named.",
        "It said no more.",
    ],
)
def test_verbs_in_other_company_tell_nothing(line: str) -> None:
    assert [] == _types(line)


def test_a_sentence_with_a_known_trigger_of_the_type_gets_no_other() -> None:
    assert ["ASSAULT"] == _types("Gunmen ambushed a convoy in an [trigger|attack] on the road.")


def test_a_sentence_gets_what_is_of_another_type() -> None:
    assert ["ACCUSE", "ASSAULT"] == _types("The mayor blamed rebels for the [trigger|attack].")


def test_a_known_trigger_has_the_type_that_its_verb_tells() -> None:
    assert ["ASSAULT"] == _types("Gunmen [trigger|ambushed] a convoy.", "COERCE")


def test_a_known_trigger_keeps_its_type_where_no_list_has_its_words() -> None:
    assert ["COERCE"] == _types("Gunmen [trigger|hobbled] a convoy.", "COERCE")


def test_a_known_trigger_gets_those_whom_it_lacks() -> None:
    text, parts = marked("Gunmen [trigger|ambushed] a convoy.")
    [trigger] = found(text, [Trigger(parts[0].span, "ASSAULT")])
    assert ["Gunmen", "a convoy"] == [side and side.text for side in (trigger.actor, trigger.recipient)]


def test_a_longer_report_gets_nothing_from_the_list() -> None:
    line = "Gunmen [trigger|ambushed] a convoy. Police detained two men. The mayor blamed rebels. Nobody was hurt."
    assert ["ASSAULT"] == _types(line)


def test_a_hint_bears_out_what_the_list_finds_in_a_longer_report() -> None:
    line = "Nobody knew. Police [hint|broke] up a rally. The mayor blamed rebels. Men [hint|stood] by. Nobody was hurt."
    text, parts = marked(line)
    hints = [Trigger(part.span, "ASSAULT") for part in parts]
    assert [("broke up", "COERCE")] == [(one.span.text, one.type) for one in found(text, (), hints)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Rebels [trigger|shelled] Sefa and [trigger|killed] nine.", ["shelled"]),
        ("Rebels [trigger|killed] nine in Sefa.", ["killed"]),
        ("Rebels [trigger|killed] nine. They [trigger|shelled] Sefa.", ["killed", "shelled"]),
        ("Nine [trigger|died] and six were [trigger|wounded].", ["died", "wounded"]),
    ],
)
def test_what_an_act_led_to_is_no_event_beside_it(line: str, expected: list[str]) -> None:
    text, parts = marked(line + " One. Two. Three. Four.")
    assert expected == [one.span.text for one in found(text, [Trigger(part.span, "ASSAULT") for part in parts])]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("He saw the [trigger|missile] [trigger|strikes].", ["missile strikes"]),
        ("It was a [trigger|hit]-[trigger|run] raid.", ["hit-run"]),
        ("Rebels [trigger|shelled] and [trigger|burned] Sefa.", ["shelled", "burned"]),
    ],
)
def test_triggers_side_by_side_tell_one_event(line: str, expected: list[str]) -> None:
    text, parts = marked(line + " One. Two. Three. Four.")
    assert expected == [one.span.text for one in found(text, [Trigger(part.span, "ASSAULT") for part in parts])]


def test_what_befell_people_is_told_once_a_paragraph() -> None:
    line = "Rebels [trigger|shelled] Sefa. Nine people [hint|died]. One. Two.\nTwo men were [hint|hurt]. Three."
    text, parts = marked(line)
    hints = [Trigger(part.span, "ASSAULT") for part in parts if part.name == "hint"]
    told = found(text, [Trigger(parts[0].span, "ASSAULT")], hints)
    assert ["shelled", "hurt"] == [one.span.text for one in told]


def test_a_threat_is_the_announcement_not_what_it_announces() -> None:
    [trigger] = found(paragraph("The Front announced that it will strike the port."), ())
    assert ("announced", "THREATEN") == (trigger.span.text, trigger.type)


def test_a_participle_of_what_an_act_led_to_is_no_event_beside_it() -> None:
    text, parts = marked("Marines [a|stopped] two boats, [b|killing] seven. One. Two. Three. Four.")
    sorts = ("COERCE", "ASSAULT")
    told = found(text, [Trigger(part.span, sort) for part, sort in zip(parts, sorts, strict=True)])
    assert ["stopped"] == [one.span.text for one in told]


def test_furniture_tells_no_events() -> None:
    text = paragraph("Gunmen ambushed a convoy.")
    assert () == found(Text(text.body, text.blocks, furniture=(Furniture(text.blocks[0].span, "a link"),)), ())


def test_what_is_added_comes_with_those_who_act() -> None:
    [trigger] = found(paragraph("Armed men ambushed a grain convoy."), ())
    assert ("Armed men", "a grain convoy") == (
        trigger.actor and trigger.actor.text,
        trigger.recipient and trigger.recipient.text,
    )
