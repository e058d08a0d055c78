"""The graphs that every check of the page is made on: of each size, of each kind of statement, and the odd ones."""

import typing as t
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from itertools import cycle

from kg.model import (
    Claim,
    Document,
    Entity,
    Evidence,
    Graph,
    Literal,
    Mention,
    Modality,
    Span,
    Statement,
    Time,
)
from kg.page.wording import literal_words
from tests.browser.graphs import reported_graph, small_graph
from tests.export.examples import GRAPH, STATEMENTS

NAMES: t.Final = (
    *("Ada Stone", "Bruno Vale", "Clara Moor", "Dov Hart", "Elif Reed"),
    *("Northern Ferries", "Vale Bank", "Moor & Sons", "Harbour Board", "Reed Institute"),
    *("Daily Lantern", "Blue Party", "Third Battalion", "Lantern Rovers", "Oslo"),
    *("Norway", "Western Fjords", "Old Quay", "the crew", "the shareholders"),
    *("the ferry Aurora", "the quay law", "the autumn strike", "the harbour report", "the loan"),
    *("a rescue plan", "the missing ledger", "the night timetable", "the fuel contract", "the lighthouse"),
    *("the new terminal", "the board of inquiry", "the winter storm", "the pilots’ union"),
)
TYPES: t.Final = (
    *["Person"] * 5,
    *("Organization", "Company", "Company", "GovernmentOrganization", "EducationalOrganization"),
    *("NewsMediaOrganization", "PoliticalParty", "MilitaryOrganization", "SportsTeam", "City"),
    *("Country", "Region", "Place", "Group", "Group"),
    *("Product", "Law", "Event", "Work", "Thing"),
    *["Thing"] * 7,
    *("Event", "Organization"),
)
RELATIONS: t.Final = ("fund", "sue", "warn", "meet with", "take over", "leave", "write about")
VALUES: t.Final = (
    Literal("40", "xsd:integer", "{loaves}"),
    Literal("12000000", "kg:money", "USD"),
    Literal("1997", "xsd:gYear"),
    Literal("P20Y", "xsd:duration"),
    Literal("3.5", "xsd:decimal", "km"),
    Literal("unsafe"),
)
DATES: t.Final = (
    Time("1997", date(1997, 1, 1), date(1997, 12, 31), "year", "1997"),
    None,
    Time("2024-05", date(2024, 5, 1), date(2024, 5, 31), "month", "this month"),
    None,
    Time("2024-05-02", date(2024, 5, 2), date(2024, 5, 2), "day", "yesterday"),
    Time(None, None, None, "day", "one day"),
)
DOCUMENTS: t.Final = 3


class Way(t.NamedTuple):
    """A way of saying something."""

    negated: bool = False
    modality: Modality = "asserted"
    speaker: bool = False
    denied: bool = False


WAYS: t.Final = (
    Way(),
    Way(speaker=True),
    Way(modality="hedged"),
    Way(modality="possible"),
    Way(negated=True),
    Way(modality="planned"),
    Way(),
    Way(modality="hypothetical"),
    Way(denied=True),
    Way(modality="hedged", negated=True),
    Way(modality="planned", speaker=True),
)


class Spoken(t.NamedTuple):
    """What one sentence says: the places of subject and object among the names, a value as the object, or none."""

    subject: int
    relation: str
    object: int | Literal | None
    way: Way


def varied_graph() -> Graph:
    """Return 40 nodes with statements of every kind: parallel, contradicting, to itself, of values, and often dated."""
    count = len(NAMES)
    ways = cycle(WAYS)
    said = [Spoken(n, RELATIONS[n % 7], (n * 7 + 3) % count, next(ways)) for n in range(count)]
    said += [Spoken(*ends, next(ways)) for ends in ((0, "fund", 5), (0, "lead", 5), (5, "pay", 0), (6, "sue", 6))]
    said += [Spoken(2, "warn", 8, Way()), Spoken(2, "warn", 8, Way(negated=True))]
    said += [Spoken(4, "pay", 9, Way(modality="required"))]
    said += [Spoken(n * 3, "report", value, WAYS[n]) for n, value in enumerate(VALUES)]
    said += [Spoken(n * 3 + 1, "resign", None, way) for n, way in enumerate(WAYS[:6])]
    texts = [""] * DOCUMENTS
    statements = []
    for number, spoken in enumerate(said):
        place = number % DOCUMENTS
        text, statement = _written(texts[place], f"d{place}", number, spoken)
        texts[place] = text
        statements.append(statement)
    documents = tuple(
        Document(f"d{place}", text, f"Report {place}", date(2024, 5, 1 + place), "Lantern")
        for place, text in enumerate(texts)
    )
    return Graph(documents, _entities(statements), tuple(statements))


