/**
 * The border between the program and the page's scripts, read from the C++ headers: node cmake/bundle/border.mjs
 *
 * Makes build/border/border.js and its types, which the scripts import as "#border" (package.json): the functions that the
 * page lends (src/platform/web/imports.h), those that it calls (exports.cc, web_main.cc), the structs in memory
 * (border.h), and the enumerations that these name, found in the headers that they include. Only plain declarations are
 * read; all else is an error.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const STRUCTS = "platform/web/border.h";
const IMPORTS = "platform/web/imports.h";
const EXPORTS = ["platform/web/exports.cc", "web_main.cc"];

/** What numbers are called in a DataView, and their bytes. */
const SCALARS = new Map([
  ["float", { kind: "Float32", size: 4 }],
  ["double", { kind: "Float64", size: 8 }],
  ["int", { kind: "Int32", size: 4 }],
  ["std::int32_t", { kind: "Int32", size: 4 }],
  ["std::uint32_t", { kind: "Uint32", size: 4 }],
  ["std::size_t", { kind: "Uint32", size: 4 }],
]);

/**
 * @typedef {{ name: string, size: number, values: string[] }} Enumeration `size` in bytes; the names in the order of their values
 * @typedef {{ name: string, kind: string, offset: number }} Field
 * @typedef {{ name: string, size: number, fields: Field[] }} Struct
 * @typedef {{ name: string, type: string }} Parameter
 * @typedef {{ name: string, result: string, parameters: Parameter[] }} Signature in C++'s types
 * @typedef {{ enumerations: Enumeration[], structs: Struct[], imports: Signature[], exports: Signature[] }} Border
 */

/**
 * @param {(path: string) => string | Promise<string>} read gives a file of src/; fails where there is none
 * @returns {Promise<Border>}
 */
export async function readBorder(read) {
  const sources = new Map();
  for (const path of [STRUCTS, IMPORTS, ...EXPORTS]) sources.set(path, plain(await read(path)));
  const headers = [...sources.values()].flatMap((source) => includesOf(source));
  const known = new Map();
  for (const path of new Set([...sources.keys(), ...headers])) {
    const source = sources.get(path) ?? plain(await read(path));
    for (const enumeration of enumerationsOf(path, source)) {
      if (known.has(enumeration.name)) fail(path, `${enumeration.name}: another enumeration has this name, too`);
      known.set(enumeration.name, enumeration);
    }
  }
  const used = new Map();
  /** @param {string} type */
  const find = (type) => {
    const enumeration = known.get(lastName(type));
    if (enumeration) used.set(enumeration.name, enumeration);
    return enumeration;
  };
  const structs = structsOf(STRUCTS, sources.get(STRUCTS), find);
  const imports = functionsOf(IMPORTS, sources.get(IMPORTS), "DEPECHE_IMPORT", find);
  const exports = EXPORTS.flatMap((path) => functionsOf(path, sources.get(path), "DEPECHE_EXPORT", find));
  return { enumerations: [...used.values()], structs, imports, exports };
}

/** @param {Border} border */
export function borderModule({ enumerations, structs }) {
  const lines = ["// Made by cmake/bundle/border.mjs from the C++ headers."];
  for (const { name, values } of enumerations) {
    lines.push(`export const ${name} = Object.freeze({ ${values.map((value, i) => `${value}: ${i}`).join(", ")} });`);
  }
  for (const { name, size, fields } of structs) {
    const offsets = fields.map((field) => `${field.name}: { kind: "${field.kind}", offset: ${field.offset} }`);
    lines.push(`export const ${name} = Object.freeze({ size: ${size}, fields: { ${offsets.join(", ")} } });`);
  }
  return lines.join("\n") + "\n";
}

