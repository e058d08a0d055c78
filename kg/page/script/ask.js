/** Statements by a question or words: "who denies the link" looks for a status or a verb, anything else for words. */

import { sentenceOf, wordsOf } from "./model.js";

const WHO = /^who\s+(\S+)\s*(.*?)\s*\?*$/u;
const SAYING = "say";
/** @type {WeakMap<Data, {texts: ?string[], answers: Map<string, Set<number>>}>} */
const known = new WeakMap();

/** Return the indices of the statements that match a question or words. @param {Data} data @param {string} query @returns {Set<number>} */
export function asked(data, query) {
  const { answers } = knownOf(data);
  if (!answers.has(query)) answers.set(query, answer(data, folded(query).trim()));
  return answers.get(query);
}

/** Return whether a query is a question that can be answered: "who denies ...". @param {string} query */
export function isQuestion(query) {
  return WHO.test(folded(query).trim());
}

/** Return a text in lower case and without accents. @param {string} text */
export function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Return the words and sentences of each statement, folded; they are computed on the first query. @param {Data} data @returns {string[]} */
export function textsOf(data) {
  const found = knownOf(data);
  found.texts ??= data.rows.map((_, place) => folded(textOf(data, place)));
  return found.texts;
}

/** @param {Data} data @param {string} query @returns {Set<number>} */
function answer(data, query) {
  const [, verb = null, rest = query] = WHO.exec(query) ?? [];
  const terms = rest.split(/\s+/).filter(Boolean);
  const texts = textsOf(data);
  const told = verb === null ? () => true : teller(data, stem(verb));
  return new Set(data.order.filter((place) => told(place) && terms.every((term) => texts[place].includes(term))));
}

/** Return a function that tests whether a statement has the status, or the verb, named by a word. @param {Data} data @param {string} wanted @returns {(place: number) => boolean} */
function teller(data, wanted) {
  const standings = new Set(data.standingNames.flatMap((name, place) => (stem(name) === wanted ? [place] : [])));
  const relations = new Set(data.relations.flatMap(([name], place) => (folded(name).split(" ").some((word) => stem(word) === wanted) ? [place] : [])));
  const { standing, relation } = data.columns;
  return (place) => standings.has(standing[place]) || relations.has(relation[place]) || (wanted === SAYING && data.rows[place][9] >= 0);
}

/** Return an English verb without its ending. @param {string} word */
function stem(word) {
  return word.replace(/i(es|ed)$/, "y").replace(/(ing|ed|es|s|e)$/, "");
}

/** @param {Data} data */
function knownOf(data) {
  if (!known.has(data)) known.set(data, { texts: null, answers: new Map() });
  return known.get(data);
}

/** @param {Data} data @param {number} place */
function textOf(data, place) {
  const said = data.statement(place);
  return [wordsOf(data, said), said.relation, ...said.evidence.map((piece) => sentenceOf(data, piece))].join("\n");
}
