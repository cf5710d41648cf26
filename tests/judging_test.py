from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.plain_reading import plain_reading

from sayso.errors import BadValue, NotFound, SaysoError, Unconfirmed
from sayso.link.decisions import UNDECIDED
from sayso.records import Meta
from sayso.rulings import Ruling
from sayso.settings import Settings
from sayso.workspace import Workspace

QUAY = "Quiet at the quay\nThe harbour master says the quay is open.\nA pilot says it is shut.\n"
MILL = "Fire at the mill\nThe mayor says the mill burned down.\nThe Mayor of Tartus says nobody was hurt.\n"


@pytest.fixture(autouse=True)
def _plain_stages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.workspace._reading", plain_reading)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Workspace]:
    """A workspace with two reports."""
    with Workspace.open(tmp_path / "kept", Settings(by="mina")) as opened:
        for name, text in (("quay.txt", QUAY), ("mill.txt", MILL)):
            (tmp_path / name).write_text(text)
            list(opened.add([tmp_path / name], Meta(outlet="Quay Post", published="2031-03-02")))
        yield opened


def at(place: Workspace, item: str) -> str:
    """A claim `quay:c1` as the workspace calls it."""
    name, claim = item.split(":")
    return next(f"{row.report.id}:{claim}" for row in place.reports() if row.report.name == f"{name}.txt")


def judged(place: Workspace, kind: str, *items: str, grade: str = "", why: str = "") -> Ruling:
    return place.judge(kind, [at(place, item) for item in items], grade, why=why)  # type: ignore[arg-type]


# ---- deciding ----


def test_a_judgement_says_who_when_why_what_and_under_which_model(place: Workspace) -> None:
    ruling = judged(place, "reject", "quay:c2", why="It is a joke.")
    (about,) = ruling.about
    assert ("j1", "mina", "It is a joke.", ("plain-1",)) == (ruling.id, ruling.by, ruling.why, ruling.models)
    assert ("it is shut.", "A pilot", "claim") == (about.words, about.speaker, about.what)
    assert (place.report(at(place, "quay:c1").split(":")[0]).sha256, "Z") == (about.sha256, ruling.at[-1])


def test_who_decides_is_said_with_the_judgement_else_set_else_the_system_knows(
    place: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "jalal")
    claim = [at(place, "quay:c1")]
    assert "nour" == place.judge("accept", claim, by=" nour ").by
    assert "mina" == place.judge("accept", claim).by
    place.settings = replace(place.settings, by="")
    assert "jalal" == place.judge("accept", claim).by


