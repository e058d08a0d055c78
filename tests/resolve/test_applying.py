"""The effects of decisions on a graph."""

from dataclasses import replace

import pytest

from kg.model import Chain, Claim, ClaimReference, Decision, Graph, Mention, Qualifier, Span
from kg.resolve import left_out, merge, merges, resolve
from tests.resolve.values import claim, document, mention

ACME = mention("Acme", type_="Organization")
BOLT = mention("Bolt", 10, type_="Organization")
IT = mention("it", 20, kind="pronoun")
ZIP = mention("Zip", 30, type_="Person")
LONG = mention("Acme Motor Group", 80, type_="Organization")


def graph_of(
    decisions: list[Decision], *, claims: tuple[Claim, ...] = (), chains: tuple[Chain, ...] = ((ACME,), (BOLT,))
) -> Graph:
    return resolve([document("d"), document("e")], claims, chains, decisions=decisions)


def labels(graph: Graph) -> list[str]:
    return [entity.label for entity in graph.entities]


@pytest.mark.parametrize("names", [("Acme", "Bolt"), ("acme inc", "the Bolt"), ("Acme (Thing)", "Bolt")])
def test_same(names: tuple[str, str]) -> None:
    graph = graph_of([Decision("same", names)])
    assert labels(graph) == ["Acme"]
    assert graph.entities[0].aliases == ("Acme", "Bolt")
    assert graph.decisions == (Decision("same", names, things=("Acme",)),)


def test_same_by_id_means_one_of_two_entities_with_one_name() -> None:
    person = mention("Acme", 50, type_="Person")
    chains = ((ACME,), (person, mention("she", 60, kind="pronoun")), (BOLT,))
    (id_,) = [entity.id for entity in graph_of([], chains=chains).entities if entity.type == "Person"]
    graph = graph_of([Decision("same", (id_, "Bolt"))], chains=chains)
    assert {frozenset(entity.aliases) for entity in graph.entities} == {
        frozenset({"Acme"}),
        frozenset({"Acme", "Bolt"}),
    }


def test_different_goes_before_every_rule() -> None:
    chains = ((ACME,), (LONG,))
    assert len(graph_of([], chains=chains).entities) == 1
    graph = graph_of([Decision("different", ("Acme", "Acme Motor Group"))], chains=chains)
    assert labels(graph) == ["Acme", "Acme Motor Group"]
    assert graph.decisions[0].things == ("Acme", "Acme_Motor_Group")


def test_mentions_of_one_chain_cannot_be_separated() -> None:
    graph = graph_of([Decision("different", ("Acme", "Bolt"))], chains=((ACME, BOLT),))
    assert len(graph.entities) == 1
    assert graph.decisions[0].things == ()


def test_rename_and_retype() -> None:
    graph = graph_of([Decision("rename", ("Bolt",), "Bolt & Sons"), Decision("retype", ("Acme",), "Product")])
    assert [(entity.label, entity.type) for entity in graph.entities] == [
        ("Acme", "Product"),
        ("Bolt & Sons", "Thing"),
    ]
    assert [decision.things for decision in graph.decisions] == [(graph.entities[1].id,), ("Acme",)]


def test_a_label_that_a_decision_gave_can_be_used_in_others() -> None:
    decisions = [Decision("rename", ("Bolt",), "Nut"), Decision("same", ("Acme", "Nut"))]
    assert labels(graph_of(decisions)) == ["Nut"]


@pytest.mark.parametrize("name", ["Acme", "the Acme", "Acme (Organization)"])
def test_what_is_blocked_is_no_node_and_its_claims_are_left_out(name: str) -> None:
    claims = (claim(IT, "buy", BOLT), claim(BOLT, "sell", ZIP, at=50))
    graph = graph_of([Decision("block", (name,))], claims=claims, chains=((ACME, IT), (BOLT,)))
    assert labels(graph) == ["Bolt", "Zip"]
    assert [statement.relation for statement in graph.statements] == ["sell"]
    assert list(left_out(claims, ((ACME, IT), (BOLT,)), graph.decisions, ()).values()) == [1]


