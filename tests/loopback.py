"""Servers for tests on the loopback interface."""

import contextlib
import threading
import typing as t
from collections.abc import Iterator
from socketserver import BaseServer

Running = t.TypeVar("Running", bound=BaseServer)


@contextlib.contextmanager
def serving_in_thread(server: Running) -> Iterator[Running]:
    """Run a server in a separate thread until the end of the block."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
