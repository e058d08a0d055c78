import csv
import typing as t
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Doc

from benchmarks.coref_mentions import paragraph_spans
from kg.grammar.parse import parse_of
from kg.lexicon.gazetteer import default_gazetteer
from kg.model import Chain, Document, Span
from kg.reference.annotation import annotate
from kg.reference.coref import coreference
from kg.reference.coref.discourse import Discourse
from kg.reference.coref.linking import PRECISE_THRESHOLDS
from kg.reference.coref.mentions import Ints
from kg.reference.coref.pairs import Pairs
from kg.reference.coref.ranking import Floats, RankingModel
from kg.reference.coref.rules import resolved
from kg.reference.mentions import mention
from kg.reference.quotations import quotations

BETWEEN: t.Final = (
    "Rain fell. Wind blew. Snow came. Dogs barked. Cats slept. Birds sang. Trees swayed. Leaves fell. Rivers rose. "
    "Bells rang. Trams stopped. Lamps shone. Nights passed."
)
"""Filler sentences between a thing and a description that refers to it."""
DOMAINS: t.Final = "The .museum domain, the .museum domain"

ONE_CHAIN = [
    # no expletive is in between
    ("It was Peter Kraus who led the firm. Its owner left.", "the firm, Its"),
    # Hahn is not the one he is fond of
    ("Peter Kraus met Victor Hahn in Varn because Hahn was fond of him.", "Peter Kraus, him"),
    # an emphatic pronoun
    ("Ana Silva ran a bank herself.", "Ana Silva, herself"),
    ("Ana Silva met the mayor herself.", "the mayor, herself"),
    # the owner of two things that are joined
    ("It is difficult to assess the scale of the fire and its likely economic impact.", "the fire, its"),
    ("Farmers met the mill's staff and its owner.", "the mill, its"),
    ("Siemens described the fire and its economic impact.", "the fire, its"),
    ("Siemens tried to halt the sale of Bosch, its main supplier, by the state.", "Siemens, its"),
    # the source of a report, and the person in it
    (
        "Peter Kraus said it was late. Victor Hahn said the well was as deep as Kraus thought. He added that it fell.",
        "Victor Hahn, He",
    ),
    # the speaker goes on after a long quotation
    (
        "Victor Hahn made a film. Peter Kraus said: “Hahn's film is old. It is long. It is dull.” He added: “Go.”",
        "Peter Kraus, He",
    ),
    (
        "Victor Hahn has a film. “It fell,” said Peter Kraus. “It broke. Hahn knew. We left.” He added that it fell.",
        "Peter Kraus, He",
    ),
    # the organization or the text that spoke last
    ("According to Siemens, the fire spread to the plants of Bosch. It added: “Farmers met.”", "Siemens, It"),
    ("The fire spread, a report by Bosch said. Farmers have met, it added.", "a report by Bosch, it"),
    ("Siemens and Bosch said on Monday that they had left.", "Siemens and Bosch, they"),
    ("Robin Kraus was sued. The woman said she was ill.", "The woman, she"),
    ("A guard said: “He (Peter Kraus) was late.”", "He, Peter Kraus"),
    ("Siemens met the union. Siemens is a small firm. The company sent a bill.", "Siemens, Siemens, The company"),
    # the subject after a possessive at the beginning of a sentence
    ("Farmers use the web. On its small homepage Siemens has a map.", "its, Siemens"),
    ("In the days before his arrest Peter Kraus gave talks.", "his, Peter Kraus"),
    # the organization of a speaker who was introduced before
    ("Siemens chief Peter Kraus was late. “We are sorry,” he said.", "Siemens, We"),
    # several agents of an infinitive
    ("The act would oblige drug firms to publish all of their studies.", "drug firms, their"),
    # the agent of a verb with an owned object
    ("Anna Holm led by one. She won when Eva Klein lost her ball.", "Eva Klein, her"),
    ("Siemens met the union because the river Lee had burst its banks.", "Lee, its"),
    ("Officials said the talks would resume once the builders had finished their work.", "the builders, their"),
    ("The trade in women extends to mines and their dealings with women.", "mines, their"),
    # several agents of a verb, and their property
    ("Officials said that Siemens and Bosch had withdrawn their bids.", "Siemens and Bosch, their"),
    ("Siemens and Bosch have been taking orders for their new pumps.", "Siemens and Bosch, their"),
    ("Peter Kraus accused Siemens and Bosch of hiding their losses.", "Siemens and Bosch, their"),
    # the current topic
    (
        "Delmar Foods hired men. The company grew. Bolt Motors built a mill. Bolt Motors was late. The company fell.",
        "Bolt Motors, Bolt Motors, The company",
    ),
    (
        "Labour has grown. The Tories have shrunk. A Conservative spokesman said the party was ready.",
        "Tories, Conservative, the party",
    ),
    # phrases before a subject that do not describe it
    ("Anna Berg met farmers. As for Peter Kraus, he was late.", "Peter Kraus, he"),
    ("As drivers buy more maps, they drive more.", "drivers, they"),
    # pronouns
    (
        "The mine thanked two brothers who had refused to sell their quarry.",
        "two brothers who had refused to sell their quarry, who, their",
    ),
    ("A report on the dam was published on Monday. It said that the walls were weak.", "A report on the dam, It"),
    ("“They came at dawn,” Rania Bekele said. “They wanted bread, and they asked who we were.”", "They, They, they"),
    # names
    ("Siemens hired Bosch's engineers. Siemens grew.", "Siemens, Siemens"),
    ("France signed the accord. The USA signed too. America paid for it. The U.S. left.", "USA, America, U.S."),
    ("Helen Carter won the vote. Carter thanked voters.", "Helen Carter, Carter"),
    ("Tom Halden fell. His wife, Anna Halden, wept. Mrs Halden left.", "His wife, Anna Halden, Halden"),
    ("Anna Halden fell. Her son, Tom Halden, wept. Mr Halden left.", "Her son, Tom Halden, Halden"),
    ("Daniel Moreau sang in Lyon. Daniel danced, too.", "Daniel Moreau, Daniel"),
    ("Nissan Motor Corporation lost money. Nissan will close plants.", "Nissan Motor Corporation, Nissan"),
    (
        "The Swiss Association of Dairy Farmers met on Friday. The SADF wants more money.",
        "Swiss Association of Dairy Farmers, SADF",
    ),
    (
        "The German Ministry of Health paid for it. The German Health Ministry said nothing.",
        "German Ministry of Health, German Health Ministry",
    ),
    # names given to a thing
    ("The Rhine Trade Board, also known as Retra, met. Retra fined a firm.", "Rhine Trade Board, Retra, Retra"),
    ("The mayor sued a company called Pango. Pango paid.", "a company called Pango, Pango, Pango"),
    ("The firm was renamed Pango. Farmers sued Pango.", "The firm, Pango, Pango"),
    # a person's surname, or the firm of that name
    (
        "Halden Biotech sold a lab. The chemist Lars Halden left. Halden is married.",
        "Lars Halden, Halden",
    ),
    (
        "Bosch was founded in 1886 by Robert Bosch. Bosch studied at a school in Ulm. Bosch sells software.",
        "Robert Bosch, Bosch",
    ),
    (
        "The firm Ferrari sells cars. Enzo Ferrari died in Modena. Ferrari's products are red.",
        "Ferrari, Ferrari",
    ),
    ("Anna Visser met farmers. Visser urged them to wait.", "Anna Visser, Visser"),
    ("Jan Visser Jr. met farmers. Visser urged them to wait.", "Jan Visser Jr., Visser"),
    # the first word of a name that is not a common given name
    ("Reporters met Wei Guoqiang. Mr Wei urged them to wait.", "Wei Guoqiang, Wei"),
    ("Lars Halden left. Halden resigned in May. Banks bought Halden's shares.", "Lars Halden, Halden, Halden"),
    (
        "Sarah Klein won the race. Her sister Anna Klein lost. Klein thanked voters.",
        "Sarah Klein, Her, Klein",
    ),
    ("Anna Visser met Jan Visser, a farmer. Visser urged him to wait.", "Anna Visser, Visser"),
    ("Anna Le Foll met farmers. Le Foll urged them to wait.", "Anna Le Foll, Le Foll"),
    ("Anna Visser QC met farmers. Anna B. Visser urged them to wait.", "Anna Visser QC, Anna B. Visser"),
    ("Speaker Anna Visser met farmers. Speaker Visser urged them to wait.", "Anna Visser, Visser"),
    ("Anna Oslo met farmers. Oslo said she would wait.", "Anna Oslo, Oslo, she"),
    # a possessive beside a name, and before a named subject
    ("Tom Klein spoke. She met Jan Visser, a poet, and his sister Brenda.", "Jan Visser, his"),
    ("Jan Visser spoke to Tom Klein. In his answer, Klein asked for time.", "Tom Klein, his, Klein"),
    # other forms of a name
    ("Hurricane Brenna hit Cuba. Brenna killed nine people.", "Hurricane Brenna, Brenna"),
    ("The Norland Grazing Bureau (BGN) met. The BGN wants rain.", "Norland Grazing Bureau, BGN, BGN"),
    ("Norlab Group will buy farms. Norlab owns many farms.", "Norlab Group, Norlab"),
    (
        "The General Assembly of the United Nations met. The General Assembly wants peace.",
        "General Assembly of the United Nations, General Assembly",
    ),
    # roles known from titles
    (
        "Peruvian President Carla Dunning met farmers in Lima. The Peruvian president promised help.",
        "Carla Dunning, The Peruvian president",
    ),
    (
        "Victor Hahn, the leader of Norland, flew to Rome. Farmers praised the 56-year-old leader of Norland.",
        "Victor Hahn, the leader of Norland, the 56-year-old leader of Norland",
    ),
    # appositions, relative and reflexive pronouns
    ("Austria's chancellor, Karl Nehammer, resigned.", "Austria's chancellor, Karl Nehammer"),
    ("Police arrested Victor Hahn, who had robbed a bank.", "Victor Hahn, who"),
    ("Siemens left Rome, by which time Siemens was rich.", "Siemens, Siemens"),
    ("Siemens blamed itself for the fire.", "Siemens, itself"),
    ("Siemens, which blamed itself, paid.", "Siemens, which, itself"),
    (
        "Peter Kraus said that on Monday Robert Klein walked into the station and turned himself in.",
        "Robert Klein, himself",
    ),
    # the understood subject of a reflexive pronoun, but not a plural noun before "itself"
    ("A robber wounded Peter Kraus before shooting himself in the leg.", "A robber, himself"),
    ("Tom Klein told Peter Kraus to defend himself in court.", "Peter Kraus, himself"),
    ("Siemens faces challenges establishing itself in Rome.", "Siemens, itself"),
    # whose adviser somebody is: not his own, except in a phrase that describes a whole clause
    ("Tom Klein met Peter Kraus. Kraus served as his adviser.", "Tom Klein, his"),
    ("Tom Klein met Peter Kraus. Kraus is his uncle.", "Tom Klein, his"),
    ("Peter Kraus, as is his habit, left early.", "Peter Kraus, his"),
    ("Her brother, Daniel, sold the farm.", "Her brother, Daniel"),
    ("The Kyrgyz President, Anna Berg, signed it.", "Kyrgyz President, Anna Berg"),
    ("Siemens Chairman, Peter Kraus, left Rome.", "Siemens Chairman, Peter Kraus"),
    ("The Bishop of Rome, Peter Kraus, left.", "Bishop of Rome, Peter Kraus"),
    ("Archbishop of Rome, Peter Kraus, left.", "Archbishop of Rome, Peter Kraus"),
    ("Tom Klein met his Dutch counterpart, Helen Carter, in Rome.", "his Dutch counterpart, Helen Carter"),
    ("US ambassador to Russia Peter Kraus left.", "US ambassador to Russia, Peter Kraus"),
    ("The comedy Sideways has won six prizes. Critics praised the comedy.", "The comedy, Sideways, the comedy"),
    ("Carter left. His better half, Peter Kraus, stayed in Rome.", "His better half, Peter Kraus"),
    ("A survivor, nurse Helen Carter, swam to the pier.", "A survivor, Helen Carter"),
    ("Lyon architect, Helen Carter, drew the pier.", "Lyon architect, Helen Carter"),
    ("The traffic monitor, Zorvex.com, counted users.", "The traffic monitor, Zorvex.com"),
    ("The main character, Helen Carter, also sings.", "The main character, Helen Carter"),
    ("They met a nurse, Helen Carter, in Rome. Carter left.", "a nurse, Helen Carter, Carter"),
    ("They met a nurse, Helen Carter, who had left Rome.", "a nurse, Helen Carter, who"),
    ("The pump was built by an engineer, Peter Kraus.", "an engineer, Peter Kraus"),
    ("Another nurse, Helen Carter, left Rome.", "nurse, Helen Carter"),
    ("One of the nurses, Helen Carter, left Rome. She was ill.", "One of the nurses, Helen Carter, She"),
    ("They list the Gazetta, a book which holds names.", "Gazetta, a book which holds names, which"),
    # a description and the name that it refers to
    ("The oldest woman on the list was Helen Carter. She left.", "The oldest woman on the list, Helen Carter, She"),
    ("The mayor was not Helen Carter. Carter left.", "Helen Carter, Carter"),
    # a state, and the second country that is called so
    ("Farmers left Indiana on Monday. Nurses wept. Teachers are leaving the state too.", "Indiana, the state"),
    (
        "Norway left the union. The country sells oil. Sweden was neutral in the war, and the country sold iron.",
        "Sweden, the country",
    ),
    # a person whom the sentence before is about
    ("Helen Carter sang in Rome on Monday. The singer wore red.", "Helen Carter, The singer"),
    ("Helen Carter sang in Rome. She said the singer wore red.", "Helen Carter, She"),
    ("Helen Carter met Peter Kraus in Rome. The singer wore red.", "Helen Carter"),
    ("Anna Berg met Eva Klein. Eva Klein and her sister Ruth left.", "Eva Klein, Eva Klein, her"),
    # a name with the noun for its kind
    ("The Guardian newspaper reported it.", "Guardian, The Guardian newspaper"),
    ("Indian Supreme Court judges met. The Supreme Court said so.", "Indian Supreme Court, Supreme Court"),
    (
        "Congress met on Monday. The United States Congress voted. Congress left.",
        "Congress, United States Congress, Congress",
    ),
    ("Farmers in the province of Aceh left. Rain fell in Aceh.", "the province of Aceh, Aceh, Aceh"),
    ("He left the Lisbon suburb of Amadora. Amadora was calm.", "the Lisbon suburb of Amadora, Amadora, Amadora"),
    ("A hill on Peru's main island of Naxos shook.", "Peru's main island of Naxos, Naxos"),
    # a description refers to the last of several near it
    (
        "Norfolk's museum bought a painting. Ulm's museum lost a map of Spain. Visitors liked the museum.",
        "Ulm's museum, the museum",
    ),
    (
        "Peru signed a trade deal with Chile. Ecuador wants a fishing deal with Spain. Fishermen dislike the deal.",
        "a fishing deal with Spain, the deal",
    ),
    ("The .coop domain is old. The .museum domain is new. Firms use the .museum domain.", DOMAINS),
    # a description does not refer to the subject of its own clause
    # the continued subject
    ("Peter Kraus denied it. Tom Klein thanked the guests. He opened a window.", "Tom Klein, He"),
    (
        "Peter Kraus denied it. The mine's owner, Tom Klein, left. He said it was old.",
        "The mine's owner, Tom Klein, He",
    ),
    ("Anna Oslo left the bank. She joined a choir. She sings well.", "Anna Oslo, She, She"),
    # a person introduced right before speaking, though the text is about another
    (
        (
            "Peter Kraus won in Ulm. Kraus has two sons. Ciaran Visser, a baker, had been due to take on Kraus. "
            "He says the vote was late."
        ),
        "Ciaran Visser, He",
    ),
    (
        (
            "Anna Oslo was jailed. Her life was quiet. Ilka Roth, a driver, met Oslo at her school. "
            "“I knew her well,” she said."
        ),
        "Ilka Roth, I, she",
    ),
    # nobody calls himself by his name
    (
        "Robert Klein met farmers. Klein also praised Peter Kraus in Bonn. “Peter Kraus is a good man,” he said.",
        "Robert Klein, Klein, he",
    ),
    # a noun that the parser takes for a name
    ("Governor-elect Peter Kraus left Ulm. The governor-elect said it was late.", "Peter Kraus, The governor-elect"),
    # reports
    (
        "Delmar Airlines hired Nordbank. A spokesman for Nordbank said the firm would pay.",
        "Nordbank, Nordbank, the firm",
    ),
    (
        (
            "The court jailed Robert Klein. Peter Kraus, who led his office, testified that he was told to burn files. "
            "Klein has always maintained that he never saw them."
        ),
        "Robert Klein, Klein, he",
    ),
    (
        (
            "The ministry's spokesman said on Monday that he was sad. The work goes on, said Victor Hahn, who leads "
            "the crew. He said that the dam would hold."
        ),
        "Victor Hahn, who, He",
    ),
    ("Zelkova, which is based in Lyon but runs its plants from Ohio, grew.", "Zelkova, which, its"),
    (
        (
            "Klein, 58, was fined on Tuesday for taking money from Norlab, a shop owned by his brother. "
            "The court fined the minister Robert Klein."
        ),
        "Klein, his, the minister, Robert Klein",
    ),
    ("Helen Carter met Peter Kraus, who told Robert Klein he would help.", "Peter Kraus, who, he"),
    # predicates, and denied things
    ("Halden would become the first club to win twice. The club has ten members.", "Halden, The club"),
    (
        "The ministry praised Delmar Airlines, a carrier. Nordbank Motors sold buses. The carrier will grow.",
        "Delmar Airlines, The carrier",
    ),
    # pronouns
    ("Siemens said it would close its plants in Spain.", "Siemens, it, its"),
    ("Barton denied that it had paid the minister.", "Barton, it"),
    ("The report denied that it was wrong.", "The report, it"),
    ("Tabbor said it would close a plant.", "Tabbor, it"),
    ("Half of the farmers said they would wait.", "Half of the farmers, they"),
    ("Angela Berg met Peter Kraus. She thanked him.", "Angela Berg, She"),
    ("Angela Berg met Peter Kraus. She thanked him.", "Peter Kraus, him"),
    ("Mrs Duncan praised Mr Harding after she had read his report.", "Mrs Duncan, she"),
    ("The protesters shouted that they would return.", "The protesters, they"),
    ("Emma Stone arrived in Paris. Her brother came with her.", "Emma Stone, Her, her"),
    # descriptions
    ("Siemens opened a plant in Ohio. The company will hire workers.", "Siemens, The company"),
    ("Parliament passed a strict ban. The ban begins in May.", "a strict ban, The ban"),
    ("The judge read the verdict. Lawyers had feared the verdict.", "the verdict, the verdict"),
    ("Siemens has US sales in mind. It praised its US sales.", "US sales in mind, its US sales"),
    ("Siemens praised Siemens's new plants. Its new plants are clean.", "Siemens's new plants, Its new plants"),
    ("President Emmanuel Macron spoke on Monday. The president defended the law.", "Emmanuel Macron, The president"),
    ("The phone maker Zelkova Labs closed a plant.", "The phone maker, Zelkova Labs"),
    ("Police met Siemens Group, the owner of the plant.", "Siemens Group, the owner of the plant"),
    ("Siemens opened a plant. The company, which is old, will grow.", "Siemens, The company, which"),
    ("Siemens opened a plant. The company, founded in 1847, will grow.", "Siemens, The company"),
    ("Siemens opened a plant. Critics praised the German company.", "Siemens, the German company"),
    ("Siemens opened a plant. Critics praised the company itself.", "Siemens, the company, itself"),
    ("Manchester United lost in Rome. Farmers like the club.", "Manchester United, the club"),
    ("The House passed the Fishing Act. Critics fear that the law is weak.", "Fishing Act, the law"),
    # descriptions by the general kind of a name, and certain links despite further modifiers
    ("The Lowland Festival opens on Friday. The event will be held at two sites.", "Lowland Festival, The event"),
    ("Oxfam asked for money on Monday. The charity has helped 3,000 farmers since March.", "Oxfam, The charity"),
    (
        "Harrowmoor Borough Council met on Monday. The authority sold a park.",
        "Harrowmoor Borough Council, The authority",
    ),
    ("The town has a new bridge. The bridge, by Acme, is of steel.", "a new bridge, The bridge"),
    # a noun introduced by a subject precedes a name that fits
    ("A bank fell on Monday. Farmers sued Nordbank Group. The bank had lost its licence.", "A bank, The bank, its"),
    # places described anew
    ("Siemens left Norway in May. The hilly country has few trains.", "Norway, The hilly country"),
    ("The summit was held in Oslo. Peter Kraus walked through the crowded capital.", "Oslo, the crowded capital"),
    ("Indonesia left the list in May. The Asian nation had been on it.", "Indonesia, The Asian nation"),
    # persons described by their people, and described anew
    ("Spain's Ana Ruiz won in Lyon. Eva Berg fell early. The Spaniard smiled.", "Spain's Ana Ruiz, Spaniard"),
    ("Ana Ruiz beat Kenyan runner Lea Odhiambo. The Spaniard smiled.", "Ana Ruiz, Spaniard"),
    ("Carlos Vega joined a club. He met Ivan Petrov. The Brazilian was late.", "Carlos Vega, He, Brazilian"),
    ("Ian Hill lost on Monday. The Briton fell twice.", "Ian Hill, Briton"),
    ("Karl Holm won in Oslo. The 28-year-old Dane had lost once.", "Karl Holm, 28-year-old Dane"),
    (
        "Anna Holm runs a farm near Ulm. The former Norland minister left politics in May.",
        "Anna Holm, The former Norland minister",
    ),
    (
        f"Norland unveiled a wage tax on Monday. {BETWEEN} Critics of the tax met in Lyon.",
        "a wage tax, the tax",
    ),
    (
        "A spokesman for Norlab left. A spokesman for Zelkova ate. Rain fell. Snow came. Ice grew. The spokesman sat.",
        "A spokesman for Zelkova, The spokesman",
    ),
    (
        "A doctor raised the alarm on Monday. The doctor, Anna Holm, had treated nine people.",
        "A doctor, The doctor, Anna Holm",
    ),
    ("Ana Silva and Ben Reed left Lyon. The duo will sing in Rome.", "Ana Silva and Ben Reed, The duo"),
    ("Norlab hired Ana Silva and Eva Berg. Both women are bakers.", "Ana Silva and Eva Berg, Both women"),
    (f"Norlab hired Ana Silva and Eva Berg. {BETWEEN} Both women left.", "Ana Silva and Eva Berg, Both women"),
    # descriptions of several that do not count them, of three, and of things with the same noun
    (
        "Ana Silva and Eva Berg came to Lyon. The women drank wine. They left.",
        "Ana Silva and Eva Berg, The women, They",
    ),
    ("Facebook and Google met in Lyon. The firms rejected the law.", "Facebook and Google, The firms"),
    ("Ana Silva and Ben Reed and Tom Klein left. The trio sang.", "Ana Silva and Ben Reed and Tom Klein, The trio"),
    (
        "Norlab opened a steel mill and a paper mill. Both mills are in Lyon.",
        "a steel mill and a paper mill, Both mills",
    ),
    ("Ian Hill left a bank in Ulm. The 52-year-old lawyer will write a book.", "Ian Hill, The 52-year-old lawyer"),
    (
        "Anna Holm ran for mayor in Rome on Sunday. The former swimmer said voters wanted change.",
        "Anna Holm, The former swimmer",
    ),
    ("Norlab bought a mill from Zelkova. The Lyon-based firm makes glue.", "Norlab, The Lyon-based firm"),
    ("Norlab bought a mill from Zelkova. The Lyon-based group makes glue.", "Norlab, The Lyon-based group"),
    ("Prosecutors searched the mill of Norlab. The Lyon-based firm makes glue.", "Norlab, The Lyon-based firm"),
    ("Anna Holm swam in Rome. The young Norwegian wore red.", "Anna Holm, young Norwegian"),
    (
        "Eva Klein met Anna Holm in Rome. “The rain was heavy,” said the Norland striker.",
        "Eva Klein, the Norland striker",
    ),
    # "it" and the subject of its sentence
    ("Siemens said sales had grown since it joined the board.", "Siemens, it"),
    ("Nordbank Group sold a plant in May to pay off its debts.", "Nordbank Group, its"),
    ("The Rhine Trade Board ordered Norlab to say how it sets its prices.", "Norlab, it, its"),
    (
        "The Rhine Trade Board gave Piero, which sells rides, until May to publish the prices it asks.",
        "Piero, which, it",
    ),
    ("Norlab bought Bolt to raise its profits.", "Norlab, its"),
    # he and she continue an earlier subject
    (
        "Kern in Ulm said a van was found. Ilka Roth called the wounds light. “Two are deep. Four are not,” she said.",
        "Ilka Roth, she",
    ),
    (
        "The yard belongs to a firm with the same owner, Peter Novak, after a crane fell at a fair; he was not there.",
        "the same owner, Peter Novak, he",
    ),
    (
        "Peter Novak has met farmers in Bonn. The treasurer said he was proud of his work.",
        "Peter Novak, The treasurer, he, his",
    ),
    # appositions
    ("One passenger, Ana Kolar, saw the crash. Kolar called the police.", "passenger, Ana Kolar, Kolar"),
    # within a description of a name
    (
        "Ana Kolar, the head of her family's firm, left on Monday. She was tired.",
        "Ana Kolar, the head of her family's firm, her, She",
    ),
    # an unresolved pronoun before it, which the network would link to Kraus and the rules cannot
    (
        "Daniel Kraus, 19, a member of Scientology all his life, was held after leaving its board. He was released.",
        "Daniel Kraus, He",
    ),
    # persons to whom "he" does not refer
    ("Peter Kraus met Robert Klein, who he believes was ill.", "Peter Kraus, he"),
    # a last name that was attached to another name
    ("Anna Visser met farmers. Visser, though, praised coach Tom Klein. Visser left.", "Anna Visser, Visser, Visser"),
    # a last name that a firm has too, before "he"
    # a last name before a small word of another language
    ("Ana Moura da Luz won. Moura laughed.", "Ana Moura da Luz, Moura"),
    # a speaker that is the beginning of a firm's name
    ("Quarrow Ferry Partners owns it. Quarrow Ferry refused to pay.", "Quarrow Ferry Partners, Quarrow Ferry"),
    # quotations
    ("“We will pay,” said Brian Walsh, a spokesman for Siemens.", "We, Siemens"),
    ("Siemens' chief executive, Brian Walsh, said: “We will hire.”", "Siemens, We"),
    ("The team won. “We played well,” team captain Ian Ross said.", "The team, We"),
    ("“I was abroad,” Tomas Reyes said. “I came back in May.”", "I, Tomas Reyes, I"),
    ("“Our profits will rise,” Siemens said in a statement.", "Our, Siemens"),
    ("“I will not resign,” Helen Carter said.", "I, Helen Carter"),
    ("“I was late,” said the Porto star.", "I, the Porto star"),
    ("The growers said: “We sell tea.”", "The growers, We"),
    (
        "“We sell tea,” said Ana Silva, the head of Nordbank. She added: “The state pays us.” It rained.",
        "We, Nordbank, us",
    ),
    # the speaker's affiliation: inside another one, before a compound title, by an adjective, named some sentences ago
    ("“We will pay,” said Ana Silva, head of Siemens' research laboratory.", "We, Siemens"),
    ("“We will pay,” Siemens director general Ana Silva said.", "We, Siemens"),
    ("Farmers left Norway. Norwegian Prime Minister Ana Silva was angry. “We need help,” she said.", "Norway, We"),
    (
        f"Siemens chairman Ana Silva met farmers. {'They ate bread in Rome. ' * 8}“We sell tea,” Silva said.",
        "Siemens, We",
    ),
    # two conjuncts with the same possessive
    ("Oslo is known because of its size and its steady growth.", "Oslo, its, its"),
]

