/**
 * Makes the folder that a web host serves: node cmake/bundle/bundle.mjs PLAN FOLDER [ZIP]
 *
 * PLAN is what CMake knows (build/web/bundle.json): version, wasm, licenses. Every file but index.html, 404.html,
 * service-worker.js and the licences is named by a hash of its content, so that a host may let browsers cache it for ever; all references are relative. The
 * scripts become one file, the style sheet and the fonts come along with it (esbuild; docs/decisions/0006-bundle.md).
 * Prints each file's size.
 */
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { makeBorder } from "./border.mjs";
import { iconPaths } from "./icons.mjs";
import { zip } from "./zip.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const web = join(root, "web");

/** Fonts that the first frame shows: fetched along with the scripts, not after them. */
const FIRST_FONTS = /(public-sans-latin-(400|600)-normal|spectral-latin-(400|700)-normal)/;

/** The oldest browsers that are served. */
const TARGETS = ["chrome100", "firefox102", "safari16"];

/** What browsers can read in which the editor does not run: its plain field does in these. */
const OLD_TARGETS = ["es2015"];

/** @typedef {Map<string, Buffer>} Files by name */

async function main() {
  const [plan, folder, archive] = process.argv.slice(2);
  if (!folder) throw new Error("usage: node cmake/bundle/bundle.mjs PLAN FOLDER [ZIP]");
  const { version, wasm, licenses } = JSON.parse(await readFile(plan, "utf8"));

  await makeBorder(root);
  /** @type {Files} */
  const files = new Map();
  const DRAFT_WORKER = add(files, "draft_worker.js", await buildScript("store/draft_worker.js"));
  const LATE_FALLBACK = add(files, "late_fallback.js", await buildScript("late_fallback.js", { DRAFT_WORKER }, OLD_TARGETS));
  const names = new Map([
    ["depeche.wasm", add(files, "depeche.wasm", await readFile(wasm))],
    ["icon.svg", add(files, "icon.svg", await readFile(join(web, "icon.svg")))],
    ["late.js", add(files, "late.js", await buildScript("late.js", { LATE_FALLBACK }, ["es5"]))],
    ...(await buildScripts(files, ["main.js", "style.css"], { DRAFT_WORKER })),
  ]);
  const page = await readFile(join(web, "index.html"), "utf8");
  files.set("service-worker.js", await buildScript("service_worker.js", { BUNDLE: [...files.keys()] }));
  files.set("index.html", Buffer.from(writePage(page, names, [...files.keys()], version)));
  const ofNotFound = new Map(await buildScripts(files, ["not_found.js", "not_found.css"])); // not needed without a network
  files.set("404.html", Buffer.from(rename(await readFile(join(web, "404.html"), "utf8"), ofNotFound)));
  files.set("THIRD-PARTY-LICENSES.txt", await collectLicenses(licenses));

  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, content] of files) await writeFile(join(folder, name), content);
  if (archive) await writeFile(archive, zip(files, `depeche-${version}`));
  report(files);
}

/**
 * Adds a file under its name with a hash.
 * @param {Files} files
 * @param {string} name
 * @param {Buffer} content
 */
function add(files, name, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
  const hashed = `${basename(name, extname(name))}-${hash}${extname(name)}`;
  files.set(hashed, content);
  return hashed;
}

/**
 * Scripts and style sheets with their fonts, each under a hashed name.
 * @param {Files} files
 * @param {string[]} names in web/
 * @param {Record<string, unknown>} [constants] that they know
 * @returns {Promise<[string, string][]>} name in web/, name in the bundle
 */
async function buildScripts(files, names, constants = {}) {
  const icons = JSON.stringify(await iconPaths(root));
  const result = await build({
    entryPoints: names,
    absWorkingDir: web,
    outdir: "/",
    write: false,
    metafile: true,
    bundle: true,
    minify: true,
    format: "esm",
    target: TARGETS,
    legalComments: "none",
    entryNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    loader: { ".woff2": "file" },
    define: definitions(constants),
    plugins: [
      {
        name: "icons",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /\/icons\.js$/ }, () => ({ path: "icons", namespace: "made" }));
          onLoad({ filter: /^icons$/, namespace: "made" }, () => ({ contents: `export const icons = ${icons};` }));
        },
      },
    ],
  });
  for (const { path, contents } of result.outputFiles) files.set(basename(path), Buffer.from(contents));
  return Object.entries(result.metafile.outputs).flatMap(([path, { entryPoint }]) =>
    entryPoint ? [[entryPoint, basename(path)]] : [],
  );
}

