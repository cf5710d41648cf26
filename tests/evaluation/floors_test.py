from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

pytest.importorskip("evaluation.floors", reason="the evaluation does not stand beside these tests")

from evaluation.floors import Change, Faulty, Floor, Floors
from evaluation.score import Figure

from evaluation import floors

DAY = date(2026, 3, 1)
PINS = {"corpus": "aa", "model": "bb"}
KEPT = Floors(PINS, {"cue": Floor(0.8, 0.8), "kind": Floor(0.7, 0.7)})
CHANGE = Change(DAY, "", "", "", "the marks were mended")


def figures(cue: float, kind: float = 0.75) -> dict[str, Figure]:
    return {"cue": Figure(cue, 1000), "kind": Figure(kind, 1000)}


# ---- what is wrong ----


def test_a_figure_on_its_floor_is_not_missed_and_one_below_is() -> None:
    assert [] == list(floors.missed(KEPT, figures(0.8)))
    assert ["cue: 0.799 is below its floor of 0.800"] == list(floors.missed(KEPT, figures(0.7991)))


def test_a_layer_that_is_no_longer_read_is_missed() -> None:
    only = {"kind": Figure(0.75, 10)}
    assert ["cue: nothing of it is read any more, and its floor is 0.800"] == list(floors.missed(KEPT, only))


def test_a_floor_that_was_taken_out_is_missed() -> None:
    without = replace(KEPT, layers={"cue": KEPT.layers["cue"]})
    assert ["kind: has no floor; --update sets one"] == list(floors.missed(without, figures(0.8)))


def test_sound_floors_have_no_fault() -> None:
    assert [] == list(floors.faults(KEPT, PINS))


def test_another_corpus_or_model_is_named() -> None:
    (fault,) = floors.faults(KEPT, {"corpus": "cc", "model": "bb"})
    assert "the corpus is not the one that the floors were set on: its sha256 is cc, not aa" == fault


def test_a_floor_lowered_by_hand_is_named() -> None:
    by_hand = replace(KEPT, layers={**KEPT.layers, "cue": Floor(0.79, 0.8)})
    assert ["cue: the floor was lowered from 0.800 to 0.790 without a reason"] == list(floors.faults(by_hand, PINS))


def test_a_floor_lowered_by_hand_below_what_a_reason_allowed_is_named() -> None:
    allowed = floors.lowered(KEPT, "cue", figures(0.7), CHANGE)
    by_hand = replace(allowed, layers={**allowed.layers, "cue": Floor(0.6, 0.8)})
    assert [] == list(floors.faults(allowed, PINS))
    assert ["cue: the floor was lowered from 0.690 to 0.600 without a reason"] == list(floors.faults(by_hand, PINS))


def test_a_floor_that_rose_again_cannot_sink_back_on_the_old_reason() -> None:
    risen = floors.updated(floors.lowered(KEPT, "cue", figures(0.7), CHANGE), figures(0.76), PINS, CHANGE)
    sunk = replace(risen, layers={**risen.layers, "cue": Floor(0.69, 0.8)})
    assert [] == list(floors.faults(risen, PINS))
    assert ["cue: the floor was lowered from 0.750 to 0.690 without a reason"] == list(floors.faults(sunk, PINS))


def test_a_reason_that_was_taken_out_is_missed() -> None:
    silent = replace(KEPT, changes=(Change(DAY, "cue", 0.9, 0.8, " "),))
    assert ["cue: changed on 2026-03-01 without a reason"] == list(floors.faults(silent, PINS))


# ---- changes ----


def test_a_floor_leaves_one_in_a_hundred_or_one_case() -> None:
    assert [0.89, 0.8, 0.0] == [floors.least(one) for one in (Figure(0.9, 1000), Figure(0.9, 10), Figure(0.0, 10))]


def test_a_floor_is_rounded_down() -> None:
    assert 0.889 == floors.least(Figure(0.8999, 1000))


def test_updating_raises_and_never_lowers() -> None:
    assert {"cue": Floor(0.89, 0.89), "kind": Floor(0.7, 0.7)} == floors.updated(
        KEPT, figures(0.9, 0.6), PINS, CHANGE
    ).layers


def test_the_first_figures_need_no_reason() -> None:
    first = floors.updated(Floors(), figures(0.9), PINS, replace(CHANGE, because=""))
    assert (PINS, ()) == (first.pins, first.changes)


def test_another_model_is_pinned_without_a_reason_and_another_corpus_with_one() -> None:
    silent = replace(CHANGE, because="")
    model, corpus = PINS | {"model": "cc"}, PINS | {"corpus": "cc"}
    assert model == floors.updated(KEPT, {}, model, silent).pins
    with pytest.raises(Faulty, match="needs a reason"):
        floors.updated(KEPT, {}, corpus, silent)
    told = floors.updated(KEPT, {}, corpus, CHANGE)
    assert (corpus, (Change(DAY, "corpus", "aa", "cc", "the marks were mended"),)) == (told.pins, told.changes)


def test_lowering_keeps_the_reason_and_the_best() -> None:
    after = floors.lowered(KEPT, "cue", figures(0.7), CHANGE)
    assert Floor(0.69, 0.8) == after.layers["cue"]
    assert (Change(DAY, "cue", 0.8, 0.69, "the marks were mended"),) == after.changes


@pytest.mark.parametrize(
    ("layer", "cue", "because", "cause"),
    [
        ("cue", 0.7, " ", "needs a reason"),
        ("cue", 0.9, "for fun", "no need to be lowered"),
        ("cues", 0.7, "for fun", "no floor that could be lowered"),
    ],
)
def test_lowering_is_refused_without_reason_need_or_floor(layer: str, cue: float, because: str, cause: str) -> None:
    with pytest.raises(Faulty, match=cause):
        floors.lowered(KEPT, layer, figures(cue), replace(CHANGE, because=because))


# ---- on disk ----


def test_floors_come_back_as_they_were_written(tmp_path: Path) -> None:
    changes = (Change(DAY, "corpus", "aa", "cc", 'a "new" line\n'), Change(DAY, "cue", 0.9, 0.8, "é"))
    told = replace(KEPT, changes=changes)
    path = tmp_path / "floors.toml"
    path.write_text(floors.written(told), "utf-8")
    assert told == floors.load(path)


def test_without_a_file_there_are_no_floors(tmp_path: Path) -> None:
    assert Floors() == floors.load(tmp_path / "floors.toml")


@pytest.mark.parametrize(
    "body", ["corpus = ", "corpus = 'aa'\nmodel = 'bb'", "corpus = 'aa'\nmodel = 'bb'\nfloors = 3"]
)
def test_a_file_that_is_no_floors_is_refused(tmp_path: Path, body: str) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(body, "utf-8")
    with pytest.raises(Faulty, match="cannot be read"):
        floors.load(path)


def test_the_hash_of_reports_is_of_names_and_bytes(tmp_path: Path) -> None:
    def hashed(**reports: str) -> str:
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        folder.mkdir()
        for name, body in reports.items():
            folder.joinpath(name.replace("_", ".")).write_text(body, "utf-8")
        return floors.hash_of_reports(folder)

    same = [hashed(a_txt="one", b_yaml="two"), hashed(b_yaml="two", a_txt="one", notes_md="mine")]
    others = [hashed(a_txt="one", b_yaml="three"), hashed(c_txt="one", b_yaml="two"), hashed(a_txt="one"), hashed()]
    assert (1, 5) == (len(set(same)), len({*same, *others}))
