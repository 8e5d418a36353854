/**
 * What a crash loses: ends the renderer at random moments while somebody types, and reads what the store has then.
 *
 * node tests/bench/crash.mjs [--kills N] [--dist FOLDER] [seed|100KB|1MB]…
 */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Host, root } from "../browser/desk.mjs";

const shared = process.env.DEPECHE_SHARED ?? join(root, "../shared");

/** Milliseconds between two keys, and how long somebody types before the crash. */
const BETWEEN = [40, 120];
const TYPING = [600, 2400];
/** Milliseconds that the browser takes at most to write down what it has been given. */
const SETTLED = 400;
const TYPED = "le ministre se rend a lyon ";

const SHARES = [0.5, 0.9, 0.99, 1];
const HEADS = ["p50", "p90", "p99", "max"];

/**
 * @typedef {{ milliseconds: number, characters: number, isIntact: boolean }} Loss `milliseconds` from the first lost key to
 *   the crash; `isIntact` when what is left is what there was and the first of the keys
 */

/** @param {number[]} range */
const between = ([least, most]) => least + Math.random() * (most - least);

/**
 * One crash.
 * @param {Host} host
 * @param {Buffer} text
 * @returns {Promise<Loss>}
 */
export async function lossOf(host, text) {
  const context = await host.browser.newContext({ locale: "fr-FR", viewport: { width: 1280, height: 800 } });
  try {
    const desk = await host.open({ context });
    const witness = await context.newPage();
    await witness.goto(`${host.address}THIRD-PARTY-LICENSES.txt`);
    await desk.page.bringToFront();
    await desk.page.evaluate((data) => {
      window.depeche.open("essai.md", Uint8Array.from(atob(data), (character) => character.charCodeAt(0)));
    }, text.toString("base64"));
    const before = text.toString("utf8");
    await desk.untilStored(before);
    await desk.page.keyboard.press("Control+End");
    const keys = await typeUntilCrash(desk.page);
    const left = await storedText(witness, before);
    const kept = left.slice(before.length);
    const lost = keys.slice(kept.length);
    const isIntact = left.startsWith(before) && typedText(keys.length).startsWith(kept);
    return { milliseconds: lost.length > 0 ? keys.crash - lost[0] : 0, characters: lost.length, isIntact };
  } finally {
    await context.close();
  }
}

/** @param {number} length */
const typedText = (length) => Array.from({ length }, (_, index) => TYPED[index % TYPED.length]).join("");

/**
 * Types, and ends the renderer. Gives the time of each key, and of the end.
 * @param {import("playwright-core").Page} page
 */
async function typeUntilCrash(page) {
  const session = await page.context().newCDPSession(page);
  const end = Date.now() + between(TYPING);
  /** @type {number[]} */
  const keys = [];
  for (;;) {
    const next = Date.now() + between(BETWEEN);
    if (next > end) break;
    await sleep(next - Date.now());
    keys.push(Date.now());
    await session.send("Input.dispatchKeyEvent", { type: "char", text: TYPED[(keys.length - 1) % TYPED.length] });
  }
  await sleep(end - Date.now());
  const crashed = page.waitForEvent("crash");
  const crash = Date.now();
  session.send("Page.crash").catch(() => {}); // it does not answer
  await crashed;
  return Object.assign(keys, { crash });
}

/** @param {number} milliseconds */
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));

/**
 * The text that the store has of a document, once it has come to rest.
 * @param {import("playwright-core").Page} witness another page of the host
 * @param {string} before what it began with
 */
async function storedText(witness, before) {
  await sleep(SETTLED);
  return witness.evaluate(
    (begin) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("depeche");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction("texts").objectStore("texts").getAll();
          reading.onsuccess = () => {
            opening.result.close();
            const texts = reading.result.map((bytes) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
            resolve(texts.find((text) => text.startsWith(begin)) ?? "");
          };
        };
      }),
    before,
  );
}

/** The number at a share of the sorted values. @param {number[]} values @param {number} share */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1];
}

/** @param {number} bytes a text of about so many */
const ofSize = (bytes) => Buffer.from(`---\ntitle: Essai\n---\n\n${"Le ministre se rend à Lyon.\n\n".repeat(bytes / 30)}Fin `);

/** @type {Record<string, () => Buffer | undefined>} */
const DOCUMENTS = {
  seed: () => {
    const file = join(shared, "seed/communique-eig.md");
    return existsSync(file) ? readFileSync(file) : undefined;
  },
  "100KB": () => ofSize(100_000),
  "1MB": () => ofSize(1_000_000),
};

/**
 * Several crashes. One that did not come about, since the page did not open on a busy machine, says nothing and is tried again.
 * @param {Host} host
 * @param {Buffer} text
 * @param {number} kills
 */
async function lossesOf(host, text, kills) {
  /** @type {Loss[]} */
  const losses = [];
  for (let failures = 0; losses.length < kills; ) {
    try {
      losses.push(await lossOf(host, text));
    } catch (error) {
      if (++failures > kills) throw error;
      console.warn(String(error).split("\n")[0]);
    }
  }
  return losses;
}

async function main() {
  const wanted = process.argv.slice(2);
  const option = (/** @type {string} */ name, /** @type {string} */ otherwise) => {
    const at = wanted.indexOf(name);
    return at < 0 ? otherwise : wanted.splice(at, 2)[1];
  };
  const kills = Number(option("--kills", "100"));
  const host = await Host.start({ folder: resolve(option("--dist", join(root, "dist"))) });
  console.log(`A crash while somebody types, ${kills} times: milliseconds missing, characters missing`);
  console.log(`${"".padEnd(10)}${[...HEADS, ...HEADS].map((head) => head.padStart(7)).join("")}  text intact`);
  for (const name of wanted.length > 0 ? wanted : Object.keys(DOCUMENTS)) {
    const text = DOCUMENTS[name]?.();
    if (!text) {
      console.log(`${name.padEnd(10)} skipped, not there`);
      continue;
    }
    const losses = await lossesOf(host, text, kills);
    const figures = [losses.map(({ milliseconds }) => milliseconds), losses.map(({ characters }) => characters)].flatMap((values) =>
      SHARES.map((share) => String(Math.round(percentile(values, share))).padStart(7)),
    );
    console.log(`${name.padEnd(10)}${figures.join("")}  ${losses.filter(({ isIntact }) => isIntact).length} of ${kills}`);
  }
  await host.close();
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main();
