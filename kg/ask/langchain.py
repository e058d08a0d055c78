"""Sentences of a graph as documents of LangChain; needs the extra `langchain`."""

import typing as t

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from kg.ask.index import GraphIndex


class KgRetriever(BaseRetriever):
    """Finds sentences with `GraphIndex.retrieve`; their source and status are the metadata.

    Args:
        index: the graph.
        limit: the maximum number of sentences.
    """

    index: GraphIndex
    limit: int = 10
    model_config: t.ClassVar = {"arbitrary_types_allowed": True}

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        found = self.index.retrieve(query, limit=self.limit)
        return [Document(page_content=each.pop("sentence"), metadata=each) for each in found]