/** @param {Border} border */
export function borderTypes({ enumerations, structs, imports, exports }) {
  const lines = ["// Made by cmake/bundle/border.mjs from the C++ headers."];
  for (const { name, values } of enumerations) {
    lines.push(`export const ${name}: { ${values.map((value, i) => `readonly ${value}: ${i}`).join("; ")} };`);
    lines.push(`export type ${name} = keyof typeof ${name};`);
  }
  lines.push('export type Kind = "Float32" | "Float64" | "Int32" | "Uint32" | "Uint8" | "Uint16";');
  lines.push("export interface Layout<Field extends string> {");
  lines.push("  readonly size: number;");
  lines.push("  readonly fields: { readonly [Name in Field]: { readonly kind: Kind; readonly offset: number } };");
  lines.push("}");
  for (const { name, fields } of structs) {
    lines.push(`export const ${name}: Layout<${fields.map((field) => `"${field.name}"`).join(" | ")}>;`);
  }
  const names = new Set(enumerations.map(({ name }) => name));
  lines.push("/** What the page lends the program. Addresses and sizes are numbers; a truth is 0 or 1. */");
  lines.push(...functionLines("Imports", imports, { truth: "number", names }));
  lines.push("/** What the page calls. Whatever is not 0 is true in what comes back. */");
  lines.push(...functionLines("Exports", exports, { truth: "boolean", names }));
  return lines.join("\n") + "\n";
}

/**
 * A type of functions: no interface, which would not do as a module of WebAssembly's imports.
 * @param {string} name
 * @param {Signature[]} functions
 * @param {{ truth: string, names: Set<string> }} how a bool among the parameters is typed; the enumerations
 */
function functionLines(name, functions, { truth, names }) {
  /** @param {string} type @param {string} ofTruth */
  const inScript = (type, ofTruth) => {
    if (type === "void") return "void";
    if (type === "bool") return ofTruth;
    return names.has(lastName(type)) ? `(typeof ${lastName(type)})[${lastName(type)}]` : "number";
  };
  const lines = functions.map(({ name: each, result, parameters }) => {
    const list = parameters.map((parameter) => `${camel(parameter.name)}: ${inScript(parameter.type, truth)}`);
    return `  ${each}(${list.join(", ")}): ${inScript(result, "number")};`;
  });
  return [`export type ${name} = {`, ...lines, "};"];
}

/**
 * Without comments and what is for the preprocessor, but for its includes.
 * @param {string} source
 */
