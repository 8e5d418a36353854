/**
 * The canvas' size in physical pixels, exactly: a canvas that the browser must scale is blurred.
 */

/**
 * Keeps the canvas' backing store at one pixel each of the screen's, and says when that changes.
 * @param {HTMLCanvasElement} canvas
 * @param {(width: number, height: number, scale: number) => void} resized physical pixels, device pixel ratio
 */
export function followSize(canvas, resized) {
  /** @param {number} width @param {number} height */
  const apply = (width, height) => {
    canvas.width = Math.max(1, width);
    canvas.height = Math.max(1, height);
    resized(canvas.width, canvas.height, devicePixelRatio);
  };
  const measure = () => {
    const box = canvas.getBoundingClientRect();
    apply(Math.round(box.width * devicePixelRatio), Math.round(box.height * devicePixelRatio));
  };
  const observer = new ResizeObserver(([entry]) => {
    const [exact] = entry.devicePixelContentBoxSize ?? [];
    if (exact && isPlausible(exact, canvas)) apply(exact.inlineSize, exact.blockSize);
    else measure();
  });
  try {
    observer.observe(canvas, { box: "device-pixel-content-box" });
  } catch {
    observer.observe(canvas); // Safari knows no such box
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
