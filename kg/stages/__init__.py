"""The stages in order: read, annotate, extract, resolve, export. Only this package knows the order.

The stages are imported inside the functions, because `import kg` and `kg --help` must not wait for spaCy and rdflib.
"""

from kg.outputs import Writing
from kg.stages.explaining import explain
from kg.stages.incremental import Estimate, Update, estimate, remove, update
from kg.stages.options import Options
from kg.stages.progress import Progress
from kg.stages.reading import read_clauses, read_out
from kg.stages.running import Run, build, build_documents, read_places, run, run_documents, write
from kg.stages.texts import build_texts

__all__ = [
    "Estimate",
    "Options",
    "Progress",
    "Run",
    "Update",
    "Writing",
    "build",
    "build_documents",
    "build_texts",
    "estimate",
    "explain",
    "read_clauses",
    "read_out",
    "read_places",
    "remove",
    "run",
    "run_documents",
    "update",
    "write",
]
