/**
 * The parallel page: for each node of the program's list an element, and the same one while the node is there.
 *
 * What elements must say is held against the list; what they are in all, against those of an outline that is made anew of
 * the same list, on which nothing earlier can have left a trace.
 */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { build } from "esbuild";
import { Host, eventually, root, test } from "./desk.mjs";

/** @type {Host} */
let host;
/** A script that makes an `anew` with the class Mirror. */
let script = "";
before(async () => {
  host = await Host.start();
  const entry = join(root, "web/mirror/mirror.js");
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, write: false, format: "iife", globalName: "anew" });
  script = outputFiles[0].text;
});
after(() => host.close());

/** The editor, with `anew` in the page: by the debugger, since the page's policy lets no script in. */
async function openWithMirror() {
  const desk = await host.open();
  const session = await desk.page.context().newCDPSession(desk.page);
  await session.send("Runtime.evaluate", { expression: script });
  return desk;
}

/** What a screen reader is told of an element, or must be told of a node. @typedef {Record<string, unknown>} Told */

/**
 * In the page: of the elements, and of the nodes.
 * @returns {{ elements: Told[], nodes: Told[] }}
 */
function bothLists() {
  const all = window.depeche.semantics();
  const dialog = all.findIndex((/** @type {any} */ node) => node.role === "dialog");
  const nodes = all.map((/** @type {any} */ { id, role, name, value, state, bounds }, /** @type {number} */ index) => {
    const told = { name, inert: index < dialog };
    if (id === "source") return { ...told, kind: "field" };
    const kind = { button: "button", tab: "button", menuitem: "button", menuitemcheckbox: "button", textbox: "input" }[/** @type {string} */ (role)] ?? role;
    const place = [bounds.x, bounds.y, bounds.width, bounds.height].map((length) => `${Math.round(length * 10) / 10}px`).join(" ");
    const pressed = role === "button" && state.split(" ").includes("pressed");
    return { ...told, kind, place, pressed, value: kind === "button" ? "" : value };
  });
  const elements = [.../** @type {any} */ (document.getElementById("mirror")).children].map((element) => {
    const told = { name: element.getAttribute("aria-label") ?? "", inert: element.inert };
    if (element.id === "field") return { ...told, kind: "field" };
    const kind = { button: "button", input: "input" }[/** @type {string} */ (element.localName)] ?? element.getAttribute("role");
    const { left, top, width, height } = element.style;
    const place = [left, top, width, height].map((length) => `${Math.round(parseFloat(length) * 10) / 10}px`).join(" ");
    const pressed = element.getAttribute("aria-pressed") === "true";
    return { ...told, kind, place, pressed, value: element.value || element.textContent };
  });
  // The field is there when the source is not, too.
  const isShown = (/** @type {Told} */ { kind }) => kind !== "field" || nodes.some((/** @type {Told} */ node) => node.kind === "field");
  return { elements: elements.filter(isShown), nodes };
}

/**
 * In the page: the elements that are there, and those that an outline makes anew; of each all attributes, what it holds,
 * and what the style says.
 * @returns {{ elements: Told[], anew: Told[] }}
 */
function bothOutlines() {
  const own = /** @type {HTMLElement} */ (document.getElementById("mirror"));
  const root = document.createElement("main");
  const field = /** @type {HTMLElement} */ (document.createElement("textarea"));
  field.id = "field";
  root.append(field);
  const nodes = window.depeche.semantics();
  const read = () => JSON.stringify(nodes);
  const handlers = { read, activate: () => {}, enter: () => {}, reach: () => {} };
  new /** @type {any} */ (window).anew.Mirror(root, field, handlers).follow();
  /** Of the field only what an outline says of it: the rest is the keyboard's. */
  const isTold = (/** @type {Element} */ element, /** @type {string} */ name) =>
    element.id !== "field" || /^(aria-|data-keys|data-list|role|tabindex|inert)/.test(name);
  const tell = (/** @type {any} */ element) => {
    const attributes = [...element.attributes].filter(({ name, value }) => isTold(element, name) && (name !== "class" || value));
    const told = Object.fromEntries(attributes.map(({ name, value }) => [name, value]).sort());
    const isField = element.id === "field";
    return { ...told, tag: element.localName, holds: isField ? "" : (element.value || element.textContent) };
  };
  const hasField = nodes.some((/** @type {any} */ { id }) => id === "source");
  const shown = (/** @type {Element} */ { children }) => [...children].filter(({ id }) => hasField || id !== "field");
  return { elements: shown(own).map(tell), anew: shown(root).map(tell) };
}

