"""The record of a source: what it said and passed on, who cites whom, and what became of what it said.

Nothing here grades: a source stands at F until a person says otherwise, whatever the numbers are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from sayso.incidents import Incident, Origin, Stance, Stated
from sayso.link import grades
from sayso.link.aliases import Aliases, key
from sayso.link.attested import opposing
from sayso.link.days import days
from sayso.link.same_fact import same_fact
from sayso.link.telling import Ref
from sayso.rulings import Cited, Fate, Judged, Saying, SourceRecord

_NOT_GRADED = "F"


@dataclass(frozen=True, slots=True)
class OnFile:
    """What a record is made from.

    `sayings` come from the source or through it, `incidents` are those they speak of, `elsewhere` is what else comes
    from it in the reports of these, `published` is when they were (EDTF), `rulings` are those on the source's names.
    """

    sayings: Sequence[Saying]
    elsewhere: Sequence[Saying] = ()
    incidents: Sequence[Incident] = ()
    published: Mapping[str, str] = field(default_factory=dict)
    rulings: Sequence[Judged] = ()


def record(name: str, on_file: OnFile, known: Aliases) -> SourceRecord:
    """Return what is on file of the source with this name, or with one that stands for it."""
    chief = known.called(name)

    @cache  # the same few names stand in claim after claim
    def is_it(other: str) -> bool:
        return key(known.called(other)) == key(chief)

    said = tuple(one for one in on_file.sayings if is_it(_speaker(one)))
    relayed = tuple(one for one in on_file.sayings if not is_it(_speaker(one)))
    graded = tuple(one for one in on_file.rulings if one.ruling.kind == "grade" and is_it(one.ruling.names[0]))
    tags = [one.ruling.grade for one in graded if one.ruling.grade and not one.undone_by]
    itself = frozenset(Ref(one.report, one.claim) for one in (*said, *on_file.elsewhere) if is_it(_speaker(one)))
    cases = _cases(said, itself, on_file)
    names = sorted({each for one in on_file.sayings for each in _names(one) if is_it(each)})
    return SourceRecord(
        name=next((written for written in names if key(written) == key(chief)), chief),
        names=tuple(names),
        kinds=tuple(sorted({voice.kind for one in on_file.sayings for voice in one.voices if is_it(voice.name)})),
        grade=grades.tagged(tags[-1]) if tags else grades.reliability(_NOT_GRADED),
        grades=graded,
        said=said,
        relayed=relayed,
        cited_by=_cited(on_file.sayings, lambda one: _outward(one, is_it)),
        cites=_cited(relayed, lambda one: _inward(one, is_it)),
        corroborated=tuple(fate for one in cases for fate in _corroborated(one)),
        denied=tuple(fate for one in cases for fate in _denied(one)),
        withdrawn=(*_corrected(said), *(fate for one in cases for fate in _withdrawn(one))),
    )


# ---- who cites whom ----


def _names(one: Saying) -> list[str]:
    """Return the voices of a claim from the speaker outward, the outlet that published it last."""
    return [*(voice.name for voice in one.voices), *([one.outlet] if one.outlet else [])]


def _speaker(one: Saying) -> str:
    return one.voices[0].name if one.voices else one.outlet or ""


def _outward(one: Saying, is_it: Callable[[str], bool]) -> list[str]:
    """Return those who pass the source on: the voices after the last place at which it stands."""
    names = _names(one)
    last = max(at for at, name in enumerate(names) if is_it(name))
    return names[last + 1 :]


def _inward(one: Saying, is_it: Callable[[str], bool]) -> list[str]:
    """Return those whom the source passes on: the voices before the first place at which it stands."""
    names = _names(one)
    return names[: min(at for at, name in enumerate(names) if is_it(name))]


def _cited(sayings: Iterable[Saying], who: Callable[[Saying], list[str]]) -> tuple[Cited, ...]:
    """Gather claims by those named; the most first."""
    found: dict[str, list[Saying]] = {}
    written: dict[str, str] = {}
    for one in sayings:
        for name in dict.fromkeys(filter(None, who(one))):
            found.setdefault(key(name), []).append(one)
            written.setdefault(key(name), name)
    ordered = sorted(found, key=lambda each: (-len(found[each]), each))
    return tuple(Cited(written[each], tuple(found[each])) for each in ordered)


# ---- what became of it ----


@dataclass(frozen=True, slots=True)
class _Case:
    """Something that the source said, and what else is said of the occurrence: by itself, and by others."""

    saying: Saying
    incident: Incident
    claim: Stated
    itself: frozenset[Ref]
    published: Mapping[str, str]

    @property
    def ref(self) -> Ref:
        return Ref(self.saying.report, self.saying.claim)

    @property
    def stance(self) -> Stance:
        return self.claim.stance

    def against(self, *, itself: bool = False) -> tuple[Stated, ...]:
        """Return the claims that contradict it, of others or of the source itself."""
        found = opposing(self.incident, self.ref)
        claims = (one for one in self.incident.claims if _ref(one) in found)
        return tuple(one for one in claims if (_ref(one) in self.itself) == itself)

    def origin(self, report: str) -> Origin | None:
        """Return the origin that a report goes back to, where it is shown to be independent."""
        return next((one for one in self.incident.origins if report in one.reports and one.independent), None)

    def is_before(self, one: str, other: str) -> bool:
        """Whether a report was published on a day before the other's, as far as both are known."""
        first, then = (days(self.published.get(report, "")) for report in (one, other))
        return bool(first and then) and first[0].last < then[0].first


def _corrected(said: Iterable[Saying]) -> Iterator[Fate]:
    """Give what a correction of the report takes back."""
    yield from (Fate(one, "A correction of the report takes it back.") for one in said if one.withdrawn)


def _cases(said: Iterable[Saying], itself: frozenset[Ref], on_file: OnFile) -> list[_Case]:
    kept = {Ref(one.report, one.claim): one for one in said}
    return [
        _Case(kept[_ref(claim)], incident, claim, itself, on_file.published)
        for incident in on_file.incidents
        for claim in incident.claims
        if _ref(claim) in kept
    ]


def _ref(one: Stated) -> Ref:
    return Ref(one.report, one.claim)


def _corroborated(case: _Case) -> Iterator[Fate]:
    """Give what another origin affirmed of the same fact, not before and not in the source's own words.

    Both origins have to be shown to be independent of each other; an echo corroborates nothing.
    """
    own = case.origin(case.saying.report)
    if own is None or case.stance != "supports":
        return
    against = opposing(case.incident, case.ref)
    by = tuple(
        other
        for other in case.incident.claims
        if other.stance == "supports"
        and _ref(other) not in case.itself | against
        and case.origin(other.report) not in {None, own}
        and not case.is_before(other.report, case.saying.report)
        and same_fact(case.claim, other)
    )
    if by:
        yield Fate(case.saying, "Affirmed by an origin that is shown to be independent of this one.", by)


def _denied(case: _Case) -> Iterator[Fate]:
    """Give what others deny."""
    by = tuple(other for other in case.against() if other.stance == "denies")
    if by and case.stance == "supports":
        yield Fate(case.saying, "Denied by others.", by)


def _withdrawn(case: _Case) -> Iterator[Fate]:
    """Give what the source itself said otherwise in a later report."""
    by = tuple(other for other in case.against(itself=True) if case.is_before(case.saying.report, other.report))
    if by and not case.saying.withdrawn:
        yield Fate(case.saying, "The source said otherwise later.", by)
