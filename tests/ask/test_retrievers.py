"""The retrievers of LangChain and LlamaIndex, on the real packages."""

import pytest

from kg import KnowledgeGraph
from kg.ask import GraphIndex
from tests.export.examples import GRAPH

QUESTION = "What does the bakery sell?"
SENTENCE = "Lund Bakery sold 40 loaves on 20 July 2024."


@pytest.fixture(scope="module")
def index() -> GraphIndex:
    return GraphIndex.of(KnowledgeGraph.of(GRAPH))


def test_langchain(index: GraphIndex) -> None:
    pytest.importorskip("langchain_core", reason="needs the extra langchain")
    from kg.ask.langchain import KgRetriever

    found = KgRetriever(index=index, limit=2).invoke(QUESTION)
    assert found[0].page_content == SENTENCE
    assert len(found) == 2
    assert found[0].metadata["document"] == "bakery"
    assert found[0].metadata["statements"][0]["status"] == "affirmed"


def test_llama_index(index: GraphIndex) -> None:
    pytest.importorskip("llama_index.core", reason="needs the extra llama-index")
    from kg.ask.llama_index import KgRetriever

    found = KgRetriever(index, limit=2).retrieve(QUESTION)
    assert found[0].node.get_content() == SENTENCE
    assert len(found) == 2
    assert found[0].node.metadata["statements"][0]["status"] == "affirmed"
    assert found[0].score == index.retrieve(QUESTION)[0]["score"]
