"""Each format held against its own schema, library or list of columns."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import jsonschema
import pyarrow.parquet
import pytest
from tests.export.cases import DAY, MARIB, Draft, case, depot, disputed
from tests.export.making import exported

from sayso.export import FORMATS, acled, plover, schema, ucdp
from sayso.export.columns import TABLES, Table
from sayso.outgoing import Format, Terms

NAMES: tuple[Format, ...] = tuple(FORMATS)


def cells(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline=""), strict=True))


def objects(data: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data.decode().split("\n") if line]


# ---- tables ----


FILES: tuple[tuple[Format, Table], ...] = (
    ("csv-events", "events"),
    ("csv-claims", "claims"),
    ("csv-evidence", "evidence"),
)


@pytest.mark.parametrize(("name", "table"), FILES)
def test_a_table_has_its_columns_and_line_breaks_as_rfc_4180_has_it(name: Format, table: Table) -> None:
    data = exported(name, disputed())
    expected = [column.name for column in TABLES[table] if column.type != "data"]
    assert expected == data.split(b"\r\n")[0].decode().split(",")
    assert data.endswith(b"\r\n")


def test_an_event_has_its_toll_as_a_range_and_its_state() -> None:
    (row,) = cells(exported("csv-events", disputed()))
    assert ("3", "5", "killed: 3 / 5") == (row["killed_low"], row["killed_high"], row["disputed"])
    assert ("single-origin", "2", "2") == (row["state"], row["reports"], row["origins"])
    assert (DAY, DAY, "Tell Anab", "Yemen") == (row["date_start"], row["date_end"], row["place"], row["country"])


def test_every_claim_leaves_with_its_citation() -> None:
    made = disputed()
    for row, source in zip(cells(exported("csv-claims", made)), made.sources.values(), strict=True):
        text = source.reading.text
        assert [text.outlet, text.published, source.report.sha256] == [row["outlet"], row["published"], row["sha256"]]
        assert (source.report.meta.url or "") == row["url"]
        assert text.body[int(row["start"]) : int(row["end"])] == row["words"]


def test_every_span_of_the_evidence_quotes_the_text_it_names() -> None:
    made = disputed()
    rows = cells(exported("csv-evidence", made))
    for row in rows:
        assert made.sources[row["report"]].reading.text.body[int(row["start"]) : int(row["end"])] == row["words"]
    assert ["content", "speaker"] * 2 == [row["part"] for row in rows]


def test_hxl_tags_stand_under_the_header() -> None:
    for name in ("csv-events", "csv-claims", "csv-evidence", "acled", "ucdp"):
        header, tags, *_ = csv.reader(io.StringIO(exported(name, disputed(), terms=Terms(hxl=True)).decode()))
        assert len(header) == len(tags)
        assert all(tag == "" or tag.startswith("#") for tag in tags)
        assert any(tags)


# ---- bundle ----


def test_every_line_of_jsonl_holds_to_its_schema() -> None:
    lines = objects(exported("jsonl", disputed()))
    validator = jsonschema.Draft202012Validator(schema())
    for line in lines:
        validator.validate(line)
    assert ["export", "event", "claim", "claim", *["evidence"] * 4] == [line["record"] for line in lines]


def test_the_schema_is_one_and_refuses_what_is_not_in_it() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    event = objects(exported("jsonl", disputed()))[1]
    for wrong in (event | {"extra": 1}, event | {"lat": "far"}, {**event, "record": "claim"}):
        assert not jsonschema.Draft202012Validator(schema()).is_valid(wrong)


def test_parquet_reads_back_to_the_rows_of_the_jsonl() -> None:
    with zipfile.ZipFile(io.BytesIO(exported("parquet", disputed()))) as archive:
        tables = {name: pyarrow.parquet.read_table(archive.open(f"{name}.parquet")) for name in TABLES}
        assert schema() == json.loads(archive.read("schema.json"))
    for name, record in (("events", "event"), ("claims", "claim"), ("evidence", "evidence")):
        expected = [line for line in objects(exported("jsonl", disputed())) if line.pop("record") == record]
        data = {column.name for column in TABLES[name] if column.type == "data"}  # type: ignore[index]
        assert expected == [
            {key: json.loads(value) if key in data else value for key, value in row.items()}
            for row in tables[name].to_pylist()  # type: ignore[index]
        ]


def test_parquet_of_nothing_still_has_its_columns() -> None:
    with zipfile.ZipFile(io.BytesIO(exported("parquet"))) as archive:
        table = pyarrow.parquet.read_table(archive.open("claims.parquet"))
    assert [column.name for column in TABLES["claims"]] == table.column_names
    assert 0 == table.num_rows


# ---- the map ----

# RFC 7946, sections 3.1.1 (positions: longitude, latitude), 3.1.6 (linear rings) and 3.2 (Feature).
POSITION = {
    "type": "array",
    "prefixItems": [
        {"type": "number", "minimum": -180, "maximum": 180},
        {"type": "number", "minimum": -90, "maximum": 90},
    ],
    "items": False,
    "minItems": 2,
}
RING = {"type": "array", "minItems": 4, "items": POSITION}
POLYGON = {"type": "array", "items": RING, "minItems": 1}


def geometry(type_: str, coordinates: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["type", "coordinates"],
        "properties": {"type": {"const": type_}, "coordinates": coordinates},
        "additionalProperties": False,
    }


GEOJSON = {
    "type": "object",
    "required": ["type", "features"],
    "properties": {
        "type": {"const": "FeatureCollection"},
        "features": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "geometry", "properties"],
                "properties": {
                    "type": {"const": "Feature"},
                    "id": {"type": ["string", "number"]},
                    "properties": {"type": ["object", "null"]},
                    "geometry": {
                        "oneOf": [
                            {"type": "null"},
                            geometry("Point", POSITION),
                            geometry("Polygon", POLYGON),
                            geometry("MultiPolygon", {"type": "array", "items": POLYGON}),
                        ]
                    },
                },
            },
        },
    },
}


def features(data: bytes) -> list[dict[str, Any]]:
    collection = json.loads(data)
    jsonschema.Draft202012Validator(GEOJSON).validate(collection)
    assert FORMATS["geojson"].loses == collection["sayso"]["loses"]
    return list(collection["features"])


def placed(**given: Any) -> Any:
    made = depot()
    made.places[0] = replace(made.places[0], **given)
    return case(made)


def test_a_town_is_a_point_with_its_uncertainty_beside_it() -> None:
    (feature,) = features(exported("geojson", disputed()))
    assert {"type": "Point", "coordinates": [45.3, 15.4]} == feature["geometry"]
    assert (2000, 1) == (feature["properties"]["radius_m"], feature["properties"]["geo_precision"])


def test_what_lies_nobody_knows_where_has_no_geometry() -> None:
    (feature,) = features(exported("geojson", placed(lat=None, lon=None, radius_m=None, precision=None)))
    assert feature["geometry"] is None


def test_a_country_is_never_a_pin() -> None:
    (feature,) = features(exported("geojson", placed(radius_m=600_000, precision=3, admin1=None)))
    assert "Polygon" == feature["geometry"]["type"]


def test_every_place_is_an_area_where_that_is_asked() -> None:
    (feature,) = features(exported("geojson", disputed(), terms=Terms(areas=True)))
    assert "Polygon" == feature["geometry"]["type"]


def test_a_map_of_nothing_is_one() -> None:
    assert [] == features(exported("geojson"))


# ---- annotations ----

# W3C Web Annotation Data Model (2017): 3.1 annotations, 4.2.4 quote selectors, 4.2.5 position selectors, 5.2 pages.
SELECTORS = {
    "type": "array",
    "minItems": 2,
    "maxItems": 2,
    "prefixItems": [
        {
            "type": "object",
            "required": ["type", "exact"],
            "properties": {
                "type": {"const": "TextQuoteSelector"},
                "exact": {"type": "string"},
                "prefix": {"type": "string"},
                "suffix": {"type": "string"},
            },
            "additionalProperties": False,
        },
        {
            "type": "object",
            "required": ["type", "start", "end"],
            "properties": {
                "type": {"const": "TextPositionSelector"},
                "start": {"type": "integer", "minimum": 0},
                "end": {"type": "integer", "minimum": 0},
            },
            "additionalProperties": False,
        },
    ],
}
SOURCE = {
    "type": "object",
    "required": ["id", "format", "sha256"],
    "properties": {"format": {"const": "text/plain"}, "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"}},
}
TARGET = {
    "type": "object",
    "required": ["type", "source", "selector"],
    "properties": {"type": {"const": "SpecificResource"}, "source": SOURCE, "selector": SELECTORS},
}
ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "target"],
    "properties": {
        "id": {"type": "string", "format": "uri"},
        "type": {"const": "Annotation"},
        "motivation": {"const": "describing"},
        "created": {"type": "string", "pattern": "^[0-9]{4}-[0-9-]+T[0-9:]+Z$"},
        "target": {"oneOf": [TARGET, {"type": "array", "items": TARGET, "minItems": 2}]},
    },
}
PAGE = {
    "type": "object",
    "required": ["@context", "id", "type", "items"],
    "properties": {
        "@context": {"prefixItems": [{"const": "http://www.w3.org/ns/anno.jsonld"}]},
        "type": {"const": "AnnotationPage"},
        "items": {"type": "array", "items": ANNOTATION},
    },
}


def targets(page: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for one in page["items"]:
        yield from one["target"] if isinstance(one["target"], list) else [one["target"]]


def test_annotations_hold_to_the_model_and_both_selectors_say_the_same() -> None:
    made = disputed()
    page = json.loads(exported("annotations", made))
    jsonschema.Draft202012Validator(PAGE).validate(page)
    for target, source in zip(targets(page), made.sources.values(), strict=True):
        quote, position = target["selector"]
        body = source.reading.text.body
        assert quote["exact"] == body[position["start"] : position["end"]]
        assert body[: position["start"]].endswith(quote["prefix"])
        assert body[position["end"] :].startswith(quote["suffix"])
        assert source.text_sha256 == target["source"]["sha256"]


def test_offsets_of_annotations_are_code_points() -> None:
    draft = Draft("👩🏽‍🚒 Report\nThe ministry said a drone struck.\n")
    draft.claim("a drone struck", by="The ministry")
    (target,) = targets(json.loads(exported("annotations", case(draft))))
    assert draft.body.index("a drone") == target["selector"][1]["start"]


def test_a_content_in_pieces_has_a_target_a_piece() -> None:
    draft = depot()
    draft.claims[0] = replace(draft.claims[0], content=(draft.span("a drone struck"), draft.span("killing 3 guards")))
    page = json.loads(exported("annotations", case(draft)))
    jsonschema.Draft202012Validator(PAGE).validate(page)
    assert ["a drone struck", "killing 3 guards"] == [one["selector"][0]["exact"] for one in targets(page)]


# ---- researchers' tools ----


def test_a_plover_event_has_what_the_manual_requires_and_no_field_that_it_does_not_know() -> None:
    (event,) = objects(exported("plover", disputed()))
    assert set() == set(plover.REQUIRED) - set(event)
    assert set() == set(event) - set(plover.REQUIRED) - set(plover.OPTIONAL)
    assert (DAY, ["ASSAULT"]) == (event["date"], event["event"])
    assert ("YEM", 4) == (event["event_loc"]["country_code"], event["event_loc"]["resolution"])
    assert "size" not in event


def test_what_has_no_date_is_no_plover_event() -> None:
    assert b"" == exported("plover", case(depot(), time=None))


def test_acled_has_its_columns_and_leaves_a_disputed_toll_open() -> None:
    (row,) = cells(exported("acled", disputed()))
    assert list(acled.COLUMNS) == list(row)
    assert 31 == len(row)
    assert ("887", "Political violence", "", "") == (
        row["iso"],
        row["disorder_type"],
        row["event_type"],
        row["fatalities"],
    )
    assert ("1", "1", "2031") == (row["time_precision"], row["geo_precision"], row["year"])


def test_acled_has_the_toll_on_which_all_agree() -> None:
    (row,) = cells(exported("acled", case(depot())))
    assert "3" == row["fatalities"]


def test_ucdp_has_its_49_columns_and_keeps_who_said_it_apart_from_who_published_it() -> None:
    (row,) = cells(exported("ucdp", disputed()))
    assert list(ucdp.COLUMNS) == list(row)
    assert 49 == len(row)
    assert ("", "3", "5") == (row["best"], row["low"], row["high"])
    assert ("The ministry; The brigade", "Nahr Wire; Badia Mail") == (row["source_original"], row["source_office"])
    assert ("1", "POINT (45.3 15.4)") == (row["where_prec"], row["geom_wkt"])


def test_ucdp_has_no_point_for_a_country() -> None:
    (row,) = cells(exported("ucdp", placed(radius_m=600_000, precision=3, admin1=None)))
    assert ("6", "") == (row["where_prec"], row["geom_wkt"])


@pytest.mark.parametrize("name", NAMES)
def test_every_format_says_what_it_is_and_what_it_loses(name: Format) -> None:
    one = FORMATS[name]
    assert all((one.what, one.specification, one.suffix, one.media_type))
    assert len(one.loses) > 20


def test_the_district_goes_with_an_event() -> None:
    made = disputed()
    assert MARIB in made.districts.values()
    (row,) = cells(
        exported(
            "csv-events", replace(made, districts={item: replace(MARIB, admin2="Harib") for item in made.districts})
        )
    )
    assert "Harib" == row["admin2"]