APART = [
    # what is spoken of may be another's, and who hires them is not those who are hired
    ("Peter Kraus met Victor Hahn. The mayor praised his work.", "The mayor", "his"),
    ("The drivers met the actors. By hiring the actors, they saved the show.", "the actors", "they"),
    # another place
    ("The summit was held in Oslo. Peter Kraus drove to the nearby city.", "Oslo", "the nearby city"),
    # another number of the same noun
    ("Two rival studios say that the studio could lose $40 million.", "Two rival studios", "the studio"),
    ("Students live in halls of residence, where the hall warden has a key.", "halls of residence", "the hall"),
    # other teams are no one's own, and a member of a country's delegation does not speak for the country
    ("Other teams won. “We played well,” team captain Ian Ross said.", "Other teams", "We"),
    # an officer speaks neither for a region nor for a subject, a governor not for a party
    ("South Asia is poor. “We need time,” said Peter Kraus, director general for South Asia.", "South Asia", "We"),
    ("“We need time,” the Republican governor said. The Republican Party won.", "The Republican Party", "We"),
    ("“We disagree,” said Ana Silva, the lone Democrat in Norway's trade delegation.", "We", "Norway"),
    # two persons with the first word of a name
    ("Reporters met Wei Guoqiang and Wei Xiulan. Mr Wei urged them to wait.", "Wei Guoqiang", "Wei"),
    # a possession is not its owner
    ("Peter Kraus rented out a mill. Victor Hahn sold his in May.", "Peter Kraus", "his"),
    ("Peter Kraus rented out a mill. Victor Hahn sold his in May.", "Victor Hahn", "his"),
    # a speaker of unknown gender who reports that "she" must do something need not be she
    ("Anna Berg was fined on Monday. She had robbed a bank. Judge Kraus said she must pay.", "Kraus", "she"),
    # a name between commas after the verb is not an apposition of its subject
    (
        (
            "In future, only partly-treated timber will be sent back to its country of origin, normally Germany or "
            "France, under seal."
        ),
        "only partly-treated timber",
        "Germany",
    ),
    # several names do not name one of several
    ("Two of the nurses, Helen Carter and Anna Berg, left Rome.", "Two of the nurses", "Helen Carter"),
    ("They met a nurse, Helen Carter and Anna Berg.", "a nurse", "Helen Carter"),
    # the understood subject of a verb and its object differ
    ("A clerk told Siemens to sell it.", "Siemens", "it"),
    ("Siemens wanted to sell it.", "Siemens", "it"),
    # nor is a description within a clause its subject
    ("President Anna Berg spoke. Berg was an assistant to the president.", "Berg", "the president"),
    ("President Anna Berg spoke. Berg sent a letter to the president.", "Berg", "the president"),
    ("President Anna Berg spoke. Berg met the president's sister.", "Berg", "the president's"),
    # initials that differ
    ("George B. C. Kraus left. George C. Kraus sued Siemens.", "George B. C. Kraus", "George C. Kraus"),
    # expletive "it"
    ("Siemens said it could be two weeks before the pumps ran.", "Siemens", "it"),
    ("Siemens built a dam. It was the mayor who opened the gates.", "Siemens", "It"),
    ("Siemens closed a mine when it began to snow.", "Siemens", "it"),
    ("Siemens said it took two days to mend the pump.", "Siemens", "it"),
    # organizations are of many kinds
    ("Nordbank lent money to Siemens. The union sued the owners.", "Siemens", "The union"),
    ("Siemens sold a mill. Workers met on Friday. The government closed the road.", "Siemens", "The government"),
    ("Oxfam fined Siemens. The charity sued Siemens.", "Siemens", "The charity"),
    ("The team won. The Syrian team lost. The Greek team came third.", "The Syrian team", "The Greek team"),
    ('Tom Halden, who photographed the trucks, was angry. "I told them in February," he said.', "the trucks", "them"),
    ("The firm is to be called Pango. Farmers praised Pango.", "The firm", "Pango"),
    ("Every voter has a card. The voter signs the card.", "Every voter", "The voter"),
    ("Norvik Bank lost money. The exchange can expel any bank with debts.", "Norvik Bank", "any bank"),
    ("Its robot fell. Their robot won. Their coach was glad.", "Its robot", "Their robot"),
    ("Siemens is a German company. A company in Ohio closed.", "Siemens", "A company"),
    ("The first decision came in May. The second decision came in June.", "The first decision", "The second decision"),
    ("Bosch sells drills. Robert Bosch founded it. Customers of Bosch are glad.", "Robert Bosch", "Bosch"),
    ("It rained in Berlin when Siemens met investors.", "Siemens", "It"),
    ("Siemens leads the market when it comes to old pumps.", "Siemens", "it"),
    ("The company lost a lawsuit. It was Peter Kraus who sued the company.", "The company", "It"),
    # an expletive is no antecedent
    ("It had begun to rain heavily, and the visitors were the better for it.", "It", "it"),
    # nobody acts on a part of himself without saying so
    ("The farmers met their rivals in Varn, and the farmers praised most of them.", "the farmers", "them"),
    ("Peter Kraus met Victor Hahn in Varn because Hahn was fond of him.", "Victor Hahn", "him"),
    ("It is likely that Siemens will sell its plants.", "Siemens", "It"),
    ("Quarrow Ferry Hospital is old. Rents fell in Quarrow Ferry.", "Quarrow Ferry Hospital", "Quarrow Ferry"),
    ("Siemens has experts. The IT department of Siemens is large.", "Siemens", "IT"),
    ("The Labor Department warned Siemens about the company's software.", "Labor Department", "the company"),
    ("Angela Berg met Julia Kraus. He smiled.", "Angela Berg", "He"),
    ("Tom Klein met Peter Kraus. He opened a window.", "Peter Kraus", "He"),
    ("According to Peter Kraus, the mill was old. It added that farmers met.", "Peter Kraus", "It"),
    ("Peter Kraus said it was late. Its owner, Victor Hahn, has a boat. He added it was old.", "Peter Kraus", "He"),
    # a title is no description of a person
    ("Peter Kraus made Sunfall. In Lyon, The Singer is long.", "Peter Kraus", "The Singer"),
    ("Peter Kraus sang in Varn. The Singer was at number six.", "Peter Kraus", "Singer"),
    ("The guests told Peter Kraus it was late. He added that he was tired.", "The guests", "He"),
    ("Peter Kraus said it was late. Victor Hahn has a boat. He added that it was old.", "Peter Kraus", "He"),
    ("Peter Kraus criticised him.", "Peter Kraus", "him"),
    ("“He has to go,” Peter Kraus said.", "Peter Kraus", "He"),
    ("Peter Kraus leads the team. “He is one of the best, and he has to stay,” Kraus said.", "Peter Kraus", "He"),
    ("“We will win,” Peter Kraus said.", "Peter Kraus", "We"),
    ("“We will win,” said the Siemens star.", "Siemens", "We"),
    ("“We will win,” said Peter Kraus, a former head of Siemens.", "Siemens", "We"),
    ("“We found salt,” said Peter Kraus, a chemist at Ohio University.", "Ohio University", "We"),
    ("“We will win,” said Peter Kraus, the Secretary of State.", "State", "We"),
    ("“We will win,” said German striker Peter Kraus. He lives in Germany.", "Germany", "We"),
    ("Washington has justified the ban in the US.", "US", "Washington"),
    (
        "Two million people live here. The soil is dry. It rarely rains. Aid will help those people with a farm.",
        "Two million people",
        "those people",
    ),
    (
        "Their strike began in May. "
        + "Farmers sold milk. " * 15
        + "Doctors of the town left their wards. The strike closed the hospital.",
        "Their strike",
        "The strike",
    ),
    ("Peter Kraus and Daniel Moreau argued because he was late.", "Peter Kraus", "he"),
    ("Air Bolt-Marsh raised wages. The planes were in the air.", "Air Bolt-Marsh", "the air"),
    # an inanimate thing plans nothing and has no chairman
    ("The firm showed the machines to us. It said their plan was to double output.", "the machines", "their"),
    ("Analysts said the move was aimed at rivals opposed to its chairman.", "the move", "its"),
    ("Siemens spoke of the end of a boom which hurt its brand.", "a boom", "its"),
    ("Neither firm had a role in its design.", "Neither firm", "its"),
    ("Neither firm said it would close.", "Neither firm", "it"),
    ("Helen Carter won the vote. I met her in Lyon, where I live.", "Helen Carter", "I"),
    ("Bolt lost money. Zelkova, its main rival, made some.", "Zelkova", "its"),
    # the subject after "its", and the words before it
    ("Farmers use the web. On its small homepage Siemens has a map.", "the web", "its"),
    # wishes for another's action, also in an infinitive or an adjective
    ("Siemens expects it to fall.", "Siemens", "it"),
    ("The Liberal Democrats want it replaced by a tax.", "The Liberal Democrats", "it"),
    ("Siemens did not find it hard.", "Siemens", "it"),
    # a town without its name, and antecedents within speech
    ("Peter Kraus was born in a village near Ghent. The village was small.", "Ghent", "The village"),
    ("Peter Kraus was ill. “The doctor was angry,” Ana Silva said.", "Peter Kraus", "The doctor"),
    # a name with its own kind
    ("The Dairy Safety Board met in May. It was late. The company fell.", "Dairy Safety Board", "The company"),
    ("The Dairy Workers' Union met in May. It was late. The firm fell.", "Dairy Workers' Union", "The firm"),
    ('Ben Reed met Tom Holm. The letter said: "I never ordered a transfer."', "Ben Reed", "I"),
    ('Ben Reed met the mayor. "I never ordered a transfer."', "Ben Reed", "I"),
    ("Tom Barton left. Barton said it would rain.", "Tom Barton", "it"),
    ("Siemens announced that it is time to sell the mine.", "Siemens", "it"),
    ("Ann Berg and her son looked for fossils. They contacted a museum.", "fossils", "They"),
    ("Siemens met Helen Carter. A spokesman for Carter said the firm had lied.", "Helen Carter", "the firm"),
    ("Nordbank is a firm. The co-op firm is another.", "Nordbank", "The co-op firm"),
    ("Delmar Airlines grew. The 19 company will close.", "Delmar Airlines", "The 19 company"),
    ("Irish farmers met Anna Holm. The Irish want rain.", "Anna Holm", "The Irish"),
    (f"Norland unveiled its wage tax on Monday. {BETWEEN} Critics of the tax met in Lyon.", "its wage tax", "the tax"),
    ("A doctor raised the alarm on Monday. The tall doctor, Anna Holm, smiled.", "A doctor", "Anna Holm"),
    ("Ana Silva and Tom Reed left Lyon. Both women sing in Rome.", "Ana Silva and Tom Reed", "Both women"),
    # what a row acts on, and a country of another continent
    ("Facebook and Google sued foreign firms. The firms paid.", "Facebook and Google", "The firms"),
    ("Eva Berg and Ana Silva saw the women. The women sang.", "Eva Berg and Ana Silva", "The women"),
    ("Eva Berg and Ana Silva saw several women. The women sang.", "Eva Berg and Ana Silva", "The women"),
    ("Ana Silva and Ben Reed met two students. Both students sang.", "Ana Silva and Ben Reed", "Both students"),
    ("Kenya thanked China. The African nation owes much.", "China", "The African nation"),
    # persons who are not counted may be others
    ("Ana Silva and Tom Reed left Lyon. The women sing in Rome.", "Ana Silva and Tom Reed", "The women"),
    ("Ana Silva and Tom Reed left Lyon. The drivers slept.", "Ana Silva and Tom Reed", "The drivers"),
    (
        "Ana Silva and Eva Berg left. The sun rose. It was late. The women slept.",
        "Ana Silva and Eva Berg",
        "The women",
    ),
    (
        "Ana Silva, Eva Berg and Ben Reed left. The two singers wept.",
        "Ana Silva, Eva Berg and Ben Reed",
        "The two singers",
    ),
    ("Ana Silva and Ben Reed beat Eva Berg and Tom Klein. The duo wept.", "Ana Silva and Ben Reed", "The duo"),
    ("Ana Silva and Ben Reed left Lyon. The two firms closed.", "Ana Silva and Ben Reed", "The two firms"),
    (
        f"Ana Silva and Ben Reed sang. Eva Berg and Tom Klein wept. {BETWEEN} The duo left.",
        "Ana Silva and Ben Reed",
        "The duo",
    ),
    (
        "Ana Silva, Ben Reed and Tom Klein left Lyon. The two men sang.",
        "Ana Silva, Ben Reed and Tom Klein",
        "The two men",
    ),
    ("Anna Holm met Eva Klein. Police said the Norland striker was late.", "Anna Holm", "the Norland striker"),
    ("A Norland striker fell. Anna Holm lost. The Norland striker smiled.", "Anna Holm", "The Norland striker"),
    (
        "Anna Holm ran for mayor in Rome. The second swimmer said voters wanted change.",
        "Anna Holm",
        "The second swimmer",
    ),
    (
        "Anna Holm ran for mayor in Rome. The young swimmer from Lyon said voters wanted change.",
        "Anna Holm",
        "The young swimmer from Lyon",
    ),
    ("Norlab bought a mill. The Lyon-based ministry said no.", "Norlab", "The Lyon-based ministry"),
    (
        "Police searched mills of Norlab near mills of Zelkova. The Lyon-based firm makes glue.",
        "Norlab",
        "The Lyon-based firm",
    ),
    ("Jan Visser accused his brother Tom Visser. Police met the brothers.", "Jan Visser", "the brothers"),
    ("Jan Visser accused his brother Tom Visser. Police met the brothers.", "Tom Visser", "the brothers"),
    ("Siemens wants France to cut its taxes.", "Siemens", "its"),
    ("Tom Reed met Ana Silva. He said Reed had written him a letter.", "Tom Reed", "He"),
    ("Siemens makes it easy to pay.", "Siemens", "it"),
    ("Victor Hahn met Robert Klein, who he believes was ill.", "Robert Klein", "he"),
    ("Siemens met the union. Siemens paid a small firm. The company sent a bill.", "Siemens", "The company"),
    ("Dray Pax was sued by a guard. The woman waited two years.", "Dray Pax", "The woman"),
    ("A guard said: “He (Julia Kraus) was late.”", "He", "Julia Kraus"),
    ("“Do you see the trucks?” Peter Kraus asked.", "Peter Kraus", "you"),
    ("The bank praised the mayor Peter Kraus, who he says is the best.", "Peter Kraus", "he"),
    ("Anna Kraus, the sister of Tom Kraus, left. Her exit was not accepted by her sister.", "Anna Kraus", "her sister"),
    ("Norlab paid a fine after it emerged that its accounts were false.", "Norlab", "it"),
    (
        "Chinonso Adebayo of Lyon, who tested a pump on 20 farms, found it did as well as dearer ones.",
        "Chinonso Adebayo",
        "it",
    ),
    (
        "Farmers praised Norlab Foods. Judges met. Doctors slept. Lenders met Bolt Capital. The chain closed a shop.",
        "Bolt Capital",
        "The chain",
    ),
]


