"""Get a service by name or address."""

from kg.link.cache import Cache
from kg.link.reconciliation import ReconciliationService
from kg.link.service import Service
from kg.link.transport import TIMEOUT, checked_address
from kg.link.wikidata import WikidataSearch


def service_of(name: str, *, cache: Cache, timeout: float = TIMEOUT) -> Service:
    """Return the Wikidata search for `wikidata`, or the reconciliation service at an address.

    Raises:
        UsageError: the name is neither.
    """
    if name.casefold() == "wikidata":
        return WikidataSearch(cache=cache, timeout=timeout)
    return ReconciliationService(checked_address(name), cache=cache, timeout=timeout)
