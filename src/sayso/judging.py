"""What persons decide, joined: rulings in the store, what they are about in the readings, and what they come to."""

from __future__ import annotations

import getpass
import re
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace

from sayso.errors import BadValue, NotFound
from sayso.incidents import Incident
from sayso.link import applying, grades
from sayso.link.aliases import Aliases, aliases, key, renamed
from sayso.link.attested import NOWHERE, attested
from sayso.link.decisions import Decisions
from sayso.link.passages import passage
from sayso.link.record_of_source import OnFile, record
from sayso.link.telling import Ref
from sayso.records import Reading, Report
from sayso.rulings import Attested, Judged, Orphan, Passage, Proposal, Ruling, RulingKind, SourceListed, SourceRecord
from sayso.settings import Settings
from sayso.store import Store, now
from sayso.store.judgements import ALIASES, broken, name_subject, report_subject

ID_LENGTH = 16  # digits of a sha256 that make a report's id
INCIDENT = "i-"  # what an incident's id starts with, before that of a telling
_ITEM = re.compile(r"([0-9a-f]{6,16}):([cv]\d+)")
_HOW_MANY: dict[RulingKind, tuple[int, int, str]] = {
    "accept": (1, 2, "one claim or event, or two claims that do contradict each other"),
    "reject": (1, 2, "one claim or event, or two claims that do not contradict each other"),
    "merge": (2, 100, "two or more claims or incidents that are of one occurrence"),
    "split": (2, 100, "the claim that is set apart, and one or more that it was joined to"),
    "grade": (1, 1, "one claim, or one source by its name"),
    "note": (1, 100, "what it is about: claims, events, sources by their names"),
    "alias": (2, 2, "a name, and the one that it stands for"),
    "undo": (1, 1, "one judgement"),
}


