/**
 * The browser's zoom where it tells it nowhere. WebKit leaves it out of devicePixelRatio, and has no device-pixel-content-box: a
 * canvas that does not know it is drawn too small, and stretched.
 *
 * WebKit lays out in 64ths of a zoomed pixel, and cuts off the rest; a script sees these divided by the zoom. So for some odd
 * widths there is one zoom by which all that is seen become whole numbers of 64ths. (The window's outer size by its inner would be
 * simpler, and wrong beside a bar of tabs.)
 */

const PARTS = 64;
/**
 * CSS pixels. The first one has few 64ths, so that few zooms come into question; they have no common measure, by which a browser
 * that cuts nothing off would seem zoomed.
 */
const WIDTHS = [0.37193, 1.13917, 2.71351, 3.03719, 7.77531, 10.39573, 20.21839, 33.33761];
/** Beyond what browsers offer. */
const GREATEST = 6;
/** 64ths: what is seen has been through floating point. */
const TOLERANCE = 0.02;

/** How many of the screen's pixels, by its devicePixelRatio, a CSS pixel takes; 1 where nothing can be seen of it. */
export function pageZoom() {
  return zoomOf(seenWidths());
}

/**
 * @param {number[]} seen widths in 64ths of a CSS pixel, of WIDTHS
 */
export function zoomOf([first, ...others]) {
  for (let whole = 1; whole <= first * GREATEST; ++whole) {
    const zoom = whole / first;
    if (others.every((width) => Math.abs(width * zoom - Math.round(width * zoom)) < TOLERANCE)) return zoom;
  }
  return 1;
}

function seenWidths() {
  const box = document.createElement("div");
  box.style.position = "absolute";
  box.style.visibility = "hidden";
  document.body.append(box);
  const seen = WIDTHS.map((width) => {
    box.style.width = `${width}px`;
    return box.getBoundingClientRect().width * PARTS;
  });
  box.remove();
  return seen;
}