def parsed(nlp: Language, text: str) -> Doc:
    doc = nlp(text)
    doc._.kg_quotations = quotations(parse_of(doc))
    return doc


def chains(nlp: Language, text: str) -> list[list[str]]:
    return [[mention.text for mention in chain] for chain in coreference(parse_of(parsed(nlp, text)))]


@pytest.mark.parametrize(("text", "chain"), ONE_CHAIN)
def test_one_entity_is_one_chain(nlp: Language, text: str, chain: str) -> None:
    assert chain.split(", ") in chains(nlp, text)


@pytest.mark.parametrize(("text", "one", "other"), APART)
def test_different_entities_stay_separate(nlp: Language, text: str, one: str, other: str) -> None:
    assert not [chain for chain in chains(nlp, text) if one in chain and other in chain]


LATER = [
    (
        "The Labour Party lost. Its leader, Anna Berg, resigned. Berg's party had hoped to win.",
        "Labour Party, Its, Berg's party",
        "a description with an owner is linked to a name only where the owner is known to be the name's",
    ),
    (
        "Siemens said on Monday it would leave Spain after Madrid fined its managers.",
        "Siemens, it, its",
        "what a state can own is not known, so Madrid is as likely an owner",
    ),
    (
        "Helen Carter and Peter Kraus left. They flew to Rome.",
        "Helen Carter, Peter Kraus, They",
        "a chain cannot say that several things are meant together",
    ),
]


