/**
 * The SVG paths of the icons that src/ui/draw/icons.h names, from npm's remixicon, by code point.
 */
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

/**
 * @param {string} root of the project
 * @returns {Promise<Record<number, string>>}
 */
export async function iconPaths(root) {
  const header = await readFile(join(root, "src/ui/draw/icons.h"), "utf8");
  const first = Number(/kFirstIcon = (0x[0-9A-Fa-f]+)/.exec(header)?.[1]);
  const list = /kIconFiles = \{([^}]*)\}/.exec(header)?.[1];
  if (!first || !list) throw new Error("src/ui/draw/icons.h does not read as expected");
  const folder = join(root, "node_modules/remixicon/icons");
  const places = new Map();
  for (const entry of await readdir(folder, { recursive: true })) {
    places.set(entry.split(/[\\/]/).pop(), join(folder, entry));
  }
  /** @type {Record<number, string>} */
  const paths = {};
  for (const [index, [, name]] of [...list.matchAll(/"([^"]+)"/g)].entries()) {
    const place = places.get(`${name}.svg`);
    if (!place) throw new Error(`src/ui/draw/icons.h: remixicon has no icon named ${name}`);
    const drawing = await readFile(place, "utf8");
    paths[first + index] = [...drawing.matchAll(/\sd="([^"]+)"/g)].map(([, path]) => path).join("");
  }
  return paths;
}
