"""Who acts and who is acted on, by the order of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.marked import marked

from sayso.claims.parties import cast, phrases
from sayso.records import Trigger
from sayso.sentences import sentences
from sayso.spans import cut


@pytest.mark.parametrize(
    "line",
    [
        "[actor|Masked men] [trigger|stormed] [recipient|the customs post] at dawn.",
        "[actor|Riders] of the Dawn Front [trigger|attacked] [recipient|a convoy].",
        "On Monday [actor|the army] [trigger|shelled] [recipient|two villages].",
        "[recipient|A ferry] was [trigger|seized] by [actor|masked men].",
        "[recipient|Two drivers] were later [trigger|freed].",
        "[actor|The army]'s [trigger|raid] on [recipient|a mill].",
        "He said that [actor|they] [trigger|fired] on [recipient|a bus].",
        "[actor|The council] has [trigger|asked] for water from [recipient|Chad].",
        "[actor|The union] [trigger|demanded] on Friday that [recipient|the army] should leave.",
    ],
)
def test_word_order_tells_who_acts_on_whom(line: str) -> None:
    text, parts = marked(line)
    wanted = {part.name: part.span.text for part in parts}
    [sentence] = sentences(text.body)
    found = cast(text.body, Trigger(next(one.span for one in parts if one.name == "trigger"), "REQUEST"), sentence)
    given_ = {"actor": found.actor, "recipient": found.recipient, "trigger": found.span}
    assert wanted == {name: span.text for name, span in given_.items() if span}


def test_who_is_known_to_act_stays() -> None:
    text, parts = marked("[actor|The army] said rebels [trigger|fired].")
    known, trigger = (part.span for part in parts)
    assert known == cast(text.body, Trigger(trigger, "ASSAULT", actor=known), sentences(text.body)[0]).actor


def test_a_subject_behind_a_conjunction_is_not_looked_for() -> None:
    text, parts = marked("The army left when [trigger|shelling] began.")
    assert None is cast(text.body, Trigger(parts[0].span, "ASSAULT"), sentences(text.body)[0]).actor


@given(st.text(alphabet="ab of by the was ,.\U0001f600ع", min_size=3, max_size=60))
def test_every_phrase_quotes_its_text(body: str) -> None:
    whole = cut(body, 0, len(body))
    for one in phrases(body, whole, cut(body, 1, 2)):
        assert one.span.text == body[one.span.start : one.span.end]
