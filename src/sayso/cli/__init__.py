"""The `sayso` command: each subcommand parses, makes one call of the workspace, and shows what came back."""

from sayso.cli.entry import main

__all__ = ["main"]
