"""Text to mentions, entities and attributions: the only room that knows how reading is done."""

from __future__ import annotations

from dataclasses import replace

from sayso.read import names
from sayso.read.attribution import Frame, frames
from sayso.read.phrases import Range, Sentence, parse
from sayso.read.settle import own_clauses, settle
from sayso.read.tokens import Quotation, quotations
from sayso.records import Attribution, Quote, Tags, Text
from sayso.sentences import sentences
from sayso.spans import Span, cut

MODEL = "rules-1"
LANGUAGES = frozenset({"en", "und"})


def read(text: Text) -> Tags:
    """Find mentions, entities and attributions in the paragraphs of a text; notices and furniture are left out."""
    if text.language not in LANGUAGES:
        return Tags(remarks=(f"The text is in another language ({text.language}); only English is read so far.",))
    blocks = [block.span for block in text.blocks if block.role == "paragraph"]
    quotes = quotations(text.body, blocks)
    aside = [notice.span for notice in text.notices] + [item.span for item in text.furniture]
    parsed = [
        part
        for block in blocks
        for span in sentences(text.body, block.start, block.end)
        if not any(span.overlaps(other) for other in aside)
        for part in parse(text.body, span, quotes).parts()
    ]
    found = names.find(parsed, text.body)
    attributions, own = _attribute(parsed, quotes)
    names.resolve(found, attributions)
    return Tags(tuple(found.mentions), tuple(found.entities), tuple(attributions), tuple(own))


def _attribute(parsed: list[Sentence], quotes: tuple[Quotation, ...]) -> tuple[list[Attribution], list[Span]]:
    """Attributions of all sentences, with quotations that run on given to whoever opened them; and the rest."""
    attributions: list[Attribution] = []
    own: list[Span] = []
    voices: dict[int, Attribution] = {}
    waiting: list[tuple[int, int, Span]] = []
    for sentence in parsed:
        settled = settle(sentence, frames(sentence))
        for frame in settled:
            made = _attribution(sentence, frame, quotes)
            attributions.append(made)
            for token in sentence.tokens:
                if token.quote >= 0 and any(token.start < s.end and s.start < token.end for s in made.content):
                    voices[token.quote] = made
        only = [token for token in sentence.tokens if token.tag not in ".,"]
        if not settled and only and all(token.quote >= 0 for token in only):
            waiting.append((len(attributions), only[0].quote, sentence.span))
        elif not sentence.span.text.rstrip('”"’»)').endswith("?"):
            own += own_clauses(sentence, settled)
    for position, quote, span in reversed(waiting):
        voice = voices.get(quote) or next((a for a in reversed(attributions[:position]) if a.source), None)
        content = _unquoted(span.text, span, quotes)
        if voice is not None and content is not None and not content.text.endswith("?"):
            attributions.insert(
                position, replace(voice, content=(content,), cue=voice.cue, sentence=span, quoted="direct")
            )
    return attributions, own


def _unquoted(body: str, span: Span, quotes: tuple[Quotation, ...]) -> Span | None:
    """The part of a span inside its quotation marks, without a final comma."""
    start, end = 0, len(body)
    while start < end and body[start] in '“”"«»„‘ ':
        start += 1
    while end > start and body[end - 1] in '“”"«»’, ':
        end -= 1
    return Span(span.start + start, span.start + end, body[start:end]) if start < end else None


def _attribution(sentence: Sentence, frame: Frame, quotes: tuple[Quotation, ...]) -> Attribution:
    content = [sentence.cut(*part) for part in frame.content]
    quoted = _form(content, quotes)
    if quoted == "direct":
        content = [inner for span in content if (inner := _unquoted(span.text, span, quotes)) is not None]
    return Attribution(
        content=tuple(content),
        source=_maybe(sentence, frame.source),
        cue=sentence.cut(*frame.cue),
        sense=frame.sense,
        sentence=sentence.span,
        relays=tuple((sentence.cut(*label), _maybe(sentence, cue)) for label, cue in frame.relays),
        quoted=quoted,
    )


def _maybe(sentence: Sentence, where: Range | None) -> Span | None:
    return None if where is None else sentence.cut(*where)


def _form(content: list[Span], quotes: tuple[Quotation, ...]) -> Quote:
    """Direct where all of the content is quoted, mixed where some is."""
    if all(any(q.start <= s.start and s.end <= q.end for q in quotes) for s in content):
        return "direct"
    return "mixed" if any(q.start < s.end and s.start < q.end for q in quotes for s in content) else "indirect"
