"""Third-party RDF readers: each returns the quads that it read, and fails on warnings."""

import os
import re
import subprocess
import typing as t
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph

from kg.choices import Layout, Syntax
from kg.errors import UsageError
from kg.export.encodings import Encoding
from tests.programs import absent, program

JARS: t.Final = Path("/usr/share/java")
JENA: t.Final = JARS / "jena-core.jar"
NEEDED: t.Final = ("jena-", "caffeine", "commons-", "dexx", "gson", "http", "jackson-", "jakarta.json", "jsonld-java",
                   "protobuf", "slf4j-api.", "slf4j-simple.", "thrift", "titanium-json-ld")  # fmt: skip
"""The prefixes of the archives that Jena needs, and among the loggers the one that shows warnings."""
MESSAGES: t.Final = "org/apache/jena/ext/xerces/"
"""Where Debian's archive has the messages of an XML library, which that library looks for in `xerces/`."""
QUICK: t.Final = ("-Xshare:auto", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
"""Options that halve the run time of a short Java program: compile nothing twice, no concurrent collection."""
WARNINGS: t.Final = "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"
"""Show warnings, but not the names of files."""
N3_SCRIPT: t.Final = """
const { createRequire } = require("node:module");
const { readFileSync } = require("node:fs");
const N3 = createRequire(process.argv[1] + "/")("n3");
const quads = new N3.Parser().parse(readFileSync(process.argv[2], "utf8"));
process.stdout.write(new N3.Writer({ format: "N-Quads" }).quadsToString(quads));
"""

Quads: t.TypeAlias = frozenset[str]


@dataclass(frozen=True, slots=True)
class Reader:
    """A program, the syntaxes that it reads, whether it supports RDF 1.2, and how it reads a file."""

    name: str
    syntaxes: frozenset[Syntax]
    knows_triple_terms: bool
    read: Callable[[Path, Syntax], Quads]

    def reads(self, encoding: Encoding) -> bool:
        """Return whether it supports an encoding."""
        return encoding.written in self.syntaxes and (self.knows_triple_terms or encoding.provenance != "rdf12")


def _quads(content: bytes, syntax: pyoxigraph.RdfFormat = pyoxigraph.RdfFormat.N_QUADS) -> Quads:
    return frozenset(map(str, pyoxigraph.parse(content, format=syntax)))


def _output(words: list[str]) -> bytes:
    """Return the output of a program, which must succeed and print nothing else."""
    done = subprocess.run(  # noqa: S603 - our own words
        words, capture_output=True, check=False, timeout=120
    )
    said = done.stderr.decode("utf-8", "replace")
    if done.returncode or said:
        raise AssertionError(f"{words[0]} ends with {done.returncode} and says: {said[:2_000]}")
    return done.stdout


def by_pyoxigraph(path: Path, syntax: Syntax) -> Quads:
    found = pyoxigraph.RdfFormat.from_extension(path.suffix.removeprefix("."))
    assert found is not None, syntax
    return _quads(path.read_bytes(), found)


def by_riot(path: Path, syntax: Syntax) -> Quads:
    """Read with Jena, the only reader that also checks values (a month 13 is a warning)."""
    return frozenset(by_riot_together([path]))


def by_riot_together(paths: Sequence[Path]) -> Counter[str]:
    """Return the number of each quad in some files, with the syntax in their names: starting Java takes longest."""
    java = program("java")
    if java is None or not JENA.exists():
        absent("riot of Apache Jena", "apt-get install libapache-jena-java")
    words = [java, *QUICK, WARNINGS, "-cp", _class_path(paths[0].parent), "riotcmd.riot", "--check", "--output=nquads"]
    found: Counter[str] = Counter()
    # JSON-LD 1.1 needs a library that Debian's package does not depend on
    for options, suffixes in (["--syntax=jsonld10"], {".jsonld"}), ([], {".ttl", ".trig", ".nt", ".nq", ".rdf"}):
        files = [str(path) for path in paths if path.suffix in suffixes]
        if files:
            quads = pyoxigraph.parse(_output([*words, *options, *files]), format=pyoxigraph.RdfFormat.N_QUADS)
            found.update(map(str, quads))
    return found


def _class_path(folder: Path) -> str:
    """Return the archives of Jena, preceded by the messages that it cannot find."""
    fixed = folder / "jena"
    with zipfile.ZipFile(JENA) as archive:
        for name in archive.namelist():
            if name.startswith(MESSAGES) and name.endswith(".properties"):
                target = fixed / "xerces" / name.removeprefix(MESSAGES)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(name))
    archives = sorted(path for path in JARS.glob("*.jar") if path.name.startswith(NEEDED))
    return os.pathsep.join([str(fixed), *(str(path) for path in archives if not re.search(r"-\d", path.name))])


def by_rapper(path: Path, syntax: Syntax) -> Quads:
    found = program("rapper")
    if found is None:
        absent("rapper", "apt-get install raptor2-utils")
    name = {"nt": "ntriples", "nq": "nquads"}.get(syntax, syntax)
    return _quads(_output([found, "--quiet", "--input", name, "--output", "nquads", str(path)]))


def by_n3(path: Path, syntax: Syntax) -> Quads:
    node, place = program("node", "nodejs"), os.environ.get("KG_N3")
    if node is None or place is None:
        absent("N3.js", "npm install --prefix FOLDER n3, then KG_N3=FOLDER")
    return _quads(_output([node, "--eval", N3_SCRIPT, place, str(path)]))


READERS: t.Final = (
    Reader("pyoxigraph", frozenset(t.get_args(Syntax)), True, by_pyoxigraph),
    Reader("riot", frozenset(t.get_args(Syntax)), False, by_riot),
    # no TriG: rapper 2.0.16 crashes on named graphs after the first 32 kB, whoever wrote them
    Reader("rapper", frozenset({"turtle", "nt", "nq", "rdfxml"}), False, by_rapper),
    Reader("n3", frozenset({"turtle", "trig", "nt", "nq"}), True, by_n3),
)


def encodings() -> list[Encoding]:
    """Return every layout in every syntax that supports it."""
    found = []
    for layout in t.get_args(Layout):
        for syntax in t.get_args(Syntax):
            try:
                found.append(Encoding(provenance=layout, syntax=syntax, selectors=layout == "reify"))
            except UsageError:
                continue
    return found
