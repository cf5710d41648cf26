"""A briefing as Markdown (CommonMark), for pasting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.export.briefing import Briefing, Differing, Digest, Note, Piece, Sentence
from sayso.export.countries import named
from sayso.export.plain import is_web_address, markdown


def render(briefing: Briefing) -> str:
    """Return the briefing as one document."""
    return "\n".join(_lines(briefing)) + "\n"


def _lines(briefing: Briefing) -> Iterator[str]:
    yield f"# Briefing of {briefing.made[:10]}"
    yield from ("", briefing.scope)
    if not briefing.incidents:
        yield from ("", "No incident is in it.")
    for digest in briefing.incidents:
        yield from ("", f"## {_heading(digest)}", "")
        yield f"{digest.state.capitalize()}. {digest.tally}. Incident {markdown(digest.id)}."
        for heading, sentences in digest.sections:
            yield from ("", f"### {heading}", "")
            yield from (_sentence(one) for one in sentences)
        yield from _differing(digest.differing)
        if digest.notices:
            yield from ("", "### What the outlets say about their reports", "")
            yield from (f"- {one.kind}: “{markdown(one.piece.text)}” \\[{one.note}\\]" for one in digest.notices)
        yield from ("", "### Sources", "")
        yield from (f"{note.number}. {_note(note)}" for note in digest.notes)
        if digest.left_out:
            yield from ("", f"{digest.left_out}.")


def _heading(digest: Digest) -> str:
    place = f"“{markdown(digest.place.text)}”" if digest.place else "place not known"
    where = f"{place}, {markdown(named(digest.country))}" if digest.country else place
    return " · ".join((markdown(digest.time or "date not known"), where, (digest.type or "kind not known").lower()))


def _sentence(sentence: Sentence) -> str:
    mark = "" if sentence.review == "accepted" else " (unreviewed)"
    at = ", ".join(f"{start}–{end}" for start, end in sentence.at)
    return f"- {_pieces(sentence.pieces)} \\[{sentence.note}: {at}\\]{mark}"


def _pieces(pieces: Iterable[Piece]) -> str:
    return "".join(markdown(piece.text) for piece in pieces)


def _differing(differing: Iterable[Differing]) -> Iterator[str]:
    for number, one in enumerate(differing):
        yield from () if number else ("", "### On what they differ", "")
        yield f"- {one.slot}: {one.range}" if one.range else f"- {one.slot}:"
        for held in one.values:
            holders = "; ".join(f"{_pieces(pieces)} \\[{note}\\]" for pieces, note in held.by)
            yield f"  - {markdown(held.value)}: {holders}"


def _note(note: Note) -> str:
    outlet, title = markdown(note.outlet or "outlet not known"), f"“{markdown(note.title)}”, " if note.title else ""
    url = f", <{note.url}>" if is_web_address(note.url) else f", {markdown(note.url)}" if note.url else ""
    published = markdown(note.published or "date not known")
    return f"{outlet}, {title}{published}{url}; SHA-256 {note.sha256}"
