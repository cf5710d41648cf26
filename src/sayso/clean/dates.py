"""When the report was published: every date that could say so, where it was found, and which is believed and why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sayso.records import DateCandidate

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATES = tuple(
    re.compile(expression, re.IGNORECASE)
    for expression in (
        r"\b(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\sof)?\s{_MONTH},?\s(?P<year>(?:19|20)\d\d)\b",
        rf"\b{_MONTH}\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>(?:19|20)\d\d)\b",
        r"\b(?P<day>\d{1,2})\.(?P<number>\d{1,2})\.(?P<year>(?:19|20)\d\d)\b",
        r"\b(?P<day>1[3-9]|2\d|3[01])/(?P<number>\d{1,2})/(?P<year>(?:19|20)\d\d)\b",
        r"\b(?P<number>0?\d|1[0-2])/(?P<day>1[3-9]|2\d|3[01])/(?P<year>(?:19|20)\d\d)\b",
    )
)
_LABEL = re.compile(
    r"\b(?:published|posted|created|issued|released|date[d:]?|first published|uploaded|publication)\b", re.IGNORECASE
)
_CHANGED = re.compile(r"\b(?:updated?|modified|revised|edited|corrected)\b", re.IGNORECASE)
_AROUND = re.compile(
    r"\b(?:published|posted|updated|last|modified|first|created|issued|released|dated?|on|at|by|the|of)\b"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\d{1,2}[:.h]\d\d(?::\d\d)?"
    r"|\b[ap]\.?m\b\.?|\b(?:gmt|utc|[a-z]{2,4}t|local time)\b(?:\s?[+-]\d+)?|[\W_]+",
    re.IGNORECASE,
)
_STAMP = re.compile(r"^(\d{4}-\d\d-\d\d)[T ](\d\d:?\d\d(?::?\d\d)?(?:\.\d+)?)\s?(Z|[+-]\d\d:?\d\d)?$")
_URL = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/\-_.?#]|$)")
_EDTF_DAY = re.compile(r"^\d{4}(?:-\d\d(?:-\d\d)?)?[~?%]?(?:/.*)?$")
_HALF_HOURS = {
    "+03:30": "Asia/Tehran", "+04:30": "Asia/Kabul", "+05:30": "Asia/Kolkata", "+05:45": "Asia/Kathmandu",
    "+06:30": "Asia/Yangon", "+09:30": "Australia/Darwin", "-03:30": "America/St_Johns",
}  # fmt: skip

GIVEN = "the flag or sidecar given with the report"
TOP, BOTTOM = "the top of the text", "the bottom of the text"
DATELINE = "the dateline of the text"
_WHY = {
    GIVEN: "What the user says outranks what the report says of itself.",
    TOP: "The report's own text gives it above the first paragraph.",
    BOTTOM: "The report's own text gives it below the last paragraph.",
    DATELINE: "The report's own dateline gives it.",
}
_NEVER = {
    "changed": "It says when the report was changed, not when it was published.",
    "file": "It says when the file was made, which may be long after the report was published.",
}


def day(year: str, month: str, number: str) -> str | None:
    """Return the day as EDTF, or None where the calendar has no such day."""
    try:
        return date(int(year), int(month), int(number)).isoformat()
    except ValueError:
        return None


def dates_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each full date in the text as EDTF with its range; a date that could be read two ways is left out."""
    for expression in _DATES:
        for hit in expression.finditer(text):
            named = hit.groupdict()
            month = named.get("number") or str(_MONTHS.index(named["month"][:3].lower()) + 1)
            value = day(named["year"], month, named["day"])
            if value:
                yield value, hit.start(), hit.end()


def is_date_line(text: str) -> bool:
    """Whether the line holds a date and next to nothing else."""
    found = sorted(dates_in(text), key=lambda item: item[1])
    if not found or len(text) > 120:
        return False
    rest = text
    for _, start, end in sorted(found, key=lambda item: -item[1]):
        rest = rest[:start] + " " + rest[end:]
    left = _AROUND.sub(" ", rest).split()
    return len(left) <= 4 and all(word[0].isupper() for word in left)  # a place or two may stand beside it


def from_stamp(stamp: str, zone: str | None) -> tuple[str, str | None] | None:
    """Return the day of a time stamp, and the zone that its offset stands for.

    The day is the one written, in the outlet's own zone; only where the user names the zone is an offset converted to
    it. A stamp in UTC names no zone: sites store UTC wherever they are.
    """
    stamp = stamp.strip()
    hit = _STAMP.match(stamp)
    if not hit:
        first = next(dates_in(stamp), None) if len(stamp) <= 60 else None
        return (first[0], None) if first else None
    if zone and hit[3]:
        return _in_zone(stamp, zone) or hit[1], None
    return (hit[1], zone_of(hit[3])) if day(*hit[1].split("-")) else None


