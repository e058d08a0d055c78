/**
 * Statements as GraphML, with the ids of graph.graphml and most of its attributes.
 *
 */

import { isEnd } from "./model.js";

const NODE_KEYS = [["label", "string"], ["type", "string"], ["importance", "double"]];
const EDGE_KEYS = [
  ["kind", "string"], ["relation", "string"], ["event", "string"], ["phrase", "string"], ["status", "string"], ["negated", "boolean"], ["modality", "string"], ["speaker", "string"],
  ["denied_by", "string"], ["confidence", "double"], ["importance", "double"], ["time", "string"],
];
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;" };

/**
 * Return the statements with these indices and the nodes that they connect as GraphML.
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
  const keys = [...NODE_KEYS.map((key) => ["node", ...key]), ...EDGE_KEYS.map((key) => ["edge", ...key])];
  return [
    '<?xml version="1.0" encoding="utf-8"?>\n',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n',
    ...keys.map(([owner, key, type]) => `<key id="${owner}-${key}" for="${owner}" attr.name="${key}" attr.type="${type}"/>\n`),
    '<graph edgedefault="directed">\n',
    ...[...nodes].map(([id, key]) => `<node id="${xml(id)}">${fields("node", nodeFields(data, key))}</node>\n`),
    ...said.map((one) => edgeElement(data, one)),
    "</graph>\n</graphml>\n",
  ].join("");
}

/** @param {Data} data @param {Statement} said */
function edgeElement(data, said) {
  const label = (key) => (key === null ? null : data.entities[key].label);
  const values = {
    kind: "statement",
    relation: said.relation,
    event: said.event,
    phrase: said.phrase,
    status: said.status,
    negated: said.negated,
    modality: said.modality,
    speaker: label(said.speaker),
    denied_by: label(said.denier),
    confidence: said.confidence,
    importance: said.importance,
    time: said.time && said.time.value,
  };
  const ends = `source="${xml(nodeId(data, said.from, said))}" target="${xml(nodeId(data, said.to, said))}"`;
  return `<edge id="${xml(`${data.base}statement/${said.name}`)}" ${ends}>${fields("edge", values)}</edge>\n`;
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
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `<data key="${owner}-${key}">${xml(String(value))}</data>`)
    .join("");
}

/** Return text escaped; characters that XML 1.0 does not allow become U+FFFD. @param {string} text */
function xml(text) {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replace(/[&<>"\t\n\r]/g, (character) => ENTITIES[character]);
}
