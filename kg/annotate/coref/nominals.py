"""What definite descriptions mean: repeated ones, and "the company" after a name."""

import typing as t
from collections.abc import Sequence

from spacy.tokens import Token

from kg.annotate.coref.candidates import Candidate
from kg.annotate.coref.discourse import Discourse
from kg.annotate.coref.salience import may_be_antecedent, most_salient
from kg.lexicon.nouns import broad_type

REACH: t.Final = 12
MARGIN: t.Final = 0.5
POINTING: t.Final = frozenset({"the", "this", "that", "these", "those"})
DESCRIBING: t.Final = frozenset({"prep", "relcl", "acl", "appos"})
FITTING: t.Final[t.Mapping[str, frozenset[str]]] = {
    "Company": frozenset({"Company", "Organization"}),
    "Organization": frozenset(
        {"Company", "MilitaryOrganization", "NewsMediaOrganization", "Organization", "SportsTeam"}
    ),
    "EducationalOrganization": frozenset({"EducationalOrganization", "Organization"}),
    "NewsMediaOrganization": frozenset({"NewsMediaOrganization", "Organization"}),
    "PoliticalParty": frozenset({"PoliticalParty", "Organization"}),
    "Country": frozenset({"Country"}),
    "City": frozenset({"City", "Place"}),
}
"""The types of named things that a bare description of each type can mean; other types need the same head noun."""


def resolve_description(discourse: Discourse, anaphor: Candidate) -> None:
    """Unite a definite description with what it repeats, or with the one named thing that it fits."""
    if not anaphor.determiner or _is_resolved(discourse, anaphor):
        return
    antecedent = None
    if anaphor.determiner in POINTING:
        same = _same_noun(discourse, anaphor)
        antecedent = _restated(anaphor, same) or _named(discourse, anaphor) or _repeated(discourse, anaphor, same)
    elif discourse.possessor(anaphor) is not None:
        antecedent = _owned(discourse, anaphor)
    if antecedent is not None:
        discourse.unite(antecedent, anaphor)


def _is_resolved(discourse: Discourse, anaphor: Candidate) -> bool:
    """Tell whether a description is already one with something before it, or with a name or description after it."""
    others = (member for member in discourse.members(anaphor) if member is not anaphor)
    return any(member.kind != "pronoun" or member.index < anaphor.index for member in others)


def _restated(anaphor: Candidate, same: Sequence[Candidate]) -> Candidate | None:
    """Return the last description in the same words, if nothing follows it that tells it apart."""
    alike = (c for c in reversed(same) if c.modifiers == anaphor.modifiers and c.determiner in POINTING)
    return next((choice for choice in alike if not _is_described(choice)), None)


def _is_described(candidate: Candidate) -> bool:
    """Tell whether something after a noun tells which one is meant; "itself" or a clause after a comma does not."""
    return any(child.dep_ in DESCRIBING and not _is_aside(child) for child in candidate.token.rights)


def _is_aside(child: Token) -> bool:
    return child.pos_ == "PRON" or (child.dep_ == "relcl" and child.left_edge.nbor(-1).text == ",")


def _repeated(discourse: Discourse, anaphor: Candidate, same: Sequence[Candidate]) -> Candidate | None:
    """Return the last description that says the same and more: "a ban on sales ... the ban", not "the second ban"."""
    fuller = [choice for choice in same if anaphor.modifiers <= choice.modifiers]
    clusters = {discourse.members(choice)[0].index for choice in fuller}
    return fuller[-1] if len(clusters) == 1 and anaphor.sentence - fuller[-1].sentence <= REACH else None


def _owned(discourse: Discourse, anaphor: Candidate) -> Candidate | None:
    """Return what says the same of the same owner, or of none: "Acme's US sales ... its US sales", "US sales"."""
    owner = discourse.possessor(anaphor)
    same = [choice for choice in _same_noun(discourse, anaphor) if anaphor.modifiers == choice.modifiers]
    for choice in reversed(same):
        other = discourse.possessor(choice)
        if owner is not None and other is not None and discourse.are_one(owner, other):
            return choice
        if not choice.determiner and choice.modifiers:
            return choice
    return None


def _same_noun(discourse: Discourse, anaphor: Candidate) -> list[Candidate]:
    """Return the descriptions before an anaphor that have its head noun and number."""
    return [
        choice
        for choice in discourse.alike(anaphor)
        if choice.number == anaphor.number and may_be_antecedent(discourse, anaphor, choice)
    ]


def _named(discourse: Discourse, anaphor: Candidate) -> Candidate | None:
    """Return the named thing that a bare description fits best: "Acme ... the company"."""
    nations = [word for word in anaphor.modifiers if word in discourse.gazetteer.countries]
    if len(nations) < len(anaphor.modifiers) or _is_described(anaphor) or anaphor.number != "singular":
        return None
    choices = [
        choice
        for choice in discourse.before(anaphor, REACH)
        if discourse.has_name(choice) and may_be_antecedent(discourse, anaphor, choice)
    ]
    called = [choice for choice in choices if anaphor.form in discourse.cluster(choice).descriptors]
    fitting = [choice for choice in choices if discourse.cluster(choice).type in FITTING.get(anaphor.type, frozenset())]
    if broad_type(anaphor.type) == "Person":
        return most_salient(discourse, anaphor, called, margin=MARGIN) if not nations else None
    # "the French firm" says that there are other firms
    return most_salient(discourse, anaphor, [*called, *fitting], margin=2 * MARGIN if nations else MARGIN)
