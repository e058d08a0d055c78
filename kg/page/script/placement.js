/**
 * Place nodes with readable labels: a force layout is spread over a frame, and boxes are pushed
 * apart, as placement.py does for the first view, with the same constants, which it provides.
 *
 * @typedef {{x: number, y: number, width: number, height: number}} Box x and y are at its centre
 */

/**
 * Return the boxes moved so that none overlap, in a frame of this aspect.
 *
 * @template {Box} T
 * @param {T[]} boxes
 * @param {number} aspect the width of the frame in units of its height
 * @param {Record<string, number>} constants from placement.py
 * @returns {T[]}
 */
export function placedApart(boxes, aspect, { rounds, room, evenness, margin, wider }) {
  if (boxes.length < 2) return boxes;
  const area = room * boxes.reduce((sum, box) => sum + (box.width + 2 * margin) * (box.height + 2 * margin), 0);
  const frame = { width: Math.sqrt(area * aspect), height: Math.sqrt(area / aspect) };
  const xs = spread(boxes.map(({ x }) => x), frame.width, evenness);
  const ys = spread(boxes.map(({ y }) => y), frame.height, evenness);
  const moved = boxes.map((box, index) => ({ ...box, x: xs[index], y: ys[index] }));
  for (let step = 0; step < rounds; step++) if (!pushApart(moved, aspect * wider, margin)) break;
  return moved;
}

/** Scale numbers to a length around 0, moving half-way to equal distances between neighbours. @param {number[]} values @param {number} length @param {number} evenness */
function spread(values, length, evenness) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const order = [...values.keys()].sort((a, b) => values[a] - values[b] || a - b);
  const even = new Array(values.length);
  order.forEach((index, rank) => (even[index] = rank / (values.length - 1)));
  return values.map((value, index) => {
    const linear = (value - least) / Math.max(most - least, 1e-6);
    return ((1 - evenness) * linear + evenness * even[index] - 0.5) * length;
  });
}

/** Push overlapping boxes apart along the axis on which they overlap less; return whether any overlapped. @param {Box[]} boxes @param {number} aspect @param {number} margin */
function pushApart(boxes, aspect, margin) {
  let any = false;
  for (let first = 0; first < boxes.length; first++) {
    for (let second = first + 1; second < boxes.length; second++) {
      const [a, b] = [boxes[first], boxes[second]];
      const across = (a.width + b.width) / 2 + margin - Math.abs(a.x - b.x);
      const along = (a.height + b.height) / 2 + margin - Math.abs(a.y - b.y);
      if (across <= 0 || along <= 0) continue;
      any = true;
      const axis = across < along * aspect ? "x" : "y";
      const push = (axis === "x" ? across : along) / 2 * (a[axis] <= b[axis] ? -0.5 : 0.5);
      a[axis] += push;
      b[axis] -= push;
    }
  }
  return any;
}
