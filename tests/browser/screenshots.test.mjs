/**
 * How the editor looks: the seed and a page with every construct, wide and narrow, at one and two pixels a point, light and
 * dark, against the pictures in tests/browser/references. `./dev screenshots --update` renews them: look at each before you
 * commit it. What differs is left in build/screenshots, with the differences in red.
 *
 * The seed needs no letters but the bundle's. A browser that draws the system's own otherwise than the one that took the
 * references (other fonts, another rasteriser) can't be compared with them in the page with every construct: the tests say
 * so and are skipped.
 */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before } from "node:test";
import { Host, root, shared, test } from "./desk.mjs";

const REFERENCES = join(root, "tests/browser/references");
/** The letters that the references' browser drew. */
const LETTERS = join(REFERENCES, "letters.txt");
const DIFFERENCES = join(root, "build/screenshots");
const UPDATES = process.env.DEPECHE_UPDATE_SCREENSHOTS === "1";

/** Of a channel's 255 steps: what rounding in another version of the browser may change. */
const TOLERANCE = 24;
/** Of all pixels. */
const MAX_DIFFERENT = 0.002;

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 390, height: 844 };

/** @typedef {{ text: string, view: string, screens?: number, size: typeof WIDE, ratio: number, scheme: "light" | "dark" }} Look */

/** @type {Look[]} */
const LOOKS = ["seed", "every-construct"].flatMap((text) =>
  [WIDE, NARROW].flatMap((size) =>
    [1, 2].flatMap((ratio) =>
      /** @type {const} */ (["light", "dark"]).map((scheme) => ({
        text,
        view: size === NARROW ? "tabs/page" : "",
        size,
        ratio,
        scheme,
      })),
    ),
  ),
);
/** The whole of it, a screen after the other. */
LOOKS.push({ text: "every-construct", view: "view/page", screens: 10, size: WIDE, ratio: 1, scheme: "light" });

/** @type {Host} */
let host;
let letters = "";
let hasSameLetters = true;
before(async () => {
  host = await Host.start();
  letters = await lettersOfSystem();
  if (UPDATES) {
    await mkdir(REFERENCES, { recursive: true });
    await writeFile(LETTERS, `${letters}\n`);
  } else {
    hasSameLetters = existsSync(LETTERS) && (await readFile(LETTERS, "utf8")).trim() === letters;
  }
});
after(() => host.close());

/** @param {string} text */
function contentOf(text) {
  return text === "seed" ? shared("seed/communique-eig.md") : readFile(join(root, "tests/cases/page/every-construct.md"));
}

for (const look of LOOKS) {
  const { text, view, screens = 1, size, ratio, scheme } = look;
  const name = `${text}${screens > 1 ? "-page" : ""}-${size.width}x${size.height}-${ratio}x-${scheme}`;
  test(`as it was: ${name}`, async (context) => {
    if (text !== "seed" && !hasSameLetters) return context.skip("the references were taken with other fonts or another browser");
    const content = await contentOf(text);
    if (!content) return context.skip("the reference material is not beside the project");
    const options = { viewport: size, deviceScaleFactor: ratio, colorScheme: scheme, reducedMotion: /** @type {const} */ ("reduce") };
    const desk = await host.open({ options });
    await desk.page.evaluate(([file, bytes]) => window.depeche.open(file, new Uint8Array(bytes)), /** @type {const} */ ([`${text}.md`, [...content]]));
    if (view !== "") await desk.page.evaluate((id) => window.depeche.activate(id), view);
    // The caret is the one thing that differs with the time; the fonts of rare letters come when they are drawn.
    await desk.atRest();
    for (let screen = 1; screen <= screens; ++screen) {
      if (screen > 1) {
        await desk.page.mouse.move(size.width / 2, size.height / 2);
        const frames = await desk.frames();
        await desk.page.mouse.wheel(0, size.height - 200);
        await desk.page.waitForFunction((drawn) => window.depeche.frames() > drawn, frames);
        await desk.atRest();
      }
      await compare(desk.page, screens > 1 ? `${name}-${screen}` : name);
    }
    await desk.close();
  });
}

/** What the browser makes of the system's fonts, as a hash of its pixels: those that the bundle does not bring. */
async function lettersOfSystem() {
  const page = await host.browser.newPage();
  await page.goto(host.address); // a hash needs a secure page
  const hash = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(400, 200);
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d"));
    ["'DejaVu Sans Mono', monospace", "system-ui, sans-serif", "Georgia, serif"].forEach((family, line) => {
      context.font = `24px ${family}`;
      context.fillText("Hé « 012 » → ☑ • é", 4, 40 + 60 * line);
    });
    const pixels = context.getImageData(0, 0, canvas.width, canvas.height).data;
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", pixels));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  });
  await page.close();
  return hash;
}

/**
 * @param {import("playwright-core").Page} page
 * @param {string} name
 */
async function compare(page, name) {
  const actual = await page.screenshot();
  const file = join(REFERENCES, `${name}.png`);
  if (UPDATES) {
    await mkdir(REFERENCES, { recursive: true });
    const same = existsSync(file) && (await differenceOf(page, await readFile(file), actual)).part <= MAX_DIFFERENT / 20;
    if (!same) await writeFile(file, actual);
    return;
  }
  assert.ok(existsSync(file), `there is no ${name}.png: ./dev screenshots --update`);
  const { part, picture } = await differenceOf(page, await readFile(file), actual);
  if (part <= MAX_DIFFERENT) return;
  await mkdir(DIFFERENCES, { recursive: true });
  await writeFile(join(DIFFERENCES, `${name}.png`), actual);
  await writeFile(join(DIFFERENCES, `${name}-differences.png`), Buffer.from(picture, "base64"));
  assert.fail(`${name}: ${(100 * part).toFixed(2)} % of the pixels differ; see build/screenshots/${name}-differences.png`);
}

/**
 * How much of two pictures differs, and where, as a picture.
 * @param {import("playwright-core").Page} page
 * @param {Buffer} reference
 * @param {Buffer} actual
 * @returns {Promise<{ part: number, picture: string }>}
 */
async function differenceOf(page, reference, actual) {
  const blank = await page.context().newPage();
  const result = await blank.evaluate(
    async ([before, after, tolerance]) => {
      /** @param {string} base64 */
      const pixels = async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
        const context = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(image.width, image.height).getContext("2d"));
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height);
      };
      const [one, other] = [await pixels(before), await pixels(after)];
      if (one.width !== other.width || one.height !== other.height) return { part: 1, picture: "" };
      let different = 0;
      for (let i = 0; i < one.data.length; i += 4) {
        const away = Math.max(...[0, 1, 2].map((channel) => Math.abs(one.data[i + channel] - other.data[i + channel])));
        const differs = away > tolerance;
        if (differs) ++different;
        const grey = 200 + other.data[i + 1] * 0.2;
        other.data.set(differs ? [220, 0, 0, 255] : [grey, grey, grey, 255], i);
      }
      const canvas = new OffscreenCanvas(one.width, one.height);
      canvas.getContext("2d")?.putImageData(other, 0, 0);
      const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
      return {
        part: different / (one.width * one.height),
        picture: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")),
      };
    },
    /** @type {const} */ ([reference.toString("base64"), actual.toString("base64"), TOLERANCE]),
  );
  await blank.close();
  return result;
}
