/** How a draft gets into the store: by the worker, by the page that goes, and the newest at last, whatever happens. */
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { lossOf } from "../bench/crash.mjs";
import { Desk, Host, eventually, test } from "./desk.mjs";

/** @type {Host} */
let host;
before(async () => (host = await Host.start()));
after(() => host.close());

/** A text of about so many bytes. @param {number} bytes */
const long = (bytes) => `${"Le ministre se rend à Lyon.\n\n".repeat(bytes / 30)}Fin`;

/** The worker takes two seconds for each draft but the first, says so, and holds a lock as long as it lives. */
const slow = () => {
  const begin = IDBDatabase.prototype.transaction;
  const tell = new BroadcastChannel("worker");
  void navigator.locks.request("worker", () => new Promise(() => {}));
  let wait = 0;
  IDBDatabase.prototype.transaction = function (...what) {
    if (wait > 0) tell.postMessage("busy");
    for (const end = Date.now() + wait; Date.now() < end; );
    wait = 2000;
    return begin.apply(this, what);
  };
};

/** Types at the end, and waits until it is in the text. @param {Desk} desk @param {string} keys */
async function type(desk, keys) {
  const text = (await desk.text()) + keys;
  await desk.page.keyboard.press("Control+End");
  await desk.page.keyboard.type(keys);
  await desk.untilText((now) => now === text, "typed");
  return text;
}

/** Until the worker, which is slow, has a draft, for which it has not answered. @param {Desk} desk */
async function untilWorkerIsBusy(desk) {
  await eventually("the worker is busy", () => desk.page.evaluate(() => /** @type {any} */ (window).busy));
}

/** Until the worker has done with what it was given. @param {Desk} desk */
async function untilWorkerIsDone(desk) {
  const [worker] = desk.page.workers();
  assert.equal(await eventually("the worker answers", () => worker.evaluate(() => "done")), "done");
}

/** Until the worker of a tab that was closed is gone. @param {Desk} witness */
async function untilWorkerIsGone(witness) {
  const held = () => witness.page.evaluate(async () => (await navigator.locks.query()).held?.map(({ name }) => name) ?? []);
  await eventually("the worker is gone", held, (locks) => !locks.includes("worker"));
}

/** Another page of the host's, which sees the store when the editor is gone. @param {Desk} desk */
async function witnessOf(desk) {
  const page = await desk.page.context().newPage();
  await page.goto(`${host.address}THIRD-PARTY-LICENSES.txt`);
  return new Desk(page, host.address);
}

/** The texts of all drafts that are kept. @param {Desk} desk */
const kept = async (desk) => (await desk.held()).map(({ text }) => text);

/** A tab whose worker is slow, with one draft that is kept, and a witness. */
async function openSlow() {
  const desk = await host.open();
  await desk.inDraftWorker(slow);
  await desk.page.evaluate(() => {
    new BroadcastChannel("worker").onmessage = () => Object.assign(window, { busy: true });
  });
  await desk.setText("Avant ");
  await desk.untilStored("Avant ");
  return { desk, witness: await witnessOf(desk) };
}

test("the worker is made for the first draft, not for the start", async () => {
  const desk = await host.open();
  await desk.atRest();
  await desk.screens(60);
  assert.equal(desk.page.workers().length, 0);
  await desk.setText("Un");
  await desk.untilStored("Un");
  await desk.setText("Deux");
  await desk.untilStored("Deux");
  assert.equal(desk.page.workers().length, 1);
  await desk.close();
});

test("a tab closed or reloaded right after a key keeps it, in long documents too", async () => {
  for (const bytes of [30, 100_000, 1_000_000]) {
    const desk = await host.open();
    await desk.setText(long(bytes));
    await desk.untilStored(long(bytes));
    const typed = await type(desk, "x");
    await desk.page.reload();
    await desk.ready();
    assert.equal(await desk.text(), typed, `${bytes} bytes`);

    const witness = await witnessOf(desk);
    const last = await type(desk, "y");
    await desk.page.close();
    await witness.untilStored(last);
    assert.equal((await kept(witness)).length, 1);
    await witness.page.context().close();
    assert.deepEqual(desk.problems, []);
  }
});

test("a tab closed while the worker is at work keeps what the worker has, and what was typed since", async () => {
  for (const since of ["", "b"]) {
    const { desk, witness } = await openSlow();
    let text = await type(desk, "a");
    await untilWorkerIsBusy(desk);
    assert.deepEqual(await kept(witness), ["Avant "], "the worker has not stored it");
    if (since) text = await type(desk, since);
    await desk.page.close();
    await witness.untilStored(text);
    await untilWorkerIsGone(witness);
    assert.deepEqual(await kept(witness), [text]);
    await witness.page.context().close();
    assert.deepEqual(desk.problems, []);
  }
});

