"""The graph as one HTML page that needs nothing else: picture, statements, and the sentence behind each of them."""

from kg.page.page import to_html

__all__ = ["to_html"]
