"""The labels and tags of the parser, by their meaning; no package above this one names any."""

import typing as t

if t.TYPE_CHECKING:
    from kg.grammar.clause import WordForm, WordFunction, WordKind

SUBJECTS: t.Final = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
ANY_SUBJECT: t.Final = SUBJECTS | {"expl"}
"""The labels of the subject position of a clause, including the "there" of "there is"."""
NOMINAL_SUBJECTS: t.Final = frozenset({"nsubj", "nsubjpass"})
AUXILIARIES: t.Final = frozenset({"aux", "auxpass"})
VERB_TAGS: t.Final = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
FINITE_TAGS: t.Final = frozenset({"VBD", "VBP", "VBZ", "MD"})
MISTAGGED: t.Final = frozenset({"JJ", "NN", "IN"})
"""Tags that the tagger gives to participles; after a passive auxiliary the word is a participle with any of them."""
NOUN_TAGS: t.Final = frozenset({"NN", "NNS", "NNP", "NNPS"})
NAME_TAGS: t.Final = frozenset({"NNP", "NNPS"})
PLURAL_TAGS: t.Final = frozenset({"NNS", "NNPS"})
RELATIVE_TAGS: t.Final = frozenset({"WDT", "WP", "WRB", "WP$"})
NOMINAL_KINDS: t.Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
CLAUSAL: t.Final = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl", "csubj", "csubjpass", "pcomp", "parataxis"})
NAME_PARTS: t.Final = frozenset({"compound", "flat", "nmod"})
DASHES: t.Final = frozenset({"-", "--", "–", "—"})
QUOTES: t.Final = frozenset({'"', "“", "”", "``", "''", "‘", "’", "«", "»"})
BRACKETS: t.Final = frozenset({"(", "[", ")", "]"})
MARKS: t.Final = DASHES | QUOTES | BRACKETS
"""The marks that may divide a phrase."""
VALUE_ENTITIES: t.Final = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
TIME_ENTITIES: t.Final = frozenset({"DATE", "TIME"})
PLACE_ENTITIES: t.Final = frozenset({"GPE", "LOC", "FAC"})
PEOPLE: t.Final = "NORP"
"""The recogniser's label of nationalities, religions and political parties."""

KINDS: "t.Final[t.Mapping[str, WordKind]]" = {
    "NOUN": "noun", "PROPN": "name", "PRON": "pronoun", "NUM": "number", "SYM": "number", "VERB": "verb", "AUX": "verb",
    "ADJ": "adjective", "ADV": "adverb", "ADP": "preposition", "SCONJ": "preposition", "CCONJ": "conjunction",
    "DET": "determiner", "PUNCT": "mark", "SPACE": "space",
}  # fmt: skip
"""The kind of a word by its part of speech."""
FORMS: "t.Final[t.Mapping[str, WordForm]]" = {
    "VB": "base", "VBD": "past", "VBG": "present participle", "VBN": "past participle", "VBP": "present",
    "VBZ": "present", "MD": "modal", "JJR": "comparative", "RBR": "comparative",
    "JJS": "superlative", "RBS": "superlative", "POS": "possessive",
    "WDT": "relative", "WP": "relative", "WP$": "relative", "WRB": "relative",
}  # fmt: skip
"""The form of a word by its tag; `relative` is that of relative and interrogative words."""
FUNCTIONS: "t.Final[t.Mapping[str, WordFunction]]" = {
    "ROOT": "main", "acl": "noun clause", "acomp": "adjective complement", "advcl": "adverbial clause",
    "advmod": "adverb", "agent": "agent", "amod": "attribute", "appos": "apposition", "attr": "complement",
    "aux": "auxiliary", "auxpass": "passive auxiliary", "case": "possessive mark", "cc": "conjunction",
    "ccomp": "content clause", "compound": "part of compound", "conj": "conjunct", "csubj": "subject clause",
    "csubjpass": "passive subject clause", "dative": "recipient", "dep": "unknown", "det": "determiner",
    "dobj": "object", "expl": "expletive", "intj": "interjection", "mark": "subordinator", "meta": "aside",
    "neg": "negation", "nmod": "noun modifier", "npadvmod": "adverbial noun", "nsubj": "subject",
    "nsubjpass": "passive subject", "nummod": "numeral", "oprd": "object complement", "parataxis": "loose clause",
    "pcomp": "clause of preposition", "pobj": "object of preposition", "poss": "possessor",
    "preconj": "first conjunction", "predet": "predeterminer", "prep": "preposition", "prt": "particle",
    "punct": "mark", "quantmod": "modifier of number", "relcl": "relative clause", "xcomp": "open clause",
}  # fmt: skip
"""The grammatical function of a word by its dependency."""
