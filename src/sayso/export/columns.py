"""The three tables that every flat format is cut from: their columns, types, meanings and HXL tags."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Type = Literal["text", "integer", "number", "texts", "data"]
Table = Literal["events", "claims", "evidence"]
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `texts` are several values, `data` what has parts of its own and stands in no CSV."""

    name: str
    type: Type
    says: str
    tag: str = ""


def _text(name: str, says: str, tag: str = "") -> Column:
    return Column(name, "text", says, tag)


def _texts(name: str, says: str, tag: str = "") -> Column:
    return Column(name, "texts", says, tag)


def _integer(name: str, says: str, tag: str = "") -> Column:
    return Column(name, "integer", says, tag)


def _number(name: str, says: str, tag: str = "") -> Column:
    return Column(name, "number", says, tag)


def _data(name: str, says: str) -> Column:
    return Column(name, "data", says)


_CITATION = (
    _text("outlet", "who published the report; empty where nobody knows", "#meta+source"),
    _text("published", "when it was published, EDTF", "#date+published"),
    _text("title", "the report's title"),
    _text("url", "where it was published, where that is known", "#meta+url"),
    _text("sha256", "hash of the report's bytes as received"),
    _text("report", "the report's id in the workspace"),
    _integer("reading", "number of the reading that the offsets belong to"),
)

EVENTS = (
    _text("id", "the incident's id, stable while its oldest report stays", "#event+id"),
    _text("review", "`accepted`: a person accepted all claims given here for and against it; `partly`; `unreviewed`"),
    _text("facts_review", "`accepted`: a person accepted an event that the type, time and place are of; `unreviewed`"),
    _text("type", "PLOVER type", "#event+type"),
    _text("time", "when, EDTF"),
    _text("date_start", "first day that it may mean", "#date+start"),
    _text("date_end", "last day that it may mean", "#date+end"),
    _text("place", "name of the place", "#loc+name"),
    _text("admin2", "second-level area", "#adm2+name"),
    _text("admin1", "first-level area", "#adm1+name"),
    _text("country", "country, in English", "#country+name"),
    _text("country_code", "country, ISO 3166-1 alpha-2", "#country+code"),
    _number("lat", "latitude of the middle of where it may be, degrees, WGS 84", "#geo+lat"),
    _number("lon", "longitude likewise", "#geo+lon"),
    _integer("radius_m", "how far around it may be, metres (point-radius method)", "#geo+radius"),
    _integer("geo_precision", "as ACLED's: 1 the spot or town, 2 its surroundings or district, 3 a province or more"),
    _texts("actors", "who did it, as reports name them", "#group+name+first"),
    _texts("recipients", "to whom", "#group+name+second"),
    _integer("killed_low", "lowest number of dead that a claim here gives", "#affected+killed+min"),
    _integer("killed_high", "highest; empty where one gives only a lower bound", "#affected+killed+max"),
    _integer("injured_low", "lowest number of injured", "#affected+injured+min"),
    _integer("injured_high", "highest", "#affected+injured+max"),
    _text("state", "`single-origin`, `corroborated`, `disputed`, `denied`: the program's, from all reports of it"),
    _integer("reports", "how many reports tell of it, reviewed or not"),
    _integer("origins", "to how many tellings they go back"),
    _integer("independent", "how many of these are shown to be independent"),
    _texts("disputed", "facts on which the claims given here differ, each with its values"),
    _texts("outlets", "who published the claims given here", "#meta+source"),
    _texts("urls", "where", "#meta+url"),
    _texts("sentences", "the claims for it, as sentences", "#description"),
    _text("modified", "when the latest reading of its reports was made, UTC"),
    _data("disputes", "disputed facts: slot, values, and the claims that hold each"),
    _data("contradictions", "pairs of claims that cannot both hold, and why"),
    _data("tellings", "its origins: the reports of each, which of them repeat another, and why"),
    _data("tolls", "numbers of people: slot (`killed`, `injured`, `captured`, `displaced`, `missing`), low, high"),
    _data("because", "why it has its state; none where some claims are left out as unreviewed"),
    _data("joined", "why its reports were put together; likewise"),
)
CLAIMS = (
    _text("id", "REPORT:CLAIM", "#meta+id"),
    _text("event", "the incident it speaks of", "#event+id"),
    _text("review", "`accepted` by a person, or `unreviewed`"),
    _text("stance", "`supports`, `denies` or `mentions` the incident"),
    _text("kind", "`report`, `denial`, `responsibility`, `assessment`, `forecast`, `intention`, `demand`"),
    _text("polarity", "of the content as its source holds it"),
    _text("certainty", "the source's own, from its words; never the program's opinion"),
    _text("speaker", "who says it, as the report words it; empty for the report's own voice or for hearsay"),
    _text("speaker_kind", "kind of speaker; `report` for the report's own voice"),
    _texts("via", "who relayed it, from the speaker outward"),
    _text("cue", "the words of saying"),
    _texts("hedges", "the words by which the source hedges"),
    _text("quote", "`direct`, `indirect`, `mixed` or `none`"),
    _text("words", "the content as it stands in the report, pieces joined by …"),
    _text("sentence", "the whole as a sentence", "#description"),
    *_CITATION,
    _text("address", "where the claim is shown, in the workspace's own pages"),
    _integer("start", "first code point of the content in the canonical text"),
    _integer("end", "the one after its last"),
    _texts("notices", "what the outlet says about the report itself"),
    _data("chain", "every voice with kind, words and cue, from the speaker outward"),
)
EVIDENCE = (
    _text("claim", "the claim it belongs to, REPORT:CLAIM", "#meta+id"),
    _text("event", "the incident", "#event+id"),
    _text("review", "of the claim"),
    _text("part", "`content`, `speaker`, `relay`, `cue` or `hedge`"),
    _integer("start", "first code point in the canonical text"),
    _integer("end", "the one after the last"),
    _text("words", "the words that stand there", "#description"),
    *_CITATION,
    _text("text_sha256", "hash of the canonical text, UTF-8, that the offsets count into"),
    _text("address", "where that text is served by the workspace's own pages"),
)
TABLES: Mapping[Table, tuple[Column, ...]] = {"events": EVENTS, "claims": CLAIMS, "evidence": EVIDENCE}
