"""A claim's chain as an English sentence, and plain words for every kind of thing a reading holds.

A claim is never worded more strongly than its source words it: the verb is always "says", except for a denial and for
a claim of responsibility, and what the words leave open stands in brackets before the content.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from sayso.incidents import Stance, State
from sayso.records import Certainty, Claim, ClaimKind, Link, Notice, NoticeKind, Polarity, Quote, Reading, SourceKind
from sayso.spans import Span, cut

PartRole = Literal["words", "source", "name", "cue", "hedge", "notice", "content"]


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the sentence. Where it quotes the report, `span` says from where and `text == span.text`."""

    text: str
    span: Span | None = None
    role: PartRole = "words"


SOURCES: Mapping[SourceKind, str] = {
    "named_person": "named person",
    "named_role": "official by role, not by name",
    "organisation": "organisation",
    "outlet": "news outlet",
    "document": "document",
    "unnamed": "unnamed source",
    "unspecified": "hearsay, nobody named",
}
NOTICES: Mapping[NoticeKind, str] = {
    "translation": "translated",
    "unverified": "not verified by the outlet",
    "responsibility": "outlet declines responsibility",
    "correction": "correction",
    "syndication": "taken over from an agency",
}
KINDS: Mapping[ClaimKind, str] = {
    "report": "report",
    "denial": "denial",
    "responsibility": "claim of responsibility",
    "assessment": "assessment",
    "forecast": "forecast",
    "intention": "intention",
    "demand": "demand",
}
POLARITIES: Mapping[Polarity, str] = {"positive": "positive", "negative": "negative"}
CERTAINTIES: Mapping[Certainty, str] = {
    "certain": "stated as certain",
    "probable": "stated as probable",
    "possible": "stated as possible",
}
QUOTES: Mapping[Quote, str] = {
    "direct": "direct quotation",
    "indirect": "in the report’s words",
    "mixed": "partly quoted",
    "none": "not quoted",
}
STATES: Mapping[State, str] = {
    "single-origin": "told by one origin alone",
    "corroborated": "told by several origins shown to be independent",
    "disputed": "told by several origins that differ on who did it",
    "denied": "told by one origin at most, and denied",
}
STANCES: Mapping[Stance, str] = {"supports": "it happened", "denies": "denied", "mentions": "mentioned"}

_VERBS: Mapping[ClaimKind, tuple[str, str]] = {
    "denial": ("denies this", "deny this"),
    "responsibility": ("claims responsibility for this", "claim responsibility for this"),
}
_HEARSAY: Mapping[ClaimKind, str] = {
    "denial": "This is denied",
    "responsibility": "Responsibility is claimed for this",
}
_PLURAL_HEADS = frozenset({"they", "we", "people", "police", "some", "many", "several", "most", "both", "all"})
_AFTER_THE_HEAD = re.compile(r",|\s(?:of|near|in|from|at|who|with|within|close|familiar|on|inside|to|for)\s")


def sentence(claim: Claim, reading: Reading) -> tuple[Part, ...]:
    """Say who says the claim, through whom and how surely, then its content; the texts joined are the sentence.

    A label in lower case stays so at the beginning: the parts that carry a span are exact quotations.
    """
    subject, asides, verb = _subject(claim, reading)
    asides += [_relay(link, reading) for link in claim.chain[1:]]
    asides += [aside for notice in reading.text.notices if (aside := _passed_on(notice, claim, reading))]
    brackets = [*_brackets(claim)]
    before, after = (", ", ", ") if verb else (" — ", " —" if brackets else "")
    between = [Part(before), *_joined(asides, ", "), Part(after)] if asides else [Part(" ")]
    parts = [*subject, *between, Part(verb), *brackets, Part(": "), *_content(claim)]
    return tuple(part for part in parts if part.text)


def _subject(claim: Claim, reading: Reading) -> tuple[list[Part], list[list[Part]], str]:
    """Return the opening, what goes between commas after it, and the verb ("" where the opening holds it)."""
    one, many = _VERBS.get(claim.kind, ("says", "say"))
    if not claim.chain:
        passed_on = any(_passed_on(notice, claim, reading) for notice in reading.text.notices)
        if reading.text.outlet is None or passed_on:
            return [Part("The report itself")], [], one
        return [Part(reading.text.outlet, role="name")], [[Part("in its own words")]], one
    speaker = claim.chain[0]
    if speaker.label is None or speaker.kind == "unspecified":
        return [Part(_HEARSAY.get(claim.kind, "It is said"))], [[Part("nobody is named")]], ""
    return _voice(speaker, reading, opening=True), [], many if _is_plural(speaker) else one


