"""Fetch pages and files at addresses (http, https), only if an address is given."""

from kg.fetch.fetching import Fetched, fetch

__all__ = ["Fetched", "fetch"]