function plain(source) {
  return source.replace(/\/\/[^\n]*/g, "").replace(/^#(?!include )[^\n]*/gm, "");
}

/** @param {string} source */
function includesOf(source) {
  return [...source.matchAll(/^#include "([^"]+)"/gm)].map(([, path]) => path);
}

/**
 * @param {string} path
 * @param {string} source
 * @returns {Enumeration[]}
 */
function enumerationsOf(path, source) {
  return [...source.matchAll(/\benum class (\w+)\s*(?::\s*([\w:]+))?\s*\{([^}]*)\}/g)].map(([, name, type, body]) => {
    const values = body.split(",").map((value) => value.trim()).filter((value) => value !== "");
    for (const value of values) {
      if (!/^k[A-Z]\w*$/.test(value)) fail(path, `${name}: "${value}" is no plain enumerator`);
    }
    const size = { "std::uint8_t": 1, "std::uint16_t": 2, "std::uint32_t": 4, "": 4 }[type ?? ""];
    if (!size) return fail(path, `${name}: of ${type}, whose size is not known here`);
    return { name, size, values: values.map((value) => value[1].toLowerCase() + value.slice(2)) };
  });
}

/**
 * Every struct, with the layout that its assertion holds.
 * @param {string} path
 * @param {string} source
 * @param {(type: string) => Enumeration | undefined} find
 * @returns {Struct[]}
 */
function structsOf(path, source, find) {
  return [...source.matchAll(/\bstruct\b([^{;]*)\{([^}]*)\}/g)].map(([, head, body]) => {
    const name = head.trim();
    if (!/^\w+$/.test(name)) fail(path, `"struct ${name}" is no plain struct`);
    /** @type {Field[]} */
    const fields = [];
    let [end, alignment] = [0, 1];
    for (const member of body.split(";").map((each) => each.trim()).filter((each) => each !== "")) {
      const [, type, names] = /^((?:const )?[\w:]+\*?)\s+(\w+(?:\s*,\s*\w+)*)$/.exec(member) ?? [];
      const scalar = type === undefined ? undefined : scalarOf(type, find);
      if (!scalar) return fail(path, `${name}: "${member}" is no plain member`);
      for (const field of names.split(",")) {
        const offset = Math.ceil(end / scalar.size) * scalar.size;
        fields.push({ name: camel(field.trim()), kind: scalar.kind, offset });
        [end, alignment] = [offset + scalar.size, Math.max(alignment, scalar.size)];
      }
    }
    const size = Math.ceil(end / alignment) * alignment;
    if (!new RegExp(`static_assert\\(sizeof\\(${name}\\) == ${size}\\);`).test(source)) {
      fail(path, `${name}: static_assert(sizeof(${name}) == ${size}); is missing`);
    }
    return { name, size, fields };
  });
}

/**
 * @param {string} type
 * @param {(type: string) => Enumeration | undefined} find
 */
function scalarOf(type, find) {
  if (type.endsWith("*")) return SCALARS.get("std::size_t");
  const enumeration = find(type);
  if (!enumeration) return SCALARS.get(type);
  return { kind: `Uint${enumeration.size * 8}`, size: enumeration.size };
}

/**
 * The functions behind a macro that names them.
 * @param {string} path
 * @param {string} source
 * @param {string} macro
 * @param {(type: string) => Enumeration | undefined} find
 * @returns {Signature[]}
 */
function functionsOf(path, source, macro, find) {
  const marks = [...source.matchAll(new RegExp(`\\b${macro}\\((\\w+)\\)([^;{]*)[;{]`, "g"))];
  if (marks.length === 0) fail(path, `there is no ${macro}`);
  return marks.map(([, name, declaration]) => {
    const [, result, own, list] = /^\s*([\w:*\s]*?[\s*])(\w+)\(([^()]*)\)\s*$/.exec(declaration) ?? [];
    if (own !== name) fail(path, `${name}: "${declaration.trim()}" is no plain declaration of it`);
    const parameters = list.split(",").map((each) => each.trim()).filter((each) => each !== "").map((each) => {
      const [, type, parameter] = /^([\w:*\s]*?[\s*])(\w+)$/.exec(each) ?? [];
      if (type === undefined) return fail(path, `${name}: "${each}" is no plain parameter`);
      return { name: parameter, type: known(path, name, type, find) };
    });
    return { name, result: known(path, name, result, find), parameters };
  });
}

/**
 * A type that may cross the border.
 * @param {string} path
 * @param {string} name of the function
 * @param {string} type
 * @param {(type: string) => Enumeration | undefined} find
 */
function known(path, name, type, find) {
  const given = type.trim().replace(/\s+/g, " ");
  if (given.endsWith("*") || given === "void" || given === "bool" || SCALARS.has(given) || find(given)) return given;
  return fail(path, `${name}: "${given}" is no type that is known here`);
}

/** @param {string} type */
function lastName(type) {
  return type.split("::").at(-1) ?? type;
}

/** @param {string} name */
function camel(name) {
  return name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
}

/**
 * @param {string} path
 * @param {string} problem
 * @returns {never}
 */
function fail(path, problem) {
  throw new Error(`src/${path}: ${problem}`);
}

/**
 * Writes the module and its types.
 * @param {string} root of the project
 */
export async function makeBorder(root) {
  const border = await readBorder((path) => readFile(join(root, "src", path), "utf8"));
  const folder = join(root, "build/border");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "border.js"), borderModule(border));
  await writeFile(join(folder, "border.d.ts"), borderTypes(border));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await makeBorder(join(dirname(fileURLToPath(import.meta.url)), "../.."));
}
