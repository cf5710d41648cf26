from __future__ import annotations

import pytest

pytest.importorskip("corpus.tools", reason="the corpus does not stand beside these tests")

from corpus.tools import quotes

TEXT = "The mayor said it was over. “It is,” said the mayor. Later the mayor said no more."


def test_a_quote_is_found_by_whole_words_and_by_number() -> None:
    assert [(10, 14), (37, 41), (69, 73)] == quotes.occurrences(TEXT, "said")
    assert (37, 41) == quotes.find(TEXT, "said", 2)
    assert [None, None] == [quotes.find(TEXT, "said", 4), quotes.find(TEXT, "may")]


def test_the_nearest_cue_and_then_the_nearest_label_are_meant() -> None:
    link = {"label": "the mayor", "cue": "said"}
    content = quotes.find(TEXT, "It is")
    assert content is not None
    assert ((42, 51), (37, 41)) == quotes.anchor(TEXT, content, link)
    assert ((59, 68), (69, 73)) == quotes.anchor(TEXT, content, link | {"nth": 3})
    assert ((59, 68), (37, 41)) == quotes.anchor(TEXT, content, link | {"label_nth": 2})


def test_a_hearsay_word_may_stand_inside_its_content() -> None:
    text = "Four reportedly died. The toll reportedly rose."
    assert (None, (5, 15)) == quotes.anchor(text, (0, 20), {"label": None, "cue": "reportedly"})


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [([(0, 4)], [(2, 6)], 2 / 6), ([(0, 4)], [(4, 6)], 0.0), ([(0, 2), (4, 6)], [(0, 6)], 4 / 6)],
)
def test_overlap_is_intersection_over_union(a: list[quotes.Span], b: list[quotes.Span], expected: float) -> None:
    assert expected == quotes.overlap(a, b)


@pytest.mark.parametrize(
    ("body", "content", "expected"),
    [
        ("“We left. Nobody came,” he said.", "Nobody came", "direct"),
        ("“We left,” he said.", "“We left,”", "direct"),
        ("He said ‘we don’t know’.", "we don’t know", "direct"),
        ('"We left," he said. "The road was cut."', "The road was cut", "direct"),
        ("« Nous », they say, « left on foot »", "left on foot", "direct"),
        ("He said they “left in fear” at noon.", "they “left in fear” at noon", "mixed"),
        ("“She said, ‘He cried: “We go,”’ and hung up.” It rained.", "and hung up", "direct"),
        ("“She said, ‘He cried: “We go,”’ and hung up.” It rained.", "It rained", "indirect"),
        ('He had it from "a clerk in\nuniform", who left.', "who left", "indirect"),
        ("“We left.\n\nIt rained.", "It rained", "indirect"),
        ('"We left," said the driver at noon.', "said the driver", "indirect"),
        ("He said the army’s men had left.", "the army’s men had left", "indirect"),
    ],
)
def test_quotation_marks_tell_the_form(body: str, content: str, expected: str) -> None:
    start = body.index(content)
    span = (start, start + len(content))
    assert expected == quotes.form(quotes.quotations(body), [span])
