"""Build the list of verbs that are mostly intransitive: "resign", "crash", "collapse".

usage: python -m training.intransitives WORDNET [--shared DIR]

WORDNET is the folder with the files of WordNet 3.0 that `training.event_nouns` reads too. The number of objects of a
verb is counted in the trees of `../shared/treebanks` and in the parsed training sentences of QANom. Its senses in
WordNet, weighted by their frequency, count as `PRIOR` additional occurrences. The list is written to
kg/data/intransitives.json.
"""

import argparse
import gzip
import json
import typing as t
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kg.grammar.lemmas import full_verb
from kg.grammar.pipeline import load
from training.event_nouns import WordNet, read_senses, read_wordnet, verb_at
from training.examples import REPOSITORY
from training.verb_forms import trees

TABLE = REPOSITORY / "kg" / "data" / "intransitives.json"
SOURCE = (
    "From the sentence frames of verbs in WordNet 3.0, Copyright 2006 by Princeton University (see "
    "LICENSE-wordnet.txt), and how often verbs have an object in English EWT (CC BY-SA 4.0), GUM (annotations "
    "CC BY 4.0) and parsed Wikinews."
)
PRIOR = 2
"""The number of occurrences that the senses of a verb count for."""
LEAST_SHARE, SURE_SHARE, SEEN = 0.5, 0.45, 6
"""A verb is listed if its share of occurrences with an object is below the first bound; below the second, whatever its
senses are, if it occurs that often."""
ACTIVE = frozenset({"VB", "VBD", "VBG", "VBP", "VBZ"})
OTHERWISE = frozenset({"auxpass", "ccomp", "nsubjpass", "xcomp"})
"""The dependents of a passive verb, or of one with a clause as its object."""
OBJECTS = frozenset({"dative", "dobj"})
LOOSE = frozenset({"acl", "amod", "aux", "auxpass", "relcl"})
"""The labels of verbs whose object may be elsewhere, and of those that are not main verbs."""


class Place(t.NamedTuple):
    """A word of a tree: its tag, its label, and the labels of its dependents."""

    word: str
    tag: str
    label: str
    below: frozenset[str]


def counted(places: Iterable[Place], exceptions: Mapping[str, Sequence[str]]) -> tuple[Counter[str], Counter[str]]:
    """Return how often each verb is active without a clausal object, and how often of these it has an object.

    Args:
        places: the words of trees.
        exceptions: the base forms of a verb, by irregular form.
    """
    all_, with_object = Counter[str](), Counter[str]()
    for word, tag, label, below in places:
        if tag in ACTIVE and label not in LOOSE and below.isdisjoint(OTHERWISE):
            verb = exceptions.get(word, [full_verb(word) or word])[0]
            all_[verb] += 1
            with_object[verb] += not below.isdisjoint(OBJECTS)
    return all_, with_object


def of_treebanks(folder: Path) -> Iterator[Place]:
    """Yield the words of the trees of `../shared/treebanks`."""
    for row in trees(folder):
        below = defaultdict(set)
        for index, head in enumerate(row["heads"]):
            below[head].add(row["labels"][index])
        for index, word in enumerate(row["words"]):
            yield Place(word.lower(), row["tags"][index], row["labels"][index], frozenset(below[index]))


def of_parsed(path: Path, nlp: Language) -> Iterator[Place]:
    """Yield the words of the sentences of QANom as parsed by the pipeline, since the file has no trees."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        docs = (Doc(nlp.vocab, words=json.loads(line)["tokens"]) for line in file)
        for token in (token for doc in nlp.pipe(docs) for token in doc):
            yield Place(token.lower_, token.tag_, token.dep_, frozenset(child.dep_ for child in token.children))


def share_of_senses(wordnet: WordNet, verb: str, offsets: tuple[int, ...]) -> float:
    """Return the share of a verb's uses that take an object, by its senses in WordNet."""
    weights = dict.fromkeys((True, False), 0.0)
    for offset in offsets:
        sense = verb_at(wordnet, offset, wordnet.verbs[offset].words.index(verb) + 1)
        weights[sense.transitive] += sense.count + 0.5
    return weights[True] / sum(weights.values())


def intransitives(
    wordnet: WordNet, senses: Mapping[str, tuple[int, ...]], counts: tuple[Counter[str], Counter[str]]
) -> list[str]:
    """Return the verbs that are mostly intransitive, sorted.

    Args:
        wordnet: the dictionary.
        senses: the positions of the senses of each verb.
        counts: how often each verb occurs, and how often with an object.
    """
    all_, with_object = counts
    found = list[str]()
    for verb, offsets in sorted(senses.items()):
        likely = share_of_senses(wordnet, verb, offsets) if verb.isalpha() else 1.0
        share = (with_object[verb] + PRIOR * likely) / (all_[verb] + PRIOR)
        doubtful = likely >= LEAST_SHARE
        if share < (SURE_SHARE if doubtful else LEAST_SHARE) and not (doubtful and all_[verb] < SEEN):
            found.append(verb)
    return found


def main() -> None:
    """Write the list."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("wordnet", type=Path, help="folder with the dictionary files of WordNet 3.0")
    parser.add_argument("--shared", type=Path, default=REPOSITORY.parent / "shared")
    arguments = parser.parse_args()
    senses = read_senses(arguments.wordnet / "index.verb")
    nlp, shared = load(), arguments.shared
    exceptions = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_exc")["verb"]  # type: ignore[attr-defined]
    places = (*of_treebanks(shared / "treebanks"), *of_parsed(shared / "bench/data/qasrl/qanom-train.jsonl.gz", nlp))
    found = intransitives(read_wordnet(arguments.wordnet), senses, counted(places, exceptions))
    TABLE.write_text(json.dumps({"source": SOURCE, "verbs": found}, indent=0) + "\n", encoding="utf-8")
    print(f"{len(found)} of {len(senses)} verbs")


if __name__ == "__main__":
    main()
