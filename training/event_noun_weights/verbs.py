"""The verb for an event noun: from WordNet's derivations, and from the questions that people asked."""

import json
import typing as t
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kg.grammar.lemmas import verb_lemma
from kg.lexicon.supersenses import verb_supersense
from training.event_noun_weights.qanom import Judged
from training.event_nouns import LEAST_COUNT, Verb, WordNet, event_noun_table, likeness, verb_at

FRAMES: t.Final = Path(__file__).resolve().parents[2] / "kg" / "data" / "event_noun_frames.json"
LEAST_COMMON_LETTERS: t.Final = 3


def asked_verbs(nouns: Iterable[Judged], nlp: Language) -> dict[str, str]:
    """Return by noun the verb that people used most in their questions about it."""
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for noun in nouns:
        for asked in noun.answers.values():
            if asked.verb.isalpha():
                forms[noun.lemma][asked.verb if asked.is_base else _base(asked.verb, nlp)] += 1
    return {noun: max(counts, key=lambda verb: (counts[verb], verb)) for noun, counts in forms.items()}


def _base(form: str, nlp: Language) -> str:
    """Return the base form of a verb's past form, participle or third person."""
    doc = Doc(nlp.vocab, words=["they", form], tags=["PRP", "VBD"], pos=["PRON", "VERB"])
    return verb_lemma(form, nlp.get_pipe("lemmatizer").rule_lemmatize(doc[1])[0], "VBD")  # type: ignore[attr-defined]


def derivations(wordnet: WordNet) -> dict[str, str]:
    """Return by noun the verb that it is derived from or spelled like, independently of the questions.

    Those written by hand come first, then those of nouns that mostly stand for an event, then all of WordNet's.
    """
    table = event_noun_table(wordnet)
    nouns = [noun for noun in wordnet.senses if noun.isalpha()]
    found = {noun: noun for noun in nouns if verb_supersense(noun) is not None}
    found |= {noun: verb for noun in nouns if (verb := _likest(noun, wordnet)) is not None and noun not in found}
    found |= table["intransitive"] | table["transitive"]
    return found | {noun: frame["verb"] for noun, frame in _frames().items()}


def verbs(wordnet: WordNet, derived: Mapping[str, str], asked: Mapping[str, str]) -> dict[str, str]:
    """Return the verb of each noun; that of the questions if WordNet relates both, or has no derivation."""
    known = {word for synset in wordnet.verbs.values() for word in synset.words}
    kin = {noun: verb for noun, verb in asked.items() if any(verb == v.word for v in _related(noun, wordnet))}
    other = {noun: verb for noun, verb in asked.items() if noun.isalpha() and verb in known}
    found = other | dict(derived) | kin | {noun: frame["verb"] for noun, frame in _frames().items()}
    return dict(sorted(found.items()))


def _frames() -> dict[str, dict[str, str]]:
    frames: dict[str, dict[str, str]] = json.loads(FRAMES.read_text(encoding="utf-8"))
    return frames


def _likest(noun: str, wordnet: WordNet) -> str | None:
    related = [verb for verb in _related(noun, wordnet) if verb.word.isalpha() and verb.count >= LEAST_COUNT]
    likely = [verb for verb in related if likeness(noun, verb.word) >= LEAST_COMMON_LETTERS]
    best = max(likely, key=lambda verb: (likeness(noun, verb.word), verb.count, verb.word), default=None)
    return best.word if best is not None else None


def _related(noun: str, wordnet: WordNet) -> Iterable[Verb]:
    for offset in wordnet.senses.get(noun, ()):
        synset = wordnet.nouns[offset]
        for source, to, target in synset.derivations:
            if synset.words[source - 1] == noun:
                yield verb_at(wordnet, to, target)
