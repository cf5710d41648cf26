"""From matched kinds to meanings: absolute expressions. Nothing here knows a word of any language."""

from __future__ import annotations

from calendar import monthrange

from sayso.times import edtf as calendar
from sayso.times.cascade import Hit
from sayso.times.joined import OfYear, Range
from sayso.times.lexicon import CODE, Item
from sayso.times.meanings import Dated, DayOfMonth, Fixed, Meaning, NamedMonth, Numeric, Season
from sayso.times.relative import Frame, Weekday

_LEAP = 2024
_OLDEST, _MODERN = 1600, 1800  # a bare number below is no year: after "of" or "by"; after "the" (any after "in");
# beside a feast whose day moves it is one of that feast's own calendar
_LAST = 9999  # the last year that four digits write
_PIVOT = 69  # two-digit years: 69 is 1969, 68 is 2068, as POSIX has it
_MONTH, _YEAR = {CODE["month"], CODE["mabbr"]}, {CODE["year"]}
_FIXED = 10_000_000  # feasts above this are whole dates, YYYYMMDD


def _exists(month: int, day: int, year: int | None) -> bool:
    return 1 <= day <= monthrange(year or _LEAP, month)[1]


def _year(item: Item) -> int | None:
    return None if item.word.startswith("0") or item.value >= 2200 else item.value


def _make(month: int, day: int | None, year: int | None) -> Dated | None:
    if day is not None and not _exists(month, day, year):
        return None
    return Dated(month, day, year)


def dated(hit: Hit) -> Meaning | None:
    """Return day and month, with or without a year; not where a name, or what the number counts, follows."""
    years = hit.all("year")
    year = _year(years[0]) if years else None
    if hit.beside_is(1, "tail") or (years and (year is None or hit.beside_is(1, "counted"))):
        return None
    month, day = hit.one("month", "mabbr"), hit.one("num", "ordinal", "ordword")
    if not years and month.start < day.start and _counts(hit):
        return None
    return _make(month.value, day.value, year)


def _counts(hit: Hit) -> bool:
    """Whether the number after a month counts what follows: "in January 16 civilians"."""
    if hit.beside_is(1, "counted"):
        return not hit.beside_is(-1, "on")
    return hit.beside_is(-1, "in", "during") and hit.beside_is(1, "other")


def dated_with_next(hit: Hit) -> Meaning | None:
    """Read the first day of "January 16 and 17, 2024"."""
    year = next((_year(item) for item in hit.items[hit.end : hit.end + 5] if item.kind in _YEAR), None)
    return _make(hit.one("month", "mabbr").value, hit.one("num", "ordinal").value, year)


def of_year(hit: Hit) -> Meaning | None:
    """Read "3 March this year", "March last year", "the summer of last year"."""
    years = Frame("year", step(hit) or 0)
    if hit.has("season"):
        return OfYear(Season(hit.one("season").value), years)
    point = _make(hit.one("month", "mabbr").value, hit.value("num", "ordinal"), None)
    return None if point is None else OfYear(point, years)


def listed(hit: Hit) -> Meaning | None:
    """Return the first days of "3, 4 and 5 May": the month stands after the match."""
    for item in hit.items[hit.end : hit.end + 8]:
        if hit_month := (item.value if item.kind in _MONTH else 0):
            return _make(hit_month, hit.one("num", "ordinal").value, _next_year(hit, item))
    return None


def _next_year(hit: Hit, month: Item) -> int | None:
    after = [item for item in hit.items[hit.end : hit.end + 10] if item.start >= month.end][:2]
    return next((_year(item) for item in after if item.kind in _YEAR), None)


def tail_day(hit: Hit) -> Meaning | None:
    """Return the last day of "May 3 and 4": the month stands in the date before the match."""
    first = hit.beside(-2)
    if first is None or not isinstance(first.meaning, Dated) or hit.beside_is(1, "other", "counted", "name", "dash"):
        return None
    years = hit.all("year")
    return _make(first.meaning.month, hit.one("num", "ordinal").value, _year(years[0]) if years else first.meaning.year)


def days(hit: Hit) -> Meaning | None:
    """Return two days of one month as a range; "3 and 5 May" is one only after "between"."""
    if (hit.has("and") and not hit.has("between")) or hit.beside_is(1, "tail"):
        return None
    month = hit.one("month", "mabbr").value
    years = hit.all("year")
    year = _year(years[0]) if years else None
    first, last = [_make(month, item.value, year) for item in hit.all("num", "ordinal")[:2]]
    if first is None or last is None or (first.day or 0) >= (last.day or 0):
        return None
    return Range(first, last)


def pair_days(hit: Hit) -> Meaning | None:
    """Read "3/4 May": the night or the days between two dates."""
    low, high = [int(number) for number in hit.one("pair").word.split("/")]
    month = hit.one("month", "mabbr").value
    first, last = _make(month, low, hit.value("year")), _make(month, high, hit.value("year"))
    return Range(first, last) if first and last and low < high else None


def month(hit: Hit) -> Meaning | None:
    """Return a month, with its year where that is given."""
    years = hit.all("year")
    if hit.beside_is(1, "tail") or (years and (_year(years[0]) is None or hit.beside_is(1, "counted"))):
        return None
    return Dated(hit.one("month", "mabbr").value, None, _year(years[0]) if years else None)


def bare_month(hit: Hit) -> Meaning | None:
    """Return a month alone; after "of" or "by" a name that follows makes it a person's."""
    sure = hit.beside_is(-1, "in", "since", "until", "during", "early", "late", "mid", "earlier", "later", "this")
    return None if hit.beside_is(1, "name") and not sure else month(hit)


