"""Reports read in three ways: by the rules alone, by the encoder alone, and by the program, which weighs the two."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from corpus.tools.gold import Report

from sayso import archive, claims, clean, places, times, workspace
from sayso.claims import events
from sayso.read import read, rules, tags
from sayso.read.encoder import encoder
from sayso.records import Meta, Reading, Tags, Text
from sayso.settings import Settings

_SETTINGS = Settings(gazetteers=str(Path(__file__).parent))  # where none is: what a user added would change figures


@dataclass(frozen=True, slots=True)
class Reader:
    """A way to read: `read` a whole report, `tag` a text."""

    name: str
    read: Callable[[Report], Reading]
    tag: Callable[[Text], Tags]


def staged(report: Report, tag: Callable[[Text], Tags]) -> Reading:
    """Take a report through the stages of the program, with another reader in the place of its own."""
    data = report.text.encode()
    text = clean.clean(archive.capture(data, report.path.name, report.name, _meta(report), _SETTINGS), _SETTINGS)
    tagged = tag(text)
    text = tagged.text or text
    moments = times.find(text)
    found = places.find(text, tagged.mentions, places.opened(_SETTINGS.gazetteer_folder))
    account = events.find(text, tagged, claims.find(text, tagged), events.Grounds(moments, found))
    return Reading(
        sha256="",
        model="",
        text=text,
        mentions=account.mentions,
        entities=account.entities,
        times=moments,
        places=account.places,
        events=account.events,
        claims=account.claims,
    )


def by_rules(report: Report) -> Reading:
    """Read a report by the rules alone, the baseline."""
    return staged(report, rules.read)


def by_encoder(report: Report) -> Reading:
    """Read a report by the encoder alone, as far as it says anything."""
    return staged(report, encoded)


def encoded(text: Text) -> Tags:
    """Tag a text as the program does, but let the encoder's analysis stand in every sentence."""
    return tags(text, encoder().see(text.body), start=-math.inf)


def by_program(report: Report) -> Reading:
    """Read a report as the program does. Of what is marked it is told the day of publication alone."""
    return workspace.read(report.text.encode(), _meta(report), _SETTINGS, name=report.path.name)


def _meta(report: Report) -> Meta:
    return Meta(published=report.gold["report"]["published"])


def text(body: str) -> Text:
    """Clean a text of another corpus; returns the canonical one, into which offsets are."""
    return clean.clean(archive.capture(body.encode(), "text.txt", "text.txt", Meta(), _SETTINGS), _SETTINGS)


READERS = (
    Reader("rules", by_rules, rules.read),
    Reader("encoder", by_encoder, encoded),
    Reader("program", by_program, read),
)
