"""Links pronouns in reported speech to their speakers: "*Delmar* said *it* would close"."""

import bisect
from collections.abc import Iterator

from kg.grammar.antecedents import counted_whole, is_impersonal, is_said_by_other, reporter_before, source_according
from kg.grammar.clause import Clause
from kg.grammar.clauses import clause_of, is_clause
from kg.lexicon import value, verbs
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.discourse import Discourse, Proposal
from kg.reference.coref.names import is_kin
from kg.reference.coref.nominals import fits_bare_description
from kg.reference.coref.speakers import side_of
from kg.reference.coref.stretches import Stretch
from kg.reference.quotations import can_speak, quotation_at


def repeated_speakers(discourse: Discourse) -> Iterator[Proposal]:
    """Link he, she or it that says something to the last one who said something: "…, Doe said. *He* added that …"."""
    source_of = dict(sources(discourse.stretch))
    places, speaking = sorted(source_of), set(source_of.values())
    for candidate in (candidate for candidate in discourse.candidates if candidate.token.i in speaking):
        if candidate.person != 3 or (candidate.gender is None and candidate.form != "it"):
            continue
        before = places[: bisect.bisect_left(places, candidate.token.i)]
        last = discourse.at_index(source_of[before[-1]]) if before else None
        if last is not None and last.index < candidate.index and _continues(discourse, last, candidate):
            yield last, candidate


def sources(stretch: Stretch) -> Iterator[tuple[int, int]]:
    """Yield the indices of words that report speech, each with that of the word for the source.

    A quotation has no source of this kind, nor has what somebody else reports: "it was as cold as *Doe* believed, Hahn
    said".
    """
    predicates = (word for word in stretch.words if is_clause(word))
    outside = (word for word in predicates if quotation_at(word) is None and not is_said_by_other(word))
    for clause in map(clause_of, outside):
        reporting = _reports(clause) and clause.voice == "active"
        subject = clause.first("subject") if reporting else None
        if subject is not None and not subject.shared:
            yield clause.head.index, subject.head.index
    for quotation in stretch.quotations:
        cue = quotation.cue
        if cue is not None and quotation.speaker is not None and stretch.start <= cue < stretch.end:
            yield cue, quotation.speaker
    yield from _after_according(stretch)


def _after_according(stretch: Stretch) -> Iterator[tuple[int, int]]:
    """Yield the indices of each "according" and of its source: "*according* to *the bank*"."""
    named = ((word.i, source_according(word)) for word in stretch.words if word.lower_ == "according")
    yield from ((cue, source.i) for cue, source in named if source is not None)


def _reports(clause: Clause) -> bool:
    """Return whether a verb reports what its subject says, or thinks in a complement clause: "*felt* that it fell"."""
    thinks = clause.lemma in verbs("report") and clause.first("content") is not None
    return clause.lemma in verbs("say") or thinks


def _continues(discourse: Discourse, last: Candidate, pronoun: Candidate) -> bool:
    """Return whether the last speaker may speak next: a person, and no other person is named since; "it" is none."""
    cluster, type_ = discourse.cluster(last), discourse.broad_type(last)
    near = discourse.speech_around(pronoun) is None and _is_soon_after(discourse, last, pronoun)
    if near and pronoun.gender is None:
        speaks = can_speak(last.token, strictly=True) and cluster.first_noun is not None and not cluster.is_plural
        return speaks and type_ not in {"Person", "Place"} and not is_impersonal(pronoun.token)
    person = type_ == "Person" or cluster.genders == {pronoun.gender}
    if not near or not person:
        return False
    others = discourse.candidates[last.index + 1 : pronoun.index]
    one = not cluster.is_plural and cluster.genders <= {pronoun.gender}
    return one and not any(_takes_over(discourse, last, other) for other in others)


def _is_soon_after(discourse: Discourse, last: Candidate, pronoun: Candidate) -> bool:
    """Return whether one sentence at most, or nothing but a quotation, is between the last speaker and a pronoun.

    *Doe* said: “It fell. It broke. We left.” *She* added that …. No sentence is between the last speaker and "it".
    """
    if pronoun.sentence - last.sentence <= (2 if pronoun.gender else 1):
        return True
    between = discourse.candidates[last.index + 1 : pronoun.index]
    sentences = {one.sentence for one in between if discourse.speech_around(one) is None}
    return sentences <= {last.sentence, pronoun.sentence}


