/**
 * The built editor in each of the browsers, for tests of what must hold in all: `eachBrowser` makes a test of each.
 *
 * DEPECHE_BROWSERS names those to test in, by default "chromium firefox webkit". A page keeps what must never happen in it
 * (an error, a warning, a breach of the Content-Security-Policy), since no protocol tells that in all three: the bundle that is
 * served has one script more, which comes first.
 */
import assert from "node:assert/strict";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { root } from "./desk.mjs";
import { launch as launchChromium } from "./drivers/chromium.mjs";
import { launch as launchFirefox } from "./drivers/firefox.mjs";
import { NoAnswer } from "./drivers/input.mjs";
import { launch as launchWebkit } from "./drivers/webkit.mjs";
import { Editor } from "./editor.mjs";
import { serve } from "./server.mjs";
import { eventually, test } from "./waiting.mjs";

/** @typedef {import("./drivers/input.mjs").BrowserName} BrowserName */
/** @typedef {import("./drivers/input.mjs").Setup} Setup */
/** @typedef {import("./drivers/input.mjs").Place} Place */

const LAUNCHES = { chromium: launchChromium, firefox: launchFirefox, webkit: launchWebkit };
const ALL = /** @type {BrowserName[]} */ (Object.keys(LAUNCHES));

/** Those to test in, of these. @param {readonly BrowserName[]} [among] */
export function browsers(among = ALL) {
  const wanted = (process.env.DEPECHE_BROWSERS ?? ALL.join(" ")).split(/[ ,]+/);
  const unknown = wanted.filter((name) => !Object.hasOwn(LAUNCHES, name));
  if (unknown.length > 0) throw new Error(`DEPECHE_BROWSERS: there is no ${unknown.join(", ")}, but ${ALL.join(", ")}`);
  return among.filter((name) => wanted.includes(name));
}

/**
 * Tests that run in each browser, or in those that are named; a browser starts once for all of them.
 * @param {(begin: (what: string, work: (host: AnyHost) => Promise<void>) => void, name: BrowserName) => void} tests
 * @param {{ among?: readonly BrowserName[], setup?: Setup }} [where]
 */
export function eachBrowser(tests, { among, setup } = {}) {
  for (const name of browsers(among)) {
    describe(name + (setup ? `, ${Object.entries(setup).join("; ").replaceAll(",", ": ")}` : ""), () => {
      /** @type {AnyHost | undefined} */
      let host;
      before(async () => (host = await AnyHost.start(name, setup)));
      after(() => host?.close());
      tests((what, work) => {
        test(`${name}: ${what}`, async () => {
          assert.ok(host, `${name} has not started`);
          try {
            await work(host).finally(() => host?.closeVisits());
          } catch (error) {
            if (!(error instanceof NoAnswer)) throw error;
            console.warn(`${error.message}: once more, in another ${name}`);
            await host.close().catch(() => {});
            host = await AnyHost.start(name, setup);
            await work(host).finally(() => host?.closeVisits());
          }
        });
      }, name);
    });
  }
}

/** One browser, and one server. */
export class AnyHost {
  #browser;
  #close;
  /** @type {Set<Visit>} */
  #visits = new Set();

  /**
   * @param {import("./drivers/input.mjs").Browser} browser
   * @param {string} address
   * @param {string} slowAddress the same, where fonts come late
   * @param {() => Promise<void>} close
   */
  constructor(browser, address, slowAddress, close) {
    this.#browser = browser;
    this.slowAddress = slowAddress;
    this.#close = close;
    this.address = address;
  }

  /** @param {BrowserName} name @param {Setup} [setup] */
  static async start(name, setup) {
    const folder = await watchedBundle();
    const server = await serve(folder);
    const slow = await serve(folder, { late: /\.woff2$/ });
    const browser = await LAUNCHES[name](setup);
    return new AnyHost(browser, server.address, slow.address, async () => {
      await browser.close();
      server.close();
      slow.close();
      await rm(folder, { recursive: true });
    });
  }

  get name() {
    return this.#browser.name;
  }

