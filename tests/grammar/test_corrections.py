"""Each correction corrects one parser error, and leaves similar correct parses alone."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.grammar.attachments import ATTACHMENTS
from kg.grammar.corrections import CORRECTIONS
from kg.grammar.parse import correct, parse_of, uncorrected
from tests.extract.documents import parsed

CORRECTED = [
    ("passive-after-passive", "damaged", "blocked", "conj", "VBN",
     ("Roads/NNS/nsubjpass/3 were=be/VBD/auxpass/3 blocked=block/VBN/ROOT/0 and/CC/cc/3 houses=house/NNS/conj/3 "
      "damaged=damage/VBN/acl/5 ././punct/3")),
    ("passive-after-passive", "houses", "damaged", "nsubjpass", "NNS",
     ("Roads/NNS/nsubjpass/3 were=be/VBD/auxpass/3 blocked=block/VBN/ROOT/0 and/CC/cc/3 houses=house/NNS/conj/3 "
      "damaged=damage/VBN/acl/5 ././punct/3")),
    ("age-before-verb", "scored", "scored", "ROOT", "VBD",
     ("The/DT/det/8 19/CD/nummod/4 -/HYPH/punct/4 year/NN/npadvmod/6 -/HYPH/punct/6 old/JJ/amod/8 "
      "scored=score/VBN/amod/8 goals=goal/NNS/ROOT/0 ././punct/8")),
    ("age-before-verb", "works", "works", "ROOT", "VBZ",
     ("The/DT/det/7 19/CD/nummod/4 -/HYPH/punct/4 year/NN/npadvmod/6 -/HYPH/punct/6 old/JJ/amod/7 "
      "works=work/NNS/ROOT/0 in/IN/prep/7 Oslo/NNP/pobj/8 ././punct/7")),
    ("age-before-verb", "played", "played", "ROOT", "VBD",
     ("The/DT/det/7 19/CD/nummod/4 -/HYPH/punct/4 year/NN/npadvmod/6 -/HYPH/punct/6 old/JJ/amod/7 "
      "played=play/NN/ROOT/0 for/IN/prep/7 Oslo/NNP/pobj/8 ././punct/7")),
    ("age-before-verb", "old", "works", "nsubj", "NN",
     ("The/DT/det/7 19/CD/nummod/4 -/HYPH/punct/4 year/NN/npadvmod/6 -/HYPH/punct/6 old/JJ/amod/7 "
      "works=work/NNS/ROOT/0 in/IN/prep/7 Oslo/NNP/pobj/8 ././punct/7")),
    ("age-as-noun", "old", "fined", "dobj", "NN",
     ("They/PRP/nsubj/2 fined=fine/VBD/ROOT/0 the/DT/det/8 19/CD/nummod/6 -/HYPH/punct/6 year/NN/npadvmod/8 "
      "-/HYPH/punct/8 old/JJ/dobj/2")),
    ("age-as-noun", "old", "left", "nsubj", "NN",
     ("The/DT/det/6 19/CD/nummod/4 -/HYPH/punct/4 year/NN/npadvmod/6 -/HYPH/punct/6 old/JJ/advcl/11 "
      ",/,/punct/6 a/DT/det/9 guard/NN/appos/6 ,/,/punct/11 left=leave/VBD/ROOT/0")),
    ("age-as-noun", "The", "old", "det", "DT",
     ("The/DT/det/7 19/CD/nummod/4 -/HYPH/punct/4 year/NN/npadvmod/6 -/HYPH/punct/6 old/JJ/amod/7 "
      "said=say/VBD/ROOT/0 ././punct/7")),
    ("age-as-noun", "won", "old", "relcl", "VBD",
     ("The/DT/det/6 19/CD/nummod/4 -/HYPH/punct/4 year/NN/npadvmod/6 -/HYPH/punct/6 old/JJ/nsubj/12 "
      "from/IN/prep/6 Oslo/NNP/pobj/7/GPE ,/,/punct/6 who/WP/nsubj/11 won=win/VBD/relcl/8 left=leave/VBD/ROOT/0")),
    ("verb-taken-for-participle", "smiled", "smiled", "ROOT", "VBD",
     ("The/DT/det/6 19/CD/nummod/4 -/HYPH/punct/4 year/NN/npadvmod/6 -/HYPH/punct/6 old/JJ/ROOT/0 "
      ",/,/punct/6 a/DT/det/9 guard/NN/appos/6 ,/,/punct/6 smiled=smile/VBN/acl/6 ././punct/6")),
    ("extraposed-question", "pay", "is", "csubj", "VB",
     ("It/PRP/nsubj/2 is=be/VBZ/ROOT/0 unclear/JJ/acomp/2 whether/IN/mark/7 Silva/NNP/nsubj/7 will/MD/aux/7 "
      "pay/VB/ccomp/2")),
    ("extraposed-question", "ends", "known", "csubj", "VBZ",
     ("It/PRP/nsubjpass/4 is=be/VBZ/auxpass/4 not/RB/neg/4 known=know/VBN/ROOT/0 when/WRB/advmod/7 it/PRP/nsubj/7 "
      "ends=end/VBZ/advcl/4")),
    ("verb-after-then", "left", "paid", "conj", "VBD",
     "She/PRP/nsubj/2 paid=pay/VBD/ROOT/0 ,/,/punct/2 then/RB/advmod/6 quietly/RB/advmod/6 left=leave/VBD/dep/2"),
    ("finite-after-infinitive", "urged", "condemned", "conj", "VBN",
     ("Silva/NNP/nsubj/3 has=have/VBZ/aux/3 condemned=condemn/VBN/ROOT/0 plans=plan/NNS/dobj/3 to/TO/aux/6 "
      "leave/VB/acl/4 and/CC/cc/6 urged=urge/VBD/conj/6 calm/NN/dobj/8")),
    ("clause-before-so", "show", "is", "conj", "VB",
     ("It/PRP/nsubj/2 is=be/VBZ/ccomp/9 an/DT/det/4 average/NN/attr/2 ,/,/punct/9 so/RB/advmod/9 does=do/VBZ/aux/9 "
      "not/RB/neg/9 show/VB/ROOT/0 peaks=peak/NNS/dobj/9")),
    ("time-clause-taken-for-content", "fell", "said", "advcl", "VBD",
     ("After/IN/mark/3 rents=rent/NNS/nsubj/3 fell=fall/VBD/ccomp/6 ,/,/punct/6 Silva/NNP/nsubj/6 said=say/VBD/ROOT/0 "
      "it/PRP/nsubj/8 closed=close/VBD/ccomp/6")),
    ("content-of-statement", "left", "concluded", "ccomp", "VBD",
     ("Acme/NNP/nsubj/2 concluded=conclude/VBD/ROOT/0 after/IN/prep/2 a/DT/det/5 walk/NN/pobj/3 that/IN/mark/8 "
      "they/PRP/nsubj/8 left=leave/VBD/acl/5")),
    ("contact-clause", "paid", "lamps", "relcl", "VBN",
     ("Firms=firm/NNS/nsubj/2 waited=wait/VBD/ROOT/0 for/IN/prep/2 lamps=lamp/NNS/pobj/3 they/PRP/nsubj/7 "
      "had/VBD/aux/7 paid=pay/VBN/ccomp/2 for/IN/prep/7 ././punct/2")),
    ("contact-clause", "built", "mill", "relcl", "VBD",
     "We/PRP/nsubj/2 left=leave/VBD/ROOT/0 the/DT/det/4 mill/NN/dobj/2 they/PRP/nsubj/6 built=build/VBN/advcl/2"),
    ("contact-clause", "built", "mill", "relcl", "VBD",
     "We/PRP/nsubj/2 left=leave/VBD/ROOT/0 the/DT/det/4 mill/NN/dobj/2 they/PRP/nsubj/6 built=build/VBN/acl/4"),
    ("subject-of-contact-clause", "built", "bridge", "relcl", "VBD",
     ("It/PRP/nsubj/2 closed=close/VBD/ROOT/0 a/DT/det/4 bridge/NN/dobj/2 Silva/NNP/appos/4/PERSON once/RB/advmod/7 "
      "built=build/VBD/ccomp/2")),
    ("subject-of-contact-clause", "bridges", "closed", "dobj", "NNS",
     ("It/PRP/nsubj/2 closed=close/VBD/ROOT/0 two/CD/nummod/6 bridges=bridge/NNS/compound/6 Ana/NNP/compound/6/PERSON "
      "Silva/NNP/dobj/2/PERSON built=build/VBN/acl/6")),
    ("subject-of-contact-clause", "two", "bridges", "nummod", "CD",
     ("It/PRP/nsubj/2 closed=close/VBD/ROOT/0 two/CD/nummod/6 bridges=bridge/NNS/compound/6 Ana/NNP/compound/6/PERSON "
      "Silva/NNP/dobj/2/PERSON built=build/VBN/acl/6")),
    ("subject-of-contact-clause", "Silva", "built", "nsubj", "NNP",
     ("It/PRP/nsubj/2 closed=close/VBD/ROOT/0 two/CD/nummod/6 bridges=bridge/NNS/compound/6 Ana/NNP/compound/6/PERSON "
      "Silva/NNP/dobj/2/PERSON built=build/VBN/acl/6")),
    ("participle-before-finite-verb", "built", "bridge", "relcl", "VBD",
     ("The/DT/det/2 bridge/NN/nsubj/4 Silva/NNP/appos/2/PERSON built=build/VBN/ccomp/7 may/MD/aux/7 have/VB/aux/7 "
      "fallen=fall/VBN/ROOT/0")),
    ("nearest-subject", "day", "left", "dep", "NN",
     "A/DT/det/2 day/NN/nsubj/5 later/RB/advmod/2 we/PRP/nsubj/5 left=leave/VBD/ROOT/0"),
    ("nearest-subject", "Lamps", "sells", "dep", "NNS",
     "Lamps=lamp/NNS/nsubj/4 ,/,/punct/4 salt/NN/nsubj/4 sells=sell/VBZ/ROOT/0"),
    ("nearest-subject", "Reed", "sell", "dep", "NNP",
     "Reed/NNP/nsubj/4/PERSON ,/,/punct/4 mills=mill/NNS/nsubj/4 sell/VBP/ROOT/0"),
    ("nearest-subject", "Rain", "sailed", "dep", "NN",
     "Rain/NN/nsubj/4 :/:/punct/4 boats=boat/NNS/nsubj/4 sailed=sail/VBD/ROOT/0"),
    ("nearest-subject", "Bergen", "sailed", "dep", "NNP",
     "Bergen/NNP/nsubj/4/GPE :/:/punct/1 boats=boat/NNS/nsubj/4 sailed=sail/VBD/ROOT/0"),
    ("nearest-subject", "Talks", "shut", "dep", "NNS",
     ("Talks=talk/NNS/nsubj/5 having=have/VBG/advcl/5 little/JJ/dobj/2 mills=mill/NNS/nsubj/5 "
      "shut/VBD/ROOT/0")),
    ("alternative-of-whether", "not", "whether", "mark", "RB",
     ("We/PRP/nsubj/2 asked=ask/VBD/ROOT/0 whether/IN/mark/7 or/CC/cc/7 not/RB/neg/7 it/PRP/nsubj/7 "
      "fell=fall/VBD/ccomp/2")),
    ("alternative-of-whether", "or", "whether", "mark", "CC",
     ("They/PRP/nsubj/2 sail/VBP/ROOT/0 whether/IN/mark/7 or/CC/cc/7 not/RB/neg/7 it/PRP/nsubj/7 "
      "rains=rain/VBZ/advcl/2")),
    ("that-before-content", "that", "was", "mark", "IN",
     ("Polls=poll/NNS/nsubj/2 showed=show/VBD/ROOT/0 that/IN/det/4 use/NN/nsubj/7 of/IN/prep/4 it/PRP/pobj/5 "
      "was=be/VBD/ccomp/2 low/JJ/acomp/7")),
    ("negation-after-subject", "not", "is", "neg", "RB",
     "Nor/CC/cc/2 is=be/VBZ/ROOT/0 Acme/NNP/nsubj/2/ORG not/RB/neg/3 big/JJ/acomp/2"),
    ("negated-adverb-before-preposition", "far", "from", "advmod", "RB",
     ("They/PRP/nsubj/2 shot=shoot/VBD/ROOT/0 it/PRP/dobj/2 not/RB/neg/5 far/RB/advmod/2 from/IN/prep/2 "
      "Oslo/NNP/pobj/6")),
    ("negated-adverb-before-preposition", "from", "shot", "prep", "IN",
     ("They/PRP/nsubj/2 shot=shoot/VBD/ROOT/0 it/PRP/dobj/2 not/RB/neg/5 far/RB/advmod/2 from/IN/prep/5 "
      "Oslo/NNP/pobj/6")),
    ("clear-after-make", "clear", "made", "prt", "JJ",
     "They/PRP/nsubj/2 made=make/VBD/ROOT/0 clear/JJ/acomp/5 they/PRP/nsubj/5 left=leave/VBD/ccomp/2"),
    ("clear-after-make", "left", "made", "ccomp", "VBD",
     ("They/PRP/nsubj/2 made=make/VBD/ROOT/0 it/PRP/nsubj/4 clear/JJ/ccomp/2 that/IN/mark/7 mills=mill/NNS/nsubj/7 "
      "left=leave/VBD/advcl/4")),
    ("clear-after-make", "closed", "made", "ccomp", "VBD",
     ("They/PRP/nsubj/2 made=make/VBD/ROOT/0 sure/JJ/acomp/2 mills=mill/NNS/nsubj/5 closed=close/VBD/ccomp/3")),
    ("person-after-to", "Silva", "to", "pobj", "NNP",
     ("They/PRP/nsubj/2 turned=turn/VBD/ROOT/0 to/TO/aux/4 producer/NN/xcomp/2 Ana/NNP/compound/6/PERSON "
      "Silva/NNP/dobj/4/PERSON")),
    ("person-after-to", "to", "aide", "prep", "IN",
     ("An/DT/det/2 aide/NN/ROOT/0 to/TO/aux/4 sculptor/VB/compound/6 Ana/NNP/compound/6/PERSON "
      "Silva/NNP/appos/2/PERSON")),
    ("condition-of-should", "close", "asked", "advcl", "VB",
     ("They/PRP/nsubj/2 asked=ask/VBD/ROOT/0 for/IN/prep/2 help/NN/pobj/3 should/MD/aux/7 mills=mill/NNS/nsubj/7 "
      "close/VB/ccomp/2")),
    ("condition-of-should", "fell", "left", "advcl", "VBN",
     ("They/PRP/nsubj/4 would/MD/aux/4 have/VB/aux/4 left=leave/VBN/ROOT/0 had/VBD/aux/7 rents=rent/NNS/nsubj/7 "
      "fell=fall/VBD/ccomp/4")),
    ("condition-of-should", "fallen", "leave", "advcl", "VBN",
     ("She/PRP/nsubj/2 said=say/VBD/ROOT/0 they/PRP/nsubj/5 would/MD/aux/5 leave/VB/ccomp/2 had/VBD/aux/8 "
      "rents=rent/NNS/nsubj/8 fallen=fall/VBN/ccomp/2")),
    ("condition-of-should", "fallen", "left", "advcl", "VBN",
     ("Had=have/VBD/aux/3 rents=rent/NNS/nsubj/3 fallen=fall/VBN/ccomp/7 ,/,/punct/7 they/PRP/nsubj/7 would/MD/aux/7 "
      "left=leave/VB/ROOT/0")),
    ("only-to-infinitive", "lose", "tried", "advcl", "VB",
     ("They/PRP/nsubj/2 tried=try/VBD/ROOT/0 to/TO/aux/4 stop/VB/xcomp/2 it/PRP/dobj/4 ,/,/punct/4 only/RB/advmod/9 "
      "to/TO/aux/9 lose/VB/xcomp/4 more/JJR/dobj/9")),
    ("participle-opens-condition", "provided", "opens", "mark", "IN",
     ("It/PRP/nsubj/3 will/MD/aux/3 sail/VB/ROOT/0 provided=provide/VBN/prep/3 that/IN/mark/7 ice/NN/nsubj/7 "
      "opens=open/VBZ/ccomp/4")),
    ("participle-opens-condition", "opens", "sail", "advcl", "VBZ",
     ("It/PRP/nsubj/3 will/MD/aux/3 sail/VB/ROOT/0 ,/,/punct/3 provided=provide/VBD/prep/3 ice/NN/nsubj/7 "
      "opens=open/VBZ/ccomp/3 ././punct/7")),
    ("participle-before-finite-verb", "hit", "areas", "acl", "VBN",
     ("They/PRP/nsubj/2 left=leave/VBD/ROOT/0 because/IN/mark/5 areas=area/NNS/nsubj/5 hit/VBD/advcl/2 "
      "are=be/VBP/advcl/2 poor/JJ/acomp/6")),
    ("participle-before-finite-verb", "floated", "Plans", "acl", "VBN",
     ("Plans=plan/NNS/nsubj/3 already/RB/advmod/3 floated=float/VBN/ROOT/0 include/VBP/prep/3 cuts=cut/NNS/pobj/4")),
    ("participle-before-finite-verb", "hired", "nurse", "acl", "VBN",
     ("A/DT/det/2 nurse/NN/nsubj/3 hired=hire/VBD/ROOT/0 after/IN/prep/3 training=train/VBG/pcomp/4 "
      "was=be/VBD/auxpass/7 praised=praise/VBN/conj/3")),
    ("participle-before-finite-verb", "some", "are", "attr", "DT",
     ("They/PRP/nsubj/2 left=leave/VBD/ROOT/0 as/IN/mark/5 areas=area/NNS/nsubj/5 hit/VBD/advcl/2 are=be/VBP/advcl/2 "
      "some/DT/nsubj/6")),
    ("subject-after-conjunction", "came", "closed", "advcl", "VBD",
     ("Mills=mill/NNS/nsubj/2 closed=close/VBD/ROOT/0 after/IN/prep/2 a/DT/det/5 flood/NN/pobj/3 "
      "came=come/VBD/advcl/2")),
    ("participle-before-subject", "Giving", "blamed", "advcl", "VBG",
     ("Giving=give/VBG/csubj/5 views=view/NNS/dobj/1 ,/,/punct/2 Silva/NNP/nsubj/5/PERSON blamed=blame/VBD/ROOT/0 "
      "Reed/NNP/dobj/5")),
    ("has-before-participle", "'s", "been", "aux", "VBZ",
     "It/PRP/nsubjpass/3 's=be/VBZ/auxpass/3 been=be/VBN/ROOT/0 long/JJ/acomp/3"),
    ("has-before-participle", "She", "lost", "nsubj", "PRP",
     "She/PRP/nsubjpass/3 's=be/VBZ/auxpass/3 lost=lose/VBN/ROOT/0 it/PRP/dobj/3"),
    ("has-before-participle", "'s", "got", "aux", "VBZ",
     "She/PRP/nsubjpass/3 's=be/VBZ/auxpass/3 got=get/VBN/ROOT/0 to/TO/aux/5 leave/VB/xcomp/3"),
    ("description-before-subject", "One", "grew", "appos", "CD",
     ("One/CD/nsubj/5 of/IN/prep/1 banks=bank/NNS/pobj/2 to/TO/aux/5 last/VB/ccomp/8 ,/,/punct/8 it/PRP/nsubj/8 "
      "grew=grow/VBD/ROOT/0")),
    ("had-before-subject", "left", "close", "advcl", "VBN",
     "We/PRP/nsubj/3 would/MD/aux/3 close/VB/ROOT/0 had/VBD/advcl/3 it/PRP/nsubj/6 left=leave/VBN/ccomp/4"),
    ("had-before-subject", "fallen", "left", "advcl", "VBN",
     ("They/PRP/nsubj/4 would/MD/aux/4 have/VB/aux/4 left=leave/VBN/ROOT/0 it/PRP/dobj/4 had/VBD/conj/4 "
      "rents=rent/NNS/nsubj/8 fallen=fall/VBN/ccomp/6")),
    ("circumstance-of-report", "rains", "falls", "advcl", "VBZ",
     ("It/PRP/nsubj/2 falls=fall/VBZ/ccomp/8 if/IN/mark/5 it/PRP/nsubj/5 rains=rain/VBZ/advcl/8 ,/,/punct/8 "
      "Reed/NNP/nsubj/8 said=say/VBD/ROOT/0")),
    ("verb-after-insertion", "sold", "sold", "ROOT", "VBN",
     ("It/PRP/nsubj/2 was=be/VBD/ROOT/0 not/RB/neg/2 ,/,/punct/2 in/IN/prep/2 May/NNP/pobj/5 ,/,/punct/2 "
      "sold=sell/VBN/advcl/2")),
    ("name-taken-for-adverb", "Silva", "friend", "appos", "NNP",
     ("She/PRP/nsubj/2 left=leave/VBD/ROOT/0 with/IN/prep/2 her/PRP$/poss/5 friend/NN/pobj/3 ,/,/punct/2 "
      "Silva/NNP/npadvmod/2/PERSON ,/,/punct/2 in/IN/prep/2 May/NNP/pobj/9/DATE")),
    ("name-taken-for-adverb", "Silva", "doctor", "appos", "NNP",
     ("She/PRP/nsubj/2 left=leave/VBD/ROOT/0 with/IN/prep/2 the/DT/det/5 doctor/NN/pobj/3 of/IN/prep/5 the/DT/det/8 "
      "club/NN/pobj/6 ,/,/punct/2 Silva/NNP/npadvmod/2/PERSON")),
    ("name-taken-for-adverb", "Morning", "told", "dobj", "NNP",
     "She/PRP/nsubj/2 told=tell/VBD/ROOT/0 Morning/NNP/npadvmod/2/WORK_OF_ART"),
    ("verb-taken-for-quality", "Norla", "reached", "dobj", "NNP",
     "Some/DT/nsubj/2 reached=reach/VBD/amod/3 Norla/NNP/ROOT/0"),
    ("other-name-in-bracket", "Unión", "Union", "appos", "NNP",
     "They/PRP/nsubj/2 left=leave/VBD/ROOT/0 Union/NNP/dobj/2 (/-LRB-/punct/3 Unión/NNP/conj/3 )/-RRB-/punct/3"),
    ("year-of-date", "2024", "July", "nummod", "CD",
     ("From/IN/prep/7 July/NNP/pobj/1 20/CD/nummod/2 ,/,/punct/7 2024/CD/nummod/6 Norla/NN/nsubj/7 "
      "sold=sell/VBD/ROOT/0 tea/NN/dobj/7")),
    ("year-of-date", "2024", "July", "nummod", "CD",
     ("On/IN/prep/6 20/CD/nummod/3 July/NNP/pobj/1 2024/CD/nummod/5 Norla/NN/nsubj/6 sold=sell/VBD/ROOT/0 "
      "tea/NN/dobj/6")),
    ("participle-before-finite-verb", "include", "include", "ROOT", "VBP",
     ("Men/NNS/nsubj/2 thought=think/VBD/ROOT/0 to/TO/aux/4 run/VB/xcomp/2 include/VBP/ccomp/2 Reed/NNP/dobj/5")),
    ("infinitive-taken-for-main-verb", "dropped", "dropped", "ROOT", "VBN",
     ("Plans=plan/NNS/nsubj/5 for/IN/prep/1 Silva/NNP/pobj/2 to/TO/aux/5 stay/VB/ROOT/0 were=be/VBD/auxpass/7 "
      "dropped=drop/VBN/ccomp/5")),
    ("agent-after-phrase", "by", "shot", "agent", "IN",
     ("It/PRP/nsubjpass/3 was=be/VBD/auxpass/3 shot=shoot/VBN/ROOT/0 in/IN/prep/3 Oslo/NNP/pobj/4/GPE by/IN/prep/5 "
      "police/NNS/pobj/6")),
    ("agent-after-phrase", "waste", "branded", "oprd", "NN",
     ("It/PRP/nsubjpass/3 was=be/VBD/auxpass/3 branded=brand/VBN/ROOT/0 a/DT/det/5 waste/NN/dobj/3 by/IN/prep/5 "
      "MPs/NNP/pobj/6")),
    ("agent-after-phrase", "by", "asked", "agent", "IN",
     ("It/PRP/nsubjpass/3 was=be/VBD/auxpass/3 asked=ask/VBN/ROOT/0 to/TO/aux/5 stop/VB/xcomp/3 by/IN/prep/5 "
      "guards=guard/NNS/pobj/6")),
    ("shares-of-verb", "respectively", "fell", "advmod", "RB",
     ("Oslo/NNP/nsubj/4 and/CC/cc/1 Lima/NNP/conj/1 fell=fall/VBD/ROOT/0 by/IN/prep/4 9/CD/pobj/5 and/CC/cc/6 "
      "5/CD/conj/6 ,/,/punct/6 respectively/RB/advmod/6")),
    ("object-next-to-subject", "cut", "made", "conj", "VBD",
     ("She/PRP/nsubj/2 made=make/VBD/ROOT/0 tea/NN/nsubj/6 and/CC/cc/3 Reed/NNP/conj/3 cut/VBD/ccomp/2 "
      "it/PRP/dobj/6")),
    ("object-next-to-subject", "20", "men", "nummod", "CD",
     ("They/PRP/nsubj/2 lost=lose/VBD/ROOT/0 $/$/quantmod/4 5/CD/nummod/7 and/CC/cc/4 20/CD/conj/4 men=man/NNS/nsubj/8 "
      "left=leave/VBD/conj/2")),
    ("only-after-negation", "only", "bank", "advmod", "RB",
     "It/PRP/nsubj/2 is=be/VBZ/ROOT/0 not/RB/neg/2 only/RB/advmod/3 a/DT/det/6 bank/NN/attr/2"),
    ("once-before-participle", "Once", "hired", "mark", "IN",
     "Once/RB/advmod/2 hired=hire/VBN/advcl/5 ,/,/punct/5 guards/NNS/nsubj/5 left=leave/VBD/ROOT/0"),
    ("phrase-after-rather-than", "in", "than", "dep", "IN",
     ("Boats/NNS/nsubj/2 sailed=sail/VBD/ROOT/0 at/IN/prep/2 night/NN/pobj/3 rather/RB/advmod/6 than/IN/cc/3 "
      "in/IN/conj/3 rain/NN/pobj/7")),
    ("noun-before-itself", "percent", "by", "pobj", "NN",
     ("Sales=sale/NNS/nsubj/2 grew=grow/VBD/ROOT/0 by/IN/prep/2 5/CD/nummod/5/PERCENT percent/NN/compound/6/PERCENT "
      "year/NN/pobj/3/DATE on/IN/prep/2/DATE year/NN/pobj/7/DATE")),
    ("object-taken-for-measure", "plan", "stressed", "dobj", "NN",
     "Silva/NNP/nsubj/2/PERSON stressed=stress/VBD/ROOT/0 the/DT/det/4 plan/NN/npadvmod/2"),
    ("relative-clause-taken-for-content", "sells", "firm", "relcl", "VBZ",
     ("It/PRP/nsubjpass/3 was/VBD/auxpass/3 built=build/VBN/ROOT/0 by/IN/agent/3 the/DT/det/6 firm/NN/pobj/4 "
      "that/WDT/nsubj/8 sells=sell/VBZ/ccomp/3 lamps=lamp/NNS/dobj/8")),
    ("content-of-statement", "left", "said", "ccomp", "VBD",
     ("She/PRP/nsubj/2 said=say/VBD/ROOT/0 in/IN/prep/2 a/DT/det/5 statement/NN/pobj/3 that/IN/mark/8 "
      "they/PRP/nsubj/8 left=leave/VBD/acl/5")),
    ("content-that-continues", "rose", "fell", "conj", "VBD",
     ("She/PRP/nsubj/2 said=say/VBD/ROOT/0 rents=rent/NNS/nsubj/4 fell=fall/VBD/ccomp/2 but/CC/cc/2 that/IN/mark/8 "
      "fees=fee/NNS/nsubj/8 rose=rise/VBD/conj/2")),
    ("content-that-continues", "rose", "fell", "conj", "VBD",
     ("They/PRP/nsubj/2 ruled=rule/VBD/ROOT/0 that/IN/mark/5 rents/NNS/nsubj/5 fell=fall/VBD/ccomp/2 ,/,/punct/2 "
      "and/CC/cc/2 that/IN/mark/10 fees=fee/NNS/nsubj/10 rose=rise/VBD/conj/2")),
    ("report-in-parenthesis", "In", "closed", "prep", "IN",
     ("In/IN/prep/5 May/NNP/pobj/1 ,/,/punct/5 Silva/NNP/nsubj/5/PERSON told=tell/VBD/ccomp/10 us/PRP/dobj/5 "
      ",/,/punct/10 the/DT/det/9 mine/NN/nsubj/10 closed=close/VBD/ROOT/0 ././punct/10")),
    ("report-in-parenthesis", "told", "closed", "parataxis", "VBD",
     ("In/IN/prep/5 May/NNP/pobj/1 ,/,/punct/5 Silva/NNP/nsubj/5/PERSON told=tell/VBD/ccomp/10 us/PRP/dobj/5 "
      ",/,/punct/10 the/DT/det/9 mine/NN/nsubj/10 closed=close/VBD/ROOT/0 ././punct/10")),
    ("subject-before-clause", "data", "fell", "nsubj", "NNS",
     ("Silva/NNP/nsubj/2/PERSON said=say/VBD/ROOT/0 data/NNS/dobj/2 ,/,/punct/3 which/WDT/nsubj/6 "
      "rose=rise/VBD/relcl/3 ,/,/punct/8 fell=fall/VBD/ccomp/2 ././punct/2")),
    ("subject-before-clause", "hitting", "warned", "ccomp", "VBG",
     ("Silva/NNP/nsubj/2/PERSON warned=warn/VBD/ROOT/0 the/DT/det/4 virus/NN/dobj/2 was=be/VBD/aux/6 "
      "hitting=hit/VBG/xcomp/2 farms=farm/NNS/dobj/6 ././punct/2")),
    ("content-next-to-content", "was", "stop", "conj", "VBD",
     ("Silva/NNP/nsubj/2/PERSON said=say/VBD/ROOT/0 lamps/NNS/nsubj/5 may/MD/aux/5 stop/VB/ccomp/2 "
      "falling=fall/VBG/xcomp/5 and/CC/cc/6 that/IN/mark/10 rent/NN/nsubj/10 was=be/VBD/conj/6 low/JJ/acomp/10")),
    ("past-after-modal", "gave", "said", "conj", "VBD",
     ("Radio/NNP/nsubj/2 said=say/VBD/ROOT/0 Silva/NNP/nsubj/5/PERSON would/MD/aux/5 go/VB/ccomp/2 but/CC/cc/5 "
      "gave=give/VBD/conj/5 no/DT/det/9 reason/NN/dobj/7")),
    ("clauses-before-report", "said", "said", "ROOT", "VBD",
     ("Rents=rent/NNS/nsubj/2 fell=fall/VBD/ROOT/0 but/CC/cc/2 fees=fee/NNS/nsubj/5 rose=rise/VBD/ccomp/8 ,/,/punct/8 "
      "Silva/NNP/nsubj/8/PERSON said=say/VBD/conj/2")),
    ("clauses-before-report", "fell", "said", "ccomp", "VBD",
     ("Rents=rent/NNS/nsubj/2 fell=fall/VBD/ROOT/0 but/CC/cc/2 fees=fee/NNS/nsubj/5 rose=rise/VBD/ccomp/8 ,/,/punct/8 "
      "Silva/NNP/nsubj/8/PERSON said=say/VBD/conj/2")),
    ("content-of-telling", "left", "told", "ccomp", "VBD",
     ("She/PRP/nsubj/2 told=tell/VBD/ROOT/0 us/PRP/dobj/2 in/IN/prep/2 a/DT/det/6 letter/NN/pobj/4 that/IN/mark/9 "
      "they/PRP/nsubj/9 left=leave/VBD/relcl/6")),
    ("content-of-telling", "that", "met", "mark", "WDT",
     ("She/PRP/nsubj/2 told=tell/VBD/ROOT/0 the/DT/det/4 firm/NN/dobj/2 that/WDT/dobj/7 they/PRP/nsubj/7 "
      "met=meet/VBD/relcl/4")),
    ("content-of-telling", "won", "told", "ccomp", "VBD",
     ("She/PRP/nsubj/2 told=tell/VBD/ROOT/0 men=man/NNS/dobj/2 who/WP/nsubj/5 came=come/VBD/relcl/3 that/IN/mark/8 "
      "they/PRP/nsubj/8 won=win/VBD/ccomp/5")),
    ("relative-of-content", "who", "left", "nsubj", "WP",
     ("the/DT/det/2 men/NNS/ROOT/0 who/WP/nsubj/5 she/PRP/nsubj/5 says=say/VBZ/relcl/2 left=leave/VBD/ccomp/5 "
      "them/PRP/dobj/6")),
    ("relative-of-clause", "means", "has", "relcl", "VBZ",
     ("It/PRP/nsubj/2 has=have/VBZ/ROOT/0 no/DT/det/4 staff/NN/dobj/2 ,/,/punct/4 which/WDT/nsubj/7 "
      "means=mean/VBZ/relcl/4 it/PRP/nsubj/9 fell=fall/VBD/ccomp/7")),
    ("relative-of-clause", "means", "is", "relcl", "VBZ",
     ("Rent/NN/nsubj/2 is=be/VBZ/ROOT/0 30/CD/attr/2 ,/,/punct/3 which/WDT/nsubj/6 means=mean/VBZ/relcl/3 "
      "it/PRP/nsubj/8 fell=fall/VBD/ccomp/6")),
    ("relative-of-clause", "hurts", "lose", "relcl", "VBZ",
     ("They/PRP/nsubj/2 lose/VBP/ROOT/0 seats=seat/NNS/dobj/2 ,/,/punct/3 which/WDT/nsubj/6 hurts=hurt/VBZ/relcl/3")),
    ("relative-of-clause", "is", "closed", "relcl", "VBZ",
     ("It/PRP/nsubj/2 closed=close/VBD/ROOT/0 its/PRP$/poss/4 mill/NN/dobj/2 ,/,/punct/4 which/WDT/nsubj/7 "
      "is=be/VBZ/relcl/4 why/WRB/advmod/10 she/PRP/nsubj/10 left=leave/VBD/ccomp/7")),
    ("relative-clause-of-part", "are", "mills", "relcl", "VBP",
     ("It/PRP/nsubj/2 owns=own/VBZ/ROOT/0 five/CD/nummod/4 mills=mill/NNS/dobj/2 in/IN/prep/4 Oslo/NNP/pobj/5/GPE "
      ",/,/punct/2 some/DT/nsubj/11 of/IN/prep/8 which/WDT/pobj/9 are=be/VBP/advcl/2 old/JJ/acomp/11")),
    ("relative-clause-of-part", "owns", "owns", "ROOT", "VBZ",
     ("It/PRP/nsubj/2 owns=own/VBZ/ccomp/9 five/CD/nummod/4 mills=mill/NNS/dobj/2 ,/,/punct/9 two/CD/nsubj/9 "
      "of/IN/prep/6 which/WDT/pobj/7 fell=fall/VBD/ROOT/0")),
    ("subject-of-inserted-report", "what", "is", "nsubj", "WP",
     ("They/PRP/nsubj/2 protest/VBP/ROOT/0 against/IN/prep/2 what/WP/dobj/6 she/PRP/nsubj/6 says=say/VBZ/pcomp/3 "
      "is=be/VBZ/pcomp/3 a/DT/det/9 plot/NN/attr/7")),
    ("subject-of-inserted-report", "be", "hope", "ccomp", "VB",
     ("They/PRP/nsubj/2 won=win/VBD/ROOT/0 what/WP/nsubj/5 we/PRP/nsubj/5 hope/VBP/csubj/7 will/MD/aux/7 "
      "be/VB/ccomp/2 a/DT/det/9 cup/NN/attr/7")),
    ("noun-of-preposition", "cup", "won", "npadvmod", "NN",
     ("She/PRP/nsubj/2 won=win/VBD/ROOT/0 a/DT/det/5 cup/NN/compound/5 thanks/NNS/npadvmod/2 to/IN/prep/2 "
      "Reed/NNP/pobj/6")),
    ("noun-of-preposition", "thanks", "won", "prep", "IN",
     "She/PRP/nsubj/2 won=win/VBD/ROOT/0 thanks/NNS/npadvmod/2 to/IN/prep/3 Reed/NNP/pobj/4"),
    ("time-after-object", "in", "met", "prep", "IN",
     ("They/PRP/nsubj/2 met=meet/VBD/ROOT/0 the/DT/det/4 mayor/NN/dobj/2 in/IN/prep/4 the/DT/det/7 past/NN/pobj/5")),
    ("end-of-length", "to", "year", "prep", "IN",
     ("It/PRP/nsubj/2 fell=fall/VBD/ROOT/0 in/IN/prep/2 the/DT/det/5 year/NN/pobj/3/DATE to/IN/prep/2 "
      "May/NNP/pobj/6/DATE")),
    ("time-of-event", "in", "vote", "prep", "IN",
     ("It/PRP/nsubj/2 fell=fall/VBD/ROOT/0 before/IN/prep/2 the/DT/det/5 vote/NN/pobj/3 in/IN/prep/2 "
      "May/NNP/pobj/6/DATE")),
    ("clause-before-report", "fell", "suggested", "ccomp", "VBD",
     ("Rents=rent/NNS/nsubj/2 fell=fall/VBD/ROOT/0 but/CC/cc/2 fees=fee/NNS/nsubj/5 rose=rise/VBD/conj/2 ,/,/punct/5 "
      "a/DT/det/8 study/NN/nsubj/9 suggested=suggest/VBD/conj/5")),
    ("clause-before-report", "reported", "reported", "ROOT", "VBD",
     ("Acme/NNP/nsubj/3 will/MD/aux/3 pay/VB/ROOT/0 ,/,/punct/7 the/DT/det/6 newspaper/NN/nsubj/7 "
      "reported=report/VBN/advcl/3")),
    ("speaker-after-content", "engineers", "noted", "nsubj", "NNS",
     ("It/PRP/nsubj/2 is=be/VBZ/ccomp/5 safe/JJ/acomp/2 ,/,/punct/5 noted=note/VBD/ROOT/0 "
      "engineers=engineer/NNS/dobj/5 ././punct/5")),
    ("speaker-after-content", "stood", "reported", "ccomp", "VBD",
     ("It/PRP/nsubj/2 stood=stand/VBD/ROOT/0 empty/JJ/acomp/2 ,/,/punct/2 reported=report/VBD/conj/2 "
      "Silva/NNP/dobj/5/PERSON ././punct/2")),
    ("clause-behind-name", "left", "left", "ROOT", "VBD",
     "Ana/NNP/compound/2 Silva/NNP/ROOT/0 :/:/punct/2 We/PRP/nsubj/5 left=leave/VBD/relcl/2 ././punct/2"),
    ("clause-behind-name", "Silva", "left", "dep", "NNP",
     "Ana/NNP/compound/2 Silva/NNP/ROOT/0 :/:/punct/2 We/PRP/nsubj/5 left=leave/VBD/acl/2 ././punct/2"),
    ("contrast-with-report", "rose", "said", "advcl", "VBD",
     ("Reed/NNP/nsubj/2 said=say/VBD/ROOT/0 rents=rent/NNS/nsubj/4 fell=fall/VBD/ccomp/2 ,/,/punct/4 "
      "although/IN/mark/8 prices=price/NNS/nsubj/8 rose=rise/VBD/advcl/4")),
    ("contrast-with-report", "says", "said", "advcl", "VBZ",
     ("Reed/NNP/nsubj/2 said=say/VBD/ROOT/0 rents=rent/NNS/nsubj/4 fell=fall/VBD/ccomp/2 while/IN/mark/7 "
      "Silva/NNP/nsubj/7 says=say/VBZ/advcl/4 they/PRP/nsubj/9 rose=rise/VBD/ccomp/7")),
    ("past-of-own-subject", "needed", "report", "acl", "VBD",
     ("The/DT/det/2 report/NN/nsubj/7 that/IN/mark/5 firms=firm/NNS/nsubj/5 needed=need/VBN/acl/2 help/NN/dobj/5 "
      "fell=fall/VBD/ROOT/0")),
    ("parallel-form", "cut", "raise", "conj", "VB",
     ("They/PRP/nsubj/3 have/VBP/aux/3 drawn=draw/VBN/ROOT/0 plans=plan/NNS/dobj/3 to/TO/aux/6 raise/VB/acl/4 "
      "pay/NN/dobj/6 but/CC/cc/3 cut/VB/conj/3 staff/NN/dobj/9")),
    ("agent-after-phrase", "by", "seen", "agent", "IN",
     ("It/PRP/nsubjpass/3 was=be/VBD/auxpass/3 seen=see/VBN/ROOT/0 as/IN/prep/3 brutal/JJ/amod/4 by/IN/prep/5 "
      "us/PRP/pobj/6")),
    ("subject-after-opening", "rents", "fell", "nsubj", "NNS",
     ("According=accord/VBG/prep/7 to/IN/prep/1 banker=banker/NN/compound/4 Silva/NNP/nsubj/7/PERSON ,/,/punct/4 "
      "rents=rent/NNS/appos/4 fell=fall/VBD/ROOT/0")),
    ("subject-after-opening", "Silva", "to", "pobj", "NNP",
     ("According=accord/VBG/prep/7 to/IN/prep/1 banker=banker/NN/compound/4 Silva/NNP/nsubj/7/PERSON ,/,/punct/4 "
      "rents=rent/NNS/appos/4 fell=fall/VBD/ROOT/0")),
    ("subject-after-opening", "Silva", "head", "appos", "NNP",
     ("For/IN/prep/7 its/PRP$/poss/3 head/NN/pobj/1 Silva/NNP/nsubj/7 ,/,/punct/4 rents=rent/NNS/appos/4 "
      "fell=fall/VBD/ROOT/0")),
    ("relative-clause-by-kind", "denies", "links", "relcl", "VBZ",
     ("It/PRP/nsubj/2 shows=show/VBZ/ROOT/0 links=link/NNS/dobj/2 to/IN/prep/3 the/DT/det/6 army/NN/pobj/4 ,/,/punct/6 "
      "which/WDT/dobj/10 Acme/NNP/nsubj/10 denies=deny/VBZ/relcl/6")),
    ("relative-clause-by-kind", "met", "author", "relcl", "VBD",
     ("A/DT/det/2 monument/NN/nsubj/11 to/IN/prep/2 the/DT/det/5 author/NN/pobj/3 –/:/punct/2 who/WP/nsubj/8 "
      "met=meet/VBD/relcl/2 us/PRP/dobj/8 –/:/punct/2 fell=fall/VBD/ROOT/0")),
    ("relative-clause-by-kind", "met", "chief", "relcl", "VBD",
     ("Ana/NNP/compound/2/PERSON Silva/NNP/nsubj/11/PERSON ,/,/punct/2 chief/NN/appos/2 of/IN/prep/4 "
      "Acme/NNP/pobj/5/ORG ,/,/punct/6 who/WP/nsubj/9 met=meet/VBD/relcl/6 us/PRP/dobj/9 left=leave/VBD/ROOT/0")),
    ("accusation-of-object", "of", "accused", "prep", "IN",
     ("They/PRP/nsubj/2 accused=accuse/VBD/ROOT/0 the/DT/det/4 mayor/NN/dobj/2 of/IN/prep/4 lying=lie/VBG/pcomp/5")),
    ("accusation-of-object", "of", "accused", "prep", "IN",
     ("They/PRP/nsubj/2 accused=accuse/VBD/ROOT/0 the/DT/det/4 men=man/NNS/dobj/2 at/IN/prep/4 mills=mill/NNS/pobj/5 "
      "of/IN/prep/6 lying=lie/VBG/pcomp/7")),
    ("accusation-of-object", "hiding", "of", "pcomp", "VBG",
     ("They/PRP/nsubj/2 accused=accuse/VBD/ROOT/0 the/DT/det/4 mayor/NN/dobj/2 of/IN/prep/4 hiding=hide/VBG/amod/7 "
      "gold/NN/pobj/5")),
    ("accusation-of-object", "gold", "hiding", "dobj", "NN",
     ("They/PRP/nsubj/2 accused=accuse/VBD/ROOT/0 the/DT/det/4 mayor/NN/dobj/2 of/IN/prep/4 hiding=hide/VBG/amod/7 "
      "gold/NN/pobj/5")),
    ("accusation-of-object", "of", "accused", "prep", "IN",
     ("It/PRP/nsubjpass/3 was=be/VBD/auxpass/3 accused=accuse/VBN/ROOT/0 by/IN/agent/3 Acme/NNP/pobj/4/ORG "
      "of/IN/prep/5 lying=lie/VBG/pcomp/6")),
    ("second-object-after-of", "of", "warned", "prep", "IN",
     ("They/PRP/nsubj/2 warned=warn/VBD/ROOT/0 the/DT/det/4 crew/NN/dobj/2 of/IN/prep/4 the/DT/det/7 storm/NN/pobj/5")),
    ("second-object-after-of", "of", "stripped", "prep", "IN",
     ("They/PRP/nsubj/2 stripped=strip/VBD/ROOT/0 the/DT/det/4 singer/NN/dobj/2 of/IN/prep/4 her/PRP$/poss/7 "
      "medal/NN/pobj/5")),
    ("second-object-after-of", "of", "accused", "prep", "IN",
     ("They/PRP/nsubj/2 accused=accuse/VBD/ROOT/0 the/DT/det/4 union/NN/dobj/2 of/IN/prep/4 fraud/NN/pobj/5")),
    ("base-form-after-auxiliary", "need", "need", "ROOT", "VB",
     ("Does=do/VBZ/aux/5 the/DT/det/3 newt/NN/nsubj/5 really/RB/advmod/5 need=nee/VBN/ROOT/0 a/DT/det/7 "
      "lamp/NN/dobj/5")),
    ("base-form-after-auxiliary", "need", "said", "xcomp", "VB",
     ("It/PRP/nsubjpass/3 is=be/VBZ/auxpass/3 said=say/VBN/ROOT/0 to/TO/aux/6 often/RB/advmod/6 need=nee/VBN/xcomp/3 "
      "lamps=lamp/NNS/dobj/6")),
    ("base-form-after-cause", "carry", "lets", "ccomp", "VB",
     ("It/PRP/nsubj/2 lets=let/VBZ/ROOT/0 old/JJ/amod/4 lines=line/NNS/nsubj/5 carry/VBP/ccomp/2 more/JJR/dobj/5")),
    ("demonstrative-object", "that", "disputes", "dobj", "DT",
     "Acme/NNP/nsubj/2 disputes=dispute/VBZ/ROOT/0 that/IN/dobj/2"),
    ("participle-after-have", "invaded", "invaded", "ROOT", "VBN",
     "They/PRP/nsubj/4 had=have/VBD/aux/4 never/RB/neg/4 invaded=invade/VBD/ROOT/0 it/PRP/dobj/4"),
    ("participle-of-noun", "called", "gels", "acl", "VBN",
     ("They/PRP/nsubj/2 sell/VBP/ROOT/0 gels=gel/NNS/dobj/2 called=call/VBD/acl/3 Norla/NNP/oprd/4")),
    ("name-taken-for-pronoun", "WHO", "says", "nsubj", "NNP",
     "WHO/WP/nsubj/2 says=say/VBZ/ROOT/0 it/PRP/nsubj/4 is=be/VBZ/ccomp/2 safe/JJ/acomp/4"),
    ("end-of-given-name", "ho", "left", "nsubj", "NNP",
     "Kim/NNP/compound/4/PERSON Jae/NNP/compound/4/PERSON -/HYPH/punct/4/PERSON ho/NN/nsubj/5/PERSON left/VBD/ROOT/0"),
    ("person-taken-for-adverb", "Daly", "began", "nsubj", "NNP",
     "Rain/NN/nsubj/2 fell=fall/VBD/ccomp/6 ,/,/punct/6 ”/''/punct/6 Daly/RB/advmod/6/PERSON began=begin/VBD/ROOT/0"),
    ("person-taken-for-adverb", "Daly", "said", "nsubj", "NNP",
     "Rain/NN/nsubj/2 fell=fall/VBD/ccomp/5 ,/,/punct/5 ”/''/punct/5 said=say/VBD/ROOT/0 Daly/RB/advmod/5/PERSON"),
    ("person-taken-for-adverb", "Daly", "left", "nsubj", "NNP",
     "Ana/NNP/nsubj/3/PERSON Daly/NNP/advmod/3/PERSON left=leave/VBD/ROOT/0"),
    ("person-taken-for-adverb", "Ana", "Daly", "compound", "NNP",
     "Ana/NNP/nsubj/3/PERSON Daly/NNP/advmod/3/PERSON left=leave/VBD/ROOT/0"),
    ("person-taken-for-adverb", "Daly", "met", "dobj", "NNP",
     "They/PRP/nsubj/2 met=meet/VBD/ROOT/0 Daly/RB/advmod/2/PERSON in/IN/prep/2 Oslo/NNP/pobj/4/GPE"),
    ("parallel-form", "pick", "find", "conj", "VB",
     ("Robots=robot/NNS/nsubjpass/3 were=be/VBD/auxpass/3 told=tell/VBN/ROOT/0 to/TO/aux/5 find/VB/xcomp/3 ,/,/punct/3 "
      "pick/VB/conj/3 up/RP/prt/7 and/CC/cc/7 carry/VB/conj/7 it/PRP/dobj/10")),
    ("parallel-form", "cheer", "see", "conj", "VB",
     ("Crowds=crowd/NNS/nsubj/2 came=come/VBD/ROOT/0 to/TO/aux/4 see/VB/advcl/2 the/DT/det/6 king/NN/dobj/4 "
      ",/,/punct/2 and/CC/cc/2 cheer/VB/conj/2 him=he/PRP/dobj/9")),
    ("parallel-form", "host", "hold", "conj", "VB",
     ("He/PRP/nsubj/2 hopes=hope/VBZ/ROOT/0 that/IN/mark/5 it/PRP/nsubj/5 plans=plan/VBZ/ccomp/2 to/TO/aux/7 "
      "hold/VB/xcomp/5 talks=talk/NNS/dobj/7 and/CC/cc/5 to/TO/aux/11 host/VB/conj/5 them=they/PRP/dobj/11")),
    ("parallel-form", "burning", "robbing", "conj", "VBG",
     ("They/PRP/nsubjpass/3 were=be/VBD/auxpass/3 accused=accuse/VBN/ROOT/0 of/IN/prep/3 robbing=rob/VBG/pcomp/4 "
      "farms=farm/NNS/dobj/5 and/CC/cc/3 burning=burn/VBG/conj/3 barns=barn/NNS/dobj/8")),
    ("saying-taken-for-participle", "warned", "said", "conj", "VBD",
     ("She/PRP/nsubj/2 said=say/VBD/ROOT/0 rents=rent/NNS/nsubj/4 rose=rise/VBD/ccomp/2 and/CC/cc/4 "
      "warned=warn/VBN/amod/7 demand/NN/nsubj/9 would/MD/aux/9 fall/VB/conj/4")),
    ("saying-taken-for-participle", "fall", "warned", "ccomp", "VB",
     ("She/PRP/nsubj/2 said=say/VBD/ROOT/0 rents=rent/NNS/nsubj/4 rose=rise/VBD/ccomp/2 and/CC/cc/4 "
      "warned=warn/VBN/amod/7 demand/NN/nsubj/9 would/MD/aux/9 fall/VB/conj/4")),
    ("second-clause-without-verb", "Reed", "is", "conj", "NNP",
     ("Silva/NNP/nsubj/2/PERSON is=be/VBZ/ROOT/0 the/DT/det/4 chair/NN/attr/2 and/CC/cc/4 Reed/NNP/conj/4/PERSON "
      "the/DT/det/8 owner/NN/appos/6")),
    ("second-clause-without-verb", "owner", "Reed", "appos", "NN",
     ("Silva/NNP/nsubj/2/PERSON is=be/VBZ/ROOT/0 the/DT/det/4 chair/NN/attr/2 and/CC/cc/4 Reed/NNP/conj/4/PERSON "
      "the/DT/det/8 owner/NN/appos/4")),
    ("content-taken-for-circumstance", "left", "said", "ccomp", "VBD",
     ("He/PRP/nsubj/2 said=say/VBD/ROOT/0 after/IN/prep/6 May/NNP/pobj/3 miners=miner/NNS/nsubj/6 "
      "left=leave/VBD/advcl/2")),
    ("content-taken-for-circumstance", "fell", "asked", "ccomp", "VBD",
     "He/PRP/nsubj/2 asked=ask/VBD/ROOT/0 if/IN/mark/5 it/PRP/nsubj/5 fell=fall/VBD/advcl/2"),
    ("content-taken-for-circumstance", "fell", "told", "ccomp", "VBD",
     "They/PRP/nsubj/2 told=announce/VBP/ROOT/0 when/WRB/advmod/5 it/PRP/nsubj/5 fell=fall/VBD/advcl/2"),
    ("content-taken-for-circumstance", "fell", "found", "ccomp", "VBD",
     "They/PRP/nsubj/2 found=find/VBD/ROOT/0 out/RP/prt/2 whether/IN/mark/6 it/PRP/nsubj/6 fell=fall/VBD/advcl/2"),
    ("people-picked-out", "Cubans", "left", "nsubj", "NNS",
     "Cubans=Cuban/NNPS/nsubj/4/NORP in/IN/prep/1 Miami/NNP/pobj/2 left=leave/VBD/ROOT/0"),
    ("participle-of-companion", "flooded", "mines", "acl", "VBN",
     "They/PRP/nsubj/2 ended=end/VBD/ROOT/0 with/IN/prep/2 mines=mine/NNS/pobj/3 flooded=flood/VBN/advcl/2"),
    ("participle-of-name-before", "known", "girl", "acl", "VBN",
     ("We/PRP/nsubj/2 met=meet/VBD/ROOT/0 the/DT/det/4 girl/NN/dobj/2 ,/,/punct/2 later/RB/advmod/7 "
      "known=know/VBN/advcl/2 as/IN/prep/7 Ruiz/NNP/pobj/8 ././punct/2")),
    ("participle-of-name-before", "called", "Leeds", "acl", "VBN",
     ("They/PRP/nsubj/2 left=leave/VBD/ROOT/0 for/IN/prep/2 Leeds/NNP/pobj/3/GPE ,/,/punct/2 called=call/VBN/dep/2 "
      "Loidis/NNP/oprd/6 ././punct/2")),
    ("members-of-several", "among", "men", "prep", "IN",
     ("Eight/CD/nummod/2 men=man/NNS/nsubj/3 fell=fall/VBD/ROOT/0 ,/,/punct/3 among/IN/prep/8 them=they/PRP/pobj/5 "
      "two/CD/nummod/8 guides=guide/NNS/npadvmod/3")),
    ("members-of-several", "guides", "among", "pobj", "NNS",
     ("They/PRP/nsubj/2 met=meet/VBD/ROOT/0 men=man/NNS/dobj/2 ,/,/punct/2 among/IN/prep/2 them=they/PRP/pobj/5 "
      "two/CD/nummod/8 guides=guide/NNS/dobj/2")),
    ("phrase-of-transfer", "to", "sold", "prep", "IN",
     ("They/PRP/nsubj/2 sold=sell/VBD/ROOT/0 a/DT/det/4 stake/NN/dobj/2 to/IN/prep/4 Norla/NNP/pobj/5")),
    ("phrase-of-transfer", "from", "took", "prep", "IN",
     ("She/PRP/nsubj/2 took=take/VBD/ROOT/0 over/RP/prt/2 the/DT/det/5 part/NN/dobj/2 from/IN/prep/5 Reed/NNP/pobj/6")),
    ("phrase-of-verb", "with", "replaced", "prep", "IN",
     ("They/PRP/nsubj/2 replaced=replace/VBD/ROOT/0 icons=icon/NNS/dobj/2 on/IN/prep/3 pages=page/NNS/pobj/4 "
      "with/IN/prep/5 skulls=skull/NNS/pobj/6")),
    ("phrase-of-verb", "with", "provides", "prep", "IN",
     ("It/PRP/nsubj/2 provides=provide/VBZ/ROOT/0 guests=guest/NNS/dobj/2 with/IN/prep/3 tea/NN/pobj/4")),
    ("phrase-of-verb", "from", "stopped", "prep", "IN",
     ("They/PRP/nsubj/2 stopped=stop/VBD/ROOT/0 fires=fire/NNS/dobj/2 from/IN/prep/3 spreading=spread/VBG/pcomp/4")),
    ("phrase-of-verb", "for", "blamed", "prep", "IN",
     ("They/PRP/nsubj/2 blamed=blame/VBD/ROOT/0 leaks=leak/NNS/dobj/2 in/IN/prep/3 pipes=pipe/NNS/pobj/4 "
      "for/IN/prep/5 fires=fire/NNS/pobj/6")),
    ("phrase-of-verb", "for", "recommends", "prep", "IN",
     ("It/PRP/nsubj/2 recommends=recommend/VBZ/ROOT/0 tea/NN/dobj/2 for/IN/prep/3 adults=adult/NNS/pobj/4")),
    ("clause-before-report", "hit", "said", "ccomp", "VBD",
     ("It/PRP/nsubj/2 hit/VBD/ROOT/0 cars=car/NNS/dobj/2 ,/,/punct/2 guards=guard/NNS/nsubj/6 said=say/VBD/conj/2 "
      "././punct/2")),
    ("clause-before-report", "said", "said", "ROOT", "VBD",
     "It/PRP/nsubj/2 hit/VBD/ROOT/0 cars=car/NNS/dobj/2 ,/,/punct/2 guards=guard/NNS/nsubj/6 said=say/VBD/conj/2"),
    ("verb-taken-for-participle", "used", "used", "ROOT", "VBD",
     ("Reed/NNP/ROOT/0 ,/,/punct/1 who/WP/nsubj/4 left=leave/VBD/relcl/1 ,/,/punct/1 always/RB/advmod/7 "
      "used=use/VBN/acl/1 to/TO/aux/9 bake/VB/xcomp/7 bread/NN/dobj/9 ./././1")),
    ("conjunction-with-case", "case", "rained", "mark", "IN",
     ("She/PRP/nsubj/2 left=leave/VBD/ROOT/0 early/RB/advmod/2 in/IN/prep/2 case/NN/pobj/4 it/PRP/nsubj/7 "
      "rained=rain/VBD/relcl/5")),
    ("conjunction-with-case", "rained", "left", "advcl", "VBD",
     ("She/PRP/nsubj/2 left=leave/VBD/ROOT/0 early/RB/advmod/2 in/IN/prep/2 case/NN/pobj/4 it/PRP/nsubj/7 "
      "rained=rain/VBD/relcl/5")),
    ("action-of-time-spent", "playing", "spent", "xcomp", "VBG",
     ("They/PRP/nsubj/2 spent=spend/VBD/ROOT/0 most/JJS/dobj/2 of/IN/prep/3 it/PRP/pobj/4 "
      "playing=play/VBG/acl/5 chess/NN/dobj/6")),
    ("gerund-next-to-gerund", "selling", "baking", "conj", "VBG",
     ("They/PRP/nsubj/2 paid=pay/VBD/ROOT/0 for/IN/prep/2 baking=bake/VBG/amod/5 bread/NN/pobj/3 ,/,/punct/2 "
      "selling=sell/VBG/advcl/2 it/PRP/dobj/7 and/CC/cc/7 saving=save/VBG/conj/7")),
    ("gerund-next-to-gerund", "bread", "baking", "dobj", "NN",
     ("They/PRP/nsubj/2 paid=pay/VBD/ROOT/0 for/IN/prep/2 baking=bake/VBG/amod/5 bread/NN/pobj/3 ,/,/punct/2 "
      "selling=sell/VBG/advcl/2 it/PRP/dobj/7 and/CC/cc/7 saving=save/VBG/conj/7")),
    ("participle-before-finite-verb", "were", "were", "ROOT", "VBD",
     ("Games=game/NNS/nsubj/2 linked=link/VBD/ROOT/0 to/IN/prep/2 Oslo/NNP/pobj/3 ,/,/punct/4 Lima/NNP/conj/4 "
      "and/CC/cc/6 Graz/NNP/conj/6 were=be/VBD/advcl/2 there/RB/advmod/9")),
    ("gerund-with-subject", "passing", "to", "pcomp", "VBG",
     ("It/PRP/nsubj/2 is=be/VBZ/ROOT/0 subject/JJ/acomp/2 to/IN/prep/3 him/PRP/pobj/4 "
      "passing=pass/VBG/advcl/2 it/PRP/dobj/6")),
    ("gerund-with-subject", "him", "passing", "nsubj", "PRP",
     ("It/PRP/nsubj/2 is=be/VBZ/ROOT/0 subject/JJ/acomp/2 to/IN/prep/3 him/PRP/pobj/4 "
      "passing=pass/VBG/advcl/2 it/PRP/dobj/6")),
    ("gerund-with-subject", "closing", "to", "pcomp", "VBG",
     ("Rain/NN/nsubj/2 led=lead/VBD/ROOT/0 to/IN/prep/2 Acme/NNP/pobj/3 closing=close/VBG/advcl/2 early/RB/advmod/5")),
    ("gerund-with-subject", "bridge", "falling", "nsubj", "NN",
     ("It/PRP/nsubj/2 is=be/VBZ/ROOT/0 due/JJ/acomp/2 to/IN/prep/3 the/DT/det/6 bridge/NN/pobj/4 "
      "falling=fall/VBG/xcomp/3")),
    ("gerund-with-subject", "Oslo", "voting", "nsubj", "NNP",
     ("It/PRP/nsubj/2 fell=fall/VBD/ROOT/0 despite/IN/prep/2 Oslo/NNP/pobj/3 voting=vote/VBG/pcomp/3 yes/UH/intj/5")),
    ("purpose-after-deadline", "pay", "have", "advcl", "VB",
     ("They/PRP/nsubj/2 have/VBP/ROOT/0 until/IN/prep/2 Friday=Friday/NNP/pobj/3/DATE to/TO/aux/6 pay/VB/xcomp/2")),
    ("name-in-small-letters", "striker", "met", "dobj", "NN",
     "They/PRP/nsubj/2 met=meet/VBD/ROOT/0 a/DT/det/5 Norland/NNP/compound/5/GPE striker/NNP/dobj/2"),
    ("finite-after-infinitive", "ordered", "refused", "conj", "VBD",
     ("He/PRP/nsubj/2 refused=refuse/VBD/ROOT/0 to/TO/aux/4 go/VB/xcomp/2 and/CC/cc/4 ordered=order/VBD/conj/4 "
      "tea/NN/dobj/6")),
    ("finite-after-infinitive", "ordered", "agreed", "conj", "VBN",
     ("She/PRP/nsubj/3 had=have/VBD/aux/3 agreed=agree/VBN/ROOT/0 to/TO/aux/5 go/VB/xcomp/3 and/CC/cc/5 "
      "ordered=order/VBD/conj/5 tea/NN/dobj/7")),
    ("finite-group-after-infinitive", "asked", "wants", "conj", "VBN",
     ("Silva/NNP/nsubj/2 wants=want/VBZ/ROOT/0 Acme/NNP/nsubj/5 to/TO/aux/5 close/VB/ccomp/2 it/PRP/dobj/5 "
      "and/CC/cc/5 has=have/VBZ/aux/9 asked=ask/VBN/conj/5 for/IN/prep/9 help/NN/pobj/10")),
    ("participle-next-to-participle", "raised", "born", "conj", "VBN",
     ("Silva/NNP/nsubj/8 born=bear/VBN/acl/1 in/IN/prep/2 Oslo/NNP/pobj/3 and/CC/cc/2 raised=raise/VBD/conj/2 "
      "there/RB/advmod/6 won=win/VBD/ROOT/0")),
    ("base-form-after-clause", "ask", "thank", "conj", "VB",
     ("They/PRP/nsubj/3 must/MD/aux/3 thank/VB/ROOT/0 those/DT/dobj/3 who/WP/nsubj/6 came=come/VBD/relcl/4 "
      "and/CC/cc/6 ask/VB/conj/6 for/IN/prep/8 more/JJR/pobj/9")),
    ("gerund-of-companion", "paying", "mayor", "acl", "VBG",
     ("It/PRP/nsubj/2 closed=close/VBD/ROOT/0 with/IN/prep/2 the/DT/det/5 mayor/NN/pobj/3 (/-LRB-/punct/5 "
      "Reed/NNP/appos/5 )/-RRB-/punct/5 paying=pay/VBG/advcl/2 half/NN/dobj/9")),
    ("gerund-of-companion", "fighting", "men", "acl", "VBG",
     ("It/PRP/nsubj/2 closed=close/VBD/ROOT/0 with/IN/prep/2 men=man/NNS/pobj/3 in/IN/prep/4 Oslo/NNP/pobj/5 "
      "fighting=fight/VBG/advcl/2 it/PRP/dobj/7")),
    ("noun-next-to-phrase", "size", "age", "conj", "NN",
     ("It/PRP/nsubjpass/3 was=be/VBD/auxpass/3 chosen=choose/VBN/ROOT/0 for/IN/prep/3 its/PRP$/poss/6 age/NN/pobj/4 "
      "and/CC/cc/3 its/PRP$/poss/9 size/NN/conj/3")),
    ("noun-taken-for-verb", "updates", "tools", "conj", "NNS",
     ("She/PRP/nsubj/2 announced=announce/VBD/ROOT/0 new/JJ/amod/4 tools=tool/NNS/dobj/2 and/CC/cc/2 "
      "updates=update/VBZ/conj/2 here/RB/advmod/6")),
    ("noun-taken-for-verb", "rebukes", "anger", "conj", "NNS",
     ("Mills=mill/NNS/nsubj/2 met=meet/VBD/ROOT/0 anger/NN/dobj/2 at/IN/prep/2 home/NN/pobj/4 and/CC/cc/2 "
      "rebukes=rebuke/VBZ/conj/2 here/RB/advmod/7")),
    ("number-sign", "world", "No", "compound", "NN",
     "The/DT/det/2 world/NN/nsubj/6 No/NN/nsubj/6 ./NN/nsubj/6 5/CD/nummod/4 won=win/VBD/ROOT/0"),
    ("missing-after-copula", "missing", "are", "acomp", "JJ",
     "Men=man/NNS/nsubj/4 are=be/VBP/aux/4 still/RB/advmod/4 missing=miss/VBG/ROOT/0"),
    ("missing-after-copula", "Men", "are", "nsubj", "NNS",
     "Men=man/NNS/nsubj/4 are=be/VBP/aux/4 still/RB/advmod/4 missing=miss/VBG/ROOT/0"),
    ("missing-as-adjective", "missing", "went", "acomp", "JJ",
     "A/DT/det/2 boat/NN/nsubj/3 went=go/VBD/ROOT/0 missing=miss/VBG/advcl/3 on/IN/prep/4 Monday/NNP/pobj/5/DATE"),
    ("missing-as-adjective", "on", "went", "prep", "IN",
     "A/DT/det/2 boat/NN/nsubj/3 went=go/VBD/ROOT/0 missing=miss/VBG/advcl/3 on/IN/prep/4 Monday/NNP/pobj/5/DATE"),
    ("missing-as-adjective", "missing", "left", "oprd", "JJ",
     "Rain/NN/nsubj/2 left=leave/VBD/ROOT/0 two/CD/nummod/4 men=man/NNS/dobj/2 missing=miss/VBG/advcl/2"),
    ("missing-as-adjective", "missing", "reported", "oprd", "JJ",
     "She/PRP/nsubjpass/3 was=be/VBD/auxpass/3 reported=report/VBN/ROOT/0 missing=miss/VBG/xcomp/3"),
    ("scores-after-object", "6", "beat", "npadvmod", "CD",
     "Reed/NNP/nsubj/2 beat/VBD/ROOT/0 Silva/NNP/dobj/2 6/CD/nummod/3 -/HYPH/punct/6 1/CD/prep/3 ././punct/2"),
    ("scores-after-object", "win", "beat", "advcl", "VB",
     ("Reed/NNP/nsubj/2 beat/VBD/ROOT/0 Silva/NNP/dobj/2 6/CD/nummod/3 -/HYPH/punct/6 1/CD/prep/3 to/TO/aux/8 "
      "win/VB/xcomp/2")),
    ("years-running", "running", "years", "advmod", "RB",
     "She/PRP/nsubj/2 won=win/VBD/ROOT/0 two/CD/nummod/4 years=year/NNS/npadvmod/5 running=run/VBG/advcl/2"),
    ("base-form-next-to-infinitive", "beat", "fight", "conj", "VB",
     ("They/PRP/nsubj/2 vowed=vow/VBD/ROOT/0 to/TO/aux/4 fight/VB/xcomp/2 and/CC/cc/4 beat/VBD/conj/4 "
      "them=they/PRP/dobj/6")),
    ("base-form-next-to-infinitive", "attend", "pay", "conj", "VB",
     ("She/PRP/nsubj/3 must/MD/aux/3 pay/VB/ROOT/0 ,/,/punct/3 attend/VBP/conj/3 classes=class/NNS/dobj/5 and/CC/cc/5 "
      "rest/VB/conj/5")),
    ("subject-taken-for-object", "rents", "fell", "nsubj", "NNS",
     "She/PRP/nsubj/2 added=add/VBD/ROOT/0 rents=rent/NNS/dobj/2 fell=fall/VBD/ccomp/2 again/RB/advmod/4"),
    ("subject-taken-for-object", "letter", "lost", "nsubjpass", "NN",
     ("She/PRP/nsubj/2 said=say/VBD/ROOT/0 a/DT/det/4 letter/NN/dobj/2 last/JJ/amod/6 week/NN/npadvmod/8/DATE "
      "was=be/VBD/auxpass/8 lost=lose/VBN/ccomp/2")),
    ("subject-taken-for-object", "week", "letter", "npadvmod", "NN",
     ("She/PRP/nsubj/2 said=say/VBD/ROOT/0 a/DT/det/4 letter/NN/dobj/2 last/JJ/amod/6 week/NN/npadvmod/8/DATE "
      "was=be/VBD/auxpass/8 lost=lose/VBN/ccomp/2")),
    ("noun-next-to-object", "cup", "hats", "conj", "NN",
     ("They/PRP/nsubj/2 sell/VBP/ROOT/0 hats=hat/NNS/dobj/2 and/CC/cc/2 a/DT/det/6 cup/NN/conj/2")),
    ("noun-next-to-object", "and", "hats", "cc", "CC",
     ("They/PRP/nsubj/2 sell/VBP/ROOT/0 hats=hat/NNS/dobj/2 and/CC/cc/2 a/DT/det/6 cup/NN/conj/2")),
    ("noun-next-to-object", "cup", "hats", "conj", "NN",
     ("They/PRP/nsubj/2 sell/VBP/ROOT/0 hats=hat/NNS/dobj/2 in/IN/prep/2 Lyon/NNP/pobj/4 and/CC/cc/2 a/DT/det/8 "
      "cup/NN/conj/2 in/IN/prep/8 Oslo/NNP/pobj/9")),
    ("noun-next-to-object", "cup", "hats", "conj", "NN",
     ("They/PRP/nsubj/2 sell/VBP/ROOT/0 hats=hat/NNS/dobj/2 ,/,/punct/2 as/RB/advmod/7 well/RB/advmod/7 as/IN/cc/2 "
      "a/DT/det/9 cup/NN/conj/2")),
    ("body-next-to-body", "Bolt", "Acme", "conj", "NNP",
     ("The/DT/det/2 head/NN/nsubj/10 of/IN/prep/2 Acme/NNP/pobj/3/ORG (/-LRB-/punct/4 ACM/NNP/appos/4 )/-RRB-/punct/4 "
      "and/CC/cc/2 Bolt/NNP/conj/2/ORG left=leave/VBD/ROOT/0")),
    ("noun-next-to-other", "cup", "hats", "conj", "NN",
     ("They/PRP/nsubj/2 sell/VBP/ROOT/0 hats=hat/NNS/dobj/2 in/IN/prep/2 Lyon/NNP/pobj/4/GPE and/CC/cc/5 a/DT/det/8 "
      "cup/NN/conj/5")),
    ("infinitive-of-object", "stop", "told", "xcomp", "VB",
     "They/PRP/nsubj/2 told=tell/VBD/ROOT/0 Reed/NNP/dobj/2/PERSON to/TO/aux/5 stop/VB/relcl/3"),
    ("preposition-taken-for-participle", "following", "closed", "prep", "VBG",
     ("It/PRP/nsubj/2 closed=close/VBD/ROOT/0 following=follow/VBG/advcl/2 a/DT/det/5 fire/NN/pobj/3")),
    ("object-of-preposition", "rows", "following", "pobj", "NNS",
     ("It/PRP/nsubj/2 closed=close/VBD/ROOT/0 following=follow/VBG/prep/2 rows=row/NNS/dobj/3")),
    ("quality-after-object", "joke", "called", "oprd", "NN",
     ("They/PRP/nsubj/2 called=call/VBD/ROOT/0 it/PRP/dobj/2 “/``/punct/3 a/DT/det/6 joke/NN/appos/3")),
    ("name-after-field", "Silva", "Minister", "appos", "NNP",
     ("The/DT/det/2 Minister/NNP/nsubj/7 of/IN/prep/2 Mines/NNP/compound/6 Ana/NNP/compound/6/PERSON "
      "Silva/NNP/pobj/3/PERSON left=leave/VBD/ROOT/0")),
    ("name-after-field", "wing", "of", "pobj", "NN",
     ("Head/NNP/nsubj/8 of/IN/prep/1 the/DT/det/7 press/NN/compound/5 wing/NN/compound/7 Ana/NNP/compound/7 "
      "Silva/NNP/pobj/2 left=leave/VBD/ROOT/0")),
    ("name-after-field", "Jose", "of", "pobj", "NNP",
     ("The/DT/det/2 mayor/NN/nsubj/8 of/IN/prep/2 San/NNP/compound/5/GPE Jose/NNP/compound/7/GPE "
      "Ana/NNP/compound/7 Silva/NNP/pobj/3 left=leave/VBD/ROOT/0")),
    ("time-clause-taken-for-content", "died", "gathered", "advcl", "VBD",
     ("Fans=fan/NNS/nsubj/2 gathered=gather/VBD/ROOT/0 where/WRB/advmod/5 she/PRP/nsubj/5 died=die/VBD/ccomp/2")),
    ("name-after-field", "Trade", "for", "pobj", "NNP",
     ("Secretary/NNP/nsubj/6 for/IN/prep/1 Trade/NNP/compound/5 Ana/NNP/compound/5/PERSON Silva/NNP/appos/1/PERSON "
      "left=leave/VBD/ROOT/0")),
    ("roles-of-several", "Farmers", "Reed", "compound", "NNS",
     ("Farmers/NNP/compound/2 Reed/NNP/nsubj/5/PERSON and/CC/cc/2 Silva/NNP/conj/2/PERSON left=leave/VBD/ROOT/0")),
    ("body-before-office", "Union", "president", "nmod", "NNP",
     ("The/DT/det/3 Varn/NNP/compound/3/ORG Union/NNP/nsubj/9/ORG (/-LRB-/punct/3 VU/NNP/npadvmod/3/ORG "
      ")/-RRB-/punct/5 president/NN/compound/8 Silva/NNP/appos/3/PERSON left=leave/VBD/ROOT/0")),
    ("body-before-office", "Silva", "left", "nsubj", "NNP",
     ("The/DT/det/3 Varn/NNP/compound/3/ORG Union/NNP/nsubj/9/ORG (/-LRB-/punct/3 VU/NNP/appos/3/ORG )/-RRB-/punct/5 "
      "president/NN/compound/8 Silva/NNP/appos/3/PERSON left=leave/VBD/ROOT/0")),
    ("body-before-office", "Union", "president", "nmod", "NNP",
     ("Varn/NNP/compound/2/ORG Union/NNP/nsubj/8/ORG (/-LRB-/punct/2 VU/NNP/appos/2/ORG )/-RRB-/punct/2 "
      "president/NN/compound/7 Silva/NNP/nsubj/8/PERSON left=leave/VBD/ROOT/0")),
    ("office-before-rank", "spokesman", "Reed", "compound", "NN",
     ("army/NN/compound/4 spokesman/NN/compound/4 Lieutenant/NNP/compound/4 Colonel/NNP/compound/5 "
      "Reed/NNP/nsubj/6/PERSON left=leave/VBD/ROOT/0")),
    ("instead-of", "rice", "of", "pobj", "NN",
     ("They/PRP/nsubj/2 sold=sell/VBD/ROOT/0 tea/NN/dobj/2 instead/RB/advmod/5 of/IN/cc/3 rice/NN/conj/3")),
    ("instead-of", "at", "of", "prep", "IN",
     ("They/PRP/nsubj/2 sat=sit/VBD/ROOT/0 in/IN/prep/2 Oslo/NNP/pobj/3 instead/RB/advmod/6 of/IN/cc/3 at/IN/prep/2 "
      "home/NN/pobj/7")),
    ("instead-of", "renting", "of", "pcomp", "VBG",
     ("They/PRP/nsubj/2 bought=buy/VBD/ROOT/0 ships=ship/NNS/dobj/2 instead/RB/advmod/5 of/IN/cc/3 "
      "renting=rent/VBG/advcl/2")),
    ("preposition-before-preposition", "near", "to", "prep", "IN",
     "They/PRP/nsubj/2 fell=fall/VBD/ROOT/0 to/IN/prep/2 near/IN/prep/2 zero/CD/pobj/4"),
    ("phrase-after-insertion", "for", "sold", "prep", "IN",
     ("She/PRP/nsubj/2 sold=sell/VBD/ROOT/0 it/PRP/dobj/2 —/:/punct/6 a/DT/det/6 film/NN/appos/3 —/:/punct/6 "
      "for/IN/prep/6 cash/NN/pobj/8")),
    ("subjects-joined", "army", "court", "conj", "NN",
     ("A/DT/det/2 bank/NN/nsubj/9 ,/,/punct/2 court/NN/conj/2 ,/,/punct/2 and/CC/cc/2 an/DT/det/8 army/NN/nsubj/9 "
      "exist/VBP/ROOT/0")),
    ("clause-next-to-clause", "%", "buy", "nsubj", "NN",
     ("Men=man/NNS/nsubj/2 read/VBP/ROOT/0 it/PRP/dobj/2 and/CC/cc/3 66/CD/nummod/6 %/NN/conj/3 buy/VBP/conj/2 "
      "more/JJR/dobj/7")),
    ("person-next-to-thing", "Silva", "head", "appos", "NNP",
     ("The/DT/det/2 head/NN/nsubj/9 of/IN/prep/2 Acme/NNP/pobj/3/ORG ,/,/punct/4 Ana/NNP/compound/7/PERSON "
      "Silva/NNP/appos/4/PERSON ,/,/punct/2 left=leave/VBD/ROOT/0")),
    ("exception-of-all", "hut", "but", "pobj", "NN",
     ("They/PRP/nsubj/2 sold=sell/VBD/ROOT/0 all/DT/det/4 mills=mill/NNS/dobj/2 but/CC/cc/2 one/CD/nummod/7 "
      "hut/NN/conj/2")),
    ("saying-by-speaker", "citing", "said", "advcl", "VBG",
     ("Dealers=dealer/NNS/nsubj/2 said=say/VBD/ROOT/0 a/DT/det/4 ban/NN/nsubj/5 was=be/VBD/ccomp/2 "
      "unlikely/JJ/acomp/5 ,/,/punct/5 citing=cite/VBG/advcl/5 demand/NN/dobj/8")),
    ("saying-by-speaker", "discussed", "said", "conj", "VBD",
     ("Novak/NNP/nsubj/2 said=say/VBD/ROOT/0 the/DT/det/4 river/NN/nsubj/5 was=be/VBD/ccomp/2 low/JJ/acomp/5 "
      "and/CC/cc/5 discussed=discuss/VBD/conj/5 dams=dam/NNS/dobj/8")),
    ("saying-by-speaker", "praised", "said", "conj", "VBD",
     ("Novak/NNP/nsubj/2 said=say/VBD/ROOT/0 she/PRP/nsubj/4 left=leave/VBD/ccomp/2 ,/,/punct/4 and/CC/cc/4 "
      "praised=praise/VBD/conj/4 us=we/PRP/dobj/7")),
    ("saying-by-speaker", "calling", "said", "advcl", "VBG",
     ("Norland/NNP/nsubj/2 said=say/VBD/ROOT/0 it/PRP/nsubj/5 would/MD/aux/5 help/VB/ccomp/2 us=we/PRP/dobj/5 "
      ",/,/punct/5 calling=call/VBG/advcl/5 it/PRP/nsubj/10 fair/JJ/oprd/8")),
    ("saying-by-speaker", "without", "said", "prep", "IN",
     ("The/DT/det/2 ministry/NN/nsubj/3 said=say/VBD/ROOT/0 the/DT/det/5 fire/NN/nsubj/6 was=be/VBD/ccomp/3 "
      "over/JJ/acomp/6 ,/,/punct/6 without/IN/prep/6 giving=give/VBG/pcomp/9 reasons=reason/NNS/dobj/10")),
    ("saying-by-speaker", "adding", "said", "advcl", "VBG",
     ("Novak/NNP/nsubj/2 said=say/VBD/ROOT/0 Silva/NNP/nsubj/4/PERSON left=leave/VBD/ccomp/2 ,/,/punct/4 "
      "adding=add/VBG/advcl/4 rents=rent/NNS/nsubj/8 fell=fall/VBD/ccomp/6")),
    ("saying-by-speaker", "ordered", "ruled", "conj", "VBD",
     ("Novak/NNP/nsubj/2 ruled=rule/VBD/ROOT/0 that/IN/mark/5 there/EX/expl/5 was=be/VBD/ccomp/2 merit/NN/attr/5 "
      "and/CC/cc/5 ordered=order/VBD/conj/5 tests=test/NNS/dobj/8")),
    ("subject-after-conjunction", "sank", "died", "advcl", "VBD",
     ("He/PRP/nsubj/2 died=die/VBD/ROOT/0 after/IN/prep/2 a/DT/det/5 ferry/NN/pobj/3 sank=sink/VBD/dep/2")),
    ("subject-after-conjunction", "prices", "raised", "nsubjpass", "NNS",
     ("They/PRP/nsubj/2 left=leave/VBD/ROOT/0 before/IN/prep/2 prices=price/NNS/pobj/3 were=be/VBD/auxpass/6 "
      "raised=raise/VBN/conj/2")),
    ("clause-next-to-clause", "Oslo", "is", "nsubj", "NNP",
     ("They/PRP/nsubj/2 flew=fly/VBD/ROOT/0 to/IN/prep/2 Rome/NNP/pobj/3 and/CC/cc/4 Oslo/NNP/conj/4 "
      "is=be/VBZ/advcl/2 next/JJ/acomp/7")),
    ("clause-next-to-clause", "insurers", "paid", "nsubj", "NNS",
     ("It/PRP/nsubj/2 hit/VBD/ROOT/0 farmers=farmer/NNS/dobj/2 and/CC/cc/3 insurers=insurer/NNS/conj/3 "
      "paid=pay/VBD/conj/2 them=they/PRP/dobj/6")),
    ("subjects-joined", "I", "aunt", "conj", "PRP",
     "My/PRP$/poss/2 aunt/NN/nsubj/5 and/CC/cc/2 I/PRP/nsubj/5 left=leave/VBD/ROOT/0"),
    ("name-next-to-subject", "Sideways", "comedy", "appos", "NNP",
     ("The/DT/det/2 comedy/NN/nsubj/5 Sideways/NNP/nsubj/5/GPE has=have/VBZ/aux/5 won=win/VBN/ROOT/0 "
      "prizes=prize/NNS/dobj/5")),
    ("list-taken-for-apposition", "Reed", "Silva", "conj", "NNP",
     ("They/PRP/nsubj/2 met=meet/VBD/ROOT/0 Silva/NNP/dobj/2/PERSON ,/,/punct/3 Reed/NNP/appos/3/PERSON and/CC/cc/5 "
      "Holm/NNP/conj/5/PERSON")),
    ("list-taken-for-apposition", "Reed", "Silva", "conj", "NNP",
     ("Silva/NNP/nsubj/11/PERSON ,/,/punct/1 Reed/NNP/appos/1/PERSON ,/,/punct/3 Holm/NNP/conj/3/PERSON ,/,/punct/5 "
      "Novak/NNP/conj/5/PERSON Haddad/NNP/conj/5/PERSON and/CC/cc/8 Bay/NNP/conj/8/PERSON left=leave/VBD/ROOT/0")),
    ("list-taken-for-apposition", "Bolt", "Acme", "conj", "NNP",
     ("They/PRP/nsubj/2 sued=sue/VBD/ROOT/0 Peru/NNP/poss/5/GPE 's/POS/case/3 Acme/NNP/dobj/2/ORG ,/,/punct/5 "
      "Chad/NNP/poss/9/GPE 's/POS/case/7 Bolt/NNP/appos/5/ORG and/CC/cc/9 Orkla/NNP/conj/9/ORG")),
    ("list-taken-for-apposition", "wife", "Silva", "conj", "NN",
     ("Silva/NNP/nsubj/9/PERSON ,/,/punct/1 his/PRP$/poss/4 wife/NN/appos/1 Eva/NNP/appos/4/PERSON and/CC/cc/4 "
      "two/CD/nummod/8 aides=aide/NNS/conj/4 left=leave/VBD/ROOT/0")),
    ("relative-clause-by-number", "is", "list", "relcl", "VBZ",
     ("They/PRP/nsubj/2 sent=send/VBD/ROOT/0 a/DT/det/4 list/NN/dobj/2 of/IN/prep/4 parts=part/NNS/pobj/5 "
      "that/WDT/nsubj/8 is=be/VBZ/relcl/6 long/JJ/acomp/8")),
    ("relative-clause-by-kind", "shook", "death", "relcl", "VBD",
     ("It/PRP/nsubj/2 shows=show/VBZ/ROOT/0 the/DT/det/4 death/NN/dobj/2 of/IN/prep/4 Silva/NNP/pobj/5/PERSON "
      ",/,/punct/6 which/WDT/nsubj/9 shook=shake/VBD/relcl/6 Oslo/NNP/dobj/9")),
    ("relative-clause-by-kind", "help", "plans", "relcl", "VB",
     ("They/PRP/nsubj/2 have/VBP/ROOT/0 plans=plan/NNS/dobj/2 for/IN/prep/3 ports=port/NNS/pobj/4 that/WDT/nsubj/8 "
      "will/MD/aux/8 help/VB/relcl/5 us/PRP/dobj/8")),
    ("relative-clause-by-kind", "fled", "fans", "relcl", "VBD",
     ("They/PRP/nsubj/2 fed=feed/VBD/ROOT/0 fans=fan/NNS/dobj/2 from/IN/prep/2 Oslo/NNP/pobj/4/GPE who/WP/nsubj/7 "
      "fled=flee/VBD/relcl/5")),
    ("relative-clause-by-kind", "failed", "farmers", "relcl", "VBD",
     ("They/PRP/nsubj/2 feed/VBP/ROOT/0 farmers=farmer/NNS/dobj/2 in/IN/prep/3 Kenya/NNP/pobj/4/GPE whose/WP$/poss/7 "
      "crops=crop/NNS/nsubj/8 failed=fail/VBD/relcl/5")),
    ("relative-clause-by-kind", "tested", "welders", "relcl", "VBD",
     ("Two/CD/nummod/2 welders=welder/NNS/nsubj/10 from/IN/prep/2 Turin/NNP/pobj/3/GPE and/CC/cc/4 Acme/NNP/conj/4/ORG "
      ",/,/punct/4 who/WP/nsubj/9 tested=test/VBD/relcl/4 left=leave/VBD/ROOT/0")),
    ("description-before-names", "Silva", "by", "pobj", "NNP",
     ("It/PRP/nsubjpass/3 was=be/VBD/auxpass/3 led=lead/VBN/ROOT/0 by/IN/agent/3 judges=judge/NNS/pobj/4 "
      "Silva/NNP/appos/5/PERSON and/CC/cc/6 Reed/NNP/conj/6/PERSON")),
    ("roles-before-name", "Silva", "met", "dobj", "NNP",
     ("We/PRP/nsubj/2 met=meet/VBD/ROOT/0 coach/NN/dobj/2 and/CC/cc/3 striker/NN/compound/7 Ana/NNP/compound/7/PERSON "
      "Silva/NNP/conj/3/PERSON")),
    ("person-before-other", "Silva", "praised", "dobj", "NNP",
     ("They/PRP/nsubj/2 praised=praise/VBD/ROOT/0 Ana/NNP/nmod/7/PERSON Silva/NNP/nmod/7/PERSON and/CC/cc/4 "
      "new/JJ/conj/4 coach/NN/compound/9 Jon/NNP/compound/9/PERSON Reed/NNP/dobj/2/PERSON")),
    ("person-before-other", "Reed", "Silva", "conj", "NNP",
     ("They/PRP/nsubj/2 praised=praise/VBD/ROOT/0 Ana/NNP/nmod/7/PERSON Silva/NNP/nmod/7/PERSON and/CC/cc/4 "
      "new/JJ/conj/4 coach/NN/compound/9 Jon/NNP/compound/9/PERSON Reed/NNP/dobj/2/PERSON")),
    ("person-before-other", "new", "coach", "amod", "JJ",
     ("They/PRP/nsubj/2 praised=praise/VBD/ROOT/0 Ana/NNP/nmod/7/PERSON Silva/NNP/nmod/7/PERSON and/CC/cc/4 "
      "new/JJ/conj/4 coach/NN/compound/9 Jon/NNP/compound/9/PERSON Reed/NNP/dobj/2/PERSON")),
    ("name-after-description", "Ofgem", "for", "pobj", "NNP",
     ("She/PRP/nsubj/2 works=work/VBZ/ROOT/0 for/IN/prep/2 watchdog/NN/pobj/3 Ofgem/NNP/advcl/2/ORG")),
    ("name-after-description", "watchdog", "Ofgem", "compound", "NN",
     ("She/PRP/nsubj/2 works=work/VBZ/ROOT/0 for/IN/prep/2 watchdog/NN/pobj/3 Ofgem/NNP/advcl/2/ORG")),
    ("name-after-description", "Ofgem", "at", "pobj", "NNP",
     ("An/DT/det/2 aide/NN/nsubj/6 at/IN/prep/2 watchdog/NN/pobj/3 Ofgem/NNP/appos/2/ORG left=leave/VBD/ROOT/0")),
    ("name-after-description", "the", "Norla", "det", "DT",
     ("They/PRP/nsubj/2 left=leave/VBD/ROOT/0 the/DT/det/4 company/NN/dobj/2 Norla/NNP/npadvmod/2")),
    ("description-before-subject", "nurse", "leads", "appos", "NN",
     ("A/DT/det/2 nurse/NN/npadvmod/5 ,/,/punct/5 she/PRP/nsubj/5 leads=lead/VBZ/ROOT/0 it/PRP/dobj/5")),
    ("person-next-to-thing", "Silva", "chairman", "appos", "NNP",
     ("The/DT/det/2 chairman/NN/nsubj/9 of/IN/prep/2 Acme/NNP/pobj/3/ORG ,/,/punct/4 Ana/NNP/compound/7/PERSON "
      "Silva/NNP/appos/4/PERSON ,/,/punct/2 left=leave/VBD/ROOT/0")),
    ("passive-after-copula", "owned", "owned", "ROOT", "VBN",
     ("It/PRP/nsubj/2 was=be/VBD/ROOT/0 state/NN/npadvmod/4 owned=own/VBN/acomp/2 by/IN/agent/4 them/PRP/pobj/5 "
      "then/RB/advmod/2")),
    ("passive-after-copula", "was", "owned", "auxpass", "VBD",
     ("Firms=firm/NNS/nsubj/2 say/VBP/ROOT/0 it/PRP/nsubj/4 was=be/VBD/ccomp/2 owned=own/VBN/acomp/4 by/IN/agent/5 "
      "them/PRP/pobj/6")),
    ("participle-taken-for-subject", "shipped", "Salt", "acl", "VBN",
     ("Salt/NN/nsubj/2 shipped=ship/VBN/csubj/6 from/IN/prep/2 Lyon/NNP/pobj/3 has=have/VBZ/aux/6 "
      "been=be/VBN/ROOT/0 cheap/JJ/acomp/6")),
    ("date-before-subject", "Tuesday", "On", "pobj", "NNP",
     "On/IN/prep/4 Tuesday/NNP/compound/3/DATE output/NN/nsubj/4 fell=fall/VBD/ROOT/0"),
    ("verb-by-number", "offers", "means", "conj", "VBZ",
     ("It/PRP/nsubj/2 means=mean/VBZ/ROOT/0 users=user/NNS/nsubj/5 can/MD/aux/5 pay/VB/ccomp/2 and/CC/cc/5 "
      "offers=offer/VBZ/conj/5 cards=card/NNS/dobj/7")),
    ("verb-by-number", "were", "said", "conj", "VBD",
     ("They/PRP/nsubj/2 said=say/VBD/ROOT/0 the/DT/det/4 raid/NN/nsubj/5 failed=fail/VBD/ccomp/2 but/CC/cc/5 "
      "were=be/VBD/conj/5 calm/JJ/acomp/7")),
    ("verb-by-number", "and", "left", "cc", "CC",
     ("Reed/NNP/nsubj/2/PERSON left=leave/VBD/ROOT/0 when/WRB/advmod/5 rents=rent/NNS/nsubj/5 rose=rise/VBD/advcl/2 "
      "and/CC/cc/5 is=be/VBZ/aux/8 looking=look/VBG/conj/5 on/RP/prt/8")),
    ("base-form-next-to-infinitive", "care", "look", "conj", "VB",
     ("They/PRP/nsubj/2 say/VBP/ROOT/0 no/DT/det/4 guard/NN/nsubj/6 will/MD/aux/6 look/VB/ccomp/2 or/CC/cc/6 "
      "care/VBP/conj/6")),
    ("participle-of-subject", "Crews", "said", "nsubj", "NNS",
     ("Crews=crew/NNS/nsubj/2 fighting=fight/VBG/ccomp/4 it/PRP/dobj/2 said=say/VBD/ROOT/0 it/PRP/nsubj/6 "
      "grew=grow/VBD/ccomp/4")),
    ("participle-of-subject", "leaving", "crew", "acl", "VBG",
     ("They/PRP/nsubj/2 say/VBP/ROOT/0 the/DT/det/4 crew/NN/nsubj/5 leaving=leave/VBG/csubj/7 it/PRP/dobj/5 "
      "is=be/VBZ/ccomp/2 small/JJ/acomp/7")),
    ("number-after-all-but", "four", "left", "nsubj", "CD",
     "All/DT/nsubj/4 but/CC/cc/1 four/CD/conj/1 left=leave/VBD/ROOT/0"),
    ("subject-taken-for-object", "rents", "rose", "nsubj", "NNS",
     ("Rents=rent/NNS/nsubj/2 fell=fall/VBD/ROOT/0 despite/IN/prep/2 polls=poll/NNS/pobj/3 that/WDT/nsubj/6 "
      "showed=show/VBD/relcl/4 rents=rent/NNS/dobj/6 rose=rise/VBD/advcl/2")),
    ("object-after-preposition", "spies", "as", "pobj", "NNS",
     ("Men=man/NNS/nsubj/5 held=hold/VBN/acl/1 as/IN/prep/2 spies=spy/NNS/nsubj/5 left=leave/VBD/ROOT/0")),
    ("object-after-preposition", "bridge", "on", "pobj", "NN",
     ("Lamps=lamp/NNS/nsubj/5 on/IN/prep/1 the/DT/det/4 bridge/NN/nsubj/5 broke=break/VBD/ROOT/0")),
    ("verb-taken-for-participle", "sang", "sang", "ROOT", "VBD",
     ("Members=member/NNS/ROOT/0 of/IN/prep/1 choirs=choir/NNS/pobj/2 sang=sing/VBN/acl/1 songs=song/NNS/dobj/4 "
      "././punct/1")),
    ("verb-taken-for-participle", ".", "sang", "punct", ".",
     "Members=member/NNS/ROOT/0 sang=sing/VBD/acl/1 there/RB/advmod/2 ././punct/1"),
    ("verb-taken-for-participle", "praised", "praised", "ROOT", "VBD",
     ("Silva/NNP/ROOT/0 ,/,/punct/1 the/DT/det/4 poet/NN/appos/1 ,/,/punct/1 praised=praise/VBN/acl/1 "
      "“/``/punct/9 a/DT/det/9 star/NN/dobj/6 ././punct/1 ”/''/punct/1")),
    ("report-next-to-report", "says", "said", "conj", "VBZ",
     ("Reed/NNP/nsubj/2 said=say/VBD/ROOT/0 rents=rent/NNS/nsubj/4 fell=fall/VBD/ccomp/2 ,/,/punct/4 but/CC/cc/4 "
      "Silva/NNP/nsubj/8 says=say/VBZ/conj/4 they/PRP/nsubj/10 rose=rise/VBD/ccomp/8")),
    ("report-next-to-report", "and", "said", "cc", "CC",
     ("Reed/NNP/nsubj/2 said=say/VBD/ROOT/0 mills=mill/NNS/nsubj/5 would/MD/aux/5 shut/VB/ccomp/2 and/CC/cc/5 "
      "then/RB/advmod/9 a/DT/det/9 storm/NN/nsubj/10 came=come/VBD/conj/5")),
    ("verb-taken-for-participle", "filed", "filed", "ROOT", "VBD",
     ("Silva/NNP/ROOT/0 ,/,/punct/1 head/NN/appos/1 of/IN/prep/3 sales=sale/NNS/pobj/4 ,/,/punct/1 "
      "filed=file/VBN/acl/1 for/IN/prep/7 divorce/NN/pobj/8 ././punct/1")),
    ("verb-taken-for-participle", "fell", "fell", "ROOT", "VBD",
     ("Prices=price/NNS/ROOT/0 ,/,/punct/1 known=know/VBN/acl/1 as/IN/prep/3 fares=fare/NNS/pobj/4 ,/,/punct/1 "
      "fell=fall/VBN/acl/1 in/IN/prep/7 Oslo/NNP/pobj/8 ././punct/1")),
    ("verb-taken-for-participle", "named", "named", "ROOT", "VBD",
     ("Guards=guard/NNS/ROOT/0 named=name/VBN/acl/1 Silva/NNP/oprd/2 as/IN/prep/2 thief/NN/pobj/4 ././punct/1")),
    ("verb-after-relative-clause", "worked", "worked", "ROOT", "VBD",
     ("Silva/NNP/ROOT/0 ,/,/punct/1 who/WP/nsubj/4 lived=live/VBD/relcl/1 in/IN/prep/4 Boise/NNP/pobj/5 ,/,/punct/6 "
      "Idaho/NNP/appos/6 ,/,/punct/8 worked=work/VBD/acl/8 here/RB/advmod/10 ././punct/1")),
    ("verb-after-relative-clause", "banks", "shops", "conj", "NNS",
     ("Silva/NNP/ROOT/0 ,/,/punct/1 who/WP/nsubj/4 lived=live/VBD/relcl/1 in/IN/prep/4 Boise/NNP/pobj/5 ,/,/punct/6 "
      "owned=own/VBD/acl/6 shops=shop/NNS/dobj/8 and/CC/cc/6 banks=bank/NNS/conj/6 ././punct/1")),
    ("past-next-to-past", "pushed", "bought", "conj", "VBD",
     ("They/PRP/nsubj/2 met=meet/VBD/ROOT/0 and/CC/cc/2 bought=buy/VBD/conj/2 lamps=lamp/NNS/dobj/4 and/CC/cc/4 "
      "pushed=push/VBN/conj/4 on/RP/prt/7")),
    ("phrase-of-auxiliary", "in", "fall", "prep", "IN",
     "Only/RB/advmod/2 in/IN/prep/4 May/NNP/pobj/2 did=do/VBD/aux/6 it/PRP/nsubj/6 fall/VB/ROOT/0"),
    ("participle-next-to-passive", "banned", "fined", "conj", "VBN",
     ("It/PRP/nsubjpass/4 may/MD/aux/4 be/VB/auxpass/4 fined=fine/VBN/ROOT/0 and/CC/cc/4 banned=ban/VBD/conj/4")),
    ("participle-next-to-passive", "sold", "bought", "conj", "VBN",
     ("It/PRP/nsubjpass/4 has=have/VBZ/aux/4 been=be/VBN/auxpass/4 bought=buy/VBN/ROOT/0 and/CC/cc/4 "
      "sold=sell/VBD/conj/4")),
    ("participle-next-to-passive", "told", "fined", "conj", "VBN",
     ("He/PRP/nsubjpass/3 was=be/VBD/auxpass/3 fined=fine/VBN/ROOT/0 and/CC/cc/3 told=tell/VBD/conj/3 to/TO/aux/7 "
      "go/VB/xcomp/5")),
    ("owner-of-next-noun", "court", "heard", "nsubj", "NN",
     ("The/DT/det/2 Unions/NNPS/nsubj/7/ORG ’/''/punct/2 (/-LRB-/punct/6 VU/NNP/nmod/6 court/NN/appos/2 "
      "heard=hear/VBD/ROOT/0 it/PRP/dobj/7")),
    ("owner-of-next-noun", "nation", "towns", "poss", "NN",
     ("He/PRP/nsubj/2 led=lead/VBD/ROOT/0 six/CD/dobj/2 of/IN/prep/3 a/DT/det/6 nation/NN/pobj/4 's/POS/dep/2 "
      "10/CD/nummod/9 towns=town/NNS/dobj/2")),
    ("owner-of-next-noun", "towns", "of", "pobj", "NNS",
     ("He/PRP/nsubj/2 led=lead/VBD/ROOT/0 six/CD/dobj/2 of/IN/prep/3 a/DT/det/6 nation/NN/pobj/4 's/POS/dep/2 "
      "10/CD/nummod/9 towns=town/NNS/dobj/2")),
    ("owner-of-next-noun", "'s", "bank", "case", "POS",
     ("The/DT/det/2 bank/NN/nsubj/3 's/POS/advmod/6 monthly/JJ/amod/5 fee/NN/nsubj/6 rose=rise/VBD/ROOT/0")),
    ("negation-without-apostrophe", "nt", "paid", "neg", "RB",
     "They/PRP/nsubj/4 have/VBP/aux/4 nt/RB/advmod/4 paid=pay/VBN/ROOT/0"),
    ("relative-of-content", "who", "acted", "nsubj", "WP",
     ("A/DT/det/2 man/NN/nsubjpass/9 who/WP/dobj/5 police/NNS/nsubj/5 say/VBP/relcl/2 acted=act/VBN/xcomp/5 "
      "alone/RB/advmod/6 was=be/VBD/auxpass/9 shot=shoot/VBN/ROOT/0")),
    ("relative-of-content", "acted", "say", "ccomp", "VBD",
     ("A/DT/det/2 man/NN/nsubjpass/9 who/WP/dobj/5 police/NNS/nsubj/5 say/VBP/relcl/2 acted=act/VBN/xcomp/5 "
      "alone/RB/advmod/6 was=be/VBD/auxpass/9 shot=shoot/VBN/ROOT/0")),
    ("tool-of-passive", "using", "sorted", "prep", "VBG",
     ("Lamps=lamp/NNS/nsubjpass/3 were=be/VBD/auxpass/3 sorted=sort/VBN/ROOT/0 using=use/VBG/advcl/3 "
      "drones=drone/NNS/dobj/4")),
    ("verb-taken-for-object", "dates", "dates", "ROOT", "VBZ",
     ("Their/PRP$/poss/3 best=good/JJS/amod/3 run/NN/ROOT/0 in/IN/prep/3 the/DT/det/7 cup/NN/compound/7 "
      "dates=date/VBZ/pobj/4 back/RB/advmod/7 to/IN/prep/8 May/NNP/pobj/9/DATE ././punct/3")),
    ("verb-taken-for-object", "cup", "in", "pobj", "NN",
     ("Their/PRP$/poss/3 best=good/JJS/amod/3 run/NN/ROOT/0 in/IN/prep/3 the/DT/det/7 cup/NN/compound/7 "
      "dates=date/VBZ/pobj/4 back/RB/advmod/7 to/IN/prep/8 May/NNP/pobj/9/DATE ././punct/3")),
    ("verb-taken-for-object", "cuts", "said", "ccomp", "VBZ",
     ("The/DT/det/2 push/NN/dep/9 for/IN/prep/2 new/JJ/amod/5 tools=tool/NNS/compound/6 cuts=cut/VBZ/pobj/3 "
      "costs=cost/NNS/dobj/6 she/PRP/nsubj/9 said=say/VBD/ROOT/0")),
    ("noun-with-tag-of-verb", "presents", "as", "pobj", "NNS",
     ("They/PRP/nsubj/2 spent=spend/VBD/ROOT/0 it/PRP/dobj/2 on/IN/prep/2 tea/NN/pobj/4 as/IN/prep/2 "
      "Christmas/NNP/compound/8/DATE presents=present/VBZ/pobj/6")),
    ("place-after-attribute", "Norland", "to", "pobj", "NNP",
     ("He/PRP/nsubj/2 fled=flee/VBD/ROOT/0 to/IN/prep/2 neighbouring=neighbour/VBG/pcomp/3 Norland/NNP/dobj/4/ORG "
      "in/IN/prep/4 May/NNP/pobj/6/DATE")),
    ("place-after-attribute", "in", "fled", "prep", "IN",
     ("He/PRP/nsubj/2 fled=flee/VBD/ROOT/0 to/IN/prep/2 neighbouring=neighbour/VBG/pcomp/3 Norland/NNP/dobj/4/ORG "
      "in/IN/prep/4 May/NNP/pobj/6/DATE")),
    ("plural-before-name", "rivals", "Acme", "compound", "NNS",
     "Oslo/NNP/nsubj/2/ORG rivals=rival/VBZ/ROOT/0 Acme/NNP/nsubj/4 won=win/VBN/ccomp/2 ././punct/2"),
    ("plural-before-name", "won", "won", "ROOT", "VBD",
     "Oslo/NNP/nsubj/2/ORG rivals=rival/VBZ/ROOT/0 Acme/NNP/nsubj/4 won=win/VBN/ccomp/2 ././punct/2"),
    ("plural-before-name", "Oslo", "Acme", "compound", "NNP",
     "Oslo/NNP/compound/2 hosts=host/NNS/ROOT/0 Acme/NNP/nsubj/4 won=win/VBD/relcl/2 ././punct/2"),
    ("plural-in-phrase", "Bolt", "beat", "dobj", "NNP",
     ("Acme/NNP/nsubj/2 beat/VBD/ROOT/0 neighbours=neighbour/VBZ/advcl/2 Bolt/NNP/dobj/3/PERSON on/IN/prep/3 "
      "Sunday/NNP/pobj/5/DATE")),
    ("plural-in-phrase", "rivals", "Bolt", "compound", "NNS",
     ("Acme/NNP/nsubj/2 lost=lose/VBD/ROOT/0 to/IN/prep/2 city/NN/pobj/3 rivals=rival/VBZ/conj/2 Bolt/NNP/dobj/5 "
      "in/IN/prep/5 May/NNP/pobj/7/DATE")),
    ("plural-in-phrase", "in", "lost", "prep", "IN",
     ("Acme/NNP/nsubj/2 lost=lose/VBD/ROOT/0 to/IN/prep/2 city/NN/pobj/3 rivals=rival/VBZ/conj/2 Bolt/NNP/dobj/5 "
      "in/IN/prep/5 May/NNP/pobj/7/DATE")),
    ("name-after-description", "Acme", "praised", "dobj", "NNP",
     "They/PRP/nsubj/2 praised=praise/VBD/ROOT/0 city/NN/compound/4 rivals=rival/NNS/dobj/2 Acme/NNP/dobj/2/ORG"),
    ("name-next-to-subject", "hosts", "Acme", "compound", "NNS",
     "The/DT/det/2 hosts=host/NNS/nsubj/4 Acme/NNP/nsubj/4/ORG beat/VBD/ROOT/0 Bolt/NNP/dobj/4/PERSON"),
    ("noun-before-verb", "dog", "rolls", "nsubj", "NN",
     ("She/PRP/nsubj/2 sat=sit/VBD/ROOT/0 down/RP/prt/2 and/CC/cc/2 the/DT/det/7 dog/NN/compound/7 "
      "rolls=roll/VBZ/conj/2 in/IN/prep/7 it/PRP/pobj/8")),
    ("participle-before-finite-verb", "moved", "filed", "conj", "VBN",
     ("Cases=case/NNS/nsubj/2 filed=file/VBD/ROOT/0 and/CC/cc/2 moved=move/VBD/conj/2 here/RB/advmod/4 will/MD/aux/8 "
      "be/VB/auxpass/8 heard=hear/VBN/conj/2")),
    ("verb-after-relative-object", "makes", "say", "ccomp", "VBZ",
     ("Nurses=nurse/NNS/nsubj/2 say/VBP/ROOT/0 the/DT/det/4 tea/NN/dobj/2 that/WDT/nsubj/6 caused=cause/VBD/relcl/4 "
      "rashes=rash/NNS/nsubj/8 makes=make/VBZ/ccomp/6 noise/NN/dobj/8")),
    ("verb-after-relative-object", "Those", "walk", "nsubj", "DT",
     ("Those/DT/ROOT/0 who/WP/nsubj/3 need/VBP/relcl/1 lamps=lamp/NNS/nsubj/5 walk/VBP/ccomp/3 home/RB/advmod/5 "
      "././punct/1")),
    ("had-before-participle", "'d", "left", "aux", "VBD",
     "They/PRP/nsubj/4 'd/MD/aux/4 never/RB/neg/4 left=leave/VBN/ROOT/0"),
    ("participle-after-with", "scored", "left", "advcl", "VBN",
     "He/PRP/nsubj/2 left=leave/VBD/ROOT/0 with/IN/mark/5 goals=goal/NNS/nsubj/5 scored=score/VBD/advcl/2"),
    ("participle-after-with", "scored", "with", "pcomp", "VBN",
     "He/PRP/nsubj/2 left=leave/VBD/ROOT/0 with/IN/prep/2 goals=goal/NNS/nsubj/5 scored=score/VBD/pcomp/3"),
    ("apposition-of-nearer-name", "firm", "Vega", "appos", "NN",
     ("Silva/NNP/nsubj/9/PERSON ,/,/punct/1 head/NN/appos/1 of/IN/prep/3 Vega/NNP/pobj/4 ,/,/punct/1 a/DT/det/8 "
      "firm/NN/appos/1 left=leave/VBD/ROOT/0")),
    ("apposition-of-nearer-name", "singer", "Silva", "appos", "NN",
     ("Prizes=prize/NNS/nsubj/2 went=go/VBD/ROOT/0 to/IN/prep/2 the/DT/det/5 choir/NN/pobj/3 of/IN/prep/5 "
      "Silva/NNP/pobj/6/PERSON ,/,/punct/5 a/DT/det/10 singer/NN/appos/5")),
    ("apposition-of-nearer-name", "town", "Graz", "appos", "NN",
     ("The/DT/det/2 queue/NN/nsubj/8 in/IN/prep/2 Graz/NNP/pobj/3/GPE ,/,/punct/2 a/DT/det/7 town/NN/appos/2 "
      "grew=grow/VBD/ROOT/0")),
    ("description-after-degree", "head", "Silva", "appos", "NN",
     ("Silva/NNP/nsubj/8/PERSON ,/,/punct/1 MD/NNP/appos/1 ,/,/punct/3 head/NN/appos/3 of/IN/prep/5 Vega/NNP/pobj/6 "
      "left=leave/VBD/ROOT/0")),
    ("description-after-degree", "of", "Silva", "prep", "IN",
     ("They/PRP/nsubj/2 met=meet/VBD/ROOT/0 Silva/NNP/dobj/2/PERSON ,/,/punct/3 Ph.D./NNP/appos/3 ,/,/punct/5 "
      "of/IN/prep/5 Vega/NNP/pobj/7")),
    ("apposition-of-last-name", "mayor", "Reed", "appos", "NN",
     ("Guards/NNS/nsubj/2 met=meet/VBD/ROOT/0 Silva/NNP/dobj/2/PERSON and/CC/cc/3 Reed/NNP/conj/3/PERSON "
      ",/,/punct/3 the/DT/det/8 mayor/NN/appos/3")),
    ("description-of-whole-name", "lobbied", "Alliance", "relcl", "VBD",
     ("The/DT/det/2/ORG Alliance/NNP/nsubj/9/ORG of/IN/prep/2/ORG Mines/NNPS/pobj/3/ORG ,/,/punct/2 "
      "which/WDT/nsubj/7 lobbied=lobby/VBD/relcl/4 ,/,/punct/2 won=win/VBD/ROOT/0")),
    ("description-of-whole-name", "AM", "Alliance", "appos", "NNP",
     ("Alliance/NNP/nsubj/7/ORG of/IN/prep/1/ORG Mines/NNPS/pobj/2/ORG (/-LRB-/punct/3 AM/NNP/appos/3/ORG "
      ")/-RRB-/punct/3 won=win/VBD/ROOT/0")),
    ("subject-after-apposition", "aide", "mayor", "conj", "NN",
     ("The/DT/det/2 mayor/NN/nsubj/10 ,/,/punct/2 Ana/NNP/compound/5/PERSON Silva/NNP/appos/2/PERSON ,/,/punct/5 "
      "and/CC/cc/5 his/PRP$/poss/9 aide/NN/conj/5 were=be/VBD/ROOT/0 there/RB/advmod/10")),
    ("list-taken-for-apposition", "aide", "Silva", "conj", "NN",
     ("Silva/NNP/nsubj/8/PERSON ,/,/punct/1 her/PRP$/poss/4 aide/NN/appos/1 and/CC/cc/4 two/CD/nummod/7 "
      "guards=guard/NNS/conj/4 were=be/VBD/ROOT/0 there/RB/advmod/8")),
    ("verb-after-ellipsis", "paid", "paid", "ROOT", "VBD",
     ("Men=man/NNS/ROOT/0 ,/,/punct/1 who/WP/nsubj/7 did=do/VBD/aux/7 not/RB/neg/7 ,/,/punct/7 "
      "paid=pay/VBD/relcl/1 fines=fine/NNS/dobj/7")),
    ("verb-after-ellipsis", "not", "did", "neg", "RB",
     ("Men=man/NNS/ROOT/0 ,/,/punct/1 who/WP/nsubj/7 did=do/VBD/aux/7 not/RB/neg/4 ,/,/punct/7 "
      "paid=pay/VBD/relcl/1 fines=fine/NNS/dobj/7")),
    ("verb-after-ellipsis", "to", "hard", "dep", "TO",
     ("It/PRP/nsubj/2 was=be/VBD/ccomp/9 hard/JJ/acomp/2 not/RB/neg/9 to/TO/aux/9 ,/,/punct/9 though/RB/advmod/9 "
      "Silva/NNP/nsubj/9/PERSON said=say/VBD/ROOT/0")),
    ("negation-of-modal", "not", "can", "neg", "RB",
     ("If/IN/mark/3 they/PRP/nsubj/3 can/MD/advcl/8 not/RB/neg/8 ,/,/punct/8 it/PRP/nsubj/8 will/MD/aux/8 "
      "close/VB/ROOT/0")),
    ("connective-taken-for-participle", "Granted", "fell", "advmod", "RB",
     "Granted=grant/VBN/advcl/4 ,/,/punct/4 rents=rent/NNS/nsubj/4 fell=fall/VBD/ROOT/0"),
    ("connective-taken-for-participle", "speaking", "fell", "advmod", "RB",
     "Strictly/RB/advmod/2 speaking=speak/VBG/advcl/5 ,/,/punct/5 rents=rent/NNS/nsubj/5 fell=fall/VBD/ROOT/0"),
    ("participle-next-to-passive", "shipped", "built", "conj", "VBN",
     ("It/PRP/nsubjpass/3 was=be/VBD/auxpass/3 built=build/VBN/ROOT/0 here/RB/advmod/3 and/CC/cc/3 "
      "shipped=ship/VBD/conj/3 to/TO/dative/6 us/PRP/pobj/7")),
    ("past-next-to-past", "met", "lived", "conj", "VBD",
     ("Oslo/NNP/ROOT/0 ,/,/punct/1 where/WRB/advmod/7 they/PRP/nsubj/5 lived=live/VBD/relcl/1 and/CC/cc/5 "
      "met=meet/VBN/conj/5 in/IN/prep/7 May/NNP/pobj/8")),
    ("past-next-to-past", "said", "went", "conj", "VBD",
     ("She/PRP/nsubj/2 went=go/VBD/ROOT/0 but/CC/cc/2 never/RB/neg/5 said=say/VBN/conj/2 a/DT/det/7 word/NN/dobj/5")),
    ("past-next-to-past", "directed", "wrote", "conj", "VBD",
     ("Films=film/NNS/ROOT/0 which/WDT/dobj/4 he/PRP/nsubj/4 wrote=write/VBD/relcl/1 and/CC/cc/4 "
      "directed=direct/VBN/conj/4")),
    ("past-next-to-past", "missed", "was", "conj", "VBD",
     ("She/PRP/nsubj/2 was=be/VBD/ROOT/0 mayor/NN/attr/2 but/CC/cc/2 missed=miss/VBN/conj/2 the/DT/det/7 "
      "vote/NN/dobj/5")),
    ("past-next-to-past", "lost", "live", "conj", "VBD",
     ("They/PRP/nsubj/2 live/VBP/ROOT/0 here/RB/advmod/2 and/CC/cc/2 lost=lose/VBN/conj/2 the/DT/det/7 "
      "vote/NN/dobj/5")),
    ("name-after-description", "Ofgem", "told", "dobj", "NNP",
     "She/PRP/nsubj/2 told=tell/VBD/ROOT/0 the/DT/det/4 watchdog/NN/dobj/2 Ofgem/NNP/dobj/2"),
    ("verb-below-modal", "leave", "leave", "ROOT", "VB",
     "They/PRP/nsubj/2 ought/MD/ROOT/0 to/TO/aux/4 leave/VB/xcomp/2 now/RB/advmod/4"),
    ("verb-below-modal", "ought", "sold", "aux", "MD",
     "It/PRP/nsubj/2 ought/MD/ROOT/0 to/TO/aux/5 be/VB/auxpass/5 sold=sell/VBN/xcomp/2"),
    ("phrase-of-auxiliary", "not", "sold", "neg", "RB",
     "It/PRP/nsubjpass/6 was=be/VBD/auxpass/6 not/RB/neg/2 ,/,/punct/6 however/RB/advmod/6 sold=sell/VBN/ROOT/0"),
    ("past-of-own-subject", "slowed", "says", "ccomp", "VBD",
     ("It/PRP/nsubj/2 says=say/VBZ/ROOT/0 that/IN/mark/5 trade/NN/nsubj/5 slowed=slow/VBN/ccomp/2 in/IN/prep/5 "
      "May/NNP/pobj/6")),
    ("past-of-own-subject", "sank", "rose", "ccomp", "VBD",
     ("The/DT/det/2 ferry/NN/nsubj/3 sank=sink/VBN/ccomp/7 here/RB/advmod/3 :/:/punct/7 fares=fare/NNS/nsubj/7 "
      "rose=rise/VBD/ROOT/0")),
    ("past-after-conjunction", "killed", "closed", "advcl", "VBD",
     ("It/PRP/nsubj/2 closed=close/VBD/ROOT/0 after/IN/prep/2 a/DT/det/5 leak/NN/pobj/3 of/IN/prep/5 gas/NN/pobj/6 "
      "killed=kill/VBN/acl/7 cattle/NNS/dobj/8")),
    ("past-of-own-subject", "made", "film", "relcl", "VBD",
     "The/DT/det/2 film/NN/ROOT/0 she/PRP/nsubj/4 made=make/VBN/relcl/2"),
    ("participle-before-finite-verb", "train", "train", "ROOT", "VB",
     ("Players=player/NNS/nsubj/2 picked=pick/VBD/ROOT/0 to/TO/aux/4 play/VB/xcomp/2 must/MD/aux/6 train/VB/conj/2 "
      "././punct/2")),
    ("participle-before-finite-verb", "picked", "Players", "acl", "VBN",
     ("Players=player/NNS/nsubj/2 picked=pick/VBD/ROOT/0 to/TO/aux/4 play/VB/xcomp/2 must/MD/aux/6 train/VB/conj/2 "
      "././punct/2")),
    ("participle-before-finite-verb", "Players", "train", "nsubj", "NNS",
     ("Players=player/NNS/nsubj/2 picked=pick/VBD/ROOT/0 to/TO/aux/4 play/VB/xcomp/2 must/MD/aux/6 train/VB/conj/2 "
      "././punct/2")),
    ("infinitive-of-first", "win", "first", "relcl", "VB",
     ("It/PRP/nsubj/2 became=become/VBD/ROOT/0 the/DT/det/4 first/JJ/attr/2/ORDINAL in/IN/prep/4 Oslo/NNP/pobj/5 "
      "to/TO/aux/8 win/VB/xcomp/2")),
    ("role-with-capital", "Director", "Silva", "appos", "NN",
     ("Ana/NNP/compound/2/PERSON Silva/NNP/nsubj/8/PERSON ,/,/punct/2 Director=director/NNP/appos/2 of/IN/prep/4 "
      "Sales/NNP/pobj/5 ,/,/punct/2 left=leave/VBD/ROOT/0")),
    ("role-with-capital", "CEO", "is", "attr", "NN",
     "Reed/NNP/nsubj/2/PERSON is=be/VBZ/ROOT/0 the/DT/det/4 CEO/NNP/attr/2 of/IN/prep/4 Acme/NNP/pobj/5/ORG"),
    ("apposition-taken-for-object", "nurse", "mayor", "appos", "NN",
     ("They/PRP/nsubj/2 met=meet/VBD/ROOT/0 the/DT/det/4 mayor/NN/dobj/2 ,/,/punct/2 a/DT/det/7 nurse/NN/dobj/2")),
    ("object-in-list", "nurse", "guard", "conj", "NN",
     ("They/PRP/nsubj/2 met=meet/VBD/ROOT/0 a/DT/det/4 guard/NN/dobj/2 ,/,/punct/2 a/DT/det/7 nurse/NN/dobj/2 "
      "and/CC/cc/7 us/PRP/conj/7")),
    ("object-in-list", "mills", "barns", "conj", "NNS",
     ("They/PRP/nsubj/2 sold=sell/VBD/ROOT/0 barns=barn/NNS/dobj/2 in/IN/prep/3 Oslo/NNP/pobj/4/GPE ,/,/punct/2 "
      "two/CD/nummod/8 mills=mill/NNS/dobj/2 and/CC/cc/8 lamps=lamp/NNS/conj/8")),
    ("past-of-own-subject", "collided", "fell", "advcl", "VBD",
     ("It/PRP/nsubj/2 fell=fall/VBD/ROOT/0 after/IN/mark/6 two/CD/nummod/5 boats=boat/NNS/nsubj/6 "
      "collided=collide/VBN/advcl/2 there/RB/advmod/6")),
    ("past-of-own-subject", "drowned", "fell", "advcl", "VBD",
     ("It/PRP/nsubj/2 fell=fall/VBD/ROOT/0 when/WRB/advmod/8 Silva/NNP/nsubj/8 ,/,/punct/4 thirty/CD/appos/4 "
      ",/,/punct/4 drowned=drown/VBN/advcl/2")),
    ("past-of-own-subject", "let", "won", "conj", "VBD",
     ("They/PRP/nsubj/2 won=win/VBD/ROOT/0 but/CC/cc/2 a/DT/det/5 ruck/NN/nsubj/6 let/VBN/conj/2 us=we/PRP/dobj/6")),
    ("time-of-former-amount", "in", "%", "prep", "IN",
     ("It/PRP/nsubj/2 fell=fall/VBD/ROOT/0 from/IN/prep/2 7/CD/nummod/5 %/NN/pobj/3 in/IN/prep/3 May/NNP/pobj/6/DATE")),
    ("time-of-former-amount", "earlier", "million", "advmod", "RBR",
     ("It/PRP/nsubj/2 fell=fall/VBD/ROOT/0 from/IN/prep/2 7/CD/compound/5 million/CD/pobj/3 a/DT/det/7/DATE "
      "year/NN/npadvmod/8/DATE earlier/RBR/advmod/3/DATE")),
    ("time-of-former-amount", "in", "102", "prep", "IN",
     "It/PRP/nsubj/2 fell=fall/VBD/ROOT/0 from/IN/prep/2 102/CD/pobj/3 in/IN/prep/2 May/NNP/pobj/5/DATE"),
    ("relative-clause-by-kind", "fell", "bank", "relcl", "VBD",
     ("It/PRP/nsubj/2 has=have/VBZ/ROOT/0 a/DT/det/4 nurse/NN/dobj/2 at/IN/prep/4 the/DT/det/7 bank/NN/pobj/5 "
      "which/WDT/nsubj/9 fell=fall/VBD/relcl/4")),
    ("verb-taken-for-noun", "cost", "cost", "ROOT", "VBD",
     ("The/DT/det/2 fall/NN/nsubj/5 of/IN/prep/2 Acme/NNP/pobj/3 cost/NN/ROOT/0 us=we/PRP/dative/5 "
      "millions=million/NNS/dobj/5")),
    ("verb-taken-for-noun", "forces", "tax", "relcl", "VBZ",
     ("A/DT/det/2 tax/NN/ROOT/0 that/WDT/nsubj/4 forces=force/NNS/relcl/2 firms=firm/NNS/dobj/4 out/RP/prt/4")),
    ("verb-taken-for-noun", "plan", "plan", "ROOT", "VBP",
     "Mayors=mayor/NNS/nsubj/2 plan/NN/ROOT/0 to/TO/aux/4 leave/VB/xcomp/2"),
    ("verb-taken-for-noun", "eases", "fall", "advcl", "VBZ",
     ("Rents=rent/NNS/nsubj/2 fall/VBP/ROOT/0 when/WRB/advmod/5 demand/NN/nsubj/5 eases=ease/NNS/advcl/2")),
    ("verb-after-auxiliary", "court", "bid", "acl", "VB",
     ("They/PRP/nsubj/2 made=make/VBD/ROOT/0 a/DT/det/4 bid/NN/dobj/2 to/TO/aux/6 court/NN/acl/4 "
      "buyers=buyer/NNS/dobj/6")),
    ("verb-after-auxiliary", "stress", "stress", "ROOT", "VB",
     ("Silva/NNP/nsubj/3 did=do/VBD/aux/3 stress/NN/ROOT/0 that/IN/mark/6 it/PRP/nsubj/6 fell=fall/VBD/ccomp/3")),
    ("noun-before-verb", "novel", "deals", "nsubj", "NN",
     "The/DT/det/3 novel/JJ/amod/3 deals=deal/VBZ/ROOT/0 with/IN/prep/3 love/NN/pobj/4"),
    ("noun-before-verb", "The", "novel", "det", "DT",
     "The/DT/det/3 novel/JJ/amod/3 deals=deal/VBZ/ROOT/0 with/IN/prep/3 love/NN/pobj/4"),
    ("subject-after-phrase", "guard", "told", "nsubj", "NN",
     ("Rents=rent/NNS/nsubj/2 fell=fall/VBD/ccomp/9 in/IN/prep/2 Oslo/NNP/pobj/3/GPE ,/,/punct/4 a/DT/det/7 "
      "guard/NN/appos/4 there/RB/advmod/7 told=tell/VBD/ROOT/0 us/PRP/dobj/9")),
    ("subject-after-phrase", "firm", "grew", "nsubj", "NN",
     ("With/IN/prep/7 shops=shop/NNS/pobj/1 in/IN/prep/2 Oslo/NNP/pobj/3 ,/,/punct/4 firm/NN/appos/4 "
      "grew=grow/VBD/ROOT/0")),
    ("subject-after-phrase", "elms", "grow", "nsubj", "NNS",
     ("By/IN/prep/9 farms=farm/NNS/pobj/1 ,/,/punct/2 elms=elm/NNS/conj/2 ,/,/punct/4 oaks=oak/NNS/conj/4 and/CC/cc/6 "
      "limes=lime/NNS/conj/6 grow/VBP/ROOT/0")),
    ("subject-after-phrase", "mill", "fell", "nsubj", "NN",
     "Once/IN/mark/2 built=build/VBN/advcl/5 the/DT/det/4 mill/NN/dobj/2 fell=fall/VBD/ROOT/0"),
    ("subject-after-phrase", "Reed", "left", "nsubj", "NNP",
     ("After/IN/prep/10 talks=talk/NNS/pobj/1 with/IN/prep/2 Silva/NNP/pobj/3 ,/,/punct/4 Reed/NNP/conj/4 ,/,/punct/6 "
      "mayor/NN/appos/6 ,/,/punct/4 left=leave/VBD/ROOT/0")),
    ("subject-after-phrase", "Oslo", "pay", "nsubj", "NNP",
     ("Blaming/VBG/advcl/7 rain/NN/dobj/1 ,/,/punct/2 Oslo/NNP/appos/2 and/CC/cc/4 Bonn/NNP/conj/4 pay/VBP/ROOT/0")),
    ("subject-after-phrase", "Reed", "said", "nsubj", "NNP",
     ("They/PRP/nsubj/2 fled=flee/VBD/ccomp/7 by/IN/prep/2 sea/NN/pobj/3 ,/,/punct/4 Reed/NNP/conj/4 "
      "said=say/VBD/ROOT/0")),
    ("list-taken-for-apposition", "dollar", "frost", "conj", "NN",
     ("It/PRP/nsubj/2 rose=rise/VBD/ROOT/0 with/IN/prep/2 frost/NN/pobj/3 ,/,/punct/4 the/DT/det/7 dollar/NN/appos/4 "
      "and/CC/cc/7 fears=fear/NNS/conj/7")),
    ("verb-of-sentence", "date", "date", "ROOT", "VBP",
     "The/DT/det/3 barns=barn/NNS/compound/3 date/NN/ROOT/0 from/IN/prep/3 1650/CD/pobj/4 ././punct/3"),
    ("verb-of-sentence", "ship", "sails", "nsubj", "NN",
     "The/DT/det/3 ship/NN/compound/3 sails=sail/NNS/ROOT/0 with/IN/prep/3 us=we/PRP/pobj/4 ././punct/3"),
    ("relative-clause-by-number", "is", "nurse", "relcl", "VBZ",
     ("Silva/NNP/nsubj/15/PERSON ,/,/punct/1 a/DT/det/4 nurse/NN/appos/1 at/IN/prep/4 Vega/NNP/pobj/5 ,/,/punct/6 "
      "a/DT/det/9 group/NN/appos/6 of/IN/prep/9 banks=bank/NNS/pobj/10 ,/,/punct/11 who/WP/nsubj/14 "
      "is=be/VBZ/relcl/11 left=leave/VBD/ROOT/0")),
    ("relative-clause-after-parenthesis", "have", "towns", "relcl", "VBP",
     ("It/PRP/nsubj/2 named=name/VBD/ROOT/0 towns=town/NNS/dobj/2 —/:/punct/3 a/DT/det/6 dozen/NN/appos/2 —/:/punct/6 "
      "that/WDT/nsubj/9 have/VBP/relcl/6 ports=port/NNS/dobj/9")),
    ("relative-clause-after-parenthesis", "dozen", "towns", "appos", "NN",
     ("It/PRP/nsubj/2 named=name/VBD/ROOT/0 towns=town/NNS/dobj/2 (/-LRB-/punct/3 a/DT/det/6 dozen/NN/appos/2 "
      ")/-RRB-/punct/6 that/WDT/nsubj/9 have/VBP/relcl/6 ports=port/NNS/dobj/9")),
    ("participle-next-to-passive", "used", "built", "conj", "VBN",
     ("Lamps=lamp/NNS/nsubjpass/4 have/VBP/aux/4 been=be/VBN/auxpass/4 built=build/VBN/ROOT/0 and/CC/cc/4 "
      "used=use/VBD/conj/4 to/TO/aux/8 dry/VB/xcomp/6 salt/NN/dobj/8")),
]  # fmt: skip
LEFT = [
    ("person after a role", "Silva",
     ("Fans/NNS/nsubj/6 of/IN/prep/1 singer/NN/compound/5 Ana/NNP/compound/5/PERSON Silva/NNP/pobj/2/PERSON "
      "cheered=cheer/VBD/ROOT/0")),
    ("person as an owner", "Silva",
     ("The/DT/det/2 friend/NN/nsubj/6 of/IN/prep/2 Ana/NNP/compound/5/PERSON Silva/NNP/pobj/3/PERSON "
      "left=leave/VBD/ROOT/0")),
    ("title in -s before several", "Princess",
     ("Princess/NNP/compound/2 Silva/NNP/nsubj/5/PERSON and/CC/cc/2 Reed/NNP/conj/2/PERSON left=leave/VBD/ROOT/0")),
    ("acronym of a place before a name", "Silva",
     ("Varn/NNP/nsubj/6/GPE (/-LRB-/punct/1 VN/NNP/appos/1/GPE )/-RRB-/punct/3 Silva/NNP/appos/1/PERSON "
      "left=leave/VBD/ROOT/0")),
    ("content before its speaker", "showed",
     ("In/IN/prep/5 May/NNP/pobj/1 ,/,/punct/5 rents/NNS/nsubj/5 showed=show/VBD/ccomp/9 gains=gain/NNS/dobj/5 "
      ",/,/punct/9 Silva/NNP/nsubj/9/PERSON told=tell/VBD/ROOT/0 us/PRP/dobj/9")),
    ("two contents with a conjunction", "rose",
     ("Silva/NNP/nsubj/2/PERSON said=say/VBD/ROOT/0 it/PRP/nsubj/4 means=mean/VBZ/ccomp/2 that/IN/mark/7 "
      "rents/NNS/nsubj/7 fell=fall/VBD/ccomp/4 and/CC/cc/7 that/IN/mark/11 fees/NNS/nsubj/11 rose=rise/VBD/conj/7")),
    ("a past after what the speaker would do", "gave",
     ("Silva/NNP/nsubj/2/PERSON said=say/VBD/ROOT/0 she/PRP/nsubj/5 would/MD/aux/5 go/VB/ccomp/2 but/CC/cc/5 "
      "gave=give/VBD/conj/5 no/DT/det/9 reason/NN/dobj/7")),
    ("a name after several persons", "Silva",
     ("The/DT/det/2 lack/NN/nsubj/10 of/IN/prep/2 guards=guard/NNS/pobj/3 in/IN/prep/4 Oslo/NNP/pobj/5/GPE "
      ",/,/punct/6 Ana/NNP/compound/9/PERSON Silva/NNP/conj/6/PERSON ,/,/punct/6 grew=grow/VBD/ROOT/0")),
    ("what a firm records", "recorded",
     ("Novak/NNP/nsubj/2 said=say/VBD/ROOT/0 trade/NN/nsubj/4 grew=grow/VBD/ccomp/2 and/CC/cc/4 "
      "recorded=record/VBD/conj/4 a/DT/det/8 rise/NN/dobj/6")),
    ("the one who is told", "us",
     ("Silva/NNP/nsubj/2/PERSON told=tell/VBD/ROOT/0 us/PRP/dobj/2 in/IN/prep/2 May/NNP/pobj/4 "
      "left=leave/VBD/ccomp/2")),
    ("a result after an agent", "leaving",
     ("It/PRP/nsubjpass/3 was=be/VBD/auxpass/3 hit=hit/VBN/ROOT/0 by/IN/agent/3 a/DT/det/6 lorry/NN/pobj/4 "
      ",/,/punct/3 leaving=leave/VBG/advcl/3 it/PRP/dobj/8")),
    ("a base form after a modal verb in a relative clause", "ask",
     ("They/PRP/nsubj/3 will/MD/aux/3 thank/VB/ROOT/0 all/DT/dobj/3 who/WP/nsubj/7 can/MD/aux/7 come/VB/relcl/4 "
      "and/CC/cc/7 ask/VB/conj/7 them=they/PRP/dobj/9")),
    ("two verbs of a relative clause", "left",
     ("Silva/NNP/nsubj/2 knew=know/VBD/ROOT/0 men=man/NNS/dobj/2 who/WP/nsubj/5 sang=sing/VBD/relcl/3 and/CC/cc/5 "
      "left=leave/VBD/conj/5")),
    ("what somebody needed", "needed",
     ("Silva/NNP/nsubjpass/3 was=be/VBD/auxpass/3 fined=fine/VBN/ROOT/0 and/CC/cc/3 needed=need/VBD/conj/3 to/TO/aux/7 "
      "pay/VB/xcomp/5")),
    ("a participle before the verb of a sentence", "called",
     ("Songs=song/NNS/nsubj/6 ,/,/punct/1 called=call/VBN/acl/1 hymns=hymn/NNS/oprd/3 ,/,/punct/1 fell=fall/VBD/ROOT/0 "
      "and/CC/cc/6 rose=rise/VBD/conj/6")),
    ("noun-next-to-other", "north",
     ("They/PRP/nsubj/2 praised=praise/VBD/ROOT/0 work/NN/dobj/2 in/IN/prep/3 both/CC/det/6 Oslo/NNP/pobj/4/GPE "
      "and/CC/cc/6 the/DT/det/9 north/NN/conj/6")),
    ("noun-next-to-other", "north",
     ("They/PRP/nsubj/2 drew=draw/VBD/ROOT/0 roads=road/NNS/dobj/2 between/IN/prep/3 Oslo/NNP/pobj/4/GPE and/CC/cc/5 "
      "the/DT/det/8 north/NN/conj/5")),
    ("description-after-degree", "for",
     ("Silva/NNP/nsubj/6/PERSON ,/,/punct/1 MSP/NNP/appos/1 for/IN/prep/3 Vega/NNP/pobj/4 left=leave/VBD/ROOT/0")),
    ("apposition-of-last-name", "part",
     ("Customs/NNPS/nsubj/9/ORG and/CC/cc/1/ORG Border/NNP/compound/4/ORG Protection/NNP/conj/1/ORG ,/,/punct/1 "
      "part/NN/appos/1 of/IN/prep/6 Vega/NNP/pobj/7 left=leave/VBD/ROOT/0")),
    ("age-before-verb", "retired",
     ("The/DT/det/8 19/CD/nummod/4 -/HYPH/punct/4 year/NN/npadvmod/6 -/HYPH/punct/6 old/JJ/amod/8 "
      "retired=retire/VBN/amod/8 guard/NN/nsubj/9 left=leave/VBD/ROOT/0 ././punct/9")),
    ("age-before-verb", "twins",
     ("The/DT/det/7 19/CD/nummod/4 -/HYPH/punct/4 year/NN/npadvmod/6 -/HYPH/punct/6 old/JJ/amod/7 "
      "twins=twin/NNS/ROOT/0 ././punct/7")),
    ("age-as-noun", "old",
     "They/PRP/nsubj/2 are=be/VBP/ROOT/0 9/CD/nummod/4 years=year/NNS/npadvmod/5 old/JJ/acomp/2"),
    ("an adverb that is the predicate", "far",
     "It/PRP/nsubj/2 is=be/VBZ/ROOT/0 not/RB/neg/4 far/RB/advmod/2 from/IN/prep/4 Oslo/NNP/pobj/5"),
    ("a participle with an object", "Granted",
     ("Granted=grant/VBN/advcl/5 asylum/NN/dobj/1 ,/,/punct/5 they/PRP/nsubj/5 left=leave/VBD/ROOT/0")),
    ("a clause that has its object", "built",
     ("We/PRP/nsubj/2 left=leave/VBD/ROOT/0 the/DT/det/4 mill/NN/dobj/2 they/PRP/nsubj/6 built=build/VBD/advcl/2 "
      "it/PRP/dobj/6")),
    ("a question about a noun", "built",
     "We/PRP/nsubj/2 chose=choose/VBD/ROOT/0 what/WDT/det/4 mill/NN/dobj/6 they/PRP/nsubj/6 built=build/VBD/ccomp/2"),
    ("a clause after a time", "paid",
     ("It/PRP/nsubj/2 fell=fall/VBD/ROOT/0 last/JJ/amod/4 week/NN/npadvmod/2 they/PRP/nsubj/6 paid=pay/VBD/advcl/2")),
    ("a reported clause after a noun", "won",
     ("They/PRP/nsubj/2 told=tell/VBD/ROOT/0 the/DT/det/4 judge/NN/dobj/2 they/PRP/nsubj/6 won=win/VBD/ccomp/2")),
    ("a person described by a noun", "built",
     ("It/PRP/nsubj/2 fined=fine/VBD/ROOT/0 a/DT/det/4 nurse/NN/dobj/2 Silva/NNP/appos/4/PERSON "
      "built=build/VBD/ccomp/2")),
    ("a person before a verb with its object", "built",
     ("It/PRP/nsubj/2 fined=fine/VBD/ROOT/0 the/DT/det/4 mill/NN/dobj/2 Silva/NNP/appos/4/PERSON "
      "built=build/VBD/ccomp/2 it/PRP/dobj/6")),
    ("a verb before a person's clause", "vowed",
     ("Mayors=mayor/NNS/nsubj/2 vowed=vow/VBD/ROOT/0 to/TO/aux/4 sue/VB/xcomp/2 a/DT/det/6 guard/NN/dobj/4 "
      "Silva/NNP/appos/6/PERSON hired=hire/VBD/advcl/4")),
    ("a participle about the subject", "dressed",
     ("She/PRP/nsubj/2 left=leave/VBD/ROOT/0 town/NN/dobj/2 ,/,/punct/2 dressed=dress/VBN/advcl/2 as/IN/prep/5 "
      "clown/NN/pobj/6")),
    ("a participle after a time", "known",
     ("She/PRP/nsubj/2 left=leave/VBD/ROOT/0 in/IN/prep/2 May/NNP/pobj/3/DATE ,/,/punct/2 known=know/VBN/advcl/2 "
      "as/IN/prep/6 Ruiz/NNP/pobj/7")),
    ("a person with of", "owner",
     ("They/PRP/nsubj/2 informed=inform/VBD/ROOT/0 the/DT/det/4 owner/NN/dobj/2 of/IN/prep/4 mills=mill/NNS/pobj/5")),
    ("people of a place", "people",
     ("They/PRP/nsubj/2 robbed=rob/VBD/ROOT/0 the/DT/det/4 people=people/NNS/dobj/2 of/IN/prep/4 "
      "Norland/NNP/pobj/5/GPE")),
    ("a part that is cleared", "half",
     ("They/PRP/nsubj/2 cleared=clear/VBD/ROOT/0 half/NN/dobj/2/CARDINAL of/IN/prep/3 its/PRP$/poss/6 "
      "arrears/NNS/pobj/4")),
    ("an object before another verb", "mills",
     ("They/PRP/nsubj/2 sold=sell/VBD/ROOT/0 barns=barn/NNS/dobj/2 in/IN/prep/3 Oslo/NNP/pobj/4/GPE and/CC/cc/2 "
      "mills=mill/NNS/dobj/2 and/CC/cc/7 lamps=lamp/NNS/conj/7")),
    ("a question with had", "seen",
     "They/PRP/nsubj/2 asked=ask/VBD/ROOT/0 had/VBD/aux/5 she/PRP/nsubj/5 seen=see/VBN/ccomp/2 it/PRP/dobj/5"),
    ("an owner who provides", "provided",
     "Acme/NNP/nsubj/2/ORG provided=provide/VBD/ROOT/0 what/WP/dobj/5 she/PRP/nsubj/5 needed=need/VBD/ccomp/2"),
    ("a past before a verb with its own auxiliary", "resigned",
     ("They/PRP/nsubjpass/4 had=have/VBD/aux/4 been=be/VBN/auxpass/4 fined=fine/VBN/ROOT/0 and/CC/cc/4 "
      "either/CC/preconj/7 resigned=resign/VBD/conj/4 or/CC/cc/7 were=be/VBD/auxpass/10 dismissed=dismiss/VBN/conj/7")),
    ("the end of a quotation before a noun", "lamps",
     ("The/DT/det/4 ‘/``/punct/4 old/JJ/amod/4 lamps=lamp/NNS/nsubj/7 ’/''/punct/4 works=work/NNS/appos/4 "
      "fell=fall/VBD/ROOT/0")),
    ("a name with an article in brackets", "Vega",
     ("Head/NN/ROOT/0 of/IN/prep/1 the/DT/det/4 body/NN/pobj/2 (/-LRB-/punct/7 the/DT/det/7 Vega/NNP/appos/1 "
      ")/-RRB-/punct/1")),
    ("a place after the town of a firm", "Ohio",
     ("Acme/NNP/nsubj/6/ORG of/IN/prep/1/ORG Sidney/NNP/pobj/2/ORG ,/,/punct/3 Ohio/NNP/appos/3/GPE "
      "won=win/VBD/ROOT/0")),
    ("a description of a person after the name of a firm", "aide",
     ("Silva/NNP/nsubj/9/PERSON ,/,/punct/1 head/NN/appos/1 of/IN/prep/3 Vega/NNP/pobj/4 ,/,/punct/1 an/DT/det/8 "
      "aide/NN/appos/1 left=leave/VBD/ROOT/0")),
    ("a description of a firm after the name of a person", "firm",
     ("Vega/NNP/nsubj/9/ORG ,/,/punct/1 choice/NN/appos/1 of/IN/prep/3 Silva/NNP/pobj/4/PERSON ,/,/punct/1 a/DT/det/8 "
      "firm/NN/appos/1 left=leave/VBD/ROOT/0")),
    ("several who each do something", "each",
     "Firms=firm/NNS/nsubj/4 have/VBP/aux/4 each/DT/nsubj/4 paid=pay/VBN/ROOT/0"),
    ("a pronoun behind another verb", "it",
     "Efforts=effort/NNS/nsubj/5 to/TO/aux/3 fix/VB/acl/1 it/PRP/nsubj/5 failed=fail/VBD/ROOT/0"),
    ("a noun after another that agrees too", "salt",
     "Mills=mill/NNS/nsubj/4 ,/,/punct/4 lamps=lamp/NNS/nsubj/4 sold=sell/VBD/ROOT/0 salt/NN/dobj/4"),
    ("an argument that is pointed at", "that",
     "We/PRP/nsubj/2 find/VBP/ROOT/0 that/DT/det/4 argument/NN/nsubj/5 fails=fail/VBZ/ccomp/2"),
    ("a thing that is not another", "not",
     "It/PRP/nsubj/2 is=be/VBZ/ROOT/0 Acme/NNP/attr/2/ORG not/RB/neg/3"),
    ("name like a role", "King",
     ("It/PRP/nsubj/2 is=be/VBZ/ROOT/0 Ben/NNP/compound/4/PERSON King=king/NNP/attr/2/PERSON of/IN/prep/4 "
      "Acme/NNP/pobj/5/ORG")),
    ("role without a field", "Leader",
     "Reed/NNP/nsubj/5/PERSON ,/,/punct/1 Leader=leader/NNP/appos/1 ,/,/punct/1 left=leave/VBD/ROOT/0"),
    ("relative clause of a thing told", "kept",
     ("She/PRP/nsubj/2 gave=give/VBD/ROOT/0 us/PRP/dative/2 maps=map/NNS/dobj/2 that/WDT/dobj/7 they/PRP/nsubj/7 "
      "kept=keep/VBD/relcl/4")),
    ("story that somebody heard", "heard",
     ("She/PRP/nsubj/2 told=tell/VBD/ROOT/0 stories=story/NNS/dobj/2 that/WDT/dobj/6 they/PRP/nsubj/6 "
      "heard=hear/VBD/relcl/3")),
    ("what the reason of an arrest is about", "lying",
     ("They/PRP/nsubj/2 arrested=arrest/VBD/ROOT/0 men=man/NNS/dobj/2 on/IN/prep/2 suspicion/NN/pobj/4 of/IN/prep/5 "
      "lying=lie/VBG/pcomp/6")),
    ("a relative with another description", "husband",
     ("Silva/NNP/nsubj/7/PERSON ,/,/punct/1 her/PRP$/poss/4 husband/NN/appos/1 and/CC/cc/4 manager/NN/conj/4 "
      "left=leave/VBD/ROOT/0")),
    ("a group that is several", "are",
     ("Rivals=rival/NNS/nsubj/2 say/VBP/ROOT/0 the/DT/det/4 team/NN/nsubj/5 won=win/VBD/ccomp/2 and/CC/cc/5 "
      "are=be/VBP/conj/5 calm/JJ/acomp/7")),
    ("an action of several that is one thing", "leaving",
     ("Crews=crew/NNS/nsubj/2 leaving=leave/VBG/csubj/4 it/PRP/dobj/2 is=be/VBZ/ROOT/0 bad/JJ/acomp/4")),
    ("a manner behind a verb", "way",
     "They/PRP/nsubj/2 play/VBP/ROOT/0 that/DT/det/4 way/NN/npadvmod/2"),
    ("the content of a report between the noun and its verb", "fell",
     ("The/DT/det/2 rents=rent/NNS/nsubj/7 that/WDT/nsubj/6 she/PRP/nsubj/5 says=say/VBZ/relcl/2 "
      "fell=fall/VBD/ccomp/5 rose=rise/VBD/ROOT/0")),
    ("a noun beside another behind \"to\"", "example",
     "It/PRP/nsubj/2 leads=lead/VBZ/ROOT/0 to/TO/aux/4 example/NN/advcl/2 sentences=sentence/NNS/npadvmod/2"),
    ("a clause that needs no object", "club",
     ("They/PRP/nsubj/2 found=find/VBD/ROOT/0 her/PRP/nsubj/5 a/DT/det/5 club/NN/ccomp/2")),
    ("a description of several", "poet",
     ("They/PRP/nsubj/2 met=meet/VBD/ROOT/0 a/DT/det/4 group/NN/dobj/2 ,/,/punct/4 about/RB/advmod/8 ten/CD/nummod/8 "
      "poet/NN/appos/4 or/CC/cc/8 so/RB/conj/8")),
    ("a phrase before a subject of its own", "Oslo",
     ("In/IN/prep/6 May/NNP/pobj/1 ,/,/punct/2 Oslo/NNP/appos/2 it/PRP/nsubj/6 fell=fall/VBD/ROOT/0")),
    ("a couple that two names describe", "Reed",
     ("The/DT/det/2 couple/NN/nsubj/8 ,/,/punct/2 Eva/NNP/appos/2/PERSON and/CC/cc/4 Ben/NNP/compound/7/PERSON "
      "Reed/NNP/conj/4/PERSON left=leave/VBP/ROOT/0")),
    ("two roles of one with a singular verb", "chair",
     ("Silva/NNP/nsubj/7/PERSON ,/,/punct/1 a/DT/det/4 mayor/NN/appos/1 and/CC/cc/4 chair/NN/conj/4 "
      "was=be/VBD/ROOT/0 there/RB/advmod/7")),
    ("a verb after an insertion", "did",
     ("Men=man/NNS/nsubj/7 did=do/VBD/aux/7 not/RB/neg/7 ,/,/punct/7 however/RB/advmod/7 ,/,/punct/7 pay/VB/ROOT/0 "
      "fines=fine/NNS/dobj/7")),
    ("an infinitive of what is made", "win",
     ("They/PRP/nsubj/2 made=make/VBD/ROOT/0 a/DT/det/4 move/NN/dobj/2 to/TO/aux/6 win/VB/advcl/2")),
    ("a clear thing that is made", "clear",
     "They/PRP/nsubj/2 made=make/VBD/ROOT/0 clear/JJ/amod/4 soup/NN/dobj/2 we/PRP/nsubj/6 ate=eat/VBD/relcl/4"),
    ("a question of what somebody should do", "buy",
     "They/PRP/nsubj/2 know/VBP/ROOT/0 should/MD/aux/5 we/PRP/nsubj/5 buy/VB/ccomp/2"),
    ("a quoted question", "buy",
     "They/PRP/nsubj/2 asked=ask/VBD/ROOT/0 ,/,/punct/2 should/MD/aux/6 we/PRP/nsubj/6 buy/VB/ccomp/2"),
    ("a verb that a person has too", "host",
     "They/PRP/nsubj/2 want/VBP/ROOT/0 to/TO/aux/4 host/VB/xcomp/2 Oslo/NNP/dobj/4/GPE"),
    ("a past with an object", "hit",
     "Floods=flood/NNS/nsubj/2 hit/VBD/ROOT/0 us/PRP/dobj/2 are=be/VBP/ccomp/2 bad/JJ/acomp/4"),
    ("a past of saying", "said",
     "Mills=mill/NNS/nsubj/2 said=say/VBD/ROOT/0 are=be/VBP/ccomp/2 bad/JJ/acomp/3"),
    ("a person before two verbs", "hit",
     "Silva/NNP/nsubj/2/PERSON hit/VBD/ROOT/0 are=be/VBP/ccomp/2 bad/JJ/acomp/3"),
    ("a participle that is the subject", "Giving",
     "Giving=give/VBG/csubj/3 views=view/NNS/dobj/1 is=be/VBZ/ROOT/0 good/JJ/acomp/3"),
    ("a short is of a passive", "'s",
     "It/PRP/nsubjpass/3 's=be/VBZ/auxpass/3 built=build/VBN/ROOT/0 on/IN/prep/3 sand/NN/pobj/4"),
    ("a short is of a passive with a thing given", "'s",
     "She/PRP/nsubjpass/3 's=be/VBZ/auxpass/3 given=give/VBN/ROOT/0 it/PRP/dobj/3"),
    ("a heading", "date",
     "The/DT/det/3 barns=barn/NNS/compound/3 date/NN/ROOT/0 from/IN/prep/3 1650/CD/pobj/4"),
    ("a noun of another number", "date",
     "The/DT/det/3 barn/NN/compound/3 date/NN/ROOT/0 from/IN/prep/3 1650/CD/pobj/4 ././punct/3"),
    ("who is spoken to", "Silva",
     "It/PRP/nsubj/2 was=be/VBD/ROOT/0 a/DT/det/4 house/NN/attr/2 ,/,/punct/2 Silva/NNP/npadvmod/2/PERSON"),
    ("a participle before a noun", "praised",
     "Much/JJ/nsubj/2 is=be/VBZ/aux/4 praised=praise/VBN/amod/4 work/NN/ROOT/0"),
    ("two offices in a row", "Silva",
     ("They/PRP/nsubj/2 met=meet/VBD/ROOT/0 Reed/NNP/dobj/2/PERSON and/CC/cc/3 Prime/NNP/compound/6 "
      "Minister/NNP/compound/7 Silva/NNP/conj/3/PERSON")),
    ("a people before a name", "Silva",
     "They/PRP/nsubj/2 met=meet/VBD/ROOT/0 a/DT/det/5 Norlander/JJ/amod/5/NORP Silva/NNP/dobj/2/PERSON"),
    ("a person and another with a role", "Silva",
     ("We/PRP/nsubj/2 met=meet/VBD/ROOT/0 the/DT/det/4 coach/NN/dobj/2 and/CC/cc/4 striker/NN/compound/7 "
      "Silva/NNP/conj/4/PERSON")),
    ("a person and a name without a role", "Silva",
     "We/PRP/nsubj/2 met=meet/VBD/ROOT/0 coach/NN/dobj/2 and/CC/cc/3 Silva/NNP/conj/3/PERSON"),
    ("an apposition that a comma closes", "mayor",
     ("For/IN/prep/7 us/PRP/pobj/1 Silva/NNP/nsubj/7 ,/,/punct/3 mayor/NN/appos/3 ,/,/punct/3 won=win/VBD/ROOT/0")),
    ("a subject behind a whole opening", "mayor",
     ("For/IN/prep/7 us/PRP/pobj/1 ,/,/punct/7 Silva/NNP/nsubj/7 ,/,/punct/4 mayor/NN/appos/4 won=win/VBD/ROOT/0")),
    ("the habit of something", "of",
     ("They/PRP/nsubj/2 dropped=drop/VBD/ROOT/0 the/DT/det/4 habit/NN/dobj/2 of/IN/prep/4 lying=lie/VBG/pcomp/5")),
    ("the mayor of a town", "of",
     "They/PRP/nsubj/2 accused=accuse/VBD/ROOT/0 the/DT/det/4 mayor/NN/dobj/2 of/IN/prep/4 Lyon/NNP/pobj/5/GPE"),
    ("what somebody says behind another clause", "said",
     ("It/PRP/nsubj/2 fell=fall/VBD/ROOT/0 ,/,/punct/2 guards=guard/NNS/nsubj/5 said=say/VBD/conj/2 "
      "it/PRP/nsubj/7 rose=rise/VBD/ccomp/5")),
    ("what a noun goes with", "to",
     "They/PRP/nsubj/2 sell/VBP/ROOT/0 access/NN/dobj/2 to/IN/prep/3 maps=map/NNS/pobj/4"),
    ("what somebody only has", "from",
     "They/PRP/nsubj/2 have/VBP/ROOT/0 letters=letter/NNS/dobj/2 from/IN/prep/3 Reed/NNP/pobj/4"),
    ("a verb whose subject intends the infinitive", "intended",
     ("She/PRP/nsubjpass/3 was=be/VBD/auxpass/3 hurt=hurt/VBN/ROOT/0 but/CC/cc/3 intended=intend/VBD/conj/3 "
      "to/TO/aux/7 stay/VB/xcomp/5")),
    ("an owner with a possessive that is tied to it", "'s",
     "A/DT/det/2 bank/NN/poss/4 's/POS/case/2 fee/NN/nsubj/5 rose=rise/VBD/ROOT/0"),
    ("a verb that may do without an object", "resigned",
     "She/PRP/nsubjpass/3 was=be/VBD/auxpass/3 elected=elect/VBN/ROOT/0 and/CC/cc/3 resigned=resign/VBD/conj/3"),
    ("what is seen to be so", "have",
     "I/PRP/nsubj/2 see/VBP/ROOT/0 firms=firm/NNS/nsubj/4 have/VBP/ccomp/2 plans=plan/NNS/dobj/4"),
    ("what an amount rises to", "to",
     "It/PRP/nsubj/2 rose=rise/VBD/ROOT/0 from/IN/prep/2 7/CD/pobj/3 to/IN/prep/3 9/CD/pobj/5"),
    ("a place behind a former amount", "in",
     "It/PRP/nsubj/2 fell=fall/VBD/ROOT/0 from/IN/prep/2 7/CD/pobj/3 in/IN/prep/2 Oslo/NNP/pobj/5/GPE"),
    ("a time behind a year", "in",
     "It/PRP/nsubj/2 ran=run/VBD/ROOT/0 from/IN/prep/2 1901/CD/pobj/3/DATE in/IN/prep/2 May/NNP/pobj/5/DATE"),
    ("a name in the plural", "sells",
     ("The/DT/det/2 head/NN/ROOT/0 of/IN/prep/2 Vega/NNP/compound/5 Games/NNPS/pobj/3 which/WDT/nsubj/7 "
      "sells=sell/VBZ/relcl/5")),
    ("a participle behind one comma", "dyed",
     ("She/PRP/nsubj/2 left=leave/VBD/ROOT/0 while/IN/mark/8 the/DT/det/5 hat/NN/nsubj/8 ,/,/punct/5 "
      "dyed=dye/VBN/advcl/2 red/JJ/oprd/7")),
    ("a participle behind with", "closed",
     ("She/PRP/nsubj/2 left=leave/VBD/ROOT/0 with/IN/mark/6 the/DT/det/5 gate/NN/nsubj/6 closed=close/VBN/advcl/2")),
    ("a participle with its agent and a subject", "seen",
     ("It/PRP/nsubj/2 fell=fall/VBD/ROOT/0 as/IN/mark/5 men=man/NNS/nsubj/5 seen=see/VBN/advcl/2 "
      "by/IN/agent/5 us/PRP/pobj/6")),
    ("a noun with an article", "cost",
     ("They/PRP/nsubj/3 the/DT/det/3 cost/NN/ROOT/0 us=we/PRP/dobj/3")),
    ("a participle behind a passive with a modal", "named",
     ("It/PRP/nsubjpass/5 must/MD/aux/5 now/RB/advmod/5 be/VB/auxpass/5 named=name/VBN/ROOT/0")),
    ("a shortened would", "'d",
     "They/PRP/nsubj/3 'd/MD/aux/3 leave/VB/ROOT/0"),
    ("a shortened would before have", "'d",
     "They/PRP/nsubj/4 'd/MD/aux/4 have/VB/aux/4 left=leave/VBN/ROOT/0"),
    ("a not beside its own modal", "not",
     "They/PRP/nsubj/4 can/MD/aux/4 not/RB/neg/4 pay/VB/ROOT/0"),
    ("a past with its own subject", "said",
     ("The/DT/det/2 day/NN/ROOT/0 she/PRP/nsubj/4 said=say/VBD/acl/2 so/RB/advmod/4")),
    ("a loud question", "WHO",
     "WHO/WP/nsubj/2 SAYS=say/VBZ/ROOT/0 IT/PRP/nsubj/4 IS=be/VBZ/ccomp/2 SAFE/JJ/acomp/4"),
    ("a heading", "WHO", "WHO/WP/ROOT/0 :/:/punct/1 Holm/NNP/appos/1"),
    ("an order", "try",
     ("If/IN/mark/3 it/PRP/nsubj/3 seems=seem/VBZ/advcl/7 to/TO/aux/5 fail/VB/xcomp/3 ,/,/punct/7 try/VB/ROOT/0 "
      "again/RB/advmod/7")),
    ("a bare verb without a conjunction", "run",
     ("They/PRP/nsubj/2 came=come/VBD/ROOT/0 to/TO/aux/4 see/VB/advcl/2 it/PRP/dobj/4 run/VB/conj/2")),
    ("a second clause with a subject", "left",
     ("He/PRP/nsubj/2 refused=refuse/VBD/ROOT/0 to/TO/aux/4 go/VB/xcomp/2 and/CC/cc/4 she/PRP/nsubj/7 "
      "left=leave/VBD/conj/4")),
    ("a date behind a noun", "Friday",
     ("They/PRP/nsubj/2 left=leave/VBD/ROOT/0 the/DT/det/4 company/NN/dobj/2 Friday/NNP/npadvmod/2/DATE")),
    ("a name behind a thing", "Holm",
     ("She/PRP/nsubj/2 opened=open/VBD/ROOT/0 the/DT/det/4 door/NN/dobj/2 Holm/NNP/npadvmod/2/PERSON")),
    ("a name in a clause", "Holm",
     ("She/PRP/nsubj/2 left=leave/VBD/ROOT/0 the/DT/det/4 firm/NN/dobj/2 Holm/NNP/advcl/2/PERSON "
      "run=run/VBN/acl/5")),
    ("a past behind a passive in the past", "died",
     ("He/PRP/nsubjpass/3 was=be/VBD/auxpass/3 shot=shoot/VBN/ROOT/0 and/CC/cc/3 died=die/VBD/conj/3")),
    ("a past with an object behind a passive", "left",
     ("It/PRP/nsubjpass/4 has=have/VBZ/aux/4 been=be/VBN/auxpass/4 sold=sell/VBN/ROOT/0 and/CC/cc/4 "
      "left=leave/VBD/conj/4 it/PRP/dobj/6")),
    ("a participle with its agent behind a past", "shot",
     ("He/PRP/nsubj/2 fell=fall/VBD/ROOT/0 but/CC/cc/2 shot=shoot/VBN/conj/2 by/IN/agent/4 us/PRP/pobj/5")),
    ("a participle behind another", "made",
     ("He/PRP/nsubj/2 sold=sell/VBD/ROOT/0 hats=hat/NNS/dobj/2 dyed=dye/VBN/acl/3 and/CC/cc/2 made=make/VBN/conj/2")),
    ("two participles behind a comma", "tired",
     ("She/PRP/nsubj/2 left=leave/VBD/ROOT/0 ,/,/punct/2 tired=tire/VBN/advcl/2 and/CC/cc/4 "
      "bored=bore/VBN/conj/4")),
    ("a pronoun that no participle describes", "go",
     "They/PRP/nsubj/2 hoped=hope/VBD/ROOT/0 we/PRP/nsubj/5 would/MD/aux/5 go/VB/ccomp/2"),
    ("a past before an and", "pay",
     "Firms=firm/NNS/nsubj/2 agreed=agree/VBD/ROOT/0 and/CC/cc/2 will/MD/aux/5 pay/VB/conj/2"),
    ("a phrase before a copula", "in",
     "In/IN/prep/5 all/DT/pobj/1 it/PRP/nsubj/5 has=have/VBZ/aux/5 been=be/VBN/ROOT/0 in/IN/prep/5 Rome/NNP/pobj/6"),
    ("what somebody is the first choice for", "win",
     ("It/PRP/nsubj/2 is=be/VBZ/ROOT/0 his/PRP$/poss/5 first/JJ/amod/5/ORDINAL choice/NN/attr/2 to/TO/aux/7 "
      "win/VB/xcomp/2")),
    ("an aim", "win",
     "It/PRP/nsubj/2 was=be/VBD/ROOT/0 a/DT/det/4 plan/NN/attr/2 to/TO/aux/6 win/VB/advcl/2"),
    ("a time behind an object", "time",
     "They/PRP/nsubj/2 met=meet/VBD/ROOT/0 us/PRP/dobj/2 ,/,/punct/2 this/DT/det/6 time/NN/npadvmod/2"),
    ("a past that is no base form", "beat",
     ("They/PRP/nsubj/2 left=leave/VBD/ROOT/0 early/RB/advmod/2 and/CC/cc/2 beat/VBD/conj/2 them=they/PRP/dobj/5")),
    ("who is told something", "her",
     "They/PRP/nsubj/2 told=tell/VBD/ROOT/0 her=she/PRP/dobj/2 rents=rent/NNS/nsubj/5 fell=fall/VBD/ccomp/2"),
    ("whom somebody told yesterday", "guests",
     ("They/PRP/nsubj/2 told=tell/VBD/ROOT/0 guests=guest/NNS/dobj/2 today/NN/npadvmod/2/DATE rain/NN/nsubj/7 "
      "would/MD/aux/7 fall/VB/ccomp/2")),
    ("a noun behind an adverb of the verb", "cup",
     ("They/PRP/nsubj/2 sell/VBP/ROOT/0 hats=hat/NNS/dobj/2 now/RB/advmod/2 and/CC/cc/2 a/DT/det/7 cup/NN/conj/2")),
    ("one who does the same in another place", "Reed",
     ("They/PRP/nsubj/2 sell/VBP/ROOT/0 hats=hat/NNS/dobj/2 in/IN/prep/2 Lyon/NNP/pobj/4 and/CC/cc/2 "
      "Reed/NNP/conj/2/PERSON")),
    ("a place beside a place", "city",
     ("They/PRP/nsubj/2 sell/VBP/ROOT/0 hats=hat/NNS/dobj/2 in/IN/prep/2 the/DT/det/6 village/NN/pobj/4 and/CC/cc/6 "
      "the/DT/det/9 city/NN/conj/6")),
    ("what somebody may know", "stop",
     ("They/PRP/nsubj/2 told=tell/VBD/ROOT/0 Reed/NNP/dobj/2/PERSON where/WRB/advmod/6 to/TO/aux/6 stop/VB/relcl/3")),
    ("a gerund that modifies what it led to", "banning",
     ("It/PRP/nsubj/2 led=lead/VBD/ROOT/0 to/IN/prep/2 a/DT/det/5 law/NN/pobj/3 banning=ban/VBG/acl/5 "
      "boats/NNS/dobj/6")),
    ("a gerund of the subject after what was caused", "leaving",
     ("It/PRP/nsubj/2 led=lead/VBD/ROOT/0 tours/NNS/dobj/2 to/IN/prep/2 Oslo/NNP/pobj/4 leaving=leave/VBG/advcl/2 "
      "early/RB/advmod/6")),
    ("a gerund that is said to be one thing", "Selling",
     "Selling=sell/VBG/csubj/2 is=be/VBZ/ROOT/0 a/DT/det/4 job/NN/attr/2"),
    ("a quality without quotation marks", "new",
     "They/PRP/nsubj/2 called=call/VBD/ROOT/0 something/NN/dobj/2 new/JJ/amod/3"),
    ("a phrase inside an insertion", "about",
     ("She/PRP/nsubj/2 sold=sell/VBD/ROOT/0 it/PRP/dobj/2 —/:/punct/6 a/DT/det/6 film/NN/appos/3 about/IN/prep/6 "
      "ports=port/NNS/pobj/7")),
    ("what a comma parts from what is said", "rains",
     ("It/PRP/nsubj/2 falls=fall/VBZ/ccomp/9 ,/,/punct/9 if/IN/mark/6 it/PRP/nsubj/6 rains=rain/VBZ/advcl/9 "
      ",/,/punct/9 Reed/NNP/nsubj/9 said=say/VBD/ROOT/0")),
    ("what is said of a day", "fell",
     ("It/PRP/nsubj/2 fell=fall/VBD/ccomp/8 on/IN/prep/2 that/DT/det/5 day/NN/pobj/3 ,/,/punct/8 Reed/NNP/nsubj/8 "
      "said=say/VBD/ROOT/0")),
    ("a holder of another role", "Reed",
     ("Silva/NNP/nsubj/2/PERSON is=be/VBZ/ROOT/0 the/DT/det/4 chair/NN/attr/2 and/CC/cc/2 Reed/NNP/conj/2/PERSON "
      "the/DT/det/8 owner/NN/appos/6")),
    ("a clause of content after content in the past", "came",
     ("Reed/NNP/nsubj/2 said=say/VBD/ROOT/0 mills=mill/NNS/nsubj/4 shut/VBD/ccomp/2 and/CC/cc/4 "
      "a/DT/det/7 storm/NN/nsubj/8 came=come/VBD/conj/4")),
    ("a clause of content that will happen too", "come",
     ("Reed/NNP/nsubj/2 said=say/VBD/ROOT/0 mills=mill/NNS/nsubj/5 would/MD/aux/5 shut/VB/ccomp/2 and/CC/cc/5 "
      "storms=storm/NNS/nsubj/9 would/MD/aux/9 come/VB/conj/5")),
    ("a report in a quotation", "think",
     ("Reed/NNP/nsubj/2 said=say/VBD/ROOT/0 :/:/punct/2 rents=rent/NNS/nsubj/5 fell=fall/VBD/ccomp/2 and/CC/cc/5 "
      "I/PRP/nsubj/8 think/VBP/conj/5 we/PRP/nsubj/10 left=leave/VBD/ccomp/8")),
    ("a verb taken for a quality", "rain",
     ("They/PRP/nsubj/2 sold=sell/VBD/ROOT/0 hats=hat/NNS/dobj/2 and/CC/cc/2 last/JJ/amod/7 saw/JJ/amod/7 "
      "rain/NN/conj/2")),
    ("a noun behind one of several", "discounts",
     ("Aims=aim/NNS/nsubj/4 like/IN/prep/1 raising=raise/VBG/pcomp/2 failed=fail/VBD/ROOT/0 raising=raise/VBG/advcl/4 "
      "funds=fund/NNS/dobj/5 ,/,/punct/5 and/CC/cc/5 discounts=discount/NNS/conj/5")),
    ("a verb in the plural that looks like a noun", "ships",
     ("It/PRP/nsubj/2 sells=sell/VBZ/ROOT/0 hats=hat/NNS/dobj/2 and/CC/cc/2 ships=ship/NNS/conj/2 "
      "cups=cup/NNS/dobj/5")),
    ("a clause behind all", "but",
     ("All/DT/det/2 mills=mill/NNS/nsubj/3 closed=close/VBD/ROOT/0 but/CC/cc/3 Reed/NNP/nsubj/6 "
      "stayed=stay/VBD/conj/3")),
    ("another noun behind but", "but",
     ("They/PRP/nsubj/2 sold=sell/VBD/ROOT/0 the/DT/det/4 mills=mill/NNS/dobj/2 but/CC/cc/4 not/RB/neg/8 the/DT/det/8 "
      "hut/NN/conj/4")),
    ("a role and its holder", "Reed",
     ("Silva/NNP/nsubj/2/PERSON is=be/VBZ/ROOT/0 the/DT/det/4 chair/NN/attr/2 and/CC/cc/4 owner/NN/conj/4 ,/,/punct/6 "
      "Reed/NNP/appos/6/PERSON")),
    ("a speaker inside what is said", "citing",
     ("Dealers=dealer/NNS/nsubj/2 said=say/VBD/ROOT/0 Reed/NNP/nsubj/4/PERSON left=leave/VBD/ccomp/2 ,/,/punct/4 "
      "citing=cite/VBG/advcl/4 demand/NN/dobj/6")),
    ("a second verb of what is said", "claim",
     ("Dealers=dealer/NNS/nsubj/2 said=say/VBD/ROOT/0 Reed/NNP/nsubj/5/PERSON can/MD/aux/5 leave/VB/ccomp/2 "
      "and/CC/cc/5 claim/VB/conj/5 losses=loss/NNS/dobj/7")),
    ("a preposition that is no conjunction", "with",
     ("They/PRP/nsubj/2 left=leave/VBD/ROOT/0 with/IN/prep/2 friends=friend/NNS/pobj/3 laughed=laugh/VBD/dep/2")),
    ("a verb that an and joins", "sank",
     "It/PRP/nsubj/2 left=leave/VBD/ROOT/0 and/CC/cc/2 after/IN/prep/6 noon/NN/pobj/4 sank=sink/VBD/conj/2"),
    ("nouns that do not agree with the verb", "Oslo",
     ("They/PRP/nsubj/2 saw=see/VBD/ROOT/0 Rome/NNP/dobj/2 and/CC/cc/3 Oslo/NNP/conj/3 are=be/VBP/conj/2 "
      "glad/JJ/acomp/6")),
    ("two nouns and a participle", "built",
     ("They/PRP/nsubj/2 praised=praise/VBD/ROOT/0 cars=car/NNS/dobj/2 and/CC/cc/3 trucks=truck/NNS/conj/3 "
      "built=build/VBN/acl/3 in/IN/prep/6 Rome/NNP/pobj/7")),
    ("a subject behind a comma", "pricing",
     ("Roofs=roof/NNS/nsubj/6 ,/,/punct/1 and/CC/cc/1 the/DT/det/5 pricing/NN/nsubj/6 was=be/VBD/ROOT/0")),
    ("a subject that is said again", "plus",
     ("A/DT/det/2 plus/NN/npadvmod/5 ,/,/punct/5 it/PRP/nsubj/5 's=be/VBZ/ROOT/0 near/JJ/acomp/5")),
    ("a person before a thing", "nurse",
     ("A/DT/det/2 nurse/NN/npadvmod/5 ,/,/punct/5 it/PRP/nsubj/5 grew=grow/VBD/ROOT/0")),
    ("one thing before several", "bank",
     ("A/DT/det/2 bank/NN/npadvmod/5 ,/,/punct/5 they/PRP/nsubj/5 grew=grow/VBD/ROOT/0")),
    ("a day before a clause", "day",
     ("The/DT/det/2 day/NN/npadvmod/5 ,/,/punct/5 it/PRP/nsubj/5 grew=grow/VBD/ROOT/0")),
    ("a place behind a place", "Lyon",
     ("The/DT/det/2 chairman/NN/nsubj/7 of/IN/prep/2 Acme/NNP/pobj/3/ORG ,/,/punct/4 Lyon/NNP/appos/4/GPE "
      "left=leave/VBD/ROOT/0")),
    ("a plan of two persons", "Silva",
     ("They/PRP/nsubj/2 praised=praise/VBD/ROOT/0 the/DT/det/7 Silva/NNP/nmod/7/PERSON and/CC/cc/4 "
      "Reed/NNP/conj/4/PERSON plan/NN/dobj/2")),
    ("who a person is", "Chairman",
     ("They/PRP/nsubj/2 met=meet/VBD/ROOT/0 Silva/NNP/dobj/2/PERSON ,/,/punct/3 Chairman/NNP/appos/3 and/CC/cc/5 "
      "Owner/NNP/conj/5")),
    ("an apposition that nothing closes", "Reed",
     ("They/PRP/nsubj/2 met=meet/VBD/ROOT/0 Silva/NNP/dobj/2/PERSON ,/,/punct/3 Reed/NNP/appos/3/PERSON")),
    ("a relative clause that agrees", "are",
     ("They/PRP/nsubj/2 sent=send/VBD/ROOT/0 a/DT/det/4 list/NN/dobj/2 of/IN/prep/4 parts=part/NNS/pobj/5 "
      "that/WDT/nsubj/8 are=be/VBP/relcl/6 long/JJ/acomp/8")),
    ("a science in the singular", "studies",
     ("It/PRP/nsubj/2 left=leave/VBD/ROOT/0 the/DT/det/4 field/NN/dobj/2 of/IN/prep/4 pragmatics/NNS/pobj/5 "
      "which/WDT/nsubj/8 studies=study/VBZ/relcl/6 talk/NN/dobj/8")),
    ("a relative clause about a person", "shook",
     ("It/PRP/nsubj/2 shows=show/VBZ/ROOT/0 the/DT/det/4 death/NN/dobj/2 of/IN/prep/4 Silva/NNP/pobj/5/PERSON "
      ",/,/punct/6 who/WP/nsubj/9 shook=shake/VBD/relcl/6 Oslo/NNP/dobj/9")),
    ("a body that is told of and not denied", "praises",
     ("It/PRP/nsubj/2 shows=show/VBZ/ROOT/0 links=link/NNS/dobj/2 to/IN/prep/3 the/DT/det/6 army/NN/pobj/4 ,/,/punct/6 "
      "which/WDT/dobj/10 Acme/NNP/nsubj/10 praises=praise/VBZ/relcl/6")),
    ("who only a part of a deed is", "help",
     ("They/PRP/nsubj/2 like/VBP/ROOT/0 the/DT/det/4 work/NN/dobj/2 of/IN/prep/4 firms=firm/NNS/pobj/5 "
      "that/WDT/nsubj/9 will/MD/aux/9 help/VB/relcl/6 us/PRP/dobj/9")),
    ("a place in which people are", "fled",
     ("They/PRP/nsubj/2 fed=feed/VBD/ROOT/0 fans=fan/NNS/dobj/2 in/IN/prep/2 Oslo/NNP/pobj/4/GPE which/WDT/nsubj/7 "
      "fled=flee/VBD/relcl/5")),
    ("several and one person", "Reed",
     "They/PRP/nsubj/2 met=meet/VBD/ROOT/0 judges=judge/NNS/dobj/2 Reed/NNP/appos/3/PERSON"),
    ("who gets something", "Reed",
     ("They/PRP/nsubj/2 sold=sell/VBD/ROOT/0 judges=judge/NNS/dobj/2 Silva/NNP/dobj/2/PERSON and/CC/cc/4 "
      "Reed/NNP/conj/4/PERSON")),
    ("a participle without an agent", "tired",
     "She/PRP/nsubj/2 was=be/VBD/ROOT/0 tired=tire/VBN/acomp/2 of/IN/prep/3 tea/NN/pobj/4"),
    ("a clause that is the subject", "sold",
     ("What/WP/dobj/3 they/PRP/nsubj/3 sold=sell/VBD/csubj/4 was=be/VBD/ROOT/0 salt/NN/attr/4")),
    ("a heading with a participle", "made",
     "Bread/NN/ROOT/0 made=make/VBN/acl/1 jam/NN/dobj/2"),
    ("a verb that agrees with who says it", "own",
     ("Firms=firm/NNS/nsubj/2 say/VBP/ROOT/0 Acme/NNP/nsubj/4 is=be/VBZ/ccomp/2 small/JJ/acomp/4 and/CC/cc/2 "
      "own/VBP/conj/2 it/PRP/dobj/7")),
    ("who says something and goes on", "saying",
     ("They/PRP/nsubj/2 left=leave/VBD/ROOT/0 by/IN/prep/2 swimming=swim/VBG/pcomp/3 ,/,/punct/2 "
      "saying=say/VBG/advcl/2 so/RB/advmod/6 and/CC/cc/6 laughing=laugh/VBG/conj/6")),
    ("what is the case", "case",
     "In/IN/prep/5 that/DT/det/3 case/NN/pobj/1 it/PRP/nsubj/5 rained=rain/VBD/ROOT/0"),
    ("what was paid with money", "raised",
     ("They/PRP/nsubj/2 spent=spend/VBD/ROOT/0 money/NN/dobj/2 raised=raise/VBN/acl/3 by/IN/agent/4 Reed/NNP/pobj/5")),
    ("what somebody does who writes", "asking",
     ("She/PRP/nsubj/2 wrote=write/VBD/ROOT/0 to/IN/prep/2 him/PRP/pobj/3 asking=ask/VBG/advcl/2 why/WRB/advmod/5")),
    ("what somebody knows", "is",
     ("What/WP/dobj/3 they/PRP/nsubj/3 know/VBP/csubj/4 is=be/VBZ/ROOT/0 that/IN/mark/7 it/PRP/nsubj/7 "
      "fell=fall/VBD/ccomp/4")),
    ("what is an example", "is",
     ("It/PRP/nsubj/2 has=have/VBZ/ROOT/0 mills=mill/NNS/dobj/2 ,/,/punct/2 the/DT/det/6 beauty/NN/nsubj/9 "
      "of/IN/prep/6 which/WDT/pobj/7 is=be/VBZ/advcl/2 famous/JJ/acomp/9")),
    ("a film by somebody", "by",
     ("It/PRP/nsubjpass/3 was=be/VBD/auxpass/3 shown=show/VBN/ROOT/0 in/IN/prep/3 a/DT/det/6 film/NN/pobj/4 "
      "by/IN/prep/6 Reed/NNP/pobj/7/PERSON")),
    ("two who do what is said", "fell",
     ("She/PRP/nsubj/2 said=say/VBD/ROOT/0 rents=rent/NNS/nsubj/6 and/CC/cc/3 fees=fee/NNS/conj/3 "
      "fell=fall/VBD/ccomp/2")),
    ("what something means", "left",
     ("They/PRP/nsubj/2 told=tell/VBD/ROOT/0 him/PRP/dobj/2 of/IN/prep/2 it/PRP/pobj/4 ,/,/punct/2 "
      "which/WDT/nsubj/8 meant=mean/VBD/relcl/2 that/IN/mark/11 he/PRP/nsubj/11 left=leave/VBD/ccomp/8")),
    ("a thing that means another", "means",
     ("It/PRP/nsubj/2 has=have/VBZ/ROOT/0 a/DT/det/4 name/NN/dobj/2 ,/,/punct/4 which/WDT/nsubj/7 "
      "means=mean/VBZ/relcl/4 bear/NN/dobj/7")),
    ("thanks as an object", "thanks",
     "They/PRP/nsubj/2 sent=send/VBD/ROOT/0 thanks/NNS/dobj/2 to/IN/prep/3 Reed/NNP/pobj/4"),
    ("thanks that are given", "thanks",
     "They/PRP/nsubj/2 sent=send/VBD/ROOT/0 thanks/NNS/dobj/2 for/IN/prep/3 it/PRP/pobj/4"),
    ("a time that history is of", "in",
     "They/PRP/nsubj/2 met=meet/VBD/ROOT/0 changes=change/NNS/dobj/2 in/IN/prep/3 time/NN/pobj/4"),
    ("a date behind a body", "in",
     ("It/PRP/nsubj/2 stood=stand/VBD/ROOT/0 before/IN/prep/2 the/DT/det/5 court/NN/pobj/3 in/IN/prep/2 "
      "May/NNP/pobj/6/DATE")),
    ("a person beside an object", "Daly",
     ("They/PRP/nsubj/2 gave=give/VBD/ROOT/0 Daly/NNP/advmod/2/PERSON a/DT/det/5 boat/NN/dobj/2")),
    ("an order behind a comma", "forget",
     ("They/PRP/nsubj/2 had=have/VBD/ROOT/0 plans=plan/NNS/dobj/2 to/TO/aux/5 go/VB/acl/3 ,/,/punct/2 but/CC/cc/2 "
      "forget/VB/conj/2 it/PRP/dobj/8")),
    ("a concession about what is told", "burned",
     ("Reed/NNP/nsubj/2 says=say/VBZ/ROOT/0 mills=mill/NNS/nsubj/4 stand/VBP/ccomp/2 ,/,/punct/4 although/IN/mark/8 "
      "they/PRP/nsubj/8 burned=burn/VBD/advcl/4")),
    ("what happens while something is so", "slept",
     ("Reed/NNP/nsubj/2 said=say/VBD/ROOT/0 rents=rent/NNS/nsubj/4 fell=fall/VBD/ccomp/2 while/IN/mark/7 "
      "Silva/NNP/nsubj/7 slept=sleep/VBD/advcl/4")),
    ("a further action in a list", "announced",
     ("It/PRP/nsubj/2 closed=close/VBD/ROOT/0 ,/,/punct/2 cut/VBD/conj/2 jobs=job/NNS/dobj/4 ,/,/punct/4 "
      "announced=announce/VBD/conj/4 plans=plan/NNS/dobj/7")),
    ("a promise before a past", "promised",
     ("The/DT/det/2 union/NN/nsubj/3 promised=promise/VBD/ROOT/0 to/TO/aux/5 keep/VB/xcomp/3 rules=rule/NNS/dobj/5 "
      "made=make/VBD/ccomp/3 here/RB/advmod/7")),
    ("a base form that agrees with its subject", "rest",
     ("They/PRP/nsubj/3 must/MD/aux/3 help/VB/ROOT/0 those/DT/dobj/3 who/WP/nsubj/6 work/VBP/relcl/4 and/CC/cc/6 "
      "rest/VB/conj/6")),
    ("a present after a past", "plans",
     ("She/PRP/nsubj/2 lost=lose/VBD/ROOT/0 today/NN/npadvmod/2 but/CC/cc/2 plans=plan/VBZ/conj/2 a/DT/det/7 "
      "rest/NN/dobj/5")),
    ("how many there were", "many",
     ("They/PRP/nsubj/2 know/VBP/ROOT/0 how/WRB/advmod/4 many/JJ/amod/5 mills=mill/NNS/nsubj/6 are=be/VBP/ccomp/2 "
      "here/RB/advmod/6")),
    ("a noun with a participle and a verb", "made",
     ("Bread/NN/ROOT/0 made=make/VBN/acl/1 jam/NN/dobj/2 is=be/VBZ/relcl/1 good/JJ/acomp/4 ././punct/1")),
    ("who is seen with a tool", "using",
     "She/PRP/nsubjpass/3 was=be/VBD/auxpass/3 seen=see/VBN/ROOT/0 using=use/VBG/advcl/3 tools=tool/NNS/dobj/4"),
    ("a place that something borders", "sea",
     "It/PRP/nsubj/2 gains=gain/VBZ/ROOT/0 by/IN/prep/2 bordering=border/VBG/pcomp/3 the/DT/det/6 sea/NN/dobj/4"),
    ("a date that a clause is about", "marks",
     ("The/DT/det/2 vote/NN/nsubj/11 held=hold/VBN/acl/2 on/IN/prep/3 May/NNP/pobj/4/DATE 1/CD/nummod/5/DATE "
      ",/,/punct/5 which/WDT/nsubj/9 marks=mark/VBZ/relcl/5 peace/NN/dobj/9 failed=fail/VBD/ROOT/0")),
    ("an active past after a passive", "advanced",
     ("The/DT/det/2 king/NN/nsubjpass/4 was=be/VBD/auxpass/4 killed=kill/VBN/ROOT/0 and/CC/cc/4 the/DT/det/7 "
      "rebels=rebel/NNS/nsubj/8 advanced=advance/VBD/conj/4 ././punct/4")),
    ("a tool of what somebody is fined for", "using",
     ("The/DT/det/2 firm/NN/nsubjpass/4 was=be/VBD/auxpass/4 fined=fine/VBN/ROOT/0 for/IN/prep/4 "
      "spying=spy/VBG/pobj/5 using=use/VBG/advcl/4 drones=drone/NNS/dobj/7")),
    ("a tool of what somebody is accused of", "using",
     ("The/DT/det/2 firm/NN/nsubjpass/4 was=be/VBD/auxpass/4 accused=accuse/VBN/ROOT/0 of/IN/prep/4 "
      "spying=spy/VBG/pcomp/5 using=use/VBG/advcl/4 drones=drone/NNS/dobj/7")),
    ("a body with the name of a saint", "Ambulance",
     ("The/DT/det/2 leader/NN/nsubj/7 of/IN/prep/2 St./NNP/compound/5/GPE Ben/NNP/compound/6/PERSON "
      "Ambulance/NNP/pobj/3/PERSON resigned=resign/VBD/ROOT/0")),
    ("a place with the name of a queen", "Province",
     ("The/DT/det/2 chief/NN/nsubj/7 of/IN/prep/2 Norla/NNP/compound/6 Victoria/NNP/compound/6/PERSON "
      "Province/NNP/pobj/3/PERSON left=leave/VBD/ROOT/0")),
    ("a lake with the name of a queen", "Varn",
     ("The/DT/det/2 chief/NN/nsubj/7 of/IN/prep/2 Lake/NNP/compound/6 Victoria/NNP/compound/6/PERSON "
      "Varn/NNP/pobj/3/PERSON left=leave/VBD/ROOT/0")),
    ("several verbs of a relative clause", "directed",
     ("Silva/NNP/nsubj/2 staged=stage/VBD/ROOT/0 the/DT/det/4 play/NN/dobj/2 ,/,/punct/4 which/WDT/dobj/8 "
      "she/PRP/nsubj/8 wrote=write/VBD/relcl/4 ,/,/punct/8 directed=direct/VBN/ccomp/8 and/CC/cc/10 "
      "starred=star/VBD/conj/10 in/IN/prep/12")),
    ("a place where people gather", "died",
     ("Fans=fan/NNS/nsubj/2 gathered=gather/VBD/ROOT/0 where/WRB/advmod/5 she/PRP/nsubj/5 died=die/VBD/advcl/2")),
    ("what somebody gathers", "left",
     ("They/PRP/nsubj/2 gathered=gather/VBD/ROOT/0 that/IN/mark/5 she/PRP/nsubj/5 left=leave/VBD/ccomp/2")),
    ("a mill that rivals another", "rivals",
     "The/DT/det/2 mill/NN/nsubj/5 at/IN/prep/2 Oslo/NNP/pobj/3/GPE rivals=rival/VBZ/ROOT/0 Acme/NNP/dobj/5/ORG"),
]  # fmt: skip


@pytest.mark.parametrize(("correction", "word", "head", "label", "tag", "written"), CORRECTED)
def test_error_is_put_right(correction: str, word: str, head: str, label: str, tag: str, written: str) -> None:
    parse = parse_of(parsed(written))
    (corrected,) = [token for token in parse if token.text == word]
    assert (corrected.head.text, corrected.dep_, corrected.tag_) == (head, label, tag)
    assert parse.repaired[corrected.i] == correction
    assert corrected.head is corrected or corrected in corrected.head.children
    assert all(token in token.head.children for token in parse if token.head is not token)


@pytest.mark.parametrize(("word", "written"), [pytest.param(*case[1:], id=case[0]) for case in LEFT])
def test_what_only_looks_like_an_error_is_left(word: str, written: str) -> None:
    parse = parse_of(parsed(written))
    assert word in [token.text for token in parse]
    assert parse.repaired == {}


@pytest.mark.parametrize("verb", ["spoke=speak/VBD/ccomp/8", "has=have/VBZ/aux/10 left=leave/VBN/ccomp/8"])
def test_subject_of_a_clause_holds_no_office(verb: str) -> None:
    name = "Ana/NNP/compound/7/PERSON Silva/NNP/pobj/3/PERSON founded=found/VBD/ROOT/0"
    parse = parse_of(
        parsed(f"The/DT/det/2 chief/NN/nsubj/8 of/IN/prep/2 the/DT/det/5 party/NN/compound/7 {name} {verb}")
    )
    assert "name-after-field" not in parse.repaired.values()


LABELS = ("ROOT", "acl", "appos", "aux", "cc", "conj", "csubj", "dobj", "nsubj", "pobj", "prep", "punct", "relcl")
WORDS = ("and/CC", "after/IN", "by/IN", "is=be/VBZ", "to/TO", "it/PRP", "who/WP", "WHO/WP", "ferry/NN", "men/NNS",
         "sank/VBD", "seen/VBN", "go/VB", "going/VBG", "has=have/VBZ", ",/,", "./.")  # fmt: skip


@st.composite
def trees(draw: st.DrawFn) -> str:
    """Return random words with random labels, attached as a random tree."""
    words = draw(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(LABELS)), min_size=1, max_size=9))
    order = draw(st.permutations(range(1, len(words) + 1)))
    heads = {word: order[draw(st.integers(0, place - 1))] if place else 0 for place, word in enumerate(order)}
    return " ".join(f"{word}/{label}/{heads[i]}" for i, (word, label) in enumerate(words, 1))


@given(trees())
def test_corrections_leave_a_tree(written: str) -> None:
    parse = parse_of(parsed(written))
    roots = [token for token in parse if token.head is token]
    assert len(roots) == 1
    assert len(list(roots[0].subtree)) == len(parse)


def test_base_form_is_its_own_lemma() -> None:
    parse = parse_of(parsed("Does=do/VBZ/aux/3 it/PRP/nsubj/3 need=nee/VBN/ROOT/0"))
    assert (parse[2].lemma_, parse[2].tag_) == ("need", "VB")


def test_every_correction_is_tested() -> None:
    assert {correction for correction, *_ in CORRECTED} | {"place-of-action"} == set(CORRECTIONS)


@pytest.mark.parametrize(("noun", "sure", "head"), [
    ("sentence", 0.6, "heard"), ("sentence", 0.8, "sentence"), ("sentence", None, "sentence"), ("judge", 0.6, "judge"),
])  # fmt: skip
def test_place_goes_with_the_verb_where_the_parser_is_not_sure(noun: str, sure: float | None, head: str) -> None:
    doc = parsed(f"They/PRP/nsubj/2 heard=hear/VBD/ROOT/0 the/DT/det/4 {noun}/NN/dobj/2 at/IN/prep/4 court/NN/pobj/5")
    if sure is not None:
        doc.user_data[ATTACHMENTS] = np.array([1, 1, 1, 1, sure, 1], dtype=np.float32)
    parse = parse_of(doc)
    assert parse[4].head.text == head
    assert set(parse.repaired.values()) == ({"place-of-action"} if head == "heard" else set())


def test_uncorrected_parse_is_the_parsers() -> None:
    doc = parsed("They/PRP/nsubj/3 had=have/VBD/aux/3 left=leave/VBD/ROOT/0")
    parse = uncorrected(doc)
    assert [token.tag_ for token in parse] == [token.tag_ for token in doc]
    assert [name for name, _ in correct(parse)] == ["participle-after-have"]
    assert parse[2].tag_ == "VBN"
