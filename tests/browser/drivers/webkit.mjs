/**
 * WebKitGTK, by W3C WebDriver: Debian's WebKitWebDriver drives MiniBrowser, which comes with the library, on a screen of its
 * own (screen.mjs). It stands for Safari as far as their code is shared: text, pasting, storage and zoom, not fonts and windows.
 *
 * A session is a profile that nothing is left of, and there is one at a time. Its keys come from the browser, not from the system.
 * What it says on the console is not told: tests/browser/everywhere.mjs has the page itself keep it.
 */
import { execFile, spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { eventually, PATIENCE } from "../waiting.mjs";
import { keysOf, NoAnswer } from "./input.mjs";
import { startScreen } from "./screen.mjs";

const DRIVER = process.env.DEPECHE_WEBKIT_DRIVER ?? "WebKitWebDriver";

/**
 * Code points of keys without a character (W3C WebDriver, 17.4.2).
 * @type {Record<string, string>}
 */
const KEYS = {
  Backspace: "\uE003",
  Tab: "\uE004",
  Enter: "\uE007",
  Shift: "\uE008",
  Control: "\uE009",
  Alt: "\uE00A",
  Escape: "\uE00C",
  PageUp: "\uE00E",
  PageDown: "\uE00F",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
  Delete: "\uE017",
};
/** Keys of one request: of some hundreds the driver never answers. */
const AT_ONCE = 50;
const BUTTONS = { left: 0, middle: 1 };
/** Milliseconds after which a session that does not begin is given up, and how often it is tried with a driver of its own. */
const BEGINNING = 15_000;
const ATTEMPTS = 3;

/**
 * @typedef {(method: "GET" | "POST" | "DELETE", path: string, body?: object, patience?: number) => Promise<any>} Call
 */

/**
 * @param {import("./input.mjs").Setup} [setup]
 * @returns {Promise<import("./input.mjs").Browser>}
 */
export async function launch({ webgl = true } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "depeche-webkit-"));
  const screen = await startScreen();
  const environment = { ...screen.environment, ...foldersIn(folder) };
  let driver = await startDriver(environment);
  const capabilities = {
    alwaysMatch: {
      "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation", `--enable-webgl=${webgl}`] },
    },
  };
  // On a busy machine a session sometimes never begins.
  const begin = async () => {
    for (let attempt = 1; ; ++attempt) {
      try {
        return await driver.call("POST", "/session", { capabilities }, BEGINNING);
      } catch (error) {
        if (!(error instanceof NoAnswer) || attempt === ATTEMPTS) throw error;
        driver.stop();
        driver = await startDriver(environment);
      }
    }
  };
  let version = "";
  /** @type {import("./input.mjs").Input | undefined} */
  let last;
  process.once("exit", () => driver.stop()); // also when a test ends the process
  return {
    name: "webkit",
    get version() {
      return version;
    },
    async open() {
      const session = await begin();
      version = session.capabilities.browserVersion;
      const ofSession = /** @type {Call} */ ((method, path, body) => driver.call(method, `/session/${session.sessionId}${path}`, body));
      const input = inputOf(ofSession, (key) => pressInWindow(key, environment));
      await input.resize(1280, 800);
      return (last = input);
    },
    async close() {
      await last?.close().catch(() => {}); // the session may have ended
      driver.stop();
      screen.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * WebKitWebDriver, once it answers. It and the browser that it starts end together.
 * @param {NodeJS.ProcessEnv} env
 */
async function startDriver(env) {
  const port = await freePort();
  const child = spawn(DRIVER, ["-p", String(port)], { stdio: "ignore", env, detached: true });
  const call = caller(`http://127.0.0.1:${port}`);
  await eventually("WebKitWebDriver answers", () => call("GET", "/status").catch(() => undefined));
  const stop = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    } catch {
      // it has ended
    }
  };
  return { call, stop };
}

/** MiniBrowser is no program that people start: it lies beside the library, whose newest version is taken. */
function miniBrowser() {
  const named = process.env.DEPECHE_MINIBROWSER;
  if (named) return named;
  const folders = readdirSync("/usr/lib").map((each) => join("/usr/lib", each)).filter((each) => each.includes("-linux-gnu"));
  const found = folders.flatMap((each) => ["4.1", "4.0"].map((api) => join(each, `webkit2gtk-${api}/MiniBrowser`))).find(existsSync);
  if (!found) throw new Error("There is no MiniBrowser: Debian has it in libwebkit2gtk-4.1-0. Or name it by DEPECHE_MINIBROWSER.");
  return found;
}