test("what the worker still has does not take the place of what the page has stored since", async () => {
  const { desk, witness } = await openSlow();
  await type(desk, "a");
  await untilWorkerIsBusy(desk);
  const newer = await type(desk, "b");
  await desk.page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide"))); // it goes, and comes back at once
  await witness.untilStored(newer);
  await untilWorkerIsDone(desk);
  assert.deepEqual(await kept(witness), [newer]);
  await witness.untilStored(await type(desk, "c"));
  assert.equal(desk.page.workers().length, 1);
  await desk.close();
});

test("while somebody types, the store only ever gets newer", async () => {
  const { desk, witness } = await openSlow();
  let text = "Avant ";
  /** @type {number[]} */
  const lengths = [];
  const typeOn = async () => {
    await desk.page.keyboard.type("mot ");
    text += "mot ";
    lengths.push((await kept(witness))[0].length);
    return new Set(lengths).size;
  };
  await eventually("what is stored has changed three times", typeOn, (states) => states > 3);
  assert.deepEqual(lengths, [...lengths].sort((a, b) => a - b));
  await desk.untilText((now) => now === text, "typed");
  await witness.untilStored(text);
  await desk.close();
});

test("without its worker the page stores", async () => {
  const desk = await host.open();
  await desk.page.route("**/draft_worker-*.js", (route) => route.abort());
  await desk.setText("Un");
  await desk.untilStored("Un");
  await desk.untilStored(await type(desk, "x"));
  assert.deepEqual(await kept(desk), ["Unx"]);
  const others = desk.problems.filter((problem) => !problem.includes("Failed to load resource"));
  assert.deepEqual(others, []);
  await desk.page.context().close();
});

test("a worker that does not answer is given up", async () => {
  const desk = await host.open();
  await desk.inDraftWorker(() => addEventListener("message", (event) => event.stopImmediatePropagation()));
  await desk.setText("Un");
  await desk.untilStored("Un");
  await desk.untilStored(await type(desk, "x"));
  assert.equal(desk.page.workers().length, 0);
  await desk.close();
});

test("what could not be stored is told, and tried again when the page goes", async () => {
  const desk = await host.open();
  await desk.setText("Avant ");
  await desk.untilStored("Avant ");
  await desk.inDraftWorker(() => {
    IDBObjectStore.prototype.put = () => {
      throw new Error("no");
    };
  });
  await desk.page.reload();
  await desk.ready();
  const text = await type(desk, "x");
  await desk.node((node) => node.id === "notice" && /n’a pas pu garder/.test(node.name), "message");
  const witness = await witnessOf(desk);
  await desk.page.close();
  await witness.untilStored(text);
  await witness.page.context().close();
  assert.deepEqual(desk.problems, []);
});

test("a draft from a day to come is gone on with", async () => {
  const desk = await host.open();
  await desk.setText("Un");
  await desk.untilStored("Un");
  await desk.page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open("depeche");
        opening.onsuccess = () => {
          const store = opening.result.transaction("drafts", "readwrite").objectStore("drafts");
          store.getAll().onsuccess = ({ target }) => {
            const [entry] = /** @type {IDBRequest} */ (target).result;
            store.put({ ...entry, time: new Date(2999, 1).getTime() }); // the clock was set back since
          };
          store.transaction.oncomplete = () => {
            opening.result.close();
            resolve(undefined);
          };
        };
      }),
  );
  await desk.page.reload();
  await desk.ready();
  await desk.untilStored(await type(desk, "x"));
  await desk.close();
});

/** Tells how often the program says that it could not keep the draft. @param {Desk} desk */
async function countFailures(desk) {
  await desk.page.evaluate(() => {
    const region = /** @type {HTMLElement} */ (document.getElementById("announcements"));
    const failures = { count: 0 };
    new MutationObserver(() => (failures.count += Number(/n’a pas pu garder/.test(region.textContent ?? "")))).observe(region, { childList: true });
    Object.assign(window, { failures });
  });
  return () => desk.page.evaluate(() => /** @type {any} */ (window).failures.count);
}

