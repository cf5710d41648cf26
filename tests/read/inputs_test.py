from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.pieces import pieces

from sayso.read.inputs import Tokens, Window, sentences, shapes, windows


def test_a_shape_tells_how_a_word_is_written_and_whether_it_opens_a_line() -> None:
    assert [1 + 4, 0, 2, 3, 1, 0 + 4] == shapes(pieces("The UN 4th A\nend".replace("The UN", "The of UN")))


def test_all_pieces_of_a_word_share_its_shape() -> None:
    tokens = Tokens("in Sarmada", (1, 2, 3), ((0, 2), (3, 6), (6, 10)), (0, 1, 1))
    assert [4, 1, 1] == shapes(tokens)


def test_a_sentence_begins_after_a_stop_and_at_a_line() -> None:
    tokens = pieces("It fell. “Two died,” he said.\nNobody fled")
    starts = [tokens.text[tokens.offsets[at][0] :][:6] for at in sentences(tokens)]
    assert ["It fel", "“Two d", "Nobody"] == starts


def test_a_text_that_fits_is_one_window() -> None:
    assert [Window(0, 30, 0, 30)] == windows([0, 10, 20], 30, size=30)


def test_a_window_looks_back_and_ahead_of_what_it_answers_for() -> None:
    found = windows([0, 10, 20, 30, 40], 50, size=30, behind=10)
    assert [Window(0, 30, 0, 20), Window(10, 40, 20, 30), Window(20, 50, 30, 50)] == found


def test_a_sentence_longer_than_a_window_is_cut() -> None:
    assert [(0, 8), (8, 16), (16, 20)] == [(one.start, one.end) for one in windows([0], 20, size=8, behind=0)]


def test_no_pieces_make_no_window() -> None:
    assert [] == windows([0], 0)


@given(st.sets(st.integers(1, 299)), st.integers(1, 300), st.integers(1, 60), st.integers(0, 80))
def test_every_piece_has_one_window_that_answers_for_it(starts: set[int], total: int, size: int, behind: int) -> None:
    found = windows([0, *sorted(starts)], total, size, behind)
    assert list(range(total)) == [at for one in found for at in range(one.own_start, one.own_end)]
    assert all(one.start <= one.own_start < one.own_end <= one.end <= one.start + size for one in found)
