"""Communities of the page: entities linked among themselves, named after the entity with the most links."""

from dataclasses import replace

from kg.model import Entity, Graph
from kg.page.communities import communities
from kg.page.drawing import draw
from tests.export.examples import GRAPH, STATEMENTS


def cliques(count: int, size: int) -> Graph:
    """Return fully linked groups of entities, each linked to the next by one statement, and one isolated entity."""
    names = [f"e{group}{member}" for group in range(count) for member in range(size)]
    pairs = [(a, b) for a in names for b in names if a < b and a[1] == b[1]]
    bridges = [(f"e{group}0", f"e{group + 1}0") for group in range(count - 1)]
    statements = tuple(
        replace(STATEMENTS[0], id=f"s{n:03}", subject=a, object=b) for n, (a, b) in enumerate([*pairs, *bridges])
    )
    return Graph(GRAPH.documents, tuple(Entity(name, name, "Thing", (), ()) for name in [*names, "z"]), statements)


def test_groups_are_found_and_named_by_their_hub() -> None:
    found = communities(draw(cliques(3, 5)))
    assert len(found.hubs) == 3
    assert [found.members[key] for key in found.hubs] == [0, 1, 2]
    assert sorted(hub % 5 for hub in found.hubs) == [0, 0, 0]
    assert len({found.members[key] for key in range(5)}) == 1
    assert found.members[15] is None


def test_values_are_in_no_community() -> None:
    assert len(communities(draw(GRAPH)).members) == len(GRAPH.entities)
    assert communities(draw(Graph())) == ((), ())
