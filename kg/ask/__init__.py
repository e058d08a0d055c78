"""Queries on a graph from Python, over HTTP and from language models, with the same answers everywhere.

`index` answers them, `text` finds texts by their words, and `calls` accepts arguments as text, for `kg serve`.
`langchain` and `llama_index` are retrievers for these libraries.
"""

from kg.ask.calls import QUESTIONS, call
from kg.ask.index import GraphIndex

__all__ = ["QUESTIONS", "GraphIndex", "call"]
