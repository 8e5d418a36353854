/**
 * A screen that nobody sees (Xvfb), for browsers that draw WebGL on a screen only.
 */
import { spawn } from "node:child_process";

/** Room for the largest window that a test asks for. */
const SIZE = "2560x1600x24";

/**
 * What a program needs in its environment to draw there, by software, and how to put the screen away.
 * @returns {Promise<{ environment: NodeJS.ProcessEnv, close: () => void }>}
 */
export async function startScreen() {
  const screen = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", SIZE, "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const close = () => void screen.kill();
  process.once("exit", close); // also when a test ends the process
  const number = await new Promise((resolve, reject) => {
    /** @type {import("node:stream").Readable} */ (screen.stdio[3]).once("data", (data) => resolve(Number(data)));
    screen.once("error", reject);
    screen.once("exit", (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
  const environment = { ...process.env, DISPLAY: `:${number}`, GDK_BACKEND: "x11", LIBGL_ALWAYS_SOFTWARE: "1" };
  return { environment, close };
}
