from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

pytest.importorskip("training", reason="the training does not stand beside these tests")

from tests.pieces import pieces
from training.example import Example
from training.texts import Text, readings

from sayso.read.decode import Outputs
from sayso.read.schema import CLASS_WIDTH, RELATIONS, TAG_COLUMNS, TAG_WIDTH

WORDS = "The well is dry and the road is shut, said Brod. " * 40


def blank(given: Sequence[tuple[list[int], list[int]]]) -> list[Outputs]:
    """Call the first piece of every window, and nothing else, a cue."""
    found = []
    for ids, _ in given:
        tags = np.zeros((len(ids), TAG_WIDTH), np.float32)
        tags[:, TAG_COLUMNS["cue"].start] = 1
        tags[0, TAG_COLUMNS["cue"].start + 1] = 2
        pairs = np.zeros((len(ids), len(RELATIONS), 2), np.float32)
        found.append(Outputs(tags, np.zeros((len(ids), CLASS_WIDTH), np.float32), pairs, pairs))
    return found


def test_a_long_text_is_read_in_windows_and_each_answers_for_its_own_part() -> None:
    text = Text(Example(WORDS, ()), pieces(WORDS))
    ((_, read),) = readings([text], blank)
    cues = [span.at for span in read.spans if span.layer == "cue"]
    assert [0] == cues


def test_texts_keep_their_order() -> None:
    texts = [Text(Example(words, ()), pieces(words)) for words in ("It fell.", "Nobody fled.")]
    assert ["It fell.", "Nobody fled."] == [example.text for example, _ in readings(texts, blank)]
