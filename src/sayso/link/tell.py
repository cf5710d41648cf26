"""From a reading to its tellings: which events of one report are one occurrence, and which claims speak of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sayso.link import names, words
from sayso.link.days import apart
from sayso.link.distance import beyond
from sayso.link.sheet import LONG_AGO, Sheet, people
from sayso.link.stance import VIOLENT, denies
from sayso.link.telling import EXACT, NOBODY, SPEECH, Count, Days, Names, Ref, Spot, Statement, Telling
from sayso.records import Claim, Event, Reading, Toll

_CHARGE = re.compile(r"\bof (\w+ing)\b(.*)", re.I | re.S)  # what somebody is accused of
_FAR_KM = 15.0  # beyond their radii, within one report: a town and its outskirts are one place
_DEEDS = frozenset({"ASSAULT", "COERCE", "PROTEST"})
_MINOR = 0.34  # of the weight of what a report is about: what is told with no more is touched on
_EARLY = 3  # claims in which a report that denies says so
_SEQUEL = 7  # days within which an arrest is told as what a deed led to
_LEAD = 3  # paragraphs, the title among them, in which a report says what it is about
_ROUND = 0.5  # share of a report's events below which its first occurrence is not what it is about


def tell(report: str, reading: Reading) -> tuple[Telling, ...]:
    """Return the occurrences that a report tells of, in order; none where it has neither event nor claim.

    What no claim speaks of is left out, unless no claim was found in the report at all.
    """
    sheet = Sheet(report, reading)
    drafts = _without_minor(_drafts(sheet), sheet)
    for claim in reading.claims:
        _draft_of(claim, drafts, sheet).claims.append(claim)
    main = _main(drafts, sheet)
    kept = [draft for draft in drafts if draft.claims] or [draft for draft in drafts if draft.events]
    told = [_telling(draft, sheet, whole=draft is main) for draft in kept]
    denial = denies(one for telling in told for one in telling.statements)
    return tuple(replace(telling, denial=denial) for telling in told)


@dataclass(slots=True, eq=False)
class _Draft:
    """An occurrence while its events and claims are gathered; `after` is what it led to: arrests, help, flight."""

    events: list[Event] = field(default_factory=list)
    after: list[Event] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)


def _drafts(sheet: Sheet) -> list[_Draft]:
    """Gather the events that may be one occurrence: each deed joins the latest draft that its time and place allow.

    What else is done (help, a march, a withdrawal) makes an occurrence only in a report without deeds.
    """
    events = [event for event in sorted(sheet.reading.events, key=lambda one: one.trigger) if event.type not in SPEECH]
    deeds = [event for event in events if _is_deed(event)] or events
    drafts: list[_Draft] = []
    for event in deeds:
        fitting = next((draft for draft in reversed(drafts) if _fits(event, draft, sheet)), None)
        if fitting is None:
            before = next((draft for draft in reversed(drafts) if _is_after(event, draft, sheet)), None)
            if before:
                before.after.append(event)
                continue
            fitting = _Draft()
            drafts.append(fitting)
        fitting.events.append(event)
    return drafts or [_Draft()]


def _without_minor(drafts: list[_Draft], sheet: Sheet) -> list[_Draft]:
    """Put what a report touches on, and counts nobody of, to what it is about: its setting may be misread."""
    main = _main(drafts, sheet)
    most = _MINOR * _weight(main, sheet)
    minor = [
        one for one in drafts if one is not main and 0 < _weight(one, sheet) <= most and not _stands(one, main, sheet)
    ]
    for one in minor:
        main.after += (*one.events, *one.after)
    return [one for one in drafts if one not in minor]


def _stands(draft: _Draft, main: _Draft, sheet: Sheet) -> bool:
    """Whether an occurrence is one of its own for all its brevity: it counts people, or is neither then nor there."""
    if any(event.tolls for event in draft.events):
        return True
    pairs = [(one, other) for one in draft.events for other in main.events]
    then = any(apart(a, b) > 0 for one, other in pairs for a in sheet.days(one) for b in sheet.days(other))
    return then and any(_elsewhere(a, b) for one, other in pairs for a in sheet.spots(one) for b in sheet.spots(other))


def _main(drafts: list[_Draft], sheet: Sheet) -> _Draft:
    return max(drafts, key=lambda draft: _weight(draft, sheet))


def _is_after(event: Event, draft: _Draft, sheet: Sheet) -> bool:
    """Whether a deed that kills nobody follows one within days, in no other place: it is told as its sequel."""
    if event.type != "COERCE" or any(toll.slot != "captured" for toll in event.tolls):
        return False
    known = [when for other in draft.events for when in sheet.days(other)]
    close = [0 < when.first - one.last <= _SEQUEL for when in sheet.days(event) for one in known]
    far = [_elsewhere(a, b) for a in sheet.spots(event) for other in draft.events for b in sheet.spots(other)]
    return any(close) and not any(far)


def _fits(event: Event, draft: _Draft, sheet: Sheet) -> bool:
    when, where = sheet.days(event), sheet.spots(event)
    for other in draft.events:
        if any(apart(a, b) > 0 for a in when for b in sheet.days(other)):
            return False
        if _is_deed(event) and any(_elsewhere(a, b) for a in where for b in sheet.spots(other)):
            return False
    return True


def _is_deed(event: Event) -> bool:
    """Whether an event is tied to one place: troops that move, and help, are told at all they come from and go to."""
    return not event.type or event.type in _DEEDS


def _elsewhere(one: Spot, other: Spot) -> bool:
    far = beyond(one, other)
    if far is not None:
        return far > _FAR_KM
    return bool(one.country and other.country and one.country != other.country)


def _draft_of(claim: Claim, drafts: list[_Draft], sheet: Sheet) -> _Draft:
    """Return what a claim speaks of: its own events, else what the report is about, else the event told before it."""
    for draft in drafts:
        if any(event.id in claim.events for event in (*draft.events, *draft.after)):
            return draft
    main = _main(drafts, sheet)
    every = sum(_weight(draft, sheet) for draft in drafts)
    if len(drafts) == 1 or (_weight(main, sheet) >= _ROUND * every and not _is_beside(claim, drafts, sheet)):
        return main
    start = claim.content[0].start
    told = [(event.trigger.start, number) for number, one in enumerate(drafts) for event in one.events]
    return drafts[max((pair for pair in told if pair[0] <= start), default=min(told))[1]]


def _is_beside(claim: Claim, drafts: list[_Draft], sheet: Sheet) -> bool:
    """Whether an event stands in the claim's paragraph."""
    paragraph = sheet.paragraph(claim.content[0].start)
    return any(sheet.paragraph(event.trigger.start) == paragraph for draft in drafts for event in draft.events)


