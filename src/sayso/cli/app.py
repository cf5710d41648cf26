"""The command and its subcommands, in the order in which help lists them."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso import __version__
from sayso.cli.briefing import brief
from sayso.cli.doctor import doctor
from sayso.cli.exporting import export
from sayso.cli.gazetteer import gazetteer
from sayso.cli.incidents import list_incidents, show_incident, why
from sayso.cli.judging import alias, judge
from sayso.cli.keeping import add, list_reports, verify
from sayso.cli.overview import sources, timeline
from sayso.cli.reading import read, show
from sayso.cli.rereading import reread
from sayso.cli.searching import search
from sayso.cli.serving import demo, serve
from sayso.cli.source import source
from sayso.cli.versions import versions

app = typer.Typer(
    name="sayso",
    help="On whose say-so? Who says what in published reports, through whom, and how sure they are.",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


app.command()(read)
app.command()(add)
app.command("list")(list_reports)
app.command()(show)
app.command()(versions)
app.command()(search)
app.command("incidents")(list_incidents)
app.command("incident")(show_incident)
app.command()(why)
app.command()(timeline)
app.command()(sources)
app.command()(source)
app.add_typer(judge)
app.add_typer(alias)
app.command()(export)
app.command()(brief)
app.command()(reread)
app.command()(verify)
app.add_typer(gazetteer)
app.command()(doctor)
app.command()(serve)
app.command()(demo)


@app.callback(invoke_without_command=True)
def _start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    if version:
        typer.echo(f"sayso {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
