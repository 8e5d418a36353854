/** Documents in and out: picked, dropped, saved, exported, shared, kept. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before } from "node:test";
import { Host, eventually, shared, test } from "./desk.mjs";

/** @type {Host} */
let host;
before(async () => (host = await Host.start()));
after(() => host.close());

const RELEASE = "---\r\ntitle:  Bytes\r\n---\r\n\r\nLigne  \r\nfin sans saut — é";

/** @param {import("./desk.mjs").Desk} desk @param {() => Promise<unknown>} action */
async function downloaded(desk, action) {
  const [download] = await Promise.all([desk.page.waitForEvent("download"), action()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** @param {import("./desk.mjs").Desk} desk @param {string} name @param {Buffer} bytes */
async function drop(desk, name, bytes) {
  await desk.page.evaluate(
    ([fileName, data]) => {
      const transfer = new DataTransfer();
      const content = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
      transfer.items.add(new File([content], fileName));
      for (const type of ["dragover", "drop"])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    },
    [name, bytes.toString("base64")],
  );
}

test("a picked file opens, and saves byte for byte", async () => {
  const desk = await host.open();
  const [chooser] = await Promise.all([desk.page.waitForEvent("filechooser"), desk.click("toolbar/open")]);
  const bytes = Buffer.concat([Buffer.from("\uFEFF" + RELEASE), Buffer.from([0xff, 0xc3])]);
  await chooser.setFiles({ name: "2026-03-02-octets.md", mimeType: "text/markdown", buffer: bytes });
  await desk.untilText((text) => text.includes("Ligne"), "opened");
  await desk.page.waitForFunction(() => document.title.startsWith("2026-03-02-octets.md"));
  const saved = await downloaded(desk, () => desk.click("toolbar/save"));
  assert.equal(saved.name, "2026-03-02-octets.md");
  assert.ok(saved.bytes.equals(bytes));
  await desk.close();
});

test("the seed opens by drop, and saves byte for byte", async (t) => {
  const seed = await shared("seed/communique-eig.md");
  if (!seed) return t.skip("no reference material beside the project");
  const desk = await host.open();
  await drop(desk, "communique-eig.md", seed);
  await desk.untilText((text) => text.includes("Intérêt Général"), "opened");
  await desk.picture("seed");
  const saved = await downloaded(desk, () => desk.page.keyboard.press("Control+s"));
  assert.ok(saved.bytes.equals(seed));
  await desk.close();
});

test("a broken file is told and the draft stays", async () => {
  const desk = await host.open();
  await desk.setText("Mon texte");
  await drop(desk, "photo.png", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"));
  await desk.node((node) => /photo\.png/.test(node.name), "message that names the file");
  assert.equal(await desk.text(), "Mon texte");
  await desk.page.waitForFunction(() => /photo\.png/.test(document.getElementById("announcements")?.textContent ?? ""));
  await desk.close();
});

test("a file of Notepad’s “Unicode”, a web page and a PDF: opened, turned into Markdown, told how to attach", async () => {
  const desk = await host.open();
  await drop(desk, "bloc-notes.txt", Buffer.from("\uFEFFDéjà", "utf16le"));
  await desk.untilText((text) => text === "Déjà", "UTF-16 is read");
  await drop(desk, "page.html", Buffer.from("<h2>Titre</h2><p>Un <b>texte</b>."));
  await desk.untilText((text) => text === "## Titre\n\nUn **texte**.\n", "the page’s text");
  await drop(desk, "dossier.pdf", Buffer.from("%PDF-1.7\n"));
  await desk.node((node) => /Pièce jointe/.test(node.name) && /dossier\.pdf/.test(node.name), "how to attach it");
  assert.equal(await desk.text(), "## Titre\n\nUn **texte**.\n");
  await desk.close();
});

test("broken front matter is a point to check, and the page still shows the rest", async () => {
  const desk = await host.open();
  await desk.setText("---\ntitle: [ouvert\n---\n\nLe corps\n");
  assert.ok((await desk.diagnostics()).some(({ rule, severity }) => rule.startsWith("front-matter/") && severity === "error"));
  await desk.node((node) => node.id.startsWith("page/") && node.name.includes("Le corps"), "body of the page");
  await desk.close();
});

test("a point to check leads to its place", async () => {
  const desk = await host.open();
  await desk.setText("---\ntitle: Essai\ndate: 2026-03-02\n---\n\nDébut\n\n![](/uploads/a.png)\n");
  const toggle = await desk.byId("problems/toggle");
  if (!toggle.state.includes("expanded")) await desk.click("problems/toggle");
  await desk.click("problems/0");
  await desk.page.keyboard.type("x");
  const [before] = ["---\ntitle: Essai\ndate: 2026-03-02\n---\n\nDébut\n\n"];
  await desk.untilText((text) => text.startsWith(before) && text.includes("x"), "typed at its place");
  await desk.close();
});

test("JSON and page are exported", async () => {
  const desk = await host.open();
  await desk.setText("---\ntitle: Essai\n---\n\n**Gras**<script>alert(1)</script>\n");
  await desk.click("toolbar/export");
  const exportItem = await desk.node((node) => node.role === "menuitem" && /\.json/.test(node.name), "JSON in the menu");
  const json = await downloaded(desk, () => desk.click(exportItem.id));
  const content = JSON.parse(json.bytes.toString("utf8"));
  assert.equal(content.format, 1);
  assert.equal(content.front_matter.title, "Essai");
  assert.match(content.html, /<strong>Gras<\/strong>/);
  assert.doesNotMatch(content.html, /<script/);
  await desk.click("toolbar/export");
  const pageItem = await desk.node((node) => node.role === "menuitem" && /\.html/.test(node.name), "page in the menu");
  const page = await downloaded(desk, () => desk.click(pageItem.id));
  assert.match(page.bytes.toString("utf8"), /^<!doctype html>/i);
  await desk.close();
});

test("a share link opens the same draft in another profile, and a reload keeps it", async () => {
  const context = await host.browser.newContext({ permissions: ["clipboard-read", "clipboard-write"], locale: "fr-FR" });
  const desk = await host.open({ context });
  await desk.setText(RELEASE);
  await desk.click("toolbar/share");
  await desk.click("share/copy");
  const clipboard = () => desk.page.evaluate(() => navigator.clipboard.readText());
  const link = await eventually("the link in the clipboard", clipboard, (text) => text.includes("#"));
  assert.ok(link.startsWith(host.address), link);
  await desk.close();

  const fragment = link.slice(link.indexOf("#") + 1);
  const other = await host.open({ fragment });
  await other.untilText((text) => text === RELEASE, "the same draft");
  await other.page.waitForFunction(() => location.hash === ""); // once its draft is stored
  await other.page.keyboard.type("!");
  const edited = await other.untilText((text) => text.includes("!"), "edited");
  await other.untilStored(edited);
  await other.page.reload();
  await other.ready();
  assert.equal(await other.text(), edited);
  await other.close();

  const escaped = await host.open({ query: `?%23${fragment}` });
  await escaped.untilText((text) => text === RELEASE, "a mail gateway's %23 is accepted");
  await escaped.close();

  const withoutScreen = await host.browser.newContext({ locale: "fr-FR" });
  await withoutScreen.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  const plain = await host.open({ context: withoutScreen, fragment, ready: false });
  await plain.page.waitForSelector("#fallback:not([hidden])");
  assert.equal(await plain.page.inputValue("#fallback-text"), RELEASE.replaceAll("\r\n", "\n"), "read where nothing can be drawn");
  await plain.close();
});

test("a damaged link is told and the current draft stays", async () => {
  const desk = await host.open();
  await desk.setText("Mon texte");
  await desk.page.evaluate(() => (location.hash = "1.abcdef"));
  await desk.page.waitForFunction(() => (document.getElementById("announcements")?.textContent ?? "") !== "");
  assert.equal(await desk.text(), "Mon texte");
  await desk.close();
});

test("a reload right after typing loses nothing", async () => {
  const desk = await host.open();
  await desk.setText("Avant");
  await desk.page.keyboard.type(" et après");
  await desk.untilText((text) => text === "Avant et après", "typed");
  await desk.page.reload();
  await desk.ready();
  assert.equal(await desk.text(), "Avant et après");
  await desk.close();
});

/** The browser gives up a crashed tab's locks a moment later. @param {import("playwright-core").BrowserContext} context */
async function untilNothingIsHeld(context) {
  const witness = await context.newPage();
  await witness.goto(`${host.address}THIRD-PARTY-LICENSES.txt`);
  const held = () => witness.evaluate(async () => (await navigator.locks.query()).held?.map(({ name }) => name) ?? []);
  await eventually("the tab's locks are free", held, (locks) => locks.length === 0);
  await witness.close();
}

test("a crash loses nothing that was kept", async () => {
  const context = await host.browser.newContext({ locale: "fr-FR" });
  const desk = await host.open({ context });
  await desk.setText("Avant la panne");
  await desk.untilStored("Avant la panne");
  const session = await context.newCDPSession(desk.page);
  session.send("Page.crash").catch(() => {});
  await desk.page.waitForEvent("crash");
  await desk.page.close();
  await untilNothingIsHeld(context);
  const again = await host.open({ context });
  assert.equal(await again.text(), "Avant la panne");
  await again.close();
});

test("two tabs keep a draft each", async () => {
  const context = await host.browser.newContext({ locale: "fr-FR" });
  const first = await host.open({ context });
  await first.setText("Le premier");
  await first.untilStored("Le premier");
  const second = await host.open({ context });
  assert.notEqual(await second.text(), "Le premier");
  await second.setText("Le second");
  await second.untilStored("Le second");
  for (const [desk, text] of /** @type {const} */ ([[first, "Le premier"], [second, "Le second"]])) {
    await desk.page.reload();
    await desk.ready();
    assert.equal(await desk.text(), text);
  }
  await first.close();
  assert.deepEqual(second.problems, []);
});

test("on a host without HTTPS the link is copied, and two tabs keep a draft each", async () => {
  const context = await host.browser.newContext({ locale: "fr-FR", viewport: { width: 1280, height: 800 } });
  const first = await host.open({ context, address: host.plainAddress });
  assert.equal(await first.page.evaluate(() => isSecureContext), false);
  await first.setText("Le premier");
  await first.untilStored("Le premier");
  await first.click("toolbar/share");
  await first.click("share/copy");
  await first.page.waitForFunction(() => document.activeElement?.id === "field");
  await first.page.keyboard.press("Control+a");
  await first.page.keyboard.press("Control+v");
  await first.untilText((text) => text.startsWith(`${host.plainAddress}?#1`), "the link in the clipboard");
  await first.page.keyboard.press("Control+z");
  await first.untilStored("Le premier");

  const second = await host.open({ context, address: host.plainAddress });
  await second.setText("Le second");
  await second.untilStored("Le second");
  await first.page.reload();
  await first.ready();
  assert.equal(await first.text(), "Le premier");
  await first.close();
  assert.deepEqual(second.problems, []);
});

test("a draft that the browser takes and does not keep is told", async () => {
  const desk = await host.open();
  await desk.fillDisk();
  await desk.page.keyboard.type("x");
  await desk.node((node) => node.id === "notice" && /n’a pas pu garder/.test(node.name), "message");
  await desk.close();
});

test("choices are kept", async () => {
  const context = await host.browser.newContext({ locale: "fr-FR", viewport: { width: 1280, height: 800 } });
  const desk = await host.open({ context });
  const { bounds } = await desk.byId("splitter");
  const [x, y] = [bounds.x + bounds.width / 2, bounds.y + bounds.height / 2];
  await desk.page.mouse.move(x, y);
  await desk.page.mouse.down();
  await desk.page.mouse.move(x - 150, y, { steps: 4 });
  await desk.page.mouse.up();
  const moved = await desk.byId("splitter");
  assert.ok(moved.bounds.x < bounds.x - 100, `${bounds.x} → ${moved.bounds.x}`);
  await desk.page.reload();
  await desk.ready();
  assert.ok(Math.abs((await desk.byId("splitter")).bounds.x - moved.bounds.x) < 3);
  await desk.close();
});
