"""The labels and tags of the parser, by what they mean here; no package above this one names any."""

import typing as t

SUBJECTS: t.Final = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
NOMINAL_SUBJECTS: t.Final = frozenset({"nsubj", "nsubjpass"})
AUXILIARIES: t.Final = frozenset({"aux", "auxpass"})
VERB_TAGS: t.Final = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
FINITE_TAGS: t.Final = frozenset({"VBD", "VBP", "VBZ", "MD"})
MISTAGGED: t.Final = frozenset({"JJ", "NN", "IN"})
"""Tags that the tagger gives to participles; behind an auxiliary of the passive they are none the less."""
NOUN_TAGS: t.Final = frozenset({"NN", "NNS", "NNP", "NNPS"})
PLURAL_TAGS: t.Final = frozenset({"NNS", "NNPS"})
RELATIVE_TAGS: t.Final = frozenset({"WDT", "WP", "WRB", "WP$"})
NOMINAL_KINDS: t.Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
CLAUSAL: t.Final = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl", "csubj", "csubjpass", "pcomp", "parataxis"})
NAME_PARTS: t.Final = frozenset({"compound", "flat", "nmod"})
VALUE_ENTITIES: t.Final = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
TIME_ENTITIES: t.Final = frozenset({"DATE", "TIME"})
