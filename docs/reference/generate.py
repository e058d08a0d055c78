"""Print the reference of the command line in Markdown, from the same definitions that `--help` shows.

The text of `--help` itself changes with the version of Typer and with the width of the terminal.
"""

import sys
from collections.abc import Iterator

import typer.main

from kg.cli import app


def reference() -> str:
    """Return the whole page."""
    group = typer.main.get_command(app)
    lines = [
        "# Command line",
        "",
        "Written by `make reference`; a test compares it with the commands.",
        "",
        *(group.help or "").split("\n"),
    ]
    for name, command in group.commands.items():  # type: ignore[attr-defined]  # an app of several commands is a group
        lines += ["", f"## kg {name}", "", command.help, "", "| | |", "|---|---|", *_rows(command)]
    return "\n".join(lines) + "\n"


def _rows(command: typer.core.TyperCommand) -> Iterator[str]:
    for parameter in command.params:
        metavar = parameter.metavar or ""
        words = ", ".join(
            f"`{f'{option} {metavar}'.strip()}`" for option in (*parameter.opts, *parameter.secondary_opts)
        )
        if not parameter.opts[0].startswith("-"):
            words = f"`{metavar}`"
        told = " Required." if parameter.required else _default(parameter.default)
        yield f"| {words.replace('|', chr(92) + '|')} | {getattr(parameter, 'help', '') or ''}{told} |"


def _default(value: object) -> str:
    shown = isinstance(value, str | int | float) and not isinstance(value, bool)
    return f" Default: {value}." if shown else ""


if __name__ == "__main__":
    sys.stdout.write(reference())
