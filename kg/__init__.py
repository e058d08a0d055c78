"""Text becomes a knowledge graph that can be checked: every statement leads back to the sentence that makes it.

>>> graph = kg.build("data/")
>>> graph.to_turtle()
"""

from kg.errors import (
    ConflictingDocuments,
    FailureWarning,
    InputError,
    KgError,
    ModelError,
    NothingToRead,
    OutputError,
    UnreadableDocument,
    UsageError,
)
from kg.export.encodings import Encoding
from kg.graph import KnowledgeGraph, read_rdf, read_turtle
from kg.model import (
    Chain,
    Claim,
    Decision,
    Document,
    Entity,
    Evidence,
    Failure,
    Graph,
    Literal,
    Mention,
    Qualifier,
    Reading,
    Record,
    Silence,
    Span,
    Statement,
    Time,
)
from kg.stages import Options, Run, build, build_documents, build_texts, explain, run, write

__version__ = "0.1.0"

__all__ = [
    "Chain",
    "Claim",
    "ConflictingDocuments",
    "Decision",
    "Document",
    "Encoding",
    "Entity",
    "Evidence",
    "Failure",
    "FailureWarning",
    "Graph",
    "InputError",
    "KgError",
    "KnowledgeGraph",
    "Literal",
    "Mention",
    "ModelError",
    "NothingToRead",
    "Options",
    "OutputError",
    "Qualifier",
    "Reading",
    "Record",
    "Run",
    "Silence",
    "Span",
    "Statement",
    "Time",
    "UnreadableDocument",
    "UsageError",
    "__version__",
    "build",
    "build_documents",
    "build_texts",
    "explain",
    "read_rdf",
    "read_turtle",
    "run",
    "write",
]
