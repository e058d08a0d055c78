"""`kg vocab`: print the RDF vocabulary of `kg`."""

import typer


def vocab() -> None:
    """Print the RDF vocabulary of kg as Turtle.

    Classes, properties and values, each with its explanation.
    """
    from importlib import resources

    typer.echo((resources.files("kg") / "data" / "ns.ttl").read_text("utf-8"), nl=False)
