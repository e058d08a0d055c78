// A small graph as data.py writes it, for the tests of the page's script.
import { opened } from "../../kg/page/script/model.js";

export const text = "Ada met Bo. Ada did not meet Bo. Cleo sold tea. Bo likes Ada. Bo may know Dan. Dan resigned. Dan did not resign.";
const sentences = text.match(/[^.]+\./g);
const starts = sentences.map((sentence) => text.indexOf(sentence.trim()));
const DAY = { y1997: [9862, 10226], june: [19875, 19904] };

function row(place, { from = 0, to = 1, relation = 0, phrase = "met", standing = 0, negated = 0, denier = -1, speaker = -1, time = -1, confidence = 0.5, document = 0, importance = 0 }) {
  const start = starts[place];
  const evidence = [document, start, start + sentences[place].trim().length, [start, start + 3], 0, 0.5, time, ["in Rome"]];
  return [`s${place}`, from, to, relation, phrase, 0, standing,
    [0, 0, 1, 2][standing] ?? 0, negated, speaker, denier, time, confidence, [evidence], null, importance];
}

function withoutObject() {
  return [
    row(5, { from: 3, to: 5, relation: 4, phrase: "resigned" }),
    row(6, { from: 3, to: 6, relation: 4, phrase: "did not resign", negated: 1, standing: 6 }),
  ];
}

/** Return the graph; `ends` adds two statements without an object, `structure` has its structural edges. */
export function graph({ ends = false, structure = [], against = [], sources = {} } = {}) {
  return opened({
    against, sources, copies: [],
    base: "https://example.org/kg/",
    namespace: "https://example.org/kg/ns#",
    types: [["Person", "Person", ["https://schema.org/Person"]], ["Firm", "Firm", ["https://example.org/kg/ns#Firm"]]],
    standings: {
      stated: "Stated", reported: "Said", alleged: "Alleged", possible: "Possible", planned: "Planned", conditional: "If",
      negated: "Negative", denied: "Denied", required: "Required",
    },
    joins: { source: ", " },
    network: { nodes: [{ id: 0, label: "Ada", group: "Person", shape: "dot", size: 9, color: "#123456", x: 1, y: 2 }], edges: [], options: {} },
    groups: { Person: { shape: "dot", color: "#123456" }, Firm: { shape: "square", color: "#654321" },
      Literal: { shape: "box", size: 5 }, NoObject: { shape: "dot", size: 2.5 } },
    lines: Object.fromEntries(["stated", "reported", "alleged", "possible", "planned", "conditional", "negated", "denied", "required"].map((name) =>
      [name, { color: "#111111", dashes: name === "stated" ? false : [2, 2], width: 1.5 }])),
    structuralLine: { color: "#222222", dashes: [1, 5], width: 0.8 },
    dark: {}, letters: { "": 12, 8: 14, 7: 13, 6: 13 }, ink: "#000000",
    constants: { margin: 12, room: 1.5, evenness: 0.8, rounds: 400, wider: 1.25, lane: 24, bend: 0.9, atOnce: 150, overview: 21, fan: 1.6 },
    modalities: ["asserted", "hedged", "possible", "planned", "hypothetical", "required"],
    rules: ["rules: own-subject"],
    relations: [["meet", null], ["like", null], ["sell", null], ["know", null], ...(ends ? [["resign", null]] : [])],
    datatypes: ["http://www.w3.org/2001/XMLSchema#gYear"],
    times: [
      ["1997", "1997", "1997", 0, "year", "1997", ...DAY.y1997],
      ["June (2024-06)", "June", "2024-06", -1, "month", "2024-06", ...DAY.june],
      ["one day", "one day", null, -1, "day", "one day", null, null],
    ],
    documents: [{ id: "a", title: "A", published: null, source: null, language: "en", text }, { id: "b", title: "B", published: null, source: null, language: "en", text }],
    entities: [
      ["Ada", "Ada", null, 0, 9, 0, ["Áda L."], [], [[0, 3]], null],
      ["Bo", "Bo", null, 0, 8, 0, [], [], [[0, 3]], null],
      ["Cleo", "Cleo", null, 1, 7, -1, [], [], [], null],
      ["Dan", "Dan", null, 0, 6, 0, [], [], [], null],
    ],
    values: [["tea", null, "tea", "tea", -1, [null, null]], ...(ends ? [null, null] : [])],
    statements: [
      row(0, { time: 0, confidence: 0.9 }),
      row(1, { negated: 1, phrase: "did not meet", standing: 6, time: 1 }),
      row(2, { from: 2, to: 4, relation: 2, document: 1 }),
      row(3, { from: 1, to: 0, relation: 1, time: 2 }),
      row(4, { from: 1, to: 3, relation: 3, phrase: "may know", standing: 3, confidence: 0.4 }),
      ...(ends ? withoutObject() : []),
    ],
    structure,
    communities: [0],
    tall: [],
    homes: [],
    described: [],
    everything: null,
    mentions: {},
    leaders: {},
    words: {},
    cards: [],
    apart: false,
    whole: true,
  });
}
