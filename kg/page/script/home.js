/** The panel if nothing is selected: the story, the timeline, the voices or the documents. */

import { documentsPanel } from "./documents_panel.js";
import { find, findAll } from "./elements.js";
import { storyPanel } from "./story.js";
import { timelinePanel } from "./timeline.js";
import { voicesPanel } from "./voices_panel.js";

/** The views of the statements by their names in the address. */
const VIEWS = { story: storyPanel, timeline: timelinePanel, voices: voicesPanel, documents: documentsPanel };

/** Return the content of the current view. @param {App} app @param {number[]} places */
export function homePanel(app, places) {
  return VIEWS[app.story.view](app, places);
}

/** Show which view is active. @param {App} app */
export function showTabs(app) {
  for (const tab of findAll("[role=tab]")) {
    const chosen = tab.dataset.view === app.story.view;
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    if (chosen) find("panel").setAttribute("aria-labelledby", tab.id);
  }
}

/** Connect the tabs: a click or an arrow key selects one. @param {App} app */
export function connectTabs(app) {
  const tabs = findAll("[role=tab]");
  const choose = (tab) => {
    app.tell({ view: tab.dataset.view });
    tab.focus();
  };
  tabs.forEach((tab, at) => {
    tab.addEventListener("click", () => choose(tab));
    tab.addEventListener("keydown", (event) => {
      const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (way) choose(tabs[(at + way + tabs.length) % tabs.length]);
    });
  });
}
