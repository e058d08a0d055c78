"""Third-person pronouns on the node of their name: the measure that matters to the graph."""

import typing as t
from collections.abc import Iterable, Mapping, Sequence
from types import ModuleType

from kg.reference.coref.candidates import PRONOUNS
from training.coref.examples import Example

Spans: t.TypeAlias = list[tuple[int, int]]
WORDS: t.Final = frozenset(word for word, pronoun in PRONOUNS.items() if pronoun.person == 3)


def third_person(
    scorer: ModuleType, found: Iterable[tuple[Example, Sequence[Mapping[str, t.Any]]]]
) -> tuple[float, float, float]:
    """Return precision, recall and F1, counted as the scorer counts all pronouns.

    Args:
        scorer: the module of OntoGUM's scorer, which recognizes names.
        found: documents with their predicted entities.
    """
    right = attached = wanted = 0
    for example, entities in found:
        nodes: list[Spans] = [entity["mentions"] for entity in entities]
        counts = _counts(scorer, example, nodes)
        right, attached, wanted = right + counts[0], attached + counts[1], wanted + counts[2]
    precision, recall = right / max(attached, 1), right / max(wanted, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def _counts(scorer: ModuleType, example: Example, nodes: Sequence[Spans]) -> tuple[int, int, int]:
    """Return how many pronouns are on the right named node, on any named node, and should be on one."""

    def is_name(span: tuple[int, int]) -> bool:
        return bool(scorer.kind(example.text[slice(*span)]) == "name")

    node_of = {span: number for number, node in enumerate(nodes) for span in node}
    named = [any(map(is_name, node)) for node in nodes]
    right = attached = wanted = 0
    for cluster in example.clusters:
        names = [span for span in cluster if is_name(span)]
        bearers = {node_of[name] for name in names if name in node_of}
        for span in cluster:
            if example.text[slice(*span)].lower() in WORDS:
                node = node_of.get(span)
                stands = node is not None and named[node]
                right, attached = right + (stands and node in bearers), attached + stands
                wanted += bool(names)
    return right, attached, wanted
