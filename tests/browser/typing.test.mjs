/** What is typed, composed, pasted, copied and undone, by real input events. */
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { Host, test } from "./desk.mjs";

/** @type {Host} */
let host;
before(async () => (host = await Host.start()));
after(() => host.close());

/** @param {string} text @returns a desk that holds it, the caret at its end */
async function deskWith(text) {
  const desk = await host.open();
  await desk.setText(text);
  return desk;
}

test("typing shows in text, page and points to check", async () => {
  const desk = await deskWith("---\ntitle: Essai\ndate: 2026-03-02\n---\n\n");
  await desk.page.keyboard.type("Bonjour à tous");
  await desk.untilText((text) => text.endsWith("\n\nBonjour à tous"), "typed");
  await desk.node((node) => node.id.startsWith("page/") && node.name.includes("Bonjour à tous"), "paragraph of the page");
  await desk.page.keyboard.type(" ![](/uploads/a.png)");
  await desk.page.waitForFunction(() => window.depeche.diagnostics().some((/** @type {any} */ d) => /alt/.test(d.rule)));
  await desk.close();
});

test("keys that come faster than frames write what slow ones do", async () => {
  const desk = await deskWith("");
  const session = await desk.page.context().newCDPSession(desk.page);
  const insert = (/** @type {string} */ text) => session.send("Input.insertText", { text });
  for (const typed of ["« a »", "(« é », x)", "« a », dit-il ; « b ».", "un [lien](x) et **gras** (« été »)", "- un", "«\u00A0à la carte\u00A0» 👍🏽 (é)"]) {
    await desk.set("Début. |\nFin.");
    for (const character of typed) {
      await insert(character);
      await desk.settled();
    }
    const slow = await desk.notation();
    await desk.set("Début. |\nFin.");
    await Promise.all([...typed].map(insert));
    await desk.until(slow, typed);
    await desk.set("Début. |\nFin.");
    await desk.page.evaluate((characters) => {
      for (const character of characters) document.execCommand("insertText", false, character); // all of it between two frames
    }, [...typed]);
    await desk.until(slow, `${typed}, at once`);
  }
  await desk.close();
});

test("what is typed right after the text has changed otherwise is for the text as it is", async () => {
  const desk = await deskWith("");
  await desk.page.evaluate(() => {
    const type = () => document.execCommand("insertText", false, "é");
    window.depeche.setText("« Été », à la carte");
    type();
    window.depeche.select(2, 5);
    type();
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "à « la » ");
    document.getElementById("field")?.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    type();
  });
  assert.equal(await desk.notation(), "« éà « la » é| », à la carteé");
  await desk.close();
});

test("é by a dead key, as Chromium composes it", async () => {
  const desk = await deskWith("caf");
  const session = await desk.page.context().newCDPSession(desk.page);
  await session.send("Input.imeSetComposition", { text: "´", selectionStart: 1, selectionEnd: 1 });
  await desk.untilText((text) => text === "caf´", "the mark shows while composing");
  await session.send("Input.insertText", { text: "é" });
  await desk.untilText((text) => text === "café", "the letter replaces the mark");
  await desk.page.keyboard.press("Control+z");
  await desk.untilText((text) => !text.includes("é"), "one step to undo");
  await desk.close();
});

test("the page around the text may change without taking the keyboard from it", async () => {
  const desk = await deskWith("# Un\n\nTexte\n\n![](a.png)\n");
  await desk.setText("");
  await desk.setText("# Deux\n\n- a\n- b\n");
  await desk.mirrored();
  assert.equal(await desk.page.evaluate(() => document.activeElement?.id), "field");
  await desk.close();
});

test("an input method composes, is corrected and commits", async () => {
  const desk = await deskWith("");
  const session = await desk.page.context().newCDPSession(desk.page);
  for (const text of ["に", "にほ", "日本"]) {
    await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await desk.untilText((now) => now === text, `composing ${text}`);
  }
  await session.send("Input.insertText", { text: "日本語" });
  await desk.untilText((text) => text === "日本語", "committed");
  await desk.close();
});

