/** The release outside the editor: the exported page, alone and without a network, and what is printed. */
import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { inflateSync } from "node:zlib";
import { Host, root } from "./desk.mjs";

/** @type {Host} */
let host;
before(async () => (host = await Host.start()));
after(() => host.close());

const RELEASE = `---
title: Une gare rouge
date: 2026-09-14
lang: fr
categories: [Communiqué de presse]
tags: [gares]
une-ou-diaporama:
- image: /uploads/rouge.png
  alt: La gare de Dijon
  legende: La gare, vue du quai
files:
- file: /uploads/dossier.pdf
---

## Ce qui change

Un **mot** et ![un logo](/uploads/bleu.png) dans la ligne.

![La gare, de nouveau](/uploads/rouge.png)

![Elle manque](/uploads/absente.png)
`;

/**
 * Drops pictures of one colour on the window.
 * @param {import("./desk.mjs").Desk} desk
 * @param {{ name: string, width: number, height: number, colour: string }[]} pictures
 */
async function dropPictures(desk, pictures) {
  await desk.page.evaluate(async (all) => {
    const data = new DataTransfer();
    for (const { name, width, height, colour } of all) {
      const canvas = new OffscreenCanvas(width, height);
      const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d"));
      context.fillStyle = colour;
      context.fillRect(0, 0, width, height);
      data.items.add(new File([await canvas.convertToBlob()], name, { type: "image/png" }));
    }
    dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, pictures);
  const names = pictures.map(({ name }) => name).sort();
  for (let tries = 0; JSON.stringify((await desk.heldPictures()).sort()) !== JSON.stringify(names); ++tries) {
    assert.ok(tries < 300, "the pictures are kept");
    await desk.page.waitForTimeout(50);
  }
}

const PICTURES = [
  { name: "rouge.png", width: 300, height: 200, colour: "#cc0000" },
  { name: "bleu.png", width: 40, height: 40, colour: "#0000cc" },
];

/**
 * The page that the menu gives.
 * @param {import("./desk.mjs").Desk} desk
 */
async function exportedPage(desk) {
  await desk.click("toolbar/export");
  const [download] = await Promise.all([desk.page.waitForEvent("download"), desk.click("menu/page")]);
  const file = join(root, "build/screenshots", `exported-${download.suggestedFilename()}`);
  await mkdir(join(root, "build/screenshots"), { recursive: true });
  await writeFile(file, await readFile(await download.path()));
  return file;
}

/**
 * Opens a file where there is no network, and says what its pictures, faces and the policy make of it.
 * @param {string} file
 * @param {import("playwright-core").BrowserContextOptions} [options]
 */
async function openedAlone(file, options = {}) {
  const context = await host.browser.newContext({ offline: true, ...options });
  const page = await context.newPage();
  /** @type {import("playwright-core").Request[]} */
  const requests = [];
  page.on("request", (request) => requests.push(request));
  await page.goto(pathToFileURL(file).href);
  await page.evaluate(() => document.fonts.ready);
  // What the page's policy stops is asked of nobody.
  const asked = () => requests.filter((request) => request.failure()?.errorText !== "csp").map((request) => request.url());
  return { page, requests: () => asked().filter((url) => !url.startsWith("data:") && url !== pathToFileURL(file).href), close: () => context.close() };
}

test("the exported page holds its pictures and faces", async () => {
  const desk = await host.open();
  await desk.setText(RELEASE);
  await dropPictures(desk, PICTURES);
  await desk.setText(RELEASE);
  const file = await exportedPage(desk);
  await desk.node((node) => /absente\.png/.test(node.name), "word of the picture that is missing");
  await desk.close();

  const alone = await openedAlone(file);
  const pictures = await alone.page.evaluate(() => [...document.images].map(({ alt, naturalWidth, src }) => ({ alt, naturalWidth, isData: src.startsWith("data:image/png;base64,") })));
  assert.deepEqual(pictures, [
    { alt: "La gare de Dijon", naturalWidth: 300, isData: true },
    { alt: "un logo", naturalWidth: 40, isData: true },
    { alt: "La gare, de nouveau", naturalWidth: 300, isData: true },
    { alt: "Elle manque", naturalWidth: 0, isData: false },
  ]);
  assert.equal(await alone.page.textContent("figure.headline figcaption"), "La gare, vue du quai");
  assert.equal(await alone.page.getAttribute("html", "lang"), "fr");
  assert.equal(await alone.page.locator("h1").count(), 1);
  const faces = await alone.page.evaluate(() => [...document.fonts].map(({ family, weight, style, status }) => `${family.replaceAll('"', "")} ${weight} ${style} ${status}`).sort());
  // No italic: the release has none.
  assert.deepEqual(faces, ["Public Sans 400 normal loaded", "Public Sans 600 normal loaded", "Spectral 400 normal loaded", "Spectral 700 normal loaded"]);
  assert.deepEqual(alone.requests(), []);
  await alone.close();
});

test("long words stay on the sheet, on the screen and on paper", async () => {
  const word = "anticonstitutionnellement".repeat(8);
  const desk = await host.open();
  const row = (/** @type {string} */ cell) => `| ${Array.from({ length: 12 }, () => cell).join(" | ")} |`;
  await desk.setText(
    `---\ntitle: ${word}\ncategories: [${word}]\ntags: [a, ${word}]\nchapeau: ${word}\nfiles:\n- file: /${word}.pdf\ncontact: ${word}\n---\n\n## ${word}\n\n` +
      `[${word}](https://x.example/)\n\n> ${word}\n\n- ${word}\n\n${row("titre")}\n${row("---")}\n${row("des mots")}\n\n| a | ${word} |\n`,
  );
  const file = await exportedPage(desk);
  await desk.close();
  for (const [media, width] of /** @type {const} */ ([["screen", 1000], ["screen", 320], ["print", 640]])) {
    const alone = await openedAlone(file, { viewport: { width, height: 800 } });
    await alone.page.emulateMedia({ media });
    const beyond = await alone.page.evaluate(() => {
      const sheet = /** @type {HTMLElement} */ (document.querySelector("main")).getBoundingClientRect();
      const outside = [...document.querySelectorAll("main *")].filter((element) => !element.closest("table") && element.getBoundingClientRect().right > sheet.right + 0.5);
      return { outside: outside.map((element) => element.localName), scrolls: document.documentElement.scrollWidth - innerWidth };
    });
    assert.deepEqual(beyond, { outside: [], scrolls: 0 }, `${media} ${width}`);
    await alone.close();
  }
});

/**
 * What a PDF of the browser's holds: how many pages, and the widths of its pictures in pixels.
 * @param {Buffer} pdf
 */
function contentsOf(pdf) {
  let text = pdf.toString("latin1");
  for (const [, stream] of pdf.toString("latin1").matchAll(/stream\r?\n([^]*?)endstream/g)) {
    try {
      text += inflateSync(Buffer.from(stream, "latin1")).toString("latin1");
    } catch {
      // a picture's own compression
    }
  }
  const pictures = [...text.matchAll(/<<[^]*?>>/g)].filter(([dictionary]) => dictionary.includes("/Subtype /Image"));
  return {
    pages: [...text.matchAll(/\/Type\s*\/Page\b/g)].length,
    widths: pictures.map(([dictionary]) => Number(/\/Width (\d+)/.exec(dictionary)?.[1])).sort((a, b) => a - b),
  };
}

/** Notes what is shown at the moment of printing. @param {import("./desk.mjs").Desk} desk */
async function watchPrinting(desk) {
  await desk.page.evaluate(() => {
    addEventListener("beforeprint", () => {
      const sheet = document.getElementById("sheet");
      Object.assign(window, {
        printed: {
          title: document.title,
          text: sheet?.shadowRoot?.querySelector("main")?.textContent ?? "",
          pictures: [...(sheet?.shadowRoot?.querySelectorAll("img") ?? [])].map((image) => image.complete && image.naturalWidth),
        },
      });
    });
  });
  return async () => {
    await desk.page.waitForFunction(() => "printed" in window);
    return desk.page.evaluate(() => /** @type {{ title: string, text: string, pictures: (number | false)[] }} */ (Reflect.get(window, "printed")));
  };
}

test("what the browser's own menu prints is the release", async () => {
  const desk = await host.open();
  await desk.setText(RELEASE);
  await dropPictures(desk, PICTURES);
  await desk.setText(RELEASE);
  await desk.settled();
  const printed = await watchPrinting(desk);
  const pdf = await desk.page.pdf({ format: "A4", path: join(root, "build/screenshots/printed.pdf") });
  const { title, text } = await printed();
  assert.equal(title, "Une gare rouge");
  assert.match(text, /Une gare rouge[^]*Publié le 14\u00A0septembre 2026[^]*Ce qui change[^]*dossier\.pdf/);
  const { pages, widths } = contentsOf(pdf);
  assert.ok(pages === 1 || pages === 2, `${pages} pages`);
  assert.ok(widths.includes(300), `the picture in view is on paper: ${widths}`);
  assert.equal(await desk.page.locator("#sheet").count(), 0, "taken away");
  assert.match(await desk.page.title(), /Dépêche/);
  await desk.close();
});

test("Ctrl+P and the menu print when the pictures are there, wherever they are", async () => {
  const far = `${RELEASE}\n${"Un long texte.\n\n".repeat(300)}![Au loin](/uploads/vert.png)\n`;
  const desk = await host.open();
  await desk.setText("");
  await dropPictures(desk, [...PICTURES, { name: "vert.png", width: 120, height: 80, colour: "#00cc00" }]);
  await desk.setText(far);
  await desk.page.evaluate(() => {
    window.print = () => ["beforeprint", "afterprint"].forEach((type) => dispatchEvent(new Event(type))); // no dialog
  });
  for (const ask of [() => desk.page.keyboard.press("Control+p"), () => desk.click("toolbar/export").then(() => desk.click("menu/print"))]) {
    const printed = await watchPrinting(desk);
    await desk.page.evaluate(() => Reflect.deleteProperty(window, "printed"));
    await ask();
    assert.deepEqual((await printed()).pictures, [300, 40, 300, 0, 120]);
  }
  await desk.close();
});

test("nothing of a hostile release runs when it is printed or exported", async () => {
  const desk = await host.open();
  await desk.setText(
    "---\ntitle: <img src=x onerror=alert(1)>\nune-ou-diaporama: https://elsewhere.example/a.png\n---\n\n" +
      '<img src="https://elsewhere.example/b.png" srcset="https://elsewhere.example/c.png 2x" onerror="alert(1)"><script>alert(1)</script>\n\n' +
      "<p id=\"canvas\" style=\"background: url(https://elsewhere.example/d.png)\">Un texte</p>\n",
  );
  await desk.page.pdf({ format: "A4" });
  const file = await exportedPage(desk);
  await desk.close(); // which says whether the editor asked another host, or broke its policy
  const alone = await openedAlone(file, { offline: false });
  assert.equal(await alone.page.locator("script").count(), 0);
  assert.deepEqual(alone.requests(), []);
  await alone.close();
});
