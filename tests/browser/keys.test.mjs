/** Movement, selection and deletion by keys, as Windows, Linux and macOS have them; by real key events. */
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { Host, test } from "./desk.mjs";

/** @type {Host} */
let host;
/** @type {import("./desk.mjs").Desk} */
let desk;
before(async () => {
  host = await Host.start();
  desk = await host.open();
});
after(async () => {
  await desk.close();
  await host.close();
});

/**
 * @param {import("./desk.mjs").Desk} where
 * @param {[before: string, keys: string, after: string][]} rows the keys one after the other, as Playwright names them
 */
async function check(where, rows) {
  for (const [before, keys, after] of rows) {
    await where.set(before);
    for (const key of keys.split(" ")) await where.page.keyboard.press(key);
    await where.until(after, `${before} with ${keys}`);
  }
}

const LONG = "mot ".repeat(60).trim(); // several lines on the screen

test("Windows and Linux: movement", () =>
  check(desk, [
    ["un| deux", "ArrowLeft", "u|n deux"],
    ["un| deux", "ArrowRight ArrowRight", "un d|eux"],
    ["a👍🏽|b", "ArrowLeft", "a|👍🏽b"],
    ["a|e\u0301b", "ArrowRight", "ae\u0301|b"],
    ["a|🇫🇷b", "ArrowRight", "a🇫🇷|b"],
    ["un|\ndeux", "ArrowRight", "un\n|deux"],
    ["^un| deux", "ArrowLeft", "|un deux"],
    ["^un| deux", "ArrowRight", "un| deux"],
    ["un deux| trois", "Control+ArrowLeft", "un |deux trois"],
    ["un| deux trois", "Control+ArrowRight", "un deux| trois"],
    ["deux\nde|ux\ndeux", "ArrowUp", "de|ux\ndeux\ndeux"],
    ["deux\nde|ux\ndeux", "ArrowDown", "deux\ndeux\nde|ux"],
    ["quatre|\nun\nquatre", "ArrowDown ArrowDown", "quatre\nun\nquatre|"],
    ["un de|ux\n", "Home", "|un deux\n"],
    ["un de|ux\n", "End", "un deux|\n"],
    ["un\n\nde|ux\n", "Control+Home", "|un\n\ndeux\n"],
    ["u|n\n\ndeux\n", "Control+End", "un\n\ndeux\n|"],
    ["un\n\nde|ux\n\ntrois", "Control+ArrowUp", "un\n\n|deux\n\ntrois"],
    ["un\n\n|deux\n\ntrois", "Control+ArrowUp", "|un\n\ndeux\n\ntrois"],
    ["un\n\nde|ux\n\ntrois", "Control+ArrowDown", "un\n\ndeux\n\n|trois"],
    ["l’école| mot", "Control+ArrowLeft", "l’|école mot"],
    ["|l’école mot", "Control+ArrowRight", "l|’école mot"],
    ["d’aujourd’hui| x", "Control+ArrowLeft", "d’|aujourd’hui x"],
    ["«\u00a0|3,14\u202f%\u00a0»", "Control+ArrowRight", "«\u00a03,14|\u202f%\u00a0»"],
    ["|un", "ArrowLeft ArrowUp", "|un"],
    ["un|", "ArrowRight ArrowDown", "un|"],
  ]));

test("left and right are those of the screen where text runs from right to left", () =>
  check(desk, [
    ["a| אב b", "ArrowRight", "a א|ב b"],
    ["a| אב b", "ArrowRight ArrowRight", "a אב| b"],
    ["a אב |b", "ArrowLeft ArrowLeft", "a א|ב b"],
    ["a אב |b", "ArrowLeft ArrowLeft ArrowLeft", "a| אב b"],
    ["|אב\nגד", "ArrowLeft ArrowLeft", "אב|\nגד"],
    ["|אב\nגד", "ArrowLeft ArrowLeft ArrowLeft", "אב\n|גד"],
    ["אב\n|גד", "ArrowRight", "אב|\nגד"],
    ["|אב גד", "Control+ArrowLeft", "אב| גד"],
    ["אב |גד", "Shift+ArrowLeft", "אב ^ג|ד"],
    ["אב ^גד|", "ArrowRight", "אב |גד"],
  ]));

