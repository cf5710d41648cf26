from __future__ import annotations

from typing import Any

import pytest
from tests.link.occurrence import contradict, occurrence, origin, stated

from sayso.link.aliases import Aliases, aliases
from sayso.link.grades import reliability
from sayso.link.record_of_source import OnFile, record
from sayso.records import SourceKind
from sayso.rulings import Cited, Fate, Judged, Ruling, Saying, SourceRecord, Voiced


def saying(item: str, *voices: str, outlet: str | None = "Lowland Post", **more: Any) -> Saying:
    """A claim `post:c1` that came through these voices, the speaker first."""
    report, claim = item.split(":")
    kind: SourceKind = "organisation"
    chain = tuple(Voiced(name, kind) for name in voices)
    return Saying(
        report, f"{report}.txt", claim, "A shell struck.", "report", "positive", "certain", chain, outlet, **more
    )


def of(name: str, *sayings: Saying, known: Aliases | None = None, **more: Any) -> SourceRecord:
    return record(name, OnFile(sayings, **more), known or Aliases())


def items(found: tuple[Saying, ...]) -> list[str]:
    return [f"{one.report}:{one.claim}" for one in found]


def cited(found: tuple[Cited, ...]) -> list[tuple[str, list[str]]]:
    return [(one.name, items(one.sayings)) for one in found]


def fates(found: tuple[Fate, ...]) -> list[tuple[str, list[str]]]:
    return [(items((one.saying,))[0], [f"{by.report}:{by.claim}" for by in one.by]) for one in found]


# ---- what it said, and who cites whom ----


def test_what_a_source_says_and_what_it_passes_on_are_apart() -> None:
    found = of("Radio Gezira", saying("post:c1", "Radio Gezira"), saying("post:c2", "The mayor", "radio gezira"))
    assert (["post:c1"], ["post:c2"]) == (items(found.said), items(found.relayed))
    assert (("Radio Gezira", "radio gezira"), ("organisation",)) == (found.names, found.kinds)


def test_an_outlet_says_what_its_report_says_in_its_own_voice_and_passes_on_the_rest() -> None:
    found = of("Lowland Post", saying("post:c1"), saying("post:c2", "The mayor"), saying("post:c3", ""))
    assert (["post:c1"], ["post:c2", "post:c3"]) == (items(found.said), items(found.relayed))
    assert [("The mayor", ["post:c2"])] == cited(found.cites)


def test_a_source_is_cited_by_all_who_stand_outward_of_it() -> None:
    sayings = [saying("post:c1", "The mayor", "Radio Gezira"), saying("mail:c1", "The mayor", outlet="Gezira Mail")]
    found = of("The mayor", *sayings, saying("post:c2", "the Mayor"))
    assert [("Lowland Post", ["post:c1", "post:c2"]), ("Gezira Mail", ["mail:c1"]), ("Radio Gezira", ["post:c1"])] == (
        cited(found.cited_by)
    )
    assert () == found.cites


def test_a_relay_cites_those_inward_of_it_and_is_cited_by_those_outward() -> None:
    found = of("Radio Gezira", saying("post:c1", "The mayor", "Radio Gezira", "Halcyon"))
    assert ([("The mayor", ["post:c1"])], [("Halcyon", ["post:c1"]), ("Lowland Post", ["post:c1"])]) == (
        cited(found.cites), cited(found.cited_by),
    )  # fmt: skip


def test_an_alias_joins_what_is_said_under_two_names() -> None:
    known = aliases([Ruling("j1", "alias", "mina", "", names=("MoW", "Ministry of Water"))])
    found = of("mow", saying("post:c1", "Ministry of Water"), saying("post:c2", "the MoW"), known=known)
    assert ("Ministry of Water", ("Ministry of Water", "the MoW"), 2) == (found.name, found.names, len(found.said))


# ---- what became of it ----

SAID = (saying("post:c1", "The mayor"), saying("echo:c1", "The mayor", outlet="Echo"))
CLAIMS = (stated("post:c1"), stated("echo:c1"), stated("radio:c1"), stated("bulletin:c1", "denies"))
ORIGINS = (origin("post", "echo", independent=True), origin("radio", independent=True), origin("bulletin"))
DAYS = {"post": "2031-04-09", "echo": "2031-04-09", "radio": "2031-04-10", "bulletin": "2031-04-11"}


