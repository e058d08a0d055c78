"""Write the irregular forms of verbs from the exceptions of the model's lemmatizer, which are WordNet's.

usage: python -m training.verb_forms [--shared DIR]

If `../shared/treebanks` has another participle of a verb more often, it is used: "worked", not "wrought"; a base form
that is a participle or a past there too ("cut", "let") is in no list of exceptions. Likewise for the past tense:
"drew", not "drawn".
"""

import argparse
import gzip
import json
import re
import typing as t
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kg.grammar.pipeline import load
from kg.lexicon.supersenses import verb_supersense
from kg.lexicon.verb_forms import regular_gerund, regular_past
from training.examples import REPOSITORY

TABLE = REPOSITORY / "kg" / "data" / "verb_forms.json"
LEAST = 2
"""How often a form must be a participle in the treebanks to override the exceptions."""
UNCHANGED = re.compile(r"\w+(?:t|[^e]d)")
"""The endings of base forms that may be participles too: "cut", "spread"."""
PAST = str.maketrans("ou", "aa")
"""The vowel of a past tense whose participle is the base form: come, came, come."""
PRESENTS = {"be": "is", "have": "has"}
"""The verbs with an irregular third person."""
PLURALS = {"is": "are", "was": "were", "has": "have"}
"""The auxiliaries that have another form in the plural."""
SOURCE = (
    "From the exceptions of WordNet 3.1 that come with spaCy's English models, and which of the forms English EWT "
    "(CC BY-SA 4.0) and GUM (annotations CC BY 4.0) tag as participles and as past tenses most often."
)


def participles(exceptions: Mapping[str, Iterable[str]], tagged: Mapping[str, Counter[str]]) -> dict[str, str]:
    """Return the participle of each verb with an irregular participle.

    Args:
        exceptions: the base forms of each verb form.
        tagged: how often each word has a tag in treebanks, by tag.
    """
    forms = {verb: past for verb, found in _by_verb(exceptions).items() if (past := _pasts(found))}
    chosen = {verb: max(found, key=_likeness) for verb, found in forms.items()}
    chosen |= {verb: verb for verb, form in chosen.items() if form == verb[:-4] + verb[-4:].translate(PAST)}
    seen = tagged["VBN"]
    chosen = {verb: form for verb, form in chosen.items() if seen[regular_past(verb)] < max(LEAST, seen[form])}
    either = seen + tagged["VBD"]  # "let" is seldom a participle
    unchanged = (
        word for word in either if either[word] >= LEAST and UNCHANGED.fullmatch(word) and verb_supersense(word)
    )
    chosen |= {verb: verb for verb in unchanged if verb not in exceptions and verb not in chosen}
    return {verb: form for verb, form in sorted(chosen.items()) if form != regular_past(verb)}


def pasts(
    exceptions: Mapping[str, Iterable[str]], tagged: Mapping[str, Counter[str]], participles: Mapping[str, str]
) -> dict[str, str]:
    """Return the past tense of each verb whose past tense differs from its participle.

    Args:
        exceptions: the base forms of each verb form.
        tagged: how often each word has a tag in treebanks, by tag.
        participles: the irregular participles.
    """
    seen, chosen = tagged["VBD"], dict[str, str]()
    for verb, found in sorted(_by_verb(exceptions).items()):
        participle = participles.get(verb, regular_past(verb))
        own = {verb} - exceptions.keys()  # "beat", but not "saw", which is the past of "see"
        forms = {*_pasts(found), regular_past(verb), participle, *own}
        others = sorted(forms, key=lambda form: (-seen[form], form))
        if seen[others[0]] < LEAST:  # for participles like "overthrown" and "overcome" only, the other form is the past
            told = participle == verb or _likeness(participle)[0] > 0
            others = [form for form in _pasts(found) if form != participle and told] or [participle]
        if others[0] != participle:
            chosen[verb] = others[0]
    return chosen


def gerunds(exceptions: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return the form in "ing" of each verb with an irregular one.

    Args:
        exceptions: the base forms of each verb form.
    """
    found = ((verb, form) for verb, forms in _by_verb(exceptions).items() for form in sorted(forms))
    return {verb: form for verb, form in sorted(found) if form.endswith("ing") and form != regular_gerund(verb)}


def _by_verb(exceptions: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """Return the irregular forms of each verb that consist of letters only."""
    forms: dict[str, list[str]] = defaultdict(list)
    for form, verbs in exceptions.items():
        for verb in verbs:
            if form.isalpha():
                forms[verb].append(form)
    return forms


def _pasts(forms: Iterable[str]) -> list[str]:
    """Return the forms of a verb that are its past tense or its participle."""
    return [form for form in forms if not form.endswith(("ing", "s"))]


def tagged_words(treebanks: Path) -> dict[str, Counter[str]]:
    """Return how often each word has each tag in the treebanks."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for row in trees(treebanks):
        for word, tag in zip(row["words"], row["tags"], strict=True):
            found[tag][word.lower()] += 1
    return found


def trees(treebanks: Path) -> Iterator[dict[str, t.Any]]:
    """Yield the sentences of `../shared/treebanks`, each with its `words`, `tags`, `heads` and `labels`."""
    for part in ("train", "dev"):
        with gzip.open(treebanks / f"{part}.jsonl.gz", "rt", encoding="utf-8") as file:
            yield from map(json.loads, file)


def _likeness(form: str) -> tuple[int, str]:
    """Return how much a form looks like a participle: "taken", "begun", then "sold"."""
    return (2 if re.search(r"e?n(e)?$", form) else 1 if "u" in form else 0, form)


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, default=REPOSITORY.parent / "shared")
    tagged = tagged_words(parser.parse_args().shared / "treebanks")
    lookups = load().get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]  # the pipe is the rule lemmatizer
    exceptions = lookups.get_table("lemma_exc")["verb"]
    found = participles(exceptions, tagged)
    table: dict[str, object] = {"source": SOURCE, "participles": found, "pasts": pasts(exceptions, tagged, found)}
    table |= {"gerunds": gerunds(exceptions), "presents": PRESENTS, "plurals": PLURALS}
    table["singulars"] = {plural: singular for singular, plural in PLURALS.items()}
    TABLE.write_text(json.dumps(table, indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
