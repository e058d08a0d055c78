"""The list without scripts: by article and by sentence; and the relations that express speech."""

from kg.export.importance import importance
from kg.page.story import speech, story
from tests.export.examples import BAKERY, GRAPH, STATEMENTS, WEATHER


def test_each_sentence_stands_once_with_all_its_statements() -> None:
    articles = story(GRAPH, importance(GRAPH).statements)
    assert {(article.title, article.published) for article in articles} == {
        (BAKERY.title, "2024-07-22"),
        (WEATHER.text.splitlines()[0], None),
    }
    sentences = [sentence for article in articles for sentence in article.sentences]
    spans = [{claim.evidence.span for claim in said.claims} for said in STATEMENTS]
    assert len(sentences) == len({sentence.text for sentence in sentences}) == len(set().union(*spans))
    assert sum(len(sentence.statements) for sentence in sentences) == sum(map(len, spans))


def test_only_verbs_of_speaking_are() -> None:
    assert speech(["deny", "warn", "dismiss", "buy", "be told"]) == {0: "denies", 1: "says"}
