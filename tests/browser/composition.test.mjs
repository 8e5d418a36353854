/** Input methods, dead keys, accents, correction: text that is not typed key by key. */
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { Host, test } from "./desk.mjs";

/** @type {Host} */
let host;
/** @type {import("./desk.mjs").Desk} */
let desk;
/** @type {import("playwright-core").CDPSession} */
let session;
before(async () => {
  host = await Host.start();
  desk = await host.open();
  session = await desk.page.context().newCDPSession(desk.page);
});
after(async () => {
  await desk.close();
  await host.close();
});

/** @param {string} text @param {{ start: number, end: number }} [replaced] in the field's units */
function compose(text, replaced) {
  const range = replaced ? { replacementStart: replaced.start, replacementEnd: replaced.end } : {};
  return session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length, ...range });
}
/** @param {string} text */
function insert(text) {
  return session.send("Input.insertText", { text });
}

test("an input method composes in the middle of a text and commits", async () => {
  await desk.set("un | deux");
  for (const text of ["に", "にほ", "日本"]) {
    await compose(text);
    await desk.until(`un ${text}| deux`);
  }
  await insert("日本語");
  await desk.until("un 日本語| deux");
  await desk.page.keyboard.press("Control+z");
  await desk.until("un | deux", "all of it is one step");
  await desk.page.keyboard.press("Control+y");
  await desk.untilText((text) => text === "un 日本語 deux", "and comes back");
});

test("a composition takes the place of what is selected", async () => {
  await desk.set("un ^mot| deux");
  await compose("ê");
  await desk.until("un ê| deux");
  await insert("ê");
  await desk.until("un ê| deux");
});

test("who presses elsewhere ends a composition, and goes on there", async () => {
  await desk.set("abc def ghi|");
  await compose("ni");
  await desk.until("abc def ghini|");
  await desk.settled();
  const { x, y, height } = (await desk.byId("source")).bounds;
  const page = desk.page;
  for (let at = x + 4; (await desk.notation()).endsWith("|") && at < x + 400; at += 20) {
    await page.mouse.click(at, y + Math.min(40, height / 4));
    await desk.settled();
  }
  const clicked = await desk.notation();
  assert.equal(clicked.replace("|", ""), "abc def ghini");
  await insert("Z");
  await desk.until(clicked.replace("|", "Z|"));
});

test("a composition that is cancelled leaves nothing", async () => {
  await desk.set("un |deux");
  await compose("に");
  await desk.until("un に|deux");
  await compose("");
  await desk.until("un |deux");
  await desk.page.keyboard.type("x");
  await desk.until("un x|deux", "typing goes on");
});

test("leaving the text during a composition keeps what is composed, once", async () => {
  await desk.set("un |");
  await compose("日");
  await desk.until("un 日|");
  await desk.page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
  await desk.settled();
  await desk.page.keyboard.type("x");
  await desk.until("un 日x|");
});

test("the input method's window stands at the caret, also in the middle of a composition", async () => {
  await desk.set("# Un titre\n\nun mot |");
  const place = () => desk.page.evaluate(() => document.getElementById("field")?.getBoundingClientRect().toJSON());
  await desk.settled();
  const before = await place();
  const source = (await desk.byId("source")).bounds;
  assert.ok(before.x > source.x && before.x < source.x + source.width, `${before.x} is in the source`);
  assert.ok(before.y > source.y && before.height >= 10, `${before.y}, ${before.height} high`);
  await compose("日本語");
  await desk.untilText((text) => text.endsWith("日本語"), "composed");
  await desk.settled();
  const during = await place();
  assert.ok(during.x > before.x, "it goes along with what is composed");
  assert.equal(during.y, before.y);
  await insert("日本語");
});

test("a long press on a letter offers accents, and the choice replaces the letter", async () => {
  await desk.set("caf|");
  await insert("e");
  await desk.until("cafe|");
  await compose("é", { start: 3, end: 4 }); // as macOS does it: the letter is composed anew
  await insert("é");
  await desk.until("café|");
  await desk.page.keyboard.type("s");
  await desk.until("cafés|");
});