test("characters above U+FFFF and combining ones", async () => {
  const desk = await deskWith("");
  const session = await desk.page.context().newCDPSession(desk.page);
  await session.send("Input.insertText", { text: "👍🏽 e\u0301 𝒜" });
  await desk.untilText((text) => text === "👍🏽 e\u0301 𝒜", "inserted");
  await desk.page.keyboard.press("Backspace");
  await desk.untilText((text) => text === "👍🏽 e\u0301 ", "one character deleted");
  await desk.close();
});

test("keys move, select and delete", async () => {
  const desk = await deskWith("un deux trois");
  const { keyboard } = desk.page;
  await keyboard.press("Control+ArrowLeft");
  await keyboard.press("Control+Shift+ArrowLeft");
  await keyboard.type("2 ");
  await desk.untilText((text) => text === "un 2 trois", "a word replaced");
  await keyboard.press("Home");
  await keyboard.press("Delete");
  await keyboard.press("End");
  await keyboard.press("Enter");
  await keyboard.type("fin");
  await desk.untilText((text) => text === "n 2 trois\nfin", "line ends");
  await keyboard.press("Control+a");
  await keyboard.type("x");
  await desk.untilText((text) => text === "x", "all replaced");
  await desk.close();
});

test("undo and redo", async () => {
  const desk = await deskWith("un");
  await desk.page.keyboard.type(" deux");
  await desk.untilText((text) => text === "un deux", "typed");
  await desk.page.keyboard.press("Control+z");
  await desk.untilText((text) => text === "un ", "the last word undone");
  await desk.page.keyboard.press("Control+y");
  await desk.untilText((text) => text === "un deux", "redone");
  await desk.close();
});

test("shortcuts follow the letter, not the key's place (AZERTY)", async () => {
  const desk = await deskWith("");
  await desk.page.keyboard.type("a");
  await desk.untilText((text) => text === "a", "typed");
  // On AZERTY the letter Z lies where QWERTY has W.
  const session = await desk.page.context().newCDPSession(desk.page);
  const key = { modifiers: 2, key: "z", code: "KeyW", windowsVirtualKeyCode: 90 };
  await session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key });
  await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
  await desk.untilText((text) => text === "", "undone");
  await desk.close();
});

test("copy, cut and paste", async () => {
  const context = await host.browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const desk = await host.open({ context });
  await desk.setText("été");
  const { keyboard } = desk.page;
  await keyboard.press("Control+a");
  await keyboard.press("Control+c");
  assert.equal(await desk.page.evaluate(() => navigator.clipboard.readText()), "été");
  await keyboard.press("End");
  await keyboard.press("Control+v");
  await desk.untilText((text) => text === "étéété", "pasted");
  await keyboard.press("Control+a");
  await keyboard.press("Control+x");
  await desk.untilText((text) => text === "", "cut");
  assert.equal(await desk.page.evaluate(() => navigator.clipboard.readText()), "étéété");
  await desk.close();
});

test("a whole document pasted into an empty draft opens", async () => {
  const context = await host.browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const desk = await host.open({ context });
  await desk.setText("");
  const release = "---\r\ntitle: Collé\r\n---\r\n\r\nTexte\r\n";
  await desk.page.evaluate((text) => navigator.clipboard.writeText(text), release);
  await desk.page.keyboard.press("Control+v");
  await desk.untilText((text) => text.includes("title: Collé"), "opened");
  await desk.node((node) => node.role === "heading" && node.name === "Collé", "title of the page");
  await desk.close();
});

test("a byte order mark does not shift what is typed", async () => {
  const desk = await deskWith("\uFEFFune ligne\nune autre");
  await desk.page.keyboard.type("Y");
  await desk.untilText((text) => text === "\uFEFFune ligne\nune autreY", "typed at the end");
  await desk.close();
});

