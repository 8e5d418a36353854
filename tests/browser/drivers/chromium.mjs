/**
 * Chromium, by Playwright and the browser's own protocol (CDP).
 */
import { chromium } from "playwright-core";

const EXECUTABLE = process.env.DEPECHE_CHROMIUM ?? "/usr/bin/chromium";
const ARGUMENTS = [
  "--no-sandbox",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--host-resolver-rules=MAP plain-http.test 127.0.0.1",
];
const WITHOUT_WEBGL = ["--disable-3d-apis"];

/** Playwright's own browser, with all that its protocol has. @param {string[]} [more] arguments */
export function launchChromium(more = []) {
  return chromium.launch({ executablePath: EXECUTABLE, args: [...ARGUMENTS, ...more] });
}

/**
 * @param {import("./input.mjs").Setup} [setup]
 * @returns {Promise<import("./input.mjs").Browser>}
 */
export async function launch({ webgl = true } = {}) {
  const browser = await launchChromium(webgl ? [] : WITHOUT_WEBGL);
  return {
    name: "chromium",
    version: browser.version(),
    async open() {
      const context = await browser.newContext({ locale: "fr-FR", viewport: { width: 1280, height: 800 } });
      return inputOf(await context.newPage());
    },
    close: () => browser.close(),
  };
}

/** @param {import("playwright-core").Page} page @returns {import("./input.mjs").Input} */
function inputOf(page) {
  const { keyboard, mouse } = page;
  /** @type {string[]} */
  const problems = [];
  page.on("pageerror", (error) => problems.push(`error: ${error.stack}`));
  page.on("console", (message) => message.type() === "error" && problems.push(`console: ${message.text()}`));
  // Playwright knows no keys for letters with accents; it inserts them.
  const press = (/** @type {string} */ chord) => (chord.length === 1 ? keyboard.type(chord) : keyboard.press(chord));
  return {
    problems,
    goto: async (address) => void (await page.goto(address)),
    reload: async () => void (await page.reload()),
    evaluate: page.evaluate.bind(page),
    type: (text) => keyboard.type(text),
    press,
    async pressAll(chords) {
      for (const chord of chords) await press(chord);
    },
    async click({ x, y }, { count = 1, button, held } = {}) {
      if (held) await keyboard.down(held);
      await mouse.click(x, y, { clickCount: count, button });
      if (held) await keyboard.up(held);
    },
    async drag([begin, ...others]) {
      await mouse.move(begin.x, begin.y);
      await Promise.all([mouse.down(), ...others.map(({ x, y }) => mouse.move(x, y)), mouse.up()]);
    },
    async wheel({ x, y }, down) {
      await mouse.move(x, y);
      await mouse.wheel(0, down);
    },
    resize: (width, height) => page.setViewportSize({ width, height }),
    screenshot: () => page.screenshot(),
    close: () => page.context().close(),
  };
}
