"""Currencies by their ISO 4217 codes, and the signs and words for them.

Words that several countries use ("pesos") have a code only with the country's adjective; alone they stay words in
braces. A lone "$" or "dollars" means the US dollar, since news texts say so where they mean another.
"""

import re
import typing as t

from kg.lexicon import measures, value

SIGNS: t.Final[t.Mapping[str, str]] = {
    "$": "USD", "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD",
    "S$": "SGD", "NT$": "TWD", "MX$": "MXN", "R$": "BRL", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW",
    "₽": "RUB", "₺": "TRY", "₪": "ILS", "₴": "UAH", "₦": "NGN", "₱": "PHP", "฿": "THB", "₫": "VND",
    "Rs": "INR", "Rs.": "INR",
}  # fmt: skip
NAMES: t.Final = {name: code.partition(" ")[0] for name, code in value("currency").items()}
"""The code of each word or phrase in lower case."""
CODES: t.Final = frozenset(code for code in (*NAMES.values(), *SIGNS.values()) if code.isalpha())
NAMES_OF_MORE: t.Final = measures("currency", "common")
"""Names of currencies that are weights, verbs or adjectives too: money where the entity recogniser says so."""
DOLLARS_OF: t.Final[t.Mapping[str, str]] = {
    name.removesuffix(" dollar"): code for name, code in NAMES.items() if name.endswith(" dollar")
}
"""What may stand behind a lone "$" amount and say whose dollars: "$20 Canadian"."""
BEFORE: t.Final = re.compile(
    f"(?P<code>{'|'.join(sorted(CODES))}) ?|(?P<sign>{'|'.join(re.escape(s) for s in sorted(SIGNS, reverse=True))}) ?"
)
