/**
 * What the host writes into index.html (docs/hosting.md): its pages in the menu, in “About” and below the plain field; computers that
 * several people share. And “Erase everything”, with other tabs open.
 */
import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { Host, eventually, root, test } from "./desk.mjs";
import { serve } from "./server.mjs";

/** @typedef {import("./desk.mjs").Desk} Desk */

/** @type {Host} */
let host;
/** @type {string} copies of the bundle, with other settings */
let folder;
/** @type {{ address: string, close: () => void }[]} */
const servers = [];
before(async () => {
  host = await Host.start();
  folder = await mkdtemp(join(tmpdir(), "depeche-host-"));
});
after(async () => {
  await host.close();
  servers.forEach((server) => server.close());
  await rm(folder, { recursive: true });
});

const FULL = {
  host: "Ministère de l’Exemple",
  accessibility: "partiellement conforme",
  "accessibility-page": "accessibilite.html",
  legal: "https://site.example/mentions-legales",
  privacy: "/donnees-personnelles",
  contact: "http://site.example/contact?a=1&b=2",
};

/**
 * The bundle as a host serves it that has set these.
 * @param {Record<string, string>} settings
 * @returns {Promise<string>} its address
 */
async function served(settings) {
  const copy = join(folder, String(servers.length));
  await cp(join(root, "dist"), copy, { recursive: true });
  let page = await readFile(join(copy, "index.html"), "utf8");
  for (const [name, value] of Object.entries(settings)) {
    const written = value.replace(/&/g, "&amp;").replace(/"/g, "&quot;");
    const meta = new RegExp(`(<meta name="depeche-${name}" content=")[^"]*`);
    assert.match(page, meta);
    page = page.replace(meta, (_, start) => start + written);
  }
  await writeFile(join(copy, "index.html"), page);
  const server = await serve(copy);
  servers.push(server);
  return server.address;
}

/** In the page, before its scripts. */
function hideWebGl() {
  const get = HTMLCanvasElement.prototype.getContext;
  /** @this {HTMLCanvasElement} @param {string} kind @param {unknown} options */
  function withoutWebGl(kind, options) {
    return kind.startsWith("webgl") ? null : Reflect.apply(get, this, [kind, options]);
  }
  Object.assign(HTMLCanvasElement.prototype, { getContext: withoutWebGl });
}

/** @param {Desk} desk the entries of the menu that are of the host or about the editor: id and name */
async function menuOf(desk) {
  await desk.click("toolbar/more");
  await desk.byId("menu/about");
  const ofHost = /^menu\/(about|accessibility|legal|privacy|contact|forget)/;
  const entries = (await desk.semantics()).filter(({ id }) => ofHost.test(id)).map(({ id, name }) => [id, name.replace(/\s/g, " ")]);
  await desk.page.keyboard.press("Escape");
  return entries;
}

test("the host's pages are in the menu and open beside the editor, which they cannot reach", async () => {
  const address = await served(FULL);
  const desk = await host.open({ address });
  assert.deepEqual(await menuOf(desk), [
    ["menu/about", "À propos de Dépêche…"],
    ["menu/accessibility-partial", "Accessibilité : partiellement conforme"],
    ["menu/legal", "Mentions légales"],
    ["menu/privacy", "Données personnelles"],
    ["menu/contact", "Contact"],
    ["menu/forget", "Tout effacer de cet ordinateur…"],
  ]);
  const rows = [
    ["menu/accessibility-partial", `${address}accessibilite.html`],
    ["menu/legal", FULL.legal],
    ["menu/privacy", new URL("/donnees-personnelles", address).href],
    ["menu/contact", FULL.contact],
  ];
  await desk.page.context().route(/site\.example|accessibilite|donnees-personnelles/, (route) =>
    route.fulfill({ body: "the host's page", contentType: "text/plain" }),
  );
  for (const [entry, url] of rows) {
    const opening = desk.page.context().waitForEvent("page");
    await desk.click("toolbar/more");
    await desk.click(entry);
    const page = await opening;
    await page.waitForURL(url);
    assert.equal(await page.evaluate(() => window.opener), null);
    assert.equal(await page.evaluate(() => document.referrer), "");
    await page.close();
  }
  await desk.close();
});

test("what does not hold is passed over, and said on the console", async () => {
  /** @type {Record<string, string>[]} */
  const hostile = [
    { legal: "javascript:alert(1)", privacy: " JavaScript:alert(1)", contact: "data:text/html,<script>alert(1)</script>" },
    { legal: "blob:https://a.example/1", privacy: "https://", contact: "mailto:a@site.example", "accessibility-page": "file:///etc/passwd" },
    { host: "x".repeat(10_000), legal: `https://site.example/${"x".repeat(10_000)}`, accessibility: "x".repeat(10_000) },
    { accessibility: "<b>totalement conforme</b>" },
  ];
  for (const settings of hostile) {
    const desk = await host.open({ address: await served(settings), ready: false });
    /** @type {string[]} */
    const warnings = [];
    desk.page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
    await desk.page.reload();
    await desk.ready();
    assert.deepEqual((await menuOf(desk)).map(([id]) => id), ["menu/about", "menu/forget"]);
    for (const name of Object.keys(settings)) {
      const isSaid = () => warnings.some((warning) => warning.startsWith(`<meta name="depeche-${name}"> is passed over`));
      await eventually(`a warning about ${name}`, isSaid);
    }
    await desk.close();
  }
});

test("“About” has the version, the licence and the host, whose words are no markup", async () => {
  const name = `<img src=x onerror=alert(1)> "A" & {0}`;
  const desk = await host.open({ address: await served({ ...FULL, host: name }) });
  await desk.click("toolbar/more");
  await desk.click("menu/about");
  await desk.byId("about/close");
  const version = await desk.page.evaluate(() => window.depeche.version);
  assert.match(version, /^\d+\.\d+\.\d+$/);
  const nodes = (await desk.semantics()).filter(({ id }) => id.startsWith("about/"));
  const said = nodes.map((node) => node.name);
  for (const words of [`Version ${version}`, "C’est un logiciel libre, sous licence MIT.", `Ce site est proposé par ${name}.`]) {
    assert.ok(said.includes(words), `${words} in ${said.join(" | ")}`);
  }
  const licences = nodes.find(({ role, value }) => role === "link" && value.endsWith("/THIRD-PARTY-LICENSES.txt"));
  const response = await desk.page.request.get(licences?.value ?? "");
  assert.match(await response.text(), /Dear ImGui/);
  assert.equal(await desk.page.locator("img[src=x]").count(), 0);
  await desk.atRest();
  await desk.picture("about-wide");
  await desk.page.keyboard.press("Escape");
  await eventually("no dialog", async () => (await desk.semantics()).every(({ role }) => role !== "dialog"));
  await desk.close();
});

test("English words, and a narrow screen", async () => {
  const options = { viewport: { width: 390, height: 844 } };
  const desk = await host.open({ address: await served(FULL), locale: "en-GB", options });
  await desk.click("toolbar/more");
  await desk.byId("menu/legal");
  await desk.atRest();
  await desk.picture("host-menu-narrow");
  await desk.click("menu/about");
  await desk.node(({ name }) => name === "This site is provided by Ministère de l’Exemple.", "the host");
  await desk.atRest();
  await desk.picture("about-narrow");
  await desk.page.keyboard.press("Escape");
  await desk.click("toolbar/more");
  await desk.click("menu/forget");
  await desk.byId("forget/accept");
  await desk.atRest();
  await desk.picture("forget-narrow");
  await desk.close();
});

test("below the plain field are the same pages; where the host has set none, nothing", async () => {
  /** @type {{ settings: Record<string, string>, links: string[], mention: boolean }[]} */
  const rows = [
    { settings: FULL, links: [`accessibilite.html`, FULL.legal, "/donnees-personnelles", FULL.contact], mention: true },
    { settings: { accessibility: "non conforme" }, links: [], mention: true },
    { settings: { legal: "javascript:alert(1)" }, links: [], mention: false },
  ];
  for (const { settings, links, mention } of rows) {
    const address = await served(settings);
    const profile = await host.browser.newContext({ locale: "fr-FR", viewport: { width: 390, height: 844 } });
    await profile.addInitScript(hideWebGl);
    const desk = await host.open({ address, context: profile, ready: false });
    await desk.page.waitForSelector("#fallback:not([hidden])");
    const shown = desk.page.locator("#fallback-host a:visible");
    assert.deepEqual(
      await shown.evaluateAll((found) => found.map((link) => /** @type {HTMLAnchorElement} */ (link).href)),
      links.map((link) => new URL(link, address).href),
    );
    assert.deepEqual([...new Set(await shown.evaluateAll((found) => found.map((link) => link.getAttribute("rel"))))], links.length ? ["noopener noreferrer"] : []);
    const words = (await desk.page.locator("#fallback-host").innerText()).replace(/\s+/g, " ");
    if (mention) assert.match(words, new RegExp(`Accessibilité : ${settings.accessibility}`));
    assert.equal(await desk.page.locator("#fallback-host").isVisible(), mention);
    if (links.length > 0) await desk.picture("host-fallback-narrow");
    await desk.close();
  }
});

// ---- Erase everything

/** @param {Desk} desk what the browser keeps of this host's: names of databases, notes, caches, workers */
function kept(desk) {
  return desk.page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    notes: [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((name) => name !== "other"),
    caches: (await window.caches.keys()).filter((name) => name.startsWith("depeche ")),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
}
/** Of the list of drafts: what a row is called. */
const ROW = /^drafts\/[0-9a-f]{32}$/;
const NOTHING = { databases: [], notes: [], caches: [], workers: 0 };

/** @param {Desk} desk */
async function eraseEverything(desk) {
  await desk.click("toolbar/more");
  await desk.click("menu/forget");
  await desk.click("forget/accept");
  await desk.node(({ id, name }) => id === "notice" && name.startsWith("Tout est effacé"), "it says that it is done");
}

/** @param {Desk} desk */
async function keepPicture(desk) {
  const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  await desk.page.evaluate((data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], "photo.png", { type: "image/png" }));
    const place = { clientX: 300, clientY: 300, bubbles: true, cancelable: true, dataTransfer: transfer };
    for (const kind of ["dragenter", "dragover", "drop"]) {
      document.getElementById("canvas")?.dispatchEvent(new DragEvent(kind, place));
    }
  }, png);
}

