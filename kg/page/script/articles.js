/**
 * Each article as a card: its headline, its main entity, and what it says about that. An entity is on each card
 * that mentions it, so the keys of nodes on cards are those of entities, shifted by a fixed amount per card.
 *
 * @typedef {Box & {document: number, place: number, lines: Line[], all: Line[], hub: number}} Card `place` is the index of the card,
 *   `all` are its lines, `lines` those that have room
 */

const WIDTH = 444;
const HEIGHT = 178;
const GUTTER = 14;
const PAD = 12;
const TITLE = 14;
const HEAD = 30;
const HUB = -150;
const OTHERS = 38;
/** How far the middle of a value is moved to the right, as its words are in its box. */
const VALUES = 76;
/** The distance between two of three entities, and between two by themselves. */
const [ROW, ROW_OF_TWO] = [48, 64];
/** The minimum scale at which cards are readable. */
const SMALLEST = 0.92;
/** The maximum size of entities on cards, smaller than in a single picture. */
const LARGEST_NODE = 13;
const LETTERS = 12;

/** Return the entity or value that a node of the picture represents; on cards several nodes can represent the same one. @param {Data} data @param {number} key */
export function thingOf(data, key) {
  return key % data.room;
}

/** Return whether a node is on a card. @param {Data} data @param {number} key */
export function isOnCard(data, key) {
  return key >= data.room;
}

/** Return the card of a node. @param {Canvas} canvas @param {number} key @returns {Card} */
export function cardOf({ app: { data }, cards }, key) {
  return cards[Math.floor(key / data.room) - 1 - cards[0].place];
}

/** Return whether a node on a card is the main entity of the card. @param {Data} data @param {number} key */
export function isHub(data, key) {
  return isOnCard(data, key) && data.cards[Math.floor(key / data.room) - 1][1] === thingOf(data, key);
}

/** Return the look of a node on a card. @param {import("./network.js").NodeLook} look @param {number} key @returns {import("./network.js").NodeLook} */
export function onCard(look, key) {
  return { ...look, id: key, size: Math.min(look.size, LARGEST_NODE), font: { ...look.font, size: Math.min(look.font.size, LETTERS) } };
}

/** Return the cards that fit into the picture, starting at an index. @param {App} app @param {number} first @returns {Card[]} */
export function cardsShown({ data, canvas }, first) {
  const { clientWidth, clientHeight } = canvas.place;
  const across = Math.max(1, Math.floor(clientWidth / SMALLEST / (WIDTH + GUTTER)));
  const down = Math.max(1, Math.floor(clientHeight / SMALLEST / (HEIGHT + GUTTER)));
  return data.cards.slice(first, first + across * down).map(([document, hub, rows], index) => {
    const place = first + index;
    const key = (thing) => thing + data.room * (place + 1);
    const lines = rows.filter(([said, from, to]) => from !== to && !data.wrong?.has(said)).map(([said, from, to, label, places]) => ({ place: said, from: key(from), to: key(to), label, places, lane: 0 }));
    return {
      document, place, lines, all: lines, hub: key(hub), width: WIDTH, height: HEIGHT,
      x: (index % across) * (WIDTH + GUTTER), y: Math.floor(index / across) * (HEIGHT + GUTTER),
    };
  });
}

/** Return the positions of the nodes on cards: the main entity on the left, what is said about it on the right. @param {Data} data @param {Card[]} cards @returns {Map<number, [number, number]>} */
export function placesOnCards(data, cards) {
  const isValue = (key) => Boolean(data.values[thingOf(data, key) - data.entities.length]);
  return new Map(cards.flatMap(({ x, y, hub, lines }) => {
    const middle = y + HEAD / 2 - 4;
    const others = lines.map(({ from, to }) => (from === hub ? to : from));
    const rows = others.map((key, index) => /** @type {[number, [number, number]]} */ ([key, [x + OTHERS + (isValue(key) ? VALUES : 0), middle + (others.length > 2 ? ROW : ROW_OF_TWO) * (index - (others.length - 1) / 2)]]));
    return [/** @type {[number, [number, number]]} */ ([hub, [x + HUB, middle + 5]]), ...rows];
  }));
}

/** Place the rest of the cards again after lines without room are left out. @param {Canvas} canvas */
export function placeAgain({ app: { data }, cards, lines, nodes }) {
  for (const card of cards) card.lines = card.all.filter(({ place }) => lines.has(place));
  nodes.update([...placesOnCards(data, cards)].filter(([key]) => nodes.get(key)).map(([id, [x, y]]) => ({ id, x, y })));
}

/** Draw the cards below their contents. @param {Canvas} canvas @param {any} context */
export function drawCards({ cards, colours, family, app }, context) {
  for (const card of cards) {
    const [left, top] = [card.x - card.width / 2, card.y - card.height / 2];
    context.fillStyle = colours.card;
    context.strokeStyle = colours.faint;
    context.lineWidth = 1;
    context.beginPath();
    context.rect(left, top, card.width, card.height);
    context.fill();
    context.stroke();
    context.font = `600 ${TITLE}px ${family}`;
    context.textAlign = "left";
    context.textBaseline = "middle";
    context.fillStyle = colours.ink;
    context.fillText(shortened(context, app.data.documents[card.document].title, card.width - 2 * PAD), left + PAD, top + PAD + TITLE / 2);
  }
}

/** Return the card whose headline or empty space is at a point. @param {Canvas} canvas @param {Point} point */
export function cardAt({ cards }, { x, y }) {
  return cards.find((card) => Math.abs(x - card.x) * 2 < card.width && Math.abs(y - card.y) * 2 < card.height);
}

/** Return a text, shortened if it is wider than its room. @param {any} context @param {string} text @param {number} width */
function shortened(context, text, width) {
  if (context.measureText(text).width <= width) return text;
  let end = text.length;
  while (end > 1 && context.measureText(`${text.slice(0, end)}…`).width > width) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
}