test("Windows and Linux: selection", () =>
  check(desk, [
    ["un| deux", "Shift+ArrowLeft", "u|n^ deux"],
    ["un| deux", "Shift+ArrowRight Shift+ArrowRight", "un^ d|eux"],
    ["^un| deux", "Shift+ArrowLeft", "^u|n deux"],
    ["un| deux", "Control+Shift+ArrowRight", "un^ deux|"],
    ["un de|ux", "Shift+Home", "|un de^ux"],
    ["un de|ux", "Shift+End", "un de^ux|"],
    ["deux\nde|ux", "Shift+ArrowUp", "de|ux\nde^ux"],
    ["u|n\n\nde", "Control+Shift+End", "u^n\n\nde|"],
    ["un\n\nd|e", "Control+Shift+Home", "|un\n\nd^e"],
    ["un\n\nd|e", "Control+Shift+ArrowUp", "un\n\n|d^e"],
    ["u|n\ndeux", "Control+a", "^un\ndeux|"],
  ]));

test("Windows and Linux: deletion", () =>
  check(desk, [
    ["un|", "Backspace", "u|"],
    ["a👍🏽|", "Backspace", "a|"],
    ["|👍🏽a", "Delete", "|a"],
    ["un\n|deux", "Backspace", "un|deux"],
    ["un|\ndeux", "Delete", "un|deux"],
    ["^un| deux", "Backspace", "| deux"],
    ["un deux| trois", "Control+Backspace", "un | trois"],
    ["un| deux trois", "Control+Delete", "un| trois"],
    ["un|deux", "Enter", "un\n|deux"],
  ]));

test("lines of the screen and pages", async () => {
  await desk.set(`${LONG}|`);
  await desk.page.keyboard.press("Home");
  const { head } = await selection();
  assert.ok(head > 0 && head < LONG.length, `the last line of the screen begins at ${head}`);
  await desk.page.keyboard.press("Home");
  assert.equal((await selection()).head, head, "Home stays in the line");
  await desk.page.keyboard.press("ArrowUp");
  assert.ok((await selection()).head < head, "up goes to the line above");
  await desk.page.keyboard.press("End");
  await desk.page.keyboard.press("Home");
  await desk.page.keyboard.press("ArrowDown");
  assert.equal((await selection()).head, head, "and down comes back");

  const lines = Array.from({ length: 200 }, (_, i) => `${i}`).join("\n");
  await desk.set(`|${lines}`);
  await desk.page.keyboard.press("PageDown");
  const page = (await selection()).head;
  assert.ok(page > 20 && page < lines.length / 2, `a page goes to ${page}`);
  await desk.page.keyboard.press("PageUp");
  await desk.until(`|${lines}`);
  await desk.page.keyboard.press("Shift+PageDown");
  assert.deepEqual(await selection(), { anchor: 0, head: page });
});

function selection() {
  return desk.page.evaluate(() => window.depeche.selection());
}

