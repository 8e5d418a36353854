/** Formatted text in and out by the browser's clipboard. */
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { Host, test } from "./desk.mjs";

/** @type {Host} */
let host;
/** @type {import("./desk.mjs").Desk} */
let desk;
before(async () => {
  host = await Host.start();
  const options = { permissions: ["clipboard-read", "clipboard-write"], locale: "fr-FR", viewport: { width: 1280, height: 800 } };
  desk = await host.open({ context: await host.browser.newContext(options) });
});
after(async () => {
  await desk.close();
  await host.close();
});

/** @param {string} html @param {string} text */
function offer(html, text) {
  return desk.page.evaluate(
    ([asHtml, asText]) =>
      navigator.clipboard.write([
        new ClipboardItem({
          "text/html": new Blob([asHtml], { type: "text/html" }),
          "text/plain": new Blob([asText], { type: "text/plain" }),
        }),
      ]),
    [html, text],
  );
}

test("formatted text is pasted as Markdown, as one step", async () => {
  await desk.set("Avant |");
  await offer("<p>un <b>mot</b> et <a href='https://example.org/'>un lien</a></p><ul><li>a</li><li>b</li></ul>", "brut");
  await desk.page.keyboard.press("Control+v");
  await desk.untilText((text) => text === "Avant un **mot** et [un lien](https://example.org/)\n\n- a\n- b", "pasted");
  await desk.page.keyboard.press("Control+z");
  await desk.until("Avant |");
});

test("with Shift it is pasted as plain text", async () => {
  await desk.set("Avant |");
  await offer("<p>un <b>mot</b></p>", "un mot *");
  const session = await desk.page.context().newCDPSession(desk.page);
  const key = { modifiers: 10, key: "V", code: "KeyV", windowsVirtualKeyCode: 86 };
  await session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key });
  await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
  await desk.until("Avant un mot *|");
});

test("the menu pastes formatted and plain text", async () => {
  for (const [item, expected] of [["menu/paste", "**mot**|"], ["menu/paste-plain", "mot|"]]) {
    await desk.set("|");
    await offer("<b>mot</b>", "mot");
    await desk.page.keyboard.press("Shift+F10");
    await desk.click(item);
    await desk.until(expected);
  }
});

test("a copy is Markdown for text, HTML for other programs, and pastes as it was", async () => {
  const markdown = "un **mot** {: .classe}\n\n> cité\n{: .citation}";
  await desk.set(`^${markdown}|`);
  await desk.page.keyboard.press("Control+c");
  const offered = await desk.page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return [await (await item.getType("text/plain")).text(), await (await item.getType("text/html")).text()];
  });
  assert.equal(offered[0], markdown);
  assert.match(offered[1], /<strong>mot<\/strong>/);
  await desk.set("|");
  await desk.page.keyboard.press("Control+v");
  await desk.until(`${markdown}|`);
});

test("in the front matter only the plain text is pasted", async () => {
  await desk.set("---\ntitle: |\n---\n");
  await offer("<h1>Un titre</h1>", "Un titre");
  await desk.page.keyboard.press("Control+v");
  await desk.until("---\ntitle: Un titre|\n---\n");
});

test("what was typed just before, in the same frame, comes before what is pasted", async () => {
  await desk.set("|");
  await desk.page.evaluate(() => {
    const field = /** @type {HTMLTextAreaElement} */ (document.getElementById("field"));
    field.setRangeText("un ", 0, 0, "end");
    field.dispatchEvent(new InputEvent("input", { inputType: "insertText", data: "un ", bubbles: true }));
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "gras");
    clipboardData.setData("text/html", "<b>gras</b>");
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await desk.until("un **gras**|");
});

test("what is copied from the page becomes Markdown where it is pasted", async () => {
  await desk.set("Un **mot** et *un* [lien](https://exemple.fr/) ici.\n\nFin |\n");
  const { x, y } = (await desk.node((node) => node.role === "paragraph" && node.name.startsWith("Un mot"), "paragraph")).bounds;
  await desk.page.mouse.click(x + 8, y + 14, { clickCount: 3 });
  await desk.page.keyboard.press("Control+c");
  await desk.page.evaluate(() => window.depeche.select(window.depeche.text().length - 1));
  await desk.page.keyboard.press("Control+v");
  const pasted = "Un **mot** et *un* [lien](https://exemple.fr/) ici.";
  await desk.until(`${pasted}\n\nFin ${pasted}|\n`);
});
