from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.web.library import blocks

from sayso.link.worded import runs
from sayso.records import Block, Text
from sayso.revisions import Run


def text(body: str) -> Text:
    return Text(body, blocks(body))


def told(before: str, after: str) -> list[tuple[str, str]]:
    """Each run as its fate and its words, `¶` where a paragraph ends."""
    return [(_fate(run), run.text + ("¶" if run.ends else "")) for run in runs(text(before), text(after))]


def _fate(run: Run) -> str:
    return "=" if run.before and run.after else "-" if run.before else "+"


def test_the_same_words_are_one_run_a_paragraph() -> None:
    assert [("=", "A ferry sank.¶"), ("=", "Two drowned.¶")] == told(
        "A ferry sank.\n\nTwo drowned.", "A ferry sank.\n\nTwo drowned."
    )


def test_changed_words_stand_behind_those_they_replace() -> None:
    assert [("=", "Two"), ("-", "drowned"), ("+", "are missing"), ("=", "at Gao.¶")] == told(
        "Two drowned at Gao.", "Two are missing at Gao."
    )


def test_a_paragraph_that_was_added_stands_by_itself() -> None:
    assert [("=", "A ferry sank.¶"), ("+", "Two drowned.¶"), ("=", "It rained.¶")] == told(
        "A ferry sank.\n\nIt rained.", "A ferry sank.\n\nTwo drowned.\n\nIt rained."
    )


def test_other_white_space_is_no_change() -> None:
    assert [("=", "A  ferry\nsank.¶")] == told("A ferry sank.", "A  ferry\nsank.")


def test_what_is_no_part_of_the_article_is_left_out() -> None:
    body = "A ferry sank.\n\nRead also: rain"
    cut_up = blocks(body)
    given = Text(body, (cut_up[0], Block(cut_up[1].span, "furniture")))

    assert ["A ferry sank."] == [run.text for run in runs(given, text("A ferry sank."))]


def test_two_long_stretches_without_a_paragraph_in_common_are_not_compared_word_by_word() -> None:
    old, new = " ".join(["up"] * 3_000), " ".join(["up"] * 2_999)

    assert [("-", f"{old}¶"), ("+", f"{new}¶")] == told(old, new)


WORDS = st.lists(st.sampled_from(["a", "b", "قال", "😀", "\n\n", "d."]), max_size=12).map(" ".join)


@given(WORDS, WORDS)
def test_every_word_of_both_sides_is_told_once_and_in_order(before: str, after: str) -> None:
    found = list(runs(text(before), text(after)))

    assert before.split() == [word for run in found if run.before for word in run.before.text.split()]
    assert after.split() == [word for run in found if run.after for word in run.after.text.split()]


@given(WORDS, WORDS)
def test_what_both_sides_have_reads_alike_and_every_span_quotes_its_side(before: str, after: str) -> None:
    for run in runs(text(before), text(after)):
        if run.before:
            assert before[run.before.start : run.before.end] == run.before.text
        if run.after:
            assert after[run.after.start : run.after.end] == run.after.text
        if run.before and run.after:
            assert run.before.text.split() == run.after.text.split()


@given(WORDS)
def test_nothing_is_otherwise_in_the_same_text(body: str) -> None:
    assert all(run.before and run.after for run in runs(text(body), text(body)))
