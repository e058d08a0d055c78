"""Options in `kg.toml`: one table per command, with the names of the long options as keys."""

import typing as t
from pathlib import Path

import typer

from kg.errors import KgError, UsageError
from kg.toml import read_toml

if t.TYPE_CHECKING:
    from typer.core import TyperGroup, TyperOption

SETTINGS_FILE: t.Final = "kg.toml"
OF_A_LIBRARY: t.Final = "Value error, "
"""What pydantic, which checks values for typer, puts before a message."""
CONNECTING: t.Final = frozenset({"link", "llm-url", "master"})
"""Options that open connections; a kg.toml may come with documents from someone else, so it may not set them."""


def read_settings(path: Path, context: typer.Context) -> dict[str, dict[str, t.Any]]:
    """Return the default of each command's parameters by name; empty if there is no such file.

    Args:
        path: the path of the file.
        context: the context of the command group, which lists the commands.

    Raises:
        UsageError: the file is not TOML, names an unknown command or option or one that opens connections, or gives an
            option a wrong value.
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
        settings[command] = dict(
            _setting(f"{path}: [{command}] {option}", known[command][option], value, context)
            for option, value in table.items()
        )
    return settings


def _setting(place: str, option: "TyperOption", value: t.Any, context: typer.Context) -> tuple[str, t.Any]:
    """Return the name of a parameter with its value; an option that can be repeated may have one value.

    Raises:
        UsageError: the value is wrong; the message begins with its place.
    """
    several = option.multiple
    value = [value] if several and not isinstance(value, dict | list) else value
    if isinstance(value, dict) or (isinstance(value, list) and not several):
        raise UsageError(f"{place}: must be {'a list' if several else 'one value'}")
    try:
        option.process_value(context, value)
    except typer.BadParameter as error:
        raise UsageError(f"{place}: {error.message.rstrip('.').replace(OF_A_LIBRARY, '')}") from error
    except KgError as error:
        raise UsageError(f"{place}: {error}") from error
    return str(option.name), value


def parameters(context: typer.Context) -> "dict[str, dict[str, TyperOption]]":
    """Return each command's parameters by their long options, without the dashes."""
    group = t.cast("TyperGroup", context.command)  # the callback of an app runs on its group
    return {
        name: {
            option.removeprefix("--"): t.cast("TyperOption", parameter)
            for parameter in command.params
            for option in parameter.opts
            if option.startswith("--") and parameter.name
        }
        for name, command in group.commands.items()
    }