def test_what_is_blocked_is_left_out_of_circumstances() -> None:
    sale = replace(claim(BOLT, "sell", ZIP), qualifiers=(Qualifier("to", ACME), Qualifier("for", BOLT)))
    graph = graph_of([Decision("block", ("Acme",))], claims=(sale,))
    assert [claim.qualifiers for claim in graph.claims] == [(Qualifier("for", BOLT),)]


def test_a_type_that_does_not_fit_blocks_nothing() -> None:
    assert labels(graph_of([Decision("block", ("Acme (Person)",))])) == ["Acme", "Bolt"]


@pytest.mark.parametrize(
    "decision",
    [
        Decision("same", ("Acme", "Nobody")),
        Decision("different", ("Acme", "Nobody")),
        Decision("rename", ("Nobody",), "Somebody"),
        Decision("retype", ("Acme (Person)",), "Place"),
    ],
)
def test_what_matches_nothing_changes_nothing_and_is_kept(decision: Decision) -> None:
    graph = graph_of([decision])
    assert graph.entities == graph_of([]).entities
    assert graph.decisions == (decision,)


def test_a_decision_waits_for_the_graph_in_which_it_can_be_applied() -> None:
    decided = resolve([document("d")], [], [(ACME,)], decisions=[Decision("same", ("Acme", "Bolt"))])
    other = resolve([document("e")], [], [(mention("Bolt", document="e", type_="Organization"),)])
    assert labels(merge(other, decided)) == ["Acme"]
    assert merge(other, Graph(decisions=decided.decisions)).decisions == decided.decisions


@pytest.mark.parametrize(
    ("chains", "decisions", "reason"),
    [
        (((ACME,), (LONG,)), [], "short name"),
        (((ACME,), (BOLT,)), [Decision("same", ("Acme", "Bolt"))], "decision"),
        (((ACME,), (mention("Acme Inc", 50, type_="Organization"),)), [], "same name"),
        (((mention("US", type_="Place"),), (mention("America", 50, type_="Place"),)), [], "gazetteer"),
        (
            ((mention("Bureau of Mines", type_="Organization"),), (mention("BOM", 50, type_="Organization"),)),
            [],
            "acronym",
        ),
        (
            ((mention("Jane Tuck", type_="Person"),), (mention("Ms Tuck", 50, type_="Person"),)),
            [],
            "last name in the same document",
        ),
    ],
)
def test_every_merge_has_its_reason(chains: tuple[Chain, ...], decisions: list[Decision], reason: str) -> None:
    graph = graph_of(decisions, chains=chains)
    assert [each.reason for each in merges(graph)] == [reason]
    assert merges(replace(graph, united=None)) == merges(graph)


def test_names_that_are_one_entity_by_themselves_have_no_reason() -> None:
    assert merges(graph_of([], chains=((ACME, BOLT),))) == ()


AGAIN = mention("Acme", 50, type_="Organization")
ELSEWHERE = mention("Acme", document="e", type_="Organization")


def split(*mentions: Mention) -> Decision:
    return Decision("split", tuple(sorted(each.span.reference for each in mentions)))


def test_what_is_split_off_is_one_entity_of_its_own_in_all_documents() -> None:
    chains = ((ACME, AGAIN), (ELSEWHERE,))
    assert len(graph_of([], chains=chains).entities) == 1
    graph = graph_of([split(AGAIN, ELSEWHERE)], chains=chains)
    assert {entity.mentions for entity in graph.entities} == {(ACME,), (AGAIN, ELSEWHERE)}
    assert labels(graph) == ["Acme", "Acme"]
    (own,) = [entity.id for entity in graph.entities if AGAIN in entity.mentions]
    assert graph.decisions[0].things == (own,)


