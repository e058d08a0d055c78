"""How something is said: negated, hedged, planned or hypothetical, by whom, and who denies it."""

import typing as t
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.arguments import is_small_clause
from kg.extract.cues import (
    CLAIM_NOUNS,
    CLAIMING_VERBS,
    CLAUSAL,
    CONDITIONS,
    DENYING_VERBS,
    HEDGING_ADJECTIVES,
    HEDGING_ADVERBS,
    HEDGING_BRIDGES,
    HEDGING_MODALS,
    HEDGING_VERBS,
    IMPLICATIVE_VERBS,
    NEGATING_VERBS,
    NOMINAL_DEPENDENCIES,
    OBLIGING_MODALS,
    PLANNING_ADJECTIVES,
    PLANNING_MODALS,
    PLANNING_VERBS,
    RAISED_HEDGES,
    REPORTING_VERBS,
)
from kg.extract.predications import Predication
from kg.extract.subjects import is_infinitive, subject_of
from kg.extract.syntax import SUBJECTS, ancestors, child, children, first_conjunct, is_passive, is_verb
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
    """Return how a predication is said, as its own clause and the clauses around it tell."""
    verbs = [word for word in predication.words if is_verb(word)] or [predication.governor]
    negations = list(_negations(predication, verbs))
    modality, modal_cues = _modality(predication, verbs)
    speaker, speech_cues = _speaker(predication)
    denier, denial_cues = _denier(predication)
    if speaker is not None and modality == "asserted" and any(c.lemma_ in CLAIMING_VERBS for c in speech_cues):
        modality = "hedged"
    denied_in_speech = [c for c in speech_cues if c.lemma_ in DENYING_VERBS]
    if modality == "planned" and speaker is None and [c.lower_ for c in modal_cues] == ["would"]:
        modality = "hypothetical"
    if denied_in_speech and denier is None:
        denier, speaker = speaker, None
    whole = [no.head for no in negations if no.head.dep_ == "advmod"]  # "no" of "no longer" counts, both are shown
    cues = (*negations, *whole, *modal_cues, *speech_cues, *denial_cues)
    return Factuality(len(negations) % 2 == 1, modality, speaker, denier, tuple(sorted(set(cues), key=lambda c: c.i)))


def _negations(predication: Predication, verbs: list[Token]) -> Iterator[Token]:
    """Yield the words that negate: not, never, no longer; "no" on subject or object; fail to; without."""
    for verb in verbs:
        yield from (word for word in verb.children if word.dep_ == "neg")
        yield from (no for word in children(verb, "advmod") for no in children(word, "neg"))
        if verb.lemma_ in NEGATING_VERBS and verb != predication.head:
            yield verb
        yield from _shared_negation(verb)
    for noun in (predication.subject, *(a.head for a in predication.arguments if a.core)):
        yield from (word for word in noun.children if word.dep_ in {"det", "neg"} and word.lower_ in {"no", "neither"})
        yield from (word for word in noun.children if word.dep_ == "preconj" and word.lower_ == "neither")
        if noun.lower_ in {"nobody", "nothing", "none", "neither"}:
            yield noun
    if predication.governor.dep_ == "pcomp" and predication.governor.head.lower_ == "without":
        yield predication.governor.head


def _shared_negation(verb: Token) -> Iterator[Token]:
    """Yield the negation that a verb behind "or" shares with the first: "did *not* read or sign it"."""
    first = first_conjunct(verb)
    if first != verb and child(verb, "neg", *SUBJECTS) is None:
        joined = any(
            word.dep_ == "cc" and word.lower_ in {"or", "nor"} for word in (*verb.head.children, *first.children)
        )
        yield from (word for word in first.children if joined and word.dep_ == "neg")


def _modality(predication: Predication, verbs: list[Token]) -> tuple[Modality, tuple[Token, ...]]:
    for modality, cues in (
        ("hypothetical", tuple(_conditions(predication.governor))),
        ("hedged", tuple(_hedges(predication, verbs))),
        ("planned", tuple(_plans(predication, verbs))),
    ):
        if cues:
            return t.cast("Modality", modality), cues
    return "asserted", ()


def _conditions(verb: Token) -> Iterator[Token]:
    """Yield "if" and its like above a verb, or in a clause beside it, and an obligation in the verb's own clause."""
    for above in ancestors(verb):
        mark = child(above, "mark")
        if mark is not None and mark.lower_ in CONDITIONS:
            yield mark
        if above.dep_ not in {"conj", "xcomp"}:
            break
    for clause in children(verb, "advcl"):
        mark = child(clause, "mark")
        if mark is not None and mark.lower_ in {"if", "unless"}:
            yield mark
    yield from (word for word in verb.children if word.dep_ == "aux" and word.lower_ in OBLIGING_MODALS)
    end = verb.sent[-1]
    if end.text == "?":
        yield end
    if is_small_clause(verb) and (verb.head.lemma_ not in IMPLICATIVE_VERBS or child(verb.head, "neg") is not None):
        yield verb.head


