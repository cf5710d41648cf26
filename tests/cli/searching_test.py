from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Run, RunJson

FERRY = "Ferry at the lock\nA pilot says the الجسر gate jammed.\n"


@pytest.fixture
def desk(run: Run, inbox: Path) -> None:
    (inbox / "ferry.txt").write_text(FERRY)
    assert 0 == run("add", str(inbox))[0]


def test_a_search_shows_where_the_words_stand(run: Run, desk: None) -> None:
    code, out, _ = run("search", "harbour", "open")
    assert (0, True) == (code, "Quiet at the quay\n    outlet not known · date not known · " in out)
    assert "The harbour master says the quay is open" in out
    assert out.endswith("1 report, page 1\n")


@pytest.mark.parametrize(("words", "total"), [(["pilot"], 2), (["جسر"], 1), (['"quay is shut"'], 0), (["arbour"], 1)])
def test_as_json_it_holds_totals_and_addresses(run_json: RunJson, desk: None, words: list[str], total: int) -> None:
    code, value = run_json("search", *words)
    assert (0, "sayso/search/1", total) == (code, value["schema"], value["total"])
    for report in value["reports"]:
        for snippet in report["snippets"]:
            span = snippet["span"]
            assert snippet["address"] == f"/d/{report['report']['id']}/v/1#s={span['start']}-{span['end']}"


def test_letters_inside_a_word_are_said_to_be_that(run: Run, desk: None) -> None:
    assert run("search", "arbour")[1].startswith("No word begins so;")


def test_filters_narrow_it(run_json: RunJson, desk: None) -> None:
    assert 0 == run_json("search", "pilot", "--where", "language=ar")[1]["total"]
    assert 0 == run_json("search", "--where", "reviewed=yes")[1]["total"]


@pytest.mark.parametrize("where", ["colour=red", "state=sunk", "since=soon"])
def test_a_filter_that_is_none_is_refused(run: Run, desk: None, where: str) -> None:
    assert 8 == run("search", "pilot", "--where", where)[0]


def test_a_kept_search_tells_what_is_new_until_it_was_seen(
    run: Run, run_json: RunJson, desk: None, inbox: Path
) -> None:
    assert 0 == run("search", "pilot", "--save", "Pilots")[0]
    (inbox / "late.txt").write_text("Late\nA pilot says the lock is open.\n")
    run("add", str(inbox))
    assert (1, 3) == tuple(run_json("search", "--saved")[1]["searches"][0][name] for name in ("new", "total"))
    assert [True, False, False] == [one["new"] for one in run_json("search", "--open", "s1")[1]["reports"]]
    assert 0 == run_json("search", "--seen", "s1")[1]["searches"][0]["new"]


def test_nothing_found_and_nothing_kept_say_what_to_do(run: Run, desk: None) -> None:
    assert run("search", "nothing like it")[1].startswith("Nothing was found. Try fewer words")
    assert run("search", "--saved")[1].startswith("No search is kept.")
    assert 3 == run("search", "--open", "s9")[0]
