from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as some
from tests.link.ruled import post

from sayso.link.aliases import Aliases, aliases, key, renamed
from sayso.records import Entity
from sayso.rulings import Ruling


def said(*pairs: tuple[str, str]) -> Aliases:
    """What rulings come to that make each first name stand for the second."""
    return aliases(
        Ruling(f"j{place}", "alias", "mina", "2031-04-10T08:00:00Z", names=pair) for place, pair in enumerate(pairs, 1)
    )


def test_a_name_stands_for_another_however_it_is_written() -> None:
    known = said(("The MoD", "Ministry of Defence"))
    assert ["Ministry of Defence"] * 3 == [known.called(name) for name in ("MoD", "the mod", "Ministry of Defence")]


def test_a_name_that_nobody_spoke_of_is_itself() -> None:
    assert "Quay Post" == said(("MoD", "Ministry of Defence")).called("Quay Post")


def test_an_alias_of_an_alias_stands_for_the_last() -> None:
    known = said(("MoD", "the Ministry"), ("The Ministry", "Ministry of Defence"))
    assert "Ministry of Defence" == known.called("MoD") == known.called("the ministry")


def test_the_later_of_two_aliases_holds() -> None:
    assert "Ministry of Health" == said(("MoH", "Ministry of Housing"), ("MOH", "Ministry of Health")).called("MoH")


def test_all_names_of_one_are_given_the_chief_one_first() -> None:
    known = said(("MoD", "Ministry of Defence"), ("the Ministry", "Ministry of Defence"), ("QP", "Quay Post"))
    assert ("Ministry of Defence", "ministry", "mod") == known.all("mod")
    assert ("Nobody",) == known.all("Nobody")


def test_a_name_cannot_stand_for_itself_by_way_of_others() -> None:
    assert {"a": "B", "b": "B"}.keys() >= said(("A", "B"), ("B", "A")).named.keys()
    assert "B" == said(("A", "B"), ("B", "A")).called("A")


@given(some.lists(some.tuples(some.sampled_from("ABCD"), some.sampled_from("ABCD")), max_size=8))
def test_whatever_was_said_every_name_ends_at_one_that_stands_for_itself(pairs: list[tuple[str, str]]) -> None:
    known = said(*pairs)
    assert all(known.called(known.called(name)) == known.called(name) for name in "ABCD")


@given(some.text())
def test_the_key_of_a_key_is_itself(name: str) -> None:
    assert key(name) == key(key(name))


def test_a_reading_is_renamed_in_its_entities_and_its_outlet() -> None:
    text = replace(post().text, outlet="QP")
    reading = replace(post(), text=text, entities=(Entity("e1", "MoD", "organisation", ()),))
    new = renamed(reading, said(("MoD", "Ministry of Defence"), ("qp", "Quay Post")))
    assert (["Ministry of Defence"], "Quay Post") == ([one.name for one in new.entities], new.text.outlet)
    assert reading == renamed(reading, Aliases())