def test_a_split_goes_through_what_coreference_joined_and_takes_the_claims_along() -> None:
    graph = graph_of([split(IT)], claims=(claim(IT, "buy", ZIP), claim(ACME, "sell", ZIP)), chains=((ACME, IT),))
    subjects = {statement.relation: statement.subject for statement in graph.statements}
    assert {subjects["buy"]} == {entity.id for entity in graph.entities if entity.mentions == (IT,)}
    assert subjects["sell"] == "Acme"
    assert merge(graph, graph) == graph
    assert (
        resolve([document("d")], graph.claims, graph.chains, decisions=graph.decisions).statements == graph.statements
    )


def test_what_was_split_off_joins_another_entity_by_its_place_and_not_by_its_name() -> None:
    chains = ((ACME, AGAIN), (BOLT,))
    joined = Decision("same", (AGAIN.span.reference, "Bolt"))
    graph = graph_of([split(AGAIN), joined], chains=chains)
    assert {entity.mentions for entity in graph.entities} == {(ACME,), (BOLT, AGAIN)}
    graph = graph_of([split(AGAIN), Decision("rename", ("Acme",), "Acme Motors")], chains=chains)
    assert [entity.label for entity in graph.entities if AGAIN in entity.mentions] == ["Acme"]


def test_no_rule_brings_back_what_was_split_off() -> None:
    graph = graph_of([split(ACME)], chains=((ACME,), (LONG,)))
    assert labels(graph) == ["Acme", "Acme Motor Group"]
    assert merges(graph) == ()


def test_a_split_of_a_known_name_has_none_of_its_links() -> None:
    us, other = mention("US", type_="Place"), mention("US", 50, type_="Place")
    graph = graph_of([split(other)], chains=((us, other),))
    assert {entity.label: bool(entity.links) for entity in graph.entities} == {"United States": True, "US": False}


def test_a_split_whose_place_is_gone_changes_nothing() -> None:
    decision = Decision("split", ("d#char=900,904",))
    assert graph_of([decision]).entities == graph_of([]).entities
    assert graph_of([decision]).decisions == (decision,)


QUOTED = ClaimReference("d", "Acme bought\n Bolt.", "buy", "Acme")


@pytest.mark.parametrize("object_", ["", "Bolt"])
@pytest.mark.parametrize("others", [[], [Decision("same", ("Acme", "Zip"))], [Decision("rename", ("Acme",), "Nut")]])
def test_a_wrong_claim_is_left_out_whatever_its_entities_are_called(object_: str, others: list[Decision]) -> None:
    text = document("d", "Acme bought Bolt. Acme bought Zip.")
    spans = (Span("d", 0, 17), Span("d", 18, 34))
    claims = [
        replace(each, evidence=replace(each.evidence, span=span))
        for each, span in zip((claim(ACME, "buy", BOLT), claim(ACME, "buy", ZIP)), spans, strict=True)
    ]
    decision = Decision("wrong", (), claim=replace(QUOTED, object=object_))
    graph = resolve([text], claims, [], decisions=[decision, *others])
    assert graph.claims == (claims[1],)
    assert "Bolt" in labels(graph)
    assert left_out(claims, [], [decision], [text]) == {decision: 1}
    assert resolve([text], claims, [], decisions=[replace(decision, claim=replace(QUOTED, object="Zip"))]).claims


def test_what_was_called_wrong_stays_out_when_graphs_are_merged() -> None:
    text = document("d", "Acme bought Bolt.")
    sale = replace(claim(ACME, "buy", BOLT), evidence=replace(claim(ACME, "buy", BOLT).evidence, span=Span("d", 0, 17)))
    decided = resolve([text], [sale], [], decisions=[Decision("wrong", (), claim=QUOTED)])
    assert decided.statements == merge(decided, resolve([text], [sale], [])).statements == ()
