from __future__ import annotations

import pytest

pytest.importorskip("training", reason="the training does not stand beside these tests")

from corpus.tools.attributions import Attribution
from training.polnear import attributions, figures, grouped, whole

from sayso.read.decode import Found, Linked, Read

BODY = "The well is dry, Brod said, and the road is shut."
SOURCE, CUE = Found("source", "span", 17, 21, 4), Found("cue", "span", 22, 26, 5)
CONTENTS = Found("content", "span", 0, 15, 0), Found("content", "span", 32, 48, 8)
LINKS = tuple(
    Linked(name, content, target) for content in CONTENTS for name, target in (("source", SOURCE), ("cue", CUE))
)
WHOLE = Attribution(((17, 21),), ((22, 26),), ((0, 15), (32, 48)))


def test_contents_of_one_source_and_cue_are_one_attribution() -> None:
    assert [WHOLE] == grouped(attributions(Read(CONTENTS, LINKS)))


def test_contents_that_lead_nowhere_stand_alone() -> None:
    links = tuple(Linked("source", content, None) for content in CONTENTS)
    assert [((0, 15),), ((32, 48),)] == [one.content for one in grouped(attributions(Read(CONTENTS, links)))]


def test_signs_at_the_edge_do_not_count() -> None:
    marked = Attribution(((17, 21),), ((22, 27),), ((0, 16), (31, 49)))
    assert {1.0} == set(figures([([marked], attributions(Read(CONTENTS, LINKS)), BODY)]).values())


def test_a_content_is_given_with_its_that_and_in_one_piece() -> None:
    body = "Brod said that the well is dry and that it is deep. All of it, Brod said, is dry."
    one = Attribution(((0, 4),), ((5, 9),), ((15, 30), (40, 50)))
    split = Attribution(((63, 67),), ((68, 72),), ((52, 61), (74, 80)))
    assert [((10, 50),), split.content] == [whole(one, body).content, whole(split, body).content]


def test_half_a_content_is_not_exact_but_its_words_count() -> None:
    found = figures([([WHOLE], attributions(Read(CONTENTS[:1], LINKS[:2])), BODY)])
    assert (1.0, 1.0, 0.0, 0.6667) == tuple(found[name] for name in ("source", "cue", "content", "content words"))