def mayor(said: tuple[Saying, ...] = SAID[:1], days: dict[str, str] = DAYS, **more: Any) -> SourceRecord:
    given = {name: value for name, value in more.items() if name != "elsewhere"}
    incident = occurrence(**({"claims": CLAIMS, "origins": ORIGINS} | given))
    elsewhere = more.get("elsewhere", ())
    return of("The mayor", *said, incidents=(incident,), published=days, elsewhere=elsewhere)


def test_what_an_independent_origin_affirms_later_is_corroborated_by_its_claims() -> None:
    assert [("post:c1", ["radio:c1"])] == fates(mayor().corroborated)


@pytest.mark.parametrize(
    "more",
    [
        {"origins": (origin("post", "echo", "radio", independent=True),)},
        {"origins": (origin("post", "echo"), origin("radio"))},
        {"claims": (stated("post:c1"), stated("radio:c1", "mentions"))},
        {"claims": (stated("post:c1", "mentions"), stated("radio:c1"))},
        {"contradictions": (contradict("post:c1", "radio:c1"),)},
        {"days": DAYS | {"radio": "2031-04-08"}},
    ],
    ids=["an echo", "not shown", "mentions", "mentioned", "contradicts", "earlier"],
)
def test_nothing_less_corroborates(more: dict[str, Any]) -> None:
    assert () == mayor(**more).corroborated


def test_a_source_does_not_corroborate_itself() -> None:
    assert () == mayor((*SAID, saying("radio:c1", "The Mayor", outlet="Radio"))).corroborated


def test_nor_does_it_by_what_it_said_in_a_report_that_is_not_looked_at() -> None:
    assert () == mayor(elsewhere=(saying("radio:c1", "the mayor", outlet="Radio"),)).corroborated
    assert 1 == len(mayor(elsewhere=(saying("radio:c1", "A pilot", outlet="Radio"),)).corroborated)


def test_what_others_deny_is_denied_and_so_are_its_echoes() -> None:
    pairs = (contradict("post:c1", "bulletin:c1"), contradict("bulletin:c1", "echo:c1"))
    assert [("post:c1", ["bulletin:c1"]), ("echo:c1", ["bulletin:c1"])] == fates(
        mayor(SAID, contradictions=pairs).denied
    )


def test_rival_numbers_are_no_denial() -> None:
    assert () == mayor(contradictions=(contradict("post:c1", "radio:c1"),)).denied


def test_a_source_that_denies_is_not_denied_by_those_who_affirm() -> None:
    incident = occurrence(claims=CLAIMS, origins=ORIGINS, contradictions=(contradict("post:c1", "bulletin:c1"),))
    garrison = of("Garrison", saying("bulletin:c1", "Garrison"), incidents=(incident,), published=DAYS)
    assert ((), (), ()) == (garrison.corroborated, garrison.denied, garrison.withdrawn)


def test_what_a_correction_takes_back_is_withdrawn() -> None:
    assert [("post:c1", [])] == fates(mayor((saying("post:c1", "The mayor", withdrawn=True),)).withdrawn)


def test_what_a_source_later_says_otherwise_is_withdrawn_and_not_denied() -> None:
    said = (SAID[0], saying("bulletin:c1", "The mayor"))
    found = mayor(said, contradictions=(contradict("post:c1", "bulletin:c1"),))
    assert ([("post:c1", ["bulletin:c1"])], ()) == (fates(found.withdrawn), found.denied)


# ---- grades ----


def graded(place: int, letter: str, undone_by: str | None = None, name: str = "the mayor") -> Judged:
    return Judged(Ruling(f"j{place}", "grade", "mina", "", names=(name,), grade=reliability(letter).tag), undone_by)


def test_a_source_that_nobody_graded_stands_at_f_whatever_became_of_its_words() -> None:
    assert ("F", ()) == (mayor().grade.value, mayor().grades)


def test_the_last_grade_that_holds_is_the_grade_and_all_are_its_history() -> None:
    rulings = (graded(1, "C"), graded(2, "B"), graded(3, "A", undone_by="j4"), graded(5, "E", name="somebody else"))
    found = of("The mayor", SAID[0], rulings=rulings)
    assert ("B", ["j1", "j2", "j3"]) == (found.grade.value, [one.ruling.id for one in found.grades])
