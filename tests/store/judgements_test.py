from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from tests.store.making import line, reading, report, ruling

from sayso.errors import BadValue, NotFound
from sayso.rulings import Ruling
from sayso.store import Store
from sayso.store.judgements import ALIASES, broken, name_subject, report_subject


def agrees(_: tuple[Ruling, ...]) -> None:
    """Let every ruling be made."""


def made(store: Store, **more: object) -> Ruling:
    return store.judgements.append(ruling(**more), agrees)


def test_a_ruling_reads_back_whole(store: Store) -> None:
    kept = made(store, why="Its own words; “quay” is a place.", grade='admiralty-scale:information-credibility="2"')
    assert ("j1", "") == (kept.id, kept.previous)
    assert kept == store.judgements.one("j1")
    assert (kept,) == store.judgements.every()


def test_rulings_are_numbered_in_the_order_they_are_made(store: Store) -> None:
    kept = [made(store), made(store), made(store, kind="undo", about=(), undoes="j2")]
    assert ["j1", "j2", "j3"] == [one.id for one in kept]
    assert [kept[0].hash, kept[1].hash] == [kept[1].previous, kept[2].previous]


def test_the_last_ruling_is_told_by_its_hash(store: Store) -> None:
    assert "" == store.judgements.last()
    assert [made(store).hash, made(store).hash][-1] == store.judgements.last()


def test_a_ruling_is_found_by_its_report_and_by_its_names_however_they_are_written(store: Store) -> None:
    on_report = made(store)
    on_name = made(store, kind="grade", about=(), names=("The Harbour Office of Tartūs",))
    assert (on_report,) == store.judgements.under([report_subject(report().sha256)])
    assert (on_name,) == store.judgements.under([name_subject("harbour office of tartus"), "name nobody"])


def test_an_undoing_is_found_with_what_it_undoes(store: Store) -> None:
    chain = (
        made(store),
        made(store, kind="undo", about=(), undoes="j1"),
        made(store, kind="undo", about=(), undoes="j2"),
    )
    made(store, kind="grade", about=(), names=("Quay Post",))
    assert chain == store.judgements.under([report_subject(report().sha256)])


def test_aliases_are_found_together(store: Store) -> None:
    one = made(store, kind="alias", about=(), names=("QP", "Quay Post"))
    made(store)
    assert (one,) == store.judgements.under([ALIASES]) == store.judgements.under([name_subject("qp")])


def test_what_must_not_be_ruled_is_not_kept(store: Store) -> None:
    def refuses(earlier: tuple[Ruling, ...]) -> None:
        raise BadValue(f"There are {len(earlier)}.", "Stop.")

    made(store)
    with pytest.raises(BadValue, match="There are 1"):
        store.judgements.append(ruling(), refuses)
    assert 1 == len(store.judgements.every())


@pytest.mark.parametrize("asked", ["j2", "j0", "2", "", "j", "c1", "j²", "j99999999999999999999"])
def test_a_ruling_that_is_not_there_is_named(store: Store, asked: str) -> None:
    made(store)
    with pytest.raises(NotFound, match="No judgement"):
        store.judgements.one(asked)
    with pytest.raises(NotFound, match="No judgement"):
        made(store, kind="undo", about=(), undoes=asked)


def test_rulings_are_unbroken_until_one_is_altered_or_taken_out(store: Store) -> None:
    first, second, third = made(store), made(store, by="Jalal"), made(store)
    assert [] == list(broken((first, second, third)))
    altered = replace(second, why="No reason.")
    assert ["Judgement j2 is not as it was made."] == list(broken((first, altered, third)))
    assert ["Judgement j3 does not follow the one before it."] == list(broken((first, third)))


def test_a_further_reading_leaves_the_rulings_as_they_are(store: Store) -> None:
    store.save(report(), reading(), line)
    kept = made(store)
    store.append(report().id, reading(model="test-2"))
    assert (kept,) == store.judgements.under([report_subject(report().sha256)])
    assert ("test-1",) == kept.models


def test_many_who_judge_at_once_stand_in_one_row(store: Store, folder: Path) -> None:
    def judges(_: int) -> list[str]:
        with Store.open(folder) as own:
            return [made(own).id for _ in range(5)]

    with ThreadPoolExecutor(4) as pool:
        ids = [one for made_by in pool.map(judges, range(4)) for one in made_by]
    assert sorted(f"j{place}" for place in range(1, 21)) == sorted(ids)
    assert [] == list(broken(store.judgements.every()))
