"""What holds for any text at all: nothing raised, every span quotes, and the same text reads the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.marked import paragraph

from sayso.claims import find
from sayso.read import read, rules
from sayso.read.lexicon import verbs
from sayso.read.lexicon import words as listed
from sayso.records import Tags, Text
from sayso.spans import Span, check

WORDS = (
    "he it Maro the Front ministry men 12 said told claimed denied saying vowed believes was has not never will to "
    "that who and but while , . ; : — ? “ ” ( ) ‘ ’ by on in of according to reportedly rumours responsibility for "
    "as quoting interview with view reports Monday"
)

LISTED = sorted({*listed("media_phrases"), *listed("openers"), *verbs()})

salad = st.sampled_from([*WORDS.split(), '"', "\n"]) | st.sampled_from(LISTED)
anything = st.text() | st.lists(salad, max_size=60).map(" ".join)


Reader = Callable[[Text], Tags]
both = pytest.mark.parametrize("read", [read, rules.read], ids=["trained", "rules"])


def _spans(tags: Tags) -> Iterator[Span]:
    yield from tags.own
    yield from (mention.span for mention in tags.mentions)
    for item in tags.attributions:
        yield from item.content
        yield from (span for span in (item.source, item.cue, item.sentence) if span is not None)
        yield from (span for relay in item.relays for span in relay if span is not None)
    for judged in tags.judgements:
        yield from (judged.span, *judged.hedges)
    for event in tags.triggers:
        arguments = (event.span, event.actor, event.recipient, event.place, event.time)
        yield from (span for span in arguments if span is not None)


@both
@settings(deadline=None, max_examples=400)
@given(anything)
def test_every_span_quotes_the_text(read: Reader, body: str) -> None:
    for span in _spans(read(paragraph(body))):
        assert span == check(body, span)


@both
@settings(deadline=None, max_examples=200)
@given(anything)
def test_every_attribution_says_something(read: Reader, body: str) -> None:
    assert all(item.content for item in read(paragraph(body)).attributions)


@both
@settings(deadline=None, max_examples=200)
@given(anything)
def test_reading_twice_gives_the_same(read: Reader, body: str) -> None:
    text = paragraph(body)
    tags = read(text)
    assert (tags, find(text, tags)) == (read(text), find(text, read(text)))


@both
@settings(deadline=None, max_examples=200)
@given(anything)
def test_claims_stand_in_the_order_of_the_text_and_quote_it(read: Reader, body: str) -> None:
    text = paragraph(body)
    claims = find(text, read(text))
    assert [f"c{number}" for number in range(1, len(claims) + 1)] == [claim.id for claim in claims]
    starts = [claim.content[0].start for claim in claims]
    assert sorted(starts) == starts
    assert all(span == check(body, span) for claim in claims for span in (*claim.content, *claim.hedges))


@both
@settings(deadline=None, max_examples=200)
@given(anything)
def test_every_mention_has_an_entity_that_lists_it(read: Reader, body: str) -> None:
    tags = read(paragraph(body))
    entities = {entity.id: entity for entity in tags.entities}
    named = [mention for mention in tags.mentions if mention.entity]
    assert all(mention.id in entities[str(mention.entity)].mentions for mention in named)
