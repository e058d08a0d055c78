"""Sentences of a graph as nodes of LlamaIndex; needs the extra `llama-index`."""

from llama_index.core.retrievers import BaseRetriever
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

from kg.ask.index import GraphIndex


class KgRetriever(BaseRetriever):
    """Finds sentences with `GraphIndex.retrieve`; their source and status are the metadata.

    Args:
        index: the graph.
        limit: the maximum number of sentences.
    """

    def __init__(self, index: GraphIndex, *, limit: int = 10) -> None:
        super().__init__()
        self._index = index
        self._limit = limit

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        found = self._index.retrieve(query_bundle.query_str, limit=self._limit)
        return [
            NodeWithScore(node=TextNode(text=each.pop("sentence"), metadata=each), score=each["score"])
            for each in found
        ]
