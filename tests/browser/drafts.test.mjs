/** The list of the drafts that the browser keeps: opened, deleted, never lost. */
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { Desk, Host, eventually, test } from "./desk.mjs";

/** @type {Host} */
let host;
before(async () => (host = await Host.start()));
after(() => host.close());

const SIZES = /** @type {const} */ ([
  { name: "wide", viewport: { width: 1280, height: 800 } },
  { name: "narrow", viewport: { width: 390, height: 844 } },
]);

/** @param {string} title */
const release = (title) => `---\ntitle: ${title}\n---\n\nTexte de ${title}.\n`;

/** @param {import("playwright-core").BrowserContextOptions} [options] */
const profile = (options = {}) => host.browser.newContext({ locale: "fr-FR", viewport: { width: 1280, height: 800 }, ...options });

/** Writes a draft and waits until it is kept. @param {Desk} desk @param {string} text */
async function startAnew(desk, text) {
  await desk.setText(text);
  await desk.untilStored(text);
}

/** Puts entries into the store as other tabs would have. @param {Desk} desk @param {string[]} texts the newest last */
async function plant(desk, texts) {
  await desk.page.evaluate(
    (all) =>
      new Promise((resolve) => {
        const opening = indexedDB.open("depeche");
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(["drafts", "texts"], "readwrite");
          for (const [index, text] of all.entries()) {
            const time = new Date(2026, 0, index + 1, 9, 5).getTime();
            const bytes = new TextEncoder().encode(text);
            const [id, size] = [`planted-${index}`, bytes.length];
            transaction.objectStore("drafts").put({ id, time, name: `cp-${index}.md`, size, head: bytes, saved: false });
            transaction.objectStore("texts").put(bytes, id);
          }
          transaction.oncomplete = () => {
            opening.result.close();
            resolve(undefined);
          };
        };
      }),
    texts,
  );
}

/** @param {Desk} desk the texts of all drafts that are kept */
async function kept(desk) {
  return (await desk.held()).map(({ text }) => text).sort();
}

/** @param {Desk} desk */
async function openList(desk) {
  await desk.click("toolbar/more");
  await desk.click("menu/drafts");
  await desk.byId("drafts");
  await desk.settled();
}

/** @param {Desk} desk @param {string} title */
const row = (desk, title) => desk.node((node) => node.id.startsWith("drafts/") && node.name.startsWith(title), `row of ${title}`);

test("the list opens from the menu; a draft is opened and the other stays", async () => {
  const context = await profile();
  const desk = await host.open({ context });
  await startAnew(desk, release("Le mien"));
  await plant(desk, [release("Ancien"), release("Récent")]);
  await openList(desk);
  assert.match((await row(desk, "Le mien")).name, /Ouvert ici/);
  const recent = await row(desk, "Récent");
  assert.match(recent.name, /2\sjanvier 2026 à 9\sh\s05 · \d+\soctets · cp-1\.md/);
  const focused = () => desk.page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
  await desk.page.waitForFunction((name) => document.activeElement?.getAttribute("aria-label") === name, recent.name);
  assert.ok((await focused()).startsWith("Récent"), "the first that can be opened has the keyboard");

  await desk.page.keyboard.type("!"); // not into the text
  await desk.page.keyboard.press("Enter");
  await desk.untilText((text) => text === release("Récent"), "opened");
  await desk.page.waitForFunction(() => document.activeElement?.id === "field");
  await desk.page.waitForFunction(() => document.title.startsWith("cp-1.md"));
  assert.deepEqual(await kept(desk), [release("Ancien"), release("Le mien"), release("Récent")]);

  await desk.page.keyboard.press("Control+End");
  await desk.page.keyboard.type("Suite");
  await desk.untilStored(`${release("Récent")}Suite`);
  assert.deepEqual(await kept(desk), [release("Ancien"), release("Le mien"), `${release("Récent")}Suite`]);
  await desk.page.reload();
  await desk.ready();
  assert.equal(await desk.text(), `${release("Récent")}Suite`);
  await openList(desk);
  await desk.click((await row(desk, "Le mien")).id);
  await desk.untilText((text) => text === release("Le mien"), "back to the first");
  await desk.close();
});

