"""Stores that several tests use."""

from collections.abc import Iterator

import pytest

from tests.load.servers import BadStore, bad_store, oxigraph, virtuoso


@pytest.fixture(scope="session")
def oxigraph_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with oxigraph(tmp_path_factory.mktemp("oxigraph")) as address:
        yield address


@pytest.fixture(scope="session")
def virtuoso_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with virtuoso(tmp_path_factory.mktemp("virtuoso")) as address:
        yield address


@pytest.fixture
def store() -> Iterator[BadStore]:
    with bad_store() as server:
        yield server
