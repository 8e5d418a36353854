/** The settings of docs/hosting.md, on the servers that they are for, where these are installed. */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { eventually, root, test } from "./desk.mjs";

const SECRET = "1AAWSECRET";
const SIZES = [0, 1500, 20_000, 90_000];
const MODULES = "/usr/lib/apache2/modules";

/** @type {string} */
let folder;
/** @type {string[]} the settings, in the order of the page: nginx in http, nginx in server, Apache */
let settings;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "depeche-hosting-"));
  await chmod(folder, 0o755); // the servers read it as somebody else
  await mkdir(join(folder, "www/depeche"), { recursive: true });
  await mkdir(join(folder, "log"));
  const files = { "index.html": "the editor", "404.html": "not found", "service-worker.js": "//", "main-0123456789.js": "//" };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, "www/depeche", name), content);
  const page = await readFile(join(root, "docs/hosting.md"), "utf8");
  settings = [...page.matchAll(/```(?:nginx|apache)\n([^]*?)```/g)].map(([, block]) =>
    block.replace(/\/srv\/www/g, join(folder, "www")).replace(/\/var\/log\/(nginx|apache2)/g, join(folder, "log")),
  );
  assert.equal(settings.length, 3);
});
after(() => rm(folder, { recursive: true }));

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => found(port));
    });
  });
}

/**
 * @param {number} port
 * @param {string} path
 * @returns {Promise<{ status: number, headers: import("node:http").IncomingHttpHeaders, body: string }>}
 */
function get(port, path) {
  return new Promise((done, failed) => {
    const headers = { Referer: `https://mail.example/${SECRET}` };
    request({ host: "127.0.0.1", port, path, headers }, (response) => {
      let body = "";
      response.on("data", (part) => (body += part));
      response.on("end", () => done({ status: response.statusCode ?? 0, headers: response.headers, body }));
    })
      .on("error", failed)
      .end();
  });
}

/**
 * Runs a server in the foreground while `use` asks it.
 * @param {string} program
 * @param {string[]} options
 * @param {number} port
 * @param {() => Promise<void>} use
 */
async function running(program, options, port, use) {
  const server = spawn(program, options, { stdio: ["ignore", "inherit", "inherit"] });
  const ended = new Promise((end) => server.once("exit", end));
  try {
    await eventually(`${program} answers`, () => get(port, "/depeche/").catch(() => undefined));
    await use();
  } finally {
    server.kill("SIGTERM");
    await ended;
  }
}

/** @param {number} port */
async function behavesAsWritten(port) {
  const page = await get(port, "/depeche/");
  assert.equal(page.body, "the editor");
  assert.equal(page.headers["cache-control"], "no-cache");
  assert.match(String(page.headers["content-security-policy"]), /frame-ancestors 'none'/);
  assert.equal(page.headers["referrer-policy"], "no-referrer");
  assert.equal(page.headers["x-content-type-options"], "nosniff");
  assert.equal((await get(port, "/depeche")).status, 301);
  const script = await get(port, "/depeche/main-0123456789.js");
  assert.match(script.headers["cache-control"] ?? "", /immutable/);
  assert.match(script.headers["content-type"] ?? "", /javascript/);
  assert.equal((await get(port, "/depeche/service-worker.js")).headers["cache-control"], "no-cache");
  const missing = await get(port, "/depeche/gone-0123456789.js");
  assert.deepEqual([missing.status, missing.body, missing.headers["cache-control"]], [404, "not found", "no-cache"]);

  for (const size of SIZES) {
    for (const mark of ["%23", "%2523"]) {
      const draft = `${mark}${SECRET}${"A".repeat(size)}`;
      const inQuery = await get(port, `/depeche/?${draft}`);
      if (size < 60_000) assert.equal(inQuery.body, "the editor");
      const inPath = await get(port, `/depeche/${draft}`);
      if (size < 60_000) assert.equal(inPath.body, "not found");
    }
  }
}

/** Nothing of a draft is in any log, and the log is one. */
async function logsAreClean() {
  const names = await readdir(join(folder, "log"));
  const logs = await Promise.all(names.map((name) => readFile(join(folder, "log", name), "utf8")));
  assert.ok(logs.join("").includes("GET /depeche/"), "what is asked for is logged");
  names.forEach((name, index) => assert.ok(!logs[index].includes(SECRET), `a draft is in ${name}`));
}

test("nginx", async (t) => {
  if (spawnSync("nginx", ["-v"]).error) return t.skip("no nginx here");
  const port = await freePort();
  const configuration = `daemon off; pid ${folder}/nginx.pid; error_log ${folder}/log/error.log warn; events {}
    http { types { text/html html; text/javascript js; } access_log off; ${settings[0]}
    server { listen 127.0.0.1:${port}; ${settings[1]} } }`;
  await writeFile(join(folder, "nginx.conf"), configuration);
  await running("nginx", ["-c", join(folder, "nginx.conf"), "-e", "stderr"], port, () => behavesAsWritten(port));
  await logsAreClean();
});

test("Apache", async (t) => {
  if (spawnSync("apache2", ["-v"]).error || !existsSync(MODULES)) return t.skip("no Apache here");
  await rm(join(folder, "log"), { recursive: true });
  await mkdir(join(folder, "log"));
  const port = await freePort();
  const modules = ["mpm_event", "authz_core", "alias", "dir", "mime", "headers", "setenvif"];
  const configuration = [
    ...modules.map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`),
    `ServerRoot ${folder}`,
    "TypesConfig /etc/mime.types",
    `PidFile ${folder}/apache.pid`,
    `Listen 127.0.0.1:${port}`,
    "ServerName site.example",
    `ErrorLog ${folder}/log/error.log`,
    settings[2],
  ].join("\n");
  await writeFile(join(folder, "apache.conf"), configuration);
  await running("apache2", ["-f", join(folder, "apache.conf"), "-D", "FOREGROUND"], port, () => behavesAsWritten(port));
  await logsAreClean();
});
