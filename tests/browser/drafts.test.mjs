/** The list of the drafts that the browser keeps: opened, deleted, never lost. */
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { Host, eventually, test } from "./desk.mjs";

/** @type {Host} */
let host;
before(async () => (host = await Host.start()));
after(() => host.close());

const SIZES = /** @type {const} */ ([
  { name: "wide", viewport: { width: 1280, height: 800 } },
  { name: "narrow", viewport: { width: 390, height: 844 } },
]);

/** @typedef {import("./desk.mjs").Desk} Desk */

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
  await desk.node((node) => node.role === "alert" && /n’est plus là/.test(node.name), "message");
  assert.equal(await desk.text(), release("Le mien"));
  await desk.close();
});

test("a draft that cannot be kept is not left for another", async () => {
  const context = await profile();
  const desk = await host.open({ context });
  await plant(desk, [release("Autre")]);
  await desk.fillDisk();
  await desk.setText(release("Le mien"));
  await desk.node((node) => node.role === "alert" && /n’a pas pu garder/.test(node.name), "message");
  await openList(desk);
  await desk.click((await row(desk, "Autre")).id);
  await desk.page.waitForFunction(() => !window.depeche.semantics().some((/** @type {import("./desk.mjs").Node} */ node) => node.id === "drafts"));
  await desk.node((node) => node.role === "alert" && /n’a pas pu garder/.test(node.name), "message");
  assert.equal(await desk.text(), release("Le mien"));
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
