/**
 * What can be reached, and where the keyboard is (WCAG 2.2: 1.4.4, 1.4.10, 2.4.3, 2.4.7, 2.4.11): every dialog and menu at a
 * zoom of 200 and 400 %, on a phone and above its keyboard; the ring, names of icons, and who has the keyboard next.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { eventually, Host } from "./desk.mjs";

/** @typedef {import("./desk.mjs").Desk} Desk */

/** @type {Host} */
let host;
before(async () => (host = await Host.start()));
after(() => host.close());

const SCREENS = [
  { width: 683, height: 320 },
  { width: 640, height: 400 },
  { width: 320, height: 256 },
  { width: 390, height: 844 },
  { width: 390, height: 360 },
  { width: 375, height: 360 },
];
const TEXT = "---\ntitle: Titre\n---\n\nUn [lien](https://a.example) ici.\n";
const IN_LINK = TEXT.indexOf("lien") + 1;

/** @type {readonly { name: string, open: (desk: Desk) => Promise<unknown> }[]} */
const DIALOGS = [
  { name: "a link", open: (desk) => desk.page.keyboard.press("Control+k") },
  {
    name: "a link that is there",
    async open(desk) {
      await desk.page.evaluate((at) => window.depeche.select(at), IN_LINK);
      await desk.page.keyboard.press("Control+k");
    },
  },
  ...["image", "attachment", "table", "important-link"].map((tool) => ({
    name: tool,
    /** @param {Desk} desk */
    async open(desk) {
      const id = `format/${tool}`;
      const nodes = await desk.semantics();
      if (!nodes.some((node) => node.id === id)) await activate(desk, "format/more");
      await activate(desk, id);
    },
  })),
  { name: "share", open: (desk) => activate(desk, "toolbar/share") },
  {
    name: "drafts",
    async open(desk) {
      for (const name of ["un.md", "deux.md"]) {
        await desk.page.evaluate((file) => window.depeche.open(file, new TextEncoder().encode(`Texte de ${file}.\n`)), name);
      }
      await activate(desk, "toolbar/more");
      await activate(desk, "menu/drafts");
      await desk.byId("drafts/delete-all"); // once they are listed
    },
  },
];

/** As the parallel page activates it, once it is there. @param {Desk} desk @param {string} id */
async function activate(desk, id) {
  await desk.byId(id);
  await desk.page.evaluate((node) => window.depeche.activate(node), id);
}

/**
 * Gives a button the keyboard once it is there; of several with this name the last.
 * @param {Desk} desk
 * @param {string} name
 */
async function focusButton(desk, name) {
  await desk.page.waitForFunction((label) => {
    const all = [...document.querySelectorAll("#mirror button")].filter((each) => each.getAttribute("aria-label") === label);
    const last = all.at(-1);
    if (last instanceof HTMLElement) last.focus();
    return last !== undefined && document.activeElement === last;
  }, name);
}

/**
 * In the page: the element that has the keyboard is in sight, as a whole and large enough.
 * @param {string} before the label of the one that had it before
 */
function isFocusSeen(before) {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element.id === "field" || element === document.body) return false;
  if (element.getAttribute("aria-label") === before) return false;
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  const least = element.getAttribute("role") === "scrollbar" ? 8 : 20;
  const isWhole = left >= -0.5 && top >= -0.5 && right <= innerWidth + 0.5 && bottom <= innerHeight + 0.5;
  return isWhole && width >= least && height >= least && element.style.clipPath === "";
}

/** @param {Desk} desk */
function focused(desk) {
  return desk.page.evaluate(() => {
    const element = document.activeElement;
    return { label: element?.getAttribute("aria-label") ?? "", id: element?.id ?? "", isBody: element === document.body };
  });
}

/**
 * Presses a key until the round is made; each that gets the keyboard must be in sight.
 * @param {Desk} desk
 * @param {string} key
 * @param {string} where
 * @returns {Promise<string[]>} their labels
 */
async function walk(desk, key, where) {
  /** @type {string[]} */
  const labels = [];
  for (let before = ""; labels.length < 60; ) {
    try {
      await desk.page.waitForFunction(isFocusSeen, before, { timeout: 5000 });
    } catch {
      assert.fail(`${where}: out of sight after ${before || "opening"}: ${JSON.stringify(await focused(desk))}`);
    }
    before = (await focused(desk)).label;
    if (labels.includes(before)) break;
    labels.push(before);
    await desk.page.keyboard.press(key);
    if ((await focused(desk)).isBody) await desk.page.keyboard.press(key); // past the browser's own controls
  }
  return labels;
}

