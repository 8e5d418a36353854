/**
 * The page in the editor beside the exported HTML in the browser, in one picture a release: who looks at both should not
 * prefer the latter. `./dev screenshots --beside-export [--width N] [--scheme dark] [FILE…]` leaves build/screenshots/beside-NAME.png.
 *
 * Without FILE: the page with every construct, and the seed where it is.
 */
import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { Host, root } from "../tests/browser/desk.mjs";

const LEFT_OUT = 100; // CSS pixels of the editor's own bars above the page
const TALLEST = 8000;

const { files, width, scheme } = argumentsOf(process.argv.slice(2));
const host = await Host.start();
await mkdir(join(root, "build/screenshots"), { recursive: true });
for (const file of files) {
  const content = await readFile(file);
  const { page, exported } = await seenInEditor(content);
  const beside = await sideBySide(page, await seenInBrowser(exported));
  const path = join(root, "build/screenshots", `beside-${basename(file, ".md")}.png`);
  await beside.screenshot({ path, fullPage: true });
  console.log(path);
}
await host.close();

/** @param {string[]} given */
function argumentsOf(given) {
  const files = [];
  let width = 760;
  let scheme = /** @type {"light" | "dark"} */ ("light");
  while (given.length > 0) {
    const argument = /** @type {string} */ (given.shift());
    if (argument === "--width") width = Number(given.shift());
    else if (argument === "--scheme") scheme = given.shift() === "dark" ? "dark" : "light";
    else files.push(argument);
  }
  const usual = [join(root, "tests/cases/page/every-construct.md"), join(process.env.DEPECHE_SHARED ?? join(root, "../shared"), "seed/communique-eig.md")];
  return { files: files.length > 0 ? files : usual.filter((file) => existsSync(file)), width, scheme };
}

/** The whole page in a window that is as high as it, and the exported file. @param {Buffer} content */
async function seenInEditor(content) {
  const desk = await host.open({ options: { viewport: { width, height: TALLEST }, colorScheme: scheme, reducedMotion: "reduce" } });
  await desk.page.evaluate((bytes) => window.depeche.open("page.md", new Uint8Array(bytes)), [...content]);
  await desk.page.evaluate((id) => window.depeche.activate(id), width < 720 ? "tabs/page" : "view/page");
  await desk.page.waitForTimeout(800);
  await desk.page.evaluate(() => document.fonts.ready);
  await desk.settled();
  const nodes = (await desk.semantics()).filter((node) => node.id.startsWith("page/") && node.role !== "scrollbar");
  const end = Math.max(...nodes.map((node) => node.bounds.y + node.bounds.height));
  const page = await desk.page.screenshot({ clip: { x: 0, y: LEFT_OUT, width, height: Math.min(end + 80, TALLEST) - LEFT_OUT } });
  await desk.page.setViewportSize({ width, height: 800 });
  await desk.settled();
  await desk.click("toolbar/export");
  const item = await desk.node((node) => node.role === "menuitem" && /\.html/.test(node.name), "HTML in the menu");
  const [download] = await Promise.all([desk.page.waitForEvent("download"), desk.click(item.id)]);
  const exported = await readFile(await download.path(), "utf8");
  await desk.page.context().close();
  return { page, exported };
}

/** @param {string} html */
async function seenInBrowser(html) {
  const context = await host.browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme });
  const page = await context.newPage();
  await page.setContent(html);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(500);
  const picture = await page.screenshot({ fullPage: true });
  await context.close();
  return picture;
}

/** @param {Buffer} ours @param {Buffer} theirs */
async function sideBySide(ours, theirs) {
  const page = await host.browser.newPage({ viewport: { width: 2 * width + 20, height: 800 } });
  const image = (/** @type {Buffer} */ png) => `<img style="flex:none" src="data:image/png;base64,${png.toString("base64")}">`;
  await page.setContent(`<body style="margin:0;background:#c33;display:flex;align-items:flex-start;gap:20px">${image(ours)}${image(theirs)}`);
  await page.waitForTimeout(200);
  return page;
}
