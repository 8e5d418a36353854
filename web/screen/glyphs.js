/**
 * Draws glyphs with a 2D canvas, for the program's atlas (src/platform/web/glyphs.cc).
 *
 * A glyph is drawn in ink on nothing: an ordinary one then has coverage alone, and one that shows a colour (an emoji)
 * brings its own. Pixels go to the program premultiplied. Icons (web/screen/icons.js, made at build time) are paths on a grid
 * of 24 and have the private-use code points from U+E000 on.
 *
 * A glyph is what the font has for a cluster: a character, or several that show as one (a letter and its marks, an emoji
 * of several parts). Text comes from documents: what it may take on the canvas is bounded.
 */
import { FontExtent, GlyphExtent } from "#border";
import { icons } from "./icons.js";

const ICON_FAMILY = "remixicon";
const ICON_GRID = 24;
/** Room around the measured box: antialiasing and hinting may step over it. */
const MARGIN = 2;
/** The most that a glyph is drawn of, around its pen and in its size: marks can be heaped up without end. */
const REACH_ACROSS = 16;
const REACH_DOWN = 4;

/**
 * A cluster of Arabic or its like has a zero-width joiner where it joins a neighbour. Browsers heed one on one side alone
 * when a fallback font has the letter; the stroke that fonts have to lengthen words joins on both. They are read from
 * right to left, so what comes after stands on the left.
 * @typedef {{ text: string, before: boolean, after: boolean }} Joined
 */
const ZERO_WIDTH_JOINER = "\u200D";
const JOINER = "\u0640"; // tatweel
const OVERLAP = 0.5;

/** @typedef {{ css: string, pixels: number, isIcon: boolean }} Font */
/** @typedef {{ width: number, height: number, data: Uint8ClampedArray, colored: boolean }} Drawing */

export class Glyphs {
  #memory;
  #fonts;
  #context;
  #pairs;
  /** @type {Font[]} */
  #known = [];
  /** @type {Map<string, number>} */
  #numbers = new Map();
  /** @type {Drawing | undefined} */
  #drawing;

  /** @param {import("../program/memory.js").Memory} memory @param {import("./fonts.js").LateFonts} fonts */
  constructor(memory, fonts) {
    this.#memory = memory;
    this.#fonts = fonts;
    this.#context = newContext(64);
    this.#pairs = newContext(1);
    // Letters that the program sets one by one must not be measured as a ligature: spaced letters make none, and the
    // space is in all that is subtracted.
    if ("letterSpacing" in this.#pairs) this.#pairs.letterSpacing = "0.01px";
  }

  /**
   * The functions that the program calls; see src/platform/web/imports.h.
   * @returns {Pick<import("#border").Imports, "font" | "glyph_advance" | "kerning" | "glyph" | "glyph_pixels">}
   */
  get functions() {
    return {
      font: this.#font.bind(this),
      glyph_advance: this.#advance.bind(this),
      kerning: this.#kerning.bind(this),
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
   * @param {number} extent a FontExtent
   */
  #font(family, size, weight, italic, pixels, extent) {
    const name = this.#memory.text(family, size);
    const css = `${italic ? "italic" : "normal"} ${weight} ${pixels}px ${name}`;
    let number = this.#numbers.get(css);
    if (number === undefined) {
      number = this.#known.push({ css, pixels, isIcon: name === ICON_FAMILY }) - 1;
      this.#numbers.set(css, number);
    }
    const font = this.#known[number];
    if (font.isIcon) {
      this.#memory.write(extent, FontExtent, { ascent: pixels, descent: 0 });
    } else {
      this.#fonts.use(css, "x");
      this.#context.font = css;
      const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = this.#context.measureText("x");
      this.#memory.write(extent, FontExtent, { ascent, descent });
    }
    return number;
  }

  /**
   * @param {number} number of the font
   * @param {number} cluster
   * @param {number} size
   */
  #advance(number, cluster, size) {
    const font = this.#known[number];
    if (font.isIcon) return font.pixels;
    const text = this.#memory.text(cluster, size);
    this.#fonts.use(font.css, text);
    this.#context.font = font.css;
    return this.#measure(joined(text)).advance;
  }

  /**
   * The advance of a cluster without that of what it joins, and how far left of its pen the text with these begins. The
   * font is that of the context.
   * @param {Joined} joined
   */
  #measure({ text, before, after }) {
    const width = this.#context.measureText(text).width;
    if (!before && !after) return { advance: width, left: 0 };
    const joiner = this.#context.measureText(JOINER).width;
    return { advance: width - joiner * (Number(before) + Number(after)), left: after ? joiner : 0 };
  }