/**
 * What can be pressed or typed into in the uppermost dialog or menu.
 * @param {Desk} desk
 */
async function uppermost(desk) {
  const nodes = await desk.semantics();
  const from = nodes.map(({ role }) => role === "dialog" || role === "menu").lastIndexOf(true);
  return nodes.slice(from + 1).filter(({ action, role }) => action !== "" && role !== "scrollbar");
}

for (const viewport of SCREENS) {
  const size = `${viewport.width}×${viewport.height}`;
  test(`at ${size} every control of every dialog and menu is in sight when the keyboard reaches it`, async () => {
    const desk = await host.open({ options: { viewport, deviceScaleFactor: 2 } });
    for (const { name, open } of DIALOGS) {
      await desk.setText(TEXT);
      await open(desk);
      await desk.node(({ role }) => role === "dialog", `dialog ${name}`);
      await desk.settled();
      const wanted = (await uppermost(desk)).map((node) => node.name);
      const labels = await walk(desk, "Tab", `${name} at ${size}`);
      for (const label of wanted) assert.ok(labels.includes(label), `${name} at ${size}: ${label} is never reached`);
      await desk.page.keyboard.press("Escape");
      await desk.page.waitForFunction(() => document.activeElement?.id === "field");
    }
    const menus = ["toolbar/export", "toolbar/more", "format/heading", "format/more"];
    for (const id of menus) {
      if (!(await desk.semantics()).some((node) => node.id === id)) continue;
      await activate(desk, id);
      await desk.node(({ role }) => role === "menu", `menu ${id}`);
      await desk.settled();
      const wanted = (await uppermost(desk)).map((node) => node.name);
      const labels = await walk(desk, "ArrowDown", `${id} at ${size}`);
      assert.deepEqual([...labels].sort(), [...new Set(wanted)].sort());
      await desk.page.keyboard.press("Escape");
      await desk.page.waitForFunction(() => !window.depeche.semantics().some((/** @type {any} */ { role }) => role === "menu"));
    }
    await desk.close();
  });
}

test("a wheel and a finger scroll a dialog, over its fields, too; then its buttons can be pressed", async () => {
  const viewport = { width: 320, height: 256 };
  const desk = await host.open({ options: { viewport, hasTouch: true, isMobile: true } });
  await desk.setText(TEXT);
  const top = async () => {
    await desk.settled();
    return /** @type {import("./desk.mjs").Node} */ ((await desk.semantics()).find(({ id }) => id === "form/0"));
  };
  await activate(desk, "format/more");
  await activate(desk, "format/image");
  await desk.byId("form/0");
  await desk.settled();
  const { bounds } = await desk.byId("form/0");
  const [x, y] = [bounds.x + bounds.width / 2, bounds.y + bounds.height / 2];
  await desk.page.mouse.move(x, y);
  await desk.page.mouse.wheel(0, 200);
  await desk.page.waitForFunction(() => window.depeche.semantics().find((/** @type {any} */ { id }) => id === "form/0").bounds.height < 30);
  await desk.page.mouse.wheel(0, -400);
  await desk.page.waitForFunction(() => window.depeche.semantics().find((/** @type {any} */ { id }) => id === "form/0").bounds.height === 40);

  const session = await desk.page.context().newCDPSession(desk.page);
  const send = (/** @type {any} */ type, /** @type {{ x: number, y: number }[]} */ touchPoints) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints });
  await send("touchStart", [{ x, y }]);
  for (let moved = 10; moved <= 100; moved += 10) await send("touchMove", [{ x, y: y - moved }]);
  await send("touchEnd", []);
  await desk.page.waitForFunction(() => window.depeche.semantics().find((/** @type {any} */ { id }) => id === "form/0").bounds.height < 30);
  assert.ok((await top()).bounds.height < 30);
  await desk.click("form/cancel");
  await desk.page.waitForFunction(() => !window.depeche.semantics().some((/** @type {any} */ { role }) => role === "dialog"));
  await desk.close();
});

