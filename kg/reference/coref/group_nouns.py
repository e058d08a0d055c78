"""Links descriptions of two to the two names joined just before: "Doe and Roe left. *Both men* were ill".

It links only if exactly one nearby row of two names fits; a description of two is never one of them.
"""

import typing as t

from kg.grammar.antecedents import is_distinguished
from kg.grammar.parse import Token
from kg.lexicon import value
from kg.lexicon.noun_types import broad_type
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.discourse import Discourse
from kg.reference.coref.nominals import FITTING

TWO: t.Final = "two"


def groups_of_two(discourse: Discourse) -> None:
    """Link a description of two to the only nearby row of two names that fits."""
    for description in discourse.candidates:
        two = description.kind == "nominal" and _is_pair(description)
        if two and discourse.first(description.index) == description.index:
            before = discourse.before(description, 2)
            rows = [row for row in before if row.kind == "row" and _fits(discourse, description, row)]
            if len(rows) == 1:
                discourse.unite(rows[0], description)


def _is_pair(description: Candidate) -> bool:
    """Return whether a description is of two, and says nothing that distinguishes these from others: "the *pair*"."""
    if value("general").get(description.form) == TWO:
        two = description.determiner == "the"
    else:
        counted = any(word.lower_ == TWO for word in description.token.before("numeral"))
        two = (counted and description.is_definite) or description.determiner == "both"
        two = two and description.number == "plural"
    return two and not description.modifiers - {TWO} and not is_distinguished(description.token)


def _fits(discourse: Discourse, description: Candidate, row: Candidate) -> bool:
    """Return whether a row has two names of the kind of a description; a pair is of persons."""
    members = [discourse.at(token) for token in _conjuncts(row.token)]
    named = [member for member in members if member is not None and member.kind == "name"]
    if len(members) != 2 or len(named) != 2:
        return False
    return all(_is_such(discourse, description, member) for member in named)


def _is_such(discourse: Discourse, description: Candidate, member: Candidate) -> bool:
    cluster = discourse.cluster(member)
    pair = value("general").get(description.form) == TWO
    kind = "Person" if pair else broad_type(description.type)
    gender = description.gender is None or cluster.genders <= {description.gender}
    same = kind in {"Organization", "Person", "Place"} and broad_type(cluster.type) == kind and gender
    return same and cluster.type in FITTING.get(description.type, {cluster.type})


def _conjuncts(token: Token) -> list[Token]:
    """Return the heads of the conjuncts."""
    heads = [token]
    for each in heads:
        heads += each.after("conjunct")
    return heads