  /**
   * @param {number} number of the font
   * @param {number} left
   * @param {number} right
   */
  #kerning(number, left, right) {
    const context = this.#pairs;
    context.font = this.#known[number].css;
    const [first, second] = [String.fromCodePoint(left), String.fromCodePoint(right)];
    const pair = context.measureText(first + second).width;
    return pair - context.measureText(first).width - context.measureText(second).width;
  }

  /**
   * @param {number} number of the font
   * @param {number} cluster
   * @param {number} size
   * @param {number} shift
   * @param {number} extent a GlyphExtent
   */
  #glyph(number, cluster, size, shift, extent) {
    const font = this.#known[number];
    const text = this.#memory.text(cluster, size);
    const [left, top, advance] = font.isIcon ? this.#drawIcon(font, text) : this.#drawText(font, text, shift);
    const whole = this.#context.getImageData(0, 0, this.#width, this.#height);
    const inked = inkedPart(whole);
    this.#drawing = inked;
    const { width, height, x, y, colored } = inked;
    const place = { left: left + x, top: top + y };
    this.#memory.write(extent, GlyphExtent, { width, height, ...place, advance, colored: Number(colored) });
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
   * @param {string} cluster
   * @param {number} shift
   * @returns {[number, number, number]} left and top of the canvas from the pen, and the advance
   */
  #drawText(font, cluster, shift) {
    this.#fonts.use(font.css, cluster);
    this.#context.font = font.css;
    const { text, before, after } = joined(cluster);
    const { advance, left: pen } = this.#measure({ text, before, after });
    const box = this.#context.measureText(text);
    const [across, down] = [REACH_ACROSS * font.pixels, REACH_DOWN * font.pixels];
    const left = Math.ceil(Math.min(box.actualBoundingBoxLeft, across) + pen) + MARGIN;
    const top = Math.ceil(Math.min(box.actualBoundingBoxAscent, down)) + MARGIN;
    const width = Math.max(1, left + Math.ceil(Math.min(box.actualBoundingBoxRight, across) + shift) + MARGIN);
    const height = Math.max(1, top + Math.ceil(Math.min(box.actualBoundingBoxDescent, down)) + MARGIN);
    this.#clear(width, height);
    this.#context.font = font.css;
    this.#context.fillStyle = "#000";
    this.#context.save();
    if (before || after) {
      // The stroke ends where the neighbour's begins, a little over it so that no seam shows.
      const begin = after ? left + shift - OVERLAP : 0;
      const end = before ? left + shift + advance + OVERLAP : width;
      this.#context.beginPath();
      this.#context.rect(begin, 0, end - begin, height);
      this.#context.clip();
    }
    this.#context.fillText(text, left + shift - pen, top);
    this.#context.restore();
    return [-left, -top, advance];
  }

  /**
   * @param {Font} font
   * @param {string} text
   * @returns {[number, number, number]}
   */
  #drawIcon(font, text) {
    const side = Math.ceil(font.pixels);
    this.#clear(side, side);
    const path = icons[text.codePointAt(0) ?? 0];
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
 * @param {string} cluster
 * @returns {Joined}
 */
function joined(cluster) {
  const before = cluster.startsWith(ZERO_WIDTH_JOINER) && cluster.length > 1;
  const after = cluster.endsWith(ZERO_WIDTH_JOINER) && cluster.length > 1;
  if (!before && !after) return { text: cluster, before, after };
  const letter = cluster.slice(before ? 1 : 0, after ? -1 : undefined);
  return { text: (before ? JOINER : "") + letter + (after ? JOINER : ""), before, after };
}

/**
 * Whether the browser adds noise to what is drawn when it is read back, so that nobody is recognised by it (Firefox with
 * privacy.resistFingerprinting, Tor Browser): every letter would be a heap of coloured dots.
 */
export function isNoisy() {
  return newContext(16).getImageData(0, 0, 16, 16).data.some((part) => part !== 0);
}

/** @param {number} side */
function newContext(side) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("The browser has no 2D canvas.");
  return context;
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