test("two fingers zoom the page and move what is zoomed; one finger is the program's", async () => {
  const desk = await host.open({ options: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } });
  await desk.setText(Array.from({ length: 100 }, (_, i) => `ligne ${i}`).join("\n"));
  await desk.page.evaluate(() => window.depeche.select(0));
  await desk.settled();
  const session = await desk.page.context().newCDPSession(desk.page);
  const text = await desk.notation();
  const send = (/** @type {any} */ type, /** @type {{ x: number, y: number, id?: number }[]} */ touchPoints) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints });
  const apart = (/** @type {number} */ way) => [{ x: 195 - way / 2, y: 400, id: 0 }, { x: 195 + way / 2, y: 400, id: 1 }];
  await send("touchStart", apart(100).slice(0, 1));
  await send("touchStart", apart(100));
  for (let way = 105; way <= 300; way += 5) await send("touchMove", apart(way));
  await send("touchEnd", []);
  await desk.page.waitForFunction(() => (visualViewport?.scale ?? 1) > 2);
  assert.equal(await desk.notation(), text, "a pinch presses nothing");
  assert.ok(!(await desk.semantics()).some(({ role }) => role === "menu"));

  const share = async () => Number((await desk.byId("source/scrollbar")).value);
  const viewOf = () => desk.page.evaluate(() => ({ top: visualViewport?.offsetTop ?? 0, left: visualViewport?.offsetLeft ?? 0 }));
  // Where fingers are is counted from the corner of what is seen, in pixels of the page: they must be on what is seen.
  const seen = await desk.page.evaluate(() => ({ width: visualViewport?.width ?? 0, height: visualViewport?.height ?? 0 }));
  const drag = async (/** @type {number[]} */ columns, /** @type {number} */ from, /** @type {number} */ to) => {
    const at = (/** @type {number} */ share) => columns.map((column, id) => ({ x: column * seen.width, y: share * seen.height, id }));
    await send("touchStart", at(from));
    for (let step = 1; step <= 20; ++step) await send("touchMove", at(from + ((to - from) * step) / 20));
    await send("touchEnd", []);
  };
  const before = await viewOf();
  await drag([0.3, 0.6], 0.8, 0.2);
  await desk.page.waitForFunction((top) => (visualViewport?.offsetTop ?? 0) !== top, before.top);
  await desk.page.evaluate(viewRests);
  assert.equal(await share(), 0, "two fingers do not scroll the text");

  const moved = await viewOf();
  await drag([0.5], 0.6, 0.1);
  await desk.page.waitForFunction(
    () => Number(window.depeche.semantics().find((/** @type {any} */ { id }) => id === "source/scrollbar").value) > 0,
  );
  assert.deepEqual(await viewOf(), moved, "one finger does not move the view");
  await desk.close();
});

/** In the page: until what two fingers have moved is where it was a moment ago. */
function viewRests() {
  return new Promise((done) => {
    let last = -1;
    const look = () => {
      const top = visualViewport?.offsetTop ?? 0;
      if (top === last) return done(undefined);
      last = top;
      setTimeout(look, 150);
    };
    look();
  });
}

