"""`make bench`: how fast sayso reads and stores generated 350-word reports. Figures, not limits."""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from time import perf_counter

from sayso import archive, claims, clean, places, times, workspace
from sayso.claims import events
from sayso.read import tags as read_tags
from sayso.read.encoder import encoder
from sayso.records import Meta
from sayso.settings import Settings

WORDS = 350
META = Meta(outlet="Bench Wire", published="2025-03-14")
PLACES = (
    "Hasakeh",
    "Tal Abyad",
    "Kirkuk",
    "Zawiya",
    "Ansongo",
    "Um Rawaba",
    "Marib",
    "Deir Ezzor",
    "Pikit",
    "El Fasher",
)
PEOPLE = (
    "Lamia Qasbaji",
    "Idris Tarig",
    "Hamidou Maïga",
    "Shirin Qadir",
    "Saleh al-Yazidi",
    "Nahla Osman",
    "Jwan Elias",
)
ROLES = ("a spokesman for the council", "the head of security", "a former officer", "the director of the hospital")
GROUPS = ("the River Guard", "the Western Column", "the Northern Shield Brigades", "the governor's office")
OUTLETS = ("Nahr Wire", "Radio Khabur", "Badia Post", "the Courier")
DAYS = ("on Monday", "late on Tuesday", "overnight", "two days ago", "earlier this month", "at dawn on Friday")
FACTS = (
    "{number} people were killed near {place} {day}",
    "a convoy of {number} lorries left {place} {day}",
    "the road between {place} and {other} has been closed since the beginning of March",
    "{group} had moved its positions to the hills above {place}",
    "the attack on the market in {place} could lead to a wider escalation",
    "aid will reach {place} within {number} days",
)
VOICES = (
    "{fact_}, according to {role}.",
    "{person}, {role}, said that {fact}.",
    "{person} told {outlet} that {fact}.",
    "A field source told {outlet} that {fact}, adding that {fact2}.",
    "“{fact_},” {person} said. “We do not know more than that.”",
    "According to two residents who asked not to be named, {fact}.",
    "{group_} denied that {fact}.",
    "{outlet_}, citing {role}, reported that {fact}.",
    "It is said that {fact}.",
    "{fact_}.",
    "Reportedly, {fact}.",
    "{person} believes that {fact}, but {role} dismissed the claim.",
    "Will the road to {place} be opened before the end of the month?",
    "{outlet_} could not independently verify the account.",
)


# ---- the reports ----


def _slots(draw: random.Random) -> dict[str, str]:
    place, other = draw.sample(PLACES, 2)
    group, outlet = draw.choice(GROUPS), draw.choice(OUTLETS)
    return {
        "number": str(draw.randint(2, 60)), "place": place, "other": other, "day": draw.choice(DAYS),
        "person": draw.choice(PEOPLE), "role": draw.choice(ROLES), "group": group, "outlet": outlet,
        "group_": group[0].upper() + group[1:], "outlet_": outlet[0].upper() + outlet[1:],
    }  # fmt: skip


def _sentence(draw: random.Random) -> str:
    slots = _slots(draw)
    fact, fact2 = (choice.format(**slots) for choice in draw.sample(FACTS, 2))
    return draw.choice(VOICES).format(fact=fact, fact2=fact2, fact_=fact[0].upper() + fact[1:], **slots)


def generate(number: int) -> str:
    """Return report `number`: a title, then paragraphs of three sentences, about 350 words; always the same ones."""
    draw = random.Random(number)
    sentences: list[str] = []
    while sum(len(sentence.split()) for sentence in sentences) < WORDS - 10:
        sentences.append(_sentence(draw))
    paragraphs = [" ".join(sentences[start : start + 3]) for start in range(0, len(sentences), 3)]
    return "\n\n".join([f"{draw.choice(PLACES)}: what is known on day {number}", *paragraphs]) + "\n"


