"""Prior knowledge about words: word classes, forms of names, types of nouns, and a gazetteer."""

from kg.lexicon.tables import measures, names, nouns, value, verbs, words

__all__ = ["measures", "names", "nouns", "value", "verbs", "words"]