def _weight(draft: _Draft, sheet: Sheet) -> int:
    """Return how much of a report is about an occurrence: its events, twice where they count people or stand first.

    What is long past, or dated by no more than a year, counts for nothing.
    """
    told = {when for event in draft.events for when in sheet.days(event)}
    published = sheet.published
    if published is not None and any(published - when.first > LONG_AGO for when in told):
        return 0
    return sum(1 + len(event.tolls) + 2 * (sheet.paragraph(event.trigger.start) < _LEAD) for event in draft.events)


def _telling(draft: _Draft, sheet: Sheet, *, whole: bool) -> Telling:
    events = draft.events
    when, where = _setting(draft, sheet)
    statements = tuple(_statement(claim, draft, sheet) for claim in draft.claims)
    all_stems = frozenset(stem for one in statements for stem in one.stems)
    trigger_stems = words.stems(" ".join(event.trigger.text for event in events))
    pieces = [(span.start, span.end) for claim in draft.claims for span in claim.content]
    named = [(0, len(sheet.reading.text.body))] if whole else pieces
    first = events[0].id if events else draft.claims[0].id
    return Telling(
        report=sheet.report,
        id=f"{sheet.report}:{first}",
        types=frozenset(event.type for event in events if event.type),
        days=tuple(sorted(when)) or sheet.mentioned_days(),
        dated=bool(when),
        spots=tuple(sorted(where, key=str)) or sheet.mentioned_spots(),
        placed=bool(where),
        mentioned=sheet.mentioned_days(),
        around=sheet.mentioned_spots(),
        published=sheet.published,
        doers=sheet.doers(events),
        names=sheet.named(named),
        means=words.concepts(all_stems, "means"),
        deeds=words.concepts(trigger_stems, "acts"),
        counts=frozenset(_count(toll) for event in events for toll in event.tolls),
        stems=all_stems | trigger_stems,
        affirms=any(event.polarity == "positive" for event in events),
        statements=statements,
    )