/** WCAG's contrast of two colours "rgb(…)". @param {string} one @param {string} other */
function contrast(one, other) {
  const luminance = (/** @type {string} */ colour) => {
    const [red, green, blue] = (colour.match(/\d+/g) ?? []).map((value) => {
      const part = Number(value) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`the ring is seen on both themes while the system is ${colorScheme}`, async () => {
    const desk = await host.open({ options: { colorScheme } });
    for (let i = 0; i < 2; ++i) {
      await desk.settled();
      const open = await desk.byId("toolbar/open");
      await focusButton(desk, open.name);
      const { ring, theme } = await desk.page.evaluate(() => ({
        ring: getComputedStyle(/** @type {Element} */ (document.activeElement)).outlineColor,
        theme: document.documentElement.dataset.theme ?? "light",
      }));
      const ground = theme === "dark" ? "rgb(30, 30, 30)" : "rgb(255, 255, 255)";
      assert.ok(contrast(ring, ground) >= 3, `${ring} on the ${theme} theme: ${contrast(ring, ground)}`);
      await activate(desk, "toolbar/more");
      await activate(desk, "menu/theme");
      await desk.page.waitForFunction((before) => (document.documentElement.dataset.theme ?? "light") !== before, theme);
    }
    await desk.close();
  });
}

test("whoever has the keyboard and goes leaves it to a neighbour, never to the page", async () => {
  const desk = await host.open();
  await desk.setText("---\ntitle: Titre\n---\n\nUn \\*\\*mot\\*\\* ici.\n\nUn \\*\\*autre\\*\\* là.\n");
  await activate(desk, "problems/toggle");
  const fixes = async () => (await desk.semantics()).filter(({ id }) => /^problems\/\d+\/fix\/0$/.test(id));
  await desk.node(({ id }) => /^problems\/\d+\/fix\/0$/.test(id), "fix");
  for (let left = (await fixes()).length; left > 0; left = (await fixes()).length) {
    const fix = (await fixes())[left - 1];
    await focusButton(desk, fix.name);
    await desk.page.keyboard.press("Enter");
    await desk.page.waitForFunction(
      (count) => window.depeche.semantics().filter((/** @type {any} */ { id }) => /^problems\/\d+\/fix\/0$/.test(id)).length < count,
      left,
    );
    await desk.page.waitForFunction(
      ([name, before]) => [...document.querySelectorAll("#mirror button")].filter((each) => each.getAttribute("aria-label") === name).length < before,
      /** @type {[string, number]} */ ([fix.name, left]),
    );
    const now = await focused(desk);
    assert.ok(!now.isBody, "the keyboard is nobody's after a fix");
  }

  // A button that the window has no more room for.
  await focusButton(desk, "Voir la page seule");
  await desk.page.setViewportSize({ width: 390, height: 844 });
  await desk.settled();
  await desk.page.waitForFunction(() => document.activeElement?.id === "field");

  // A menu, the find bar, a dialog.
  await activate(desk, "toolbar/export");
  await desk.page.waitForFunction(() => document.activeElement?.getAttribute("role") === "menuitem");
  await desk.page.setViewportSize({ width: 1280, height: 800 });
  await desk.page.keyboard.press("Escape");
  await desk.page.waitForFunction(() => document.activeElement !== document.body && document.activeElement?.getAttribute("role") !== "menuitem");
  await desk.page.keyboard.press("Control+f");
  await desk.page.waitForFunction(() => document.activeElement?.localName === "input");
  await desk.page.keyboard.press("Escape");
  await desk.page.waitForFunction(() => document.activeElement?.id === "field");
  await desk.page.keyboard.press("Control+s");
  await desk.byId("notice/close");
  await focusButton(desk, "Fermer");
  await desk.page.waitForFunction(() => !window.depeche.semantics().some((/** @type {any} */ { id }) => id === "notice/close"), null, { timeout: 15_000 });
  await desk.page.waitForFunction(() => document.activeElement?.id === "field");
  await desk.close();
});

test("a menu that the mouse opened has the keyboard, and no key reaches the text", async () => {
  const desk = await host.open();
  await desk.set("Un de|ux.");
  const { keyboard } = desk.page;
  const has = (/** @type {string} */ name) => desk.page.waitForFunction((label) => document.activeElement?.getAttribute("aria-label") === label, name);
  await desk.click("toolbar/more");
  await has("Nouveau");
  await keyboard.press("ArrowUp");
  await has("Tout effacer de cet ordinateur…");
  await keyboard.press("b");
  await has("Brouillons…");
  await keyboard.press("Escape");
  await desk.page.waitForFunction(() => document.activeElement?.id === "field");
  assert.equal(await desk.notation(), "Un de|ux.");

  await desk.click("format/heading");
  await desk.page.waitForFunction(() => document.activeElement?.getAttribute("role")?.startsWith("menuitem"));
  await keyboard.type("x1");
  await keyboard.press("Backspace");
  assert.equal(await desk.notation(), "Un de|ux.");
  await desk.click("source"); // beside the menu
  await desk.page.waitForFunction(() => document.activeElement?.id === "field");
  await desk.set("|Un deux.");
  await desk.click("format/heading");
  await desk.page.waitForFunction(() => document.activeElement?.getAttribute("role")?.startsWith("menuitem"));
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await desk.untilText((text) => /^#+ Un deux\.$/.test(text), "the entry is chosen");
  await keyboard.type("x");
  await desk.untilText((text) => text.includes("x"), "and the text has the keyboard");
  await desk.close();
});

test("keys scroll a page that stands alone", async () => {
  const desk = await host.open({ options: { viewport: { width: 390, height: 600 } } });
  const text = "Un paragraphe.\n\n".repeat(80);
  await desk.setText(text);
  await desk.click("tabs/page");
  const place = async () => Number((await desk.byId("page/scrollbar")).value);
  await desk.page.keyboard.press("Control+End");
  await eventually("the page's end", place, (at) => at > 95);
  await desk.page.keyboard.press("Home");
  await eventually("the page's begin", place, (at) => at < 5);
  await desk.page.keyboard.press("PageDown");
  await eventually("a page down", place, (at) => at > 5);
  await desk.page.keyboard.type("abc");
  await desk.page.keyboard.press("Enter");
  await desk.settled();
  assert.equal(await desk.text(), text);
  await desk.close();
});

test("another theme shows as soon as it is chosen", async () => {
  const desk = await host.open();
  const theme = () => desk.page.evaluate(() => document.documentElement.dataset.theme);
  const before = await theme();
  await desk.click("toolbar/more");
  await desk.page.waitForFunction(() => document.activeElement?.getAttribute("role") === "menuitem");
  await desk.click("menu/theme");
  await eventually("the other theme", theme, (now) => now !== before, 3000);
  await desk.close();
});

test("menus and the outline go by the ends, by letters, and from the filter into the list", async () => {
  const desk = await host.open();
  await desk.setText("## Un\n\n## Deux\n\n## Trois\n");
  await activate(desk, "toolbar/more");
  const has = (/** @type {string} */ name) => desk.page.waitForFunction((label) => document.activeElement?.getAttribute("aria-label") === label, name);
  await has("Nouveau");
  await desk.page.keyboard.press("End");
  await has("Tout effacer de cet ordinateur…");
  await desk.page.keyboard.press("Home");
  await has("Nouveau");
  await desk.page.keyboard.press("b");
  await has("Brouillons…");
  await desk.page.keyboard.press("Escape");
  await desk.page.keyboard.press("Control+Shift+f");
  await desk.page.waitForFunction(() => document.activeElement?.localName === "input");
  await desk.page.waitForFunction(() => document.querySelectorAll('#mirror [role="treeitem"]').length === 3);
  await desk.page.keyboard.press("ArrowDown");
  await has("Un");
  await desk.page.keyboard.press("ArrowDown");
  await has("Deux");
  await desk.page.keyboard.press("Escape");
  await desk.page.waitForFunction(() => document.activeElement?.id === "field");
  await desk.page.waitForFunction(() => !window.depeche.semantics().some((/** @type {any} */ { id }) => id === "outline"));
  await desk.close();
});

test("after each jump by keyboard both panes are at the same place, while the pointer rests", async () => {
  const desk = await host.open();
  const part = Array.from({ length: 60 }, (_, i) => `Paragraphe ${i}, avec assez de mots pour tenir sur plus d’une ligne de la page.`);
  await desk.setText(["Début.", ...part, "## Milieu", ...part, "## Fin", ...part].join("\n\n"));
  await desk.atRest();
  const place = async (/** @type {string} */ id) => Number((await desk.byId(id)).value);
  const bothAt = async (/** @type {number} */ wanted, /** @type {string} */ what) => {
    await desk.atRest();
    for (const id of ["source/scrollbar", "page/scrollbar"]) assert.ok(Math.abs((await place(id)) - wanted) <= 1, `${id} after ${what}: ${await place(id)}`);
  };
  for (let i = 0; i < 3; ++i) {
    await desk.page.keyboard.press("Control+End");
    await bothAt(100, "Ctrl+End");
    await desk.page.keyboard.press("Control+Home");
    await bothAt(0, "Ctrl+Home");
  }
  for (let i = 0; i < 4; ++i) {
    await desk.page.keyboard.press("PageDown");
    await desk.atRest();
    const [source, page] = [await place("source/scrollbar"), await place("page/scrollbar")];
    assert.ok(Math.abs(source - page) <= 8, `after Page Down ${i}: source ${source}, page ${page}`);
  }
  await desk.page.keyboard.press("Control+Shift+f");
  await desk.node(({ role }) => role === "treeitem", "heading");
  for (const [id, least, most] of /** @type {[string, number, number][]} */ ([["outline/1", 55, 75], ["outline/0", 25, 45], ["outline/1", 55, 75]])) {
    await activate(desk, id);
    await desk.atRest();
    for (const pane of ["source/scrollbar", "page/scrollbar"]) {
      const value = await place(pane);
      assert.ok(value >= least && value <= most, `${pane} after ${id}: ${value}`);
    }
  }
  await desk.close();
});

test("a phone is told no shortcuts, until it has a keyboard", async () => {
  const desk = await host.open({ options: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } });
  await desk.settled();
  await activate(desk, "format/more");
  const width = (await desk.node(({ role }) => role === "menu", "menu")).bounds.width;
  await desk.page.keyboard.press("Escape");
  await desk.page.keyboard.press("Control+b");
  await activate(desk, "format/more");
  await desk.settled();
  assert.ok((await desk.node(({ role }) => role === "menu", "menu")).bounds.width > width);
  await desk.close();
});
