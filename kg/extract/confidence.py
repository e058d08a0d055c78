"""Confidence of a claim: a logistic model over named features of the rule, the clause and the claim.

The weights are learned by `python -m training.confidence` and ship in `kg/data/confidence.json`. A feature is a name;
its value is 1 if the claim has it. The confidence is the probability that a reader who knows the sentence accepts
the claim as stated.
"""

import bisect
import typing as t
from collections.abc import Iterable

from kg.extract.drafts import Draft
from kg.extract.participants import is_counted, is_identifiable
from kg.extract.reasons import only_restricts
from kg.extract.standing import Standing
from kg.extract.text import Text
from kg.grammar.clause import Argument, Word
from kg.lexicon.learned import learned, probability
from kg.model import Mention

BOUNDS: t.Final = (1, 2, 4, 8, 16)
BUCKETS: t.Final = (*map(str, BOUNDS), "more")
BIAS: t.Final = "bias"
SURENESS: t.Final = (0.5, 0.7, 0.9, 0.97, 0.99, 0.999)
"""The thresholds for the parser's probability of the least certain dependency between predicate and argument."""
REDUCTION: t.Final = 0.3
"""The factor on the confidence of a claim that only repeats a label, or is reported beside the statements."""


def confidence(names: Iterable[str]) -> float:
    """Return the confidence in [0, 1] of a claim with these features."""
    return round(probability(names, learned("confidence")), 4)


def features(text: Text, draft: Draft, standing: Standing, subject: Mention, target: Mention | None) -> tuple[str, ...]:
    """Return the names of the features of a claim, each once."""
    chain, own, shared = draft.chain, draft.subject, draft.subject.shared or "own"
    found = [
        BIAS,
        f"rule={draft.rule}",
        f"modality={standing.modality}",
        f"negated={standing.negated}",
        f"speaker={standing.speaker is not None}",
        f"circumstances={min(len(draft.circumstances), 4)}",
        f"words={min(len(draft.words), 5)}",
        f"subject shared={shared}",
        f"subject kind={subject.kind}",
        f"subject type={subject.type}",
        f"subject length={_bucket(own.end - own.start)}",
        f"subject distance={_bucket(abs(draft.head.index - own.head.index))}",
        f"beside={draft.secondary or 'none'}",
        f"certainty={round(draft.certainty, 1)}",
        *_ties(text, draft),
        f"subject behind={own.head.index > draft.head.index}",
    ]
    if chain is not None:
        last, link = chain.last, chain.top.link
        found += [
            f"voice={last.voice} kind={last.kind}",
            f"form={last.form}",
            f"link={link.kind} rule={draft.rule}",
            f"link={link.kind} shared={shared}",
            f"chain={len(chain.clauses)}",
            f"unread={min(sum([len(clause.unread) for clause in chain.clauses]), 3)}",
            f"apart={link.apart} link={link.kind}",
        ]
    return (*found, *_object_features(draft, target))


def _object_features(draft: Draft, target: Mention | None) -> list[str]:
    argument = draft.object
    if argument is None or target is None:
        return ["object kind=none"]
    phrase = argument.phrase
    found = [
        f"object kind={target.kind}",
        f"object type={target.type}",
        f"object role={argument.role}",
        f"object length={_bucket(argument.end - argument.start)}",
        f"object distance={_bucket(abs(argument.head.index - draft.head.index))}",
        f"object shared={argument.shared or 'own'}",
        f"object place={_place(draft, argument)}",
        f"object conjuncts={min(len(phrase.conjuncts), 3) if phrase else 0}",
    ]
    if phrase is not None:
        found += sorted({f"object cut={cut}" for cut in phrase.cuts})
        found += sorted({f"object holds={modifier.kind}" for modifier in phrase.modifiers})
    return found


def _ties(text: Text, draft: Draft) -> list[str]:
    """Return the parser's probability of the dependencies of subject and object, as steps."""
    steps, found = [], []
    for name, argument in (("subject", draft.subject), ("object", draft.object)):
        tie = text.parse.sureness(draft.head.index, argument.head.index) if argument is not None else None
        if tie is not None:
            steps.append(bisect.bisect_left(SURENESS, tie))
            found.append(f"{name} tie={steps[-1]}")
    return [*found, f"tie={min(steps)}"] if steps else found


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


def adjusted_confidence(text: Text, draft: Draft, confidence: float) -> float:
    """Return the confidence of a claim: lower if a label says the same, without an agent, or if reported beside.

    An action of a named person is kept for the link to its object, unless the label of an unknown object holds it: "the
    bank founded *by Silva*", "a bank founded *by Silva*", but not "banks founded by Silva".
    """
    restricts = draft.chain is not None and only_restricts(text, draft.chain.top)
    arguments = [argument for argument in (draft.subject, draft.object) if argument is not None]
    held = any(_holds_predicate(text, each, draft.head) for each in arguments)
    repeated = held or restricts or _is_in_passing(draft)
    named = draft.rule == "agent" and draft.subject.head.kind == "name"
    known = draft.object is not None and draft.object.phrase is not None and is_identifiable(draft.object.phrase)
    ties = named and (known or not held)
    return round(confidence * REDUCTION, 4) if (repeated and not ties) or draft.secondary is not None else confidence


def _is_in_passing(draft: Draft) -> bool:
    """Return whether a noun or participle names an act without an agent: "*improper use* of ink", "*receiving* spam".

    Readers called none of nine such statements right and whole. A noun with a time, a place or another phrase is
    news, and so is a participle with a number: "a blast *killing two*".
    """
    if draft.rule == "agentless":
        form = draft.chain.last.form if draft.chain is not None else ""
        return form == "gerund" or (form != "finite" and not is_counted(draft.subject))
    return draft.rule == "event-noun-passive" and all(each.argument.role == "how" for each in draft.circumstances)


def _holds_predicate(text: Text, argument: Argument, head: Word) -> bool:
    """Return whether the label of an argument holds the whole statement: "*movies which were copied*" were copied."""
    if argument.phrase is None or argument.phrase.head == head:
        return False
    full = text.phrase(argument.phrase.head)  # the label of the argument is without the clause that contains it
    return full.label_start <= head.index < full.label_end
