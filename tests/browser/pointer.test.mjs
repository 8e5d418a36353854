/** Mouse and finger in the source, by real events: placing, selecting, the menu, handles, scrolling. */
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { Host, test } from "./desk.mjs";

/** @type {Host} */
let host;
/** @type {import("./desk.mjs").Desk} */
let desk;
/** @type {import("./desk.mjs").Desk} */
let phone;
before(async () => {
  host = await Host.start();
  const options = { permissions: ["clipboard-read", "clipboard-write"], locale: "fr-FR", viewport: { width: 1280, height: 800 } };
  desk = await host.open({ context: await host.browser.newContext(options) });
  phone = await host.open({ options: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true } });
});
after(async () => {
  await desk.close();
  await phone.close();
  await host.close();
});

/**
 * Where the caret would be drawn at an offset: the text field stands there.
 * @param {import("./desk.mjs").Desk} where
 * @param {number} offset
 */
async function placeOf(where, offset) {
  await where.page.evaluate((at) => window.depeche.select(at), offset);
  await where.settled();
  return where.page.evaluate(() => {
    const { x, y, height } = /** @type {Element} */ (document.getElementById("field")).getBoundingClientRect();
    return { x: x + 1, y: y + height / 2 };
  });
}

const TEXT = "un deux trois\nquatre cinq six\nsept";

/** Sets the text, gives the places of offsets, and leaves the caret at the end. @param {...number} offsets */
async function places(...offsets) {
  await desk.set(`${TEXT}|`);
  const found = [];
  for (const offset of offsets) found.push(await placeOf(desk, offset));
  await desk.set(`${TEXT}|`);
  return found;
}

test("a click places the caret, with Shift it selects up to there", async () => {
  const [first, second] = await places(3, 20);
  await desk.page.mouse.click(first.x, first.y);
  await desk.until("un |deux trois\nquatre cinq six\nsept");
  await desk.page.keyboard.down("Shift");
  await desk.page.mouse.click(second.x, second.y);
  await desk.page.keyboard.up("Shift");
  await desk.until("un ^deux trois\nquatre| cinq six\nsept");
});

test("a double click selects the word, a triple one the line", async () => {
  const [place] = await places(5);
  await desk.page.mouse.click(place.x, place.y, { clickCount: 2 });
  await desk.until("un ^deux| trois\nquatre cinq six\nsept");
  await desk.noDoubleClick();
  await desk.page.mouse.click(place.x, place.y, { clickCount: 3 });
  await desk.until("^un deux trois\n|quatre cinq six\nsept");
  await desk.noDoubleClick();
});

/**
 * Selects and takes hold of what is selected.
 * @param {number} from
 * @param {number} to
 * @param {{ x: number, y: number }} place
 * @param {import("./desk.mjs").Desk} where
 */
async function grab(from, to, place, where = desk) {
  await where.noDoubleClick();
  await where.page.evaluate(([anchor, head]) => window.depeche.select(anchor, head), [from, to]);
  await where.page.mouse.move(place.x + 2, place.y);
  await where.page.mouse.down();
}

/**
 * Carries it to another place and lets it go there with a key held.
 * @param {string} key
 * @param {{ x: number, y: number }} target
 * @param {import("./desk.mjs").Desk} where
 */
async function dropWith(key, target, where = desk) {
  const { mouse, keyboard } = where.page;
  await mouse.move(target.x, target.y, { steps: 5 });
  await keyboard.down(key);
  await mouse.move(target.x, target.y + 1);
  await mouse.up();
  await keyboard.up(key);
}

