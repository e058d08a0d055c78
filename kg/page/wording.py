"""Statements and types in words, and the way in which each statement is said."""

import re
import typing as t
from collections.abc import Mapping

from kg.export.network import stated_quantity
from kg.lexicon import verbs
from kg.model import MONEY, Claim, Entity, Literal, Modality, Statement, Time
from kg.page.surface import surface_complement, surface_form

Standing = t.Literal["stated", "reported", "hedged", "planned", "hypothetical", "denied"]
Role = t.Literal["subject", "relation", "manner", "object", "time", "source"]

COUNTS: t.Final = frozenset({"xsd:integer", "xsd:decimal", MONEY})
STANDINGS: t.Final[Mapping[str, str]] = {
    "stated": "Stated as fact",
    "reported": "Reported",
    "hedged": "Uncertain",
    "planned": "Planned",
    "hypothetical": "Conditional",
    "denied": "Denied",
}
MANNERS: t.Final[Mapping[tuple[Modality, bool], str]] = {
    ("asserted", False): "",
    ("asserted", True): "did not",
    ("hedged", False): "allegedly",
    ("hedged", True): "allegedly did not",
    ("planned", False): "plans to",
    ("planned", True): "plans not to",
    ("hypothetical", False): "would",
    ("hypothetical", True): "would not",
}
COPULA_MANNERS: t.Final[Mapping[tuple[Modality, bool], str]] = {
    ("asserted", False): "is",
    ("asserted", True): "is not",
    ("hedged", False): "is allegedly",
    ("hedged", True): "is allegedly not",
    ("planned", False): "will be",
    ("planned", True): "will not be",
    ("hypothetical", False): "would be",
    ("hypothetical", True): "would not be",
}
DAY_UNITS: t.Final[Mapping[str, str]] = {"Y": "year", "M": "month", "D": "day"}
HOUR_UNITS: t.Final[Mapping[str, str]] = {"H": "hour", "M": "minute", "S": "second"}
TYPE_WORDS: t.Final[Mapping[str, str]] = {
    "EducationalOrganization": "School or university",
    "GovernmentOrganization": "Government body",
    "MilitaryOrganization": "Military",
    "NewsMediaOrganization": "News media",
    "Thing": "Other",
}


class Part(t.NamedTuple):
    """Some words of a statement; `entity` is the id of the entity that they name, if any."""

    text: str
    role: Role
    entity: str | None = None


def standing(statement: Statement) -> Standing:
    """Return one word for how a statement is said: denial weighs more than doubt, doubt more than attribution."""
    if statement.negated or statement.denied_by is not None:
        return "denied"
    if statement.modality != "asserted":
        return statement.modality
    return "stated" if statement.speaker is None else "reported"


def type_words(name: str) -> str:
    """Return an entity type in words: "AdministrativeArea" is "Administrative area"."""
    spaced = re.sub(r"(?<=[a-z])[A-Z](?=[a-z])", lambda capital: f" {capital[0].lower()}", name)
    return TYPE_WORDS.get(name, spaced)


def edge_words(statement: Statement, texts: Mapping[str, str]) -> str:
    """Return the words on an edge: the relation with what negates, hedges or plans it: "plans to wind down".

    A relation of the verb "be" is put as the text has it, since "be in" and "be deny" do not read well.
    """
    copular = statement.relation.split()[:1] == ["be"]
    parts = relation_parts(statement, texts) if copular else _normalised(statement, texts)
    return " ".join(part.text for part in parts)


def relation_parts(statement: Statement, texts: Mapping[str, str]) -> tuple[Part, ...]:
    """Return the relation as it reads in a sentence: in the words of the text, else in its normalised form."""
    surface = surface_form(statement, texts)
    return _normalised(statement, texts) if surface is None else (Part(surface, "relation"),)


def statement_parts(statement: Statement, entities: Mapping[str, Entity], texts: Mapping[str, str]) -> tuple[Part, ...]:
    """Return a statement as words to be read from left to right, each part with its role.

    Args:
        statement: the statement to put into words
        entities: each entity by its id
        texts: the text of each document by its id
    """

    def named(entity_id: str, role: Role, before: str = "") -> Part:
        return Part(before + entities[entity_id].label, role, entity_id)

    parts = [named(statement.subject, "subject"), *relation_parts(statement, texts)]
    if isinstance(statement.object, Literal):
        parts.append(Part(object_words(statement, statement.object), "object"))
    else:
        parts.append(named(statement.object, "object"))
    if statement.time is not None:
        parts.append(Part(time_words(statement.time), "time"))
    if statement.speaker is not None:
        parts.append(named(statement.speaker, "source", "according to "))
    if statement.denied_by is not None:
        parts.append(named(statement.denied_by, "source", "denied by "))
    return tuple(parts)


def _normalised(statement: Statement, texts: Mapping[str, str]) -> tuple[Part, ...]:
    verb, _, rest = statement.relation.partition(" ")
    said = statement.modality, statement.negated
    if verb == "be":
        manner, words = COPULA_MANNERS[said], surface_complement(statement, texts) or rest
    elif verb in verbs("plan") and said == ("planned", False):
        manner, words = "", statement.relation
    else:
        manner, words = MANNERS[said], statement.relation
    role: Role = "relation" if said == ("asserted", False) else "manner"
    parts = (Part(manner, role), Part(words, "relation"))
    return tuple(part for part in parts if part.text)


def object_words(statement: Statement, value: Literal) -> str:
    """Return the literal that is the object as it reads: a quantity as the text has it, other values in our words."""
    return stated_quantity(statement) or literal_words(value)


def literal_words(literal: Literal) -> str:
    """Return a value with its unit; whole numbers from 10,000 on in groups of three digits, durations as "20 years"."""
    value = literal.value
    if literal.datatype == "xsd:duration":
        return _duration_words(value)
    if literal.datatype in COUNTS and value.isdecimal() and len(value) > 4:
        value = f"{int(value):,}"
    # a word that is no unit of measure stands in braces
    return f"{value} {literal.unit.strip('{}')}" if literal.unit else value


def _duration_words(value: str) -> str:
    """Return an ISO 8601 duration in words; M is a month before the T and a minute after it."""
    days, _, hours = value.removeprefix("P").partition("T")
    amounts = [
        (number, units[letter])
        for part, units in ((days, DAY_UNITS), (hours, HOUR_UNITS))
        for number, letter in re.findall(r"(\d+)([YMDHS])", part)
        if letter in units
    ]
    return " ".join(f"{number} {unit}{'' if number == '1' else 's'}" for number, unit in amounts) or value


def time_words(time: Time) -> str:
    """Return a time as the text has it, and what it means where the words do not hold the year: "May (2024-05)"."""
    return time.text if time.value is None or time.value[:4] in time.text else f"{time.text} ({time.value})"


def circumstances(claim: Claim) -> tuple[str, ...]:
    """Return the qualifiers of a claim in words: "in Moscow", "because of the sanctions"."""
    return tuple(f"{qualifier.role} {qualifier.value.text}" for qualifier in claim.qualifiers)
