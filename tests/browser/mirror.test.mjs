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
 * In the page: of the elements, and of the nodes, in reading order; `depth` is how many others each lies in.
 * @returns {{ elements: Told[], nodes: Told[] }}
 */
function bothLists() {
  const all = window.depeche.semantics();
  const dialog = all.findIndex((/** @type {any} */ node) => node.role === "dialog");
  const nodes = all.flatMap((/** @type {any} */ { id, role, name, value, state, depth, bounds, source }, /** @type {number} */ index) => {
    if (source !== undefined) return []; // the article has its words
    const told = { id, depth, name, inert: index < dialog };
    if (id === "source" || role === "main") return { ...told, name: role === "main" ? "" : name, id: id === "source" ? "field" : "" };
    const place = [bounds.x, bounds.y, bounds.width, bounds.height].map((length) => `${Math.round(length * 10) / 10}px`).join(" ");
    const pressed = state.split(" ").includes("pressed") ? "true" : state.split(" ").includes("released") ? "false" : null;
    return { ...told, id: `node:${id}`, place, pressed, value: role === "textbox" ? value : "" };
  });
  const root = /** @type {HTMLElement} */ (document.getElementById("mirror"));
  const depthOf = (/** @type {Element} */ element) => {
    let depth = -1;
    for (let at = element; at !== root; at = /** @type {Element} */ (at.parentElement)) ++depth;
    return depth;
  };
  const shown = [.../** @type {NodeListOf<any>} */ (root.querySelectorAll("*"))].filter((element) => element.localName !== "article");
  const elements = shown.map((element) => {
    const label = element.getAttribute("aria-label") ?? (element.children.length === 0 && element.localName !== "main" ? element.textContent : "");
    const told = { id: element.id, depth: depthOf(element), name: label, inert: element.closest("[inert]") !== null };
    if (element.id === "field") return { ...told, name: element.getAttribute("aria-label") };
    if (element.localName === "main") return told;
    const { left, top, width, height } = element.style;
    const place = [left, top, width, height].map((length) => `${Math.round(parseFloat(length) * 10) / 10}px`).join(" ");
    return { ...told, place, pressed: element.getAttribute("aria-pressed"), value: element.localName === "li" ? "" : (element.value ?? "") };
  });
  // The field is there when the source is not, too.
  const isShown = (/** @type {Told} */ { id }) => id !== "field" || nodes.some((/** @type {Told} */ node) => node.id === "field");
  return { elements: elements.filter(isShown), nodes };
}

/**
 * In the page: the elements that are there, and those that an outline makes anew; of each all attributes, what it holds,
 * and what the style says.
 * @returns {{ elements: Told[], anew: Told[] }}
 */
function bothOutlines() {
  const own = /** @type {HTMLElement} */ (document.getElementById("mirror"));
  const root = document.createElement("div");
  const main = document.createElement("main");
  const field = /** @type {HTMLElement} */ (document.createElement("textarea"));
  field.id = "field";
  main.append(field);
  root.append(main);
  const list = window.depeche.semantics();
  const nodes = list.map((/** @type {any} */ { source, ...node }) => (source === undefined ? node : { ...node, part: 0 }));
  const article = { host: document.createElement("article"), follow: () => {}, place: () => {} };
  const handlers = { read: () => JSON.stringify(nodes), activate: () => {}, enter: () => {}, reach: () => {} };
  new /** @type {any} */ (window).anew.Mirror(root, field, article, handlers).follow();
  /** Of the field only what an outline says of it; which part of a toolbar Tab reaches is the keyboard's. */
  const isTold = (/** @type {Element} */ element, /** @type {string} */ name) => {
    if (element.id === "field") return /^(aria-|data-keys|role|tabindex|inert)/.test(name);
    return name !== "data-held" && (name !== "tabindex" || element.closest("[role=toolbar],[role=tablist],[role=menu],[role=tree]") === null);
  };
  const tell = (/** @type {any} */ element) => {
    const attributes = [...element.attributes].filter(({ name, value }) => isTold(element, name) && (name !== "class" || value));
    const told = Object.fromEntries(attributes.map(({ name, value }) => [name, value]).sort());
    const holds = element.id === "field" || element.children.length > 0 ? "" : (element.value || element.textContent);
    return { ...told, tag: element.localName, holds };
  };
  const hasField = nodes.some((/** @type {any} */ { id }) => id === "source");
  const shown = (/** @type {Element} */ around) =>
    [...around.querySelectorAll("*")].filter(({ id, localName }) => localName !== "article" && (hasField || id !== "field"));
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
    for (const element of document.querySelectorAll("#mirror *")) Object.assign(element, { stays: true });
  });
  await desk.page.keyboard.type("un");
  await desk.node((node) => node.id === "find/count" && node.name === "1 sur 2", "what was found");
  await desk.page.evaluate((text) => window.depeche.setText(text), ["un", "deux", "trois", "quatre", "**cinq**", "six"].join("\n\n"));
  await desk.node((node) => node.id === "page/5", "a longer page");
  await untilTold(desk, "a longer page");
  const { gone, focused } = await desk.page.evaluate(() => {
    const stays = (/** @type {any} */ element) => element?.stays === true;
    const { activeElement } = document;
    const new_ = [...document.querySelectorAll("#mirror *")].filter((element) => !stays(element)).map(({ id }) => id);
    return { gone: new_, focused: stays(activeElement) && activeElement?.localName };
  });
  assert.equal(focused, "input");
  assert.deepEqual(gone, [], "no element of a widget is new");
  await desk.close();
});

