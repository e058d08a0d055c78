"""Express statements and types in words, and determine the status shown for each statement."""

import re
import typing as t
from collections.abc import Mapping

from kg.export.wording import stated_words
from kg.model import MONEY, OBJECT_GAP, Claim, Entity, Literal, Statement, Time

Standing = t.Literal["stated", "reported", "alleged", "possible", "planned", "conditional", "negated", "denied"]
Role = t.Literal["subject", "relation", "object", "time", "source"]

JOINS: t.Final[Mapping[str, str]] = {"source": ", "}
"""The separator before a part with this role; other parts have a space."""
COUNTS: t.Final = frozenset({"xsd:integer", "xsd:decimal", MONEY})
STANDINGS: t.Final[Mapping[str, str]] = {
    "stated": "Stated",
    "reported": "Reported",
    "alleged": "Alleged",
    "possible": "Possible",
    "planned": "Planned",
    "conditional": "Conditional",
    "negated": "Negative",
    "denied": "Denied",
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


# Unicode Standard Annex 9: embeddings, overrides and isolates
_REVERSING = re.compile("[\u202a-\u202e\u2066-\u2069]")


class Part(t.NamedTuple):
    """Some words of a statement; `entity` is the id of the entity that they name, if any."""

    text: str
    role: Role
    entity: str | None = None


def standing(statement: Statement) -> Standing:
    """Return the status of a statement in one word; for an affirmed one, whether it is reported by someone."""
    if statement.status != "affirmed":
        return statement.status
    return "stated" if statement.speaker is None else "reported"


def edge_words(statement: Statement, texts: Mapping[str, str]) -> str:
    """Return the words on the edge of a statement: its phrase, and its status if the phrase alone does not show it.

    A phrase shows it by a cue within it: "may send", "did not close". In "gave no warning", "is accused of having
    influence" or "denies that it helped" the cue is outside, and "gave", "influence", "helped" would read as facts.

    Args:
        statement: the statement to put on an edge
        texts: the text of each document by its id
    """
    status = statement.status
    if status == "affirmed" or (status != "denied" and _shows_status(statement, texts)):
        return statement.phrase
    return f"{statement.phrase} ({STANDINGS[status].lower()})"


def _shows_status(statement: Statement, texts: Mapping[str, str]) -> bool:
    """Return whether a cue is in the words of the phrase; if no cue is known, the phrase has to suffice."""
    spans = [cue for claim in statement.claims if claim.phrase == statement.phrase for cue in claim.cues]
    phrase = f" {statement.phrase} ".casefold()
    return not spans or any(f" {texts[cue.document][cue.start : cue.end]} ".casefold() in phrase for cue in spans)


def visible(text: str) -> str:
    """Return a text in which the marks that would reverse what follows are visible; the stored text keeps them."""
    return text if text.isprintable() else _REVERSING.sub("\ufffd", text)


def type_words(name: str) -> str:
    """Return an entity type in words: "AdministrativeArea" is "Administrative area"."""
    spaced = re.sub(r"(?<=[a-z])[A-Z](?=[a-z])", lambda capital: f" {capital[0].lower()}", name)
    return TYPE_WORDS.get(name, spaced)


def statement_parts(statement: Statement, entities: Mapping[str, Entity]) -> tuple[Part, ...]:
    """Return a statement as words to be read from left to right, each part with its role.

    Args:
        statement: the statement to put into words
        entities: each entity by its id
    """

    def named(entity_id: str, role: Role, before: str = "") -> Part:
        return Part(before + entities[entity_id].label, role, entity_id)

    before, _, after = statement.phrase.partition(OBJECT_GAP)  # "wants … to sell" is around the object
    parts = [named(statement.subject, "subject"), Part(before, "relation")]
    if isinstance(statement.object, Literal):
        parts.append(Part(object_words(statement, statement.object), "object"))
    elif statement.object is not None:
        parts.append(named(statement.object, "object"))
    parts += [Part(after, "relation")] if after else []
    if statement.time is not None:
        parts.append(Part(_aside(time_words(statement.time)), "time"))
    if statement.speaker is not None:
        parts.append(named(statement.speaker, "source", "according to "))
    if statement.denied_by is not None:
        parts.append(named(statement.denied_by, "source", "denied by "))
    return tuple(parts)


def statement_words(statement: Statement, entities: Mapping[str, Entity]) -> str:
    """Return a statement as one line: "Rivals copied the bread (1997), according to Lund Bakery"."""
    parts = statement_parts(statement, entities)
    return "".join(f"{JOINS.get(part.role, ' ')}{part.text}" for part in parts).strip()


def _aside(words: str) -> str:
    return words if "(" in words else f"({words})"


def object_words(statement: Statement, value: Literal) -> str:
    """Return the literal object in readable form: in the words of the text if these say more, otherwise in our own."""
    return stated_words(statement) or literal_words(value)


def literal_words(literal: Literal) -> str:
    """Return a value with its unit; large whole numbers in groups of three digits, durations as "20 years"."""
    value = literal.value
    if literal.datatype == "xsd:duration":
        return _duration_words(value)
    if literal.datatype in COUNTS and value.isdecimal() and len(value) > 4:
        value = f"{int(value):,}"
    # a word that is not a unit of measure is in braces
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
    """Return a time as in the text, adding the date if the words do not contain the year: "May (2024-05)"."""
    days = _days(time)
    return time.text if days is None or days[:4] in time.text else f"{time.text} ({days})"


def _days(time: Time) -> str | None:
    """Return the day, month or year in figures, or else the first and the last day; None if there are none."""
    if time.readable == time.value:
        return time.value
    if time.start is None or time.end is None:
        return None
    return str(time.start) if time.start == time.end else f"{time.start} – {time.end}"


def circumstances(claim: Claim) -> tuple[str, ...]:
    """Return the qualifiers of a claim in words: "in Moscow", "because of the sanctions"."""
    return tuple(f"{qualifier.role} {qualifier.value.wording}" for qualifier in claim.qualifiers)
