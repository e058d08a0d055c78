"""Joint evaluation of nouns and their arguments, as the scorer of QA-SRL counts."""

from collections.abc import Iterable, Sequence

from training.event_noun_weights.arguments import Example, chosen, scored
from training.event_noun_weights.learning import thresholds
from training.event_noun_weights.qanom import Judged
from training.event_noun_weights.sparse import Vector


def joint_report(judged: Sequence[Judged], sure: Vector, rows: Sequence[Example], predicted: Vector) -> Iterable[str]:
    """Yield lines with the figures at each threshold for nouns (`sure`) and for arguments (`predicted`).

    Only nouns that are events have candidates; the number of other nouns with an argument is not known here.
    """
    numbers = [i for i, noun in enumerate(judged) if noun.event]
    events = [judged[i] for i in numbers]
    for threshold in thresholds(0.3, 0.6):
        found = chosen(rows, predicted, threshold)
        for least in thresholds(0.3, 0.6, 0.1):
            told = {n: mine for n, mine in found.items() if sure[numbers[n]] >= least}
            yield f"  noun {least:.2f} argument {threshold:.2f}: {scored(events, told)}"
