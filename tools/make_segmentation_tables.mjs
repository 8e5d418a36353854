#!/usr/bin/env node
/**
 * Writes the classes by which text is cut and ordered, out of the Unicode Character Database (Debian's unicode-data;
 * cmake/UnicodeData.cmake says which version and where it lies):
 *
 *   node tools/make_segmentation_tables.mjs FOLDER_OF_THE_DATABASE
 *
 *   src/text/grapheme_classes.inc      UAX #29, graphemes
 *   src/text/word_classes.inc          UAX #29, words
 *   src/layout/line_break_classes.inc  UAX #14
 *   src/layout/bidi_classes.inc        UAX #9, and the two files that follow
 *   src/layout/bidi_brackets.inc       brackets that its rule N0 pairs
 *   src/layout/bidi_mirrors.inc        what is mirrored among right-to-left text
 *   src/layout/joining_classes.inc     which letters join, as Arabic ones do
 *
 * A row is the first code point of a range and the class of all up to the next row (src/text/class_table.h). Where a
 * rule asks for more than the class, the table has a class of its own for it, named as in the rule's text.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const END = 0x110000;
const database = process.argv[2];
if (!database) throw new Error("Give the folder that holds UnicodeData.txt.");
const root = fileURLToPath(new URL("..", import.meta.url));
const version = /-([\d.]+)\.txt/.exec(readFileSync(join(database, "PropList.txt"), "utf8"))?.[1];

/** @typedef {[first: number, last: number, ...values: string[]]} Row of a file of the database */

/**
 * The fields of each line of a file as [first, last, ...values]; those of `@missing` lines first, since the others
 * overrule them.
 * @param {string} path
 */