test("macOS: movement, selection, deletion", async () => {
  const context = await host.browser.newContext({ locale: "fr-FR", viewport: { width: 1280, height: 800 } });
  await context.addInitScript(() => Object.defineProperty(navigator, "platform", { get: () => "MacIntel" }));
  const mac = await host.open({ context });
  await check(mac, [
    ["un deux| trois", "Alt+ArrowLeft", "un |deux trois"],
    ["un| deux trois", "Alt+ArrowRight", "un deux| trois"],
    ["un de|ux\ntrois", "Meta+ArrowLeft", "|un deux\ntrois"],
    ["un de|ux\ntrois", "Meta+ArrowRight", "un deux|\ntrois"],
    ["un\nde|ux\ntrois", "Meta+ArrowUp", "|un\ndeux\ntrois"],
    ["un\nde|ux\ntrois", "Meta+ArrowDown", "un\ndeux\ntrois|"],
    ["un\n\nde|ux\n\ntrois", "Alt+ArrowUp", "un\n\n|deux\n\ntrois"],
    ["un\n\nde|ux\n\ntrois", "Alt+ArrowUp Alt+ArrowUp", "|un\n\ndeux\n\ntrois"],
    ["un\n\nde|ux\n\ntrois", "Alt+ArrowDown", "un\n\ndeux|\n\ntrois"],
    ["un\n\nde|ux\n\ntrois", "Alt+ArrowDown Alt+ArrowDown", "un\n\ndeux\n\ntrois|"],
    ["un\n\nde|ux", "Alt+Shift+ArrowUp", "un\n\n|de^ux"],
    ["d|e\n\nun", "Alt+Shift+ArrowDown", "d^e|\n\nun"],
    ["un de|ux", "Meta+Shift+ArrowRight", "un de^ux|"],
    ["u|n\ndeux", "Meta+Shift+ArrowDown", "u^n\ndeux|"],
    ["un de|ux\ntrois", "Control+a", "|un deux\ntrois"],
    ["un de|ux\ntrois", "Control+e", "un deux|\ntrois"],
    ["un de|ux", "Control+Shift+a", "|un de^ux"],
    ["u|n", "Control+b", "|un"],
    ["u|n", "Control+f", "un|"],
    ["u|n", "Control+Shift+f", "u^n|"],
    ["deux\nde|ux\ndeux", "Control+p", "de|ux\ndeux\ndeux"],
    ["deux\nde|ux\ndeux", "Control+n", "deux\ndeux\nde|ux"],
    ["u|n", "Control+d", "u|"],
    ["u|n", "Control+h", "|n"],
    ["un |deux\ntrois", "Control+k", "un |\ntrois"],
    ["un|\ndeux", "Control+k", "un|deux"],
    ["un| deux trois", "Alt+Delete", "un| trois"],
    ["un| deux\ntrois", "Meta+Delete", "un|\ntrois"],
    ["un| deux", "Alt+Shift+ArrowRight", "un^ deux|"],
    ["un de|ux", "Meta+Shift+ArrowLeft", "|un de^ux"],
    ["un\nde|ux", "Meta+Shift+ArrowUp", "|un\nde^ux"],
    ["un deux| trois", "Alt+Backspace", "un | trois"],
    ["un\nun deux| trois", "Meta+Backspace", "un\n| trois"],
    ["u|n\ndeux", "Meta+a", "^un\ndeux|"],
  ]);
  await mac.set(`${LONG}|`);
  await mac.page.keyboard.press("Meta+ArrowLeft");
  const { head: lineStart } = await mac.page.evaluate(() => window.depeche.selection());
  await mac.set(`${LONG}|`);
  await mac.page.keyboard.press("Meta+Backspace");
  await mac.until(`${LONG.slice(0, lineStart)}|`, "only the line of the screen");
  const session = await mac.page.context().newCDPSession(mac.page);
  await mac.set("a|");
  for (const text of ["€", "ø", "{"]) { // with Option
    await session.send("Input.dispatchKeyEvent", { type: "keyDown", modifiers: 1, key: text, text });
    await session.send("Input.dispatchKeyEvent", { type: "keyUp", modifiers: 1, key: text });
  }
  await mac.until("a€ø{|", "Option writes");
  await mac.set("un|");
  await mac.page.keyboard.press("Meta+Alt+2");
  await mac.until("## un|");
  await mac.set("un|");
  await mac.page.keyboard.type(" deux");
  await mac.page.keyboard.press("Meta+z");
  await mac.untilText((text) => text === "un ", "Command+Z undoes");
  await mac.page.keyboard.press("Meta+Shift+z");
  await mac.untilText((text) => text === "un deux", "Command+Shift+Z brings it back");
  await mac.close();
});

test("AltGr writes its characters, and is no shortcut", async () => {
  await desk.set("a|");
  const session = await desk.page.context().newCDPSession(desk.page);
  await session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "AltGraph", code: "AltRight" });
  for (const text of ["@", "€", "]", "ø", "~", "{"]) {
    await session.send("Input.dispatchKeyEvent", { type: "keyDown", key: text, text, code: "Digit0" });
    await session.send("Input.dispatchKeyEvent", { type: "keyUp", key: text, code: "Digit0" });
  }
  await session.send("Input.dispatchKeyEvent", { type: "keyUp", key: "AltGraph", code: "AltRight" });
  await desk.until("a@€]ø~{|");
  await session.detach();
});

test("keys that the text does not use stay the browser's", async () => {
  const passes = await desk.page.evaluate(() => {
    /** @param {KeyboardEventInit} init */
    const passes = (init) =>
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init }));
    return [
      passes({ key: "Delete", shiftKey: true }),
      passes({ key: "Insert", shiftKey: true }),
      passes({ key: "ArrowLeft", altKey: true }),
      passes({ key: "v", ctrlKey: true, shiftKey: true }),
      passes({ key: "€", ctrlKey: true, altKey: true, modifierAltGraph: true }),
      passes({ key: "#", code: "Digit3", ctrlKey: true, altKey: true, modifierAltGraph: true }),
      passes({ key: "Process", keyCode: 229 }),
    ];
  });
  assert.deepEqual(passes, [true, true, true, true, true, true, true]);
});
