/**
 * Text as the desk draws it beside the browser's own: as long, its marks in their places, its letters joined.
 */
import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { Host, test } from "./desk.mjs";

/** The source's face; src/ui/draw/fonts.cc and src/ui/source/editor_view.cc have it. */
const FONT = "400 15px 'Public Sans', system-ui, sans-serif";

/** @type {Host} */
let host;
before(async () => {
  host = await Host.start();
});
after(() => host.close());

/**
 * Where the first line of the source has ink, in CSS pixels from its left edge: the text in black or grey alone.
 * @param {import("./desk.mjs").Desk} desk @param {string} text
 */
async function inkOf(desk, text) {
  await desk.setText(`${text}\n`); // the caret stands below
  await desk.atRest();
  const { x, y, width } = (await desk.byId("source")).bounds;
  const clip = { x: x + 24, y, width: width - 40, height: 42 }; // above what underlines a problem
  const picture = (await desk.page.screenshot({ clip })).toString("base64");
  return desk.page.evaluate(readInk, picture);
}

/**
 * In the page: the ink of a picture.
 * @param {string} picture base64 of a PNG
 */
async function readInk(picture) {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width, image.height];
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let [left, right] = [image.width, -1];
  const columns = [];
  for (let column = 0; column < image.width; ++column) {
    let darkness = 0;
    for (let row = 0; row < image.height; ++row) {
      const at = (row * image.width + column) * 4;
      const isGrey = Math.abs(data[at] - data[at + 2]) < 24;
      if (isGrey) darkness += 255 - data[at];
    }
    columns.push(darkness);
    if (darkness < 100) continue;
    left = Math.min(left, column);
    right = column;
  }
  const scale = devicePixelRatio;
  return { left: left / scale, width: (right + 1 - left) / scale, columns: columns.slice(left, right + 1) };
}

/** @param {import("./desk.mjs").Desk} desk @param {string} text @returns {Promise<number>} */
function browsersWidth(desk, text) {
  return desk.page.evaluate(
    ([font, line]) => {
      const context = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
      context.font = font;
      const box = context.measureText(line);
      return box.actualBoundingBoxRight + box.actualBoundingBoxLeft;
    },
    [FONT, text],
  );
}

for (const ratio of [1, 2]) {
  describe(`glyphs at ratio ${ratio}`, () => {
    const open = () => host.open({ options: { deviceScaleFactor: ratio } });

    test("sets a line as long as the browser does, kerned", async () => {
      const desk = await open();
      for (const text of ["AVAVAVAVAVAVAVAVAV", "Tél. l’État To fa Ty VA Wa P. 11 11 11", "illimité minimum"]) {
        const { width } = await inkOf(desk, text);
        const wanted = await browsersWidth(desk, text);
        assert.ok(Math.abs(width - wanted) <= 1.5, `${text}: ${width} px, the browser's ${wanted}`);
      }
      await desk.close();
    });

    test("spaces equal letters equally", async () => {
      const desk = await open();
      const { columns } = await inkOf(desk, "llllllllllllllllllll");
      const stems = columns.flatMap((darkness, at) => {
        const before = columns[at - 1] ?? 0;
        return darkness > 100 && before <= 100 ? [at] : [];
      });
      assert.equal(stems.length, 20);
      const gaps = stems.slice(1).map((at, index) => at - stems[index]);
      assert.ok(Math.max(...gaps) - Math.min(...gaps) <= 1, `gaps of ${gaps} px`);
      await desk.close();
    });

    test("puts marks where a composed letter has them", async () => {
      const desk = await open();
      const composed = await inkOf(desk, "été à Noël");
      const decomposed = await inkOf(desk, "e\u0301te\u0301 a\u0300 Noe\u0308l");
      assert.deepEqual(decomposed.columns, composed.columns);
      await desk.close();
    });

    test("joins Arabic, and begins it on the right", async () => {
      const desk = await open();
      const { width, left } = await inkOf(desk, "السلام عليكم");
      const wanted = await browsersWidth(desk, "السلام عليكم");
      assert.ok(Math.abs(width - wanted) <= 2, `${width} px, the browser's ${wanted}`);
      assert.ok(left > 200, `begins at ${left} px`);
      await desk.close();
    });
  });
}
