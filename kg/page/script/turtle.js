/**
 * Statements and their entities as Turtle, in the terms of graph.ttl, which contains everything written here.
 *
 */

import { isEnd, sourcesOf } from "./model.js";

const NAMESPACES = {
  prov: "http://www.w3.org/ns/prov#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};
const ESCAPES = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };
const TRUE = `"true"^^xsd:boolean`;
const LOCAL = /^[A-Za-z0-9_][A-Za-z0-9_-]*$/;
const LANGUAGE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;
// as `is_absolute` in iris.py, but only for ASCII
const ABSOLUTE = /^(https?:\/\/[\w.-]+(:[0-9]+)?([/?#][^\x00-\x20<>"{}|\\^`%#\x7f-\uffff]*)?|urn:[a-z0-9-]{2,}:[\w.:/-]+)$/;

/**
 * Return the statements with these indices as Turtle, with all entities that they name.
 *
 * @param {Data} data
 * @param {number[]} places
 * @returns {string}
 */
export function toTurtle(data, places) {
  const said = places.map(data.statement);
  const named = places.flatMap((place) => data.mentions[place] ?? []);
  const things = new Set([...said.flatMap(({ from, to, speaker, denier }) => [from, to, speaker, denier]), ...named]);
  const entities = [...things].filter((key) => key !== null && data.entities[key]).sort((a, b) => a - b);
  const prefixes = { ...NAMESPACES, kg: data.namespace, kge: `${data.base}entity/`, kgr: `${data.base}relation/`, kgs: `${data.base}statement/` };
  const relations = new Map(said.map((one) => [one.relation, relationTerm(data, one)]));
  return [
    ...Object.entries(prefixes).sort().map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`),
    ...[...relations].sort().map(([name, iri]) =>
      block(iri, [["a", "rdf:Property"], ["a", "kg:Relation"], ["rdfs:label", quoted(name, "@en")]])),
    ...entities.map((key) => entityBlock(data, key)),
    ...said.map((one, at) => statementBlock(data, one, data.mentions[places[at]] ?? [], sourcesOf(data, places[at]))),
  ].join("");
}

/** @param {Data} data @param {number} key */
function entityBlock(data, key) {
  const entity = data.entities[key];
  const [first] = entity.mentions;
  const language = first && data.documents[first[0]].language;
  const tag = language && LANGUAGE.test(language) ? `@${language}` : "";
  return block(entityTerm(data, key), [
    ["a", "kg:Entity"],
    ...data.types[entity.type].classes.map((iri) => ["a", iriTerm(iri)]),
    ["rdfs:label", quoted(entity.label, tag)],
    ...entity.aliases.map((alias) => ["skos:altLabel", quoted(alias, tag)]),
    ...entity.links.map((link) => (ABSOLUTE.test(link) ? ["skos:exactMatch", iriTerm(link)] : ["kg:link", quoted(link)])),
    ...(entity.name === entity.id ? [] : [["kg:localName", quoted(entity.id)]]),
  ]);
}

/** @param {Data} data @param {Statement} said @param {number[]} named the things with a name in its words @param {{mentions: number, independent: number}} sources */
function statementBlock(data, said, named, { mentions, independent }) {
  const subject = entityTerm(data, said.from);
  const value = data.values[said.to - data.entities.length];
  const none = isEnd(data, said.to);
  const object = none ? TRUE : value ? literal(value.lexical, value.datatype) : entityTerm(data, said.to);
  const plain = said.standing === "stated";
  const iri = term("kgs", `${data.base}statement/`, said.name);
  return (plain ? block(subject, [[relationTerm(data, said), object]]) : "") + block(iri, [
    ["a", "kg:Statement"],
    ["kg:subject", subject],
    ["kg:relation", relationTerm(data, said)],
    ["kg:object", object],
    ...(none ? [["kg:noObject", TRUE]] : []),
    ...(value?.unit ? [["kg:unit", quoted(value.unit)]] : []),
    ...(value?.type ? [["kg:datatypeName", quoted(value.type)]] : []),
    ["kg:confidence", literal(decimal(said.confidence), `${NAMESPACES.xsd}decimal`)],
    ["kg:polarity", said.negated ? "kg:negated" : "kg:affirmed"],
    ["kg:modality", `kg:${said.modality}`],
    ["kg:status", `kg:${said.status}`],
    ["kg:phrase", quoted(said.phrase)],
    ["kg:mentions", literal(`${mentions}`, `${NAMESPACES.xsd}integer`)],
    ["kg:independentSources", literal(`${independent}`, `${NAMESPACES.xsd}integer`)],
    ...named.map((key) => ["kg:alsoMentions", entityTerm(data, key)]),
    ...timeProperties(said.time),
    ...(said.speaker === null ? [] : [["prov:wasAttributedTo", entityTerm(data, said.speaker)]]),
    ...(said.denier === null ? [] : [["kg:deniedBy", entityTerm(data, said.denier)]]),
    ...(said.name === said.id ? [] : [["kg:localName", quoted(said.id)]]),
  ]);
}

/** @param {Time} time */
function timeProperties(time) {
  if (!time) return [];
  const day = (number) => literal(new Date(number * 86_400_000).toISOString().slice(0, 10), `${NAMESPACES.xsd}date`);
  return [
    ...(time.lexical === null ? [] : [["kg:time", literal(time.lexical, time.datatype)]]),
    ...(time.from === null ? [] : [["kg:timeFrom", day(time.from)]]),
    ...(time.to === null ? [] : [["kg:timeTo", day(time.to)]]),
    ["kg:timeGrain", `kg:${time.grain}`],
    ["kg:timeText", quoted(time.text)],
  ];
}

/** @param {string} subject @param {string[][]} properties */
function block(subject, properties) {
  return `\n${subject} ${properties.map(([predicate, object]) => `${predicate} ${object}`).join(" ;\n    ")} .\n`;
}

/** @param {Data} data @param {number} key */
function entityTerm(data, key) {
  return term("kge", `${data.base}entity/`, data.entities[key].name);
}

/** @param {Data} data @param {Statement} said */
function relationTerm(data, said) {
  return term("kgr", `${data.base}relation/`, said.relationName ?? said.relation.replaceAll(" ", "_"));
}

/** @param {string} prefix @param {string} namespace @param {string} local */
function term(prefix, namespace, local) {
  return LOCAL.test(local) ? `${prefix}:${local}` : iriTerm(namespace + local);
}

/** @param {string} iri */
function iriTerm(iri) {
  return `<${iri.replace(/[\x00-\x20<>"{}|^`\\]/g, (character) => `\\u${hex(character)}`)}>`;
}

/** @param {string} lexical @param {string | null} datatype */
function literal(lexical, datatype) {
  return quoted(lexical, datatype === null ? "" : `^^${iriTerm(datatype)}`);
}

/** @param {string} text @param {string} [suffix] */
function quoted(text, suffix = "") {
  const escaped = text.replace(/[\x00-\x1f\x7f"\\]/g, (character) => ESCAPES[character] ?? `\\u${hex(character)}`);
  // a lone surrogate cannot be written in UTF-8
  return `"${escaped.replace(/\p{Surrogate}/gu, "\ufffd")}"${suffix}`;
}

/** @param {string} character */
function hex(character) {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
}

/** @param {number} number */
function decimal(number) {
  return Number.isInteger(number) ? `${number}.0` : String(number);
}
