// Filtered statements, and time in slots; test_page.py runs this with node.
import assert from "node:assert/strict";
import { test } from "node:test";
import { filterCount, nodeHidden, noFilters, relationCounts, shownStatements } from "../../kg/page/script/filters.js";
import { dayOf, isoDay, overlapsSpan, timeSlots } from "../../kg/page/script/time.js";
import { graph } from "./page_graph.mjs";

const data = graph();
const left = (change) => shownStatements(data, { ...noFilters(), ...change });

test("each filter leaves what it should", () => {
  assert.deepEqual(left({}), [0, 1, 3, 4, 2]);
  assert.deepEqual(left({ types: new Set([1]) }), [0, 1, 3, 4]);
  assert.deepEqual(left({ standings: new Set(["negated"]) }), [0, 3, 4, 2]);
  assert.deepEqual(left({ document: 1 }), [2]);
  assert.deepEqual(left({ relation: 1 }), [3]);
  assert.deepEqual(left({ confidence: 0.5 }), [0, 1, 3, 2]);
  assert.deepEqual(left({ relation: 0, confidence: 0.6 }), [0]);
});

test("a span of time leaves what may lie in it, and undated statements where these are wanted", () => {
  assert.deepEqual(left({ span: [9862, 10226] }), [0]);
  assert.deepEqual(left({ span: [10000, 10001] }), [0]);
  assert.deepEqual(left({ span: [10227, 30000] }), [1]);
  assert.deepEqual(left({ span: [10227, 30000], undated: true }), [1, 3, 4, 2]);
  assert.ok(overlapsSpan({ from: null, to: 5 }, [-10, -9]));
  assert.ok(!overlapsSpan({ from: null, to: null }, [0, 1]));
});

test("nodes without a statement left are not drawn", () => {
  assert.ok(nodeHidden(data, { ...noFilters(), relation: 1 }, 2));
  assert.ok(!nodeHidden(data, noFilters(), 2));
  assert.ok(nodeHidden(data, { ...noFilters(), types: new Set([1]) }, 2));
  assert.ok(nodeHidden(data, { ...noFilters(), types: new Set([1]) }, 4));
});

test("filters and relations are counted", () => {
  assert.equal(filterCount(noFilters()), 0);
  assert.equal(filterCount({ ...noFilters(), document: 0, types: new Set([0, 1]) }), 2);
  assert.deepEqual(relationCounts(data), [[0, 2], [1, 1], [2, 1], [3, 1]]);
});

test("days are read and written", () => {
  assert.equal(isoDay(19904), "2024-06-30");
  assert.equal(dayOf("2024-06-30"), 19904);
  assert.equal(dayOf("June"), null);
  assert.equal(dayOf("2024-13-01"), null);
});

test("slots have the finest unit that gives few enough, and are called what their times are", () => {
  const slots = timeSlots(data.times.map((time) => ({ ...time, count: 1 })));
  assert.deepEqual(slots.map(({ label, count }) => [label, count]), [["1997", 1], ["Jun 2024", 1]]);
  const days = Array.from({ length: 400 }, (_, day) => ({ from: day, to: day, count: 1 }));
  const months = timeSlots(days);
  assert.equal(months.length, 14);
  assert.deepEqual([months[0].label, months[0].from, months[0].to, months[0].count], ["Jan 1970", 0, 30, 31]);
  const centuries = Array.from({ length: 90 }, (_, year) => ({ from: 365 * 10 * year, to: 365 * 10 * year, count: 2 }));
  assert.equal(timeSlots(centuries)[0].label, "1970s");
  assert.deepEqual(timeSlots([{ from: null, to: null, count: 1 }]), []);
});
