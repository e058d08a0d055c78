"""Subjects and objects that a clause shares with another predicate, where it has none of its own.

Each rule fills one slot of one kind of clause. The tables are tried in order; the first rule with an answer applies.
"""

import typing as t
from collections.abc import Callable, Mapping

from kg.grammar import cuts, predicates
from kg.grammar.corrections import VOCABULARY
from kg.grammar.labels import AUXILIARIES, SUBJECTS
from kg.grammar.parse import Token, cached
from kg.grammar.patterns import Pattern, by_name, finder, patterns_of, plain
from kg.grammar.phrases import is_noun
from kg.lexicon import words

Rule: t.TypeAlias = Callable[[Token], Token | None]
is_relative: t.Final = plain(VOCABULARY, "relative-word")


def clause_marker(verb: Token) -> list[Token]:
    """Return the words that introduce a clause: its conjunction, a relative or question word, or "to" of an infinitive.

    Of the words that join verbs, only those of a contrast count: "burned it *rather than* sell it".
    """
    found = _contrasting(predicates.conjunction_before(verb))
    found += [each for word in verb.lefts if word.dep_ == "mark" for each in _with_adverb(word)]
    found += [word for word in verb.lefts if _asks(word)]
    if verb.dep_ == "relcl":
        found += [word for word in verb.lefts if is_relative(word)]
    if not found:
        found = [word for word in verb.lefts if word.tag_ == "TO" and word.dep_ == "aux"]
    return found


def _asks(word: Token) -> bool:
    """Return whether a word is the question word of a clause: "know *where* it is", "know *what* to think"."""
    adverb = word.dep_ == "advmod" and word.tag_ == "WRB"
    return adverb or (word.tag_ == "WP" and word.nbor().tag_ == "TO")


def _contrasting(conjunction: Token | None) -> list[Token]:
    return [*conjunction.lefts, conjunction] if conjunction is not None and conjunction.lower_ == "than" else []


def _with_adverb(conjunction: Token) -> list[Token]:
    """Return a conjunction with the adverbs before it that form a complex one: "*even if*", "*as long as*"."""
    for start in range(max(conjunction.sent.start, conjunction.i - 3), conjunction.i):
        opening = conjunction.doc.tokens[start : conjunction.i + 1]
        loose = all(word.dep_ in {"advmod", "prep"} for word in opening[:-1])
        if loose and " ".join(word.lower_ for word in opening) in words("opens"):
            return opening
    return [conjunction]


def own(verb: Token) -> Token | None:
    """The verb has a subject of its own: "The *ministry* fined the bank"; the parser may attach it to an auxiliary."""
    verbs_ = (verb, *predicates.children(verb, *AUXILIARIES))
    found = [word for one in verbs_ for word in one.children if word.dep_ in SUBJECTS]
    before = [word for word in found if word.i < verb.i]
    subject = _nearer(before) if len(before) > 1 else next(iter(before or found), None)
    if subject is None or (is_of_relative(verb) and is_relative(subject)):
        return None
    return subject


def _nearer(subjects: list[Token]) -> Token:
    """Return the real subject among those that the parser assigned: "Because, said Reed, *they* are sold".

    It is the last pronoun, except for one after a verb or a preposition: "the wish to call *it* is wrong".
    """
    first, last = subjects[0], subjects[-1]
    before = last.left_edge.nbor(-1)
    inside = before.tag_ == "IN" or any(map(predicates.is_predicate, (first, before)))
    return last if last.tag_ == "PRP" and not inside else first


def antecedent(verb: Token) -> Token | None:
    """Return the antecedent of a relative clause; a clause about a whole clause has none."""
    return whole_of(verb.head) if is_noun(verb.head) else None


TESTS: t.Final[Mapping[str, Callable[[Token], bool]]] = {
    "finite-clause": predicates.is_finite,
    "infinitive": predicates.is_infinitive,
    "negated": lambda verb: bool(predicates.negations_of(verb)),
    "opened-clause": lambda verb: bool(clause_marker(verb)),
    "participial-preposition": predicates.is_participial_preposition,
    "passive": predicates.is_passive,
    "predicate": predicates.is_predicate,
    "pronominal": lambda word: word.pos_ == "PRON",
}
STEPS: t.Final[Mapping[str, Rule]] = {
    "antecedent": antecedent,
    "infinitive-of-noun": lambda verb: FOUND["infinitive-of-noun"].answer(verb),
    "participle": lambda verb: FOUND["participle"].answer(verb),
    "relative": lambda verb: FOUND["relative"].answer(verb),
    "relative-object": lambda verb: FOUND["relative-object"].answer(verb),
    "subject-of": lambda verb: subject_of(verb),
    "whole-of": lambda noun: FOUND["whole-of"].answer(noun),
    "who-is": lambda noun: FOUND["who-is"].answer(noun),
}
KNOWN: t.Final = cuts.KNOWN.extended(tests=TESTS, steps=STEPS)
FOUND: t.Final[Mapping[str, Pattern[Token | None]]] = patterns_of("shared", KNOWN, finder)
# the rules that are patterns, in the order of their file
(
    existential, identified, identified_object, inverted, who_is, whole_of, relative, described, described_object,
    infinitive_of_noun, participle, coordinated, controlled, adverbial, gerund, modified, relative_object,
    coordinated_object, shared_object, object_of_purpose, relative_place,
) = (each.answer for each in FOUND.values())  # fmt: skip
is_made, may_continue, has_conjunction, is_of_relative = (
    plain(KNOWN, name) for name in ("made", "may-continue", "joined", "of-relative")
)
SUBJECT_RULES: t.Final[Mapping[str, Rule]] = by_name(
    identified, inverted, own, modified, existential, described, relative, infinitive_of_noun, participle, coordinated,
    controlled, adverbial, gerund,
)  # fmt: skip


def _first_answer(rules: Mapping[str, Rule], verb: Token) -> tuple[str, Token] | None:
    """Return the name of the first rule with an answer, and the answer."""
    found = ((name, rule(verb)) for name, rule in rules.items())
    return next(((name, noun) for name, noun in found if noun is not None), None)


@cached
def found_subject(verb: Token) -> tuple[str, Token] | None:
    """Return the name of the first rule that finds the subject of a verb, and the head of the subject."""
    return _first_answer(SUBJECT_RULES, verb)


def subject_of(verb: Token) -> Token | None:
    """Return the head of the subject of a verb, or None if the sentence does not give one."""
    found = found_subject(verb)
    return found[1] if found is not None else None


OBJECT_RULES: t.Final[Mapping[str, Rule]] = by_name(
    identified_object, described_object, relative_object, coordinated_object, shared_object, object_of_purpose,
)  # fmt: skip


def found_object(verb: Token) -> tuple[str, Token] | None:
    """Return the name of the first rule that finds the object of a verb without its own, and the head of the object."""
    return _first_answer(OBJECT_RULES, verb)
