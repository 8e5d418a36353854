/**
 * The faces that a page is set in, as rules that carry them. Spectral and Public Sans may be embedded in a document: SIL Open
 * Font License 1.1.
 */
import { dataAddress } from "./data_address.js";

/** Thinner ones are set in the thinnest face of a family, the others in the thickest: there are two. */
const BOLD_FROM = 550;

/** Characters of the page in one face. @typedef {{ family: string, weight: number, style: string, characters: Set<string> }} Use */

/**
 * The rules of the editor's style sheet that set a sheet's text, each with its file in it. What cannot be fetched is left
 * out: the page names other faces, too.
 * @param {ShadowRoot} root of a sheet that is in the document
 * @returns {Promise<string>}
 */
export async function embeddedFaces(root) {
  const all = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const rules = all.flatMap((rule) => (rule instanceof CSSFontFaceRule ? [rule] : []));
  const used = new Set(usesOf(root).flatMap((use) => rulesFor(use, rules)));
  const written = await Promise.allSettled(rules.filter((rule) => used.has(rule)).map(embedded));
  return written.map((result) => (result.status === "fulfilled" ? result.value : "")).join("");
}

/** @param {ShadowRoot} root */
function usesOf(root) {
  /** @type {Map<string, Use>} */
  const uses = new Map();
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (!node.parentElement || node.parentElement.localName === "style") continue;
    const { fontFamily: family, fontWeight, fontStyle: style } = getComputedStyle(node.parentElement);
    const key = `${family}/${fontWeight}/${style}`;
    const use = uses.get(key) ?? { family, weight: Number(fontWeight), style, characters: new Set() };
    uses.set(key, use);
    for (const character of node.nodeValue ?? "") use.characters.add(character);
  }
  return [...uses.values()];
}

/** @param {Use} use @param {CSSFontFaceRule[]} rules */
function rulesFor({ family, weight, style, characters }, rules) {
  const [first] = family.split(",").map(unquoted);
  const ofFamily = rules.filter((rule) => unquoted(descriptor(rule, "font-family")) === first);
  const inStyle = ofFamily.filter((rule) => descriptor(rule, "font-style") === style);
  const choice = inStyle.length > 0 ? inStyle : ofFamily;
  const weights = choice.map(weightOf);
  const wanted = weight < BOLD_FROM ? Math.min(...weights) : Math.max(...weights);
  const codes = [...characters].map((character) => character.codePointAt(0) ?? 0);
  return choice.filter((rule) => weightOf(rule) === wanted && codes.some((code) => isIn(descriptor(rule, "unicode-range"), code)));
}

/** @param {CSSFontFaceRule} rule */
async function embedded(rule) {
  const [, file] = /url\("?([^")]+)"?\)/.exec(descriptor(rule, "src")) ?? [];
  const response = await fetch(new URL(file, rule.parentStyleSheet?.href ?? document.baseURI));
  if (!response.ok) throw new Error(`${file}: HTTP ${response.status}`);
  const address = await dataAddress(new Blob([await response.arrayBuffer()], { type: "font/woff2" }));
  const rest = ["font-family", "font-weight", "font-style", "unicode-range"].map((name) => `${name}: ${descriptor(rule, name)};`);
  return `@font-face { ${rest.join(" ")} src: url("${address}") format("woff2"); }\n`;
}

/** @param {CSSFontFaceRule} rule @param {string} name */
function descriptor(rule, name) {
  return rule.style.getPropertyValue(name);
}

/** @param {CSSFontFaceRule} rule */
function weightOf(rule) {
  return Number(descriptor(rule, "font-weight"));
}

/** @param {string} family */
function unquoted(family) {
  return family.trim().replace(/^["']|["']$/g, "");
}

/**
 * @param {string} ranges as CSS has them: "U+0-FF, U+131"
 * @param {number} code
 */
function isIn(ranges, code) {
  return ranges.split(",").some((range) => {
    const [first, last = first] = range.trim().slice(2).split("-");
    return parseInt(first, 16) <= code && code <= parseInt(last, 16);
  });
}
