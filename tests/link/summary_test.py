from __future__ import annotations

from dataclasses import replace

from tests.link.tellings import MARIB, SHABWA, Draft, killed, statement, telling

from sayso.link import summary
from sayso.link.telling import Ref, Spot


def test_the_kind_is_that_of_most_tellings() -> None:
    kinds = [frozenset({"PROTEST"}), frozenset({"ASSAULT"}), frozenset({"ASSAULT", "COERCE"})]
    assert "ASSAULT" == summary.kind([telling(str(at), "", types=kind) for at, kind in enumerate(kinds)])
    assert None is summary.kind([telling("a", "", types=frozenset())])


def test_the_time_is_the_one_that_most_date_it_by_and_a_day_before_a_year() -> None:
    told = [telling("a", "", "2031"), telling("b", "", "2031"), telling("c", "", "2031-04-08")]
    found = summary.when(told)
    assert found and "2031-04-08" == found.words
    loose = summary.when(told[:2])
    assert loose and "2031" == loose.words


def test_a_time_that_is_only_mentioned_dates_nothing() -> None:
    assert None is summary.when([telling("a", "", dated=False)])


def test_the_place_is_the_one_that_most_put_it_at_as_the_first_names_it() -> None:
    draft = Draft("Shells fell on Ataq and on Marib.")
    for words, spot in (("Ataq", SHABWA), ("Marib", MARIB)):
        draft.event("fell", place=draft.place(words, Spot(spot.name, spot.country, spot.lat, spot.lon)))
    bare = Spot(MARIB.name, MARIB.country, MARIB.lat, MARIB.lon)
    told = [telling("a", "", spot=bare), telling("b", "", spot=SHABWA), telling("c", "", spot=bare)]
    found = summary.where(told, {report: draft.reading() for report in "abc"})
    assert found and ("a", "Marib") == (found.report, found.place.span.text)


def test_the_claim_that_tells_it_best_holds_what_was_done_to_whom_and_when_in_a_sentence() -> None:
    toll = statement("a.c1", "three", counts=(killed(3),))
    whole = statement("b.c2", "Two gunmen shot three guards dead at the depot", main=True, counts=(killed(3),))
    denial = statement("b.c3", "Nobody shot at the depot on Monday, the column said", kind="denial", main=True)
    told = [telling("a", "shot", statements=(toll,)), telling("b", "shot", statements=(whole, denial))]
    assert whole.ref == summary.lead(told)
    assert toll.ref == summary.lead(told[:1])
    unsure = replace(whole, ref=Ref("b", "c1"), certainty="probable")
    assert whole.ref == summary.lead([telling("b", "shot", statements=(unsure, whole))])
    pronoun = replace(whole, ref=Ref("b", "c1"), text="They shot three guards dead at the depot in the night")
    assert whole.ref == summary.lead([telling("b", "shot", statements=(pronoun, whole))])
    assert None is summary.lead([telling("a", "")])


def test_a_place_that_is_only_mentioned_is_none() -> None:
    assert None is summary.where([telling("a", "", placed=False)], {})
