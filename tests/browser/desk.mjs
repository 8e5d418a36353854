/**
 * The built editor in a real browser, for tests: serves dist/, opens it in Chromium, and watches what must never happen
 * (a request to another host, a breach of the Content-Security-Policy, an error on the console). Tests that are made of it may
 * ask all of Chromium, also what only its own protocol has. What must hold in every browser stands in everywhere.test.mjs.
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
import { fileURLToPath } from "node:url";
import { launchChromium } from "./drivers/chromium.mjs";
import { Editor, readStore } from "./editor.mjs";
import { serve } from "./server.mjs";
import { eventually, PATIENCE, SLOWDOWN } from "./waiting.mjs";

export { eventually, test } from "./waiting.mjs";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const screenshots = join(root, "build/screenshots");

/** Milliseconds after which a click no longer makes one with the click before. */
const DOUBLE_CLICK = 400;

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
    const browser = await launchChromium();
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
export class Desk extends Editor {
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
    super(page);
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

/** In the page: what the elements are called, and the nodes of the list; the text field is there in any case. */
function namesOfBoth() {
  const nodes = window.depeche.semantics().filter((/** @type {Node} */ { id, role, source }) => id !== "source" && role !== "main" && source === undefined);
  const elements = [...document.querySelectorAll("#mirror [id^='node:']")];
  const isText = (/** @type {Element} */ element) => element.children.length === 0 && !element.hasAttribute("aria-label");
  return {
    elements: JSON.stringify(elements.map((element) => element.getAttribute("aria-label") ?? (isText(element) ? element.textContent : ""))),
    nodes: JSON.stringify(nodes.map((/** @type {Node} */ { name }) => name)),
  };
}

/** @typedef {import("./editor.mjs").Node} Node */

/**
 * A file of the reference material beside the project, or undefined: tests say then that they are skipped.
 * @param {string} path
 */
export async function shared(path) {
  const file = join(process.env.DEPECHE_SHARED ?? join(root, "../shared"), path);
  return existsSync(file) ? readFile(file) : undefined;
}
