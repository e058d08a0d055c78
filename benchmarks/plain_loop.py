"""A baseline: the arguments of each verb by a short loop over the parser's tree.

usage: python -m benchmarks.plain_loop FOLDER > LINES.jsonl

It uses the subtrees of core labels as they are. Only the subject may be elsewhere: that of a conjunct, an open
complement, a participle or a gerund is that of the verb above, that of a relative clause is the noun that it modifies.
A line is a clause in the format of `kg extract --clauses`.
"""

import argparse
import json
import sys
import typing as t
from collections.abc import Iterator, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from kg.grammar.pipeline import load

Role: t.TypeAlias = tuple[str, Span]

ROLES: t.Final[t.Mapping[str, str]] = {
    "nsubj": "subject",
    "nsubjpass": "subject",
    "csubj": "subject",
    "csubjpass": "subject",
    "dobj": "object",
    "dative": "recipient",
    "attr": "complement",
    "oprd": "complement",
    "prep": "oblique",
    "agent": "oblique",
    "ccomp": "clause",
    "xcomp": "clause",
    "advcl": "clause",
    "acomp": "complement",
    "pobj": "object",
    "npadvmod": "time",
    "advmod": "adverbial",
}
SUBJECTS: t.Final = frozenset(label for label, role in ROLES.items() if role == "subject")
SHARING: t.Final = frozenset({"conj", "xcomp", "advcl", "pcomp"})
NOUNS: t.Final = frozenset({"NOUN", "PROPN"})
NOUN_CLAUSES: t.Final = frozenset({"acl", "relcl", "amod"})


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the texts of a folder and print one line per verb."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path)
    for line in clause_lines(load(), read_texts(parser.parse_args(arguments).folder)):
        print(line)
    return 0


def read_texts(folder: Path) -> list[tuple[str, str]]:
    """Return the texts of a folder with their names."""
    return [(path.stem, path.read_text(encoding="utf-8").rstrip("\n")) for path in sorted(folder.glob("*.txt"))]


def clause_lines(nlp: Language, texts: t.Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield a line for each verb of the texts, which are given with their names."""
    for doc, name in nlp.pipe(((text, name) for name, text in texts), as_tuples=True):
        yield from (clause_line(name, [doc[verb.i : verb.i + 1]], roles(verb)) for verb in doc if verb.pos_ == "VERB")


def clause_line(document: str, predicate: Sequence[Span], arguments: t.Iterable[Role]) -> str:
    """Return a predicate with its arguments as a line of JSON."""
    found = [{"role": role, "span": _place(document, span), "text": span.text} for role, span in arguments]
    evidence = {"span": _place(document, predicate[0].sent)}
    return json.dumps({"predicate": [_place(document, s) for s in predicate], "arguments": found, "evidence": evidence})


def _place(document: str, span: Span) -> dict[str, str | int]:
    return {"document": document, "start": span.start_char, "end": span.end_char}


def roles(verb: Token) -> Iterator[Role]:
    """Yield the arguments of a verb."""
    own = [word for word in verb.children if word.dep_ in ROLES and not word.tag_.startswith("W")]
    yield from ((ROLES[word.dep_], phrase(part)) for word in own for part in parts(word))
    shared = None if any(word.dep_ in SUBJECTS for word in own) else shared_subject(verb)
    if shared is not None:
        yield "subject", phrase(shared, clause=verb)
    elif verb.dep_ == "relcl":  # "the bridge that they built": the noun is the object of a clause with its own subject
        yield "object", phrase(verb.head, clause=verb)


def shared_subject(verb: Token) -> Token | None:
    """Return the subject of a verb without a subject beside it, or None."""
    above = verb.head
    if verb.dep_ in NOUN_CLAUSES:
        return above
    if verb.dep_ not in SHARING or above == verb:
        return None
    if verb.dep_ == "pcomp":
        above = above.head
    if verb.dep_ == "xcomp":  # "ordered the bank to pay": the bank pays
        told = next((word for word in above.children if word.dep_ == "dobj"), None)
        if told is not None:
            return told
    beside = next((word for word in above.children if word.dep_ in SUBJECTS), None)
    return beside if beside is not None and not beside.tag_.startswith("W") else shared_subject(above)


def parts(head: Token) -> Iterator[Token]:
    """Yield a word and all nouns that are coordinated with it."""
    yield head
    yield from (word for word in head.conjuncts if head.pos_ in NOUNS and word.i > head.i)


def phrase(head: Token, *, clause: Token | None = None) -> Span:
    """Return the subtree of a word without marks at its edges and without its relative clause."""
    doc: Doc = head.doc
    start, end = head.left_edge.i, head.right_edge.i + 1
    if clause is not None and head.i < clause.left_edge.i < end:
        end = clause.left_edge.i
    elif clause is not None and start <= clause.i < head.i:  # "the *elected* mayor"
        start = clause.i + 1
    while end - 1 > start and doc[end - 1].is_punct:
        end -= 1
    while start < end - 1 and doc[start].is_punct:
        start += 1
    return doc[start:end]


if __name__ == "__main__":
    sys.exit(main())
