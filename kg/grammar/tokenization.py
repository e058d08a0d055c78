"""Tokens as in the parser's training: prefixed words stay whole ("re-elected"), names have no verb ("Foz *do* Iguaçu").

OntoNotes, from which spaCy's English models come, splits words at hyphens, but not after the prefixes listed in its
treebank guidelines; spaCy's tokenizer splits at all of them. The parser then sees three unknown words: in "She
re-opened the mine" it finds a verb "re". The prefixes here are those that occur in at least three words of the gold
trees, or of other unseen text, and that the trees keep more often than they split (decision 16).

The tagger takes small foreign words in names for verbs. The model has seen "de" and few others. If each is read as
"de", it finds the whole name and no verb. Nor has it seen curly apostrophes: it takes many an "isn*’t*" for a noun.
"""

import re
import typing as t
from collections.abc import Callable

from spacy.language import Language
from spacy.symbols import NORM, ORTH
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import registry

from kg.grammar.embedding import READ_AS
from kg.lexicon import names, value, words
from kg.lexicon.numbers import VULGAR_FRACTIONS
from kg.lexicon.tables import table

WORDS: t.Final = table("words").words
KNOWN: t.Final = "de"
"""The small word of names that the model has seen most."""
PREFIXES: t.Final = frozenset(prefix.removesuffix("-") for prefix in words("affix", "prefix"))
_FORMS: t.Final = [form for prefix in sorted(PREFIXES) for form in (prefix, prefix.capitalize())]
_BEHIND: t.Final = "|".join(rf"(?<=\b{form})" for form in _FORMS)
NOT_AT_PREFIX: t.Final = f"(?!(?:{_BEHIND})[-‐‑][A-Za-z])"
"""A pattern that fails at the hyphen of a prefix; each prefix needs a look-behind of its own."""
_PARTICLE: t.Final = "|".join(sorted(names("particle", "particle")))
AROUND_PARTICLE: t.Final = re.compile(
    rf"\b(?P<left>[^\W\d_][^\W\d_]+) (?P<small>(?:{_PARTICLE})(?: (?:{_PARTICLE}))?)(?= (?P<right>[^\W\d_]{{2}}))"
)
"""One or two small words of names between two longer words: "Joris *van der* Poorten"."""
_CURRENCY: t.Final = "|".join(sorted(name for name in value("currency") if name.endswith("s") and " " not in name))
AMOUNT: t.Final = re.compile(rf"(?<!\d )\b(?P<currency>[A-Z]{{0,2}}(?:{_CURRENCY})) (?=\d)")
"""A word for a currency before a number, which some agencies write for the sign: "*dollars* 5m", "*Adollars* 20"."""
NUMBERED: t.Final = re.compile(r"s \d")
"""Text that every such amount contains."""
SCALED: t.Final = re.compile(r"(?P<figure>\d[\d.,]*)bn\b")
"""A number with a scale that the parser does not know: "$*5bn*"."""
MILLIONS: t.Final = re.compile(rf"(?:[$€£]|\b[A-Z]{{0,2}}(?:{_CURRENCY}) )\d[\d.,]*(?P<scale>m)\b")
"""Millions of a currency: "$5*m*"."""
SCALE: t.Final = re.compile(r"[\d.,]m\b")
"""Text that all of these contain."""
FRACTION: t.Final = re.compile(f"[{''.join(VULGAR_FRACTIONS)}]")
"""A fraction in one sign; the parser knows "6 *1/2* minutes"."""
WITHOUT_RULES: t.Final = {"@tokenizers": "kg.without_rules.v1"}
METRES: t.Final = "m."
"""Metres, or millions, at the end of a sentence."""
TITLES: t.Final = {f"{short.capitalize()}.": "gov." for short in names("title", "short")}
"""Abbreviated titles that spaCy splits, and one that the model knows and that they are read as: "*Supt.* Ann Roe"."""
ABBREVIATIONS: t.Final = {word: [{ORTH: word, NORM: norm}] for word, norm in {"al.": "al.", **TITLES}.items()}
"""Abbreviations that the trees keep whole, like that of the other authors of a paper: "Silva et *al.* found"."""
GENERATION: t.Final = r"(?<=\d[A-Z])\.$"
"""The full stop of a sentence after a figure with a letter: "supports 5G*.*"."""
PREFIXED: t.Final = re.compile(rf"\b(?=\w+-)(?:{'|'.join(sorted(PREFIXES))})-[A-Za-z]+", re.IGNORECASE)