/**
 * Waits until the elements say what the list says, in its order.
 * @param {import("./desk.mjs").Desk} desk
 * @param {string} what was done
 */
async function untilTold(desk, what) {
  await desk.settled();
  let [said, made] = [await desk.page.evaluate(bothLists), await desk.page.evaluate(bothOutlines)];
  const look = async () => {
    [said, made] = [await desk.page.evaluate(bothLists), await desk.page.evaluate(bothOutlines)];
    return isDeepStrictEqual(said.elements, said.nodes) && isDeepStrictEqual(made.elements, made.anew);
  };
  await eventually(what, look).catch((/** @type {unknown} */ error) => {
    assert.deepEqual(said.elements, said.nodes, what); // these say what differs
    assert.deepEqual(made.elements, made.anew, what);
    throw error;
  });
}

test("the elements say what the list says, whatever was done", async () => {
  const desk = await openWithMirror();
  const { keyboard } = desk.page;
  await untilTold(desk, "opened");
  await desk.setText(await readFile(join(root, "tests/cases/page/every-construct.md"), "utf8"));
  await untilTold(desk, "a document");
  const ids = (await desk.semantics()).map((node) => node.id);
  assert.deepEqual(ids.filter((id, index) => ids.indexOf(id) !== index), [], "an id stands for one node");

  /** @type {[string, () => Promise<unknown>][]} */
  const steps = [
    ["keys", () => keyboard.type("Une phrase de plus. ")],
    ["a paragraph more", () => keyboard.type("\n\nEt un paragraphe avec [un lien](https://exemple.fr).")],
    ["undone", () => keyboard.press("Control+z")],
    ["at the start", () => keyboard.press("Control+Home")],
    ["the search", () => keyboard.press("Control+h")],
    ["a pattern", () => keyboard.type("le")],
    ["no search", () => keyboard.press("Escape")],
    ["all selected", () => keyboard.press("Control+a")],
    ["bold", () => keyboard.press("Control+b")],
    ["as before", () => keyboard.press("Control+z")],
    ["a dialog", () => keyboard.press("Control+k")],
    ["an address", () => keyboard.type("exemple")],
    ["what is wrong", () => keyboard.press("Enter")],
    ["no dialog", () => keyboard.press("Escape")],
    ["the page alone", () => desk.page.setViewportSize({ width: 500, height: 700 })],
    ["another tab", () => desk.click("tabs/page")],
    ["both panes", () => desk.page.setViewportSize({ width: 1200, height: 700 })],
    ["scrolled", () => desk.page.mouse.wheel(0, 900)],
    ["a menu", () => desk.click("toolbar/more")],
    ["no menu", () => keyboard.press("Escape")],
    ["a heading", () => desk.setText("## Un\n\nDeux [lien](#un) [](vide)\n")],
    ["a lesser one", () => desk.setText("#### Un\n\nDeux [lien](#un) [](vide)\n")],
    ["none", () => desk.setText("Un\n\nDeux [lien](#un) [](vide)\n")],
    ["what is to be checked", () => desk.click("problems/toggle")],
    ["no more of it", () => desk.click("problems/toggle")],
    ["nothing", () => desk.setText("")],
  ];
  for (const [what, step] of steps) {
    await step();
    await untilTold(desk, what);
  }
  await desk.close();
});

test("an element stays while its node is there, and keeps the keyboard", async () => {
  const desk = await openWithMirror();
  await desk.setText(["un", "deux", "trois", "un"].join("\n\n"));
  await untilTold(desk, "a document");
  await desk.page.keyboard.press("Control+f");
  await desk.page.waitForFunction(() => document.activeElement?.localName === "input");
  await desk.page.evaluate(() => {
    for (const element of document.querySelectorAll("#mirror > *")) Object.assign(element, { stays: true });
  });
  await desk.page.keyboard.type("un");
  await desk.node((node) => node.id === "find/count" && node.name === "1 sur 2", "what was found");
  await desk.page.evaluate((text) => window.depeche.setText(text), ["un", "deux", "trois", "quatre", "**cinq**", "six"].join("\n\n"));
  await desk.node((node) => node.id === "page/5", "a longer page");
  await untilTold(desk, "a longer page");
  const { stay, total, focused } = await desk.page.evaluate(() => {
    const elements = [...document.querySelectorAll("#mirror > *")];
    const stays = (/** @type {any} */ element) => element.stays === true;
    const { activeElement } = document;
    return { stay: elements.filter(stays).length, total: elements.length, focused: stays(activeElement) && activeElement?.localName };
  });
  assert.equal(focused, "input");
  assert.equal(total - stay, 2, "two blocks are new");
  await desk.close();
});
