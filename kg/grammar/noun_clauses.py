"""Event nouns as clauses: "the arrest of Silva" has Silva as its object."""

import typing as t
from collections.abc import Mapping

from kg.grammar.clause import Argument, Clause, Link, Role
from kg.grammar.cuts import is_apart
from kg.grammar.event_nouns import LIKELY, EventArgument, event_arguments, event_probability, verb_of
from kg.grammar.parse import Token, cached, word_of, words_of
from kg.grammar.phrases import is_noun, phrase_of
from kg.grammar.predicates import is_predicate
from kg.lexicon.supersenses import noun_supersense

THINGS: t.Final = frozenset({"group", "location", "substance"})
"""WordNet lexicographer files; a noun whose first sense is in one denotes no event, even if it has a derived verb."""
ROLES: t.Final[Mapping[str, Role]] = {
    "agent": "subject", "object": "object", "when": "when", "how": "how", "infinitive": "open",
}  # fmt: skip
"""The role of an argument in a clause, by its learned name; all others are prepositions and questions."""


@cached
def noun_clause(noun: Token) -> Clause | None:
    """Return the clause of a noun, or None if it denotes no event that a verb expresses, or has no argument."""
    if noun.tag_ not in {"NN", "NNS"} or (noun.dep_ in {"compound", "nmod"} and noun.recognised):
        return None
    if noun_supersense(noun.lemma_.lower()) in THINGS:
        return None
    certainty = event_probability(noun)
    verb = verb_of(noun.lemma_.lower()) if certainty >= LIKELY else None
    arguments = tuple(map(_argument, event_arguments(noun))) if verb is not None else ()
    if verb is None or not arguments:
        return None
    return Clause(
        index=noun.i,
        kind="noun",
        head=word_of(noun),
        words=(word_of(noun),),
        lemma=verb,
        particles=(),
        auxiliaries=(),
        negations=words_of(word for word in noun.lefts if word.dep_ in {"det", "neg"} and word.lower_ == "no"),
        voice="active",
        form="noun",
        tense="none",
        arguments=arguments,
        link=_link(noun),
        sentence=(noun.sent.start, noun.sent.end),
        adverbs=words_of(word for word in noun.lefts if word.dep_ == "amod"),
        certainty=round(certainty, 3),
    )


def _argument(found: EventArgument) -> Argument:
    role, part = ROLES.get(found.role, "extent" if found.role.startswith("how ") else "oblique"), found.phrase
    head = part.head
    marker = (word_of(head.head),) if role == "oblique" and head.dep_ in {"pobj", "pcomp"} else ()
    clause = head.i if is_predicate(head) else None
    phrase = phrase_of(head) if clause is None and is_noun(head) else None
    sure = round(found.probability, 3)
    return Argument(role, word_of(head), part.start, part.end, marker, phrase, clause, part.path, sure)


def _link(noun: Token) -> Link:
    """Return the link to the clause that contains a noun; the link is direct if the noun is an argument of its verb.

    In "the importance of *access*" the noun is attached to "importance".
    """
    word = noun.first_conjunct
    above = word.head
    if above is not word and is_predicate(above) and word.dep_ in {"dobj", "nsubj", "nsubjpass", "attr"}:
        return Link("argument", above.i, None, (), is_apart(noun))
    inside = word_of(above.head) if word.dep_ == "pobj" and is_noun(above.head) else None
    around = next((each.i for each in (above, *above.ancestors) if is_predicate(each)), None)
    return Link("modifier", around if around != noun.i else None, inside, (), is_apart(noun))
