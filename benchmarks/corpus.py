"""A synthetic corpus of any size with known content: facts, copies, contradictions, broken files.

usage: python -m benchmarks.corpus NUMBER FOLDER [--seed 1]    write that many documents, and broken files beside them
       python -m benchmarks.corpus NUMBER --check OUT [--seed 1]    count what `kg build FOLDER -o OUT` found

Each document states facts of firms and persons, whose names are drawn as in news: few are in many documents, most in
few. A firm has its full name and one without its legal form, a person the full name and the last. Of twenty
documents one is an exact copy of another, one a copy with another headline and a further sentence, and one contradicts
another. One file in a hundred is broken, with every kind of damage in the tests of the readers.
"""

import argparse
import csv
import functools
import itertools
import json
import math
import random
import sys
import typing as t
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kg.model import Document

SYLLABLES: t.Final = ("bar", "den", "fol", "gim", "hav", "kes", "lum", "nor", "pel", "rov", "sten", "tal", "vik", "zor")
KINDS: t.Final = ("Ferries", "Motors", "Paper", "Foods", "Airlines", "Steel", "Bank", "Energy")
FORMS: t.Final = ("Inc.", "Ltd", "Group")
GIVEN: t.Final = ("Ida", "Thomas", "Ana", "Jane", "Victor", "Mary", "Peter", "Laura")
THINGS: t.Final = ("shipyard", "mill", "bridge", "mine", "factory", "harbour", "warehouse")
VERBS: t.Final = (("bought", "buy"), ("sold", "sell"), ("closed", "close"), ("opened", "open"))
PAIRS: t.Final = (("sued", "sue"), ("praised", "praise"), ("accused", "accuse"), ("criticised", "criticise"))
WHO: t.Final = ("teacher", "farmer", "doctor", "painter", "driver", "lawyer", "nurse", "student", "priest", "judge")
WHAT: t.Final = (
    "clock",
    "garden",
    "wagon",
    "roof",
    "table",
    "letter",
    "fence",
    "window",
    "lamp",
    "boat",
    "oven",
    "coat",
)
HOW: t.Final = (
    "old",
    "quiet",
    "wooden",
    "small",
    "broken",
    "green",
    "heavy",
    "famous",
    "cheap",
    "clean",
    "narrow",
    "wet",
)
DID: t.Final = (
    "repaired",
    "painted",
    "found",
    "lost",
    "measured",
    "described",
    "moved",
    "borrowed",
    "cleaned",
    "wanted",
)
CONTRARY: t.Final = (
    ("{} bought {} in May 2020.", "{} did not buy {}."),
    ("{} employs 300 people, {} reported.", "{} employs 450 people, {} reported."),
    ("{} was founded in 1998, {} reported.", "{} was founded in 2004, {} reported."),
)
"""The statement of a document about two firms that no other document names, and its contradiction."""
PUBLISHED: t.Final = date(2020, 6, 1)
ROUND: t.Final = 20
EXACT, NEAR, OPPOSED = 5, 9, 13
"""Of twenty documents: those that copy the one before, and the one that contradicts the one before."""
BROKEN: t.Final = 100

Fact: t.TypeAlias = tuple[frozenset[str], str, frozenset[str]]
"""The names of the subject, the relation, and the names of the object."""


@dataclass(frozen=True, slots=True)
class Made:
    """A document, the facts that it states, the id of its original, and the id of the document that it contradicts."""

    document: Document
    facts: tuple[Fact, ...] = ()
    copies: str | None = None
    contradicts: str | None = None


