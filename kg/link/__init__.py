"""Link entities to entries of a network service; a connection is opened only on request.

A service (`wikidata.WikidataSearch`, `reconciliation.ReconciliationService`) returns candidates for the names of
entities, `choice.best` selects at most one of them, and `entities.linked` adds it to an entity's links.
"""

from kg.link.cache import Cache, default_cache_file
from kg.link.entities import linked
from kg.link.service import Candidate, Query, Service
from kg.link.services import service_of

__all__ = ["Cache", "Candidate", "Query", "Service", "default_cache_file", "linked", "service_of"]
