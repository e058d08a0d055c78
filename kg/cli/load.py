"""`kg load`: load an existing graph into a triple store."""

import os
import sys
import typing as t

import typer

from kg.cli.options import GraphPlace, graph_file
from kg.errors import UsageError
from kg.plurals import counted

if t.TYPE_CHECKING:
    from kg.load import Credentials

PASSWORD: t.Final = "KG_PASSWORD"  # noqa: S105 - the name of the variable


def load(
    graph: GraphPlace,
    to: t.Annotated[str, typer.Option("--to", metavar="URL", help="URL of the store.")],
    store: t.Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="Kind of store: oxigraph, virtuoso, fuseki, graphdb, blazegraph, qlever; any other by its protocol: "
            "graph-store (SPARQL Graph Store) or sparql (SPARQL Update).",
        ),
    ] = "graph-store",
    graph_iri: t.Annotated[
        str | None, typer.Option("--graph", metavar="IRI", help="Graph to replace. Default: the default graph.")
    ] = None,
    user: t.Annotated[
        str | None,
        typer.Option(metavar="NAME", help=f"User of the store; the password comes from {PASSWORD} or a prompt."),
    ] = None,
    query_url: t.Annotated[
        str | None, typer.Option(metavar="URL", help="Query endpoint, if it is not the usual one.")
    ] = None,
    update_url: t.Annotated[
        str | None, typer.Option(metavar="URL", help="Update endpoint, if it is not the usual one.")
    ] = None,
    timeout: t.Annotated[
        float,
        typer.Option(metavar="SECONDS", min=1, help="Time limit of a request, including retries."),
    ] = 600,
    jobs: t.Annotated[
        int,
        typer.Option(
            "--jobs", "-j", metavar="N", min=1, help="Number of graphs, or parts of a large one, sent at a time."
        ),
    ] = 1,
) -> None:
    """Load a graph into a triple store.

    Replaces the graph with that name, then compares the number of triples in the store.
    """
    from kg.load import Transport, endpoints, load, read_content

    places = endpoints(to, store=store, query_url=query_url, update_url=update_url)
    contents = read_content(graph_file(graph), graph=graph_iri)
    transport = Transport(credentials(user, is_token=places.store.token), places.store.token, timeout)
    for loaded in load(contents, places, transport, jobs=jobs):
        typer.echo(f"{to}: {loaded.name or 'default graph'}: {counted(loaded.triples, 'triple')}")


def credentials(user: str | None, *, is_token: bool) -> "Credentials | None":
    """Return the user with the password from the environment or the terminal; None without a user.

    Raises:
        UsageError: there is a user but no password, and no terminal to ask for it.
    """
    from kg.load import Credentials

    password = os.environ.get(PASSWORD)
    if user is None and not (is_token and password):
        return None
    if password is None:
        if not sys.stdin.isatty():
            raise UsageError(f"--user {user}: no password; set it in {PASSWORD}")
        password = typer.prompt(f"Password of {user}", hide_input=True, err=True)
    return Credentials(user, password)
