"""How sure a claim is: a logistic model over named features of the rule, the parse and the claim.

The weights are learned by `python -m training.confidence` on open IE development data and ship in
`kg/data/confidence.json`. A feature is a name; its value is 1 where the claim has it. The confidence is the probability
that a reader who knows the sentence accepts the claim as stated, as far as the benchmarks' annotators stand for that
reader.
"""

import bisect
import functools
import json
import math
import typing as t
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import resources

from kg.extract.factuality import Factuality
from kg.extract.predications import Argument, Predication
from kg.grammar.parse import Token, kept
from kg.reference.completion import is_infinitive
from kg.reference.phrases import left_out

DISTANCES: t.Final = (1, 2, 4, 8, 16)
SEPARATORS: t.Final = frozenset({",", ";", ":", "(", ")", "-", "--", "–", "—", '"', "“", "”", "``", "''"})
BIAS: t.Final = "bias"
COMPLEMENTS: t.Final = frozenset({"ccomp", "xcomp", "acomp", "dobj", "attr", "oprd", "dative", "npadvmod", "advcl"})
CLAUSES: t.Final = frozenset({"acl", "relcl", "appos", "ccomp", "xcomp", "advcl"})
FREQUENT_PREPOSITIONS: t.Final = frozenset({"of", "for", "to", "in", "from", "with", "by", "on", "about", "than"})
GRADED_TAGS: t.Final = frozenset({"JJR", "JJS", "RBR", "RBS"})


def confidence(features: Iterable[str]) -> float:
    """Return the confidence in [0, 1] of a claim with these features."""
    table = weights()
    score = sum([table.get(name, 0.0) for name in features])
    return round(1.0 / (1.0 + math.exp(-score)), 4)


@functools.cache
def weights() -> Mapping[str, float]:
    """Return the learned weight of each feature; a feature without one counts nothing."""
    text = resources.files("kg").joinpath("data/confidence.json").read_text(encoding="utf-8")
    table: dict[str, float] = json.loads(text)["weights"]
    return table


def claim_features(
    predication: Predication, said: Factuality, subject: Token, target: Argument, object_head: Token
) -> Iterator[str]:
    """Yield the names of the features that a claim has, each once."""
    head = predication.head
    yield BIAS
    yield f"rule={predication.rule}"
    yield f"voice={predication.voice}"
    yield f"rule={predication.rule} head={head.dep_}"
    yield f"modality={said.modality}"
    yield f"negated={said.negated}"
    yield f"infinitive={is_infinitive(head)}"
    yield f"infinitive={is_infinitive(head)} head={head.dep_}"
    yield f"speaker={said.speaker is not None}"
    yield f"relation={_relation_class(predication, target)}"
    yield f"arguments={min(len(predication.arguments), 4)}"
    yield f"words={min(len(predication.words), 4)}"
    yield from _subject_features(subject)
    yield from _object_features(object_head)
    yield f"object role={target.role if target.marker or target.core else 'other'}"
    yield f"object clausal={target.clausal}"
    yield f"subject distance={_bucket(abs(head.i - subject.i), DISTANCES)}"
    yield f"object distance={_bucket(abs(object_head.i - head.i), DISTANCES)}"
    yield f"separators before object={min(_separators(head, object_head), 2)}"
    yield f"separators after subject={min(_separators(subject, head), 2)}"
    yield f"object first={object_head.i < head.i}"
    yield f"head depth={min(sum(1 for _ in head.ancestors), 6)}"
    yield f"object place={_place(head, target)}"
    taken = {subject.i, *(argument.head.i for argument in predication.arguments)}
    yield from sorted(
        {f"verb leaves out={c.dep_}" for c in head.children if c.dep_ in COMPLEMENTS and c.i not in taken}
    )


@kept
def _subject_features(head: Token) -> tuple[str, ...]:
    return tuple(_slot_features("subject", head))


@kept
def _object_features(head: Token) -> tuple[str, ...]:
    return tuple(_slot_features("object", head))


def _slot_features(slot: str, head: Token) -> Iterator[str]:
    yield f"{slot} part of speech={head.pos_}"
    yield f"{slot} dependency={head.dep_}"
    yield f"{slot} entity={head.ent_type_ or 'none'}"
    yield f"{slot} length={_bucket(head.right_edge.i - head.left_edge.i + 1, DISTANCES)}"
    yield f"{slot} determined={any(c.dep_ in {'det', 'poss'} for c in head.children)}"
    yield f"{slot} coordinated={head.dep_ == 'conj'}"
    rest = {_dependent(word) for word in left_out(head)} - {""}
    yield from sorted(f"{slot} leaves out={kind}" for kind in rest)
    yield f"{slot} leaves out={bool(rest)} part of speech={head.tag_}"
    if rest and any(c.tag_ in GRADED_TAGS or c.ent_type_ == "ORDINAL" for c in head.lefts):
        yield f"{slot} graded leaves out"


def _dependent(word: Token) -> str:
    """Return the kind of a dependent that a label leaves out; empty where it is no part of the meaning."""
    if word.dep_ == "prep":
        return word.lower_ if word.lower_ in FREQUENT_PREPOSITIONS else "other preposition"
    if word.dep_ not in CLAUSES:
        return ""
    apart = word.left_edge.i > 0 and word.doc[word.left_edge.i - 1].text in SEPARATORS
    return f"{word.dep_} {word.tag_ if word.dep_ == 'acl' else ''} apart={apart}"


def _place(head: Token, target: Argument) -> str:
    """Return where the first word of an argument stands: before the head, next to it, or behind something else."""
    first = target.marker[0] if target.marker else target.head.left_edge
    if first.i < head.i:
        return "before"
    between = [w for w in head.doc[head.i + 1 : first.i] if w.dep_ not in {"prt", "neg"}]
    if not between:
        return "next"
    return "behind adverb" if all(w.pos_ == "ADV" for w in between) else "behind others"


def _relation_class(predication: Predication, target: Argument) -> str:
    """Return the frequent verbs by name, all others as one, with the kind of their object."""
    lemma = predication.name.split(" ")[0] if predication.name else ""
    kind = "marked" if target.marker else "bare"
    return f"{lemma if lemma in {'be', 'have', 'say', 'make', 'become', 'include'} else 'other'} {kind}"


def _bucket(value: int, bounds: Sequence[int]) -> str:
    place = bisect.bisect_left(bounds, value)
    return str(bounds[place]) if place < len(bounds) else "more"


def _separators(first: Token, second: Token) -> int:
    start, end = sorted((first.i, second.i))
    return sum([word.text in SEPARATORS for word in first.doc.tokens[start:end]])