def tokenizer_without_rules() -> Callable[[Language], Tokenizer]:
    """Return a factory for tokenizers without rules, for a pipeline that reads its rules from a file.

    spaCy would create it with the rules of its language first, a sixth of the time it takes to load the model.
    """
    return lambda nlp: Tokenizer(nlp.vocab)


t.cast("t.Any", registry).tokenizers(WITHOUT_RULES["@tokenizers"], func=tokenizer_without_rules)


def adapt_tokenizer(nlp: Language) -> None:
    """Make the tokenizer of a pipeline split words as in the parser's training data; other splits stay as they are.

    It does not split a word between a prefix and its stem. It separates the full stop of a sentence from a letter that
    is a unit: "cost $40m*.*", "in 3D*.*". spaCy takes any single letter with a full stop as an abbreviation, and misses
    the end of the sentence after it.
    """
    tokenizer: t.Any = nlp.tokenizer
    infixes, suffixes = (_pattern(tokenizer, name) for name in ("infix_finditer", "suffix_search"))
    rules: t.Mapping[str, t.Any] | None = getattr(tokenizer, "rules", None)
    if rules is not None:
        tokenizer.rules = {}  # each change of the tokenizer applies all its rules again
    if infixes is not None:
        tokenizer.infix_finditer = re.compile(f"{NOT_AT_PREFIX}(?:{infixes})").finditer
    if suffixes is not None:
        tokenizer.suffix_search = re.compile(f"{suffixes}|{GENERATION}").search
    if rules is not None:
        tokenizer.rules = {word: parts for word, parts in rules.items() if word != METRES} | ABBREVIATIONS


def _pattern(tokenizer: object, name: str) -> str | None:
    """Return the regular expression of one of the tokenizer's splitting functions, if it has one."""
    return getattr(getattr(getattr(tokenizer, name, None), "__self__", None), "pattern", None)


def lemmatize_stems(doc: Doc, text: str, nlp: Language) -> None:
    """Correct the base forms of verbs with a prefix, which the lemmatizer's tables do not contain: "re-elect"."""
    spans = (doc.char_span(found.start(), found.end()) for found in PREFIXED.finditer(text))
    verbs = [span[0] for span in spans if span is not None and len(span) == 1 and span[0].pos_ == "VERB"]
    if not verbs or not nlp.has_pipe("lemmatizer"):
        return
    stem_texts = [verb.text.partition("-")[2] for verb in verbs]
    tags, morphs = [verb.pos_ for verb in verbs], [str(verb.morph) for verb in verbs]
    stems = Doc(doc.vocab, stem_texts, pos=tags, morphs=morphs)
    for stem, verb in zip(nlp.get_pipe("lemmatizer")(stems), verbs, strict=True):
        verb.lemma_ = verb.text[: -len(stem.text)].lower() + stem.lemma_


def with_learnt_signs(doc: Doc, text: str) -> Doc:
    """Return the Doc of a text in which amounts and apostrophes are read as in the training data: "dollars 5m"."""
    curly = [word for word in doc if "’" in word.text] if "’" in text else []
    found = [((word.idx, word.idx + len(word)), word.text.replace("’", "'")) for word in curly]
    found += [(match.span("currency"), "$") for match in AMOUNT.finditer(text)] if NUMBERED.search(text) else []
    found += [(match.span(), match["figure"]) for match in SCALED.finditer(text)]
    found += [(match.span(), "1/2") for match in FRACTION.finditer(text)]
    if SCALE.search(text):
        found += [(match.span("scale"), "million") for match in MILLIONS.finditer(text)]
    spans = ((doc.char_span(*place), word) for place, word in found)
    doc.user_data[READ_AS] = {span.start: word for span, word in spans if span is not None and len(span) == 1}
    return doc


def with_particles(doc: Doc, text: str) -> Doc:
    """Return the Doc of a text in which each small word inside a name is read as "de".

    A function word before it is not a name: "*What* do Danes say?".
    """
    for found in AROUND_PARTICLE.finditer(text):
        span = doc.char_span(*found.span("small"))
        named = found["left"][0].isupper() and found["right"][0].isupper()
        if span is not None and named and found["left"].lower() not in WORDS:
            for word in span:
                word.norm_ = KNOWN
    return doc
