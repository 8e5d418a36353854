/** The page: its pictures, its selection, and how it goes along with the source. */
import assert from "node:assert/strict";
import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { Host, eventually, test } from "./desk.mjs";

/** @type {Host} */
let host;
before(async () => (host = await Host.start()));
after(() => host.close());

const RELEASE = "---\ntitle: Essai\nune-ou-diaporama:\n- image: /uploads/rouge.png\n---\n\nUn texte.\n";

/**
 * Drops a picture of one colour on the window.
 * @param {import("./desk.mjs").Desk} desk
 * @param {string} name
 * @param {number} side pixels
 * @param {string} colour
 */
function dropPicture(desk, name, side, colour) {
  return desk.page.evaluate(
    async ([file, pixels, fill]) => {
      const canvas = new OffscreenCanvas(pixels, pixels);
      const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d"));
      context.fillStyle = fill;
      context.fillRect(0, 0, pixels, pixels);
      const data = new DataTransfer();
      data.items.add(new File([await canvas.convertToBlob()], file, { type: "image/png" }));
      dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    /** @type {const} */ ([name, side, colour]),
  );
}

/**
 * What is seen in a part of the window: red, green, blue and alpha of its pixels, row by row.
 * @param {import("./desk.mjs").Desk} desk
 * @param {{ x: number, y: number, width: number, height: number }} clip
 */
async function pixelsOf(desk, clip) {
  const png = await desk.page.screenshot({ clip });
  const blank = await desk.page.context().newPage();
  const pixels = await blank.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes]));
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(image.width, image.height).getContext("2d"));
    context.drawImage(image, 0, 0);
    return [...context.getImageData(0, 0, image.width, image.height).data];
  }, png.toString("base64"));
  await blank.close();
  return pixels;
}

/**
 * The colour in the middle of the page's first picture.
 * @param {import("./desk.mjs").Desk} desk
 */
async function colourOfPicture(desk) {
  const { x, y, width, height } = (await desk.node((node) => node.role === "img", "picture")).bounds;
  const pixels = await pixelsOf(desk, { x: x + width / 2, y: y + height / 2, width: 1, height: 1 });
  return pixels.slice(0, 3);
}

/** @param {import("./desk.mjs").Desk} desk @param {number[]} expected */
async function untilPictureIs(desk, expected) {
  const fits = (/** @type {number[]} */ seen) => seen.every((channel, k) => Math.abs(channel - expected[k]) < 8);
  await eventually(`a picture of ${expected}`, () => colourOfPicture(desk), fits);
}

test("a dropped picture shows where the release names it, and is still there after a reload", async () => {
  const desk = await host.open();
  await desk.setText(RELEASE);
  await dropPicture(desk, "rouge.png", 300, "#cc0000");
  await untilPictureIs(desk, [0xcc, 0, 0]);
  assert.equal(await desk.text(), RELEASE); // it is named already
  await desk.untilStored(RELEASE);
  await desk.page.reload();
  await desk.ready();
  await untilPictureIs(desk, [0xcc, 0, 0]);
  await desk.close();
});

test("a picture keeps the name of its file, with blanks and signs in it", async () => {
  const named = RELEASE.replaceAll("rouge.png", "Photo du ministre (1).png");
  assert.notEqual(named, RELEASE);
  const desk = await host.open();
  await desk.setText(named);
  await dropPicture(desk, "Photo du ministre (1).png", 300, "#cc0000");
  await untilPictureIs(desk, [0xcc, 0, 0]);
  assert.equal(await desk.text(), named);
  await desk.setText("Un texte.\n");
  await dropPicture(desk, "IMG 2034 été|n°1.png", 300, "#cc0000");
  await desk.untilText((text) => text.includes("![](/uploads/IMG%202034%20été%7Cn%C2%B01.png)"), "the picture's name");
  await untilPictureIs(desk, [0xcc, 0, 0]);
  await desk.close();
});

test("a picture in a line stands there, as large as it is, once it is there", async () => {
  const desk = await host.open();
  await desk.setText("Le logo ![Logo](/uploads/logo.png), puis la suite du texte.\n");
  const before = await desk.node((node) => node.role === "paragraph" && node.name.startsWith("Le logo"), "paragraph");
  await dropPicture(desk, "logo.png", 60, "#cc0000");
  const { bounds, name } = await desk.node(({ id, bounds: { height } }) => id === before.id && height > before.bounds.height + 20, "higher line");
  assert.equal(name, "Le logo Logo, puis la suite du texte."); // for those who do not see it
  let red = 0;
  for (let i = 0; i < 50 && red === 0; ++i) {
    const pixels = await pixelsOf(desk, bounds);
    for (let at = 0; at < pixels.length; at += 4) red += Number(pixels[at] === 0xcc && pixels[at + 1] === 0 && pixels[at + 2] === 0);
  }
  assert.equal(red, 60 * 60);
  await desk.close();
});

