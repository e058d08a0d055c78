"""Quotations and who speaks in them."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from kg.annotate.coref.candidates import SUBJECTS, Candidate
from kg.annotate.coref.discourse import Discourse, Quotation
from kg.lexicon.words import word_list


def speakers(discourse: Discourse) -> None:
    """Unite "I" with the person, and "we" with the organization, whose quotation it is in: "“We won”, Acme said"."""
    for quotation in discourse.quotations:
        inside = [c for c in discourse.candidates if quotation.start <= c.token.i < quotation.end]
        first = [c for c in inside if c.pronoun is not None and c.pronoun.person == 1]
        speaker = speaker_of(discourse, quotation) if first else None
        for candidate in first if speaker is not None else ():
            if speaker is not None and _may_say(discourse, speaker, candidate):
                discourse.unite(speaker, candidate)


def speaker_around(discourse: Discourse, candidate: Candidate) -> Candidate | None:
    """Return the speaker of the quotation that a candidate stands in: third person in it means someone else."""
    for quotation in discourse.quotations:
        if quotation.start <= candidate.token.i < quotation.end:
            return speaker_of(discourse, quotation)
    return None


def _may_say(discourse: Discourse, speaker: Candidate, pronoun: Candidate) -> bool:
    type_ = discourse.broad_type(speaker)
    if pronoun.number == "singular":
        return type_ == "Person" or speaker.gender is not None
    return type_ == "Organization"


def speaker_of(discourse: Discourse, quotation: Quotation) -> Candidate | None:
    """Return the subject of the verb of saying that stands next to a quotation in its sentences."""
    doc = discourse.candidates[0].token.doc
    first = doc[quotation.start].sent.start
    last = doc[min(quotation.end, len(doc) - 1)].sent.end
    verbs = [token for token in _outside(doc, first, last, quotation) if _is_saying(token)]
    for verb in sorted(verbs, key=lambda verb: min(abs(verb.i - quotation.start), abs(verb.i - quotation.end))):
        subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
        if subject is not None:
            return discourse.at(subject)
    return None


def _outside(doc: Doc, start: int, end: int, quotation: Quotation) -> Iterable[Token]:
    return (token for token in doc[start:end] if not quotation.start <= token.i < quotation.end)


def _is_saying(token: Token) -> bool:
    return token.pos_ == "VERB" and token.lemma_.lower() in word_list("verbs of saying")
