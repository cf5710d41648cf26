"""What a report stands on: whose words it passes on, whom it credits, and what it tells by itself."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sayso.link import shingles
from sayso.link.copies import Band, bands, sketch
from sayso.link.crediting import credited
from sayso.link.naming import listed, office, person, same_office, same_outlet, same_person
from sayso.link.words import stems
from sayso.records import Claim, Event, Link, Notice, Reading, SourceKind

Figure = tuple[str, int, int | None]  # slot, at least, at most
_PLACED = re.compile(r"\w\s+(?:at|in|from|of)\s+(?:the|its|his|her|their|an?|our|[A-Z])|\w\s+(?!I\b)[A-Z]")
_INDEFINITE = re.compile(r"(?:an?|one|some|two)\s", re.IGNORECASE)
_CLAUSE = re.compile(r",|\swh(?:o|om|ich)\s|\sthat\s")
_NAMED: frozenset[SourceKind] = frozenset({"named_person", "named_role", "organisation", "document"})
_NOBODY: frozenset[SourceKind] = frozenset({"outlet", "unspecified"})
_WRITTEN: frozenset[SourceKind] = frozenset({"outlet", "document"})
_SHOWN = 3  # sources that a sentence names
_EYES = 2  # claims in its own voice with which a report only recalls a matter; with more it tells it
_AFFIRMS = frozenset({"report", "responsibility"})
_CREDITS = frozenset({"syndication", "translation"})


@dataclass(frozen=True)
class Voice:
    """One source of a report.

    `labels` are the ways it is described, its fullest name first; `via` the outlets that pass it on; `claims` counts
    what it says, `affirms` what of that says that something is so: a denial, a wish or a judgement is none of it.
    """

    labels: tuple[str, ...]
    kind: SourceKind
    via: tuple[str, ...] = ()
    claims: int = 1
    affirms: int = 1

    @property
    def name(self) -> str:
        """The fullest name that the report gives it."""
        return self.labels[0]

    @cached_property
    def known(self) -> bool:
        """Whether it is named, or placed: somebody unnamed of whom the report says where they belong."""
        vague = self.kind == "unnamed" or (self.kind == "document" and not self._titled)
        return any(_placed(label) for label in self.labels) if vague else self.kind in _NAMED

    @property
    def _titled(self) -> bool:
        """Whether a document is told from others: "the indictment of May" is, "a letter" and "the message" are not."""
        return not _INDEFINITE.match(self.name) and self._told_apart

    @property
    def _told_apart(self) -> bool:
        return any(len(office(label)) > 1 for label in self.labels)

    @cached_property
    def firm(self) -> bool:
        """Whether it can bear a telling: known, told apart from others of its kind, affirming, and heard directly.

        "The army" and "the office" could be anybody's; a person has a name, and "the army's 3rd Brigade" is one body.
        """
        return self.known and bool(self.affirms) and not self.via and (self.kind == "named_person" or self._told_apart)

    @cached_property
    def offices(self) -> tuple[str, ...]:
        """The labels that tell most: those of more than one word, if there are any ("the source" says little)."""
        return tuple(label for label in self.labels if len(office(label)) > 1) or self.labels

    @cached_property
    def tokens(self) -> frozenset[str]:
        """The pieces of its name and offices: two voices that share none are not the same."""
        return frozenset(person(self.name)).union(*map(office, self.offices))

    def same(self, other: Voice) -> bool:
        """Tell whether two reports may have heard one source."""
        if self.kind in _NOBODY or other.kind in _NOBODY:
            return False
        if self.kind == other.kind == "named_person":
            return same_person(self.name, other.name)
        return any(same_office(one, two) for one in self.offices for two in other.offices)


def names_of(voices: Iterable[Voice]) -> str:
    """Return the names of the first few voices for a sentence, each once however it is written."""
    names = list({voice.name.casefold().removeprefix("the "): voice.name for voice in voices}.values())[:_SHOWN]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _placed(label: str) -> bool:
    """Tell whether a description says where somebody belongs: at a hospital, of Wau; "who spoke at length" does not."""
    return bool(_PLACED.search(_CLAUSE.split(label, maxsplit=1)[0]))


@dataclass(frozen=True)
class Footing:
    """What one report stands on where it tells of one matter.

    `voices` and `own` (claims in its own voice) are those of the matter, `heard` all voices of the report. `credits`
    are the outlets that the matter is credited to, `speaks_of` the bodies that the report names at all. `sequences`
    and `text` (its `marked_words`) are of the whole report.
    """

    report: str
    outlet: str = ""
    published: str = ""
    voices: tuple[Voice, ...] = ()
    heard: tuple[Voice, ...] = ()
    own: int = 0
    credits: tuple[str, ...] = ()
    speaks_of: tuple[str, ...] = ()
    stems: frozenset[str] = frozenset()
    figures: frozenset[Figure] = frozenset()
    sequences: frozenset[int] = frozenset()
    text: str = ""

    @property
    def order(self) -> tuple[str, str]:
        """The order in which reports are looked at, whatever order they came in: oldest first, then by id."""
        return self.published or "~", self.report

    @property
    def called(self) -> str:
        """The words by which a desk knows the report."""
        return f"{self.outlet or self.report} ({self.published})" if self.published else self.outlet or self.report

    @cached_property
    def size(self) -> int:
        """How many claims it makes on the matter."""
        return self.own + sum(voice.claims for voice in self.voices)

    @cached_property
    def ground(self) -> int:
        """How many claims rest on a named or placed source whom the report heard itself, or on its own eyes.

        One or two sentences in the report's own voice only recall a matter; three or more tell it.
        """
        heard = sum(voice.affirms for voice in self.voices if voice.known and not voice.via)
        return heard + (self.own if self.own > _EYES else 0)

    @cached_property
    def passed_on(self) -> int:
        """How many claims on the matter it has from other outlets, or out of papers that it does not name."""
        return sum(voice.claims for voice in self.voices if voice.via or (voice.kind in _WRITTEN and not voice.known))

    def part(self, of: Iterable[Voice]) -> float:
        """Return the share of its claims on the matter that these of its voices make."""
        return sum(voice.claims for voice in of) / max(1, self.size)

    @cached_property
    def _by_token(self) -> dict[str, list[Voice]]:
        found: dict[str, list[Voice]] = {}
        for voice in self.heard:
            for token in voice.tokens:
                found.setdefault(token, []).append(voice)
        return found

    def hears(self, voice: Voice) -> bool:
        """Tell whether the report may have heard this source too."""
        return any(voice.same(one) for token in voice.tokens for one in self._by_token.get(token, ()))

    def shared(self, other: Footing) -> tuple[Voice, ...]:
        """Return its named or placed voices that the other report heard too."""
        return tuple(voice for voice in self.voices if voice.known and other.hears(voice))

    def fresh(self, other: Footing) -> tuple[Voice, ...]:
        """Return the named or placed voices that affirm the matter to it, and that the other has not, nor is."""
        if id(other) not in self._met:  # asked by many features of one pair
            firm = (voice for voice in self.voices if voice.known and voice.affirms and not other.hears(voice))
            own = (voice for voice in firm if not (other.outlet and same_office(voice.name, other.outlet)))
            self._met[id(other)] = other, tuple(own)
        return self._met[id(other)][1]

    @cached_property
    def _met(self) -> dict[int, tuple[Footing, tuple[Voice, ...]]]:
        """What was found fresh beside others; they are kept with it, so that no id comes to stand for another."""
        return {}

    @cached_property
    def bands(self) -> tuple[Band, ...]:
        """The rows of its sketch."""
        return bands(sketch(self.sequences))

    def told_by(self) -> tuple[Voice, ...]:
        """Return the named or placed voices that told it the matter, heard by itself; its own outlet is none.

        A report that tells the matter in its own voice throughout may name them beside it.
        """
        firm = tuple(voice for voice in self.voices if voice.firm and not _is_of(self.outlet, voice.name))
        if firm or self.own <= _EYES:
            return firm
        return tuple(voice for voice in self.heard if voice.firm and not _is_of(self.outlet, voice.name))

    def credited(self, outlet: str) -> float:
        """Return the share of its claims on the matter that it says to have from this outlet."""
        return self.part(one for one in self.voices if any(same_outlet(name, outlet) for name in _through(one)))


def _through(voice: Voice) -> tuple[str, ...]:
    return (*voice.via, voice.name) if voice.kind == "outlet" else voice.via


def footing(report: str, reading: Reading, claims: Collection[str] | None = None) -> Footing:
    """Take from a reading what its report stands on; `claims` are the ids of those on the matter, or else all."""
    scope = [claim for claim in reading.claims if claims is None or claim.id in claims]
    words = " ".join(span.text for claim in scope for span in claim.content)
    names = {entity.id: entity.name for entity in reading.entities}
    labels, via = _labels(reading.claims, names), _via(reading, names)
    noticed = [name for notice in reading.text.notices if notice.kind in _CREDITS for name in _noticed(reading, notice)]
    return Footing(
        report=report,
        outlet=reading.text.outlet or "",
        published=reading.text.published or "",
        voices=tuple(_voices(scope, names, labels, via)),
        heard=tuple(_voices(reading.claims, names, labels, via)),
        own=sum(not claim.chain for claim in scope),
        credits=tuple(dict.fromkeys([name for claim in scope for name in via[claim.id]] + noticed)),
        speaks_of=tuple(_bodies(reading)),
        stems=stems(words),
        figures=frozenset(_figures(reading.events, scope)),
        sequences=shingles.shingles(shingles.told(reading.text)),
        text=shingles.marked_words(reading.text.body),
    )


def _name(link: Link, names: Mapping[str, str]) -> str:
    return names.get(link.entity or "") or (link.label.text if link.label else "")


def _labels(claims: Iterable[Claim], names: Mapping[str, str]) -> dict[str, dict[str, None]]:
    """Collect the ways in which each source is described anywhere in the report, without pronouns."""
    found: dict[str, dict[str, None]] = {}
    for link in (link for claim in claims for link in claim.chain if link.label):
        known = found.setdefault(_name(link, names), {_name(link, names): None})
        if link.label and not listed("pronoun", link.label.text):
            known[link.label.text] = None
    return found


def _via(reading: Reading, names: Mapping[str, str]) -> dict[str, list[str]]:
    """Return for each claim the outlets it is credited to: in its chain, or by words of its paragraph."""
    bodies = _bodies(reading)
    blocks = [(block.span, tuple(credited(reading.text.body, bodies, block.span))) for block in reading.text.blocks]
    found = {}
    for claim in reading.claims:
        chained = [_name(link, names) for link in claim.chain if link.kind == "outlet"]
        beside = [name for span, press in blocks if span.overlaps(claim.content[0]) for name in press]
        found[claim.id] = [name for name in dict.fromkeys(chained + beside) if not _is_own(reading, name)]
    return found


def _is_own(reading: Reading, name: str) -> bool:
    """Tell whether the name is that of the outlet which publishes the report."""
    return bool(reading.text.outlet) and same_outlet(name, reading.text.outlet or "")


def _is_of(outlet: str, name: str) -> bool:
    """Tell whether a name is the outlet's, in full or by its last words: "Field Watch" of "Delta Field Watch"."""
    shortened = " " in name and outlet.casefold().endswith(f" {name.casefold()}")
    return bool(outlet) and (shortened or same_outlet(name, outlet))


