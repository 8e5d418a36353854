/** Without a network: a reload opens the editor, and a host that is back has the say again. */
import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { Host, eventually, root, test } from "./desk.mjs";
import { serve } from "./server.mjs";

/** @type {Host} */
let host;
/** @type {string} a copy of the bundle, to be changed */
let folder;
before(async () => {
  host = await Host.start();
  folder = await mkdtemp(join(tmpdir(), "depeche-offline-"));
});
after(async () => {
  await host.close();
  await rm(folder, { recursive: true });
});

/** @param {import("./desk.mjs").Desk} desk how many caches there are, each whole */
const caches = (desk) => desk.page.evaluate(async () => (await window.caches.keys()).filter((name) => name.startsWith("depeche ")).length);

/** Waits until the editor's files are kept. @param {import("./desk.mjs").Desk} desk */
async function untilKept(desk) {
  await desk.page.evaluate(() => navigator.serviceWorker.ready);
  assert.equal(await caches(desk), 1);
}

test("a reload without a network opens the editor and the draft; with one, the host's page comes first", async () => {
  await cp(join(root, "dist"), folder, { recursive: true });
  const server = await serve(folder);
  const desk = await host.open({ address: server.address });
  await desk.setText("Dans le train");
  await desk.untilStored("Dans le train");
  await untilKept(desk);

  server.close();
  await desk.page.reload();
  await desk.ready();
  assert.equal(await desk.text(), "Dans le train");
  await desk.page.keyboard.press("Control+End");
  await desk.page.keyboard.type(", encore");
  await desk.untilStored("Dans le train, encore");

  const page = await readFile(join(folder, "index.html"), "utf8");
  await writeFile(join(folder, "index.html"), page.replace('name="depeche-offline" content="yes"', 'name="depeche-offline" content="no"'));
  const again = await serve(folder, { port: Number(new URL(server.address).port) });
  await desk.page.reload();
  await desk.ready();
  assert.equal(await desk.page.getAttribute('meta[name="depeche-offline"]', "content"), "no");
  await eventually("nothing is kept any more", () => caches(desk), (count) => count === 0);
  assert.equal(await desk.page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
  again.close();
  const others = desk.problems.filter((problem) => !/ERR_CONNECTION_REFUSED|Failed to load resource/.test(problem));
  assert.deepEqual(others, []);
  await desk.page.context().close();
});

test("a new version takes the place of the old one", async () => {
  await cp(join(root, "dist"), folder, { recursive: true });
  const server = await serve(folder);
  const desk = await host.open({ address: server.address });
  await untilKept(desk);
  const before = await desk.page.evaluate(() => window.caches.keys());

  const worker = await readFile(join(folder, "service-worker.js"), "utf8");
  const page = await readFile(join(folder, "index.html"), "utf8");
  const name = /** @type {RegExpExecArray} */ (/main-[0-9A-Z]+\.js/.exec(page))[0];
  await cp(join(folder, name), join(folder, "main-NEUFNEUF.js"));
  await writeFile(join(folder, "index.html"), page.replaceAll(name, "main-NEUFNEUF.js"));
  await writeFile(join(folder, "service-worker.js"), worker.replaceAll(name, "main-NEUFNEUF.js"));
  await rm(join(folder, name));
  await desk.page.reload();
  await desk.ready();
  assert.equal(await desk.page.locator("script[src='main-NEUFNEUF.js']").count(), 1);
  const isNew = async () => (await caches(desk)) === 1 && (await desk.page.evaluate(() => window.caches.keys()))[0] !== before[0];
  await eventually("the new version alone is kept", isNew);
  server.close();
  await desk.page.reload();
  await desk.ready();
  const others = desk.problems.filter((problem) => !/ERR_CONNECTION_REFUSED|Failed to load resource/.test(problem));
  assert.deepEqual(others, []);
  await desk.page.context().close();
});
