"""Confidence of a claim: a logistic model over named features of the rule, the clause and the claim.

The weights are learned by `python -m training.confidence` and ship in `kg/data/confidence.json`. A feature is a name;
its value is 1 if the claim has it. The confidence is the probability that a reader who knows the sentence accepts
the claim as stated.
"""

import bisect
import typing as t
from collections.abc import Iterable, Iterator

from kg.extract.drafts import Draft
from kg.extract.standing import Standing
from kg.extract.text import Text
from kg.grammar.clause import Argument
from kg.lexicon.learned import learned, probability
from kg.model import Mention

BOUNDS: t.Final = (1, 2, 4, 8, 16)
BUCKETS: t.Final = (*map(str, BOUNDS), "more")
BIAS: t.Final = "bias"
SURENESS: t.Final = (0.5, 0.7, 0.9, 0.97, 0.99, 0.999)
"""The thresholds for the parser's probability of the least certain dependency between predicate and argument."""


def confidence(names: Iterable[str]) -> float:
    """Return the confidence in [0, 1] of a claim with these features."""
    return round(probability(names, learned("confidence")), 4)


def features(text: Text, draft: Draft, standing: Standing, subject: Mention, target: Mention | None) -> Iterator[str]:
    """Yield the names of the features of a claim, each once."""
    chain, subject_argument = draft.chain, draft.subject
    yield BIAS
    yield f"rule={draft.rule}"
    yield f"modality={standing.modality}"
    yield f"negated={standing.negated}"
    yield f"speaker={standing.speaker is not None}"
    yield f"circumstances={min(len(draft.circumstances), 4)}"
    yield f"words={min(len(draft.words), 5)}"
    yield f"subject shared={subject_argument.shared or 'own'}"
    yield f"subject kind={subject.kind}"
    yield f"subject type={subject.type}"
    yield f"subject length={_bucket(subject_argument.end - subject_argument.start)}"
    yield f"subject distance={_bucket(abs(draft.head.index - subject_argument.head.index))}"
    yield f"beside={draft.secondary or 'none'}"
    yield f"certainty={round(draft.certainty, 1)}"
    yield from _ties(text, draft)
    yield f"subject behind={subject_argument.head.index > draft.head.index}"
    if chain is not None:
        last = chain.last
        yield f"voice={last.voice} kind={last.kind}"
        yield f"form={last.form}"
        yield f"link={chain.top.link.kind} rule={draft.rule}"
        yield f"link={chain.top.link.kind} shared={subject_argument.shared or 'own'}"
        yield f"chain={len(chain.clauses)}"
        yield f"unread={min(sum(len(clause.unread) for clause in chain.clauses), 3)}"
        yield f"apart={chain.top.link.apart} link={chain.top.link.kind}"
    yield from _object_features(text, draft, target)


def _object_features(text: Text, draft: Draft, target: Mention | None) -> Iterator[str]:
    argument = draft.object
    if argument is None or target is None:
        yield "object kind=none"
        return
    yield f"object kind={target.kind}"
    yield f"object type={target.type}"
    yield f"object role={argument.role}"
    yield f"object length={_bucket(argument.end - argument.start)}"
    yield f"object distance={_bucket(abs(argument.head.index - draft.head.index))}"
    yield f"object shared={argument.shared or 'own'}"
    yield f"object place={_place(draft, argument)}"
    yield f"object conjuncts={min(len(argument.phrase.conjuncts), 3) if argument.phrase else 0}"
    if argument.phrase is not None:
        yield from sorted({f"object cut={cut}" for cut in argument.phrase.cuts})
        yield from sorted({f"object holds={modifier.kind}" for modifier in argument.phrase.modifiers})


def _ties(text: Text, draft: Draft) -> Iterator[str]:
    """Yield the parser's probability of the dependencies of subject and object, as steps."""
    ties = {
        name: text.parse.sureness(draft.head.index, argument.head.index)
        for name, argument in (("subject", draft.subject), ("object", draft.object))
        if argument is not None
    }
    known = {name: bisect.bisect_left(SURENESS, tie) for name, tie in ties.items() if tie is not None}
    yield from (f"{name} tie={step}" for name, step in known.items())
    if known:
        yield f"tie={min(known.values())}"


def _place(draft: Draft, argument: Argument) -> str:
    """Return the position of an object: before the predicate, next to it, or after something else."""
    first = argument.marker[0].index if argument.marker else argument.start
    last = max((word.index for word in draft.words if word.index < first), default=first)
    if first < draft.head.index:
        return "before"
    return "next" if last + 1 >= first else "behind others"


def _bucket(value: int) -> str:
    """Return the first threshold that a number does not exceed."""
    return BUCKETS[bisect.bisect_left(BOUNDS, value)]
