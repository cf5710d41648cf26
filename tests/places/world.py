"""A world of few places, real ones, and reports that name them."""

from __future__ import annotations

from sayso.places.gazetteer import Entry, Gazetteer
from sayso.records import Block, Mention, MentionType, Role, Text
from sayso.spans import cut

SYRIA = Entry(163843, "Syria", "SY", None, None, "A.PCLI", 17_000_000, 35.0, 38.0, 350_000)
LEBANON = Entry(272103, "Lebanon", "LB", None, None, "A.PCLI", 6_800_000, 33.9, 35.9, 100_000)
LIBYA = Entry(2215636, "Libya", "LY", None, None, "A.PCLI", 6_600_000, 25.0, 17.0, 800_000)
STATES = Entry(6252001, "United States", "US", None, None, "A.PCLI", 327_000_000, 39.8, -98.6, 2_500_000)
TEXAS = Entry(4736286, "Texas", "US", "Texas", None, "A.ADM1", 22_000_000, 31.2, -99.7, 600_000)
IDLIB_PROVINCE = Entry(169387, "Idlib", "SY", "Idlib", None, "A.ADM1", 1_500_000, 35.8, 36.6, 50_000)
IDLIB = Entry(169389, "Idlib", "SY", "Idlib", None, "P.PPLA", 128_000, 35.93, 36.63, 4_000)
BINNISH = Entry(172349, "Binnish", "SY", "Idlib", None, "P.PPL", 21_800, 35.96, 36.71, 2_000)
TRIPOLI_LY = Entry(2210247, "Tripoli", "LY", "Tripoli", None, "P.PPLC", 1_300_000, 32.89, 13.19, 12_000)
TRIPOLI_LB = Entry(266826, "Tripoli", "LB", "Liban-Nord", None, "P.PPL", 229_000, 34.43, 35.84, 5_000)
ZAHLE = Entry(266045, "Zahle", "LB", "Beqaa", None, "P.PPLA", 78_000, 33.85, 35.9, 3_000)
PARIS = Entry(2988507, "Paris", "FR", "Ile-de-France", None, "P.PPLC", 2_100_000, 48.85, 2.35, 15_000)
PARIS_TEXAS = Entry(4717560, "Paris", "US", "Texas", None, "P.PPL", 25_000, 33.66, -95.56, 1_600)
TABQA = Entry(163600, "Tabqa Air Base", "SY", "Ar-Raqqah", None, "S.AIRB", 0, 35.75, 38.57, 3_000)
HAMMOND = Entry(4921100, "Hammond", "US", "Indiana", None, "P.PPL", 77_000, 41.58, -87.5, 3_000)

WORLD = Gazetteer.of(
    [
        (SYRIA, ("Syrian",)), (LEBANON, ("Lebanese",)), (LIBYA, ("Libyan",)), (STATES, ("US", "U.S.", "American")),
        (TEXAS, ()), (IDLIB_PROVINCE, ()), (IDLIB, ("Edlib",)), (BINNISH, ()), (TRIPOLI_LY, ()), (TRIPOLI_LB, ()),
        (ZAHLE, ()), (PARIS, ()), (PARIS_TEXAS, ()), (TABQA, ()), (HAMMOND, ()),
    ]
)  # fmt: skip


def report(*paragraphs: str, first: Role = "paragraph", outlet: str | None = None) -> Text:
    """Return a text of these paragraphs, of which the first may be a title or a dateline."""
    body, blocks, at = "\n".join(paragraphs), [], 0
    for number, paragraph in enumerate(paragraphs):
        role: Role = "paragraph" if number else first
        blocks.append(Block(cut(body, at, at + len(paragraph)), role))
        at += len(paragraph) + 1
    return Text(body, tuple(blocks), outlet=outlet, language="en")


def person(text: Text, name: str) -> Mention:
    """Return the mention of a person, as a reader would give it."""
    return _mention(text, name, "person")


def place(text: Text, name: str) -> Mention:
    """Return the mention of a place, as a reader would give it."""
    return _mention(text, name, "place")


def _mention(text: Text, name: str, type: MentionType) -> Mention:  # noqa: A002
    start = text.body.index(name)
    return Mention("m1", cut(text.body, start, start + len(name)), type, "e1")
