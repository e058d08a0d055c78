from dataclasses import replace

import pytest

from kg.identifiers import slug
from kg.lexicon.gazetteer import default_gazetteer
from kg.model import Chain, Entity, Kind, Literal, Mention
from kg.resolve.entities import entities
from tests.resolve.values import mention


def found(*chains: Chain) -> dict[str, Entity]:
    return {entity.id: entity for entity in entities(chains, default_gazetteer())}


def name(text: str, type_: str = "Organization", document: str = "d", at: int = 0) -> Chain:
    return (mention(text, at, type_=type_, document=document),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (name("Bolt Inc."), name("Bolt", document="e")),
        (name("U.S.", "Place"), name("America", "Place", document="e")),
        (name("Ministry of Labor"), name("the Labor Ministry", document="e")),
        (name("Bureau of Mines"), name("BOM", at=30)),
        (name("Zurida's Bureau of Mines"), name("BOM", at=30)),
        (name("Acme"), name("Acme Motor Group", document="e")),
        (name("Acme", "Thing"), name("Acme", "Place", document="e")),
        (name("Bolt Labs", "Person"), name("Bolt", at=30)),
        (name("Fisheries Department"), name("Irish Department of Fisheries", document="e")),
        (name("Fisheries"), name("Fisheries Ministry", at=30)),
        (name("Labor Department"), name("US Department of Labor", document="e")),
        (name("Treasury"), name("Treasury Department", at=30)),
        (name("Mr. Bolt", "Person"), name("Hugh Bolt", "Person", at=30)),
        (name("Hugh Bolt", "Person"), name("Hugh Bolt Novak", "Person", document="e")),
        (name("Ostap Zuhalenko", "Person"), name("Ostap Zugalenka", "Person", document="e")),
        (name("Norland Mining Bureau"), name("NorMiBu", at=30)),
        (name("the Zuridans", "Group"), name("Zuridan", "Group", document="e")),
        (name("NMB Clinic"), name("Norland Mining Bureau Clinic", document="e")),
        (name("Bolt Jr.", "Person"), name("Hugh Bolt Jr.", "Person", at=30)),
        (name("Denali", "Place"), name("Mount McKinley", "Place", document="e")),
        (name("Palestine Liberation Organization"), name("PLO", document="e")),
        (name("Grupo Zurida S.A.B. de C.V."), name("Grupo Zurida", document="e")),
        (name("Storm Nadia", "Event"), name("Nadia", "Event", at=30)),
        (name("Tropical Storm Nadia", "Thing"), name("Nadia", "Event", at=30)),
        (
            (mention("the Irish army", kind="nominal"),),
            (mention("Ireland army", kind="nominal", document="e"),),
        ),
        ((mention("solar power", kind="nominal"),), (mention("solar power", kind="nominal", document="e"),)),
    ],
)
def test_names_with_one_referent_are_one_entity(one: Chain, other: Chain) -> None:
    assert len(found(one, other)) == 1