test("a spelling correction replaces a word elsewhere than at the caret", async () => {
  await desk.set("un trvail utile|");
  await desk.page.evaluate(() => {
    const field = /** @type {HTMLTextAreaElement} */ (document.getElementById("field"));
    const at = field.value.indexOf("trvail");
    field.setRangeText("travail", at, at + "trvail".length, "end");
    field.dispatchEvent(new InputEvent("input", { inputType: "insertReplacementText", data: "travail", bubbles: true }));
  });
  await desk.until("un travail| utile");
  await desk.page.keyboard.press("Control+z");
  await desk.untilText((text) => text === "un trvail utile", "one step to undo");
});

test("a phone's keyboard composes a word that is there, and corrects it", async () => {
  await desk.set("bonjor|");
  await desk.page.evaluate(() => {
    const field = /** @type {HTMLTextAreaElement} */ (document.getElementById("field"));
    const send = (/** @type {string} */ value, /** @type {string} */ type) => {
      field.value = value;
      field.setSelectionRange(value.length, value.length);
      field.dispatchEvent(new InputEvent("input", { inputType: type, data: value, bubbles: true, isComposing: true }));
    };
    field.dispatchEvent(new CompositionEvent("compositionstart", { data: "bonjor", bubbles: true }));
    send("bonjo", "insertCompositionText");
    send("bonjour", "insertCompositionText");
    field.dispatchEvent(new CompositionEvent("compositionend", { data: "bonjour", bubbles: true }));
    send("bonjour ", "insertText");
  });
  await desk.until("bonjour |");
});

test("a phone's keyboard takes up a word that is there, by the input method's own events", async () => {
  await desk.set("le chein| dort");
  await compose("chien", { start: 3, end: 8 });
  await desk.until("le chien| dort");
  await insert("chien");
  await desk.until("le chien| dort");
  await desk.page.keyboard.press("Control+z");
  await desk.untilText((text) => text === "le chein dort", "one step to undo");
});

test("a word is corrected as it is committed, and typing goes on", async () => {
  await desk.set("|");
  for (const text of ["b", "bo", "bojn", "bojnour"]) await compose(text);
  await desk.until("bojnour|");
  await insert("bonjour ");
  await desk.until("bonjour |");
  await compose("l");
  await insert("là");
  await desk.until("bonjour là|");
});

test("what the browser itself deletes and replaces in its field, as phones ask it to", async () => {
  const command = async (/** @type {string} */ name, text = "") => {
    await desk.settled(); // the field holds what was set
    await desk.page.evaluate(([what, value]) => document.execCommand(what, false, value), [name, text]);
  };
  await desk.set("un été|");
  await command("delete"); // deleteContentBackward
  await desk.until("un ét|");
  await desk.set("un e\u0301👍🏽|");
  await command("delete");
  await desk.untilText((text) => !text.includes("👍"), "the emoji goes");
  await desk.set("un ^mot| ici");
  await command("delete");
  await desk.until("un | ici");
  await desk.set("|un");
  await command("forwardDelete");
  await desk.until("|n");
  await desk.set("un ^trvail| utile");
  await command("insertText", "travail");
  await desk.until("un travail| utile");
});

test("two spaces that a keyboard turns into a full stop", async () => {
  await desk.set("fin |");
  await desk.page.evaluate(() => {
    const field = /** @type {HTMLTextAreaElement} */ (document.getElementById("field"));
    field.setRangeText(". ", field.value.length - 1, field.value.length, "end");
    field.dispatchEvent(new InputEvent("input", { inputType: "insertText", data: ". ", bubbles: true }));
  });
  await desk.until("fin. |");
});

test("characters above U+FFFF next to each other are told apart", async () => {
  await desk.set("😀|");
  await insert("😃");
  await desk.until("😀😃|");
  await desk.page.keyboard.press("ArrowLeft");
  await insert("😄");
  await desk.until("😀😄|😃");
  await desk.page.keyboard.press("Backspace");
  await desk.until("😀|😃");
});

test("a composition far in a long text", async () => {
  const long = `${"ligne\n".repeat(2000)}`;
  await desk.page.evaluate((text) => {
    window.depeche.setText(`${text}fin\n${text}`);
    window.depeche.select(text.length + 3);
  }, long);
  await compose("日");
  await insert("日本");
  await desk.untilText((text) => text === `${long}fin日本\n${long}`, "in its place");
});
