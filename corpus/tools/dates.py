"""Dates in EDTF and the calendar: whether a value is valid, and whether a weekday named is the weekday it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_POINT = re.compile(
    r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?)?)?[~?%]?",
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FULL = re.compile(
    rf"\b({'|'.join(WEEKDAYS)}),? (?:the )?(?:(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({'|'.join(MONTHS)})"
    rf"|({'|'.join(MONTHS)}) (\d{{1,2}})(?:st|nd|rd|th)?)(?:,? (\d{{4}}))?\b",
    re.IGNORECASE,
)


def point(value: str) -> date | None:
    """Return the first day of a single EDTF date or time; None if it is not valid."""
    match = _POINT.fullmatch(value)
    if not match:
        return None
    year, month, day, hour, minute = (int(group) if group else None for group in match.groups())
    if hour is not None and (hour > 23 or (minute or 0) > 59):
        return None
    try:
        return date(year or 0, month or 1, day or 1)
    except ValueError:
        return None


def valid(value: object) -> bool:
    """Whether a value is an EDTF date, time or interval that does not run backwards; `..` is an open end."""
    ends = value.split("/") if isinstance(value, str) else []
    days = [point(end) for end in ends if end != ".."]
    known = [day for day in days if day]
    return 0 < len(ends) < 3 and len(known) == len(days) > 0 and known == sorted(known)


def days(value: str) -> list[date]:
    """Return the days that a valid EDTF value names; none for a month, an open end or more than two weeks."""
    ends = value.split("/")
    if not all(_DAY.match(end) for end in ends):
        return []
    first, last = point(ends[0]), point(ends[-1])
    if first is None or last is None or last - first > timedelta(days=14):
        return []
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def at_odds(quote: str, value: str) -> Iterator[str]:
    """Tell what an expression of time names that its EDTF value is not: a weekday, a month, a day."""
    named = days(value)
    words = re.findall(r"[a-z]+|\d+", quote.lower())
    for name in WEEKDAYS:
        if name in words and WEEKDAYS.index(name) not in {day.weekday() for day in named}:
            shown = "/".join(WEEKDAYS[day.weekday()] for day in named[:2]) or "no single day"
            yield f"{quote!r} is {value} ({shown})"
    for before, word, after in zip(["", *words], words, [*words[1:], ""], strict=False):
        if word not in MONTHS or (word == "may" and not (before + after).isdigit()):
            continue
        month, number = MONTHS.index(word) + 1, before if before.isdigit() else after
        numbered = number.isdigit() and len(number) < 3
        if value[5:7] and month not in {int(found) for found in re.findall(r"\d{4}-(\d{2})", value)}:
            yield f"{quote!r} is {value} (another month)"
        elif named and numbered and (month, int(number)) not in {(day.month, day.day) for day in named}:
            yield f"{quote!r} is {value} (another day)"


def far_off(quote: str, value: str, published: str) -> Iterator[str]:
    """Tell whether a bare weekday lies more than a week from publication, two with "last" or "next"."""
    words = set(re.findall(r"[a-z]+|\d+", quote.lower()))
    day, today = point(value.split("/", 1)[0]), point(published)
    if not words & set(WEEKDAYS) or words & {*MONTHS, "week"} or day is None or today is None:
        return
    distance = (day - today).days
    if abs(distance) > (13 if words & {"last", "next"} else 7):
        yield f"{quote!r} is {value}, {distance:+} days from publication (an `anchor` says from when it is reckoned)"


def misdated(text: str, published: date) -> Iterator[str]:
    """Every full date in a text whose weekday is wrong; without a year, the one nearest to `published` is meant."""
    for match in _FULL.finditer(text):
        weekday, day, month, month_first, day_after, year = match.groups()
        number, name = int(day or day_after), (month or month_first).lower()
        dates = [
            _date(y, name, number) for y in ([int(year)] if year else range(published.year - 1, published.year + 2))
        ]
        meant = min((d for d in dates if d), key=lambda d: abs(d - published), default=None)
        if meant is None or meant.weekday() != WEEKDAYS.index(weekday.lower()):
            yield f"{match[0]!r} is {f'a {WEEKDAYS[meant.weekday()]}' if meant else 'no date'}"


def _date(year: int, month: str, day: int) -> date | None:
    try:
        return date(year, MONTHS.index(month) + 1, day)
    except ValueError:
        return None