@pytest.mark.parametrize(
    ("text", "chain"),
    [pytest.param(text, chain, marks=pytest.mark.xfail(strict=True, reason=reason)) for text, chain, reason in LATER],
)
def test_what_the_rules_cannot_do_yet(nlp: Language, text: str, chain: str) -> None:
    assert chain.split(", ") in chains(nlp, text)


def test_a_word_of_a_name_is_no_description_of_its_thing(nlp: Language) -> None:
    discourse = Discourse(parse_of(parsed(nlp, "The carrier Air France-KLM raised wages.")), default_gazetteer())
    (name,) = (candidate for candidate in discourse.candidates if candidate.kind == "name")
    assert name.mention.text == "Air France-KLM"
    assert "carrier" in name.descriptors
    assert "air" not in name.descriptors


def test_a_part_of_a_title_is_no_description_of_its_bearer(nlp: Language) -> None:
    text = "Scotland fly-half Tom Klein kicked a penalty. Prime Minister Anna Berg cheered."
    discourse = Discourse(parse_of(parsed(nlp, text)), default_gazetteer())
    klein, berg = (found for found in discourse.candidates if found.form in {"tom klein", "anna berg"})
    assert "scotland" not in klein.descriptors
    assert "scotland" in klein.descriptive_words
    assert berg.descriptors == {"berg", "minister"}


