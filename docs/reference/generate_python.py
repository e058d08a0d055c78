"""Print the reference of the Python package in Markdown: what there is, and the first sentence of each docstring."""

import inspect
import re
import sys
import typing as t
from collections.abc import Iterator

import kg

FUNCTIONS: t.Final = (
    *(kg.build, kg.build_texts, kg.build_documents, kg.run, kg.explain, kg.read_rdf, kg.read_turtle, kg.write),
)


def reference() -> str:
    """Return the whole page."""
    others = [getattr(kg, name) for name in kg.__all__ if inspect.isclass(getattr(kg, name))]
    errors = [each for each in others if issubclass(each, Exception)]
    values = [each for each in others if each not in errors and each is not kg.KnowledgeGraph]
    lines = [
        "# Python",
        "",
        "Written by `make reference`; a test compares it with the package. `help(kg.build)` tells the arguments.",
        *_section("Functions", (_row(f"kg.{each.__name__}{_signature(each)}", each) for each in FUNCTIONS)),
        *_section("`KnowledgeGraph`", _members(kg.KnowledgeGraph)),
        *_section("`Options`", _arguments(kg.Options)),
        "",
        "The keyword arguments of `build` and of the functions like it have these names, and so have the options of",
        "[`kg build`](cli.md).",
        *_section("Values", (_row(each.__name__, each) for each in values)),
        *_section("Errors and warnings", (_row(each.__name__, each) for each in errors)),
    ]
    return "\n".join(lines) + "\n"


def _section(heading: str, rows: Iterator[str]) -> list[str]:
    return ["", f"## {heading}", "", "| | |", "|---|---|", *rows]


def _members(class_: type) -> Iterator[str]:
    yield "| `len(graph)`, `for statement in graph`, `statement in graph` | The graph as a sequence of statements. |"
    yield "| `a \\| b` | The graph of all documents of both. |"
    for name, member in vars(class_).items():
        if not name.startswith("_"):
            inner = getattr(member, "__func__", member)
            if isinstance(member, property):
                yield _row(name, member)
            elif callable(inner):
                yield _row(f"{name}{_signature(inner)}", inner)


def _arguments(class_: type) -> Iterator[str]:
    described = inspect.getdoc(class_) or ""
    block = described.split("Args:\n", 1)[1].split("\n\n", 1)[0]
    for name, words in (line.strip().split(": ", 1) for line in re.sub(r"\n {5,}", " ", block).splitlines()):
        yield f"| `{name}` | {words[0].upper()}{words[1:]} |"


def _signature(function: t.Any) -> str:
    parameters = inspect.signature(function).parameters.values()
    shown = [each.replace(annotation=each.empty) for each in parameters if each.name not in {"self", "cls"}]
    return str(inspect.Signature(shown))


def _row(name: str, described: object) -> str:
    first = (inspect.getdoc(described) or "").split("\n\n", 1)[0].replace("\n", " ")
    return f"| `{name}` | {first} |".replace(" | None", " or None")


if __name__ == "__main__":
    sys.stdout.write(reference())