  /**
   * The editor in a profile of its own, once it has drawn.
   * @param {{ address?: string, fragment?: string, ready?: boolean }} [what]
   */
  async open({ address = this.address, fragment, ready = true } = {}) {
    const visit = new Visit(await this.#browser.open(), address);
    this.#visits.add(visit);
    await visit.input.goto(address + (fragment === undefined ? "" : `#${fragment}`));
    if (ready) await visit.ready();
    return visit;
  }

  /** Those that a test has left open, since it failed. */
  async closeVisits() {
    for (const visit of this.#visits) if (visit.isOpen) await visit.leave();
    this.#visits.clear();
  }

  close() {
    return this.#close();
  }
}

/** One tab with the editor. */
export class Visit extends Editor {
  isOpen = true;

  /** @param {import("./drivers/input.mjs").Input} input @param {string} address */
  constructor(input, address) {
    super(input);
    this.input = input;
    this.address = address;
  }

  async ready() {
    await eventually("the editor has drawn", () => this.input.evaluate(isDrawn));
  }

  /** What happened in the page, since it was loaded, that must not. @returns {Promise<string[]>} */
  async problems() {
    const seen = await this.input.evaluate(() => ({
      watched: /** @type {{ watched?: string[] }} */ (/** @type {unknown} */ (window)).watched ?? [],
      requests: performance.getEntriesByType("resource").map(({ name }) => name),
    }));
    const { origin } = new URL(this.address);
    const foreign = seen.requests.filter((name) => !name.startsWith(`${origin}/`) && !/^(blob|data):/.test(name));
    return [...this.input.problems, ...seen.watched, ...foreign.map((name) => `request to another place: ${name}`)];
  }

  async reload() {
    assert.deepEqual(await this.problems(), []);
    await this.input.reload();
    await this.ready();
  }

  /** A click at the middle of a node. @param {string} id */
  async click(id) {
    await this.settled();
    const { x, y, width, height } = (await this.byId(id)).bounds;
    await this.input.click({ x: x + width / 2, y: y + height / 2 });
  }

  /**
   * Where the caret would be drawn at an offset of the text: the text field stands there.
   * @param {number} offset
   * @returns {Promise<Place>}
   */
  async placeOf(offset) {
    await this.input.evaluate((at) => window.depeche.select(at), offset);
    await this.settled();
    return this.input.evaluate(() => {
      const { x, y, height } = /** @type {Element} */ (document.getElementById("field")).getBoundingClientRect();
      return { x: x + 1, y: y + height / 2 };
    });
  }

  /**
   * A paste of what another program has put into the clipboard, as the browser would send it.
   * @param {Record<string, string>} formats type → content
   */
  paste(formats) {
    return this.input.evaluate((content) => {
      const clipboardData = new DataTransfer();
      for (const [type, data] of Object.entries(content)) clipboardData.setData(type, data);
      const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true });
      Object.defineProperty(event, "clipboardData", { value: clipboardData }); // Firefox leaves out what the constructor is given
      return !document.getElementById("field")?.dispatchEvent(event);
    }, formats);
  }

  /**
   * Keeps a picture for people in build/screenshots.
   * @param {string} name
   */
  async picture(name) {
    const folder = join(root, "build/screenshots");
    await mkdir(folder, { recursive: true });
    const picture = await this.input.screenshot();
    await writeFile(join(folder, `${name}.png`), picture);
    return picture;
  }

  /** Whatever has happened. */
  async leave() {
    this.isOpen = false;
    await this.input.close();
  }

  /** Fails the test if something happened that must not. */
  async close() {
    const problems = await this.problems();
    await this.leave();
    assert.deepEqual(problems, []);
  }
}

/** In the page. */
function isDrawn() {
  return "depeche" in window && window.depeche.frames() > 0 && document.activeElement?.id === "field";
}

/**
 * In the page, before anything else: keeps what must not happen. With "?fonts=first" the first frame waits for all fonts, not for
 * those alone that it begins with.
 */
function watch() {
  if (location.search === "?fonts=first") {
    const load = document.fonts.load.bind(document.fonts);
    document.fonts.load = async (font, text) => {
      await Promise.all([...document.fonts].map((face) => face.load()));
      return load(font, text);
    };
  }
  /** @type {string[]} */
  const watched = [];
  Object.assign(window, { watched });
  for (const kind of /** @type {const} */ (["error", "warn"])) {
    const say = console[kind];
    console[kind] = (...values) => {
      watched.push(`console: ${values.join(" ")}`);
      say(...values);
    };
  }
  addEventListener("error", (event) => watched.push(`error: ${event.message ?? "a file did not come"}`), { capture: true });
  addEventListener("unhandledrejection", ({ reason }) => watched.push(`rejection: ${reason}`));
  addEventListener("securitypolicyviolation", (event) => watched.push(`policy: ${event.violatedDirective} ${event.blockedURI}`));
}

/** A copy of the bundle whose page is watched. */
async function watchedBundle() {
  const folder = await mkdtemp(join(tmpdir(), "depeche-watched-"));
  await cp(join(root, "dist"), folder, { recursive: true });
  await writeFile(join(folder, "watch.js"), `(${watch})();`);
  const page = await readFile(join(folder, "index.html"), "utf8");
  await writeFile(join(folder, "index.html"), page.replace("<title>", '<script src="watch.js"></script>\n    <title>'));
  return folder;
}