test("what was typed right before a draft is opened is kept", async () => {
  const context = await profile();
  const desk = await host.open({ context });
  await plant(desk, [release("Autre")]);
  await desk.setText(release("Le mien"));
  await openList(desk);
  await desk.click((await row(desk, "Autre")).id);
  await desk.untilText((text) => text === release("Autre"), "opened");
  assert.deepEqual(await kept(desk), [release("Autre"), release("Le mien")]);
  await desk.close();
});

test("what is typed while another draft is on its way lies in the first", async () => {
  const context = await profile();
  const desk = await host.open({ context });
  await desk.inDraftWorker(() => {
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...what) {
      for (const end = Date.now() + 1500; Date.now() < end; );
      return begin.apply(this, what);
    };
  });
  await startAnew(desk, release("Le mien"));
  await plant(desk, [release("Autre")]);
  await openList(desk);
  const { id } = await row(desk, "Autre");
  await desk.set(`${release("Le mien")}Un |`);
  await desk.click(id); // now the worker has what is to be stored
  await desk.page.keyboard.press("Escape");
  await desk.page.waitForFunction(() => document.activeElement?.id === "field");
  await desk.page.keyboard.type("deux");
  await desk.untilText((text) => text === release("Autre"), "opened");
  await desk.untilStored(`${release("Le mien")}Un deux`);
  assert.deepEqual(await kept(desk), [release("Autre"), `${release("Le mien")}Un deux`]);
  await startAnew(desk, `${release("Autre")}Suite`);
  assert.deepEqual(await kept(desk), [`${release("Autre")}Suite`, `${release("Le mien")}Un deux`]);
  await desk.close();
});

test("what another tab has open is neither opened nor deleted here", async () => {
  const context = await profile();
  const first = await host.open({ context });
  await startAnew(first, release("Premier"));
  const second = await host.open({ context });
  await startAnew(second, release("Second"));
  await plant(second, [release("Rangé"), release("Classé")]);
  await openList(second);
  const other = await row(second, "Premier");
  assert.match(other.name, /Ouvert dans un autre onglet/);
  assert.equal(other.action, "");
  await second.click("drafts/delete-all");
  await second.node((node) => node.role === "dialog" && /Supprimer 2 brouillons/.test(node.name), "question");
  await second.click("delete/accept");
  await second.byId("drafts");
  await second.node((node) => node.name.startsWith("Second, Ouvert ici"), "the list again");
  const rows = async () => (await second.semantics()).map(({ name }) => name).filter((name) => /^(Rangé|Classé),/.test(name));
  await eventually("the deleted ones leave the list", rows, (names) => names.length === 0);
  assert.deepEqual(await kept(second), [release("Premier"), release("Second")]);
  await first.close();
  assert.deepEqual(second.problems, []);
});

