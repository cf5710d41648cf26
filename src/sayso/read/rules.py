"""Reading by rules of grammar: what a trained reader is measured against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.read import names
from sayso.read.attribution import Frame, frames
from sayso.read.phrases import Sentence, parse
from sayso.read.settle import own_clauses, settle
from sayso.read.weigh import Said
from sayso.records import Attribution, Quote, Tags, Text
from sayso.sentences import quotations, sentences, touching
from sayso.spans import Span, cut

_TOO_LONG = 400  # tokens: what has more is a list or a table, and no grammar of a sentence holds in it
_MARKS = '“”"«»„‘ '


def read(text: Text) -> Tags:
    """Find mentions, entities and attributions in the paragraphs of an English text, by rules alone."""
    parsed = list(parse_all(text))
    found = names.find([part for sentence in parsed if _short(sentence) for part in sentence.parts()], text.body)
    said = attributed(text, parsed)
    found.resolve(said.attributions)
    mentions, entities = tuple(found.mentions), tuple(found.entities.values())
    return Tags(mentions, entities, said.attributions, said.own, remarks=passed_over(parsed))


def parse_all(text: Text) -> Iterator[Sentence]:
    """Parse the sentences of all paragraphs; notices and furniture are left out."""
    blocks = [block.span for block in text.blocks if block.role == "paragraph"]
    quotes = quotations(text.body, blocks)
    asides = [notice.span for notice in text.notices] + [item.span for item in text.furniture]
    hidden = {at for span in asides for at in range(span.start, span.end)}
    for block in blocks:
        for span in sentences(text.body, block.start, block.end):
            if 2 * len(hidden & {*range(span.start, span.end)}) <= len(span):
                yield parse(text.body, span, quotes)


def attributed(text: Text, parsed: Sequence[Sentence]) -> Said:
    """Find who says what in parsed sentences, and what is left to the report's own voice."""
    quotes = quotations(text.body, [block.span for block in text.blocks if block.role == "paragraph"])
    short = [part for sentence in parsed if _short(sentence) for part in sentence.parts()]
    attributions, own = _attribute(short, quotes)
    own += [sentence.span for sentence in parsed if not _short(sentence)]
    return Said(tuple(sorted(attributions, key=lambda item: item.content[0].start)), tuple(sorted(own)))


def passed_over(parsed: Sequence[Sentence]) -> tuple[str, ...]:
    """Say how many passages are too long for a sentence, if any."""
    long = sum(not _short(sentence) for sentence in parsed)
    return (f"{long} passages too long for a sentence were not searched for sources.",) if long else ()


def _short(sentence: Sentence) -> bool:
    return len(sentence.tokens) <= _TOO_LONG


def _attribute(parsed: list[Sentence], quotes: tuple[Span, ...]) -> tuple[list[Attribution], list[Span]]:
    """Attributions of all sentences, with quotations that run on given to whoever opened them; and the rest."""
    found: list[Attribution | Sentence] = []
    own: list[Span] = []
    voices: dict[int, Attribution] = {}
    for sentence in parsed:
        settled = settle(sentence, frames(sentence))
        for frame in settled:
            made = _attribution(sentence, frame, quotes)
            found += _clauses(made, sentence.body)
            voices.update({n: made for span in made.content for n in touching(quotes, span)})
        if not settled and set(sentence.tags) - set(".,") == {"q"}:
            found.append(sentence)
        elif not sentence.span.text.rstrip('”"’»)').endswith("?"):
            own += own_clauses(sentence, settled)
    return list(_carried_on(found, voices)), own


def _carried_on(found: list[Attribution | Sentence], voices: dict[int, Attribution]) -> Iterator[Attribution]:
    """Return the attributions in order; a sentence that is all quotation gets the voice of its quotation."""
    last: Attribution | None = None
    for item in found:
        if isinstance(item, Attribution):
            last = item if item.source else last
            yield item
            continue
        voice = voices.get(next(token.quote for token in item.tokens if token.quote >= 0), last)
        content = _unquoted(item.body, item.span)
        if voice and content and not content.text.endswith("?"):
            yield from _clauses(replace(voice, content=(content,), sentence=item.span, quoted="direct"), item.body)


def _clauses(item: Attribution, body: str) -> list[Attribution]:
    """Return an attribution for each clause of a quotation: "A did this, and B did that" is two claims."""
    if item.quoted != "direct" or len(item.content) != 1:
        return [item] if item.content else []
    pieces = own_clauses(parse(body, item.content[0]), [])
    return [replace(item, content=(piece,)) for piece in (pieces if len(pieces) > 1 else item.content)]


def _unquoted(body: str, span: Span) -> Span | None:
    """Return the part of a span inside its quotation marks, without a final comma."""
    start = span.end - len(span.text.lstrip(_MARKS))
    end = span.start + len(span.text.rstrip(_MARKS + "’,"))
    return cut(body, start, end) if start < end else None


def _attribution(sentence: Sentence, frame: Frame, quotes: tuple[Span, ...]) -> Attribution:
    content = [sentence.cut(*part) for part in frame.content]
    quoted: Quote = "mixed" if any(touching(quotes, span) for span in content) else "indirect"
    if all(any(quotes[n].covers(span) for n in touching(quotes, span)) for span in content):
        quoted, content = "direct", [inner for span in content if (inner := _unquoted(sentence.body, span))]
    relays = tuple((sentence.cut(*label), sentence.cut(*cue) if cue else None) for label, cue in frame.relays)
    source, cue = sentence.cut(*frame.source) if frame.source else None, sentence.cut(*frame.cue)
    return Attribution(tuple(content), source, cue, frame.sense, sentence.span, relays, quoted)
