// The data of the page as objects and columns; test_page.py runs this with node.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as model from "../../kg/page/script/model.js";
import { edgeOf, nodeOf } from "../../kg/page/script/network.js";
import { disputes } from "../../kg/page/script/voices.js";
import { graph } from "./page_graph.mjs";

const data = graph({ ends: true });
const seen = (key) => [nodeOf(data, key).label, nodeOf(data, key).size, nodeOf(data, key).shape, nodeOf(data, key).color];

test("a node looks as the network of pyvis has it, and where that has it not as its group does", () => {
  assert.deepEqual(seen(0), ["Ada", 9, "dot", "#123456"]);
  assert.deepEqual(seen(1), ["Bo", 8, "dot", "#123456"]);
  assert.equal(nodeOf(data, 1).font.size, 14);
  assert.deepEqual(edgeOf(data, 1).dashes, [2, 2]);
  assert.equal(edgeOf(data, 1).title, "Ada did not meet Bo June (2024-06)\nNegative\n“Ada did not meet Bo.”");
});

test("rows of statements become objects when they are asked for", () => {
  const said = data.statement(1);
  assert.equal(said, data.statement(1));
  assert.equal(said.phrase, "did not meet");
  assert.deepEqual([said.standing, said.status], ["negated", "negated"]);
  assert.deepEqual([data.statement(0).standing, data.statement(0).status], ["stated", "affirmed"]);
  assert.equal(said.time.value, "2024-06");
  assert.deepEqual(said.evidence, [{ document: 0, start: 12, end: 32, words: [[12, 15]], rule: "rules: own-subject",
    confidence: 0.5, time: "June (2024-06)", circumstances: ["in Rome"], ends: null, sentence: null, where: null }]);
  assert.equal(model.sentenceOf(data, said.evidence[0]), "Ada did not meet Bo.");
  assert.equal(model.wordsOf(data, said), "Ada did not meet Bo June (2024-06)");
});

test("a wording around the object is told around it", () => {
  const said = { ...data.statement(1), phrase: "wants … to stay" };
  assert.equal(model.wordsOf(data, said), "Ada wants Bo to stay June (2024-06)");
});

test("a statement and its denial are contrary", () => {
  assert.deepEqual(model.companions(data, 0), { contrary: [1], others: [3] });
  assert.deepEqual(model.companions(data, 3), { contrary: [], others: [0, 1] });
  assert.deepEqual([0, 1, 2, 3, 4].filter((place) => model.isDisputed(data, place)), [0, 1]);
  assert.deepEqual(model.companions(data, 5), { contrary: [6], others: [] });
  assert.deepEqual([4, 5, 6].map((place) => model.sideOf(data, place)), [0, 1, -1]);
});

test("two values of one thing are contrary, as data.py found them", () => {
  const found = graph({ against: [[0, 2]] });
  assert.deepEqual(model.companions(found, 0), { contrary: [1, 2], others: [3] });
  assert.deepEqual(model.companions(found, 2), { contrary: [0], others: [] });
  assert.deepEqual(disputes(found, [0, 2]), [{ yes: [0], no: [2] }]);
  assert.deepEqual(disputes(found, [2, 3]), []);
});

test("documents with one text are one source", () => {
  assert.deepEqual(model.sourcesOf(data, 0), { mentions: 1, independent: 1, copies: [] });
  const found = graph({ sources: { 0: [[0, 1]] } });
  found.rows[0][13].push([1, 0, 11, [], 0, 0.5, -1, []], [1, 0, 11, [], 0, 0.4, -1, []]);
  assert.deepEqual(model.sourcesOf(found, 0), { mentions: 2, independent: 1, copies: [[0, 1]] });
});

test("a node is an entity or a value", () => {
  assert.deepEqual(seen(2), ["Cleo", 7, "square", "#654321"]);
  assert.deepEqual(seen(4), ["tea", 5, "box", undefined]);
  assert.equal(model.nameOf(data, 4), "tea");
});

test("a statement without an object ends at a node without a name", () => {
  assert.deepEqual(seen(5), ["", 2.5, "dot", undefined]);
  assert.deepEqual([4, 5].map((key) => model.isEnd(data, key)), [false, true]);
  assert.equal(model.nameOf(data, 5), "");
  assert.equal(model.wordsOf(data, data.statement(5)), "Dan resigned");
});

test("statements are found by node and by document", () => {
  assert.deepEqual(data.touching, [[0, 1, 3], [0, 1, 3, 4], [2], [4, 5, 6], [2], [5], [6]]);
  assert.deepEqual(model.statementsIn(data, 1), [2]);
});
