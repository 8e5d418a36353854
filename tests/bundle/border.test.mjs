/** The border between C++ and the scripts: what is made of plain declarations, and that all else is told. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { borderModule, borderTypes, readBorder } from "../../cmake/bundle/border.mjs";

const source = join(dirname(fileURLToPath(import.meta.url)), "../../src");

/** A border with one of each. */
const PLAIN = {
  "platform/web/border.h": `#pragma once
#include "ui/state.h"
#define DEPECHE_IMPORT(name) __attribute__((import_name(#name)))
// struct Nothing { of a comment };
struct Extent {
  ui::State state;
  float width, height;  // of the original
  const char* text;
};
static_assert(sizeof(Extent) == 16);
`,
  "platform/web/imports.h": `extern "C" {
DEPECHE_IMPORT(measure) float measure(const char* text_begin, std::size_t size, bool bold, Extent* extent);
DEPECHE_IMPORT(stop)
void stop();
}
`,
  "platform/web/exports.cc": `#include "ui/key.h"
DEPECHE_EXPORT(press) bool press(Page* page, ui::Key key,
                                 bool down, double now) {
  return page->press(key);
}
`,
  "web_main.cc": "DEPECHE_EXPORT(create) Page* create(std::uint32_t seed) { return new Page(seed); }\n",
  "ui/state.h": "enum class State : std::uint8_t {\n  kMissing,  // nobody has it\n  kReady,\n};\nenum class Unused { kOne };\n",
  "ui/key.h": "enum class Key { kLeft, kPageUp };\n",
};

/** @param {Record<string, string>} [changed] files in the place of the plain ones */
function read(changed = {}) {
  /** @type {Record<string, string>} */
  const files = { ...PLAIN, ...changed };
  return readBorder((path) => files[path] ?? assert.fail(`${path} is not there`));
}

test("plain declarations become a module", async () => {
  assert.equal(
    borderModule(await read()),
    `// Made by cmake/bundle/border.mjs from the C++ headers.
export const State = Object.freeze({ missing: 0, ready: 1 });
export const Key = Object.freeze({ left: 0, pageUp: 1 });
export const Extent = Object.freeze({ size: 16, fields: { state: { kind: "Uint8", offset: 0 }, ` +
      `width: { kind: "Float32", offset: 4 }, height: { kind: "Float32", offset: 8 }, text: { kind: "Uint32", offset: 12 } } });
`,
  );
});

test("and its types", async () => {
  const types = borderTypes(await read());
  for (const line of [
    "export const Key: { readonly left: 0; readonly pageUp: 1 };",
    "export type Key = keyof typeof Key;",
    'export const Extent: Layout<"state" | "width" | "height" | "text">;',
    "  measure(textBegin: number, size: number, bold: number, extent: number): number;",
    "  stop(): void;",
    "  press(page: number, key: (typeof Key)[Key], down: boolean, now: number): number;",
    "  create(seed: number): number;",
  ]) {
    assert.ok(types.split("\n").includes(line), line);
  }
  assert.ok(!types.includes("Unused"));
});

/** @type {{ name: string, path: keyof typeof PLAIN, from: string, to: string, problem: RegExp }[]} */
const REFUSED = [
  { name: "an enumerator with a value", path: "ui/key.h", from: "kPageUp", to: "kPageUp = 7", problem: /no plain enumerator/ },
  { name: "an enumerator without k", path: "ui/key.h", from: "kPageUp", to: "PageUp", problem: /no plain enumerator/ },
  { name: "an enumeration of another size", path: "ui/state.h", from: "uint8_t", to: "int64_t", problem: /size is not known/ },
  { name: "a member of another type", path: "platform/web/border.h", from: "float", to: "std::string", problem: /no plain member/ },
  { name: "a member with a default", path: "platform/web/border.h", from: "height;", to: "height = 0;", problem: /no plain member/ },
  { name: "a member more than asserted", path: "platform/web/border.h", from: "height;", to: "height, depth;", problem: /== 20/ },
  { name: "a struct that stands on another", path: "platform/web/border.h", from: "Extent {", to: "Extent : Size {", problem: /no plain struct/ },
  { name: "no assertion", path: "platform/web/border.h", from: "static_assert", to: "// ", problem: /is missing/ },
  { name: "a parameter without a name", path: "platform/web/imports.h", from: "size_t size", to: "size_t", problem: /no type that is known|no plain/ },
  { name: "a parameter of another type", path: "platform/web/imports.h", from: "bool bold", to: "Bold bold", problem: /"Bold" is no type/ },
  { name: "a parameter that is a function", path: "platform/web/imports.h", from: "bool bold", to: "void (*bold)()", problem: /no plain declaration/ },
  { name: "another name than its mark", path: "platform/web/imports.h", from: "void stop", to: "void halt", problem: /stop: .*no plain declaration/ },
  { name: "an enumeration that nobody includes", path: "platform/web/exports.cc", from: '#include "ui/key.h"', to: "", problem: /"ui::Key" is no type/ },
  { name: "two enumerations of one name", path: "ui/key.h", from: "enum class Key", to: "enum class State { kOn };\nenum class Key", problem: /State: another enumeration/ },
  { name: "no function", path: "web_main.cc", from: "DEPECHE_EXPORT(create)", to: "", problem: /there is no DEPECHE_EXPORT/ },
];

for (const { name, path, from, to, problem } of REFUSED) {
  test(`refused: ${name}`, async () => {
    assert.ok(PLAIN[path].includes(from));
    await assert.rejects(read({ [path]: PLAIN[path].replace(from, to) }), (/** @type {Error} */ error) => {
      assert.match(error.message, problem);
      assert.match(error.message, /^src\//);
      return true;
    });
  });
}

test("every function that is marked is read", async () => {
  const border = await readBorder((path) => readFile(join(source, path), "utf8"));
  const marks = async (/** @type {string} */ path, /** @type {string} */ macro) =>
    (await readFile(join(source, path), "utf8")).split(`${macro}(`).length - 1;
  assert.equal(border.imports.length, await marks("platform/web/imports.h", "DEPECHE_IMPORT"));
  const exported = (await marks("platform/web/exports.cc", "DEPECHE_EXPORT")) + (await marks("web_main.cc", "DEPECHE_EXPORT"));
  assert.equal(border.exports.length, exported);
});

test("an enumerator that is added is there by itself", async () => {
  const border = await read({ "ui/key.h": "enum class Key { kLeft, kPageUp, kPlay };\n" });
  assert.match(borderModule(border), /Key = Object.freeze\(\{ left: 0, pageUp: 1, play: 2 \}\)/);
});
