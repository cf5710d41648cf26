"""The shipped encoder: whole or refused, silent, and exact about where things stand."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from sayso.errors import ModelError
from sayso.read import model, read
from sayso.read.decode import Found
from sayso.read.encoder import Encoder, encoder
from sayso.read.schema import TAG_COLUMNS, labels
from sayso.records import Block, Text
from sayso.spans import cut

SHIPPED = Path(str(files("sayso.read") / "model"))
LIMIT = 30_000_000


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "model"))


def _damage(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def _forget(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize("harm", [_damage, _forget])
@pytest.mark.parametrize("name", ["reader.onnx", "tokenizer.json", "labels.json"])
def test_a_harmed_encoder_is_refused_with_a_cure(copy: Path, name: str, harm: Callable[[Path], None]) -> None:
    harm(copy / name)
    with pytest.raises(ModelError, match=name) as raised:
        Encoder(copy)
    assert "pip install" in raised.value.cure


def test_an_encoder_of_another_version_is_refused(copy: Path) -> None:
    (copy / "labels.json").write_text(json.dumps(labels() | {"tags": {}}))
    card = json.loads((copy / "card.json").read_text())
    del card["files"]["labels.json"]
    (copy / "card.json").write_text(json.dumps(card))
    with pytest.raises(ModelError, match="another version"):
        Encoder(copy)


def test_the_card_says_what_the_encoder_was_made_from() -> None:
    card = json.loads((SHIPPED / "card.json").read_text())
    assert all(one["licence"] and one["files"] for one in card["data"])
    assert "Apache-2.0" == card["starts_from"]["licence"]
    assert {"dev", "agreement"} <= set(card["figures"])
    assert card["limits"]


def test_the_encoder_is_small_enough_to_travel() -> None:
    assert (SHIPPED / "reader.onnx").stat().st_size <= LIMIT


def test_a_reading_names_the_encoder_by_its_hash() -> None:
    card = json.loads((SHIPPED / "card.json").read_text())
    assert f"reader-2-{card['files']['reader.onnx'][:8]}" == model()


def test_the_runtime_is_told_to_send_nothing() -> None:
    encoder()
    assert "1" == os.environ["ORT_DISABLE_TELEMETRY"]


BODIES = (
    "The ministry said 12 people died.",
    "🚑 The ministry said 12 people died.",
    "قال المتحدث The ministry said 12 people died.",
    "Cafe\u0301 owners\r\nThe ministry said 12 people died.",
    "\u200fThe ministry\u00a0said\u2003 12 people died.",
)


@pytest.mark.parametrize("body", BODIES)
def test_pieces_stand_where_their_words_stand(body: str) -> None:
    tokens = encoder().pieces(body)
    said = [body[start:end] for start, end in tokens.offsets]
    assert ["ministry", "said"] == [word for word in said if word in {"ministry", "said"}]


@pytest.mark.parametrize("body", BODIES)
def test_what_is_found_stands_in_the_text(body: str) -> None:
    spans = encoder().see(body).read().spans
    assert spans
    assert all(0 <= one.start < one.end <= len(body) for one in spans)


def test_a_text_of_nothing_has_nothing_in_it() -> None:
    assert () == encoder().see("").read().spans


def test_threads_read_the_same() -> None:
    bodies = [body * 20 for body in BODIES]
    with ThreadPoolExecutor(4) as pool:
        assert list(map(_spans, bodies)) == list(pool.map(_spans, bodies))


def _spans(body: str) -> tuple[Found, ...]:
    return encoder().see(body).read().spans


def test_what_stands_far_away_changes_nothing() -> None:
    body = "The ministry said 12 people died. " * 60
    near, far = encoder().see(body).read().spans, encoder().see(body + "The River Guard denied it. " * 60).read().spans
    assert [one for one in near if one.end < 200] == [one for one in far if one.end < 200]


def test_what_is_too_long_for_a_sentence_is_passed_over() -> None:
    seen = encoder().see("The ministry said 12 people died.\n" + "1," * 3000 + "\nThe River Guard denied it.")
    assert {"The ministry", "The River Guard"} == {
        seen.tokens.text[one.start : one.end] for one in seen.read().spans if one.layer == "source"
    }


def test_a_very_long_text_is_read_by_the_encoder_up_to_a_point(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("sayso.read.encoder"), "FURTHEST", 400)
    seen = encoder().see("The ministry said 12 people died. " * 120)
    assert seen.until is not None
    assert seen.tokens.text[seen.until :].startswith("The ministry")
    assert max(one.end for one in seen.read().spans) <= seen.until < len(seen.tokens.text)


def test_beyond_that_point_rules_read_alone_and_the_reading_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    body = "The ministry said 12 people died.\n" * 120
    lines = [cut(body, at, at + 33) for at in range(0, len(body), 34)]
    text = Text(body, tuple(Block(line, "paragraph") for line in lines), None, None, None, None, None, "en")
    monkeypatch.setattr(import_module("sayso.read.encoder"), "FURTHEST", 400)
    tags = read(text)
    assert any("by rules alone" in remark for remark in tags.remarks)
    assert tags.attributions[-1].content[0].start > tags.judgements[-1].span.end
    assert len(tags.attributions) == 120


def test_the_encoder_leans_towards_finding_something(monkeypatch: pytest.MonkeyPatch) -> None:
    module, ids, shaped = import_module("sayso.read.encoder"), [1996, 3757, 2056], [1, 0, 0]
    leaning = encoder().run(ids, shaped).tags
    monkeypatch.setattr(module, "LEAN", {"source": 0.0})
    upright = encoder().run(ids, shaped).tags
    layers = {"source": 2.5, "cue": 2.5, "content": 2.5, "notice": 3.0, "furniture": 3.0}
    nothing = [TAG_COLUMNS[layer].start for layer in layers]
    np.testing.assert_allclose(upright[:, nothing] - [*layers.values()], leaning[:, nothing], atol=1e-4)
    assert 5 == (np.abs(upright - leaning) > 1e-4).any(axis=0).sum()
