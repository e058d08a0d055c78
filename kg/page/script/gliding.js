/** Nodes that stay in the picture glide to their new positions when the view changes, unless the system asks for less motion. */

const MOTION = 200;

/** Return whether the system asks for less motion. */
export function isStill() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Return the positions of nodes on the screen, or none if nothing should glide. @param {Canvas} canvas @returns {Map<number, Point>} */
export function onScreen({ drawn, view, network }) {
  if (!view || isStill()) return new Map();
  return new Map([...drawn].map((key) => [key, network.canvasToDOM(network.getPosition(key))]));
}

/** Let nodes glide from their previous positions on the screen; the words of lines wait until they have arrived. @param {Canvas} canvas @param {Map<number, Point>} before */
export function glide(canvas, before) {
  const { network, drawn } = canvas;
  cancelAnimationFrame(canvas.gliding ?? 0);
  canvas.gliding = null;
  const moves = [...drawn].filter((key) => before.has(key)).map((key) => ({ node: network.body.nodes[key], from: network.DOMtoCanvas(before.get(key)), to: network.getPosition(key) }));
  if (!moves.length) return;
  const began = performance.now();
  const step = () => {
    const share = Math.min(1, Math.max(0, (performance.now() - began) / MOTION));
    const eased = share * share * (3 - 2 * share);
    for (const { node, from, to } of moves) {
      node.x = from.x + (to.x - from.x) * eased;
      node.y = from.y + (to.y - from.y) * eased;
    }
    canvas.gliding = share < 1 ? requestAnimationFrame(step) : null;
    network.redraw();
  };
  step();
}
