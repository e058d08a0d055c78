"""How often each named rule fires on text that it was not written from.

usage: python -m benchmarks.rules [--train] [--texts FOLDER ...]

Counts every rule of `kg.extract.rules` on QANom's training sentences and on those of the treebanks' development part;
`--train` adds their training part, and `--texts` folders of texts, such as seen rounds of judging. A rule
fires if its result is used: in a table whose first result counts, only the rule that returned it. A rule that fires
fewer than three times has not earned its place: those are listed at the end, even if they fire in the
catalogue of constructions (`docs/constructions.md`).
The sentences are not part of the repository; they are in ../shared beside it.
"""

import argparse
import gzip
import json
import sys
import tempfile
import typing as t
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from spacy.language import Language

from benchmarks.scorers import ABSENT, SHARED, printed_by
from kg.extract.chains import kind_of
from kg.extract.claiming import phrases_of
from kg.extract.modalities import modality_in
from kg.extract.negations import NEGATIONS
from kg.extract.nominals import RULES as PHRASE_RULES
from kg.extract.outcomes import ReadText, drafts, read_text
from kg.extract.rules import REASONS, rules
from kg.extract.scope import Scope, scope_of
from kg.grammar.clause import Argument, Phrase, Role
from kg.grammar.phrases import label_edges
from kg.grammar.pipeline import load
from kg.model import Claim, Document, Failure
from kg.read import read
from kg.reference.annotated import AnnotatedDocument
from kg.stages import read_out

LEAST: t.Final = 3
CATALOGUE: t.Final = Path(__file__).resolve().parent.parent / "docs" / "constructions.md"
QUOTED: t.Final = "> "


Counted: t.TypeAlias = tuple[str, str]
"""The table of a rule, and its name."""


class Fired(t.NamedTuple):
    """How often each rule fired in some sentences."""

    sentences: int
    rules: Counter[Counted]


def main(arguments: Sequence[str] | None = None) -> int:
    """Count, and print one row per rule."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--train", action="store_true", help="add the training part of the treebanks")
    parser.add_argument("--texts", type=Path, nargs="*", default=(), help="folders of further texts")
    options = parser.parse_args(arguments)
    if not SHARED.is_dir():
        print(f"rules: {ABSENT}")
        return 0
    nlp = load()
    parts = ("dev", "train") if options.train else ("dev",)
    with tempfile.TemporaryDirectory() as work:
        fired = {name: fired_in(texts, nlp) for name, texts in unseen(SHARED, Path(work), parts)}
    fired |= {folder.name: fired_in(read_folder(folder), nlp) for folder in options.texts}
    known = fired_in(catalogue(), nlp)
    for line in report(fired, known):
        print(line)
    return 0


def unseen(shared: Path, work: Path, parts: Iterable[str]) -> Iterator[tuple[str, list[Document]]]:
    """Yield the sentences of QANom and of these parts of the treebanks, each as a document."""
    scorer = shared / "bench" / "qasrl.py"
    qanom = shared / "bench" / "data" / "qasrl" / "qanom-train.jsonl.gz"
    printed_by(scorer, "texts", qanom, work / "qanom")
    yield "qanom", read_folder(work / "qanom")
    for part in parts:
        rows = tokens_only(shared / "treebanks" / f"{part}.jsonl.gz", work / f"{part}.jsonl.gz")
        printed_by(scorer, "texts", rows, work / part)
        yield part, read_folder(work / part)


def tokens_only(trees: Path, out: Path) -> Path:
    """Write the words of the trees in the format of `qasrl.py`, and return the file."""
    with gzip.open(trees, "rt", encoding="utf-8") as lines, gzip.open(out, "wt", encoding="utf-8") as rows:
        for number, line in enumerate(lines):
            rows.write(json.dumps({"id": f"{number}", "tokens": json.loads(line)["words"]}) + "\n")
    return out


def read_folder(folder: Path) -> list[Document]:
    """Return the documents of a folder."""
    return [outcome for outcome in read([str(folder)]) if isinstance(outcome, Document)]


def catalogue() -> list[Document]:
    """Return the sentences of the catalogue of constructions, each as a document."""
    lines = CATALOGUE.read_text(encoding="utf-8").splitlines()
    texts = [line.removeprefix(QUOTED) for line in lines if line.startswith(QUOTED)]
    return [Document(f"construction-{number}", text) for number, text in enumerate(texts)]


def fired_in(documents: Sequence[Document], nlp: Language) -> Fired:
    """Return how often each rule fires in these documents."""
    fired = Fired(len(documents), Counter())

    def counted(document: AnnotatedDocument) -> tuple[Claim, ...]:
        read = read_text(document.parse)
        fired.rules.update((table, name) for table, names in NAMES.items() for name in names(read))
        return ()

    failed = [
        each for each in read_out(documents, model=nlp, extractors={"counted": counted}) if isinstance(each, Failure)
    ]
    if failed:
        raise ValueError(f"{len(failed)} documents could not be read; the first: {failed[0]}")
    return fired


def corrections(read: ReadText) -> Iterator[str]:
    """Yield the name of each correction of the parse."""
    return repairs_of(read.text.parse.repaired)


def repairs_of(repaired: Mapping[int, str]) -> Iterator[str]:
    """Yield the name of each repair; adjacent tokens that one repair changed count once."""
    for place, name in sorted(repaired.items()):
        if repaired.get(place - 1) != name:
            yield name


def subjects(read: ReadText) -> Iterator[str]:
    """Yield the rule that found the subject of each clause."""
    return (argument.shared or "own" for argument in _arguments(read, "subject"))


def objects(read: ReadText) -> Iterator[str]:
    """Yield the rule that found each object shared by verbs."""
    return (argument.shared for argument in _arguments(read, "object") if argument.shared)


def _arguments(read: ReadText, role: Role) -> Iterator[Argument]:
    verbs = (clause for clause in read.text.clauses.values() if clause.kind != "noun")
    return (argument for clause in verbs for argument in clause.all(role))


def cuts(read: ReadText) -> Iterator[str]:
    """Yield each rule that cut a label after its head."""
    return (name for _, closed in _edges(read) for name in closed)


def openings(read: ReadText) -> Iterator[str]:
    """Yield each rule that cut a label before its head."""
    return (name for opened, _ in _edges(read) for name in opened)


def _edges(read: ReadText) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield the rules that cut the label of each phrase, before its head and after it."""
    for index in sorted({phrase.head.index for phrase in _phrases(read)}):
        (_, opened), (_, closed) = label_edges(read.text.parse.tokens[index])
        yield opened, closed


