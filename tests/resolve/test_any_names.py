"""Resolving accepts any string as a name, and assigns every mention to one node."""

import typing as t
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from spacy.language import Language

from kg import Document
from kg.lexicon.gazetteer import default_gazetteer
from kg.resolve import doubtful, merges, resolve
from kg.resolve.short_names import shortens
from kg.stages import run_documents
from tests.growth import name
from tests.names import names
from tests.resolve.values import document, mention
from tests.strategies import tries

TYPES = st.sampled_from(["Person", "Organization", "Place", "Thing", "Group", "Event"])
MENTIONS = st.tuples(names(), TYPES, st.sampled_from("de"))


@tries(60)
@given(named=st.lists(MENTIONS, min_size=1, max_size=6))
def test_every_mention_is_on_one_node(named: list[tuple[str, str, str]]) -> None:
    mentions = [
        mention(text, 100 * place, type_=type_, document=where) for place, (text, type_, where) in enumerate(named)
    ]
    chains = [(one,) for one in mentions]
    graph = resolve([document("d"), document("e")], [], chains)
    assert sorted(one.key for entity in graph.entities for one in entity.mentions) == sorted(
        one.key for one in mentions
    )
    assert len({entity.id for entity in graph.entities}) == len(graph.entities)
    assert graph == resolve([document("e"), document("d")], [], chains[::-1], gazetteer=default_gazetteer())
    doubtful(graph)
    found = merges(graph)
    assert {each.entity for each in found} <= {entity.id for entity in graph.entities}
    assert found == merges(replace(graph, united=None))  # as for a graph that was read from RDF


@tries(8)
@example(full="Al Smith", other="Kelly Brown", short="Al", last="Kelly")
@given(full=names(), other=names(), short=names(), last=names())
def test_any_names_in_a_text(nlp: Language, full: str, other: str, short: str, last: str) -> None:
    text = f"{full} met {other} in Boston. {short} said {last} was happy."
    run = run_documents([Document("d", text)], model=nlp)
    assert not run.failures


def test_names_with_the_same_beginning_are_not_compared_with_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0

    def counted(*pair: t.Any) -> bool:
        nonlocal compared
        compared += 1
        return shortens(*pair)

    monkeypatch.setattr("kg.resolve.variants.shortens", counted)
    named = [f"University of {name(number)}" for number in range(200)] + ["Oslo Bank", "Oslo Bank Group"]
    chains = [(mention(each, 100 * place, type_="Organization"),) for place, each in enumerate(named)]
    graph = resolve([document("d")], [], chains)
    assert compared < len(named)
    assert len(graph.entities) == len(named) - 1, "the two names of the bank are of one entity"