/** Counts how often the browser decodes a picture, and those that it has not done with. @param {import("./desk.mjs").Desk} desk */
async function countDecodings(desk) {
  await desk.page.evaluate(() => {
    const decodings = { count: 0, under_way: 0 };
    const decode = /** @type {(...what: any[]) => Promise<ImageBitmap>} */ (createImageBitmap);
    Object.assign(window, {
      decodings,
      createImageBitmap: (/** @type {any[]} */ ...what) => {
        ++decodings.count;
        ++decodings.under_way;
        const done = () => setTimeout(() => --decodings.under_way); // when the editor has taken it
        const bitmap = decode(...what);
        bitmap.then(done, done);
        return bitmap;
      },
    });
  });
}

test("a picture shown at several sizes is sharp in each, and then nothing is drawn any more", async () => {
  const desk = await host.open();
  await countDecodings(desk);
  await desk.setText("![Grande](/uploads/logo.png)\n\n> ![Moindre](/uploads/logo.png)\n\n- Un point ![Petite](/uploads/logo.png)\n");
  await dropPicture(desk, "logo.png", 1000, "#cc0000");
  await desk.node(({ role, bounds: { height } }) => role === "img" && height > 100, "picture");
  const isDone = () => desk.page.evaluate(() => /** @type {any} */ (window).decodings.under_way === 0 && window.depeche.resting());
  await eventually("all sizes are there, and nothing is drawn any more", isDone);
  await desk.screens(60);
  await eventually("nor later", isDone);
  const decodings = await desk.page.evaluate(() => /** @type {any} */ (window).decodings.count);
  assert.ok(decodings >= 3 && decodings <= 8, `${decodings} times decoded, for three sizes`);
  await desk.close();
});

test("a picture that the release does not name is written into it", async () => {
  const desk = await host.open();
  await desk.setText("Un texte.\n");
  await dropPicture(desk, "vert & bleu.png", 50, "#00aa00");
  await desk.untilText((text) => text.includes("![](/uploads/vert%20%26%20bleu.png)"), "the picture is in the text");
  await untilPictureIs(desk, [0, 0xaa, 0]);
  await desk.page.keyboard.type("Du vert");
  await desk.untilText((text) => text.includes("![Du vert](/uploads/vert%20%26%20bleu.png)"), "its alternative is typed");
  await desk.close();
});

test("what is no picture, or one too heavy, is said and harms nothing", async () => {
  const desk = await host.open();
  await desk.setText(RELEASE);
  await desk.page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(21 << 20)], "lourde.png", { type: "image/png" }));
    dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await desk.page.waitForFunction(() => document.getElementById("announcements")?.textContent?.includes("trop lourde"));
  await desk.page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(["rien"], "rouge.png", { type: "image/png" }));
    dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await desk.page.waitForFunction(() => document.getElementById("announcements")?.textContent?.includes("rouge.png » n’a pas pu être lue"));
  assert.equal(await desk.text(), RELEASE);
  assert.equal((await desk.byId("toolbar/save")).name, "Enregistrer");
  await desk.close();
});

test("a picture that is cut off is refused, wherever it is cut", async () => {
  const desk = await host.open();
  await desk.set("Un texte.|");
  const size = await desk.page.evaluate(async () => {
    const canvas = new OffscreenCanvas(50, 50);
    canvas.getContext("2d")?.fillRect(0, 0, 25, 50);
    const whole = await canvas.convertToBlob();
    for (const part of [20, 40, whole.size / 2, whole.size - 14]) {
      const data = new DataTransfer();
      data.items.add(new File([whole.slice(0, part)], `coupee-${part}.png`, { type: "image/png" }));
      dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    }
    return whole.size;
  });
  const says = (/** @type {string} */ words) =>
    desk.page.waitForFunction((each) => document.getElementById("announcements")?.textContent?.includes(each), words);
  await says(`coupee-${size - 14}.png » n’a pas pu être lue`);
  await dropPicture(desk, "entiere.png", 50, "#cc0000");
  await desk.until("Un texte.\n\n![|](/uploads/entiere.png)");
  await desk.close();
});

