"""What stands for nothing, and the subject of a verb."""

from collections.abc import Container

from kg.grammar.parse import Token
from kg.lexicon import verbs, words
from kg.lexicon.supersenses import verb_supersense
from kg.reference.coref.candidates import SUBJECTS, Candidate


def is_impersonal_verb(verb: str) -> bool:
    """Tell whether the subject of a verb is often an it that stands for nothing: "it seems", "it rains"."""
    return verb in verbs("seem") or verb_supersense(verb) == "weather"


def is_none(candidate: Candidate) -> bool:
    """Tell whether a noun says that there is no such thing: "*neither club* won", "*none* was left"."""
    told = candidate.form if candidate.kind == "nominal" and not candidate.determiner else candidate.determiner
    return told in words("modality", "negative")


def subject_before(verb: Token, sharing: Container[str]) -> Token | None:
    """Return the subject of a verb before it, or that of the verb above where it hangs on that as one of `sharing`."""
    while True:
        subject = next(iter(verb.before(*SUBJECTS)), None)
        if subject is not None or verb.function not in sharing:
            return subject
        verb = verb.governor
