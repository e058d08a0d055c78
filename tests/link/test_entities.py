from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.link.entities import linked
from kg.link.service import Candidate, Query
from kg.model import Entity, Kind, Mention, Span


@dataclass
class Known:
    """A service that knows one entity."""

    place: str = "here"
    asked: list[Query] = field(default_factory=list)

    def candidates(self, queries: Sequence[Query]) -> list[tuple[Candidate, ...]]:
        self.asked += queries
        return [(Candidate("https://x.example/1", ("Acme",)),) for _ in queries]


def entity(label: str, type_: str, *names: str, kind: Kind = "name", links: tuple[str, ...] = ()) -> Entity:
    chain = tuple(Mention(Span("d", i, i + 1), name, i, kind, type_) for i, name in enumerate(names))
    return Entity(label, label, type_, names, (chain,), links)


def test_named_things_without_a_link_are_looked_up() -> None:
    service = Known()
    found = linked(
        [
            entity("Acme", "Company", "Acme Corp", "Acme"),
            entity("Zip", "Person", "Zip"),
            entity("old ship", "Product", "the old ship", kind="nominal"),
            entity("France", "Country", "France", links=("https://x.example/fr",)),
            entity("Muslims", "Group", "Muslims"),
            entity("President", "Person", "the President"),
        ],
        service,
    )
    assert service.asked == [Query("Acme", "Company", ("Acme Corp",)), Query("Zip", "Person")]
    assert [one.links for one in found] == [("https://x.example/1",), (), (), ("https://x.example/fr",), (), ()]


def test_nothing_to_look_up_asks_nothing() -> None:
    service = Known()
    assert linked([], service) == ()
    assert service.asked == []
