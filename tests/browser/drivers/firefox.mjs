/**
 * Firefox, by puppeteer and WebDriver BiDi.
 *
 * Keys come from the browser, not from the system: there are no dead keys and no input method.
 */
import puppeteer from "puppeteer-core";
import { keysOf } from "./input.mjs";
import { startScreen } from "./screen.mjs";

const EXECUTABLE = process.env.DEPECHE_FIREFOX ?? "/usr/bin/firefox-esr";
const PREFERENCES = {
  "intl.accept_languages": "fr-FR, fr",
  "intl.locale.requested": "fr",
  "webgl.force-enabled": true, // also by software
  "browser.translations.enable": false,
  "middlemouse.paste": true,
};

/**
 * @param {import("./input.mjs").Setup} [setup]
 * @returns {Promise<import("./input.mjs").Browser>}
 */
export async function launch({ webgl = true, noisyCanvas = false } = {}) {
  const screen = await startScreen();
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: EXECUTABLE,
    headless: false, // else it has no WebGL
    env: screen.environment,
    extraPrefsFirefox: { ...PREFERENCES, "webgl.disabled": !webgl, "privacy.resistFingerprinting": noisyCanvas },
  });
  return {
    name: "firefox",
    version: await browser.version(),
    async open() {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport({ width: 1280, height: 800 });
      return inputOf(page, context);
    },
    async close() {
      await browser.close();
      screen.close();
    },
  };
}

/**
 * @param {import("puppeteer-core").Page} page
 * @param {import("puppeteer-core").BrowserContext} context
 * @returns {import("./input.mjs").Input}
 */
function inputOf(page, context) {
  const { keyboard, mouse } = page;
  /** @type {string[]} */
  const problems = [];
  page.on("pageerror", (error) => problems.push(`error: ${/** @type {Error} */ (error).stack}`));
  page.on("console", (message) => message.type() === "error" && problems.push(`console: ${message.text()}`));
  const press = async (/** @type {string} */ chord) => {
    const keys = /** @type {import("puppeteer-core").KeyInput[]} */ (keysOf(chord));
    const held = keys.slice(0, -1);
    for (const key of held) await keyboard.down(key);
    await keyboard.press(keys[keys.length - 1]);
    for (const key of held.reverse()) await keyboard.up(key);
  };
  return {
    problems,
    goto: async (address) => void (await page.goto(address)),
    reload: async () => void (await page.reload()),
    evaluate: /** @type {import("./input.mjs").Input["evaluate"]} */ (page.evaluate.bind(page)),
    type: (text) => keyboard.type(text),
    press,
    async pressAll(chords) {
      for (const chord of chords) await press(chord);
    },
    async click({ x, y }, { count = 1, button, held } = {}) {
      const key = /** @type {import("puppeteer-core").KeyInput | undefined} */ (held);
      if (key) await keyboard.down(key);
      await mouse.click(x, y, { count, button });
      if (key) await keyboard.up(key);
    },
    async drag([begin, ...others]) {
      await mouse.move(begin.x, begin.y);
      await mouse.down();
      for (const { x, y } of others) await mouse.move(x, y);
      await mouse.up();
    },
    async wheel({ x, y }, down) {
      await mouse.move(x, y);
      await mouse.wheel({ deltaY: down });
    },
    resize: (width, height) => page.setViewport({ width, height }),
    screenshot: async () => Buffer.from(await page.screenshot()),
    close: () => context.close(),
  };
}
