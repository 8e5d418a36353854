/**
 * Serves the bundle as a careful host would (docs/hosting.md): node tests/browser/server.mjs FOLDER [--port N] [--path P]
 *
 * Hashed files are immutable, the others are always asked for, and the Content-Security-Policy comes as a header too.
 */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";

/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};

export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; " +
  "font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Milliseconds; longer than the editor waits for the fonts of its first frame. */
const LATE = 2500;

/**
 * @param {string} folder
 * @param {{ port?: number, path?: string, late?: RegExp }} [options] path: where on the host the folder lies, e.g. "/outils/depeche/";
 *   late: files that come only after LATE
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export async function serve(folder, { port = 0, path = "/", late } = {}) {
  const root = resolve(folder);
  const server = createServer(async (request, response) => {
    const file = fileOf(root, path, request.url ?? "/");
    const found = file ? await stat(file).catch(() => undefined) : undefined;
    if (file && late?.test(file)) await new Promise((resolve) => setTimeout(resolve, LATE));
    if (response.destroyed) return; // who asked has gone
    if (file && found?.isFile()) return send(request, response, 200, file, found.size);
    const notFound = join(root, "404.html");
    const page = request.url?.startsWith(path) ? await stat(notFound).catch(() => undefined) : undefined;
    if (page) return send(request, response, 404, notFound, page.size);
    response.writeHead(404, { "Content-Type": "text/plain" }).end("Not found\n");
  });
  await new Promise((done, failed) => server.once("error", failed).listen(port, "127.0.0.1", () => done(undefined)));
  const { port: actual } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    address: `http://localhost:${actual}${path}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {number} status
 * @param {string} file
 * @param {number} size
 */
function send(request, response, status, file, size) {
  response.writeHead(status, headersOf(file, size));
  if (request.method === "HEAD") response.end();
  else createReadStream(file).pipe(response);
}

/** @param {string} root @param {string} path @param {string} url */
function fileOf(root, path, url) {
  try {
    const { pathname } = new URL(url, "http://localhost");
    if (!pathname.startsWith(path)) return undefined;
    const file = normalize(join(root, decodeURIComponent(pathname.slice(path.length)) || "index.html"));
    return file.startsWith(root + sep) ? file : undefined;
  } catch {
    return undefined; // "//", "%FF": no address of a file
  }
}

/** @param {string} file @param {number} size */
function headersOf(file, size) {
  const isAsked = /(index\.html|404\.html|service-worker\.js|THIRD-PARTY-LICENSES\.txt)$/.test(file);
  return {
    "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
    "Content-Length": size,
    "Cache-Control": isAsked ? "no-cache" : "public, max-age=31536000, immutable",
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
  };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder = "dist", ...rest] = process.argv.slice(2);
  const option = (/** @type {string} */ name) => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : undefined);
  const port = option("--port") ?? "8080";
  try {
    if (!/^\d+$/.test(port) || Number(port) > 65535) throw new Error("a port is a number up to 65535");
    const { address } = await serve(folder, { port: Number(port), path: option("--path") ?? "/" });
    console.log(`Dépêche is at ${address} (stop with Ctrl+C)`);
  } catch (error) {
    console.error(`Port ${port} cannot be used (${/** @type {Error} */ (error).message}). Name another one: --port 8081`);
    process.exitCode = 1;
  }
}