SHORT_WITHIN = [
    (name("Zurida-Bolt", "Thing"), name("Zurida-Bolt Act", "Law", at=30)),
    (name("Hill and Dale Cup", "Event"), name("Hill and Dale Cup Tournament", "Event", at=40)),
    (name("Pelicans", "Person"), name("Toronto Pelicans", at=30)),
    (name("Villa", "Place"), name("Acton Villa", "SportsTeam", at=30)),
    (name("Seven", "Thing"), name("NBN Seven", "Thing", at=30)),
    (name("Vasterling", "Product"), name("MV Vasterling", "Product", at=30)),
    (name("Z-41", "Product"), name("Z-41 Night Heron", "Product", at=30)),
    (name("Night Heron", "Product"), name("Z-41 Night Heron", "Product", at=30)),
    (name("Zurida Park", "Place"), name("Zurida Park in Norland", "Place", at=30)),
    (name("Zurida Convention", "Law"), name("Zurida Convention on Bolts", "Law", at=30)),
    (name("Norbis"), name("Norbis, the Bolt Alliance", at=30)),
    (name("Zurida agreement", "Law"), name("Zurida climate agreement", "Law", at=30)),
    (name("2011 Olympics", "Event"), name("2011 Winter Olympics", "Event", at=30)),
    (name("Zurida Olympics", "Event"), name("2011 Zurida Olympics", "Event", at=30)),
    (name("Zurida Games", "Thing"), name("Zurida Games 2011", "Event", at=30)),
    (name("Norland Bolt Party"), name("Irish Norland Bolt Party", at=30)),
    (name("ZurdaSense", "Thing"), name("Google ZurdaSense", "Thing", at=30)),
    (name("Zuridus", "Thing"), name("Zuridus River", "Place", at=30)),
    (name("Zuridus", "Thing"), name("Zuridus Mountains", "Place", at=30)),
    (name("Zuridus", "Place"), name("Zuridus region", "Place", at=30)),
    (name("Z-41", "Product"), name("Z-41 rocket", "Product", at=30)),
    (name("ZUR28", "Event"), name("ZUR28 climate summit", "Event", at=30)),
    (name("Zurida", "Thing"), name("Mount Zurida", "Place", at=30)),
    (name("Norland Bureau"), name("Harbour Ministry's Norland Bureau", "Thing", at=30)),
    (name("Hugh Bolt", "Person"), name("Acme's Hugh Bolt", "Thing", at=30)),
    (name("ChatGPT", "Product"), name("OpenAI's ChatGPT", "Product", at=30)),
    (name("The Night Herons", "Work"), name("Bolt and Sons: The Night Herons", "Work", at=30)),
    (name("Dynamic", "Thing"), name("Dynamic Zurida", "SportsTeam", at=30)),
    (name("Zurids", "Organization"), name("Zurid Party", "PoliticalParty", at=30)),
    (name("Zuridocrats", "Group"), name("Zuridocratic Party", "PoliticalParty", at=30)),
    (name("Zurida flood", "Event"), name("Zurida flood disaster", "Event", at=30)),
]


@pytest.mark.parametrize(("short", "full"), SHORT_WITHIN)
def test_a_name_is_short_for_the_only_longer_one_of_its_document(short: Chain, full: Chain) -> None:
    assert len(found(short, full)) == 1
    assert len(found(short, (replace_document(full[0], "e"),))) == 2


def replace_document(one: Mention, document: str) -> Mention:
    return replace(one, span=replace(one.span, document=document))


