"""`sayso gazetteer add`, `list` and `remove`: places of a country beyond those that are shipped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.options import AsJson
from sayso.cli.printing import console, counted, print_json, safe
from sayso.contract import Json
from sayso.settings import from_environment

if TYPE_CHECKING:
    from sayso.workspace import Shelf, Shelved

gazetteer = typer.Typer(
    name="gazetteer",
    help="Villages, hills and bases of a country, from GeoNames, beside the towns that are shipped.",
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=True,
)


@gazetteer.command()
def add(
    what: Annotated[
        str, typer.Argument(metavar="FILE|CC", help="A GeoNames dump, or a country's code to fetch it by.")
    ],
    as_json: AsJson = False,
) -> None:
    """Add the places of a country, from a GeoNames dump (zip or txt) or fetched from GeoNames (CC BY 4.0)."""
    with _bar() as told:
        item = _shelf().add(what, told)
    if as_json:
        print_json({"schema": "sayso/gazetteer/1", "added": _plain(item)})
    else:
        console().print(f"{item.country}: {counted(item.places, 'place')} added, in {safe(str(item.path))}")


@gazetteer.command("list")
def list_added(as_json: AsJson = False) -> None:
    """List the countries that were added."""
    items = _shelf().listed()
    if as_json:
        print_json({"schema": "sayso/gazetteer/1", "gazetteers": [_plain(item) for item in items]})
        return
    for item in items:
        console().print(f"{item.country}  {item.problem or counted(item.places, 'place')}  {safe(str(item.path))}")
    if not items:
        console().print("No country was added; the towns that are shipped are always there.")


@gazetteer.command()
def remove(
    country: Annotated[str, typer.Argument(metavar="CC", help="The country's code, such as SY.")],
    as_json: AsJson = False,
) -> None:
    """Remove the places of a country that were added."""
    item = _shelf().remove(country)
    if as_json:
        print_json({"schema": "sayso/gazetteer/1", "removed": _plain(item)})
    else:
        console().print(f"{item.country} removed.")


def _shelf() -> Shelf:
    from sayso.workspace import gazetteers  # noqa: PLC0415

    return gazetteers(from_environment())


def _plain(item: Shelved) -> Json:
    return {"country": item.country, "places": item.places, "file": str(item.path), "problem": item.problem or None}


@contextmanager
def _bar() -> Iterator[Callable[[str], Callable[[int, int], None]]]:
    """Show each step as a bar on standard error, gone at the end."""
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=console(error=True), transient=True) as progress:

        def step(words: str) -> Callable[[int, int], None]:
            task = progress.add_task(words, total=None)
            return lambda done, total: progress.update(task, completed=done, total=total or None)

        yield step
