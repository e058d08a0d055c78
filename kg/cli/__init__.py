"""The command line: arguments, files, progress and exit codes; the library does the work.

Exit codes: 0 success, 1 the input could not be used or some documents failed, 2 wrong usage. A user's mistake is one
line on standard error; any other error is a bug and keeps its traceback.
"""

import contextlib
import errno
import io
import os
import sys
import typing as t
from collections.abc import Sequence
from pathlib import Path

import typer

from kg.cli.build import build
from kg.cli.convert import convert
from kg.cli.diff import diff
from kg.cli.doctor import doctor
from kg.cli.explain import explain
from kg.cli.extract import extract
from kg.cli.judge import judge
from kg.cli.load import load
from kg.cli.mcp import mcp
from kg.cli.merge_candidates import merge_candidates
from kg.cli.query import query
from kg.cli.remove import remove
from kg.cli.score import score
from kg.cli.serve import serve
from kg.cli.settings import OF_A_LIBRARY, SETTINGS_FILE, read_settings
from kg.cli.stats import stats
from kg.cli.verify import verify
from kg.cli.view import view
from kg.cli.vocab import vocab
from kg.errors import KgError

# typer exports this one of its errors only; their common base is private and has moved between versions
WRONG_USE: t.Final[type[Exception]] = typer.BadParameter.__bases__[0]
STOPPED: t.Final = 130
NO_ROOM: t.Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
"""The errors of a full or broken disk, wherever something is being written."""

app = typer.Typer(
    name="kg",
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,  # importing rich would double the time of --help
    pretty_exceptions_enable=False,
)
READING: t.Final = (build, remove, extract, explain, merge_candidates)
USING: t.Final = (view, query, convert, load, serve, mcp, verify, diff, stats, score, judge)
for command in (*READING, *USING, vocab, doctor):
    app.command()(command)


@app.callback(invoke_without_command=True)
def kg(
    context: typer.Context,
    version: t.Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False,
) -> None:
    """Turn text into a knowledge graph in which every statement links to the sentence it comes from.

    Options can also be set in kg.toml in the working directory, in one section for each command.
    """
    if version:
        from kg import __version__

        typer.echo(__version__)
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(2)
    context.default_map = read_settings(Path(SETTINGS_FILE), context)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: the words after `kg`; None uses those of the process.

    Returns:
        the exit code.
    """
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a notebook has another
            # JSON and Turtle are UTF-8 whatever the locale says
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = app(arguments, prog_name="kg", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        _give_up_output()  # the reader has gone
        return 1
    except KgError as error:
        return _fail(str(error), error.exit_code)
    except typer.Abort:
        return _fail("stopped", STOPPED)
    except OSError as error:
        if error.errno not in NO_ROOM:
            raise
        _give_up_output()
        return _fail(f"{error.filename or 'standard output'}: cannot be written: {error.strerror}", 1)
    except WRONG_USE as error:
        return _fail(_wrong_use(t.cast("typer.BadParameter", error)), 2)
    if code == STOPPED:  # by Ctrl-C: typer has made an exit code of it
        return _fail("stopped", STOPPED)
    return code if isinstance(code, int) else 0


def _open_closed_streams() -> None:
    """Open the null device for each closed standard stream, so that no file that is opened later takes its place."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            with contextlib.suppress(OSError):
                opened = os.open(os.devnull, os.O_RDWR)  # gets the lowest number that is free
                os.set_inheritable(opened, True)  # so that the processes of a run have the stream, too
            stream = open(number, "w" if number else "r", encoding="utf-8", closefd=False)  # noqa: SIM115 - for the run
            setattr(sys, name, stream)


def _wrong_use(error: typer.BadParameter) -> str:
    """Return what is wrong with the words of a command, and where its options are explained."""
    message = error.format_message().rstrip(".").replace(OF_A_LIBRARY, "")
    return f"{message} (see {error.ctx.command_path if error.ctx else 'kg'} --help)"


def _give_up_output() -> None:
    """Prevent the interpreter's final flush of standard output from failing too."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fail(message: str, code: int) -> int:
    with contextlib.suppress(OSError):  # standard error may have no room either
        typer.echo(f"kg: {' '.join(message.split())}", err=True)
    return code
