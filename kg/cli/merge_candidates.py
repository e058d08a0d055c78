"""`kg merge-candidates`: print the doubtful pairs of a graph as decisions to choose from."""

import json
import typing as t
from collections.abc import Iterable, Iterator, Mapping

import typer

from kg.cli.columns import printable
from kg.cli.options import GraphPlace, graph_file

if t.TYPE_CHECKING:
    from kg.model import Entity, Graph, Mention
    from kg.resolve import Doubt

SENTENCE_LENGTH: t.Final = 200
HEADER: t.Final = """\
# Pairs of names that may be the same entity but were not merged, the most likely first.
# Uncomment a pair of names of the same entity; move a pair of different entities to `different`.
# Save this as decisions.toml in the directory where you run kg build, or pass it with --decisions.
"""


def merge_candidates(graph: GraphPlace) -> None:
    """Print names that may be the same entity.

    The output is a decisions.toml to edit.
    """
    from kg.graph import KnowledgeGraph
    from kg.resolve import doubtful

    found = KnowledgeGraph.read(graph_file(graph))
    typer.echo(as_decisions(found, doubtful(found)), nl=False)


def as_decisions(graph: "Graph", doubts: "Iterable[Doubt]") -> str:
    """Return decisions about doubtful pairs, commented out, each with its evidence: names, documents and sentences."""
    entities = {entity.id: entity for entity in graph.entities}
    texts = {document.id: document.text for document in graph.documents}
    lines = [HEADER, "same = ["]
    for doubt in doubts:
        pair = (doubt.one, doubt.other)
        lines.append(f"  # {doubt.reason}, score {doubt.score:.2f}")
        lines += (f"  #   {printable(line)}" for id_ in pair for line in _evidence(entities[id_], texts))
        lines += (f"  # [{', '.join(json.dumps(printable(id_), ensure_ascii=False) for id_ in pair)}],", "  #")
    return "\n".join([*lines, "]", "", "different = [", "]", ""])


def _evidence(entity: "Entity", texts: Mapping[str, str]) -> Iterator[str]:
    """Yield a line that says what the entity is, and the words around its first name in each of three documents."""
    names = [mention for mention in entity.mentions if mention.kind == "name"] or list(entity.mentions)
    spelled = ", ".join(sorted({mention.words for mention in names}))
    yield f"{entity.label} ({entity.type}): {spelled}"
    first: dict[str, Mention] = {}
    for mention in names:
        first.setdefault(mention.span.document, mention)
    for document, mention in sorted(first.items())[:3]:
        yield f"in {document}: {_around(texts.get(document, ''), mention)}"


def _around(text: str, mention: "Mention") -> str:
    """Return the line of text around a mention, cut to a length that can be read."""
    start = max(text.rfind("\n", 0, mention.span.start) + 1, mention.span.start - SENTENCE_LENGTH // 2)
    end = text.find("\n", mention.span.end)
    end = min(len(text) if end < 0 else end, mention.span.end + SENTENCE_LENGTH // 2)
    return text[start:end]