def _in_zone(stamp: str, zone: str) -> str | None:
    try:
        return datetime.fromisoformat(stamp.replace("Z", "+00:00")).astimezone(ZoneInfo(zone)).date().isoformat()
    except (ValueError, OverflowError, ZoneInfoNotFoundError):
        return None


def zone_of(offset: str | None) -> str | None:
    """Return an IANA zone for "+03:00"; None for UTC, for no offset, and for one that no zone has."""
    if not offset or offset == "Z":
        return None
    sign, hours, minutes = offset[0], int(offset[1:3]), offset[-2:]
    if minutes != "00":
        return _HALF_HOURS.get(f"{sign}{hours:02}:{minutes}")
    if hours == 0 or hours > 14:
        return None
    return f"Etc/GMT{'-' if sign == '+' else '+'}{hours}"  # POSIX counts westwards


def from_url(url: str | None) -> DateCandidate | None:
    """Return the day that stands in an address such as /2024/01/16/."""
    hit = _URL.search(url or "")
    value = day(*hit.groups()) if hit else None
    return DateCandidate(value, "the address of the page") if value else None


def in_text(top: Sequence[str], lead: str | None, bottom: Sequence[str]) -> tuple[DateCandidate, ...]:
    """Return the dates that the text gives for itself: in lines at its top, in its dateline, in lines at its bottom."""
    found = [*_in_lines(top, TOP), *_in_dateline(lead or ""), *_in_lines(bottom, BOTTOM)]
    return tuple(dict.fromkeys(found))


def _in_lines(lines: Sequence[str], where: str) -> Iterator[DateCandidate]:
    for line in lines:
        if len(line) > 200 or not any(character.isdigit() for character in line):
            continue
        alone = is_date_line(line)
        for value, start, _ in sorted(dates_in(line), key=lambda item: item[1]):
            before = line[max(0, start - 40) : start]
            if _CHANGED.search(before) and not _LABEL.search(before):
                yield DateCandidate(value, f"a note of change at {where}", because=_NEVER["changed"])
            elif alone or _LABEL.search(before) or where == TOP:
                yield DateCandidate(value, where)


def _in_dateline(lead: str) -> Iterator[DateCandidate]:
    first = min(dates_in(lead[:100]), key=lambda item: item[1], default=None)
    if first and first[1] <= 50 and re.match(r"[^\n.]{0,30}?\s?[-—–:]\s|\s?\([^)]{2,30}\)\s?[-—–:]", lead[first[2] :]):
        yield DateCandidate(first[0], DATELINE)


def given(published: str) -> DateCandidate:
    """Return the date that the user gave; a time of day is left away."""
    stamp = _STAMP.match(published.strip())
    value = stamp[1] if stamp else published.strip()
    if not _EDTF_DAY.match(value):
        value = next((found for found, _, _ in dates_in(value)), value)
    return DateCandidate(value, GIVEN)


def choose(candidates: Sequence[DateCandidate], today: date | None = None) -> tuple[DateCandidate, ...]:
    """Mark the first candidate that can be believed, and say of each why it was or was not chosen.

    A date that comes with a reason (of change, of the file) is never chosen, nor one that lies in the future.
    """
    latest = (today or datetime.now(UTC).date()) + timedelta(days=2)
    told: list[DateCandidate] = []
    chosen: str | None = None
    for item in dict.fromkeys(candidates):
        if item.because:
            told.append(item)
        elif item.found_in != GIVEN and item.edtf[:10] > latest.isoformat():
            told.append(replace(item, because="It lies in the future."))
        elif chosen is None:
            chosen = item.edtf
            told.append(replace(item, chosen=True, because=_WHY.get(item.found_in, "It is the best statement found.")))
        else:
            agrees = "It says the same as" if item.edtf == chosen else "It is weaker than"
            told.append(replace(item, because=f"{agrees} the one chosen."))
    return tuple(told)


def changed(edtf: str, where: str) -> DateCandidate:
    """Return a candidate that says when the report was changed."""
    return DateCandidate(edtf, where, because=_NEVER["changed"])


def of_file(edtf: str, where: str) -> DateCandidate:
    """Return a candidate that says when the file was made."""
    return DateCandidate(edtf, where, because=_NEVER["file"])