class Judging:
    """The part of a workspace in which persons decide; the rest of it gives the store, the settings and incidents."""

    _store: Store
    settings: Settings
    _decided: tuple[tuple[str, dict[str, int]], Decisions] | None = None
    _named: tuple[str, Aliases] = ("", Aliases())

    def incident(self, id: str) -> Incident:  # noqa: A002
        """Return the incident with this id; raises NotFound."""
        raise NotImplementedError

    def incidents_of(self, reports: Iterable[str]) -> tuple[Incident, ...]:
        """Return the incidents that these reports tell of."""
        raise NotImplementedError

    # ---- deciding ----

    def judge(
        self, kind: RulingKind, subjects: Sequence[str], grade: str = "", *, by: str = "", why: str = ""
    ) -> Ruling:
        """Keep what a person decided.

        A subject is `REPORT:CLAIM`, `REPORT:EVENT`, an incident's id, a name, or for an undoing a judgement's id.
        Raises NotFound, BadValue, and Unconfirmed for a 1 that nothing independent bears.
        """
        least, most, what = _HOW_MANY[kind]
        if not least <= len(set(subjects)) == len(subjects) <= most:
            raise BadValue(f"This judgement ({kind}) is not about {_counted(subjects)}.", f"Name {what}.")
        if kind == "note" and not why.strip():
            raise BadValue("A note without words says nothing.", "Give the words with --why.")
        drafted = self._drafted(kind, tuple(subjects), grade)
        signed = replace(drafted, by=by.strip() or self.settings.by or _user(), at=now(), why=why.strip())
        made = self._store.judgements.append(signed, lambda earlier: _check(signed, earlier))
        self._stir(self._what(made))
        return made

    def undo(self, judgement: str, *, by: str = "", why: str = "") -> Ruling:
        """Take a judgement back, by one more; raises NotFound, and BadValue where it is undone already."""
        return self.judge("undo", [judgement], by=by, why=why)

    def unalias(self, name: str, *, by: str = "", why: str = "") -> Ruling:
        """Let a name stand for itself again; raises NotFound where it stands for no other."""
        for ruling in reversed(applying.in_force(self._store.judgements.under([ALIASES]))):
            if key(ruling.names[0]) == key(name):
                return self.undo(ruling.id, by=by, why=why)
        raise NotFound(f"{name!r} stands for no other name.", "`sayso alias list` shows those that do.")

    def _what(self, ruling: Ruling) -> Ruling:
        """Return the ruling that an undoing, or its undoing, is about in the end."""
        while ruling.undoes:
            ruling = self._store.judgements.one(ruling.undoes)
        return ruling

    def _stir(self, ruling: Ruling) -> None:
        """Have linked anew what a ruling, or its undoing, changes: what is read of a report, or only what is joined."""
        reports = {sha256[:ID_LENGTH] for sha256 in self._store.latest(_hashes([ruling]))}
        if ruling.kind == "alias":
            self._store.linking.requeue({one for name in ruling.names for one in self._naming(name)})
        elif ruling.kind in {"accept", "reject"} and len(ruling.about) == 1:
            self._store.linking.requeue(reports)
        elif ruling.kind in {"accept", "reject", "merge", "split"}:
            self._store.linking.stir(reports)

    def _naming(self, name: str) -> Iterable[str]:
        """Give the reports that hold the words of a name."""
        return (row.report.id for row in self._store.listed(name, 0, self._store.count(name)))

    def _drafted(self, kind: RulingKind, subjects: tuple[str, ...], grade: str) -> Ruling:
        draft = Ruling("", kind, "", "")
        if kind == "undo":
            return replace(draft, undoes=subjects[0])
        if kind == "alias":
            return replace(draft, names=subjects)
        if kind in {"merge", "split"}:
            return replace(draft, about=tuple(map(self._speaking, subjects)))
        if kind in {"accept", "reject"}:
            return replace(draft, about=tuple(map(self._about, subjects)))
        names = tuple(subject for subject in subjects if not _ITEM.fullmatch(subject.removeprefix(INCIDENT)))
        about = tuple(self._noted(subject) for subject in subjects if subject not in names)
        tag = self._tag(subjects[0], grade) if kind == "grade" else None
        return replace(draft, about=about, names=tuple(map(self._known, names)), grade=tag)

    def _tag(self, subject: str, grade: str) -> str:
        if _ITEM.fullmatch(subject):
            return grades.confirmed(grade, self.attested(subject)).tag
        return grades.reliability(grade).tag

    def _item(self, subject: str) -> tuple[str, Reading, str]:
        """Return the report's id, its latest reading, and the claim or event that is named in it."""
        match = _ITEM.fullmatch(subject)
        if match is None:
            cure = "Write REPORT:CLAIM, such as f6651533:c3; `sayso list` and `sayso show REPORT` tell both."
            raise BadValue(f"{subject!r} names no claim and no event.", cure)
        report = self._store.report(match[1])
        return report.id, self._store.reading(report.id)[1], match[2]

    def _noted(self, subject: str) -> Passage:
        return self._speaking(subject) if subject.startswith(INCIDENT) else self._about(subject)

    def _about(self, subject: str) -> Passage:
        _, reading, item = self._item(subject)
        return passage(reading, item)

    def _speaking(self, subject: str) -> Passage:
        """Return the claim by which an occurrence is named: a claim, the first that holds an event, an incident's."""
        if subject.startswith(INCIDENT):
            incident = self.incident(subject)
            told = [one for one in incident.claims if one.report in subject] or list(incident.claims)
            first = min(told, key=lambda one: one.stance != "supports")
            return self._about(f"{first.report}:{first.claim}")
        report, reading, item = self._item(subject)
        if item.startswith("v"):
            passage(reading, item)
            holding = [claim.id for claim in reading.claims if item in claim.events]
            if not holding:
                raise BadValue(
                    f"No claim of report {report} holds the event {item}.", "Name a claim of that occurrence."
                )
            item = holding[0]
        return passage(reading, item)

    def _known(self, name: str) -> str:
        """Return the name of a source that is in the readings; raises NotFound with names that begin alike."""
        if self._store.voices.are_known(self.aliases().all(name)):
            return name
        alike = self._store.voices.beginning(name)
        cure = f"Did you mean: {', '.join(alike)}?" if alike else "`sayso list` and `sayso show` tell who speaks."
        raise NotFound(f"No source in the readings is called {name!r}.", cure)

    # ---- looking back ----

    def judgements(self, about: str = "") -> tuple[Judged, ...]:
        """Return the rulings in the order they were made: all, or those on a report or on a name."""
        return self._judged(self._under(about) if about else self._store.judgements.every())

    @staticmethod
    def _judged(rulings: Sequence[Ruling]) -> tuple[Judged, ...]:
        gone = applying.undone(rulings)
        return tuple(Judged(ruling, gone.get(ruling.id)) for ruling in rulings)

    def _under(self, about: str) -> tuple[Ruling, ...]:
        subjects = [name_subject(name) for name in self.aliases().all(about)]
        with suppress(NotFound):
            report = about.removeprefix(INCIDENT).partition(":")[0]
            subjects.append(report_subject(self._store.report(report).sha256))
        return self._store.judgements.under(subjects)

    def orphans(self) -> tuple[Orphan, ...]:
        """Return the rulings in force that the latest readings leave without what they are about, each with why."""
        return self._outcome(self._store.judgements.every()).orphans

    def altered(self) -> Iterable[str]:
        """Give a sentence for each ruling that is not as it was made, or does not follow the one before."""
        return broken(self._store.judgements.every())

    # ---- what it comes to ----

    def aliases(self) -> Aliases:
        """Return the names that are one."""
        state = self._store.judgements.last()
        if self._named[0] != state:  # asked again with every report that is added
            self._named = (state, aliases(applying.in_force(self._store.judgements.under([ALIASES]))))
        return self._named[1]

    def decisions(self) -> Decisions:
        """Return what linking has to obey."""
        rulings = self._store.judgements.every()
        state = (rulings[-1].hash if rulings else "", self._store.latest(_hashes(rulings)))
        if self._decided is None or self._decided[0] != state:  # asked again with every report that is added
            self._decided = (state, applying.decisions(self._outcome(rulings).applied))
        return self._decided[1]

    def corrected(self, report: Report, reading: Reading) -> Reading:
        """Return a reading as linking takes it: without what was rejected in it, and with one name for each alias."""
        if not self._store.judgements.last():
            return reading
        rulings = self._store.judgements.under([report_subject(report.sha256)])
        gone = applying.rejected(self._outcome(rulings).applied) if rulings else frozenset()
        return renamed(applying.corrected(reading, report.id, gone), self.aliases())

    def _outcome(self, rulings: Sequence[Ruling]) -> applying.Outcome:
        held = self._store.latest(_hashes(applying.in_force(rulings)))
        ids = {sha256: sha256[:ID_LENGTH] for sha256 in sorted(held)}
        return applying.apply(rulings, {sha256: (id_, self._store.reading(id_)[1]) for sha256, id_ in ids.items()})

    # ---- sources ----

    def sources(self, name: str = "", offset: int = 0, limit: int = 50) -> tuple[SourceListed, ...]:
        """Return who speaks, passes on or publishes under a name that begins so, those that are heard most first."""
        return self._store.voices.listed(name, offset, limit)

    def source(self, name: str, offset: int = 0, limit: int | None = None) -> SourceRecord:
        """Return the record of a source, under whichever of its names it is asked for; raises NotFound.

        With a limit it is the record of so many of the reports in which it is heard, the latest read first.
        """
        known = self.aliases()
        names, voices = known.all(self._known(name)), self._store.voices
        total = voices.count(names)
        page = None if limit is None else voices.heard_in(names, offset, limit)
        sayings = voices.sayings(names, page)
        here = {one.report for one in sayings}
        incidents = tuple(self.incidents_of(here))
        told = {claim.report for incident in incidents for claim in incident.claims}
        elsewhere = voices.sayings(names, told - here) if page is not None else ()
        gone = self._rejected(here)
        on_file = OnFile(
            sayings=tuple(one for one in sayings if Ref(one.report, one.claim) not in gone),
            elsewhere=elsewhere,
            incidents=incidents,
            published=voices.published(told),
            rulings=self._judged(self._store.judgements.under(map(name_subject, names))),
        )
        looked_at = total if page is None else len(page)
        return replace(record(name, on_file, known), heard_in=total, looked_at=looked_at)

    def _rejected(self, reports: Collection[str]) -> frozenset[Ref]:
        def is_here(ruling: Ruling) -> bool:
            return ruling.kind == "undo" or any(one.sha256[:ID_LENGTH] in reports for one in ruling.about)

        return applying.rejected(self._outcome(tuple(filter(is_here, self._store.judgements.every()))).applied)

    # ---- grades ----

    def attested(self, subject: str) -> Attested:
        """Return what stands for and against a claim, in origins; raises NotFound."""
        report, reading, item = self._item(subject)
        if passage(reading, item).what != "claim":
            raise BadValue(f"{subject} is an event; a grade is of a claim.", "Grade a claim that tells of it.")
        claim = Ref(report, item)
        back = any(_taken_back(reading, item))
        for incident in self.incidents_of([report]):
            if any(Ref(one.report, one.claim) == claim for one in incident.claims):
                return attested(incident, claim, withdrawn=back)
        return replace(NOWHERE, withdrawn=back)

    def proposal(self, subject: str) -> Proposal:
        """Return the credibility that the program proposes for a claim, with its reasons; raises NotFound."""
        return grades.propose(self.attested(subject))


