"""Units of measure by the codes of UCUM, currencies by those of ISO 4217, and the words and signs for them.

A unit without a single code ("tons", "pesos", which differ by country) has the word in braces, as in the annotations
of UCUM (the Unified Code for Units of Measure). A bare "$" or "dollars" is the US dollar, since news texts specify
any other. Units of time are not here: "two hours" is a time.
"""

import re
import typing as t

from kg.lexicon import measures, value
from kg.lexicon.numerals import time_units

SHARES: t.Final[t.Mapping[str, str]] = {
    "%": "%",
    **{word: code for word, code in value("unit").items() if code == "%" or code.endswith(" point}")},
}
SIGNS: t.Final[t.Mapping[str, str]] = {
    sign: value("unit")[sign].removeprefix("sign ") for sign in sorted(measures("unit", "sign"))
}
"""The code of each sign, case-sensitive: MW is not mW."""
UNITS: t.Final[t.Mapping[str, str]] = {
    word: code for word, code in value("unit").items() if word not in {*SHARES, *SIGNS, *time_units()}
}
"""The code of each word or phrase in lower case."""
RATE_CODES: t.Final[t.Mapping[str, str]] = {
    **{word: unit.code for word, unit in time_units().items() if unit.code},
    **{word: code for word, code in UNITS.items() if not word.endswith("s")},
}
"""The units that a measure can be counted per: "barrels a day", "miles per gallon"."""
CURRENCY_SIGNS: t.Final[t.Mapping[str, str]] = {
    "$": "USD", "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD",
    "S$": "SGD", "NT$": "TWD", "MX$": "MXN", "R$": "BRL", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW",
    "₽": "RUB", "₺": "TRY", "₪": "ILS", "₴": "UAH", "₦": "NGN", "₱": "PHP", "฿": "THB", "₫": "VND",
    "Rs": "INR", "Rs.": "INR", "R": "ZAR", "RM": "MYR", "Sh": "{shilling}", "Dh": "{dirham}",
}  # fmt: skip
CURRENCIES: t.Final = {name: code.partition(" ")[0] for name, code in value("currency").items()}
"""The code of each word or phrase in lower case."""
BEFORE: t.Final = {
    **{name: code for name, code in CURRENCIES.items() if name.endswith("s") and " " not in name},
    **{f"{sign.removesuffix('$')}dollars": code for sign, code in CURRENCY_SIGNS.items() if sign.endswith("$")},
    **CURRENCY_SIGNS,
}
"""The code of what can precede a number: a sign, or a word that some agencies use for it ("dollars 5m")."""
CURRENCY_CODES: t.Final = frozenset(code for code in (*CURRENCIES.values(), *CURRENCY_SIGNS.values()) if code.isalpha())
COMMON_CURRENCIES: t.Final = measures("currency", "common")
"""Names of currencies that are also weights, verbs or adjectives: money if the entity recogniser says so."""
DOLLARS_OF: t.Final[t.Mapping[str, str]] = {
    name.removesuffix(" dollar"): code for name, code in CURRENCIES.items() if name.endswith(" dollar")
}
"""The words that may follow an amount with a bare "$" and specify it: "$20 Canadian"."""
_CODE, _CURRENCY_SIGN = sorted(CURRENCY_CODES), map(re.escape, sorted(BEFORE, reverse=True))
NO_RAND: t.Final = r"(?!R ?\d{1,3}(?![\d.,]*\w| [bmt]r?illion))"
"""A pattern that fails at the name of a road or a rule: "the *R20*", but not at "R20bn"."""
CURRENCY_BEFORE: t.Final = re.compile(rf"(?P<code>{'|'.join(_CODE)}) ?|{NO_RAND}(?P<sign>{'|'.join(_CURRENCY_SIGN)}) ?")
