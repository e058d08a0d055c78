/** Fit an overview: every line with its words, every entity with its name; whatever has no room is left out. */

import { placeAgain } from "./articles.js";
import { aim } from "./canvas.js";
import { folds, waitingAt, weightOf } from "./folding.js";
import { placeNames, placeWords } from "./labels.js";
import { visEdge } from "./look.js";
import { isEnd } from "./model.js";

/** The number of lines that may place their words before more important ones. */
const MOST_URGENT = 6;

/** Return whether every line of the view needs its words. @param {Canvas} canvas */
export function hasWordsOnAll({ app: { data }, view }) {
  if (view.kind === "articles") return true;
  return folds(data, view) && !isOpened(view) && ["first", "filtered"].includes(view.kind);
}

/** @param {View} view */
export function isOpened(view) {
  return view.kind === "first" && view.opened !== undefined;
}

/** Leave out the least important lines until all names and words have room, and entities without lines. @param {Canvas} canvas */
export function makeRoom(canvas) {
  const { data } = canvas.app;
  const [all, keys] = [[...canvas.lines.values()], [...canvas.drawn]];
  // words are only placed on existing edges
  canvas.edges.update(all.map(({ place }) => visEdge(canvas, place)));
  const tryOut = () => {
    canvas.lines = new Map(all.filter(({ place }) => !canvas.waived.has(place)).map((line) => [line.place, line]));
    const linked = endsOf(canvas.lines);
    canvas.drawn = new Set(keys.filter((key) => linked.has(key)));
    canvas.waiting = waitingAt(canvas);
    if (canvas.cards.length) placeAgain(canvas);
    aim(canvas);
    return lackingIn(canvas);
  };
  const [spread, below] = [false, true].map((each) => {
    canvas.below = each;
    return tryOut().lacking.length;
  });
  canvas.below = below < spread;
  const byWeight = (one, other) => weightOf(data, one) - weightOf(data, other);
  // the last line is kept, whatever its room
  for (let { worded, lacking } = tryOut(); lacking.length && canvas.lines.size > 1; { worded, lacking } = tryOut()) {
    // first, words without room are placed before others, the most important of them first
    const late = lacking.filter(({ place }) => !worded.has(place) && !canvas.urgent.has(place)).sort(byWeight);
    if (late.length && canvas.urgent.size < MOST_URGENT) canvas.urgent.add(late.at(-1).place);
    else canvas.waived.add(lacking.sort(byWeight)[0].place);
  }
  // lines left out earlier may have room now that others were left out
  for (const { place } of all.filter(({ place }) => canvas.waived.has(place)).sort(byWeight).reverse()) {
    canvas.waived.delete(place);
    if (tryOut().lacking.length) canvas.waived.add(place);
  }
  tryOut();
  canvas.nodes.remove(keys.filter((key) => !canvas.drawn.has(key)));
  canvas.edges.remove([...canvas.waived]);
}

/** Return the ends of lines. @param {Map<number, Line>} lines */
function endsOf(lines) {
  return new Set([...lines.values()].flatMap(({ from, to }) => [from, to]));
}

/** Return the lines without room for their words, or for the name of one of their ends; and those with their words. @param {Canvas} canvas */
function lackingIn(canvas) {
  const names = placeNames(canvas, null);
  const worded = new Set(placeWords(canvas, [...canvas.lines.keys()], null, names).map(({ place }) => place));
  const nameless = (key) => !isEnd(canvas.app.data, key) && !names.named.has(key);
  return { worded, lacking: [...canvas.lines.values()].filter(({ place, from, to }) => !worded.has(place) || nameless(from) || nameless(to)) };
}

/** Remove nodes without lines. @param {Canvas} canvas */
export function dropLoose({ drawn, lines, view }) {
  const linked = endsOf(lines);
  for (const key of [...drawn]) {
    if (linked.has(key) || (view.kind === "first" && view.opened === key)) continue;
    drawn.delete(key);
  }
}