test("a deleted draft takes along the pictures that no other shows", async () => {
  const context = await profile();
  const desk = await host.open({ context });
  await desk.setText("---\ntitle: Le mien\n---\n\n![](/uploads/commune.png)\n");
  await desk.page.evaluate(() => {
    for (const name of ["seule.png", "commune.png", "d-été.png", "jamais.png"]) {
      const transfer = new DataTransfer();
      const png = Uint8Array.from(atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="), (c) => c.charCodeAt(0));
      transfer.items.add(new File([png], name, { type: "image/png" }));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }
  });
  await eventually("four pictures are kept", () => desk.heldPictures(), (names) => names.length === 4);
  await desk.untilText((text) => ["seule.png", "d-été.png", "jamais.png"].every((name) => text.includes(name)), "three are new in the text");
  await startAnew(desk, "---\ntitle: Le mien\n---\n\n![](/uploads/commune.png)\n");
  await plant(desk, [
    "---\ntitle: Un\n---\n\n![](/uploads/seule.png) ![](/uploads/commune.png) ![](/uploads/d-%C3%A9t%C3%A9.png)\n",
    "---\ntitle: Deux\n---\n",
  ]);
  assert.deepEqual((await desk.heldPictures()).sort(), ["commune.png", "d-été.png", "jamais.png", "seule.png"]);
  await openList(desk);
  await desk.click(`${(await row(desk, "Un")).id}/delete`);
  await desk.page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Garder");
  await desk.page.keyboard.press("Escape");
  await desk.byId("drafts");
  assert.equal((await kept(desk)).length, 3);
  await desk.click(`${(await row(desk, "Un")).id}/delete`);
  await desk.click("delete/accept");
  await desk.byId("drafts");
  await eventually("two drafts are left", () => kept(desk), (texts) => texts.length <= 2);
  await eventually("two pictures are left", () => desk.heldPictures(), (names) => names.length <= 2);
  assert.deepEqual((await desk.heldPictures()).sort(), ["commune.png", "jamais.png"]);
  await desk.page.keyboard.press("Escape");
  await desk.page.waitForFunction(() => document.activeElement?.id === "field");
  await desk.close();
});

test("a draft that is gone meanwhile is told, and the one at hand stays", async () => {
  const context = await profile();
  const desk = await host.open({ context });
  await startAnew(desk, release("Le mien"));
  await plant(desk, [release("Bientôt parti")]);
  await openList(desk);
  await desk.page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open("depeche");
        opening.onsuccess = () => {
          opening.result.transaction("drafts", "readwrite").objectStore("drafts").delete("planted-0").onsuccess = resolve;
        };
      }),
  );
  await desk.click((await row(desk, "Bientôt parti")).id);
  await desk.node((node) => node.id === "notice" && /n’est plus là/.test(node.name), "message");
  assert.equal(await desk.text(), release("Le mien"));
  await desk.close();
});

test("a draft that cannot be kept stays in the list while the tab is open, and comes back", async () => {
  const context = await profile();
  const desk = await host.open({ context });
  await plant(desk, [release("Autre")]);
  await desk.fillDisk();
  await desk.setText(release("Le mien"));
  await desk.node((node) => node.id === "notice" && /n’a pas pu garder/.test(node.name), "message");
  await openList(desk);
  await desk.click((await row(desk, "Autre")).id);
  await desk.untilText((text) => text === release("Autre"), "opened");
  assert.deepEqual(await kept(desk), [release("Autre")]);
  await openList(desk);
  await desk.click((await row(desk, "Le mien")).id);
  await desk.untilText((text) => text === release("Le mien"), "back");
  await desk.close();
});

