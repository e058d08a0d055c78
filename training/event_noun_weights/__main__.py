"""Learn which nouns stand for an event, and where their arguments stand, from the training part of QANom.

usage: python -m training.event_noun_weights [--shared DIR] [--write]

Prints cross-validated figures (a sentence is in one fold); with --write the weights over all sentences are put into
kg/data/event_noun_weights.json and kg/data/event_noun_arguments.json.
"""

import argparse
import json
import typing as t
from collections.abc import Sequence
from pathlib import Path

from spacy.language import Language

from kg.grammar.pipeline import load
from training.event_noun_weights import arguments, nouns
from training.event_noun_weights.qanom import Judged, read

REPOSITORY: t.Final = Path(__file__).resolve().parent.parent.parent
SOURCE: t.Final = (
    "Learned from the training part of QANom (Klein et al., COLING 2020; MIT licence), "
    "with derivations and supersenses of WordNet 3.0, see LICENSE-wordnet.txt."
)
THRESHOLD: t.Final = 0.5
"""The least probability of an argument."""


def report_nouns(judged: Sequence[Judged]) -> None:
    """Print how well events are told from other nouns, beside the baseline."""
    print(f"{sum(noun.event for noun in judged)} events among {len(judged)} nouns; by the share of the same nouns:")
    print(*nouns.report(judged, nouns.shares(judged)), sep="\n")
    print("by the model:")
    print(*nouns.report(judged, nouns.probabilities(judged)), sep="\n")


def report_arguments(events: Sequence[Judged], rows: Sequence[arguments.Example]) -> None:
    """Print how well arguments are found, and their roles told."""
    print(f"arguments of {len(events)} events among {len(rows)} candidates:")
    print(*arguments.report(events, rows, arguments.probabilities(rows, events)), sep="\n")
    found = arguments.role_accuracy(*arguments.role_rows(rows, events))
    right, every = (sum(counts[i] for counts in found.values()) for i in (0, 1))
    print(f"roles: {right / every:.3f} right of {every}")
    for role, (good, there, told) in found.items():
        print(f"  {role}: P {good / max(1, told):.3f} R {good / max(1, there):.3f} of {there}")


def write(
    judged: Sequence[Judged],
    events: Sequence[Judged],
    paths: Sequence[str],
    rows: Sequence[arguments.Example],
    nlp: Language,
) -> None:
    """Write the weights over all data."""
    by_path, common = arguments.argument_weights(rows, paths)
    features, roles, _ = arguments.role_rows(rows, events)
    tables = {
        "event_noun_weights": {**nouns.noun_weights(judged), "verbs": nouns.verbs(judged, nlp)},
        "event_noun_arguments": {
            "by path": by_path,
            "common": common,
            "roles": arguments.role_weights(features, roles),
            "threshold": THRESHOLD,
        },
    }
    for name, table in tables.items():
        text = json.dumps({"source": SOURCE, **table}, indent=0, sort_keys=True, separators=(",", ":"))
        path = REPOSITORY / "kg" / "data" / f"{name}.json"
        path.write_text(text + "\n", encoding="utf-8")
        print(f"{path.name}: {len(text):,} bytes")


def main() -> None:
    """Cross-validate, and write the weights where asked to."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, default=REPOSITORY.parent / "shared")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--quick", action="store_true", help="only write, without cross-validation")
    options = parser.parse_args()
    nlp = load()
    judged = [noun for sentence in read(options.shared, "qanom-train", nlp) for noun in sentence.judged]
    events = [noun for noun in judged if noun.event]
    paths = arguments.known_paths(events)
    rows = arguments.examples(events, paths)
    if not options.quick:
        report_nouns(judged)
        report_arguments(events, rows)
    if options.write:
        write(judged, events, paths, rows, nlp)


if __name__ == "__main__":
    main()
