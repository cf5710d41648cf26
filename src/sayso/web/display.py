"""How strings from reports and dates appear on a page: nothing in them can act on the page around them."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from sayso.web.messages import Messages

# Embeddings, overrides and isolates can reorder what stands around them; C0 and C1 controls and lone surrogates cannot
# be written in HTML. The plain marks (LRM, RLM, ALM) stay: right-to-left text needs them and they reorder nothing.
_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_NAMES = {
    "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
    "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
}  # fmt: skip
_WRITABLE = re.compile("[\u202a-\u202e\u2066-\u2069]")
_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?)?(?P<mark>[~?%]?)")
_MOMENT = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)T(?P<time>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|\+00:00)")
_MARKS = {"~": "date.about", "?": "date.unsure", "%": "date.both"}


def shown(text: str) -> Markup:
    """Escape a string for HTML, with control characters shown by name and kept, hidden, where they stood."""
    return Markup("").join(_piece(piece) for piece in _split(text))


def shown_plain(text: str) -> str:
    """Return the string with control characters replaced by their names in brackets, for attributes and titles."""
    return _CONTROLS.sub(lambda hit: f"[{_name(hit[0])}]", text)


def _split(text: str) -> list[str]:
    return [piece for piece in re.split(f"({_CONTROLS.pattern})", text) if piece]


def _piece(piece: str) -> Markup:
    if not _CONTROLS.fullmatch(piece):
        return escape(piece)
    kept = piece if _WRITABLE.match(piece) else ""
    return Markup('<span class="control" data-name="{}"><span hidden>{}</span></span>').format(_name(piece), kept)


def _name(character: str) -> str:
    return _NAMES.get(character, f"U+{ord(character):04X}")


def date(edtf: str, messages: Messages) -> str:
    """Say an EDTF date in words; a form that has no plain words is returned as it is."""
    matches = [_DATE.fullmatch(half) for half in edtf.split("/")]
    days = [_day(match, messages) for match in matches if match]
    if len(days) != len(matches) or len(days) > 2:
        return edtf
    return days[0] if len(days) == 1 else messages("date.range", first=days[0], last=days[1])


def _day(match: re.Match[str], messages: Messages) -> str:
    months = messages("date.months").split("|")
    words = match["year"]
    if match["month"]:
        month = months[int(match["month"]) - 1]
        words = messages("date.month", month=month, year=words)
        if match["day"]:
            words = messages("date.day", day=int(match["day"]), month=month, year=match["year"])
    return messages(_MARKS[match["mark"]], date=words) if match["mark"] else words


def moment(at: str, messages: Messages) -> str:
    """Say when something was done: `2026-11-19T15:10:02Z` as its day and minute; another form as it is."""
    match = _MOMENT.fullmatch(at)
    return messages("date.moment", date=date(match["day"], messages), time=match["time"]) if match else at


def language(code: str, messages: Messages) -> str:
    """Return the name of a language, or its code where the catalogue has no name for it."""
    key = f"language.{code}"
    return messages(key) if messages.has(key) else code
