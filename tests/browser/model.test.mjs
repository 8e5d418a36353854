/**
 * Random keys, at the browser's pace, in every browser: the text is what a model makes of them.
 *
 * DEPECHE_MODEL_EVENTS says how many (300 by default; the bar is 10,000), DEPECHE_MODEL_SEED which.
 */
import assert from "node:assert/strict";
import { eachBrowser } from "./everywhere.mjs";
import { Model, randomChords, randomNumbers } from "./model.mjs";
import { eventually, test } from "./waiting.mjs";

const EVENTS = Number(process.env.DEPECHE_MODEL_EVENTS ?? 300);
const SEED = Number(process.env.DEPECHE_MODEL_SEED ?? 1);
/** Keys after which the text is compared. */
const BATCH = 50;
const START = "Été 👍🏽 e\u0301té 👩‍👩‍👧 fin\nDeux";

test("the model does what keys do", () => {
  /** @type {[before: string, chords: string[], after: string][]} */
  const rows = [
    ["ab", ["Backspace", "c", "Enter", "d"], "ac\nd|"],
    ["un deux", ["Control+ArrowLeft", "Shift+ArrowLeft"], "un| ^deux"],
    ["un deux", ["Control+Backspace", "Control+Backspace"], "|"],
    ["un\ndeux", ["Home", "Control+Backspace"], "un|deux"],
    ["👍🏽e\u0301", ["Backspace", "ArrowLeft", "Delete"], "|"],
    ["un deux", ["Control+Home", "Control+Shift+ArrowRight", "x"], "x| deux"],
    ["un", ["Control+a", "ArrowRight"], "un|"],
    ["un\ndeux", ["Control+Home", "Home", "x"], "x|un\ndeux"],
  ];
  for (const [before, chords, after] of rows) {
    const model = new Model(before);
    for (const chord of chords) model.press(chord);
    assert.equal(model.notation(), after, `${before}: ${chords.join(", ")}`);
  }
});

eachBrowser((each) => {
  each(`${EVENTS} random keys write what a model does (seed ${SEED})`, async (host) => {
    const visit = await host.open();
    await visit.set(`${START}|`);
    const [model, random] = [new Model(START), randomNumbers(SEED)];
    for (let pressed = 0; pressed < EVENTS; ) {
      const before = model.notation();
      /** @type {string[]} */
      const chords = [];
      while (chords.length < BATCH) chords.push(...randomChords(model, random));
      await visit.input.pressAll(chords);
      pressed += chords.length;
      const wanted = model.notation();
      const seen = () => visit.notation();
      await eventually(`${before}\nafter ${chords.join(" ")}\nis ${wanted}`, seen, (now) => now === wanted);
    }
    await visit.close();
  });
});