@pytest.mark.parametrize(
    "chains",
    [
        (name("Zurida-Bolt"), name("Zurida-Bolt Act", "Law", at=30), name("Zurida-Bolt School", at=60)),
        (name("Bolt SE"), name("Bolt Medical School", at=30)),
        (name("Home"), name("Home Office", at=30)),
        (name("Norlandic"), name("Norlandic Sea", "Place", at=30)),
        (name("Irish", "Group"), name("Irish Parliament", at=30)),
        (name("Zurida Party"), name("Zurida Party of Norland", at=30)),
        (name("Bolt Workers"), name("Bolt Workers Bank in Norland", at=30)),
        (name("Bolt University"), name("Bolt University at Zurida", at=30)),
        (name("II", "Thing"), name("WW II", "Thing", at=30)),
        (name("Bank", "Thing"), name("NBN Bank", "Thing", at=30)),
        (name("Zurida", "Place"), name("Zurida summit", "Event", at=30)),
        (name("Zurida", "Thing"), name("Zurida Airport", "Place", at=30)),
        (name("Zuridus", "Place"), name("Zuridus River", "Place", at=30)),
        (name("Zuridus", "Person"), name("Zuridus Mountains", "Place", at=30)),
        (name("Corp", "Thing"), name("Google Corp.", "Thing", at=30)),
        (name("Olympics", "Event"), name("2011 Olympics", "Event", at=30)),
        (name("Norland Song", "Work"), name("Norland Song 2011", "Work", at=30)),
        (name("High School"), name("Irish High School", at=30)),
        (name("Open", "Event"), name("Irish Open", "Event", at=30)),
        (name("Ericsson", "Thing"), name("Google Ericsson Company", at=30)),
        (name("Bank of Norland"), name("People's Bank of Norland", at=30)),
        (name("Zuridans", "Group"), name("Norland's Zuridans", "Group", at=30)),
        (name("Night Herons", "Group"), name("Bolt and Sons: Night Herons", "Work", at=30)),
        (name("Lund", "Thing"), name("Lund Zurida", "SportsTeam", at=30), name("Lund Bolts", at=60)),
        (name("Zurida", "Place"), name("Lund Zurida", "SportsTeam", at=30)),
    ],
)
def test_a_name_is_not_short_for_every_longer_one(chains: tuple[Chain, ...]) -> None:
    assert len(found(*chains)) == len(chains)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Sir Hugh", "Sir Hugh Bolt"),
        ("Hugh", "Hugh Bolt"),
        ("Zorvek", "Zorvek Bolt"),
        ("Mr. Zulo", "Hugh Zulo da Bolt"),
        ("Zulo", "Hugh Inacio Zulo da Bolt"),
    ],
)
def test_a_first_name_means_the_only_person_of_its_document(short: str, full: str) -> None:
    one, other = name(short, "Person"), name(full, "Person", at=30)
    assert len(found(one, other)) == 1
    assert len(found(one, name(full, "Person", "e"))) == 2


@pytest.mark.parametrize(
    "chains",
    [
        (name("Hugh", "Person"), name("Hugh Bolt", "Person", at=30), name("Hugh Tuck", "Person", at=60)),
        (name("Zulo", "Person"), name("Hugh Zulo Bolt", "Person", at=30)),
        (name("Ms. Zorvek", "Person"), name("Mr. Zorvek Bolt", "Person", at=30)),
        (name("Zorvek", "Person"), name("Zorvek Bolt", "Person", at=30), name("Zorvek Inc.", at=60)),
    ],
)
def test_a_name_by_itself_may_mean_another(chains: tuple[Chain, ...]) -> None:
    assert len(found(*chains)) == len(chains)


def test_a_last_name_is_not_the_first_name_of_another() -> None:
    graph = found(name("Todd Marlin", "Person"), name("Marlin", "Person", at=30), name("Marlin Corry", "Person", at=60))
    assert {entity.label for entity in graph.values()} == {"Todd Marlin", "Marlin Corry"}


def test_a_first_name_of_unclear_type_means_the_person() -> None:
    assert len(found(name("Eddie", "Thing"), name("Eddie Bolt", "Person", at=30))) == 1


@pytest.mark.parametrize(("short", "full"), [("BOM", "Bureau of Mines"), ("Fisheries", "Irish Fisheries Ministry")])
def test_a_short_name_needs_a_document_that_has_both(short: str, full: str) -> None:
    separate = (name(short), name(full, document="e"))
    assert len(found(*separate)) == 2
    both = (name(short, document="f"), name(full, document="f", at=30))
    assert len(found(*separate, *both)) == 1


