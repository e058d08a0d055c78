// What the page saves as text; test_page.py runs this with node.
import assert from "node:assert/strict";
import { test } from "node:test";
import { characterOffsets, toGraphml } from "../../kg/page/script/graphml.js";
import { graph } from "./page_graph.mjs";

test("offsets count characters, as in Python", () => {
  const documents = ["", "Ada met Bo.", "\u{1f30a} Ada \u{1f30a}\u{1f30a} met \ud83c Bo \udf0a\udf0a\ud83c\u{1f30a}.", null].map((one) => ({ text: one }));
  const inCharacters = characterOffsets({ documents });
  for (const [place, { text: one }] of documents.slice(0, 3).entries()) {
    for (let offset = 0; offset <= one.length; offset += 1) assert.equal(inCharacters(place, offset), [...one.slice(0, offset)].length);
  }
  assert.equal(inCharacters(3, 5), null);
});

test("a text is looked through once, however many statements it has", ({ mock }) => {
  const looks = mock.method(String.prototype, "matchAll").mock;
  toGraphml(graph(), [0, 1, 3]);
  assert.equal(looks.callCount(), 1);
});
