"""Each repair puts right one error of the parser, and leaves what only looks like it."""

import pytest

from kg.grammar.parse import parse_of
from kg.grammar.repairs import REPAIRS
from tests.extract.documents import parsed

MENDED = [
    ("base-form-taken-for-participle", "shred", "told", "xcomp",
     ("She/PRP/nsubjpass/3 was=be/VBD/auxpass/3 told=tell/VBN/ROOT/0 to/TO/aux/5 shred=shre/VBN/xcomp/3 "
      "it/PRP/dobj/5")),
    ("base-form-taken-for-participle", "found", "found", "ROOT",
     "He/PRP/nsubj/3 will/MD/aux/3 found=find/VBN/ROOT/0 a/DT/det/5 bank/NN/dobj/3"),
    ("mentioned-verb", "buy", "to", "pobj",
     ("They/PRP/nsubj/2 raised=raise/VBD/ROOT/0 it/PRP/dobj/2 to/TO/aux/6 ``/``/punct/6 buy/VB/advcl/2 ''/''/punct/6 "
      "from/IN/prep/6 hold/NN/pobj/8")),
    ("mentioned-verb", "by", "raised", "agent",
     ("It/PRP/nsubjpass/3 was=be/VBD/auxpass/3 raised=raise/VBN/ROOT/0 to/TO/aux/6 ``/``/punct/6 buy/VB/xcomp/3 "
      "''/''/punct/6 by/IN/prep/6 them/PRP/pobj/8")),
    ("mentioned-verb", "hold", "at", "pobj",
     "They/PRP/nsubj/2 kept=keep/VBD/ROOT/0 it/PRP/dobj/2 at/IN/prep/2 ``/``/punct/6 hold/VB/pobj/4 ''/''/punct/6"),
    ("gerund-taken-for-quality", "burning", "killing", "conj",
     ("She/PRP/nsubjpass/3 is=be/VBZ/auxpass/3 accused=accuse/VBN/ROOT/0 of/IN/prep/3 killing=kill/VBG/pcomp/4 "
      "men/NNS/dobj/5 and/CC/cc/6 burning=burn/VBG/amod/9 farms=farm/NNS/conj/6")),
    ("gerund-taken-for-quality", "hiding", "of", "pcomp",
     ("She/PRP/nsubjpass/3 is=be/VBZ/auxpass/3 accused=accuse/VBN/ROOT/0 of/IN/prep/3 hiding=hide/VBG/amod/6 "
      "men/NNS/pobj/4")),
    ("finite-beside-infinitive", "own", "raised", "conj",
     ("They/PRP/nsubj/2 raised=raise/VBD/ROOT/0 money/NN/dobj/2 to/TO/aux/5 keep/VB/advcl/2 it/PRP/dobj/5 and/CC/cc/5 "
      "now/RB/advmod/9 own/VB/conj/5 it/PRP/dobj/9")),
    ("finite-beside-infinitive", "lives", "came", "conj",
     ("He/PRP/nsubj/2 came=come/VBD/ROOT/0 to/TO/aux/4 see/VB/advcl/2 it/PRP/dobj/4 and/CC/cc/4 "
      "lives=live/VBZ/conj/4 here/RB/advmod/8")),
    ("passive-behind-copula", "owned", "owned", "ROOT",
     ("It/PRP/nsubj/2 was=be/VBD/ROOT/0 state/NN/npadvmod/4 owned=own/VBN/acomp/2 by/IN/agent/4 them/PRP/pobj/5 "
      "then/RB/advmod/2")),
    ("passive-behind-copula", "was", "owned", "auxpass",
     ("Firms=firm/NNS/nsubj/2 say/VBP/ROOT/0 it/PRP/nsubj/4 was=be/VBD/ccomp/2 owned=own/VBN/acomp/4 by/IN/agent/5 "
      "them/PRP/pobj/6")),
    ("parallel-verb", "failed", "known", "conj",
     ("Judges=judge/NNS/nsubj/2 found=find/VBD/ROOT/0 they/PRP/nsubj/5 had=have/VBD/aux/5 known=know/VBN/ccomp/2 "
      "it/PRP/dobj/5 and/CC/cc/2 had=have/VBD/aux/9 failed=fail/VBN/conj/2")),
    ("parallel-tense", "sued", "denies", "conj",
     ("He/PRP/nsubj/2 denies=deny/VBZ/ROOT/0 they/PRP/nsubj/4 lied=lie/VBD/ccomp/2 and/CC/cc/4 has=have/VBZ/aux/7 "
      "sued=sue/VBN/conj/4 them/PRP/dobj/7")),
    ("reduced-report", "thought", "cable", "acl",
     ("They/PRP/nsubj/2 mend/VBP/ROOT/0 the/DT/det/4 cable/NN/dobj/2 ,/,/punct/2 thought=think/VBD/conj/2 to/TO/aux/9 "
      "be/VB/auxpass/9 cut/VBN/xcomp/6")),
    ("circumstance-of-report", "on", "said", "prep",
     ("Acme/NNP/nsubj/2 said=say/VBD/ROOT/0 on/IN/prep/6 Monday/NNP/pobj/3 it/PRP/nsubj/6 closed=close/VBD/ccomp/2")),
    ("verb-beside-report", "declined", "said", "conj",
     ("He/PRP/nsubj/2 said=say/VBD/ROOT/0 it/PRP/nsubj/5 would/MD/aux/5 close/VB/ccomp/2 but/CC/cc/5 "
      "declined=decline/VBD/conj/5 to/TO/aux/9 explain/VB/xcomp/7")),
    ("verb-beside-report", "threatened", "said", "conj",
     ("She/PRP/nsubj/2 said=say/VBD/ROOT/0 the/DT/det/4 price/NN/nsubj/5 was=be/VBD/ccomp/2 absurd/JJ/acomp/5 "
      "and/CC/cc/5 threatened=threaten/VBD/conj/5 to/TO/aux/10 sue/VB/xcomp/8")),
    ("second-report", "told", "said", "conj",
     ("She/PRP/nsubj/2 said=say/VBD/ROOT/0 it/PRP/nsubj/4 was=be/VBD/ccomp/2 safe/JJ/acomp/4 ,/,/punct/4 but/CC/cc/4 "
      "guards=guard/NNS/nsubj/9 told=tell/VBD/conj/4 us/PRP/dobj/9 it/PRP/nsubj/12 fell=fall/VBD/ccomp/9")),
    ("trailing-report", "police", "said", "nsubj",
     ("It/PRP/nsubj/2 killed=kill/VBD/ccomp/8 six/CD/nummod/4 men/NNS/dobj/2 ,/,/punct/4 police/NNS/conj/4 "
      "chiefs=chief/NNS/conj/6 said=say/VBD/ROOT/0 later/RB/advmod/8")),
    ("trailing-report", "Chad", "to", "pobj",
     ("They/PRP/nsubj/2 fled=flee/VBD/ccomp/9 to/IN/prep/2 Chad/NNP/nmod/6 ,/,/punct/6 medics=medic/NNS/pobj/3 "
      "and/CC/cc/6 police/NNS/conj/6 said=say/VBD/ROOT/0")),
    ("trailing-report", "said", "said", "ROOT",
     ("It/PRP/nsubj/2 killed=kill/VBD/ROOT/0 men/NNS/dobj/2 ,/,/punct/3 police/NNS/appos/3 and/CC/cc/5 "
      "medics=medic/NNS/conj/5 said=say/VBD/conj/2")),
    ("report-behind-clause", "police", "said", "nsubj",
     ("It/PRP/nsubj/2 sank=sink/VBD/ROOT/0 ,/,/punct/2 killing=kill/VBG/advcl/2 men/NNS/nsubj/9 ,/,/punct/5 "
      "police/NNS/conj/5 chiefs=chief/NNS/conj/7 said=say/VBD/conj/2")),
    ("report-behind-clause", "hit", "told", "ccomp",
     ("It/PRP/nsubj/2 hit/VBD/ROOT/0 a/DT/det/4 wall/NN/dobj/2 ,/,/punct/2 she/PRP/nsubj/7 told=tell/VBD/conj/2 "
      "reporters=reporter/NNS/dobj/7")),
    ("amount-beside-person", "bank", "fined", "dative",
     ("They/PRP/nsubj/2 fined=fine/VBD/ROOT/0 the/DT/det/7 bank/NN/nmod/7 2/CD/compound/6 million/CD/nummod/7 "
      "euros=euro/NNS/dobj/2")),
    ("amount-beside-person", "euros", "fined", "dobj",
     ("They/PRP/nsubj/2 fined=fine/VBD/ROOT/0 Acme/NNP/dobj/2/ORG 20/CD/nummod/5 euros=euro/NNS/appos/3 "
      "over/IN/prep/5 leaks=leak/NNS/pobj/6")),
    ("amount-beside-person", "club", "billed", "dative",
     ("They/PRP/nsubj/2 billed=bill/VBD/ROOT/0 the/DT/det/4 club/NN/dobj/2 $/$/quantmod/6 40/CD/dobj/2 "
      "for/IN/prep/6 it/PRP/pobj/7")),
    ("phrase-of-apposition", "with", "sailor", "prep",
     ("They/PRP/nsubj/2 asked=ask/VBD/ROOT/0 the/DT/det/4 captain/NN/dobj/2 ,/,/punct/4 a/DT/det/7 sailor/NN/appos/4 "
      "with/IN/prep/2 ships=ship/NNS/pobj/8 ,/,/punct/4 who/WP/nsubj/12 left=leave/VBD/relcl/4")),
    ("particle-of-state", "on", "microphone", "advmod",
     ("She/PRP/nsubjpass/3 was=be/VBD/auxpass/3 caught=catch/VBN/ROOT/0 with/IN/prep/3 a/DT/det/6 "
      "microphone/NN/pobj/4 on/RP/prt/3")),
    ("name-taken-for-pronoun", "WHO", "says", "nsubj",
     "WHO/WP/nsubj/2 says=say/VBZ/ROOT/0 it/PRP/nsubj/4 is=be/VBZ/ccomp/2 safe/JJ/acomp/4"),
    ("measured-quality", "metres", "long", "npadvmod",
     "It/PRP/nsubj/2 is=be/VBZ/ROOT/0 two/CD/nummod/4 metres=metre/NNS/nsubj/5 long/JJ/acomp/2"),
    ("measured-time", "days", "for", "pobj",
     ("It/PRP/nsubj/2 closed=close/VBD/ROOT/0 for/IN/prep/2 two/CD/nummod/5 days=day/NNS/npadvmod/6 after/IN/prep/2 "
      "storms=storm/NNS/pobj/6")),
    ("object-of-let", "convoys", "let", "dobj",
     ("They/PRP/nsubj/2 let/VBP/ROOT/0 aid/NN/nsubj/4 convoys=convoy/NNS/ccomp/2 through/RB/advmod/2")),
    ("object-of-let", "in", "let", "prt",
     "They/PRP/nsubj/2 let/VBP/ROOT/0 aid/NN/compound/4 convoys=convoy/NNS/nsubj/5 in/RP/ccomp/2"),
    ("noun-taken-for-verb", "graduates", "Holm", "compound",
     ("The/DT/det/2 firm/NN/nsubj/6 founded=found/VBN/acl/2 by/IN/agent/3 Yale/NNP/compound/6/ORG "
      "graduates=graduate/VBZ/ROOT/0 Eva/NNP/compound/8 Holm/NNP/dobj/6 and/CC/cc/8 Jo/NNP/compound/11 "
      "Reed/NNP/conj/8 ,/,/punct/6 has=have/VBZ/aux/14 closed=close/VBN/conj/6")),
    ("noun-taken-for-verb", "Yale", "graduates", "compound",
     ("Acme/NNP/nsubj/6 ,/,/punct/1 founded=found/VBN/acl/1 by/IN/agent/3 Yale/NNP/pobj/4 "
      "graduates=graduate/VBZ/nsubj/14 Eva/NNP/compound/8 Holm/NNP/dobj/6 and/CC/cc/8 Jo/NNP/compound/11 "
      "Reed/NNP/conj/8 ,/,/punct/6 has=have/VBZ/aux/14 closed=close/VBN/ROOT/0")),
    ("names-behind-description", "Holm", "by", "pobj",
     ("It/PRP/nsubjpass/3 was=be/VBD/auxpass/3 designed=design/VBN/ROOT/0 by/IN/agent/3 "
      "architects=architect/NNS/pobj/4 Eva/NNP/compound/7/PERSON Holm/NNP/appos/5/PERSON and/CC/cc/7 "
      "Jo/NNP/compound/10/PERSON Reed/NNP/conj/7/PERSON")),
    ("misread-object", "debut", "made", "dobj",
     "She/PRP/nsubj/2 made=make/VBD/ROOT/0 her/PRP$/poss/4 debut/NN/ccomp/2 in/IN/prep/2 Lyon/NNP/pobj/5"),
    ("torn-noun-phrase", "magnitude", "quake", "compound",
     "A/DT/det/2 magnitude/NN/nsubj/5 6.1/CD/nummod/4 quake/NN/nsubj/5 struck=strike/VBD/ROOT/0"),
    ("torn-range", "8", "5", "conj",
     ("It/PRP/nsubj/2 made=make/VBD/ROOT/0 profit/NN/dobj/2 of/IN/prep/3 between/IN/quantmod/6 5/CD/pobj/4 "
      "and/CC/cc/3 8/CD/conj/3")),
    ("goal-behind-contact-clause", "to", "brought", "prep",
     ("Mohamed/NNP/nsubj/2 brought=bring/VBD/ROOT/0 the/DT/det/4 clock/NN/dobj/2 he/PRP/nsubj/6 "
      "made=make/VBD/relcl/4 to/TO/dative/6 school/NN/pobj/7 on/IN/prep/6 Monday/NNP/pobj/9")),
    ("goal-behind-contact-clause", "on", "brought", "prep",
     ("Mohamed/NNP/nsubj/2 brought=bring/VBD/ROOT/0 the/DT/det/4 clock/NN/dobj/2 he/PRP/nsubj/6 "
      "made=make/VBD/relcl/4 to/TO/dative/6 school/NN/pobj/7 on/IN/prep/6 Monday/NNP/pobj/9")),
    ("goal-behind-contact-clause", "from", "remove", "prep",
     ("Google/NNP/nsubj/2 agreed=agree/VBD/ROOT/0 to/TO/aux/4 remove/VB/xcomp/2 a/DT/det/6 video/NN/dobj/4 "
      "featuring=feature/VBG/acl/6 him=he/PRP/dobj/7 from/IN/prep/7 the/DT/det/11 site/NN/pobj/9")),
    ("goal-behind-contact-clause", "to", "took", "prep",
     ("She/PRP/nsubj/2 took=take/VBD/ROOT/0 the/DT/det/4 dog/NN/dobj/2 that/WDT/dobj/7 she/PRP/nsubj/7 "
      "found=find/VBD/relcl/4 to/IN/prep/7 the/DT/det/10 shelter/NN/pobj/8")),
    ("goal-behind-contact-clause", "to", "moved", "prep",
     ("The/DT/det/2 company/NN/nsubj/3 moved=move/VBD/ROOT/0 staff/NN/dobj/3 working=work/VBG/acl/4 "
      "in/IN/prep/5 London/NNP/pobj/6 to/IN/prep/5 Paris/NNP/pobj/8")),
    ("shown-clause", "species", "lose", "nsubj",
     ("Results=result/NNS/nsubj/2 show/VBP/ROOT/0 dicot/NNP/compound/4 species/NNP/dobj/2 ,/,/punct/4 "
      "such/JJ/amod/7 as/IN/prep/4 soybean/NN/pobj/7 and/CC/cc/8 cotton/NN/conj/8 ,/,/punct/4 lose/VB/ccomp/2 "
      "more/JJR/amod/14 yield/NN/dobj/12")),
    ("shown-clause", "people", "drink", "nsubj",
     ("The/DT/det/2 survey/NN/nsubj/3 found=find/VBD/ROOT/0 people/NNS/dobj/3 over/IN/quantmod/6 60/CD/nummod/7 "
      "drink/VB/ccomp/3 more/JJR/amod/9 tea/NN/dobj/7")),
    ("coordinated-clause-subject", "Naples", "reached", "nsubjpass",
     ("The/DT/det/2 road/NN/nsubjpass/9 led=lead/VBD/acl/2 to/IN/prep/3 Rome/NNP/pobj/4 and/CC/cc/5 "
      "Naples/NNP/conj/5 was=be/VBD/auxpass/9 reached=reach/VBN/ROOT/0")),
    ("coordinated-clause-subject", "Smith", "offered", "nsubjpass",
     ("It/PRP/nsubj/2 led=lead/VBD/ROOT/0 to/IN/prep/2 interest/NN/pobj/3 from/IN/prep/4 "
      "museums=museum/NNS/pobj/5 and/CC/cc/6 Smith/NNP/conj/6/PERSON was=be/VBD/auxpass/10 "
      "offered=offer/VBN/ccomp/2 a/DT/det/12 job/NN/dobj/10")),
    ("coordinated-clause-subject", "insurers", "paid", "nsubj",
     ("The/DT/det/2 storm/NN/nsubj/3 resulted=result/VBD/ROOT/0 in/IN/prep/3 losses=loss/NNS/pobj/4 "
      "for/IN/prep/5 farmers=farmer/NNS/pobj/6 and/CC/cc/7 insurers=insurer/NNS/conj/7 paid=pay/VBD/conj/3 "
      "5/CD/nummod/12 dollars=dollar/NNS/dobj/10")),
    ("coordinated-clause-subject", "London", "is", "nsubj",
     ("She/PRP/nsubj/2 studied=study/VBD/ROOT/0 law/NN/dobj/2 in/IN/prep/2 Paris/NNP/pobj/4 and/CC/cc/5 "
      "London/NNP/conj/5 is=be/VBZ/advcl/2 her/PRP$/poss/10 home/NN/attr/8")),
    ("noun-taken-for-infinitive", "outreach", "to", "pobj",
     ("The/DT/det/2 attention/NN/nsubj/3 led=lead/VBD/ROOT/0 to/TO/aux/5 outreach/VB/xcomp/3 from/IN/prep/5 "
      "Google/NNP/pobj/6")),
    ("noun-taken-for-infinitive", "support", "to", "pobj",
     ("The/DT/det/2 rally/NN/nsubj/3 led=lead/VBD/ROOT/0 to/TO/aux/5 support/VB/xcomp/3 from/IN/prep/5 "
      "voters=voter/NNS/pobj/6")),
    ("verb-taken-for-noun", "deposit", "carry", "conj",
     ("The/DT/det/2 robots=robot/NNS/nsubj/3 had=have/VBD/ROOT/0 to/TO/aux/5 find/VB/xcomp/3 ,/,/punct/5 "
      "pick/VB/conj/5 up/RP/prt/7 ,/,/punct/7 carry/VB/conj/7 ,/,/punct/10 and/CC/cc/10 deposit/NN/compound/14 "
      "balls=ball/NNS/conj/10")),
    ("verb-taken-for-noun", "store", "collect", "conj",
     "The/DT/det/2 towers=tower/NNS/nsubj/3 collect/VBP/ROOT/0 and/CC/cc/3 store/NN/compound/6 water/NN/conj/3"),
    ("verb-taken-for-noun", "filter", "collect", "conj",
     ("The/DT/det/2 system/NN/nsubj/4 can/MD/aux/4 collect/VB/ROOT/0 ,/,/punct/4 filter/NN/conj/4 and/CC/cc/6 "
      "store/NN/compound/9 rain/NN/conj/6")),
    ("verb-taken-for-noun", "water", "store", "dobj",
     "The/DT/det/2 towers=tower/NNS/nsubj/3 collect/VBP/ROOT/0 and/CC/cc/3 store/NN/compound/6 water/NN/conj/3"),
    ("verb-taken-for-noun", "press", "cut", "conj",
     ("The/DT/det/2 machine/NN/nsubj/3 is=be/VBZ/ROOT/0 able/JJ/acomp/3 to/TO/aux/6 cut/VB/xcomp/4 ,/,/punct/6 "
      "press/NN/nmod/11 and/CC/cc/8 stack/VB/conj/8 paper/NN/dobj/6")),
    ("verb-taken-for-noun", "ship", "load", "conj",
     ("The/DT/det/2 workers=worker/NNS/nsubj/4 must/MD/aux/4 load/VB/ROOT/0 and/CC/cc/4 ship/NN/compound/7 "
      "goods=good/NNS/dobj/4")),
    ("verb-taken-for-noun", "question", "search", "conj",
     ("The/DT/det/2 law/NN/nsubj/3 allows=allow/VBZ/ROOT/0 police/NNS/nsubj/6 to/TO/aux/6 stop/VB/ccomp/3 "
      ",/,/punct/6 search/VB/conj/6 and/CC/cc/8 question/NN/conj/8 people/NNS/dobj/10")),
    ("verb-taken-for-noun", "colored", "balls", "acl",
     ("The/DT/det/2 robots=robot/NNS/nsubjpass/4 were=be/VBD/auxpass/4 required=require/VBN/ROOT/0 to/TO/aux/6 "
      "recognize/VB/xcomp/4 ,/,/punct/4 pick/VB/conj/6 up/RP/prt/8 ,/,/punct/8 carry/VB/conj/8 ,/,/punct/11 "
      "and/CC/cc/11 deposit/NN/compound/15 balls=ball/NNS/nsubj/16 colored=color/VBD/conj/11 blue/JJ/oprd/16")),
    ("parallel-infinitive", "pick", "recognize", "conj",
     ("The/DT/det/2 robots=robot/NNS/nsubjpass/4 were=be/VBD/auxpass/4 required=require/VBN/ROOT/0 to/TO/aux/6 "
      "recognize/VB/xcomp/4 ,/,/punct/4 pick/VB/conj/4 up/RP/prt/8 ,/,/punct/8 carry/VB/conj/8 ,/,/punct/11 "
      "and/CC/cc/11 drop/VB/conj/11 the/DT/det/16 balls=ball/NNS/dobj/14")),
    ("parallel-infinitive", "cheer", "see", "conj",
     ("The/DT/det/2 crowd/NN/nsubj/3 came=come/VBD/ROOT/0 to/TO/aux/5 see/VB/advcl/3 the/DT/det/7 "
      "king/NN/dobj/5 ,/,/punct/3 and/CC/cc/3 cheer/VB/conj/3 him=he/PRP/dobj/10")),
    ("parallel-infinitive", "stop", "pay", "conj",
     ("The/DT/det/2 firm/NN/nsubj/3 vowed=vow/VBD/ROOT/0 to/TO/aux/5 pay/VB/xcomp/3 the/DT/det/7 fine/NN/dobj/5 "
      ",/,/punct/3 and/CC/cc/3 stop/VB/conj/3")),
    ("participle-taken-for-past", "requested", "taxes", "acl",
     ("The/DT/det/2 law/NN/nsubj/3 is=be/VBZ/ccomp/9 old/JJ/acomp/3 ,/,/punct/9 so/IN/advmod/9 the/DT/det/8 "
      "taxes=taxis/NNS/nsubj/9 requested=request/VBN/ROOT/0 in/IN/prep/9 arrears=arrear/NNS/pobj/10 "
      "from/IN/prep/9 2006/CD/pobj/12 to/IN/prep/12 2009/CD/pobj/14 are=be/VBP/conj/9 under/IN/prep/16 "
      "the/DT/det/20 ICI/NNP/compound/20 system/NN/pobj/17")),
    ("participle-taken-for-subject", "shipped", "Salt", "acl",
     ("Salt/NN/nsubj/2 shipped=ship/VBN/csubj/6 from/IN/prep/2 Lyon/NNP/pobj/3 has=have/VBZ/aux/6 "
      "been=be/VBN/ROOT/0 cheap/JJ/acomp/6")),
    ("verb-taken-for-auxiliary", "died", "woman", "relcl",
     ("A/DT/det/2 woman/NN/ROOT/0 whose/WP$/poss/4 father/NN/nsubj/6 died/VBD/aux/6 waiting=wait/VBG/relcl/2 "
      "for/IN/prep/6 a/DT/det/9 bed/NN/pobj/7")),
    ("parallel-participle", "bought", "given", "conj",
     ("People=People/NNS/nsubj/2 flock/VBP/ROOT/0 to/TO/aux/4 see/VB/advcl/2 the/DT/det/6 "
      "lanterns=lantern/NNS/dobj/4 and/CC/cc/4 carry/VBP/conj/4 them=they/PRP/dobj/8 ,/,/punct/2 "
      "given=give/VBN/advcl/2 away/RP/prt/11 by/IN/agent/11 the/DT/det/15 city/NN/pobj/13 and/CC/cc/2 "
      "bought=buy/VBD/conj/2 from/IN/prep/17 vendors=vendor/NNS/pobj/18")),
    ("parallel-participle", "made", "designed", "conj",
     ("The/DT/det/2 firm/NN/nsubj/3 sells=sell/VBZ/ROOT/0 toys=toy/NNS/dobj/3 ,/,/punct/4 "
      "designed=design/VBN/acl/4 in/IN/prep/6 Italy/NNP/pobj/7 and/CC/cc/6 made=make/VBD/conj/6 in/IN/prep/10 "
      "China/NNP/pobj/11")),
    ("parallel-participle", "sold", "founded", "conj",
     ("He/PRP/nsubj/2 runs=run/VBZ/ROOT/0 a/DT/det/4 firm/NN/dobj/2 ,/,/punct/4 founded=found/VBN/acl/4 "
      "by/IN/agent/6 his/PRP$/poss/9 father/NN/pobj/7 ,/,/punct/2 and/CC/cc/2 sold=sell/VBN/conj/2 "
      "in/IN/prep/12 May/NNP/pobj/13")),
]  # fmt: skip
LEFT = [
    ("a perfect", "found",
     "He/PRP/nsubj/3 has=have/VBZ/aux/3 found=find/VBN/ROOT/0 a/DT/det/5 bank/NN/dobj/3"),
    ("a perfect cut short", "found",
     "He/PRP/nsubj/3 'd/MD/aux/3 found=find/VBN/ROOT/0 a/DT/det/5 bank/NN/dobj/3"),
    ("a length of time alone before a preposition", "days",
     ("It/PRP/nsubj/2 closed=close/VBD/ROOT/0 two/CD/nummod/4 days=day/NNS/npadvmod/5 after/IN/prep/2 "
      "storms=storm/NNS/pobj/5")),
    ("a year between the report and its clause", "in",
     "She/PRP/nsubj/2 said=say/VBD/ROOT/0 in/IN/prep/6 2020/CD/pobj/3 sales=sale/NNS/nsubj/6 fell=fall/VBD/ccomp/2"),
    ("a phrase behind the subject of the report", "on",
     ("She/PRP/nsubj/2 said=say/VBD/ROOT/0 it/PRP/nsubj/4 closed=close/VBD/ccomp/2 on/IN/prep/4 Monday/NNP/pobj/5")),
    ("a second verb with the same modal", "sell",
     ("He/PRP/nsubj/2 said=say/VBD/ROOT/0 it/PRP/nsubj/5 would/MD/aux/5 close/VB/ccomp/2 and/CC/cc/5 "
      "sell/VB/conj/5 mills=mill/NNS/dobj/7")),
    ("a second report of a pronoun", "told",
     ("She/PRP/nsubj/2 said=say/VBD/ROOT/0 it/PRP/nsubj/4 was=be/VBD/ccomp/2 safe/JJ/acomp/4 ,/,/punct/4 but/CC/cc/4 "
      "he/PRP/nsubj/9 told=tell/VBD/conj/4 us/PRP/dobj/9 it/PRP/nsubj/12 fell=fall/VBD/ccomp/9")),
    ("a phrase behind an apposition", "in",
     ("They/PRP/nsubj/2 asked=ask/VBD/ROOT/0 the/DT/det/4 captain/NN/dobj/2 ,/,/punct/4 a/DT/det/7 sailor/NN/appos/4 "
      ",/,/punct/4 in/IN/prep/2 May/NNP/pobj/9 ,/,/punct/2")),
    ("a word in quotation marks that is meant", "pay",
     ("They/PRP/nsubj/2 ordered=order/VBD/ROOT/0 him=he/PRP/dobj/2 to/TO/aux/6 ``/``/punct/6 pay/VB/xcomp/2 "
      "''/''/punct/6")),
    ("a word in quotation marks with its object", "save",
     ("They/PRP/nsubj/2 cut/VBD/ROOT/0 it/PRP/dobj/2 to/TO/aux/6 ``/``/punct/6 save/VB/advcl/2 ''/''/punct/6 "
      "money/NN/dobj/6")),
    ("who grows old", "ageing",
     ("She/PRP/nsubj/2 lives=live/VBZ/ROOT/0 by/IN/prep/2 feeding=feed/VBG/pcomp/3 dogs=dog/NNS/dobj/4 and/CC/cc/5 "
      "ageing=age/VBG/amod/8 men/NNS/conj/5")),
    ("what is there to be seen", "burning",
     ("She/PRP/nsubj/2 spoke=speak/VBD/ROOT/0 of/IN/prep/2 burning=burn/VBG/amod/5 farms=farm/NNS/pobj/3")),
    ("a second aim", "help",
     ("They/PRP/nsubj/2 raised=raise/VBD/ROOT/0 money/NN/dobj/2 to/TO/aux/5 keep/VB/advcl/2 it/PRP/dobj/5 and/CC/cc/5 "
      "also/RB/advmod/9 help/VB/conj/5 us/PRP/dobj/9")),
    ("a second aim now", "sell",
     ("It/PRP/nsubj/2 hired=hire/VBD/ROOT/0 her=she/PRP/dobj/2 to/TO/aux/5 buy/VB/advcl/2 it/PRP/dobj/5 and/CC/cc/5 "
      "now/RB/advmod/9 sell/VB/conj/5 it/PRP/dobj/9")),
    ("a word in quotation marks that saves", "save",
     ("They/PRP/nsubj/2 cut/VBD/ROOT/0 it/PRP/dobj/2 to/TO/aux/6 ``/``/punct/6 save/VB/advcl/2 ''/''/punct/6 "
      "on/IN/prep/6 fuel/NN/pobj/8")),
    ("two that told it", "aides",
     ("They/PRP/nsubj/2 cut/VBD/ROOT/0 taxes=tax/NNS/dobj/2 ,/,/punct/3 chiefs=chief/NNS/conj/3 and/CC/cc/2 "
      "aides=aide/NNS/conj/5 told=tell/VBD/conj/2 him/PRP/dobj/8")),
    ("who has a subject beside", "said",
     ("It/PRP/nsubj/2 killed=kill/VBD/ccomp/9 six/CD/nummod/4 men/NNS/dobj/2 ,/,/punct/4 police/NNS/conj/4 ,/,/punct/9 "
      "she/PRP/nsubj/9 said=say/VBD/ROOT/0")),
    ("the last of a list before the verb", "guards",
     ("It/PRP/nsubj/2 killed=kill/VBD/ccomp/8 men/NNS/dobj/2 ,/,/punct/3 and/CC/cc/3 guards=guard/NNS/conj/3 "
      "also/RB/advmod/8 said=say/VBD/ROOT/0")),
    ("a report with its content", "said",
     ("It/PRP/nsubj/2 sank=sink/VBD/ROOT/0 ,/,/punct/2 police/NNS/nsubj/5 said=say/VBD/conj/2 it/PRP/nsubj/7 "
      "burned=burn/VBD/ccomp/5")),
    ("a report behind a conjunction", "said",
     ("It/PRP/nsubj/2 sank=sink/VBD/ROOT/0 ,/,/punct/2 but/CC/cc/2 police/NNS/nsubj/6 said=say/VBD/conj/2 "
      "little/JJ/advmod/6")),
    ("who are let do it", "convoys",
     "They/PRP/nsubj/2 let/VBD/ROOT/0 aid/NN/compound/4 convoys=convoy/NNS/nsubj/5 pass/VB/ccomp/2"),
    ("a verb with names", "hosts",
     ("She/PRP/nsubj/2 hosts=host/VBZ/ROOT/0 Eva/NNP/compound/4/PERSON Holm/NNP/dobj/2/PERSON and/CC/cc/4 "
      "Reed/NNP/conj/4/PERSON")),
    ("a verb behind a preposition without its noun", "hosts",
     ("Clubs=club/NNS/nsubj/5 she/PRP/nsubj/3 plays=play/VBZ/relcl/1 for/IN/prep/3 hosts=host/VBZ/ROOT/0 "
      "Holm/NNP/dobj/5 and/CC/cc/6 Reed/NNP/conj/6 and/CC/cc/5 pays=pay/VBZ/conj/5 them/PRP/dobj/10")),
    ("names behind a comma", "Holm",
     ("She/PRP/nsubj/2 met=meet/VBD/ROOT/0 architects=architect/NNS/dobj/2 ,/,/punct/3 Eva/NNP/compound/6/PERSON "
      "Holm/NNP/appos/3/PERSON and/CC/cc/6 Reed/NNP/conj/6/PERSON")),
    ("one name behind several", "Holm",
     ("She/PRP/nsubj/2 met=meet/VBD/ROOT/0 architects=architect/NNS/dobj/2 Eva/NNP/compound/5/PERSON "
      "Holm/NNP/appos/3/PERSON")),
    ("a sum of some kind", "record",
     ("They/PRP/nsubj/2 paid=pay/VBD/ROOT/0 a/DT/det/7 record/NN/nmod/7 2/CD/compound/6 million/CD/nummod/7 "
      "euros=euro/NNS/dobj/2")),
    ("a verb with one object", "fund",
     ("They/PRP/nsubj/2 raised=raise/VBD/ROOT/0 the/DT/det/7 fund/NN/nmod/7 2/CD/compound/6 million/CD/nummod/7 "
      "euros=euro/NNS/dobj/2")),
    ("a sum that explains", "fine",
     ("They/PRP/nsubj/2 paid=pay/VBD/ROOT/0 a/DT/det/4 fine/NN/dobj/2 ,/,/punct/4 20/CD/nummod/7 "
      "euros=euro/NNS/appos/4")),
    ("an amount of another thing", "towns",
     ("They/PRP/nsubj/2 gave=give/VBD/ROOT/0 the/DT/det/4 towns=town/NNS/dative/2 20/CD/nummod/6 "
      "boats=boat/NNS/dobj/2")),
    ("a particle behind the object", "on",
     "She/PRP/nsubj/2 turned=turn/VBD/ROOT/0 the/DT/det/4 light/NN/dobj/2 on/RP/prt/2"),
    ("a loud question", "WHO",
     "WHO/WP/nsubj/2 SAYS=say/VBZ/ROOT/0 IT/PRP/nsubj/4 IS=be/VBZ/ccomp/2 SAFE/JJ/acomp/4"),
    ("both verbs have the auxiliary", "failed",
     ("Judges=judge/NNS/nsubj/3 had=have/VBD/aux/3 found=find/VBN/ROOT/0 they/PRP/nsubj/6 had=have/VBD/aux/6 "
      "known=know/VBN/ccomp/3 it/PRP/dobj/6 and/CC/cc/3 had=have/VBD/aux/10 failed=fail/VBN/conj/3")),
    ("the verb has a subject", "failed",
     ("Judges=judge/NNS/nsubj/2 found=find/VBD/ROOT/0 they/PRP/nsubj/5 had=have/VBD/aux/5 known=know/VBN/ccomp/2 "
      "it/PRP/dobj/5 and/CC/cc/2 we/PRP/nsubj/10 had=have/VBD/aux/10 failed=fail/VBN/conj/2")),
    ("somebody thinks to do it", "thought",
     "They/PRP/nsubj/4 rose=rise/VBD/ROOT/0 ,/,/punct/2 thought=think/VBD/conj/2 to/TO/aux/6 leave/VB/xcomp/4"),
    ("a subject that is measured", "metres",
     "Two/CD/nummod/2 metres=metre/NNS/nsubj/3 are=be/VBP/ROOT/0 enough/JJ/acomp/3"),
    ("a name beside a description", "winner",
     "The/DT/det/2 winner/NN/nsubj/5 Ana/NNP/compound/4/PERSON Silva/NNP/nsubj/5/PERSON spoke=speak/VBD/ROOT/0"),
    ("a participle without an agent", "tired",
     "She/PRP/nsubj/2 was=be/VBD/ROOT/0 tired=tire/VBN/acomp/2 of/IN/prep/3 tea/NN/pobj/4"),
    ("a clause without its verb", "judge",
     "She/PRP/nsubj/2 made=make/VBD/ROOT/0 him/PRP/nsubj/5 a/DT/det/5 judge/NN/ccomp/2"),
    ("two things", "tea",
     ("It/PRP/nsubj/2 made=make/VBD/ROOT/0 plates=plate/NNS/dobj/2 of/IN/prep/3 gold/NN/pobj/4 and/CC/cc/3 "
      "tea/NN/conj/3")),
    ("the verb of the clause asks for the phrase", "to",
     ("She/PRP/nsubj/2 brought=bring/VBD/ROOT/0 the/DT/det/4 letter/NN/dobj/2 he/PRP/nsubj/6 "
      "sent=send/VBD/relcl/4 to/IN/dative/6 her=she/PRP/pobj/7 on/IN/prep/6 Monday/NNP/pobj/9")),
    ("the verb of the clause asks for it too", "from",
     ("The/DT/det/2 firm/NN/nsubj/3 removed=remove/VBD/ROOT/0 the/DT/det/5 parts=part/NNS/dobj/3 it/PRP/nsubj/7 "
      "bought=buy/VBD/relcl/5 from/IN/prep/7 China/NNP/pobj/8")),
    ("an effect on something", "law",
     ("The/DT/det/2 board/NN/nsubj/3 sent=send/VBD/ROOT/0 the/DT/det/5 changes=change/NNS/dobj/3 it/PRP/nsubj/7 "
      "made=make/VBD/relcl/5 to/IN/prep/7 the/DT/det/10 law/NN/pobj/8")),
    ("a picture from a side", "from",
     ("The/DT/det/2 museum/NN/nsubj/3 removed=remove/VBD/ROOT/0 a/DT/det/5 painting/NN/dobj/3 "
      "depicting=depict/VBG/acl/5 the/DT/det/8 town/NN/dobj/6 from/IN/prep/6 the/DT/det/11 north/NN/pobj/9")),
    ("a purpose", "to",
     ("They/PRP/nsubj/2 delivered=deliver/VBD/ROOT/0 food/NN/dobj/2 needed=need/VBN/acl/3 to/TO/aux/6 "
      "feed/VB/advcl/4 them=they/PRP/dobj/6")),
    ("a verb that moves nothing", "to",
     ("He/PRP/nsubj/2 praised=praise/VBD/ROOT/0 the/DT/det/4 clock/NN/dobj/2 he/PRP/nsubj/6 "
      "made=make/VBD/relcl/4 to/TO/aux/8 order/VB/xcomp/6")),
    ("a thing shown, and a second verb", "took",
     ("She/PRP/nsubj/2 found=find/VBD/ROOT/0 the/DT/det/4 keys=key/NNS/dobj/2 ,/,/punct/2 took=take/VBD/conj/2 "
      "the/DT/det/8 car/NN/dobj/6 and/CC/cc/6 drove=drive/VBD/conj/6 home/NN/advmod/10")),
    ("a noun in the singular", "fell",
     ("Figures=figure/NNS/nsubj/2 show/VBP/ROOT/0 the/DT/det/4 price/NN/nsubj/7 in/IN/prep/4 May/NNP/pobj/5 "
      "fell=fall/VBD/ccomp/2")),
    ("who is made to do it", "say",
     ("The/DT/det/2 boss/NN/nsubj/3 made=make/VBD/ROOT/0 workers=worker/NNS/nsubj/5 say/VB/ccomp/3 "
      "so/RB/advmod/5")),
    ("one subject of two verbs", "ran",
     ("The/DT/det/2 dog/NN/nsubj/3 bit=bite/VBD/ROOT/0 Ana/NNP/appos/3 and/CC/cc/4 Peter/NNP/conj/4/PERSON "
      "and/CC/cc/3 ran=run/VBD/conj/3 away/RB/advmod/8")),
    ("two nouns and a participle", "built",
     ("They/PRP/nsubj/2 praised=praise/VBD/ROOT/0 cars=car/NNS/dobj/2 and/CC/cc/3 trucks=truck/NNS/conj/3 "
      "built=build/VBN/acl/3 in/IN/prep/6 Rome/NNP/pobj/7")),
    ("a clause of time", "make",
     ("Foods=food/NNS/nsubj/3 are=be/VBP/aux/3 shedding=shed/VBG/ROOT/0 their/PRP$/poss/5 reputation/NN/dobj/3 "
      "as/IN/prep/5 eaters=eater/NNS/pobj/6 and/CC/cc/7 chefs=chef/NNS/conj/7 make/VBP/advcl/3 "
      "decisions=decision/NNS/dobj/10")),
    ("two owners", "belonging",
     ("The/DT/det/2 house/NN/nsubjpass/9 belonging=belong/VBG/acl/2 to/IN/prep/3 Ana/NNP/pobj/4 and/CC/cc/5 "
      "Peter/NNP/conj/5/PERSON was=be/VBD/auxpass/9 sold=sell/VBN/ROOT/0")),
    ("an object and a compound", "store",
     ("The/DT/det/2 shop/NN/nsubj/3 sells=sell/VBZ/ROOT/0 milk/NN/nmod/7 and/CC/cc/4 store/NN/conj/4 "
      "brands=brand/NNS/dobj/3")),
    ("nouns in a list", "test",
     ("The/DT/det/2 firm/NN/nsubj/3 plans=plan/VBZ/ROOT/0 to/TO/aux/5 make/VB/xcomp/3 phones=phone/NNS/dobj/5 "
      ",/,/punct/6 cameras=camera/NNS/conj/6 and/CC/cc/8 test/NN/compound/11 equipment/NN/conj/8")),
    ("the noun has a verb of its own", "supplies",
     ("They/PRP/nsubj/2 needed=need/VBD/ROOT/0 to/TO/aux/4 rest/VB/xcomp/2 and/CC/cc/4 water/NN/compound/7 "
      "supplies=supply/NNS/conj/4 ran=run/VBD/conj/2 out/RP/prt/8")),
    ("who is led", "believe",
     ("The/DT/det/2 king/NN/nsubjpass/4 was=be/VBD/auxpass/4 led=lead/VBN/ROOT/0 to/TO/aux/6 believe/VB/xcomp/4 "
      "the/DT/det/8 lie/NN/dobj/6")),
    ("who leads", "win",
     "She/PRP/nsubj/2 led=lead/VBD/ROOT/0 to/TO/aux/4 win/VB/xcomp/2"),
    ("a sitter", "sat",
     ("The/DT/det/2 man/NN/nsubj/3 sat=sit/VBD/ROOT/0 in/IN/prep/3 the/DT/det/6 chair/NN/pobj/4 "
      "was=be/VBD/advcl/3 old/JJ/acomp/7")),
    ("a past with its object", "bought",
     ("She/PRP/nsubj/2 reads=read/VBZ/ROOT/0 books=book/NNS/dobj/2 ,/,/punct/3 given=give/VBN/acl/3 "
      "to/IN/dative/5 her=she/PRP/pobj/6 by/IN/agent/5 friends=friend/NNS/pobj/8 ,/,/punct/2 and/CC/cc/2 "
      "bought=buy/VBD/conj/2 a/DT/det/14 lamp/NN/dobj/12")),
    ("a verb that needs no object", "worked",
     ("He/PRP/nsubj/2 lives=live/VBZ/ROOT/0 in/IN/prep/2 a/DT/det/5 house/NN/pobj/3 built=build/VBN/acl/5 "
      "by/IN/agent/6 his/PRP$/poss/9 father/NN/pobj/7 and/CC/cc/2 worked=work/VBD/conj/2 in/IN/prep/11 "
      "Leeds/NNPS/pobj/12")),
    ("an order", "try",
     ("If/IN/mark/3 it/PRP/nsubj/3 seems=seem/VBZ/advcl/7 to/TO/aux/5 fail/VB/xcomp/3 ,/,/punct/7 try/VB/ROOT/0 "
      "again/RB/advmod/7")),
    ("a finite verb", "left",
     ("They/PRP/nsubj/2 came=come/VBD/ROOT/0 to/TO/aux/4 see/VB/advcl/2 it/PRP/dobj/4 and/CC/cc/4 "
      "left=leave/VBD/conj/4")),
    ("a noun before the verb", "help",
     ("Text/NN/nsubj/5 help/NN/conj/5 file/NN/dobj/2 should/MD/aux/5 follow/VB/ROOT/0")),
    ("a noun that nothing joins to the verb", "help",
     ("It/PRP/nsubj/3 should/MD/aux/3 follow/VB/ROOT/0 the/DT/det/5 format/NN/dobj/3 of/IN/prep/5 help/NN/conj/3 "
      "files=file/NNS/dobj/7")),
    ("a name taken for a verb", "Vim",
     ("It/PRP/nsubj/2 copies=copy/VBZ/ROOT/0 text/NN/dobj/2 and/CC/cc/3 starts=start/NNS/conj/3 Vim/VBP/conj/2")),
    ("two things done", "lose",
     ("They/PRP/nsubj/2 find=find/VBP/ROOT/0 tools=tool/NNS/dobj/2 and/CC/cc/2 lose/VB/ccomp/2 them/PRP/dobj/5")),
    ("a verb that shows nothing", "fall",
     ("It/PRP/nsubj/2 makes=make/VBZ/ROOT/0 prices=price/NNS/dobj/2 fall/VB/ccomp/2")),
]  # fmt: skip


