from __future__ import annotations

from dataclasses import replace

import pytest
from tests.store.making import BODY, line, reading, report

from sayso.errors import IntegrityError, NotFound, Unreadable
from sayso.records import Added, Custody, Refusal, Version
from sayso.store import Store


def filled(store: Store, *bodies: str) -> None:
    for number, body in enumerate(bodies):
        store.save(report(body, f"{number}.txt"), reading(body), line)


def test_a_saved_report_reads_back_whole(store: Store) -> None:
    assert Added(report(), new=True, claims=2) == store.save(report(), reading(), line)
    assert report() == store.report(report().id)
    assert (Version(1, "test-1", report().added), reading()) == store.reading(report().id)


def test_the_same_report_twice_changes_nothing(store: Store) -> None:
    store.save(report(), reading(), line)
    again = store.save(report(name="other.txt"), reading(model="test-2"), line)
    assert Added(report(), new=False, claims=2) == again == store.added(report().id)
    assert (1, 1, 1) == (store.count(), len(store.versions(report().id)), len(list(store.chain())))


def test_another_report_with_the_same_id_is_refused(store: Store) -> None:
    store.save(report(), reading(), line)
    with pytest.raises(IntegrityError):
        store.save(replace(report(), sha256="0" * 64), reading(), line)


def test_a_failure_half_way_leaves_nothing(store: Store) -> None:
    def fails(_: Custody | None) -> Custody:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        store.save(report(), reading(), fails)
    assert (0, [], ()) == (store.count(), list(store.chain()), store.listed())


def test_each_line_of_custody_is_drawn_from_the_one_before(store: Store) -> None:
    filled(store, "One.", "Two.", "Three.")
    assert ["0", "1", "2"] == [drawn.previous for drawn in store.chain()]
    assert ("1", "2", "3") == tuple(drawn.hash for drawn in store.chain())


def test_custody_is_that_of_the_report(store: Store) -> None:
    store.save(report(), reading(), line)
    assert (line(None),) == store.custody(report().id)


def test_a_further_reading_is_a_new_version_and_the_old_one_stays(store: Store) -> None:
    store.save(report(), reading(), line)
    added = store.append(report().id, reading(model="test-2"))
    assert (2, "test-2") == (added.number, added.model)
    assert ["test-1", "test-2"] == [version.model for version in store.versions(report().id)]
    assert (reading(), reading(model="test-2")) == (store.reading(report().id, 1)[1], store.reading(report().id)[1])


def test_a_further_reading_of_another_text_keeps_both_texts(store: Store) -> None:
    store.save(report(), reading(), line)
    other = replace(reading("The quay was loud."), sha256=report().sha256)
    store.append(report().id, other)
    assert (reading(), other) == (store.reading(report().id, 1)[1], store.reading(report().id, 2)[1])


def test_the_list_shows_the_latest_reading_newest_report_first(store: Store) -> None:
    filled(store, "One.", "Two.")
    store.append(report("One.").id, reading("One.", "test-2"))
    listed = store.listed()
    assert ["1.txt", "0.txt"] == [row.report.name for row in listed]
    assert [1, 2] == [row.version.number for row in listed]
    assert ("O", "Quay Post", "2031-03-02", "und", 2, 1, 0) == (
        listed[1].title, listed[1].outlet, listed[1].published, listed[1].language,
        listed[1].claims, listed[1].attributed, listed[1].notices,
    )  # fmt: skip


def test_the_list_is_cut_into_pages(store: Store) -> None:
    filled(store, *(f"Report {number}." for number in range(7)))
    pages = [[row.report.name for row in store.listed(offset=at, limit=3)] for at in (0, 3, 6, 9)]
    assert [["6.txt", "5.txt", "4.txt"], ["3.txt", "2.txt", "1.txt"], ["0.txt"], []] == pages


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("bridge", 1), ("BRIDGE quay", 1), ("brid", 1), ("ridge", 0), ("bridge market", 0), ("the", 1),
        ("left", 1), ("post", 3), ("حلب", 1), ("حَلَب", 1),
        ("Kocyigit", 1), ("'; DROP TABLE reports", 0), ('"', 0), ("* OR", 0), ("???", 0), ("  ", 3), ("2.txt", 1),
    ],
)  # fmt: skip
def test_a_report_is_found_by_the_start_of_all_its_words(store: Store, words: str, found: int) -> None:
    filled(store, "The quay and the Bridge.", "A market in حلب was shut.", "Ms Koçyiğit left.")
    assert found == store.count(words) == len(store.listed(words))


def test_a_report_is_found_by_the_start_of_its_id(store: Store) -> None:
    store.save(report(), reading(), line)
    assert report() == store.report(report().id[:6])


@pytest.mark.parametrize("asked", ["", report().id[:5], "ffffff", report().id + "0", "zzzzzz"])
def test_an_id_that_is_not_there_is_named(store: Store, asked: str) -> None:
    store.save(report(), reading(), line)
    with pytest.raises(NotFound):
        store.report(asked)


def test_a_start_that_fits_two_reports_is_refused(store: Store) -> None:
    first, second = (replace(report(body), id="abcdef" + tail * 10) for body, tail in (("One.", "0"), ("Two.", "1")))
    store.save(first, reading("One."), line)
    store.save(second, reading("Two."), line)
    with pytest.raises(NotFound, match="Several"):
        store.report("abcdef")


def test_a_reading_that_is_not_there_is_named(store: Store) -> None:
    store.save(report(), reading(), line)
    with pytest.raises(NotFound, match="no reading 2"):
        store.reading(report().id, 2)


def test_a_refusal_is_kept_once_for_each_cause(store: Store) -> None:
    for cause in ("It is cut short.", "It is cut short.", "It is locked."):
        store.refuse(Refusal("a.pdf", "/inbox/a.pdf", Unreadable(cause)))
    kept = [("/inbox/a.pdf", "Unreadable", "It is cut short."), ("/inbox/a.pdf", "Unreadable", "It is locked.")]
    assert kept == list(store.refusals())


def test_every_report_comes_in_the_order_it_was_added(store: Store) -> None:
    filled(store, "One.", "Two.", BODY)
    assert ["0.txt", "1.txt", "2.txt"] == [kept.name for kept in store.every()]


def test_a_sound_database_finds_no_fault_in_itself(store: Store) -> None:
    store.save(report(), reading(), line)
    assert [] == list(store.faults())


def test_reports_are_outdated_where_another_model_read_them_last(store: Store) -> None:
    filled(store, "One.", "Two.")
    store.append(report("One.").id, reading("One.", "test-2"))
    assert ((report("Two.").id,), (report("One.").id,)) == (store.outdated("test-2"), store.outdated("test-1"))


def test_the_latest_readings_are_numbered_by_the_bytes_of_their_reports(store: Store) -> None:
    filled(store, "One.", "Two.")
    store.append(report("One.").id, reading("One.", "test-2"))
    assert {report("One.").sha256: 2} == store.latest([report("One.").sha256, "0" * 64])
