"""Units of measure, by the codes of UCUM (the Unified Code for Units of Measure), and the words and signs for them.

What UCUM has no one code for ("tons", "gallons", which differ by country) has the word in braces, as UCUM writes
annotations. Units of time are not here: "two hours" is a time.
"""

import typing as t

from kg.lexicon import measures, value
from kg.lexicon.numerals import time_units

_SIGN: t.Final = "sign "
_TIMES: t.Final = frozenset(time_units())
SHARES: t.Final[t.Mapping[str, str]] = {
    "%": "%",
    **{word: code for word, code in value("unit").items() if code == "%" or code.endswith(" point}")},
}
SIGNS: t.Final[t.Mapping[str, str]] = {
    sign: value("unit")[sign].removeprefix(_SIGN) for sign in measures("unit", "sign")
}
"""The code of each sign, where case counts: MW is no mW."""
UNITS: t.Final[t.Mapping[str, str]] = {
    word: code for word, code in value("unit").items() if word not in {*SHARES, *SIGNS, *_TIMES}
}
"""The code of each word or phrase in lower case."""
RATE_CODES: t.Final[t.Mapping[str, str]] = {
    **{word: unit.code for word, unit in time_units().items() if unit.code},
    **{word: code for word, code in UNITS.items() if not word.endswith("s")},
}
"""What a measure can be counted per: "barrels a day", "miles per gallon"."""
