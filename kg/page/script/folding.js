/**
 * How a view is folded: entities that belong to a name are drawn as that name, statements that overview.py has grouped share a
 * line, and statements without a line wait at their entity.
 *
 * @typedef {{place: number, from: number, to: number, places: number[], lane: number, label: string}} Line
 *   `place` is that of its most important statement, whose words it has; `places` are those of all of them
 */

import { IMPORTANCE } from "./model.js";
import { edgeOf } from "./network.js";

/** The number of statements of an entity that are unfolded at a time. */
const UNFOLDED = 12;
/** @type {WeakMap<Data, Map<number, number[]>>} */
const kept = new WeakMap();
/** @type {WeakMap<Data, Record<string, {keys: Set<number>, leaders: Set<number>}>>} */
const firsts = new WeakMap();

/** Return the node that a node is drawn as: itself, or the name that it belongs to; null if neither is drawn. @param {Data} data @param {Set<number>} drawn @param {number} key @returns {number | null} */
export function shownAs(data, drawn, key) {
  if (drawn.has(key)) return key;
  const home = homeOf(data, key);
  return drawn.has(home) ? home : null;
}

/** Return the name that a node belongs to, or the node itself. @param {Data} data @param {number} key @returns {number} */
export function homeOf(data, key) {
  const home = data.homes[key] ?? -1;
  return home < 0 ? key : home;
}

/** Return whether a view is folded: a small graph, cards and the view of everything are not. @param {Data} data @param {View} view */
export function folds(data, view) {
  return data.everything !== null && view.kind !== "all" && view.kind !== "articles";
}

/** Return the lines between the drawn nodes, by the index of the statement whose words they have. @param {Canvas} canvas @returns {Map<number, Line>} */
export function linesOf(canvas) {
  const { app, drawn, view } = canvas;
  const { data } = app;
  if (view.kind === "articles") return new Map(canvas.cards.flatMap(({ lines }) => lines).filter(({ place }) => !canvas.waived.has(place)).map((line) => [line.place, line]));
  const { from, to } = data.columns;
  const folding = folds(data, view);
  /** @type {Map<string, Line>} */
  const bundles = new Map();
  const places = [...new Set([...drawn].flatMap((key) => statementsAt(data, key)))].filter(app.shown);
  for (const place of places.sort((a, b) => data.rows[b][IMPORTANCE] - data.rows[a][IMPORTANCE] || a - b)) {
    const ends = folding ? [shownAs(data, drawn, from[place]), shownAs(data, drawn, to[place])] : [from[place], to[place]];
    if (!drawn.has(ends[0]) || !drawn.has(ends[1]) || (ends[0] === ends[1] && (folding || from[place] !== to[place]))) continue;
    const name = folding ? `${ends[0]} ${ends[1]} ${leaderOf(data, place)}` : `${place}`;
    if (bundles.has(name)) bundles.get(name).places.push(place);
    else bundles.set(name, { place, from: ends[0], to: ends[1], places: [place], lane: data.rows[place][5], label: "" });
  }
  const lines = [...bundles.values()].filter((line) => hasRoom(canvas, line));
  if (folding) fan(lines, data.constants.fan);
  for (const line of lines) line.label = labelOf(data, line, folding);
  return new Map(lines.sort((a, b) => a.place - b.place).map((line) => [line.place, line]));
}

/** Return whether a line is drawn: in an overview, those with room for their words, and those of an opened entity. @param {Canvas} canvas @param {Line} line */
function hasRoom({ app: { data }, view, waived, tall }, { place, from, to }) {
  if (!folds(data, view)) return true;
  if (view.kind === "first") {
    const { keys, leaders } = firstOf(data, tall);
    const opened = [from, to].some((key) => key === view.opened || !keys.has(key));
    return opened || (leaders.has(leaderOf(data, place)) && !waived.has(place));
  }
  return !waived.has(place);
}

/** Return the entities of the first view, and the leading statements of its lines. @param {Data} data @param {boolean} tall @returns {{keys: Set<number>, leaders: Set<number>}} */
export function firstOf(data, tall) {
  const name = tall ? "tall" : "wide";
  if (!firsts.has(data)) firsts.set(data, {});
  const found = firsts.get(data);
  found[name] ??= tall
    ? { keys: new Set(data.tall.places.map(([key]) => key)), leaders: new Set(data.tall.lines) }
    : { keys: new Set(data.network.nodes.map(({ id }) => id)), leaders: new Set(data.network.edges.map(({ id }) => id)) };
  return found[name];
}

/** Return the most important statement on the same line, as grouped by Python. @param {Data} data @param {number} place @returns {number} */
function leaderOf(data, place) {
  return data.leaders[place] ?? place;
}

/** Return the importance of a line: repeated statements weigh more than the most important one alone. @param {Data} data @param {Line} line */
export function weightOf({ rows }, { places }) {
  return 1 - places.reduce((rest, place) => rest * (1 - rows[place][IMPORTANCE]), 1);
}

/** Return the statements of a node and of what belongs to it. @param {Data} data @param {number} key @returns {number[]} */
export function statementsAt(data, key) {
  const members = membersOf(data).get(key) ?? [];
  return members.length ? [...new Set([key, ...members].flatMap((each) => data.touching[each]))] : data.touching[key];
}

/** Return for each drawn entity its statements without a line, the most important first. @param {Canvas} canvas @returns {Map<number, number[]>} */
export function waitingAt({ app, drawn, lines, view }) {
  const { data } = app;
  if (!folds(data, view)) return new Map();
  const there = new Set([...lines.values()].flatMap(({ places }) => places));
  const things = [...drawn].filter((key) => data.entities[key]);
  const waiting = things.map((key) => /** @type {[number, number[]]} */ ([key, statementsAt(data, key).filter((place) => !there.has(place) && app.shown(place))]));
  return new Map(waiting.filter(([, places]) => places.length));
}

/** Return the nodes to draw next to an entity so that its most important statements have lines. @param {App} app @param {Set<number>} drawn @param {number} key @returns {Set<number>} */
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

/** Return the nodes with the most important of these statements, each as the name that it belongs to, up to a maximum. @param {Data} data @param {number[]} places the most important first @param {number} most */
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

/** Spread the lines between the same two nodes. @param {Line[]} lines @param {number} wide */
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

/** Return the words of a line, with those of entities drawn as a name, and the number of further statements. @param {Data} data @param {Line} line @param {boolean} folding */
function labelOf(data, { place, from, to, places }, folding) {
  const { columns } = data;
  const whole = data.statement(place).label;
  const given = edgeOf(data, place);
  // the words of the first view are in the network
  if (given.from === from && given.to === to && given.statements === places.length) return given.label;
  if (!folding) return whole;
  const folded = columns.from[place] !== from || columns.to[place] !== to;
  const words = data.words[place]?.[folded ? 1 : 0] ?? whole;
  return words + (places.length > 1 ? ` +${places.length - 1}` : "");
}
