"""Organizations of posts without one, in our own texts."""

import pytest

from kg import Document, build_documents

REPORT = (
    "Norby Holdings sold its mill in Lyon on Monday. Norby Holdings made a loss in May. "
    "The company wants to borrow money. "
)


def posts(text: str) -> set[tuple[str, str, str]]:
    """Return the posts of Ana Silva in the text, with the organizations."""
    graph = build_documents([Document("d", text)])
    labels = {entity.id: entity.label for entity in graph.entities}
    ours = (s for s in graph.statements if labels[s.subject] == "Ana Silva" and s.relation.startswith("be"))
    return {(s.relation, labels.get(str(s.object), ""), s.claims[0].evidence.rule) for s in ours}


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("Chief executive Ana Silva sold her house.", "be chief executive of"),
        ("A buyer met company spokesman Ana Silva in Oslo.", "be company spokesman of"),
        ("Ana Silva, chairman, sold her house.", "be chairman of"),
    ],
)
def test_a_bare_post_is_one_in_the_body_that_the_text_is_about(sentence: str, relation: str) -> None:
    assert posts(REPORT + sentence) == {(relation, "Norby Holdings", "post")}


def test_all_posts_of_one_person_are_stated() -> None:
    found = posts(REPORT + "Ana Silva, chairman and chief executive, sold her house.")
    assert {relation for relation, *_ in found} == {"be chairman of", "be chief executive of"}


@pytest.mark.parametrize(
    "text",
    [
        REPORT + "Former chairman Ana Silva sold her house.",
        REPORT + "Fund manager Ana Silva sold her house.",
        REPORT + "Singer Ana Silva sold her house.",
        REPORT + "It rained in Oslo. The ship was late. The harbour was full. Chairman Ana Silva sold her house.",
        "Norby Holdings sold its mill in Lyon. Chairman Ana Silva sold her house.",  # mentioned once
        f"{REPORT}{REPORT.replace('Norby', 'Tessin')}Chairman Ana Silva sold her house.",  # two bodies, equally often
        "Lyon plays in Oslo on Monday. Lyon won in May. Lyon has a new stadium. Captain Ana Silva sold her house.",
    ],
)
def test_other_posts_have_no_organization(text: str) -> None:
    assert {rule for *_, rule in posts(text)} <= {"title", "apposition"}
