"""Links descriptions of several to the names joined just before: "Doe and Roe left. *Both men* were ill".

It links only if exactly one row of that many fits, nearby or, if the description counts them, further back.
"""

import typing as t
from collections.abc import Sequence

from kg.grammar.antecedents import is_distinguished
from kg.lexicon import measures, value, words
from kg.lexicon.noun_types import broad_type
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.discourse import Discourse
from kg.reference.coref.nominals import FITTING, LOOKED_AT
from kg.reference.coref.salience import may_be_antecedent
from kg.reference.mentions import row_of

SEVERAL: t.Final = "several"
"""What a description counts that gives no number: "the *women*"."""
KNOWN: t.Final = words("determiner", "definite") | {"both"}
"""The determiners of descriptions that introduce nothing: "*the* firms", not "two firms" or "foreign firms"."""
NEAR: t.Final = 2
"""The number of sentences before a description in which its row is searched first; one less if it does not count."""
FAR: t.Final = 40
"""The number of sentences before a counting description in which its row is searched if none is near."""


def groups(discourse: Discourse) -> None:
    """Link a description of several to the only row of names that fits, but not what a row acts on to that row."""
    for one in discourse.candidates:
        nouns = [each for each in (one, *discourse.cluster(one).members[:LOOKED_AT]) if each.kind != "pronoun"]
        known = all(each.kind == "nominal" and each.determiner in KNOWN for each in nouns)
        rows = _rows(discourse, one) if one.kind == "nominal" and known else ()
        if len(rows) == 1 and all(may_be_antecedent(discourse, each, rows[0]) for each in nouns):
            discourse.unite(rows[0], one)


def _rows(discourse: Discourse, description: Candidate) -> Sequence[Candidate]:
    """Return the rows of names before a description that it fits: the near ones, or else all."""
    size = _size(description)
    before = discourse.before(description, 1 if size == SEVERAL else FAR) if size else ()
    rows = [row for row in before if row.kind == "row" and _fits(discourse, description, row, size)]
    return [row for row in rows if description.sentence - row.sentence <= NEAR] or rows


def _size(description: Candidate) -> str:
    """Return the number word that a description implies: two for "the *pair*", several for "the women"; or ""."""
    size, definite = value("general").get(description.form, ""), description.determiner == "the"
    if size not in measures("number"):
        definite = description.number == "plural"
        size = next((word.lower_ for word in description.token.before("numeral")), SEVERAL)
        size = "two" if description.determiner == "both" else size
    bare = definite and not description.modifiers - {size} and not is_distinguished(description.token)
    return size if bare else ""


def _fits(discourse: Discourse, description: Candidate, row: Candidate, size: str) -> bool:
    """Return whether a row has so many names of the kind of a description, or things with its noun."""
    members = [discourse.at(token) for token in row_of(row.token)]
    such = all(each is not None and _is_such(discourse, description, each, size) for each in members)
    return such and (size == SEVERAL or value("number").get(size) == str(len(members)))


def _is_such(discourse: Discourse, description: Candidate, member: Candidate, size: str) -> bool:
    """Return whether a thing is of the kind of a description; uncounted persons must be of its gender: "the *men*"."""
    if member.kind != "name":
        return member.form == description.form
    cluster, counts = discourse.cluster(member), value("general").get(description.form) in measures("number")
    kind = "Person" if counts else broad_type(description.type)
    gender = description.gender is None or cluster.genders <= {description.gender}
    gender = cluster.genders == {description.gender} if size == SEVERAL and kind == "Person" else gender
    same = kind in {"Organization", "Person", "Place"} and broad_type(cluster.type) == kind and gender
    return same and cluster.type in FITTING.get(description.type, {cluster.type})
