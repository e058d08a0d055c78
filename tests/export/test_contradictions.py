"""Contradictions: pairs of texts that contradict or only seem to, and few comparisons for many statements."""

import typing as t
from datetime import date, timedelta

import pytest

from kg import KnowledgeGraph, build_documents
from kg.export import contradictions as module
from kg.export.contradictions import Contradiction, contradictions, single_values
from kg.lexicon.event_relations import event_relations
from kg.model import Document, Graph
from tests.export.examples import COPIED, GRAPH

DAY = date(2024, 6, 5)

CONTRARY = [
    ("negation", "Varn Mills paid the fine on Monday.", "Varn Mills did not pay the fine."),
    ("negation", "Varn Mills bought Lund Bakery.", "Varn Mills denied that it had bought Lund Bakery."),
    ("negation", "Police said that Tom Reyes stole the car.", "Tom Reyes did not steal the car, his lawyer said."),
    ("negation", "Tom Reyes resigned on Tuesday.", "Tom Reyes has not resigned."),
    ("negation", "Lund Bakery is bankrupt, Tom Reyes said.", "Lund Bakery is not bankrupt."),
    ("single value", "Ana Silva was born in Lyon.", "Ana Silva was born in Oslo in 1990."),
    ("single value", "Ana Silva was born in 1989.", "Ana Silva was born in Oslo in 1990."),
    ("single value", "Tom Reyes died on 4 June 2020.", "Tom Reyes, who died in 2021, was a baker."),
    ("single value", "Lund Motors was founded in 1998.", "Tom Reyes founded Lund Motors in 1999."),
    ("single value", "Lyon is the capital of Chad.", "Oslo is the capital of Chad."),
    ("number", "The Lyon fire killed 12 people on Monday.", "Fifteen people were killed in the Lyon fire on Monday."),
    ("number", "The Lyon fire killed 12 people.", "The Lyon fire killed 15 people."),
    ("number", "Lund Bakery employs 300 people.", "Lund Bakery employs 450 people, Tom Reyes said."),
    ("number", "Lund Bakery paid $3 million in taxes in 2020.", "Lund Bakery paid $4.5 million in taxes in 2020."),
    ("number", "Lund Bakery's sales rose by 5 percent in May.", "Lund Bakery's sales rose by 8 percent in May."),
    (
        "number",
        "Police said 12 people were hurt in the Lyon fire. Doctors said 15 people were hurt in the Lyon fire.",
        "",
    ),
]
COMPATIBLE = [
    ("The Lyon fire killed 12 people on Monday.", "The Lyon fire killed at least 15 people on Monday."),
    ("The Lyon fire killed 12 people on Monday.", "The Lyon fire killed 3 children on Monday."),
    ("Lund Bakery sold 3 million loaves in 2020.", "Lund Bakery sold 3.1 million loaves in 2020."),
    ("Lund Bakery sold 3 million loaves in 2020.", "Lund Bakery sold 4 million loaves in 2021."),
    ("Lund Bakery sold 3 million loaves in May 2020.", "Lund Bakery sold 40 million loaves in 2020."),
    ("Lund Bakery paid Tom Reyes $3 million.", "Lund Bakery paid Ana Silva $4 million."),
    ("Lund Bakery opened 3 shops in Lyon in May.", "Lund Bakery opened 5 shops in Oslo in May."),
    ("The company employs 300 people.", "The company employs 450 people."),
    ("Tom Reyes won in Lyon in 2019.", "Tom Reyes did not win in Lyon in 2020."),
    ("Ana Silva was born in Norway.", "Ana Silva was born in Oslo."),
    ("Ana Silva was born in May 1990.", "Ana Silva was born in 1990."),
    ("Tom Reyes will not resign.", "Tom Reyes may resign."),
    ("If Tom Reyes resigned, Ana Silva would lead the bakery.", "Tom Reyes did not resign."),
    ("Tom Reyes founded Lund Bakery.", "Ana Silva founded Lund Bakery."),
    ("Tom Reyes died in Oslo.", "Tom Reyes died of a heart attack on Monday."),
    ("Tom Reyes does not like Lyon.", "Ana Silva likes Lyon."),
    ("Lund Bakery did not close the Lyon shop.", "Lund Bakery closed the Oslo shop."),
]


def graph(*texts: str, days: int = 1) -> KnowledgeGraph:
    """Return the graph of documents published these many days apart."""
    return build_documents(
        Document(f"d{place}", text, published=DAY + place * timedelta(days=days)) for place, text in enumerate(texts)
    )


def kinds(*texts: str, days: int = 1) -> set[str]:
    return {each.kind for each in contradictions(graph(*filter(None, texts), days=days))}


@pytest.mark.parametrize(("kind", "one", "other"), CONTRARY)
def test_what_contradicts(kind: str, one: str, other: str) -> None:
    assert kinds(one, other) == {kind}


@pytest.mark.parametrize(("one", "other"), COMPATIBLE)
def test_what_does_not_contradict(one: str, other: str) -> None:
    assert kinds(one, other) == set()


def test_a_state_may_change() -> None:
    assert kinds("Varn Mills has not paid the fine.", "Varn Mills paid the fine.", days=90) == set()
    assert kinds("The Lyon fire killed 12 people.", "The Lyon fire killed 15 people.", days=9) == set()


def test_who_says_what_is_known() -> None:
    found = graph("Tom Reyes said Lund Bakery employs 300 people.", "Ana Silva said Lund Bakery employs 450 people.")
    (each,) = found.contradictions()
    assert {each.one.speaker, each.other.speaker} == {"Tom_Reyes", "Ana_Silva"}
    assert found.counts()["contradictions"] == 1


def test_what_copies_say_is_listed_once() -> None:
    found = graph("The Lyon fire killed 12 people on Monday.", "The Lyon fire killed 15 people on Monday.")
    copies = graph(
        *["The Lyon fire killed 12 people on Monday."] * 3, "The Lyon fire killed 15 people on Monday.", days=0
    )
    assert len(found.contradictions()) == len(copies.contradictions()) == 1


def test_what_is_not_so_is_the_second() -> None:
    assert contradictions(GRAPH) == ()
    by_id = {said.id: said for said in COPIED.statements}
    assert contradictions(COPIED) == (Contradiction("negation", by_id["aaaa"], by_id["zzzz"]),)


def test_single_values_are_of_events_that_there_are() -> None:
    events = [name for name in single_values() if " " not in name]
    assert events
    assert set(events) <= event_relations().keys()
    assert all(found for found in single_values().values())


def test_the_same_in_any_order() -> None:
    texts = [text for _, *pair in CONTRARY[:8] for text in pair]
    documents = [Document(f"d{place}", text, published=DAY) for place, text in enumerate(texts)]
    forwards, backwards = build_documents(documents), build_documents(reversed(documents))
    assert forwards.contradictions() == backwards.contradictions() != ()


def test_many_numbers_of_one_thing_are_not_all_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[int] = []
    differ = module._numbers_differ

    def counted(one: t.Any, other: t.Any) -> bool:
        compared.append(1)
        return differ(one, other)

    monkeypatch.setattr(module, "_numbers_differ", counted)
    found = graph(*(f"Lund Bakery employs {number} people." for number in range(100, 160)), days=0)
    assert len(found.statements) == 60
    assert contradictions(found)
    assert len(compared) <= module.MOST**2
    assert contradictions(Graph()) == ()