test("selected text is dragged to another place, with Ctrl it is copied, with Escape it stays", async () => {
  const [inside, target] = await places(4, 21);
  const { mouse, keyboard } = desk.page;
  await grab(3, 8, inside);
  await mouse.move(target.x, target.y, { steps: 5 });
  await mouse.up();
  await desk.until("un trois\nquatre ^deux |cinq six\nsept");
  await keyboard.press("Control+z");
  await desk.until("un ^deux |trois\nquatre cinq six\nsept", "one step to undo");

  await grab(3, 8, inside);
  await dropWith("Control", target);
  await desk.until("un deux trois\nquatre ^deux |cinq six\nsept");
  await keyboard.press("Control+z");

  await grab(3, 8, inside);
  await mouse.move(target.x, target.y, { steps: 5 });
  await keyboard.press("Escape");
  await mouse.up();
  await desk.until("un ^deux |trois\nquatre cinq six\nsept", "given up");

  await grab(3, 8, inside);
  await mouse.up();
  await desk.until("un d|eux trois\nquatre cinq six\nsept", "only clicked");
});

test("on a Mac it is copied with Option", async () => {
  const context = await host.browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript(() => Object.defineProperty(Navigator.prototype, "platform", { get: () => "MacIntel" }));
  const mac = await host.open({ context });
  await mac.set("un deux trois\n|quatre");
  const target = await placeOf(mac, 20);
  const inside = await placeOf(mac, 4);
  await grab(3, 8, inside, mac);
  await dropWith("Alt", target, mac);
  await mac.until("un deux trois\nquatre^deux |");
  await mac.close();
});

test("a turn of the wheel glides, but for those who want no motion", async () => {
  for (const [reducedMotion, glides] of /** @type {const} */ ([["no-preference", true], ["reduce", false]])) {
    const quiet = await host.open({ options: { reducedMotion } });
    await quiet.set(`|${"Un paragraphe.\n\n".repeat(200)}`);
    await quiet.page.mouse.move(300, 400);
    await quiet.settled();
    const before = await quiet.frames();
    await quiet.page.mouse.wheel(0, 600);
    await quiet.page.waitForFunction((frames) => window.depeche.frames() > frames, before);
    await quiet.settled();
    const drawn = (await quiet.frames()) - before;
    assert.ok(glides ? drawn > 5 : drawn <= 3, `${reducedMotion}: ${drawn} frames`);
    await quiet.close();
  }
});

test("the text scrolls along while selected text is held at its edge", async () => {
  const lines = Array.from({ length: 200 }, (_, i) => `ligne ${i}`).join("\n");
  await desk.set(`|${lines}`);
  const inside = await placeOf(desk, 2);
  const { y, height } = (await desk.byId("source")).bounds;
  await grab(0, 5, inside);
  await desk.page.mouse.move(inside.x, y + height - 6, { steps: 5 });
  const frames = await desk.frames();
  await desk.page.waitForFunction((from) => window.depeche.frames() > from + 60, frames);
  await desk.page.mouse.up();
  const text = await desk.untilText((now) => now !== lines, "moved");
  const line = text.split("\n").findIndex((each, i) => i > 0 && each !== `ligne ${i}`);
  assert.ok(line > height / 24, `dropped at line ${line}, beyond what was seen`);
});

/**
 * What another program does when it drags text to a place.
 * @param {string[]} steps
 * @param {{ x: number, y: number }} place
 * @param {Record<string, string>} content by type
 */
async function dragFromElsewhere(steps, { x, y }, content) {
  const session = await desk.page.context().newCDPSession(desk.page);
  const items = Object.entries(content).map(([mimeType, data]) => ({ mimeType, data }));
  const data = { items, dragOperationsMask: 1 };
  for (const type of steps) await session.send("Input.dispatchDragEvent", { type: /** @type {any} */ (type), x, y, data });
  await session.detach();
}

