"""Which labels stand for whom."""

from __future__ import annotations

import pytest
from tests.marked import paragraph

from sayso.read.rules import read

SPEAKERS = [
    ("Lena Orvik said the list was wrong. She added that it was old.", "Lena Orvik", "She"),
    ("Lena Orvik said the list was wrong. Orvik added that it was old.", "Lena Orvik", "Orvik"),
    ("Colonel Idris Maro said the road was open. The colonel added that it was mined.", "Idris Maro", "The colonel"),
    ("The Toren Front said it had left. The Front added that it would return.", "The Toren Front", "The Front"),
    ("The Toren Front said the mill was empty. It added that the dam was safe.", "The Toren Front", "It"),
    ("A nurse said the ward was full. She added that the roof leaked.", "A nurse", "She"),
    ("A nurse said the ward was full. Then Colonel Idris Maro came. He said it was not.", "Idris Maro", "He"),
    ("A statement said the dam was safe. It added that the mill was not.", "A statement", "It"),
    ("Henk Varo, the mission’s spokesman, said it was late. Varo added that it was cold.", "Henk Varo", "Varo"),
]


def _entity(body: str, label: str) -> str | None:
    tags = read(paragraph(body))
    wanted = [item.source for item in tags.attributions if item.source and item.source.text == label]
    found = {mention.span: mention.entity for mention in tags.mentions}
    names = {entity.id: entity.name for entity in tags.entities}
    return names.get(str(found.get(wanted[0]))) if wanted else None


@pytest.mark.parametrize(("body", "name", "label"), SPEAKERS)
def test_a_later_label_stands_for_the_speaker_named_before(body: str, name: str, label: str) -> None:
    assert name.lower() == str(_entity(body, label)).lower()


KINDS = [
    ("Men came to Osten. They left the Velmar Brigade.", "the Velmar Brigade", "armed_group"),
    ("On Friday the Ministry of Grain closed.", "the Ministry of Grain", "organisation"),
    ("A convoy left for Tamer Airport.", "Tamer Airport", "facility"),
    ("They met in Osten.", "Osten", "place"),
    ("They met Colonel Idris Maro.", "Idris Maro", "person"),
    ("The village is in Lower Sarn Province.", "Lower Sarn Province", "place"),
]


@pytest.mark.parametrize(("body", "name", "kind"), KINDS)
def test_a_name_tells_what_it_names(body: str, name: str, kind: str) -> None:
    assert (name, kind) in {(mention.span.text, mention.type) for mention in read(paragraph(body)).mentions}


def test_two_spellings_of_a_facility_are_one_thing() -> None:
    tags = read(paragraph("Shells fell on the Bir al-Qamar base. Guards left the Beer al-Kamar air base."))
    names = [mention.entity for mention in tags.mentions if "amar" in mention.span.text]
    assert 2 == len(names)
    assert 1 == len(set(names))


def test_two_people_of_one_first_name_are_two() -> None:
    tags = read(paragraph("They met Idris Maro. They met Idris Selan."))
    assert 2 == len({mention.entity for mention in tags.mentions})