@pytest.mark.parametrize(
    "chains",
    [
        (name("Doe", "Person"), name("Jane Doe", "Person", document="e")),
        (name("Acme", "Person"), name("Acme", "Organization", document="e")),
        (name("Jordan", "Person"), name("Jordan", "Place", document="e")),
        ((mention("the firm", kind="nominal"),), (mention("the firm", kind="nominal", document="e"),)),
        ((mention("the firm", kind="nominal"),), (mention("the firm", 30, kind="nominal"),)),
        ((mention("US sales", kind="nominal"),), (mention("US sales", kind="nominal", document="e"),)),
        (name("The President", "Thing"), name("The President", "Thing", document="e")),
        (name("Washington", "Place"), name("US", "Place", document="e")),
        (name("Mr. Bolt", "Person"), name("Mrs. Bolt", "Person", at=30)),
        (name("Mr. Bolt", "Person"), name("Bolt Motors", at=30)),
        (name("Treasury"), name("Treasury Department", document="e")),
        (name("Bolt Jr.", "Person"), name("Hugh Bolt", "Person", at=30)),
        (
            name("Norland Party (North)"),
            name("Norland Party (South)", document="e"),
            name("Norland Party", document="f"),
        ),
        (name("Norland Convention on Bolts", "Law"), name("Norland Convention on Nuts", "Law", document="e")),
        (name("Zuridan", "Group"), name("Zoridan", "Group", document="e")),
        (name("Denali", "Person"), name("Mount McKinley", "Place", document="e")),
        (name("San Jose, California", "Place"), name("San José, Costa Rica", "Place", document="e")),
        (name("Washington, D.C.", "Place"), name("Washington state", "Place", at=30)),
        (name("Plo", "Organization"), name("Palestine Liberation Organization", document="e")),
        (name("UN Convention on Bolts", "Law"), name("UN Convention", "Law", document="e")),
        (name("First Amendment to the Norland Agreement", "Law"), name("First Amendment", "Law", document="e")),
        ((mention("teams", kind="nominal"),), (mention("teams", 30, kind="nominal"),)),
        ((mention("web developers", kind="nominal"),), (mention("web developers", kind="nominal", document="e"),)),
        (name("Bank of England"), name("Bank of Ireland", document="e"), name("Bank", document="f")),
        (name("American Airlines"), name("US Airlines", document="e")),
        (name("Fisheries Department"), name("Fisheries Ministry", document="e")),
        (name("Fisheries", "Place"), name("Fisheries Ministry", document="e")),
        (
            name("Fisheries Ministry"),
            name("Irish Fisheries Ministry", document="e"),
            name("French Fisheries Ministry", document="f"),
        ),
        (
            (mention("the Irish army", kind="nominal"),),
            (mention("the French army", kind="nominal", document="e"),),
        ),
    ],
)
def test_different_referents_are_different_entities(chains: tuple[Chain, ...]) -> None:
    assert len(found(*chains)) == len(chains)


def test_initials_with_two_meanings_stay_separate() -> None:
    chains = (name("Bureau of Mines"), name("Board of Music", document="e"), name("BOM", document="f"))
    assert len(found(*chains)) == 3


def test_of_two_entities_with_one_label_the_more_frequent_has_the_plain_id() -> None:
    person, firm, again = name("Acme", "Person"), name("Acme", document="e"), name("Acme", document="f")
    result = found(person, firm, again)
    assert {mention.span.document for mention in result["Acme"].mentions} == {"e", "f"}
    assert {entity.label for entity in result.values()} == {"Acme"}


