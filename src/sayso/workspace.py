"""The one place where stages meet the store; the Python API."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self

from sayso import __version__, archive
from sayso.ahead import ahead
from sayso.archive.custody import broken, custody
from sayso.contract import incident_from_json
from sayso.errors import BadValue, Fault, NotFound, SaysoError
from sayso.exporting import Exporting
from sayso.exporting import formats as formats  # noqa: PLC0414  (named again for the command line)
from sayso.exporting import schema as schema  # noqa: PLC0414
from sayso.figures import Model
from sayso.incidents import Incident, Why
from sayso.judging import ID_LENGTH
from sayso.records import Added, Capture, Custody, Listed, Meta, Reading, Refusal, Report, Version
from sayso.revising import Revising
from sayso.settings import Settings
from sayso.store import Store, now

if TYPE_CHECKING:
    from sayso.link.explaining import Side
    from sayso.link.linker import Linker
    from sayso.link.source import Source
    from sayso.places.shelf import Shelf as Shelf  # noqa: PLC0414  (named again for the command line)
    from sayso.places.shelf import Shelved as Shelved  # noqa: PLC0414

TOOL = f"sayso {__version__}"
_COMPARED = 12  # reports of an incident by which it is compared with another
_SETTLE_EVERY = 128  # reports added: a long run shows incidents before its end, while it still has them in mind
_UNSAID = Meta()
Keep = Callable[[Capture, Future[Reading] | None], Added]
Wanted = Callable[[Capture], bool]


@dataclass(frozen=True, slots=True)
class Finding:
    """What `verify` has to say: an error is a loss or a change, information is harmless."""

    severity: Literal["error", "information"]
    sentence: str


def read(
    source: Path | bytes, meta: Meta = _UNSAID, settings: Settings | None = None, *, name: str = "input"
) -> Reading:
    """Read one report, from a file or from its bytes (called `name`), and store nothing.

    Raises SaysoError; a JSONL file of several reports is a BadValue.
    """
    settings = settings or Settings()
    return _reading(_one_capture(source, meta, settings, name), settings)


def _one_capture(source: Path | bytes, meta: Meta, settings: Settings, name: str) -> Capture:
    if isinstance(source, bytes):
        return archive.capture(source, name, name, meta, settings)
    found = list(islice(archive.captures(source, meta, settings), 2))
    if len(found) > 1:
        raise BadValue(f"{source} holds several reports.", "Keep them with `sayso add`, then `sayso show` each.")
    for item in found:
        if isinstance(item, Refusal):
            raise item.error
        return item
    raise NotFound(f"{source} holds no report.", "Name a file with a report in it.")


def _reading(capture: Capture, settings: Settings) -> Reading:
    """Take a capture through the stages: clean, read, ground, find claims."""
    # The stages load word lists and parsers, which `list` and `show` have no need of.
    from sayso import claims, clean, places, times  # noqa: PLC0415
    from sayso.claims import events  # noqa: PLC0415
    from sayso.read import model, read  # noqa: PLC0415

    text = clean.clean(capture, settings)
    tags = read(text)
    text = tags.text or text
    moments = times.find(text)
    grounds = events.Grounds(moments, places.find(text, tags.mentions, places.opened(settings.gazetteer_folder)))
    account = events.find(text, tags, claims.find(text, tags), grounds)
    return Reading(
        sha256=capture.sha256,
        model=model(),
        text=text,
        mentions=account.mentions,
        entities=account.entities,
        times=moments,
        places=account.places,
        events=account.events,
        claims=account.claims,
        remarks=tags.remarks,
    )


def reader() -> str:
    """Return the name of what reads, as every reading bears it; raises ModelError where it cannot be used."""
    from sayso.read import model  # noqa: PLC0415

    return model()


def model_card() -> Model:
    """Return what is said of the model that reads; raises ModelError where it cannot be used."""
    from sayso.read.card import card  # noqa: PLC0415

    return card()


def gazetteers(settings: Settings) -> Shelf:
    """Return the gazetteers that were added beside the one that is shipped, to list, add and remove."""
    from sayso.places.shelf import Shelf  # noqa: PLC0415  (what reads reports has no need of building them)

    return Shelf(settings.gazetteer_folder, settings.gazetteer_source)


def country(code: str, settings: Settings) -> str:
    """Return the English name of a country by its two letters, or the letters where no gazetteer can tell."""
    from sayso import places  # noqa: PLC0415  (the gazetteer takes a tenth of a second to open)

    try:
        return places.opened(settings.gazetteer_folder).country(code).name
    except SaysoError:
        return code


class Workspace(Exporting, Revising):
    """A folder that holds the bytes as received (`vault/`) and all that was read in them (`sayso.db`)."""

    def __init__(self, folder: Path, settings: Settings, vault: archive.Vault, store: Store) -> None:
        self.folder = folder
        self.settings = settings
        self._vault = vault
        self._store = store
        self._linking: Linker | None = None

    @classmethod
    def open(cls, folder: Path, settings: Settings | None = None, *, create: bool = True) -> Self:
        """Open the workspace in the folder, making what is missing.

        Raises StoreError with cause and cure, and NotFound where nothing is there and nothing is to be made.
        """
        if not create and not Store.exists(folder):
            raise NotFound(f"There is no workspace in {folder}.", "Name another, or make one with `sayso add`.")
        store = Store.open(folder)
        vault = archive.Vault(folder / "vault")
        vault.sweep()
        return cls(folder, settings or Settings(), vault, store)

    def close(self) -> None:
        """Let go of the workspace's files."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close()

    # ---- taking in ----

    @staticmethod
    def inputs(paths: Iterable[Path]) -> tuple[Path, ...]:
        """Return the files that `add` takes in, in order: those named, and those in the folders named."""
        return archive.inputs(paths)

    def add(self, paths: Iterable[Path], meta: Meta = _UNSAID) -> Iterator[Added | Refusal]:
        """Take in every report in these files and folders, in order, and say of each what became of it.

        Each is whole on disk before it is yielded. A bad one is refused and the next is taken; the same bytes twice
        change nothing. Raises StoreError where nothing more can be kept, ModelError where nothing can be read.
        """
        items = (item for path in archive.inputs(paths) for item in archive.captures(path, meta, self.settings))
        yield from self._read(items, self._keep, lambda capture: not self._store.holds(capture.sha256))

    def outdated(self) -> tuple[str, ...]:
        """Return the reports whose latest reading is not by what reads now, in the order they were added."""
        return self._store.outdated(reader())

    def reread(self, ids: Iterable[str] | None = None) -> Iterator[Added | Refusal]:
        """Read these reports again, or all that are outdated, and say of each what became of it.

        Each has its new reading before it is yielded, and the earlier ones stay; what was stopped goes on where it was.
        Judgements are asked of the new reading: `orphans` are those that no longer apply. Raises as `add` does.
        """
        names = self.outdated() if ids is None else [self.report(id_).id for id_ in ids]
        yield from self._read(map(self._received, names), self._renew, lambda _: True)

    def _received(self, id: str) -> Capture | Refusal:  # noqa: A002
        report = self._store.report(id)
        try:
            data = self._vault.bytes(report.sha256)
        except SaysoError as error:
            return Refusal(report.name, report.origin, error)
        return Capture(report.sha256, data, report.name, report.origin, report.format, report.meta)

    def _read(self, items: Iterator[Capture | Refusal], keep: Keep, wanted: Wanted) -> Iterator[Added | Refusal]:
        with ThreadPoolExecutor(self.settings.threads, "reading") as pool:

            def begin(capture: Capture) -> Future[Reading] | None:
                if not wanted(capture):
                    return None
                reader()  # loaded once, before threads ask for it; where it is damaged, no report is to blame
                return pool.submit(_reading, capture, self.settings)

            try:
                for number, (item, reading) in enumerate(ahead(items, begin, self.settings.threads), 1):
                    yield self._take_in(item, reading, keep)
                    if number % _SETTLE_EVERY == 0:
                        self._linker().finish()
                self._linker().finish()
            finally:
                pool.shutdown(cancel_futures=True)

    def _take_in(self, item: Capture | Refusal, reading: Future[Reading] | None, keep: Keep) -> Added | Refusal:
        if isinstance(item, Capture):
            try:
                return keep(item, reading)
            except SaysoError as error:
                item = Refusal(item.name, item.origin, error)
            except Exception as error:  # one report's fault must not cost the others
                item = Refusal(item.name, item.origin, Fault(error))
        self._store.refuse(item)
        return item

    def _renew(self, capture: Capture, found: Future[Reading] | None) -> Added:
        """Keep a further reading of a report, and link it by that."""
        report = self._store.report(capture.sha256[:ID_LENGTH])
        reading = found.result() if found else _reading(capture, self.settings)
        version = self._store.append(report.id, reading)
        self._link(report, reading, version.number)
        return Added(report, new=True, claims=len(reading.claims))

    def _keep(self, capture: Capture, found: Future[Reading] | None) -> Added:
        """Read the report, keep its bytes, then all that was read in one transaction.

        A kill in between leaves bytes without a report, which the next run adopts.
        """
        report_id, at = capture.sha256[:ID_LENGTH], now()
        if found is None:
            self._vault.keep(capture.data)  # brings back an object that was lost
            return self._store.added(report_id)
        reading = found.result()
        self._vault.keep(capture.data)
        report = Report(report_id, capture.sha256, capture.name, capture.origin, capture.format, capture.meta, at)

        def line(previous: Custody | None) -> Custody:
            return custody(previous, at, capture.sha256, capture.origin, TOOL)

        added = self._store.save(report, reading, line)
        if added.new:
            self._link(report, reading, 1)
        return added

    # ---- linking ----

    def _linker(self) -> Linker:
        if self._linking is None:
            from sayso.link.linker import Linker  # noqa: PLC0415  (`list` and `show` have no need of it)

            self._linking = Linker(self._store.linking, self._source, self.decisions)
        return self._linking

    def _link(self, report: Report, reading: Reading, number: int) -> None:
        from sayso.link.source import Source  # noqa: PLC0415

        self._linker().link(Source(report, self.corrected(report, reading)), number)

    def _source(self, id: str) -> tuple[Source, int]:  # noqa: A002
        from sayso.link.source import Source  # noqa: PLC0415

        report = self._store.report(id)
        version, reading = self._store.reading(id)
        return Source(report, self.corrected(report, reading)), version.number

    def incidents(self, offset: int = 0, limit: int | None = None) -> tuple[Incident, ...]:
        """Return what the stored reports say together, the latest day first; links first what is not linked yet."""
        self._linker().finish()
        documents = self._store.linking.documents(offset, limit)
        return tuple(incident_from_json(json.loads(document)) for document in documents)

    def incident_count(self) -> int:
        """Return how many incidents there are."""
        return self._store.linking.count()

    def incident(self, id: str) -> Incident:  # noqa: A002
        """Return the incident with this id, or the only one that a report (by its id) tells of; raises NotFound."""
        self._linker().finish()
        return incident_from_json(json.loads(self._store.linking.document(id)))

    def incidents_of(self, reports: Iterable[str]) -> tuple[Incident, ...]:
        """Return the incidents that these reports, by their ids, tell of."""
        self._linker().finish()
        names = {member.incident for member in self._store.linking.members(set(reports))} - {""}
        return tuple(incident_from_json(json.loads(self._store.linking.document(name))) for name in sorted(names))

    def why(self, a: str, b: str) -> Why:
        """Say why two reports, or two incidents, are or are not of one occurrence; raises NotFound."""
        from sayso.link.explaining import explain  # noqa: PLC0415

        self._linker().finish()
        sides = self._side(a), self._side(b)
        told = [{member.incident for member in side.members} - {""} for side in sides]
        shared = sorted(told[0] & told[1])
        return explain(*sides, self.incident(shared[0]) if shared else None, self.decisions())

    def _side(self, id: str) -> Side:  # noqa: A002
        """Take the report with this id, else the incident, by its first reports."""
        from sayso.link.explaining import Side  # noqa: PLC0415

        if id.startswith("i-"):
            incident = self.incident(id)
            name, reports = incident.id, incident.reports[:_COMPARED]
        else:
            incident = None
            name = self.report(id).id
            reports = (name,)
        members = self._store.linking.members(reports)
        members = [one for one in members if incident is None or one.incident == incident.id]
        return Side(name, tuple(self._source(report)[0] for report in reports), members)

    def unlinked(self) -> tuple[tuple[str, str], ...]:
        """Return the reports that could not be linked, each with the reason."""
        return self._store.linking.faults()

    # ---- giving back ----

    def reports(self, words: str = "", offset: int = 0, limit: int = 50) -> tuple[Listed, ...]:
        """Return the reports that hold all these words, newest first."""
        return self._store.listed(words, offset, limit)

    def count(self, words: str = "") -> int:
        """Return how many reports hold all these words."""
        return self._store.count(words)

    def report(self, id: str) -> Report:  # noqa: A002
        """Return the report with this id, or the only one whose id starts so (six digits or more); raises NotFound."""
        return self._store.report(id)

    def reading(self, id: str, number: int | None = None) -> tuple[Version, Reading]:  # noqa: A002
        """Return the latest reading of the report, or the one with this number; raises NotFound."""
        return self._store.reading(id, number)

    def versions(self, id: str) -> tuple[Version, ...]:  # noqa: A002
        """Return what readings there are of the report, oldest first; raises NotFound."""
        return self._store.versions(id)

    def custody(self, id: str) -> tuple[Custody, ...]:  # noqa: A002
        """Return when and from where the report was received, and by which tool; raises NotFound."""
        return self._store.custody(id)

    # ---- checking ----

    def verify(self) -> Iterator[Finding]:
        """Re-hash the vault, follow the custody chain, read every reading back; yield what is found.

        No finding of severity `error` means that everything is as it was received and every span quotes its text.
        """
        for damage in self._vault.damaged():
            yield Finding("error", f"{damage.name} in the vault: {damage.because}")
        for fault in self._store.faults():
            yield Finding("error", f"The database finds fault with itself: {fault}.")
        for gap in broken(self._store.chain()):
            yield Finding("error", f"The custody log does not hold. {gap.because}")
        for altered in self.altered():
            yield Finding("error", altered)
        kept = tuple(self._store.every())  # before the vault is listed: another process may be adding
        objects = set(self._vault.hashes())
        for report in kept:
            yield from self._check(report, objects)
        for orphan in sorted(objects - {report.sha256 for report in kept}):
            yield Finding("information", f"Object {orphan} belongs to no report; adding its file again adopts it.")

    def _check(self, report: Report, objects: set[str]) -> Iterator[Finding]:
        if report.sha256 not in objects:
            yield Finding("error", f"The bytes of report {report.id} ({report.name}) are not in the vault.")
        if not self._store.custody(report.id):
            yield Finding("error", f"Report {report.id} ({report.name}) has no line in the custody log.")
        for version in self._store.versions(report.id):
            try:
                self._store.reading(report.id, version.number)
            except SaysoError as error:
                yield Finding("error", f"Reading {version.number} of report {report.id}: {error.cause}")
