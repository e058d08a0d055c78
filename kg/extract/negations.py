"""Negations of statements: the words that negate a predicate, its subject or its object."""

import itertools
import typing as t
from collections.abc import Iterator, Mapping, Set

from kg.extract.circumstances import denies
from kg.extract.related_clauses import turned_verb
from kg.extract.scope import EVERY, CueRule, Scope, Sign, joints, pattern_rule
from kg.extract.text import Text, before_head, has_modal
from kg.extract.things import has_exception, includes_not
from kg.grammar.clause import Clause, Modifier, Phrase, Word
from kg.grammar.patterns import by_name, by_signs
from kg.lexicon import measures, words
from kg.lexicon.event_relations import event_relations

MULTIPLYING: t.Final = frozenset().union(*(each.turning for each in event_relations().values() if each.measured))
"""The verbs of a rise or fall by a factor: "double", "halve"."""
NOT_ROUNDING: t.Final = words("modality", "near-negative") - measures("approximate")
"""The near-negative adverbs that do not round a number: "hardly", not "nearly"."""
UNTIL: t.Final = words("dating", "until") & words("opens", "time")


def own_negation(scope: Scope) -> Iterator[Word]:
    """A negated verb: "did *not* pay", "*never* paid", "*no* longer pays"."""
    for clause in scope.chain.clauses:
        yield from (word for word in clause.negations if not _asserts(scope.text, clause, word))


def _asserts(text: Text, clause: Clause, negation: Word) -> bool:
    """Return whether a negation leaves its clause asserted: "*not until* May did it", "did *not just* pay"."""
    following = [word.lower for word in text.words(negation.index + 1, negation.index + 3)]
    if words("only", "limit").isdisjoint(following[:1]):
        return turned_verb(clause) is not None and not UNTIL.isdisjoint(following[:1])
    return words("adverb", "when").isdisjoint(following) and not has_modal(clause, "ability")


def near_negative(scope: Scope) -> Iterator[Word]:
    """A near-negative adverb: "*hardly* paid", "*all but* paid"; but in "*nearly* doubled" it rounds a number."""
    for clause in scope.chain.clauses:
        negative = NOT_ROUNDING if clause.lemma in MULTIPLYING else words("modality", "near-negative")
        yield from (word for word in clause.adverbs if word.lower in negative)
        before = scope.text.word(clause.head.index - 1) if clause.head.index > 1 else clause.head
        all_but = before.lower == "but" and scope.text.word(before.index - 1).lower in EVERY
        yield from [before] if all_but else []


def negative_adverb(scope: Scope) -> Iterator[Word]:
    """A negative adverb or phrase: "*never* has it paid", "it is *by no means* closed"."""
    for clause in scope.chain.clauses:
        found = [word for word in clause.adverbs if word.lower in words("modality", "negative")]
        found += [argument.marker[0] for argument in clause.all("oblique") if argument.marker and denies(argument)]
        found += _negated_bridge(clause) if clause is not scope.chain.last else []
        yield from (word for word in found if word not in clause.negations)


def _negated_bridge(clause: Clause) -> list[Word]:
    """Return the negation of a predicative adjective: "was deemed *not* fit to stand trial"."""
    complement = clause.first("complement")
    modifiers = complement.modifiers if complement is not None else ()
    return [m.head for m in modifiers if m.head.lower in words("modality", "negative")]


def fronted_negative(scope: Scope) -> Iterator[Word]:
    """A fronted negation, with the auxiliary before the subject: "*nor* did it pay", "a fee and *neither* did it pay".

    Something not so "*until*" a date is so afterwards, and "not *only*" asserts both.
    """
    clause, verb = scope.chain.top, turned_verb(scope.chain.top)
    if verb is not None and not clause.negations and not any(negative_adverb(scope)):
        before = map(scope.text.word, reversed(range(clause.sentence[0], verb.index)))
        opening = [*itertools.takewhile(lambda word: word.kind != "mark", before)][::-1]
        undone = any(word.lower in UNTIL | words("only", "focus") for word in opening)
        negative = [word for word in opening[:2] + opening[-1:] if word.lower in words("modality", "negative")]
        yield from negative[:1] if not undone else []


