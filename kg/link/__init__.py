"""Links from things to entries of a service on the network; it opens a connection only when asked.

A service (`wikidata.WikidataSearch`, `reconciliation.ReconciliationService`) returns candidates for the names of
things, `choice.best` takes one or none of them, and `entities.linked` puts it among an entity's links.
"""

from kg.link.cache import Cache, default_cache_file
from kg.link.entities import linked
from kg.link.service import Candidate, Query, Service
from kg.link.services import service_of

__all__ = ["Cache", "Candidate", "Query", "Service", "default_cache_file", "linked", "service_of"]