test("erasing everything leaves an empty release and nothing in the browser", async () => {
  const desk = await host.open();
  await desk.page.evaluate(() => localStorage.setItem("other", "of another program of this host's"));
  await desk.setText("Un secret");
  await desk.untilStored("Un secret");
  await keepPicture(desk);
  await eventually("the picture is kept", () => desk.heldPictures(), (names) => names.length === 1);
  await desk.click("toolbar/more");
  await desk.click("menu/monospaced");
  await desk.page.evaluate(() => navigator.serviceWorker.ready);
  const before = await kept(desk);
  assert.deepEqual([before.databases.sort(), before.caches.length, before.workers], [["depeche", "depeche-pictures"], 1, 1]);
  assert.ok(before.notes.includes("depeche.monospaced"));

  await desk.click("toolbar/more");
  await desk.click("menu/forget");
  await desk.byId("forget/accept");
  await desk.atRest();
  await desk.picture("forget-wide");
  await desk.click("forget/keep");
  assert.deepEqual(await kept(desk), before, "nothing is deleted before one agrees");

  await eraseEverything(desk);
  assert.deepEqual(await kept(desk), NOTHING);
  assert.equal(await desk.page.evaluate(() => localStorage.getItem("other")), "of another program of this host's");
  assert.match(await desk.text(), /^---\ntitle: \n/);
  await desk.page.keyboard.press("Control+z");
  assert.doesNotMatch(await desk.text(), /secret/);

  await desk.page.keyboard.type("Un autre texte");
  await eventually("a new database", () => kept(desk), ({ databases }) => databases.includes("depeche")); // to look into it would make one
  await desk.untilStored(await desk.text());
  assert.equal((await desk.held()).length, 1);
  await desk.page.reload();
  await desk.ready();
  assert.match(await desk.text(), /Un autre texte/);
  await desk.close();
});

