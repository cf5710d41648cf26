from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.revisions import Run, paragraphs
from sayso.spans import cut

BODY = "one two three"
ONE, TWO = cut(BODY, 0, 3), cut(BODY, 4, 7)


def test_words_put_in_stand_with_those_they_replace() -> None:
    gone, new, kept_ = Run(ONE, None, True), Run(None, TWO, True), Run(TWO, TWO, True)

    assert [(gone, new), (kept_,)] == list(paragraphs([gone, new, kept_]))
    assert [(new,), (gone,)] == list(paragraphs([new, gone]))


RUNS = st.lists(st.builds(Run, st.sampled_from([ONE, None]), st.just(TWO), st.booleans()))


@given(RUNS)
def test_every_run_stands_in_one_paragraph(runs: list[Run]) -> None:
    assert runs == [run for paragraph in paragraphs(runs) for run in paragraph]
