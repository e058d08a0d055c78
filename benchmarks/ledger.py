"""A growing folder: identical output in steps, shuffled and at once; the cost of small updates; kills.

usage: python -m benchmarks.ledger steps [--documents 1000] [--steps 10]
       python -m benchmarks.ledger costs [--documents 1000]
       python -m benchmarks.ledger kills [--documents 30] [--kills 100]

steps  a folder that grows in steps, one that is built of shuffled documents in two parts and one that is built at once
       have the same files, and the graph has no fact more often than documents do, and misses few
costs  CPU seconds of a first run, of one without a change (at most 3 %), and of one after a change of the rules: the
       repeated work (all but loading and parsing) relative to its cost in the first run (at most 1.1)
kills  runs that are killed at a random moment while they write over an older output: the files are always the old or
       the new ones, kept data stays kept, and the run that is not killed ends with the same bytes

The documents are synthetic. Exit code 1 if a check fails.
"""

import argparse
import contextlib
import functools
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import typing as t
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from unittest import mock

from benchmarks.corpus import counted_facts, read_lines, write
from kg.grammar.pipeline import load
from kg.ledger import LEDGER, settle
from kg.stages import Options, batches, keys, update


def files_of(folder: Path) -> dict[str, bytes]:
    """Return the files of a run, without the ledger and the lock."""
    return {
        path.name: path.read_bytes()
        for path in sorted(folder.iterdir())
        if path.is_file() and not path.name.startswith((LEDGER, "."))
    }


