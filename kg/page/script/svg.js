/** The view of the graph as an SVG picture, for files and for print: vis-network draws it on a recording context. */

import { drawCards } from "./articles.js";
import { nodeHidden } from "./filters.js";
import { drawText, placeNames, placeWords } from "./labels.js";
import { visNode } from "./look.js";
import { createRecorder } from "./recorder.js";
import { drawn } from "./elements.js";

const BORDER = 24;

/** Return the picture of the whole view, with text in its natural size whatever the zoom. @param {Canvas} canvas @param {string} title */
export function toSvg(canvas, title) {
  const { network, light, colours } = canvas;
  const { names, words } = canvas;
  const view = network.body.view;
  const { scale } = view;
  const keys = [...canvas.drawn].filter((key) => !nodeHidden(canvas.app.data, canvas.app.filters, key));
  const edges = canvas.edges.getIds().filter((id) => typeof id === "number").sort((a, b) => a - b);
  // vis-network omits text in boxes that are small on the screen
  view.scale = 1;
  canvas.names = placeNames(canvas, light, 1);
  canvas.words = placeWords(canvas, edges, light, canvas.names);
  canvas.nodes.update(keys.map((key) => visNode(canvas, key)));
  const recorder = createRecorder(document.createElement("canvas").getContext("2d"));
  drawCards(canvas, recorder);
  network.renderer._drawEdges(recorder);
  network.renderer._drawArrows(recorder);
  const labels = network.renderer._drawNodes(recorder, true);
  labels.drawExternalLabels(recorder);
  drawText(canvas, recorder);
  const [x, y, width, height] = frameOf([...canvas.names.taken, ...canvas.words, ...canvas.cards]);
  view.scale = scale;
  Object.assign(canvas, { names, words });
  canvas.nodes.update(keys.map((key) => visNode(canvas, key)));
  return drawn(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", viewBox: `${x} ${y} ${width} ${height}`, width, height, role: "img", "font-family": canvas.family },
    drawn("title", {}, title),
    drawn("rect", { x, y, width, height, fill: colours.paper }),
    ...recorder.elements,
  );
}

/** @param {Box[]} boxes */
function frameOf(boxes) {
  if (!boxes.length) return [0, 0, 400, 40];
  const left = Math.min(...boxes.map((box) => box.x - box.width / 2)) - BORDER;
  const top = Math.min(...boxes.map((box) => box.y - box.height / 2)) - BORDER;
  const right = Math.max(...boxes.map((box) => box.x + box.width / 2)) + BORDER;
  const bottom = Math.max(...boxes.map((box) => box.y + box.height / 2)) + BORDER;
  return [left, top, right - left, bottom - top].map(Math.round);
}
