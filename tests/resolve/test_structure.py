"""Names within the words for entities become structural edges, not statements."""

from kg.model import Decision, Graph, NamedPart
from kg.resolve import merge, resolve
from tests.resolve.values import claim, document, mention

TEXT = "The German government met Bolt. Germany lost."
GOVERNMENT = mention("The German government", kind="nominal")
GERMAN = mention("German", 4, type_="Country")
BOLT = mention("Bolt", 26, type_="Organization")
GERMANY = mention("Germany", 32, type_="Place")


def edges(graph: Graph) -> set[tuple[str, str, str]]:
    labels = {entity.id: entity.label for entity in graph.entities}
    return {(labels[edge.source], edge.kind, labels[edge.target]) for edge in graph.structural_edges}


def test_the_adjective_of_a_country_is_no_node_of_its_own() -> None:
    named = [NamedPart(GOVERNMENT, GERMAN, "government of")]
    graph = resolve([document(text=TEXT)], [], [(GERMANY,)], named_parts=named)
    assert edges(graph) == {("German government", "government of", "Germany")}
    (country,) = (entity for entity in graph.entities if entity.label == "Germany")
    assert (country.type, country.aliases) == ("Country", ("German", "Germany"))


def test_the_adjective_of_a_party_means_the_party_unless_the_text_is_about_another_country() -> None:
    tory = mention("Conservative", type_="PoliticalParty")
    named = [NamedPart(BOLT, tory, "of")]
    graph = resolve([document(text="Conservative Bolt met in Leeds")], [], [], named_parts=named)
    assert edges(graph) == {("Bolt", "of", "Conservative Party")}
    abroad = [(mention("Ottawa", 40, type_="Place"),)]
    graph = resolve([document(text=TEXT)], [], abroad, named_parts=named)
    assert edges(graph) == {("Bolt", "of", "Conservative")}


def test_a_description_with_a_name_inside_is_a_node_without_any_statement() -> None:
    graph = resolve([document(text=TEXT)], [], [], named_parts=[NamedPart(GOVERNMENT, GERMAN, "government of")])
    assert {entity.label for entity in graph.entities} == {"German government", "Germany"}
    assert graph.statements == ()


def test_edges_of_one_kind_between_two_entities_are_one_with_all_their_words() -> None:
    one = NamedPart(GOVERNMENT, GERMAN, "government of")
    elsewhere = (
        mention(GOVERNMENT.text, document="e", kind="nominal"),
        mention("German", 4, document="e", type_="Country"),
    )
    other = NamedPart(*elsewhere, "government of")
    documents = [document(text=TEXT), document("e", TEXT)]
    graph = resolve(documents, [], [], named_parts=[other, one])
    (edge,) = graph.structural_edges
    assert edge.named_parts == (one, other)
    single = [resolve([each], [], [], named_parts=[named]) for each, named in zip(documents, (one, other), strict=True)]
    assert merge(*single) == graph


def test_an_entity_that_is_named_in_its_own_description_has_no_edge() -> None:
    graph = resolve([document(text=TEXT)], [], [(GOVERNMENT, GERMAN)], named_parts=[NamedPart(GOVERNMENT, GERMAN)])
    assert graph.structural_edges == ()
    assert graph.named_parts == (NamedPart(GOVERNMENT, GERMAN),)


def test_what_is_blocked_is_named_in_nothing() -> None:
    blocked = [Decision("block", ("Germany",))]
    named = [NamedPart(GOVERNMENT, GERMANY, "government of")]
    graph = resolve([document(text=TEXT)], [claim(GOVERNMENT, "meet", BOLT)], [], named_parts=named, decisions=blocked)
    assert graph.named_parts == ()
    assert {entity.label for entity in graph.entities} == {"German government", "Bolt"}