test("text of another program is pasted where it is dropped", async () => {
  const [, target] = await places(3, 21);
  const html = { "text/html": "<b>gras</b>", "text/plain": "gras" };
  await dragFromElsewhere(["dragEnter", "dragOver", "drop"], target, html);
  await desk.until("un deux trois\nquatre **gras**|cinq six\nsept");
  await desk.page.keyboard.press("Control+z");
  await desk.untilText((text) => text === TEXT, "one step to undo");
  await dragFromElsewhere(["dragEnter", "dragOver", "drop"], target, { "text/plain": "a *" });
  await desk.until("un deux trois\nquatre a *|cinq six\nsept");
  await dragFromElsewhere(["dragEnter", "dragOver", "dragCancel"], target, html);
  await dragFromElsewhere(["dragEnter", "dragOver", "drop"], { x: 1000, y: 300 }, html); // the page takes none
  await desk.settled();
  await desk.until("un deux trois\nquatre a *|cinq six\nsept");
});

test("a drag selects by character, after a double click by word", async () => {
  const [first, second] = await places(4, 22);
  const { mouse } = desk.page;
  await mouse.move(first.x, first.y);
  await mouse.down();
  await mouse.move(second.x, second.y, { steps: 5 });
  await mouse.up();
  await desk.until("un d^eux trois\nquatre c|inq six\nsept");

  await desk.noDoubleClick();
  await mouse.click(first.x, first.y);
  await mouse.down({ clickCount: 2 });
  await mouse.move(second.x, second.y, { steps: 5 });
  await mouse.up({ clickCount: 2 });
  await desk.until("un ^deux trois\nquatre cinq| six\nsept");
  await desk.noDoubleClick();
});

test("a drag beyond the edge scrolls along", async () => {
  await desk.set(`|${Array.from({ length: 200 }, (_, i) => `ligne ${i}`).join("\n")}`);
  await desk.settled();
  const { bounds } = await desk.byId("source");
  const { mouse } = desk.page;
  await mouse.move(bounds.x + 200, bounds.y + 200);
  await mouse.down();
  await mouse.move(bounds.x + 200, bounds.y + bounds.height + 60, { steps: 3 });
  await desk.page.waitForFunction(() => window.depeche.selection().head > 600);
  await mouse.up();
  const frames = await desk.frames();
  await desk.atRest();
  assert.ok((await desk.frames()) - frames < 10, "it stops when the button is up");
});

test("the other button opens a menu with what can be done", async () => {
  const [place] = await places(5);
  await desk.page.mouse.click(place.x, place.y, { button: "right" });
  await desk.byId("menu/paste");
  assert.equal(await desk.notation(), "un de|ux trois\nquatre cinq six\nsept", "it places the caret");
  assert.equal((await desk.semantics()).some((node) => node.id === "menu/copy"), false, "nothing to copy");
  await desk.click("menu/select-all");
  await desk.until(`^${TEXT}|`);
  await desk.page.mouse.click(place.x, place.y, { button: "right" });
  await desk.click("menu/cut");
  await desk.until("|");
  await desk.page.mouse.click(place.x, place.y, { button: "right" });
  await desk.click("menu/paste");
  await desk.untilText((text) => text === TEXT, "cut and pasted");
});

test("the menu key opens it at the caret, arrows and Enter choose, Escape leaves it", async () => {
  await desk.set("^un| deux");
  await desk.page.keyboard.press("Shift+F10");
  await desk.byId("menu/copy");
  await desk.page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Couper");
  await desk.page.keyboard.press("ArrowDown");
  await desk.page.keyboard.press("Escape");
  await desk.page.waitForFunction(() => document.activeElement?.id === "field");
  assert.equal(await desk.notation(), "^un| deux");
  await desk.page.keyboard.press("ContextMenu");
  await desk.page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Couper");
  await desk.page.keyboard.press("Enter");
  await desk.until("| deux");
  await desk.page.waitForFunction(() => document.activeElement?.id === "field");
});

