/**
 * The release's page (src/writers/page.cc) taken apart, written anew, and put into the editor's own document, to be printed or
 * to be asked how it is set.
 *
 * The policy of the editor lets no inline style through, and says so even of a document that is only parsed. So the rules
 * and the `style` attributes (of safe HTML: text-align alone) leave the text before it is parsed, and come by other ways: a
 * constructed style sheet, and the elements' `style` objects.
 */

/** Stands for the attribute `style`; nobody else can have written it. */
const STYLE = `data-style-${Math.random().toString(36).slice(2)}`;
/** A tag of the program's: in its attributes, < and > are character references. */
const STYLED_TAG = /(<[a-z][^<>]*?) style="([^"]*)"/g;

/** A page that loads nothing and runs nothing, and its rules. @typedef {{ rules: string, document: Document }} Page */

/** @param {string} html as the program wrote it @returns {Page} */
export function readPage(html) {
  const [, before = html, rules = "", after = ""] = /^([^]*?)<style>([^]*?)<\/style>([^]*)$/.exec(html) ?? [];
  const text = (before + after).replaceAll(STYLED_TAG, `$1 ${STYLE}="$2"`);
  return { rules, document: new DOMParser().parseFromString(text, "text/html") };
}

/** Safe HTML without its `style` attributes: for whoever does not look at it. @param {string} html as the program wrote it */
export function withoutStyles(html) {
  return html.replaceAll(STYLED_TAG, "$1");
}

/** The page as one text of HTML. @param {Page} page */
export function writePage({ rules, document }) {
  const html = document.documentElement.outerHTML.replaceAll(STYLE, "style");
  return `<!DOCTYPE html>\n${html.replace("</head>", () => `<style>${rules}</style>\n</head>`)}\n`;
}

/** What the release calls a picture: its address as written. @param {HTMLImageElement} image */
export function addressOf(image) {
  return image.getAttribute("src") ?? "";
}

/** Whether a picture lies in the page itself. @param {HTMLImageElement} image */
export function isWithin(image) {
  return addressOf(image).startsWith("data:");
}

/**
 * Puts a page into the document, in a shadow tree, so that neither's rules and identifiers reach the other. On the screen it
 * is not shown (style.css). Its pictures are asked for as they are then: addresses of the release must be gone before.
 * @param {Page} page
 */
export function showSheet({ rules, document: page }) {
  const sheet = document.createElement("div");
  sheet.id = "sheet";
  sheet.lang = page.documentElement.lang;
  const shadow = sheet.attachShadow({ mode: "open" });
  if ("adoptedStyleSheets" in shadow) shadow.adoptedStyleSheets = [constructed(rules)]; // else it stands unadorned
  shadow.append(...document.importNode(page.body, true).childNodes);
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (shadow.querySelectorAll(`[${STYLE}]`)))
    element.style.cssText = element.getAttribute(STYLE) ?? "";
  document.body.append(sheet);
  return sheet;
}

/** @param {string} rules */
function constructed(rules) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  return sheet;
}
