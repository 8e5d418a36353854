/** Commands, dialogs, find and the outline, by mouse and keyboard. */
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { Host, test } from "./desk.mjs";

/** @type {Host} */
let host;
before(async () => (host = await Host.start()));
after(() => host.close());

/**
 * @param {string} text
 * @param {import("playwright-core").BrowserContextOptions} [options]
 * @returns a desk that holds it, the caret at its end
 */
async function deskWith(text, options = {}) {
  const desk = await host.open({ options });
  await desk.setText(text);
  return desk;
}

/** @param {import("./desk.mjs").Desk} desk @param {string} id */
function untilFocused(desk, id) {
  return desk.page.waitForFunction(
    (name) => [document.activeElement?.id, document.activeElement?.getAttribute("aria-label")].includes(name),
    id,
  );
}

test("a link by the keyboard alone: wrong address, right address, one step to undo", async () => {
  const desk = await deskWith("Voir le dossier");
  const { keyboard } = desk.page;
  await keyboard.press("Control+Shift+ArrowLeft");
  await keyboard.press("Control+k");
  await untilFocused(desk, "Texte du lien");
  assert.equal(await desk.page.evaluate(() => /** @type {any} */ (document.activeElement).value), "dossier");
  await keyboard.press("Tab");
  await untilFocused(desk, "Adresse");
  await keyboard.type("le dossier");
  await keyboard.press("Enter");
  await desk.node((node) => node.role === "alert" && node.name.includes("le dossier"), "what is wrong");
  await keyboard.press("Control+a");
  await keyboard.type("www.exemple.fr");
  await keyboard.press("Enter");
  await desk.untilText((text) => text === "Voir le [dossier](https://www.exemple.fr)", "the link");
  await untilFocused(desk, "field");
  await keyboard.press("Control+z");
  await desk.untilText((text) => text === "Voir le dossier", "taken back");
  await desk.close();
});

test("levels of headings by the keyboard, wherever the digits lie", async () => {
  const desk = await deskWith("Un titre");
  const { keyboard } = desk.page;
  await keyboard.press("Control+Alt+2");
  await desk.untilText((text) => text === "## Un titre", "level 2");
  const session = await desk.page.context().newCDPSession(desk.page);
  const key = { modifiers: 3, key: "'", code: "Digit4", windowsVirtualKeyCode: 52 }; // AZERTY
  await session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key });
  await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
  await desk.untilText((text) => text === "#### Un titre", "level 4");
  await keyboard.press("Control+Alt+0");
  await desk.untilText((text) => text === "Un titre", "a paragraph");
  await desk.close();
});

test("bold and italic take away tags that do the same", async () => {
  const desk = await deskWith("un <strong>mot</strong> et <em>un</em>");
  await desk.page.evaluate(() => window.depeche.select(12));
  await desk.page.keyboard.press("Control+b");
  await desk.untilText((text) => text === "un mot et <em>un</em>", "not bold");
  await desk.page.evaluate(() => window.depeche.select(15));
  await desk.page.keyboard.press("Control+i");
  await desk.untilText((text) => text === "un mot et un", "not italic");
  await desk.close();
});

test("what is typed into a small field never reaches the text, and accents compose there", async () => {
  const desk = await deskWith("L’État, l’état, l'été\n");
  const { keyboard } = desk.page;
  await keyboard.press("Control+f");
  await keyboard.type("etat"); // at once: the field is there in the same frame
  await desk.node((node) => node.id === "find/count" && node.value === "" && node.name === "1 sur 2", "count");
  const session = await desk.page.context().newCDPSession(desk.page);
  await keyboard.press("Control+a");
  await session.send("Input.imeSetComposition", { text: "´", selectionStart: 1, selectionEnd: 1 });
  await session.send("Input.insertText", { text: "é" });
  await keyboard.type("té");
  await desk.node((node) => node.id === "find/count" && node.name === "1 sur 1", "count");
  assert.equal(await desk.text(), "L’État, l’état, l'été\n");
  await keyboard.press("Escape");
  await untilFocused(desk, "field");
  await keyboard.type("X");
  await desk.untilText((text) => text === "L’État, l’état, l'X\n", "the match is selected and typed over");
  await desk.close();
});

test("find goes on, back, and replaces all as one step", async () => {
  const desk = await deskWith("un mot, deux mots, un mot");
  const { keyboard } = desk.page;
  await keyboard.press("Control+h");
  await keyboard.type("mot");
  await desk.node((node) => node.id === "find/count" && node.name === "1 sur 3", "first");
  await keyboard.press("Enter");
  await desk.node((node) => node.id === "find/count" && node.name === "2 sur 3", "second");
  await keyboard.press("Shift+Enter");
  await keyboard.press("Shift+F3");
  await desk.node((node) => node.id === "find/count" && node.name === "3 sur 3", "around");
  await desk.click("find/word");
  await desk.node((node) => node.id === "find/count" && node.name.endsWith("2"), "whole words");
  await desk.page.getByRole("textbox", { name: "Remplacer par" }).fill("terme");
  await desk.click("find/replace-all");
  await desk.untilText((text) => text === "un terme, deux mots, un terme", "replaced");
  await desk.click("source");
  await keyboard.press("Control+z");
  await desk.untilText((text) => text === "un mot, deux mots, un mot", "one step");
  await desk.close();
});