test("where the browser refuses to show the clipboard, the menu says what to do", async () => {
  const refusing = await host.open();
  await refusing.page.evaluate(() => {
    navigator.clipboard.read = () => Promise.reject(new DOMException("", "NotAllowedError"));
  });
  await refusing.page.keyboard.press("Shift+F10");
  await refusing.click("menu/paste");
  await refusing.node((node) => /Ctrl\+V/.test(node.name + node.value), "word of what to do");
  await refusing.close();
});

// A finger

/** @param {import("playwright-core").CDPSession} session */
function finger(session) {
  const send = (/** @type {string} */ type, /** @type {{ x: number, y: number }[]} */ touchPoints) =>
    session.send("Input.dispatchTouchEvent", { type: /** @type {any} */ (type), touchPoints });
  return {
    down: (/** @type {number} */ x, /** @type {number} */ y) => send("touchStart", [{ x, y }]),
    move: (/** @type {number} */ x, /** @type {number} */ y) => send("touchMove", [{ x, y }]),
    up: () => send("touchEnd", []),
  };
}

test("a tap places the caret, a long press selects the word and opens the menu", async () => {
  await phone.set(`${TEXT}|`);
  const place = await placeOf(phone, 5);
  await phone.set(`${TEXT}|`);
  await phone.page.touchscreen.tap(place.x, place.y);
  await phone.until("un de|ux trois\nquatre cinq six\nsept");
  assert.equal(await phone.page.evaluate(() => document.activeElement?.id), "field", "a phone shows its keyboard");

  await phone.set(`${TEXT}|`);
  const touch = finger(await phone.page.context().newCDPSession(phone.page));
  await touch.down(place.x, place.y);
  await phone.byId("menu/copy");
  await touch.up();
  await phone.until("un ^deux| trois\nquatre cinq six\nsept");
  const { bounds } = await phone.byId("menu/copy");
  await phone.page.touchscreen.tap(bounds.x + 20, bounds.y + bounds.height / 2);
  await phone.page.waitForFunction(() => !window.depeche.semantics().some((/** @type {any} */ n) => n.id === "menu/copy"));
  assert.equal(await phone.notation(), "un ^deux| trois\nquatre cinq six\nsept", "the selection stays");
});

test("the ends of a selection are dragged by their handles", async () => {
  await phone.set(`${TEXT}|`);
  const start = await placeOf(phone, 3);
  const end = await placeOf(phone, 7);
  const target = await placeOf(phone, 20);
  await phone.set(`${TEXT}|`);
  const touch = finger(await phone.page.context().newCDPSession(phone.page));
  await touch.down(start.x + 8, start.y);
  await phone.byId("menu/copy");
  await touch.up();
  await phone.page.keyboard.press("Escape");
  await phone.until("un ^deux| trois\nquatre cinq six\nsept");
  await phone.settled();
  await phone.picture("handles");
  const below = 12 + 11; // half a line and half a handle
  await touch.down(end.x, end.y + below);
  await touch.move(target.x, target.y + below);
  await phone.until("un ^deux trois\nquatre| cinq six\nsept");
  await touch.up();
  assert.equal(await phone.notation(), "un ^deux trois\nquatre| cinq six\nsept");
});

test("a finger scrolls, and a flick goes on for a while and then rests", async () => {
  await phone.set(`|${Array.from({ length: 300 }, (_, i) => `ligne ${i}`).join("\n")}`);
  const share = async () => Number((await phone.byId("source/scrollbar")).value);
  assert.equal(await share(), 0);
  const touch = finger(await phone.page.context().newCDPSession(phone.page));
  await touch.down(150, 600);
  for (let y = 580; y >= 300; y -= 40) await touch.move(150, y);
  await touch.up();
  const atOnce = await share();
  await phone.atRest();
  const later = await share();
  assert.ok(later >= atOnce && later > 0, `${atOnce}, then ${later}`);
  const frames = await phone.frames();
  await phone.screens(60);
  assert.equal(await phone.frames(), frames, "no frame at rest");
  assert.equal((await phone.notation())[0], "|", "the caret stays");
});
