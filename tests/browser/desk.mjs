/**
 * The built editor in a real browser, for tests: serves dist/, opens it in Chromium, and watches what must never happen
 * (a request to another host, a breach of the Content-Security-Policy, an error on the console).
 *
 * How to wait: for what is to be seen, never for a time, and never without an end. A time is too short on a slow machine,
 * and proves nothing where nothing may happen.
 *   - `test` comes from here: a test that takes too long fails.
 *   - For something that comes: `eventually`, or what is made of it (`until`, `untilText`, `untilStored`, `node`).
 *   - For what was done to be on the screen: `settled`. For the end of all motion, glides and late fonts: `atRest`. For the
 *     elements of the parallel page: `mirrored`.
 *   - That nothing happens: wait for something that comes after it (`requestsSoFar`, an answer of the worker), or for
 *     `screens`, which the browser counts: a slow machine only takes longer.
 */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { test as nodeTest } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const screenshots = join(root, "build/screenshots");

const EXECUTABLE = process.env.DEPECHE_CHROMIUM ?? "/usr/bin/chromium";
const ARGUMENTS = [
  "--no-sandbox",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--host-resolver-rules=MAP plain-http.test 127.0.0.1",
];

/** Milliseconds; a machine that builds something else meanwhile is slow. */
const PATIENCE = 30_000;
/** Milliseconds for a whole test. */
const LONGEST_TEST = 10 * PATIENCE;
/** Milliseconds after which a click no longer makes one with the click before. */
const DOUBLE_CLICK = 400;
/** How many times slower the browser's processor is to seem: what only passes on a fast machine shows itself. */
const SLOWDOWN = Number(process.env.DEPECHE_SLOWDOWN ?? 1);

/**
 * A test of Node's that does not go on for ever.
 * @param {string} name @param {(context: import("node:test").TestContext) => void | Promise<void>} work
 */
export function test(name, work) {
  return nodeTest(name, { timeout: LONGEST_TEST * SLOWDOWN }, work);
}

/**
 * Looks again and again until what is seen fits, and gives it.
 * @template Seen
 * @param {string} what is waited for: the test fails with these words, and with what was seen last
 * @param {() => Seen | Promise<Seen>} look
 * @param {(seen: Seen) => unknown} [fits] by default, that it is something
 * @param {number} [patience] milliseconds
 * @returns {Promise<Seen>}
 */
export async function eventually(what, look, fits = Boolean, patience = PATIENCE * SLOWDOWN) {
  const end = Date.now() + patience;
  const isOver = new AbortController();
  const tooLate = pause(patience, undefined, { signal: isOver.signal }).catch(() => {});
  /** @type {Seen | undefined} */
  let seen;
  try {
    for (;;) {
      const now = await Promise.race([Promise.resolve(look()).then((value) => ({ value })), tooLate]); // a page may hang
      if (now && fits((seen = now.value))) return now.value;
      if (!now || Date.now() > end) assert.fail(`waited in vain: ${what}; seen last: ${inWords(seen)}`);
      await pause(20);
    }
  } finally {
    isOver.abort();
  }
}

/** @param {unknown} seen */
function inWords(seen) {
  return (typeof seen === "string" ? seen : (JSON.stringify(seen) ?? "nothing")).slice(0, 2000);
}

/** One browser and one server for the tests of a file. */
export class Host {
  /** @param {import("playwright-core").Browser} browser @param {Awaited<ReturnType<typeof serve>>} server */
  constructor(browser, server) {
    this.browser = browser;
    this.address = server.address;
    /** The same without HTTPS, where browsers withhold some of their services; they trust localhost alone. */
    this.plainAddress = server.address.replace("localhost", "plain-http.test");
    this.close = async () => {
      await browser.close();
      server.close();
    };
  }

  /** @param {{ folder?: string, path?: string }} [options] the bundle, and where on the host it lies */
  static async start({ folder = join(root, "dist"), ...options } = {}) {
    const server = await serve(folder, options);
    const browser = await chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });
    return new Host(browser, server);
  }

  /**
   * The editor in a profile of its own, or in `context`, once it has drawn.
   * @param {{ address?: string, fragment?: string, context?: import("playwright-core").BrowserContext, locale?: string, query?: string,
   *   options?: import("playwright-core").BrowserContextOptions, ready?: boolean }} [what]
   */
  async open({ address = this.address, fragment, context, locale = "fr-FR", query = "", options = {}, ready = true } = {}) {
    const profile =
      context ??
      (await this.browser.newContext({ locale, viewport: { width: 1280, height: 800 }, acceptDownloads: true, ...options }));
    const page = await profile.newPage();
    page.setDefaultTimeout(PATIENCE);
    const desk = new Desk(page, address);
    if (SLOWDOWN > 1) {
      const session = await profile.newCDPSession(page);
      await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
    }
    await page.goto(address + query + (fragment === undefined ? "" : `#${fragment}`));
    if (ready) await desk.ready();
    return desk;
  }
}

/** One tab with the editor. */
export class Desk {
  /**
   * What happened that must not.
   * @type {string[]}
   */
  problems = [];
  /**
   * Every address that was asked for.
   * @type {string[]}
   */
  requests = [];

  /** @param {import("playwright-core").Page} page @param {string} address */
  constructor(page, address) {
    this.page = page;
    this.address = address;
    page.on("pageerror", (error) => this.problems.push(`error: ${error.stack}`));
    page.on("console", (message) => {
      if (message.type() === "error") this.problems.push(`console: ${message.text()}`);
    });
    page.on("request", (request) => {
      const url = request.url();
      this.requests.push(url);
      const isOwn = url.startsWith(address) || url.startsWith("blob:") || url.startsWith("data:");
      if (!isOwn) this.problems.push(`request to another place: ${url}`);
    });
  }

