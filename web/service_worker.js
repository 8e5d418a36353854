/**
 * Keeps the files of one version of the editor, so that a reload without a network opens it (docs/decisions/0013-offline.md).
 *
 * The page itself is asked of the host first, so that a new version is there at once; the copy is for when the host does
 * not answer. All other files have a hash of their content in their names: a copy is as good.
 */

/**
 * As much of ServiceWorkerGlobalScope as is used.
 * @typedef {Event & { waitUntil(work: Promise<unknown>): void }} Extendable
 * @typedef {Extendable & { request: Request, respondWith(response: Promise<Response>): void }} Fetching
 * @typedef {{ registration: ServiceWorkerRegistration, skipWaiting(): Promise<void>,
 *   addEventListener(type: "install" | "activate", listener: (event: Extendable) => void): void,
 *   addEventListener(type: "fetch", listener: (event: Fetching) => void): void }} Scope
 */
const worker = /** @type {Scope} */ (/** @type {unknown} */ (self));

/** Of all caches of this folder's; another version has another name. */
const PREFIX = `depeche ${worker.registration.scope} `;
const NAME = PREFIX + BUNDLE.join(" ");
const PAGE = worker.registration.scope;
/** Milliseconds after which the copy shows where the host is slow to answer, as in a tunnel. */
const PATIENCE = 4000;

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(dropOthers()));
worker.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method !== "GET" || !url.startsWith(PAGE)) return;
  const isPage = event.request.mode === "navigate" && [PAGE, `${PAGE}index.html`].includes(url.split(/[?#]/)[0]);
  if (isPage) event.respondWith(page(event.request));
  else if (BUNDLE.includes(url.slice(PAGE.length))) event.respondWith(file(event.request));
});

async function install() {
  const cache = await caches.open(NAME);
  await cache.addAll([new Request(PAGE, { cache: "no-cache" }), ...BUNDLE]);
  await worker.skipWaiting();
}

async function dropOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== NAME).map((name) => caches.delete(name)));
}

/** @param {Request} request */
async function page(request) {
  const kept = await (await caches.open(NAME)).match(PAGE);
  if (!kept) return fetch(request);
  const late = new Promise((resolve) => setTimeout(() => resolve(kept), PATIENCE));
  return /** @type {Promise<Response>} */ (Promise.race([fetch(request).catch(() => kept), late]));
}

/** @param {Request} request */
async function file(request) {
  return (await (await caches.open(NAME)).match(request.url)) ?? fetch(request);
}
