"""A briefing as one HTML file that needs nothing else: no script, no font, no picture, made to be printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.export.briefing import Briefing, Differing, Digest, Note, Piece, Repeated, Sentence
from sayso.export.countries import named
from sayso.export.plain import is_web_address, markup

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.55 Georgia, "Noto Serif", "Noto Naskh Arabic", serif; max-width: 44rem; margin: 2rem auto;
  padding: 0 1rem; }
h1, h2, h3, .state, .note { font-family: system-ui, "Noto Sans", "Noto Sans Arabic", sans-serif; }
h1 { font-size: 1.6rem; margin-bottom: .2rem; } h2 { font-size: 1.2rem; margin: 2.2rem 0 .2rem; }
h3 { font-size: .95rem; margin: 1.2rem 0 .3rem; }
section { border-top: 1px solid; } ul, ol { padding-inline-start: 1.4rem; margin: .3rem 0; } li { margin: .3rem 0; }
.state { margin: 0; }
.scope, .note { font-size: .85rem; } .reference { font: .75rem system-ui, sans-serif; text-decoration: none;
  white-space: nowrap; }
.unreviewed { font: italic .85rem system-ui, sans-serif; } a { color: inherit; overflow-wrap: anywhere; }
code { font-size: .75rem; overflow-wrap: anywhere; }
@page { margin: 18mm 16mm; }
@media print {
  :root { color-scheme: light; } body { margin: 0; max-width: none; font-size: 10.5pt; }
  h2, h3 { break-after: avoid; } li { break-inside: avoid; }
}
"""


def render(briefing: Briefing) -> str:
    """Return the briefing as one document."""
    return "\n".join(_lines(briefing)) + "\n"


def _lines(briefing: Briefing) -> Iterator[str]:
    day = briefing.made[:10]
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>Briefing of {day}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>"
    yield f'<h1>Briefing of <time datetime="{day}">{day}</time></h1>\n<p class="scope">{markup(briefing.scope)}</p>'
    if not briefing.incidents:
        yield "<p>No incident is in it.</p>"
    for number, digest in enumerate(briefing.incidents, 1):
        yield from _digest(digest, f"i{number}")
    yield "</main>\n</body>\n</html>"


def _digest(digest: Digest, anchor: str) -> Iterator[str]:
    yield f'<section aria-labelledby="{anchor}">\n<h2 id="{anchor}">{_heading(digest)}</h2>'
    yield f'<p class="state"><strong>{digest.state.capitalize()}</strong>. {digest.tally}.</p>'
    for heading, sentences in digest.sections:
        yield f"<h3>{heading}</h3>\n<ul>"
        yield from (_sentence(one, anchor) for one in sentences)
        yield "</ul>"
    yield from _differing(digest.differing, anchor)
    yield from _notices(digest.notices, anchor)
    yield "<h3>Sources</h3>\n<ol>"
    yield from (_note(note, anchor) for note in digest.notes)
    yield "</ol>"
    if digest.left_out:
        yield f'<p class="note">{digest.left_out}.</p>'
    yield f'<p class="note">Incident <code>{markup(digest.id)}</code></p>\n</section>'


def _heading(digest: Digest) -> str:
    place = f"<bdi>{markup(digest.place.text)}</bdi>" if digest.place else "place not known"
    where = f"{place}, {markup(named(digest.country))}" if digest.country else place
    return " · ".join((markup(digest.time or "date not known"), where, (digest.type or "kind not known").lower()))


def _sentence(sentence: Sentence, anchor: str) -> str:
    mark = "" if sentence.review == "accepted" else ' <span class="unreviewed">unreviewed</span>'
    at = ", ".join(f"{start}–{end}" for start, end in sentence.at)
    return f'<li dir="auto">{_pieces(sentence.pieces)} {_reference(sentence.note, anchor, at)}{mark}</li>'


def _pieces(pieces: Iterable[Piece]) -> str:
    """Return the pieces, what is quoted set apart so that its direction of writing moves nothing around it."""
    return "".join(markup(one.text) if one.report is None else f"<bdi>{markup(one.text)}</bdi>" for one in pieces)


def _reference(note: int, anchor: str, at: str = "") -> str:
    where = f": {at}" if at else ""
    spoken = f"source {note}{f', characters {at}' if at else ''}"
    return f'<a class="reference" href="#{anchor}n{note}" aria-label="{spoken}">[{note}{where}]</a>'


def _differing(differing: Iterable[Differing], anchor: str) -> Iterator[str]:
    told = list(differing)
    if told:
        yield "<h3>On what they differ</h3>\n<ul>"
    for one in told:
        yield f"<li>{one.slot}: {one.range}\n<ul>"
        for held in one.values:
            holders = "; ".join(f"{_pieces(pieces)} {_reference(note, anchor)}" for pieces, note in held.by)
            yield f'<li dir="auto"><bdi>{markup(held.value)}</bdi>: {holders}</li>'
        yield "</ul></li>"
    if told:
        yield "</ul>"


def _notices(notices: Iterable[Repeated], anchor: str) -> Iterator[str]:
    told = list(notices)
    if told:
        yield "<h3>What the outlets say about their reports</h3>\n<ul>"
        for one in told:
            quoted = f"“<bdi>{markup(one.piece.text)}</bdi>”"
            yield f'<li dir="auto">{one.kind}: {quoted} {_reference(one.note, anchor)}</li>'
        yield "</ul>"


def _note(note: Note, anchor: str) -> str:
    outlet = markup(note.outlet or "outlet not known")
    title = f"“<bdi>{markup(note.title)}</bdi>”, " if note.title else ""
    return (
        f'<li id="{anchor}n{note.number}" class="note"><bdi>{outlet}</bdi>, {title}'
        f"{markup(note.published or 'date not known')}{_url(note.url)}; SHA-256 <code>{note.sha256}</code></li>"
    )


def _url(url: str | None) -> str:
    if not url:
        return ""
    return (
        f', <a href="{markup(url)}" rel="noreferrer">{markup(url)}</a>' if is_web_address(url) else f", {markup(url)}"
    )
