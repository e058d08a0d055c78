"""Statements in the terms of a user's schema: its types, and its relations with domain, range and inverse.

`reading` reads a schema in TOML or SHACL, `mapping` finds the statements that fit it, and `files` writes them.
"""

from kg.export.schema.files import FILES, schema_files
from kg.export.schema.mapping import Fitting, Mapped, mapping
from kg.export.schema.reading import Relation, Schema, Type, read_schema

__all__ = ["FILES", "Fitting", "Mapped", "Relation", "Schema", "Type", "mapping", "read_schema", "schema_files"]