/** What the article holds, as HTML without places. @param {import("./desk.mjs").Desk} desk */
function articleOf(desk) {
  return desk.page.evaluate(() => {
    const article = document.querySelector("#mirror article");
    const parts = [...(article?.shadowRoot?.querySelectorAll(".part") ?? [])];
    return { language: article?.getAttribute("lang"), parts: parts.map((part) => part.innerHTML.trim()) };
  });
}

test("the page is real HTML: headings, lists, tables, links, quotes, notes, in the language of the release", async () => {
  const desk = await host.open();
  await desk.setText(
    [
      "---\ntitle: The title\nlang: en\n---",
      "Some **bold**, *italic* and [a link](https://example.org)[^n].",
      "- one\n- two",
      "| a | b |\n|---|---|\n| 1 | 2 |",
      "> A quote",
      "![A station](/uploads/station.jpg)",
      "[^n]: The note.",
    ].join("\n\n"),
  );
  const { parts, language } = await eventually("the article", () => articleOf(desk), ({ parts }) => parts.length === 7);
  assert.equal(language, "en");
  const page = parts.join("\n");
  for (const wanted of [
    "<h1>The title</h1>", "<strong>bold</strong>", "<em>italic</em>", '<a href="https://example.org">a link</a>', "<li>one</li>",
    "<table>", "<th>a</th>", "<blockquote>", 'alt="A station"', 'role="doc-endnotes"', 'href="#fnref:n"',
  ]) assert.ok(page.includes(wanted), `${wanted} in ${page}`);
  assert.ok(!page.includes("/uploads/"), "nothing is asked of the host");
  await desk.close();
});

test("a key touches the part that it is in, and a long page is there to its end", async () => {
  const desk = await host.open();
  const paragraphs = Array.from({ length: 3000 }, (_, i) => `Paragraphe ${i}, avec quelques mots de plus pour sa longueur.`);
  await desk.setText(paragraphs.join("\n\n"));
  await eventually("the end of the page", () => articleOf(desk), ({ parts }) => parts.length === 3001 && parts[3000].includes("Paragraphe 2999,"));
  await desk.page.evaluate(() => {
    for (const part of document.querySelector("#mirror article")?.shadowRoot?.querySelectorAll(".part") ?? []) Object.assign(part, { stays: true });
  });
  await desk.page.keyboard.press("Control+Home");
  await desk.page.keyboard.type("Oh ! ");
  const { parts } = await eventually("the key in the article", () => articleOf(desk), ({ parts }) => parts[1].includes("Oh"));
  assert.equal(parts.length, 3001);
  const made = await desk.page.evaluate(
    () => [...(document.querySelector("#mirror article")?.shadowRoot?.querySelectorAll(".part") ?? [])].filter((part) => !("stays" in part)).length,
  );
  assert.equal(made, 1);
  await desk.close();
});

test("Tab reaches each link of the page, brings it into sight, and Enter follows it", async () => {
  const desk = await host.open();
  const far = Array.from({ length: 60 }, (_, i) => `Paragraphe ${i}.`);
  await desk.setText(["[Premier](https://exemple.fr/un)", ...far, "[Dernier](https://exemple.fr/deux), et une note[^n].", "[^n]: La note."].join("\n\n"));
  await eventually("the article", () => articleOf(desk), ({ parts }) => parts.length > 62);
  await desk.page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#mirror section")).focus());
  const link = () =>
    desk.page.evaluate(() => {
      const { shadowRoot } = /** @type {Element} */ (document.querySelector("#mirror article"));
      const element = shadowRoot?.activeElement;
      const { x, y, width } = element?.getBoundingClientRect() ?? { x: 0, y: 0, width: 0 };
      return { text: element?.textContent ?? "", x, y, width };
    });
  await desk.page.keyboard.press("Tab");
  assert.equal((await link()).text, "Premier");
  await desk.page.keyboard.press("Tab");
  assert.equal((await link()).text, "Dernier");
  const drawn = await desk.node((node) => node.role === "link" && node.name === "Dernier", "the link, on the canvas");
  await eventually("the ring where the link is drawn", link, ({ x, y }) => Math.abs(x - drawn.bounds.x) < 2 && Math.abs(y - drawn.bounds.y) < 40);
  await desk.page.evaluate(() => {
    window.open = (url) => Object.assign(document.body.dataset, { opened: String(url) }) && null;
  });
  await desk.page.keyboard.press("Enter");
  await desk.page.waitForFunction(() => document.body.dataset.opened === "https://exemple.fr/deux");
  await desk.page.keyboard.press("Tab");
  await desk.page.keyboard.press("Enter");
  assert.ok((await link()).text.includes("La note."), "from the mark to the note");
  await desk.close();
});
