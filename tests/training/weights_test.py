from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("training", reason="the training does not stand beside these tests")

from training.__main__ import arguments

from training import card, weights


def test_weights_of_other_contents_are_refused(tmp_path: Path) -> None:
    with pytest.raises(weights.Missing, match="There is no"):
        weights.checked(tmp_path)
    (tmp_path / "model.safetensors").write_bytes(b"other")
    with pytest.raises(weights.Missing, match="other contents"):
        weights.checked(tmp_path)


def test_a_file_is_hashed_as_it_stands(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    assert "ba7816bf" == weights.sha256(tmp_path / "a")[:8]


def test_the_log_is_a_line_of_json_an_event(tmp_path: Path) -> None:
    add = card.log(tmp_path / "log.jsonl")
    add("step", step=1)
    add("step", step=2)
    lines = (tmp_path / "log.jsonl").read_text("utf-8").splitlines()
    assert 2 == len(lines)
    assert '"event": "step"' in lines[0] and '"step": 2' in lines[1]


def test_the_card_names_the_hash_of_what_is_shipped(tmp_path: Path) -> None:
    for name in ("reader.onnx", "tokenizer.json", "labels.json"):
        (tmp_path / name).write_bytes(b"abc")
    card.write(tmp_path, {"figures": {"dev": {"cue": 0.5}}})
    text = (tmp_path / "card.json").read_text("utf-8")
    assert 3 == text.count("ba7816bf")
    assert weights.SHA256 in text and '"cue": 0.5' in text


def test_the_time_is_85_minutes_unless_told_otherwise() -> None:
    needed = ["--corpus", "a", "--corpora", "b", "--out", "c"]
    assert (85.0, 1, None) == tuple(getattr(arguments(needed), name) for name in ("minutes", "seed", "steps"))
    assert 300 == arguments([*needed, "--steps", "300"]).steps
