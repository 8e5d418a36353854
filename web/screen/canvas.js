/**
 * The canvas' size in physical pixels, exactly: a canvas that the browser must scale is blurred.
 */

import { pageZoom } from "./page_zoom.js";

/**
 * Keeps the canvas' backing store at one pixel each of the screen's, and says when that changes.
 * @param {HTMLCanvasElement} canvas
 * @param {(width: number, height: number, scale: number) => void} resized physical pixels, device pixel ratio
 */
export function followSize(canvas, resized) {
  let scale = devicePixelRatio;
  let knowsExact = true;
  /** @param {number} width @param {number} height */
  const apply = (width, height) => {
    canvas.width = Math.max(1, width);
    canvas.height = Math.max(1, height);
    resized(canvas.width, canvas.height, scale);
  };
  const measure = () => {
    scale = devicePixelRatio * (knowsExact ? 1 : pageZoom());
    const box = canvas.getBoundingClientRect();
    apply(Math.round(box.width * scale), Math.round(box.height * scale));
  };
  const observer = new ResizeObserver(([entry]) => {
    const [exact] = entry.devicePixelContentBoxSize ?? [];
    if (!exact || !isPlausible(exact, canvas)) return measure();
    scale = devicePixelRatio;
    apply(exact.inlineSize, exact.blockSize);
  });
  try {
    observer.observe(canvas, { box: "device-pixel-content-box" });
  } catch {
    knowsExact = false; // WebKit
    observer.observe(canvas);
  }
  followScale(measure);
  measure();
}

/**
 * Where an event is, in physical pixels of the canvas.
 * @param {HTMLCanvasElement} canvas
 * @param {MouseEvent} event
 */
export function placeOn(canvas, event) {
  const box = canvas.getBoundingClientRect();
  const scale = canvas.width / box.width;
  return { x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale };
}

/**
 * The exact size differs from the CSS size times the scale by rounding alone. Chromium reports CSS pixels where its
 * device emulation sets the scale; that would draw everything too large and blurred.
 * @param {ResizeObserverSize} exact
 * @param {HTMLCanvasElement} canvas
 */
function isPlausible(exact, canvas) {
  const box = canvas.getBoundingClientRect();
  return Math.abs(exact.inlineSize - box.width * devicePixelRatio) < 2 &&
    Math.abs(exact.blockSize - box.height * devicePixelRatio) < 2;
}

/**
 * Zoom and a window moved to another screen change the scale, perhaps not the size.
 * @param {() => void} changed
 */
function followScale(changed) {
  const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
  query.addEventListener("change", () => {
    changed();
    followScale(changed);
  }, { once: true });
}