/** @param {Desk} desk @param {Record<string, string>} files text by name */
async function drop(desk, files) {
  await desk.page.evaluate((all) => {
    const transfer = new DataTransfer();
    for (const [name, text] of Object.entries(all)) transfer.items.add(new File([text], name));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, files);
}

/** The fragment of a link that carries a text. @param {string} text */
async function linkTo(text) {
  const context = await profile({ permissions: ["clipboard-read", "clipboard-write"] });
  const desk = await host.open({ context });
  await desk.setText(text);
  await desk.click("toolbar/share");
  await desk.click("share/copy");
  const link = await desk.page.waitForFunction(async () => (await navigator.clipboard.readText()).split("#")[1]);
  const fragment = /** @type {string} */ (await link.jsonValue());
  await desk.close();
  return fragment;
}

test("whatever is opened, what was written right before stays in the list", async () => {
  const fragment = await linkTo(release("Lien"));
  /** @type {Record<string, (desk: Desk) => Promise<unknown>>} */
  const openings = {
    "a new release": (desk) => desk.page.evaluate(() => window.depeche.activate("toolbar/more")).then(() => desk.click("menu/new")),
    "the sample": (desk) => desk.page.evaluate(() => window.depeche.activate("toolbar/more")).then(() => desk.click("menu/sample")),
    "a file": (desk) => drop(desk, { "autre.md": release("Autre") }),
    "a link": (desk) => desk.page.evaluate((link) => void (location.hash = link), fragment),
  };
  for (const [what, open] of Object.entries(openings)) {
    const desk = await host.open({ context: await profile() });
    await desk.set(`${release("Le mien")}|`);
    await desk.page.keyboard.type("Suite");
    await open(desk);
    await desk.untilText((text) => !text.includes("Le mien"), what);
    const mine = `${release("Le mien")}Suite`;
    await desk.untilStored(mine);
    await desk.node((node) => node.id === "notice" && /gardé/.test(node.name), `word that it is kept, for ${what}`);
    await openList(desk);
    await desk.click((await row(desk, "Le mien")).id);
    await desk.untilText((text) => text === mine, `back from ${what}`);
    await desk.page.keyboard.press("Control+z"); // does not lead into the other document
    await desk.settled();
    assert.equal(await desk.text(), mine);
    await desk.close();
  }
});

test("what nobody has written in leaves nothing in the list, and the same file or link comes once", async () => {
  const fragment = await linkTo(release("Lien"));
  const desk = await host.open({ context: await profile() });
  for (const entry of ["menu/new", "menu/sample", "menu/new"]) {
    await desk.click("toolbar/more");
    await desk.click(entry);
  }
  for (let i = 0; i < 3; ++i) {
    await drop(desk, { "cp.md": release("Fichier") });
    await desk.untilText((text) => text === release("Fichier"), "the file");
    await desk.page.evaluate((link) => void (location.hash = link), fragment);
    await desk.untilText((text) => text === release("Lien"), "the link");
    await desk.page.waitForFunction(() => location.hash === "");
  }
  await desk.click("toolbar/more");
  await desk.click("menu/new");
  await openList(desk); // stores what waits
  assert.deepEqual(await kept(desk), [release("Fichier"), release("Lien")]);
  await desk.close();
});

test("a draft that could not be stored stays when its file is opened once more", async () => {
  const desk = await host.open({ context: await profile() });
  const refuse = () => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (value, ...key) {
      if (value.head && new TextDecoder().decode(value.head).includes("Trop")) throw new DOMException("full", "QuotaExceededError");
      return put.call(this, value, ...key);
    };
  };
  await desk.inDraftWorker(refuse);
  await desk.page.evaluate(refuse);
  await drop(desk, { "cp.md": release("Fichier") });
  await desk.untilText((text) => text === release("Fichier"), "the file");
  await desk.untilStored(release("Fichier"));
  await desk.set(`${release("Fichier")}|`);
  await desk.page.keyboard.type("Trop");
  await desk.node((node) => node.id === "notice" && /n’a pas pu garder/.test(node.name), "message");
  await drop(desk, { "cp.md": release("Fichier") });
  await desk.untilText((text) => text === release("Fichier"), "the file once more");
  await eventually("it is stored beside the other", () => kept(desk), (texts) => texts.length === 2);
  await openList(desk); // stores what waits, and tidies up
  const size = new RegExp(`· ${`${release("Fichier")}Trop`.length}\\soctets`);
  const { id } = await desk.node((node) => node.action === "press" && size.test(node.name), "the edited one");
  assert.equal((await kept(desk)).length, 2, "the entry that it has stays, too");
  await desk.click(id);
  await desk.untilText((text) => text === `${release("Fichier")}Trop`, "what was typed");
  await desk.page.context().close();
});

