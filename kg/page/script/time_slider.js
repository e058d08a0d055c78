/** The slider over event time: a histogram with two handles, each a range field of the browser. */

import { timeSlots } from "./time.js";
import { drawn, element } from "./elements.js";

const HEIGHT = 28;
const WIDTH = 100;

/** Return the slider in `place`; where fewer than two times are known there is none. @param {App} app @param {HTMLElement} place */
export function createTimeSlider(app, place) {
  const { data } = app;
  const counts = data.times.map(() => 0);
  for (const time of data.columns.time) if (time >= 0) counts[time] += 1;
  const slots = timeSlots(data.times.map((time, index) => ({ ...time, count: counts[index] })).filter(({ count }) => count));
  const slider = { app, place, slots, bars: [], first: null, last: null, said: null, undated: null };
  if (slots.length < 2) return slider;
  const undated = data.count - slots.reduce((sum, { count }) => sum + count, 0);
  slider.first = handle(slider, "Earliest time", 0);
  slider.last = handle(slider, "Latest time", slots.length - 1);
  slider.bars = barsOf(slots);
  slider.said = element("output", { class: "time-said", for: "time-first time-last" });
  slider.undated = element("input", { type: "checkbox", onchange: () => app.filter({ undated: slider.undated.checked }) });
  const svg = drawn("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" }, ...slider.bars);
  place.append(
    element("legend", {}, "Time"),
    element("div", { class: "histogram" }, svg, slider.first, slider.last),
    element("div", { class: "time-words" }, slider.said,
      undated ? element("label", { class: "undated" }, slider.undated, `with ${undated.toLocaleString("en")} undated`) : null),
  );
  place.hidden = false;
  return slider;
}

/** Bring the handles and the words to what the filters are. @param {Slider} slider */
export function showTime(slider) {
  const { slots, app } = slider;
  if (slots.length < 2) return;
  const { span, undated } = app.filters;
  const [first, last] = span ? [slotAt(slots, span[0], 0), slotAt(slots, span[1], slots.length - 1)] : [0, slots.length - 1];
  for (const [field, value] of [[slider.first, first], [slider.last, last]]) {
    field.value = String(value);
    field.setAttribute("aria-valuetext", slots[value].label);
  }
  slider.bars.forEach((bar, index) => bar.setAttribute("class", index >= first && index <= last ? "bar in" : "bar"));
  slider.said.textContent = first === last ? slots[first].label : `${slots[first].label} – ${slots[last].label}`;
  slider.undated.checked = !span || undated;
  slider.undated.disabled = !span;
}

/** @param {Slider} slider @param {string} label @param {number} value */
function handle(slider, label, value) {
  const id = label.startsWith("Earliest") ? "time-first" : "time-last";
  const field = element("input", { id, type: "range", min: 0, max: slider.slots.length - 1, value, "aria-label": label });
  field.addEventListener("input", () => moved(slider, field));
  return field;
}

/** @param {Slider} slider @param {HTMLInputElement} field */
function moved(slider, field) {
  const { slots, app } = slider;
  let [first, last] = [Number(slider.first.value), Number(slider.last.value)];
  // a handle cannot pass the other one
  if (first > last && field === slider.first) first = last;
  else if (first > last) last = first;
  const whole = first === 0 && last === slots.length - 1;
  app.filter({ span: whole ? null : [slots[first].from, slots[last].to] });
}

/** @param {Slot[]} slots */
function barsOf(slots) {
  const most = Math.max(...slots.map(({ count }) => count));
  const step = WIDTH / slots.length;
  return slots.map(({ count, label }, index) => {
    const height = Math.max(2, (HEIGHT * count) / most);
    return drawn("rect", { class: "bar in", x: index * step + step * 0.1, y: HEIGHT - height, width: step * 0.8, height }, drawn("title", {}, `${label}: ${count}`));
  });
}

/** Return the slot that holds a day, or the nearest one. @param {Slot[]} slots @param {number} day @param {number} otherwise */
function slotAt(slots, day, otherwise) {
  const holding = slots.findIndex(({ from, to }) => from <= day && day <= to);
  if (holding >= 0) return holding;
  const later = slots.findIndex(({ from }) => from > day);
  return later < 0 ? slots.length - 1 : otherwise === 0 ? later : Math.max(0, later - 1);
}
