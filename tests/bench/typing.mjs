/**
 * Typing in the built editor and in a page of CodeMirror 6 and markdown-it, in one run: `./dev bench --browser`.
 *
 * Characters are typed by real key events in the middle of documents of 4 KB, 100 KB, 1 MB and 10 MB (made of
 * corpus/1mb.md where DEPECHE_SHARED, or ../shared, has it). From the input events to the end of the frame Chromium
 * counts the processor time of the main thread: of scripts (handlers and frame; WebAssembly and calls into the browser
 * are among them) and of all tasks (layout, paint and compositing, too). What the page puts off until afterwards is
 * counted apart, with what the bench itself asks the page. Then the editor rests for ten seconds.
 *
 *   node tests/bench/typing.mjs [NAME…]            only the pages with such a NAME
 *   node tests/bench/typing.mjs --beside FOLDER    the bundle of another build instead: both by turns, and their ratio
 */
import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { serve } from "../browser/server.mjs";
import { CATEGORIES, keystrokes } from "./keystrokes.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const corpus = join(process.env.DEPECHE_SHARED ?? join(root, "../shared"), "corpus/1mb.md");

const SIZES = [
  { name: "4 KB", bytes: 4_000, keys: 200 },
  { name: "100 KB", bytes: 100_000, keys: 200 },
  { name: "1 MB", bytes: 1_042_548, keys: 200 },
  { name: "10 MB", bytes: 10_000_000, keys: 30 },
];
/** Milliseconds that a size of a page may take to type; then fewer keys are typed. */
const PATIENCE = 20_000;
const MIN_KEYS = 5;
const REST = 10_000;
/** Times that both builds are opened and typed in, and the keys of each, where two are compared. */
const ROUNDS = 6;
const KEYS_OF_A_ROUND = 100;
/** Milliseconds that somebody looks at the page before opening a document. */
const READ = 1_000;
const TYPED = "le ministre se rend a lyon ";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {{ TaskDuration: number, JSHeapUsedSize: number }} Metrics seconds and bytes */

/**
 * A page that can be typed in: when it is ready, how to open a document that has been brought to the page, and to put
 * the caret in its middle.
 * @typedef {{ name: string, address: string, ready: (page: Page) => Promise<unknown>, open: (page: Page) => Promise<void>,
 *   goToMiddle: (page: Page) => Promise<void>, text: (page: Page) => Promise<string> }} Subject
 */

/** A text of about so many bytes. @param {string} source @param {number} bytes */
function documentOf(source, bytes) {
  let text = "";
  while (text.length + source.length <= bytes) text += source;
  const rest = bytes - text.length;
  return rest > bytes / 16 ? text + source.slice(0, source.indexOf("\n", rest) + 1) : text;
}

/** Until the page has drawn what is due and has nothing more to do. @param {Page} page */
function settled(page) {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

/** The number at a share of the sorted values. @param {number[]} values @param {number} share */
function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.round(share * (sorted.length - 1))];
}

/** What Chromium counts of a page. */
class Meter {
  /** @param {import("playwright-core").CDPSession} session */
  constructor(session) {
    this.session = session;
  }
  /** @param {Page} page */
  static async of(page) {
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    return new Meter(session);
  }
  /** @returns {Promise<Metrics>} */
  async read() {
    const { metrics } = await this.session.send("Performance.getMetrics");
    return /** @type {Metrics} */ (/** @type {unknown} */ (Object.fromEntries(metrics.map(({ name, value }) => [name, value]))));
  }
  /** Bytes of JavaScript's heap in use, once what nobody holds is gone. */
  async heap() {
    await this.session.send("HeapProfiler.collectGarbage");
    return (await this.read()).JSHeapUsedSize;
  }
  /** Milliseconds of the main thread that `work` takes. @param {() => Promise<unknown>} work */
  async cost(work) {
    const before = await this.read();
    await work();
    return ((await this.read()).TaskDuration - before.TaskDuration) * 1000;
  }
}

/** @param {import("playwright-core").Browser} browser @param {Page} page @param {number} keys */
async function type(browser, page, keys) {
  await browser.startTracing(page, { categories: CATEGORIES });
  const end = Date.now() + PATIENCE;
  for (let i = 0; i < keys && (i < MIN_KEYS || Date.now() < end); ++i) {
    await page.keyboard.press(TYPED[i % TYPED.length] === " " ? "Space" : TYPED[i % TYPED.length]);
    await settled(page);
  }
  const trace = await browser.stopTracing();
  return keystrokes(JSON.parse(trace.toString()).traceEvents);
}

