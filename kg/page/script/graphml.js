/**
 * Statements and structural edges as GraphML, with the ids and the attributes of graph.graphml.
 *
 * The page does not have the qualifiers of a statement, where the words of a structural edge are, nor the offsets in a text that it leaves out.
 */

import { documentsOf, isEnd, sentenceOf, sourcesOf } from "./model.js";
import { isoDay } from "./time.js";

const NODE_KEYS = [["label", "string"], ["type", "string"], ["importance", "double"]];
const EDGE_KEYS = [
  ["kind", "string"], ["relation", "string"], ["phrase", "string"], ["event", "string"], ["status", "string"], ["negated", "boolean"],
  ["modality", "string"], ["speaker", "string"], ["speaker_id", "string"], ["denied_by", "string"], ["denied_by_id", "string"],
  ["time", "string"], ["time_from", "string"], ["time_to", "string"], ["time_text", "string"], ["confidence", "double"],
  ["importance", "double"], ["mentions", "long"], ["independent_sources", "long"], ["document", "string"], ["start", "long"],
  ["end", "long"], ["sentence", "string"], ["place", "string"], ["documents", "string"],
];
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;" };

/**
 * Return the statements with these indices, the nodes that they connect, and the structural edges between these as GraphML.
 *
 * @param {Data} data
 * @param {number[]} places
 * @returns {string}
 */
export function toGraphml(data, places) {
  const said = places.map(data.statement);
  const nodes = new Map();
  for (const one of said) {
    nodes.set(nodeId(data, one.from, one), one.from);
    nodes.set(nodeId(data, one.to, one), one.to);
  }
  const drawn = new Set(nodes.values());
  const inCharacters = characterOffsets(data);
  const keys = [...NODE_KEYS.map((key) => ["node", ...key]), ...EDGE_KEYS.map((key) => ["edge", ...key])];
  return [
    '<?xml version="1.0" encoding="utf-8"?>\n',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n',
    ...keys.map(([owner, key, type]) => `<key id="${owner}-${key}" for="${owner}" attr.name="${key}" attr.type="${type}"/>\n`),
    '<graph edgedefault="directed">\n',
    ...[...nodes].map(([id, key]) => `<node id="${xml(id)}">${fields("node", nodeFields(data, key))}</node>\n`),
    ...said.map((one, at) => edgeElement(data, one, places[at], inCharacters)),
    ...data.structure.filter((line) => line.slice(0, 2).every((key) => drawn.has(key))).map((line) => structuralElement(data, line)),
    "</graph>\n</graphml>\n",
  ].join("");
}

/** @param {Data} data @param {Statement} said @param {number} place @param {ReturnType<typeof characterOffsets>} inCharacters */
function edgeElement(data, said, place, inCharacters) {
  const label = (key) => (key === null ? null : data.entities[key].label);
  const iri = (key) => (key === null ? null : nodeId(data, key, said));
  const { mentions, independent } = sourcesOf(data, place);
  const values = {
    kind: "statement", relation: said.relation, phrase: said.phrase, event: said.event, status: said.status,
    negated: said.negated, modality: said.modality, speaker: label(said.speaker), speaker_id: iri(said.speaker),
    denied_by: label(said.denier), denied_by_id: iri(said.denier), ...timeFields(said.time), confidence: said.confidence,
    importance: said.importance, mentions, independent_sources: independent, ...evidenceFields(data, said, inCharacters),
    documents: [...documentsOf(data, place)].sort((a, b) => a - b).map((document) => documentIri(data, document)).join("; "),
  };
  const ends = `source="${xml(nodeId(data, said.from, said))}" target="${xml(nodeId(data, said.to, said))}"`;
  return `<edge id="${xml(`${data.base}statement/${said.name}`)}" ${ends}>${fields("edge", values)}</edge>\n`;
}

/** @param {Data} data @param {[number, number, string, string]} line */
function structuralElement(data, [from, to, kind, id]) {
  const [source, target] = [from, to].map((key) => `${data.base}entity/${data.entities[key].name}`);
  const values = { kind: "structural", relation: kind, phrase: kind };
  return `<edge id="${xml(id)}" source="${xml(source)}" target="${xml(target)}">${fields("edge", values)}</edge>\n`;
}

/** @param {?Time} time */
function timeFields(time) {
  if (!time) return {};
  const day = (number) => (number === null ? null : isoDay(number));
  return { time: time.value, time_from: day(time.from), time_to: day(time.to), time_text: time.text };
}

/**
 * Return a function from a document and an offset in its text to the number of characters before it, as Python counts them; null without a text.
 *
 * @param {Pick<Data, "documents">} data
 * @returns {(document: number, offset: number) => ?number}
 */
export function characterOffsets(data) {
  const seconds = new Map(); // of each document, where the second halves of its surrogate pairs are
  return (document, offset) => {
    const { text } = data.documents[document];
    if (text === null) return null;
    if (!seconds.has(document)) seconds.set(document, [...text.matchAll(/(?<=[\ud800-\udbff])[\udc00-\udfff]/g)].map((found) => found.index));
    return offset - countBelow(seconds.get(document), offset);
  };
}

/** Return how many of these ascending numbers are below another. @param {number[]} numbers @param {number} other */
function countBelow(numbers, other) {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (numbers[middle] < other) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * Return where the sentence with the highest confidence is; its offsets count characters, as in Python.
 *
 * @param {Data} data @param {Statement} said @param {ReturnType<typeof characterOffsets>} inCharacters
 */
function evidenceFields(data, said, inCharacters) {
  const surest = said.evidence.reduce((best, each) => (before(data, each, best) ? each : best));
  const at = (offset) => inCharacters(surest.document, offset);
  return {
    document: documentIri(data, surest.document), start: at(surest.start), end: at(surest.end),
    sentence: sentenceOf(data, surest), place: surest.where,
  };
}

/** Return whether a piece of evidence has a higher confidence, or the same and an earlier place. @param {Data} data @param {Evidence} one @param {Evidence} other */
function before(data, one, other) {
  if (one.confidence !== other.confidence) return one.confidence > other.confidence;
  if (one.document !== other.document) return one.document < other.document;
  return one.start < other.start;
}

/** @param {Data} data @param {number} place */
function documentIri(data, place) {
  const { id, name } = data.documents[place];
  return `${data.base}document/${name ?? id}`;
}

/** @param {Data} data @param {number} key */
function nodeFields(data, key) {
  const entity = data.entities[key];
  if (entity) return { label: entity.label, type: data.types[entity.type].name, importance: entity.importance };
  if (isEnd(data, key)) return { label: "", type: "NoObject" };
  return { label: data.values[key - data.entities.length].text, type: "Literal" };
}

/** @param {Data} data @param {number} key @param {Statement} said */
function nodeId(data, key, said) {
  const entity = data.entities[key];
  return entity ? `${data.base}entity/${entity.name}` : `${isEnd(data, key) ? "none" : "literal"}:${said.id}`;
}

/** @param {string} owner @param {Record<string, any>} values */
function fields(owner, values) {
  return Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => `<data key="${owner}-${key}">${xml(String(value))}</data>`)
    .join("");
}

/** Return text escaped; characters that XML 1.0 does not allow become U+FFFD. @param {string} text */
function xml(text) {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replace(/[&<>"\t\n\r]/g, (character) => ENTITIES[character]);
}