test("what another tab has gone on with while this one begins is not cleared away", async () => {
  const context = await profile();
  const beside = await host.open({ context });
  await beside.page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open("depeche");
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(["drafts", "texts"], "readwrite");
          for (let index = 0; index < 53; ++index) {
            const bytes = new TextEncoder().encode(`Texte ${index}`);
            const [id, time] = [`planted-${index}`, new Date(2026, 0, 1, 0, index).getTime()];
            transaction.objectStore("drafts").put({ id, time, name: `cp-${index}.md`, size: bytes.length, head: bytes, saved: true });
            transaction.objectStore("texts").put(bytes, id);
          }
          transaction.oncomplete = resolve;
        };
      }),
  );
  await context.addInitScript(() => {
    const { request } = LockManager.prototype;
    /** Before the tab gets this lock, another has changed the entry. */
    const change = () =>
      new Promise((resolve) => {
        const opening = indexedDB.open("depeche");
        opening.onsuccess = () => {
          const store = opening.result.transaction("drafts", "readwrite").objectStore("drafts");
          store.get("planted-1").onsuccess = ({ target }) => {
            const entry = /** @type {IDBRequest} */ (target).result;
            if (entry) store.put({ ...entry, saved: false, time: Date.now() });
          };
          store.transaction.oncomplete = resolve;
        };
      });
    /** @type {any} */ (LockManager.prototype).request = /** @this {LockManager} @param {any} what */ async function (...what) {
      if (what[0] === "depeche/planted-1") await change();
      return request.apply(this, /** @type {any} */ (what));
    };
  });
  const desk = await host.open({ context });
  await eventually("the oldest is deleted", () => kept(desk), (texts) => !texts.includes("Texte 0"));
  await eventually("and the third", () => kept(desk), (texts) => !texts.includes("Texte 2"));
  assert.ok((await kept(desk)).includes("Texte 1"));
  await desk.close();
});

test("what a tab has left can be opened in another, what it has open cannot", async () => {
  const context = await profile();
  const first = await host.open({ context });
  await startAnew(first, release("Laissé"));
  await drop(first, { "cp.md": release("Ouvert") });
  await first.untilStored(release("Ouvert"));
  const second = await host.open({ context });
  await second.untilText((text) => text === release("Laissé"), "the newest that no tab has open");
  await openList(second);
  assert.match((await row(second, "Ouvert")).name, /Ouvert dans un autre onglet/);
  await second.page.keyboard.press("Escape");
  await openList(first);
  assert.match((await row(first, "Laissé")).name, /Ouvert dans un autre onglet/);
  await first.close();
  assert.deepEqual(second.problems, []);
});

test("a duplicated tab opens the document, as one of its own", async () => {
  const context = await profile();
  const first = await host.open({ context });
  await startAnew(first, release("Un"));
  const notes = await first.page.evaluate(() => Object.entries(sessionStorage));
  await context.addInitScript((all) => {
    for (const [key, value] of sessionStorage.length === 0 ? all : []) sessionStorage.setItem(key, value);
  }, notes);
  const second = await host.open({ context });
  assert.equal(await second.text(), release("Un"));
  assert.deepEqual(await kept(second), [release("Un")], "it is stored when it is changed");
  await startAnew(second, release("Deux"));
  await startAnew(first, release("Trois"));
  assert.deepEqual(await kept(first), [release("Deux"), release("Trois")]);
  for (const [desk, text] of /** @type {const} */ ([[first, "Trois"], [second, "Deux"]])) {
    await desk.page.reload();
    await desk.ready();
    assert.equal(await desk.text(), release(text));
  }
  await first.close();
  assert.deepEqual(second.problems, []);
});

test("the address keeps its draft until the browser does", async () => {
  const fragment = await linkTo(release("Lien"));
  const context = await profile();
  /** @type {(value: unknown) => void} */
  let send = () => {};
  const sent = new Promise((resolve) => (send = resolve));
  await context.route("**/draft_worker-*.js", (route) => sent.then(() => route.continue()));
  const desk = await host.open({ context, fragment });
  await desk.untilText((text) => text === release("Lien"), "opened");
  assert.deepEqual(await kept(desk), []);
  assert.ok(desk.page.url().endsWith(fragment), "not stored, not cleared");
  send(undefined);
  await desk.untilStored(release("Lien"));
  await desk.page.waitForFunction(() => location.hash === "");
  await desk.page.reload();
  await desk.ready();
  assert.equal(await desk.text(), release("Lien"));
  await desk.close();
});

