/** Loading, drawing, and what must never happen. */
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { Host, root, test } from "./desk.mjs";
import { loseContext } from "./editor.mjs";
import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";

/** @type {Host} */
let host;
before(async () => (host = await Host.start()));
after(() => host.close());

test("the sample release opens: source, page and points to check", async () => {
  const desk = await host.open();
  const text = await desk.text();
  assert.match(text, /^---\n/);
  assert.equal((await desk.byId("toolbar/save")).name, "Enregistrer");
  const page = await desk.node((node) => node.role === "heading" && node.id.startsWith("page/"), "heading of the page");
  assert.ok(text.includes(page.name.slice(0, 12)), page.name);
  assert.match(await desk.page.title(), /Dépêche/);
  assert.equal(await desk.page.evaluate(() => document.documentElement.lang), "fr");
  await desk.picture("sample");
  await desk.close();
});

test("English where the browser prefers it", async () => {
  const desk = await host.open({ locale: "en-GB" });
  assert.equal((await desk.byId("toolbar/save")).name, "Save");
  assert.equal(await desk.page.evaluate(() => document.documentElement.lang), "en");
  await desk.close();
});

test("nobody does anything: for three hundred screens no frame is drawn", async () => {
  const desk = await host.open();
  await desk.atRest();
  const frames = await desk.frames();
  await desk.screens(300);
  assert.equal(await desk.frames(), frames);
  await desk.close();
});

test("the screen is drawn: ink on paper, at each pixel ratio", async () => {
  for (const deviceScaleFactor of [1, 1.25, 2]) {
    const desk = await host.open({ options: { deviceScaleFactor, viewport: { width: 1280, height: 800 } } });
    const sizes = await desk.page.evaluate(() => {
      const canvas = document.querySelector("canvas");
      return [canvas?.width, canvas?.height];
    });
    assert.deepEqual(sizes, [1280 * deviceScaleFactor, 800 * deviceScaleFactor]);
    const shades = await countShades(desk.page, await desk.picture(`ratio-${deviceScaleFactor}`));
    assert.ok(shades > 30, `${shades} shades at ratio ${deviceScaleFactor}`);
    await desk.close();
  }
});

test("a phone's screen, a dark one", async () => {
  const phone = await host.open({ options: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true } });
  await phone.picture("phone");
  await phone.byId("tabs/page");
  await phone.close();
  const dark = await host.open({ options: { colorScheme: "dark", viewport: { width: 1280, height: 800 } } });
  await dark.picture("dark");
  await dark.close();
});

test("the window's size is followed", async () => {
  const desk = await host.open();
  await desk.page.setViewportSize({ width: 900, height: 600 });
  await desk.page.waitForFunction(() => document.querySelector("canvas")?.width === 900);
  const { bounds } = await desk.byId("toolbar/share");
  assert.ok(bounds.x + bounds.width <= 900);
  await desk.close();
});

test("a lost context comes back with everything in it", async () => {
  const desk = await host.open();
  const before = await desk.picture("context-before");
  await loseContext(desk.page);
  await desk.atRest();
  const restored = await desk.picture("context-after");
  assert.ok(before.equals(restored), "the picture differs");
  await desk.page.keyboard.type("Ω");
  await desk.untilText((text) => text.includes("Ω"), "typing goes on");
  await desk.close();
});

test("any path of a host will do, with few requests and none that fails", async () => {
  const elsewhere = await Host.start({ path: "/outils/communication/depeche/" });
  const desk = await elsewhere.open();
  await desk.close();
  assert.ok(desk.requests.length <= 12, desk.requests.join("\n"));
  await elsewhere.close();
});

