"""Units of measure, by the codes of UCUM (the Unified Code for Units of Measure), and the words and signs for them.

What UCUM has no one code for ("tons", "gallons", which differ by country) has the word in braces, as UCUM writes
annotations. Units of time are not here: "two hours" is a time.
"""

import typing as t

_WORDS: t.Final[t.Mapping[str, str]] = {
    "mm": "millimeter millimeters millimetre millimetres",
    "cm": "centimeter centimeters centimetre centimetres",
    "m": "meter meters metre metres",
    "km": "kilometer kilometers kilometre kilometres",
    "[in_i]": "inch inches",
    "[ft_i]": "foot feet",
    "[yd_i]": "yard yards",
    "[mi_i]": "mile miles",
    "[nmi_i]": "nautical_mile nautical_miles",
    "[ly]": "light_year light_years light-year light-years",
    "m2": "square_meter square_meters square_metre square_metres sq_m sq._m sq_meters sq_metres",
    "km2": "square_kilometer square_kilometers square_kilometre square_kilometres sq_km sq._km",
    "[sft_i]": "square_foot square_feet sq_ft sq._ft",
    "[smi_us]": "square_mile square_miles sq_mi sq._mi",
    "har": "hectare hectares",
    "[acr_us]": "acre acres",
    "m3": "cubic_meter cubic_meters cubic_metre cubic_metres",
    "[cft_i]": "cubic_foot cubic_feet",
    "mL": "milliliter milliliters millilitre millilitres",
    "L": "liter liters litre litres",
    "{gallon}": "gallon gallons",
    "[bbl_us]": "barrel barrels",
    "mg": "milligram milligrams",
    "ug": "microgram micrograms",
    "g": "gram grams gramme grammes",
    "kg": "kilogram kilograms kilogramme kilogrammes kilo kilos",
    "t": "tonne tonnes metric_ton metric_tons",
    "{ton}": "ton tons",
    "[oz_av]": "ounce ounces",
    "[lb_av]": "lb lbs pound pounds",
    "Cel": "degree_celsius degrees_celsius degrees_centigrade degrees_c celsius",
    "[degF]": "degree_fahrenheit degrees_fahrenheit degrees_f fahrenheit",
    "{degree}": "degree degrees",
    "W": "watt watts",
    "kW": "kilowatt kilowatts",
    "MW": "megawatt megawatts",
    "GW": "gigawatt gigawatts",
    "kW.h": "kilowatt_hour kilowatt_hours kilowatt-hour kilowatt-hours",
    "MW.h": "megawatt_hour megawatt_hours megawatt-hour megawatt-hours",
    "GW.h": "gigawatt_hour gigawatt_hours gigawatt-hour gigawatt-hours",
    "TW.h": "terawatt_hour terawatt_hours terawatt-hour terawatt-hours",
    "[HP]": "horsepower hp",
    "J": "joule joules",
    "cal": "calorie calories",
    "kcal": "kilocalorie kilocalories",
    "V": "volt volts",
    "Hz": "hertz",
    "kHz": "kilohertz",
    "MHz": "megahertz",
    "GHz": "gigahertz",
    "dB": "decibel decibels",
    "By": "byte bytes",
    "kBy": "kilobyte kilobytes",
    "MBy": "megabyte megabytes",
    "GBy": "gigabyte gigabytes",
    "TBy": "terabyte terabytes",
    "mSv": "millisievert millisieverts",
    "km/h": "kmh kph",
    "[mi_i]/h": "mph",
    "[kn_i]": "knot knots",
}
_SIGNS: t.Final[t.Mapping[str, str]] = {
    "mm": "mm", "cm": "cm", "m": "m", "km": "km", "ft": "[ft_i]", "yd": "[yd_i]", "mi": "[mi_i]",
    "m²": "m2", "m2": "m2", "km²": "km2", "km2": "km2", "ha": "har", "m³": "m3", "m3": "m3", "ml": "mL", "mL": "mL",
    "L": "L", "mg": "mg", "µg": "ug", "g": "g", "kg": "kg", "t": "t", "oz": "[oz_av]", "°": "{degree}",
    "°C": "Cel", "° C": "Cel", "ºC": "Cel", "°F": "[degF]", "° F": "[degF]", "ºF": "[degF]",
    "W": "W", "kW": "kW", "KW": "kW", "MW": "MW", "GW": "GW", "kWh": "kW.h", "MWh": "MW.h", "GWh": "GW.h",
    "TWh": "TW.h", "kJ": "kJ", "V": "V", "kV": "kV", "Hz": "Hz", "kHz": "kHz", "MHz": "MHz", "GHz": "GHz", "dB": "dB",
    "KB": "kBy", "kB": "kBy", "MB": "MBy", "GB": "GBy", "TB": "TBy", "mSv": "mSv", "km/h": "km/h",
    "m/s": "m/s", "lb": "[lb_av]", "lbs": "[lb_av]",
}  # fmt: skip
RATE_CODES: t.Final[t.Mapping[str, str]] = {
    "second": "s",
    "minute": "min",
    "hour": "h",
    "day": "d",
    "week": "wk",
    "month": "mo",
    "year": "a",
    "liter": "L",
    "litre": "L",
    "gallon": "{gallon}",
    "kilogram": "kg",
    "hectare": "har",
    "acre": "[acr_us]",
    "kilometer": "km",
    "kilometre": "km",
    "mile": "[mi_i]",
}
"""What a measure can be counted per: "barrels a day", "miles per gallon"."""

UNITS: t.Final[t.Mapping[str, str]] = {
    word.replace("_", " "): code for code, words in _WORDS.items() for word in words.split()
}
"""The code of each word or phrase in lower case."""
SIGNS: t.Final[t.Mapping[str, str]] = _SIGNS
"""The code of each sign, where case counts: MW is no mW."""
SHARES: t.Final[t.Mapping[str, str]] = {
    "%": "%",
    "percent": "%",
    "per cent": "%",
    "pct": "%",
    "percentage point": "{percentage point}",
    "percentage points": "{percentage point}",
    "basis point": "{basis point}",
    "basis points": "{basis point}",
}
