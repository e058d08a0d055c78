// The part of the page's script that touches no document; test_page.py runs this with node.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as model from "../../kg/export/page/model.js";

const text = "Ada met Bo. Ada did not meet Bo. Cleo sold tea.";
const said = (relation, standing, start, end) => ({
  id: `${start}`,
  parts: [["Ada", "subject", 0], [relation, "relation", null], ["Bo", "object", 1]],
  relation,
  standing,
  evidence: [{ document: 0, start, end }],
});
const data = {
  documents: [{ text }],
  entities: [
    { label: "Ada", type: 0, aliases: ["Áda L."] },
    { label: "Bo", type: 0, aliases: [] },
    { label: "Cleo", type: 1, aliases: [] },
  ],
  statements: [said("meet", "stated", 0, 11), said("meet", "denied", 12, 32), said("like", "stated", 0, 11), said("sell", "stated", 33, 47)],
  nodes: [{ size: 9 }, { size: 8 }, { size: 7 }, { size: 5 }],
  edges: [{ from: 0, to: 1 }, { from: 0, to: 1 }, { from: 1, to: 0 }, { from: 2, to: 3 }],
};
const touching = model.statementsByNode(data);
const nothing = () => ({ types: new Set(), standings: new Set(), document: null });

test("a statement and its denial are contrary", () => {
  assert.deepEqual(model.companions(data, touching, 0), { contrary: [1], others: [2] });
  assert.deepEqual(model.companions(data, touching, 2), { contrary: [], others: [0, 1] });
});

test("filters hide statements by type, standing and document", () => {
  assert.deepEqual(model.shownStatements(data, nothing()), [0, 1, 2, 3]);
  assert.deepEqual(model.shownStatements(data, { ...nothing(), types: new Set([1]) }), [0, 1, 2]);
  assert.deepEqual(model.shownStatements(data, { ...nothing(), standings: new Set(["denied"]) }), [0, 2, 3]);
  assert.deepEqual(model.shownStatements(data, { ...nothing(), document: 1 }), []);
});

test("search finds names without accents, then sentences", () => {
  assert.deepEqual(model.search(data, "ÁDA L.").map(({ kind, place }) => [kind, place]), [["n", 0]]);
  assert.deepEqual(model.search(data, "sold tea").map(({ kind, place }) => [kind, place]), [["s", 3]]);
  assert.deepEqual(model.search(data, "  "), []);
  assert.equal(model.search(data, "a", 2).length, 2);
});

test("a neighbourhood holds the node and what it is linked to", () => {
  assert.deepEqual([...model.neighbourhood(data, touching, 2)], [2, 3]);
  assert.deepEqual([...model.neighbourhood(data, touching, 0, 1)], [0]);
});

test("edges further aside bend more, and none as much as 1", () => {
  const bends = [1, 2, 3, 14].map((lane) => model.roundness(24 * lane, 80));
  assert.deepEqual(bends, [...bends].sort((a, b) => a - b));
  assert.ok(bends.at(-1) < 1);
  assert.equal(model.roundness(0, 0), 0);
});

test("rows of statements become objects", () => {
  const rows = {
    roles: ["subject", "relation"],
    rules: ["clauses: own-subject"],
    edges: [{ standing: "denied" }],
    statements: [["a", [["Ada", 0, 0], ["met", 1]], "meet", 0.5, [[0, 1, 4, [[1, 2]], ["in Rome"], null, 0, 0.5]]]],
  };
  const [statement] = model.unpacked(rows).statements;
  assert.deepEqual(statement.parts, [["Ada", "subject", 0], ["met", "relation", null]]);
  assert.equal(statement.standing, "denied");
  assert.deepEqual(statement.evidence, [{ document: 0, start: 1, end: 4, words: [[1, 2]], circumstances: ["in Rome"],
    time: null, rule: "clauses: own-subject", confidence: 0.5, sentence: undefined }]);
});