def _phrases(read: ReadText) -> Iterator[Phrase]:
    yield from read.text.phrases()
    arguments = (argument for clause in read.text.clauses.values() for argument in clause.arguments)
    yield from (argument.phrase for argument in arguments if argument.phrase is not None)


def speakers(read: ReadText) -> Iterator[str]:
    """Yield the rule that found the speaker of each quotation."""
    return (quotation.rule for quotation in read.text.parse.quotations if quotation.rule)


def kinds_of_chains(read: ReadText) -> Iterator[str]:
    """Yield the kind of each link between two verbs of one predicate."""
    found = (kind_of(read.text, clause) for clause in read.text.clauses.values())
    return (kind for _, kind in filter(None, found))


def reasons(read: ReadText) -> Iterator[str]:
    """Yield the reason why each clause is not a statement."""
    return (each.becomes for each in read.clauses if not each.states)


def rules_of_claims(read: ReadText) -> Iterator[str]:
    """Yield the rule that each claim comes from."""
    return (candidate.claim.evidence.rule for candidate in read.candidates())


def phrase_rules(read: ReadText) -> Iterator[str]:
    """Yield the rule of each draft from a noun phrase."""
    for phrase in read.text.phrases():
        for name, rule in PHRASE_RULES.items():
            yield from (name for _ in rule(read.text, phrase))


def negations(read: ReadText) -> Iterator[str]:
    """Yield each rule that finds a negation of a stated predicate."""
    return (name for scope in _scopes(read) for name, rule in NEGATIONS.items() if any(rule(scope)))


def modalities(read: ReadText) -> Iterator[str]:
    """Yield the rule that finds the modality of each stated predicate."""
    return (found[0] for found in map(modality_in, _scopes(read)) if found is not None)


def _scopes(read: ReadText) -> Iterator[Scope]:
    """Yield the input of the rules of standing, for each stated predicate."""
    stating = (each.clause for each in read.clauses if each.states and each.candidates)
    for draft in (draft for clause in stating for draft in drafts(read.text, clause)):
        if draft.chain is not None:
            yield scope_of(read.text, draft.chain, phrases_of(read.text, draft))


NAMES: t.Final[Mapping[str, Callable[[ReadText], Iterator[str]]]] = {
    "corrections of the parse": corrections,
    "shared subjects": subjects,
    "shared objects": objects,
    "cuts of a label": cuts,
    "openings of a label": openings,
    "speakers of quotations": speakers,
    "predicates of several verbs": kinds_of_chains,
    REASONS: reasons,
    "predicates": rules_of_claims,
    "noun phrases": phrase_rules,
    "branches": rules_of_claims,
    "negation": negations,
    "modality": modalities,
}
"""The functions that yield the name of a rule each time it fires, by table; names of other tables don't count."""


def report(fired: Mapping[str, Fired], known: Fired) -> Iterator[str]:
    """Yield one row per rule, table by table, and the rules that fire too seldom."""
    yield from (f"{name}: {found.sentences} sentences" for name, found in fired.items())
    columns = [*(found.rules for found in fired.values()), known.rules]
    found = [(rule.table, rule.name) for rule in rules()]
    for table in dict.fromkeys(table for table, _ in found):
        yield f"{table:<36}" + "".join(f"{head:>12}" for head in [*fired, "catalogue"])
        for name in (name for other, name in found if other == table):
            yield f"  {name:<34}" + "".join(f"{counts[table, name]:>12}" for counts in columns)
    counts = sum((each.rules for each in fired.values()), Counter[Counted]())
    seldom = [f"{name} ({table})" for table, name in found if counts[table, name] < LEAST]
    yield f"fire fewer than {LEAST} times: {', '.join(seldom) or 'none'}"


if __name__ == "__main__":
    sys.exit(main())
