from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.plain_reading import plain_reading

from sayso import revising
from sayso.contract import history_to_json
from sayso.errors import NotFound
from sayso.records import Added, Meta
from sayso.workspace import Workspace

FERRY = "Ferry shot at\nThe prefect says three died.\nA boatman says it came from the east.\n"
ADDRESS = "https://post.example/ferry"
Take = Callable[..., str]


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    monkeypatch.setattr("sayso.workspace._reading", plain_reading)
    with Workspace.open(tmp_path / "kept") as opened:
        yield opened


@pytest.fixture
def take(tmp_path: Path, workspace: Workspace) -> Take:
    """Adds a report and gives its id."""

    def add(body: str, url: str | None = ADDRESS, published: str | None = None) -> str:
        (tmp_path / "report.txt").write_text(body)
        (found,) = workspace.add([tmp_path / "report.txt"], Meta(url=url, published=published))
        assert isinstance(found, Added)
        return found.report.id

    return add


def test_what_was_added_again_from_the_same_address_is_another_version(workspace: Workspace, take: Take) -> None:
    first, second = take(FERRY), take(FERRY.replace("three", "four"))
    take(FERRY.replace("three", "five"), url="https://post.example/other")

    assert [first, second] == [report.id for report in workspace.article(second)]
    (found,) = workspace.history(first).revisions
    assert ("article", first, second) == (found.how, found.before.report.id, found.after.report.id)
    assert ["changed"] == [change.fate for change in found.claims]


def test_versions_stand_in_the_order_of_their_publication_where_all_say_it(workspace: Workspace, take: Take) -> None:
    late, early = take(FERRY, published="2031-04-09"), take(f"{FERRY}.", published="2031-04-08")

    assert [early, late] == [report.id for report in workspace.article(late)]
    undated = take(f"{FERRY}!")
    assert [late, early, undated] == [report.id for report in workspace.article(late)]


def test_a_report_without_an_address_is_its_only_version(workspace: Workspace, take: Take) -> None:
    first = take(FERRY, url=None)
    take(f"{FERRY}.", url=None)

    assert ([first], ()) == ([one.id for one in workspace.article(first)], workspace.history(first).revisions)


def test_two_readings_of_the_same_bytes_are_compared(
    workspace: Workspace, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = take(FERRY)
    monkeypatch.setattr(
        "sayso.workspace._reading",
        lambda *given: replace(plain_reading(*given), claims=plain_reading(*given).claims[:1]),
    )
    list(workspace.reread([report]))
    found = workspace.history(report)

    assert [1, 2] == [side.version.number for side in found.sides]
    assert [("reading", True, ["removed"], 1)] == [
        (one.how, one.same_words, [change.fate for change in one.claims], one.kept) for one in found.revisions
    ]


def test_a_long_history_tells_how_much_of_it_is_left_out(
    workspace: Workspace, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(revising, "_MOST", 2)
    reports = [take(f"{FERRY}{'.' * dots}") for dots in range(5)]
    found = workspace.history(reports[0])

    assert (2, 2, 5) == (found.earlier, len(found.revisions), len(found.sides))
    assert reports[-1] == found.revisions[-1].after.report.id


def test_a_judgement_that_lost_its_words_is_told(
    workspace: Workspace, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = take(FERRY)
    workspace.judge("accept", [f"{report}:c2"], by="desk")
    monkeypatch.setattr("sayso.workspace._reading", lambda *given: replace(plain_reading(*given), claims=()))
    list(workspace.reread([report]))

    assert ["accept"] == [orphan.ruling.kind for orphan in workspace.history(report).orphans]


def test_what_is_not_there_has_no_history(workspace: Workspace) -> None:
    with pytest.raises(NotFound):
        workspace.history("ffffffff")


def test_the_history_as_data_names_claims_and_quotes_each_side(workspace: Workspace, take: Take) -> None:
    first, second = take(FERRY), take(FERRY.replace("three", "four"))
    value = json.loads(json.dumps(history_to_json(workspace.history(first))))
    (found,) = value["revisions"]

    assert ("sayso/versions/1", [first, second]) == (
        value["schema"],
        [one["report"]["id"] for one in value["versions"]],
    )
    assert (first, second, False, 1) == (
        found["before"]["report"], found["after"]["report"], found["same_words"], found["kept"],
    )  # fmt: skip
    assert [{"fate": "changed", "before": "c1", "after": "c1", "because": ["Its words are others."]}] == found["claims"]
    assert ["three", "four"] == [
        (run["before"] or run["after"])["text"] for run in found["runs"] if None in (run["before"], run["after"])
    ]