def _setting(draft: _Draft, sheet: Sheet) -> tuple[set[Days], set[Spot]]:
    """Return when and where it was, by what was done.

    Where a report denies early on, what it tells as done is not what it is about: then the days that it denies date it,
    and without any it is not dated.
    """
    done = [event for event in draft.events if event.polarity == "positive"]
    when = {one for event in done for one in sheet.days(event)}
    where = {one for event in done for one in sheet.spots(event)}
    early = sorted(draft.claims, key=lambda claim: claim.content[0].start)[:_EARLY]
    if any(claim.kind == "denial" for claim in early):
        denied = [piece for claim in draft.claims if claim.kind == "denial" for piece in claim.content]
        named = set(sheet.days_in(denied))
        when = named | when if named else set()
    return _exact(when), where


def _blamed(claim: Claim, inside: Sequence[Event], sheet: Sheet) -> Names:
    """Return who did it by a claim: who acts in an attack it sets in time or place, or whom it accuses.

    Where a claim of responsibility names nobody, it is the speaker.
    """
    if claim.kind == "denial" or claim.polarity == "negative":
        return NOBODY
    text = " ".join(span.text for span in claim.content)
    cue = " ".join(link.cue.text for link in claim.chain if link.cue)
    attacks = [event for event in inside if event.type == "ASSAULT" and (event.time or event.place or event.tolls)]
    who = [one for event in attacks for one in event.actors]
    if (charge := _CHARGE.search(text)) and not _is_violent(charge):
        return sheet.known(who)
    who += [one for event in sheet.accusations(claim) for one in event.recipients]
    found = sheet.known(who)
    if not found and (words.listed("blame", text) or words.listed("blame", cue)):
        found = sheet.known(sheet.parties(claim.content)) or people(text)
    if not found and claim.kind == "responsibility" and claim.chain[:1] and claim.chain[0].kind != "unnamed":
        found = sheet.known(sheet.speaker(claim.chain[0]))
    return found


def _is_violent(charge: re.Match[str]) -> bool:
    """Whether somebody is accused of the deed, and not of what came before or after: "of having shot", "of hiding"."""
    auxiliary = charge[1].casefold() in {"having", "being", "carrying"}
    return bool(words.concepts(words.stems(charge[2] if auxiliary else charge[1]), "acts") & VIOLENT)


def _exact(told: set[Days]) -> set[Days]:
    """Return the days that say when, where some do; a year beside them says nothing."""
    return {one for one in told if one.length <= EXACT} or told


def _count(toll: Toll) -> Count:
    return Count(toll.slot, toll.low, toll.high)


def _statement(claim: Claim, draft: _Draft, sheet: Sheet) -> Statement:
    inside = [event for event in sheet.reading.events if event.id in claim.events]
    tolls = [
        toll
        for event in sheet.reading.events
        for toll in event.tolls
        if any(piece.overlaps(toll.span) for piece in claim.content)
    ]
    text = " … ".join(span.text for span in claim.content)
    done = [event for event in inside if event.polarity == "positive" and event in draft.events]
    told = words.stems(" ".join(event.trigger.text for event in inside))
    return Statement(
        ref=Ref(sheet.report, claim.id),
        text=text,
        voice=sheet.voice(claim).casefold(),
        speaker=names.parts(sheet.voice(claim)),
        kind=claim.kind,
        polarity=claim.polarity,
        certainty=claim.certainty,
        stems=words.stems(text),
        names=sheet.named([(span.start, span.end) for span in claim.content]),
        where=sheet.named_places(claim.content),
        doers=sheet.doers(inside),
        blamed=_blamed(claim, inside, sheet),
        deeds=words.concepts(told, "acts"),
        counts=tuple(sorted({_count(toll) for toll in tolls}, key=str)),
        days=tuple(sorted({one for event in inside for one in sheet.days(event)})),
        spots=tuple(sorted({one for event in inside for one in sheet.spots(event)}, key=str)),
        main=bool(done) and any(event.time or event.place or event.tolls for event in done),
        withdrawn=sheet.withdrawn(claim),
        position=claim.content[0].start,
    )