function rows(path) {
  /** @type {Row[]} */
  const missing = [];
  /** @type {Row[]} */
  const stated = [];
  for (const line of readFileSync(join(database, path), "utf8").split("\n")) {
    const fields = /^(# @missing: )?([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;([^#]*)/.exec(line);
    if (!fields) continue;
    const values = fields[4].split(";").map((value) => value.trim());
    const [first, last] = [parseInt(fields[2], 16), parseInt(fields[3] ?? fields[2], 16)];
    (fields[1] ? missing : stated).push([first, last, ...values]);
  }
  return [...missing, ...stated];
}

/**
 * The value of every code point, from the rows for which `value` gives one.
 * @template [Value=string]
 * @param {string} path
 * @param {(...values: string[]) => Value | undefined} [value]
 * @returns {Value[]}
 */
function property(path, value = (name) => /** @type {any} */ (name)) {
  const of = new Array(END).fill(undefined);
  for (const [first, last, ...values] of rows(path)) {
    const given = value(...values);
    if (given !== undefined) of.fill(given, first, last + 1);
  }
  return of;
}

/**
 * The short name of a value whose file has the long one in its `@missing` lines.
 * @param {string} property
 */
function shortNames(property) {
  /** @type {Record<string, string>} */
  const names = {};
  for (const line of readFileSync(join(database, "PropertyValueAliases.txt"), "utf8").split("\n")) {
    const [name, short, long] = line.split("#")[0].split(";").map((field) => field.trim());
    if (name === property) names[long] = short;
  }
  return (/** @type {string} */ name) => names[name] ?? name;
}

/** @param {string} path below src/ @param {(codePoint: number) => string} classOf */
function writeClasses(path, classOf) {
  const starts = [];
  for (let codePoint = 0, before = ""; codePoint < END; ++codePoint) {
    const now = classOf(codePoint);
    if (now !== before) starts.push(`{0x${codePoint.toString(16).toUpperCase()}, k${now}},`);
    before = now;
  }
  write(path, starts);
}

/** @param {string} path below src/ @param {string[]} entries */
function write(path, entries) {
  const lines = [`// Made by tools/make_segmentation_tables.mjs from Unicode ${version}; not edited by hand.`];
  for (const entry of entries) {
    const last = lines.length - 1;
    if (last > 0 && lines[last].length + 1 + entry.length <= 110) lines[last] += ` ${entry}`;
    else lines.push(entry);
  }
  writeFileSync(join(root, "src", path), `${lines.join("\n")}\n`);
}

const isHangulSyllable = (/** @type {number} */ codePoint) => codePoint >= 0xac00 && codePoint <= 0xd7a3;
const only = (/** @type {string} */ wanted) => (/** @type {string} */ name) => (name === wanted ? true : undefined);

const category = property("extracted/DerivedGeneralCategory.txt");
const pictographic = property("emoji/emoji-data.txt", only("Extended_Pictographic"));

// Graphemes: Grapheme_Cluster_Break, and Indic_Conjunct_Break (GB9c) and Extended_Pictographic (GB11) in its classes.
const graphemeBreak = property("auxiliary/GraphemeBreakProperty.txt");
const conjunct = property("DerivedCoreProperties.txt", (name, value) => (name === "InCB" ? value : undefined));
writeClasses("text/grapheme_classes.inc", (codePoint) => {
  if (isHangulSyllable(codePoint)) return "HangulSyllable";
  if (pictographic[codePoint]) return "Pictographic";
  if (conjunct[codePoint] === "Consonant") return "Consonant";
  if (conjunct[codePoint] === "Linker") return "Linker";
  if (conjunct[codePoint] === "Extend" && graphemeBreak[codePoint] === "Extend") return "ConjunctExtend";
  return graphemeBreak[codePoint].replaceAll("_", "");
});

// Words: Word_Break, and Extended_Pictographic (WB3c) in its classes.
const wordBreak = property("auxiliary/WordBreakProperty.txt");
writeClasses("text/word_classes.inc", (codePoint) => {
  const name = wordBreak[codePoint].replaceAll("_", "");
  return pictographic[codePoint] ? `Pictographic${name === "Other" ? "" : name}` : name;
});

// Lines: Line_Break, resolved as LB1 says without further information, and what the rules ask besides.
const lineBreak = property("extracted/DerivedLineBreak.txt", shortNames("lb"));
const width = property("extracted/DerivedEastAsianWidth.txt", shortNames("ea"));
writeClasses("layout/line_break_classes.inc", (codePoint) => {
  const isWide = ["F", "W", "H"].includes(width[codePoint]);
  const name = lineBreak[codePoint];
  if (codePoint === 0x25cc) return "DottedCircle"; // LB28a
  switch (name) {
    case "AI":
    case "SG":
    case "XX":
      return "AL";
    case "SA":
      return ["Mn", "Mc"].includes(category[codePoint]) ? "CM" : "AL";
    case "CJ":
      return "NS";
    case "QU":
      return category[codePoint] === "Pi" ? "InitialQU" : category[codePoint] === "Pf" ? "FinalQU" : "QU";
    case "OP":
    case "CP":
      return isWide ? `Wide${name}` : name; // LB30
    case "ID":
      return pictographic[codePoint] && category[codePoint] === "Cn" ? "ReservedPictograph" : name; // LB30b
    case "H2":
    case "H3":
      return "HangulSyllable";
    default:
      return name;
  }
});

// Directions: Bidi_Class, paired brackets, mirrored characters.
const direction = property("extracted/DerivedBidiClass.txt", shortNames("bc"));
writeClasses("layout/bidi_classes.inc", (codePoint) => direction[codePoint]);

const hexadecimal = (/** @type {number} */ codePoint) => `0x${codePoint.toString(16).toUpperCase()}`;
const pairs = (/** @type {Row[]} */ rows) => rows.map(([from, , to]) => `{${hexadecimal(from)}, ${hexadecimal(parseInt(to, 16))}},`);
write("layout/bidi_brackets.inc", pairs(rows("BidiBrackets.txt").filter((row) => row[3] === "o")));
write("layout/bidi_mirrors.inc", pairs(rows("BidiMirroring.txt").filter((row) => row[2] !== "<none>")));

// Joining: Joining_Type of what begins a cluster: the transparent ones never do.
const joining = property("extracted/DerivedJoiningType.txt", shortNames("jt"));
writeClasses("layout/joining_classes.inc", (codePoint) => (joining[codePoint] === "T" ? "U" : joining[codePoint]));