@pytest.mark.parametrize(
    ("chain", "label", "type_"),
    [
        ((mention("US", type_="Place"), mention("United States", 9, type_="Place")), "United States", "Country"),
        ((mention("Jane Doe", type_="Person"), mention("Doe", 9), mention("Doe", 20)), "Jane Doe", "Person"),
        ((mention("Bolt Lab"), mention("Bolt", 9, type_="Organization"), mention("Bolt", 20)), "Bolt", "Company"),
        (
            (mention("BOM"), mention("BOM", 9), mention("Bureau of Mines", 20)),
            "Bureau of Mines",
            "GovernmentOrganization",
        ),
        ((mention("Bolt", type_="Organization"), mention("the company", 9, kind="nominal")), "Bolt", "Company"),
        ((mention("the Red Bolt", type_="Work"), mention("The Red Bolt", 20, type_="Work")), "Red Bolt", "Thing"),
        ((mention("The Red Bolt", type_="Work"), mention("Red Bolt", 20, type_="Work")), "The Red Bolt", "Thing"),
        ((mention("Ana Doe MP", type_="Person"), mention("Doe", 20, type_="Person")), "Ana Doe", "Person"),
        ((mention("Bolt Corp", type_="Organization"),), "Bolt Corp", "Company"),
        ((mention("Labor Department", type_="Organization"),), "Labor Department", "GovernmentOrganization"),
        ((mention("its old cars", kind="nominal"),), "its old cars", "Product"),
        ((mention("the two ministers", kind="nominal"),), "two ministers", "Group"),
        ((mention("“the firm’s", kind="nominal"),), "firm", "Company"),
        ((mention("Bolt Labs", type_="Person"), mention("Bolt", 20, type_="Person")), "Bolt Labs", "Company"),
        ((mention("Bolt", type_="Person"), mention("the firm", 9, kind="nominal")), "Bolt", "Company"),
        ((mention("Doe", type_="Person"), mention("his", 9, kind="pronoun")), "Doe", "Person"),
        ((mention("Loys Moody", type_="Person"), mention("Moody", 19, type_="Organization")), "Loys Moody", "Person"),
        ((mention("Zurian", type_="Group"), mention("Zurians", 9, type_="Group")), "Zurians", "Group"),
        ((mention("a very old idea", kind="nominal"),), "very old idea", "Thing"),
        ((mention("the main idea", kind="nominal"),), "main idea", "Thing"),
        ((mention("Bolt"), mention("the owner of Zip", 9, kind="nominal")), "Bolt", "Thing"),
        (
            (mention("Zurida's Air Force"), mention("Air Force", 30), mention("Air Force", 50)),
            "Zurida's Air Force",
            "MilitaryOrganization",
        ),
        ((mention("“key goal", kind="nominal"),), "key goal", "Thing"),
    ],
)
def test_label_and_type(chain: Chain, label: str, type_: str) -> None:
    (entity,) = found(chain).values()
    assert (entity.label, entity.type) == (label, type_)


@pytest.mark.parametrize(("kind", "label"), [("name", "Treasury"), ("nominal", "treasury")])
def test_a_word_that_is_used_as_a_name_keeps_its_capital(kind: Kind, label: str) -> None:
    assert {entity.label for entity in found((mention("Treasury", kind=kind),)).values()} == {label}


def test_aliases_are_names_and_descriptions_without_pronouns() -> None:
    chain = (mention("Bolt"), mention("it", 9, kind="pronoun"), mention("the firm", 20, kind="nominal"))
    (entity,) = found(chain).values()
    assert entity.aliases == ("Bolt", "the firm")


def test_known_entities_carry_their_links() -> None:
    (entity,) = found(name("Germany", "Place")).values()
    assert entity.links == ("http://www.wikidata.org/entity/Q183",)


@pytest.mark.parametrize(
    ("owner", "text", "label"),
    [
        (("the firm", "nominal"), "sale of the firm's old phones", "sale of Acme's old phones"),
        (("its", "pronoun"), "its phones", "Acme's phones"),
        (("my", "pronoun"), "my phones", "Acme's phones"),
        (("our", "pronoun"), "sale of our old phones", "sale of Acme's old phones"),
        (("the firm", "nominal"), "12 leaders of the firm", "12 leaders of Acme"),
        (("her", "pronoun"), "sale that hurt her in May", "sale that hurt Acme in May"),
        (("her", "pronoun"), "sale of her old phones", "sale of Acme's old phones"),
        (("we", "pronoun"), "sale that we've seen", "sale that we've seen"),
        (("we", "pronoun"), "sale that we saw", "sale that Acme saw"),
        (("the firm", "nominal"), "sale of the firm Acme", "sale of the firm Acme"),
        (("the firm", "nominal"), "sale of Acme, the firm, to us", "sale of Acme, the firm, to us"),
        (("it", "pronoun"), "sale that it, Acme, made", "sale that it, Acme, made"),
        (("its", "pronoun"), "sale by Acme and its owner", "sale by Acme and its owner"),
        (("its", "pronoun"), "sale of its mills by Acme", "sale of Acme's mills by Acme"),
        (("its", "pronoun"), "sale by Acmeville of its mills", "sale by Acmeville of Acme's mills"),
    ],
)
def test_a_label_names_the_referents_inside_it(owner: tuple[str, Kind], text: str, label: str) -> None:
    words, kind = owner
    at = 20
    inside = mention(words, at + text.index(words), kind=kind)
    head = at + text.index("leaders" if "leaders" in text else "phones" if words == text.split()[0] else "sale")
    described = replace(mention(text, at, kind="nominal"), head=head)
    labels = {entity.label for entity in found((mention("Acme", type_="Organization"), inside), (described,)).values()}
    assert labels == {"Acme", label}


