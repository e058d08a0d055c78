"""Train the models for event nouns and for the positions of their arguments on the training part of QANom.

usage: python -m training.event_noun_weights WORDNET [--shared DIR] [--write] [--quick]

WORDNET is the folder with the files of WordNet 3.0, as for `training.event_nouns`. Prints cross-validated figures (a
sentence is in one fold); with --write the weights over all sentences go to kg/data/event_noun_weights.json and
kg/data/event_noun_arguments.json.
"""

import argparse
import json
import typing as t
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from kg.grammar.pipeline import load
from training.event_noun_weights import arguments, nouns, roles
from training.event_noun_weights.joint import joint_report
from training.event_noun_weights.qanom import Judged, read
from training.event_noun_weights.verbs import asked_verbs, derivations, verbs
from training.event_nouns import read_wordnet

REPOSITORY: t.Final = Path(__file__).resolve().parents[2]
SOURCE: t.Final = (
    "Learned from the training part of QANom (Klein et al., COLING 2020; MIT licence), "
    "with derivations and supersenses of WordNet 3.0, see LICENSE-wordnet.txt."
)


def noun_table(
    judged: Sequence[Judged], known: nouns.Nouns, said: Mapping[str, str], *, quick: bool
) -> dict[str, t.Any]:
    """Return the content of `event_noun_weights.json`, given the verb of each noun; print figures first."""
    rows = nouns.rows_of(judged, known)
    if not quick:
        show("by the share of the same nouns", nouns.report(judged, nouns.shares(judged)))
        show("by the model", nouns.report(judged, nouns.probabilities(judged, rows)))
    weights = nouns.weights(judged, rows)
    other = {noun: verb for noun, verb in said.items() if noun != verb}
    return {"context": nouns.context_weights(weights), "nouns": nouns.scores(weights, known, said), "verbs": other}


def argument_table(
    judged: Sequence[Judged], known: nouns.Nouns, said: Mapping[str, str], *, quick: bool
) -> dict[str, t.Any]:
    """Return the content of `event_noun_arguments.json`; print figures first."""
    events = [noun for noun in judged if noun.event]
    paths = arguments.known_paths(events)
    rows = arguments.examples(events, paths, said)
    told = roles.role_rows(rows, events, said)
    if not quick:
        predicted = arguments.probabilities(rows, events)
        show(
            f"arguments of {len(events)} events among {len(rows)} candidates", arguments.report(events, rows, predicted)
        )
        show("roles of those that are right", roles.report(told))
        sure = nouns.probabilities(judged, nouns.rows_of(judged, known))
        show("both, with nouns told by the model", joint_report(judged, sure, rows, predicted))
    by_path, common = arguments.argument_weights(rows)
    weights = roles.role_weights(told)
    return {"by path": by_path, "common": common, "paths": paths, "roles": weights, "threshold": arguments.THRESHOLD}


def show(title: str, lines: Iterable[str]) -> None:
    """Print lines under a title."""
    print(f"{title}:", *lines, sep="\n", flush=True)


def write(name: str, table: Mapping[str, t.Any]) -> None:
    """Write a table."""
    text = json.dumps({"source": SOURCE, **table}, indent=0, sort_keys=True, separators=(",", ":"))
    (REPOSITORY / "kg" / "data" / f"{name}.json").write_text(text + "\n", encoding="utf-8")
    print(f"{name}.json: {len(text):,} bytes")


def main() -> None:
    """Cross-validate, and write the weights with --write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("wordnet", type=Path, help="folder with the dictionary files of WordNet 3.0")
    parser.add_argument("--shared", type=Path, default=REPOSITORY.parent / "shared")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--quick", action="store_true", help="skip the cross-validation")
    options = parser.parse_args()
    nlp, wordnet = load(), read_wordnet(options.wordnet)
    judged = [noun for sentence in read(options.shared, "qanom-train", nlp) for noun in sentence.judged]
    derived = derivations(wordnet)
    said = verbs(wordnet, derived, asked_verbs(judged, nlp))
    known = nouns.Nouns(wordnet, nouns.general_synsets(options.wordnet), derived)
    tables = {
        "event_noun_weights": noun_table(judged, known, said, quick=options.quick),
        "event_noun_arguments": argument_table(judged, known, said, quick=options.quick),
    }
    for name, table in tables.items() if options.write else ():
        write(name, table)


if __name__ == "__main__":
    main()
