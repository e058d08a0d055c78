"""Who says it: a table of rules, from the nearest to the farthest."""

import typing as t
from collections.abc import Callable, Iterator

from kg.extract.cues import (
    CLAUSAL,
    EVIDENCE_NOUNS,
    EVIDENCE_VERBS,
    NOMINAL_DEPENDENCIES,
    REPORT_NOUNS,
    REPORTING_VERBS,
    TELLING_VERBS,
)
from kg.extract.factuality.scope import Scope, accusing_verb
from kg.extract.predications import Predication
from kg.extract.subjects import subject_of
from kg.extract.syntax import SUBJECTS, ancestors, child, children, conjuncts, is_passive, is_verb
from kg.grammar.parse import Token
from kg.reference.completion import is_infinitive
from kg.reference.quotations import can_speak, named

PASSING_DEPENDENCIES: t.Final = CLAUSAL | NOMINAL_DEPENDENCIES
"""Dependencies of words that what is said of the word above them holds for too."""


class Source(t.NamedTuple):
    """The word for who says or denies something, and the word that tells so."""

    speaker: Token
    cue: Token


def accuser(scope: Scope) -> Source | None:
    """Somebody is accused of it: "*prosecutors* accused the guard of stealing"."""
    verb = accusing_verb(scope.predication)
    return _source(subject_of(verb), verb) if verb is not None and not is_passive(verb) else None


def quotation(scope: Scope) -> Source | None:
    """It stands in a quotation: "“It is closed,” *she* said"; or is reported in one: "“*He* says it is,” she said"."""
    found = scope.quotation
    if found is None or found.speaker is None or found.cue is None:
        return None
    doc, inside = scope.predication.head.doc, report(scope)
    if inside is not None and inside.cue.i in found:
        return inside
    return Source(doc[found.speaker], doc[found.cue])


def report(scope: Scope) -> Source | None:
    """A clause of saying stands above or beside it: "*she* said it is closed", "it is, *she* said, closed"."""
    evidence = None
    for source in _reports(scope):
        if source.speaker.lemma_ not in EVIDENCE_NOUNS:
            return source
        evidence = evidence or source  # "she said that *figures* show …": she says it
    return evidence


def _reports(scope: Scope) -> Iterator[Source]:
    predication = scope.predication
    for word in ancestors(predication.governor):
        for source in (*_beside(word, predication), _clause_above(word)):
            if source is not None and source.cue not in predication.words and not _is_behind(scope, source.cue):
                yield source
        if word.dep_ not in PASSING_DEPENDENCIES:
            return


def _beside(word: Token, predication: Predication) -> Iterator[Source | None]:
    for other in children(word, "prep", "advcl", "parataxis"):
        if other.lower_ == "according":
            yield _according_to(other, predication)
        elif other.dep_ != "prep" and other.lemma_ in REPORTING_VERBS:
            yield _clause_beside(other, predication)


def _is_behind(scope: Scope, cue: Token) -> bool:
    """Tell whether a predication follows a whole sentence in quotation marks, which is all that the cue reports."""
    head = scope.predication.head
    if head.i < cue.i or scope.quotation is not None:
        return False
    told = (q for q in head.doc.quotations if q.cue == cue.i and cue.i < q.start and q.end < head.i)
    return any(head.doc[q.start].text[0].isupper() for q in told)


def _according_to(marker: Token, predication: Predication) -> Source | None:
    if marker in list(ancestors(predication.head)) or _is_parted(marker, predication.head):
        return None
    to = child(marker, "prep", "pcomp")
    target = child(to, "pobj") if to is not None else None
    return _source(target, marker)


def _is_parted(first: Token, second: Token) -> bool:
    """Tell whether a semicolon stands between two words: what one says does not hold for the other."""
    start, end = sorted((first.i, second.i))
    return any(mark.text == ";" for mark in first.doc[start:end])


