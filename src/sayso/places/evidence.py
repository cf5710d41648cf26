"""Whether words with a capital name a place: small pieces of evidence, each with its points, added up."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Literal

from sayso.places.gazetteer import Entry
from sayso.places.lexicon import kinds, words
from sayso.records import MentionType, Role
from sayso.spans import Span

Kind = Literal["", "settlement", "area", "nature", "land", "facility", "loose"]

ENOUGH = 2.0  # points from which words are taken for a place name
_FIRM = 1.5  # points for a preposition that is all but sure
_WELL_KNOWN = 2.0  # points for what is seldom anything but a place
_LARGE, _HUGE = 100_000, 1_000_000  # people
_OF = re.compile(r"\b(\w+) of(?: the)? $")
_OWNS = re.compile(r"[’']s? [A-Z]")
_LIST = re.compile(r"(?:,| and| or|,? and the|,? as well as| to| &|[-–/])\s?(?:the )?")
_WORD_BEFORE = re.compile(r"([\w’'-]+)[^\w.;:!?()]*$")
_WORD_AFTER = re.compile(r"[’']?s? ([a-z]+)")
_DATED = re.compile(
    r",(?: [A-Z]\w+[,.])? (?:\d{1,2} [A-Z]|[A-Z][a-z]{2,8}\.? \d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s*$)"
    r"| ?[—–] ?[A-Z(]"
)
_BETWEEN = re.compile(r"\bbetween (?:the )?[A-Z][^.;:!?]{1,40} and (?:the )?$")
_BOUND = re.compile(r"\b(?:bound|headed|heading|left|leaving|departed|made|route) for (?:the )?$")
_PART = re.compile(r"[,–—|:]\s*$")
_HEADED = re.compile(r"[.:]? *$|[.:] |,? ?[/|(–—]")
_SIGNED = re.compile(r"(?:\bin|,) $")
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sir|Gen|Col|Sgt|Lt|Capt|Maj|Prof|Sen|Rep|President|Minister|General|Colonel|Major|Captain|Sheikh"
    r"|Commander|Secretary|Senator|Governor|Mayor|Prince|King|Queen)\.? $"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may name a place, with all that is to be known of them.

    `name` is what is looked up; `left` and `right` are the other words of the same run, in lower case; `before` and
    `after` the text around; `kind` is told by a word such as "village"; `taken_for` is the reader's opinion. One that
    is `owned` bears no name but its owner's nationality: "the French hotel".
    """

    span: Span
    name: str
    entries: tuple[Entry, ...]
    kind: Kind = ""
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    opens: bool = False
    role: Role = "paragraph"
    taken_for: MentionType | None = None
    nation: str | None = None
    owned: bool = False

    @property
    def dateline(self) -> bool:
        """Whether the words stand in a dateline."""
        return self.role == "dateline"

    @property
    def titled(self) -> bool:
        """Whether the words stand where any word may have a capital."""
        return self.role in {"title", "heading"}

    @property
    def country(self) -> bool:
        """Whether the best entry is a country, named letter for letter."""
        return bool(self.entries) and self.entries[0].exact and self.entries[0].feature.startswith("A.PCL")


def weigh(body: str, candidates: Sequence[Candidate]) -> list[tuple[Candidate, bool]]:
    """Return the candidates that are places, or may be (False) if the text should describe where they lie.

    A name that is a place in one sentence is one in the others, and so are its neighbours in a list.
    """
    points = [sum(feature(item) for feature in FEATURES) for item in candidates]
    first = [item for item, score in zip(candidates, points, strict=True) if score >= ENOUGH]
    settled = {
        item.name
        for item, score in zip(candidates, points, strict=True)
        if score >= ENOUGH + (stands_as_place(item) < _FIRM)
    }
    scene = {item.entries[0].country for item in first if item.entries and item.entries[0].exact} - {""}
    kept: list[tuple[Candidate, bool]] = []
    listed = _in_lists(body, candidates, points)
    for number, item in enumerate(candidates):
        repeated = item.name in settled and (item.titled or not (item.left or item.right))
        score = points[number] + 1.5 * (number in listed) + fits(item, scene)
        score += repeated * (ENOUGH if item.titled else 1.5)
        score -= repeated * sum(min(0.0, doubt(item)) for doubt in (reader_says, is_part_of_another_name))
        told = item.entries or item.kind or item.dateline or item.taken_for == "place" or stands_as_place(item) > 0
        if score >= ENOUGH and told and not item.owned:
            kept.append((item, True))
        elif not item.left and not item.right and may_be(item):
            kept.append((item, False))
    return kept


