"""W3C Web Annotations as JSON-LD: one a claim, a target for each piece of it, two selectors in each target."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from sayso.export.jsons import text
from sayso.export.review import leaving, of_claim
from sayso.export.rows import said, text_address
from sayso.incidents import Stated
from sayso.outgoing import Case, Cited, Terms
from sayso.records import Claim
from sayso.spans import Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_OWN = {
    "sayso": "urn:sayso:",
    "sha256": "sayso:sha256",
    "sha256OfBytes": "sayso:sha256OfBytes",
    "outlet": "sayso:outlet",
    "published": "sayso:published",
    "url": "sayso:url",
    "review": "sayso:review",
}
_AROUND = 32  # code points of context before and after


def page(cases: Iterable[Case], terms: Terms, head: dict[str, Any]) -> Iterator[bytes]:
    """Give an AnnotationPage, annotation by annotation; its collection's label says what is lost."""
    whole = {"id": "urn:sayso:annotations", "type": "AnnotationCollection", "label": head["loses"]}
    opening = {"@context": [CONTEXT, _OWN], "id": "urn:sayso:annotations:1", "type": "AnnotationPage"}
    yield f'{text(opening)[:-1]},"partOf":{text(whole)},"items":['.encode()
    between = "\n"
    for one in chain.from_iterable(_annotations(case, terms) for case in cases):
        yield (between + text(one)).encode()
        between = ",\n"
    yield b"\n]}\n"


def _annotations(case: Case, terms: Terms) -> Iterator[dict[str, Any]]:
    for stated in leaving(case, terms):
        source, claim = said(stated, case)
        targets = [_target(source, span, terms) for span in claim.content]
        yield {
            "id": f"urn:sayso:claim:{source.report.id}:{source.version.number}:{claim.id}",
            "type": "Annotation",
            "motivation": "describing",
            "created": source.version.at,
            "generator": {"id": f"urn:sayso:model:{source.reading.model}", "type": "Software"},
            "review": of_claim(stated, case),
            "body": _bodies(stated, claim, case),
            "target": targets[0] if len(targets) == 1 else targets,
        }


def _bodies(stated: Stated, claim: Claim, case: Case) -> list[dict[str, Any]]:
    tags = (claim.kind, claim.polarity, claim.certainty, stated.stance, f"incident {case.incident.id}")
    described = {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": stated.sentence}
    return [described, *({"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags)]


def _target(source: Cited, span: Span, terms: Terms) -> dict[str, Any]:
    """Return a piece of a text by its words and by its position; the same piece both ways."""
    return {
        "type": "SpecificResource",
        "source": _source(source, terms),
        "selector": [
            {"type": "TextQuoteSelector", "exact": span.text, **_context(source.reading.text.body, span)},
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }


def _context(body: str, span: Span) -> dict[str, str]:
    """Return the words around, where the text is at hand: for others than the desk it is not, being unredacted."""
    if not body:
        return {}
    return {
        "prefix": body[max(0, span.start - _AROUND) : span.start],
        "suffix": body[span.end : span.end + _AROUND],
    }


def _source(source: Cited, terms: Terms) -> dict[str, Any]:
    text_ = source.reading.text
    told = {"outlet": text_.outlet, "published": text_.published, "url": source.report.meta.url}
    return {
        "id": text_address(source, terms),
        "type": "Text",
        "format": "text/plain",
        "language": text_.language,
        "sha256": source.text_sha256,
        "sha256OfBytes": source.report.sha256,
        **{name: value for name, value in told.items() if value},
    }