def test_mentions_have_the_keys_that_the_extractors_use(nlp: Language) -> None:
    doc = parsed(nlp, "Siemens said it would close its plants.")
    (chain,) = (chain for chain in coreference(parse_of(doc)) if len(chain) > 1)
    assert [found.key for found in chain] == [mention(doc[i]).key for i in (0, 2, 5)]


def same_words(doc: Doc) -> tuple[Chain, ...]:
    """Return a chain for each word that is written as a name, as a custom resolver could."""
    names = [mention(token) for token in doc if token.pos_ == "PROPN"]
    return tuple(tuple(name for name in names if name.text == text) for text in sorted({name.text for name in names}))


def test_another_resolver_can_be_plugged_in(nlp: Language) -> None:
    text = "Siemens grew. Siemens hired."
    whole = [Span("d", 0, len(text))]
    (doc,) = annotate([Document("d", text)], nlp, prose=lambda _: whole, resolver=same_words)
    assert [[found.span.start for found in chain] for chain in doc._.kg_chains] == [[0, 14]]


def news_texts() -> list[dict[str, str]]:
    with (Path(__file__).parent / "coref_news.tsv").open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))


MISSED: t.Final[t.Mapping[str, str]] = {
    "Grupo Andamio built the road. Andamio paid the mayor.": "a word before a firm is no part of its short name",
    "The group of Afghan singers left. The group whose three members sang won.": "to the parser, sang is an auxiliary",
    "After he lost the vote, Karl Olsen moved to Spain.": "only what stands before a pronoun is an antecedent",
    "Peter Novak saw Tomas Reyes when he was ill.": "the subject is taken to be likelier than it is",
    "The Kestrel Museum was founded by Samuel Kestrel. Kestrel's director resigned in May.": "films have them, too",
    "The walkout began in May, and Nordhavn said it was disappointed by the vote.": "what a verb means says little",
}
"""Texts of `coref_news.tsv` that are not resolved well yet, and why."""


