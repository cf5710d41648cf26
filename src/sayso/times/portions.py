"""From matched kinds to meanings: numbered parts of years and months, and the time of day in figures."""

from __future__ import annotations

from typing import get_args

from sayso.records import PartOfDay
from sayso.times import edtf as calendar
from sayso.times.cascade import Hit
from sayso.times.joined import Portion
from sayso.times.lexicon import CODE, Item
from sayso.times.meanings import Dated, Fixed, Meaning, Timed
from sayso.times.relative import Frame

PARTS: tuple[PartOfDay | None, ...] = (*get_args(PartOfDay), None)  # the last is noon, which is no part of the day
_HOURS = ((4, 4), (6, 0), (12, 1), (18, 2), (22, 3), (25, 4))  # before that hour: index into PARTS
_LATER = (PARTS.index("afternoon"), PARTS.index("evening"))


def portion(hit: Hit) -> Meaning | None:
    """Read "The first week of March", "the last three months of 2023", "the second half of the year"."""
    whole = _whole(hit)
    place = -1 if hit.has("last") else hit.one("ordword", "ordinal", "q").value
    if isinstance(whole, Dated):
        return _days_of(hit, whole, place)
    size = 6 if hit.has("half") else 3 if hit.has("quarters", "q") else 0
    number = hit.value("count", "num")
    if hit.has("months") and number and number < 13 and place in (1, -1):
        return Portion(whole, 1, number, "month") if place > 0 else Portion(whole, 13 - number, 12, "month")
    if size == 0:
        return whole
    place = 12 // size if place < 0 else place
    return Portion(whole, (place - 1) * size + 1, place * size, "month") if place * size <= 12 else None


def _whole(hit: Hit) -> Meaning:
    of = hit.value("month", "mabbr")
    if of is not None:
        return Dated(of, None, hit.value("year"))
    if hit.has("year"):
        return Fixed(calendar.year(hit.one("year").value))
    return Frame("year", -1 if hit.all("last") and hit.items[hit.end - 2].word == hit.all("last")[-1].word else 0)


def _days_of(hit: Hit, whole: Dated, place: int) -> Meaning | None:
    number = hit.value("count", "num") or 1
    if hit.has("half"):
        return Portion(whole, 1, 15, "day") if place == 1 else Portion(whole, 16, 0, "day") if place < 3 else None
    if hit.has("weeks"):
        if place < 0:
            return Portion(whole, -7 * number, 0, "day")
        return Portion(whole, 7 * place - 6, 7 * place, "day") if number == 1 and place < 5 else None
    return whole


def clock(hit: Hit) -> Meaning | None:
    """Return a time of day in figures; the first one where a range is given."""
    figures = hit.one("clock", "num", "year", "int", "decimal", "count")
    hour = _hour(figures)
    if hour is None or not (_marked(hit, figures) or _timely(hit, figures)):
        return None
    if hit.has("ampm"):
        hour = None if hour > 12 else hour % 12 + (12 if hit.one("ampm").word[0] == "p" else 0)
    elif hit.has("oclock"):
        return Timed(None)
    return None if hour is None else Timed(_part_at(hour))


def _marked(hit: Hit, figures: Item) -> bool:
    """Whether the words themselves say that it is a time of day; "for 1500 hours" is none."""
    if hit.has("hours"):
        return len(figures.word) > 3 and not hit.beside_is(-1, "for", "of", "the", "a")
    return hit.has("ampm", "zone", "local", "oclock")


def _timely(hit: Hit, figures: Item) -> bool:
    """Whether it stands where a time of day does: after "at", or as the head of an entry of a log."""
    head = hit.beside(-1) is None or hit.beside_is(-1, "stop", "mark", "open", "close", "comma")
    if figures.kind == CODE["decimal"]:
        entry = (
            hit.beside(-1) is None and hit.beside(1) is not None and not hit.beside_is(1, "other", "counted", "stop")
        )
        return hit.beside_is(-1, "at") or (entry and len(figures.word) == 5)
    if hit.beside_is(1, "mark") and figures.kind != CODE["clock"]:
        return head and figures.word.startswith("0")
    if figures.kind == CODE["clock"] and (head or hit.beside_is(-1, "of")):
        return len(figures.word) > 4
    return hit.beside_is(-1, "at", "by", "approx", "from", "before", "after", "between", "until", "and", "to", "since")


def _part_at(hour: int) -> PartOfDay | None:
    return next(PARTS[index] for before, index in _HOURS if hour % 24 < before)


def _hour(figures: Item) -> int | None:
    """Return the hour, 0 to 24, of "3", "three", "3:30", "3.30", "15h30" or "1530"; None where there is none."""
    if figures.kind == CODE["count"]:
        return figures.value if figures.value <= 12 else None
    hour, _, rest = figures.word.replace(".", ":").replace("h", ":").partition(":")
    if not rest and len(hour) == 4:
        hour, rest = hour[:2], hour[2:]
    minute = int(rest.partition(":")[0] or 0)
    return int(hour) if int(hour) <= 24 and minute < 60 else None


def hour_of(hit: Hit) -> Meaning | None:
    """Read "about three in the morning", "ten to five in the afternoon", "nine at night"."""
    hour, spoken = _hour(hit.all("count", "num", "clock", "decimal")[-1]), hit.one("part").value
    if hour is None or not 0 < hour <= 12:
        return None
    later = spoken in _LATER or (PARTS[spoken] == "night" and hour > 5)
    return Timed(_part_at(hour % 12 + (12 if later else 0)))


def hour(hit: Hit) -> Meaning | None:
    """Read "half past one", "ten to six", "at nine": which half of the day is meant nobody says; "ten to midnight"."""
    spoken = hit.all("count", "num", "part")
    if spoken[-1].kind == CODE["part"]:
        return Timed(PARTS[spoken[-1].value])
    minutes = sum(item.value for item in spoken[:-1])
    told = hit.has("hours", "half", "quarters") or minutes % 5 == 0
    return Timed(None) if told and 0 < spoken[-1].value <= 12 else None
