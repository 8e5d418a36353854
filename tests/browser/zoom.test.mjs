/**
 * The browser's zoom (WCAG 2.2, 1.4.4 and 1.4.10): the window counts fewer CSS pixels, each of more of the screen's. What is drawn
 * stays crisp, all controls can be reached, and there is room to read and write down to 320 CSS pixels.
 */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before } from "node:test";
import { Host, root, test } from "./desk.mjs";

/** @type {Host} */
let host;
before(async () => (host = await Host.start()));
after(() => host.close());

const WINDOW = { width: 1280, height: 800 };
const ALWAYS = ["toolbar/open", "toolbar/save", "toolbar/export", "toolbar/share", "toolbar/more", "problems/toggle"];
/** CSS pixels of text that must be seen, two lines at least. */
const MIN_ROOM = 56;

for (const zoom of [1.25, 1.5, 2, 4]) {
  test(`at a zoom of ${100 * zoom} % everything is crisp and within reach`, async () => {
    const viewport = { width: Math.round(WINDOW.width / zoom), height: Math.round(WINDOW.height / zoom) };
    const desk = await host.open({ options: { viewport, deviceScaleFactor: zoom } });
    await desk.setText(await readFile(join(root, "tests/cases/page/every-construct.md"), "utf8"));
    await desk.settled();
    const canvas = await desk.page.evaluate(() => {
      const { width, height } = /** @type {HTMLCanvasElement} */ (document.querySelector("canvas"));
      return { width, height };
    });
    assert.deepEqual(canvas, { width: Math.round(viewport.width * zoom), height: Math.round(viewport.height * zoom) });

    for (const tab of viewport.width < 720 ? ["tabs/source", "tabs/page"] : [""]) {
      if (tab !== "") await desk.click(tab);
      await desk.settled();
      const nodes = await desk.semantics();
      for (const id of ALWAYS) {
        const { x, y, width, height } = nodes.find((node) => node.id === id)?.bounds ?? assert.fail(`no ${id}`);
        const isInside = x >= 0 && y >= 0 && x + width <= viewport.width + 0.5 && y + height <= viewport.height + 0.5;
        assert.ok(isInside && width >= 24 && height >= 24, `${id} at ${JSON.stringify({ x, y, width, height })}`);
      }
      const pane = nodes.find((node) => node.id === (tab === "tabs/page" ? "page" : "source"));
      assert.ok(pane && pane.bounds.height >= MIN_ROOM, `a pane of ${pane?.bounds.height} pixels`);
    }

    // What is written on the page stands between the edges of its pane.
    const page = await desk.byId("page");
    for (const node of await desk.semantics()) {
      if (!node.id.startsWith("page/") || node.bounds.width === 0 || node.role === "scrollbar") continue;
      const end = node.bounds.x + node.bounds.width;
      assert.ok(node.bounds.x >= page.bounds.x - 1 && end <= page.bounds.x + page.bounds.width + 1, `${node.id} “${node.name}” is cut`);
    }
    await desk.close();
  });
}