test("a picture dropped over the source comes where it is dropped, else where the caret is", async () => {
  const folder = await mkdtemp(join(tmpdir(), "depeche-"));
  const file = join(folder, "carte.svg");
  await writeFile(file, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10"/></svg>');
  const front = "---\ntitle: Essai\n---\n\n";
  const picture = "![|](/uploads/carte.svg)";
  const rows = [
    { on: "text", wanted: `${front}Un.\n\nDeux.\n\n${picture}\n\nTrois.\n` },
    { on: "front matter", wanted: `${front}${picture}\n\nUn.\n\nDeux.\n\nTrois.\n` },
    { on: "page", wanted: `${front}Un.\n\nDeux.\n\nTrois.\n\n${picture}\n` },
    { on: "bar", wanted: `${front}Un.\n\nDeux.\n\nTrois.\n\n${picture}\n` },
  ];
  for (const { on, wanted } of rows) {
    const desk = await host.open();
    const places = { page: { x: 900, y: 600 }, bar: { x: 300, y: 25 } };
    for (const [where, offset] of /** @type {const} */ ([["text", front.length + 7], ["front matter", 6]])) {
      await desk.set(`${front}Un.\n\nDeux.\n\nTrois.\n`.replace(/^/, "|"));
      await desk.page.evaluate((at) => window.depeche.select(at), offset);
      await desk.settled();
      const { x, y, height } = await desk.page.evaluate(() => /** @type {Element} */ (document.getElementById("field")).getBoundingClientRect().toJSON());
      Object.assign(places, { [where]: { x: x + 1, y: y + height / 2 } });
    }
    await desk.set(`${front}Un.\n\nDeux.\n\nTr|ois.\n`);
    await desk.settled();
    const session = await desk.page.context().newCDPSession(desk.page);
    const data = { items: [], files: [file], dragOperationsMask: 1 };
    const { x, y } = /** @type {Record<string, { x: number, y: number }>} */ (places)[on];
    for (const type of /** @type {const} */ (["dragEnter", "dragOver", "drop"])) await session.send("Input.dispatchDragEvent", { type, x, y, data });
    await desk.until(wanted, on);
    await desk.close();
  }
  await rm(folder, { recursive: true });
});

/** How many pictures were looked for and are nowhere. @param {import("./desk.mjs").Desk} desk */
async function missing(desk) {
  return (await desk.semantics()).filter((node) => /^page\/\d+\/folder$/.test(node.id)).length;
}

test("no picture is asked of any host", async () => {
  const desk = await host.open();
  await desk.setText("![a](https://images.example/a.png)\n\n![b](/uploads/b.png)\n\n![c](c.png)\n");
  await eventually("each was looked for", () => missing(desk), (count) => count === 3);
  const requests = await desk.requestsSoFar();
  assert.ok(!requests.some((url) => /\.png$/.test(url)), requests.join("\n"));
  await desk.close();
});

test("what is selected on the page is copied as text and as HTML", async () => {
  const desk = await host.open({ options: { permissions: ["clipboard-read", "clipboard-write"] } });
  await desk.setText("Un **mot** de trop.\n");
  const { x, y } = (await desk.node((node) => node.role === "paragraph" && node.name.startsWith("Un mot"), "paragraph")).bounds;
  await desk.page.mouse.click(x + 8, y + 14, { clickCount: 3 });
  await desk.page.keyboard.press("Control+c");
  const copied = await desk.page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return { text: await navigator.clipboard.readText(), html: await (await item.getType("text/html")).text() };
  });
  assert.equal(copied.text, "Un mot de trop.");
  assert.match(copied.html, /<p>Un <strong>mot<\/strong> de trop\.<\/p>/);
  await desk.close();
});

test("the line between the panes has the keyboard", async () => {
  const desk = await host.open();
  const before = (await desk.byId("source")).bounds.width;
  await desk.page.waitForSelector('[data-keys="splitter"]');
  await desk.page.focus('[data-keys="splitter"]');
  await desk.page.keyboard.press("ArrowLeft");
  await desk.node((node) => node.id === "source" && node.bounds.width < before, "narrower source");
  await desk.page.keyboard.press("End");
  await desk.node((node) => node.id === "source" && node.bounds.width > before, "wider source");
  await desk.page.waitForSelector('[data-keys="splitter"][aria-valuenow]');
  await desk.close();
});

