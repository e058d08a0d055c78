"""The antecedents of he, she, it and they."""

import typing as t

from kg.grammar.clause import WordFunction
from kg.grammar.parse import Token
from kg.lexicon import verbs
from kg.lexicon.intransitives import mostly_without_object
from kg.lexicon.noun_types import broad_type
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.discourse import Discourse
from kg.reference.coref.predicates import is_impersonal_verb
from kg.reference.coref.salience import may_be_antecedent, most_salient

REACH: t.Final[t.Mapping[bool, int]] = {True: 2, False: 1}
"""How many sentences back the antecedent may stand, for pronouns with a gender and for others."""
MARGIN: t.Final[t.Mapping[bool, float]] = {True: 0.5, False: 0.75}
"""How much more salient than the next the antecedent must be, for the same two."""
NEVER_IT: t.Final = frozenset({"Person", "Group"})
MAY_BE_THEY: t.Final = frozenset({"Group"})
CLAUSES: t.Final[frozenset[WordFunction]] = frozenset(
    {"content clause", "open clause", "subject clause", "adverbial clause", "noun clause"}
)


def salient_antecedent(discourse: Discourse, anaphor: Candidate) -> Candidate | None:
    """Return the one thing that a pronoun of the third person can mean by its salience, if there is one only."""
    if anaphor.person != 3:
        return None
    gendered = anaphor.gender is not None
    speaker = discourse.speaker_around(anaphor)
    near = (
        choice for choice in discourse.before(anaphor, REACH[gendered]) if _may_be_meant(discourse, choice, speaker)
    )
    choices = [c for c in near if agrees(discourse, anaphor, c) and may_be_antecedent(discourse, anaphor, c)]
    return most_salient(discourse, anaphor, choices, margin=MARGIN[gendered])


def _may_be_meant(discourse: Discourse, choice: Candidate, speaker: Candidate | None) -> bool:
    """Tell whether a candidate is one thing, and not who speaks of it in the third person."""
    other = speaker is None or not discourse.are_one(choice, speaker)
    return other and choice.kind not in {"row", "value"}


def agrees(discourse: Discourse, anaphor: Candidate, choice: Candidate) -> bool:
    """Tell whether a pronoun agrees with what is known of a thing: number, gender, person or not."""
    pronoun, cluster = anaphor.pronoun, discourse.cluster(choice)
    if pronoun is None or not cluster.pronouns <= {pronoun}:
        return False
    if choice.kind == "pronoun" and not cluster.pronouns:
        return False
    genders = cluster.genders
    if pronoun.number == "plural":
        return cluster.is_plural or (not cluster.names and broad_type(cluster.type) in MAY_BE_THEY)
    if cluster.is_plural:
        return False
    if pronoun.gender is not None:
        return genders == {pronoun.gender} or (not genders and broad_type(cluster.type) == "Person")
    return not genders and broad_type(cluster.type) not in NEVER_IT


def _comes_to_light(verb: Token) -> bool:
    """Tell whether a clause stands for the "it" of a verb: "it *emerged* that she left".

    Who says, thinks or shows it is meant by "it": "the firm made nails, it *said*".
    """
    lemma = verb.lemma_.lower()
    if lemma in verbs("report") | verbs("say") or not mostly_without_object(lemma):
        return False
    return any(clause.before("subordinator") for clause in verb.behind("content clause"))


def is_impersonal(anaphor: Candidate) -> bool:
    """Tell whether an "it" means nothing: "it rained", "it is likely that", "it seems", "it is time to go"."""
    verb = anaphor.token.governor
    if anaphor.token.lower_ != "it" or not anaphor.is_subject:
        return False
    lemma = verb.lemma_.lower()
    if is_impersonal_verb(lemma) or _comes_to_light(verb):
        return True
    if lemma == "be" and any(child.lemma_ == "time" for child in verb.behind("complement")):
        return True
    judged = lemma == "be" and bool(verb.behind("adjective complement", "complement", "object complement"))
    reported = anaphor.token.function == "passive subject" and bool(verb.behind("content clause"))
    start = max(verb.i, anaphor.token.i)
    return (judged or reported) and any(c.i > start and c.function in CLAUSES for c in verb.constituent)
