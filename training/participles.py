"""Write the irregular past participles of verbs from the exceptions of the model's lemmatizer, which are WordNet's.

usage: python -m training.participles
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.grammar.participles import regular
from kg.grammar.pipeline import load

TABLE = Path(__file__).resolve().parent.parent / "kg" / "data" / "participles.json"
PAST = str.maketrans("ou", "aa")
"""The vowel of a past tense whose participle is the base form: come, came, come."""
SOURCE = "From the exceptions of WordNet 3.1 that come with spaCy's English models."


def irregular(exceptions: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return the participle of each verb whose participle is not regular.

    Args:
        exceptions: by form of a verb, its base forms.
    """
    forms: dict[str, list[str]] = defaultdict(list)
    for form, verbs in exceptions.items():
        for verb in verbs:
            if not form.endswith(("ing", "s")) and form.isalpha():
                forms[verb].append(form)
    chosen = {verb: max(found, key=_likeness) for verb, found in forms.items()}
    chosen |= {verb: verb for verb, form in chosen.items() if form == verb.translate(PAST)}
    return {verb: form for verb, form in sorted(chosen.items()) if form != regular(verb)}


def _likeness(form: str) -> tuple[int, str]:
    """Return how much a form looks like a participle: "taken", "begun", then "sold"."""
    return (2 if re.search(r"e?n(e)?$", form) else 1 if "u" in form else 0, form)


def main() -> None:
    """Write the table."""
    lookups = load().get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]  # the pipe is the rule lemmatizer
    table = {"source": SOURCE, "participles": irregular(lookups.get_table("lemma_exc")["verb"])}
    TABLE.write_text(json.dumps(table, indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
