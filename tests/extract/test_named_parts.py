"""Names inside the labels of other things, in our own sentences."""

import typing as t

import pytest
from spacy.language import Language

from kg.extract.named_kinds import KINDS
from kg.extract.named_parts import named_parts, with_countries
from kg.model import Mention, Span, StructuralKind
from tests.extract.sentences import read

Told: t.TypeAlias = tuple[str, str, str]

PARTS: t.Final[list[tuple[str, list[Told]]]] = [
    ("The German government resigned.", [("The German government", "government of", "German")]),
    ("The government of Chad resigned.", [("The government of Chad", "government of", "Chad")]),
    ("The army of Chad withdrew.", [("The army of Chad", "of", "Chad")]),
    ("He bought a government report from Chad.", [("a government report from Chad", "names", "Chad")]),
    ("A Greenpeace board member climbed the tower.", [("A Greenpeace board member", "names", "Greenpeace")]),
    ("A Greenpeace member climbed the tower.", [("A Greenpeace member", "member of", "Greenpeace")]),
    ("The French president resigned.", [("The French president", "of", "French")]),
    ("A Dutch engineer built the bridge.", [("A Dutch engineer", "nationality", "Dutch")]),
    ("Kaspersky's customers complained.", [("Kaspersky's customers", "of", "Kaspersky")]),
    # the owner is in the name of a body that others have, too
    ("Norway's Air Force bought jets.", [("Norway's Air Force", "of", "Norway")]),
    ("NASA's Office of the Inspector General closed.", [("NASA's Office of the Inspector General", "of", "NASA")]),
    ("NASA's Goddard Space Flight Center closed.", [("Goddard Space Flight Center", "of", "NASA")]),
    ("Britain's Manchester Free University closed.", [("Manchester Free University", "of", "Britain")]),
    ("The Bayern coach resigned.", [("The Bayern coach", "of", "Bayern")]),
    ("It was a victory for Bayern Munich.", [("a victory for Bayern Munich", "names", "Bayern Munich")]),
    ("A member of Greenpeace climbed the tower.", [("A member of Greenpeace", "member of", "Greenpeace")]),
    ("Rain fell over parts of Chad.", [("parts of Chad", "part of", "Chad")]),
    ("Farmers in Chad protested.", [("Farmers in Chad", "in", "Chad")]),
    ("A US state sued the firm.", [("A US state", "of", "US")]),
    ("The firm moved to Salem, Oregon.", [("Salem", "part of", "Oregon")]),
    ("It was sold at the Roosevelt Hotel in Hollywood.", [("Roosevelt Hotel", "in", "Hollywood")]),
    ("The London-based bank closed.", [("The London-based bank", "names", "London")]),
    ("Greenpeace spokesman Jon Reed spoke.", [("Jon Reed", "of", "Greenpeace")]),
    ("She visited towns such as Porto.", [("towns such as Porto", "includes", "Porto")]),
    ("Rich nations like Norway paid for it.", [("Rich nations like Norway", "includes", "Norway")]),
    ("She sang with the likes of Jon Reed.", [("the likes of Jon Reed", "includes", "Jon Reed")]),
    # the party and the place of a politician; an independent has no party
    ("Ana Silva (R-Minn.) spoke.", [("Ana Silva", "of", "Minn."), ("Ana Silva", "member of", "R")]),
    ("Ben Reed, I-Vt., spoke.", [("Ben Reed", "of", "Vt.")]),
    # the country before a noun of thought or action may be its topic, its owner, or its team
    ("They changed the Iran policy.", [("the Iran policy", "names", "Iran")]),
    ("They praised the US policy.", [("the US policy", "of", "US")]),
    ("They met the Chad captain.", [("the Chad captain", "of", "Chad")]),
    ("They praised Sudan coach Jon Reed.", [("Jon Reed", "of", "Sudan")]),
    # an article cannot follow a possessor: "'s" is a verb
    ("Silva's the only owner who paid.", []),
    ("She wanted it, as Silva's a dream mayor.", []),
    # whoever studies a place, and an agreement that is called after a city, do not belong to it; a museum does
    ("A Sudan scholar resigned.", [("A Sudan scholar", "names", "Sudan")]),
    ("They met three Kenya specialists.", [("three Kenya specialists", "names", "Kenya")]),
    ("They met three UK specialists.", [("three UK specialists", "of", "UK")]),
    ("They praised Africa correspondent Jon Reed.", [("Jon Reed", "names", "Africa")]),
    ("Norway rejected the Doha agreement.", [("the Doha agreement", "names", "Doha")]),
    ("Norway closed the Doha museum.", [("the Doha museum", "of", "Doha")]),
    ("It is a different company than Nordbank.", []),
    ("She won 100 votes fewer than Labour's Ana Silva.", [("Ana Silva", "of", "Labour")]),
    ("Several firms, including Acme, closed.", [("Several firms", "includes", "Acme")]),
    ("The careers of many singers, including Jon Reed, ended.",
     [("many singers", "includes", "Jon Reed")]),
    ("Police closed two websites, Shadowcrew and Darkprofits.",
     [("two websites", "includes", "Shadowcrew")]),
    ("They found an E. coli strain.", []),
    ("European leaders met.", [("European leaders", "of", "European")]),
    ("He voted for Tory Liam Fox.", [("Liam Fox", "of", "Tory")]),
    ("West African traders met.", [("West African traders", "of", "West African")]),
    ("The Hong Kong market rose.", [("The Hong Kong market", "of", "Hong Kong")]),
    ("Critics of a war in Chad met.", [("a war in Chad", "in", "Chad")]),
    ("The Bank of England raised rates.", []),
    # a noun for the kind of place named, and another noun
    ("They sailed to the island of Naxos.", [("the island of Naxos", "names", "Naxos")]),
    ("The islands of Norway and Sweden are cold.",
     [("The islands of Norway and Sweden", "of", name) for name in ("Norway", "Sweden")]),
    # adjectives of countries, of directions, and languages
    ("The Chinese-backed firm closed.", [("The Chinese-backed firm", "names", "Chinese")]),
    ("The European champion won.", [("The European champion", "of", "European")]),
    ("They lived in Midwestern towns.", []),
    ("She wrote a book in Spanish.", []),
    # a person at a firm is linked to it; a verb is not
    ("Ana Silva at Holm Securities wore red.", [("Ana Silva", "names", "Holm Securities")]),
    ("Analysts at Banco Norte reckon Delcosa will have to sell its mill, which employs 300 people.", []),
    ("The mayor resigned.", []),
    # a person is a member of a party; an adjective coordinated with another is one as well
    ("They met Republican Ana Silva.", [("Ana Silva", "member of", "Republican")]),
    ("Republican emails were stolen.", [("Republican emails", "of", "Republican")]),
    # lists and examples; a place before its country is in it
    ("She runs the Center for Music at the Holm Institute in Melbourne, Australia.",
     [("Center for Music", "names", "Holm Institute"), ("Melbourne", "part of", "Australia")]),
    ("It is the third-largest shop, after Wal-Mart and Home Depot.", [("Home Depot", "listed with", "Wal-Mart")]),
    ("It was sung by the best artists of the time including Jon Reed.",
     [("the best artists of the time including Jon Reed", "includes", "Jon Reed")]),
    ("Six people applied for the job, including Jon Reed.", []),
    # a meeting place is not an affiliation
    ("They met John Reed in Oslo.", []),
    ("The Red Cross in Oslo closed.", []),
    # words after a place name that do not give its location, and companions
    ("They flew to Lima for the Norland Games.", []),
    ("The club replaced John Reed with Ana Silva.", []),
    ("They found the Lindgard club.", []),
    ("The firm has mills in Graz, Austria and Lima, Peru.",
     [("mills in Graz, Austria and Lima", "in", name) for name in ("Graz", "Austria", "Lima")]),
    # a manner, and a measure
    ("The phone is on sale in Chad.", []),
    ("She swam it in a time of 2:25.38.", []),
    # words that only follow the name of a person
    ("Scottish minister Tom McCabe MSP spoke.", []),
    ("Shadow Home Secretary Jon Reed spoke.", []),
    ("Acme chairman Jon Reed spoke.", [("Jon Reed", "names", "Acme")]),
    # words that are not names, and parts of names
    ("The panel heard X Files actress Gillian Anderson.", [("Gillian Anderson", "of", "X Files")]),
    # a clause with a statement of its own
    ("It is a crime for Nordbank to bribe officials.", []),
    ("Silva hit a superb cross for Martin Corry to score.", []),
    # a noun that only describes the name before it
    ("Fans of the Delta 4 rocket met.", [("Fans of the Delta 4 rocket", "names", "Delta 4")]),
    ("The Reuters news agency said so.", []),
    ("They built a Delta 4 rocket.", [("a Delta 4 rocket", "names", "Delta 4")]),
    ("Rescuers found the Lind dinghy.", []),
    ("Users of the Firefox browser met.", [("Users of the Firefox browser", "names", "Firefox")]),
    ("They found Windows machines.", [("Windows machines", "of", "Windows")]),
    # a noun that only gives the kind of the name beside it; the words around it apply to the name too
    ("A camp in the province of Aceh was closed.",
     [("A camp in the province of Aceh", "names", "Aceh"), ("the province of Aceh", "names", "Aceh")]),
    ("London's Tate Britain art gallery reopened.",
     [("London's Tate Britain art gallery", "of", "London")]),
    ("They opened the firm's Kestrel console.", []),
    ("They opened the firm's Kestrel 3 handheld console.", []),
    ("They left the FNSEA agricultural union.", []),
    ("Norland leads the G8 group of rich nations.", [("the G8 group of rich nations", "names", "G8")]),
    ("She uses the iTunes online store.", []),
    ("She led the Bush camp.", [("the Bush camp", "names", "Bush")]),
    ("The BBC website was closed.", [("The BBC website", "of", "BBC")]),
    ("She sold two Nokia phones.", [("two Nokia phones", "product of", "Nokia")]),
    ("They praised a phone for Nokia.", [("a phone for Nokia", "names", "Nokia")]),
    # a creed is not an owner, a party is one
    ("Some Buddhist pilgrims came.", [("Some Buddhist pilgrims", "names", "Buddhist")]),
    ("A Conservative spokeswoman left.", [("A Conservative spokeswoman", "of", "Conservative")]),
    # a destination, words that open a clause, and a dash
    ("They drove from Lima to Cusco.", []),
    ("The prize made it the best park in Peru.", []),
    # words with other conjuncts than the parser gave them, and words inside a name
    ("They guarded our consulate in Lima and our embassy in Cusco.", []),
    ("A poll for the News of the World newspaper said so.",
     [("A poll for the News of the World newspaper", "names", "News of the World newspaper")]),
    ("The Leicester City football club closed.", []),
    ("Trade, Work and Health Secretary Ana Silva spoke.", []),
    ("Anti-spam groups met.", []),
    ("Critics praised Summer of Sam.", []),
    ("It came a day after House of Fraser and Nordbank disappointed investors with their figures.", []),
    ("The band topped the Billboard Hot 100 chart.", []),
    # a modifier that a name shares with another, and words beside a noun
    ("The towns lie in Asian and African states.",
     [("Asian and African states", "names", "Asian"), ("Asian and African states", "names", "African")]),
    ("They sold phones made for firms wary of US rules.",
     [("firms wary of US rules", "names", "US"), ("US rules", "of", "US")]),
    ("Shares in UK pharmaceutical firm Nordbank closed down 20% on Monday.",
     [("Shares in UK pharmaceutical firm Nordbank", "names", "Nordbank"),
      ("Nordbank", "of", "UK")]),
    # times, and two phrases parsed as one
    ("It came at the same time in Scotland.", [("the same time in Scotland", "names", "Scotland")]),
    ("Voice command helps drivers.", []),
    ("The mayor at the heart of the Ana Silva doping row says she knew nothing.",
     [("the Ana Silva doping row", "of", "Ana Silva")]),
    ("They thanked the XY:UK team.", []),
    # words that are not an owner, a thing, or a name
    ("The payment was made on behalf of Nordbank.", []),
    ("The mayor is at odds with Ana Silva.", []),
    ("The crew is in touch with Nordbank.", []),
    ("All members voted, with the exception of Chad.", []),
    ("There is evidence of the Tories breaking the rules.",
     [("evidence of the Tories", "names", "the Tories")]),
    ("He met former Labour MP Ana Silva.", [("Ana Silva", "names", "Labour")]),
    ("The former Peru captain resigned.", [("The former Peru captain", "names", "Peru")]),
    ("A former Dutch sprinter resigned.", [("A former Dutch sprinter", "nationality", "Dutch")]),
    ("The road crosses the Andes mountains.", [("the Andes mountains", "names", "Andes")]),
    ("Police questioned the rivals Norwich City.", []),
    ("The Economic Commission for Latin America met.", []),
    # words cut from a longer name, or with clauses that the parser is unsure of
    ("Speaking on the BBC's Breakfast with Frost, she left.", []),
    ("Four in ten Lima homes expected to have networks want faster lines.", []),
    ("The Southern African nation voted.", []),
    ('He decided to disallow two England "tries." The coach spoke.', []),
    # a noun with a subject, and a name after a plural and a comma
    ("They made Chad an attractive place.", []),
    ("They praised the study authors, Owen Reed.", []),
    # what a thing is named after or made with is no owner; a person has no other person's name
    ("The Ana Holm stand closed.", [("The Ana Holm stand", "names", "Ana Holm")]),
    ("They sold RFID chips.", [("RFID chips", "names", "RFID")]),
    ("They met TRB President Kim Brace.", [("Kim Brace", "of", "TRB")]),
    ("They met Prime Minister Datuk Seri Anwar Holm in Lima.", []),
    ("The efforts of Brazilian President Silva failed.",
     [("The efforts of Brazilian President Silva", "of", "Silva"), ("Silva", "nationality", "Brazilian")]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), PARTS)
