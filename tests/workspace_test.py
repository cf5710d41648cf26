from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.plain_reading import plain_reading

import sayso
from sayso.errors import BadValue, ModelError, NotFound, StoreError
from sayso.records import Added, Meta, Refusal
from sayso.settings import Settings
from sayso.workspace import Finding, Workspace, country, read

QUAY = "Quiet at the quay\nThe harbour master says the quay is open.\nA pilot says it is shut.\n"
MILL = "Fire at the mill\nThe mayor says the mill burned down.\n"


@pytest.fixture(autouse=True)
def _plain_stages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.workspace._reading", plain_reading)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "a-quay.txt").write_text(QUAY)
    (folder / "b-mill.txt").write_text(MILL)
    return folder


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(tmp_path / "kept") as opened:
        yield opened


def errors(workspace: Workspace) -> list[Finding]:
    return [finding for finding in workspace.verify() if finding.severity == "error"]


def alter(workspace: Workspace, statement: str) -> None:
    """Change the database as no part of the program can: past its triggers."""
    driver = sqlite3.connect(workspace.folder / "sayso.db", isolation_level=None)
    for (trigger,) in driver.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        driver.execute(f"DROP TRIGGER {trigger}")
    assert driver.execute(statement).rowcount
    driver.close()


def test_a_report_is_read_and_nothing_is_stored(inbox: Path, tmp_path: Path) -> None:
    found = read(inbox / "a-quay.txt", Meta(outlet="Quay Post"))
    assert ["The harbour master", "A pilot"] == [
        claim.chain[0].label.text for claim in found.claims if claim.chain[0].label
    ]
    assert ("Quay Post", ["inbox"]) == (found.text.outlet, [path.name for path in tmp_path.iterdir()])


def test_bytes_are_read_as_a_file_is(inbox: Path) -> None:
    assert read(inbox / "a-quay.txt") == read(QUAY.encode())


def test_a_missing_file_is_named() -> None:
    with pytest.raises(NotFound):
        read(Path("no-such-report.txt"))


def test_a_file_of_several_reports_is_not_read_as_one(tmp_path: Path) -> None:
    (tmp_path / "many.jsonl").write_text('{"text": "One."}\n{"text": "Two."}\n')
    with pytest.raises(BadValue, match="several reports"):
        read(tmp_path / "many.jsonl")


def test_each_report_of_a_folder_is_kept_in_order(workspace: Workspace, inbox: Path) -> None:
    outcomes = list(workspace.add([inbox], Meta(outlet="Quay Post")))
    assert [("a-quay.txt", True, 2), ("b-mill.txt", True, 1)] == [
        (kept.report.name, kept.new, kept.claims) for kept in outcomes if isinstance(kept, Added)
    ]
    assert ["b-mill.txt", "a-quay.txt"] == [row.report.name for row in workspace.reports()]
    assert [] == list(workspace.verify())


def test_what_is_kept_reads_back_as_it_was_read(workspace: Workspace, inbox: Path) -> None:
    kept = next(workspace.add([inbox]))
    assert isinstance(kept, Added)
    version, found = workspace.reading(kept.report.id)
    assert read(inbox / "a-quay.txt") == found
    assert (version,) == workspace.versions(kept.report.id[:6])
    assert kept.report == workspace.report(kept.report.id)


def test_custody_says_when_from_where_and_by_what(workspace: Workspace, inbox: Path) -> None:
    kept = next(workspace.add([inbox]))
    assert isinstance(kept, Added)
    (line,) = workspace.custody(kept.report.id)
    assert (kept.report.sha256, str(inbox / "a-quay.txt"), f"sayso {sayso.__version__}", kept.report.added) == (
        line.sha256, line.origin, line.tool, line.at,
    )  # fmt: skip


def test_the_same_bytes_twice_change_nothing(workspace: Workspace, inbox: Path) -> None:
    (inbox / "c-copy.txt").write_text(QUAY)
    first = [kept.new for kept in workspace.add([inbox]) if isinstance(kept, Added)]
    before = (workspace.folder / "sayso.db-wal").read_bytes()
    again = [kept.new for kept in workspace.add([inbox], Meta(outlet="Other")) if isinstance(kept, Added)]
    assert ([True, True, False], [False] * 3) == (first, again)
    assert before == (workspace.folder / "sayso.db-wal").read_bytes()


def test_a_bad_input_is_refused_and_the_next_is_taken(workspace: Workspace, inbox: Path) -> None:
    (inbox / "a-empty.txt").write_text("")
    (inbox / "b-blank.txt").write_text("  \n ")
    (inbox / "b-fault.txt").write_text("BREAK")
    outcomes = list(workspace.add([inbox, inbox / "missing.txt"]))
    refused = [(bad.name, bad.error.name) for bad in outcomes if isinstance(bad, Refusal)]
    assert [
        ("a-empty.txt", "NoText"), ("b-blank.txt", "NoText"), ("b-fault.txt", "Fault"), ("missing.txt", "NotFound"),
    ] == refused  # fmt: skip
    assert 2 == workspace.count()
    assert [] == list(workspace.verify())