def _written(text: str, document: str, number: int, spoken: Spoken) -> tuple[str, Statement]:
    """Return the text with one more sentence, and the statement that this makes."""
    subject, words = NAMES[spoken.subject], _words(spoken.object)
    verb = f"{'did not ' if spoken.way.negated else ''}{spoken.relation}"
    sentence = f"{subject} {verb}{words and f' {words}'}, as {NAMES[7]} put it on page {number}."
    start = len(text)

    def mention(words: str, kind: t.Literal["name", "value"], value: Literal | None = None) -> Mention:
        at = start + sentence.rindex(words, 0, sentence.index(", as "))
        return Mention(Span(document, at, at + len(words)), words, at, kind, value=value)

    object_ = None if spoken.object is None else mention(words, "name")
    if isinstance(spoken.object, Literal):
        object_ = mention(words, "value", spoken.object)
    claim = Claim(
        mention(subject, "name"),
        spoken.relation,
        object_,
        Evidence(Span(document, start, start + len(sentence)), "rules", "own-subject", 0.4 + number % 12 / 20),
        spoken.way.negated,
        spoken.way.modality,
        time=DATES[number % len(DATES)],
        predicate=(Span(document, start + len(subject) + 1, start + len(subject) + 1 + len(verb)),),
        phrase=verb,
    )
    said = Statement(
        f"s{number:02}",
        f"e{spoken.subject:02}",
        spoken.relation,
        f"e{spoken.object:02}" if isinstance(spoken.object, int) else spoken.object,
        spoken.way.negated,
        spoken.way.modality,
        "e07" if spoken.way.speaker else None,
        "e08" if spoken.way.denied else None,
        claim.time,
        (claim,),
    )
    return f"{text}{sentence}{' ' if number % 2 else chr(10) * 2}", said


def _words(thing: int | Literal | None) -> str:
    if thing is None:
        return ""
    return literal_words(thing) if isinstance(thing, Literal) else NAMES[thing]


def _entities(statements: list[Statement]) -> tuple[Entity, ...]:
    mentions: dict[str, dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for said in statements:
        for end, mention in ((said.subject, said.claims[0].subject), (said.object, said.claims[0].object)):
            if isinstance(end, str) and mention is not None:
                mentions[end][mention.span.document].append(mention)
    return tuple(
        Entity(
            f"e{n:02}",
            name,
            type_,
            (f"{name} & Co",) if n % 4 == 0 else (),
            tuple(tuple(chain) for chain in mentions[f"e{n:02}"].values()),
        )
        for n, (name, type_) in enumerate(zip(NAMES, TYPES, strict=True))
    )


def one_node() -> Graph:
    """Return a graph of one thing that one statement is about, whose object is a value."""
    return Graph(GRAPH.documents, GRAPH.entities[:1], (replace(STATEMENTS[1], object=Literal("40")),))


def self_loop() -> Graph:
    """Return a graph of one statement of a thing about itself."""
    return Graph(GRAPH.documents, GRAPH.entities, (replace(STATEMENTS[0], object=STATEMENTS[0].subject),))


CASES: t.Final[Mapping[str, Callable[[], Graph]]] = {
    "example": lambda: GRAPH,
    "varied": varied_graph,
    "2k": lambda: reported_graph(2_000),
    "50k": lambda: reported_graph(50_000),
    "empty": Graph,
    "lonely": lambda: Graph(GRAPH.documents, GRAPH.entities[:1]),
    "one node": one_node,
    "self-loop": self_loop,
    "30 parallel": lambda: small_graph(30),
}
"""Each case by its name; the case "gold", of an article outside the repository, is built where it is there."""