test("buttons show what is at the caret, for screen readers too", async () => {
  const desk = await deskWith("un **mot**");
  await desk.page.keyboard.press("ArrowLeft");
  await desk.page.keyboard.press("ArrowLeft");
  await desk.page.keyboard.press("ArrowLeft");
  await desk.node((node) => node.id === "format/bold" && node.state === "pressed", "pressed");
  await desk.page.waitForFunction(() => document.querySelector('[aria-label="Gras"]')?.getAttribute("aria-pressed") === "true");
  await desk.click("format/bold");
  await desk.untilText((text) => text === "un mot", "plain again");
  await desk.close();
});

test("a menu says what of it is switched on, for screen readers too", async () => {
  const desk = await deskWith("Un texte");
  const { page } = desk;
  for (const expected of ["false", "true"]) {
    await desk.click("toolbar/more");
    const { name } = await desk.byId("menu/monospaced");
    const switched = page.locator(`[role="menuitemcheckbox"][aria-label="${name}"]`);
    await switched.waitFor({ state: "attached" });
    assert.equal(await switched.getAttribute("aria-checked"), expected);
    await desk.click("menu/monospaced");
  }
  await desk.close();
});

test("a heading from its menu, with arrows and Enter", async () => {
  const desk = await deskWith("Titre");
  const { page } = desk;
  await page.getByRole("button", { name: "Intertitre" }).focus();
  await page.keyboard.press("Enter");
  await untilFocused(desk, "Paragraphe");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await desk.untilText((text) => text === "## Titre", "a heading");
  await untilFocused(desk, "field");
  await desk.close();
});

test("Tab indents in a list, leaves the text elsewhere, and after Escape everywhere", async () => {
  const desk = await deskWith("- un\n- deux");
  const { keyboard } = desk.page;
  await keyboard.press("Tab");
  await desk.untilText((text) => text === "- un\n  - deux", "indented");
  await keyboard.press("Shift+Tab");
  await desk.untilText((text) => text === "- un\n- deux", "and back");
  await keyboard.press("Escape");
  await keyboard.press("Tab");
  await desk.page.waitForFunction(() => document.activeElement?.id !== "field");
  assert.equal(await desk.text(), "- un\n- deux");

  await desk.setText("texte");
  await desk.click("source");
  await desk.page.waitForFunction(() => document.activeElement?.id === "field");
  await keyboard.press("Tab");
  await desk.page.waitForFunction(() => document.activeElement?.id !== "field");
  await desk.close();
});

test("the outline leads to headings, filtered, on a phone from a sheet", async () => {
  const text = `# Un\n\n${"Texte.\n\n".repeat(60)}## Été\n\nfin\n`;
  for (const viewport of [{ width: 1280, height: 800 }, { width: 390, height: 844 }]) {
    const desk = await deskWith(text, { viewport });
    await desk.page.keyboard.press("Control+Shift+F");
    await untilFocused(desk, "Filtrer les intertitres");
    await desk.page.keyboard.type("ete");
    await desk.page.waitForFunction(() => window.depeche.semantics().filter((/** @type {any} */ n) => n.role === "treeitem").length === 1);
    await desk.page.keyboard.press("Enter");
    await untilFocused(desk, "Été");
    await desk.page.keyboard.press("Enter");
    await untilFocused(desk, "field");
    await desk.page.keyboard.type("X");
    await desk.untilText((now) => now === text.replace("## Été", "X## Été"), "the caret is there, and nothing else changed");
    const open = (await desk.semantics()).some((node) => node.id === "outline");
    assert.equal(open, viewport.width > 1000);
    await desk.close();
  }
});

test("no key that is the browser's own is taken", async () => {
  const desk = await deskWith("mot");
  const taken = await desk.page.evaluate(() => {
    const keys = ["i", "j", "c", "n", "t", "r", "d", "l", "p", "u", "w"];
    return keys.filter((key) => {
      const event = new KeyboardEvent("keydown", { key: key.toUpperCase(), ctrlKey: true, shiftKey: true, cancelable: true, bubbles: true });
      document.activeElement?.dispatchEvent(event);
      return event.defaultPrevented;
    });
  });
  assert.deepEqual(taken, []);
  assert.equal(await desk.text(), "mot");
  await desk.close();
});
