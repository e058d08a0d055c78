"""The antecedents of he, she, it and they."""

import typing as t

from kg.grammar.parse import Token
from kg.lexicon import measures, verbs
from kg.lexicon.noun_types import broad_type
from kg.lexicon.supersenses import mostly_without_object, noun_supersense
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.columns import is_impersonal_verb
from kg.reference.coref.discourse import Discourse
from kg.reference.coref.salience import ARGUMENTS, may_be_antecedent, most_salient

REACH: t.Final[t.Mapping[bool, int]] = {True: 2, False: 1}
"""How many sentences back the antecedent may stand, for pronouns with a gender and for others."""
MARGIN: t.Final[t.Mapping[bool, float]] = {True: 0.5, False: 0.75}
"""How much more salient than the next the antecedent must be, for the same two."""


def salient_antecedent(discourse: Discourse, anaphor: Candidate) -> Candidate | None:
    """Return the one thing that a pronoun of the third person can mean by its salience, if there is one only."""
    pronoun = anaphor.pronoun
    if pronoun is None or pronoun.person != 3 or len(discourse.members(anaphor)) > 1:
        return None
    if anaphor.token.function not in ARGUMENTS | {"possessor"} or is_impersonal(anaphor):
        return None
    gendered = pronoun.gender is not None
    near = (c for c in discourse.before(anaphor, REACH[gendered]) if _may_be_meant(discourse, anaphor, c))
    choices = [c for c in near if agrees(discourse, anaphor, c) and may_be_antecedent(discourse, anaphor, c)]
    return most_salient(discourse, anaphor, choices, margin=MARGIN[gendered])


def _may_be_meant(discourse: Discourse, anaphor: Candidate, choice: Candidate) -> bool:
    """Tell whether a candidate is one thing, no apposition to another, and not who speaks of it in the third person."""
    apposed = choice.token.function == "apposition" and discourse.at(choice.token.governor) is not None
    if choice.kind in {"row", "value"} or apposed:
        return False
    speaker = discourse.speaker_around(anaphor)
    return speaker is None or not discourse.are_one(choice, speaker)


def agrees(discourse: Discourse, anaphor: Candidate, choice: Candidate) -> bool:
    """Tell whether a pronoun agrees with what is known of a thing: number, gender, person or not."""
    pronoun, cluster = anaphor.pronoun, discourse.cluster(choice)
    if pronoun is None or not cluster.pronouns <= {pronoun}:
        return False
    if choice.kind == "pronoun" and not cluster.pronouns:
        return False
    genders = cluster.genders
    if pronoun.number == "plural":
        return cluster.is_plural or (not cluster.names and broad_type(cluster.type) == "Group")
    if cluster.is_plural:
        return False
    if pronoun.gender is not None:
        return genders == {pronoun.gender} or (not genders and broad_type(cluster.type) == "Person")
    return not genders and broad_type(cluster.type) not in {"Person", "Group"}


def _comes_to_light(verb: Token) -> bool:
    """Tell whether a clause stands for the "it" of a verb: "it *emerged* that she left".

    Who says, thinks or shows it is meant by "it": "the firm made nails, it *said*".
    """
    lemma = verb.lemma_.lower()
    if not mostly_without_object(lemma) or lemma in verbs("report") or lemma in verbs("say"):
        return False
    return any(clause.before("subordinator") for clause in verb.behind("content clause"))


def is_impersonal(anaphor: Candidate) -> bool:
    """Tell whether an "it" means nothing: "it rained", "it is likely that", "it is time to", "makes *it* easy to"."""
    it, verb = anaphor.token, anaphor.token.governor
    if it.lower_ != "it" or not anaphor.is_subject:
        return False
    return any(test(verb) for test in MEANING_NOTHING) or _is_judged(it, verb)


def _tells_weather(verb: Token) -> bool:
    """Tell whether a verb, or one behind it, has a subject that means nothing: "it *rained*", "it began to *snow*"."""
    return any(is_impersonal_verb(each.lemma_.lower()) for each in (verb, *verb.behind("open clause")))


def _tells_time(verb: Token) -> bool:
    """Tell whether a verb says what time it is, or how long something is off: "it was *two days* before it fell"."""
    if verb.lemma_ != "be":
        return False
    times = {"time"} | measures("calendar", "hour")
    if any(child.lemma_ in times for child in verb.behind("complement")):
        return True
    clause = next(iter(verb.behind("adverbial clause")), verb)
    return any(_means_time(word) for word in verb.doc.tokens[verb.i + 1 : min(clause.i, verb.i + 5)])


def _takes_time(verb: Token) -> bool:
    """Tell whether a verb says how long something else lasts: "it *took* two days to mend the pump"."""
    times = verb.behind("object") if verb.lemma_ == "take" else ()
    clauses = verb.behind("open clause", "adverbial clause") if any(map(_means_time, times)) else ()
    return any(part.lower_ == "to" for clause in clauses for part in clause.before("auxiliary"))


def _means_time(word: Token) -> bool:
    return word.kind == "noun" and noun_supersense(word.lemma_.lower()) == "time"


def _is_judged(it: Token, verb: Token) -> bool:
    """Tell whether a clause is judged, or told of by others: "it is *likely* that", "it is *said* that"."""
    judged = verb.lemma_ == "be" and bool(verb.behind("adjective complement", "complement", "object complement"))
    judged |= verb.kind == "adjective"
    reported = it.function == "passive subject" and bool(verb.behind("content clause"))
    start = max(verb.i, it.i)
    clauses = {"content clause", "open clause", "subject clause", "adverbial clause", "noun clause"}
    return (judged or reported) and any(c.i > start and c.function in clauses for c in verb.constituent)


MEANING_NOTHING: t.Final = (_tells_weather, _tells_time, _takes_time, _comes_to_light)
"""The tests of verbs whose "it" means nothing."""