def test_what_is_named_in_what(nlp: Language, sentence: str, expected: list[Told]) -> None:
    found = named_parts(read(nlp, sentence))
    assert [(part.whole.text, part.kind, part.part.text) for part in found] == expected


def test_the_adjective_of_a_party_or_country_means_it(nlp: Language) -> None:
    parts = named_parts(read(nlp, "A Republican adviser trained Australian, British, Japanese and Polish forces."))
    types = {part.part.text: part.part.type for part in parts}
    assert types.pop("Republican") == "PoliticalParty"
    assert types == dict.fromkeys(("Australian", "British", "Japanese", "Polish"), "Country")
    (part,) = named_parts(read(nlp, "It lies on a Philippine-garrisoned island."))
    assert (part.part.text, part.part.type) == ("Philippine", "Country")


def test_every_kind_has_a_sentence() -> None:
    kinds = {kind for _, expected in PARTS for _, kind, _ in expected}
    assert kinds == {*KINDS, "of", "names"} == set(t.get_args(StructuralKind))


def test_the_adjective_of_a_country_is_a_mention_of_it(nlp: Language) -> None:
    (part,) = named_parts(read(nlp, "The German government resigned."))
    assert (part.part.kind, part.part.type) == ("name", "Country")


def test_adjectives_leave_the_chain_of_the_people() -> None:
    adjective, people = (Mention(Span("d", at, at + 6), "German", at, "name", "Group") for at in (0, 30))
    country = Mention(adjective.span, "German", 0, "name", "Country")
    countries = {country.key: country}
    assert with_countries([(adjective, people)], countries) == ((people,), (country,))
    assert with_countries([(adjective,)], countries) == ((country,),)
    assert with_countries([(people,)], countries) == ((people,),)
