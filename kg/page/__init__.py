"""The graph as one self-contained HTML page: picture, statements, and the sentence behind each of them."""

from kg.page.network import pyvis_page, to_pyvis
from kg.page.page import to_html

__all__ = ["pyvis_page", "to_html", "to_pyvis"]