def _hedges(predication: Predication, verbs: list[Token]) -> Iterator[Token]:
    yield from (word for word in predication.words if word.tag_ == "MD" and word.lower_ in HEDGING_MODALS)
    for verb in verbs:
        yield from (word for word in verb.children if word.dep_ == "advmod" and word.lower_ in HEDGING_ADVERBS)
        yield from (word for word in verb.children if word.dep_ == "acomp" and word.lower_ in HEDGING_BRIDGES)
        raised = verb.lemma_ in RAISED_HEDGES and child(verb, "auxpass") is not None
        if verb != predication.head and (verb.lemma_ in HEDGING_VERBS or raised):
            yield verb
    if predication.rule == "accused-subject" and predication.governor.head.head.lemma_ not in {"convict", "acquit"}:
        yield predication.governor.head.head
    if predication.governor.dep_ == "acl" and predication.governor.head.lemma_ in CLAIM_NOUNS:
        yield predication.governor.head
    if predication.voice == "nominal":
        yield from (word for word in predication.head.children if word.lower_ in HEDGING_ADJECTIVES)


def _plans(predication: Predication, verbs: list[Token]) -> Iterator[Token]:
    """Yield the words that put it into the future: "will", a verb or noun of planning, an infinitive of purpose."""
    yield from (word for word in predication.words if word.tag_ == "MD" and word.lower_ in PLANNING_MODALS)
    yield from (verb for verb in verbs if verb != predication.head and verb.lemma_ in PLANNING_VERBS)
    top = predication.governor
    if predication.voice == "nominal":
        yield from (word for word in predication.head.children if word.lower_ in PLANNING_ADJECTIVES)
    elif is_infinitive(top) and _is_intended(predication):
        yield top.head if top.dep_ in {"xcomp", "ccomp"} else child(top, "aux") or top


def _is_intended(predication: Predication) -> bool:
    """Tell whether an infinitive tells what somebody wants, not what happened: "asked him *to go*"."""
    top = predication.governor
    if predication.rule == "noun-complement":
        return predication.name.split(" ")[0] in PLANNING_VERBS
    if predication.rule == "controlled-subject":
        return top.head.lemma_ not in IMPLICATIVE_VERBS
    if top.dep_ in {"xcomp", "ccomp"}:
        return top.head.lemma_ in PLANNING_VERBS
    return top.dep_ in {"advcl", "acl", "relcl"} and predication.rule != "singled-out-subject"


def _speaker(predication: Predication) -> tuple[Token | None, tuple[Token, ...]]:
    """Return who is said to say it, and the words that tell so: the nearest reporting verb, or "according to"."""
    accuser = _accuser(predication)
    if accuser is not None:
        return accuser
    for word in ancestors(predication.governor):
        source = _according_to(word)
        if source is not None and source not in predication.words:
            return source
        beside = next((c for c in children(word, "parataxis") if _reports_beside(c)), None)
        if beside is not None and beside != predication.governor:
            return subject_of(beside), (beside,)
        above = word.head
        if word.dep_ == "ccomp" and above != word and above.lemma_ in REPORTING_VERBS and _is_statement(word):
            speaker = subject_of(above)
            if speaker is not None and above not in predication.words:
                return speaker, (above,)
        if word.dep_ not in CLAUSAL | NOMINAL_DEPENDENCIES:
            break
    return None, ()


def _accuser(predication: Predication) -> tuple[Token, tuple[Token, ...]] | None:
    """Return who accuses somebody of it: "*prosecutors* accused the guard of stealing"."""
    verb = predication.governor.head.head
    if predication.rule != "accused-subject" or is_passive(verb):
        return None
    accuser = subject_of(verb)
    return (accuser, (verb,)) if accuser is not None else None


def _reports_beside(verb: Token) -> bool:
    """Tell whether a verb in parenthesis reports: "the plan, he *said*, has failed"."""
    said = child(verb, *SUBJECTS) is not None and child(verb, "ccomp", "dobj") is None
    return said and verb.lemma_ in REPORTING_VERBS


def _is_statement(verb: Token) -> bool:
    """Tell whether a clausal complement states something: it is finite, or has a subject and is no bare infinitive."""
    return child(verb, *SUBJECTS) is not None and not is_infinitive(verb)


def _according_to(word: Token) -> tuple[Token, tuple[Token, ...]] | None:
    for marker in children(word, "prep"):
        if marker.lower_ == "according":
            to = child(marker, "prep", "pcomp")
            target = child(to, "pobj") if to is not None else None
            if target is not None:
                return target, (marker,)
    return None


def _denier(predication: Predication) -> tuple[Token | None, tuple[Token, ...]]:
    """Return who denies it: "alleged links …, which the company denies", or "denied having links"."""
    noun = predication.head
    if predication.voice == "nominal":
        for clause in noun.sent:
            if clause.dep_ == "relcl" and clause.lemma_ in DENYING_VERBS and _points_at(clause, noun):
                return subject_of(clause), (clause,)
        if noun.dep_ == "dobj" and noun.head.lemma_ in DENYING_VERBS:
            return subject_of(noun.head), (noun.head,)
    top = predication.governor
    if top.dep_ == "acl" and top.head.dep_ == "dobj" and top.head.head.lemma_ in DENYING_VERBS:
        return subject_of(top.head.head), (top.head.head,)
    denial = next(
        (word for word in predication.words if word.lemma_ in DENYING_VERBS and word != predication.head), None
    )
    return (predication.subject, (denial,)) if denial is not None else (None, ())


def _points_at(clause: Token, noun: Token) -> bool:
    """Tell whether a relative clause is about `noun`: it hangs on it, or on a noun inside its phrase."""
    return clause.head == noun or (clause.head.i > noun.i and noun in list(ancestors(clause.head)))
