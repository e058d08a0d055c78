"""How something is said: negated, hedged, planned or hypothetical, by whom, and who denies it."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.extract.cues import CLAIMING_VERBS, DENYING_VERBS
from kg.extract.factuality.attribution import quotation, source_of
from kg.extract.factuality.denial import denial_of
from kg.extract.factuality.modality import modality_of
from kg.extract.factuality.negation import negations
from kg.extract.factuality.scope import scope_of
from kg.extract.predications import Predication
from kg.extract.syntax import ancestors, is_verb
from kg.grammar.parse import Token
from kg.model import Modality


@dataclass(frozen=True, slots=True)
class Factuality:
    """The polarity, modality and source of a predication, with the words that show it."""

    negated: bool = False
    modality: Modality = "asserted"
    speaker: Token | None = None
    denied_by: Token | None = None
    cues: tuple[Token, ...] = ()


def factuality(predication: Predication) -> Factuality:
    """Return how a predication is said, as its own clause, the clauses around it and its quotation tell."""
    scope = scope_of(predication)
    no = negations(scope)
    modality, modal_cues = modality_of(scope)
    source, denial = source_of(scope), denial_of(scope)
    speaker = source.speaker if source is not None else None
    said = source.cue if source is not None else None
    denier = denial.speaker if denial is not None else None
    if said is not None and modality == "asserted" and said.lemma_ in CLAIMING_VERBS:
        modality = "hedged"
    told = speaker is not None and source != quotation(scope)  # "would" is the "will" of reported speech
    if modality == "planned" and not told and {c.lower_ for c in modal_cues} == {"would"}:
        modality = "hypothetical"
    if said is not None and said.lemma_ in DENYING_VERBS and denier is None:
        denier, speaker = None if _is_taken_for_granted(predication, said) else speaker, None
    whole = [word.head for word in no if word.dep_ == "neg" and word.head.dep_ == "advmod"]  # "no" of "no longer"
    found = {*no, *whole, *modal_cues, *(each.cue for each in (source, denial) if each is not None)}
    return Factuality(len(no) % 2 == 1, modality, speaker, denier, tuple(sorted(found, key=lambda cue: cue.i)))


def _is_taken_for_granted(predication: Predication, cue: Token) -> bool:
    """Tell whether a fact stands beside what is denied: "denied that it spies on Chad, *a state* near Libya"."""
    between = itertools.takewhile(lambda word: word != cue, ancestors(predication.governor))
    described = predication.voice == "copular" and not is_verb(predication.head)
    return described or any(word.dep_ in {"relcl", "appos"} for word in between)


def either_or(said: Factuality, conjuncts: Sequence[Token]) -> Factuality:
    """Return how one of several conjuncts is said: joined by "or", each is only one of what may be.

    >>> "The bank will close *or* sell two branches", "fell by 49 *or* 27 percent"
    """
    if len(conjuncts) < 2 or said.negated or said.modality != "asserted":
        return said
    joint = next((c for noun in conjuncts for c in noun.children if c.dep_ == "cc" and c.lower_ == "or"), None)
    if joint is None:
        return said
    return replace(said, modality="hedged", cues=tuple(sorted((*said.cues, joint), key=lambda cue: cue.i)))
