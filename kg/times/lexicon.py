"""The words of the calendar and of counting, and what they mean."""

import typing as t

MONTHS: t.Final[t.Mapping[str, int]] = {
    word: number
    for number, words in enumerate(
        (
            "january jan jan.",
            "february feb feb.",
            "march mar mar.",
            "april apr apr.",
            "may",
            "june jun jun.",
            "july jul jul.",
            "august aug aug.",
            "september sep sep. sept sept.",
            "october oct oct.",
            "november nov nov.",
            "december dec dec.",
        ),
        start=1,
    )
    for word in words.split()
}
WEEKDAYS: t.Final[t.Mapping[str, int]] = {
    word: number
    for number, words in enumerate(
        (
            "monday mon mon.",
            "tuesday tue tue. tues tues.",
            "wednesday wed wed.",
            "thursday thu thu. thur thurs thurs.",
            "friday fri fri.",
            "saturday sat sat.",
            "sunday sun sun.",
        )
    )
    for word in words.split()
}
WEEKDAY_PLURALS: t.Final[t.Mapping[str, int]] = {
    f"{word}s": number for word, number in WEEKDAYS.items() if word.endswith("day")
}
NAMES_OF_MORE: t.Final = frozenset(
    {"may", "march", "mar", "jan", "april", "june", "august", "sat", "sun", "fri", "wed"}
)
"""Names of months and weekdays that are also verbs, other nouns or given names."""

SEASONS: t.Final[t.Mapping[str, str]] = {
    "spring": "SP",
    "springtime": "SP",
    "summer": "SU",
    "summertime": "SU",
    "autumn": "FA",
    "fall": "FA",
    "winter": "WI",
    "wintertime": "WI",
}
PARTS_OF_DAY: t.Final[t.Mapping[str, str]] = {
    "dawn": "MO",
    "morning": "MO",
    "lunchtime": "MI",
    "midday": "MI",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
}
UNITS: t.Final[t.Mapping[str, str]] = {
    word: unit
    for unit, words in {
        "second": "second seconds sec secs",
        "minute": "minute minutes min mins",
        "hour": "hour hours hr hrs",
        "day": "day days",
        "night": "night nights",
        "week": "week weeks wk wks",
        "weekend": "weekend weekends",
        "fortnight": "fortnight fortnights",
        "month": "month months mo mos",
        "quarter": "quarter quarters",
        "year": "year years yr yrs",
        "decade": "decade decades",
        "century": "century centuries",
        "millennium": "millennium millennia millenniums",
    }.items()
    for word in words.split()
}
PLURAL_UNITS: t.Final = frozenset(word for word in UNITS if word.endswith("s") or word == "millennia")
CALENDAR_UNITS: t.Final[t.Mapping[str, str]] = {
    word: unit
    for word, unit in UNITS.items()
    if word == unit and unit in {"day", "week", "weekend", "month", "quarter", "year", "decade", "century"}
} | {"season": "season"}
DURATION_CODES: t.Final[t.Mapping[str, str]] = {
    "second": "PT{}S",
    "minute": "PT{}M",
    "hour": "PT{}H",
    "day": "P{}D",
    "night": "P{}N",
    "week": "P{}W",
    "weekend": "P{}WE",
    "fortnight": "P{}W",
    "month": "P{}M",
    "quarter": "P{}Q",
    "year": "P{}Y",
    "decade": "P{}DE",
    "century": "P{}CE",
    "millennium": "P{}ML",
}
SET_CODES: t.Final[t.Mapping[str, str]] = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "biweekly": "P2W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "yearly": "P1Y",
    "annual": "P1Y",
    "annually": "P1Y",
    "hourly": "PT1H",
    "biennial": "P2Y",
    "biennially": "P2Y",
}
WHICH: t.Final[t.Mapping[str, int]] = {
    "last": -1,
    "past": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
}
"""Which unit, counted from the one that holds the document's date."""

BESIDE: t.Final[t.Mapping[str, int]] = {
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "same": 0,
    "that": 0,
    "following": 1,
    "next": 1,
    "ensuing": 1,
}
"""Which unit, counted from the one that the text mentioned last."""

ONES: t.Final[t.Mapping[str, int]] = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
} | {"a": 1, "an": 1, "dozen": 12}
TENS: t.Final[t.Mapping[str, int]] = {
    word: 10 * number
    for number, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
SCALES: t.Final[t.Mapping[str, int]] = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
VAGUE_NUMBERS: t.Final = frozenset({"several", "few", "many", "couple", "dozens", "hundreds", "thousands", "numerous"})
ORDINALS: t.Final[t.Mapping[str, int]] = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        start=1,
    )
} | {"twenty-first": 21}
DECADES: t.Final[t.Mapping[str, int]] = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}
THIRDS: t.Final[t.Mapping[str, str]] = {
    "early": "START",
    "beginning": "START",
    "start": "START",
    "mid": "MID",
    "middle": "MID",
    "late": "END",
    "end": "END",
}
RELATIVE_DAYS: t.Final[t.Mapping[str, int]] = {"yesterday": -1, "today": 0, "tomorrow": 1}
REFERENCES: t.Final[t.Mapping[str, str]] = {
    "now": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "presently": "PRESENT_REF",
    "recently": "PAST_REF",
    "lately": "PAST_REF",
    "formerly": "PAST_REF",
    "previously": "PAST_REF",
    "soon": "FUTURE_REF",
    "shortly": "FUTURE_REF",
}
