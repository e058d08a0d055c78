/**
 * The part of the address after #: the selection, the view and the filters, each by name.
 *
 * Names are used instead of indices, so that an address keeps its meaning after the graph is rebuilt. An address written by
 * hand may use the label of an entity, or another of its names.
 *
 * @typedef {import("./filters.js").Filters} Filters
 * @typedef {{kind: "n" | "s" | "d", place: number} | {kind: "p", from: number, to: number} | {kind: "m", places: number[]}} Selection
 * @typedef {{selection: ?Selection, depth: ?number, filters: Filters, communities: boolean, draw: "overview" | "articles" | "everything",
 *   story?: import("./story_state.js").Story}} State
 */

import { folded } from "./ask.js";
import { noFilters } from "./filters.js";
import { dayOf, isoDay } from "./time.js";
import { storyFields, storyOf } from "./story_state.js";

const DEEPEST = 3;
/** What the fields of an address name. */
const THINGS = {
  n: "entity", m: "entity", from: "entity", to: "entity", s: "statement", d: "document",
  hide: "type", without: "status", relation: "relation", document: "document",
};

/** Return the address of a state; empty if nothing is selected or hidden. @param {Data} data @param {State} state @returns {string} */
export function addressOf(data, { selection, depth, filters, communities, draw, story }) {
  /** @type {[string, string][]} */
  const fields = [];
  if (selection?.kind === "p") {
    fields.push(["from", data.entities[selection.from].id], ["to", data.entities[selection.to].id]);
  } else if (selection?.kind === "m") {
    for (const place of selection.places) fields.push(["m", data.entities[place].id]);
  } else if (selection) fields.push([selection.kind, idOf(data, selection.kind, selection.place)]);
  if (depth !== null) fields.push(["depth", String(depth)]);
  for (const type of [...filters.types].sort((a, b) => a - b)) fields.push(["hide", data.types[type].name]);
  for (const name of data.standingNames) if (filters.standings.has(name)) fields.push(["without", name]);
  if (filters.relation !== null) fields.push(["relation", data.relations[filters.relation][0]]);
  if (filters.document !== null) fields.push(["document", data.documents[filters.document].id]);
  if (filters.confidence > 0) fields.push(["confidence", String(filters.confidence)]);
  if (filters.span) fields.push(["since", isoDay(filters.span[0])], ["until", isoDay(filters.span[1])]);
  if (filters.span && filters.undated) fields.push(["undated", "yes"]);
  if (filters.oneOffs) fields.push(["oneoffs", "no"]);
  if (filters.words) fields.push(["q", filters.words]);
  if (communities) fields.push(["colour", "communities"]);
  if (draw !== usualDrawing(data)) fields.push(["draw", draw]);
  fields.push(...storyFields(story));
  return fields.map(([name, text]) => `${name}=${encodeURIComponent(text)}`).join("&");
}

/** Return the state in an address; names that are not in the graph are ignored. @param {Data} data @param {string} address @returns {State} */
export function stateOf(data, address) {
  const fields = fieldsOf(address);
  const one = (name) => fields.find(([field]) => field === name)?.[1] ?? null;
  const all = (name) => fields.filter(([field]) => field === name).map(([, text]) => text);
  const filters = noFilters();
  filters.types = new Set(all("hide").map((name) => data.types.findIndex((type) => type.name === name)).filter(isPlace));
  filters.standings = new Set(all("without").filter((name) => data.standingNames.includes(name)));
  filters.relation = placeOrNull(data.relations.findIndex(([name]) => name === one("relation")));
  filters.document = placeOrNull(data.documents.findIndex(({ id }) => id === one("document")));
  filters.confidence = Math.min(1, Math.max(0, Number(one("confidence")) || 0));
  const [since, until] = [dayOf(one("since") ?? ""), dayOf(one("until") ?? "")];
  if (since !== null && until !== null && since <= until) filters.span = [since, until];
  filters.undated = one("undated") === "yes";
  filters.oneOffs = one("oneoffs") === "no";
  filters.words = one("q") ?? "";
  const depth = Math.trunc(Number(one("depth")));
  return {
    selection: selectionOf(data, one, all),
    depth: depth >= 1 ? Math.min(depth, DEEPEST) : null,
    filters,
    communities: one("colour") === "communities" && data.communities.length > 0,
    draw: drawingOf(data, one("draw")),
    story: storyOf(one),
  };
}