/**
 * A script that runs beside the page or before its module, in one file, as the oldest browsers want it.
 * @param {string} name in web/
 * @param {Record<string, unknown>} [constants] that it knows
 * @param {string[]} [target]
 */
async function buildScript(name, constants = {}, target = TARGETS) {
  const { outputFiles } = await build({
    entryPoints: [join(web, name)],
    write: false,
    bundle: true,
    minify: true,
    format: "iife",
    target,
    define: definitions(constants),
  });
  return Buffer.from(outputFiles[0].contents);
}

/** @param {Record<string, unknown>} constants */
function definitions(constants) {
  return Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)]));
}

/**
 * index.html with the bundle's names, and a preload for each font of the first frame.
 * @param {string} page
 * @param {Map<string, string>} names
 * @param {string[]} all
 * @param {string} version
 */
function writePage(page, names, all, version) {
  const fonts = all
    .filter((name) => FIRST_FONTS.test(name))
    .map((name) => `    <link rel="preload" href="${name}" as="font" type="font/woff2" crossorigin>\n`);
  return rename(page, names)
    .replace('data-version="0"', `data-version="${version}"`)
    .replace('    <script type="module"', `${fonts.join("")}    <script type="module"`);
}

/**
 * A page with the bundle's names.
 * @param {string} page
 * @param {Map<string, string>} names
 */
function rename(page, names) {
  return page.replace(/(?:href|src)="([^"#.][^"#]*)"/g, (whole, name) => {
    const hashed = names.get(name);
    if (!hashed) throw new Error(`a page refers to ${name}, which is not in the bundle`);
    return whole.replace(name, hashed);
  });
}

/**
 * The licences of what the bundle contains that is not ours.
 * @param {Record<string, string>} libraries name → file, of what is linked into the program
 */
async function collectLicenses(libraries) {
  const packages = join(root, "node_modules");
  /** @type {Record<string, string>} */
  const sources = { ...libraries, "Remix Icon": join(packages, "remixicon/License") };
  for (const font of await readdir(join(packages, "@fontsource")))
    sources[`${font} (font)`] = join(packages, "@fontsource", font, "LICENSE");
  const parts = [RUNTIME, `Unicode Character Database\n\n${await unicodeLicense(join(packages, "typescript/NOTICE.txt"))}`];
  for (const [name, file] of Object.entries(sources)) parts.push(`${name}\n\n${await readFile(file, "utf8")}`);
  return Buffer.from(parts.map((part) => part.trim()).join(`\n\n${"=".repeat(100)}\n\n`) + "\n");
}

/**
 * The text of the Unicode licence. No package that we use is of Unicode's own; TypeScript has tables of theirs, too, and
 * brings the licence among its notices.
 * @param {string} notices
 */
async function unicodeLicense(notices) {
  const text = await readFile(notices, "utf8");
  const [, license] = /^-+ Unicode -+\r?\n(UNICODE, INC\. LICENSE AGREEMENT[^]*?)\r?\n-{20,}/m.exec(text) ?? [];
  if (!license?.includes("Permission is hereby granted")) throw new Error(`${notices} holds no Unicode licence any more`);
  return license;
}

const RUNTIME = `Dépêche contains the work of others. Their licences follow.

The program's C and C++ runtime comes with Emscripten: musl (Copyright © 2005-2020 Rich Felker, et al., MIT license, as below),
libc++, libc++abi and compiler-rt of the LLVM project (Apache License 2.0 with LLVM exceptions), and dlmalloc (public
domain).

Its tables of letters, graphemes, line breaks and directions of writing are made from the Unicode Character Database, Copyright ©
1991-2023 Unicode, Inc., under the Unicode licence, as below (https://www.unicode.org/license.txt).`;

/** @param {Files} files */
function report(files) {
  const rows = [...files]
    .map(([name, content]) => ({
      name,
      raw: content.length,
      gzip: gzipSync(content, { level: 9 }).length,
      brotli: brotliCompressSync(content).length,
    }))
    .sort((a, b) => b.brotli - a.brotli);
  const sum = (/** @type {"raw" | "gzip" | "brotli"} */ key) => rows.reduce((total, row) => total + row[key], 0);
  rows.push({ name: "total", raw: sum("raw"), gzip: sum("gzip"), brotli: sum("brotli") });
  console.log(`${"file".padEnd(56)}${"raw".padStart(9)}${"gzip".padStart(9)}${"brotli".padStart(9)}`);
  for (const { name, raw, gzip, brotli } of rows)
    console.log(name.padEnd(56) + [raw, gzip, brotli].map((size) => String(size).padStart(9)).join(""));
}

await main();