/** @param {number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** @param {number} value @param {number} width */
const column = (value, width = 9) => (value < 9.95 ? value.toFixed(2) : value.toFixed(0)).padStart(width);

/** Three columns. @param {number[]} values */
const shares = (values) => [0.5, 0.95, 0.99].map((share) => column(percentile(values, share))).join("");

/**
 * A document in a page of its own: opened, its middle in sight, typed in, and what that was like.
 * @param {Subject} subject
 * @param {string} text
 * @param {number} keys
 */
async function trial(subject, text, keys) {
  const browser = await launch(); // one for each: some pages end it
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: "fr-FR" });
    page.setDefaultTimeout(120_000);
    await page.goto(subject.address);
    const meter = await Meter.of(page);
    const heapAtFirst = await meter.heap();
    await subject.ready(page);
    await page.evaluate((value) => void (window.essay = { text: value, bytes: new TextEncoder().encode(value) }), text);
    await page.waitForTimeout(READ);
    const begin = Date.now();
    await subject.open(page);
    await settled(page);
    const opened = Date.now() - begin;
    await subject.goToMiddle(page);
    await settled(page);
    const before = (await subject.text(page)).length;
    const costs = await type(browser, page, keys);
    const typed = (await subject.text(page)).length - before;
    const grown = ((await meter.heap()) - heapAtFirst) / 2 ** 20;
    return { opened, costs, typed, grown };
  } finally {
    await browser.close();
  }
}

/** @param {Subject} subject @param {string} source */
async function measure(subject, source) {
  for (const { name, bytes, keys } of SIZES) {
    try {
      const { opened, costs, typed, grown } = await trial(subject, documentOf(source, bytes), keys);
      const shown = costs.filter(({ shown }) => shown).map(({ key }) => key);
      if (shown.length === 0) throw new Error("no key had a frame");
      const after = costs.map(({ after }) => after.all);
      const notes = [];
      if (shown.length < costs.length) notes.push(`${costs.length - shown.length} without a frame are not counted`);
      if (typed !== costs.length) notes.push(`${typed} arrived`);
      console.log(
        `${name.padEnd(8)}${subject.name.padEnd(38)}${shares(shown.map(({ script }) => script))}${shares(shown.map(({ all }) => all))}` +
          `${column(mean(after))}${column(Math.max(...after))}${column(opened, 10)}${column(grown, 10)}` +
          `${String(costs.length).padStart(6)}${notes.length > 0 ? `  (${notes.join(", ")})` : ""}`,
      );
    } catch (error) {
      console.log(`${name.padEnd(8)}${subject.name.padEnd(38)} failed: ${String(error).split("\n")[0]}`);
    }
  }
}

/**
 * Two builds by turns, up to 1 MB: whatever else the machine does meets both.
 * @param {Subject} now
 * @param {Subject} before
 * @param {string} source
 */
async function compare(now, before, source) {
  for (const { name, bytes } of SIZES.filter(({ bytes }) => bytes < 10_000_000)) {
    const text = documentOf(source, bytes);
    /** @type {Map<Subject, import("./keystrokes.mjs").Cost[]>} */
    const keys = new Map([[now, []], [before, []]]);
    for (let round = 0; round < ROUNDS; ++round) {
      for (const subject of round % 2 === 0 ? [now, before] : [before, now]) {
        const { costs } = await trial(subject, text, KEYS_OF_A_ROUND);
        keys.get(subject)?.push(...costs.filter(({ shown }) => shown).map(({ key }) => key));
      }
    }
    /** @param {Subject} subject @param {"script" | "all"} kind */
    const values = (subject, kind) => (keys.get(subject) ?? []).map((cost) => cost[kind]);
    for (const subject of [now, before]) {
      const cells = shares(values(subject, "script")) + shares(values(subject, "all"));
      console.log(`${name.padEnd(8)}${subject.name.padEnd(38)}${cells}${String(keys.get(subject)?.length).padStart(6)}`);
    }
    const ratio = (/** @type {"script" | "all"} */ kind, /** @type {number} */ share) =>
      percentile(values(now, kind), share) / percentile(values(before, kind), share);
    const ratios = [.../** @type {const} */ (["script", "all"])].flatMap((kind) => [0.5, 0.95, 0.99].map((share) => ratio(kind, share)));
    console.log(`${name.padEnd(8)}${"now : before".padEnd(38)}${ratios.map((value) => value.toFixed(3).padStart(9)).join("")}`);
  }
}

