from __future__ import annotations

import numpy as np
from tests.pieces import pieces

from sayso.read.decode import Found, Outputs, factuality, read, spans
from sayso.read.inputs import Tokens, Window
from sayso.read.schema import CLASS_COLUMNS, CLASS_WIDTH, CLASSES, RELATIONS, TAG_COLUMNS, TAG_WIDTH, tags

TOKENS = pieces("Two died, the mayor said")
NAMES = list(RELATIONS)


def tagged(layer: str, *names: str) -> np.ndarray:
    """Scores in which each piece has the tag named."""
    scores = np.zeros((len(names), TAG_WIDTH), np.float32)
    for at, name in enumerate(names):
        scores[at, TAG_COLUMNS[layer].start + tags(layer).index(name)] = 5
    return scores


def outputs(scores: np.ndarray) -> Outputs:
    pairs = np.zeros((len(scores), len(RELATIONS), 2), np.float32)
    return Outputs(scores, np.zeros((len(scores), CLASS_WIDTH), np.float32), pairs, pairs.copy())


def told() -> Outputs:
    """`Two died` is content, `the mayor` its source."""
    content = tagged("content", "B-span", "I-span", "O", "O", "O", "O")
    return outputs(content + tagged("source", "O", "O", "O", "B-span", "I-span", "O"))


def test_a_span_runs_from_its_beginning_over_what_continues_it() -> None:
    found = list(spans(tagged("content", "B-span", "I-span", "O", "B-span", "B-span", "I-span"), TOKENS))
    assert [
        Found("content", "span", 0, 8, 0),
        Found("content", "span", 10, 13, 3),
        Found("content", "span", 14, 24, 4),
    ] == found


def test_what_goes_on_without_a_beginning_is_tagged_as_the_whole_window_fits_best() -> None:
    likely = tagged("mention", "O", "I-person", "I-person", "O", "O", "I-place")
    likely[5, TAG_COLUMNS["mention"].start + tags("mention").index("B-place")] = 4
    likely[1, TAG_COLUMNS["mention"].start + tags("mention").index("B-person")] = 3
    assert [("person", 1), ("place", 5)] == [(one.kind, one.at) for one in spans(likely, TOKENS)]


def test_a_span_has_one_type() -> None:
    scores = tagged("mention", "O", "B-person", "I-person", "I-place", "O", "O")
    scores[3, TAG_COLUMNS["mention"].start + tags("mention").index("I-person")] = 4
    assert [("person", 4, 13)] == [(one.kind, one.start, one.end) for one in spans(scores, TOKENS)]


def test_a_word_is_what_its_first_piece_says() -> None:
    tokens = Tokens("in Sarmada fell", (1, 2, 3, 4), ((0, 2), (3, 6), (6, 10), (11, 15)), (0, 1, 1, 2))
    found = list(spans(tagged("mention", "O", "B-place", "B-person", "O"), tokens))
    assert [Found("mention", "place", 3, 10, 1)] == found


def test_nothing_tagged_is_nothing_found() -> None:
    assert [] == list(spans(tagged("cue", "O", "O"), pieces("It fell")))
    assert [] == list(spans(np.zeros((0, TAG_WIDTH), np.float32), pieces("")))


def test_a_content_is_linked_to_the_source_that_scores_highest() -> None:
    given = told()
    given.left[0, NAMES.index("source")] = [1, 0]
    given.right[3, NAMES.index("source")] = [2, 0]
    found = {
        one.relation: one for one in read(given, TOKENS, Window(0, 6, 0, 6)).links if one.origin.layer == "content"
    }
    assert Found("source", "span", 10, 19, 3) == found["source"].target
    assert found["cue"].target is None


def test_a_relation_without_a_score_above_nothing_has_no_target() -> None:
    given = told()
    given.left[0, NAMES.index("source")] = [1, 0]
    given.right[3, NAMES.index("source")] = [-2, 0]
    links = read(given, TOKENS, Window(0, 6, 0, 6)).links
    assert {None} == {one.target for one in links}


def test_a_span_is_no_relation_of_itself() -> None:
    given = told()
    given.left[3, NAMES.index("relay")] = given.right[3, NAMES.index("relay")] = [1, 1]
    links = read(given, TOKENS, Window(0, 6, 0, 6)).links
    assert [None] == [one.target for one in links if one.relation == "relay"]


def test_a_window_answers_only_for_its_own_part_but_may_point_outside_it() -> None:
    given = told()
    given.left[0, NAMES.index("source")] = given.right[3, NAMES.index("source")] = [1, 0]
    found = read(given, TOKENS, Window(0, 6, 0, 3))
    assert [("content", 0)] == [(one.layer, one.at) for one in found.spans]
    assert [3] == [one.target.at for one in found.links if one.target]


def test_classes_are_read_at_the_first_piece() -> None:
    given = told()
    given.classes[0, CLASS_COLUMNS["kind"].start + CLASSES["kind"].index("denial")] = 3
    given.classes[0, CLASS_COLUMNS["polarity"].start + 1] = 3
    classes = {span.layer: found for span, found in read(given, TOKENS, Window(0, 6, 0, 6)).classes}
    assert {"kind": "denial", "polarity": "negative", "certainty": "certain"} == classes["content"]
    assert {"voice": "named_person"} == classes["source"]


def test_factuality_runs_from_surely_not_to_surely() -> None:
    rows = np.zeros((3, CLASS_WIDTH), np.float32)
    rows[0, [CLASS_COLUMNS["polarity"].start, CLASS_COLUMNS["certainty"].start]] = 50
    rows[1, [CLASS_COLUMNS["polarity"].start + 1, CLASS_COLUMNS["certainty"].start]] = 50
    assert [3.0, -3.0, 0.0] == factuality(rows).round(4).tolist()
