"""How the entities of a graph are connected."""

from dataclasses import asdict, replace

from kg.export.connections import connections, has_name, mentioned
from kg.model import Graph
from tests.export.examples import ENTITIES, GRAPH, STRUCTURED


def test_statements_join_all_that_take_part() -> None:
    found = connections(GRAPH)
    assert (found.entities, found.named_entities) == (14, 6)
    # a speaker connects the bread to the bakery, and a circumstance the shop to Oslo
    assert (found.largest_component, found.named_connected) == (12, 6)
    assert (found.entities_without_statement, found.between_named) == (0, 4)
    assert (found.relations, found.relations_used_once) == (13, 12)


def test_structural_edges_are_counted_apart() -> None:
    alone, found = asdict(connections(GRAPH)), asdict(connections(STRUCTURED))
    changed = {name for name in found if found[name] != alone[name]}
    assert changed == {"structural", "largest_component_structural"}
    assert (found["structural"], found["largest_component_structural"]) == (10, 13)


def test_what_nothing_joins_stands_apart() -> None:
    named = replace(STRUCTURED, statements=())
    found = connections(named)
    assert (found.entities_without_statement, found.named_without_statement, found.named_isolated) == (14, 6, 1)
    assert (found.largest_component, found.named_connected, found.largest_component_structural) == (0, 0, 9)


def test_a_noun_with_a_capital_is_no_name() -> None:
    (bakery,) = (entity for entity in ENTITIES if entity.id == "Lund_Bakery")
    president = replace(bakery.chains[0][0], text="The President")
    assert has_name(bakery)
    assert not has_name(replace(bakery, chains=((president,),)))


def test_the_empty_graph() -> None:
    assert set(asdict(connections(Graph())).values()) == {0}


def test_what_the_words_of_a_statement_mention() -> None:
    found = mentioned(GRAPH)
    for statement in GRAPH.statements:
        assert {statement.subject, statement.object}.isdisjoint(found(statement))
    assert any(map(found, GRAPH.statements))
    assert not any(map(mentioned(Graph()), GRAPH.statements))
