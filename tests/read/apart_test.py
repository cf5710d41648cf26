"""What the encoder takes for a notice or for furniture is set apart, sentence by sentence."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.marked import marked, paragraph

from sayso.read.apart import set_apart
from sayso.read.decode import Found
from sayso.records import Text


def _apart(line: str) -> Text:
    """The text after what is marked in it (`[furniture|…]`, `[translation|…]`) was found by an encoder."""
    text, parts = marked(line)
    found = [
        Found("furniture", "span", *_ends(part.span.start, part.span.end))
        if part.name == "furniture"
        else Found("notice", part.name, *_ends(part.span.start, part.span.end))
        for part in parts
    ]
    return set_apart(text, found)


def _ends(start: int, end: int) -> tuple[int, int, int]:
    return start, end, 0


def _roles(text: Text) -> list[tuple[str, str]]:
    return [(block.role, block.span.text) for block in text.blocks]


def test_a_line_of_furniture_is_no_part_of_the_article() -> None:
    text = _apart("The bridge fell.\n[furniture|More from our reporters in Marib]")
    assert ["More from our reporters in Marib"] == [item.span.text for item in text.furniture]
    assert "encoder" in text.furniture[0].reason
    assert [("paragraph", "The bridge fell."), ("furniture", "More from our reporters in Marib")] == _roles(text)


def test_a_notice_is_cut_out_of_its_paragraph() -> None:
    text = _apart("The bridge fell. [translation|This was put into English by our desk.] Nobody died.")
    assert [("translation", "This was put into English by our desk.")] == [
        (item.kind, item.span.text) for item in text.notices
    ]
    assert ["paragraph", "notice", "paragraph"] == [role for role, _ in _roles(text)]


def test_a_sentence_of_which_little_is_taken_for_furniture_stays() -> None:
    text = _apart("The bridge over the river [furniture|fell on Tuesday].")
    assert ((), 1) == (text.furniture, len(text.blocks))


def test_a_few_words_are_not_set_apart() -> None:
    assert () == _apart("The bridge fell.\n[furniture|Too late:]").furniture


def test_where_nothing_is_found_the_text_is_the_same() -> None:
    text = paragraph("The bridge fell.")
    assert text is set_apart(text, [Found("content", "span", 0, 16, 0)])


@given(
    st.text(alphabet="ab. \n“”", max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 60)), max_size=4)
)
def test_blocks_hold_all_that_they_held_in_the_same_order(body: str, places: list[tuple[int, int]]) -> None:
    text = paragraph(body)
    found = [Found("furniture", "span", start, start + size, 0) for start, size in places]
    blocks = [block.span for block in set_apart(text, found).blocks]
    assert "".join(body.split()) == "".join("".join(span.text.split()) for span in blocks)
    assert all(one.end <= two.start for one, two in pairwise(blocks))
