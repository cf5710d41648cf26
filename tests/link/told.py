"""Footings of invented reports for the tests of origins, with what a test does not care for left out."""

from __future__ import annotations

from typing import Any

from sayso.link.footing import Footing, Voice
from sayso.link.shingles import marked_words, shingles, words

WIRE = (
    "Two mortar rounds fell on the cattle market of Kosti on Monday morning, killing seven people and wounding twelve. "
    "Traders had gathered early because the ferry was expected at nine, and the pens were full when the first round "
    "hit the scales. The second struck the wall of the dispensary, where a queue had formed for malaria pills. Nobody "
    "has said who fired, and the garrison across the river did not answer its telephone for the rest of that day."
)
MAYOR = Voice(("Idris Haroun", "the mayor of Kosti, Idris Haroun", "the mayor"), "named_person", claims=3, affirms=3)
NURSE = Voice(("a nurse at the dispensary",), "unnamed")
HERDER = Voice(("Ahmed Sabil",), "named_person", claims=3, affirms=3)


def told(report: str, outlet: str = "", *voices: Voice, text: str = "", **more: Any) -> Footing:
    """What a report stands on; its words are those of the text."""
    heard = more.pop("heard", voices)
    body = {"sequences": shingles(text), "text": marked_words(text), "stems": frozenset(words(text))}
    return Footing(report, outlet, **({"voices": voices, "heard": heard, "published": "2024-05-13"} | body | more))


def via(voice: Voice, *outlets: str) -> Voice:
    """The same source, as these outlets pass it on."""
    return Voice(voice.labels, voice.kind, outlets, voice.claims, voice.affirms)


LINES = [
    "Our correspondent counted nine graves beyond the brickworks and spoke with the herders who dug them by night.",
    "The hospital in Rabak took in twelve wounded, one of them a boy of six, and sent for blood from the capital.",
    "A column in last week's paper asked why markets are held within range of guns, and nobody has answered it yet.",
]
CLERK = Voice(("Salma Tayeb", "the hospital's registrar, Salma Tayeb"), "named_person", claims=3, affirms=3)
BATCH = (
    told("wire", "Halcyon", MAYOR, NURSE, text=WIRE, figures=frozenset({("killed", 7, 7)})),
    told("reprint", "Lowland Post", MAYOR, text=WIRE[: len(WIRE) * 2 // 3], published="2024-05-14"),
    told("herders", "White Nile Radio", HERDER, text=LINES[0], published="2024-05-15", own=2),
    told("rabak", "Gezira Mail", CLERK, text=LINES[1], published="2024-05-15"),
    told("digest", "Nile Digest", via(HERDER, "White Nile Radio"), text=LINES[2], credits=("White Nile Radio",)),
)
