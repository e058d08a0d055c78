/**
 * Paths in the graph: neighbours, and the shortest path between two entities.
 *
 */

import { nodeOf } from "./network.js";

/** The maximum number of nodes in a view: more cannot be read. */
export const LARGEST_VIEW = 300;
const COMFORTABLE = 120;
const FEW = 30;

/**
 * Return a node and the nodes reachable from it, larger ones first if there are too many.
 *
 * @param {Data} data
 * @param {number} centre
 * @param {?number} depth the number of steps; null means one, and a second one to some more nodes if the first reaches few
 * @param {(place: number) => boolean} open returns whether a statement may be used
 * @returns {Set<number>}
 */
export function neighbourhood(data, centre, depth = null, open = () => true) {
  const near = new Set([centre]);
  let ring = [centre];
  const rooms = depth === null ? [COMFORTABLE, FEW] : Array(depth).fill(LARGEST_VIEW);
  for (const room of rooms) {
    const next = new Set(ring.flatMap((key) => [...neighbours(data, key, open), ...namedNear(data, key)]));
    ring = [...next]
      .filter((key) => !near.has(key))
      .sort((a, b) => nodeOf(data, b).size - nodeOf(data, a).size || a - b)
      .slice(0, Math.max(0, room - near.size));
    ring.forEach((key) => near.add(key));
  }
  return near;
}

/**
 * Return the nodes on a shortest path between two nodes, including both; null if there is none.
 *
 * Statements are used in both directions. Among several shortest paths, one through larger nodes is chosen.
 *
 * @param {Data} data
 * @param {number} from
 * @param {number} to
 * @param {(place: number) => boolean} open returns whether a statement may be used
 * @param {(key: number) => number[]} near returns the nodes one step away
 * @returns {?number[]}
 */
export function shortestPath(data, from, to, open = () => true, near = (key) => neighbours(data, key, open)) {
  const before = new Map([[from, from]]);
  let ring = [from];
  while (ring.length && !before.has(to)) {
    const next = [];
    for (const key of ring.sort((a, b) => nodeOf(data, b).size - nodeOf(data, a).size || a - b)) {
      for (const neighbour of near(key)) {
        if (before.has(neighbour)) continue;
        before.set(neighbour, key);
        next.push(neighbour);
      }
    }
    ring = next;
  }
  if (!before.has(to)) return null;
  const path = [to];
  while (path[0] !== from) path.unshift(before.get(path[0]));
  return path;
}

/** Return a shortest path over statements, or else one that also uses structural edges. @param {Data} data @param {number} from @param {number} to @param {(place: number) => boolean} open @returns {?number[]} */
export function anyPath(data, from, to, open) {
  return shortestPath(data, from, to, open) ?? shortestPath(data, from, to, open, (key) => [...neighbours(data, key, open), ...namedNear(data, key)]);
}

/**
 * Return for each step of a path the statements between its two nodes, by decreasing confidence.
 *
 * @param {Data} data
 * @param {number[]} path
 * @param {(place: number) => boolean} open
 * @returns {number[][]}
 */
export function stepsOf(data, path, open = () => true) {
  const { from, to, confidence } = data.columns;
  return path.slice(1).map((key, step) => {
    const before = path[step];
    const between = (place) =>
      (from[place] === before && to[place] === key) || (from[place] === key && to[place] === before);
    return data.touching[before].filter((place) => between(place) && open(place))
      .sort((a, b) => confidence[b] - confidence[a] || a - b);
  });
}

/** Return the entities with structural edges to an entity. @param {Data} data @param {number} key @returns {number[]} */
function namedNear(data, key) {
  return (data.structural[key] ?? []).map((place) => data.structure[place]).map(([from, to]) => (from === key ? to : from));
}

/** @param {Data} data @param {number} key @param {(place: number) => boolean} open */
function neighbours(data, key, open) {
  const { from, to } = data.columns;
  return data.touching[key].filter(open).map((place) => (from[place] === key ? to[place] : from[place]));
}
