"""The addresses of stores, and which addresses are refused."""

import pytest

from kg.errors import UsageError
from kg.load.stores import STORES, endpoints

HOST = "http://127.0.0.1:3030"


@pytest.mark.parametrize(
    ("store", "address", "expected"),
    [
        ("oxigraph", f"{HOST}/", (f"{HOST}/store", f"{HOST}/query", f"{HOST}/update")),
        ("virtuoso", HOST, (f"{HOST}/sparql-graph-crud-auth", f"{HOST}/sparql-auth", f"{HOST}/sparql-auth")),
        ("fuseki", f"{HOST}/ds", (f"{HOST}/ds/data", f"{HOST}/ds/query", f"{HOST}/ds/update")),
        ("blazegraph", f"{HOST}/bigdata", (None, f"{HOST}/bigdata/sparql", f"{HOST}/bigdata/sparql")),
        ("qlever", f"{HOST}/", (f"{HOST}/", f"{HOST}/", f"{HOST}/")),
        ("graph-store", f"{HOST}/gsp", (f"{HOST}/gsp", None, None)),
        ("sparql", f"{HOST}/sparql", (None, f"{HOST}/sparql", f"{HOST}/sparql")),
        (
            "graphdb",
            f"{HOST}/repositories/r",
            (
                f"{HOST}/repositories/r/rdf-graphs/service",
                f"{HOST}/repositories/r",
                f"{HOST}/repositories/r/statements",
            ),
        ),
    ],
)
def test_places(store: str, address: str, expected: tuple[str | None, ...]) -> None:
    found = endpoints(address, store=store)
    assert (found.graph_store, found.query, found.update) == expected


def test_every_store_can_be_written_to() -> None:
    assert all(store.graph_store is not None or store.update is not None for store in STORES.values())


def test_given_places_go_before_the_usual_ones() -> None:
    found = endpoints(HOST, store="fuseki", query_url="https://q.example/", update_url="https://u.example/")
    assert (found.query, found.update) == ("https://q.example/", "https://u.example/")


@pytest.mark.parametrize(
    "address",
    ["", "localhost:3030", "ftp://a.example/", "file:///etc/passwd", "http://", "http://a b/", "http://a.example/\n",
     "http://[::1", "http://a.example:99999/", "http://a.example/#x"],
)  # fmt: skip
def test_addresses_that_are_none(address: str) -> None:
    with pytest.raises(UsageError, match="not the address of a store"):
        endpoints(address)


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(UsageError, match="KG_PASSWORD") as caught:
        endpoints("http://me:secret@a.example/")
    assert "secret" not in str(caught.value)


def test_a_store_that_nobody_knows() -> None:
    with pytest.raises(UsageError, match="oxigraph"):
        endpoints(HOST, store="neptune")