test("of two files that are dropped the first opens, and the other is told", async () => {
  const desk = await host.open({ context: await profile() });
  await drop(desk, { "un.md": release("Un"), "deux.md": release("Deux") });
  await desk.untilText((text) => text === release("Un"), "the first");
  await desk.node((node) => node.id === "notice" && /deux\.md/.test(node.name), "word about the second");
  await desk.close();
});

/**
 * Writes a store with raw IndexedDB, as another version of the editor has it.
 * @param {Desk} desk a page of the host that does not have it open
 * @param {number} version
 * @param {string} text
 */
async function writeStore(desk, version, text) {
  await desk.page.evaluate(
    ([number, content]) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("depeche", number);
        opening.onerror = () => reject(opening.error);
        opening.onupgradeneeded = () => {
          opening.result.createObjectStore("drafts", { keyPath: "id" });
          if (number > 1) opening.result.createObjectStore("texts");
        };
        opening.onsuccess = () => {
          const names = [...opening.result.objectStoreNames];
          const transaction = opening.result.transaction(names, "readwrite");
          const bytes = new TextEncoder().encode(content);
          const [id, time, name, saved] = ["0123456789abcdef0123456789abcdef", Date.now(), "ancien.md", false];
          const entry = number === 1 ? { id, time, name, saved, bytes } : { id, time, name, saved, size: bytes.length, head: bytes };
          transaction.objectStore("drafts").put(entry);
          if (number > 1) transaction.objectStore("texts").put(bytes, id);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve(undefined);
          };
        };
      }),
    /** @type {const} */ ([version, text]),
  );
}

/** A page of the host without the editor. @param {import("playwright-core").BrowserContext} context */
async function pageBeside(context) {
  const page = await context.newPage();
  await page.goto(`${host.address}THIRD-PARTY-LICENSES.txt`);
  return new Desk(page, host.address);
}

test("drafts of earlier versions of the store are there", async () => {
  for (const version of [1, 2]) {
    const context = await profile();
    const beside = await pageBeside(context);
    await writeStore(beside, version, release("Ancien"));
    const desk = await host.open({ context });
    assert.equal(await desk.text(), release("Ancien"), `version ${version}`);
    await desk.page.waitForFunction(() => document.title.startsWith("ancien.md"));
    await startAnew(desk, release("Nouveau"));
    assert.deepEqual(await kept(desk), [release("Nouveau")], "in the same entry");
    await desk.close();
  }
});

test("a migration that fails leaves the store as it was", async () => {
  const context = await profile();
  const beside = await pageBeside(context);
  await writeStore(beside, 1, release("Ancien"));
  const failing = () => {
    IDBCursor.prototype.continue = () => {
      throw new Error("no");
    };
  };
  await context.addInitScript(failing);
  const desk = await host.open({ context });
  await desk.inDraftWorker(failing);
  await desk.page.keyboard.type("x");
  await desk.node((node) => node.id === "notice" && /n’a pas pu garder/.test(node.name), "message");
  await desk.page.close();
  const content = await beside.page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open("depeche");
        opening.onsuccess = () => {
          const reading = opening.result.transaction("drafts").objectStore("drafts").getAll();
          reading.onsuccess = () => resolve([opening.result.version, reading.result[0].name, reading.result[0].bytes.length]);
        };
      }),
  );
  assert.deepEqual(content, [1, "ancien.md", new TextEncoder().encode(release("Ancien")).length]);
  await context.close();
});

test("a store of a newer version is told, and nothing of it is lost", async () => {
  const context = await profile();
  const beside = await pageBeside(context);
  await writeStore(beside, 99, release("Nouvelle version"));
  const desk = await host.open({ context });
  await desk.node((node) => node.id === "notice" && /version plus récente/.test(node.name), "message");
  await desk.click("notice/close");
  await desk.page.keyboard.type("x");
  await desk.node((node) => node.id === "notice" && /version plus récente/.test(node.name), "message again");
  assert.deepEqual(await kept(desk), [release("Nouvelle version")]);
  await desk.close();
});

