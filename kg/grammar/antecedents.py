"""Possible antecedents of pronouns, nouns that numbers leave out, and descriptions of nouns, found by the grammar.

The rules are word patterns in `kg/data`: a pattern in `antecedents.txt` finds one word, a pattern in
`descriptions.txt` finds several. This module defines the words of the pattern notation that need Python.
"""

import typing as t
from collections.abc import Mapping

from kg.grammar import sharing
from kg.grammar.parse import Token
from kg.grammar.patterns import Pattern, collector, finder, patterns_of, plain
from kg.lexicon import nouns

SIBILANTS: t.Final = ("s", "se", "ch", "sh")
"""Endings of words for a people that do not name a single member: "the Swiss", "the Chinese", "the Irish"."""
NEAR: t.Final = 5
"""A word at this distance or further is no longer near."""


def above_preposition(word: Token) -> Token:
    """Return the governor of a noun, skipping its preposition: "*live* in Lyon"."""
    above = word.head
    return above.head if word.dep_ == "pobj" and above.dep_ in {"prep", "agent", "dative"} else above


KNOWN: t.Final = sharing.KNOWN.extended(
    tests={
        "for-member": lambda word: word.lower_ in nouns("type", "people"),
        "in-sibilant": lambda word: word.lower_.endswith(SIBILANTS),
        "in-time": lambda word: word.i in word.doc.time_of,
    },
    relations={"near": lambda word, other: abs(word.i - other.i) < NEAR},
    steps={
        "clause-verb": lambda verb: FOUND["clause-verb"].answer(verb),
        "governing": above_preposition,
        "name-start": lambda word: word.doc[word.doc.around_entity(word.i, word.i)[0]],
    },
)
FOUND: t.Final[Mapping[str, Pattern[Token | None]]] = patterns_of("antecedents", KNOWN, finder)
DESCRIPTIONS: t.Final[Mapping[str, Pattern[list[Token]]]] = patterns_of("descriptions", KNOWN, collector)
# the rules that are patterns, in the order of their files
(
    _, not_itself, not_its_subject, addressee, reporter_before, thing_called, identified_as, noun_of_relative,
    subject_of_reflexive, name_before, describing_before, counted_whole, source_according, subject_of_owned,
    agent_of_owned, name_of_role, noun_left_out,
) = (each.answer for each in FOUND.values())  # fmt: skip
(
    modifying, described_by, predicates, ages_at, called, affiliations, affiliations_inside, nouns_of_clauses, tellers,
    owners_of_joined, joined_to_owned, noun_of_owned, subject_after, doers_of_owned, joint_owners,
) = (each.answer for each in DESCRIPTIONS.values())  # fmt: skip
(
    is_heading_row, is_impersonal, is_main_subject, is_said_by_other, may_mean_nothing, can_be_speaker, is_speaking,
    is_asking, is_inner_part, is_between_commas, is_between_marks, is_set_off, is_stressing, is_distinguished,
    distinguishes, shows_origin, shows_person_by_age, shows_person_by_nation, is_one_of_people, stands_for_person,
    lacks_singular, means_one, means_part,
) = (
    plain(KNOWN, name) for name in (
        "heads-row", "impersonal", "main-subject", "said-by-other", "may-mean-nothing", "can-be-speaker", "speaks",
        "is-asking", "inner-part", "between-commas", "between-marks", "set-off-subject", "stresses", "distinguished",
        "distinguishes", "from-where", "age-of-person", "member-of-people", "one-of-people", "stands-for-person",
        "no-singular", "means-one", "part",
    )
)  # fmt: skip
