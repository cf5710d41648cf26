"""A workspace of invented reports whose readings are made in a line each, for the tests of linking."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tests.link.tellings import ATBARA, MARIB, SHABWA, Draft

from sayso.incidents import Incident
from sayso.records import Capture, Meta, Reading
from sayso.settings import Settings
from sayso.workspace import Workspace

DEPOT = "A drone struck the fuel depot of {place} on {day}, killing {dead} guards"
AGAIN = "{dead} guards died when a drone hit the depot in {place} on {day}"
MARKET = "Gunmen robbed traders at the livestock market of {place} on {day}"
DENIED = "The brigade denied that a drone had struck the depot of {place} on {day}"
SPOTS = {"Marib": MARIB, "Ataq": SHABWA, "Atbara": ATBARA}


@dataclass(frozen=True, slots=True)
class Told:
    """A report in one sentence: a form of words, where, on which day of April 2031, and how many died."""

    form: str
    place: str = "Marib"
    day: int = 8
    dead: int = 3
    name: str = ""
    outlet: str = ""

    @property
    def text(self) -> str:
        """The report, with a line of its own that tells it from its copies."""
        said = self.form.format(place=self.place, day=f"{self.day} April", dead=self.dead)
        return f"{said}.\n{self.name or self.outlet}\n"


def reading_of(text: str, meta: Meta, digest: str) -> Reading:
    """Read a report in one of the forms; what follows the first line is furniture."""
    said = text.split("\n", maxsplit=1)[0]
    place = next(name for name in SPOTS if name in said)
    day = int(said.split(" April")[0].split()[-1])
    draft = Draft(said, published=meta.published or f"2031-04-{day + 1:02}")
    given = {"time": draft.time(f"{day} April", f"2031-04-{day:02}"), "place": draft.place(place, SPOTS[place])}
    trigger = next(word for word in ("struck", "hit", "robbed") if word in said)
    dead = next((word for word in said.split() if word.isdigit() and f"{word} April" not in said), None)
    polarity = "negative" if "denied" in said else "positive"
    draft.event(trigger, killed=(int(dead), dead) if dead else None, polarity=polarity, **given)
    draft.claim(said.rstrip("."), kind="denial" if "denied" in said else "report", polarity=polarity)
    found = draft.reading()
    return Reading(
        digest, "by hand", found.text, found.mentions, (), found.times, found.places, found.events, found.claims
    )


def read(capture: Capture, _: Settings) -> Reading:
    """Stand in for the stages."""
    return reading_of(capture.data.decode(), capture.meta, capture.sha256)


def written(folder: Path, reports: Iterable[Told]) -> list[Path]:
    """Write the reports into the folder, each under a name that its words give it."""
    folder.mkdir(exist_ok=True)
    paths = []
    for told in reports:
        paths.append(folder / f"{sha256(told.text.encode()).hexdigest()[:12]}.txt")
        paths[-1].write_text(told.text)
    return paths


@contextmanager
def workspace(folder: Path) -> Iterator[Workspace]:
    """Open a workspace that settles when it is asked to."""
    with Workspace.open(folder) as opened:
        yield opened


def added(folder: Path, paths: Iterable[Path]) -> tuple[Incident, ...]:
    """Add the files one by one and return what they come to."""
    with Workspace.open(folder) as opened:
        for path in paths:
            list(opened.add([path]))
        return opened.incidents()


WEEK = (
    *(Told(DEPOT, outlet=outlet) for outlet in ("Halcyon", "Safer Post", "Radio Tana")),
    Told(AGAIN, outlet="Nahr Wire"),
    Told(AGAIN, dead=5, outlet="Badia Mail"),
    Told(DENIED, outlet="State Agency"),
    Told(DEPOT, day=12, outlet="Halcyon"),
    Told(DEPOT, place="Atbara", outlet="Nile Digest"),
    Told(MARKET, place="Ataq", outlet="Safer Post"),
    Told(MARKET, place="Ataq", day=9, outlet="Nahr Wire"),
)
