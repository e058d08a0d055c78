"""Resolve claims of many documents into one graph: mentions to entities, relations to names, claims to statements."""

from kg.lexicon.gazetteer import Gazetteer
from kg.resolve.assemble import Part, left_out, merge, resolvable, resolve, resolve_parts, why_unresolved
from kg.resolve.decisions import DECISIONS_FILE, decisions_of, read_decisions
from kg.resolve.ids_file import read_ids, write_ids
from kg.resolve.known_ids import KnownEntity, with_known_ids
from kg.resolve.merge_candidates import Doubt, doubtful
from kg.resolve.merges import Merge, merges
from kg.resolve.open_descriptions import OpenDescription, open_descriptions

__all__ = [
    "DECISIONS_FILE",
    "Doubt",
    "Gazetteer",
    "KnownEntity",
    "Merge",
    "OpenDescription",
    "Part",
    "decisions_of",
    "doubtful",
    "left_out",
    "merge",
    "merges",
    "open_descriptions",
    "read_decisions",
    "read_ids",
    "resolvable",
    "resolve",
    "resolve_parts",
    "why_unresolved",
    "with_known_ids",
    "write_ids",
]
