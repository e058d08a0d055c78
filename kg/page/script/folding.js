/**
 * What a view folds: what belongs to a name is drawn as that name, statements between the same two that are told alike
 * are one line, and what has no line waits at its thing. overview.py does the same for the first view.
 *
 * @typedef {{place: number, from: number, to: number, places: number[], lane: number, label: string}} Line
 *   `place` is that of its most important statement, whose words it bears; `places` are those of all of them
 */

import { IMPORTANCE } from "./model.js";
import { edgeOf, nodeOf } from "./network.js";

const WORDS_WIDTH = 24;
/** How many statements of a thing are unfolded at once. */
const UNFOLDED = 12;
/** @type {WeakMap<Data, Map<number, number[]>>} */
const kept = new WeakMap();

/** Return the node that a node is drawn as: itself, or the name that it belongs to; null where neither is drawn. @param {Data} data @param {Set<number>} drawn @param {number} key @returns {number | null} */
export function shownAs(data, drawn, key) {
  if (drawn.has(key)) return key;
  const home = homeOf(data, key);
  return drawn.has(home) ? home : null;
}

/** Return the name that a node belongs to, else itself. @param {Data} data @param {number} key @returns {number} */
export function homeOf(data, key) {
  const home = data.homes[key] ?? -1;
  return home < 0 ? key : home;
}

/** Tell whether a view folds: a small graph and that of everything do not. @param {Data} data @param {View} view */
export function folds(data, view) {
  return data.everything !== null && view.kind !== "all";
}

/** Return the lines between the nodes that are drawn, by the place of the statement whose words they bear. @param {Canvas} canvas @returns {Map<number, Line>} */
export function linesOf({ app, drawn, view }) {
  const { data } = app;
  const { from, to, standing } = data.columns;
  const folding = folds(data, view);
  /** @type {Map<string, Line>} */
  const bundles = new Map();
  const places = [...new Set([...drawn].flatMap((key) => statementsAt(data, key)))].filter(app.shown);
  for (const place of places.sort((a, b) => data.rows[b][IMPORTANCE] - data.rows[a][IMPORTANCE] || a - b)) {
    const ends = folding ? [shownAs(data, drawn, from[place]), shownAs(data, drawn, to[place])] : [from[place], to[place]];
    if (!drawn.has(ends[0]) || !drawn.has(ends[1]) || (ends[0] === ends[1] && from[place] !== to[place])) continue;
    const tone = data.lines[data.standingNames[standing[place]]].color;
    const name = folding ? `${ends[0]} ${ends[1]} ${tone}` : `${place}`;
    if (bundles.has(name)) bundles.get(name).places.push(place);
    else bundles.set(name, { place, from: ends[0], to: ends[1], places: [place], lane: data.rows[place][5], label: "" });
  }
  const lines = [...bundles.values()];
  if (folding) fan(lines, data.constants.fan);
  for (const line of lines) line.label = labelOf(data, line, folding);
  return new Map(lines.sort((a, b) => a.place - b.place).map((line) => [line.place, line]));
}

/** Return the statements of a node and of what belongs to it. @param {Data} data @param {number} key @returns {number[]} */
export function statementsAt(data, key) {
  const members = membersOf(data).get(key) ?? [];
  return members.length ? [...new Set([key, ...members].flatMap((each) => data.touching[each]))] : data.touching[key];
}

/** Return for each thing that is drawn its statements that have no line, the most important first. @param {Canvas} canvas @returns {Map<number, number[]>} */
export function waitingAt({ app, drawn, lines, view }) {
  const { data } = app;
  if (!folds(data, view)) return new Map();
  const there = new Set([...lines.values()].flatMap(({ places }) => places));
  const things = [...drawn].filter((key) => data.entities[key]);
  const waiting = things.map((key) => /** @type {[number, number[]]} */ ([key, statementsAt(data, key).filter((place) => !there.has(place) && app.shown(place))]));
  return new Map(waiting.filter(([, places]) => places.length));
}

