"""The pages of the documentation as code: their blocks, and a shell that runs them without starting Python each time.

A comment before a block marks special cases:

- `<!-- not run: REASON -->`: it needs a server, a network, or something that only CI has;
- `<!-- file: NAME -->`: it is the content of that file;
- `<!-- prints -->`: it is the output of the preceding Python block;
- `<!-- run: COMMAND -->`, anywhere: a command that the reader need not see.

`python -m tests.documents` runs all pages, or those given, and writes what they print today into them. In what a page
shows, a line `…` stands for any lines, and times and sizes in memory may differ from machine to machine.
"""

import contextlib
import functools
import io
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import typing as t
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pyoxigraph

REPOSITORY: t.Final = Path(__file__).resolve().parent.parent
DOCUMENTS: t.Final = sorted(
    [*REPOSITORY.glob("*.md"), *(REPOSITORY / "docs").rglob("*.md")], key=lambda path: path.relative_to(REPOSITORY)
)
PIECE: t.Final = re.compile(
    r"^<!-- run: (?P<run>.*?) -->$|^(?:<!-- (?P<marker>.*?) -->\n)?```(?P<language>\w*)\n(?P<code>.*?)^```$",
    re.M | re.S,
)
NUMBER: t.Final = re.compile(r"\d+(?:[.,]\d+)*")
OF_THE_MACHINE: t.Final = re.compile(r"\d+(?:[.,]\d+)* ?(?:ms|s|min|seconds?|minutes?|[kMG]i?B)\b")
"""Times and sizes in memory."""
NUMBER_OF_TRIPLES: t.Final = re.compile(r"\d+(?= triples)")
LOADED: t.Final = re.compile(r"kg load (?P<folder>\S+) .*")
"""A command that needs a server, but says only how many triples there are in a folder."""
RUN: t.Final = frozenset({"bash", "console", "python", "run"})
"""The languages of blocks that are run."""
CLIENT: t.Final = """\
#!{python} -SE
import os, socket, sys
with socket.socket(socket.AF_UNIX) as connection:
    connection.connect({address!r})
    socket.send_fds(connection, ["\\0".join([os.getcwd(), *sys.argv[1:]]).encode()], [0, 1, 2])
    sys.exit(int(connection.recv(16)))
"""
"""The command `kg` for pages: it passes its arguments, folder and streams to a process with everything loaded."""


class Block(t.NamedTuple):
    """A block of a page: its language (`run` is a hidden command), its code, and the comment before it."""

    language: str
    code: str
    marker: str = ""


class Command(t.NamedTuple):
    """A command, and its output according to the page; None if the page does not show it."""

    words: str
    prints: str | None = None


def blocks_of(page: Path) -> tuple[Block, ...]:
    """Return the blocks of a page in order, with its hidden commands."""
    text = page.read_text(encoding="utf-8")
    return tuple(
        Block("run", found["run"]) if found["run"] else Block(found["language"], found["code"], found["marker"] or "")
        for found in PIECE.finditer(text)
    )


def commands_of(block: Block) -> Iterator[Command]:
    """Yield the commands of a shell block: all of it, or each command after a `$` with its output."""
    if block.language != "console":
        yield Command(block.code)
        return
    for part in re.split(r"^\$ ", block.code, flags=re.M)[1:]:
        head = re.match(r"(?:.*\\\n)*.*\n", part)
        here = re.match(r".*<<'(\w+)'.*\n(?:.*\n)*?\1\n", part) or head
        assert here is not None
        yield Command(here[0], part[here.end() :] or None)


class Output(t.NamedTuple):
    """What a command or a Python block printed; `shown` is what the page has, None if it shows no output.

    `place` is the position of the block on the page, `number` that of the command in the block.
    """

    place: int
    number: int
    words: str
    said: str
    shown: str | None
    code: int = 0


