"""Contents and cues filled up to where they end."""

from __future__ import annotations

import pytest
from tests.found import found

from sayso.read.filled import filled
from sayso.read.told import Told, said
from sayso.read.weigh import Said


def _filled(line: str) -> Said:
    text, read = found(line)
    told = Told(text, read)
    return filled(text.body, told.quotes, said(told))


def _contents(line: str) -> list[str]:
    return [span.text for item in _filled(line).attributions for span in item.content]


@pytest.mark.parametrize(
    ("line", "content"),
    [
        (
            "“[content|The mill was hit twice] because nobody warned us,” [source|she] [cue|said].",
            "The mill was hit twice because nobody warned us",
        ),
        (
            "“So when it burned [content|we ran to the river],” [source|she] [cue|said].",
            "So when it burned we ran to the river",
        ),
        ("“It was dark. [content|We ran] to the river.” So [cue|said] [source|she].", "We ran to the river."),
    ],
)
def test_a_quoted_sentence_is_taken_whole(line: str, content: str) -> None:
    assert [content] == _contents(line)


@pytest.mark.parametrize(
    "line",
    [
        "[source|She] [cue|said] [content|the mill was hit] twice in the night.",
        "[source|She] [cue|spoke of] “[content|a dark night]”.",
        "“[content|The mill was hit], was it not that night?” [source|she] [cue|said].",
    ],
)
def test_what_is_not_quoted_or_no_statement_stays_as_it_is(line: str) -> None:
    text, read = found(line)
    assert [item.content for item in said(Told(text, read)).attributions] == [
        item.content for item in _filled(line).attributions
    ]


def test_two_contents_share_a_quoted_sentence() -> None:
    line = (
        "“[content:1|The mill was hit twice that night] and [content:2|the dam was not touched at all],” "
        "[source:12|she] [cue:12|said]."
    )
    assert ["The mill was hit twice that night", "the dam was not touched at all"] == _contents(line)


@pytest.mark.parametrize(
    ("line", "cue"),
    [
        ("[source|She] [cue|called] for [content|a truce at the mill].", "called for"),
        ("[source|She] [cue|spoke] of [content|a long night].", "spoke of"),
        ("[source|She] [cue|pointed] out that [content|the mill was hit].", "pointed out"),
        ("[source|She] [cue|said] of [content|the night that it was long].", "said"),
        ("[source|She] [cue|called] [content|for a truce at the mill].", "called"),
    ],
)
def test_a_cue_has_the_particle_that_its_verb_asks_for(line: str, cue: str) -> None:
    assert [cue] == [item.cue.text for item in _filled(line).attributions if item.cue]