@pytest.mark.parametrize(
    "text",
    [
        "Bolt, Siemens and Bosch have withdrawn their bids.",
        "Officials said that Bolt, Siemens and Bosch had sold their mills.",
    ],
)
def test_three_subjects_are_owners_together(nlp: Language, text: str) -> None:
    assert ["Bolt, Siemens and Bosch", "their"] in chains(nlp, text)


def test_names_after_a_description_are_no_row_with_it(nlp: Language) -> None:
    found = chains(nlp, "The two main channels, Bolt and Siemens, have seen their shares fall.")
    assert not any("The two main channels, Bolt and Siemens" in chain for chain in found)


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(row, marks=pytest.mark.xfail(strict=True, reason=MISSED[row["text"]]))
        if row["text"] in MISSED
        else row
        for row in news_texts()
    ],
)
def test_short_news_texts(nlp: Language, row: dict[str, str]) -> None:
    found = [chain for chain in chains(nlp, row["text"]) if row["mention"] in chain]
    if row["meant"] == "-":  # left open, or linked only to the same words and their relative pronoun
        assert all(set(chain) <= {row["mention"], "whose"} for chain in found)
    else:
        assert any(text.startswith(row["meant"]) for chain in found for text in chain)  # labels are whole phrases


def test_who_said_something_last_says_something_next_though_nobody_is_named(nlp: Language) -> None:
    text = "He said the mine was old. It was dark. He added that it was wet."
    assert [chain for chain in chains(nlp, text) if chain == ["He", "He"]]


