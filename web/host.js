/**
 * What the host of the editor has written into index.html of itself (docs/hosting.md), in <meta name="depeche-…">: who runs
 * the site, where its legal pages are, and whether several people share the computers that it is meant for. What does not
 * hold is passed over, and said on the console, where an administrator looks.
 */

/** Characters. */
const LONGEST_NAME = 200;
const LONGEST_ADDRESS = 2000;
/** The mentions of décret 2019-768. */
const MENTIONS = ["non conforme", "partiellement conforme", "totalement conforme"];
const PAGES = ["accessibility-page", "legal", "privacy", "contact"];
const LICENCES = "THIRD-PARTY-LICENSES.txt";

/** What is known of the host: by name, as src/app/host.h has them. @typedef {Map<string, string>} Host */

/** @returns {Host} without what the host leaves empty */
export function readHost() {
  const found = new Map([
    ["host", nameOf("host")],
    ["accessibility", mentionOf("accessibility")],
    ...PAGES.map((page) => /** @type {[string, string]} */ ([page, addressOf(page)])),
  ]);
  return new Map([...found].filter(([, value]) => value !== ""));
}

/** What is known besides: of the build, which is in the page as well. @returns {[string, string][]} */
export function readBuild() {
  const { version = "" } = document.documentElement.dataset;
  return [["version", version], ["licences", new URL(LICENCES, location.href).href]];
}

/** Whether drafts are to be kept for as long as the tab alone: the next person must not find them. */
export function isSharedComputer() {
  return contentOf("shared-computer").toLowerCase() === "yes";
}

/** @param {string} name of the setting */
function contentOf(name) {
  return document.querySelector(`meta[name="depeche-${name}"]`)?.getAttribute("content")?.trim() ?? "";
}

/** @param {string} setting */
function nameOf(setting) {
  const name = contentOf(setting).replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, " ");
  return name.length <= LONGEST_NAME ? name : refuse(setting, `longer than ${LONGEST_NAME} characters`);
}

/** @param {string} setting */
function mentionOf(setting) {
  const mention = contentOf(setting).toLowerCase().replace(/\s+/g, " ");
  return mention === "" || MENTIONS.includes(mention) ? mention : refuse(setting, `none of “${MENTIONS.join("”, “")}”`);
}

/** A whole address: a relative one counts from the page. @param {string} setting */
function addressOf(setting) {
  const written = contentOf(setting);
  if (written === "") return "";
  if (written.length > LONGEST_ADDRESS) return refuse(setting, `longer than ${LONGEST_ADDRESS} characters`);
  try {
    const { href, protocol } = new URL(written, location.href);
    if (/^https?:$/.test(protocol) && href.length <= LONGEST_ADDRESS) return href;
  } catch {
    // As below.
  }
  return refuse(setting, "no address that begins with https:// or http://, nor a relative one");
}

/** @param {string} setting @param {string} why */
function refuse(setting, why) {
  console.warn(`<meta name="depeche-${setting}"> is passed over: ${why}.`);
  return "";
}

/**
 * The host's pages as links, below the plain field (web/fallback.js).
 * @param {HTMLElement} list whose entries are marked with what they are for
 * @param {Host} [host]
 */
export function showHost(list, host = readHost()) {
  for (const item of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[data-host]"))) {
    const what = item.dataset.host ?? "";
    const address = host.get(what === "accessibility" ? "accessibility-page" : what);
    item.hidden = address === undefined && !(what === "accessibility" && host.has(what));
    if (address !== undefined) makeLink(item, address);
  }
  for (const words of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[data-mention]"))) {
    words.hidden = words.dataset.mention !== host.get("accessibility");
  }
  list.hidden = [...list.children].every((item) => /** @type {HTMLElement} */ (item).hidden);
}

/** Puts all of an entry into a link. @param {HTMLElement} item @param {string} address */
function makeLink(item, address) {
  const link = document.createElement("a");
  Object.assign(link, { href: address, target: "_blank", rel: "noopener noreferrer" });
  link.append(...item.childNodes);
  item.append(link);
}
