from __future__ import annotations

from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import pytest

from sayso.errors import ModelError
from sayso.read import card as cards
from sayso.read import model
from sayso.read.card import card


def test_the_card_is_of_the_model_that_reads() -> None:
    shipped = files("sayso.read").joinpath("model", "reader.onnx").read_bytes()

    assert (model(), sha256(shipped).hexdigest(), len(shipped)) == (card().name, card().sha256, card().bytes)


def test_the_card_says_what_the_model_cannot_do_and_what_taught_it() -> None:
    assert card().limits
    assert all(name and licence for name, licence in (card().starts_from, *card().data))


def test_a_card_that_cannot_be_read_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "card.json").write_text('{"files": {}}')
    monkeypatch.setattr(cards, "files", lambda _: tmp_path)

    with pytest.raises(ModelError):
        card()
