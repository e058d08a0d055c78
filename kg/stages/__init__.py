"""The stages in order: read, annotate, extract, resolve, export. The one place that knows the order.

The stages are imported inside the functions, because `import kg` and `kg --help` must not wait for spaCy and rdflib.
"""

from kg.stages.explaining import explain
from kg.stages.options import Options
from kg.stages.running import Run, build, build_documents, read_clauses, read_out, run, run_documents, write
from kg.stages.texts import build_texts

__all__ = [
    "Options",
    "Run",
    "build",
    "build_documents",
    "build_texts",
    "explain",
    "read_clauses",
    "read_out",
    "run",
    "run_documents",
    "write",
]
