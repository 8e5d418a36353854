/**
 * The built editor in a real browser, for tests: serves dist/, opens it in Chromium, and watches what must never happen
 * (a request to another host, a breach of the Content-Security-Policy, an error on the console).
 */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
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
/** How many times slower the browser's processor is to seem: what only passes on a fast machine shows itself. */
const SLOWDOWN = Number(process.env.DEPECHE_SLOWDOWN ?? 1);

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

  /** @param {{ path?: string }} [options] where on the host the bundle lies */
  static async start(options = {}) {
    const server = await serve(join(root, "dist"), options);
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
    const end = Date.now() + PATIENCE / 3;
    for (;;) {
      const now = await this.notation();
      if (now === wanted) return;
      if (Date.now() > end) assert.equal(now, wanted, what);
      await this.page.waitForTimeout(10);
    }
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
    const end = Date.now() + PATIENCE;
    for (;;) {
      const found = (await this.semantics()).find(fits);
      if (found) return found;
      if (Date.now() > end) assert.fail(`no ${what} on the screen`);
      await this.page.waitForTimeout(50);
    }
  }
  /** @param {string} id */
  byId(id) {
    return this.node((node) => node.id === id, `node ${id}`);
  }

  /** Waits until no frame is due: all that was done is on the screen. */
  async settled() {
    await this.page.evaluate(async () => {
      const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      for (let frames = -1; frames !== window.depeche.frames(); await painted()) frames = window.depeche.frames();
    });
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
    const end = Date.now() + PATIENCE;
    for (;;) {
      const text = await this.text();
      if (fits(text)) return text;
      if (Date.now() > end) assert.fail(`${what}; the text is\n${text.slice(0, 2000)}`);
      await this.page.waitForTimeout(30);
    }
  }

  /** Waits until the browser keeps this draft. @param {string} text */
  async untilStored(text) {
    const end = Date.now() + PATIENCE;
    while (!(await this.held()).some((entry) => entry.text === text)) {
      if (Date.now() > end) assert.fail(`the browser does not keep ${text}`);
      await this.page.waitForTimeout(30);
    }
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
        request.onsuccess = () => this.abort(); // as a full disk does, after all requests have succeeded
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
