"""Labels that break programs, and a graph in which each is used for an entity, a relation, a document and more."""

import typing as t
from datetime import date

from kg.identifiers import digest
from kg.model import Claim, Document, Entity, Evidence, Graph, Literal, Mention, Qualifier, Span, Statement, Time

LABELS: t.Final[dict[str, str]] = {
    # special characters of quoting and escaping
    "double quote": 'the "Old" Mill',
    "single quote": "O'Hara's",
    "three quotes": '"""',
    "ends with a quote": 'he said "no"',
    "backslash": "C:\\new\\table",
    "ends with a backslash": "C:\\",
    "escape of Turtle": '\\u0041\\n\\"',
    "escape of a local name": "caf\\'e",
    "backtick": "`id`",
    "curly quotes": "“quoted” ‘so’",
    # white space and line breaks
    "line feed": "two\nlines",
    "carriage return": "two\rlines",
    "both": "two\r\nlines",
    "tab": "a\tb",
    "line separators": "a\u2028b\u2029c",
    "next line": "a\x85b",
    "no-break space": "10\u00a0km",
    "spaces around": "  a  ",
    "one space": " ",
    "nothing": "",
    "zero width": "a\u200bb\ufeffc",
    # characters that are invalid in IRIs or prefixed names
    "brackets": "<b>bold</b>",
    "braces": "{x|y}^z",
    "everything an IRI must not have": '<>"{}|^`\\ ',
    "percent": "50%",
    "percent encoding": "a%20b",
    "broken percent encoding": "100%zz%2",
    "trailing dot": "U.S.",
    "dots": "...",
    "one dot": ".",
    "two dots": "..",
    "leading dash": "-1",
    "leading digit": "3M",
    "only digits": "2024",
    "superscript": "x²",
    "underscores": "wind_down",
    "colon": "kge:Oslo",
    "blank node": "_:b0",
    "an IRI": "https://example.org/a?b=c#d",
    "slashes": "a/b//../c",
    "hash": "C#",
    "plus": "C++",
    "ampersand": "AT&T &amp; Co",
    "at sign": "me@example.org",
    "language tag": "chat@fr",
    "datatype": "1^^xsd:integer",
    "comment": "# no comment",
    "end of a statement": "x . } GRAPH <urn:x:y> { <a> <b> <c>",
    "variable": "$name ?name",
    "looks like made safe": "US-abcdefghijklmnop",
    # special in pages, spreadsheets and shells
    "script": "</script><img src=x onerror=alert(1)>",
    "comment of HTML": "<!-- x --> ]]>",
    "formula": "=1+1",
    "shell": "$(rm -rf ~); `id`",
    # writing systems
    "umlauts": "Söhne & Æther",
    "Hindi": "नरेन्द्र मोदी",
    "Thai": "กรุงเทพมหานคร",
    "Arabic": "الجزيرة",
    "Hebrew with marks": "שָׁלוֹם",
    "direction override": "\u202eevil\u202c",
    "isolates": "\u2066a\u2069",
    "Chinese": "北京市",
    "Tamil": "தமிழ்",
    "Georgian and Cherokee": "ქართული ᏣᎳᎩ",
    "emoji": "🌊",
    "emoji joined": "👩\u200d🚀 and 🇳🇴",
    "composed": "Caf\u00e9",
    "decomposed": "Cafe\u0301",
    "only a mark": "\u0301",
    "ligature and full width": "ﬁ Ａ",
    "beyond the plane": "𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
    "tags of plane 14": "a\U000e0100b",
    "private use": "\ue000\U0010d800",
    "noncharacters": "\ufffe\uffff\U0010ffff",
    # content that files should not have
    "long": "x" * 5_000,
    "long with spaces": "long word " * 500,
    "controls": "".join(map(chr, range(1, 32))) + "\x7f\x9f",
    "escape sequence": "\x1b[31mred\x1b[0m",
    "NUL": "a\0b",
    "lone surrogate": "a\ud800b",
    "surrogates the wrong way round": "\udc00\ud800",
    "a surrogate and what stands for it": "\ude00\ud83d and \U0010d83d\\",
    "NUL and what stands for it": "\0 and \U00100000",
    "file name that is no UTF-8": "caf\udce9",
    "terms of ours": "Statement",
}

NO_XML: t.Final = frozenset({"controls", "escape sequence", "noncharacters"})
"""Labels with characters that XML 1.0 cannot represent."""
NO_XML_NAME: t.Final = frozenset({"leading dash", "only digits", "superscript"})
"""Labels that cannot be names of XML 1.0 elements, when they are relations."""


def hostile_graph(labels: t.Iterable[str]) -> Graph:
    """Return a graph in which each label is used for a document, an entity, a relation, a type and everything else."""
    parts = [_part(label) for label in sorted(set(labels))]
    return Graph(
        tuple(sorted((document for document, _, _ in parts), key=lambda document: document.id)),
        tuple(sorted((entity for _, entity, _ in parts), key=lambda entity: entity.id)),
        tuple(sorted((statement for _, _, statement in parts), key=lambda statement: statement.id)),
    )


def _part(label: str) -> tuple[Document, Entity, Statement]:
    text = f"{label} met {label} on the day {label}."
    document = Document(label, text, label, date(2024, 6, 1), label, "en")
    size = len(label)
    subject = Mention(Span(label, 0, size + 4), text[: size + 4], 0, "name", f"type {label}")
    object_ = Mention(
        Span(label, size + 1, 2 * size + 6),
        text[size + 1 : 2 * size + 6],
        size + 1,
        "value",
        "Value",
        Literal(label, unit=label),
    )
    place = Mention(Span(label, size + 5, len(text)), text[size + 5 :], size + 5, "name", "Place")
    claim = Claim(
        subject,
        label or "be",
        object_,
        Evidence(Span(label, 0, len(text)), label, label, 0.5),
        time=Time(label, None, None, "set", label),
        qualifiers=(Qualifier(label, place),),
    )
    id_ = label or "nothing"
    entity = Entity(id_, label, f"type {label}", (f"{label} Ltd",), ((subject,), (place,)), (f"link {label}",))
    value = Literal(label, unit=label)
    statement = Statement(
        f"{digest(label)} {label}", id_, claim.relation, value, False, "asserted", None, None, claim.time, (claim,)
    )
    return document, entity, statement
