"""Mentions that the grammar of one sentence makes one thing: appositions, relative and reflexive pronouns."""

import typing as t

from spacy.tokens import Token

from kg.annotate.coref.candidates import SUBJECTS, Candidate
from kg.annotate.coref.discourse import Discourse
from kg.lexicon.nouns import broad_type
from kg.lexicon.words import word_list

DEFINITE: t.Final = frozenset({"the", "this", "that", "'s", "its", "their", "his", "her", "our", "my"})


def appositions(discourse: Discourse) -> None:
    """Unite a name and the definite description beside it: "the country's chancellor, Jane Doe"; not "Acme, a firm"."""
    for candidate in discourse.candidates:
        governor = discourse.at(candidate.token.head) if candidate.token.dep_ == "appos" else None
        if governor is None or {candidate.kind, governor.kind} != {"name", "nominal"}:
            continue
        name, description = (candidate, governor) if candidate.kind == "name" else (governor, candidate)
        if (
            _may_describe(discourse, description, name)
            and description.determiner in DEFINITE
            and description.number == "singular"
        ):
            discourse.unite(name, description)


def _may_describe(discourse: Discourse, description: Candidate, name: Candidate) -> bool:
    """Tell whether a description beside a name fits it; an organization may have a person's role ("the owner")."""
    named, described = discourse.broad_type(name), broad_type(description.type)
    role = named == "Organization" and description.form in word_list("roles of organizations")
    return role or named == described != "Thing"


def relative_pronouns(discourse: Discourse) -> None:
    """Unite a relative pronoun with the noun of its clause: "the minister who resigned"."""
    for candidate in discourse.candidates:
        pronoun = candidate.pronoun
        if pronoun is None or pronoun.person != 0:
            continue
        clause = next((a for a in candidate.token.ancestors if a.dep_ == "relcl"), None)
        antecedent = discourse.at(clause.head) if clause is not None else None
        if antecedent is not None and antecedent.index < candidate.index:
            discourse.unite(antecedent, candidate)


def reflexive_pronouns(discourse: Discourse) -> None:
    """Unite a reflexive pronoun with the subject of its verb, or the noun before it: "it sued the firm itself"."""
    for candidate in discourse.candidates:
        if candidate.kind == "pronoun" and candidate.token.lower_.endswith(("self", "selves")):
            stressed = candidate.token.dep_ == "appos" and candidate.token.i == candidate.token.head.i + 1
            subject = discourse.at(candidate.token.head) if stressed else _subject(discourse, candidate.token)
            if subject is not None and subject.index < candidate.index:
                discourse.unite(subject, candidate)


def _subject(discourse: Discourse, token: Token) -> Candidate | None:
    for verb in token.ancestors:
        subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
        if subject is not None:
            return discourse.at(subject)
    return None
