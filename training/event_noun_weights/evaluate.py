"""Print the event nouns of a part of the gold standard with their arguments, in the format of its scorer.

usage: python -m training.event_noun_weights.evaluate PART [--shared DIR] [--event P] [--argument P] > LINES.jsonl

PART is the name of a file of ../shared/bench/data/qasrl, for example qasrl-dev. A noun is printed if it is an
event with at least the probability --event and has an argument.
"""

import argparse
import json
import typing as t
from collections.abc import Iterator
from pathlib import Path

from kg.grammar.event_nouns import LIKELY, EventArgument, event_arguments, event_probability
from kg.grammar.parse import Parse
from kg.grammar.pipeline import load
from training.event_noun_weights.qanom import Range, Sentence, read

REPOSITORY: t.Final = Path(__file__).resolve().parent.parent.parent


def lines(sentence: Sentence, *, least: float, threshold: float | None) -> Iterator[str]:
    """Yield a JSON line for each event noun of a sentence."""
    parse = sentence.parse
    for noun in parse:
        if noun.pos_ == "NOUN" and event_probability(noun) >= least:
            found = event_arguments(noun, threshold=threshold)
            if found:
                values = [_argument(parse, argument) for argument in found]
                predicate, whole = _characters(parse, (noun.i, noun.i + 1)), _characters(parse, (0, len(parse)))
                evidence = {"span": {"document": sentence.id, **whole}}
                yield json.dumps({"predicate": [predicate], "arguments": values, "evidence": evidence})


def _argument(parse: Parse, argument: EventArgument) -> dict[str, t.Any]:
    start, end = argument.phrase.start, argument.phrase.end
    text = parse[start:end].text
    return {"role": argument.role, "span": _characters(parse, (start, end)), "text": text}


def _characters(parse: Parse, tokens: Range) -> dict[str, int]:
    last = parse[tokens[1] - 1]
    return {"start": parse[tokens[0]].idx, "end": last.idx + len(last)}


def main() -> None:
    """Print the lines."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("part")
    parser.add_argument("--shared", type=Path, default=REPOSITORY.parent / "shared")
    parser.add_argument("--event", type=float, default=LIKELY)
    parser.add_argument("--argument", type=float)
    options = parser.parse_args()
    for sentence in read(options.shared, options.part, load()):
        for line in lines(sentence, least=options.event, threshold=options.argument):
            print(line)


if __name__ == "__main__":
    main()