def _clause_beside(verb: Token, predication: Predication) -> Source | None:
    """Return the source that a clause in parenthesis or with "as" tells: "the plan, *he said*, has failed"."""
    as_told = verb.dep_ == "parataxis" or any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.lefts)
    if as_told and _reports_beside(verb) and verb not in list(ancestors(predication.governor)):
        return _source(subject_of(verb), verb)
    return None


def _reports_beside(verb: Token) -> bool:
    """Tell whether a verb of saying has a subject, and no object or clause of its own but the one who is told."""
    if child(verb, *SUBJECTS) is None or child(verb, "ccomp") is not None:
        return False
    return child(verb, "dobj") is None or verb.lemma_ in TELLING_VERBS


def _clause_above(word: Token) -> Source | None:
    above = word.head
    if word.dep_ != "ccomp" or above == word or above.lemma_ not in REPORTING_VERBS or not _is_statement(word):
        return None
    if word.i < above.i and _is_parted(word, above):
        return None  # "The firm sued; its lawyer said that it would win": the parser joins them
    return _source(_reporter(above), above)


def _reporter(verb: Token) -> Token | None:
    """Return who reports: the subject, or who is quoted: "was quoted as saying", "quoted *her* as saying"."""
    governor = verb.head.head
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and is_verb(governor):
        return subject_of(governor) if is_passive(governor) else child(governor, "dobj")
    subject = subject_of(verb)
    # "it is reasonable to assume that …": nobody in particular does
    return None if subject is not None and subject.lower_ == "it" and subject.head != verb else subject


def _is_statement(verb: Token) -> bool:
    """Tell whether a clausal complement states something: it is finite, or has a subject and is no bare infinitive."""
    return child(verb, *SUBJECTS) is not None and not is_infinitive(verb)


def report_noun(scope: Scope) -> Source | None:
    """It is the content of somebody's report: "*her* claim that it is closed", "a statement by *her* that …"."""
    noun = scope.predication.governor.head
    if (
        scope.predication.governor.dep_ != "acl"
        or noun.lemma_ not in REPORT_NOUNS
        or not _is_statement(scope.predication.governor)
    ):
        return None
    by = (p for c in children(noun, "prep", "agent") if c.lower_ in {"by", "from", "of"} for p in children(c, "pobj"))
    return _source(child(noun, "poss") or next(by, None), noun)


def according_to_in_sentence(scope: Scope) -> Source | None:
    """The sentence begins or ends with "according to": that holds for all of its clauses."""
    root = scope.predication.governor
    while root.head != root:
        root = root.head
    clauses = conjuncts(root)
    for clause in clauses if len(clauses) > 1 else ():
        for marker in children(clause, "prep", "advcl"):
            if marker.lower_ == "according" and _is_at_edge(marker):
                return _according_to(marker, scope.predication)
    return None


def _is_at_edge(marker: Token) -> bool:
    """Tell whether "according" opens its sentence before any verb, or its phrase closes the sentence."""
    sentence, doc = marker.sent, marker.doc
    closes = all(word.is_punct or word.is_space for word in doc[marker.right_edge.i + 1 : sentence.end])
    return closes or not any(is_verb(word) for word in doc[sentence.start : marker.i])


SPEAKER_RULES: t.Final[t.Mapping[str, Callable[[Scope], Source | None]]] = {
    "accuser": accuser,
    "quotation": quotation,
    "report": report,
    "report-noun": report_noun,
    "according-to-in-sentence": according_to_in_sentence,
}


def source_of(scope: Scope) -> Source | None:
    """Return who is said to say it, by the first rule that tells, or None where the text says it."""
    found = (rule(scope) for rule in SPEAKER_RULES.values())
    return next((source for source in found if source is not None), None)


def _source(speaker: Token | None, cue: Token) -> Source | None:
    if speaker is None or not can_speak(speaker, strictly=cue.lemma_ in EVIDENCE_VERBS):
        return None
    return Source(named(speaker), cue)