test("the page scrolls by keys when it has the focus, and the source goes along", async () => {
  const desk = await host.open();
  await desk.page.waitForSelector('[data-keys="page"]');
  await desk.page.focus('[data-keys="page"]');
  await desk.page.keyboard.press("End");
  await desk.node((node) => node.id === "page/scrollbar" && node.value === "100", "end of the page");
  // Below its end the source has room left.
  await desk.node((node) => node.id === "source/scrollbar" && Number(node.value) > 80, "end of the source");
  await desk.close();
});

/**
 * A picture of one colour, as a file.
 * @param {string} colour
 */
async function pictureOf(colour) {
  const page = await host.browser.newPage();
  const base64 = await page.evaluate((fill) => {
    const canvas = document.createElement("canvas");
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    [canvas.width, canvas.height, context.fillStyle] = [400, 400, fill];
    context.fillRect(0, 0, 400, 400);
    return canvas.toDataURL("image/png").split(",")[1];
  }, colour);
  await page.close();
  return Buffer.from(base64, "base64");
}

test("a folder that was chosen gives its pictures", async () => {
  const folder = await mkdtemp(join(tmpdir(), "depeche-"));
  await mkdir(join(folder, "uploads"));
  await writeFile(join(folder, "uploads/rouge.png"), await pictureOf("#d01020"));
  const desk = await host.open();
  await desk.setText(RELEASE);
  const wish = await desk.node((node) => /^page\/\d+\/folder$/.test(node.id), "words that ask for the folder");
  const [chooser] = await Promise.all([desk.page.waitForEvent("filechooser"), desk.click(wish.id)]);
  await chooser.setFiles(folder);
  await untilPictureIs(desk, [208, 16, 32]);
  assert.ok(!(await desk.semantics()).some((node) => node.id === wish.id), "nobody asks for a folder any more");
  await rm(folder, { recursive: true });
  await desk.close();
});

test("the host's address gives the pictures that it names, and nothing else is asked for", async () => {
  const site = "https://site.example/";
  const context = await host.browser.newContext({ locale: "fr-FR", viewport: { width: 1280, height: 800 } });
  const png = await pictureOf("#10a030");
  /** @type {string[]} */
  const asked = [];
  await context.route(`${site}**`, (route) => {
    asked.push(route.request().url());
    const headers = { "Access-Control-Allow-Origin": "*", "Content-Type": "image/png" };
    return route.fulfill({ body: png, headers });
  });
  await context.route(host.address, async (route) => {
    const response = await route.fetch();
    /** @param {string} policy */
    const allowing = (policy) => policy.replaceAll("img-src 'self' data: blob:", `img-src 'self' data: blob: ${site.slice(0, -1)}`);
    const headers = { ...response.headers(), "content-security-policy": allowing(response.headers()["content-security-policy"]) };
    return route.fulfill({ response, headers, body: allowing(await response.text()).replace('"depeche-pictures" content=""', `"depeche-pictures" content="${site}"`) });
  });
  const desk = await host.open({ context });
  await desk.setText(RELEASE);
  await untilPictureIs(desk, [16, 160, 48]);
  await desk.setText(RELEASE.replace("/uploads/rouge.png", "//elsewhere.example/rouge.png"));
  await eventually("the other was looked for", () => missing(desk), (count) => count === 1);
  await desk.requestsSoFar();
  assert.ok(asked.includes(`${site}uploads/rouge.png`), asked.join());
  assert.deepEqual(desk.problems.filter((problem) => !problem.startsWith(`request to another place: ${site}uploads/`)), []);
  await context.close();
});

test("an address of pictures that is none is passed over, with a word for who runs the site", async () => {
  const context = await host.browser.newContext({ locale: "fr-FR" });
  await context.addInitScript(() => {
    const seen = { warnings: "" };
    Object.assign(window, { seen });
    console.warn = (/** @type {unknown} */ words) => void (seen.warnings += String(words));
  });
  await context.route(host.address, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('"depeche-pictures" content=""', '"depeche-pictures" content="https://"');
    return route.fulfill({ response, body });
  });
  const desk = await host.open({ context });
  assert.match(await desk.page.evaluate(() => /** @type {any} */ (window).seen.warnings), /depeche-pictures.*https:\/\//);
  await desk.close();
});