@pytest.mark.parametrize(
    ("named", "words", "text", "label"),
    [
        ("the firm", "whose", "whose founder", "firm's founder"),
        ("five towns", "whose", "whose rates", "five towns' rates"),
        ("two mines", "which", "one of which", "one of two mines"),
        (
            "Acme's office",
            "which",
            "call to Acme's office, in which it lied",
            "call to Acme's office, in which it lied",
        ),
        ("ten nurses", "them", "one of them", "one of ten nurses"),
        ("a Peruvian firm", "its", "its founder", "Peruvian firm's founder"),
        ("the old firm of two rich brothers", "its", "its founder", "its founder"),
    ],
)
def test_a_label_names_what_a_relative_pronoun_means(named: str, words: str, text: str, label: str) -> None:
    at = 20
    owner = (mention(named, kind="nominal"), mention(words, at + text.index(words), kind="pronoun"))
    described = replace(mention(text, at, kind="nominal"), head=at + (len(words) + 1 if text.startswith(words) else 0))
    assert label in {entity.label for entity in found(owner, (described,)).values()}


def test_a_we_of_a_speaker_is_called_by_it_and_is_within_its_document() -> None:
    ours = [mention("our", 10, document=name, kind="pronoun", type_="Group", value=Literal("Ana")) for name in "de"]
    coach = mention("our coach", 10, kind="nominal")
    found = entities([*((each,) for each in ours), (coach,)], default_gazetteer())
    assert sorted((each.label, each.type, each.aliases) for each in found) == [
        ("our (Ana) coach", "Person", ("our coach",)),
        ("we (Ana)", "Group", ()),
        ("we (Ana)", "Group", ()),
    ]


def test_a_description_with_a_we_inside_is_another_one_elsewhere() -> None:
    advice = [mention("advice we had", document=name, kind="nominal") for name in "de"]
    assert len(entities([(each,) for each in advice], default_gazetteer())) == 2


def test_a_label_is_not_put_into_itself() -> None:
    people = (mention("people who read", kind="nominal"), mention("who", 7, kind="pronoun"))
    assert [entity.label for entity in found(people).values()] == ["people who read"]


@pytest.mark.parametrize(
    ("text", "head", "label"),
    [
        ("those using the old road", 0, "those using the old road"),
        ("those roads", 6, "those roads"),
        ("such things as maps", 5, "such things as maps"),
        ("such things", 5, "such things"),
        ("The roads", 4, "roads"),
        ("Their roads", 6, "their roads"),
        ("whose roads", 6, "roads"),
    ],
)
def test_a_label_keeps_a_determiner_that_identifies_the_referent(text: str, head: int, label: str) -> None:
    described = replace(mention(text, kind="nominal"), head=head)
    assert {entity.label for entity in found((described,)).values()} == {label}


def test_a_label_keeps_what_is_unresolved() -> None:
    assert {entity.label for entity in found((mention("sale of its phones", kind="nominal"),)).values()} == {
        "sale of its phones"
    }


def test_a_type_that_a_sentence_states_weighs_more_than_a_label() -> None:
    chain = name("Bolt")
    (entity,) = entities([chain], default_gazetteer(), stated_types={chain[0].key: ["Product", "Product"]})
    assert entity.type == "Product"


