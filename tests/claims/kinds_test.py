"""What words tell an event of which type."""

from __future__ import annotations

import pytest

from sayso.claims.clauses import parts
from sayso.claims.kinds import Strength, kinds
from sayso.claims.wording import load

TYPES = {
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip


def _told(line: str) -> list[tuple[str, str]]:
    words = parts(line, 0, len(line))
    found = [one for one in kinds(words) if one.strength > Strength.NOUN]
    return [(line[words[one.first].start : words[one.last - 1].end], one.type) for one in found]


def test_every_type_has_its_words() -> None:
    assert TYPES == set(load("plover.toml")["types"])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The envoy met with the elders.", ("met with", "CONSULT")),
        ("The two councils signed a border pact.", ("signed a border pact", "AGREE")),
        ("The premier lauded the judges.", ("lauded", "SUPPORT")),
        ("The navies held a joint drill.", ("held a joint", "COOPERATE")),
        ("Norway shipped grain to the coast.", ("shipped", "AID")),
        ("The junta lifted the curfew.", ("lifted", "CONCEDE")),
        ("The rebels laid down their arms.", ("laid down", "RETREAT")),
        ("The bishop pleaded for calm.", ("pleaded for", "REQUEST")),
        ("The union lodged a complaint.", ("lodged a complaint", "ACCUSE")),
        ("The council turned down the offer.", ("turned down", "REJECT")),
        ("The front issued an ultimatum.", ("issued an ultimatum", "THREATEN")),
        ("Teachers staged a sit-in.", ("staged a sit-in", "PROTEST")),
        ("The league severed ties with the junta.", ("severed ties", "SANCTION")),
        ("The army called up reservists.", ("called up reservists", "MOBILIZE")),
        ("Police imposed a curfew.", ("imposed", "COERCE")),
        ("Riders set fire to the mill.", ("set fire to", "ASSAULT")),
    ],
)
def test_verbs_with_their_company_tell_each_type(line: str, expected: tuple[str, str]) -> None:
    assert [expected] == _told(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ties with the junta were cut.", [("cut", "SANCTION")]),
        ("He cut the cake.", []),
        ("The front called off its march.", []),
        ("“Never,” she shot back.", []),
        ("She asked not to be named.", []),
        ("The army withdrew.", [("withdrew", "RETREAT")]),
        ("The league withdrew its envoy.", [("withdrew", "SANCTION")]),
    ],
)
def test_the_company_of_a_verb_decides(line: str, expected: list[tuple[str, str]]) -> None:
    assert expected == _told(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Norway will ship grain to the coast.", [("will ship", "AGREE")]),
        ("Norway will not ship grain to the coast.", [("will not ship", "REJECT")]),
        ("The front would attack the port.", [("would attack", "THREATEN")]),
        ("The front would not attack the port.", []),
        ("The league is ready to visit the coast.", [("ready to visit", "AGREE")]),
        ("The army must leave the town.", [("must leave", "REQUEST")]),
        ("The premier is to visit the coast.", [("is to visit", "AGREE")]),
        ("The front vowed to attack the port.", [("vowed", "THREATEN")]),
        ("The front vowed to free the pilot.", [("vowed", "AGREE")]),
        ("The front promised to withdraw.", [("promised", "AGREE")]),
        ("The front promised not to withdraw.", [("promised", "REJECT")]),
        ("Norway refused to visit the coast.", [("refused to", "REJECT")]),
    ],
)
def test_what_is_meant_or_demanded_is_a_promise_a_threat_or_a_demand(
    line: str, expected: list[tuple[str, str]]
) -> None:
    assert expected == _told(line)


def test_what_is_meant_is_still_open() -> None:
    line = "Norway will ship grain."
    assert [True] == [one.open for one in kinds(parts(line, 0, len(line)))]


def test_a_noun_tells_least() -> None:
    line = "An ambush near Sefa."
    [told] = kinds(parts(line, 0, len(line)))
    assert ("ASSAULT", Strength.NOUN) == (told.type, told.strength)
