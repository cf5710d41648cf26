from __future__ import annotations

import pytest
from tests.places.world import WORLD, person, place, report

from sayso.places.gazetteer import Entry, Gazetteer
from sayso.places.toponyms import Toponym, find
from sayso.records import Block, Furniture, Notice, Text
from sayso.spans import cut


def sure(text: Text) -> list[str]:
    return [item.span.text for item in find(text, (), WORLD).toponyms if item.sure]


def only(text: Text) -> Toponym:
    (found,) = find(text, (), WORLD).toponyms
    return found


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Shells fell on villages in Idlib and Binnish.", ["Idlib", "Binnish"]),
        ("The attack on Idlib province went on.", ["Idlib"]),
        ("Troops came from northern Syria.", ["Syria"]),
        ("Eastern Syria is calm.", ["Syria"]),
        ("Calm held in Idlib’s suburbs.", ["Idlib"]),
        ("Aid reached Hammond, Texas and Libya.", ["Hammond", "Texas", "Libya"]),
        ("They met in the village of Kafr Zita.", ["Kafr Zita"]),
        ("A patrol fired near the Idlib-Binnish crossing, he said.", ["Idlib", "Binnish"]),
    ],
)
def test_places_are_found(sentence: str, names: list[str]) -> None:
    assert names == sure(report(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Paris Hilton sang.",
        "Mr Hammond left early.",
        "Hammond said he was tired.",
        "The Idlib Tribune wrote that.",
        "He works for the University of Texas.",
        "It cost US$30 million.",
        "They went to Church.",
        "According to Hammond it rained.",
        "Northern farmers lost their crop.",
        "The Idlib virus spread.",
        "He fell ill with Tripoli haemorrhagic fever.",
        "She spoke of European markets.",
    ],
)
def test_other_names_are_left_alone(sentence: str) -> None:
    assert [] == sure(report(sentence))


def test_a_person_found_by_the_reader_is_no_place() -> None:
    text = report("The villagers followed Texas Binnish home.")
    found = find(text, (person(text, "Texas Binnish"),), WORLD).toponyms
    assert [] == [item for item in found if item.sure]


def test_a_person_in_a_role_leaves_the_place_of_the_role() -> None:
    text = report("The mayor of Binnish told us so.")
    found = find(text, (person(text, "The mayor of Binnish"),), WORLD).toponyms
    assert ["Binnish"] == [item.span.text for item in found if item.sure]


def test_a_dateline_opens_with_a_place() -> None:
    assert ["BINNISH"] == sure(report("BINNISH, 3 May (Wire) —", first="dateline"))


def test_in_a_title_only_known_names_count() -> None:
    text = report("Binnish Farmers Bring In Harvest", "Rain fell in Binnish.", first="title")
    assert ["Binnish", "Binnish"] == sure(text)


def test_a_nationality_is_no_place_but_is_counted() -> None:
    found = find(report("Syrian farmers met Lebanese traders."), (), WORLD)
    assert [] == [item for item in found.toponyms if item.sure]
    assert ["SY", "LB"] == found.nations


def test_a_nationality_may_have_two_words() -> None:
    south = Entry(9, "South Korea", "KR", None, None, "A.PCLI", 51_000_000, 37.0, 127.5, 200_000)
    found = find(report("The South Korean army left Seoul."), (), Gazetteer.of([(south, ("South Korean",))]))
    assert (["KR"], []) == (found.nations, [item.name for item in found.toponyms if item.name != "Seoul"])


def test_a_place_after_a_nationality_is_in_that_country() -> None:
    assert "SY" == only(report("They fled to the Syrian Binnish area.")).nation


def test_both_sides_of_a_hyphen_are_places() -> None:
    assert ["Idlib", "Binnish"] == sure(report("Trucks wait on the Idlib-Binnish road."))


def test_what_is_based_somewhere_names_the_place() -> None:
    assert ["Idlib"] == sure(report("An Idlib-based teacher wrote to us."))


@pytest.mark.parametrize("kind", ["Province", "Governorate", "District"])
def test_the_kind_of_an_area_is_part_of_its_name_where_it_has_a_capital(kind: str) -> None:
    found = only(report(f"Rain fell in Idlib {kind}."))
    assert (f"Idlib {kind}", "Idlib", "area") == (found.span.text, found.name, found.kind)