def fits(item: Candidate, scene: Set[str]) -> float:
    """One of the places that bear the name lies in a country that the report speaks of."""
    return 0.75 * any(entry.exact and entry.country in scene for entry in item.entries[:5])


def _in_lists(body: str, candidates: Sequence[Candidate], points: Sequence[float]) -> set[int]:
    """Return the numbers of those that stand in a list with a place: "Gao, Ansongo and Ménaka"."""
    found: set[int] = set()
    for number in range(1, len(candidates)):
        left, right = candidates[number - 1], candidates[number]
        if not _LIST.fullmatch(body, left.span.end, right.span.start):
            continue
        if right.entries and (points[number - 1] >= ENOUGH or number - 1 in found):
            found.add(number)
        elif left.entries and points[number] >= ENOUGH:
            found.add(number - 1)
    return found


def may_be(item: Candidate) -> bool:
    """Whether the words could be a place if the text says where it lies: no person, no acronym, no first word."""
    if item.opens and item.name.lower() in words("happenings"):
        return False
    if item.opens and not (item.entries or item.kind or item.after.startswith((",", " ("))):
        return False
    return item.taken_for not in {"person", "armed_group"} and not (item.name.isupper() and len(item.name) < 6)


# ---- the evidence ----


def stands_as_place(item: Candidate) -> float:
    """Count a preposition of place directly before: "in", "near", "from" weigh more than "of"."""
    hit = _WORD_BEFORE.search(item.before)
    word = hit[1].lower() if hit else ""
    if word == "the" and hit:
        hit = _WORD_BEFORE.search(item.before[: hit.start()])
        word = hit[1].lower() if hit else ""
    while word in words("directions") and hit:
        hit = _WORD_BEFORE.search(item.before[: hit.start()])
        word = hit[1].lower() if hit else ""
    if word == "to" and hit and item.before[: hit.start()].lower().endswith("according "):
        return 0.0
    if (word == "and" and _BETWEEN.search(item.before)) or (word == "for" and _BOUND.search(item.before)):
        return _FIRM
    if word in words("firm"):
        return _FIRM
    if word == "of" and hit:
        owner = _WORD_BEFORE.search(item.before[: hit.start()])
        civic = owner and (owner[1].lower() in words("civic") or kinds().get(owner[1]) == "facility")
        return _FIRM if civic else 1.0
    return 1.0 if word in words("prepositions") else 0.0


def is_called_one(item: Candidate) -> float:
    """Count a word beside it that says what kind of place it is: "the village of", "province"."""
    return {"": 0.0, "loose": 2.0}.get(item.kind, 2.5 if item.entries or stands_as_place(item) else 2.0)


def is_known(item: Candidate) -> float:
    """Count what the gazetteer has: countries and provinces most, then large towns, small ones, and other spellings."""
    if not item.entries:
        return -0.5
    spelt = [entry for entry in item.entries[:5] if entry.exact]
    if any(entry.feature.startswith("A.PCL") for entry in spelt):
        return 2.5
    people = max((entry.population for entry in spelt), default=0)
    if people >= _HUGE or any(entry.feature.startswith(("A.ADM1", "L.", "H.")) for entry in spelt):
        return _WELL_KNOWN
    return 1.0 if people >= _LARGE else 0.5 if spelt else 0.25


def reader_says(item: Candidate) -> float:
    """Count what the reader took the words for: a person is no place, unless a preposition contradicts."""
    taken = item.taken_for or ""
    if item.country or taken in {"place", "facility"}:
        spelt = bool(item.entries) and item.entries[0].exact
        return {"place": 1.5 if spelt else 2.5, "facility": 1.0 if spelt else 1.5}.get(taken, 0.0)
    placed = stands_as_place(item)
    if taken in {"person", "armed_group"}:
        return -0.75 if placed > 1 else -2.5
    doubted = taken == "organisation" and not placed and is_known(item) < _WELL_KNOWN
    return -0.5 if doubted else 0.0