def write(folder: Path, count: int) -> list[Path]:
    """Write `count` reports into the folder and return their paths."""
    paths = [folder / f"report-{number:05}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(generate(number), "utf-8")
    return paths


# ---- the measures ----


@dataclass
class Figures:
    """What one run measured; rates are reports a second, times are a report's share on one core."""

    python: str = field(default_factory=platform.python_version)
    machine: str = field(default_factory=platform.machine)
    cores: int = field(default_factory=lambda: os.cpu_count() or 1)
    reports: int = 0
    words_each: float = 0.0
    claims_each: float = 0.0
    read_per_second: float = 0.0
    add_per_second: float = 0.0
    encoder_per_second: float = 0.0
    cold_start_ms: float = 0.0
    add_peak_mb: float = 0.0
    read_peak_mb: float = 0.0
    stage_ms: dict[str, float] = field(default_factory=dict)


class Clock:
    """Adds up the seconds spent in each named stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the block's time towards the stage."""
        start = perf_counter()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + perf_counter() - start


def _read_all(paths: list[Path], clock: Clock) -> int:
    """Take every report through the stages, timed one by one; return how many claims were found."""
    settings, found = Settings(), 0
    gazetteer = places.opened(settings.gazetteer_folder)
    for path in paths:
        with clock.stage("capture"):
            capture = archive.capture(path.read_bytes(), path.name, str(path), META, settings)
        with clock.stage("clean"):
            text = clean.clean(capture, settings)
        with clock.stage("encode"):
            seen = encoder().see(text.body)
        with clock.stage("read"):
            tags = read_tags(text, seen)
        with clock.stage("times"):
            moments = times.find(text)
        with clock.stage("places"):
            spots = places.find(text, tags.mentions, gazetteer)
        with clock.stage("claims"):
            told = claims.find(text, tags)
            events.find(text, tags, told, events.Grounds(moments, spots))
            found += len(told)
    return found


def _encode_all(paths: list[Path]) -> float:
    """Let the bare encoder look at every report, on as many threads as `add` uses; return the seconds it took."""
    bodies = [path.read_text("utf-8") for path in paths]
    start = perf_counter()
    with ThreadPoolExecutor(Settings().threads) as pool:
        list(pool.map(encoder().see, bodies))
    return perf_counter() - start


def _add_all(folder: Path, where: Path) -> float:
    """Add the folder to a new workspace and return the seconds it took."""
    start = perf_counter()
    with workspace.Workspace.open(where) as opened:
        for _ in opened.add([folder], META):
            pass
    return perf_counter() - start


# A process is charged with the memory of the one that starts it, so a small one stands between.
_LAUNCH = """
import os, subprocess, sys, time
start = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, used = os.wait4(process.pid, 0)
print(time.perf_counter() - start, used.ru_maxrss, os.waitstatus_to_exitcode(status))
"""


def _child(*arguments: str) -> tuple[float, float]:
    """Run the command line in a process of its own; return its seconds and its peak memory in MB."""
    launcher = [sys.executable, "-c", _LAUNCH, sys.executable, "-m", "sayso", *arguments]
    told = subprocess.run(launcher, capture_output=True, text=True, check=True).stdout.split()
    if told[2] != "0":
        raise SystemExit(f"sayso {' '.join(arguments)} ended with exit code {told[2]}")
    return float(told[0]), int(told[1]) / (1024 * 1024 if sys.platform == "darwin" else 1024)


def measure(count: int, say: Callable[[str], None]) -> Figures:
    """Generate `count` reports in a temporary folder, measure, and leave nothing behind."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary, "reports")
        folder.mkdir()
        paths = write(folder, count)
        words = sum(len(path.read_text("utf-8").split()) for path in paths)
        say(f"{count} reports of {words / count:.0f} words on average")
        _read_all(paths[:3], Clock())  # the first reading loads the language models; that is the cold start's share
        clock = Clock()
        say("reading them, stage by stage")
        found = _read_all(paths, clock)
        reading = sum(clock.seconds.values())
        say("adding them to a workspace")
        adding = _add_all(folder, Path(temporary, "workspace"))
        say("showing them to the bare encoder")
        encoding = _encode_all(paths)
        say("adding them again in a process of its own, for its memory")
        _, add_peak = _child("add", str(folder), "--workspace", str(Path(temporary, "other")), "--json")
        say("starting cold, five times")
        starts = [_child("read", str(paths[0]), "--json") for _ in range(5)]
        return Figures(
            reports=count,
            words_each=words / count,
            claims_each=found / count,
            read_per_second=count / reading,
            add_per_second=count / adding,
            encoder_per_second=count / encoding,
            cold_start_ms=1000 * statistics.median(seconds for seconds, _ in starts),
            add_peak_mb=add_peak,
            read_peak_mb=max(peak for _, peak in starts),
            stage_ms={name: 1000 * seconds / count for name, seconds in clock.seconds.items()},
        )


def lines(figures: Figures) -> list[str]:
    """Return the figures as lines for a person."""
    stages = [f"  {name:<10}{milliseconds:9.2f} ms a report" for name, milliseconds in figures.stage_ms.items()]
    return [
        f"Python {figures.python} on {figures.machine}, {figures.cores} cores",
        f"reports     {figures.reports}, {figures.words_each:.0f} words and {figures.claims_each:.1f} claims each",
        f"read        {figures.read_per_second:.1f} reports a second, on one core",
        f"add         {figures.add_per_second:.1f} reports a second, on all",
        f"encoder     {figures.encoder_per_second:.1f} reports a second, bare, on all; "
        f"add reaches {figures.add_per_second / figures.encoder_per_second:.0%} of it",
        f"cold start  {figures.cold_start_ms:.0f} ms (sayso read FILE --json, median of 5)",
        f"peak memory {figures.read_peak_mb:.0f} MB to read one, {figures.add_peak_mb:.0f} MB to add them all",
        "stages",
        *stages,
    ]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=200, help="how many reports (200)")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args()

    def say(line: str) -> None:
        sys.stderr.write(f"{line} …\n")

    figures = measure(options.reports, say)
    shown = json.dumps(asdict(figures), indent=2) if options.json else "\n".join(lines(figures))
    sys.stdout.write(shown + "\n")


if __name__ == "__main__":
    main()