def _voices(
    claims: Iterable[Claim],
    names: Mapping[str, str],
    labels: Mapping[str, Iterable[str]],
    via: Mapping[str, Iterable[str]],
) -> Iterator[Voice]:
    said: dict[tuple[str, SourceKind], list[Claim]] = {}
    for claim in claims:
        if claim.chain:
            said.setdefault((_name(claim.chain[0], names), claim.chain[0].kind), []).append(claim)
    for (name, kind), own in said.items():
        press = dict.fromkeys(outlet for claim in own for outlet in via[claim.id] if outlet != name)
        affirms = sum(claim.kind in _AFFIRMS for claim in own)
        yield Voice(tuple(labels.get(name, (name,))), kind, tuple(press), len(own), affirms)


def _noticed(reading: Reading, notice: Notice) -> Iterator[str]:
    """Give the outlets, other than its own, that a notice of the report names as the first to publish."""
    named = [notice.outlet or "", *(name for name in _bodies(reading) if name in notice.span.text)]
    yield from (name for name in named if name and not _is_own(reading, name))


def _bodies(reading: Reading) -> list[str]:
    """Return the names of the organisations that the report speaks of, its own outlet left out."""
    bodies = (entity.name for entity in reading.entities if entity.type == "organisation")
    return [name for name in bodies if not _is_own(reading, name)]


def _figures(events: Iterable[Event], scope: list[Claim]) -> Iterator[Figure]:
    pieces = [span for claim in scope for span in claim.content]
    for toll in (toll for event in events for toll in event.tolls):
        if any(toll.span.overlaps(piece) for piece in pieces):
            yield toll.slot, toll.low, toll.high
