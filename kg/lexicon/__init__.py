"""What is known about words before any text is read: classes of words, forms of names, kinds of nouns, a gazetteer."""

from kg.lexicon.tables import measures, names, nouns, value, verbs, words

__all__ = ["measures", "names", "nouns", "value", "verbs", "words"]