def _voice(link: Link, reading: Reading, *, opening: bool) -> list[Part]:
    if link.label is None:
        return [Part("Somebody not named" if opening else "somebody not named")]
    label = Part(link.label.text, link.label, "source")
    name = _full_name(link, reading)
    if link.kind != "unnamed":
        return [label, Part(" ("), name, Part(")")] if name else [label]
    words = "unnamed sources" if _is_plural(link) else "an unnamed source"
    known = [Part(", that is, “"), name, Part("”")] if name else []
    return [Part(f"{words.capitalize() if opening else words} (“"), label, Part("”"), *known, Part(")")]


def _full_name(link: Link, reading: Reading) -> Part | None:
    """Return the fullest name the report gives the source, where the label does not already hold it."""
    entity = next((entity for entity in reading.entities if entity.id == link.entity), None)
    if entity is None or link.label is None or entity.name.casefold() in link.label.text.casefold():
        return None
    spans = (mention.span for mention in reading.mentions if mention.id in entity.mentions)
    return Part(entity.name, next((span for span in spans if span.text == entity.name), None), "name")


def _is_plural(link: Link) -> bool:
    label = link.label.text.casefold() if link.label else ""
    head = _AFTER_THE_HEAD.split(label)[0]
    if " and " in head or _PLURAL_HEADS.intersection(head.split()[-1:]):
        return True
    if link.kind in {"named_person", "outlet"} or (link.kind == "organisation" and not head.startswith("the ")):
        return False
    return head.endswith("s") and not head.endswith(("ss", "us", "is", "’s", "'s"))


def _relay(link: Link, reading: Reading) -> list[Part]:
    """One who passed the words on: with a cue of its own it speaks ("Wire reported"), without one it was spoken to."""
    if link.cue is None:
        return [Part("as told to "), *_voice(link, reading, opening=False)]
    return [Part("as relayed by "), *_voice(link, reading, opening=False), Part(" ("), *_quoted(link.cue), Part(")")]


def _passed_on(notice: Notice, claim: Claim, reading: Reading) -> list[Part]:
    """Who translated or first published the words, where a notice says so of this claim."""
    words = {"translation": ("translated", "by"), "syndication": ("taken over", "from")}.get(notice.kind)
    covers = notice.covers
    if words is None or (covers is not None and not any(covers.overlaps(span) for span in claim.content)):
        return []
    verb, preposition = words
    if notice.outlet is None:  # a credit that names no outlet may be the desk's own
        return [Part("in translation")] if notice.kind == "translation" else []
    at = notice.span.text.find(notice.outlet)
    start = notice.span.start + at
    span = cut(reading.text.body, start, start + len(notice.outlet)) if at >= 0 else None
    return [Part(f"{verb} {preposition} "), Part(notice.outlet, span, "notice")]


def _brackets(claim: Claim) -> Iterator[Part]:
    """Say what the words leave open: the cue itself, then polarity, kind and certainty where they are not the usual."""
    notes = [note for note in (_cue(claim), _polarity(claim), _kind(claim), _certainty(claim)) if note]
    for number, note in enumerate(notes):
        yield Part(", " if number else " (")
        yield from note
    if notes:
        yield Part(")")


def _cue(claim: Claim) -> list[Part]:
    cue = claim.chain[0].cue if claim.chain else None
    return _quoted(cue) if cue else []


def _polarity(claim: Claim) -> list[Part]:
    return [Part("negative")] if claim.polarity == "negative" and claim.kind != "denial" else []


def _kind(claim: Claim) -> list[Part]:
    return [] if claim.kind in {"report", "denial", "responsibility"} else [Part(KINDS[claim.kind])]


def _certainty(claim: Claim) -> list[Part]:
    cue = claim.chain[0].cue if claim.chain else None
    hedges = [hedge for hedge in claim.hedges if cue is None or not cue.overlaps(hedge)]
    if claim.certainty == "certain" and not hedges:
        return []
    words = "hedged" if claim.certainty == "certain" else claim.certainty
    return [Part(f"{words}: " if hedges else words), *_joined((_quoted(hedge, "hedge") for hedge in hedges), ", ")]


def _content(claim: Claim) -> Iterator[Part]:
    """Yield the content, in quotation marks only where it is the speaker's own words."""
    opening, closing = ("“", "”") if claim.quote == "direct" else ("", "")
    yield Part(opening, role="content")
    yield from _joined(([Part(span.text, span, "content")] for span in claim.content), " … ")
    yield Part(closing, role="content")


def _quoted(span: Span, role: PartRole = "cue") -> list[Part]:
    return [Part("“"), Part(span.text, span, role), Part("”")]


def _joined(pieces: Iterable[list[Part]], between: str) -> Iterator[Part]:
    for number, piece in enumerate(pieces):
        if number:
            yield Part(between)
        yield from piece
