/**
 * Draws glyphs with a 2D canvas, for the program's atlas (src/platform/web/glyphs.cc).
 *
 * A glyph is drawn in ink on nothing: an ordinary one then has coverage alone, and one that shows a colour (an emoji)
 * brings its own. Pixels go to the program premultiplied. Icons (web/icons.js, made at build time) are paths on a grid
 * of 24 and have the private-use code points from U+E000 on.
 */
import { icons } from "./icons.js";

const ICON_FAMILY = "remixicon";
const ICON_GRID = 24;
/** Room around the measured box: antialiasing and hinting may step over it. */
const MARGIN = 2;

/** @typedef {{ css: string, pixels: number, isIcon: boolean }} Font */
/** @typedef {{ width: number, height: number, data: Uint8ClampedArray, colored: boolean }} Drawing */

export class Glyphs {
  #memory;
  #context;
  /** @type {Font[]} */
  #fonts = [];
  /** @type {Map<string, number>} */
  #numbers = new Map();
  /** @type {Drawing | undefined} */
  #drawing;

  /** @param {import("./memory.js").Memory} memory */
  constructor(memory) {
    this.#memory = memory;
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 64;
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (!context) throw new Error("The browser has no 2D canvas.");
    this.#context = context;
  }

  /** The functions that the program calls; see src/platform/web/browser.h. */
  get functions() {
    return {
      font: this.#font.bind(this),
      glyph_advance: this.#advance.bind(this),
      glyph: this.#glyph.bind(this),
      glyph_pixels: this.#pixels.bind(this),
    };
  }

  /**
   * @param {number} family
   * @param {number} size
   * @param {number} weight
   * @param {number} italic
   * @param {number} pixels
   * @param {number} extent where ascent and descent go
   */
  #font(family, size, weight, italic, pixels, extent) {
    const name = this.#memory.text(family, size);
    const css = `${italic ? "italic" : "normal"} ${weight} ${pixels}px ${name}`;
    let number = this.#numbers.get(css);
    if (number === undefined) {
      number = this.#fonts.push({ css, pixels, isIcon: name === ICON_FAMILY }) - 1;
      this.#numbers.set(css, number);
    }
    const font = this.#fonts[number];
    const out = this.#memory.float32(extent, 2);
    if (font.isIcon) {
      out.set([pixels, 0]);
    } else {
      this.#context.font = css;
      const box = this.#context.measureText("x");
      out.set([box.fontBoundingBoxAscent, box.fontBoundingBoxDescent]);
    }
    return number;
  }

  /**
   * @param {number} number of the font
   * @param {number} character
   */
  #advance(number, character) {
    const font = this.#fonts[number];
    if (font.isIcon) return font.pixels;
    this.#context.font = font.css;
    return this.#context.measureText(String.fromCodePoint(character)).width;
  }

  /**
   * @param {number} number of the font
   * @param {number} character
   * @param {number} extent where width, height, left, top, advance and colored go
   */
  #glyph(number, character, extent) {
    const font = this.#fonts[number];
    const [left, top, advance] = font.isIcon ? this.#drawIcon(font, character) : this.#drawText(font, character);
    const whole = this.#context.getImageData(0, 0, this.#width, this.#height);
    const inked = inkedPart(whole);
    this.#drawing = inked;
    const integers = this.#memory.int32(extent, 6);
    integers.set([inked.width, inked.height, left + inked.x, top + inked.y, 0, inked.colored ? 1 : 0]);
    this.#memory.float32(extent, 6)[4] = advance;
  }

  #width = 0;
  #height = 0;

  /**
   * An empty canvas of that size at least.
   * @param {number} width
   * @param {number} height
   */
  #clear(width, height) {
    const { canvas } = this.#context;
    if (canvas.width < width || canvas.height < height) {
      canvas.width = Math.max(canvas.width, width);
      canvas.height = Math.max(canvas.height, height);
    } else {
      this.#context.clearRect(0, 0, width, height);
    }
    this.#width = width;
    this.#height = height;
  }

  /**
   * @param {Font} font
   * @param {number} character
   * @returns {[number, number, number]} left and top of the canvas from the pen, and the advance
   */
  #drawText(font, character) {
    const text = String.fromCodePoint(character);
    this.#context.font = font.css;
    const box = this.#context.measureText(text);
    const left = Math.ceil(box.actualBoundingBoxLeft) + MARGIN;
    const top = Math.ceil(box.actualBoundingBoxAscent) + MARGIN;
    this.#clear(
      Math.max(1, left + Math.ceil(box.actualBoundingBoxRight) + MARGIN),
      Math.max(1, top + Math.ceil(box.actualBoundingBoxDescent) + MARGIN),
    );
    this.#context.font = font.css;
    this.#context.fillStyle = "#000";
    this.#context.fillText(text, left, top);
    return [-left, -top, box.width];
  }

  /**
   * @param {Font} font
   * @param {number} character
   * @returns {[number, number, number]}
   */
  #drawIcon(font, character) {
    const side = Math.ceil(font.pixels);
    this.#clear(side, side);
    const path = icons[character];
    if (path !== undefined) {
      this.#context.fillStyle = "#000";
      this.#context.setTransform(font.pixels / ICON_GRID, 0, 0, font.pixels / ICON_GRID, 0, 0);
      this.#context.fill(new Path2D(path));
      this.#context.resetTransform();
    }
    return [0, -side, font.pixels];
  }

  /** @param {number} address */
  #pixels(address) {
    const drawing = this.#drawing;
    if (!drawing) return;
    const out = this.#memory.bytes(address, drawing.width * drawing.height * 4);
    const { data } = drawing;
    for (let i = 0; i < data.length; i += 4) {
      const alpha = data[i + 3];
      const part = drawing.colored ? alpha / 255 : 0;
      out[i] = drawing.colored ? data[i] * part : alpha;
      out[i + 1] = drawing.colored ? data[i + 1] * part : alpha;
      out[i + 2] = drawing.colored ? data[i + 2] * part : alpha;
      out[i + 3] = alpha;
    }
  }
}

/**
 * The smallest part of an image that holds all its ink, and whether it shows a colour.
 * @param {ImageData} image
 * @returns {Drawing & { x: number, y: number }}
 */
function inkedPart(image) {
  const { width, height, data } = image;
  let [left, right, top, bottom, colored] = [width, -1, height, -1, false];
  for (let y = 0, i = 0; y < height; ++y) {
    for (let x = 0; x < width; ++x, i += 4) {
      if (data[i + 3] === 0) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
      if (data[i] + data[i + 1] + data[i + 2] > 0) colored = true;
    }
  }
  if (bottom < 0) return { x: 0, y: 0, width: 0, height: 0, data: new Uint8ClampedArray(), colored: false };
  const part = { x: left, y: top, width: right - left + 1, height: bottom - top + 1, colored };
  const inked = new Uint8ClampedArray(part.width * part.height * 4);
  for (let y = 0; y < part.height; ++y) {
    const begin = ((top + y) * width + left) * 4;
    inked.set(data.subarray(begin, begin + part.width * 4), y * part.width * 4);
  }
  return { ...part, data: inked };
}
