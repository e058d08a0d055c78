"""Currencies by their ISO 4217 codes, and the signs and words for them.

Words that several countries use ("pesos") have a code only with the country's adjective; alone they stay words in
braces. A lone "$" or "dollars" means the US dollar, since news texts say so where they mean another.
"""

import re
import typing as t

SIGNS: t.Final[t.Mapping[str, str]] = {
    "$": "USD", "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD",
    "S$": "SGD", "NT$": "TWD", "MX$": "MXN", "R$": "BRL", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW",
    "₽": "RUB", "₺": "TRY", "₪": "ILS", "₴": "UAH", "₦": "NGN", "₱": "PHP", "฿": "THB", "₫": "VND",
    "Rs": "INR", "Rs.": "INR",
}  # fmt: skip
CODES: t.Final = frozenset(
    [
        "AED",
        "ARS",
        "AUD",
        "BDT",
        "BRL",
        "CAD",
        "CHF",
        "CLP",
        "CNY",
        "COP",
        "CZK",
        "DKK",
        "EGP",
        "EUR",
        "GBP",
        "HKD",
        "HUF",
        "IDR",
        "ILS",
        "INR",
        "IRR",
        "ISK",
        "JPY",
        "KES",
        "KRW",
        "KZT",
        "MAD",
        "MXN",
        "MYR",
        "NGN",
        "NOK",
        "NZD",
        "PEN",
        "PHP",
        "PKR",
        "PLN",
        "QAR",
        "RON",
        "RSD",
        "RUB",
        "SAR",
        "SEK",
        "SGD",
        "THB",
        "TRY",
        "TWD",
        "UAH",
        "USD",
        "VND",
        "ZAR",
    ]
)
_WORDS: t.Final[t.Mapping[str, str]] = {
    "USD": "dollar dollars",
    "EUR": "euro euros",
    "JPY": "yen",
    "CNY": "yuan renminbi",
    "INR": "rupee rupees",
    "RUB": "ruble rubles rouble roubles",
    "UAH": "hryvnia hryvnias",
    "PLN": "zloty zlotys",
    "ILS": "shekel shekels",
    "TRY": "lira liras",
    "HUF": "forint forints",
    "THB": "baht",
    "ZAR": "rand",
    "VND": "dong",
    "NGN": "naira",
    "BRL": "real reais",
    "MYR": "ringgit",
    "BDT": "taka",
    "GBP": "pound_sterling pounds_sterling pound pounds quid",
    "{peso}": "peso pesos",
    "{franc}": "franc francs",
    "{krone}": "krone kroner",
    "{krona}": "krona kronor",
    "{won}": "won",
    "{dinar}": "dinar dinars",
    "{dirham}": "dirham dirhams",
    "{riyal}": "riyal riyals",
    "{rial}": "rial rials",
    "{shilling}": "shilling shillings",
    "{rupiah}": "rupiah",
    "{cent}": "cent cents",
}
_OF_COUNTRIES: t.Final[t.Mapping[str, str]] = {
    "USD": "us_dollar u.s._dollar american_dollar",
    "AUD": "australian_dollar",
    "CAD": "canadian_dollar",
    "NZD": "new_zealand_dollar",
    "HKD": "hong_kong_dollar",
    "SGD": "singapore_dollar singaporean_dollar",
    "TWD": "taiwan_dollar taiwanese_dollar",
    "GBP": "british_pound",
    "EGP": "egyptian_pound",
    "MXN": "mexican_peso",
    "ARS": "argentine_peso",
    "CLP": "chilean_peso",
    "COP": "colombian_peso",
    "PHP": "philippine_peso",
    "CHF": "swiss_franc",
    "DKK": "danish_krone danish_kroner",
    "NOK": "norwegian_krone norwegian_kroner",
    "SEK": "swedish_krona swedish_kronor",
    "ISK": "icelandic_krona",
    "KRW": "korean_won south_korean_won",
    "KES": "kenyan_shilling",
    "SAR": "saudi_riyal",
    "QAR": "qatari_riyal",
    "IRR": "iranian_rial",
    "PKR": "pakistani_rupee",
    "INR": "indian_rupee",
    "RSD": "serbian_dinar",
    "AED": "uae_dirham emirati_dirham",
    "MAD": "moroccan_dirham",
    "JPY": "japanese_yen",
    "CNY": "chinese_yuan",
    "RUB": "russian_ruble russian_rouble",
    "TRY": "turkish_lira",
    "IDR": "indonesian_rupiah",
    "CZK": "czech_koruna czech_crown",
}
NAMES: t.Final[t.Mapping[str, str]] = {
    form: code
    for words in (_WORDS, _OF_COUNTRIES)
    for code, names in words.items()
    for name in names.split()
    for form in {name.replace("_", " "), name.replace("_", " ") + ("s" if "_" in name else "")}
}
"""The code of each word or phrase in lower case."""
NAMES_OF_MORE: t.Final = frozenset({"pound", "pounds", "won", "real", "rand", "cent", "cents"})
"""Names of currencies that are weights, verbs or adjectives too: money where the entity recogniser says so."""
DOLLARS_OF: t.Final[t.Mapping[str, str]] = {
    "us": "USD",
    "u.s.": "USD",
    "australian": "AUD",
    "canadian": "CAD",
    "american": "USD",
}
"""What may stand behind a lone "$" amount and say whose dollars: "$20 Canadian"."""
BEFORE: t.Final = re.compile(
    f"(?P<code>{'|'.join(sorted(CODES))}) ?|(?P<sign>{'|'.join(re.escape(s) for s in sorted(SIGNS, reverse=True))}) ?",
)