def outputs_of(page: Path, shell: "Shell", folder: Path) -> Iterator[Output]:
    """Run the blocks of a page in a folder, and yield what each command printed."""
    names: dict[str, object] = {}
    printed, blocks = "", blocks_of(page)
    for block in blocks:
        if block.marker.startswith("file: "):
            (folder / block.marker.removeprefix("file: ")).write_text(block.code, encoding="utf-8")
    for place, block in enumerate(blocks):
        if block.marker == "prints":
            yield Output(place, 0, "print", printed, block.code)
        elif block.language == "python" and not block.marker.startswith("not run: "):
            with contextlib.chdir(folder), contextlib.redirect_stdout(io.StringIO()) as output:
                exec(compile(block.code, page, "exec"), names)  # noqa: S102 - the block is ours
            printed = output.getvalue()
        elif block.language in RUN:
            yield from _outputs_of_commands(place, block, shell, folder)


def _outputs_of_commands(place: int, block: Block, shell: "Shell", folder: Path) -> Iterator[Output]:
    is_run = not block.marker.startswith("not run: ")
    for number, command in enumerate(commands_of(block)):
        loaded = LOADED.match(command.words)
        if is_run:
            done = shell.run(command.words, folder)
            yield Output(place, number, command.words, done.stdout, command.prints, done.returncode)
        elif loaded and command.prints and " triples" in command.prints:
            count = sum(1 for _ in pyoxigraph.parse(path=str(folder / loaded["folder"] / "graph.ttl")))
            yield Output(
                place, number, command.words, NUMBER_OF_TRIPLES.sub(str(count), command.prints), command.prints
            )


def prints(said: str, shown: str) -> bool:
    """Return whether a command prints what a page shows; a line `…` stands for any lines."""
    return _matched(_plain(said), _plain(shown)) is not None


def updated(said: str, shown: str) -> str:
    """Return what a page should show of an output: its lines of today, with `…` where the page has that.

    Raises:
        ValueError: a page with `…` shows other lines than there are, so that somebody has to choose them.
    """
    if prints(said, shown):
        return shown
    lines, kept = said.splitlines(), shown.splitlines()
    if "…" not in kept:
        return "".join(f"{line.rstrip()}\n" for line in lines)
    without = [NUMBER.sub("0", _plain(text)) for text in (said, shown)]
    found = _matched(*without)
    if found is None:
        raise ValueError(f"other lines than those shown:\n{said}")
    starts = [without[0].count("\n", 0, found.start(group + 1)) for group in range(len(kept))]
    return "".join(f"{line if line == '…' else lines[at].rstrip()}\n" for line, at in zip(kept, starts, strict=True))


def _matched(said: str, shown: str) -> re.Match[str] | None:
    lines = ("((?:.*\n)*)" if line == "…" else f"({re.escape(line)}\n)" for line in shown.splitlines())
    return re.fullmatch("".join(lines), said)


def _plain(text: str) -> str:
    """Return a text with one width of gaps, without trailing spaces, and without figures of the machine."""
    lines = (re.sub(r" {2,}", "  ", OF_THE_MACHINE.sub("0 s", line)).rstrip() for line in text.splitlines())
    return "".join(f"{line}\n" for line in lines)


def page_of_today(page: Path, outputs: Iterable[Output]) -> str:
    """Return the text of a page with the outputs of today."""
    new = {(each.place, each.number): updated(each.said, each.shown) for each in outputs if each.shown is not None}
    text = page.read_text(encoding="utf-8")
    for place, found in reversed([*enumerate(PIECE.finditer(text))]):
        code: str | None
        if found["language"] == "console":
            commands = enumerate(commands_of(Block("console", found["code"])))
            code = "".join(f"$ {one.words}{new.get((place, number), one.prints) or ''}" for number, one in commands)
        else:
            code = new.get((place, 0))
        if code is not None and found["code"] is not None:
            text = text[: found.start("code")] + code + text[found.end("code") :]
    return text


