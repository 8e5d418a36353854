/**
 * axe-core finds nothing on any screen (WCAG 2.2, A and AA). It sees the parallel page, not the canvas: contrast there is
 * tests/ui/draw/theme_test.cc's.
 */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before } from "node:test";
import { Host, root, test } from "./desk.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const SEED = join(process.env.DEPECHE_SHARED ?? join(root, "../shared"), "seed/communique-eig.md");

/** @type {Host} */
let host;
let axe = "";
before(async () => {
  host = await Host.start();
  axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
});
after(() => host.close());

/** @typedef {import("./desk.mjs").Desk} Desk */

/** What to do, one after the other; each leads to a screen. @type {[string, (desk: Desk) => Promise<unknown>][]} */
const SCREENS = [
  ["the start", async () => {}],
  ["the seed", async (desk) => desk.setText(await readFile(existsSync(SEED) ? SEED : join(root, "tests/cases/page/every-construct.md"), "utf8"))],
  ["the find bar", (desk) => desk.page.keyboard.press("Control+h")],
  ["matches", (desk) => desk.page.keyboard.type("mission")],
  ["no find bar", (desk) => desk.page.keyboard.press("Escape")],
  ["the outline", (desk) => desk.page.keyboard.press("Control+Shift+F")],
  ["no outline", (desk) => desk.page.keyboard.press("Escape")],
  ["points to check", (desk) => desk.click("problems/toggle")],
  ["the menu of exports", (desk) => desk.click("toolbar/export")],
  ["the menu of commands", (desk) => escapeTo(desk, "toolbar/more")],
  ["the menu of headings", (desk) => escapeTo(desk, "format/heading")],
  ["the share dialog", (desk) => escapeTo(desk, "toolbar/share")],
  ["the link dialog", (desk) => escapeTo(desk, "format/link")],
  ["a wrong link", (desk) => desk.page.keyboard.press("Enter")],
  ["the image dialog", (desk) => escapeTo(desk, "format/image")],
  ["the list of drafts", (desk) => escapeTo(desk, "toolbar/more", "menu/drafts")],
  ["about", (desk) => escapeTo(desk, "toolbar/more", "menu/about")],
  ["every construct", async (desk) => {
    await desk.page.keyboard.press("Escape");
    await desk.setText(await readFile(join(root, "tests/cases/page/every-construct.md"), "utf8"));
  }],
  ["the page alone", (desk) => desk.click("view/page")],
  ["the text alone", (desk) => desk.click("view/source")],
  ["English, dark", async (desk) => {
    await escapeTo(desk, "toolbar/more", "menu/theme");
    await escapeTo(desk, "toolbar/more", "menu/language");
  }],
  ["a phone", (desk) => desk.page.setViewportSize({ width: 390, height: 844 })],
  ["the page on a phone", (desk) => desk.click("tabs/page")],
];

/** @param {Desk} desk @param {string[]} ids to be clicked, after Escape */
async function escapeTo(desk, ...ids) {
  await desk.page.keyboard.press("Escape");
  for (const id of ids) await desk.click(id);
}

test("axe finds nothing on any screen", async () => {
  const context = await host.browser.newContext({ locale: "fr-FR", viewport: { width: 1280, height: 800 }, bypassCSP: true });
  const desk = await host.open({ context });
  await desk.page.evaluate(axe);
  /** @type {string[]} */
  const found = [];
  for (const [name, go] of SCREENS) {
    await go(desk);
    await desk.atRest();
    await desk.mirrored();
    const violations = await desk.page.evaluate(async (values) => {
      const result = await /** @type {any} */ (window).axe.run(document, { runOnly: values });
      return result.violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ node) => node.html.slice(0, 200)).join(" | ")}`);
    }, RULES);
    found.push(...violations.map((/** @type {string} */ each) => `${name}: ${each}`));
  }
  assert.deepEqual(found, []);
  await desk.close();
});
