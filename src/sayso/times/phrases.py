"""From matched kinds to meanings: relative and composed expressions. Nothing here knows a word of any language."""

from __future__ import annotations

from sayso.records import PartOfDay
from sayso.times.build import step
from sayso.times.cascade import Build, Hit
from sayso.times.joined import About, Moved, Opened, Overnight, Range
from sayso.times.lexicon import Item
from sayso.times.meanings import Dated, Fixed, Meaning, Timed
from sayso.times.portions import PARTS
from sayso.times.relative import Deadline, Frame, SameDay, Shift, Streak, Weekday, Weekend, Window
from sayso.times.scene import Origin, Unit

UNITS: dict[str, Unit] = {
    "hours": "hour", "days": "day", "weeks": "week", "months": "month", "years": "year",
    "decades": "decade", "centuries": "century", "weekend": "weekend",
}  # fmt: skip


_WITHIN = 2  # the value of a preposition that sets a deadline
_HALF_A_DAY = 12  # hours; a shorter deadline ends on the day on which it is set


def _unit(hit: Hit) -> tuple[Unit, Item]:
    return next((unit, found[0]) for kind, unit in UNITS.items() if (found := hit.all(kind)))


def _part(hit: Hit) -> PartOfDay | None:
    return PARTS[hit.one("part").value]


def _count(hit: Hit) -> int | None:
    """Return the number of units, a fortnight being two weeks; None where the words are vague or name none."""
    numbers = [item.value for item in hit.all("count", "num", "int", "year")]
    if not numbers:
        numbers = [1] if hit.has("a") and not hit.has("vague") else []
    if not numbers or sum(numbers) > 99_999:
        return None
    return sum(numbers) * (1 if hit.has("part") else _unit(hit)[1].value)


def shift(sign: int, origin: Origin) -> Build:
    """Read "Two days ago" (-1, published), "a week later" (1, text), "two nights ago"."""

    def build(hit: Hit) -> Meaning | None:
        count = _count(hit)
        signed = None if count is None else sign * count
        if hit.has("part"):
            return Timed(_part(hit), Shift(signed, "day", origin))
        unit = _unit(hit)[0]
        if unit == "hour" and signed is None:
            signed = sign
        return None if unit in ("century", "weekend") else Shift(signed, unit, origin)

    return build


def day(count: int, origin: Origin = "published", part: PartOfDay | None = None) -> Build:
    """Read "Yesterday" (-1), "today" (0), "that day" (0, text)."""
    meaning = Shift(count, "day", origin)
    return lambda _: meaning if part is None else Timed(part, meaning)


def part_of(count: int, origin: Origin = "published") -> Build:
    """Read "Last night" (-1), "this morning" (0), "that evening" (0, text)."""

    def build(hit: Hit) -> Meaning | None:
        if hit.has("last", "past") and _part(hit) not in ("evening", "night"):
            return None
        return (
            SameDay(_part(hit)) if count == 0 and origin == "text" else Timed(_part(hit), Shift(count, "day", origin))
        )

    return build


def weekday(hit: Hit) -> Meaning | None:
    """Return a weekday, alone or with "last", "next", "this", "the previous", "the following", or a week."""
    if hit.beside_is(1, "tail") or hit.beside_is(-1, "every"):
        return None
    named = hit.one("weekday").value
    if hit.has("weeks"):
        return Weekday(named, "plain", step(hit) or 0)
    for which in ("last", "next", "previous", "following"):
        if hit.has(which):
            return Weekday(named, which)
    if hit.has("before"):
        return Weekday(named, "previous")
    if hit.has("past"):
        return Weekday(named, "last")
    return Weekday(named, "next" if hit.has("coming") else "this" if hit.has("this") else "plain")


def frame(count: int | None, origin: Origin = "published") -> Build:
    """Read "Last week", "this month", "the following year"; count None takes it from the words."""

    def build(hit: Hit) -> Meaning | None:
        unit, item = _unit(hit)
        steps = count if count is not None else step(hit)
        if unit == "hour" or item.value != 1 or steps is None:
            return None
        if unit == "day":
            return None if origin == "published" else Shift(steps, "day", "text") if steps else SameDay()
        if unit == "weekend" and steps == 0 and origin == "published":
            return Weekend(this=hit.has("this"))
        return Frame(unit, steps, origin)

    return build


def deadline(hit: Hit) -> Meaning | None:
    """Read "(within) 48 hours"; not "within an hour of the attack", nor where the words are vague."""
    before, count = hit.beside(-1), _count(hit)
    if before is None or before.value != _WITHIN or count is None or hit.beside_is(1, "of", "after", "before"):
        return None
    unit = _unit(hit)[0]
    return None if unit == "hour" and count < _HALF_A_DAY else Deadline(count, unit)


def opened(hit: Hit) -> Meaning | None:
    """Read "(since) the beginning of the year"; not "since the end of the year"."""
    return Opened(Frame(_unit(hit)[0], 0)) if hit.one("edge").value else None


def window(sign: int) -> Build:
    """Read "The past three days" (-1), "the next 48 hours" (1); a plural with no number is vague."""

    def build(hit: Hit) -> Meaning | None:
        if hit.has("weekend", "centuries") or hit.beside_is(1, "of", "month", "mabbr"):
            return None
        unit, item = _unit(hit)
        count = _count(hit)
        plural = hit.has("vague") or item.word.endswith("s")
        if count is None and not plural:
            count = item.value
        return Window(None if count is None else sign * count, unit)

    return build


def streak(hit: Hit) -> Meaning | None:
    """Read "For the third day"."""
    return Streak(hit.one("ordword", "ordinal").value)


