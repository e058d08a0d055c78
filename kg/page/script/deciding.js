/** Apply the decisions made in the page, and show the graph as it will be. */

import { keepDecisions } from "./corrections.js";
import { allDecisions, sameDecision } from "./decisions.js";
import { decided } from "./pending.js";

/** Connect the functions for making and undoing decisions. @param {App} app @param {() => any} read gives what data.py wrote @param {() => void} show */
export function connectDeciding(app, read, show) {
  const take = (pending) => {
    app.pending = pending;
    const kept = keepDecisions(app);
    app.data = decided(read, pending);
    // an entity that was merged into another is shown as that one
    const united = app.selection?.kind === "n" ? app.data.gone?.get(app.selection.place) : undefined;
    if (united !== undefined) Object.assign(app, { selection: { kind: "n", place: united }, depth: null });
    app.canvas.view = null;
    show();
    app.announce(`${pending.length} correction${pending.length === 1 ? "" : "s"} pending${kept ? "" : "; this browser cannot store them, so save them"}`);
  };
  app.decide = (decisions) => take(allDecisions(app.pending, decisions));
  app.undecide = (decisions) => take(app.pending.filter((one) => !decisions.some((other) => sameDecision(one, other))));
}