/** Return the nodes that are to be drawn beside a thing so that its most important statements have lines. @param {App} app @param {Set<number>} drawn @param {number} key @returns {Set<number>} */
export function unfolded(app, drawn, key) {
  const { data } = app;
  const { from, to } = data.columns;
  const added = new Set();
  const places = statementsAt(data, key).filter(app.shown).sort((a, b) => data.rows[b][IMPORTANCE] - data.rows[a][IMPORTANCE] || a - b);
  let room = UNFOLDED;
  for (const place of places) {
    const ends = [from[place], to[place]];
    const shown = ends.map((end) => shownAs(data, drawn, end));
    const inside = shown[0] === shown[1];
    if (shown[0] !== null && shown[1] !== null && !inside) continue;
    for (const [index, end] of ends.entries()) if (!drawn.has(end) && (inside || shown[index] === null)) added.add(end);
    if (--room === 0) break;
  }
  return added;
}

/** Return the nodes with the most important of these statements, each as the name that it belongs to, until there are so many. @param {Data} data @param {number[]} places the most important first @param {number} most */
export function mostImportant(data, places, most) {
  const { from, to } = data.columns;
  const keys = new Set();
  for (const place of places) {
    const ends = [homeOf(data, from[place]), homeOf(data, to[place])];
    for (const end of ends[0] === ends[1] ? [from[place], to[place]] : ends) keys.add(end);
    if (keys.size >= most) break;
  }
  return keys;
}

/** Return words in at most two rows. @param {string} words */
export function inRows(words) {
  if (words.length <= WORDS_WIDTH + 4) return words;
  const cut = words.lastIndexOf(" ", WORDS_WIDTH);
  const [first, rest] = cut > 0 ? [words.slice(0, cut), words.slice(cut + 1)] : [words.slice(0, WORDS_WIDTH), words.slice(WORDS_WIDTH)];
  return `${first}\n${rest.length > WORDS_WIDTH ? `${rest.slice(0, WORDS_WIDTH - 1).trimEnd()}…` : rest}`;
}

/** @param {Data} data @returns {Map<number, number[]>} */
function membersOf(data) {
  if (!kept.has(data)) {
    const members = new Map();
    data.homes.forEach((home, key) => {
      if (home < 0) return;
      if (!members.has(home)) members.set(home, []);
      members.get(home).push(key);
    });
    kept.set(data, members);
  }
  return kept.get(data);
}

/** Put lines between the same two nodes side by side. @param {Line[]} lines @param {number} wide */
function fan(lines, wide) {
  /** @type {Map<string, Line[]>} */
  const pairs = new Map();
  for (const line of lines) {
    const name = `${Math.min(line.from, line.to)} ${Math.max(line.from, line.to)}`;
    pairs.set(name, [...(pairs.get(name) ?? []), line]);
  }
  for (const pair of pairs.values()) {
    pair.sort((a, b) => a.from - b.from || a.place - b.place).forEach((line, index) => (line.lane = wide * (index - (pair.length - 1) / 2)));
  }
}

/** Return the words of a line: those of its edge, with what is drawn as a name in words, and how many more statements there are. @param {Data} data @param {Line} line @param {boolean} folding */
function labelOf(data, { place, from, to, places }, folding) {
  const given = edgeOf(data, place);
  // the words of the first view stand in the network
  if (given.from === from && given.to === to && given.statements === places.length) return given.label;
  const said = data.statement(place);
  const [words, mark] = said.label.startsWith(said.phrase) ? [said.phrase, said.label.slice(said.phrase.length)] : [said.label, ""];
  const whole = [said.from === from ? "" : nodeOf(data, said.from).label, words, said.to === to ? "" : nodeOf(data, said.to).label];
  const more = places.length > 1 ? ` +${places.length - 1}` : "";
  const text = `${whole.join(" ").replace(/\s+/g, " ").trim()}${mark}`;
  return (folding ? inRows(text) : text) + more;
}
