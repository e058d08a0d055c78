"""The rules by name, with their descriptions, table by table."""

import typing as t
from collections.abc import Callable, Mapping

from kg.extract import chains, modalities, negations, nominals, objects, outcomes, reasons
from kg.grammar import corrections, cuts, sharing
from kg.reference.quotations.attribution import ATTRIBUTION_RULES

Table: t.TypeAlias = Mapping[str, Callable[..., object]]

BRANCHES: t.Final[Mapping[str, str]] = {
    "no-object": 'The predicate has no object: "the minister *resigned*".',
    "event-noun": 'An event noun with its agent and its object: "announced a *ban* on lorries".',
    "event-noun-alone": 'An event noun with its agent and without an object: "the *arrival* of the ship".',
    "event-noun-passive": 'An event noun with its object and without an agent: "the *arrest* of Silva".',
    "agentless": 'A participle with its object and without an agent: "a blast *killing* two".',
    "title-role": 'A title before a name and after the organization or place it applies to: "*Lyon mayor* Ana Silva".',
    "post": 'A post without an organization is one in the organization that the text is about: "*chairman* Ana Silva".',
    "compound-place": 'A participle with a hyphen gives the place: "the *Lyon-based* firm".',
    "compound-agent": 'A participle with a hyphen gives the agent: "the *state-owned* bank".',
}
"""The descriptions of the rules for claims that are a branch of a function instead of a row of a table."""
STATING: t.Final[Mapping[str, Table]] = {"predicates": objects.OBJECTS, "noun phrases": nominals.RULES}
"""The tables of the rules that make claims."""
REASONS: t.Final = "reasons for no statement"
TABLES: t.Final[Mapping[str, Table]] = {
    "corrections of the parse": {name: each.answer for name, each in corrections.CORRECTIONS.items()},
    "shared subjects": sharing.SUBJECT_RULES,
    "shared objects": sharing.OBJECT_RULES,
    "cuts of a label": {name: each.answer for name, each in cuts.CUTS.items()},
    "openings of a label": {name: each.answer for name, each in cuts.OPENINGS.items()},
    "speakers of quotations": ATTRIBUTION_RULES,
    "predicates of several verbs": {name: kind.fits for name, kind in chains.KINDS.items()},
    REASONS: {name: reason.test for name, reason in reasons.REASONS.items()},
    **STATING,
    "negation": negations.NEGATIONS,
    "modality": {name: rule.find for name, rule in modalities.MODALITIES.items()},
}
"""Every table of rules, in the order of application."""


class Rule(t.NamedTuple):
    """A rule of one of the tables, with the first line of its description."""

    table: str
    name: str
    meaning: str


def rules() -> tuple[Rule, ...]:
    """Return every rule that reads a text, table by table, then those that are a branch of a function."""
    found = [Rule(title, name, meaning(rule)) for title, table in TABLES.items() for name, rule in table.items()]
    found += [Rule(REASONS, *row) for row in outcomes.MEANINGS.items()]
    found += [Rule("branches", *row) for row in BRANCHES.items()]
    return tuple(found)


def claim_meanings() -> dict[str, str]:
    """Return the descriptions of the rules that make claims, by the name in their evidence."""
    return _meanings({*STATING, "branches"})


def reason_meanings() -> dict[str, str]:
    """Return the descriptions of the reasons why a clause is not a statement, by name."""
    return _meanings({REASONS})


def _meanings(tables: t.Container[str]) -> dict[str, str]:
    return {rule.name: rule.meaning for rule in rules() if rule.table in tables}


def meaning(rule: Callable[..., object]) -> str:
    """Return the first line of the description of a rule."""
    return (rule.__doc__ or "").split("\n")[0]
