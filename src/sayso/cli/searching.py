"""`sayso search`: reports by their words and by what else holds of them, and searches that are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.options import AsJson, Folder, opened
from sayso.cli.printing import console, counted, print_json, safe
from sayso.contract import Json
from sayso.search import CHOICES, Filters, Found, Results, Saved, Snippet, filters, results_to_json, saved_to_json

if TYPE_CHECKING:
    from rich.text import Text

_FILTERS = tuple(Filters.__dataclass_fields__)


def search(  # noqa: PLR0913  (one parameter a flag)
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS]", help='All must be there; "as it is" in quotation marks.')
    ] = None,
    *,
    where: Annotated[
        list[str] | None, typer.Option(metavar="NAME=VALUE", help=f"What else must hold: {', '.join(_FILTERS)}.")
    ] = None,
    page: Annotated[int, typer.Option(min=1, help="Which page of what is found.")] = 1,
    save: Annotated[str | None, typer.Option(metavar="NAME", help="Keep this search under a name.")] = None,
    saved: Annotated[bool, typer.Option("--saved", help="List the searches that are kept.")] = False,
    seen: Annotated[str | None, typer.Option(metavar="ID", help="Note that all of a kept search was seen.")] = None,
    kept: Annotated[str | None, typer.Option("--open", metavar="ID", help="Open a kept search.")] = None,
    workspace: Folder = None,
    as_json: AsJson = False,
) -> None:
    """Find reports by words in their text, claims, sources, places and dates, and show where the words stand."""
    typed = " ".join(words or ())
    with opened(workspace) as place:
        if saved:
            _print_saved(place.saved_searches(), as_json=as_json)
        elif seen:
            _print_saved((place.visit(seen),), as_json=as_json)
        elif save is not None:
            _print_saved((place.save_search(save, typed, _filters(where)),), as_json=as_json)
        elif kept:
            _print_results(place.saved_search(kept, page)[1], as_json=as_json)
        else:
            _print_results(place.search(typed, _filters(where), page), as_json=as_json)


def _filters(where: list[str] | None) -> Filters:
    return filters(dict(one.partition("=")[::2] for one in where or ()))


def _print_saved(kept: tuple[Saved, ...], *, as_json: bool) -> None:
    if as_json:
        print_json({"schema": "sayso/saved/1", "searches": [saved_to_json(one) for one in kept]})
        return
    out = console()
    for one in kept:
        out.print(f"{one.id:>4}  {safe(one.name)}", style="bold" if one.new else "")
        told = " ".join([one.words, *(f"{name}={value}" for name, value in one.filters.given.items())])
        out.print(
            f"      {counted(one.total, 'report')}, {one.new:,} new since {one.visited} · {safe(told)}", style="dim"
        )
    if not kept:
        out.print("No search is kept. Keep one with `sayso search WORDS --save NAME`.")


def _print_results(results: Results, *, as_json: bool) -> None:
    if as_json:
        document: Json = results_to_json(results)
        print_json(document)
        return
    out = console()
    if results.loosened:
        out.print("No word begins so; what follows has the letters inside a word.", style="dim")
    for one in results.found:
        _print_found(one)
    shown = len(results.found)
    if shown:
        out.print(f"{counted(results.total, 'report')}, page {results.page}", style="dim")
    elif results.total:
        out.print(f"There are only {counted(results.total, 'report')}; give a smaller --page.")
    else:
        out.print(f"Nothing was found. Try fewer words, or other filters: {', '.join(CHOICES)} have fixed values.")


def _print_found(found: Found) -> None:
    out = console()
    listed = found.listed
    day, outlet = listed.published or "date not known", listed.outlet or "outlet not known"
    mark = "new  " if found.new else ""
    out.print(f"{listed.report.id}  {mark}{safe(listed.title or listed.report.name)}", style="bold")
    out.print(f"    {safe(outlet)} · {safe(day)} · {counted(found.hits, 'hit')}", style="dim")
    for snippet in found.snippets:
        out.print(_snippet(snippet))


def _snippet(snippet: Snippet) -> Text:
    from rich.text import Text  # noqa: PLC0415  (with `--json` it is not needed)

    line = Text(f"    {snippet.claim or '':>4} {snippet.span.start:>6}  ", style="dim")
    for piece in snippet.pieces:
        line.append(safe(piece.text), style="bold not dim" if piece.hit else "not dim")
    return line
