"""Graphs to open in a browser, and where their nodes stand on the screen."""

import random
from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta

from playwright.sync_api import Page

from kg.model import (
    Chain,
    Claim,
    Document,
    Entity,
    Evidence,
    Graph,
    Mention,
    Modality,
    Span,
    Statement,
    Time,
)
from tests.export.examples import GRAPH, STATEMENTS


def small_graph(
    count: int = 1,
    names: tuple[str, str] = ("Ada", "Bo"),
    relation: str = "meet",
    *,
    type_: str = "Person",
) -> Graph:
    """Return a graph of `count` statements between two things, in one document with one sentence for each."""
    sentence = f"{names[0]} {relation} {names[1]} once."
    document = Document(names[0] or "d", "\n\n".join([sentence] * count), names[0], source=names[0])
    spans = [
        Span(document.id, start, start + len(sentence)) for start in range(0, len(document.text), len(sentence) + 2)
    ]
    mention = Mention(Span(document.id, 0, 1), document.text[0], 0, "name", type_)
    entities = tuple(
        Entity(f"e{place}{name}", name, type_, (name,), ((mention,),), (name,)) for place, name in enumerate(names)
    )
    statements = tuple(
        Statement(
            f"s{place:02}{names[0]}",
            entities[place % 2].id,
            relation,
            entities[1 - place % 2].id,
            False,
            "asserted",
            None,
            None,
            None,
            (Claim(mention, relation, mention, Evidence(span, names[0], names[1], 0.5)),),
        )
        for place, span in enumerate(spans)
    )
    return Graph((document,), entities, statements)


def position(page: Page, key: int) -> tuple[float, float]:
    """Return where a node stands on the screen."""
    script = """(key) => {
      const { x, y } = kg.canvas.network.canvasToDOM(kg.canvas.network.getPosition(key));
      const { left, top } = document.getElementById("graph").getBoundingClientRect();
      return [x + left, y + top];
    }"""
    x, y = page.evaluate(script, key)
    return x, y


def large_graph(count: int) -> Graph:
    """Return a graph whose `count` statements each join a hub or a neighbour to a thing of its own."""
    claims = STATEMENTS[0].claims
    entities = tuple(Entity(f"e{n:05}", f"Thing {n}", "Thing", (), ()) for n in range(count + 1))
    statements = tuple(
        replace(STATEMENTS[0], id=f"s{n:05}", subject=entities[n // 20].id, object=entities[n + 1].id, claims=claims)
        for n in range(count)
    )
    return Graph(GRAPH.documents, entities, statements)


def reported_graph(count: int, seed: int = 1) -> Graph:
    """Return `count` statements as news makes them: twenty a document, each with a sentence, a claim and often a day.

    Hubs are many times as often named as the rest, one statement in nine is hedged, one in thirteen negated.
    """
    draw = random.Random(seed)  # noqa: S311 - only a fixture
    names = [f"{('Ada', 'Bo', 'Cleo', 'Dan', 'Eva')[n % 5]} Stone {n}" for n in range(max(2, count * 3 // 4))]
    documents, statements = [], []
    for number in range((count + 19) // 20):
        day = date(2020, 1, 1) + timedelta(days=number % 1800)
        text = ""
        for n in range(20 * number, min(20 * number + 20, count)):
            ends = _two_ends(draw, len(names))
            text, said = _reported(text, f"d{number:05}", n, names, ends, day)
            statements.append(said)
        documents.append(Document(f"d{number:05}", text, f"Report {number}", day, "Agency"))
    chains = _chains(statements)
    types = ("Person", "Organization", "City", "Event")
    entities = tuple(Entity(f"e{n:06}", name, types[n % 4], (), chains.get(n, ())) for n, name in enumerate(names))
    return Graph(tuple(documents), entities, tuple(statements))


def _two_ends(draw: random.Random, size: int) -> tuple[int, int]:
    first, second = int(size * draw.random() ** 3), int(size * draw.random() ** 2)
    return first, second if second != first else (first + 1) % size


def _reported(
    text: str, document: str, number: int, names: list[str], ends: tuple[int, int], day: date
) -> tuple[str, Statement]:
    """Return the text with one more sentence, and the statement that this makes."""
    relation = ("meet", "sue", "fund", "leave", "warn")[number % 5]
    subject, object_ = (names[end] for end in ends)
    sentence = f"{subject} is said to {relation} {object_} soon, as report {number} of the agency puts it at length."
    start, verb = len(text), len(text) + len(subject) + 12
    place = start + sentence.index(object_, len(subject))
    mentions = [
        Mention(Span(document, at, at + len(name)), name, at, "name")
        for at, name in ((start, subject), (place, object_))
    ]
    time = Time(day.isoformat(), day, day, "day", "today") if number % 2 else None
    modality: Modality = "hedged" if number % 9 == 0 else "asserted"
    evidence = Evidence(Span(document, start, start + len(sentence)), "rules", "own-subject", 0.5 + number % 40 / 100)
    claim = Claim(mentions[0], relation, mentions[1], evidence, number % 13 == 0, modality, time=time,
                  predicate=(Span(document, verb, verb + len(relation)),))  # fmt: skip
    identifiers = (f"e{ends[0]:06}", f"e{ends[1]:06}")
    said = Statement(f"s{number:06}", identifiers[0], relation, identifiers[1], claim.negated, modality, None, None,
                     time, (claim,))  # fmt: skip
    return text + sentence + ("\n\n" if number % 3 == 2 else " "), said


def _chains(statements: list[Statement]) -> dict[int, tuple[Chain, ...]]:
    """Return the mentions of each thing, by its number, in one chain a document."""
    found: dict[int, dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for said in statements:
        for entity, mention in ((said.subject, said.claims[0].subject), (str(said.object), said.claims[0].object)):
            if mention is not None:
                found[int(entity[1:])][mention.span.document].append(mention)
    return {number: tuple(tuple(chain) for chain in chains.values()) for number, chains in found.items()}


def apart_graph(count: int, names: tuple[str, str] = ("Ada", "Bo")) -> Graph:
    """Return a graph of articles that have nothing in common, each with two statements about its own two things."""
    one, other = names
    parts = [small_graph(2, (f"{one}{n}", f"{other}{n}"), f"meet{n}") for n in range(count)]
    return Graph(
        tuple(document for part in parts for document in part.documents),
        tuple(entity for part in parts for entity in part.entities),
        tuple(said for part in parts for said in part.statements),
    )