def test_a_short_name_that_two_entities_share_does_not_make_them_one() -> None:
    one = (mention("Ugo Tuckman", type_="Person"), mention("Tuckman", 20, type_="Person"))
    other = tuple(replace(m, span=replace(m.span, document="e")) for m in one[1:])
    full = mention("Jane Quill Tuckman", 50, type_="Person", document="e")
    assert len(found(one, (*other, full))) == 2
    department = (mention("Irish Fish Office", type_="Organization"), mention("Fish Office", 30, type_="Organization"))
    second = (
        mention("Danish Fish Office", type_="Organization", document="e"),
        mention("Fish Office", 30, type_="Organization", document="e"),
    )
    assert len(found(department, second)) == 2


def test_a_name_that_the_model_took_for_a_description_is_what_its_document_calls_so() -> None:
    delmar = (mention("Delmar", kind="nominal"),)
    assert len(found(delmar, name("Delmar", at=30))) == 1
    assert len(found(delmar, name("Delmar", document="e"))) == 2
    assert len(found((mention("delmar", kind="nominal"),), name("Delmar", at=30))) == 2


def test_a_known_name_that_the_model_took_for_a_description_is_known() -> None:
    (entity,) = found((mention("the European Court of Human Rights", kind="nominal"),)).values()
    assert (entity.label, entity.type) == ("European Court of Human Rights", "Organization")


def test_an_office_is_held_by_others_elsewhere() -> None:
    assert len(found(name("Home Secretary", "Thing"), name("Home Secretary", "Thing", document="e"))) == 2
    assert len(found(name("Home Secretary", "Thing"), name("Labour's Shadow Home Secretary", "Person", at=30))) == 2
    assert len(found(name("Home Secretary", "Thing"), name("Home Secretary", "Thing", at=30))) == 1
    assert len(found(name("Minister of Mines", "Person"), name("Minister of Mines", "Person", document="e"))) == 2
    held = found(name("Secretary of State Ana Silva", "Person"), name("Ana Silva", "Person", document="e"))
    assert len(held) == 1


def test_a_person_is_not_labelled_by_the_office() -> None:
    chain = (
        *name("Prime Minister", "Thing"),
        *name("Prime Minister", "Thing", at=40),
        *name("Ann Bolt", "Person", at=80),
    )
    assert [(entity.label, entity.type) for entity in found(chain).values()] == [("Ann Bolt", "Person")]


def test_a_person_is_not_labelled_by_the_post() -> None:
    post, clan = name("Bishop of Porto", "Thing"), name("Emeka Baker", "Thing")
    assert {each.label for each in found((*post, *name("Ann Bolt", "Person", at=80))).values()} == {"Ann Bolt"}
    assert {each.label for each in found((*clan, *name("Baker", "Person", at=80))).values()} == {"Emeka Baker"}


def test_an_office_next_to_a_name_does_not_affect_other_documents() -> None:
    held = (*name("Chile's Prime Minister", "Person"), *name("Ana Silva", "Person", at=30))
    elsewhere = (*name("Prime Minister", "Person", document="e"), *name("Ann Bolt", "Person", at=30, document="e"))
    unnamed = name("Prime Minister", "Thing", document="f")
    assert {entity.label for entity in found(held, elsewhere, unnamed).values()} == {
        "Ana Silva",
        "Ann Bolt",
        "Prime Minister",
    }


def test_people_are_others_wherever_they_stand() -> None:
    assert len(found((mention("people", kind="nominal"),), (mention("people", kind="nominal", document="e"),))) == 2


def test_a_common_noun_that_begins_a_sentence_loses_its_capital() -> None:
    (entity,) = found((mention("People", kind="nominal"),)).values()
    assert entity.label == "people"


