"""Open IE benchmarks: sentences in, tuples out, as two views of the same claims.

usage: python -m benchmarks.openie SENTENCES.txt OUT.tsv --view nary|facts

SENTENCES.txt  one sentence per line, tokens separated by spaces, with PTB escapes (-LRB-, ``)
OUT.tsv        sentence <TAB> confidence <TAB> relation <TAB> arg1 <TAB> arg2 …, in the original tokens

`nary` puts all claims of one predicate into one row: the relation, the subject, then every argument as a whole phrase.
`facts` gives each claim as a minimal binary fact, and one more for each of its qualifiers, with the words before it in
the relation.
"""

import argparse
import typing as t
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from benchmarks.facts import fact_rows
from benchmarks.nary import nary_rows
from benchmarks.rows import Row
from kg.choices import DEFAULT_MIN_CONFIDENCE
from kg.extract import claims
from kg.grammar.parse import parse_of
from kg.grammar.pipeline import load
from kg.model import Claim
from kg.times import time_expressions

View: t.TypeAlias = Callable[[Doc, Iterable[Claim]], Iterator[Row]]
VIEWS: t.Final[t.Mapping[str, View]] = {"nary": nary_rows, "facts": fact_rows}
PTB_ESCAPES: t.Final = {
    "-LRB-": "(",
    "-RRB-": ")",
    "-LSB-": "[",
    "-RSB-": "]",
    "-LCB-": "{",
    "-RCB-": "}",
    "``": '"',
    "''": '"',
    "`": "'",
}


def parse(nlp: Language, sentences: Iterable[str]) -> Iterator[tuple[str, Doc]]:
    """Yield each sentence with its Doc; the tokens are those of the benchmark, without their escapes."""
    kept = [s for s in (line.rstrip("\n") for line in sentences) if s.strip()]
    docs = (Doc(nlp.vocab, words=[PTB_ESCAPES.get(w, w) for w in s.split()]) for s in kept)
    for sentence, doc in zip(kept, nlp.pipe(docs), strict=True):
        doc._.kg_times = time_expressions(parse_of(doc))
        yield sentence, doc


def line(sentence: str, row: Row) -> str:
    """Return a row as a line of the output, in the tokens of the benchmark."""
    words = sentence.split()
    text = [" ".join(words[i] for i in slot) for slot in (row.relation, *row.arguments)]
    text[0] = f"{row.inserted} {text[0]}".strip()
    return "\t".join([sentence, f"{row.confidence:.4f}", *text])


def lines(nlp: Language, sentences: Iterable[str], *, view: str) -> Iterator[str]:
    """Yield the lines of the output; a row needs a relation and two arguments."""
    for sentence, doc in parse(nlp, sentences):
        kept = [claim for claim in claims(doc) if claim.evidence.confidence >= DEFAULT_MIN_CONFIDENCE]
        for row in VIEWS[view](doc, kept):
            if len(row.arguments) >= 2 and (row.relation or row.inserted):
                yield line(sentence, row)


def main() -> None:
    """Read the sentences and write the extractions."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("sentences", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--view", choices=tuple(VIEWS), default="nary")
    parser.add_argument("--model")
    options = parser.parse_args()
    nlp = load(options.model)
    with options.sentences.open(encoding="utf-8") as sentences, options.out.open("w", encoding="utf-8") as out:
        out.writelines(f"{text}\n" for text in lines(nlp, sentences, view=options.view))


if __name__ == "__main__":
    main()
