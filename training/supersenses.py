"""Build the table of supersenses: the general semantic class of a noun or a verb.

usage: python -m training.supersenses WORDNET

WORDNET is the folder with the files of WordNet 3.0, as for `training.event_nouns`. The table is written to
kg/data/supersenses.json. A supersense is WordNet's lexicographer file of most uses of a word in its sense-tagged
texts. The table has the words of these texts, and nouns whose first sense is a person (and no name of one).
"""

import argparse
import json
import typing as t
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path

from training.event_nouns import SOURCE, Synset, WordNet, read_wordnet

TABLE: t.Final = Path(__file__).resolve().parent.parent / "kg" / "data" / "supersenses.json"
NOUNS: t.Final[t.Mapping[int, str]] = {
    3: "top", 4: "act", 5: "animal", 6: "artifact", 7: "attribute", 8: "body", 9: "cognition", 10: "communication",
    11: "event", 12: "feeling", 13: "food", 14: "group", 15: "location", 16: "motive", 17: "object", 18: "person",
    19: "phenomenon", 20: "plant", 21: "possession", 22: "process", 23: "quantity", 24: "relation", 25: "shape",
    26: "state", 27: "substance", 28: "time",
}  # fmt: skip
VERBS: t.Final[t.Mapping[int, str]] = {
    29: "body", 30: "change", 31: "cognition", 32: "communication", 33: "competition", 34: "consumption",
    35: "contact", 36: "creation", 37: "emotion", 38: "motion", 39: "perception", 40: "possession", 41: "social",
    42: "stative", 43: "weather",
}  # fmt: skip
"""The lexicographer files by their numbers (lexnames(5WN))."""
PERSON: t.Final = 18
RARELY_PERSONS: t.Final[t.Mapping[int, str]] = {
    5: "ewe gull ostrich shrew shrimp skunk wasp weasel whale wolverine",
    6: "backstop cog decoy dike doormat pivot powerhouse spearhead sphinx",
    13: "quiche tart",
    17: "fossil",
    22: "mutation",
}
"""Nouns whose first sense is a person, by the file of their sense in the news."""
LEAST_LETTERS: t.Final = 2


def main() -> None:
    """Read WordNet, write the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("wordnet", type=Path)
    folder = parser.parse_args().wordnet
    wordnet = read_wordnet(folder)
    table = {
        "source": SOURCE,
        "nouns": _listed([*_counted(wordnet, 1, wordnet.nouns), *_persons(wordnet, _instances(folder))], NOUNS),
        "verbs": _listed(_counted(wordnet, 2, wordnet.verbs), VERBS),
    }
    TABLE.write_text(json.dumps(table, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _counted(wordnet: WordNet, part: int, synsets: Mapping[int, Synset]) -> Iterator[tuple[str, int]]:
    """Yield the words of the sense-tagged texts with the file of most of their uses; of equals the first."""
    uses: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for synset in synsets.values():
        for word, lexical_id in zip(synset.words, synset.lexical_ids, strict=True):
            uses[word][synset.file] += wordnet.counts.get(f"{word}%{part}:{synset.file:02}:{lexical_id:02}::", 0)
    for word, files in uses.items():
        file, count = min(files.items(), key=lambda item: (-item[1], item[0]))
        if count and _is_plain(word):
            yield word, file


def _persons(wordnet: WordNet, named: Container[int]) -> Iterator[tuple[str, int]]:
    """Yield the nouns without tagged uses whose first sense is a person; for some of them that sense is rare."""
    counted = {word for word, _ in _counted(wordnet, 1, wordnet.nouns)}
    other = {word: file for file, words in RARELY_PERSONS.items() for word in words.split()}
    for word, offsets in wordnet.senses.items():
        first = offsets[0]
        if wordnet.nouns[first].file == PERSON and first not in named and word not in counted and _is_plain(word):
            yield word, other.get(word, PERSON)


def _instances(folder: Path) -> set[int]:
    """Return the offsets of the synsets that are single persons or things, by their pointers."""
    lines = (folder / "data.noun").read_text(encoding="utf-8").splitlines()
    return {int(line.split()[0]) for line in lines if " @i " in line}


def _is_plain(word: str) -> bool:
    return len(word) >= LEAST_LETTERS and word.isalpha() and word.isascii()


def _listed(words: Iterable[tuple[str, int]], names: Mapping[int, str]) -> dict[str, str]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for word, file in words:
        found[names[file]].add(word)
    return {name: " ".join(sorted(listed)) for name, listed in found.items()}


if __name__ == "__main__":
    main()