test("another tab keeps its text on the screen, stores nothing any more, says so, and asks before it goes", async () => {
  const desk = await host.open();
  const other = await host.open({ context: desk.page.context() });
  await desk.setText("Ici");
  await other.setText("Dans l’autre onglet");
  await desk.untilStored("Ici");
  await other.untilStored("Dans l’autre onglet");
  await other.page.mouse.click(300, 300); // a page that nobody has touched is not asked about

  await eraseEverything(desk);
  await other.node(({ id, name }) => id === "notice" && name.startsWith("Tout a été effacé"), "the other tab says so");
  assert.equal(await other.text(), "Dans l’autre onglet");
  await other.page.keyboard.press("Control+End");
  await other.page.keyboard.type(", encore");
  await eventually("its state", async () => (await other.byId("toolbar/saved")).name, (name) => /non enregistrées/.test(name));
  await other.click("toolbar/more");
  await other.click("menu/monospaced");
  await other.click("toolbar/more");
  await other.click("menu/drafts");
  await other.node(({ id }) => ROW.test(id), "what waits is in its list");
  await other.click("drafts/close");
  await other.page.evaluate(() => dispatchEvent(new Event("pagehide"))); // what is about to go stores all that waits
  await other.screens(30);
  assert.deepEqual((await kept(other)).databases, []);
  assert.deepEqual((await kept(other)).notes.filter((name) => name !== "depeche.left"), []);

  const asked = other.page.waitForEvent("dialog");
  await other.page.close({ runBeforeUnload: true });
  const dialog = await asked;
  assert.equal(dialog.type(), "beforeunload");
  await dialog.dismiss();
  assert.equal(await other.text(), "Dans l’autre onglet, encore");
  assert.deepEqual(other.problems, []);
  await desk.close();
});

