"""`kg vocab`: the terms of `kg`."""

import typer


def vocab() -> None:
    """Print the vocabulary that the RDF uses beside the known ones: its classes, properties and values, as Turtle."""
    from importlib import resources

    typer.echo((resources.files("kg") / "data" / "ns.ttl").read_text("utf-8"), nl=False)
