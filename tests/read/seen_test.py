"""What the encoder holds of spans that somebody else proposes."""

from __future__ import annotations

import numpy as np
import pytest
from tests.pieces import pieces

from sayso.read.decode import Outputs
from sayso.read.inputs import Window
from sayso.read.schema import CLASS_COLUMNS, CLASS_WIDTH, CLASSES, RELATIONS, TAG_COLUMNS, TAG_WIDTH
from sayso.read.seen import Seen

BODY = "He said rain fell"
RAIN = BODY.index("rain")


def _outputs() -> Outputs:
    count = len(pieces(BODY).ids)
    tags, classes = np.zeros((count, TAG_WIDTH), np.float32), np.zeros((count, CLASS_WIDTH), np.float32)
    left, right = (np.zeros((count, len(RELATIONS), 2), np.float32) for _ in range(2))
    return Outputs(tags, classes, left, right)


def _seen(outputs: Outputs) -> Seen:
    tokens = pieces(BODY)
    return Seen(tokens, [(Window(0, len(tokens.ids), 0, len(tokens.ids)), outputs)])


def test_a_class_is_read_where_a_span_begins() -> None:
    outputs = _outputs()
    outputs.classes[2, CLASS_COLUMNS["kind"].start + CLASSES["kind"].index("denial")] = 1
    seen = _seen(outputs)
    assert ["report", "denial"] == [seen.likely("kind", start) for start in (0, RAIN)]


def test_targets_in_view_are_scored_and_a_span_is_no_target_of_its_own() -> None:
    outputs, number = _outputs(), list(RELATIONS).index("antecedent")
    outputs.left[2, number] = (1, 0)
    outputs.right[0, number], outputs.right[1, number] = (1, 0), (3, 0)
    targets = [(0, 2), (3, 7), (RAIN, RAIN + 4)]
    assert {(0, 2): 1.0, (3, 7): 3.0} == _seen(outputs).scored("antecedent", RAIN, targets)


def test_a_text_without_pieces_has_nothing_to_tell() -> None:
    seen = Seen(pieces(""), [])
    assert (CLASSES["kind"][0], {}, 0.0) == (
        seen.likely("kind", 0), seen.scored("source", 0, [(0, 1)]), seen.likelihood({"content": []}, (0, 1)),
    )  # fmt: skip


@pytest.mark.parametrize("wrong", [[], [(0, 2)], [(RAIN, RAIN + 4)], [(RAIN, RAIN + 4), (RAIN + 5, len(BODY))]])
def test_the_spans_that_the_scores_favour_are_the_likeliest(wrong: list[tuple[int, int]]) -> None:
    outputs, columns = _outputs(), TAG_COLUMNS["content"]
    for at, tag in enumerate((0, 0, 1, 2)):
        outputs.tags[at, columns.start + tag] = 5
    seen, whole = _seen(outputs), (0, len(BODY))
    right = seen.likelihood({"content": [(RAIN, len(BODY))]}, whole)
    assert seen.likelihood({"content": wrong}, whole) < right < 0


def test_chances_of_all_layers_are_counted_together() -> None:
    seen = _seen(_outputs())
    one, both = (seen.likelihood({name: [] for name in names}, (0, 17)) for names in (("content",), ("content", "cue")))
    assert both == pytest.approx(2 * one)


def test_words_that_may_be_of_a_layer_are_given_by_their_chance() -> None:
    outputs, columns = _outputs(), TAG_COLUMNS["trigger"]
    outputs.tags[:, columns.start] = 9
    outputs.tags[2, columns.start + 1] = 8
    seen = _seen(outputs)
    assert [(RAIN, RAIN + 4)] == seen.hinted("trigger", 0.1)
    assert [] == seen.hinted("trigger", 0.5)


def test_a_word_in_view_of_two_windows_is_given_once() -> None:
    outputs, columns, tokens = _outputs(), TAG_COLUMNS["trigger"], pieces(BODY)
    outputs.tags[:, columns.start + 1] = 9
    count = len(tokens.ids)
    seen = Seen(tokens, [(Window(0, count, 0, 2), outputs), (Window(0, count, 2, count), outputs)])
    assert [(0, 2), (3, 7), (RAIN, RAIN + 4), (RAIN + 5, len(BODY))] == seen.hinted("trigger", 0.5)