test("a tab that is only opening when everything is erased keeps nothing either", async () => {
  const desk = await host.open();
  await desk.setText("Ancien");
  await desk.untilStored("Ancien");
  await desk.click("toolbar/more");
  await desk.click("menu/new");
  await desk.page.keyboard.type("Autre");
  await desk.untilStored(await desk.text());
  const context = desk.page.context();
  /** @type {() => void} */
  let arrive = () => {};
  const arrival = new Promise((resolve) => (arrive = () => resolve(undefined)));
  await context.route("**/depeche-*.wasm", (route) => arrival.then(() => route.continue()));
  const other = await host.open({ context, ready: false });
  const locks = () => other.page.evaluate(async () => (await navigator.locks.query()).held?.length);
  await eventually("it has the older draft", locks, (count) => count === 2);
  await desk.click("toolbar/more");
  await desk.click("menu/forget");
  await desk.click("forget/accept");
  await eventually("it is deleting", async () => (await desk.byId("forget/accept")).name, (name) => name.startsWith("Effacement"));
  arrive();
  await other.ready();
  await other.node(({ id, name }) => id === "notice" && name.startsWith("Tout a été effacé"), "it says so");
  assert.equal(await other.text(), "Ancien");
  assert.match((await other.byId("toolbar/saved")).name, /non enregistrées/);
  await desk.node(({ id, name }) => id === "notice" && name.startsWith("Tout est effacé"), "it is done");
  await other.page.evaluate(() => dispatchEvent(new Event("pagehide")));
  await other.screens(30);
  assert.deepEqual((await kept(other)).databases, []);
  await desk.close();
});

test("where no tab can see another, erasing everything works, too", async () => {
  const desk = await host.open({ address: host.plainAddress });
  const other = await host.open({ address: host.plainAddress, context: desk.page.context() });
  await desk.setText("Ici");
  await other.setText("Là");
  await desk.untilStored("Ici");
  await other.untilStored("Là");
  await eraseEverything(desk);
  await other.node(({ id, name }) => id === "notice" && name.startsWith("Tout a été effacé"), "the other tab says so");
  assert.deepEqual(await desk.page.evaluate(() => indexedDB.databases()), []);
  assert.equal(await other.text(), "Là");
  await desk.close();
});

test("a tab with the plain field keeps its text on the screen, too, and says so", async () => {
  const desk = await host.open();
  await desk.setText("Ici");
  await desk.untilStored("Ici");
  const page = await desk.page.context().newPage();
  await page.addInitScript(hideWebGl);
  await page.goto(host.address);
  await page.fill("#fallback-text", "Dans le champ simple");
  await page.waitForSelector("[data-state=stored]:not([hidden])");
  await eraseEverything(desk);
  await page.waitForSelector("[data-state=forgotten]:not([hidden])");
  await page.locator("#fallback-text").pressSequentially(", encore");
  await page.waitForSelector("[data-state=forgotten]:not([hidden])");
  assert.equal(await page.inputValue("#fallback-text"), "Dans le champ simple, encore");
  assert.deepEqual((await kept(desk)).databases, []);
  const asked = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  await (await asked).dismiss();
  await desk.close();
});

test("a database that cannot be deleted is told, and the text is still there and stored", async () => {
  const desk = await host.open();
  await desk.setText("Un texte");
  await desk.untilStored("Un texte");
  await desk.page.evaluate(() => {
    IDBFactory.prototype.deleteDatabase = () => {
      throw new DOMException("no", "UnknownError");
    };
  });
  await desk.click("toolbar/more");
  await desk.click("menu/forget");
  await desk.click("forget/accept");
  await desk.node(({ id, name }) => id === "notice" && name.startsWith("Le navigateur n’a pas pu tout effacer"), "it is told");
  assert.equal(await desk.text(), "Un texte");
  await desk.page.keyboard.press("Control+End");
  await desk.page.keyboard.type(" de plus");
  await desk.untilStored("Un texte de plus");
  await desk.close();
});

// ---- Computers that several people share

