"""Clauses that determine the status of another: those around it, its conditions, and what it is compared with."""

import typing as t
from collections.abc import Iterable
from dataclasses import replace

from kg.extract.attribution import opens_condition
from kg.extract.chains import leader
from kg.extract.patterns import CLAUSES, OF_CLAUSES
from kg.extract.text import Text, has_modal, marker_of
from kg.grammar.clause import Argument, Clause, Word
from kg.grammar.patterns import InText
from kg.lexicon import words

IDENTIFIED_OBJECT: t.Final = "identified-object"
IDENTIFIED: t.Final = ("identified", IDENTIFIED_OBJECT)
"""The rules of grammar for the complement of a clause with "what"."""
cleft, opens_time, is_with_above = (OF_CLAUSES[name].answer for name in ("only-clefts", "opens-time", "with-above"))


def clauses_around(text: Text, clause: Clause) -> Iterable[Clause]:
    """Yield the governing clauses that share a clause's status: "will grow *by selling* more", "will let them *enter*".

    A coordinated verb has those of the first: "will let them enter and *stay*". A cleft gives the status of its
    relative clause: "it *was not* Silva who left".
    """
    yield from _cleft_above(text, clause)
    while is_with_above(text, clause := _first_coordinated(text, clause)):
        above = text.above(clause)
        if above is None:
            return
        yield above
        clause = above


def _first_coordinated(text: Text, clause: Clause) -> Clause:
    """Return the first of several bare forms, or of participles next to a clause: "*cutting* jobs and closing"."""
    first = leader(text, clause)
    adverbial = clause.form == "participle" and first.link.kind == "adverbial"
    return first if adverbial or clause.form in {"bare", "infinitive"} else clause


def _cleft_above(text: Text, clause: Clause) -> Iterable[Clause]:
    """Yield the cleft clause around a relative clause: "it *was* Silva who left"."""
    above = text.above(clause, "relative")
    focus = above.first("complement") if above is not None else None
    picked = focus is not None and focus.head == clause.link.noun
    if above is not None and picked and cleft(text, above):
        yield above


def _identified_in(text: Text, clause: Clause | None, *rules: str) -> Clause | None:
    """Return the "what" clause that a clause identifies: "*What they want* is a rise".

    With names of rules of grammar only these count, else all.
    """
    inside = text.clause_of(clause.first("subject")) if clause is not None else None
    return inside if inside is not None and _is_identified(inside, *rules) else None


def _is_identified(clause: Clause, *rules: str) -> bool:
    """Return whether the subject or object of a "what" clause comes from its complement, by one of some rules."""
    return any(argument.shared in (rules or IDENTIFIED) for argument in clause.arguments)


def conditions(text: Text, clause: Clause) -> list[Argument]:
    """Return the conditions of a clause: "*if rents fall*", "*unless it rains*"; "even if" is excluded."""
    found = [a for a in clause.all("adverbial", "oblique") if a.clause is not None]
    conditional = (a for a in found if _is_condition_of(clause, a.preposition))
    compared = {below.index for below in text.below(clause) if _only_compares(below)}  # "if *compared* with May"
    return [*(a for a in conditional if a.clause not in compared), *inverted_conditions(text, clause)]


def inverted_conditions(text: Text, clause: Clause) -> Iterable[Argument]:
    """Yield the conditions of a clause without a conjunction, with the opening word: "*had* it rained"."""
    for argument in clause.all("adverbial"):
        opened = text.clauses.get(argument.head.index)
        opening = _condition_word(opened, clause) if opened is not None else None
        if opening is not None:
            yield replace(argument, marker=(opening,))


def _condition_word(clause: Clause, above: Clause) -> Word | None:
    """Return the word that makes a clause without a conjunction a condition: "*had* it rained", "*assuming* it rains".

    An inverted verb or auxiliary is one if the clause above has "would"; an inverted "should" always is.
    """
    if clause.link.marker:
        return None
    if opens_condition(clause):
        return clause.head
    first = turned_verb(clause)
    would = has_modal(above, "conditional")
    return first if first is not None and (would or first.lower in words("modality", "obliged")) else None


def turned_verb(clause: Clause) -> Word | None:
    """Return the verb or auxiliary before the subject of its clause: "*nor did* it", "*had* it rained"."""
    subject, first = clause.first("subject"), (*clause.auxiliaries, clause.head)[0]
    own = subject is not None and not subject.shared
    return first if own and subject is not None and first.index < subject.start else None


def _is_measure(clause: Clause) -> bool:
    """Return whether a participle without a conjunction is a way of measuring: "*adjusted* for age"."""
    return clause.link.kind == "adverbial" and not clause.link.marker and _only_compares(clause)


def _only_compares(clause: Clause) -> bool:
    """Return whether a participle with its preposition compares or measures: "*compared with* May"."""
    openings = {f"{clause.head.lower} {argument.preposition}" for argument in clause.all("oblique", "agent")}
    return clause.form == "participle" and not openings.isdisjoint(words("contrast"))


def _is_condition_of(clause: Clause, marker: str) -> bool:
    """Return whether a conjunction opens a condition of a clause, and not a concession.

    With a fact, "as long as" is a time; with a possibility or a future, it is a condition.
    """
    lasting = marker in words("opens", "time")
    open_ = has_modal(clause, "planned", "possible", "obliged", "conditional")
    return is_condition(marker) and (open_ or not lasting)


def is_condition(marker: str) -> bool:
    """Return whether a conjunction opens a condition, and not a concession: "if", but not "even if"."""
    return marker in words("opens", "condition") and marker not in words("opens", "concession")


def opened_by_participles(text: Text, clause: Clause) -> Iterable[Argument]:
    """Yield the arguments of participles of a clause: the start of a period ("*starting from July*"), a measure."""
    for below in text.below(clause):
        if opens_time(text, below) or _is_measure(below):
            for argument in below.all("oblique", "when", "agent"):
                yield replace(argument, marker=(below.head, *argument.marker))


RELATED: t.Final = CLAUSES.extended(
    tests={
        "cleft": InText(cleft),
        "measure": _is_measure,
        "of-condition-above": InText(lambda text, one: _is_condition_of(text.clauses[one.link.above], marker_of(one))),
        "turned": lambda clause: turned_verb(clause) is not None,
        "without-conjunction": InText(
            lambda text, clause: _condition_word(clause, text.clauses[clause.link.above]) is not None
        ),
    },
    steps={
        "identified": InText(_identified_in),
        "identified-object": InText(lambda text, clause: _identified_in(text, clause, IDENTIFIED_OBJECT)),
    },
    walks={"conditions": InText(conditions)},
)
"""The vocabulary of patterns of clauses and those related to them."""
