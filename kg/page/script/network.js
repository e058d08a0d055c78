/**
 * The look of nodes and edges in the pyvis network that Python fills (network.py): the script chooses no colour, shape, size or
 * dash itself. Elements that are not in the first view look like their group or their status.
 *
 * @typedef {{id: number | string, label: string, group: string, shape: string, size: number, color: any,
 *   font: {size: number, color: string}, title?: string, [field: string]: any}} NodeLook
 * @typedef {{label: string, color: string, width: number, dashes: number[] | boolean, title?: string,
 *   [field: string]: any}} EdgeLook
 */

import { isOnCard, onCard, thingOf } from "./articles.js";
import { isEnd, sentenceOf, visible, wordsOf } from "./model.js";

const VALUE = "Literal";
const END = "NoObject";
/** @type {WeakMap<Data, {nodes: Map<number, NodeLook>, edges: Map<number | string, EdgeLook>}>} */
const looks = new WeakMap();

/** Return the look of a node; nodes are the entities, then values and the ends of statements without an object. @param {Data} data @param {number} key @returns {NodeLook} */
export function nodeOf(data, key) {
  const { nodes } = looksOf(data);
  if (!nodes.has(key)) nodes.set(key, isOnCard(data, key) ? onCard(nodeOf(data, thingOf(data, key)), key) : laterNode(data, key));
  return nodes.get(key);
}

/** Return the look of a statement. @param {Data} data @param {number} place @returns {EdgeLook} */
export function edgeOf(data, place) {
  const { edges } = looksOf(data);
  if (!edges.has(place)) edges.set(place, laterEdge(data, place));
  return edges.get(place);
}

/** Return the look of a structural edge; its key is that of the pyvis network. @param {Data} data @param {number} place @returns {EdgeLook} */
export function structuralOf(data, place) {
  const { edges } = looksOf(data);
  const id = structuralKey(place);
  if (!edges.has(id)) edges.set(id, { ...data.structuralLine, label: data.structure[place][2] });
  return edges.get(id);
}

/** Return the key of a structural edge; statements have their indices as keys. @param {number} place */
export function structuralKey(place) {
  return `structural-${place}`;
}

/** Return the index of a structural edge, given its key. @param {string} id @returns {number} */
export function placeOfStructural(id) {
  return Number(id.slice("structural-".length));
}

/** @param {Data} data */
function looksOf(data) {
  if (!looks.has(data)) {
    const { nodes, edges } = data.network;
    looks.set(data, { nodes: byId(nodes), edges: byId(edges) });
  }
  return looks.get(data);
}

/** @template T @param {T[]} items @returns {Map<any, T>} */
function byId(items) {
  return new Map(items.map((/** @type {any} */ { x, y, ...look }) => [look.id, { label: "", size: 0, font: {}, ...look }]));
}

/** @param {Data} data @param {number} key @returns {NodeLook} */
function laterNode(data, key) {
  const entity = data.entities[key];
  const value = data.values[key - data.entities.length];
  const group = entity ? data.types[entity.type].name : isEnd(data, key) ? END : VALUE;
  const look = { id: key, group, label: entity?.drawn ?? value?.drawn ?? "", ...data.groups[group] };
  const size = entity?.size ?? look.size;
  return { ...look, size, font: { size: data.letters[entity ? size : ""], color: data.ink } };
}

/** @param {Data} data @param {number} place @returns {EdgeLook} */
function laterEdge(data, place) {
  const said = data.statement(place);
  const title = [wordsOf(data, said), data.standings[said.standing], ...said.evidence.slice(0, 1).map((piece) => `“${sentenceOf(data, piece)}”`)];
  return { ...data.lines[said.standing], standing: said.standing, label: said.label, title: visible(title.join("\n")) };
}