test("on a shared computer a reload finds the draft, the next person finds nothing", async () => {
  const address = await served({ "shared-computer": "yes" });
  const desk = await host.open({ address });
  await desk.setText("Un secret é \u{1F600}");
  await eventually("its state", async () => (await desk.byId("toolbar/saved")).name, (name) => name === "Gardé jusqu’à la fermeture de l’onglet");
  await keepPicture(desk);
  await desk.node(({ id, name }) => id === "notice" && name.includes("tant que cette page"), "what is said of a picture");
  await desk.click("toolbar/more");
  await desk.click("menu/monospaced");
  await desk.atRest();
  await desk.picture("shared-computer-wide");
  const text = await desk.text();

  await desk.page.reload();
  await desk.ready();
  assert.equal(await desk.text(), text);
  assert.equal((await desk.byId("toolbar/saved")).name, "Gardé jusqu’à la fermeture de l’onglet");
  await desk.click("toolbar/more");
  await desk.click("menu/drafts");
  await desk.node(({ name }) => name === "Brouillons de cet onglet", "the list's title");
  await desk.page.keyboard.press("Escape");
  await desk.page.keyboard.press("Control+End");
  await desk.page.keyboard.type(", encore");
  await desk.page.reload();
  await desk.ready();
  assert.equal(await desk.text(), `${text}, encore`);

  const next = await host.open({ address, context: desk.page.context() });
  assert.doesNotMatch(await next.text(), /secret/);
  assert.deepEqual((await kept(next)).databases, []);
  assert.deepEqual((await kept(next)).notes.filter((name) => name !== "depeche.left"), []);
  assert.deepEqual(next.problems, []);

  const asked = desk.page.waitForEvent("dialog");
  await desk.page.mouse.click(300, 300);
  await desk.page.close({ runBeforeUnload: true });
  await (await asked).dismiss();
  await eraseEverything(desk);
  assert.deepEqual((await kept(desk)).notes, []);
  await desk.close();
});

test("on a shared computer what is no UTF-8, and several drafts, come through a reload byte for byte", async () => {
  const desk = await host.open({ address: await served({ "shared-computer": "yes" }) });
  await desk.setText("Le premier");
  await desk.page.evaluate(() => window.depeche.open("octets.md", Uint8Array.from({ length: 200_000 }, (_, i) => (i % 2 ? 0xe9 : 0x61 + (i % 26)))));
  const isStored = () => desk.page.evaluate(() => Object.keys(sessionStorage).filter((name) => name.startsWith("depeche.kept/")).length);
  await eventually("both are kept", isStored, (count) => count === 2);
  const before = await desk.text();
  await desk.page.reload();
  await desk.ready();
  assert.equal(await desk.text(), before);
  await desk.click("toolbar/more");
  await desk.click("menu/drafts");
  await eventually("both are listed", () => desk.semantics(), (nodes) => nodes.filter(({ id }) => ROW.test(id)).length === 2);
  await desk.close();
});

test("on a shared computer the plain field keeps for the tab alone, and says so", async () => {
  const address = await served({ "shared-computer": "yes" });
  const profile = await host.browser.newContext({ locale: "fr-FR" });
  await profile.addInitScript(hideWebGl);
  const page = await profile.newPage();
  await page.goto(address);
  await page.waitForSelector("[data-words=none-tab]:not([hidden])");
  await page.fill("#fallback-text", "Un secret");
  await page.waitForSelector("[data-state=stored-tab]:not([hidden])");
  await page.reload();
  await page.waitForSelector("[data-words=some-tab]:not([hidden])");
  assert.equal(await page.inputValue("#fallback-text"), "Un secret");
  const next = await profile.newPage();
  await next.goto(address);
  await next.waitForSelector("[data-words=none-tab]:not([hidden])");
  assert.equal(await next.inputValue("#fallback-text"), "");
  assert.deepEqual(await next.evaluate(() => indexedDB.databases()), []);
  await profile.close();
});

test("on a shared computer nothing of an earlier visit is opened, and a full store is told", async () => {
  const desk = await host.open();
  await desk.setText("D’avant");
  await desk.untilStored("D’avant");
  const page = await readFile(join(root, "dist/index.html"), "utf8");
  await desk.page.context().route(host.address, (route) =>
    route.fulfill({ body: page.replace('"depeche-shared-computer" content="no"', '"depeche-shared-computer" content="yes"'), contentType: "text/html" }),
  );
  const next = await host.open({ context: desk.page.context() });
  assert.doesNotMatch(await next.text(), /avant/);
  await next.page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await next.page.keyboard.type("Trop");
  await next.node(({ id, name }) => id === "notice" && name.startsWith("Le navigateur n’a pas pu garder"), "it is told");
  assert.match((await next.byId("toolbar/saved")).name, /non enregistrées/);
  assert.deepEqual(next.problems, []);
  await desk.close();
});
