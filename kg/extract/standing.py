"""Status of statements: negated, planned, alleged, possible or conditional, with the speaker and the denier."""

import itertools
from collections.abc import Sequence, Set
from dataclasses import dataclass

from kg.extract.attribution import denial_of, outer_speaker_of, quotation
from kg.extract.chains import Chain, planned
from kg.extract.modalities import MODALITIES, modality_in, plan
from kg.extract.negations import negations_in, no_plan, untrue
from kg.extract.scope import Scope, scope_of
from kg.extract.text import Text, in_order
from kg.grammar.clause import Phrase, Word
from kg.grammar.phrases import CLOSING, OPENING
from kg.lexicon import words
from kg.model import Modality


@dataclass(frozen=True, slots=True)
class Standing:
    """The polarity, modality and source of a statement, with the cue words.

    `outer_speaker` attributes the statement to the source, if there is one.
    """

    negated: bool = False
    modality: Modality = "asserted"
    speaker: Word | None = None
    denied_by: Word | None = None
    cues: tuple[Word, ...] = ()
    outer_speaker: Word | None = None


def standing_of(text: Text, chain: Chain, phrases: tuple[Phrase, ...]) -> Standing:
    """Return the standing of a predicate, from its own clause, the clauses around it and its quotation."""
    scope = scope_of(text, chain, phrases)
    source, denial = scope.source, denial_of(text, chain)
    found = negations_in(scope)
    named, cues = modality_in(scope) or ("", ())
    modality: Modality = MODALITIES[named].modality if named else "asserted"
    speaker = source.speaker if source is not None and denial is None else None
    shown = (*itertools.chain.from_iterable(found), *cues, *(each.cue for each in (source, denial) if each is not None))
    own, *others = found  # one negation per word next to the verb, and one per rule with other words
    negated = (len(own) + sum(not set(each) <= set(own) for each in others)) % 2 == 1
    modality = "asserted" if negated and _is_certainly_negated(scope, cues, {*itertools.chain(*found)}) else modality
    denier = denial.speaker if denial is not None else None
    outer = outer_speaker_of(text, chain, source) if source is not None and speaker is not None else None
    return Standing(negated, modality, speaker, denier, in_order(shown), outer)


def _is_certainly_negated(scope: Scope, cues: Sequence[Word], negations: Set[Word]) -> bool:
    """Return whether a negation is certain: "has no *plan* to pay", "*could* not pay", "it is *untrue* that".

    The negation of a wish is certain too: "does *not want* to pay", "*nobody* wants to pay".
    """
    if any(untrue(scope)) or _is_unwanted(scope.chain, negations):
        return True
    unplanned = any(no_plan(scope)) and any(plan(scope))
    return unplanned or (bool(cues) and all(word.lower in words("modality", "ability") for word in cues))


def _is_unwanted(chain: Chain, negations: Set[Word]) -> bool:
    """Return whether the subject does not want or plan the action; what it "*is* not to" do will not happen."""
    wanted = [one for one, lower in itertools.pairwise(chain.clauses) if one.voice == "active" and planned(one, lower)]
    return any(word in one.negations or word.index < one.head.index for one in wanted for word in negations)


def standing_of_phrase(text: Text, head: Word) -> Standing:
    """Return the standing of a phrase without a verb, from the speaker of the quotation that contains its head.

    Text in brackets there was added by the writer: "“[Mayor] Ana Silva won,” said Reed".
    """
    before = text.parse[text.sentence(head)[0] : head.index]
    brackets = [each.text for each in before if each.text in OPENING | CLOSING]
    source = quotation(text, head) if OPENING.isdisjoint(brackets[-1:]) else None
    return Standing(speaker=source.speaker, cues=(source.cue,)) if source is not None else Standing()