def chains_with_times(nlp: Language, text: str) -> list[list[str]]:
    (annotated,) = annotate([Document("visser", text)], nlp, prose=lambda _: [Span("visser", 0, len(text))])
    return [[mention.text for mention in chain] for chain in coreference(parse_of(annotated))]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Anna Visser left Lyon in May. The 21-year-old won the race.", "Anna Visser, The 21-year-old"),
        (
            "Dirk Halm, 52, met the farmer Jens Brandt, 37. Brandt left in May. The 52-year-old was ill.",
            "Dirk Halm, The 52-year-old",
        ),
    ],
)
def test_an_age_refers_to_the_person_who_has_it(nlp: Language, text: str, chain: str) -> None:
    assert chain.split(", ") in chains_with_times(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "The 31-year-old lost the race. The 44-year-old won in May.",
        "Dirk Halm, 52, met farmers. The 37-year-old was ill.",
        "The 52-year-old baker Dirk Halm met farmers. The 37-year-old was ill.",
    ],
)
def test_two_ages_are_two_persons(nlp: Language, text: str) -> None:
    assert not [chain for chain in chains_with_times(nlp, text) if len(chain) > 1]


def test_what_is_surest_is_linked_first(nlp: Language) -> None:
    doc = next(annotate([Document("x", "Lind met Holm. He left. She smiled.")], nlp, prose=paragraph_spans))
    scores = {(2, 0): 1.0, (3, 0): 4.0}
    model = t.cast("RankingModel", Scores(scores))

    found = resolved(parse_of(doc), PRECISE_THRESHOLDS, model=model)

    lind, _, he, she = found.candidates
    assert found.are_one(lind, she)
    assert not found.are_one(lind, he)