/** Return what an address names and the graph does not have, as sentences. @param {Data} data @param {string} address @returns {string[]} */
export function unknownIn(data, address) {
  const kinds = { n: "n", m: "n", from: "n", to: "n", s: "s", d: "d" };
  const names = {
    hide: data.types.map(({ name }) => name), without: data.standingNames,
    relation: data.relations.map(([name]) => name), document: data.documents.map(({ id }) => id),
  };
  return fieldsOf(address).flatMap(([field, text]) => {
    if (kinds[field]) return isPlace(placeOf(data, kinds[field], text)) ? [] : [`no ${THINGS[field]} “${text}”`];
    if (names[field]) return names[field].includes(text) ? [] : [`no ${THINGS[field]} “${text}”`];
    return ["since", "until"].includes(field) && dayOf(text) === null ? [`“${text}” is not a day such as 2024-06-30`] : [];
  });
}

/** Return the default drawing: the articles if they have little in common. @param {Data} data @returns {State["draw"]} */
export function usualDrawing(data) {
  return data.apart ? "articles" : "overview";
}

/** @param {Data} data @param {string | null} name @returns {State["draw"]} */
function drawingOf(data, name) {
  if (name === "everything" && data.everything !== null) return name;
  if (name === "overview" || (name === "articles" && data.cards.length)) return name;
  return usualDrawing(data);
}

/** @returns {?Selection} @param {Data} data @param {(name: string) => string | null} one @param {(name: string) => string[]} all */
function selectionOf(data, one, all) {
  const places = [...new Set(all("m").map((id) => placeOf(data, "n", id)).filter(isPlace))];
  if (places.length > 1) return { kind: "m", places };
  for (const kind of /** @type {const} */ (["n", "s", "d"])) {
    const id = one(kind);
    const place = id === null ? -1 : placeOf(data, kind, id);
    if (isPlace(place)) return { kind, place };
  }
  const [from, to] = [one("from"), one("to")].map((id) => placeOf(data, "n", id));
  return isPlace(from) && isPlace(to) && from !== to ? { kind: "p", from, to } : null;
}

/** @param {Data} data @param {"n" | "s" | "d"} kind @param {number} place */
function idOf(data, kind, place) {
  if (kind === "s") return data.rows[place][0];
  return kind === "n" ? data.entities[place].id : data.documents[place].id;
}

/** @param {Data} data @param {"n" | "s" | "d"} kind @param {string} id */
function placeOf(data, kind, id) {
  if (kind === "s") return data.rows.findIndex(([name]) => name === id);
  const place = (kind === "n" ? data.entities : data.documents).findIndex((item) => item.id === id);
  return isPlace(place) || kind === "d" || !id ? place : placeNamed(data, folded(id));
}

/** Return the first entity with these words as its label, or else as another name. @param {Data} data @param {string} words */
function placeNamed(data, words) {
  const labelled = data.entities.findIndex(({ label }) => folded(label) === words);
  return isPlace(labelled) ? labelled : data.entities.findIndex(({ aliases }) => aliases.some((name) => folded(name) === words));
}

/** @returns {[string, string][]} @param {string} address */
function fieldsOf(address) {
  return address.split("&").map((field) => {
    const [name, ...text] = field.split("=");
    return [name, decoded(text.join("="))];
  });
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** @param {number} place */
function isPlace(place) {
  return place >= 0;
}

/** @param {number} place */
function placeOrNull(place) {
  return isPlace(place) ? place : null;
}
