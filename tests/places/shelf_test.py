"""Adding the gazetteer of a country, from a file or from a server, and taking it away again."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from tests.places.rows import ROWS, row, text, zipped

from sayso.errors import BadValue, GazetteerError, NotFound, SaysoError
from sayso.places.dump import Progress
from sayso.places.gazetteer import Gazetteer
from sayso.places.shelf import Shelf


@contextmanager
def served(answers: dict[str, bytes], *, lost: int = 0) -> Iterator[str]:
    """Serve files from this machine, `lost` bytes short of what is announced; yield the address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            data = answers.get(self.path)
            self.send_response(200 if data is not None else 404)
            self.send_header("Content-Length", str(len(data or b"")))
            self.end_headers()
            self.wfile.write((data or b"")[: len(data or b"") - lost])

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Keep the test's output to itself."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/dump"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "added", "http://127.0.0.1:9/none")


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "SY.zip"
    path.write_bytes(zipped())
    return path


def _names(shelf: Shelf) -> list[str]:
    return sorted(path.name for path in shelf.folder.iterdir())


# ---- from a file ----


def test_a_village_is_found_once_its_country_is_added(shelf: Shelf, dump: Path) -> None:
    shelf.add(str(dump))
    found = Gazetteer.open(extra=shelf.files()).lookup("Karm al-Zeitun")[0]
    assert (90000003, "Qada Karm") == (found.geonames, found.admin2)


def test_what_was_added_is_listed(shelf: Shelf, dump: Path) -> None:
    added = shelf.add(str(dump))
    assert ("SY", 4, (added,)) == (added.country, added.places, shelf.listed())


def test_nothing_is_listed_where_nothing_was_added(shelf: Shelf) -> None:
    assert () == shelf.listed()


def test_adding_a_country_again_takes_the_older_ones_place(shelf: Shelf, dump: Path) -> None:
    shelf.add(str(dump))
    dump.write_bytes(text(ROWS[:2]))
    assert (2, ["SY.gaz"]) == (shelf.add(str(dump)).places, _names(shelf))


def test_the_same_dump_gives_the_same_bytes(shelf: Shelf, dump: Path) -> None:
    first = shelf.add(str(dump)).path.read_bytes()
    assert first == shelf.add(str(dump)).path.read_bytes()


def test_a_country_is_removed(shelf: Shelf, dump: Path) -> None:
    shelf.add(str(dump))
    assert ("SY", []) == (shelf.remove("sy").country, _names(shelf))


def test_a_country_that_was_not_added_cannot_be_removed(shelf: Shelf) -> None:
    with pytest.raises(NotFound):
        shelf.remove("SY")


def test_a_damaged_gazetteer_is_listed_with_its_problem_and_can_be_removed(shelf: Shelf, dump: Path) -> None:
    shelf.add(str(dump)).path.write_bytes(b"nothing")
    assert "is no gazetteer file" in shelf.listed()[0].problem
    assert "SY" == shelf.remove("SY").country


# ---- what is refused, with the old one still in place ----


@pytest.mark.parametrize(
    "data",
    [
        b"not a dump",
        text([*ROWS, "1\tbroken"]),
        zipped()[:-40],
        text([row(1, "Karm", "P.PPL", (1.0, 1.0), country_code="LB")]),
        text([*ROWS, row(1, "Karm", "P.PPL", (1.0, 1.0), country_code="LB")]),
    ],
    ids=["no dump", "broken row", "cut short", "of another country", "of two countries"],
)
def test_a_bad_dump_leaves_the_old_gazetteer_in_place(shelf: Shelf, dump: Path, data: bytes) -> None:
    before = shelf.add(str(dump)).path.read_bytes()
    dump.write_bytes(data)
    with pytest.raises(GazetteerError):
        shelf.add(str(dump))
    assert (before, ["SY.gaz"]) == (shelf.files()[0].read_bytes(), _names(shelf))


def test_an_interrupted_adding_leaves_the_old_gazetteer_in_place(shelf: Shelf, dump: Path) -> None:
    before = shelf.add(str(dump)).path.read_bytes()

    def interrupted(_: int, __: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        shelf.add(str(dump), lambda _: interrupted)
    assert (before, ["SY.gaz"]) == (shelf.files()[0].read_bytes(), _names(shelf))


@pytest.mark.parametrize(("error", "what"), [(NotFound, "nowhere.zip"), (BadValue, "QQ"), (NotFound, "1A")])
def test_what_is_no_file_and_no_country_is_refused(shelf: Shelf, error: type[SaysoError], what: str) -> None:
    with pytest.raises(error):
        shelf.add(what)


def test_a_folder_that_cannot_be_made_is_an_error_with_its_cure(tmp_path: Path, dump: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(GazetteerError, match="SAYSO_GAZETTEERS"):
        Shelf(tmp_path / "file" / "added", "").add(str(dump))


def test_a_full_disk_is_an_error_and_leaves_the_old_gazetteer_in_place(
    shelf: Shelf, dump: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = shelf.add(str(dump)).path.read_bytes()

    def full(_: Path, __: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(GazetteerError, match="No space left on device"):
        shelf.add(str(dump))
    assert (before, ["SY.gaz"]) == (shelf.files()[0].read_bytes(), _names(shelf))


# ---- from a server ----


def test_a_country_is_fetched_by_its_code(tmp_path: Path) -> None:
    steps: list[str] = []

    def told(step: str) -> Progress:
        steps.append(step)
        return lambda _, __: None

    with served({"/dump/SY.zip": zipped()}) as address:
        added = Shelf(tmp_path / "added", address).add("sy", told)
    assert (4, ["Fetching SY", "Reading SY.zip"]) == (added.places, steps)
    assert ["SY.gaz"] == [path.name for path in (tmp_path / "added").iterdir()]


@pytest.mark.parametrize(
    ("said", "answers", "lost"),
    [
        ("There is no dump at", {}, 0),
        ("broke off after", {"/dump/SY.zip": zipped()}, 30),
        ("SY.zip is a damaged zip|is no GeoNames dump", {"/dump/SY.zip": zipped()[:-30]}, 0),
        ("holds places of LB, not of SY", {"/dump/SY.zip": zipped(rows=[ROWS[0].replace("\tSY\t", "\tLB\t")])}, 0),
    ],
)
def test_a_bad_download_is_refused_and_leaves_nothing(
    tmp_path: Path, said: str, answers: dict[str, bytes], lost: int
) -> None:
    shelf = Shelf(tmp_path / "added", "")
    with served(answers, lost=lost) as address, pytest.raises(SaysoError, match=said):
        Shelf(shelf.folder, address).add("SY")
    assert [] == _names(shelf)


def test_a_bad_download_leaves_the_old_gazetteer_in_place(shelf: Shelf, dump: Path) -> None:
    before = shelf.add(str(dump)).path.read_bytes()
    with served({"/dump/SY.zip": zipped()}, lost=30) as address, pytest.raises(SaysoError, match="broke off"):
        Shelf(shelf.folder, address).add("SY")
    assert (before, ["SY.gaz"]) == (shelf.files()[0].read_bytes(), _names(shelf))


def test_a_server_that_is_not_there_is_an_error(shelf: Shelf) -> None:
    with pytest.raises(GazetteerError, match="cannot be fetched"):
        shelf.add("SY")


def test_only_web_addresses_are_fetched_from(tmp_path: Path) -> None:
    with pytest.raises(BadValue, match="SAYSO_GAZETTEER_SOURCE"):
        Shelf(tmp_path, "file:///etc").add("SY")