def unknown(_: Hit) -> Meaning | None:
    """Return a time that no calendar fixes ("in recent days")."""
    return Fixed(None)


def overnight(hit: Hit) -> Meaning | None:
    """Read "Overnight", not as an adjective of a noun with "a"."""
    return None if hit.beside_is(-1, "a") else Overnight()


def overnight_on(hit: Hit) -> Meaning | None:
    """Read "Overnight on Tuesday": the night that belongs to that day."""
    return Timed("night", hit.meanings()[-1])


def overnight_into(hit: Hit) -> Meaning | None:
    """Read "Overnight into Wednesday"."""
    return Overnight(hit.meanings()[-1])


def overnight_range(hit: Hit) -> Meaning | None:
    """Read "Overnight from Monday to Tuesday"."""
    first, last = hit.meanings()[-2:]
    return Range(first, last, "night")


def part(hit: Hit) -> Meaning | None:
    """Return a part of the day in words; "the early hours" are night."""
    return Timed(_part(hit) if hit.has("part") else "night")


def parts(hit: Hit) -> Meaning | None:
    """Read "from dawn until dusk": as far as one part of the day can say it, the first."""
    return hit.meanings()[0]


def with_part(hit: Hit) -> Meaning | None:
    """Return a day with a part of it, in either order; a part that the day has already stays with it."""
    first, second = hit.meanings()
    clock, point = (first, second) if isinstance(first, Timed) and first.point is None else (second, first)
    if not isinstance(clock, Timed):
        return None
    if isinstance(point, Timed):
        return Timed(point.part or clock.part, point.point)
    return Timed(clock.part, point)


def with_parts(hit: Hit) -> Meaning | None:
    """Read "half past nine on Monday evening": the hour says the part of the day, else the word does."""
    clock, point, spoken = hit.meanings()
    if not isinstance(clock, Timed) or not isinstance(spoken, Timed) or isinstance(point, Timed):
        return None
    return Timed(clock.part or spoken.part, point) if clock.point is None else None


def edged(hit: Hit) -> Meaning | None:
    """Read "Early on Tuesday", "late Monday": part of the day; "early March", "later today": the time itself."""
    point = hit.meanings()[0]
    if hit.has("Frame") or not hit.has("early", "late") or isinstance(point, (Timed, Frame)):
        return point
    return Timed("morning" if hit.has("early") else "night", point)


def weekday_date(hit: Hit) -> Meaning | None:
    """Read "Tuesday, 16 January"."""
    name, date = sorted(hit.meanings(), key=lambda meaning: isinstance(meaning, Dated))
    if not isinstance(date, Dated) or date.day is None or not isinstance(name, Weekday):
        return None
    return Dated(date.month, date.day, date.year, name.day)


def abbreviated_date(hit: Hit) -> Meaning | None:
    """Read "Sat 16 January": the abbreviation counts only beside a date."""
    date = hit.meanings()[0]
    if not isinstance(date, Dated) or date.day is None:
        return None
    return Dated(date.month, date.day, date.year, hit.one("wabbr").value)


def moved(hit: Hit) -> Meaning | None:
    """Read "Two days after 16 January"."""
    count = _count(hit) if hit.has("count", "num", "int", "a", "vague", "year") else 1
    unit = _unit(hit)[0]
    if count is None or unit not in ("day", "week", "month", "year"):
        return None
    return Moved(hit.meanings()[0], -count if hit.has("before") else count, unit)


def ranged(hit: Hit) -> Meaning | None:
    """Return two points of a kind joined; "and" joins them only after "between", a dash only where it touches both."""
    if hit.has("and") != hit.has("between"):
        return None
    first, last = hit.meanings()
    if isinstance(first, Range) or isinstance(last, Range):
        return None
    part = first.part if isinstance(first, Timed) else last.part if isinstance(last, Timed) else None
    if isinstance(first, Timed) and first.point is not None:
        first = first.point
    if isinstance(last, Timed) and last.point is not None:
        last = last.point
    return Range(first, last, part)


def of_range(hit: Hit) -> Meaning | None:
    """Read "The night of 3-4 May": a part of the day before a range."""
    clock, span = hit.meanings()
    if not isinstance(clock, Timed) or not isinstance(span, Range) or clock.point is not None:
        return None
    return Range(span.first, span.last, clock.part)


def since_then(_: Hit) -> Meaning | None:
    """Read "Since then": the time last spoken of."""
    return Shift(0, "day", "text")


def about(hit: Hit) -> Meaning | None:
    """Read "Around 16 January", "more than a year ago"; not "around noon on Monday", which is still Monday."""
    point = hit.meanings()[0]
    return None if isinstance(point, Timed) or hit.beside_is(1, "poss") else About(point)


def bare_part(hit: Hit) -> Meaning | None:
    """Return a time of day by itself: in figures, or in words that a preposition makes a point in time."""
    clock = hit.meanings()[0]
    word = hit.one("Part").word
    if not isinstance(clock, Timed) or clock.point is not None:
        return None
    if clock.part is None and " " not in word and hit.beside_is(-1, "before", "after"):
        return Timed("morning" if hit.beside_is(-1, "before") else "afternoon")
    if any(figure.isdigit() for figure in word) or (hit.beside_is(-1, "of") and hit.beside_is(-2, "as")):
        return clock
    leads = ("at", "by", "before", "after", "approx", "since", "until", "from")
    if hit.beside_is(-1, *leads):
        return clock if clock.part != "night" or " " in word or len(word) > 6 else None
    return clock if hit.beside_is(-1, "in", "during") and " " in word else None
