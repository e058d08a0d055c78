/**
 * A single search over names, relations and sentences.
 *
 * @typedef {{kind: "n" | "s" | "q", place: number, count?: number}} Hit "q" are all statements that match the words or the question
 */

import { asked, folded, isQuestion, textsOf } from "./ask.js";

/** The maximum number of entities listed before the statements. */
const MOST_THINGS = 12;
/** @type {WeakMap<Data, {names: string[][], initials: string[]}>} */
const folds = new WeakMap();

/**
 * Return the results of a query, best first: entities by any of their names, then statements by words and sentences.
 *
 * Exact names come first, then names that begin with the words, then names that have them as words, then names that contain
 * them; ties are sorted by importance. Initials are a name too: "US". A question and several statements have one result
 * for all of them.
 *
 * @param {Data} data
 * @param {string} query every word of it must be found; case and accents do not matter
 * @param {{limit?: number, kinds?: string}} options `kinds` are "n" for entities, "s" for statements, "q" for all of these at once
 * @returns {Hit[]}
 */
export function search(data, query, { limit = 60, kinds = "ns" } = {}) {
  const terms = folded(query).split(/\s+/).filter(Boolean);
  if (!terms.length) return [];
  const question = kinds.includes("q") && isQuestion(query);
  const things = kinds.includes("n") && !question ? entityHits(data, terms).slice(0, kinds.includes("s") ? Math.min(MOST_THINGS, limit) : limit) : [];
  if (!kinds.includes("s")) return things;
  const places = question ? [...asked(data, query)] : statementPlaces(data, terms);
  const statements = places.slice(0, limit - things.length).map((place) => /** @type {Hit} */ ({ kind: "s", place }));
  /** @type {Hit[]} */
  const all = kinds.includes("q") && places.length > 1 ? [{ kind: "q", place: -1, count: places.length }] : [];
  return question ? [...all, ...statements] : [...things, ...(things.length ? all : []), ...statements, ...(things.length ? [] : all)];
}

/** @returns {Hit[]} @param {Data} data @param {string[]} terms */
function entityHits(data, terms) {
  const { names, initials } = foldsOf(data);
  const whole = terms.join(" ");
  const begins = (name) => terms.every((term) => ` ${name}`.includes(` ${term}`));
  const rank = (place) => {
    const own = names[place];
    const tests = [() => own.includes(whole) || initials[place] === whole, () => own[0].startsWith(`${whole} `),
      () => own.some((name) => ` ${name} `.includes(` ${whole} `)), () => own.some(begins)];
    const found = tests.findIndex((test) => test());
    return found < 0 ? tests.length : found;
  };
  return [...names.keys()]
    .filter((place) => initials[place] === whole || terms.every((term) => names[place].some((name) => name.includes(term))))
    .map((place) => ({ place, rank: rank(place), weight: data.entities[place].importance || data.entities[place].size / 100 }))
    .sort((a, b) => a.rank - b.rank || b.weight - a.weight || a.place - b.place)
    .map(({ place }) => ({ kind: "n", place }));
}

/** @param {Data} data @param {string[]} terms */
function statementPlaces(data, terms) {
  const texts = textsOf(data);
  return data.order.filter((place) => terms.every((term) => texts[place].includes(term)));
}

/** @param {Data} data */
function foldsOf(data) {
  if (!folds.has(data)) {
    const names = data.entities.map((entity) => [entity.label, ...entity.aliases].map(folded));
    // the initials of a name of several capitalized words: "United States" is also "US"
    const initials = data.entities.map(({ label }) => (/^\p{Lu}\S*(\s\p{Lu}\S*)+$/u.test(label) ? folded(label).split(/\s+/).map((word) => word[0]).join("") : ""));
    folds.set(data, { names, initials });
  }
  return folds.get(data);
}
