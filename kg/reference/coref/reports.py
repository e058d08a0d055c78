"""Who is meant in the clause that tells what somebody said: "*Delmar* said *it* would close"."""

from kg.lexicon import verbs
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.discourse import Discourse
from kg.reference.coref.names import is_kin
from kg.reference.coref.nominals import fits_bare_description
from kg.reference.coref.predicates import is_none
from kg.reference.coref.pronouns import is_impersonal
from kg.reference.coref.speakers import side_of


def reported_pronouns(discourse: Discourse) -> None:
    """Unite a subject in what somebody says with who says it: "*Acme* said *it* would close", "*Doe* said *she* ...".

    Who speaks for an organization says it of that: "a spokesman for *Acme* said *it* would close", "*the firm* ...".
    """
    for candidate in discourse.candidates:
        source = _source(discourse, candidate)
        meant = _meant(discourse, candidate, source) if source is not None else None
        if meant is not None and meant.index < candidate.index:
            discourse.unite(meant, candidate)


def _source(discourse: Discourse, candidate: Candidate) -> Candidate | None:
    """Return who says the clause that a candidate is the subject of, where the report comes first."""
    if not candidate.is_subject:
        return None
    clause = candidate.token.head
    verb = clause.head
    if clause.dep_ != "ccomp" or verb.lemma_ not in verbs("report") or clause.i < verb.i:
        return None
    subject = next((word for word in verb.lefts if word.dep_ == "nsubj"), None)
    source = discourse.at(subject) if subject is not None else None
    return source if source is not None and not is_none(source) else None


def _meant(discourse: Discourse, candidate: Candidate, source: Candidate) -> Candidate | None:
    """Return what a subject means in what `source` says; None where that is not told."""
    if candidate.form == "it" and candidate.kind == "pronoun":
        return _sayer(discourse, source) if not is_impersonal(candidate) else None
    if candidate.gender is not None and candidate.kind == "pronoun":
        return source if _is_one_person(discourse, source, candidate) else None
    side = _side(discourse, source) if candidate.kind == "nominal" else None
    return side if side is not None and fits_bare_description(discourse, candidate, side) else None


def _is_one_person(discourse: Discourse, source: Candidate, pronoun: Candidate) -> bool:
    """Tell whether a person with a name speaks, as "who" or by it, of the gender that a pronoun tells.

    Who is told by kinship as often speaks of others: "his *mother* said he would appeal".
    """
    cluster = discourse.cluster(source)
    if not cluster.names or any(map(is_kin, cluster.descriptors)):
        return False
    if source.kind != "name" and (source.pronoun is None or source.pronoun.person != 0):
        return False
    quoted = discourse.speech_around(source) is not discourse.speech_around(pronoun)
    person = discourse.broad_type(source) == "Person" and cluster.genders <= {pronoun.gender}
    return person and not quoted and not cluster.is_plural


def _sayer(discourse: Discourse, source: Candidate) -> Candidate | None:
    """Return the organization that speaks, or that a person speaks for; else None."""
    if source.kind == "pronoun":
        return None
    return source if discourse.broad_type(source) == "Organization" else _side(discourse, source)


def _side(discourse: Discourse, source: Candidate) -> Candidate | None:
    """Return the organization for which a person speaks whom a noun tells: "a spokesman for Acme"; else None."""
    speaks = discourse.broad_type(source) == "Person" and source.kind == "nominal"
    side = side_of(discourse, source) if speaks else None
    return side if side is not None and discourse.broad_type(side) == "Organization" else None
