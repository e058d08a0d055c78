"""Pages and files at addresses (http, https), fetched only when an address is given."""

from kg.fetch.fetching import Fetched, fetch

__all__ = ["Fetched", "fetch"]
