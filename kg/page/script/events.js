/**
 * Statements by the day of their event; no function here uses the DOM.
 *
 * @typedef {{month: string, title: string, day: string, dated: number[], undated: number[]}} Day
 */

import { isoDay } from "./time.js";

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const MONTH = 31;
const LATE = "9999-99";

/**
 * Return the days of statements, the earliest first; a year or a month comes before the days in it.
 *
 * Statements without a date are listed on the publication day of their first article, and last if that is unknown.
 *
 * @param {Data} data
 * @param {number[]} places by decreasing importance
 * @returns {Day[]}
 */
export function daysOf(data, places) {
  /** @type {Map<string, Day>} */
  const days = new Map();
  for (const place of places) {
    const { key, dated } = dayOf(data, place);
    if (!days.has(key)) days.set(key, { month: monthOf(key), title: titleOf(monthOf(key)), day: titleOf(key), dated: [], undated: [] });
    days.get(key)[dated ? "dated" : "undated"].push(place);
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, day]) => day);
}

/** Return the months of days with their numbers of statements. @param {Day[]} days @returns {{month: string, title: string, count: number}[]} */
export function monthsOf(days) {
  const months = new Map();
  for (const { month, title, dated, undated } of days) {
    const count = (months.get(month)?.count ?? 0) + dated.length + undated.length;
    months.set(month, { month, title, count });
  }
  return [...months.values()];
}

/** @param {Data} data @param {number} place */
function dayOf(data, place) {
  const time = data.times[data.columns.time[place]];
  const first = time?.from ?? time?.to ?? null;
  if (first !== null) return { key: preciseTo(isoDay(first), (time.to ?? first) - first), dated: true };
  const dates = data.rows[place][13].map(([document]) => data.documents[document].published).filter(Boolean);
  return { key: dates.sort()[0] ?? LATE, dated: false };
}

/** Return the year, the month or the day, depending on the length of the time. @param {string} day @param {number} length in days @returns {string} */
function preciseTo(day, length) {
  if (length >= MONTH) return day.slice(0, 4);
  return length > 7 ? day.slice(0, 7) : day;
}

/** @param {string} key */
function monthOf(key) {
  return key.slice(0, 7);
}

/** Return a year, month or day in words. @param {string} key @returns {string} */
function titleOf(key) {
  if (key === LATE) return "Without a date";
  const [year, month, day] = key.split("-");
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(" ");
}
