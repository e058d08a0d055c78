/**
 * Filtered statements.
 *
 * @typedef {{types: Set<number>, standings: Set<string>, relation: ?number, document: ?number, confidence: number,
 *   span: ?[number, number], undated: boolean, oneOffs: boolean, words: string}} Filters `types` and `standings` are hidden; `span` is the first and
 *   the last day of the selected time, and `undated` is true if statements without a time are shown with it; `oneOffs` hides entities described once, and
 *   `words` are words or a question that the shown statements match
 */

import { thingOf } from "./articles.js";
import { documentsOf } from "./model.js";
import { asked } from "./ask.js";
import { statementsAt } from "./folding.js";
import { overlapsSpan } from "./time.js";

/** Return filters that hide nothing. @returns {Filters} */
export function noFilters() {
  return { types: new Set(), standings: new Set(), relation: null, document: null, confidence: 0, span: null, undated: false, oneOffs: false, words: "" };
}

/** Return the number of active filters. @param {Filters} filters @returns {number} */
export function filterCount(filters) {
  const set = [filters.types.size, filters.standings.size, filters.relation !== null, filters.document !== null,
    filters.confidence > 0, filters.span !== null, filters.oneOffs, filters.words !== ""];
  return set.filter(Boolean).length;
}

/** Return whether a node is visible; values are visible if their subject is. @param {Data} data @param {Filters} filters @param {number} key */
export function nodeShown(data, filters, key) {
  const entity = data.entities[key];
  return !entity || !(filters.types.has(entity.type) || (filters.oneOffs && data.oneOffs.has(key)));
}

/** Return whether a node is not drawn: it is hidden, or the filters hide all its statements. @param {Data} data @param {Filters} filters @param {number} key */
export function nodeHidden(data, filters, key) {
  const thing = thingOf(data, key);
  if (!nodeShown(data, filters, thing)) return true;
  return filterCount(filters) > 0 && !statementsAt(data, thing).some((place) => statementShown(data, filters, place));
}

/** Return whether the filters show a statement, by its index. @param {Data} data @param {Filters} filters @param {number} place */
export function statementShown(data, filters, place) {
  const { from, to, relation, standing, confidence, time } = data.columns;
  return (
    !filters.standings.has(data.standingNames[standing[place]]) &&
    confidence[place] >= filters.confidence &&
    (filters.relation === null || relation[place] === filters.relation) &&
    nodeShown(data, filters, from[place]) &&
    nodeShown(data, filters, to[place]) &&
    (filters.words === "" || asked(data, filters.words).has(place)) &&
    (filters.span === null || inSpan(data, filters, time[place])) &&
    (filters.document === null || documentsOf(data, place).has(filters.document))
  );
}

/** Return the indices of all statements that the filters show, in the order of the texts. @param {Data} data @param {Filters} filters @returns {number[]} */
export function shownStatements(data, filters) {
  return filterCount(filters) === 0 ? data.order : data.order.filter((place) => statementShown(data, filters, place));
}

/** Return the relations with their numbers of statements, the most frequent first. @param {Data} data @returns {[number, number][]} */
export function relationCounts(data) {
  const counts = new Array(data.relations.length).fill(0);
  for (const relation of data.columns.relation) counts[relation] += 1;
  const pairs = counts.map((count, relation) => /** @type {[number, number]} */ ([relation, count]));
  return pairs.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
}

/** @param {Data} data @param {Filters} filters @param {number} time */
function inSpan(data, filters, time) {
  const when = data.times[time];
  if (!when || (when.from === null && when.to === null)) return filters.undated;
  return overlapsSpan(when, filters.span);
}