@pytest.mark.parametrize(("repair", "word", "head", "dependency", "written"), MENDED)
def test_error_is_put_right(repair: str, word: str, head: str, dependency: str, written: str) -> None:
    parse = parse_of(parsed(written))
    (mended,) = [token for token in parse if token.text == word]
    assert (mended.head.text, mended.dep_) == (head, dependency)
    assert parse.repaired[mended.i] == repair
    assert set(parse.repaired.values()) == {repair}
    assert mended.head is mended or mended in mended.head.children
    assert all(token in token.head.children for token in parse if token.head is not token)


@pytest.mark.parametrize(("word", "written"), [pytest.param(*case[1:], id=case[0]) for case in LEFT])
def test_what_only_looks_like_an_error_is_left(word: str, written: str) -> None:
    parse = parse_of(parsed(written))
    assert word in [token.text for token in parse]
    assert parse.repaired == {}


def test_base_form_is_its_own_lemma() -> None:
    parse = parse_of(parsed("He/PRP/nsubj/3 will/MD/aux/3 found=find/VBN/ROOT/0 a/DT/det/5 bank/NN/dobj/3"))
    assert (parse[2].lemma_, parse[2].tag_) == ("found", "VB")


def test_every_repair_is_tested() -> None:
    assert list(dict.fromkeys(repair for repair, *_ in MENDED)) == list(REPAIRS)
