// Sentences, days and voices; test_page.py runs this with node.
import assert from "node:assert/strict";
import { test } from "node:test";
import { daysOf, monthsOf } from "../../kg/page/script/events.js";
import { passagesOf, sentencesOf, textOf } from "../../kg/page/script/sentences.js";
import { disputes, voicesOf } from "../../kg/page/script/voices.js";
import { graph } from "./page_graph.mjs";

const data = graph();
const briefly = (sentences) => sentences.map(({ document, start, places }) => [document, start, places]);

test("each sentence stands once with its statements, by importance or by time", () => {
  const twice = graph();
  twice.rows[3][13] = [...twice.rows[1][13], ...twice.rows[3][13]];
  const sentences = sentencesOf(twice, [2, 3, 1, 0]);
  assert.deepEqual(briefly(sentences), [[1, 33, [2]], [0, 12, [3, 1]], [0, 48, [3]], [0, 0, [0]]]);
  assert.equal(textOf(twice, sentences[1]), "Ada did not meet Bo.");
  assert.deepEqual(briefly(sentencesOf(twice, [2, 3, 1, 0], { byTime: true })), [[0, 0, [0]], [0, 12, [3, 1]], [0, 48, [3]], [1, 33, [2]]]);
  twice.documents[1].published = "2024-06-01";
  assert.equal(sentencesOf(twice, [0, 2], { byTime: true })[0].document, 1);
});

test("sentences that overlap are one passage with the statements of both", () => {
  const over = graph();
  over.rows[0][13] = [[0, 0, 20, [], 0, 0.5, -1, []]];
  assert.deepEqual(briefly(passagesOf(over, 0, [0, 1, 3])), [[0, 0, [0, 1]], [0, 48, [3]]]);
});

test("what is dated stands at its day, month or year, all else where its article was published", () => {
  const dated = graph();
  dated.documents[1].published = "2024-06-03";
  const days = daysOf(dated, dated.order);
  assert.deepEqual(days.map(({ title, day, dated: own, undated }) => [title, day, own, undated]), [
    ["1997", "1997", [0], []],
    ["June 2024", "June 2024", [1], []],
    ["June 2024", "3 June 2024", [], [2]],
    ["Without a date", "Without a date", [], [3, 4]],
  ]);
  assert.deepEqual(monthsOf(days).map(({ month, count }) => [month, count]), [["1997", 1], ["2024-06", 2], ["9999-99", 2]]);
});

test("a time of several days stands under all of them, once what they share", () => {
  const number = (day) => Date.parse(day) / 86_400_000;
  const heading = (first, last) => {
    const dated = graph();
    for (const time of dated.times) Object.assign(time, { from: number(first), to: number(last) });
    return daysOf(dated, dated.order).filter(({ dated: own }) => own.length).map(({ title, day }) => [title, day])[0];
  };
  assert.deepEqual(heading("2017-09-04", "2017-09-04"), ["September 2017", "4 September 2017"]);
  assert.deepEqual(heading("2017-09-04", "2017-09-10"), ["September 2017", "4–10 September 2017"]);
  assert.deepEqual(heading("2017-08-28", "2017-09-03"), ["August 2017", "28 August – 3 September 2017"]);
  assert.deepEqual(heading("2016-12-30", "2017-01-05"), ["December 2016", "30 December 2016 – 5 January 2017"]);
  assert.deepEqual(heading("2017-09-04", "2017-09-17"), ["September 2017", "September 2017"]);
});

test("a voice is who says or denies, and the subject of a verb of speaking that is no mere claim", () => {
  const spoken = graph();
  spoken.speech = { 1: "denies" };
  spoken.rows[0][9] = 2;
  spoken.rows[1][10] = 3;
  assert.deepEqual([...voicesOf(spoken)].sort(([a], [b]) => a - b), [
    [1, [{ act: "denies", place: 3 }]],
    [2, [{ act: "affirms", place: 0 }]],
    [3, [{ act: "denies", place: 1 }]],
  ]);
  assert.equal(voicesOf(data).size, 0);
});

test("what one affirms and another denies of the same is a dispute", () => {
  assert.deepEqual(disputes(data, data.order), [{ yes: [0], no: [1] }]);
  assert.deepEqual(disputes(data, [0, 3]), []);
});