@pytest.mark.parametrize(
    ("text", "label"),
    [("the late Sen.", "late senator"), ("Lt. Gen.", "lieutenant general"), ("a Sen. of Utah", "Sen. of Utah")],
)
def test_a_short_title_at_the_end_of_a_description_is_written_out(text: str, label: str) -> None:
    (entity,) = found((mention(text, kind="nominal"),)).values()
    assert entity.label == label


def test_the_initial_of_a_party_means_it() -> None:
    one, other = found((mention("R", type_="PoliticalParty"),), (mention("D"),)).values()
    assert {one.label, other.label} == {"Republican Party", "D"}


def test_the_letters_of_a_state_do_not_mean_its_city() -> None:
    (entity,) = found((mention("N.Y.", type_="Organization"),)).values()
    assert (entity.label, entity.type) == ("New York", "Region")


def test_what_brackets_add_is_no_part_of_a_name() -> None:
    assert len(found(name("World Health Organisation (WHO"), name("WHO", document="e"))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Caf\u00e9 M\u00fcller", "Cafe\u0301 Mu\u0308ller"),  # one name in two normal forms of Unicode
        ("C++", slug("C++")),  # a name that looks like an id
    ],
)
def test_labels_with_one_slug_have_two_ids(one: str, other: str) -> None:
    chains = name(one), name(other, "Person", document="e")
    assert len(entities(chains, default_gazetteer())) == len(found(*chains)) == 2


def test_other_names_of_a_person_show_whom_a_last_name_means() -> None:
    ying: Chain = (mention("Ying Bolt", type_="Person"), mention("Ms. Bolt", 30, type_="Person"))
    hugh, he = name("Hugh Bolt", "Person", at=60), name("Mr. Bolt", "Person", at=90)
    assert {len(entity.mentions) for entity in found(ying, hugh, he).values()} == {2}
    assert found(ying, hugh, he)["Hugh_Bolt"].aliases == ("Hugh Bolt", "Mr. Bolt")


def test_a_form_of_address_means_a_person_where_a_firm_has_the_name() -> None:
    firm: Chain = (mention("Bolt Motors"), mention("Bolt", 30))
    assert found(firm, name("Hugh Bolt", "Person", at=60), name("Mr. Bolt", "Person", at=90))["Hugh_Bolt"].chains[1:]


@pytest.mark.parametrize("later", ["Bolt", "Mrs Bolt", "she"])
def test_a_person_is_labelled_by_the_name_and_not_by_a_nickname(later: str) -> None:
    kind: Kind = "pronoun" if later == "she" else "name"
    names = (mention("Tilda Bolt", type_="Person"), mention("Aunt Birch", 20, type_="Person"))
    (entity,) = found((*names, mention(later, 40, kind=kind, type_="Person"))).values()
    assert entity.label == "Tilda Bolt"


def test_a_full_name_is_the_label_before_an_initial_and_a_last_name() -> None:
    short = [name("D Hale", "Person", at=at) for at in (30, 60)]
    assert {entity.label for entity in found(name("Dora Hale", "Person"), *short).values()} == {"Dora Hale"}


@pytest.mark.parametrize(("text", "label"), [("Mr. Hugh Bolt", "Hugh Bolt"), ("Mr. Bolt", "Mr. Bolt")])
def test_the_label_of_a_full_name_has_no_form_of_address(text: str, label: str) -> None:
    (entity,) = found(name(text, "Person")).values()
    assert entity.label == label


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["web developers"], "Group"),
        (["teams", "they"], "Group"),
        (["a wanderer", "she"], "Person"),
        (["a wanderer", "it"], "Thing"),
        (["the firm", "he"], "Company"),
    ],
)
def test_the_type_of_a_description(texts: list[str], expected: str) -> None:
    kinds: list[Kind] = ["nominal", "pronoun"]
    mentions = [mention(text, 40 * i, kind=kinds[i]) for i, text in enumerate(texts)]
    (entity,) = found(tuple(mentions)).values()
    assert entity.type == expected
