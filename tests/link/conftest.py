from collections.abc import Iterator

import pytest

from tests.link.server import Server, serving


@pytest.fixture
def server() -> Iterator[Server]:
    """Return a server that answers correctly unless told otherwise."""
    with serving() as found:
        yield found