def test_stopping_half_way_keeps_what_was_finished(workspace: Workspace, inbox: Path) -> None:
    going = workspace.add([inbox])
    next(going)
    del going
    assert (1, []) == (workspace.count(), list(workspace.verify()))


def test_two_processes_adding_the_same_folder_keep_each_report_once(inbox: Path, tmp_path: Path) -> None:
    for number in range(20):
        (inbox / f"{number}.txt").write_text(f"Report {number}\nThe clerk says it is number {number}.\n")
    code = """
import sys
from pathlib import Path
from sayso import workspace
from tests.plain_reading import plain_reading
workspace._reading = plain_reading
list(workspace.Workspace.open(Path(sys.argv[1])).add([Path(sys.argv[2])]))
"""
    run = [sys.executable, "-c", code, str(tmp_path / "kept"), str(inbox)]
    started = [subprocess.Popen(run, cwd=Path(__file__).parents[1]) for _ in range(3)]
    assert [0, 0, 0] == [process.wait() for process in started]
    with Workspace.open(tmp_path / "kept") as workspace:
        assert (22, []) == (workspace.count(), list(workspace.verify()))


def test_words_narrow_the_list(workspace: Workspace, inbox: Path) -> None:
    list(workspace.add([inbox]))
    assert (["a-quay.txt"], 1) == (
        [row.report.name for row in workspace.reports("harbour")],
        workspace.count("harbour"),
    )


def test_a_workspace_that_is_not_to_be_made_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        Workspace.open(tmp_path / "none", create=False)
    assert not (tmp_path / "none").exists()


# ---- verify ----


def test_altered_bytes_are_found_and_so_are_lost_ones(workspace: Workspace, inbox: Path) -> None:
    kept = [outcome.report.sha256 for outcome in workspace.add([inbox]) if isinstance(outcome, Added)]
    altered, lost = (next((workspace.folder / "vault").rglob(sha256)) for sha256 in kept)
    altered.chmod(0o600)
    altered.write_text("Nothing at the quay")
    lost.unlink()
    found = [finding.sentence for finding in errors(workspace)]
    assert 2 == len(found)
    assert kept[0] in found[0]
    assert kept[1][:16] in found[1]


def test_adding_a_file_again_brings_back_its_lost_bytes(workspace: Workspace, inbox: Path) -> None:
    kept = next(workspace.add([inbox]))
    assert isinstance(kept, Added)
    next((workspace.folder / "vault").rglob(kept.report.sha256)).unlink()
    next(workspace.add([inbox]))
    assert [] == errors(workspace)


def test_bytes_of_no_report_are_information_until_they_are_adopted(workspace: Workspace, inbox: Path) -> None:
    workspace._vault.keep(QUAY.encode())
    assert ["information"] == [finding.severity for finding in workspace.verify()]
    list(workspace.add([inbox]))
    assert [] == list(workspace.verify())


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE custody SET origin = 'elsewhere' WHERE sequence = 1",
        "DELETE FROM custody WHERE sequence = 1",
        "UPDATE texts SET body = 'x' || body WHERE id = 1",
        "UPDATE readings SET document = '{}' WHERE id = 1",
        "UPDATE readings SET document = '[' WHERE id = 1",
        "UPDATE claims SET document = replace(document, 'positive', 'negative') WHERE position = 0",
        "DELETE FROM claims WHERE position = 0",
        "UPDATE readings SET report = 99 WHERE id = 1",
    ],
)
def test_a_change_past_the_triggers_is_found(workspace: Workspace, inbox: Path, statement: str) -> None:
    list(workspace.add([inbox]))
    alter(workspace, statement)
    assert errors(workspace)


def test_a_full_disk_ends_the_run_by_name(workspace: Workspace, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise StoreError("The disk is full.", "Free some space.")

    monkeypatch.setattr("sayso.store.Store.save", full)
    monkeypatch.setattr("sayso.store.Store.refuse", full)
    with pytest.raises(StoreError, match="disk is full"):
        list(workspace.add([inbox]))


# ---- what is public ----


def test_only_the_api_and_the_records_are_public() -> None:
    assert {"open", "read", "Workspace", "Finding", "Reading", "Claim", "Span", "Added"} <= set(sayso.__all__)
    assert all(getattr(sayso, name) for name in sayso.__all__)
    with pytest.raises(AttributeError):
        _ = sayso.nothing


def test_the_room_named_read_does_not_hide_the_function() -> None:
    import sayso.read  # noqa: PLC0415

    assert read is sayso.read


def test_a_reader_that_cannot_be_used_stops_the_taking_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inbox: Path
) -> None:
    def broken() -> str:
        raise ModelError("The encoder cannot be opened.")

    monkeypatch.setattr("sayso.workspace.reader", broken)
    with Workspace.open(tmp_path / "kept") as place:
        with pytest.raises(ModelError):
            list(place.add([inbox]))
        assert 0 == place.count()


@pytest.mark.parametrize(("code", "name"), [("SY", "Syria"), ("XX", "XX"), ("", "")])
def test_a_country_is_named_where_the_gazetteer_knows_it(code: str, name: str) -> None:
    assert name == country(code, Settings())
