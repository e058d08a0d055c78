"""The pages of the documentation as code: their blocks, and a shell that runs them without starting Python each time.

A comment before a block marks special cases:

- `<!-- not run: REASON -->`: it needs a server, a network, or something that only CI has;
- `<!-- file: NAME -->`: it is the content of that file;
- `<!-- prints -->`: it is the output of the preceding Python block;
- `<!-- run: COMMAND -->`, anywhere: a command that the reader need not see.
"""

import contextlib
import functools
import os
import re
import socket
import subprocess
import sys
import typing as t
from collections.abc import Callable, Iterator
from pathlib import Path

REPOSITORY: t.Final = Path(__file__).resolve().parent.parent
DOCUMENTS: t.Final = sorted(
    [*REPOSITORY.glob("*.md"), *(REPOSITORY / "docs").rglob("*.md")], key=lambda path: path.relative_to(REPOSITORY)
)
PIECE: t.Final = re.compile(
    r"^<!-- run: (?P<run>.*?) -->$|^(?:<!-- (?P<marker>.*?) -->\n)?```(?P<language>\w*)\n(?P<code>.*?)^```$",
    re.M | re.S,
)
NUMBER: t.Final = re.compile(r"\d+(?:[.,]\d+)*")
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


def prints(said: str, shown: str) -> bool:
    """Return whether a command prints what a page shows, ignoring numbers; a line `…` stands for any lines."""
    pattern = "".join("(?:.*\n)*" if line == "…" else f"{re.escape(line)}\n" for line in _plain(shown).splitlines())
    return re.fullmatch(pattern, _plain(said)) is not None


def _plain(text: str) -> str:
    lines = (re.sub(r" {2,}", "  ", NUMBER.sub("0", line)).rstrip() for line in text.splitlines())
    return "".join(f"{line}\n" for line in lines)


class Shell:
    """Runs the commands of pages in a folder, with `kg` as a fork of a process with everything loaded."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._server = subprocess.Popen(  # noqa: S603 - this file
            [sys.executable, "-m", "tests.documents", str(folder / "kg.socket")], cwd=REPOSITORY, stdout=subprocess.PIPE
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


if __name__ == "__main__":
    _serve(sys.argv[1])
