/** A thousand random events through the real text field: the text stays what a plain string becomes by the same. */
import assert from "node:assert/strict";
import { Host, test } from "./desk.mjs";

const EVENTS = Number(process.env.DEPECHE_SOAK_EVENTS ?? 1000);

/** The same numbers on every run (mulberry32). @param {number} seed */
function numbers(seed) {
  return (/** @type {number} */ below) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const WORDS = ["a", "é", " ", "mot ", "\u00a0;", "👍", "日本", "ligne\n", "longuement ", "« oui »"];

test("random events", async () => {
  const host = await Host.start();
  const desk = await host.open();
  const session = await desk.page.context().newCDPSession(desk.page);
  const { keyboard } = desk.page;
  const pick = numbers(2018);
  const word = () => WORDS[pick(WORDS.length)];
  await desk.set("|");
  let model = "";
  let [begin, end] = [0, 0]; // what is selected of it
  const replace = (/** @type {string} */ text) => {
    model = model.slice(0, begin) + text + model.slice(end);
    begin = end = begin + text.length;
  };

  for (let event = 0; event < EVENTS; ++event) {
    const kind = pick(12);
    if (kind < 5) {
      const text = word();
      await session.send("Input.insertText", { text });
      replace(text);
    } else if (kind < 7) {
      for (let tries = 1 + pick(3); tries > 0; --tries) {
        const text = word().trim();
        await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
      }
      const text = word();
      await session.send("Input.insertText", { text });
      replace(text);
    } else if (kind < 9) {
      const forward = pick(3) === 0;
      if (begin === end && forward) end += [...model.slice(end)][0]?.length ?? 0;
      else if (begin === end) begin -= [...model.slice(0, begin)].at(-1)?.length ?? 0;
      replace("");
      await keyboard.press(forward ? "Delete" : "Backspace");
    } else if (kind < 10) {
      await keyboard.press("Control+z");
      await keyboard.press("Control+y");
      const { anchor, head } = await desk.page.evaluate(() => window.depeche.selection());
      [begin, end] = [Math.min(anchor, head), Math.max(anchor, head)];
    } else {
      const place = pick(model.length + 1);
      const isInside = /[\uDC00-\uDFFF]/.test(model[place] ?? "");
      const reach = pick(2) === 0 || isInside ? 0 : Math.min(model.length - place, pick(6));
      const stop = place + reach + (/[\uDC00-\uDFFF]/.test(model[place + reach] ?? "") ? 1 : 0);
      await desk.page.evaluate(([from, to]) => window.depeche.select(from, to), [place - (isInside ? 1 : 0), stop]);
      [begin, end] = [place - (isInside ? 1 : 0), stop];
    }
    if (event % 20 === 0 || event === EVENTS - 1) {
      await desk.page.evaluate(() => new Promise(requestAnimationFrame)); // what was typed is in the text with the frame
      assert.equal(await desk.text(), model, `after event ${event} of kind ${kind}`);
    }
  }
  await desk.close();
  await host.close();
});