def test_a_system_that_has_no_name_for_the_user_is_told_of(place: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise OSError

    monkeypatch.setattr("getpass.getuser", nobody)
    place.settings = replace(place.settings, by="")
    with pytest.raises(BadValue, match="no name for you"):
        place.judge("accept", [at(place, "quay:c1")])


@pytest.mark.parametrize(
    ("kind", "subjects", "error", "words"),
    [
        ("accept", ["ffffffff:c1"], NotFound, "No report has the id"),
        ("accept", ["quay:c9"], NotFound, "no claim or event c9"),
        ("accept", ["the quay"], BadValue, "names no claim"),
        ("accept", [], BadValue, "is not about 0 things"),
        ("merge", ["quay:c1"], BadValue, "is not about one thing"),
        ("merge", ["quay:c1", "quay:c1"], BadValue, "one thing twice"),
        ("split", ["i-ffffffffffffffff:v1", "quay:c1"], NotFound, "No incident"),
        ("note", ["quay:c1"], BadValue, "without words"),
        ("undo", ["j9"], NotFound, "No judgement has the id j9"),
        ("alias", ["The Mayor", "mayor"], BadValue, "one name already"),
        ("alias", ["?", "mayor"], BadValue, "or one is none"),
    ],
)
def test_what_cannot_be_judged_is_refused_with_cause_and_cure(
    place: Workspace, kind: str, subjects: list[str], error: type[SaysoError], words: str
) -> None:
    named = [at(place, one) if one.startswith("quay:") else one for one in subjects]
    with pytest.raises(error, match=words) as caught:
        place.judge(kind, named)  # type: ignore[arg-type]
    assert caught.value.cure
    assert () == place.judgements()


# ---- grades ----


def test_a_source_is_graded_by_a_person_and_stands_at_f_before(place: Workspace) -> None:
    assert "F" == place.source("A pilot").grade.value
    place.judge("grade", ["a PILOT"], "c")
    assert ("C", 1) == (place.source("A pilot").grade.value, len(place.source("A pilot").grades))


def test_a_grade_outside_the_scale_is_refused(place: Workspace) -> None:
    with pytest.raises(BadValue, match="no grade of source reliability"):
        place.judge("grade", ["A pilot"], "2")
    with pytest.raises(BadValue, match="no grade of information credibility"):
        judged(place, "grade", "quay:c1", grade="B")


def test_a_source_that_nobody_heard_is_not_graded_and_names_alike_are_offered(place: Workspace) -> None:
    with pytest.raises(NotFound, match="No source in the readings") as caught:
        place.judge("grade", ["The harbour guard"], "B")
    assert "Did you mean: The harbour master?" == caught.value.cure


def test_a_claim_of_one_origin_is_not_confirmed_by_others(place: Workspace) -> None:
    with pytest.raises(Unconfirmed, match="no second origin"):
        judged(place, "grade", "quay:c1", grade="1")
    assert 'admiralty-scale:information-credibility="2"' == judged(place, "grade", "quay:c1", grade="2").grade


def test_a_credibility_is_proposed_with_reasons(place: Workspace) -> None:
    proposal = place.proposal(at(place, "quay:c1"))
    assert "6" == proposal.grade.value
    assert "One origin affirms it; nothing else is known of it." == proposal.because[0]


# ---- undoing ----


def test_what_is_undone_is_still_listed_and_may_be_redone(place: Workspace) -> None:
    first = judged(place, "reject", "quay:c2")
    second = place.undo(first.id)
    assert [("j1", "j2"), ("j2", None)] == [(one.ruling.id, one.undone_by) for one in place.judgements()]
    assert UNDECIDED == place.decisions()
    place.undo(second.id)
    assert 1 == len(place.decisions().rejected)


def test_what_is_undone_cannot_be_undone_again(place: Workspace) -> None:
    place.undo(judged(place, "reject", "quay:c2").id)
    with pytest.raises(BadValue, match="undone already, by j2"):
        place.undo("j1")


def test_judgements_are_found_by_report_and_by_name(place: Workspace) -> None:
    judged(place, "reject", "quay:c2")
    place.judge("grade", ["The mayor"], "B")
    quay = at(place, "quay:c2")
    assert (
        ["j1"]
        == [one.ruling.id for one in place.judgements(quay)]
        == [one.ruling.id for one in place.judgements(quay[:8])]
    )
    assert ["j2"] == [one.ruling.id for one in place.judgements("the Mayor")]
    assert () == place.judgements("nobody")


def test_an_altered_judgement_is_found(place: Workspace) -> None:
    judged(place, "reject", "quay:c2")
    driver = sqlite3.connect(place.folder / "sayso.db", isolation_level=None)
    driver.execute("DROP TRIGGER judgements_no_update")
    driver.execute("UPDATE judgements SET by = 'somebody'")
    driver.close()
    assert ["Judgement j1 is not as it was made."] == [finding.sentence for finding in place.verify()]


# ---- names ----


def test_an_alias_joins_the_records_of_two_names_until_it_is_removed(place: Workspace) -> None:
    assert 1 == len(place.source("The mayor").said)
    place.judge("alias", ["The mayor", "The Mayor of Tartus"])
    assert ("The Mayor of Tartus", 2) == (place.source("the mayor").name, len(place.source("mayor").said))
    place.unalias("The Mayor")
    assert 1 == len(place.source("The mayor").said)


def test_a_name_that_stands_for_itself_has_no_alias_to_remove(place: Workspace) -> None:
    with pytest.raises(NotFound, match="stands for no other name"):
        place.unalias("The mayor")


def test_names_cannot_stand_for_each_other(place: Workspace) -> None:
    place.judge("alias", ["The mayor", "The Mayor of Tartus"])
    with pytest.raises(BadValue, match="one name already"):
        place.judge("alias", ["The Mayor of Tartus", "mayor"])


# ---- sources ----


def test_the_record_of_a_source_leaves_out_what_was_rejected(place: Workspace) -> None:
    assert ["it is shut."] == [one.words for one in place.source("A pilot").said]
    judged(place, "reject", "quay:c2")
    assert ([], []) == (list(place.source("A pilot").said), list(place.source("A pilot").relayed))


def test_an_outlet_passes_on_what_others_say_in_it(place: Workspace) -> None:
    found = place.source("quay post")
    assert ((), 4) == (found.said, len(found.relayed))
    assert ["A pilot", "The harbour master", "The mayor", "The Mayor of Tartus"] == sorted(
        (one.name for one in found.cites), key=str.casefold
    )
