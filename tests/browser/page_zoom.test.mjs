/** The zoom that a browser does not tell, out of the widths that it gives (web/screen/page_zoom.js). */
import assert from "node:assert/strict";
import { zoomOf } from "../../web/screen/page_zoom.js";
import { test } from "./waiting.mjs";

const WIDTHS = [0.37193, 1.13917, 2.71351, 3.03719, 7.77531, 10.39573, 20.21839, 33.33761];

/** What WebKit shows of them: 64ths of a zoomed pixel, cut off, in single precision. @param {number} zoom */
function seenAt(zoom) {
  return WIDTHS.map((width) => Math.fround(Math.floor(Math.fround(width * zoom) * 64) / 64 / zoom) * 64);
}

test("as WebKitGTK 2.50 shows them at 100 %, 120 % and 144 %", () => {
  /** @type {[zoom: number, seen: number[]][]} */
  const rows = [
    [1, [23, 72, 173, 193, 497, 664, 1293, 2133]],
    [1.2, [23.333332061767578, 71.66666412353516, 173.3333282470703, 193.3333282470703, 496.6666564941406, 664.1666259765625, 1293.333251953125, 2132.5]],
    [1.44, [23.61111068725586, 72.22222137451172, 172.91665649414062, 193.75, 497.2221984863281, 664.5833129882812, 1293.0555419921875, 2132.638916015625]],
  ];
  for (const [zoom, seen] of rows) assert.ok(Math.abs(zoomOf(seen) - zoom) < 1e-4, `${zoomOf(seen)} for ${zoom}`);
});

test("at each step of Safari and WebKitGTK", () => {
  const steps = [0.5, 0.75, 0.85, 1, 1.15, 1.25, 1.5, 1.75, 2, 2.5, 3, ...[-3, -2, -1, 1, 2, 3, 4, 5, 6].map((step) => 1.2 ** step)];
  for (const zoom of steps) assert.ok(Math.abs(zoomOf(seenAt(zoom)) - zoom) < 1e-3, `${zoomOf(seenAt(zoom))} for ${zoom}`);
});

test("where nothing can be seen of it there is none", () => {
  assert.equal(zoomOf(WIDTHS.map((width) => width * 64)), 1);
  assert.equal(zoomOf([0, 0]), 1);
});