test("on a host without HTTPS a draft opens as a copy, and the other stays", async () => {
  const context = await profile();
  const desk = await host.open({ context, address: host.plainAddress });
  await startAnew(desk, release("Le mien"));
  await plant(desk, [release("Autre")]);
  await openList(desk);
  await desk.click((await row(desk, "Autre")).id);
  await desk.untilText((text) => text === release("Autre"), "opened");
  await startAnew(desk, `${release("Autre")}x`);
  assert.deepEqual(await kept(desk), [release("Autre"), `${release("Autre")}x`, release("Le mien")].sort());
  await desk.close();
});

test("on a host without HTTPS nothing is deleted, since another tab may have it open, and that is said", async () => {
  const context = await profile();
  const desk = await host.open({ context, address: host.plainAddress });
  await startAnew(desk, release("Le mien"));
  await plant(desk, [release("Autre")]);
  await openList(desk);
  await desk.click(`${(await row(desk, "Autre")).id}/delete`);
  await desk.click("delete/accept");
  await desk.node((node) => node.id === "notice" && /Rien n’a été supprimé/.test(node.name), "message");
  assert.deepEqual(await kept(desk), [release("Autre"), release("Le mien")]);
  await desk.close();
});

test("on a host without HTTPS a duplicated tab keeps a draft of its own", async () => {
  const context = await profile();
  const first = await host.open({ context, address: host.plainAddress });
  await startAnew(first, "Un");
  await first.page.reload();
  await first.ready();
  await startAnew(first, "Deux");
  assert.deepEqual(await kept(first), ["Deux"], "a tab that is loaded again goes on in its place");
  await context.addInitScript(
    (notes) => {
      for (const [key, value] of sessionStorage.length === 0 ? notes : []) sessionStorage.setItem(key, value);
    },
    await first.page.evaluate(() => Object.entries(sessionStorage)),
  );
  const second = await host.open({ context, address: host.plainAddress });
  assert.equal(await second.text(), "Deux");
  await startAnew(second, "Trois");
  await startAnew(first, "Quatre");
  assert.deepEqual(await kept(first), ["Quatre", "Trois"]);
  await first.page.close();
  await second.close();
});

test("in English too, and many drafts by keyboard", async () => {
  const desk = await host.open({ locale: "en-GB" });
  await startAnew(desk, release("Mine"));
  await plant(desk, Array.from({ length: 30 }, (_, index) => release(`Draft ${index}`)));
  await openList(desk);
  await desk.node((node) => node.role === "dialog" && node.name === "Drafts in this browser", "English title");
  assert.match((await row(desk, "Draft 29")).name, /30 January 2026, 9:05|January/);
  for (let i = 0; i < 40; ++i) await desk.page.keyboard.press("Tab");
  await desk.settled();
  const reached = await desk.page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
  const node = await desk.node(({ name }) => name === reached, reached);
  assert.ok(node.bounds.height >= 24, `${reached} is in view`);
  await desk.close();
});

test("the list's looks", async () => {
  for (const { name, viewport } of SIZES) {
    for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
      const desk = await host.open({ context: await profile({ viewport, colorScheme }) });
      await startAnew(desk, release("L’État recrute 32 talents du numérique pour former une troisième promotion d’entrepreneurs d’intérêt général"));
      await plant(desk, ["", ...["Plan vélo", "Nouveaux horaires", "Vœux de la ministre"].map(release)]);
      await openList(desk);
      await desk.picture(`drafts-${name}-${colorScheme}`);
      await desk.click("drafts/delete-all");
      await desk.settled();
      await desk.picture(`drafts-delete-${name}-${colorScheme}`);
      await desk.close();
    }
  }
});