def negating_verb(scope: Scope) -> Iterator[Word]:
    """A governing verb of failing or refusing: "*failed* to pay"; but somebody "tried to avoid paying"."""
    if scope.chain.bonds[:1] == ("negated",):
        yield scope.chain.top.head


def negative_phrase(scope: Scope) -> Iterator[Word]:
    """A negative subject or object: "*no* court", "*nobody*", "read *nothing*", "neither the bank *nor* its owner".

    For "*not all* courts" and "*not everyone*" the action of some is a fact, and the label says so. In "did *not* pay
    the bank *nor* its owner" there is one negation.
    """
    for phrase in scope.phrases:
        if phrase.joint is not None and phrase.joint.lower in words("coordination", "none"):
            if not any(own_negation(scope)):
                yield phrase.joint
            continue
        none = negatives_in(scope.text, phrase)
        if none and not (has_exception(scope.text, phrase) or includes_not(scope.text, phrase)):
            all_ = {m.start for m in phrase.modifiers if m.head.lower in EVERY}  # "*not* all courts"
            all_ |= {phrase.head.index} if phrase.head.lower in EVERY else set()
            yield from (word for word in none if word.index + 1 not in all_)


def negatives_in(text: Text, phrase: Phrase) -> list[Word]:
    """Return the first negative word of a phrase, and those of its quantities: "*no* court"; not "old, *not* ugly"."""
    inside = (word for word in (*before_head(phrase), phrase.head) if _is_negative(text, word))
    negative = [word for word in inside if word.index == phrase.start or not text.follows_mark(word.index)][:1]
    return negative + [word for m in phrase.of_kind("quantity") for word in _not_one(text, m)]


def _is_negative(text: Text, word: Word) -> bool:
    """Return whether a word of a phrase is negative; with a capital it may be a name: "voted *No*"."""
    if word.lower not in words("modality", "negative"):
        return False
    return word.text.islower() or word.index == text.sentence(word)[0] or text.follows_mark(word.index)


def neither_deed(scope: Scope) -> Iterator[Word]:
    """Actions joined by "nor", none of which happened: "neither knew of it *nor* discussed it".

    In "she left, nor *did he* stay" only the clause after it is negated.
    """
    found = [*joints(scope, "none")]
    if found and not any(own_negation(scope)):
        clauses = (scope.chain.top, *scope.text.below(scope.chain.top))
        inverted = {each.link.joint for each in clauses if turned_verb(each) is not None}
        yield from (joint for joint in found if joint not in inverted)


def _not_one(text: Text, quantity: Modifier) -> Iterator[Word]:
    """Yield the "not" of "*not* one bank"; "not ten banks" may be nine."""
    first = text.word(quantity.start)
    if quantity.head.lower == "one" and first != quantity.head and first.lower in words("modality", "negative"):
        yield first


no_plan, raised, untrue = map(pattern_rule, ("no-plan", "raised", "untrue"))
NEGATIONS: t.Final[Mapping[str, CueRule]] = by_name(
    own_negation, negative_adverb, fronted_negative, pattern_rule("negated-cleft"), raised, near_negative,
    negating_verb, negative_phrase, neither_deed, pattern_rule("without"), pattern_rule("negating-noun"), no_plan,
    pattern_rule("turned-down"), untrue,
)  # fmt: skip
NEEDS: t.Final[Mapping[str, Set[Sign]]] = {
    "negating-verb": {"bond"}, "neither-deed": {"joint"}, "without": {"gerund"}, "untrue": {"content", "noun content"},
    **dict.fromkeys(("negating-noun", "no-plan", "turned-down"), frozenset({"infinitive", "open"})),
}  # fmt: skip
"""The signs of which a rule of `NEGATIONS` needs one; the other rules are always tried."""
negations_for: t.Final = by_signs(NEGATIONS, NEEDS)


def negations_in(scope: Scope) -> list[list[Word]]:
    """Return the cue words of the rules for negations, those next to the verb first."""
    return [list(rule(scope)) for rule in negations_for(scope.signs)]
