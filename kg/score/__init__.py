"""Score a graph against a gold file: precision, recall and F1 of statements and entities, and what was missed.

`gold` reads the file, `matching` decides what matches it, and `page` shows the misses.
"""

from kg.score.gold import Gold, GoldEntity, GoldStatement, read_gold
from kg.score.matching import Report, Score, score
from kg.score.page import misses_page

__all__ = ["Gold", "GoldEntity", "GoldStatement", "Report", "Score", "misses_page", "read_gold", "score"]