def step(hit: Hit) -> int | None:
    """Return -1 for "last", 1 for "next", 0 for "this"; None where none of them was matched."""
    if hit.has("last", "past"):
        return -1
    return 1 if hit.has("next", "coming") else 0 if hit.has("this") else None


def month_step(hit: Hit) -> Meaning | None:
    """Read "Last March", "this March", "next March"."""
    return None if hit.beside_is(1, "tail") else NamedMonth(hit.one("month").value, step(hit) or 0)


def year(hit: Hit) -> Meaning | None:
    """Return a bare year; not where it counts something, and not below 1600 unless a preposition of time leads it."""
    item = hit.one("year")
    number = _year(item)
    if number is None or hit.beside_is(1, "counted", "tail") or hit.beside_is(-1, "more", "approx"):
        return None
    sure, likely = hit.beside_is(-1, "in", "since", "until"), not hit.beside_is(-1, "the", "owner", "poss")
    if not sure and number < (_OLDEST if likely else _MODERN):
        return None
    return Fixed(calendar.year(number))


def years(hit: Hit) -> Meaning | None:
    """Read "2011-2013", "2011-13"; "2024-01" is a month, "2007-08" two years."""
    first = hit.one("year")
    last = hit.items[hit.end - 1]
    if _year(first) is None:
        return None
    digits = len(last.word)
    if digits == 4:
        return Range(Fixed(first.word), Fixed(last.word)) if first.value < last.value else None
    whole = first.value // 100 * 100 + last.value
    if digits != 2 or last.start != first.end + 1:
        return None
    if last.word[0] == "0" and whole != first.value + 1:
        return Dated(last.value, None, first.value)
    return Range(Fixed(first.word), Fixed(calendar.year(whole))) if whole > first.value else None


def decade(hit: Hit) -> Meaning | None:
    """Read "The 1990s": 1990/1999."""
    return Fixed("{0}0/{0}9".format(hit.one("decade").word[:3]))


def century(hit: Hit) -> Meaning | None:
    """Read "The 19th century": 1801/1900."""
    number = hit.one("ordinal", "ordword").value
    return Fixed(f"{number - 1:02d}01/{number:02d}00") if 1 < number < 23 else None


def era(hit: Hit) -> Meaning | None:
    """Return a year, or a month of one, before or of the common era (an era's value is -1 or 1)."""
    number = hit.one("num", "int", "year").value
    if number > _LAST:
        return None
    number = number if hit.one("era").value > 0 else 1 - number
    of = hit.value("month", "mabbr")
    return Fixed(calendar.year(number) if of is None else calendar.month(number, of))


def era_years(hit: Hit) -> Meaning | None:
    """Read "480-479 BC"."""
    first, last = [item.value for item in hit.all("num", "int", "year")]
    if hit.one("era").value > 0 or not _LAST >= first > last:
        return None
    return Fixed(f"{calendar.year(1 - first)}/{calendar.year(1 - last)}")


def iso(hit: Hit) -> Meaning | None:
    """Read "2024-01-16", with or without a time."""
    edtf = hit.one("iso").word[:10]
    return Fixed(edtf) if calendar.cover(edtf) else None


def slashed(hit: Hit) -> Meaning | None:
    """Read "16/01/2024", "16.1.24" or "2024/01/16"."""
    numbers = [int(part) for part in hit.one("slash").word.replace(".", "/").replace("-", "/").split("/")]
    if numbers[0] > 99:
        edtf = calendar.day(numbers[0], numbers[1], numbers[2]) if 1 <= numbers[1] <= 12 else None
        return Fixed(edtf) if edtf else None
    first, second, of_year = numbers
    if of_year < 100:
        of_year += 1900 if of_year >= _PIVOT else 2000
    months = [(m, d) for d, m in ((first, second), (second, first)) if 1 <= m <= 12]
    if not any(_exists(m, d, of_year) for m, d in months):
        return None
    return Numeric(first, second, of_year)


def season(hit: Hit) -> Meaning | None:
    """Return a season with its year, or with "last", "this", "next", or alone."""
    if not hit.has("year"):
        return None if hit.beside_is(1, "of") else Season(hit.one("season").value, None, step(hit))
    number = _year(hit.one("year"))
    return None if number is None else Season(hit.one("season").value, number)


def feast(hit: Hit) -> Meaning | None:
    """Return a named day: fixed in the calendar, or movable (then only its year is known, if that is given)."""
    if hit.beside_is(-1, "name") or hit.beside_is(1, "tail"):
        return None
    value = hit.one("feast").value
    years = hit.all("year")
    number = _year(years[0]) if years else None
    if value > _FIXED:
        return Fixed(calendar.day(value // 10000, value // 100 % 100, value % 100))
    if value == 0:
        return Fixed(calendar.year(number) if number and number >= _OLDEST else None)
    return Dated(value // 100, value % 100, number)


def day_of_month(hit: Hit) -> Meaning | None:
    """Read "The 16th", where no noun follows; "the 16th of last month"; "Tuesday the 16th"."""
    if not hit.has("months") and hit.beside_is(
        1, "other", "name", "counted", "tail", "dash", "of", "centuries", "days"
    ):
        return None
    months = (step(hit) or 0) if hit.has("months") and not hit.has("that", "same") else None
    weekday = hit.all("Wday")
    named = weekday[0].meaning.day if weekday and isinstance(weekday[0].meaning, Weekday) else None
    return DayOfMonth(hit.one("ordinal", "ordword").value, months, named)
