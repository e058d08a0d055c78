/**
 * One search over names, relations and sentences.
 *
 * @typedef {{kind: "n" | "s", place: number}} Hit
 */

import { sentenceOf, wordsOf } from "./model.js";

/** @type {WeakMap<Data, {names: string[], labels: string[], sentences: ?string[]}>} */
const folds = new WeakMap();

/**
 * Return what a query finds, best first: entities by any of their names, then statements by words and sentences.
 *
 * @param {Data} data
 * @param {string} query every word of it must be found; case and accents do not matter
 * @param {{limit?: number, kinds?: string}} options `kinds` are "n" for entities, "s" for statements
 * @returns {Hit[]}
 */
export function search(data, query, { limit = 12, kinds = "ns" } = {}) {
  const terms = folded(query).split(/\s+/).filter(Boolean);
  if (!terms.length) return [];
  const hits = kinds.includes("n") ? entityHits(data, terms).slice(0, limit) : [];
  return kinds.includes("s") ? [...hits, ...statementHits(data, terms, limit - hits.length)] : hits;
}

/** @returns {Hit[]} @param {Data} data @param {string[]} terms */
function entityHits(data, terms) {
  const { names, labels } = foldsOf(data);
  const whole = terms.join(" ");
  const rank = (place) => (labels[place] === whole ? 0 : labels[place].startsWith(terms[0]) ? 1 : 2);
  return [...names.keys()]
    .filter((place) => terms.every((term) => names[place].includes(term)))
    .map((place) => ({ place, rank: rank(place), size: data.entities[place].size }))
    .sort((a, b) => a.rank - b.rank || b.size - a.size || a.place - b.place)
    .map(({ place }) => ({ kind: "n", place }));
}

/** @returns {Hit[]} @param {Data} data @param {string[]} terms @param {number} limit */
function statementHits(data, terms, limit) {
  const found = foldsOf(data);
  // only once somebody searches: the sentences of a large graph are many
  found.sentences ??= data.rows.map((_, place) => folded(textOf(data, place)));
  /** @type {Hit[]} */
  const hits = [];
  for (let place = 0; place < found.sentences.length && hits.length < limit; place++) {
    if (terms.every((term) => found.sentences[place].includes(term))) hits.push({ kind: "s", place });
  }
  return hits;
}

/** @param {Data} data */
function foldsOf(data) {
  if (!folds.has(data)) {
    const names = data.entities.map((entity) => folded([entity.label, ...entity.aliases].join("\n")));
    folds.set(data, { names, labels: data.entities.map((entity) => folded(entity.label)), sentences: null });
  }
  return folds.get(data);
}

/** @param {Data} data @param {number} place */
function textOf(data, place) {
  const said = data.statement(place);
  return [wordsOf(data, said), said.relation, ...said.evidence.map((piece) => sentenceOf(data, piece))].join("\n");
}

/** @param {string} text */
function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