test("every file but the pages carries a hash, and nothing refers to another host", async () => {
  const names = await readdir(join(root, "dist"));
  for (const name of names) {
    if (["index.html", "404.html", "service-worker.js", "THIRD-PARTY-LICENSES.txt"].includes(name)) continue;
    assert.match(name, /-[0-9A-Za-z]{8,10}\.[a-z0-9]+$/);
  }
  for (const name of ["index.html", "404.html"]) {
    const page = await readFile(join(root, "dist", name), "utf8");
    assert.doesNotMatch(page, /https?:\/\//);
    assert.doesNotMatch(page, /<script>|<style>| style=| on[a-z]+=/);
  }
});

/** A profile in which nothing can be drawn. */
async function withoutWebGL() {
  const context = await host.browser.newContext({ locale: "fr-FR" });
  await context.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  return context;
}

/** Opens the page where it cannot show the editor. @param {import("playwright-core").BrowserContext} context @param {string} [fragment] */
async function openFallback(context, fragment) {
  const desk = await host.open({ context, fragment, ready: false });
  await desk.page.waitForSelector("#fallback:not([hidden])");
  return desk;
}

/** @param {import("./desk.mjs").Desk} desk */
const fieldOf = (desk) => desk.page.inputValue("#fallback-text");

test("without WebGL the text is still there, to edit and to save, and a reload shows it again", async () => {
  const desk = await openFallback(await withoutWebGL());
  const words = await desk.page.innerText("#fallback");
  assert.match(words, /WebGL 2/);
  assert.doesNotMatch(words, /Votre texte est ci-dessous/, "there is none");
  assert.equal(await desk.page.getByRole("main").count(), 1);
  await desk.page.fill("#fallback-text", "# Un brouillon");
  const [download] = await Promise.all([desk.page.waitForEvent("download"), desk.page.click("#fallback-save")]);
  assert.equal(await readFile(await download.path(), "utf8"), "# Un brouillon");
  await desk.page.getByText("Enregistré dans ce navigateur").waitFor();
  await desk.page.fill("#fallback-text", "# Un brouillon, et la suite");
  await desk.page.reload();
  await desk.page.waitForSelector("#fallback:not([hidden])");
  assert.equal(await fieldOf(desk), "# Un brouillon, et la suite");
  assert.match(await desk.page.innerText("#fallback"), /Votre texte est ci-dessous/);
  assert.equal((await desk.held()).length, 1);
  await desk.close();
});

test("without WebGL what is written never comes over what another tab has open", async () => {
  const context = await withoutWebGL();
  const first = await openFallback(context);
  await first.page.fill("#fallback-text", "Le premier");
  await first.untilStored("Le premier");
  const second = await openFallback(context);
  assert.equal(await fieldOf(second), "");
  await second.page.fill("#fallback-text", "Le second");
  await second.untilStored("Le second");
  await first.page.fill("#fallback-text", "Le premier, encore");
  await first.untilStored("Le premier, encore");
  assert.deepEqual((await first.held()).map(({ text }) => text).sort(), ["Le premier, encore", "Le second"]);
  await first.close();
  assert.deepEqual(second.problems, []);
});

test("without WebGL a text keeps its line ends, and one that the field cannot show whole its entry", async () => {
  for (const [bytes, after] of /** @type {const} */ ([
    ["\uFEFFdeux\r\nlignes", ["\uFEFFdeux\r\nlignes!"]],
    ["une\r\nautre\nfaçon", ["une\r\nautre\nfaçon", "une\r\nautre\r\nfaçon!"]],
  ])) {
    const context = await host.browser.newContext({ locale: "fr-FR" });
    const desk = await host.open({ context });
    await desk.page.evaluate((text) => window.depeche.open("cp.md", new TextEncoder().encode(text)), bytes);
    await desk.untilStored(bytes);
    await desk.page.close();
    await context.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    const plain = await openFallback(context);
    await plain.page.focus("#fallback-text");
    await plain.page.keyboard.press("Control+End");
    await plain.page.keyboard.type("!");
    await plain.untilStored(/** @type {string} */ (after.at(-1)));
    assert.deepEqual((await plain.held()).map(({ text }) => text).sort(), [...after].sort());
    await context.close();
  }
});

test("without WebGL a link that is cut or damaged says so", async () => {
  const desk = await openFallback(await withoutWebGL(), "1AAWk0vLq3XKL");
  await desk.page.getByRole("alert").filter({ hasText: /lien est incomplet/ }).waitFor();
  assert.equal(await fieldOf(desk), "");
  assert.doesNotMatch(await desk.page.innerText("#fallback"), /Votre texte est ci-dessous/);
  await desk.close();
});

/**
 * Opens the page while some of its files are answered otherwise.
 * @param {Record<string, (route: import("playwright-core").Route) => unknown>} answers by the pattern of the address
 */
async function openWith(answers) {
  const context = await host.browser.newContext({ locale: "fr-FR" });
  for (const [pattern, answer] of Object.entries(answers)) await context.route(pattern, answer);
  const page = await context.newPage();
  await page.goto(host.address, { waitUntil: "commit" });
  return page;
}

/** @type {(route: import("playwright-core").Route) => unknown} */
const missing = (route) => route.fulfill({ status: 404, body: "Not found" });
/** A proxy that holds it back. @type {(route: import("playwright-core").Route) => unknown} */
const never = () => {};

test("where the script does not come there is a field, which keeps what is written", async () => {
  for (const answer of [missing, never]) {
    const page = await openWith({ "**/main-*.js": answer });
    await page.waitForSelector("#fallback:not([hidden])");
    assert.match(await page.innerText("#fallback"), /n’arrive pas à s’ouvrir/);
    assert.ok(await page.locator("#loading").isHidden());
    await page.fill("#fallback-text", "Un texte");
    await page.getByText("Enregistré dans ce navigateur").waitFor();
    await page.reload({ waitUntil: "commit" });
    await page.waitForSelector("#fallback:not([hidden])");
    assert.equal(await page.inputValue("#fallback-text"), "Un texte");
    await page.context().close();
  }
});

/**
 * A host that sends the program as it likes, and the other files as they are.
 * @param {(response: import("node:http").ServerResponse, program: Buffer) => void} send
 */
async function hostOfProgram(send) {
  const server = createServer(async (request, response) => {
    const answer = await fetch(new URL(request.url ?? "", host.address));
    const body = Buffer.from(await answer.arrayBuffer());
    response.writeHead(answer.status, { "Content-Type": answer.headers.get("Content-Type") ?? "" });
    if (request.url?.endsWith(".wasm")) send(response, body);
    else response.end(body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { address: `http://localhost:${port}/`, close: () => (server.close(), server.closeAllConnections()) };
}

test("where the program does not come, or stops coming, there is a field after some seconds", async (t) => {
  const sendings = [
    () => {},
    (/** @type {import("node:http").ServerResponse} */ response, /** @type {Buffer} */ program) =>
      void response.write(program.subarray(0, program.length / 2)),
  ];
  for (const send of sendings) {
    const { address, close } = await hostOfProgram(send);
    t.after(close);
    const context = await host.browser.newContext({ locale: "fr-FR" });
    const page = await context.newPage();
    await page.goto(address, { waitUntil: "commit" });
    await page.waitForSelector("#fallback:not([hidden])");
    assert.match(await page.innerText("#fallback"), /fichier de Dépêche n’est pas arrivé/);
    assert.ok(await page.locator("#loading").isHidden());
    await page.fill("#fallback-text", "Un texte");
    await page.getByText("Enregistré dans ce navigateur").waitFor();
    await context.close();
  }
});

test("a program that comes slowly is waited for", async (t) => {
  const { address, close } = await hostOfProgram((response, program) => {
    const size = Math.ceil(program.length / 5);
    for (let part = 0; part < 5; ++part) {
      setTimeout(() => response.write(program.subarray(part * size, (part + 1) * size)), part * 4000);
    }
    setTimeout(() => response.end(), 16_500); // longer than anybody waits for nothing
  });
  t.after(close);
  const desk = await host.open({ address });
  assert.match(await desk.text(), /^---\n/);
  await desk.close();
});

test("where a script cannot be read, the field comes at once", async () => {
  const page = await openWith({ "**/main-*.js": (route) => route.fulfill({ contentType: "text/javascript", body: "const = 1;" }) });
  await page.waitForSelector("#fallback:not([hidden])", { timeout: 8000 });
  await page.context().close();
});

test("where no script comes at all, the style sheet shows the field, which says that it keeps nothing", async () => {
  const page = await openWith({ "**/*.js": never });
  const field = page.locator("#fallback-text");
  assert.ok(await field.isHidden());
  await field.waitFor({ state: "visible" });
  const words = await page.innerText("#fallback");
  assert.match(words, /rien n’est gardé/);
  assert.doesNotMatch(words, /gardé dans ce navigateur/);
  assert.ok(await page.locator("#fallback-save").isHidden(), "it could do nothing");
  await field.fill("Un texte");
  await page.context().close();
});

test("where the field's own script does not come either, it says that it keeps nothing", async () => {
  const page = await openWith({ "**/main-*.js": missing, "**/late_fallback-*.js": missing });
  await page.locator("#fallback-text").waitFor({ state: "visible", timeout: 8000 });
  assert.match(await page.innerText("#fallback"), /rien n’est gardé/);
  await page.context().close();
});

test("a script that comes late leaves the field to who writes in it, and keeps that", async () => {
  /** @type {(value: unknown) => void} */
  let send = () => {};
  const sent = new Promise((resolve) => (send = resolve));
  const late = (/** @type {import("playwright-core").Route} */ route) => sent.then(() => route.continue());
  const page = await openWith({ "**/*.js": late });
  const field = page.locator("#fallback-text");
  await field.waitFor({ state: "visible" });
  await field.fill("Un texte");
  send(undefined);
  await page.getByText("Enregistré dans ce navigateur").waitFor();
  assert.equal(await field.inputValue(), "Un texte");
  await page.context().close();
});

test("an error ends the program once and for all; the text is still there, to edit and to save", async () => {
  const desk = await host.open();
  await desk.page.evaluate(() => window.depeche.open("cp.md", new TextEncoder().encode("Un texte")));
  await desk.page.keyboard.press("Control+End");
  await desk.settled();
  await desk.page.evaluate(() => {
    WebGL2RenderingContext.prototype.drawElements = () => {
      throw new Error("no memory");
    };
  });
  await desk.page.keyboard.insertText(", et la suite");
  await desk.page.waitForSelector("#fallback:not([hidden])");
  assert.match(await desk.page.innerText("#fallback"), /s’est arrêté/);
  assert.equal(await desk.page.inputValue("#fallback-text"), "Un texte, et la suite");
  const [download] = await Promise.all([desk.page.waitForEvent("download"), desk.page.click("#fallback-save")]);
  assert.equal(download.suggestedFilename(), "cp.md");
  await desk.untilStored("Un texte, et la suite"); // whether or not it had been
  await desk.page.fill("#fallback-text", "Un autre texte");
  await desk.untilStored("Un autre texte");
  assert.equal((await desk.held()).length, 1);
  await desk.page.setViewportSize({ width: 700, height: 500 }); // what would draw again
  await desk.page.waitForFunction(() => innerWidth === 700);
  await desk.screens(10);
  assert.equal(await desk.page.inputValue("#fallback-text"), "Un autre texte");
  const others = desk.problems.filter((problem) => !/no memory|has stopped/.test(problem));
  assert.deepEqual(others, []);
  await desk.page.context().close();
});

/**
 * Has functions of the program do something else, as if it had stopped there.
 * @param {import("playwright-core").BrowserContext} context
 * @param {string[]} names those which stop it
 */
async function stopIn(context, names) {
  await context.addInitScript((all) => {
    const load = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...what) => {
      const { instance, module } = await load(...what);
      const fail = () => {
        throw new WebAssembly.RuntimeError("memory access out of bounds");
      };
      const exports = { ...instance.exports, ...Object.fromEntries(all.map((name) => [name, fail])) };
      return { instance: /** @type {any} */ ({ exports }), module };
    };
  }, names);
}

test("what is written is kept, too, when the program stops while it is told that a draft is stored", async () => {
  const context = await host.browser.newContext({ locale: "fr-FR" });
  await stopIn(context, ["draft_stored"]);
  const desk = await host.open({ context });
  await desk.setText("Un texte");
  await desk.page.waitForSelector("#fallback:not([hidden])");
  assert.equal(await desk.page.inputValue("#fallback-text"), "Un texte");
  await desk.page.fill("#fallback-text", "Un texte, et la suite");
  await desk.untilStored("Un texte, et la suite");
  await desk.page.getByText("Enregistré dans ce navigateur").waitFor();
  await context.close();
});

/** Has the program stop with the next frame that it draws. @param {import("./desk.mjs").Desk} desk */
async function stopAtNextFrame(desk) {
  await desk.page.evaluate(() => {
    WebGL2RenderingContext.prototype.drawElements = () => {
      throw new Error("no memory");
    };
  });
  await desk.page.setViewportSize({ width: 700, height: 500 });
  await desk.page.waitForSelector("#fallback:not([hidden])");
}

/** The browser takes what it is given to store, and lets it wait. @param {import("./desk.mjs").Desk} desk */
async function holdWorkerBack(desk) {
  /** @type {() => void} */
  let go = () => {};
  const held = new Promise((resolve) => (go = () => resolve(undefined)));
  await desk.page.route("**/draft_worker-*.js", (route) => held.then(() => route.continue()));
  return go;
}

test("when the program stops, all that waits to be stored is stored, not the open document alone", async () => {
  const desk = await host.open();
  const go = await holdWorkerBack(desk);
  for (const name of ["un", "deux", "trois"]) {
    await desk.page.evaluate((word) => window.depeche.open(`${word}.md`, new TextEncoder().encode(`Texte ${word}`)), name);
    await desk.untilText((text) => text === `Texte ${name}`, name);
  }
  assert.deepEqual(await desk.held(), [], "nothing is stored yet");
  await stopAtNextFrame(desk);
  assert.equal(await fieldOf(desk), "Texte trois");
  go();
  for (const name of ["un", "deux", "trois"]) await desk.untilStored(`Texte ${name}`);
  await desk.page.fill("#fallback-text", "Texte trois, et la suite");
  await desk.untilStored("Texte trois, et la suite");
  assert.deepEqual((await desk.held()).map(({ text }) => text).sort(), ["Texte deux", "Texte trois, et la suite", "Texte un"]);
  await desk.page.context().close();
});

test("when the program stops on the sample, nothing is stored of it until somebody changes it", async () => {
  const desk = await host.open();
  const sample = await desk.text();
  await stopAtNextFrame(desk);
  assert.equal(await fieldOf(desk), sample);
  await desk.page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide"))); // what waits would be stored
  await desk.screens(30);
  assert.deepEqual(await desk.held(), []);
  await desk.page.fill("#fallback-text", "Un texte");
  await desk.untilStored("Un texte");
  await desk.page.context().close();
});

test("what the browser puts back into the field when somebody comes back is not taken for words of theirs", async () => {
  const desk = await openFallback(await withoutWebGL());
  assert.equal(await desk.page.getAttribute("#fallback-text", "autocomplete"), "off");
  await desk.page.fill("#fallback-text", "Un texte");
  await desk.untilStored("Un texte");
  await desk.page.context().addInitScript(() => {
    // As Firefox does, which restores fields when it has read the page.
    new MutationObserver((_, observer) => {
      const field = document.querySelector("#fallback-text");
      if (!(field instanceof HTMLTextAreaElement)) return;
      observer.disconnect();
      field.value = "Un texte d’avant";
    }).observe(document, { childList: true, subtree: true });
  });
  await desk.page.reload();
  await desk.page.waitForSelector("#fallback:not([hidden])");
  assert.equal(await fieldOf(desk), "Un texte");
  assert.match(await desk.page.innerText("#fallback"), /WebGL 2/);
  await desk.page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide")));
  await desk.screens(30);
  assert.deepEqual((await desk.held()).map(({ text }) => text), ["Un texte"]);
  await desk.page.context().close();
});

test("a link that cannot be read is told, and no other text shows as if it were the link's", async () => {
  const context = await host.browser.newContext({ locale: "fr-FR" });
  const desk = await host.open({ context });
  await desk.setText("Mon texte");
  await desk.untilStored("Mon texte");
  for (const [pattern, answer] of /** @type {const} */ ([["**/*.wasm", missing], ["**/main-*.js", missing]])) {
    await context.route(pattern, answer);
    await desk.page.goto("about:blank");
    await desk.page.goto(`${host.address}?#1AAWk0vLq3XKL`);
    await desk.page.waitForSelector("#fallback:not([hidden])");
    await desk.page.getByRole("alert").filter({ hasText: /texte du lien/ }).waitFor();
    assert.equal(await fieldOf(desk), "", pattern);
    assert.doesNotMatch(await desk.page.innerText("#fallback"), /Votre texte est ci-dessous/);
    await desk.page.fill("#fallback-text", `Une note, ${pattern}`);
    await desk.untilStored(`Une note, ${pattern}`);
    assert.ok((await desk.held()).some(({ text }) => text === "Mon texte"), "the draft stays");
    assert.ok(desk.page.url().endsWith("#1AAWk0vLq3XKL"), "to be opened when the page is loaded again");
    await context.unroute(pattern);
  }
  await context.close();
});

test("without the program the kept draft is saved byte for byte", async () => {
  const context = await host.browser.newContext({ locale: "fr-FR" });
  const desk = await host.open({ context });
  const draft = [...Buffer.from("\uFEFFdeux\r\nlignes"), 0xff];
  await desk.page.evaluate((bytes) => window.depeche.open("cp.md", new Uint8Array(bytes)), draft);
  await desk.untilStored("\uFEFFdeux\r\nlignes\uFFFD");
  await desk.page.close();
  await context.route("**/*.wasm", (route) => route.abort());
  const stopped = await host.open({ context, ready: false });
  await stopped.page.waitForSelector("#fallback:not([hidden])");
  assert.equal(await stopped.page.inputValue("#fallback-text"), "deux\nlignes\uFFFD");
  const [download] = await Promise.all([stopped.page.waitForEvent("download"), stopped.page.click("#fallback-save")]);
  assert.deepEqual([...(await readFile(await download.path()))], draft);
  await context.close();
});

/**
 * How many colours a picture has.
 * @param {import("playwright-core").Page} page @param {Buffer} png
 */
async function countShades(page, png) {
  const blank = await page.context().newPage();
  const count = await blank.evaluate(async (data) => {
    const image = await createImageBitmap(await (await fetch(data)).blob());
    const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
    if (!context) return 0;
    context.drawImage(image, 0, 0);
    return new Set(new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer)).size;
  }, `data:image/png;base64,${png.toString("base64")}`);
  await blank.close();
  return count;
}
