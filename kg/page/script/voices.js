/**
 * Who says what; no function here uses the DOM.
 *
 * @typedef {"denies" | "alleges" | "affirms" | "reports" | "says"} Act
 * @typedef {{act: Act, place: number}} Said
 */

import { isEnd, sideOf } from "./model.js";

/** The kinds of speech in words, in display order. @type {Record<Act, string>} */
export const ACTS = { denies: "Denies", alleges: "Alleges", affirms: "Affirms", reports: "Reports", says: "Says" };
const PRESS = "NewsMediaOrganization";
const FACTS = ["stated", "reported"];

/** @type {WeakMap<Data, Map<number, Said[]>>} */
const known = new WeakMap();

/** Return the statements of each speaker, the most important first. @param {Data} data @returns {Map<number, Said[]>} */
export function voicesOf(data) {
  if (!known.has(data)) known.set(data, spoken(data));
  return known.get(data);
}

/** @param {Data} data */
function spoken(data) {
  /** @type {Map<number, Said[]>} */
  const voices = new Map();
  for (const place of data.order) {
    for (const [voice, act] of actsOf(data, place)) {
      if (!voices.has(voice)) voices.set(voice, []);
      voices.get(voice).push({ act, place });
    }
  }
  return voices;
}

/**
 * Return the acts of entities in a statement: its denier, its speaker, and its subject if its verb expresses speech and the
 * statement affirms that ("Apple denied the claim").
 *
 * @param {Data} data
 * @param {number} place
 * @returns {Map<number, Act>}
 */
function actsOf(data, place) {
  const { columns, rows } = data;
  const [speaker, denier] = [rows[place][9], rows[place][10]];
  const standing = data.standingNames[columns.standing[place]];
  const acts = new Map();
  const verb = data.speech?.[columns.relation[place]];
  if (verb && FACTS.includes(standing)) acts.set(columns.from[place], verb);
  if (speaker >= 0) acts.set(speaker, actOf(data, speaker, standing));
  if (denier >= 0) acts.set(denier, "denies");
  return acts;
}

/** @returns {Act} @param {Data} data @param {number} speaker @param {string} standing */
function actOf(data, speaker, standing) {
  if (data.types[data.entities[speaker].type].name === PRESS) return "reports";
  if (standing === "alleged") return "alleges";
  return FACTS.includes(standing) ? "affirms" : "says";
}

/**
 * Return the statements about the same pair and relation of which some affirm or allege what others deny or negate.
 *
 * @param {Data} data
 * @param {number[]} places
 * @returns {{yes: number[], no: number[]}[]}
 */
export function disputes(data, places) {
  const { from, to, relation } = data.columns;
  /** @type {Map<string, {yes: number[], no: number[]}>} */
  const pairs = new Map();
  for (const place of places) {
    const side = sideOf(data, place) || (data.standingNames[data.columns.standing[place]] === "alleged" ? 1 : 0);
    if (side === 0) continue;
    const key = [from[place], relation[place], isEnd(data, to[place]) ? "" : to[place]].join(" ");
    if (!pairs.has(key)) pairs.set(key, { yes: [], no: [] });
    pairs.get(key)[side > 0 ? "yes" : "no"].push(place);
  }
  // two values of one thing are both affirmed
  const known = new Set(places);
  const values = places.flatMap((place) => (data.contrary.get(place) ?? [])
    .filter((other) => other > place && known.has(other) && sideOf(data, place) === sideOf(data, other))
    .map((other) => ({ yes: [place], no: [other] })));
  return [...[...pairs.values()].filter(({ yes, no }) => yes.length && no.length), ...values];
}
