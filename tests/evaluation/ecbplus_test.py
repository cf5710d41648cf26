from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("evaluation.ecbplus", reason="the evaluation does not stand beside these tests")

import numpy as np

from evaluation import ecbplus

TEXTS = [
    "A ferry sank off Basra",
    "The ferry off Basra sank at night",
    "A mayor opened a library",
    "The library was opened",
]
MARKS = [
    {"doc_id": "1_1x", "tokens_str": "sank", "coref_chain": "A", "is_singleton": False},
    {"doc_id": "1_2x", "tokens_str": "sank", "coref_chain": "A", "is_singleton": False},
    {"doc_id": "2_1x", "tokens_str": "sank", "coref_chain": "B", "is_singleton": True},
]


def folder(at: Path) -> Path:
    told = zip(("1_1x", "1_2x", "2_1x"), TEXTS, strict=False)
    lines = [f"{name}\t0\t0\t{word}\t-" for name, text in told for word in text.split()]
    (at / "ECB_Dev_Event_gold_mentions.json").write_text(json.dumps(MARKS), "utf-8")
    (at / "ECB_Dev_corpus.txt").write_text("\n".join(lines), "utf-8")
    return at


def test_texts_of_one_story_are_more_alike() -> None:
    alike = ecbplus.likeness(TEXTS)
    assert alike[0, 1] > alike[0, 2]
    assert np.allclose(alike, alike.T)


def test_documents_fall_into_their_stories() -> None:
    one, two, three, four = ecbplus.stories(ecbplus.likeness(TEXTS), 0.1)
    assert (one, three) == (two, four)
    assert one != three


def test_words_for_one_act_are_joined() -> None:
    assert ecbplus.act("perished") == ecbplus.act("was killed")
    assert ecbplus.act("graduated") != ecbplus.act("was killed")


def test_the_same_word_in_another_story_is_another_event(tmp_path: Path) -> None:
    split = ecbplus.read(folder(tmp_path), "Dev")
    assert 1.0 == ecbplus.joined(split, 0.05).conll > ecbplus.baseline(split, in_topic=False).conll