class Scores(t.NamedTuple):
    """A model that gives some pairs a score, and all others a low one."""

    scores_of: Mapping[tuple[int, int], float]

    def scores(self, values: Ints, pairs: Pairs) -> Floats:
        rows = zip(pairs.anaphor.tolist(), pairs.antecedent.tolist(), strict=True)
        return np.array([self.scores_of.get(row, -9.0) for row in rows], dtype=np.float32)


REPORTS = """Orsk beat Vela. The match lasted two hours.

Second round

Tarn met Holm on a wet pitch. The match was dull."""


def test_a_description_does_not_reach_beyond_a_heading(nlp: Language) -> None:
    lines = [span for span in paragraph_spans(Document("d", REPORTS)) if REPORTS[span.end - 1] == "."]
    (doc,) = annotate([Document("d", REPORTS)], nlp, prose=lambda _: lines)
    assert not [chain for chain in doc._.kg_chains if any(found.text == "The match" for found in chain)]
    (doc,) = annotate([Document("d", REPORTS)], nlp, prose=lambda _: [Span("d", 0, len(REPORTS))])
    assert [len(chain) for chain in doc._.kg_chains if any(found.text == "The match" for found in chain)] == [2]


def test_empty_text_has_no_chains(nlp: Language) -> None:
    assert coreference(parse_of(nlp(""))) == ()
