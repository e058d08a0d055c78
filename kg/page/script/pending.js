/** Pending decisions applied to the data of the page, to show the result as far as the page can predict it. */

import { sameDecision, thingCalled, wrongDecisions } from "./decisions.js";
import { opened } from "./model.js";

const LABEL_WIDTH = 22;

/** Return the data with decisions applied. @param {() => any} read gives what data.py wrote, anew each time @param {Decision[]} pending @returns {Data} */
export function decided(read, pending) {
  const plain = opened(read());
  const open = pending.filter((decision) => !plain.decisions.some((old) => sameDecision(old, decision)));
  if (!open.length) return plain;
  const raw = read();
  const wrong = open.filter(({ kind }) => kind === "wrong");
  raw.wrong = new Set(wrong.length ? wrongPlaces(plain, wrong) : []);
  for (const { kind, names, value } of open) {
    const keys = kind === "same" || CHANGES[kind] ? names.map((name) => thingCalled(plain, name)).filter((key) => key >= 0) : [];
    if (kind === "same") unite(raw, keys);
    else if (keys.length) CHANGES[kind](raw, keys[0], value);
  }
  return Object.assign(opened(raw), { plain });
}

const CHANGES = {
  rename: (raw, key, value) => {
    raw.entities[key][1] = value;
    raw.entities[key][2] = wrapped(value);
    change(raw, key, { label: wrapped(value) });
  },
  retype: (raw, key, value) => {
    const type = raw.types.findIndex(([name]) => name === value);
    // a type without a look in the page keeps the old one until the graph is rebuilt
    if (type < 0) return;
    raw.entities[key][3] = type;
    change(raw, key, { ...raw.groups[value], group: value });
  },
};

/** @param {any} raw @param {number} key @param {any} fields */
function change(raw, key, fields) {
  raw.network.nodes = raw.network.nodes.map((node) => (node.id === key ? { ...node, ...fields } : node));
}

/** Merge entities: the most important of them takes the names, mentions and edges of the others. @param {any} raw @param {number[]} keys */
function unite(raw, keys) {
  const [kept, ...others] = [...new Set(keys.map((key) => rootOf(raw, key)))].sort((a, b) => raw.entities[b][10] - raw.entities[a][10] || a - b);
  for (const other of others) {
    const [into, from] = [raw.entities[kept], raw.entities[other]];
    into[6] = [...new Set([...into[6], ...from[6]])];
    into[8] = summed([...into[8], ...from[8]]);
    into[11] = [...into[11], ...from[11]];
    Object.assign(from, { 6: [], 8: [], 11: [] });
    raw.gone = new Map([...(raw.gone ?? []), [other, kept]]);
    const moved = (key) => (key === other ? kept : key);
    for (const row of raw.statements) for (const field of [1, 2, 9, 10]) row[field] = moved(row[field]);
    for (const line of raw.structure) [line[0], line[1]] = [moved(line[0]), moved(line[1])];
    for (const card of raw.cards) {
      card[1] = moved(card[1]);
      for (const line of card[2]) [line[1], line[2]] = [moved(line[1]), moved(line[2])];
    }
    for (const [at, keys] of Object.entries(raw.mentions)) raw.mentions[at] = [...new Set(keys.map(moved))].filter((key) => !raw.statements[at].slice(1, 3).includes(key));
    raw.structure = raw.structure.filter(([one, two]) => one !== two);
    raw.network.nodes = raw.network.nodes.filter(({ id }) => id !== other);
    raw.tall.places = raw.tall.places.filter(([id]) => id !== other);
    raw.everything = raw.everything?.filter(([id]) => id !== other) ?? null;
    raw.homes = raw.homes?.map((home, key) => (key === other || moved(home) === key ? -1 : moved(home)));
  }
}

/** @param {any} raw @param {number} key @returns {number} */
function rootOf(raw, key) {
  return raw.gone?.has(key) ? rootOf(raw, raw.gone.get(key)) : key;
}

/** @param {[number, number][]} counts */
function summed(counts) {
  const found = new Map();
  for (const [document, count] of counts) found.set(document, (found.get(document) ?? 0) + count);
  return [...found].sort((a, b) => a[0] - b[0]);
}

/** Return the indices of the statements whose evidence is all marked as wrong. @param {Data} data @param {Decision[]} wrong */
function wrongPlaces(data, wrong) {
  const relations = new Set(wrong.map(({ claim }) => claim.relation));
  return [...Array(data.count).keys()].filter((place) => {
    if (!relations.has(data.relations[data.columns.relation[place]][0])) return false;
    const quoted = wrongDecisions(data, place);
    return quoted.length > 0 && quoted.every((each) => wrong.some((decision) => sameDecision(decision, each)));
  });
}

/** Return a name in at most two lines. @param {string} name */
function wrapped(name) {
  if (name.length <= LABEL_WIDTH) return name;
  const at = name.lastIndexOf(" ", LABEL_WIDTH);
  const [first, rest] = at > 0 ? [name.slice(0, at), name.slice(at + 1)] : [name.slice(0, LABEL_WIDTH), name.slice(LABEL_WIDTH)];
  return `${first}\n${rest.length > LABEL_WIDTH ? `${rest.slice(0, LABEL_WIDTH - 1)}…` : rest}`;
}
