/**
 * The editor in a page, whatever the browser: what it holds, read and set by its scripting (web/program/scripting.js), and how
 * to wait for it.
 */
import { eventually } from "./waiting.mjs";

/**
 * What can run a function in the page: a page of Playwright's, or a tab of tests/browser/drivers.
 * @typedef {{ evaluate<Result, Argument>(work: (argument: Argument) => Result | Promise<Result>, argument: Argument): Promise<Result>,
 *   evaluate<Result>(work: () => Result | Promise<Result>): Promise<Result> }} Page
 */

/** @typedef {{ id: string, role: string, name: string, value: string, state: string, action: string, level: number, source?: number,
 *   bounds: { x: number, y: number, width: number, height: number } }} Node */

export class Editor {
  #page;

  /** @param {Page} page */
  constructor(page) {
    this.#page = page;
  }

  text() {
    return this.#page.evaluate(() => window.depeche.text());
  }
  /** @param {string} text */
  setText(text) {
    return this.#page.evaluate((value) => window.depeche.setText(value), text);
  }
  /**
   * Text and selection in one: `|` is the caret, `^` the other end of a selection.
   * @param {string} notation
   */
  async set(notation) {
    const marks = notation.replace(/[^|^]/g, "");
    const text = notation.replace(/[|^]/g, "");
    const head = marks[0] === "^" ? notation.indexOf("|") - 1 : notation.indexOf("|");
    const anchor = marks.length < 2 ? head : marks[0] === "^" ? notation.indexOf("^") : notation.indexOf("^") - 1;
    await this.#page.evaluate(
      ([value, from, to]) => {
        window.depeche.setText(/** @type {string} */ (value));
        window.depeche.select(/** @type {number} */ (from), /** @type {number} */ (to));
      },
      [text, anchor, head],
    );
  }
  /** @returns {Promise<string>} as set() takes it */
  notation() {
    return this.#page.evaluate(() => {
      const text = window.depeche.text();
      const { anchor, head } = window.depeche.selection();
      if (anchor === head) return `${text.slice(0, head)}|${text.slice(head)}`;
      const [begin, end] = [Math.min(anchor, head), Math.max(anchor, head)];
      const [first, second] = anchor < head ? "^|" : "|^";
      return text.slice(0, begin) + first + text.slice(begin, end) + second + text.slice(end);
    });
  }
  /**
   * Waits until text and selection are so.
   * @param {string} wanted
   * @param {string} [what]
   */
  async until(wanted, what = "") {
    await eventually(`${what} ${wanted}`, () => this.notation(), (now) => now === wanted);
  }
  /** @returns {Promise<{ rule: string, severity: string, line: number, column: number, message: string }[]>} */
  diagnostics() {
    return this.#page.evaluate(() => window.depeche.diagnostics());
  }
  /** @returns {Promise<Node[]>} */
  semantics() {
    return this.#page.evaluate(() => window.depeche.semantics());
  }
  frames() {
    return this.#page.evaluate(() => window.depeche.frames());
  }

  /**
   * The first node that fits, when there is one.
   * @param {(node: Node) => boolean} fits
   * @param {string} what for the message
   */
  async node(fits, what) {
    const seen = await eventually(what, () => this.semantics().then((nodes) => nodes.find(fits)));
    return /** @type {Node} */ (seen);
  }
  /** @param {string} id */
  byId(id) {
    return this.node((node) => node.id === id, `node ${id}`);
  }

  /** Waits until no frame is due at once: all that was done is on the screen. */
  async settled() {
    await eventually("no frame", () => this.#page.evaluate(hasSettled));
  }

  /** Waits until no frame is due at all, nor a letter's font on its way: only what happens next draws again. */
  async atRest() {
    await eventually("no frame is due any more", () => this.#page.evaluate(hasSettled).then((still) => still && this.#page.evaluate(isResting)));
  }

  /**
   * Waits until the screen could have been drawn so many times, whether it was or not.
   * @param {number} count
   */
  async screens(count) {
    await this.#page.evaluate(() => {
      const counted = { screens: 0 };
      const next = () => void (++counted.screens, requestAnimationFrame(next));
      next();
      Object.assign(window, { counted });
    });
    await eventually(`${count} screens`, () => this.#page.evaluate(() => /** @type {any} */ (window).counted.screens), (seen) => seen > count);
  }

  /**
   * Waits until the text fits.
   * @param {(text: string) => boolean} fits
   * @param {string} what
   */
  async untilText(fits, what) {
    return eventually(what, () => this.text(), fits);
  }

  /** Waits until the browser keeps this draft. @param {string} text */
  async untilStored(text) {
    await eventually(`the browser keeps ${text.slice(-2000)}`, () => this.held(), (held) => held.some((entry) => entry.text === text));
  }

  /** The drafts that the browser keeps. @returns {Promise<{ key: string, text: string }[]>} */
  held() {
    return this.#page.evaluate(readStore, { database: "depeche", store: "texts" });
  }
}

/** In the page: whether a screen comes without a frame. @returns {Promise<boolean>} */
async function hasSettled() {
  const before = window.depeche.frames();
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return window.depeche.frames() === before;
}

/** In the page. */
function isResting() {
  return window.depeche.resting() && document.fonts.status === "loaded";
}

/**
 * In the page.
 * @param {{ database: string, store: string }} where
 * @returns {Promise<{ key: string, text: string }[]>}
 */
export function readStore({ database, store }) {
  return new Promise((resolve) => {
    const opening = indexedDB.open(database);
    opening.onsuccess = () => {
      const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
      /** @type {{ key: string, text: string }[]} */
      const entries = [];
      const reading = opening.result.transaction(store).objectStore(store).openCursor();
      reading.onsuccess = () => {
        const cursor = reading.result;
        if (cursor) {
          const isText = ArrayBuffer.isView(cursor.value);
          entries.push({ key: String(cursor.key), text: isText ? decoder.decode(cursor.value) : "" });
          return cursor.continue();
        }
        opening.result.close();
        resolve(entries);
      };
    };
    opening.onerror = () => resolve([]);
  });
}

/** Loses the context of the canvas, and gives it back. @param {Pick<Page, "evaluate">} page */
export async function loseContext(page) {
  await page.evaluate(() => {
    const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector("canvas"));
    const extension = canvas.getContext("webgl2")?.getExtension("WEBGL_lose_context");
    const happened = /** @type {string[]} */ ([]);
    canvas.addEventListener("webglcontextlost", () => {
      happened.push("lost");
      setTimeout(() => extension?.restoreContext()); // not before all know
    });
    canvas.addEventListener("webglcontextrestored", () => happened.push("restored"));
    Object.assign(window, { happened });
    extension?.loseContext();
  });
  const happened = () => page.evaluate(() => /** @type {any} */ (window).happened.join());
  await eventually("the context is back", happened, (events) => events === "lost,restored");
}
