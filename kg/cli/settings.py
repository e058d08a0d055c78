"""Options in `kg.toml`: one table per command, with the names of the long options as keys."""

import typing as t
from pathlib import Path

import typer

from kg.errors import UsageError
from kg.toml import read_toml

if t.TYPE_CHECKING:
    from typer.core import TyperGroup

SETTINGS_FILE: t.Final = "kg.toml"
CONNECTING: t.Final = frozenset({"link", "llm-url", "master"})
"""Options that open connections; a kg.toml may come with documents from someone else, so it may not set them."""


def read_settings(path: Path, context: typer.Context) -> dict[str, dict[str, t.Any]]:
    """Return the default of each command's parameters by name; empty if there is no such file.

    Args:
        path: the path of the file.
        context: the context of the command group, which lists the commands.

    Raises:
        UsageError: the file is not TOML, or names an unknown command or option, or one that opens connections.
    """
    if not path.is_file():
        return {}
    tables = read_toml(path)
    known = parameters(context)
    settings: dict[str, dict[str, t.Any]] = {}
    for command, table in tables.items():
        if command not in known or not isinstance(table, dict):
            raise UsageError(f"{path}: {command}: must be a table named after a command: {', '.join(sorted(known))}")
        for option in table:
            if option not in known[command]:
                there = ", ".join(sorted(known[command]))
                raise UsageError(f"{path}: [{command}] {option}: unknown option; the options are: {there}")
            if option in CONNECTING:
                raise UsageError(f"{path}: [{command}] {option}: opens connections; set --{option} on the command line")
        settings[command] = {known[command][option]: value for option, value in table.items()}
    return settings


def parameters(context: typer.Context) -> dict[str, dict[str, str]]:
    """Return the name of each command's parameters by their long options, without the dashes."""
    group = t.cast("TyperGroup", context.command)  # the callback of an app runs on its group
    return {
        name: {
            option.removeprefix("--"): parameter.name
            for parameter in command.params
            for option in parameter.opts
            if option.startswith("--") and parameter.name
        }
        for name, command in group.commands.items()
    }