def is_part_of_another_name(item: Candidate) -> float:
    """Count other capitals beside it, compass words apart, against it: "Boston Globe", "Paris Hilton"."""
    owner = _OF.search(item.before)
    if owner and owner[1][0].isupper() and owner[1].lower() in words("organisation"):
        return -3.0
    others = [word for word in (*item.left, *item.right) if word not in words("directions")]
    if not others:
        return 0.0
    if any(word in words("organisation") for word in item.right):
        return -3.0
    return -0.5 if item.country else -2.5


def is_in_title(item: Candidate) -> float:
    """Doubt the words of a title, if no preposition of place stands before: any of them may have a capital."""
    return -0.5 if item.titled and not item.country and stands_as_place(item) < _FIRM else 0.0


def is_common(item: Candidate) -> float:
    """Leave out a bare word for a kind of place or body, what owns one, and what is of a continent.

    "The University", "Children's Hospital", "West African".
    """
    name = item.name.lower()
    owner = not item.entries and bool(_OWNS.match(item.after))
    common = (
        name in words("organisation") or (name in kinds() and not item.kind) or name.split()[-1] in words("adjectives")
    )
    return -4.0 if common or owner else 0.0


def is_illness(item: Candidate) -> float:
    """Leave out what an illness is called after: "West Nile virus", "Marburg haemorrhagic fever"."""
    after = _WORD_AFTER.match(item.after)
    return -3.0 if after and after[1] in words("illness") else 0.0


def is_money(item: Candidate) -> float:
    """Leave the dollars of a country out, for they are not the country: "US$2 million", "$US"."""
    return -5.0 if item.after[:1] in {"$", "€", "£"} or item.before[-1:] in {"$", "€", "£"} else 0.0


def is_direction(item: Candidate) -> float:
    """Take a compass word alone for the name of an area only where the text calls it one."""
    return -2.0 if item.name.lower() in words("directions") and item.kind != "area" else 0.0


def is_persons_name(item: Candidate) -> float:
    """Take a name for a person's after a title, or before a verb of saying."""
    if item.country:
        return 0.0
    after = _WORD_AFTER.match(item.after)
    speaks = bool(after and after[1] in words("speech")) and stands_as_place(item) == 0
    return -2.0 * (speaks or bool(_TITLED.search(item.before)))


def opens_a_sentence(item: Candidate) -> float:
    """Doubt the first word of a sentence: it has a capital whatever it is."""
    return -0.5 if item.opens and not item.dateline and is_known(item) < _WELL_KNOWN else 0.0


def is_short(item: Candidate) -> float:
    """Take acronyms and names of two letters for places only where the gazetteer has them as areas, or at the front."""
    bare = item.name.replace(".", "")
    area = bool(item.entries) and item.entries[0].exact and item.entries[0].feature[0] in "AL"
    return (
        -3.0
        if (len(bare) < 3 or (bare.isupper() and len(bare) < 6 and not heads_the_report(item))) and not area
        else 0.0
    )


def heads_the_report(item: Candidate) -> float:
    """Expect the place of writing at the front of a dateline, or of a paragraph like one, and at the end of a byline.

    "MARIB, 3 May"; "Office of the Ombudsman, Marib, 3 May"; "MARIB. Two shells fell"; "By our correspondent in Marib".
    """
    if item.role in {"byline", "furniture"}:
        return 3.0 * bool(_SIGNED.search(item.before) and not item.after.strip(" )."))
    if item.before.strip(" (.)0123456789") and not (_DATED.match(item.after) and _PART.search(item.before)):
        return 0.0
    headed = item.name.isupper() and bool(item.entries) and _HEADED.match(item.after)
    return 3.0 if item.dateline or headed else 3.0 * bool(_DATED.match(item.after))


FEATURES = (
    stands_as_place, is_called_one, is_known, reader_says, is_part_of_another_name, is_persons_name, opens_a_sentence,
    is_short, heads_the_report, is_money, is_direction, is_common, is_illness,
    is_in_title,
)  # fmt: skip
