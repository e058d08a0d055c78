"""Links descriptions of two to the two names joined just before: "Doe and Roe left. *Both men* were ill".

It links only if exactly one row of two names fits, nearby or else further back; a description of two is never one.
"""

import typing as t

from kg.grammar.antecedents import is_distinguished
from kg.lexicon import value
from kg.lexicon.noun_types import broad_type
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.discourse import Discourse
from kg.reference.coref.nominals import FITTING

TWO: t.Final = "two"
NEAR: t.Final = 2
"""The number of sentences before a description in which its row is searched first."""
FAR: t.Final = 40
"""The number of sentences before a description in which its row is searched if none is near."""


def groups_of_two(discourse: Discourse) -> None:
    """Link a description of two to the only row of two names that fits."""
    for description in discourse.candidates:
        two = description.kind == "nominal" and _is_pair(description)
        if two and discourse.first(description.index) == description.index:
            before = discourse.before(description, FAR)
            rows = [row for row in before if row.kind == "row" and _fits(discourse, description, row)]
            near = [row for row in rows if description.sentence - row.sentence <= NEAR] or rows
            if len(near) == 1:
                discourse.unite(near[0], description)


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
    others = [each for one in (row.token, *row.token.after("conjunct")) for each in one.after("conjunct")]
    members = [discourse.at(token) for token in (row.token, *others)]
    named = [each for each in members if each is not None and each.kind == "name"]
    return len(members) == len(named) == 2 and all(_is_such(discourse, description, each) for each in named)


def _is_such(discourse: Discourse, description: Candidate, member: Candidate) -> bool:
    cluster = discourse.cluster(member)
    kind = "Person" if value("general").get(description.form) == TWO else broad_type(description.type)
    gender = description.gender is None or cluster.genders <= {description.gender}
    same = kind in {"Organization", "Person", "Place"} and broad_type(cluster.type) == kind and gender
    return same and cluster.type in FITTING.get(description.type, {cluster.type})