class Shell:
    """Runs the commands of pages in a folder, with `kg` as a fork of a process with everything loaded."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._server = subprocess.Popen(  # noqa: S603 - this file
            [sys.executable, "-m", "tests.documents", "--serve", str(folder / "kg.socket")],
            cwd=REPOSITORY,
            stdout=subprocess.PIPE,
        )
        assert self._server.stdout is not None
        self._server.stdout.readline()
        programs = folder / "bin"
        programs.mkdir()
        (programs / "kg").write_text(CLIENT.format(python=sys.executable, address=str(folder / "kg.socket")))
        (programs / "kg").chmod(0o755)
        beside = [str(programs), str(Path(sys.executable).parent), os.environ["PATH"]]
        self._environment = {
            **os.environ,
            "PATH": os.pathsep.join(beside),
            "PYTHONPATH": str(REPOSITORY),
            "COLUMNS": "80",
        }

    def run(self, command: str, folder: Path) -> subprocess.CompletedProcess[str]:
        """Return the completed process of a bash command, with all its output in stdout."""
        return subprocess.run(  # noqa: S603 - the pages are ours
            ["bash", "-eu", "-o", "pipefail", "-c", command],  # noqa: S607 - wherever it is
            cwd=folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )

    def close(self) -> None:
        """End the server process."""
        self._server.terminate()
        self._server.communicate()


def _serve(address: str) -> None:
    import kg
    from kg import cli
    from kg.grammar import pipeline

    pipeline.load = functools.cache(pipeline.load)  # and the model
    kg.build_texts(["Ines Prado founded Prado Labs."]).to_html()  # to load everything that a command needs
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(address)
        listening.listen()
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        while True:
            connection, _ = listening.accept()
            if os.fork() == 0:
                _answer(connection, cli.main)
            connection.close()
            with contextlib.suppress(ChildProcessError):
                while os.waitpid(-1, os.WNOHANG)[0]:
                    pass


def _answer(connection: socket.socket, main: Callable[[list[str]], int]) -> t.NoReturn:
    """Serve one connection in a separate process."""
    words, streams, _, _ = socket.recv_fds(connection, 65_536, 3)
    folder, *arguments = words.decode().split("\0")
    for number, given in enumerate(streams):
        os.dup2(given, number)
    sys.stdin, sys.stdout, sys.stderr = (os.fdopen(number, mode) for number, mode in enumerate("rww"))
    os.chdir(folder)
    code = 1
    try:
        code = main(arguments)
    finally:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError):
                stream.flush()
        connection.sendall(str(code).encode())
        os._exit(code)


def built_in(shell: Shell) -> Path:
    """Return a folder with the sample articles in `data/` and their graph in `out/`, as in the README."""
    folder = shell.folder / "built"
    shutil.copytree(REPOSITORY / "data", folder / "data")
    done = shell.run("kg build data/ -o out/", folder)
    assert done.returncode == 0, done.stdout
    return folder


def main(names: list[str]) -> int:
    """Write the outputs of today into pages, by default into all that are run."""
    pages = [Path(name).resolve() for name in names] or [
        page for page in DOCUMENTS if any(block.language in RUN for block in blocks_of(page))
    ]
    failed = 0
    with tempfile.TemporaryDirectory() as place, contextlib.closing(Shell(Path(place))) as shell:
        built = built_in(shell)
        for number, page in enumerate(pages):
            folder = Path(place) / f"page{number}"
            shutil.copytree(built, folder)
            try:
                text = page_of_today(page, [*outputs_of(page, shell, folder)])
            except ValueError as error:
                failed += 1
                sys.stderr.write(f"{page}: {error}\n")
                continue
            if text != page.read_text(encoding="utf-8"):
                page.write_text(text, encoding="utf-8")
                sys.stdout.write(f"{page.relative_to(REPOSITORY)}\n")
    return 1 if failed else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--serve"]:
        _serve(sys.argv[2])
    sys.exit(main(sys.argv[1:]))