test("what can't be stored is told once for each change, however often it is tried", async () => {
  const desk = await host.open();
  await desk.fillDisk();
  const failures = await countFailures(desk);
  await type(desk, "x");
  await desk.node((node) => node.id === "notice" && /n’a pas pu garder/.test(node.name), "message");
  await eventually("it is told", failures, (count) => count === 1);
  for (let i = 0; i < 3; ++i) {
    const refusals = () => desk.page.evaluate(() => /** @type {any} */ (window).refusals ?? 0);
    const before = await refusals();
    await desk.page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide")));
    await eventually("the store refuses once more", refusals, (now) => now > before);
    await desk.screens(2);
  }
  assert.equal(await failures(), 1);
  await type(desk, "y");
  await eventually("it is told again", failures, (count) => count === 2);
  await desk.close();
});

test("where there is no memory for a copy, it is told, and the next change is stored", async () => {
  const desk = await host.open();
  await desk.page.evaluate(() => {
    const { slice } = Uint8Array.prototype;
    Uint8Array.prototype.slice = () => {
      Uint8Array.prototype.slice = slice;
      throw new RangeError("Array buffer allocation failed");
    };
  });
  await desk.setText("Un");
  await desk.node((node) => node.id === "notice" && /n’a pas pu garder/.test(node.name), "message");
  await desk.untilStored(await type(desk, "x"));
  await desk.close();
});

test("a store that is taken away is let go, and opened again", async () => {
  const { desk, witness } = await openSlow();
  await witness.page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase("depeche"); // as a newer version of it would wait for the older
        deleting.onsuccess = resolve;
        deleting.onblocked = () => reject(new Error("the editor does not let go of its store"));
      }),
  );
  const text = await type(desk, "a");
  await desk.page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide")));
  await desk.untilStored(text); // by the page
  await desk.untilStored(await type(desk, "b")); // by the worker
  await desk.close();
});

test("a store that does not open holds nobody up", async () => {
  const context = await host.browser.newContext({ locale: "fr-FR" });
  const hang = () => {
    indexedDB.open = () => /** @type {any} */ (new EventTarget());
  };
  await context.addInitScript(hang);
  const desk = await host.open({ context });
  await desk.inDraftWorker(hang);
  await type(desk, "x");
  await desk.node((node) => node.id === "notice" && /n’a pas pu garder/.test(node.name), "message");
  await desk.close();
});

test("the browser is asked to keep its store when somebody writes, once, and not before", async () => {
  const context = await host.browser.newContext({ locale: "fr-FR" });
  await context.addInitScript(() => {
    const asked = { count: 0 };
    Object.assign(window, { asked });
    navigator.storage.persist = async () => ++asked.count > 0;
  });
  const desk = await host.open({ context });
  const count = () => desk.page.evaluate(() => /** @type {any} */ (window).asked.count);
  await desk.page.evaluate(() => window.depeche.open("cp.md", new TextEncoder().encode("Un fichier")));
  await desk.untilStored("Un fichier");
  assert.equal(await count(), 0);
  await desk.untilStored(await type(desk, "x"));
  assert.equal(await count(), 1);
  await desk.untilStored(await type(desk, "y"));
  assert.equal(await count(), 1);
  await desk.close();
});

/** Whether the browser asks before it leaves the page; the page stays. @param {Desk} desk */
async function asksBeforeLeaving(desk) {
  let isAsked = false;
  desk.page.once("dialog", (dialog) => {
    isAsked = true;
    void dialog.dismiss();
  });
  await desk.page.close({ runBeforeUnload: true });
  await eventually("the browser asks, or the page is closed", async () => isAsked || desk.page.isClosed());
  return isAsked;
}

test("who leaves is asked when something is not stored, and never when all is", async () => {
  const full = await host.open();
  await full.fillDisk();
  const text = await type(full, "x");
  await full.node((node) => node.id === "notice" && /n’a pas pu garder/.test(node.name), "message");
  assert.equal(await asksBeforeLeaving(full), true);
  assert.equal(await full.text(), text);
  const download = full.page.waitForEvent("download");
  await full.page.keyboard.press("Control+s"); // then nothing would be lost
  await download;
  assert.equal(await asksBeforeLeaving(full), false);
  await full.page.context().close();

  const kept = await host.open();
  await kept.untilStored(await type(kept, "x"));
  await type(kept, "y"); // on its way
  assert.equal(await asksBeforeLeaving(kept), false);
  await kept.page.context().close();
});

test("a crash while somebody types loses only what came last", async () => {
  const text = Buffer.from(long(100_000));
  for (let i = 0; i < 3; ++i) {
    const loss = await lossOf(host, text);
    assert.ok(loss.isIntact, "the text is what was there and the first of the keys");
    assert.ok(loss.milliseconds < 600, `${loss.milliseconds} ms are missing`); // 300 on a machine that does nothing else
  }
});