def _takes_over(discourse: Discourse, last: Candidate, other: Candidate) -> bool:
    """Return whether another named person is the subject of a clause outside reports: "*Ana Silva* left"."""
    named = other.is_subject and other.kind != "pronoun" and discourse.has_name(other)
    person = named and discourse.broad_type(other) == "Person" and not is_said_by_other(other.token)
    return person and not discourse.are_one(last, other) and discourse.speech_around(other) is None


def reported_pronouns(discourse: Discourse) -> Iterator[Proposal]:
    """Link a subject in reported speech to the speaker: "*Acme* said *it* would close", "*Doe* said *she* ...".

    A spokesperson refers to the organization: "a spokesman for *Acme* said *it* would close", "*the firm* ...". "They"
    are the number or the row that says something: "*84%* of users said *they* …".
    """
    for candidate in discourse.candidates:
        source = discourse.at(reporter_before(candidate.token))
        antecedent = _antecedent(discourse, candidate, source) if source is not None and not source.is_none else None
        if antecedent is not None and antecedent.index < candidate.index:
            yield antecedent, candidate


def _antecedent(discourse: Discourse, candidate: Candidate, source: Candidate) -> Candidate | None:
    """Return the antecedent of a subject in what `source` says; None if it is unknown."""
    if candidate.form == "it" and candidate.kind == "pronoun":
        quoted = not discourse.in_same_speech(source, candidate)
        return None if quoted or is_impersonal(candidate.token) else _organization(discourse, candidate, source)
    if candidate.form == "they" and candidate.kind == "pronoun":
        return source if counted_whole(source.token) is not None else _row_of_speakers(discourse, candidate, source)
    if candidate.gender is not None and candidate.kind == "pronoun":
        return source if _is_one_person(discourse, source, candidate) else None
    side = _side(discourse, source) if candidate.kind == "nominal" else None
    return side if side is not None and fits_bare_description(discourse, candidate, side) else None


def _row_of_speakers(discourse: Discourse, pronoun: Candidate, source: Candidate) -> Candidate | None:
    """Return the row that says something, if "they" in it are the speakers: "*Acme and Bolt* said *they* would go"."""
    row = discourse.row_at(source.token)
    quoted = row is not None and not discourse.in_same_speech(row, pronoun)
    return row if source.token.governor.lemma_ in verbs("say") and not quoted else None


def _is_one_person(discourse: Discourse, source: Candidate, pronoun: Candidate) -> bool:
    """Return whether the source is a named person, or a noun that says only a gender, of a pronoun's gender.

    Those described by kinship or office as often speak of others: "his *mother* said he would appeal".
    """
    cluster = discourse.cluster(source)
    known = cluster.names or (source.gender is not None and value("general").get(source.form))  # "the *woman* said she"
    if not known or any(map(is_kin, cluster.descriptors)):
        return False
    person = discourse.broad_type(source) == "Person" and cluster.genders <= {pronoun.gender}
    return person and discourse.in_same_speech(source, pronoun) and not cluster.is_plural


def _organization(discourse: Discourse, pronoun: Candidate, source: Candidate) -> Candidate | None:
    """Return the organization that speaks or is spoken for, or any thing that denies; else None."""
    type_ = discourse.broad_type(source)
    denies = pronoun.token.governor.governor.lemma_ in verbs("report", "denied") and type_ != "Person"
    return source if type_ == "Organization" or denies else _side(discourse, source)


def _side(discourse: Discourse, source: Candidate) -> Candidate | None:
    """Return the organization for which a described person speaks: "a spokesman for Acme"; else None."""
    speaks = discourse.broad_type(source) == "Person" and source.kind == "nominal"
    side = side_of(discourse, source) if speaks else None
    return side if side is not None and discourse.broad_type(side) == "Organization" else None