  async ready() {
    await this.page.waitForFunction(() => "depeche" in window && window.depeche.frames() > 0, null, { timeout: PATIENCE });
    await this.page.waitForFunction(() => document.activeElement?.id === "field");
  }

  /** Fails the test if something happened that must not. */
  async close() {
    await this.page.context().close();
    assert.deepEqual(this.problems, []);
  }

  text() {
    return this.page.evaluate(() => window.depeche.text());
  }
  /** @param {string} text */
  setText(text) {
    return this.page.evaluate((value) => window.depeche.setText(value), text);
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
    await this.page.evaluate(
      ([value, from, to]) => {
        window.depeche.setText(/** @type {string} */ (value));
        window.depeche.select(/** @type {number} */ (from), /** @type {number} */ (to));
      },
      [text, anchor, head],
    );
  }
  /** @returns {Promise<string>} as set() takes it */
  notation() {
    return this.page.evaluate(() => {
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
    return this.page.evaluate(() => window.depeche.diagnostics());
  }
  /** @returns {Promise<Node[]>} */
  semantics() {
    return this.page.evaluate(() => window.depeche.semantics());
  }
  frames() {
    return this.page.evaluate(() => window.depeche.frames());
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
    await eventually("no frame", () => this.page.evaluate(hasSettled));
  }

  /** Waits until no frame is due at all, nor a letter's font on its way: only what happens next draws again. */
  async atRest() {
    await eventually("no frame is due any more", () => this.page.evaluate(hasSettled).then((still) => still && this.page.evaluate(isResting)));
  }

  /**
   * Waits until the screen could have been drawn so many times, whether it was or not.
   * @param {number} count
   */
  async screens(count) {
    await this.page.evaluate(() => {
      const counted = { screens: 0 };
      const next = () => void (++counted.screens, requestAnimationFrame(next));
      next();
      Object.assign(window, { counted });
    });
    await eventually(`${count} screens`, () => this.page.evaluate(() => /** @type {any} */ (window).counted.screens), (seen) => seen > count);
  }

  /** Waits until the elements of the parallel page are those of the list; they follow when it is quiet. */
  async mirrored() {
    await this.settled();
    await eventually("the elements follow", () => this.page.evaluate(namesOfBoth), ({ elements, nodes }) => elements === nodes);
  }

  /**
   * Every address that was asked for up to now: one more is, which is told after them.
   * @returns {Promise<string[]>}
   */
  async requestsSoFar() {
    const last = `${this.address}index.html?last-of=${this.requests.length}`;
    await this.page.evaluate((address) => fetch(address).then(() => undefined), last);
    await eventually("the last request", () => this.requests.includes(last));
    return this.requests.filter((url) => url !== last);
  }

  /** Waits until the next click is one of its own. There is nothing to be seen of it: the time is what counts. */
  async noDoubleClick() {
    await this.page.waitForTimeout(DOUBLE_CLICK);
  }

  /**
   * A click with the mouse at the middle of a node.
   * @param {string} id
   */
  async click(id) {
    await this.settled();
    const { x, y, width, height } = (await this.byId(id)).bounds;
    await this.page.mouse.click(x + width / 2, y + height / 2);
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
    return this.page.evaluate(readStore, { database: "depeche", store: "texts" });
  }
  /** The names of the pictures that the browser keeps. */
  async heldPictures() {
    const pictures = await this.page.evaluate(readStore, { database: "depeche-pictures", store: "pictures" });
    return pictures.map(({ key }) => key);
  }

  /**
   * Has the worker that stores drafts do this first; before the first draft is stored.
   * @param {() => void} work
   */
  async inDraftWorker(work) {
    await this.page.route("**/draft_worker-*.js", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `(${work})();${await response.text()}` });
    });
  }

  /** The browser takes drafts and does not keep them, from now on; before the first is stored. */
  async fillDisk() {
    const fill = () => {
      IDBTransaction.prototype.commit = function () {
        const request = this.objectStore("drafts").count();
        request.onsuccess = () => {
          this.abort(); // as a full disk does, after all requests have succeeded
          Object.assign(globalThis, { refusals: (/** @type {any} */ (globalThis).refusals ?? 0) + 1 });
        };
      };
    };
    await this.inDraftWorker(fill);
    await this.page.evaluate(fill);
  }

  /**
   * Keeps a picture for people in build/screenshots.
   * @param {string} name
   */
  async picture(name) {
    await mkdir(screenshots, { recursive: true });
    return this.page.screenshot({ path: join(screenshots, `${name}.png`) });
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

/** In the page: what the elements are called, and the nodes of the list; the text field is there in any case. */
function namesOfBoth() {
  const elements = [...(document.getElementById("mirror")?.children ?? [])].filter(({ id }) => id !== "field");
  const nodes = window.depeche.semantics().filter((/** @type {Node} */ { id }) => id !== "source");
  return {
    elements: JSON.stringify(elements.map((element) => element.getAttribute("aria-label") ?? "")),
    nodes: JSON.stringify(nodes.map((/** @type {Node} */ { name }) => name)),
  };
}

/**
 * In the page.
 * @param {{ database: string, store: string }} where
 * @returns {Promise<{ key: string, text: string }[]>}
 */
function readStore({ database, store }) {
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

/** @typedef {{ id: string, role: string, name: string, value: string, state: string, action: string, level: number,
 *   bounds: { x: number, y: number, width: number, height: number } }} Node */

/**
 * A file of the reference material beside the project, or undefined: tests say then that they are skipped.
 * @param {string} path
 */
export async function shared(path) {
  const file = join(process.env.DEPECHE_SHARED ?? join(root, "../shared"), path);
  return existsSync(file) ? readFile(file) : undefined;
}