def _hashes(rulings: Iterable[Ruling]) -> set[str]:
    return {passage.sha256 for ruling in rulings for passage in ruling.about}


def _taken_back(reading: Reading, claim: str) -> Iterable[bool]:
    """Give for each correction of a report whether it takes this claim back."""
    content = next(one.content for one in reading.claims if one.id == claim)
    covered = [notice.covers for notice in reading.text.notices if notice.kind == "correction" and notice.covers]
    return (any(span.overlaps(piece) for piece in content) for span in covered)


def _check(ruling: Ruling, earlier: Sequence[Ruling]) -> None:
    applying.check(ruling, earlier)
    if ruling.kind == "alias":
        alias, meant = ruling.names
        known = aliases(applying.in_force(earlier))
        if not key(alias) or not key(meant) or key(known.called(meant)) == key(alias):
            cause = f"{alias!r} cannot stand for {meant!r}: they are one name already, or one is none."
            raise BadValue(cause, "`sayso alias list` shows which names stand for others.")


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:
        raise BadValue("This system has no name for you.", "Say who decides: --by NAME, or SAYSO_BY.") from error


def _counted(subjects: Sequence[str]) -> str:
    if len(set(subjects)) < len(subjects):
        return "one thing twice"
    return "one thing" if len(subjects) == 1 else f"{len(subjects)} things"
