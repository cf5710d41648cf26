from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

pytest.importorskip("evaluation.readings", reason="the evaluation does not stand beside these tests")

from corpus.tools.gold import report
from evaluation.readings import READERS, Reader
from tests.corpus.marked import marks, put


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_a_reader_is_told_the_day_of_publication_and_nothing_else(reader: Reader, tmp_path: Path) -> None:
    gold = marks()
    gold["report"] |= {"outlet": "Radio Lokoja"}
    read = reader.read(report(put(tmp_path, "x01", gold=gold)))
    assert ("2024-05-16", None) == (read.text.published, read.text.outlet)
    assert ["2024-05-14"] == [time.edtf for time in read.times]


def test_the_program_is_the_reader_that_is_held_to_the_floors() -> None:
    assert ["rules", "encoder", "program"] == [reader.name for reader in READERS]


def test_the_rules_read_without_the_encoder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise AssertionError("the encoder was asked")

    monkeypatch.setattr(import_module("sayso.read"), "encoder", broken)
    assert READERS[0].read(report(put(tmp_path, "x01"))).claims
