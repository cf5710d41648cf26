"""From spans and links to attributions, with what the report says itself, and events."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from tests.found import found
from tests.pieces import pieces

from sayso.read.decode import Outputs
from sayso.read.inputs import Window
from sayso.read.schema import CLASS_WIDTH, RELATIONS, TAG_WIDTH
from sayso.read.seen import Seen
from sayso.read.told import Told, hedges, hints, said, triggers
from sayso.read.weigh import Said
from sayso.records import Furniture
from sayso.spans import Span, cut


def _told(line: str, **judged: str) -> Said:
    return said(Told(*found(line, **judged)))


def _said(line: str, **judged: str) -> list[tuple[str | None, str | None, list[str]]]:
    items = _told(line, **judged).attributions
    return [(_words(item.source), _words(item.cue), [span.text for span in item.content]) for item in items]


def _words(span: Span | None) -> str | None:
    return None if span is None else span.text


def test_a_content_has_its_source_and_its_cue() -> None:
    assert [("The ministry", "said", ["12 people died"])] == _said(
        "[source|The ministry] [cue|said] [content|12 people died]."
    )


def test_hearsay_has_no_source() -> None:
    line = "The bridge [cue|reportedly] [content|fell on Tuesday]."
    assert [(None, "reportedly", ["fell on Tuesday"])] == _said(line)
    assert "hearsay" == _told(line).attributions[0].sense


def test_pieces_of_one_content_are_one_claim() -> None:
    line = "“[content|The road is open],” [source|he] [cue|said], “[content|to lorries alone].”"
    assert [("he", "said", ["The road is open", "to lorries alone"])] == _said(line)


def test_marks_around_a_content_are_no_part_of_it() -> None:
    assert [["The road is open"]] == [content for _, _, content in _said("[content|“The road is open,”] said nobody.")]


def test_a_span_of_marks_alone_says_nothing() -> None:
    assert [] == _said("The road is open [content|—] he said.")


def test_who_passed_the_words_on_is_a_relay_with_its_cue() -> None:
    line = "[relay|Nahr Wire], [via|quoting] [source|a nurse], [cue|said] [content|the ward was full]."
    (item,) = _told(line).attributions
    assert [("Nahr Wire", "quoting")] == [(label.text, cue and cue.text) for label, cue in item.relays]


def test_relays_that_lead_round_in_a_circle_end() -> None:
    text, read = found("[relay|Nahr Wire], [via|quoting] [source|a nurse], [cue|said] [content|the ward was full].")
    speaker, relay = (next(one for one in read.spans if one.start == at) for at in (19, 0))
    around = tuple(replace(link, relation="relay", target=speaker) for link in read.links if link.origin == relay)
    (item,) = said(Told(text, replace(read, links=(*read.links, *around)))).attributions
    assert ["Nahr Wire"] == [label.text for label, _ in item.relays]


def test_quotation_marks_tell_a_direct_from_a_mixed_and_an_indirect_quotation() -> None:
    quoted = [
        _told(line).attributions[0].quoted
        for line in (
            "“[content|The road is open],” [source|he] [cue|said].",
            "[source|He] [cue|said] [content|the road was “open to all”].",
            "[source|He] [cue|said] [content|the road was open].",
        )
    ]
    assert ["direct", "mixed", "indirect"] == quoted


def test_the_report_s_own_voice_is_kept_apart() -> None:
    own = _told("[own|The bridge fell]. [source|He] [cue|said] [content|nobody was on it].").own
    assert ["The bridge fell"] == [span.text for span in own]


def test_hedges_stand_in_the_content() -> None:
    told = Told(*found("[hedge|Perhaps] he left. [source|He] [cue|said] [content|it [hedge|seems] over]."))
    (item,) = said(told).attributions
    assert ["seems"] == [span.text for span in hedges(told, item.content[0])]


def test_furniture_is_not_read() -> None:
    text, read = found("[own|The bridge fell]. [own|Read also: the dam is cracking].")
    aside = Furniture(cut(text.body, 17, len(text.body)), "link")
    assert ["The bridge fell"] == [span.text for span in said(Told(replace(text, furniture=(aside,)), read)).own]


def test_an_event_has_its_arguments() -> None:
    line = "[actor|The Front] [event|shelled] [recipient|the quarry] in [where|Marib] [when|on Monday]."
    (event,) = triggers(Told(*found(line, polarity="negative")))
    parts = [event.span, event.actor, event.recipient, event.place, event.time]
    assert ["shelled", "The Front", "the quarry", "Marib", "on Monday"] == list(map(_words, parts))
    assert ("ASSAULT", "negative") == (event.type, event.polarity)


def test_words_that_may_tell_an_event_are_hints_where_no_trigger_stands() -> None:
    text, read = found("Rebels [event|struck] twice. See also this")
    aside = Furniture(cut(text.body, text.body.index("See"), len(text.body)), "link")
    told = Told(replace(text, furniture=(aside,)), read)
    assert ["Rebels", "twice", "."] == [hint.span.text for hint in hints(told, _unsure(text.body))]


def _unsure(body: str) -> Seen:
    """What an encoder sees that holds all for equally likely."""
    tokens = pieces(body)
    count = len(tokens.ids)
    shapes = ((TAG_WIDTH,), (CLASS_WIDTH,), (len(RELATIONS), 2), (len(RELATIONS), 2))
    outputs = Outputs(*(np.zeros((count, *shape), np.float32) for shape in shapes))
    return Seen(tokens, [(Window(0, count, 0, count), outputs)])


def test_an_auxiliary_alone_is_no_cue() -> None:
    assert [] == _said("[source|He] [cue|had] [content|no answer to this].")


def test_a_determiner_alone_is_nobody() -> None:
    assert [] == _said("[source|The] mayor [cue|said] [content|it was late].")


def test_the_last_verb_of_a_cue_tells_what_kind_of_saying_it_is() -> None:
    text, read = found("[source|The writer] [cue|concludes by predicting] that [content|the truce will end].")
    assert ["forecast"] == [item.sense for item in said(Told(text, read)).attributions]