/** Ten seconds in which nobody does anything. @param {Subject} subject */
async function rest(subject) {
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto(subject.address);
  await page.waitForFunction(() => "depeche" in window && window.depeche.frames() > 0);
  await page.waitForTimeout(3000); // fonts arrive, the outline is written
  const meter = await Meter.of(page);
  const heap = await meter.heap();
  const frames = await page.evaluate(() => window.depeche.frames());
  const cost = await meter.cost(() => page.waitForTimeout(REST));
  const drawn = (await page.evaluate(() => window.depeche.frames())) - frames;
  const grown = (await meter.heap()) - heap;
  console.log(`\nAt rest for ${REST / 1000} s: ${drawn} frames, ${cost.toFixed(2)} ms of the main thread, ${(grown / 1024).toFixed(0)} KB more heap`);
  await browser.close();
}

/** The scripts of the page of CodeMirror, in one. */
async function codemirrorScript() {
  const { outputFiles } = await build({
    entryPoints: [join(root, "tests/bench/codemirror/page.js")],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
  });
  return outputFiles[0].text;
}

/** @param {string} address @param {string} name @returns {Subject} */
function codemirror(address, name) {
  return {
    name,
    address,
    ready: (page) => page.waitForFunction(() => "bench" in window),
    open: (page) => page.evaluate(() => window.bench.open(window.essay.text)),
    goToMiddle: (page) => page.evaluate(() => window.bench.goToMiddle()),
    text: (page) => page.evaluate(() => window.bench.text()),
  };
}

/** @param {string} address @param {string} [name] @returns {Subject} */
function depeche(address, name = "Dépêche") {
  return {
    name,
    address,
    ready: (page) => page.waitForFunction(() => "depeche" in window && window.depeche.frames() > 0),
    open: (page) => page.evaluate(() => window.depeche.open("essai.md", window.essay.bytes)),
    // The scroll bar's middle, then a click into the text.
    async goToMiddle(page) {
      const bounds = await page.evaluate((ids) => {
        const nodes = window.depeche.semantics();
        return ids.map((id) => nodes.find((/** @type {{ id: string }} */ node) => node.id === id)?.bounds);
      }, ["source/scrollbar", "source"]);
      const [bar, source] = bounds;
      if (bar) await page.mouse.click(bar.x + bar.width / 2, bar.y + bar.height / 2);
      await settled(page);
      await page.mouse.click(source.x + source.width / 3, source.y + source.height / 2);
      await settled(page);
      await page.keyboard.press("End");
    },
    text: (page) => page.evaluate(() => window.depeche.text()),
  };
}

function launch() {
  return chromium.launch({
    executablePath: process.env.DEPECHE_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
      "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
  });
}

async function main() {
  if (!existsSync(corpus)) {
    console.log("1mb.md: skipped, not there");
    return;
  }
  const source = readFileSync(corpus, "utf8");
  const server = await serve(join(root, "dist"));
  const heads = ["p50", "p95", "p99"].map((head) => head.padStart(9)).join("");
  const [option, folder] = process.argv.slice(2);
  if (option === "--beside") {
    const other = await serve(folder);
    console.log("Milliseconds of the main thread from a key to the end of its frame: of scripts, of all tasks");
    console.log(`${"".padEnd(46)}${heads}${heads}${"keys".padStart(6)}`);
    await compare(depeche(server.address, "this build"), depeche(other.address, "the other build"), source);
    server.close();
    other.close();
    return;
  }
  const [script, html] = await Promise.all([
    codemirrorScript(),
    readFile(join(root, "tests/bench/codemirror/index.html"), "utf8"),
  ]);
  const peers = await pageServer(html, script);
  console.log("Milliseconds of the main thread from a key to the end of its frame: of scripts, of all tasks; afterwards, of all: mean,");
  console.log("longest; milliseconds to open; growth of the heap, MB");
  console.log(`${"".padEnd(46)}${heads}${heads}${"mean".padStart(9)}${"longest".padStart(9)}${"open".padStart(10)}${"heap".padStart(10)}${"keys".padStart(6)}`);
  const wanted = process.argv.slice(2);
  for (const subject of [
    depeche(server.address),
    codemirror(peers.address, "CodeMirror, markdown-it at each key"),
    codemirror(`${peers.address}?debounce=300`, "CodeMirror, markdown-it after 300 ms"),
  ]) {
    if (wanted.length === 0 || wanted.some((name) => subject.name.includes(name))) await measure(subject, source);
  }
  await rest(depeche(server.address));
  server.close();
  peers.close();
}

/** Serves the page and its script. @param {string} html @param {string} script */
async function pageServer(html, script) {
  const server = createServer((request, response) => {
    const isScript = request.url?.startsWith("/page.js");
    response.writeHead(200, { "Content-Type": isScript ? "text/javascript" : "text/html; charset=utf-8" });
    response.end(isScript ? script : html);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

await main();
