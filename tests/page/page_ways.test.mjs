// Search, neighbours, paths, addresses and placing; test_page.py runs this with node.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf, stateOf, unknownIn } from "../../kg/page/script/address.js";
import { noFilters } from "../../kg/page/script/filters.js";
import { roundness } from "../../kg/page/script/look.js";
import { neighbourhood, shortestPath, stepsOf } from "../../kg/page/script/paths.js";
import { placedApart } from "../../kg/page/script/placement.js";
import { search } from "../../kg/page/script/search.js";
import { firstStory } from "../../kg/page/script/story_state.js";
import { graph } from "./page_graph.mjs";

const data = graph();
const found = (query, options) => search(data, query, options).map(({ kind, place }) => [kind, place]);

test("search finds names without accents, then relations and sentences", () => {
  assert.deepEqual(found("ÁDA L."), [["n", 0]]);
  assert.deepEqual(found("sold tea"), [["s", 2]]);
  assert.deepEqual(found("know"), [["s", 4]]);
  assert.deepEqual(found("  "), []);
  assert.equal(found("a", { limit: 2 }).length, 2);
  assert.deepEqual(found("bo", { kinds: "n" }), [["n", 1]]);
});

test("a neighbourhood reaches as many steps as it is told", () => {
  assert.deepEqual([...neighbourhood(data, 0, 1)], [0, 1]);
  assert.deepEqual([...neighbourhood(data, 0, 2)], [0, 1, 3]);
  assert.deepEqual([...neighbourhood(data, 0)], [0, 1, 3]);
  assert.deepEqual([...neighbourhood(data, 0, 3, (place) => place !== 4)], [0, 1]);
});

test("a neighbourhood has the things named inside, and no path leads over them", () => {
  const named = graph({ structure: [[2, 0, "part of"]] });
  assert.deepEqual(named.structural, [[0], [], [0], []]);
  assert.deepEqual([...neighbourhood(named, 2, 1)], [2, 0, 4]);
  assert.deepEqual([...neighbourhood(named, 0, 1)], [0, 1, 2]);
  assert.equal(shortestPath(named, 0, 2), null);
});

test("a path is the shortest one over the statements that may be walked", () => {
  assert.deepEqual(shortestPath(data, 0, 3), [0, 1, 3]);
  assert.equal(shortestPath(data, 0, 2), null);
  assert.equal(shortestPath(data, 0, 3, (place) => place !== 4), null);
  assert.deepEqual(stepsOf(data, [0, 1, 3]), [[0, 1, 3], [4]]);
});

test("an address says what is selected, shown and hidden, and is read back", () => {
  const states = [
    { selection: null, depth: null, filters: noFilters(), communities: false, draw: "overview" },
    { selection: { kind: "n", place: 0 }, depth: 2, filters: noFilters(), communities: true, draw: "overview" },
    { selection: { kind: "p", from: 0, to: 3 }, depth: null, communities: false, draw: "overview", filters: { ...noFilters(), types: new Set([1]),
      standings: new Set(["denied"]), relation: 3, document: 1, confidence: 0.35, span: [9862, 19904], undated: true } },
  ];
  const story = { view: "voices", order: "time", act: "denies", month: "2024-06" };
  states.forEach((state, index) => (state.story = index % 2 ? story : firstStory()));
  for (const state of states) assert.deepEqual(stateOf(data, addressOf(data, state)), state);
  assert.equal(addressOf(data, states[0]), "");
  assert.equal(addressOf(data, states[1]), "n=Ada&depth=2&colour=communities&view=voices&order=time&act=denies&month=2024-06");
});

test("an address may name a thing by its label or another name of it", () => {
  const other = graph();
  other.entities[0].id = "Ada-kw25imsg";
  other.entities[3].aliases.push("Ada");
  for (const name of ["Ada-kw25imsg", "ada", "%C3%81da%20L.", "Ada L."]) {
    assert.deepEqual(stateOf(other, `n=${name}`).selection, { kind: "n", place: 0 }, name);
  }
  assert.deepEqual(stateOf(other, "from=ada&to=BO").selection, { kind: "p", from: 0, to: 1 });
});

test("what an address names and the graph has not is left out", () => {
  const nothing = { selection: null, depth: null, filters: noFilters(), communities: false, draw: "overview", story: firstStory() };
  for (const address of ["n=Nobody", "s=%E0%A4%A", "x=<img>", "from=Ada&to=Ada", "hide=Ship&without=x&confidence=a&since=b&until=c"]) {
    assert.deepEqual(stateOf(data, address), nothing);
  }
  assert.equal(stateOf(data, "n=Ada&depth=99").depth, 3);
});

test("what an address names and the graph has not is told", () => {
  const address = "n=Nobody&s=x&d=y&m=Ada&from=Ada&to=Z&hide=Ship&without=x&relation=fly&document=q&since=garbage&until=2024-06-30&q=Ada&view=voices";
  assert.deepEqual(unknownIn(data, address), [
    "no entity “Nobody”", "no statement “x”", "no document “y”", "no entity “Z”", "no type “Ship”", "no status “x”", "no relation “fly”",
    "no document “q”", "“garbage” is not a day such as 2024-06-30",
  ]);
  assert.deepEqual(unknownIn(data, ""), []);
});

test("boxes are placed apart in the frame", () => {
  const boxes = Array.from({ length: 40 }, (_, index) => ({ x: index % 3, y: index % 5, width: 60 + index, height: 30 }));
  const placed = placedApart(boxes, 1.6, data.constants);
  const over = (a, b) => Math.abs(a.x - b.x) * 2 < a.width + b.width - 1 && Math.abs(a.y - b.y) * 2 < a.height + b.height - 1;
  assert.equal(placed.filter((a, index) => placed.some((b, other) => other < index && over(a, b))).length, 0);
  assert.deepEqual(placedApart(boxes, 1.6, data.constants), placed);
  assert.deepEqual(placedApart([], 1, data.constants), []);
});

test("edges further aside bend more, and none as much as 1", () => {
  const bends = [1, 2, 3, 14].map((lane) => roundness(24 * lane, 80, 0.9));
  assert.deepEqual(bends, [...bends].sort((a, b) => a - b));
  assert.ok(bends.at(-1) < 1);
  assert.equal(roundness(0, 0, 0.9), 0);
});