def corpus(number: int, *, seed: int = 1) -> Iterator[Made]:
    """Yield that many documents; the same number and seed give the same ones."""
    chance, before = random.Random(seed), Made(Document("", ""))  # noqa: S311 - no secret
    for place in range(number):
        id_, turn = f"text-{place:06}", place % ROUND
        if turn in {EXACT, NEAR}:
            made = replace(
                before, document=_copied(before.document, id_, chance, near=turn == NEAR), copies=before.document.id
            )
        elif turn in {OPPOSED - 1, OPPOSED}:
            made = _contrary(id_, place // ROUND, chance, other=before.document.id if turn == OPPOSED else None)
        else:
            made = _told(id_, number, chance)
        yield made
        before = made


def _copied(document: Document, id_: str, chance: random.Random, *, near: bool) -> Document:
    if not near:
        return replace(document, id=id_)
    _, _, body = document.text.partition("\n\n")
    return replace(document, id=id_, text=f"News of the day\n\n{body} {_filler(chance)}")


def _contrary(id_: str, number: int, chance: random.Random, *, other: str | None) -> Made:
    firms = [_name(10**6 + 2 * number + one, ("Holdings", "Bakery")[one]) for one in range(2)]
    said = CONTRARY[number % len(CONTRARY)][other is not None].format(*firms)
    return Made(_document(id_, "Firms", [_filler(chance), said, _filler(chance)]), contradicts=other)


def _told(id_: str, number: int, chance: random.Random) -> Made:
    """Return a document that states three facts."""
    firm, other, person = (_drawn(number, chance) for _ in range(3))
    firm, other = (firm, other) if firm != other else (firm, firm + 1)
    (past, verb), (toward, relation) = chance.choice(VERBS), chance.choice(PAIRS)
    thing, deed = chance.choice(THINGS), chance.choice(THINGS)
    full, short = _firm(firm)
    name, last = _person(person)
    said = [
        f"{full} {past} the {thing} on {chance.randint(1, 28)} May {chance.randint(1990, 2019)}.",
        f"The company employs {100 + 7 * firm % 800} people, and it will not leave the town.",
        f"{_firm(other)[0]} {toward} {short}.",
        f"{name} opened a {deed} in {chance.randint(1990, 2019)}.",
        f"{last} said that the price was too high. {_filler(chance)}",
    ]
    facts = (
        (frozenset((full, short)), verb, frozenset({thing})),
        (frozenset(_firm(other)), relation, frozenset((full, short))),
        (frozenset({name}), "open", frozenset({deed})),
    )
    return Made(_document(id_, f"The {thing} and the {deed}", said), facts)


def _document(id_: str, title: str, said: Sequence[str]) -> Document:
    paragraphs = [" ".join(said[start : start + 2]) for start in range(0, len(said), 2)]
    return Document(id_, "\n\n".join((title, *paragraphs)), published=PUBLISHED)


def _drawn(number: int, chance: random.Random) -> int:
    """Return the index of a thing, lower ones more often: the logarithms of ranks are uniform (Zipf's law)."""
    return int(math.exp(chance.uniform(0.0, math.log(number + 2)))) - 1


def _firm(number: int) -> tuple[str, str]:
    """Return the full name of a firm, and the name without its legal form."""
    short = _name(number, KINDS[number % len(KINDS)])
    return f"{short} {FORMS[number % len(FORMS)]}", short


def _person(number: int) -> tuple[str, str]:
    """Return the full name of a person and the last."""
    last = f"{_name(number + 7)}sen"
    return f"{GIVEN[number % len(GIVEN)]} {last}", last


def _name(number: int, kind: str = "") -> str:
    parts = [SYLLABLES[number // len(SYLLABLES) ** place % len(SYLLABLES)] for place in range(4)]
    return f"{''.join(parts).capitalize()} {kind}".strip()


def _filler(chance: random.Random) -> str:
    """Return a sentence that is rare in the corpus."""
    place = "".join(chance.choices(SYLLABLES, k=3)).capitalize()
    who, what, other = chance.choice(WHO), chance.choice(WHAT), chance.choice(WHAT)
    one, two, three = (chance.choice(HOW) for _ in range(3))
    return f"A {one} {who} from {place} {chance.choice(DID)} the {two} {what} beside a {three} {other}."


@functools.cache
def broken_files() -> tuple[tuple[str, bytes], ...]:
    """Return unreadable files, one of each kind, by their names."""
    from tests.read.test_inputs import ROWS

    return tuple((row.name, row.data) for row in ROWS if row.failure is not None and len(row.data) < 10**6)


def broken(number: int) -> Iterator[tuple[str, bytes]]:
    """Yield the names and bytes of the broken files of a corpus: one in a hundred, and at least one of each kind."""
    kinds = broken_files()
    for place in range(max(len(kinds), number // BROKEN) if number >= BROKEN else 0):
        name, data = kinds[place % len(kinds)]
        yield f"broken/{place:05}-{name}", data


def write(folder: Path, number: int, *, seed: int = 1) -> tuple[Made, ...]:
    """Write the documents of a corpus into a folder, and return them."""
    made = tuple(corpus(number, seed=seed))
    folder.mkdir(parents=True, exist_ok=True)
    for each in made:
        (folder / f"{each.document.id}.txt").write_text(each.document.text, encoding="utf-8")
    return made


def write_broken(folder: Path, number: int) -> None:
    """Write the broken files of a corpus of that many documents into a folder."""
    for name, data in broken(number):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def counted(out: Path, number: int, *, seed: int = 1) -> dict[str, tuple[int, int, int]]:
    """Return for each kind of planted content how much there is, how much was found, and how much was found wrongly.

    Args:
        out: the output folder of `kg build`.
        number: the number of documents.
        seed: the seed of the corpus.
    """
    made, rows = list(corpus(number, seed=seed)), read_lines(out / "triples.jsonl")
    told = {row["id"]: {each["document"] for each in row["evidence"]} for row in rows}
    opposed = {frozenset(pair) for two in contradicting(out) for pair in itertools.product(*(told[one] for one in two))}
    return {
        "facts": counted_facts(rows, made),
        "firms with one node": one_node(rows, made),
        "copies": compared({(each.document.id, each.copies) for each in made if each.copies}, copies_in(out)),
        "contradictions": compared(
            {frozenset((each.document.id, each.contradicts)) for each in made if each.contradicts}, opposed
        ),
        "broken files": compared(
            {Path(name).name for name, _ in broken(number)},
            {Path(each["place"]).name for each in read_lines(out / "failures.jsonl")},
        ),
    }


def print_counts(out: Path, number: int, *, seed: int = 1) -> None:
    """Print the planted, found and wrongly found content of each kind."""
    for name, (planted, found, more) in counted(out, number, seed=seed).items():
        print(f"{name:22} planted {planted:6}, found {found:6}, others or too often {more}")


def read_lines(file: Path) -> list[dict[str, t.Any]]:
    """Return the records of a file of JSON lines."""
    return list(map(json.loads, file.read_text(encoding="utf-8").splitlines()))


def compared(planted: Set[t.Any], found: Set[t.Any]) -> tuple[int, int, int]:
    """Return the number of planted items, of found ones among them, and of others."""
    return len(planted), len(planted & found), len(found - planted)


def copies_in(out: Path) -> set[tuple[str, str]]:
    """Return the documents that are reported as copies, with their originals."""
    with (out / "documents.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["Id"]: row for row in csv.DictReader(file)}
    return {(row["Name"], rows[row["Copy of"]]["Name"]) for row in rows.values() if row["Copy of"]}


def counted_facts(rows: Iterable[Mapping[str, t.Any]], made: Iterable[Made]) -> tuple[int, int, int]:
    """Return how often documents state facts, how often these were read, and how often a fact was read too often."""
    told: Counter[tuple[str, str, str, str]] = Counter()
    for row in rows:
        for document in {each["document"] for each in row["evidence"]}:
            told[document, row["subject"], row["relation"], str(row["object"])] += 1
    wanted = [(each.document.id, fact) for each in made for fact in each.facts]
    counts = [
        sum(told[id_, one, relation, other] for one in subjects for other in objects)
        for id_, (subjects, relation, objects) in wanted
    ]
    return len(counts), sum(map(bool, counts)), sum(count > 1 for count in counts)


def one_node(rows: Iterable[Mapping[str, t.Any]], made: Iterable[Made]) -> tuple[int, int, int]:
    """Return how many firms have both names, how many of these have one node for all, and how many share a node."""
    nodes: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        nodes[row["subject"]].add(row["subject_id"])
        nodes[str(row["object"])].add(row["object_id"])
    firms = {names for each in made for names in (fact[2] for fact in each.facts[1:2])}
    found = [set().union(*(nodes.get(name, set()) for name in names)) for names in firms]
    owners = Counter(node for ids in found for node in ids)
    return len(found), sum(len(ids) == 1 for ids in found), sum(count > 1 for count in owners.values())


def contradicting(out: Path) -> set[tuple[str, str]]:
    """Return the pairs of ids of statements that contradict each other."""
    import pyoxigraph

    triples = pyoxigraph.parse(path=str(out / "graph.ttl"))
    return {
        (str(one.subject.value), str(one.object.value))
        for one in triples
        if one.predicate.value.endswith("contradicts")
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Write a corpus, or print how much of it was found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("number", type=int)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--check", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    if options.folder is not None:
        write(options.folder, options.number, seed=options.seed)
        write_broken(options.folder, options.number)
    if options.check is not None:
        print_counts(options.check, options.number, seed=options.seed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
