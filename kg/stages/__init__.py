"""The stages in order: read, annotate, extract, resolve, export. The one place that knows the order.

The stages are imported inside the functions, because `import kg` and `kg --help` must not wait for spaCy and rdflib.
"""

from kg.stages.explaining import explain
from kg.stages.files import FAILURES, contents, write, write_pyvis
from kg.stages.options import Options, as_date
from kg.stages.running import Run, build, build_documents, read_clauses, read_out, read_places, run, run_documents

__all__ = [
    "FAILURES",
    "Options",
    "Run",
    "as_date",
    "build",
    "build_documents",
    "contents",
    "explain",
    "read_clauses",
    "read_out",
    "read_places",
    "run",
    "run_documents",
    "write",
    "write_pyvis",
]
