"""What a time expression is read against: the publication date, the times stated before it, and the tense."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sayso.records import PartOfDay, Text
from sayso.times import edtf as calendar

Order = Literal["dmy", "mdy"]
Tense = Literal["past", "future", "none"]
Unit = Literal["hour", "day", "week", "weekend", "month", "year", "decade", "century"]
Origin = Literal["published", "text", "either"]

_FEW_DAYS = 4
_FINENESS: dict[str, int] = {"hour": 3, "day": 3, "week": 3, "weekend": 3, "month": 2}


@dataclass(frozen=True, slots=True)
class Anchor:
    """A known time to count from; `label` is how `Time.anchor` calls it."""

    edtf: str
    label: str
    first: date
    last: date
    part: PartOfDay | None = None

    @property
    def fineness(self) -> int:
        """3 where the ends are days, 2 for months, 1 for anything coarser."""
        sizes = {len(end.rstrip("?~%").replace("-XX", "")) for end in self.edtf.split("/")}
        if sizes == {7} and int(self.edtf[5:7]) > 12:
            return 1
        return {10: 3, 7: 2}.get(min(sizes), 1)

    @property
    def whole_year(self) -> bool:
        """Whether it is one calendar year."""
        return (self.first.month, self.last.month, self.first.year) == (1, 12, self.last.year)

    def short(self, fineness: int) -> bool:
        """Whether its ends are near enough to count days from: a few days, not a week."""
        return fineness < 3 or (self.last - self.first).days <= _FEW_DAYS

    @property
    def day(self) -> date | None:
        """The day, where the anchor is one."""
        return self.first if self.first == self.last else None


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression comes to; `edtf` is None where it cannot be known."""

    edtf: str | None = None
    part: PartOfDay | None = None
    anchor: str | None = None


UNKNOWN = Value()


@dataclass(frozen=True, slots=True)
class Stated:
    """A time resolved earlier in the text; `absolute` where it needed no publication date."""

    anchor: Anchor
    block: int
    sentence: int
    absolute: bool
    told: bool  # a date of the calendar in words, such as a narrative goes on from
    said: bool = False  # the day of a statement, not of what it tells of


@dataclass(frozen=True, slots=True)
class Scene:
    """One expression's surroundings. `order` is how the text writes numeric dates, where that is known."""

    published: Anchor | None
    before: Sequence[Stated] = ()
    mates: Sequence[Stated] = ()
    block: int = 0
    tense: Tense = "none"
    order: Order | None = None

    def origin(self, kind: Origin, unit: str) -> Anchor | None:
        """Return the anchor of that kind ("either": published, else the text's) if one can count `unit` from it."""
        need = _FINENESS.get(unit, 1)
        if kind != "text" and self.published is not None:
            return self.published if self.published.fineness >= need else None
        if kind == "published":
            return None
        recent = (past.anchor for past in reversed(self.before) if self._near(past))
        return next((anchor for anchor in recent if anchor.fineness >= need and anchor.short(need)), None)

    def _near(self, past: Stated) -> bool:
        """Whether something may be counted from it: of the paragraph or the one before, in a dated report of any."""
        return past.block >= self.block - 1 or (self.published is not None and not past.said)

    def day(self, part: PartOfDay | None = None) -> Anchor | None:
        """Return the day that a time of day without one belongs to; None where nothing tells it.

        It is one of the same sentence, else the last one told of, a day with that part before others, and the day of a
        statement only where there is none; else that of publication.
        """
        days = [past for past in (*reversed(self.before), *self.mates) if self._gone(past)]
        ranked = sorted(days, key=lambda past: self._rank(past, part))
        if ranked:
            return ranked[0].anchor
        published = self.published
        return published if published is not None and published.day is not None else None

    def _gone(self, past: Stated) -> bool:
        """Whether it is a day, and one gone by; of the same sentence any day, and where that looks ahead only such."""
        if past.anchor.day is None or (self.tense == "future" and past not in self.mates):
            return False
        return past in self.mates or self.published is None or past.anchor.first <= self.published.last

    def _rank(self, past: Stated, part: PartOfDay | None) -> tuple[bool, ...]:
        mate, block = past in self.mates, past.block == self.block
        return past.said, part is not None and past.anchor.part != part, not mate, not block

    def narrative(self) -> Anchor | None:
        """Return the last absolute date of a passage that tells of the past, where one is being told."""
        for past in reversed(self.before):
            if self.published is not None and not (past.block == self.block and past.absolute and past.told):
                return None
            if past.absolute and (past.anchor.fineness > 1 or past.anchor.last.year - past.anchor.first.year < 2):
                return past.anchor
        return None


def anchor_of(edtf: str, label: str, part: PartOfDay | None = None) -> Anchor | None:
    """Return an anchor at an EDTF value, or None where nothing can be counted from it (open, BC, malformed)."""
    ends = calendar.cover(edtf)
    return None if ends is None else Anchor(edtf, label, ends[0], ends[1], part)


def publication(text: Text) -> Anchor | None:
    """Return the publication date in the outlet's time zone; None where it is not known or not a closed EDTF value."""
    if text.published is None:
        return None
    edtf = _local_day(text.published, text.timezone) if "T" in text.published else text.published
    return anchor_of(edtf, f"published {edtf}")


def _local_day(moment: str, timezone: str | None) -> str:
    try:
        at = datetime.fromisoformat(moment)
        if at.tzinfo is not None and timezone is not None:
            at = at.astimezone(ZoneInfo(timezone))
    except (ValueError, OverflowError, OSError, ZoneInfoNotFoundError):
        return moment.partition("T")[0]
    return at.date().isoformat()