/** Nothing of the person's own is read or written. @param {string} folder */
function foldersIn(folder) {
  const names = ["HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"];
  return Object.fromEntries(names.map((name) => [name, folder]));
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/** @param {string} address @returns {Call} */
function caller(address) {
  return async (method, path, body, patience = PATIENCE) => {
    // Not by fetch: it would send the next request on a connection that the driver has just closed.
    const { status, text } = await send(address + path, method, body ? JSON.stringify(body) : "", patience);
    const { value } = JSON.parse(text);
    if (status !== 200) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  };
}

/**
 * @param {string} address @param {string} method @param {string} body @param {number} patience milliseconds
 * @returns {Promise<{ status: number | undefined, text: string }>}
 */
function send(address, method, body, patience) {
  return new Promise((resolve, reject) => {
    const headers = { "Content-Length": Buffer.byteLength(body) };
    const sending = request(address, { method, headers, agent: false }, async (response) => {
      const parts = [];
      for await (const part of response) parts.push(part);
      resolve({ status: response.statusCode, text: Buffer.concat(parts).toString() });
    });
    sending.setTimeout(patience, () => sending.destroy(new NoAnswer(`WebKitWebDriver does not answer to ${method} ${address}: ${body.slice(0, 200)}`)));
    sending.on("error", reject).end(body);
  });
}

/**
 * A key that is the window's, not the page's: as from the system (xdotool).
 * @param {string} key
 * @param {NodeJS.ProcessEnv} env
 */
async function pressInWindow(key, env) {
  const run = promisify(execFile);
  await run("xdotool", ["search", "--sync", "--onlyvisible", "--name", "Automation", "windowfocus", "--sync", "key", key], { env });
}

/** @param {Call} call @param {(key: string) => Promise<void>} pressInWindow @returns {import("./input.mjs").Input} */
function inputOf(call, pressInWindow) {
  const input = (/** @type {object[]} */ ...sources) => call("POST", "/actions", { actions: sources });
  const keys = (/** @type {object[]} */ actions) => input({ type: "key", id: "keyboard", actions });
  const pressAll = async (/** @type {string[]} */ chords) => {
    for (let i = 0; i < chords.length; i += AT_ONCE) await keys(chords.slice(i, i + AT_ONCE).flatMap(strokesOf));
  };
  /** @param {Function} work @param {unknown} [value] @returns {Promise<any>} */
  const evaluate = async (work, value) => {
    const script = `const done = arguments[arguments.length - 1]; const given = arguments[0];
      Promise.resolve().then(() => (${work})(given)).then((value) => done([value]), (error) => done([undefined, String(error)]));`;
    const [result, error] = await call("POST", "/execute/async", { script, args: [value] });
    if (error) throw new Error(error);
    return result ?? undefined;
  };
  return {
    problems: [],
    goto: (address) => call("POST", "/url", { url: address }),
    reload: () => call("POST", "/refresh", {}),
    evaluate,
    type: (text) => pressAll([...text].map((character) => (character === "\n" ? "Enter" : character))),
    press: (chord) => keys(strokesOf(chord)),
    pressAll,
    click: (place, { count = 1, button = "left", held } = {}) => {
      const clicks = Array.from({ length: count }, () => [press(button), release(button)]).flat();
      return withKey(held, keys, () => input(mouse([moveTo(place), ...clicks])));
    },
    drag: ([begin, ...others]) => input(mouse([moveTo(begin), press(), ...others.map(moveTo), release()])),
    wheel: ({ x, y }, down) =>
      input({ type: "wheel", id: "wheel", actions: [{ type: "scroll", x: Math.round(x), y: Math.round(y), deltaX: 0, deltaY: down }] }),
    async resize(width, height) {
      const bars = await evaluate(() => ({ width: outerWidth - innerWidth, height: outerHeight - innerHeight }));
      await call("POST", "/window/rect", { x: 0, y: 0, width: width + bars.width, height: height + bars.height });
      await eventually("the window's size", () => evaluate(() => [innerWidth, innerHeight]), ([w, h]) => w === width && h === height);
    },
    async zoom(steps) {
      for (let i = 0; i < Math.abs(steps); ++i) await pressInWindow(steps > 0 ? "ctrl+plus" : "ctrl+minus");
    },
    screenshot: async () => Buffer.from(await call("GET", "/screenshot"), "base64"),
    close: () => call("DELETE", ""),
  };
}

/** @param {string} chord */
function strokesOf(chord) {
  const values = keysOf(chord).map((key) => KEYS[key] ?? key);
  const down = values.map((value) => ({ type: "keyDown", value }));
  return [...down, ...values.reverse().map((value) => ({ type: "keyUp", value }))];
}

/** @param {object[]} actions */
function mouse(actions) {
  return { type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions };
}

/** @param {import("./input.mjs").Place} place */
function moveTo({ x, y }) {
  return { type: "pointerMove", duration: 0, x: Math.round(x), y: Math.round(y) };
}

/** @param {keyof typeof BUTTONS} [button] */
function press(button = "left") {
  return { type: "pointerDown", button: BUTTONS[button] };
}

/** @param {keyof typeof BUTTONS} [button] */
function release(button = "left") {
  return { type: "pointerUp", button: BUTTONS[button] };
}

/**
 * @param {string | undefined} key that is held meanwhile
 * @param {(actions: object[]) => Promise<void>} keys
 * @param {() => Promise<void>} work
 */
async function withKey(key, keys, work) {
  if (!key) return work();
  await keys([{ type: "keyDown", value: KEYS[key] }]);
  await work();
  await keys([{ type: "keyUp", value: KEYS[key] }]);
}
