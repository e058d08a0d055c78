/**
 * Statements as a table for spreadsheets (RFC 4180), one per row, with the sentences that make them.
 *
 */

import { nameOf, sentenceOf } from "./model.js";

const COLUMNS = ["Id", "Subject", "Relation", "Phrase", "Object", "Said how", "Status", "Negated", "Modality", "Attributed to", "Denied by",
  "Time", "Confidence", "Documents", "Sentences"];
const FORMULA = /^[=+\-@\t\r\n]/;
const NUMBER = /^[+-]?\d+(?:[.,]\d+)*$/;

/**
 * Return the statements with these indices as CSV.
 *
 * A cell that a spreadsheet would read as a formula gets a leading apostrophe, as OWASP's "CSV injection" advises.
 *
 * @param {Data} data
 * @param {number[]} places
 * @returns {string}
 */
export function toCsv(data, places) {
  const rows = places.map((place) => row(data, data.statement(place)));
  return [COLUMNS, ...rows].map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");
}

/** @param {Data} data @param {Statement} said */
function row(data, said) {
  const label = (key) => (key === null ? "" : data.entities[key].label);
  const documents = [...new Set(said.evidence.map(({ document }) => data.documents[document].id))];
  const sentences = said.evidence.map((evidence) => sentenceOf(data, evidence).replace(/\s+/g, " "));
  return [
    `${data.base}statement/${said.name}`, nameOf(data, said.from), said.relation, said.phrase, nameOf(data, said.to), data.standings[said.standing],
    said.status, said.negated, said.modality, label(said.speaker), label(said.denier), said.time ? said.time.value : "",
    said.confidence, documents.join("; "), [...new Set(sentences)].join(" | "),
  ];
}

/** @param {any} value */
function cell(value) {
  const text = String(value).replace(/\p{Surrogate}|\0/gu, "\ufffd");
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