test("keys that are the browser's stay the browser's", async () => {
  const desk = await deskWith("texte");
  const untouched = await desk.page.evaluate(() => {
    /** @param {KeyboardEventInit} init */
    const passes = (init) =>
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init }));
    return {
      reload: passes({ key: "F5" }),
      tab: passes({ key: "t", ctrlKey: true }),
      zoom: passes({ key: "+", ctrlKey: true }),
      tools: passes({ key: "I", ctrlKey: true, shiftKey: true }),
      bookmarks: passes({ key: "O", ctrlKey: true, shiftKey: true }),
      plainPaste: passes({ key: "V", ctrlKey: true, shiftKey: true }),
      back: passes({ key: "ArrowLeft", altKey: true }),
      leave: passes({ key: "Tab" }),
      dead: passes({ key: "Dead" }),
      altGraph: passes({ key: "s", ctrlKey: true, altKey: true, modifierAltGraph: true }),
      ours: passes({ key: "s", ctrlKey: true }),
      redo: passes({ key: "Z", ctrlKey: true, shiftKey: true }),
    };
  });
  assert.deepEqual(untouched, {
    reload: true, tab: true, zoom: true, tools: true, bookmarks: true, plainPaste: true, back: true, leave: true, dead: true,
    altGraph: true, ours: false, redo: false,
  });
  await desk.close();
});

/**
 * Where Tab leads from the first control until it leaves the page, and within a toolbar the arrow: name and middle of each.
 * @param {import("./desk.mjs").Desk} desk
 */
async function stopsOfTab(desk) {
  const { keyboard } = desk.page;
  const here = () =>
    desk.page.evaluate(() => {
      const element = /** @type {Element} */ (document.activeElement);
      const { x, y, width, height } = element.getBoundingClientRect();
      const middle = { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
      const isInBar = element.closest("[role=toolbar],[role=tablist]") !== null;
      return element === document.body ? undefined : { name: element.getAttribute("aria-label") ?? "", isInBar, ...middle };
    });
  await desk.page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#mirror button")).focus());
  const stops = [];
  for (let i = 0; i < 60; ++i) {
    let stop = await here();
    if (!stop) return stops;
    if (stop.isInBar) {
      await keyboard.press("Home");
      const first = await here();
      for (stop = first; stop; stop = await here()) {
        stops.push(stop);
        await keyboard.press("ArrowRight");
        if ((await here())?.name === first?.name) break;
      }
    } else {
      stops.push(stop);
    }
    await keyboard.press("Tab");
  }
  return assert.fail("Tab goes round");
}

test("Tab goes from left to right along each bar", async () => {
  const rows = [
    { width: 1280, height: 800, panes: "", least: 20 },
    { width: 1280, height: 800, panes: "view/swap", least: 20 },
    { width: 1280, height: 800, panes: "view/source", least: 20 },
    { width: 1280, height: 800, panes: "view/page", least: 9 },
    { width: 390, height: 844, panes: "", least: 12 },
    { width: 320, height: 256, panes: "", least: 10 },
  ];
  for (const { width, height, panes, least } of rows) {
    const desk = await host.open({ options: { viewport: { width, height } } });
    if (panes) await desk.page.evaluate((id) => window.depeche.activate(id), panes);
    await desk.page.waitForSelector("#mirror button", { state: "attached" });
    await desk.mirrored();
    const bars = (await stopsOfTab(desk)).filter(({ y }) => y < 120);
    const told = `${width} × ${height} ${panes}: ${bars.map(({ name, x, y }) => `${name} (${x}, ${y})`).join(", ")}`;
    assert.ok(bars.length >= least, told);
    bars.forEach((one, i) => {
      for (const other of bars.slice(i + 1)) assert.ok(Math.abs(one.y - other.y) > 8 || one.x < other.x, `${one.name} before ${other.name}: ${told}`);
    });
    await desk.close();
  }
});

test("Tab goes through the controls and back into the text", async () => {
  const desk = await host.open();
  await desk.page.waitForSelector("#mirror button[aria-label='Enregistrer']", { state: "attached" });
  const seen = new Set();
  for (let i = 0; i < 60; ++i) {
    const isInBanner = await desk.page.evaluate(() => document.activeElement?.matches("header button") ?? false);
    await desk.page.keyboard.press(isInBanner ? "ArrowRight" : "Shift+Tab");
    seen.add(await desk.page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? ""));
    if (seen.has("Enregistrer")) break;
  }
  assert.ok(seen.has("Enregistrer"), [...seen].join(", "));
  const [download] = await Promise.all([desk.page.waitForEvent("download"), desk.page.keyboard.press("Enter")]);
  assert.match(download.suggestedFilename(), /\.md$/);
  await desk.close();
});
