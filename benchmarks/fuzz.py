"""Coverage-guided fuzzing with atheris: readers, queries and TOML files.

usage: python -m benchmarks.fuzz readers|queries|toml [CORPUS] [-runs=N] [-max_total_time=SECONDS] [...]

The arguments after the target go to libFuzzer. A finding is an uncaught error, a reader that failed because of our
code, a time of over ten seconds, or the end of the process. It needs atheris: `pip install atheris`, Python
3.11 to 3.13 on Linux. CI does not run it; its findings are in the tests.
"""

import sys
import tempfile
import typing as t
from collections.abc import Callable
from pathlib import Path

from kg.errors import KgError

Target: t.TypeAlias = Callable[[bytes], None]
HANG: t.Final = "-timeout=10"


class Found(Exception):
    """An unexpected failure."""


def readers(data: bytes) -> None:
    """Read the bytes as a file with a neutral name, and as one with the suffix that its first byte selects."""
    from kg.model import Failure
    from kg.read import File
    from kg.read.formats import READERS, parts

    endings = ("", *(f".{name}" for name in sorted(READERS)))
    for name in ("file", f"file{endings[data[0] % len(endings)]}" if data else "file"):
        for part in parts(File(name, data)):
            if isinstance(part, Failure) and part.kind == "failed":
                raise Found(part.reason)


def queries(data: bytes) -> None:
    """Query a graph; invalid SPARQL must give an error of one line."""
    from kg.export.rdf.query import parameters, query
    from kg.model import Graph

    text = data.decode("utf-8", "replace")
    try:
        query(Graph(), text, values=dict.fromkeys(parameters(text), '"}'))
    except KgError as error:
        if "\n" in str(error):
            raise Found("more than one line") from error


def toml(data: bytes) -> None:
    """Read decisions and relations from a file."""
    from kg.export.rdf import relation_table
    from kg.resolve import read_decisions

    with tempfile.NamedTemporaryFile(suffix=".toml") as file:
        Path(file.name).write_bytes(data)
        for read in (read_decisions, lambda path: relation_table([path])):
            try:
                read(file.name)
            except KgError as error:
                if "\n" in str(error):
                    raise Found("more than one line") from error


TARGETS: t.Final[dict[str, Target]] = {"readers": readers, "queries": queries, "toml": toml}


def main(arguments: list[str]) -> int:
    """Fuzz a target until something is found or its time is over."""
    if not arguments or arguments[0] not in TARGETS:
        print(f"usage: python -m benchmarks.fuzz {'|'.join(TARGETS)} [ARGUMENTS OF LIBFUZZER]", file=sys.stderr)
        return 2
    import atheris

    with atheris.instrument_imports(include=["kg"]):
        import kg.export.rdf
        import kg.read.formats.detection
        import kg.resolve.decisions  # noqa: F401 - the modules whose branches are watched
    atheris.Setup([sys.argv[0], HANG, *arguments[1:]], TARGETS[arguments[0]])
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
