/** Decisions in the format of `decisions.toml`: references to entities, and the file. No function here uses the DOM. */

import { sentenceOf } from "./model.js";

/** The format of a type. */
export const TYPE = /^[A-Z][A-Za-z]*$/;

/** @type {WeakMap<Data, Map<string, Set<number>>>} */
const bearers = new WeakMap();

/**
 * Return the reference to an entity in a decision: its label if it is unique, or else the place of a mention.
 *
 * A renamed entity is referred to by its old name, so that no two decisions rename it.
 *
 * @param {Data} shown
 * @param {number} key
 * @returns {string}
 */
export function referenceTo(shown, key) {
  const data = shown.plain ?? shown;
  const entity = data.entities[key];
  const renamed = data.decisions.find(({ kind, value }) => kind === "rename" && value === entity.label);
  if (renamed) return renamed.names[0];
  if (bearersOf(data).get(folded(entity.label)).size === 1) return entity.label;
  return entity.places.length ? placesOf(data, entity)[0].reference : entity.id;
}

/** Return the index of the entity with this reference, or -1 if there is none or more than one. @param {Data} data @param {string} name @returns {number} */
export function thingCalled(data, name) {
  const renamed = data.decisions.find((decision) => decision.kind === "rename" && decision.names[0] === name);
  const found = bearersOf(data).get(folded(renamed ? renamed.value : name));
  if (found) return found.size === 1 ? [...found][0] : -1;
  const here = data.entities.findIndex(({ id }) => id === name);
  if (here >= 0 || !name.includes("#char=")) return here;
  return data.entities.findIndex((entity) => placesOf(data, entity).some(({ reference }) => reference === name));
}

/**
 * Return the mentions of an entity with their references in decisions (RFC 5147 ranges), and the words around them.
 *
 * @param {Data} data
 * @param {Entity} entity
 * @returns {{document: number, reference: string, words: string, before: string, after: string}[]}
 */
export function placesOf(data, entity) {
  const quoted = data.documents.length > 0 && data.documents[0].text === null;
  const found = [];
  for (let at = 0; at < entity.places.length; at += quoted ? 4 : 3) {
    const [document, start, end] = entity.places.slice(at, at + 3);
    const { id, text } = data.documents[document];
    const reference = `${id}#char=${start},${end}`;
    if (text === null) found.push({ document, reference, words: entity.places[at + 3], before: "", after: "" });
    else {
      const piece = (from, to) => sliced(text, from, to).replace(/\s+/g, " ");
      found.push({ document, reference, words: piece(start, end), before: piece(Math.max(0, start - 45), start), after: piece(end, end + 45) });
    }
  }
  return found;
}

/** Return the decisions that mark all claims of a statement as wrong. @param {Data} shown @param {number} place @returns {Decision[]} */
export function wrongDecisions(shown, place) {
  const data = shown.plain ?? shown;
  const { entities, documents } = data;
  const said = data.statement(place);
  const names = [entities[said.from].label, entities[said.to]?.label ?? ""];
  const found = said.evidence.map((piece) => {
    const [subject, object] = names.map((name, place) => piece.ends?.[place] ?? name);
    const claim = { document: documents[piece.document].id, sentence: sentenceOf(data, piece).replace(/\s+/g, " ").trim(), relation: said.relation, subject };
    return { kind: "wrong", names: [], value: "", claim: object ? { ...claim, object } : claim };
  });
  return [...new Map(found.map((decision) => [JSON.stringify(decision), decision])).values()];
}

/** Return whether two decisions are the same. @param {Decision} one @param {Decision} other */
export function sameDecision(one, other) {
  const said = ({ kind, names, value, claim }) => JSON.stringify([kind, [...names].sort(), value, claim && Object.entries(claim).filter(([, words]) => words).sort()]);
  return said(one) === said(other);
}

/** Return all decisions without those that later ones undo. @param {Decision[]} earlier @param {Decision[]} later @returns {Decision[]} */
export function allDecisions(earlier, later) {
  const kept = earlier.filter((old) => !later.some((decision) => sameDecision(old, decision) || replaces(decision, old)));
  return [...kept, ...later];
}

/** Return whether a decision conflicts with an earlier one. @param {Decision} decision @param {Decision} old */
function replaces(decision, old) {
  const shared = old.names.filter((name) => decision.names.includes(name)).length;
  if (decision.kind === "rename" || decision.kind === "retype") return old.kind === decision.kind && shared > 0;
  return decision.kind === "same" && old.kind === "different" && shared > 1;
}

/** Return decisions as `decisions.toml`. @param {Decision[]} decisions @param {string} by who decides @returns {string} */
export function toToml(decisions, by) {
  const of = (kind) => decisions.filter((decision) => decision.kind === kind);
  const lists = (kind) => of(kind).map(({ names }) => `  [${names.map(quoted).join(", ")}],`);
  const claims = of("wrong").map(({ claim }) => `  { ${Object.entries(claim).filter(([, words]) => words).map(([field, words]) => `${field} = ${quoted(words)}`).join(", ")} },`);
  const tables = (kind) => of(kind).map(({ names, value }) => `${quoted(names[0])} = ${quoted(value)}`);
  return [
    "# Decisions about a graph: kg build ... --decisions decisions.toml",
    ...(by ? [`by = ${quoted(by)}`] : []),
    ...["same", "different", "split"].flatMap((kind) => array(kind, lists(kind))),
    ...array("block", of("block").map(({ names }) => `  ${quoted(names[0])},`)),
    ...array("wrong", claims),
    ...["rename", "retype"].flatMap((kind) => (of(kind).length ? ["", `[${kind}]`, ...tables(kind)] : [])),
    "",
  ].join("\n");
}

/** @param {string} kind @param {string[]} lines */
function array(kind, lines) {
  return lines.length ? [`${kind} = [`, ...lines, "]"] : [];
}

/** Return a text as a TOML basic string, whose escapes include those of JSON. @param {string} text */
function quoted(text) {
  return JSON.stringify(text.replace(/\p{Surrogate}/gu, "\ufffd")).replaceAll("\u007f", "\\u007f");
}

/** @returns {Map<string, Set<number>>} @param {Data} data */
function bearersOf(data) {
  if (!bearers.has(data)) {
    const found = new Map();
    data.entities.forEach(({ label, aliases }, key) => {
      for (const name of [label, ...aliases]) {
        const form = folded(name);
        if (!found.has(form)) found.set(form, new Set());
        found.get(form).add(key);
      }
    });
    bearers.set(data, found);
  }
  return bearers.get(data);
}

/** @param {string} name */
function folded(name) {
  return name.replace(/^the\s+/i, "").toLowerCase();
}

/** Return a part of a text by offsets in code points. @param {string} text @param {number} start @param {number} end */
function sliced(text, start, end) {
  // most texts have no character beyond the basic plane
  return /[\ud800-\udbff]/.test(text) ? Array.from(text).slice(start, end).join("") : text.slice(start, end);
}
