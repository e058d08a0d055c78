"""Units of measure, by the codes of UCUM (the Unified Code for Units of Measure), and the words and signs for them.

What UCUM has no one code for ("tons", "gallons", which differ by country) has the word in braces, as UCUM writes
annotations. Units of time are not here: "two hours" is a time.
"""

import typing as t

from kg.lexicon import value

UNITS: t.Final = value("unit")
"""The code of each word or phrase in lower case."""
SIGNS: t.Final[t.Mapping[str, str]] = {
    "mm": "mm", "cm": "cm", "m": "m", "km": "km", "ft": "[ft_i]", "yd": "[yd_i]", "mi": "[mi_i]",
    "m²": "m2", "m2": "m2", "km²": "km2", "km2": "km2", "ha": "har", "m³": "m3", "m3": "m3", "ml": "mL", "mL": "mL",
    "L": "L", "mg": "mg", "µg": "ug", "g": "g", "kg": "kg", "t": "t", "oz": "[oz_av]", "°": "{degree}",
    "°C": "Cel", "° C": "Cel", "ºC": "Cel", "°F": "[degF]", "° F": "[degF]", "ºF": "[degF]",
    "W": "W", "kW": "kW", "KW": "kW", "MW": "MW", "GW": "GW", "kWh": "kW.h", "MWh": "MW.h", "GWh": "GW.h",
    "TWh": "TW.h", "kJ": "kJ", "V": "V", "kV": "kV", "Hz": "Hz", "kHz": "kHz", "MHz": "MHz", "GHz": "GHz", "dB": "dB",
    "KB": "kBy", "kB": "kBy", "MB": "MBy", "GB": "GBy", "TB": "TBy", "mSv": "mSv", "km/h": "km/h",
    "m/s": "m/s", "lb": "[lb_av]", "lbs": "[lb_av]",
}  # fmt: skip
"""The code of each sign, where case counts: MW is no mW."""
TIME_CODES: t.Final[t.Mapping[str, str]] = {
    "second": "s", "minute": "min", "hour": "h", "day": "d", "week": "wk", "month": "mo", "year": "a",
}  # fmt: skip
RATE_CODES: t.Final[t.Mapping[str, str]] = {
    **{word: TIME_CODES[word] for word, unit in value("time-unit").items() if word == unit and word in TIME_CODES},
    **{word: code for word, code in UNITS.items() if not word.endswith("s")},
}
"""What a measure can be counted per: "barrels a day", "miles per gallon"."""
SHARES: t.Final[t.Mapping[str, str]] = {"%": "%", **value("share")}
