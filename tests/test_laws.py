"""Laws for every corpus: the result of merging does not depend on what is merged when, or how often."""

import typing as t
from collections.abc import Iterable, Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kg.model import Claim, Decision, Graph, Reading
from kg.resolve import merge, resolvable, resolve, why_unresolved
from tests.strategies import corpora, decided, tries

LAWS, DECIDED_LAWS = tries(100), tries(40)

Decisions: t.TypeAlias = tuple[Decision, ...]


def graph_of(readings: Iterable[Reading], decisions: Decisions = ()) -> Graph:
    found = tuple(readings)
    return resolve(
        [reading.document for reading in found],
        [claim for reading in found for claim in reading.claims],
        [chain for reading in found for chain in reading.chains],
        named_parts=[named for reading in found for named in reading.named_parts],
        decisions=decisions,
    )


@st.composite
def parts(draw: st.DrawFn, number: int) -> tuple[tuple[Reading, ...], ...]:
    """Draw overlapping parts of one corpus: some of its documents each, with some of their claims."""
    corpus = draw(corpora())
    found = []
    for _ in range(number):
        chosen = draw(st.lists(st.sampled_from(corpus), unique=True, max_size=len(corpus)))
        found.append(tuple(replace(reading, claims=draw(some_of(reading.claims))) for reading in chosen))
    return tuple(found)


def some_of(claims: Sequence[Claim]) -> st.SearchStrategy[tuple[Claim, ...]]:
    if not claims:
        return st.just(())
    return st.lists(st.sampled_from(claims), unique=True).map(tuple)


@LAWS
@given(corpora())
def test_text_of_a_mention_is_its_slice(corpus: tuple[Reading, ...]) -> None:
    texts = {reading.document.id: reading.document.text for reading in corpus}
    for entity in graph_of(corpus).entities:
        for mention in entity.mentions:
            assert mention.text == texts[mention.span.document][mention.span.start : mention.span.end]


@LAWS
@given(parts(2))
def test_merge_is_commutative(found: tuple[tuple[Reading, ...], ...]) -> None:
    one, other = map(graph_of, found)
    assert merge(one, other) == merge(other, one)


@LAWS
@given(parts(3))
def test_merge_is_associative(found: tuple[tuple[Reading, ...], ...]) -> None:
    one, two, three = map(graph_of, found)
    assert merge(merge(one, two), three) == merge(one, merge(two, three))


@LAWS
@given(corpora())
def test_merge_is_idempotent_with_the_empty_graph_as_unit(corpus: tuple[Reading, ...]) -> None:
    graph = graph_of(corpus)
    assert merge(graph, graph) == graph
    assert merge(graph, Graph()) == graph == merge(Graph(), graph)


@LAWS
@given(parts(2))
def test_graph_of_a_union_is_the_merge_of_the_graphs(found: tuple[tuple[Reading, ...], ...]) -> None:
    one, other = found
    assert graph_of((*one, *other)) == merge(graph_of(one), graph_of(other))


@LAWS
@given(corpora(), st.data())
def test_order_and_repetition_do_not_matter(corpus: tuple[Reading, ...], data: st.DataObject) -> None:
    def shuffled(values: Iterable[t.Any]) -> list[t.Any]:
        return data.draw(st.permutations(list(values) * 2))

    again = resolve(
        shuffled(reading.document for reading in corpus),
        shuffled(claim for reading in corpus for claim in reading.claims),
        shuffled(tuple(shuffled(chain)) for reading in corpus for chain in reading.chains),
        named_parts=shuffled(named for reading in corpus for named in reading.named_parts),
    )
    assert again == graph_of(corpus)


@LAWS
@given(corpora())
def test_every_claim_is_in_the_graph_or_unresolved(corpus: tuple[Reading, ...]) -> None:
    claims = [claim for reading in corpus for claim in reading.claims]
    chains = [chain for reading in corpus for chain in reading.chains]
    kept = graph_of(corpus).claims
    assert set(kept) == set(resolvable(claims, chains))
    assert set(kept) | {claim for claim, _ in why_unresolved(claims, chains)} == set(claims)
    assert len(kept) == len(set(kept))


@LAWS
@given(corpora())
def test_a_graph_is_whole(corpus: tuple[Reading, ...]) -> None:
    graph = graph_of(corpus)
    ids = [entity.id for entity in graph.entities]
    assert ids == sorted(set(ids))
    statements = [statement.id for statement in graph.statements]
    assert statements == sorted(set(statements))
    for statement in graph.statements:
        assert {statement.subject, statement.speaker, statement.denied_by} <= {*ids, None}
        assert not isinstance(statement.object, str) or statement.object in ids
    for entity in graph.entities:
        assert entity.label.lower() not in {"it", "itself", ""}
        assert not {"it", "itself"} & set(entity.aliases)
    keys = [mention.key for entity in graph.entities for mention in entity.mentions]
    assert len(keys) == len(set(keys))


@DECIDED_LAWS
@given(parts(2), decided(), decided())
def test_merge_with_decisions_is_commutative_and_idempotent(
    found: tuple[tuple[Reading, ...], ...], first: Decisions, second: Decisions
) -> None:
    one, other = graph_of(found[0], first), graph_of(found[1], second)
    assert merge(one, other) == merge(other, one)
    assert merge(one, one) == one == merge(one, Graph())


@DECIDED_LAWS
@given(parts(3), decided(), decided(), decided())
def test_merge_with_decisions_is_associative(
    found: tuple[tuple[Reading, ...], ...], first: Decisions, second: Decisions, third: Decisions
) -> None:
    one, two, three = (graph_of(*pair) for pair in zip(found, (first, second, third), strict=True))
    assert merge(merge(one, two), three) == merge(one, merge(two, three))


@DECIDED_LAWS
@given(parts(2), decided())
def test_decisions_before_merging_are_decisions_after(
    found: tuple[tuple[Reading, ...], ...], decisions: Decisions
) -> None:
    one, other = found
    assert graph_of((*one, *other), decisions) == merge(graph_of(one, decisions), graph_of(other))
    assert graph_of((*one, *other), decisions) == merge(graph_of((*one, *other)), Graph(decisions=decisions))


@DECIDED_LAWS
@given(corpora(), decided())
def test_a_graph_with_decisions_is_whole(corpus: tuple[Reading, ...], decisions: Decisions) -> None:
    graph = graph_of(corpus, decisions)
    ids = {entity.id for entity in graph.entities}
    assert len(ids) == len(graph.entities)
    assert {thing for decision in graph.decisions for thing in decision.things} <= ids
    blocked = {name for decision in decisions if decision.kind == "block" for name in decision.names}
    mentions = [mention for entity in graph.entities for mention in entity.mentions]
    assert blocked.isdisjoint(mention.text for mention in mentions if mention.kind == "name")