def test_a_facility_is_named_with_its_kind() -> None:
    found = only(report("Guards at the Binnish hospital went home."))
    assert ("Binnish hospital", "facility") == (found.span.text, found.kind)


def test_a_base_may_be_an_airfield() -> None:
    found = only(report("Planes left the Tabqa base."))
    assert ["Tabqa Air Base"] == [entry.name for entry in found.entries]


def test_an_airport_is_not_one_whose_name_only_ends_alike() -> None:
    far = Entry(71, "Lebanon Airport", "US", None, None, "S.AIRP", 0, 43.6, -72.3, 3_000)
    town = Entry(72, "Port Lebanon", "SD", None, None, "P.PPL", 400_000, 19.6, 37.2, 6_000)
    (found,) = find(report("They met at Port Lebanun airport."), (), Gazetteer.of([(far, ()), (town, ())])).toponyms
    assert ["Port Lebanon"] == [entry.name for entry in found.entries]


def test_a_base_is_not_called_after_its_country() -> None:
    assert ["U.S."] == sure(report("Planes left a U.S. base."))


def test_what_is_based_somewhere_may_have_a_name_too() -> None:
    assert ["Idlib"] == sure(report("The Idlib-based Orchard Forum wrote to us."))


def test_a_name_with_a_preposition_in_it_is_one_name() -> None:
    port = Entry(7, "Port of Zahle", "LB", "Beqaa", None, "P.PPL", 50_000, 33.8, 35.9, 2_000)
    world = Gazetteer.of([(port, ())])
    found = find(report("They met in Port of Zahle at noon."), (), world).toponyms
    assert ["Port of Zahle"] == [item.span.text for item in found]


def test_what_the_reader_takes_for_one_place_is_not_cut_at_a_province() -> None:
    text = report("He walked to Texas Hollow at dawn.")
    (found,) = find(text, (place(text, "Texas Hollow"),), WORLD).toponyms
    assert ("Texas Hollow", True) == (found.span.text, found.sure)


def test_what_the_reader_takes_for_a_place_is_one_though_nobody_knows_it() -> None:
    text = report("Nobody guards Karm Zeina now.")
    assert ["Karm Zeina"] == [item.span.text for item in find(text, (place(text, "Karm Zeina"),), WORLD).toponyms]


@pytest.mark.parametrize("name", ["Rhode Island", "Mount Zahle Heights"])
def test_a_name_that_the_gazetteer_has_is_no_feature_for_its_last_word(name: str) -> None:
    state = Entry(8, name, "US", name, None, "A.ADM1", 1_000_000, 41.7, -71.5, 40_000)
    (found,) = find(report(f"Rain fell in {name}."), (), Gazetteer.of([(state, ())])).toponyms
    assert (name, "") == (found.name, found.kind)


@pytest.mark.parametrize(
    ("words", "kind"),
    [("the Binnish valley", "land"), ("the Binnish river", "nature"), ("the island of Binnish", "land")],
)
def test_rivers_and_stretches_of_land_are_told_apart(words: str, kind: str) -> None:
    assert kind == only(report(f"They left {words} at dawn.")).kind


def test_what_lies_in_the_hills_of_a_town_lies_at_the_town() -> None:
    assert "" == only(report("Fires burned in the hills of Binnish.")).kind


def test_a_correction_and_a_byline_name_places() -> None:
    text = report("By our correspondent in Harim", "Rain fell in Idlib.", "We wrote that it fell in Binnish.")
    byline, _, mended = (block.span for block in text.blocks)
    blocks = (Block(byline, "furniture"), text.blocks[1], Block(mended, "notice"))
    notices = (Notice("correction", mended),)
    shown = Text(text.body, blocks, language="en", byline=byline, notices=notices)
    assert ["Harim", "Idlib", "Binnish"] == sure(shown)


def test_furniture_and_notices_name_no_places() -> None:
    text = report("Rain fell in Idlib. Read more about Binnish in our archive.")
    hidden = cut(text.body, text.body.index("Read"), len(text.body))
    for shown in (
        Text(text.body, text.blocks, language="en", furniture=(Furniture(hidden, "a link"),)),
        Text(text.body, text.blocks, language="en", notices=(Notice("syndication", hidden),)),
    ):
        assert ["Idlib"] == sure(shown)