def steps(number: int, parts: int) -> bool:
    """Return whether a folder that grows in steps has the files of one that is built at once, and all facts."""
    with working_folder() as work:
        made = write(work / "in", number)
        options, paths = Options(model=load()), sorted((work / "in").iterdir())
        for step in range(1, parts + 1):
            done = update(paths[: number * step // parts], work / "steps", options)
            print(f"step {step}: {done.read} read, {done.counts['statements']} statements", flush=True)
        shuffled = random.Random(3).sample(paths, len(paths))  # noqa: S311 - no secret
        for half in (shuffled[: number // 2], shuffled[number // 2 :]):
            update(half, work / "shuffled", options)
        update(work / "in", work / "whole", options, ledger=False)
        wanted = files_of(work / "whole")
        told, read, doubled = counted_facts(read_lines(work / "whole" / "triples.jsonl"), made)
        for name in ("steps", "shuffled"):
            found = files_of(work / name)
            differ = sorted(file for file in wanted.keys() | found.keys() if wanted.get(file) != found.get(file))
            print(f"{name} and at once: {', '.join(differ) or 'the same bytes'}")
        print(f"facts: {told}, not read {told - read}, told too often {doubled}")
        return (
            all(files_of(work / name) == wanted for name in ("steps", "shuffled"))
            and told - read < told / 10
            and not doubled
        )


def costs(number: int) -> bool:
    """Return whether runs with little to do cost little."""
    with working_folder() as work:
        write(work / "in", number)
        first, again = (command_seconds(work / "in", work / "out") for _ in range(2))
        share = again / first
        size = (work / "out" / LEDGER).stat().st_size
        print(f"first run {first:.1f} CPU s, without a change {again:.2f} CPU s: {share:.2%}; {LEDGER} {size} bytes")
        once, parsed = changed_seconds(work, "once")
        more, parsed_again = changed_seconds(work, "more")
        print(f"all but loading and parsing: {once:.1f} CPU s, after a change of rules {more:.1f}: {more / once:.3f}")
        print(f"paragraphs parsed: {parsed}, after a change of rules {parsed_again}")
        return share <= 0.03 and more <= 1.1 * once and not parsed_again


def command_seconds(places: Path, out: Path) -> float:
    """Return the CPU seconds of `kg build`."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "kg", "build", str(places), "-o", str(out), "--quiet"]
    subprocess.run(command, check=True)  # noqa: S603 - our own words
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def changed_seconds(work: Path, rules: str) -> tuple[float, int]:
    """Return the CPU seconds of a run with renamed rules, without loading and parsing, and the number of parses."""
    nlp = load()
    spent, parsed, pipe = 0.0, 0, nlp.pipe

    def timed(*arguments: t.Any, **chosen: t.Any) -> Iterator[t.Any]:
        nonlocal spent, parsed
        docs = iter(pipe(*arguments, **chosen))
        if not chosen.get("as_tuples"):  # the pipeline calls itself
            yield from docs
            return
        while True:
            begin = time.process_time()
            doc = next(docs, None)
            spent += time.process_time() - begin
            if doc is None:
                return
            parsed += 1
            yield doc

    real = keys.code
    begin = time.process_time()
    with (
        mock.patch.object(nlp, "pipe", timed),
        mock.patch.object(keys, "code", lambda parts=(".",): real(parts) + rules * (parts == keys.READING)),
    ):
        update(work / "in", work / "changed", Options(model=nlp))
    return time.process_time() - begin - spent, parsed


def kills(number: int, times: int, *, seed: int = 5) -> bool:
    """Return whether nothing is lost, duplicated or mixed if runs are killed.

    Two sets of documents alternate in one folder, the second without some of the first and with new ones.
    """
    draw, options = random.Random(seed), Options(model=load())  # noqa: S311 - no secret
    with working_folder() as work, mock.patch.object(batches, "BATCH", 1500):
        write(work / "in", number)
        paths = sorted((work / "in").iterdir())
        sets = (paths[: number * 2 // 3], paths[number // 3 :])
        states = [whole_state(chosen, work / f"whole{turn}", options) for turn, chosen in enumerate(sets)]
        out, killed, done, turn, wrong = work / "out", 0, 0, 0, 0
        begin = time.perf_counter()
        update(sets[1], out, options)
        longest = 1.2 * (time.perf_counter() - begin)
        while killed < times:
            kept, chosen = ids_of(out), sets[turn]
            ended = in_child(functools.partial(update, chosen, out, options, prune=True), draw.uniform(0, longest))
            killed, done = killed + (not ended), done + ended
            settle(out)
            whole = files_of(out) in ([states[turn]] if ended else states)
            lost = kept & {path.stem for path in chosen} - ids_of(out)
            if not whole or lost:
                print(f"after kill {killed}: files {'whole' if whole else 'mixed'}, lost {sorted(lost)}")
                wrong += 1
            turn = 1 - turn if ended else turn
        update(sets[turn], out, options, prune=True)
        same = files_of(out) == states[turn]
        print(f"{killed} runs killed, {done} ended; at the end {'the same bytes' if same else 'other bytes'}")
        return same and not wrong


def whole_state(places: Sequence[Path], out: Path, options: Options) -> dict[str, bytes]:
    """Return the files of documents that are read in one run."""
    update(places, out, options)
    return files_of(out)


def in_child(work: Callable[[], object], seconds: float) -> bool:
    """Work in a process that is killed after some seconds; return whether it ended before."""
    child = os.fork()
    if child == 0:
        with contextlib.suppress(BaseException):
            work()
            os._exit(0)
        os._exit(1)
    limit = time.monotonic() + seconds
    while time.monotonic() < limit:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            if status:
                raise RuntimeError("the run failed by itself")
            return True
        time.sleep(0.005)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False


def ids_of(folder: Path) -> set[str]:
    """Return the documents of a ledger, which must be intact."""
    connection = sqlite3.connect(folder / LEDGER)
    try:
        [whole] = connection.execute("PRAGMA integrity_check").fetchone()
        if whole != "ok":
            raise RuntimeError(whole)
        return {id_ for [id_] in connection.execute("SELECT id FROM document")}
    finally:
        connection.close()


@contextlib.contextmanager
def working_folder() -> Iterator[Path]:
    """Yield an empty folder that is removed at the end."""
    folder = Path(tempfile.mkdtemp())
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("what", choices=("steps", "costs", "kills"))
    parser.add_argument("--documents", type=int)
    parser.add_argument("--steps", type=int, default=10)
    parser.add_argument("--kills", type=int, default=100)
    options = parser.parse_args(arguments)
    if options.what == "kills":
        return not kills(options.documents or 30, options.kills)
    number = options.documents or 1000
    return not (steps(number, options.steps) if options.what == "steps" else costs(number))


if __name__ == "__main__":
    sys.exit(main())
